"""Progress for people: the figures as lines of text, the same on the command line and in the app."""

from collections.abc import Callable

from tui.measure.progress import Figures
from tui.measure.tables import bar, table


def progress_lines(figures: Figures, annotator: str, say: Callable[..., str], width: int) -> list[str]:
    """Return a summary and bars by page and by label, in at most `width` cells.

    Args:
        say: gives the texts of the catalogue.
    """
    lines = [say("cli.stats", annotator=annotator, **_summary(figures.as_json(annotator)))]
    for name, rows in (("page", _pages(figures)), ("label", _labels(figures))):
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


def _labels(figures: Figures) -> list[tuple[str, int, int]]:
    """Return each label with its spans and all spans."""
    whole = sum(figures.labels.values())
    return [(label, count, whole) for label, count in figures.labels.most_common()]
