"""Small parts of the running app: the terminal, others' changes, the line at the end, what is opened how."""

import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from rich.segment import Segment
from textual.color import Color

from tests.team.conftest import Tag, work
from tui import app as opening
from tui.app.keys.display import DISPLAY, KeyNames, display
from tui.app.keys.key_map import KEYMAP
from tui.app.keys.resolve import BROWSER_KEYS, without_browser_keys
from tui.app.runtime import follower
from tui.app.runtime.control_filter import Harmless
from tui.app.runtime.follower import Follower
from tui.app.runtime.notices import Notices
from tui.app.runtime.page_reading import GROWTH, _has_grown
from tui.app.runtime.terminal import KEYS, OUTPUT, SCREEN, find_terminal
from tui.app.workspace.adjudication import AdjudicationSources
from tui.app.workspace.documents import Documents
from tui.app.workspace.session_summary import session_summary
from tui.edit import AddSpan
from tui.edit.changes import SetProgress
from tui.errors import PiyueError, StoreError
from tui.store.preferences import Preferences
from tui.store.project import Project
from tui.texts import say

# The terminal


@pytest.mark.parametrize(
    ("terminals", "found"),
    [
        ({KEYS, OUTPUT, SCREEN}, "stderr"),
        ({KEYS, SCREEN}, "stderr"),
        ({KEYS, OUTPUT}, "stdout"),
        ({KEYS}, None),
        ({OUTPUT, SCREEN}, None),
        (set(), None),
    ],
)
def test_keys_need_a_terminal_and_so_does_one_of_the_outputs(
    terminals: set[int], found: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.isatty", terminals.__contains__)
    monkeypatch.setattr(sys, "__stderr__", "stderr")
    monkeypatch.setattr(sys, "__stdout__", "stdout")
    if found is None:
        with pytest.raises(PiyueError) as caught:
            find_terminal()
        assert caught.value.key == "app.no_terminal"
    else:
        find_terminal()
        assert str(sys.__stderr__) == found


def test_what_a_terminal_obeys_never_gets_there_and_the_rest_stays() -> None:
    clean, bad = Segment("批阅 ok"), Segment("a\x1b[31m\u202eb\x07")
    (first,) = Harmless().apply([clean], Color(0, 0, 0))
    assert first == clean
    first, second = Harmless().apply([clean, bad], Color(0, 0, 0))
    assert (first.text, second.text) == ("批阅 ok", "a[31mb")


# Names of keys


def test_each_key_of_the_key_map_has_a_name_people_know() -> None:
    for row in KEYMAP:
        for key in row.keys:
            last = key.split("+")[-1]
            shown = display(key)
            assert "_" not in shown.removesuffix("_"), key
            assert shown.endswith(DISPLAY.get(last, last))
            assert shown.isprintable()
    named = {display(key) for row in KEYMAP for key in row.keys}
    assert len(named) == len({key for row in KEYMAP for key in row.keys}), "no two look alike"


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("left_curly_bracket", "{"),
        ("right_curly_bracket", "}"),
        ("left_square_bracket", "["),
        ("right_square_bracket", "]"),
        ("ctrl+right_square_bracket", "ctrl+]"),
        ("ctrl+shift+right", "ctrl+shift+→"),
        ("pageup", "pgup"),
        ("circumflex_accent", "^"),
        ("grave_accent", "`"),
        ("alt+h", "alt+h"),
        ("f12", "f12"),
    ],
)
def test_a_key_is_named_by_its_sign(key: str, shown: str) -> None:
    assert display(key) == shown


def test_signs_are_those_of_their_keys() -> None:
    for name, sign in DISPLAY.items():
        if sign.isascii() and len(sign) == 1 and name not in ("space",):
            from textual.keys import _character_to_key

            assert _character_to_key(sign) == name


def test_a_sentence_names_the_first_key_of_an_action() -> None:
    names = KeyNames(KEYMAP)
    assert f"{names:remove} {names:widen_left} {names:palette}" == "x alt+h :"
    with pytest.raises(KeyError):
        format(names, "no_such_action")


def test_in_a_browser_the_keys_that_arrive_come_first() -> None:
    rows = {row.id: row.keys for row in without_browser_keys(KEYMAP)}
    for row in KEYMAP:
        kept = tuple(key for key in row.keys if key not in BROWSER_KEYS)
        assert rows[row.id] == (kept or row.keys)
    assert rows["begin_article"] == ("f10",)
    assert rows["next_doubtful"] == ("alt+w",)


