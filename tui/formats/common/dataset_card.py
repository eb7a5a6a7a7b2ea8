"""The dataset card: what an export contains, for people and for `datasets`, with a hash of its content."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from hashlib import sha256
from operator import itemgetter
from typing import Any, TypeAlias, TypeVar

from tui.formats.common.flat_article import FlatArticle
from tui.formats.common.json_lines import dumps, loads, plain_dumps
from tui.formats.common.loss_report import TALLIED, ExportReport
from tui.formats.common.native_schema import VERSION, About
from tui.formats.format import Format
from tui.formats.interface import Options
from tui.measure.agreement import Agreement
from tui.model.values import written

FILE = "README.md"
OURS = re.compile(r"^piyue: (\{.*\})$", re.MULTILINE)
"""The line of a card's head that only piyue reads."""
SLUG = re.compile("[a-z0-9][a-z0-9.-]*")


Key = TypeVar("Key", str, tuple[str, str])
BySplit: TypeAlias = defaultdict[str, Counter[Key]]
"""By split: how many there are of each."""


class Card:
    """Counts what is exported."""

    def __init__(self, row: Format, options: Options, about: About) -> None:
        self.row, self.options, self.about = row, options, about
        self.labels: BySplit[str] = defaultdict(Counter)
        self.links: BySplit[str] = defaultdict(Counter)
        self.article_labels: BySplit[tuple[str, str]] = defaultdict(Counter)
        self.articles: Counter[str] = Counter()
        self.characters: Counter[str] = Counter()
        self.annotators: Counter[str] = Counter()
        self.agreement = Agreement()
        self.left_out = 0
        self.splitting = ""
        self.dates: frozenset[str] = frozenset()
        self._digests: list[bytes] = []

    def add(self, sheet: FlatArticle, split: str) -> None:
        """Count a sheet."""
        self.articles[split] += 1
        self.characters[split] += len(sheet.text)
        self.annotators[sheet.annotator] += 1
        self.labels[split].update([mark.label for mark in sheet.marks])
        self.links[split].update([link.label for link in sheet.links])
        if sheet.entry is not None and sheet.part < 2:
            labels = sheet.entry.document.progress_of(sheet.entry.article.id).labels
            found = ((id_, value) for id_, values in labels.items() for value in values)
            self.article_labels[split].update(found)
        self._digests.append(digest(sheet))

    def join(self, other: "Card") -> None:
        """Count what another part of the export has."""
        for name in ("articles", "characters", "annotators"):
            getattr(self, name).update(getattr(other, name))
        for name in ("labels", "links", "article_labels"):
            for split, counts in getattr(other, name).items():
                getattr(self, name)[split].update(counts)
        self.agreement.join(other.agreement)
        self.left_out += other.left_out
        self._digests += other._digests

    def rename(self, names: dict[str, str]) -> None:
        """Call splits otherwise."""
        self.articles = Counter({names.get(k, k): v for k, v in self.articles.items()})
        self.characters = Counter({names.get(k, k): v for k, v in self.characters.items()})
        for name in ("labels", "links", "article_labels"):
            counts = {names.get(split, split): of for split, of in getattr(self, name).items()}
            setattr(self, name, defaultdict(Counter, counts))

    @property
    def content(self) -> str:
        """The hash over the content: of the articles' sorted hashes, so that files do not matter."""
        return sha256(b"".join(sorted(self._digests))).hexdigest()

    def used(self) -> list[str]:
        """The labels of the project, then those that are used beyond them."""
        known = [label.id for label in self.about.labels]
        used = {label for counts in self.labels.values() for label in counts}
        return known + sorted(used.difference(known))

    def render(self, report: ExportReport, when: str, splits: Iterable[str], files: Iterable[str]) -> bytes:
        """Return the card as Markdown with a head that `datasets` reads."""
        names = list(splits)
        head = self._head(when, names, list(files))
        rows = [f"{key}: {dumps(value).decode()}" for key, value in head.items()]
        body = "\n".join([*self._facts(when), "", *self._table(names), "", *_tally(report), ""])
        return "\n".join(["---", *rows, "---", "", body]).encode()

    def _head(self, when: str, splits: list[str], files: list[str]) -> dict[str, Any]:
        licence = self.about.licence
        plain = bool(SLUG.fullmatch(licence))
        head: dict[str, Any] = {"pretty_name": self.about.name or "piyue", "language": ["zh"]}
        head["license"] = licence if plain else "other"
        if licence and not plain:
            head["license_name"] = licence
        head["task_categories"] = ["token-classification"]
        if self.row.layout == "dataset":
            head |= self._dataset(splits)
        about = {"format": self.row.name, "version": VERSION, "tool": self.about.tool, "created": when}
        return head | {"piyue": about | {"labels": self.schema, "content": self.content, "files": files}}

    def columns(self, splits: list[str]) -> bytes:
        """Return a card that says only where the splits' files are and what their columns hold."""
        rows = [f"{key}: {dumps(value).decode()}" for key, value in self._dataset(splits).items()]
        return "\n".join(["---", *rows, "---", "", f"# {self.about.name or 'piyue'}", ""]).encode()

    def _dataset(self, splits: list[str]) -> dict[str, Any]:
        """Return where the splits' files are, and what their columns hold."""
        suffix = self.row.suffix_for(self.options)
        files = [{"split": split, "path": f"data/{split}-*{suffix}"} for split in splits]
        found: dict[str, Any] = {"configs": [{"config_name": "default", "data_files": files}]}
        if suffix == self.row.suffix:
            # Parquet has types of its own.
            features = self.row.load().features
            found["dataset_info"] = {"features": features(self.used(), self.options.scheme, self.dates)}
        return found

    @property
    def schema(self) -> str:
        """A hash over the labels and relations of the project: the version that the tags were made with."""
        rows = [written(x) for x in (*self.about.labels, *self.about.relations)]
        return sha256(dumps(rows)).hexdigest()[:16]

    def _facts(self, when: str) -> list[str]:
        known = [name for name in sorted(self.annotators) if name]
        facts = {
            "Source": self.about.source or "not stated",
            "Licence": self.about.licence or "not stated",
            "Made": f"{when} by {self.about.tool}",
            "Format": f"{self.row.name}, {dict(self.options._asdict())}",
            "Annotators": ", ".join(f"{name} ({self.annotators[name]})" for name in known) or "none",
            "Agreement": self._agreement(),
            "Content": f"sha256 {self.content}",
            "Labels": f"version {self.schema} of the schema",
            "Split": self.splitting or "none",
            "Left out": f"{self.left_out} articles that are not in the wanted state",
        }
        lines = (f"- {name}: {said}" for name, said in facts.items())
        return [f"# {self.about.name or 'piyue'}", "", *lines]

    def _agreement(self) -> str:
        found = self.agreement
        if found.f1 is None:
            return "not measured: no article here was finished by two annotators"
        names = ", ".join(sorted(found.annotators))
        over = f"articles: {found.articles}, annotators: {names}"
        return f"F1 {found.f1:.3f} of tags with the same label and the same place ({over})"

    def _table(self, splits: list[str]) -> list[str]:
        names = splits or [""]
        rows = [
            ("articles", [self.articles[name] for name in names]),
            ("characters", [self.characters[name] for name in names]),
            *((label, [self.labels[name][label] for name in names]) for label in self.used()),
            *((f"relation {one}", [self.links[name][one] for name in names]) for one in _keys(self.links)),
            *(
                (": ".join(label), [self.article_labels[name][label] for name in names])
                for label in _keys(self.article_labels)
            ),
        ]
        head = ["|  | " + " | ".join(name or "all" for name in names) + " |", "|---" * (len(names) + 1) + "|"]
        return head + [f"| {name} | " + " | ".join(map(str, counts)) + " |" for name, counts in rows]


