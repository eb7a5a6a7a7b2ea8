"""How far the work is, for programs and for people."""

from tui.cli.context import Context, width
from tui.measure.progress import total


def stats(context: Context) -> None:
    """`piyue stats`."""
    annotator = context.existing_annotator()
    context.is_long = True
    figures = total(context.documents(), context.project.settings.annotation_schema)
    if context.arguments.json:
        context.answer(figures.as_json(annotator))
    else:
        from tui.measure.report import progress_lines

        for line in progress_lines(figures, annotator, context.say, width()):
            context.line(line)
