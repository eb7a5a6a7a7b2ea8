"""Events of use cases; the caller prints or draws them."""

from dataclasses import dataclass
from typing import TypeAlias

from tui.errors import PiyueError
from tui.formats.common.loss_report import Loss, Refusal


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the pages have been gone through."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Failed:
    """Something that could not be used; the rest goes on."""

    error: PiyueError


@dataclass(frozen=True, slots=True)
class Lost:
    """Something that an export does not show as it is."""

    loss: Loss


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that an import did not take."""

    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Remarked:
    """Something that an import took, and that one should know of."""

    remark: Refusal


@dataclass(frozen=True, slots=True)
class Hidden:
    """So many pages of others were left out: who asks has to finish them before seeing what others tagged."""

    pages: int


Event: TypeAlias = Progress | Failed | Lost | Refused | Remarked | Hidden
