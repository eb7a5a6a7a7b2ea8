"""The base of all values: frozen pydantic models without I/O."""

from functools import cache
from typing import Any, NamedTuple, Self

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticUndefined


class _Fields(NamedTuple):
    """The fields of a model in their order.

    Attributes:
        defaults: by name; of one that is required, nothing of use.
        required: those that have no default.
        mutable: those whose default is copied for each value.
        aliases: names by what the fields are called outside.
    """

    defaults: dict[str, Any]
    required: frozenset[str]
    mutable: tuple[str, ...]
    aliases: dict[str, str]


@cache
def _fields_of(model: type[BaseModel]) -> _Fields:
    fields = model.model_fields
    defaults = {name: field.default for name, field in fields.items()}
    return _Fields(
        defaults,
        frozenset(name for name, default in defaults.items() if default is PydanticUndefined),
        tuple(name for name, default in defaults.items() if isinstance(default, dict | list)),
        {field.alias: name for name, field in fields.items() if field.alias},
    )


class _Replaceable(BaseModel):
    # Validators are built when they are first needed, not before the first screen.
    model_config = ConfigDict(frozen=True, populate_by_name=True, defer_build=True)

    def replaced(self, **fields: Any) -> Self:
        """Return this value with some fields replaced by valid ones; nothing derived is copied."""
        known = _fields_of(type(self)).defaults
        kept = {name: value for name, value in self.__dict__.items() if name in known}
        return self.trusted(**kept | (self.__pydantic_extra__ or {}) | fields)

    @classmethod
    def trusted(cls, **fields: Any) -> Self:
        """Return a value of fields known to be valid; no validator is built or run.

        For values that our own code makes of values already valid, where time counts: it does what
        `model_construct` does in half the time.

        Raises:
            TypeError: a required field is missing.
        """
        defaults, required, mutable, aliases = _fields_of(cls)
        if aliases:
            fields = {aliases.get(name, name): value for name, value in fields.items()}
        if not fields.keys() >= required:
            raise TypeError(f"{cls.__name__} needs {', '.join(sorted(required - fields.keys()))}")
        values = defaults | fields
        for name in mutable:
            if name not in fields:
                values[name] = values[name].copy()
        unknown: dict[str, Any] = {}
        if len(values) > len(defaults):
            unknown = {name: values.pop(name) for name in fields if name not in defaults}
        made = cls.__new__(cls)
        put = object.__setattr__
        put(made, "__dict__", values)
        put(made, "__pydantic_fields_set__", fields.keys() & defaults.keys())
        put(made, "__pydantic_extra__", unknown if cls.model_config.get("extra") == "allow" else None)
        put(made, "__pydantic_private__", None)
        return made


class Value(_Replaceable):
    """A frozen value with named fields only."""

    model_config = ConfigDict(extra="forbid")


class Record(_Replaceable):
    """A frozen value that is kept on disk: fields that this version does not know are carried along."""

    model_config = ConfigDict(extra="allow")
