"""Progress as lines of text, for the command line and the app."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from tui.measure.agreement.figures import Figure
from tui.measure.progress import Figures, per_hour
from tui.measure.tables import bar, cut, table
from tui.measure.team.time_per_article import time_per_article
from tui.measure.team.work_days import WAYS, WorkDay
from tui.model.names import SchemaNames

NEWEST = 14
"""Days that are shown of many."""


def progress_lines(
    figures: Figures, annotator: str, say: Callable[..., str], names: SchemaNames, width: int
) -> list[str]:
    """Return a summary and bars by page and by label, in at most `width` cells.

    Args:
        say: gives the texts of the catalogue.
    """
    said = say("cli.stats", annotator=annotator, **_summary(figures.as_json(annotator)))
    return [said, *_tables(figures, say, names, width)]


def progress_bars(
    figures: Figures, annotator: str, say: Callable[..., str], names: SchemaNames, width: int
) -> list[str]:
    """Return bars of what is done, the pace, and bars by page and by label, in at most `width` cells."""
    counted = (("articles", "done"), ("characters", "done"), ("metrics", "linked"))
    answer = figures.as_json(annotator)
    parts = [(name, answer[name][done], answer[name]["total"]) for name, done in counted]
    rows = [
        (say(f"progress.{name}"), bar(part, whole), f"{part}/{whole}", f"{part / whole:.0%}" if whole else "")
        for name, part, whole in parts
    ]
    pace = cut(say("progress.pace", **_summary(answer)), width)
    return [*table(rows, [annotator, "", "", ""], width), "", pace, *_tables(figures, say, names, width)]


def _tables(figures: Figures, say: Callable[..., str], names: SchemaNames, width: int) -> list[str]:
    """Return bars by page and by label, a blank line before each table."""
    lines: list[str] = []
    tables = (
        ("page", _pages(figures)),
        ("label", _labels(figures, names)),
        ("article_label", _of_articles(figures, names)),
    )
    for name, rows in tables:
        if rows:
            shown = [(key, f"{part}/{whole}", bar(part, whole)) for key, part, whole in rows]
            lines += ["", *table(shown, [say(f"cli.column.{name}"), "", ""], width)]
    return lines


def _summary(answer: dict[str, dict[str, int]]) -> dict[str, object]:
    """Return the figures of the first lines by the names that the catalogue has for them."""
    names = {
        "articles": ("total", "done", "doing", "skipped"),
        "characters": ("total", "done"),
        "spans": ("total",),
        "metrics": ("total", "linked"),
        "pace": ("spans_per_hour", "articles_per_hour", "active_seconds"),
    }
    return {f"{group}_{name}": answer[group][name] for group, wanted in names.items() for name in wanted}


def _pages(figures: Figures) -> list[tuple[str, int, int]]:
    """Return each page with its articles that are finished, done or skipped, and all of them."""
    rows: dict[str, tuple[int, int]] = {}
    for article in figures.articles:
        finished, whole = rows.get(article.page, (0, 0))
        rows[article.page] = finished + (article.state in ("done", "skipped")), whole + 1
    return [(page, *counts) for page, counts in rows.items()]


def _labels(figures: Figures, names: SchemaNames) -> list[tuple[str, int, int]]:
    """Return each label with its spans and all spans."""
    whole = sum(figures.labels.values())
    return [(names.label(label), count, whole) for label, count in figures.labels.most_common()]


def _of_articles(figures: Figures, names: SchemaNames) -> list[tuple[str, int, int]]:
    """Return each value that articles are labelled with, and all articles."""
    counts = sorted(figures.article_labels.items(), key=lambda item: (item[0][0], -item[1], item[0][1]))
    return [
        (f"{names.article_label(id_)}: {value}", count, len(figures.articles))
        for (id_, value), count in counts
    ]


def team_lines(
    figures: Mapping[str, Figures],
    days: Sequence[WorkDay],
    agreement: Mapping[date, Figure],
    say: Callable[..., str],
    width: int,
) -> list[str]:
    """Return tables of the annotators, of the newest days, and of the agreement, in at most `width` cells."""
    tables = [
        (("day", "annotator", *WAYS, "articles", "hour"), [_day_row(row) for row in days[-NEWEST:]]),
        (("day", "agreement"), [_agreement_row(day, agreement[day]) for day in sorted(agreement)[-NEWEST:]]),
    ]
    if len(figures) > 1:
        people = [_person_row(name, figures[name]) for name in figures]
        tables.insert(0, (("annotator", "articles", "spans", *WAYS, "hour", "minutes"), people))
    lines = []
    for head, rows in tables:
        if rows:
            lines += ["", *table(rows, [say(f"cli.column.{name}") for name in head], width)]
    return lines


def _person_row(name: str, figures: Figures) -> tuple[object, ...]:
    time = time_per_article(figures.articles)
    by_hand = figures.made["hand"] + figures.made["accepted"]
    return (
        name,
        figures.states["done"],
        sum(figures.labels.values()),
        *(figures.made[way] for way in WAYS),
        per_hour(by_hand, figures.seconds),
        f"{time.middle / 60:.1f}" if time else "-",
    )


def _day_row(row: WorkDay) -> tuple[object, ...]:
    ways = (row.made[way] for way in WAYS)
    return str(row.day), row.annotator, *ways, row.articles, per_hour(row.by_hand, row.seconds)


def _agreement_row(day: date, figure: Figure) -> tuple[object, ...]:
    return str(day), "-" if figure.value is None else f"F1 {figure.value:.3f}"