# The list of articles


@pytest.mark.parametrize(
    ("changed", "listed", "part", "grown"),
    [
        (100, 0, 0.5, False),
        (101, 0, 0.5, True),
        (GROWTH * 1000 + 100, 1000, 0.5, False),
        (GROWTH * 1000 + 101, 1000, 0.5, True),
        (1, 0, 1, True),
        (1, 1, 1, False),
        (1, 0, 0.9, False),
        (0, 0, 1, False),
    ],
)
def test_the_list_is_made_anew_when_a_good_part_is_new_and_at_the_end(
    changed: int, listed: int, part: float, grown: bool
) -> None:
    assert _has_grown(changed, listed, part) is grown


# Others


class Server:
    """A server that tells of two changes, is away, and tells of a third one."""

    def __init__(self, stop: Callable[[], None]) -> None:
        self.rounds, self._stop = 0, stop

    def changes(
        self, seconds: float, connected: Callable[[], None], is_over: Callable[[], bool]
    ) -> Iterator[str]:
        assert seconds > 60
        self.rounds += 1
        connected()
        if self.rounds == 1:
            yield "first"
            yield "second"
            raise StoreError("store.locked", path="server", host="h", process=1, since="now")
        yield "third"
        self._stop()
        assert is_over()


def test_changes_are_told_also_after_the_server_was_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follower, "AGAIN", 0.0)
    heard: list[Any] = []
    found: list[Follower] = []
    ready = threading.Event()

    def stop() -> None:
        ready.wait(5)
        found[0].stop()

    server = Server(stop)
    found.append(Follower(cast("Any", server), heard.append, heard.append))
    ready.set()
    found[0]._thread.join(5)
    assert not found[0]._thread.is_alive()
    assert heard == [None, "first", "second", None, "third"]
    assert server.rounds == 2


def test_an_error_that_nobody_expected_is_handed_on_and_ends_the_following() -> None:
    error = ValueError("unexpected")
    heard: list[Any] = []

    def changes(*_: object) -> Iterator[str]:
        yield "first"
        raise error

    follower_ = Follower(cast("Any", SimpleNamespace(changes=changes)), heard.append, heard.append)
    follower_._thread.join(5)
    assert not follower_._thread.is_alive()
    assert heard == ["first", error]


def test_notices_wait_for_the_screen_and_keep_their_order() -> None:
    told: list[str] = []
    saved: list[str] = []
    documents = SimpleNamespace(session=None, changed=saved.append)
    context = SimpleNamespace(
        app=SimpleNamespace(call_later=lambda call, error: call(error)),
        workspace=SimpleNamespace(language="en", documents=documents),
        alarm=told.append,
    )
    notices = Notices(cast("Any", context))
    first, second = PiyueError("app.no_terminal"), PiyueError("index.idle")
    notices.add(first)
    notices.add(second)
    assert told == []
    notices.begin()
    assert told == [first.said("en"), second.said("en")]
    notices.add(first)
    assert len(told) == 3
    assert saved == []


# The line at the end


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "paper" / "seeds").mkdir(parents=True)
    for page in ("p", "q"):
        (tmp_path / "paper" / "seeds" / f"{page}.txt").write_text("望津区总工会\n\n李青禾来了。\n", "utf-8")
    return tmp_path / "paper"


def summary(root: Path, began: datetime, *, minutes: float = 42) -> str:
    """The line at the end of a session on both pages."""
    documents = Documents(Project(root), lambda _: None)
    for page in ("p", "q"):
        documents.session(page)
    return session_summary(
        documents, began, began + timedelta(minutes=minutes), lambda key, **values: say(key, "en", **values)
    )


def test_the_line_at_the_end_counts_what_was_made_since_the_beginning(root: Path) -> None:
    noon = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)  # when `work` says that tags were made
    work(root, "ling", "p", [Tag("李青禾", "PERSON")])
    work(root, "ling", "q", [Tag("李青禾", "PERSON"), Tag("望津区", "LOC")], state="doing")
    said = summary(root, noon)
    assert said == say("app.summary", "en", name="ling", tags=3, articles=1, minutes=42)
    assert summary(root, noon + timedelta(seconds=1)) == ""


