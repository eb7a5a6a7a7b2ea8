"""Word segmentation. The only module that imports jieba and rjieba."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Literal, Protocol, TypeAlias, get_args

from tui.errors import ProjectError
from tui.model import Segment
from tui.text.dictionary import Entry
from tui.text.jieba_dictionary import counts

Name: TypeAlias = Literal["jieba", "rjieba"]
NAMES: tuple[Name, ...] = get_args(Name)
NUMBER = re.compile(r"([a-zA-Z0-9]+(?:\.\d+)?%?)")
"""What jieba takes for one word in a run of letters, digits and signs without a word of the dictionary."""

IN_ONE_PIECE = r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]*"
"""What jieba and rjieba look up in the dictionary as one piece; at all other signs they cut before that."""

LONGEST_RUN = 2000
LONG_RUN = rf"[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]{{{LONGEST_RUN}}}"
"""What jieba takes for one piece, such as a sentence without a stop; seldom needed, and slow to compile."""


class Segmenter(Protocol):
    """Something that cuts text into words."""

    def words(self, text: str) -> list[Segment]:
        """Return the words of `text` as ranges that cover it in order, line feeds left out."""
        ...


class _ByLine:
    """Cuts line by line, and takes those for no words that the user says are none."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._own = {entry.word for entry in entries if entry.frequency != 0}
        self._never = {entry.word for entry in entries if entry.frequency == 0}
        self._joined = _pattern(word for word in self._own if not re.fullmatch(IN_ONE_PIECE, word))

    def words(self, text: str) -> list[Segment]:
        """See `Segmenter.words`."""
        found: list[Segment] = []
        at = 0
        for line in text.split("\n"):
            words = self.cut(line)
            if self._never:
                words = [part for word in words for part in self._parts(word)]
            ranges: Iterable[Segment] = pairwise(accumulate(map(len, words), initial=at))
            if self._joined is not None:
                places = [(at + m.start(), at + m.end()) for m in self._joined.finditer(line)]
                ranges = _with_words(ranges, places)
            found += ranges
            at += len(line) + 1
        return found

    def _parts(self, word: str) -> Iterator[str]:
        """Yield a word, or of one that is none two of the user's, else its longest words from the left."""
        if word not in self._never:
            yield word
            return
        for at in range(1, len(word)):
            if {word[:at], word[at:]} <= self._own:
                yield from (word[:at], word[at:])
                return
        while word:
            end = next((n for n in range(len(word), 1, -1) if self._stands(word[:n])), 1)
            yield word[:end]
            word = word[end:]

    def _stands(self, word: str) -> bool:
        return word not in self._never and self.knows(word)

    def cut(self, line: str) -> list[str]:
        """Return the words of a line, which together are the line."""
        raise NotImplementedError

    def knows(self, word: str) -> bool:
        """Tell whether a word is in the dictionary."""
        raise NotImplementedError


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds words, of those that begin alike the longest."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first))) if longest_first else None


def _with_words(words: Iterable[Segment], joined: list[Segment]) -> Iterator[Segment]:
    """Yield words with those that were joined in the place of what they cover."""
    rest = iter(joined)
    place = next(rest, None)
    for start, end in words:
        while place is not None and place[1] <= start:
            place = next(rest, None)
        while place is not None and place[0] < end:
            if start < place[0]:
                yield start, place[0]
            if start <= place[0]:
                yield place
            start = place[1]
            if start > end:
                break
            place = next(rest, None)
        if start < end:
            yield start, end


class JiebaSegmenter(_ByLine):
    """jieba's accurate mode with its HMM. Loading the dictionary takes 0.2 to 0.5 s and about 80 MB.

    Args:
        cache: a folder that only this user can write to, for what is made of the dictionary.
        entries: the user's words.
    """

    def __init__(self, cache: Path, entries: Sequence[Entry] = ()) -> None:
        import jieba

        super().__init__(entries)
        self._tokenizer = jieba.Tokenizer()
        _, self._tokenizer.total, self._tokenizer.FREQ = counts(cache)
        self._tokenizer.initialized = True
        for entry in entries:
            if entry.frequency != 0:
                known = self._tokenizer.FREQ.get(entry.word, 0)
                self._tokenizer.add_word(*entry)
                self._tokenizer.total -= known  # which jieba would count twice; rjieba does not

    def cut(self, line: str) -> list[str]:
        """See `_ByLine.cut`."""
        return [word for piece in _pieces(line) for word in self._tokenizer.cut(piece)]

    def knows(self, word: str) -> bool:
        """See `_ByLine.knows`."""
        return bool(self._tokenizer.FREQ.get(word))


def _pieces(line: str) -> Iterator[str]:
    """Yield a line cut within runs that no text has: jieba's time grows with the square of a run."""
    at = 0
    for run in re.finditer(LONG_RUN, line) if len(line) > LONGEST_RUN else ():
        yield line[at : run.end()]
        at = run.end()
    yield line[at:]


class RjiebaSegmenter(_ByLine):
    """rjieba: the same algorithm and dictionary in Rust, loaded in a tenth of the time, much faster.

    Args:
        entries: the user's words.

    Raises:
        ProjectError: it is not installed.
    """

    def __init__(self, entries: Sequence[Entry] = ()) -> None:
        try:
            import rjieba
        except ImportError as error:
            raise ProjectError("segmenter.missing") from error
        super().__init__(entries)
        self._jieba = rjieba.Jieba()
        for entry in entries:
            if entry.frequency != 0:
                self._jieba.add_word(*entry)

    def cut(self, line: str) -> list[str]:
        """See `_ByLine.cut`; runs of Latin letters and digits are cut as jieba does."""
        words: list[str] = self._jieba.cut(line)
        parted = {
            word: parts for word in set(filter(str.isascii, words)) if len(parts := self._cut_run(word)) > 1
        }
        return [part for word in words for part in parted.get(word, (word,))] if parted else words

    def _cut_run(self, word: str) -> list[str]:
        """Return the words of a run of Latin letters and digits."""
        return [word] if len(word) == 1 or self.knows(word) else [*filter(None, NUMBER.split(word))]

    def knows(self, word: str) -> bool:
        """See `_ByLine.knows`."""
        return bool(self._jieba.has_word(word))


def segmenter_for(name: Name, cache: Path, entries: Sequence[Entry] = ()) -> Segmenter:
    """Return a segmenter, loaded in this process.

    Args:
        cache: a folder below which may be kept what is made of jieba's dictionary.
        entries: the user's words.

    Raises:
        ProjectError: it is not installed.
    """
    if name == "rjieba":
        return RjiebaSegmenter(entries)
    folder = cache / "jieba"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return JiebaSegmenter(folder, entries)


def fastest() -> Name:
    """Return the fastest segmenter that is installed."""
    from importlib.util import find_spec

    return "jieba" if find_spec("rjieba") is None else "rjieba"


def fallback_words(text: str) -> list[Segment]:
    """Return each character as a word: what is shown until a segmenter has answered."""
    return [(at, at + 1) for at, character in enumerate(text) if character != "\n"]
