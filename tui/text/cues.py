"""Cues: what a line or a part of one may be, and how a convention recognises it."""

from enum import Enum
from typing import NamedTuple


class Cue(Enum):
    """What a line or a part of one says that it is."""

    FURNITURE = "furniture"
    IMAGE = "image"
    TURN = "turn"
    ADVERT = "advert"
    CONTACT = "contact"
    BYLINE = "byline"
    OPENING = "opening"
    CREDIT = "credit"
    STORY_CREDIT = "story credit"
    CAPTION = "caption"
    LEAD = "lead"
    CLOSING = "closing"
    DATED = "dated"


class Where(Enum):
    """Which part of a line a convention looks at."""

    WHOLE = "whole"
    START = "start"
    OPENING = "opening"
    CLOSING = "closing"
    HINT = "hint"


class Convention(NamedTuple):
    """One convention: its name, the part of a line that it looks at, what it says, and its pattern."""

    name: str
    where: Where
    cue: Cue
    pattern: str
