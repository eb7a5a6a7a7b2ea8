"""The base of all values: frozen pydantic models without I/O."""

from typing import Any, Self, cast

from pydantic import BaseModel, ConfigDict


class _Replaceable(BaseModel):
    def replaced(self, **fields: Any) -> Self:
        """Return this value with some fields replaced by valid ones; nothing derived is copied."""
        kept = {name: getattr(self, name) for name in type(self).model_fields}
        made = self.model_construct(**kept | (self.__pydantic_extra__ or {}) | fields)
        return cast("Self", made)


class Value(_Replaceable):
    """A frozen value with named fields only."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Record(_Replaceable):
    """A frozen value that is kept on disk: fields that this version does not know are carried along."""

    model_config = ConfigDict(frozen=True, extra="allow", populate_by_name=True)
