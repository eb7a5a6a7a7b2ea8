"""The app in a real Chromium: reading, tagging, typing, pasting, sizes, two people."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser

from tests.measure.tagged import tagged_project
from tests.serve.browsing import Tab, opened
from tests.serve.serving import Served, serving

ASKS = """() => {
    const asked = new Event("beforeunload", {cancelable: true});
    return !dispatchEvent(asked);
}"""
"""Whether the page would ask before it goes."""


def tagged(tab: Tab) -> None:
    """Tag the word under the cursor as an organisation."""
    tab.press("o")
    tab.until("tags: 1", "saved")


def test_the_text_has_the_focus_and_a_key_tags(served: Served, tab: Tab) -> None:
    tab.open(served.url)
    tagged(tab)
    (span,) = served.spans()
    assert span["label"] == "ORG"


def test_the_page_fetches_nothing_from_elsewhere_and_its_script_has_no_fault(
    served: Served, tab: Tab
) -> None:
    asked: list[str] = []
    faults: list[str] = []
    tab.page.on("request", lambda request: asked.append(request.url))
    tab.page.on("pageerror", lambda error: faults.append(str(error)))
    tab.page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    tab.open(served.url)
    tagged(tab)
    assert {url.split("/")[2] for url in asked} == {served.url.split("/")[2]}
    assert faults == []
    assert tab.page.title() in ("批阅 piyue", "两新组织建会有进展 · 批阅")
    assert tab.page.evaluate("document.fonts.check('16px Roboto Mono')")


def test_the_mouse_puts_the_cursor_and_selects(served: Served, tab: Tab) -> None:
    tab.open(served.url).settled()
    row = next(n for n, line in enumerate(tab.screen().split("\n")) if "望津区总工会获悉" in line)
    line = tab.screen().split("\n")[row]
    before = line[: line.index("望津区")]
    cells = len(before) + sum(ord(c) > 0x2E80 for c in before)
    box = tab.page.locator(".xterm-screen").bounding_box()
    assert box is not None
    width, height = box["width"] / tab.terminal("t.cols"), box["height"] / tab.terminal("t.rows")
    y = box["y"] + (row + 0.5) * height
    tab.page.mouse.move(box["x"] + (cells + 0.5) * width, y)
    tab.page.mouse.down()
    tab.page.mouse.move(box["x"] + (cells + 4.5) * width, y, steps=4)
    tab.page.mouse.up()

    def is_copied(screen: str) -> bool:
        tab.press("Control+c")
        return "copied: 望津区" in screen

    tab.wait(is_copied, "what the mouse selected is copied")
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


def test_an_input_methods_text_arrives_in_the_search_once(served: Served, tab: Tab) -> None:
    tab.open(served.url)
    tab.press("/")
    tab.until("/")
    composed(tab, "z", "zong", "总工会")
    screen = tab.until("总工会")
    assert "总工会总工会" not in screen
    assert "zong" not in screen


def test_an_input_methods_text_arrives_in_a_note_and_among_labels_once(served: Served, tab: Tab) -> None:
    labels = '[[labels]]\nid = "ORG"\nen = "union"\nzh = "工会组织"\nkey = "o"\ncolor = "#4f9de0"\n'
    (served.project / "piyue.toml").write_text(labels, "utf-8")
    tab.open(served.url)
    tab.press("#")
    composed(tab, "z", "zhang", "见章程")
    tab.until("见章程")
    tab.press("Enter")
    tab.wait(lambda _: [state["note"] for state in served.states()] == ["见章程"], "the note is on disk")
    tab.press("/", *"label:")
    tab.until("label:")
    composed(tab, "g", "gonghui", "工会组织")
    assert "工会组织工会组织" not in tab.until("label:工会组织")


def test_the_cursor_stands_in_an_open_field_before_anything_is_typed(served: Served, tab: Tab) -> None:
    tab.open(served.url)
    tab.press("/")
    tab.until("/")
    place = "[t.buffer.active.cursorX, t.buffer.active.cursorY]"
    tab.wait(lambda _: tab.terminal(place)[1] > 1, "the cursor is in the field")
    before = tab.terminal(place)
    composed(tab, "会")
    tab.wait(
        lambda _: tab.terminal(place) == [before[0] + 2, before[1]], "the cursor is behind one character"
    )


def test_latin_letters_of_an_input_method_are_no_keys(served: Served, tab: Tab) -> None:
    tab.open(served.url)
    composed(tab, "o", "of")
    tab.until("input method")
    assert "tags: 0" in tab.screen()
    assert served.spans() == []


def test_a_key_copies_the_tag_and_the_sentence(served: Served, tab: Tab) -> None:
    tab.open(served.url)
    clipboard = "navigator.clipboard.readText()"
    tab.press("Control+c")
    tab.until("copied")
    assert tab.page.evaluate(clipboard) == "两新组织建会有进展"
    tagged(tab)
    tab.press("Control+c")
    tab.until("copied: 两")
    tab.page.wait_for_function(f"async () => (await {clipboard}) === '两'")


def test_emoji_do_not_tear_rows(served: Served, tab: Tab) -> None:
    line = "工会🫠组织❤️会员👨‍👩‍👧共👍🏽计🟠人。"
    (served.project / "seeds" / "page.txt").write_text(f"望津区工会\n\n{line}\n", "utf-8")
    tab.open(served.url, "工会").settled()
    rows = [row for row in tab.screen().split("\n") if "组织" in row]
    assert rows
    widths = "Array.from({length: t.rows}, (_, y) => t.buffer.active.getLine(y).length)"
    assert set(tab.terminal(widths)) == {tab.terminal("t.cols")}
    right = [row.rstrip()[-1:] for row in rows]
    assert right == ["。"] * len(rows)
    tab.press("ArrowDown", "ArrowDown", "End")
    tab.settled()
    assert [row for row in tab.screen().split("\n") if "组织" in row] == rows


def test_the_address_is_a_link_to_the_article(served: Served, tab: Tab) -> None:
    (served.project / "seeds" / "other.txt").write_text("望津区来信\n\n读者问，会费几何？\n", "utf-8")
    tab.open(served.url)
    tab.page.wait_for_url("**/a/**")
    first = tab.page.url
    assert tab.page.title() == "望津区来信 · 批阅"
    tab.press("]")
    tab.page.wait_for_function("before => location.href !== before", arg=first)
    assert tab.page.title() == "两新组织建会有进展 · 批阅"
    tab.open(first, "读者问")
    tab.page.wait_for_url(first)


def test_the_page_asks_before_it_goes_while_a_field_is_open(served: Served, tab: Tab) -> None:
    tab.open(served.url)
    tab.press("/")
    tab.until("/")
    tab.wait(lambda _: tab.page.evaluate(ASKS), "the page asks before it goes")
    with tab.page.expect_event("dialog") as asked:
        tab.page.close(run_before_unload=True)
    assert asked.value.type == "beforeunload"
    asked.value.dismiss()


def test_what_cannot_be_saved_is_downloaded(served: Served, tab: Tab) -> None:
    (served.project / "annotations").write_text("", "utf-8")  # nothing can be written there
    tab.open(served.url)
    tab.press("o")
    tab.until("tags: 1")
    with tab.page.expect_download() as download:
        tab.press("F7")
    names = ZipFile(download.value.path()).namelist()
    assert download.value.suggested_filename == "piyue-unsaved.zip"
    assert names == ["ling/page.json"]


@pytest.mark.parametrize("failures", [2, 3])
def test_a_download_that_breaks_off_is_asked_for_again_and_one_that_never_arrives_is_said(
    served: Served, tab: Tab, failures: int
) -> None:
    (served.project / "annotations").write_text("", "utf-8")
    tab.open(served.url)
    tab.press("o")
    tab.until("tags: 1")
    tab.page.route("**/download/*", lambda route: route.abort(), times=failures)
    if failures < 3:
        with tab.page.expect_download() as download:
            tab.press("F7")
        assert ZipFile(download.value.path()).namelist() == ["ling/page.json"]
    else:
        tab.press("F7")
        tab.page.wait_for_selector("#note:not([hidden])")
        assert "piyue-unsaved.zip: this file could not be downloaded" in tab.page.inner_text("#note")


def test_the_picture_of_the_ledger_is_downloaded(tab: Tab, tmp_path: Path) -> None:
    with serving(tagged_project(tmp_path / "tagged").root) as served:
        tab.open(served.url, "saved")
        tab.press("$", "/", *"14708", "Enter")
        tab.until("Ledger", "14708")
        with tab.page.expect_download() as download:
            tab.press("w")
        assert download.value.suggested_filename == "ledger.svg"
        assert "14708" in download.value.path().read_text("utf-8")
        assert not list(served.project.rglob("*.svg"))


def test_ctrl_v_pastes_into_a_note(served: Served, tab: Tab) -> None:
    tab.open(served.url)
    tab.page.evaluate("navigator.clipboard.writeText('见《章程》第三条')")
    tab.press("#")
    tab.until("Note")
    tab.press("Control+v")
    tab.until("见《章程》第三条")


def widest(screen: str) -> int:
    return max(map(len, screen.split("\n")))


def test_the_app_has_the_windows_size_also_after_a_change_and_a_zoom(served: Served, tab: Tab) -> None:
    tab.open(served.url)
    columns = tab.terminal("t.cols")
    tab.page.set_viewport_size({"width": 700, "height": 500})
    tab.wait(lambda _: tab.terminal("t.cols") < columns, "fewer columns")
    screen = tab.until("望津区", "saved", "to do")
    assert widest(screen) <= tab.terminal("t.cols")
    columns, rows = tab.terminal("t.cols"), tab.terminal("t.rows")
    zoomed = {"width": 467, "height": 333, "deviceScaleFactor": 1.5, "mobile": False}  # 150 % of 700 by 500
    tab.page.context.new_cdp_session(tab.page).send("Emulation.setDeviceMetricsOverride", zoomed)
    tab.wait(lambda _: tab.terminal("t.cols") < columns and tab.terminal("t.rows") < rows, "fewer cells")
    tab.wait(lambda screen: "望津区" in screen and widest(screen) <= tab.terminal("t.cols"), "rows that fit")


def test_two_people_on_one_page_each_have_their_own_tags(served: Served, browser: Browser, tab: Tab) -> None:
    links = [served.run("--add", name, "--url", served.url).split()[-1] for name in ("ling", "bo")]
    tab.open(links[0])
    context = opened(browser)
    other = Tab(context.new_page()).open(links[1])
    assert "#" not in other.page.url
    tagged(tab)
    other.press("ArrowRight", "p")
    other.until("tags: 1", "saved")
    context.close()
    assert [span["label"] for span in served.spans("ling")] == ["ORG"]
    assert [span["label"] for span in served.spans("bo")] == ["PERSON"]


def test_a_wrong_link_says_so(served: Served, tab: Tab) -> None:
    served.run("--add", "ling")
    tab.page.goto(served.url + "#token=x")
    tab.page.wait_for_selector("#wrong:not([hidden])")
    assert "new link" in tab.page.inner_text("#wrong")


def test_a_second_tab_of_one_person_is_told(served: Served, tab: Tab) -> None:
    tab.open(served.url)
    second = Tab(tab.page.context.new_page())
    second.page.goto(served.url)
    second.page.wait_for_selector("#note:not([hidden])")
    assert "another tab" in second.page.inner_text("#note")
    assert not tab.page.is_visible("#note")
