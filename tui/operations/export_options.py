"""What is exported, and where to."""

from dataclasses import dataclass

from tui.formats.interface import PLAIN, Options


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What is exported, and where to.

    Attributes:
        target: a path; `-` for the stream that is given.
        options: of the format.
        states: of articles; empty: all, of a split only those that are done.
        labels: of tags; empty: all.
        annotators: whose tags; `all` stands for everybody's; empty: who works here.
        strict: whether any loss is an error.
        split: such as 80/10/10; empty: none.
        by: `page` or `date`: see `splits.assign`.
        shards: how many numbered files; 0: one without a number.
        shard: write only this one of them, counted from 0.
        allow_empty: whether finding nothing is no error.
        moment: to be written into the card.
        jobs: how many processes; None: as many as may run at once, if there are many pages. Formats whose
            files are no pieces, one behind the other, take one.
        told: how many losses are told one by one; None: all. A file of losses has all.
    """

    format: str
    target: str
    options: Options = PLAIN
    states: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    annotators: tuple[str, ...] = ()
    strict: bool = False
    split: str = ""
    seed: int = 0
    by: str = ""
    shards: int = 0
    shard: int | None = None
    allow_empty: bool = False
    moment: str = ""
    jobs: int | None = None
    told: int | None = None
