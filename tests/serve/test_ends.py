"""Nothing is lost, and the page says why, at each end: of the tab, the app, the server."""

import os
import signal
import time
from pathlib import Path

import pytest

from tests.serve.browsing import Tab
from tests.serve.conftest import Serve
from tests.serve.serving import Served, waited


def tag(tab: Tab) -> None:
    """Tag a word, and go on as soon as the screen says so."""
    tab.press("o")
    tab.until("tags: 1")


def tag_unsaved(served: Served, tab: Tab) -> None:
    """Tag a word, which waits for the disk."""
    tag(tab)
    assert not is_saved(served)


def is_saved(served: Served) -> bool:
    return [span["label"] for span in served.spans()] == ["ORG"] and not served.locks()


def test_a_tag_is_kept_where_the_tab_closes_at_once_on_a_slow_disk(served: Served, tab: Tab) -> None:
    tab.open(served.url)
    with served.halted_disk():
        tag_unsaved(served, tab)
        tab.page.close()
    waited(lambda: not served.sessions())
    assert is_saved(served)


def test_keys_that_were_sent_before_the_tab_closed_count(served: Served, tab: Tab) -> None:
    tab.open(served.url)
    tab.press("o", "ArrowRight", "ArrowRight", "p")
    tab.page.close()
    waited(lambda: not served.sessions())
    assert sorted(span["label"] for span in served.spans()) == ["ORG", "PERSON"]


def test_a_server_that_is_shut_down_saves_and_says_so_at_once(serve: Serve, tab: Tab) -> None:
    served = serve(halting=True)
    tab.open(served.url)
    with served.halted_disk():
        tag_unsaved(served, tab)
        served.process.send_signal(signal.SIGTERM)
        began = time.monotonic()
        assert "shutting down" in tab.ended()
        assert time.monotonic() - began < 3
    assert served.process.wait(30) == 0
    assert is_saved(served)


def test_an_app_whose_server_was_killed_saves_and_ends(serve: Serve, tab: Tab) -> None:
    served = serve(halting=True)
    tab.open(served.url)
    with served.halted_disk():
        tag_unsaved(served, tab)
        (app,) = served.sessions()
        served.process.kill()
        assert "cannot be reached" in tab.ended()
    waited(lambda: not Path(f"/proc/{app}").exists())
    assert is_saved(served)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGABRT])
def test_an_app_that_dies_does_not_leave_a_frozen_page(served: Served, tab: Tab, number: int) -> None:
    tab.open(served.url)
    tag(tab)
    tab.until("saved")
    (app,) = served.sessions()
    os.kill(app, number)
    assert "internal error" in tab.ended()
    tab.page.click("#ended button")
    tab.until("tags: 1")  # the lock of the dead was let go
    tab.press("x")
    tab.until("tags: 0", "saved")


def test_quitting_says_that_all_is_saved(served: Served, tab: Tab) -> None:
    tab.open(served.url)
    with served.halted_disk():
        tag_unsaved(served, tab)
        tab.press("q")
    assert "Everything is saved" in tab.ended()
    assert is_saved(served)


def test_a_person_who_is_removed_is_put_out_and_loses_nothing(served: Served, tab: Tab) -> None:
    tab.open(served.run("--add", "ling", "--url", served.url).split()[-1])
    with served.halted_disk():
        tag_unsaved(served, tab)
        served.run("--remove", "ling")
        served.run("--add", "bo")
        assert "no longer valid" in tab.ended()
    waited(lambda: not served.sessions())
    assert is_saved(served)


def test_the_same_address_opens_the_same_place_also_on_a_slow_disk(served: Served, tab: Tab) -> None:
    tab.open(served.url)
    with served.halted_disk():
        tab.press("Shift+g", "o")
        tab.until("tags: 1")
        tab.page.reload()
    tab.until("tags: 1")
    tab.press("x")  # it finds the tag under the cursor, and the page is not locked by the app before
    tab.until("tags: 0", "saved")
    assert served.spans() == []


def test_a_page_at_which_nobody_types_is_closed_and_loses_nothing(serve: Serve, tab: Tab) -> None:
    served = serve("--idle", "1", halting=True, hasty=True)
    tab.open(served.url)
    with served.halted_disk():
        tag_unsaved(served, tab)
        served.hurry()
        assert "nothing was typed" in tab.ended()
    waited(lambda: not served.sessions())
    assert is_saved(served)


def test_an_app_that_cannot_start_says_why_on_the_page_and_in_the_log(served: Served, tab: Tab) -> None:
    (served.project / "piyue.toml").write_text("labels = 3\n", "utf-8")
    tab.page.goto(served.url)
    assert "could not start" in tab.ended()
    why = "piyue.toml:1: labels: 3 is not a list of tables"
    assert why in tab.page.inner_text("#ended-error")
    waited(lambda: why in served.said())


def test_the_log_holds_no_text_and_no_token(served: Served, tab: Tab) -> None:
    before = served.said()
    link = served.run("--add", "ling", "--url", served.url).split()[-1]
    tab.open(link)
    tag(tab)
    tab.page.close()
    waited(lambda: "ling: closed" in served.said().removeprefix(before))
    said = served.said().removeprefix(before)
    assert "ling: opened" in said
    assert link.partition("=")[2] not in said
    assert "望津" not in said
