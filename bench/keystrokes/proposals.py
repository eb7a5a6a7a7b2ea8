"""Deciding on proposals by keys, as somebody does who knows which tags are wanted."""

from bench.keystrokes.hand import Keys, ways_to
from bench.keystrokes.replay import Deciding, Replay, Tag
from tui.app.work_screen.modes.reviewing import Reviewing
from tui.app.work_screen.modes.taking_sure import TakingSure
from tui.app.workspace.proposals import doubtful, is_sure, proposals, sure_ones
from tui.suggest.proposal import Proposal

MOST = 3
"""Keys that moving an end may take; where it takes more, the proposal is refused."""
REFUSE: Keys = ("x",)


async def decide(replay: Replay) -> None:
    """Go through the doubtful proposals of the open article, take the sure ones, remove what was wrong."""
    await settled(replay)
    if doubtful(replay.app.workspace):
        await replay.press(("E",), "proposals")
    while isinstance(mode := replay.app.controller.mode, Reviewing):
        await replay.press(decision(replay, mode.review.shown), "proposals")
    if isinstance(replay.app.controller.mode, TakingSure):
        await replay.press(("grave_accent",), "proposals")
    for _ in range(50):
        await replay.pilot.pause()
        if not any(is_sure(replay.app.workspace, row) for row in proposals(replay.app.workspace)):
            break
        if sure_ones(replay.app.workspace):
            await replay.press(("grave_accent",), "proposals")
        else:
            await replay.press(("pagedown",), "proposals")
    await _remove_wrong(replay)


def decision(replay: Replay, proposal: Proposal) -> Keys:
    """Return the keys that make a wanted tag of a proposal, else refuse it."""
    wanted, made = replay.wanted[proposal.page], replay.made(proposal.page)
    left = wanted - made
    if (proposal.label, proposal.segments) in left:
        return ("enter",)
    for label, segments in left:
        if segments == proposal.segments:
            return tuple(replay.app.controller.labels.by_id[label].key)
    best: Keys | None = None
    for label, segments in left:
        keys = _moved(proposal, (label, segments))
        if keys is not None and (best is None or len(keys) < len(best)):
            best = keys
    return best if best is not None else REFUSE


def _moved(proposal: Proposal, tag: Tag) -> Keys | None:
    """Return the keys that move the ends of a proposal to those of a tag, and take it; None: too many."""
    label, segments = tag
    if label != proposal.label or len(segments) != 1 or len(proposal.segments) != 1:
        return None
    (start, end), (first, last) = proposal.segments[0], segments[0]
    if start >= last or first >= end:
        return None
    right = (("greater_than_sign" if last > end else "less_than_sign"),) * abs(last - end)
    left = (("less_than_sign" if first < start else "greater_than_sign"),) * abs(first - start)
    keys = (*right, *(("s", *left) if left else ()), "enter")
    return keys if len(keys) <= MOST + 1 else None


async def _remove_wrong(replay: Replay) -> None:
    """Remove the tags that are not wanted."""
    page = replay.page()
    for tag in sorted(replay.made(page) - replay.wanted[page]):
        reader = replay.app.controller.reader
        shown = next(t for t in reader.scene.contents.tags if (t.span.label, t.span.segments) == tag)
        ways = ways_to(reader.scene.field, reader.caret)
        offsets = [at for a, b in shown.ranges for at in range(a, b) if at in ways]
        own = [at for at in offsets if reader.scene.tags_at(at)[0].span.id == shown.span.id]
        at = min(own or offsets, key=lambda offset: len(ways[offset]))
        outward = [t.span.id for t in reader.scene.tags_at(at)].index(shown.span.id)
        await replay.press((*ways[at], *("K",) * outward, "x"), "proposals")


async def settled(replay: Replay) -> None:
    """Wait until what is proposed is there, as it is before a person has read the first line."""
    await replay.app.workers.wait_for_complete()
    await replay.pilot.pause()


async def finish(replay: Replay) -> None:
    """Finish the article, and let a model be trained, as it is in the pause before the next one."""
    if replay.app.workspace.shown is None:
        return
    await replay.press(("f",), "to the article")
    if "finish" in replay.app.workspace.status.now.message or replay.app.workspace.status.now.alarm:
        await replay.press(("f",), "to the article")
    replay.app.saver.flush()
    await settled(replay)
    await replay.app.proposals.proposer.train_now()


TRAINING = Deciding(decide, finish)
"""Proposals are decided on first; a model is trained after each article."""
