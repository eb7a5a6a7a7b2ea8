"""Validation at the borders: external data becomes values or is refused; values become plain data.

pydantic is imported by this module, and this module only where something is read that nobody has checked.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter
from pydantic_core import CoreSchema, core_schema

from tui.model.values import Record, Value, fields_of

AnyValue = TypeVar("AnyValue", bound=Value)


_adapters: dict[Any, TypeAdapter[Any]] = {}


def adapter(shape: type[AnyValue]) -> TypeAdapter[AnyValue]:
    """Return what validates and describes values of a class; built once."""
    if shape not in _adapters:
        _adapters[shape] = TypeAdapter(shape)
    return _adapters[shape]


def valid(shape: type[AnyValue], raw: object) -> AnyValue:
    """Return what is said in `raw` as a value.

    Raises:
        pydantic.ValidationError: it is none.
    """
    return adapter(shape).validate_python(raw)


def record_schema(shape: type[Record], schema: CoreSchema) -> CoreSchema:
    """Return the schema of a record whose unknown fields are gathered."""
    for each in _fields(schema):
        if each["name"] in shape.OUTSIDE:
            each["validation_alias"] = each["serialization_alias"] = shape.OUTSIDE[each["name"]]
    known = {shape.OUTSIDE.get(name, name) for name in fields_of(shape)} - {"unknown"}

    def gathered(raw: Any, validate: Callable[[Any], Any]) -> Any:
        if not isinstance(raw, Mapping) or raw.keys() <= known:
            return validate(raw)
        record = validate({name: said for name, said in raw.items() if name in known})
        unknown = {name: said for name, said in raw.items() if name not in known}
        return record.replaced(unknown=unknown)

    named = dict(schema)
    name = named.pop("ref", None)  # what gathers is what other schemas refer to
    return core_schema.no_info_wrap_validator_function(gathered, cast(CoreSchema, named), ref=name)


def _fields(schema: CoreSchema) -> list[dict[str, Any]]:
    """Return the fields in a dataclass's schema."""
    inner = cast(dict[str, Any], schema)
    while inner["type"] != "dataclass-args":
        inner = inner["schema"]
    return cast(list[dict[str, Any]], inner["fields"])
