"""Names by their form: in brackets, after a byline, or with an ending typical of their kind."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from tui.model import Segment
from tui.suggest.candidate import ArticleText, Candidate, Example
from tui.suggest.proposer import LearnsFrom
from tui.suggest.tagged_words import HAN, Word, is_person, kinds_of, tagged_words
from tui.suggest.word_lists import (
    BYLINES,
    GENERIC_PLACES,
    KINDS_OF_BODIES,
    LEVELS,
    NEW,
    REPORTING,
    SURNAMES,
    TITLE_HEADS,
    VERBS_LIKE_PLACES,
)

LONGEST = 24
"""Characters of a name that ends as a body or an event does."""
INNER = frozenset(
    ("n", "ns", "nt", "nz", "nr", "nrt", "nrfg", "j", "vn", "b", "l", "zg", "g", "ng", "s", "m", "x", "i")
)
"""Parts of speech that a name of several words may hold."""
OPENING = frozenset(("ns", "nt", "nz", "nr", "nrt", "nrfg", "j", "x"))
"""Those that it may begin with."""
PLACE = frozenset(("ns", "x", "nr", "nrt", "nrfg", "nz"))
FUNCTION = frozenset(("p", "c", "d", "r", "u", "uj", "ul", "uz", "ud", "v", "f", "y", "q", "m"))
"""Parts of speech of single characters that seldom stand in a name behind a surname."""
DATELINES = frozenset(("日电", "日讯", "专电", "电讯", "本报讯", "本刊讯", "电", "讯"))
"""How a dateline ends, as jieba cuts it: what stands behind it is a name of its own."""
SCORES: Mapping[str, float] = {
    "bracket": 0.7,
    "byline": 0.8,
    "place": 0.55,
    "opened": 0.6,
    "bare": 0.3,
    "generic": 0.35,
    "word": 0.5,
    "person": 0.65,
}
DOC_BRACKETS = re.compile(r"《[^《》\n]{2,60}》")
NAME = re.compile(r"[\u3400-\u9fff]{2,4}")
_ONE = r"(?:[\u3400-\u9fff]{2,4}|[\u3400-\u9fff] [\u3400-\u9fff])"
BYLINE = re.compile(
    rf"(?:{'|'.join(map(re.escape, BYLINES))})[\s：:/]*({_ONE}(?:[\s、/]+{_ONE})*)(?=[\s）)】/]|$)",
    re.MULTILINE,
)


def find_names(text: ArticleText, words: Sequence[Word]) -> list[Candidate]:
    """Return what may be names, of the kinds in `SUFFIXES` and `PERSON`; some lie in others."""
    found = [*_documents(text), *_bylines(text)]
    for block in text.blocks:
        first, last = (bisect_left(words, at, key=lambda word: word.start) for at in block)
        found += _by_words(words[first:last])
    return sorted(found, key=lambda one: (one.start, -one.end))


def _documents(text: ArticleText) -> Iterator[Candidate]:
    for match in DOC_BRACKETS.finditer(text.text):
        inner = match.group()[1:-1]
        sure = any(kind == "DOC" for kind, _ in kinds_of(inner))
        yield _made(match.span(), "DOC", "bracket" if sure else "bare")


def _bylines(text: ArticleText) -> Iterator[Candidate]:
    for match in BYLINE.finditer(text.text):
        at = match.start(1)
        for name in NAME.finditer(match.group(1)):
            if is_person(name.group()):
                yield _made((at + name.start(), at + name.end()), "PERSON", "byline")


def _by_words(words: Sequence[Word]) -> Iterator[Candidate]:
    for at, word in enumerate(words):
        yield from _person(words, at)
        if word.tag == "ns" and len(word.text) > 1 and not _is_given(words, at):
            yield _made((word.start, word.end), "LOC", "place")
        if word.text in GENERIC_PLACES:
            yield _made((word.start, word.end), "LOC", "generic")
        for kind, length in kinds_of(word.text):
            yield from MAKERS[kind](words, at, kind, len(word.text) > length)


def _is_given(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word that a dictionary takes for a place is none: a verb, or a name behind a surname."""
    if words[at].text in VERBS_LIKE_PLACES:
        return True
    return at > 0 and len(words[at].text) == 2 and _is_surname(words, at - 1)


