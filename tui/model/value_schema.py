"""What pydantic validates values by.

pydantic is imported by this module, and this module only where something is read that nobody has checked.
"""

from collections.abc import Callable, Mapping
from dataclasses import field, make_dataclass
from typing import Any, cast, get_type_hints

from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo, replace
from msgspec.structs import fields as fields_of_struct
from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


def schema_of(shape: type[Struct], handler: GetCoreSchemaHandler) -> CoreSchema:
    """Return the schema of a value: pydantic knows dataclasses, so it validates one with the same fields."""
    schema, name = _of_fields(shape, handler)

    def made(raw: Any, validate: Callable[[Any], Any]) -> Any:
        return raw if isinstance(raw, shape) else _made(shape, validate(raw))

    return core_schema.no_info_wrap_validator_function(made, schema, ref=name)


def gathering(shape: type[Struct], outside: Mapping[str, str], handler: GetCoreSchemaHandler) -> CoreSchema:
    """Return the schema of a record whose unknown fields are gathered in `unknown`.

    Args:
        outside: what fields are called outside, where that is not their name.
    """
    schema, ref = _of_fields(shape, handler)
    fields = _fields(schema)
    for each in fields:
        if each["name"] in outside:
            each["validation_alias"] = each["serialization_alias"] = outside[each["name"]]
    known = {outside.get(each["name"], each["name"]) for each in fields} - {"unknown"}

    def gathered(raw: Any, validate: Callable[[Any], Any]) -> Any:
        if isinstance(raw, shape):
            return raw
        if not isinstance(raw, Mapping) or raw.keys() <= known:
            return _made(shape, validate(raw))
        record = _made(shape, validate({name: said for name, said in raw.items() if name in known}))
        return replace(record, unknown={name: said for name, said in raw.items() if name not in known})

    return core_schema.no_info_wrap_validator_function(gathered, schema, ref=ref)


def _of_fields(shape: type[Struct], handler: GetCoreSchemaHandler) -> tuple[CoreSchema, str | None]:
    """Return the schema of a dataclass with the fields of a value, and what others refer to it by."""
    hints = get_type_hints(shape, include_extras=True)
    fields = [(each.name, hints[each.name], *_default(each)) for each in fields_of_struct(shape)]
    twin = make_dataclass(
        shape.__name__,
        fields,
        kw_only=True,
        namespace={
            "__doc__": shape.__doc__,
            "__module__": shape.__module__,
            "__pydantic_config__": {"extra": "forbid"},
        },
    )
    named = dict(handler.resolve_ref_schema(handler.generate_schema(twin)))
    return cast(CoreSchema, named), named.pop("ref", None)


def _default(of: FieldInfo) -> tuple[Any, ...]:
    if of.default_factory is not NODEFAULT:
        return (field(default_factory=of.default_factory),)
    return () if of.default is NODEFAULT else (field(default=of.default),)


def _made(shape: type[Struct], validated: Any) -> Any:
    return shape(**vars(validated))


def _fields(schema: CoreSchema) -> list[dict[str, Any]]:
    """Return the fields in a dataclass's schema."""
    inner = cast(dict[str, Any], schema)
    while inner["type"] != "dataclass-args":
        inner = inner["schema"]
    return cast(list[dict[str, Any]], inner["fields"])
