"""Keys and colours of labels that say none: a free letter, and a colour apart from all others."""

from collections.abc import Iterable
from colorsys import hls_to_rgb
from functools import cache
from itertools import product

LABEL_LETTERS = "bdeghijklmopqtuwx"
"""Letters that a label's key can begin with and take no action's only key; a test compares the key map."""

UNDO_AND_REMOVE = "ux"
"""Letters of actions that a newcomer looks for; they are given to labels last."""

SHADE = 0.2
"""Relative luminance at which a colour has a contrast of 4 to white and of 3.7 to a background of #121212."""

HUES, SATURATIONS = 30, (0.75, 0.4)
"""How many hues are tried, and how saturated."""

Lab = tuple[float, float, float]


def free_letters(keys: Iterable[str]) -> str:
    """Return the letters with which no key in `keys` begins, none of them an action's only key."""
    taken = {key[:1] for key in keys}
    return "".join(letter for letter in LABEL_LETTERS if letter not in taken)


def free_key(id_: str, keys: Iterable[str]) -> str:
    """Return a letter for a new label: one of its id's where one is free; empty where none is free."""
    free = free_letters(keys)
    usual = _usual(free)
    return next((letter for letter in id_.lower() if letter in usual), usual[:1])


def free_keys(ids: Iterable[str], keys: Iterable[str]) -> list[str]:
    """Return a key for each of several new labels: letters, and where these are too few, longer keys.

    All longer ones begin with one letter, which is no key then. Empty where no letter is free.
    """
    names, taken = [*ids], [*keys]
    free = free_letters(taken)
    lead = _usual(free)[-1:] if len(names) > len(free) else ""
    longer = ("".join((lead, *letters)) for letters in product(LABEL_LETTERS, repeat=2))
    found: list[str] = []
    for name in names:
        key = free_key(name, [*taken, *found, lead])
        found.append(key or (next(longer, "") if lead else ""))
    return found


def _usual(free: str) -> str:
    """Return the letters that are given to labels first."""
    return "".join(letter for letter in free if letter not in UNDO_AND_REMOVE) or free


def distinct_color(others: Iterable[str]) -> str:
    """Return a colour, #rrggbb, as far as can be from others, readable on dark and on light backgrounds."""
    known = [_lab(_channels(other)) for other in others]

    def distance(color: str) -> float:
        lab = _lab(_channels(color))
        return min((_distance(lab, other) for other in known), default=0.0)

    return max(_candidates(), key=distance)


def luminance(color: str) -> float:
    """Return the relative luminance of #rrggbb, 0 to 1 (WCAG 2.2)."""
    red, green, blue = map(_linear, _channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(color: str) -> Lab:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _linear(channel: float) -> float:
    """Return the light of an sRGB channel."""
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _lab(channels: Lab) -> Lab:
    """Return a colour in Oklab, where distances are those that are seen (Björn Ottosson, 2020)."""
    r, g, b = map(_linear, channels)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _distance(one: Lab, other: Lab) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)))


def _candidate(hue: float, saturation: float) -> str:
    """Return the colour of a hue and saturation that has the luminance `SHADE`, found by halving."""
    low, high = 0.0, 1.0
    color = ""
    for _ in range(12):
        lightness = (low + high) / 2
        channels = hls_to_rgb(hue, lightness, saturation)
        color = "#" + "".join(f"{round(255 * channel):02x}" for channel in channels)
        low, high = (lightness, high) if luminance(color) < SHADE else (low, lightness)
    return color


@cache
def _candidates() -> tuple[str, ...]:
    """Return the colours of which one is chosen, the strong ones first."""
    return tuple(_candidate(n / HUES, saturation) for saturation, n in product(SATURATIONS, range(HUES)))
