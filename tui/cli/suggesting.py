"""`piyue suggest` and `piyue learn`: proposals, and training of the model."""

from collections.abc import Iterator, Mapping

from tui.cli.arguments import ARTICLE, JSON, Option
from tui.cli.context import Context, shown, width
from tui.cli.corpus import find_article
from tui.cli.sharding import PAGE_RUNS, page_runner
from tui.errors import PiyueError
from tui.measure.tables import table
from tui.operations.learn import FOLDS
from tui.operations.learn import learn as train
from tui.operations.learn_borders import learn_borders
from tui.operations.propose import ProjectProposals, proposals_of_pages
from tui.suggest.proposal import Proposal

OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "suggest": (
        Option(("--all",), "all", {"action": "store_true"}, "of"),
        ARTICLE.replaced(one_of="of"),
        *PAGE_RUNS,
        JSON,
    ),
    "learn": (JSON,),
}
"""The arguments of each command."""


def suggest(context: Context) -> None:
    """`piyue suggest`: what nobody has decided on yet."""
    for found in _proposals(context):
        if isinstance(found, PiyueError):
            context.complain(found)
        elif context.arguments.json:
            context.answer(found.as_dict())
        else:
            fields = " ".join(f"{k}={v}" for k, v in found.attributes.items() if v not in (None, ""))
            cells = (
                found.article,
                context.names.label(found.label),
                found.surface,
                f"{found.score:.2f}",
                fields,
            )
            context.line(shown("  ".join(cells)))


def _proposals(context: Context) -> Iterator[Proposal | PiyueError]:
    wanted = context.arguments.article
    with page_runner(context, "suggest", of_all=wanted is None) as runner:
        if wanted is None:
            yield from proposals_of_pages(context.project, runner)
            return
        page, article, _ = find_article(context, wanted)
        yield from ProjectProposals(context.project).of(context.project.document(page.id), article)


def learn(context: Context) -> None:
    """`piyue learn`: train on what is finished, and say how good the model is."""
    for one in learn_borders(context.project):
        context.note(one.message.render(context.language))
    figures = train(context.project, folds=FOLDS).figures or {}
    if context.arguments.json:
        context.answer(figures)
        return
    context.line(context.say("cli.learn", **{k: v for k, v in figures.items() if k != "by_label"}))

    heads = [context.say(f"cli.column.{name}") for name in ("label", "tags", "precision", "recall", "f1")]
    rows = [
        (
            context.say("cli.learn.all") if label == "*" else context.names.label(label),
            str(row["tags"]),
            *(f"{row[name]:.2f}" for name in ("precision", "recall", "f1")),
        )
        for label, row in figures["by_label"].items()
    ]
    for line in table(rows, heads, width()):
        context.line(line)
