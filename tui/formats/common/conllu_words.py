"""The words of a sentence in CoNLL-U, and where they stand in its text.

That is where `# text` has them; without that line, where `SpaceAfter` says. A multiword token's words stand
where it does.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from tui.formats.common.token_joining import joined
from tui.model import Segment

COLUMNS = 10
UNREAD = ("LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS")
READ_MISC = frozenset({"Entity", "SpaceAfter", "SpacesAfter"})
CHINESE = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")

Misc = Mapping[str, str]


class Words(NamedTuple):
    """The lines of a sentence, but for empty nodes.

    Attributes:
        forms: one a line.
        misc: what the last column of each says.
        surface: the numbers of the lines that stand in the text: words, and tokens of several.
        inner: by the number of such a token's line, those of its words.
    """

    forms: Sequence[str]
    misc: Sequence[Misc]
    surface: Sequence[int]
    inner: Mapping[int, Sequence[int]] = {}


@lru_cache(maxsize=1024)
def misc_of(said: str) -> Misc:
    """Return what the last column says; it is the same on most lines."""
    return dict(part.partition("=")[::2] for part in said.split("|")) if said != "_" else {}


def words_of(lines: Sequence[str], unread: Counter[tuple[str, str]]) -> Words:
    """Return the words in a sentence's lines; what else these say is counted, a column at a time."""
    cells = "\t".join(lines).split("\t")
    keys, forms, *columns, said = (cells[column::COLUMNS] for column in range(COLUMNS))
    for name, values in zip(UNREAD, columns, strict=True):
        if count := len(values) - values.count("_") - values.count(""):
            unread["column", name] += count
    misc = list(map(misc_of, said))
    for each in {*said}:  # few: most lines say the same
        for name in misc_of(each).keys() - READ_MISC:
            unread["misc", name] += said.count(each)
    if all(map(str.isdecimal, keys)):
        return Words(forms, misc, range(len(forms)))
    return _with_tokens(keys, forms, misc, unread)


def _with_tokens(
    keys: Sequence[str], forms: Sequence[str], misc: Sequence[Misc], unread: Counter[tuple[str, str]]
) -> Words:
    """Return the words of a sentence that has tokens of several words, or empty nodes."""
    surface, inner, number, last = list[int](), dict[int, list[int]](), 0, 0
    for line, key in enumerate(keys):
        first, _, behind = key.partition("-")
        if key.isdecimal():
            number += 1
            if number <= last:
                inner.setdefault(surface[-1], []).append(line)
            else:
                surface.append(line)
        elif first.isdecimal() and behind.isdecimal():
            surface.append(line)
            last = int(behind)
        else:
            unread["empty_node", ""] += 1
    return Words(forms, misc, surface, inner)


def placed(words: Words, text: str | None) -> tuple[str, list[Segment]]:
    """Return the text of a sentence and where what stands in it does: as its text line has it, if it does."""
    forms, misc = words.forms, words.misc
    if len(words.surface) < len(forms):
        forms = [forms[line] for line in words.surface]
        misc = [misc[line] for line in words.surface]
    if text is not None and (found := _found(forms, text)) is not None:
        return text, found
    if not any("SpaceAfter" in said for said in misc) and any(map(CHINESE.search, forms)):
        return joined(forms)
    pieces, ranges, at = list[str](), list[Segment](), 0
    for form, said in zip(forms, misc, strict=True):
        ranges.append((at, at + len(form)))
        pieces.append(form + ("" if said.get("SpaceAfter") == "No" else " "))
        at += len(pieces[-1])
    return "".join(pieces).removesuffix(" "), ranges


def _found(forms: Sequence[str], text: str) -> list[Segment] | None:
    """Return where words stand in a text of which only blanks are left over; none where they do not."""
    if "".join(forms) == text:
        return list(pairwise(accumulate(map(len, forms), initial=0)))
    ranges, at = list[Segment](), 0
    for form in forms:
        start = text.find(form, at)
        if start < 0 or text[at:start].strip():
            return None
        at = start + len(form)
        ranges.append((start, at))
    return None if text[at:].strip() else ranges