def _keys(counts: "BySplit[Key]") -> list[Key]:
    return sorted(set().union(*counts.values()))


def _tally(report: ExportReport) -> list[str]:
    head = ["| went out | total | whole | changed | set aside | lost |", "|---|---|---|---|---|---|"]
    rows = ((what, report.tally(what)) for what in TALLIED)
    return head + [f"| {what} | " + " | ".join(map(str, counts.values())) + " |" for what, counts in rows]


def digest(sheet: FlatArticle) -> bytes:
    """Return the hash of what a sheet says: text, marks and links, in a fixed order."""
    marks = [
        [m.id, m.label, m.parts, sorted(m.attributes.items()) if m.attributes else (), m.note]
        for m in sheet.marks
    ]
    said = [sheet.id, sheet.text, sorted(marks, key=itemgetter(2, 1, 0)), sorted(sheet.links)]
    return sha256(plain_dumps(said)).digest()


def files_in(card: bytes) -> list[str] | None:
    """Return the files that a card names; nothing where it is none of ours."""
    match = OURS.search(card.decode("utf-8", "replace"))
    try:
        found = loads(match[1].encode()) if match else {}
    except ValueError:
        return None
    files = found.get("files") if isinstance(found, dict) else None
    return [str(file) for file in files] if isinstance(files, list) else None