def test_an_article_that_was_finished_without_a_tag_counts(root: Path) -> None:
    noon = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
    work(root, "ling", "p", [])
    assert summary(root, noon) == say("app.summary", "en", name="ling", tags=0, articles=1, minutes=42)
    project = Project(root)
    document = project.document("p")
    (progress,) = document.progress.values()
    unknown = SetProgress("p#1", progress.replaced(updated=None)).apply(document)[0]
    documents = Documents(project, lambda _: None)
    documents.adopt(unknown)
    assert session_summary(documents, noon, noon, lambda key, **_: key) == "", "nobody knows when"


def test_imported_tags_are_nobody_s_work(root: Path) -> None:
    noon = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
    work(root, "ling", "p", [Tag("李青禾", "PERSON")], state="doing")
    project = Project(root)
    document = project.document("p")
    (span,) = document.spans
    imported = span.replaced(id="imported", label="LOC", origin="import")
    project.save(AddSpan(imported).apply(document)[0])
    assert summary(root, noon) == say("app.summary", "en", name="ling", tags=1, articles=0, minutes=42)


# What is opened, and how


class Opened:
    """What `run` makes of its arguments, without a terminal."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.apps: list[Any] = []
        self.checked: list[str] = []
        self.status: int | None = 0
        self.summary = ""
        monkeypatch.setattr("tui.app.runtime.app.PiyueApp", self.make)
        monkeypatch.setattr("tui.app.runtime.terminal.find_terminal", lambda: self.checked.append("terminal"))
        monkeypatch.setattr(
            "tui.app.runtime.locale_check.check_locale", lambda *_: self.checked.append("locale")
        )
        monkeypatch.setattr(
            "tui.app.keys.terminal_keys.correct_sequences", lambda _: self.checked.append("keys")
        )
        monkeypatch.setattr("tui.app.workspace.session_summary.session_summary", lambda *_: self.summary)
        monkeypatch.setattr("gc.disable", lambda: None)
        monkeypatch.setattr("sys.setswitchinterval", lambda _: None)
        monkeypatch.setattr(opening, "load_preferences", lambda _: Preferences(language=self.chosen))
        self.chosen: Any = None

    def make(self, *arguments: Any) -> Any:
        workspace = SimpleNamespace(tour=None, transcript=None, documents=None, say=None)
        app = SimpleNamespace(
            arguments=arguments, workspace=workspace, return_code=3, run=lambda mouse: self.status
        )
        self.apps.append(app)
        return app


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    return Opened(monkeypatch)


def test_the_terminal_is_looked_at_and_the_session_summed_up(
    opened: Opened, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened.summary, opened.status = "ling: 3 tags", 1
    assert opening.run(Project(root)) == 1
    assert opened.checked == ["terminal", "locale", "keys"]
    assert capsys.readouterr().out == "ling: 3 tags\n"
    opened.summary, opened.status = "", None
    assert opening.run(Project(root)) == 3, "what the app left as its status"
    assert capsys.readouterr().out == ""


def test_in_a_browser_there_is_no_terminal_to_look_at(
    opened: Opened, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TEXTUAL_DRIVER", opening.BROWSER)
    opened.summary = "ling: 3 tags"
    opening.run(Project(root))
    assert (opened.checked, capsys.readouterr().out) == ([], "")


def test_the_language_is_the_one_asked_for_else_the_chosen_one_else_the_settings_else_the_locale(
    opened: Opened, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    project = Project(root)
    opening.run(project)
    (root / "piyue.toml").write_text('language = "en"\n', encoding="utf-8")
    opening.run(Project(root))
    opened.chosen = "zh"
    opening.run(Project(root))
    opening.run(Project(root), asked="en")
    assert [app.arguments[1] for app in opened.apps] == ["zh", "en", "zh", "en"]


def test_aids_and_adjudication_are_opened_when_they_are_asked_for(opened: Opened, root: Path) -> None:
    opening.run(Project(root), "p#1")
    opening.run(Project(root), tour=True)
    opening.run(Project(root), transcript=True)
    opening.run(Project(root), None, ("ling", "wang"), 0.75)
    plain, tour, transcript, adjudicated = opened.apps
    assert plain.arguments[2:] == ("p#1", None)
    aids = [(app.workspace.tour is not None, app.workspace.transcript is not None) for app in opened.apps]
    assert aids == [(False, False), (True, False), (False, True), (False, False)]
    sources = adjudicated.arguments[3]
    assert isinstance(sources, AdjudicationSources)
    assert (sources.names, sources.threshold) == (("ling", "wang"), 0.75)
    assert tour.arguments[3] is transcript.arguments[3] is None
