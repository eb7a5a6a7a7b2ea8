"""Groups the sentences of a file into articles: one each, N each, or the whole file."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from tui.errors import FormatError
from tui.formats.common.flat_article import FlatArticle, Mark
from tui.formats.common.not_read import NotReadError
from tui.formats.interface import Refuse
from tui.model import Segment
from tui.model.page import Sentence

CHOICES = ("sentence", "blank", "file")


def article_size(text: str) -> str:
    """Return `text` if it says what makes an article.

    Raises:
        FormatError: it does not.
    """
    if text in CHOICES or (text.isascii() and text.isdecimal() and 0 < int(text) < 10**9):
        return text
    raise FormatError("import.article_per", text=text)


def grouped(articles: Iterable[FlatArticle], per: str, refuse: Refuse) -> Iterator[FlatArticle]:
    """Yield the articles of a file, cut or joined.

    Args:
        articles: as the file itself parts them.
        per: `sentence`, `blank` (what stands between two empty lines), `file`, or a number of sentences.
    """
    if per == "file":
        yield from _joined(list(articles))
        return
    for article in articles:
        yield from _cut(article, int(per) if per.isdecimal() else 1, refuse)


def _cut(article: FlatArticle, size: int, refuse: Refuse) -> Iterator[FlatArticle]:
    sentences = article.sentences
    starts = [sentence.start for sentence in sentences[::size]]
    if len(starts) < 2:
        yield article
        return
    ends = [sentences[min(at + size, len(sentences)) - 1].end for at in range(0, len(sentences), size)]
    marks: list[list[Mark]] = [[] for _ in starts]
    for mark in article.marks:
        at = max(0, bisect_right(starts, mark.start) - 1)
        if mark.end <= ends[at]:
            marks[at].append(mark)
        else:
            refuse(NotReadError("crossing", mark.label))
    words, tokens = _by_start(article.words, starts), _by_start(article.tokens, starts)
    for at, (start, end) in enumerate(zip(starts, ends, strict=True)):
        own = sentences[at * size : (at + 1) * size]
        name = article.external_id and f"{article.external_id}-{at + 1}"
        yield article._replace(
            id="",
            text=article.text[start:end],
            marks=tuple(mark.replaced(parts=_moved(mark.parts, -start)) for mark in marks[at]),
            links=(),
            words=_moved(words[at], -start),
            tokens=_moved(tokens[at], -start),
            sentences=tuple(Sentence(s.start - start, s.end - start, s.id) for s in own),
            external_id=(own[0].id if size == 1 else "") or name,
        )


def _by_start(places: Iterable[Segment], starts: list[int]) -> list[list[Segment]]:
    found: list[list[Segment]] = [[] for _ in starts]
    for place in places:
        found[max(0, bisect_right(starts, place[0]) - 1)].append(place)
    return found


def _moved(places: Iterable[Segment], by: int) -> tuple[Segment, ...]:
    return tuple((start + by, end + by) for start, end in places)


def _joined(articles: list[FlatArticle]) -> Iterator[FlatArticle]:
    """Yield one article of all, each beginning on a new line."""
    if len(articles) < 2:
        yield from articles
        return
    marks, words, tokens = list[Mark](), list[Segment](), list[Segment]()
    sentences, texts, at = list[Sentence](), list[str](), 0
    for number, article in enumerate(articles):
        marks += [
            mark.replaced(id=f"{number}-{mark.id}", parts=_moved(mark.parts, at)) for mark in article.marks
        ]
        words += _moved(article.words, at)
        tokens += _moved(article.tokens, at)
        sentences += [Sentence(s.start + at, s.end + at, s.id) for s in article.sentences]
        texts.append(article.text)
        at += len(article.text) + 1
    yield articles[0]._replace(
        id="",
        text="\n".join(texts),
        marks=tuple(marks),
        words=tuple(words),
        tokens=tuple(tokens),
        sentences=tuple(sentences),
    )
