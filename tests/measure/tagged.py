"""The five sample pages as somebody has tagged them: every metric, and what some of them measure.

`python -m tests.measure.tagged FOLDER` makes a project of it.
"""

import shutil
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

from tests.conftest import SEEDS
from tui.edit import AddRelation, AddSpan, Change
from tui.edit.changes import Step
from tui.edit.session import Session
from tui.measure.aliases import Alias, Aliases
from tui.model import Article, Document, Relation, Span, surface
from tui.store.files.aliases import AliasFile
from tui.store.project import Project
from tui.suggest.rules import by_rule
from tui.text.offsets import Reading, read

NOON = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)
ANNOTATOR = "ling"

DATES = {"000": "2022", "001": "2023", "002": "2023", "003": "2023", "004": "2024"}
"""The years of the pages, as their texts give them away; the days are not known."""


class Linked(NamedTuple):
    """What a reader links to a metric: that text, where it stands nearest before it, else first behind."""

    page: str
    metric: str
    indicator: str
    subject: str
    period: str


LINKED = (
    Linked("000", "69家", "新建工会组织", "该区总工会", "2022年"),
    Linked("000", "8447人", "新发展工会会员", "该区总工会", "2022年"),
    Linked("000", "最高10万元", "支持资金", "顺义区总工会", "全年"),
    Linked("001", "119.35万人", "工会会员", "全市", "5年来"),
    Linked("001", "1.48万家", "企业", "全市", "5年来"),
    Linked("001", "2.71万场", "职工沟通会", "全市", "截至今年4月30日"),
    Linked("001", "1.73万场", "企业沟通会", "全市", "截至今年4月30日"),
    Linked("002", "34家", "新建工会组织", "顺义区总工会", "上半年"),
    Linked("002", "6566人", "新发展会员", "顺义区总工会", "上半年"),
    Linked("002", "566场", "职工沟通会和企业沟通会", "顺义区", "截至6月"),
    Linked("003", "20家", "新建工会组织", "密云区总工会", "今年以来"),
    Linked("003", "1600余人", "新发展工会会员", "密云区总工会", "今年以来"),
    Linked("003", "110场", "职工沟通会", "密云区总工会", "今年以来"),
    Linked("003", "26场", "企业沟通会", "密云区总工会", "今年以来"),
    Linked("004", "92家", "新建工会组织", "顺义区总工会", "去年"),
    Linked("004", "14708人", "吸纳工会会员", "顺义区总工会", "去年"),
    Linked("004", "不低于15%", "建会增长率", "顺义区总工会", "2024年"),
)

TARGETS = frozenset(("不低于15%", "95%以上", "90%以上", "85%以上"))

ALIASES = (
    Alias("subject", "该区总工会", "顺义区总工会", "000_fabdfe4cb5b039c8"),
    Alias("subject", "顺义区", "顺义区总工会"),
    Alias("indicator", "新发展会员", "新发展工会会员"),
    Alias("indicator", "吸纳工会会员", "新发展工会会员"),
    Alias("indicator", "工会会员", "发展工会会员"),
    Alias("indicator", "企业", "建会企业", "001_23acaf25f1115fd4"),
)


def tagged_project(folder: Path) -> Project:
    """Make the project in `folder` and return it."""
    shutil.copytree(SEEDS, folder / "seeds")
    lines = "".join(f'"{page}" = "{date}"\n' for page, date in DATES.items())
    (folder / "piyue.toml").write_text(f'annotator = "{ANNOTATOR}"\n\n[dates]\n{lines}', encoding="utf-8")
    project = Project(folder)
    for page in project.page_ids():
        project.save(tag(project.document(page)))
    file = AliasFile(project)
    file.load()
    file.save(Aliases(ALIASES))
    return project


def tag(document: Document) -> Document:
    """Return a page with all its metrics tagged and the known ones linked."""
    ids = (f"{number:04}" for number in count(1))
    session = Session(document)
    for article in document.articles:
        reading = read(document.page, article)
        metrics = [p for p in by_rule(article, reading) if p.label == "METRIC"]
        for proposal in metrics:
            metric = _span(document, next(ids), "METRIC", proposal.segments)
            status = {"status": "target"} if metric.text in TARGETS else {}
            changes: list[Change] = [AddSpan(metric.replaced(attributes=proposal.attributes | status))]
            for linked in LINKED:
                if linked.page == article.page[:3] and linked.metric == metric.text:
                    changes += _links(session.document, article, reading, metric, linked, ids)
            session.apply(Step("tag", tuple(changes), metric.text, metric.start))
    return session.document


def _links(
    document: Document,
    article: Article,
    reading: Reading,
    metric: Span,
    linked: Linked,
    ids: Iterator[str],
) -> Iterator[Change]:
    del article
    at = reading.to_reading(metric.segments)[0]
    for label, text in (
        ("indicator", linked.indicator),
        ("subject", linked.subject),
        ("period", linked.period),
    ):
        start = reading.text.rfind(text, 0, at)
        start = reading.text.find(text, at) if start < 0 else start
        assert start >= 0, (linked, label)
        segments = reading.to_source(start, start + len(text))
        kind = {"period": "TIME", "subject": "ORG"}.get(label, "INDICATOR")
        known = next((s for s in document.spans if s.segments == segments and s.label == kind), None)
        span = known or _span(document, next(ids), kind, segments)
        if known is None:
            yield AddSpan(span)
            document = document.replaced(spans=(*document.spans, span))
        yield AddRelation(Relation(id=next(ids), label=label, head=metric.id, tail=span.id))


def _span(document: Document, span_id: str, label: str, segments: tuple[tuple[int, int], ...]) -> Span:
    text = surface(document.page.text, segments)
    return Span(id=span_id, label=label, segments=segments, text=text, created=NOON, updated=NOON)


if __name__ == "__main__":
    tagged_project(Path(sys.argv[1]))
