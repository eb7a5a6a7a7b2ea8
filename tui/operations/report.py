"""The team's figures as one self-contained HTML file: tables and SVG charts, no scripts, no links."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from html import escape
from pathlib import Path
from typing import TypeAlias

from tui.formats.common.whole_files import replacing
from tui.measure.agreement.corpus import Corpus
from tui.measure.agreement.rows import figure_rows, number
from tui.measure.progress import Figures, per_hour
from tui.measure.team.time_per_article import time_per_article
from tui.measure.team.work_days import WAYS
from tui.model.names import SchemaNames
from tui.operations.charts import Chart, lines, side_bars, stacked_bars
from tui.operations.stats import TeamStats

Say: TypeAlias = Callable[..., str]

STYLE = """
body { font: 16px/1.5 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
       margin: 2rem auto; max-width: 60rem; color: #222; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { padding: .2rem .8rem; border-bottom: 1px solid #ddd; text-align: right; }
th:first-child, td:first-child { text-align: left; }
figure { margin: 1rem 0; } svg { max-width: 100%; height: auto; }
figcaption i { display: inline-block; width: .8em; height: .8em; margin: 0 .3em 0 1em; }
"""


def write_report(
    path: Path,
    name: str,
    found: TeamStats,
    corpus: Corpus | None,
    say: Say,
    names: SchemaNames,
    now: datetime,
) -> None:
    """Write a team's report.

    Args:
        name: of the project.
        corpus: the agreement; None where fewer than two annotators can be compared.
        say: gives the texts of the catalogue.
        names: of the labels, in the same language.

    Raises:
        FormatError: the extra `report` is not installed, or the file cannot be written.
    """
    title = say("report.title", name=name)
    body = "\n".join(_body(found, corpus, say, names))
    head = f'<head><meta charset="utf-8"><title>{escape(title)}</title><style>{STYLE}</style></head>'
    page = (
        f'<!DOCTYPE html>\n<html lang="{names.language}">\n{head}\n<body>\n<h1>{escape(title)}</h1>\n'
        f"<p>{escape(say('report.made', when=f'{now:%Y-%m-%d %H:%M}'))}</p>\n{body}\n</body>\n</html>\n"
    )
    with replacing(path) as stream:
        stream.write(page.encode("utf-8", "xmlcharrefreplace"))


def _body(found: TeamStats, corpus: Corpus | None, say: Say, names: SchemaNames) -> Iterator[str]:
    whole = found.whole
    yield _heading(say("report.progress"))
    total = len(whole.articles)
    yield f"<p>{escape(say('report.done', done=whole.states['done'], total=total, left=found.left))}</p>"
    if found.forecast:
        yield f"<p>{escape(say('cli.forecast', left=found.left, **found.forecast._asdict()))}</p>"
    yield _people(found, say)
    yield from _days(found, say)
    if corpus and corpus.together.articles:
        yield from _agreement(found, corpus, say, names)
    yield from _labels(found, say, names)


def _people(found: TeamStats, say: Say) -> str:
    head = ("annotator", "articles", "spans", *WAYS, "hour", "minutes")
    return _table(head, [_person(name, each) for name, each in found.figures.items()], say)


def _person(name: str, figures: Figures) -> tuple[object, ...]:
    time = time_per_article(figures.articles)
    by_hand = figures.made["hand"] + figures.made["accepted"]
    ways = (figures.made[way] for way in WAYS)
    pace = per_hour(by_hand, figures.seconds)
    middle = f"{time.middle / 60:.1f}" if time else "-"
    return name, figures.states["done"], sum(figures.labels.values()), *ways, pace, middle


def _days(found: TeamStats, say: Say) -> Iterator[str]:
    days = sorted({row.day for row in found.days})
    if not days:
        return
    yield _heading(say("report.days"))
    made = {
        say(f"cli.column.{way}"): [sum(r.made[way] for r in found.days if r.day == day) for day in days]
        for way in WAYS
    }
    yield _figure(stacked_bars(_named(days), made))
    finished = [sum(row.articles for row in found.days if row.day <= day) for day in days]
    yield _heading(say("report.articles"))
    yield _figure(lines(_named(days), {say("cli.column.articles"): finished}, include_x_axis=True))


def _agreement(found: TeamStats, corpus: Corpus, say: Say, names: SchemaNames) -> Iterator[str]:
    yield _heading(say("report.agreement"))
    yield _table(("figure", "value", "interval95"), figure_rows(corpus, say, names), say)
    pairs = [pair for pair in corpus.pairs.values() if pair.articles]
    found_pairs = [(" – ".join(pair.names), pair.articles, number(pair.figure("spans"))) for pair in pairs]
    yield _table(("pair", "articles", "value"), found_pairs, say)
    if len(found.agreement) > 1:
        values = [figure.value for figure in found.agreement.values()]
        yield _figure(lines(_named(list(found.agreement)), {"F1": values}, range=(0, 1)))


def _labels(found: TeamStats, say: Say, names: SchemaNames) -> Iterator[str]:
    people = [name for name, each in found.figures.items() if each.labels]
    labels = [label for label, _ in found.whole.labels.most_common()]
    if not labels:
        return
    yield _heading(say("report.labels"))
    counts = {names.label(label): [found.figures[one].labels[label] for one in people] for label in labels}
    yield _figure(side_bars(people, counts))
    yield _table(("label",), [(label, *row) for label, row in counts.items()], say, people)


def _named(days: Sequence[date]) -> list[str]:
    return [day.isoformat() for day in days]


def _heading(text: str) -> str:
    return f"<h2>{escape(text)}</h2>"


def _figure(chart: Chart) -> str:
    legend = "".join(f'<i style="background:{colour}"></i>{escape(name)}' for name, colour in chart.legend)
    return f"<figure>{chart.svg}<figcaption>{legend}</figcaption></figure>"


def _table(head: Sequence[str], rows: Sequence[Sequence[object]], say: Say, more: Sequence[str] = ()) -> str:
    cells = [*(say(f"cli.column.{name}") for name in head), *more]
    lines = ["".join(f"<th>{escape(cell)}</th>" for cell in cells)]
    lines += ["".join(f"<td>{escape(str(cell))}</td>" for cell in row) for row in rows]
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"
