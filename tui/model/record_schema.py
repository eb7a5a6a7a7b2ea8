"""What pydantic validates a record by: its known fields, and the rest gathered.

pydantic is imported by this module, and this module only where something is read that nobody has checked.
"""

from collections.abc import Callable, Mapping
from typing import Any, cast

from pydantic_core import CoreSchema, core_schema


def gathering(schema: CoreSchema, outside: Mapping[str, str]) -> CoreSchema:
    """Return the schema of a record whose unknown fields are gathered in `unknown`.

    Args:
        schema: of the dataclass; its fields get the names that they have outside.
        outside: what fields are called outside, where that is another name.
    """
    fields = _fields(schema)
    for each in fields:
        if each["name"] in outside:
            each["validation_alias"] = each["serialization_alias"] = outside[each["name"]]
    known = {outside.get(each["name"], each["name"]) for each in fields} - {"unknown"}

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
