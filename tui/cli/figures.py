"""How far the work is, for programs and for people."""

from tui.cli.context import Context, width
from tui.measure.progress import total


def stats(context: Context) -> None:
    """`piyue stats`."""
    annotator = context.existing_annotator()
    context.is_long = True
    figures = total(context.documents(), context.project.settings.annotation_schema)
    if context.arguments.json:
        from tui.operations.proposals.model_file import load_model

        model = load_model(context.project)
        context.answer(figures.as_json(annotator) | {"model": model.figures if model else None})
    else:
        from tui.measure.report import progress_lines

        for line in progress_lines(figures, annotator, context.say, width()):
            context.line(line)
