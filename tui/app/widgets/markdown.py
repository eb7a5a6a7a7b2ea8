"""Markdown as blocks of plain text: what people read of it, without links and pictures."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tui.app.widgets.styles import PartName

PARTS: Mapping[str, PartName] = {"h1": "accent", "blockquote": "dim"}
BULLET = "- "
FIRST_WIDE = 0x2E80
"""The first character of those of East Asia, between which a new line is no blank."""
STRONG = re.compile(r"\*\*([^*\s](?:[^*]*[^*\s])?)\*\*")
"""What CommonMark leaves as text where punctuation stands inside of it at an end, and a character outside."""


class Block(NamedTuple):
    """A heading, a paragraph, an item of a list, or code.

    Attributes:
        text: with a new line where one is meant.
        lead: what stands before its first row; the others are as far from the edge.
        part: how it is drawn.
    """

    text: str
    lead: str = ""
    part: PartName = "text"


def blocks_of(markdown: str) -> list[Block]:
    """Return the blocks of a text in order."""
    found: list[Block] = []
    part: PartName = "text"
    lead, depth = "", 0
    for token in MarkdownIt("commonmark").parse(markdown):
        if token.type in LISTS:
            depth += token.nesting
            lead = lead if depth else ""
        elif token.type == "list_item_open":
            lead = "  " * (depth - 1) + (f"{token.info}{token.markup} " if token.info else BULLET)
        elif token.type in ("heading_open", "blockquote_open"):
            part = PARTS.get(token.tag, "strong")
        elif token.type in ("heading_close", "blockquote_close"):
            part = "text"
        elif token.type in ("fence", "code_block"):
            found.append(Block(token.content.rstrip("\n"), "  ", "dim"))
        elif token.type == "inline":
            found.append(Block(_joined(token.children or ()), lead, part))
            lead = " " * len(lead)
    return found


LISTS = frozenset(("bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close"))


def _joined(tokens: Iterable[Token]) -> str:
    """Return the text of a block: a new line of the file is a blank, between Chinese characters nothing."""
    said, before = "", ""
    for token in tokens:
        if token.type == "softbreak":
            before = said[-1:]
        elif token.type == "hardbreak":
            said += "\n"
        elif token.content and token.type in ("text", "code_inline"):
            content = STRONG.sub(_plain, token.content) if token.type == "text" else token.content
            blank = " " if before and not _are_wide(before, content[0]) else ""
            said, before = said + blank + content, ""
    return said


def _plain(found: re.Match[str]) -> str:
    """Return what is strong in Chinese, **“全称”**的; anything else as it is."""
    inside = found[1]
    is_chinese = any(not (end.isascii() or end.isalnum()) for end in (inside[0], inside[-1]))
    return inside if is_chinese else found[0]


def _are_wide(before: str, after: str) -> bool:
    return min(ord(before), ord(after)) >= FIRST_WIDE
