"""The transcript: what the cursor is on and what happens, line by line, for screen readers."""

from pathlib import Path

import pytest

from tests.app.conftest import shown
from tui.app.runtime.app import PiyueApp
from tui.app.work_screen.panes.transcript import TranscriptPane
from tui.app.workspace.transcript import Seen, Transcript
from tui.store.project import Project


@pytest.mark.slow
async def test_the_transcript_says_each_thing_once_as_it_happens(folder: Path) -> None:
    app = PiyueApp(Project.find(folder), "en", propose=False)
    app.workspace.transcript = Transcript()
    async with shown(app, folder, (80, 24)) as r:
        lines = app.workspace.transcript.lines
        assert list(lines)[:2] == ["article p#1", "row: 两新组织建会有进展"]
        await r.find("顺义区")
        lines.clear()
        await r.press("right left")
        assert list(lines) == ["word: 总工会", "word: 顺义区"]
        lines.clear()
        await r.press("space")
        assert list(lines) == ["selected: 顺义区总工会"]
        await r.press("o")
        assert any(line.startswith("tag: ") and "顺义区总工会" in line for line in lines)
        assert lines.count("saved") == 1
        pane = str(app.screen.query_one(TranscriptPane).render())
        assert pane.splitlines()[-1] == lines[-1]
        assert [w.id for w in app.screen.children if w.display] == ["reader", "bars", "transcript"]


NOTHING = Seen()
FIRST = Seen(article="p#1", row="两新组织建会", word="两新")


@pytest.mark.parametrize(
    ("before", "now", "lines"),
    [
        (NOTHING, FIRST, ["article: p#1", "row: 两新组织建会"]),
        (FIRST, FIRST, []),
        (FIRST, FIRST._replace(word="组织"), ["word: 组织"]),
        (FIRST._replace(word="组织"), FIRST, ["word: 两新"]),
        (FIRST, FIRST._replace(row="新发展会员", word="发展"), ["row: 新发展会员", "word: 发展"]),
        (FIRST, FIRST._replace(row="新发展会员", word="新"), ["row: 新发展会员"]),
        (FIRST, FIRST._replace(word="组织", selected="组织建会"), ["selected: 组织建会"]),
        (FIRST._replace(selected="组织"), FIRST, []),
        (FIRST, FIRST._replace(tag="ORG", message="tagged"), ["tag: ORG", "message: tagged"]),
        (FIRST, FIRST._replace(saved="saved"), ["saved: saved"]),
        (FIRST._replace(message="tagged"), FIRST, []),
    ],
)  # fmt: skip
def test_what_changed_is_said_and_nothing_twice(before: Seen, now: Seen, lines: list[str]) -> None:
    transcript = Transcript()

    def say(row: str, **values: object) -> str:
        return f"{row.removeprefix('transcript.')}: {values['text']}"

    transcript.follow(before, say)
    transcript.lines.clear()
    assert transcript.follow(now, say) == bool(lines)
    assert list(transcript.lines) == lines