def _is_surname(words: Sequence[Word], at: int) -> bool:
    """Tell whether a surname stands alone as a word behind what names of persons stand behind."""
    if words[at].text not in SURNAMES or len(words[at].text) > 1:
        return False
    return words[at].tag.startswith("nr") or (at > 0 and _is_post(words[at - 1]))


def _is_post(word: Word) -> bool:
    return any(kind == "TITLE" for kind, _ in kinds_of(word.text))


def _person(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield a name that begins with a word: a whole one, or a surname with what stands behind it."""
    last = at
    if at + 1 < len(words) and words[at + 1].tag == "ns" and _is_given(words, at + 1):
        last += 1
    elif words[at].text in SURNAMES:
        while last + 1 < len(words) and last < at + 2 and _goes_on(words, last + 1):
            last += 1
    name = words[at].text if last == at else "".join(word.text for word in words[at : last + 1])
    if not is_person(name) or (last == at and not words[at].tag.startswith("nr")):
        return
    named = at > 0 and _is_post(words[at - 1])
    tells = last + 1 < len(words) and words[last + 1].text in REPORTING
    yield _made((words[at].start, words[last].end), "PERSON", "person" if named or tells else "bare")


def _goes_on(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    return len(word.text) == 1 and HAN.fullmatch(word.text) is not None and word.tag not in FUNCTION


def _title(words: Sequence[Word], at: int, kind: str, _: bool) -> Iterator[Candidate]:
    first = at
    while first and words[first - 1].text in TITLE_HEADS and words[first - 1].end == words[first].start:
        first -= 1
    yield _made((words[first].start, words[at].end), kind, "word")


def _of_words(words: Sequence[Word], at: int, kind: str, has_more: bool) -> Iterator[Candidate]:
    """Yield a name that ends with a word: from the leftmost one that opens names, else the one before."""
    first = _reach(words, at)
    opening = next((n for n in range(first, at + 1) if _opens_names(words[n])), None)
    if opening is not None and (opening < at or has_more):
        named = "".join(word.text for word in words[opening : at + 1]) not in KINDS_OF_BODIES
        yield _made((words[opening].start, words[at].end), kind, "opened" if named else "bare")
    else:
        yield _made((words[max(first, at - 1)].start, words[at].end), kind, "bare")


def _opens_names(word: Word) -> bool:
    return word.tag in OPENING or word.text in LEVELS


def _place(words: Sequence[Word], at: int, kind: str, has_more: bool) -> Iterator[Candidate]:
    first = at if has_more and words[at].tag != "n" else at - 1
    if first >= 0 and words[first].tag in PLACE and words[first].end >= words[at].start:
        yield _made((words[first].start, words[at].end), kind, "place")


def _reach(words: Sequence[Word], at: int) -> int:
    """Return the first word from which on all to one may be in one name."""
    first = at
    while first and words[first - 1].tag in INNER and words[first - 1].end == words[first].start:
        if words[at].end - words[first - 1].start > LONGEST or words[first - 1].text in DATELINES:
            break
        if _makes(words, first - 1):
            break
        first -= 1
    return first


def _makes(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word is a verb like 新建 before what is made: 新建工会, but not 新建区总工会."""
    word = words[at].text
    return word in VERBS_LIKE_PLACES and word.startswith(NEW) and words[at + 1].text[0] not in LEVELS


MAKERS = {"ORG": _of_words, "EVENT": _of_words, "DOC": _of_words, "TITLE": _title, "LOC": _place}


def _made(range_: Segment, kind: str, how: str) -> Candidate:
    return Candidate(*range_, kind, SCORES[how], "names", "rule")


class NamesProposer:
    """Proposes names by how they are made; its candidates have kinds for labels.

    Args:
        tags: parts of speech.
    """

    name = "names"
    version = "1"
    learns_from: LearnsFrom = "nothing"
    is_ready = True

    def __init__(self, tags: Mapping[str, str]) -> None:
        self._tags = tags

    def train(self, examples: Sequence[Example]) -> None:
        """Learn nothing."""

    def propose(self, text: ArticleText) -> list[Candidate]:
        """Return what may be names."""
        return find_names(text, tagged_words(text, self._tags))
