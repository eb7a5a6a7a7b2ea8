"""Articles for the tests: text, words by hand, tags found by their text."""

from tui.model import Role
from tui.suggest.candidate import ArticleText, Candidate, Example


def article(words: str, name: str = "p#1") -> ArticleText:
    """Make an article of words between blanks; `/` begins a paragraph, `_` stands for a blank."""
    text, ranges, blocks, start = "", list[tuple[int, int]](), list[tuple[int, int]](), 0
    for number, paragraph in enumerate(words.split("/")):
        if number:
            text += "\n"
        start = len(text)
        for word in paragraph.split():
            written = word.replace("_", " ")
            ranges.append((len(text), len(text) + len(written)))
            text += written
        blocks.append((start, len(text)))
    role: Role = "paragraph"
    return ArticleText(name, text, tuple(blocks), tuple(role for _ in blocks), tuple(ranges))


def place(text: ArticleText, written: str, label: str, nth: int = 0) -> Candidate:
    """Return the nth place where something is written, with a label."""
    at = -1
    for _ in range(nth + 1):
        at = text.text.index(written, at + 1)
    return Candidate(at, at + len(written), label)


def finished(text: ArticleText, *tags: tuple[str, str]) -> Example:
    """Return an article that is done, each written text tagged wherever it stands."""
    found = []
    for written, label in tags:
        at = text.text.find(written)
        while at >= 0:
            found.append(Candidate(at, at + len(written), label))
            at = text.text.find(written, at + len(written))
    return Example(text, tuple(sorted(found, key=lambda one: one.start)), text.blocks, is_finished=True)


def written(text: ArticleText, candidates: list[Candidate]) -> list[tuple[str, str]]:
    """Return what stands at candidates, with their labels."""
    return [(text.text[one.start : one.end], one.label) for one in candidates]
