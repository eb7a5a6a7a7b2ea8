"""Validation at the borders: external data becomes values or is refused; values become plain data.

pydantic is imported by this module, and this module only where something is read that nobody has checked.
"""

from typing import Any, TypeVar

from pydantic import TypeAdapter

from tui.model.values import Value

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
