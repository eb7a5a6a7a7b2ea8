"""The base of all values: frozen pydantic models without I/O."""

from typing import Any, Self, cast

from pydantic import BaseModel, ConfigDict


class _Replaceable(BaseModel):
    # Validators are built when they are first needed, not before the first screen.
    model_config = ConfigDict(frozen=True, populate_by_name=True, defer_build=True)

    def replaced(self, **fields: Any) -> Self:
        """Return this value with some fields replaced by valid ones; nothing derived is copied."""
        kept = {name: getattr(self, name) for name in type(self).model_fields}
        return self.trusted(**kept | (self.__pydantic_extra__ or {}) | fields)

    @classmethod
    def trusted(cls, **fields: Any) -> Self:
        """Return a value of fields known to be valid; no validator is built or run.

        For values that our own code makes of values already valid, where time counts.
        """
        return cast("Self", cls.model_construct(**fields))


class Value(_Replaceable):
    """A frozen value with named fields only."""

    model_config = ConfigDict(extra="forbid")


class Record(_Replaceable):
    """A frozen value that is kept on disk: fields that this version does not know are carried along."""

    model_config = ConfigDict(extra="allow")
