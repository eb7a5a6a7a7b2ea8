"""Keys of the app arrive from a browser as themselves; those that a browser keeps are known."""

import json
import re
import time

from textual._xterm_parser import XTermParser
from textual.events import Key

from tests.conftest import ROOT
from tests.serve.browsing import Tab
from tests.serve.serving import Served
from tui.app.keys.key_map import KEYMAP
from tui.app.keys.resolve import BROWSER_KEYS, without_browser_keys

NAMES = {
    **{"left": "ArrowLeft", "right": "ArrowRight", "up": "ArrowUp", "down": "ArrowDown", "home": "Home"},
    **{"end": "End", "pageup": "PageUp", "pagedown": "PageDown", "enter": "Enter", "tab": "Tab"},
    **{"escape": "Escape", "backspace": "Backspace", "delete": "Delete", "space": "Space"},
    **{"shift": "Shift", "ctrl": "Control", "alt": "Alt"},
    **{"comma": ",", "full_stop": ".", "left_curly_bracket": "{", "right_curly_bracket": "}", "slash": "/"},
    **{"asterisk": "*", "at": "@", "greater_than_sign": ">", "less_than_sign": "<", "equals_sign": "="},
    **{"quotation_mark": '"', "semicolon": ";", "exclamation_mark": "!", "number_sign": "#", "colon": ":"},
    **{"left_square_bracket": "[", "right_square_bracket": "]", "apostrophe": "'", "backslash": "\\"},
    **{"question_mark": "?", "vertical_line": "|", "ampersand": "&", "minus": "-", "plus": "+"},
    **{"right_parenthesis": ")", "left_parenthesis": "(", "underscore": "_", "circumflex_accent": "^"},
    **{"dollar_sign": "$", "percent_sign": "%", "tilde": "~", "grave_accent": "`", "insert": "Insert"},
}
"""Keys as Playwright calls them."""

RECORD = """() => {
  window.sentKeys = [];
  WebSocket.prototype.send = function (data) { window.sentKeys.push(data); };
}"""
"""Keeps what the page sends from the app."""


def pressed(key: str) -> str:
    *modifiers, last = key.split("+")
    named = NAMES.get(last, last.upper() if re.fullmatch(r"f\d+", last) else last)
    return "+".join([*(NAMES[modifier] for modifier in modifiers), named])


def read(data: str) -> list[str]:
    """The keys that the app reads in what a page sends; a lone escape it takes for one after a while."""
    parser = XTermParser()
    events = list(parser.feed(data))
    deadline = time.monotonic() + 20
    while not events and time.monotonic() < deadline:
        events += parser.tick()
    return [event.key for event in events if isinstance(event, Key)]


def test_every_key_of_the_key_map_arrives_as_itself(served: Served, tab: Tab) -> None:
    tab.open(served.url)
    tab.page.evaluate(RECORD)
    wrong = {}
    for key in sorted({key for row in without_browser_keys(KEYMAP) for key in row.keys}):
        tab.page.evaluate("window.sentKeys.length = 0")
        tab.press(pressed(key))
        sent = [json.loads(each) for each in tab.page.evaluate("window.sentKeys")]
        keys = read("".join(value for kind, value in sent if kind == "stdin"))
        if keys != [key]:
            wrong[key] = keys
    assert wrong == {}


def test_no_action_has_only_keys_that_a_browser_keeps() -> None:
    assert [row.id for row in KEYMAP if row.keys and set(row.keys) <= BROWSER_KEYS] == []
    assert not {key for row in without_browser_keys(KEYMAP) for key in row.keys} & BROWSER_KEYS


def test_the_docs_name_each_key_that_a_browser_keeps() -> None:
    text = (ROOT / "docs" / "serve.md").read_text("utf-8")
    table = text.split("## Keys")[1].split("\n## ")[0]
    assert set(re.findall(r"`((?:ctrl|f1)[^`]*)`(?=[^|]*\|[^|]*the browser)", table)) == BROWSER_KEYS


def test_alt_with_an_arrow_arrives_as_itself(served: Served, tab: Tab) -> None:
    tab.open(served.url)
    tab.page.evaluate(RECORD)
    wanted = ["alt+left", "alt+right", "alt+up", "alt+down"]
    tab.press(*map(pressed, wanted))
    sent = [json.loads(each) for each in tab.page.evaluate("window.sentKeys")]
    assert [read(value) for kind, value in sent if kind == "stdin"] == [[key] for key in wanted]
