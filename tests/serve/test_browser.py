"""The app in a real Chromium: reading, tagging, typing, pasting, sizes, two people."""

from playwright.sync_api import Browser

from tests.serve.browsing import Tab
from tests.serve.conftest import Serve


def tagged(tab: Tab) -> None:
    """Tag the word under the cursor as an organisation."""
    tab.press("o")
    tab.until("tags: 1", "saved")


def test_the_text_has_the_focus_and_a_key_tags(serve: Serve, tab: Tab) -> None:
    served = serve()
    tab.open(served.url)
    tagged(tab)
    (span,) = served.spans()
    assert span["label"] == "ORG"


def test_the_page_fetches_nothing_from_elsewhere_and_its_script_has_no_fault(serve: Serve, tab: Tab) -> None:
    served, asked, faults = serve(), [], []
    tab.page.on("request", lambda request: asked.append(request.url))
    tab.page.on("pageerror", lambda error: faults.append(str(error)))
    tab.page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    tab.open(served.url)
    tagged(tab)
    assert {url.split("/")[2] for url in asked} == {served.url.split("/")[2]}
    assert faults == []
    assert tab.page.title() == "批阅 piyue"
    assert tab.page.evaluate("document.fonts.check('16px Roboto Mono')")


def test_the_mouse_puts_the_cursor_and_selects(serve: Serve, tab: Tab) -> None:
    served = serve()
    tab.open(served.url).settled()
    row = next(n for n, line in enumerate(tab.screen().split("\n")) if "望津区总工会获悉" in line)
    line = tab.screen().split("\n")[row]
    before = line[: line.index("望津区")]
    cells = len(before) + sum(ord(c) > 0x2E80 for c in before)
    box = tab.page.locator(".xterm-screen").bounding_box()
    assert box is not None
    width, height = box["width"] / tab.terminal("t.cols"), box["height"] / tab.terminal("t.rows")
    y = box["y"] + (row + 0.5) * height
    last = f"t.buffer.active.getLine({row}).getCell({cells + 4}).getBgColor()"
    plain = tab.terminal(last)
    tab.page.mouse.move(box["x"] + (cells + 0.5) * width, y)
    tab.page.mouse.down()
    tab.page.mouse.move(box["x"] + (cells + 4.5) * width, y, steps=4)
    tab.page.mouse.up()
    tab.wait(lambda _: tab.terminal(last) != plain, "the last character is selected")
    tagged(tab)
    (span,) = served.spans()
    assert span["text"] == "望津区"


def composed(tab: Tab, *steps: str) -> None:
    """Type with an input method: its drafts, then what it commits."""
    session = tab.page.context.new_cdp_session(tab.page)
    for draft in steps:
        session.send(
            "Input.imeSetComposition",
            {"text": draft, "selectionStart": len(draft), "selectionEnd": len(draft)},
        )
    session.send("Input.insertText", {"text": steps[-1]})


def test_an_input_methods_text_arrives_in_the_search_once(serve: Serve, tab: Tab) -> None:
    tab.open(serve().url)
    tab.press("/")
    tab.until("/")
    composed(tab, "z", "zong", "总工会")
    screen = tab.until("总工会")
    assert "总工会总工会" not in screen
    assert "zong" not in screen


def test_ctrl_v_pastes_into_a_note(serve: Serve, tab: Tab) -> None:
    served = serve()
    tab.open(served.url)
    tab.page.evaluate("navigator.clipboard.writeText('见《章程》第三条')")
    tab.press("#")
    tab.page.wait_for_timeout(300)
    tab.press("Control+v")
    tab.until("见《章程》第三条")


def test_the_app_has_the_windows_size_also_after_a_change_and_a_zoom(serve: Serve, tab: Tab) -> None:
    tab.open(serve().url)
    columns = tab.terminal("t.cols")
    tab.page.set_viewport_size({"width": 700, "height": 500})
    tab.wait(lambda _: tab.terminal("t.cols") < columns, "fewer columns")
    screen = tab.until("望津区", "saved", "to do")
    assert max(map(len, screen.split("\n"))) <= tab.terminal("t.cols")


def test_alt_with_an_arrow_arrives_as_such(serve: Serve, tab: Tab) -> None:
    sent: list[str] = []
    tab.page.on("websocket", lambda s: s.on("framesent", lambda frame: sent.append(str(frame))))
    tab.open(serve().url)
    tab.press("Alt+ArrowLeft", "Control+ArrowLeft")
    tab.page.wait_for_timeout(100)
    typed = [frame for frame in sent if "stdin" in frame]
    assert any("1;3D" in frame for frame in typed)
    assert any("1;5D" in frame for frame in typed)


def test_two_people_on_one_page_each_have_their_own_tags(serve: Serve, browser: Browser, tab: Tab) -> None:
    from tests.serve.serving import run

    served = serve()
    links = [run(served.project, "--add", n, "--url", served.url).stdout.split()[-1] for n in ("ling", "bo")]
    tab.open(links[0])
    context = browser.new_context(viewport={"width": 1200, "height": 760})
    other = Tab(context.new_page()).open(links[1])
    assert "#" not in other.page.url
    tagged(tab)
    other.press("ArrowRight", "p")
    other.until("tags: 1", "saved")
    context.close()
    assert [span["label"] for span in served.spans("ling")] == ["ORG"]
    assert [span["label"] for span in served.spans("bo")] == ["PERSON"]


def test_a_wrong_link_says_so(serve: Serve, tab: Tab) -> None:
    from tests.serve.serving import run

    served = serve()
    run(served.project, "--add", "ling")
    tab.page.goto(served.url + "#token=x")
    tab.page.wait_for_selector("#wrong:not([hidden])")
    assert "new link" in tab.page.inner_text("#wrong")


def test_a_second_tab_of_one_person_is_told(serve: Serve, tab: Tab) -> None:
    served = serve()
    tab.open(served.url)
    second = Tab(tab.page.context.new_page())
    second.page.goto(served.url)
    second.page.wait_for_selector("#note:not([hidden])")
    assert "another tab" in second.page.inner_text("#note")
    assert not tab.page.is_visible("#note")
