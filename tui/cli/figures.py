"""How far the work is, for programs and for people."""

from tui.cli.context import Context, width
from tui.measure.progress import Figures, total


def stats(context: Context) -> None:
    """`piyue stats`."""
    annotator = context.existing_annotator()
    context.is_long = True
    figures = total(context.documents())
    if context.arguments.json:
        context.answer(figures.as_json(annotator))
    else:
        _print(context, figures, annotator)


def _print(context: Context, figures: Figures, annotator: str) -> None:
    from tui.cli.tables import bar, table

    answer = figures.as_json(annotator)
    context.line(context.say("cli.stats", annotator=annotator, **_summary(answer)))
    for name, rows in (("page", _pages(figures)), ("label", _labels(figures))):
        if rows:
            head = [context.say(f"cli.column.{name}"), "", ""]
            shown = [(key, f"{part}/{whole}", bar(part, whole)) for key, part, whole in rows]
            context.line()
            for line in table(shown, head, width()):
                context.line(line)


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
