"""Faults that can be put into a source file, found in its syntax tree: small, seldom without effect."""

import ast
import re
from collections.abc import Callable, Iterator
from difflib import ndiff
from itertools import pairwise
from typing import NamedTuple

EXITS = (ast.Return, ast.Continue, ast.Break, ast.Raise)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
COLLECTIONS = (ast.Tuple, ast.List, ast.Set, ast.Dict)
SMALL = 3
"""Fewer elements than this are a pair or a row, not a table."""
PATTERN = frozenset("()[]{}|\\*+?")
"""What stands in regular expressions and not in lists of words."""
NOT_TABLES = {"__all__", "__slots__"}
ALTERNATIVES = re.compile(rb"(?<=\(\?:)[^()\[\]{}|\\'\"\s]+(?:\|[^()\[\]{}|\\'\"\s]+)+(?=\))")
"""What a group of a regular expression can be, where it is plain words."""

Change = tuple[int, int, bytes]
"""From byte, to byte, what stands there instead."""


class Fault(NamedTuple):
    """One change of one file.

    Attributes:
        path: of the file, relative to the tree.
        line, last_line: what is changed, counted from 1.
        content, changed: the whole file, as it is and with the fault.
    """

    path: str
    kind: str
    line: int
    last_line: int
    content: bytes
    changed: bytes

    @property
    def diff(self) -> list[str]:
        """The changed lines with one around them, each with what became of it: `-`, `+`, a blank."""
        old, new = (text.decode().split("\n") for text in (self.content, self.changed))
        first, behind = max(0, self.line - 2), max(0, len(old) - self.last_line - 1)
        lines = ndiff(old[first : len(old) - behind], new[first : len(new) - behind])
        return [line for line in lines if not line.startswith("?")]

    @property
    def name(self) -> str:
        """What the list of equivalent faults calls it: it stays the same when other lines change."""
        return " | ".join((self.path, *(f"{line[0]} {line[2:].strip()}" for line in self.diff)))


class Source:
    """A file as bytes: the positions of `ast` count bytes."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.tree = ast.parse(content)
        self.starts = [0]
        for line in content.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def range(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        """Return where a node stands, in bytes."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start = self.starts[node.lineno - 1] + node.col_offset
        return start, self.starts[node.end_lineno - 1] + node.end_col_offset

    def text(self, node: ast.expr | ast.stmt) -> bytes:
        start, end = self.range(node)
        return self.content[start:end]


def guards(source: Source) -> Iterator[Change]:
    """`if x: return` (continue, break, raise) never happens."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.If) and not node.orelse and isinstance(node.body[0], EXITS):
            yield *source.range(node.test), b"False"


def terms(source: Source) -> Iterator[Change]:
    """A term of `and` or `or` is dropped, or the condition of a comprehension."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.BoolOp):
            word = b" and " if isinstance(node.op, ast.And) else b" or "
            for dropped in node.values:
                rest = [b"(%s)" % source.text(value) for value in node.values if value is not dropped]
                yield *source.range(node), b"(%s)" % word.join(rest)
        elif isinstance(node, ast.comprehension):
            for condition in node.ifs:
                yield *source.range(condition), b"True"


def comparisons(source: Source) -> Iterator[Change]:
    """A comparison is turned: < into >=, == into !=, in into not in."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Compare):
            yield *source.range(node), b"(not (%s))" % source.text(node)


def exits(source: Source) -> Iterator[Change]:
    """A function without a result returns before its last statement; a loop ends after its first round."""
    for node in ast.walk(source.tree):
        if isinstance(node, FUNCTIONS):
            body = [part for part in node.body if not _is_docstring(part)]
            if len(body) > 1 and not isinstance(body[-1], EXITS):
                yield *source.range(body[-1]), b"return"
        elif isinstance(node, ast.For | ast.AsyncFor | ast.While):
            last = node.body[-1]
            if not isinstance(last, EXITS) and last.lineno > node.lineno:
                indent = b"\n" + b" " * node.body[0].col_offset
                yield *source.range(last), source.text(last) + indent + b"break"


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def rows(source: Source) -> Iterator[Change]:
    """A row of a module's table is dropped, however the table is written."""
    for value in _values(source.tree):
        yield from _elements_dropped(source, value)
        yield from _words_dropped(source, value)
        yield from _alternatives_dropped(source, value)


def _elements_dropped(source: Source, value: ast.expr) -> Iterator[Change]:
    for collection in _outermost(value):
        elements = [(source.range(first)[0], source.range(last)[1]) for first, last in _elements(collection)]
        if len(elements) >= SMALL:
            for (start, _), (next_start, _) in pairwise(elements):
                yield start, next_start, b""
            yield elements[-2][1], elements[-1][1], b""


def _words_dropped(source: Source, value: ast.expr) -> Iterator[Change]:
    """A table can be words with blanks between."""
    for node in ast.walk(value):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text, start = source.text(node), source.range(node)[0]
            found = list(re.finditer(rb"[^\s'\"]+", text))
            if len(found) >= SMALL and not text.isascii() and not PATTERN.intersection(node.value):
                for word in found:
                    yield start + word.start(), start + word.end(), b""


def _alternatives_dropped(source: Source, value: ast.expr) -> Iterator[Change]:
    """A table can be the alternatives of a regular expression."""
    for group in ALTERNATIVES.finditer(source.content, *source.range(value)):
        choices = group[0].split(b"|")
        for dropped in range(len(choices)):
            yield group.start(), group.end(), b"|".join(choices[:dropped] + choices[dropped + 1 :])


KINDS: dict[str, Callable[[Source], Iterator[Change]]] = {
    "guard": guards,
    "term": terms,
    "comparison": comparisons,
    "exit": exits,
    "row": rows,
}


def faults(path: str, content: bytes) -> Iterator[Fault]:
    """Yield all faults of a file; each leaves a file that Python can read."""
    source = Source(content)
    for kind, find in KINDS.items():
        for start, end, instead in find(source):
            changed = content[:start] + instead + content[end:]
            first, last = (content.count(b"\n", 0, at) + 1 for at in (start, end))
            if _is_python(changed):
                yield Fault(path, kind, first, last, content, changed)


def _is_python(content: bytes) -> bool:
    try:
        ast.parse(content)
    except SyntaxError:
        return False
    return True


def _values(tree: ast.Module) -> Iterator[ast.expr]:
    """Yield what is assigned to the names of a module."""
    for node in tree.body:
        if isinstance(node, ast.AnnAssign | ast.Assign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if not any(isinstance(target, ast.Name) and target.id in NOT_TABLES for target in targets):
                yield node.value


def _outermost(node: ast.AST) -> Iterator[ast.expr]:
    """Yield the collections in an expression, none of which is in another but as `*(…)`."""
    if isinstance(node, COLLECTIONS):
        yield node
        stars = [part for part in ast.iter_child_nodes(node) if isinstance(part, ast.Starred)]
        for star in stars:
            yield from _outermost(star.value)
    elif not isinstance(node, ast.Lambda | ast.comprehension | ast.Subscript):
        for part in ast.iter_child_nodes(node):
            yield from _outermost(part)


def _elements(collection: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Yield the first and the last node of each element: key and value of a dict's."""
    if isinstance(collection, ast.Dict):
        for key, value in zip(collection.keys, collection.values, strict=True):
            yield key or value, value
    elif isinstance(collection, ast.Tuple | ast.List | ast.Set):
        yield from ((element, element) for element in collection.elts)
