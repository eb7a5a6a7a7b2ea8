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
        from tui.operations.proposals.sure_checks import load_checks

        model = load_model(context.project)
        checks = load_checks(context.project)
        more = {
            "model": model.figures if model else None,
            "sure_proposals": {"seen": len(checks), "refused": checks.count(False)},
        }
        context.answer(figures.as_json(annotator) | more)
    else:
        from tui.measure.report import progress_lines

        for line in progress_lines(figures, annotator, context.say, width()):
            context.line(line)
