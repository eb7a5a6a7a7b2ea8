"""`piyue adjudicate`: one result from several annotators."""

from collections import Counter
from collections.abc import Mapping, Sequence

from tui.cli.arguments import JSON, Option, part
from tui.cli.context import Context, shown
from tui.errors import PiyueError
from tui.measure.adjudication.article_labels import LabelDifference
from tui.measure.adjudication.differences import Difference
from tui.measure.adjudication.rows import VersionTexts, difference_row
from tui.operations.adjudicate import AdjudicateOptions, ArticleAdjudicated, Rule, checked
from tui.operations.adjudicate import adjudicate as adjudicated

OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "adjudicate": (
        Option(
            ("--from",),
            "from",
            {"action": "append", "metavar": "NAME", "required": True, "dest": "annotators"},
        ),
        Option(("--into",), "into", {"metavar": "NAME"}),
        Option(("--auto",), "auto", {"choices": ("agreed", "majority")}),
        Option(("--threshold",), "threshold", {"type": part, "default": 0.5, "metavar": "PART"}),
        JSON,
    ),
}
"""The arguments of each command."""


def adjudicate(context: Context) -> None:
    """Open the app on what differs; or take what needs no person, and print what is left."""
    arguments = context.arguments
    result = context.project.settings.team.result
    into = arguments.into or result
    rule: Rule = arguments.auto or "agreed"
    options = AdjudicateOptions(tuple(arguments.annotators), into, rule, arguments.threshold)
    options = checked(context.project, options)
    if into != result:
        context.note(context.say("cli.adjudicate.not_result", into=into, result=result))
    if arguments.auto is None:
        _open(context, options)
        return
    counts: Counter[str] = Counter()
    for event in adjudicated(context.project, options):
        if isinstance(event, PiyueError):
            context.complain(event)
        elif isinstance(event, ArticleAdjudicated):
            left = len(event.left) + len(event.labels_left)
            counts.update(articles=1, agreed=event.agreed, majority=event.majority, left=left)
            print_differences(context, [*event.left, *event.labels_left])
        else:
            counts["unfinished"] += 1
    names = ("articles", "agreed", "majority", "left", "unfinished")
    context.note(context.say("cli.adjudicated", **{name: counts[name] for name in names}))


def _open(context: Context, options: AdjudicateOptions) -> None:
    if context.arguments.json:
        raise PiyueError("adjudicate.terminal")
    from tui.app import run

    by, context.project.annotator = context.project.annotator, options.into
    asked = context.arguments.lang
    try:
        context.status = run(
            context.project, None, options.annotators, options.threshold, asked, adjudicator=by
        )
    except PiyueError as error:
        raise PiyueError("adjudicate.terminal") if error.key == "app.no_terminal" else error from None


def print_differences(context: Context, differences: Sequence[Difference | LabelDifference]) -> None:
    """Print differences, each on a line."""
    for difference in differences:
        print_difference(context, difference)


def print_difference(context: Context, difference: Difference | LabelDifference) -> None:
    """Print a difference on a line."""
    texts = VersionTexts(context.names)
    if isinstance(difference, LabelDifference):
        kind = context.say("difference.article_label")
        line = f"{difference.article}  {kind}  {texts.article_labels(difference)}"
        context.answer(difference.row) if context.arguments.json else context.line(shown(line))
    elif context.arguments.json:
        context.answer(difference_row(difference))
    else:
        kinds = "+".join(context.say(f"difference.{kind}") for kind in difference.kinds)
        context.line(shown(f"{difference.article}  {kinds}  {texts.line(difference)}"))
