"""The base of all values: frozen structs without I/O, which pydantic validates at the borders only.

A struct's class is made in a fiftieth of the time that a dataclass takes, which the first text waits for, and
a value of it in a twentieth.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from itertools import compress
from operator import attrgetter, ne
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeAlias, TypeVar

from msgspec import NODEFAULT, Struct, field
from msgspec.structs import astuple, replace
from msgspec.structs import fields as fields_of_struct

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

AnyValue = TypeVar("AnyValue", bound="Value")

_fields: dict[Any, dict[str, Any]] = {}
"""What was found out about classes of values: the names of their fields, each with its default."""


def fields_of(value: type["Value"]) -> Mapping[str, Any]:
    """Return the names of a value's fields, each with its default; NODEFAULT where it has none."""
    if value not in _fields:
        _fields[value] = {
            each.name: each.default if each.default_factory is NODEFAULT else each.default_factory()
            for each in fields_of_struct(value)
        }
    return _fields[value]


Layout: TypeAlias = tuple[list[str], list[Any], Callable[[Any], tuple[Any, ...]]]
_layouts: dict[Any, Layout] = {}
"""What was found out about writing them."""


class Frozen(Struct, frozen=True):
    """A frozen record of fields."""

    def replaced(self, **fields: Any) -> Self:
        """Return this record with some fields replaced; nothing derived is copied."""
        return replace(self, **fields)


class Value(Frozen, frozen=True, kw_only=True):
    """A frozen value with named fields only. Its fields are not checked when it is made.

    What comes from outside is validated by `tui.model.validation`.
    """

    OUTSIDE: ClassVar[Mapping[str, str]] = {}
    """What fields are called outside, where that is no name of Python."""

    def __hash__(self) -> int:
        """Of all fields but tables, which Python does not hash."""
        return hash(tuple([said for said in astuple(self) if not isinstance(said, Mapping)]))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        """Have pydantic validate the fields."""
        from tui.model.value_schema import schema_of

        del source
        return schema_of(cls, handler)


class Record(Value, frozen=True, kw_only=True):
    """A frozen value that is kept on disk: fields that this version does not know are carried along.

    Attributes:
        unknown: the fields that this version does not know, by their names; never mutated in place.
    """

    unknown: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        """Have pydantic validate the fields known, and gather the rest in `unknown`."""
        from tui.model.value_schema import gathering

        del source
        return gathering(cls, cls.OUTSIDE, handler)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: "CoreSchema", handler: "GetJsonSchemaHandler"
    ) -> "JsonSchemaValue":
        """Have pydantic describe what lies outside: any further field is allowed."""
        described = handler.resolve_ref_schema(handler(schema))
        described["properties"].pop("unknown", None)
        return described | {"additionalProperties": True}


def from_columns(shape: type[AnyValue], columns: Mapping[str, Sequence[Any]]) -> list[AnyValue]:
    """Return values of a class from the columns of fields that they have; other columns are left out.

    So are those that say of all values what holds anyway: most do, and a value of few fields is made sooner.
    """
    usual = {name: default for name, default in fields_of(shape).items() if name in columns}
    told = tuple(name for name, default in usual.items() if not _holds_anyway(columns[name], default))
    names = told or tuple(usual)[:1]
    return list(map(_maker(shape, names), *[columns[name] for name in names]))


def _holds_anyway(column: Sequence[Any], usual: Any) -> bool:
    """Tell whether a column has the usual value only; of tables, one that values share is not made anew."""
    return usual is not NODEFAULT and usual != {} and column.count(usual) == len(column)


@cache
def _maker(shape: type[AnyValue], names: tuple[str, ...]) -> Callable[..., AnyValue]:
    """Return what makes a value of what its fields hold, in the order of their names.

    A call that names them itself takes half of the time of one with a table: it counts where files are read.
    """
    fields = ", ".join(f"{name}={name}" for name in names)
    made: Callable[..., AnyValue] = eval(f"lambda {', '.join(names)}: shape({fields})", {"shape": shape})
    return made


def written(value: Value, *, defaults: bool = True) -> dict[str, Any]:
    """Return a value's fields as they are called outside, those of values in it too, unknown ones last.

    Args:
        defaults: whether fields that say what holds without them are among them.
    """
    names, usual, getter = _layout(type(value))
    values = getter(value)
    named = zip(names, values, strict=True)
    fields = {
        name: said if type(said) in PLAIN else _plain(said, defaults)
        for name, said in (named if defaults else compress(named, map(ne, values, usual)))
    }
    unknown = getattr(value, "unknown", None)
    return fields | unknown if unknown else fields


def _layout(value: type[Value]) -> Layout:
    """Return what fields are called outside, their defaults, and what gets all of them of a value."""
    if value not in _layouts:
        fields = [(name, usual) for name, usual in fields_of(value).items() if name != "unknown"]
        outside = [value.OUTSIDE.get(name, name) for name, _ in fields]
        names = [name for name, _ in fields]
        # Of one field alone, `attrgetter` returns no tuple.
        getter = attrgetter(*names) if len(names) > 1 else lambda one: tuple(getattr(one, n) for n in names)
        _layouts[value] = outside, [usual for _, usual in fields], getter
    return _layouts[value]


PLAIN = frozenset((str, int, bool, float, type(None), datetime))
"""Of these most fields are; to ask for them first takes least."""


def _plain(said: Any, defaults: bool) -> Any:
    if isinstance(said, tuple):
        if PLAIN.issuperset(map(type, said)):
            return said
        return tuple([_plain(each, defaults) for each in said])
    if type(said) in PLAIN:
        return said
    if isinstance(said, Value):
        return written(said, defaults=defaults)
    return dict(said) if isinstance(said, Mapping) else said


def shared(value: Value, other: type[Value]) -> dict[str, Any]:
    """Return the fields of a value that values of another class have too."""
    names = fields_of(type(value))
    return {name: getattr(value, name) for name in fields_of(other) if name in names}


class Matching(Struct, frozen=True):
    """Says of a text in a field what it has to match; asked at the borders only."""

    pattern: str

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        """Have pydantic check the pattern."""
        from pydantic_core import core_schema

        del source, handler
        return core_schema.str_schema(pattern=self.pattern)


class Checked(Struct, frozen=True):
    """Says of a field which function checks it, and returns what it holds; asked at the borders only.

    Attributes:
        check: raises a ValueError where the field does not hold.
        before: whether it is asked before anything else is.
    """

    check: Callable[[Any], Any]
    before: bool = False

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        """Have pydantic call the function."""
        from pydantic_core import core_schema

        if self.before:
            return core_schema.no_info_before_validator_function(self.check, handler(source))
        return core_schema.no_info_after_validator_function(self.check, handler(source))


class Read(Struct, frozen=True):
    """Says of a type that pydantic does not know which function reads it; asked at the borders only.

    Attributes:
        read: raises a ValueError where it cannot.
    """

    read: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        """Have pydantic call the function, and nothing else."""
        from pydantic_core import core_schema

        del source, handler
        return core_schema.no_info_plain_validator_function(self.read)
