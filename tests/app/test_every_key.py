"""Every row of the key map is pressed, and what it did is seen: on the screen, or on disk."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, get_args

import pytest

from tests.app.conftest import Open, Running
from tests.app.test_modes import SECOND
from tui.app.keys.key_map import KEYMAP, Context, Key
from tui.app.text_view.geometry.caret import Caret

See = Callable[[Running], object]
"""What a key may change: compared before and after it."""


def caret(r: Running) -> object:
    return r.reader.caret.at


def selection(r: Running) -> object:
    return r.reader.caret.selection


def tags(r: Running) -> object:
    return sorted(r.tags())


def relations(r: Running) -> object:
    return sorted(x["label"] for x in r.disk().get("relations", {}).values())


def attributes(r: Running) -> object:
    return sorted(json.dumps(s.get("attributes", {})) for s in r.disk()["spans"].values())


def segments(r: Running) -> object:
    return sorted(map(str, (s["segments"] for s in r.disk()["spans"].values())))


def state(r: Running) -> object:
    return sorted(a["state"] for a in r.disk()["articles"].values())


def article(r: Running) -> object:
    return r.app.workspace.shown and r.app.workspace.shown.opened.article.id


def screen(r: Running) -> object:
    return r.screen()


def mode(r: Running) -> object:
    return type(r.app.controller.mode).__name__


def dialog(r: Running) -> object:
    return type(r.app.screen).__name__


def current_tag(r: Running) -> object:
    return r.reader.span


def text(r: Running) -> object:
    return r.reader.scene.text


def words(r: Running) -> object:
    return [r.reader.scene.text[a:b] for a, b in r.reader.scene.contents.words]


def pane(r: Running) -> object:
    return r.app.screen.focused and r.app.screen.focused.id


def dictionary(r: Running) -> object:
    file = r.app.project.dictionary
    return file.read_text("utf-8") if file.exists() else ""


def shared(r: Running) -> object:
    file = r.folder / "annotations" / "_project" / "p.json"
    return file.read_text("utf-8") if file.exists() else ""


def running_app(r: Running) -> object:
    return r.app.is_running and r.app.return_code is None


class Seen(NamedTuple):
    """What is pressed first, and what a key then has to change."""

    first: str
    see: See
    after: str = ""


IN_TEXT: dict[str, Seen] = {
    **{id_: Seen("G", caret) for id_ in ("word_left", "char_left", "row_up", "row_start", "paragraph_up")},
    **{id_: Seen("G", caret) for id_ in ("page_up", "text_start")},
    **{id_: Seen("g", caret) for id_ in ("word_right", "char_right", "row_down", "row_end")},
    **{id_: Seen("g", caret) for id_ in ("paragraph_down", "page_down", "text_end")},
    **{id_: Seen("", dialog) for id_ in ("search", "search_corpus")},
    **{id_: Seen("slash 工 会 enter", caret) for id_ in ("next_hit", "previous_hit")},
    **{id_: Seen("j j right right", selection) for id_ in ("grow_right", "grow_left", "nudge_right")},
    **{id_: Seen("j j right right", selection) for id_ in ("nudge_left", "grow_up", "grow_down", "sentence")},
    "paragraph": Seen("j j", selection),
    "jump": Seen("", mode),
    "find_forward": Seen("g", caret, "j"),
    "find_back": Seen("G", caret, "j"),
    "grow_unit": Seen("j j", selection),
    "shrink_unit": Seen("j j w w", selection),
    "again": Seen("M1 g", tags),
    "pair": Seen("", selection),
    **{id_: Seen("j j right right space space", selection) for id_ in ("widen_left", "narrow_left")},
    **{id_: Seen("j j right right space space", selection) for id_ in ("narrow_right", "widen_right")},
    "swap_end": Seen("j j right space", caret),
    "clear": Seen("space", selection),
    "label_leader": Seen("", mode),
    "repeat_label": Seen("M1 g", tags),
    "pick_label": Seen("", dialog),
    "relabel": Seen("M1", tags, "o"),
    "remove": Seen("M1", tags),
    "undo": Seen("M1", tags),
    "redo": Seen("M1 u", tags),
    **{id_: Seen("M1 g", caret) for id_ in ("next_tag", "previous_tag")},
    **{id_: Seen("M1 space e left", current_tag) for id_ in ("outer_tag", "inner_tag")},
    "edit": Seen("M1", dialog),
    "note_tag": Seen("M1", lambda r: [s.get("note") for s in r.disk()["spans"].values()], "a enter"),
    "toggle_unsure": Seen("M1", attributes),
    "list_unsure": Seen("", dialog),
    "link": Seen("M1", mode),
    "unlink": Seen("REL", relations, "enter"),
    "show_links": Seen("REL", lambda r: len(r.reader.lit)),
    "spread": Seen("ORG", tags, "enter"),
    "remove_same": Seen("ORG A enter n", tags, "enter"),
    "relabel_same": Seen("ORG", tags, "l enter"),
    "resize": Seen("M1", mode),
    **{id_: Seen("ORG", segments) for id_ in ("end_right", "end_left", "start_right", "start_left")},
    "split_tag": Seen("ORG left", tags),
    "merge_tags": Seen("ORG left vertical_line N", tags),
    "add_part": Seen("ORG right right right", segments),
    "take_part": Seen("ORG right right right plus", segments),
    "copy_tags": Seen("ORG", lambda r: r.app.controller.copied),
    "paste_tags": Seen("ORG C slash 顺 义 区 enter asterisk escape", tags),
    "one_word": Seen("", words),
    "cut_word": Seen("", words),
    "always_word": Seen("", dictionary),
    "never_word": Seen("", dictionary),
    "split_paragraph": Seen("", text),
    "join_paragraph": Seen("G", text),
    **{
        id_: Seen("j", shared, "enter")
        for id_ in ("begin_article", "mark_title", "mark_caption", "mark_byline", "mark_furniture")
    },
    "join_article": Seen("j ctrl+n enter", shared, "enter"),
    "next_doubtful": Seen("", screen),
    "misread": Seen("", dialog),
    "correct_page": Seen("", dialog),
    "suggest": Seen("", mode),
    "adjudicate": Seen("", screen),
    "agreement": Seen("", dialog),
    "export": Seen("", dialog),
    "check_files": Seen("", dialog),
    **{id_: Seen("", dialog) for id_ in ("page_date", "ledger", "note_article", "stats", "check", "filter")},
    **{id_: Seen("", dialog) for id_ in ("palette", "help")},
    "next_article": Seen("", article),
    "previous_article": Seen("right_square_bracket", article),
    "next_open": Seen("", article),
    **{id_: Seen("", state) for id_ in ("finish", "cycle_state")},
    "cycle_view": Seen("", lambda r: r.app.workspace.view_kind),
    **{id_: Seen("", pane) for id_ in ("next_pane", "previous_pane")},
    **{id_: Seen("", lambda r: [w.display for w in r.app.screen.children]) for id_ in ("toggle_sidebar",)},
    "toggle_panel": Seen("", lambda r: [w.display for w in r.app.screen.children]),
    **{id_: Seen("", screen) for id_ in ("orphans", "save_elsewhere", "guide", "sort", "stop_index")},
    "theme": Seen("", lambda r: r.app.theme, "down"),
    "language": Seen("", screen),
    "edit_labels": Seen("", dialog),
    "quit": Seen("", running_app),
}
"""What is done before a key of the text or the screen, and what it changes."""


CURSOR = {
    "pair": "两新”",
    **dict.fromkeys(("one_word", "always_word"), "顺义区总工会"),
    **dict.fromkeys(("cut_word", "never_word"), "义区总工会"),
    "split_paragraph": "继续",
}
"""Where the cursor is put for keys that depend on it."""


async def prepare(r: Running, first: str) -> None:
    for key in first.split():
        if key == "M1":
            await r.find("69")
            await r.press("m")
        elif key == "ORG":
            await r.find("顺义区")
            await r.press("space o")
        elif key == "8447":
            await r.find("8447")
            await r.press("m")
        elif key == "REL":
            await prepare(r, "ORG escape M1")
            await r.press("L s enter")
        else:
            await r.press(key)


ELSEWHERE = {
    "ledger_indicator": "test_ledger",
    "label_article": "test_answering",
    "agreement_choose": "tests/team/test_adjudicating.py",
    "ledger_plot": "test_ledger",
    **dict.fromkeys(
        ("stats_whose", "stats_day_before", "stats_day_after", "stats_plot", "stats_plot_agreement"),
        "tests/team/test_stats_sheet.py",
    ),
    "plot_close": "test_ledger",
    "copy": "test_copying",
    **dict.fromkeys(("take_sure", "toggle_proposals", "proposal_order"), "test_standing"),
    **dict.fromkeys(("locked_take", "locked_read", "orphans_choose", "orphans_close"), "tests/faults"),
}
"""Rows that need another project than this one, and the tests that press them."""


def of(*contexts: Context) -> list[Key]:
    return [row for row in KEYMAP if row.context in contexts]


HERE = [row for row in of("reader", "work") if row.id not in ELSEWHERE]


@pytest.mark.parametrize("row", HERE, ids=lambda row: row.id)
async def test_each_key_of_the_text_and_the_screen_does_what_it_says(
    row: Key, running: Open, folder: Path
) -> None:
    (folder / "seeds" / "q.txt").write_text(SECOND, encoding="utf-8")
    seen = IN_TEXT[row.id]
    async with running(folder, size=(140, 30)) as r:
        await prepare(r, seen.first)
        if row.id in CURSOR:
            r.reader.put(Caret(r.reader.scene.text.index(CURSOR[row.id])))
        before = seen.see(r)
        await r.press(row.keys[0])
        if seen.after:
            await r.press(seen.after)
        assert seen.see(r) != before


def row_of_list(r: Running) -> object:
    return r.app.screen.query_one("#places, #outline, #rows").cursor  # type: ignore[attr-defined]


def marked(r: Running) -> object:
    from textual.widgets import OptionList

    return r.app.screen.query_one(OptionList).highlighted


def scrolled(r: Running) -> object:
    return r.app.screen.query_one("#sheet").scroll_offset.y


def focus(r: Running) -> object:
    return r.app.focused


def accepted(r: Running) -> object:
    return [row.accepted for row in r.app.screen.query_one("#places").items]  # type: ignore[attr-defined]


def scope(r: Running) -> object:
    return r.screen().split("everywhere")[0].count("page"), "everywhere" in r.screen()


def sidebar_row(r: Running) -> object:
    return r.app.screen.query_one("#sidebar").cursor  # type: ignore[attr-defined]


IN_DIALOGS: dict[str, Seen] = {
    "dialog_close": Seen("semicolon", dialog),
    "input_accept": Seen("number_sign a", lambda r: [a.get("note") for a in r.disk()["articles"].values()]),
    **{id_: Seen("semicolon", marked) for id_ in ("pick_up", "pick_down")},
    "edit_keep": Seen("M1 enter end 9", attributes),
    **{id_: Seen("M1 enter", focus) for id_ in ("edit_next_field", "edit_previous_field")},
    "help_close": Seen("question_mark", dialog),
    **{id_: Seen("question_mark", scrolled) for id_ in ("help_down", "help_page_down")},
    **{id_: Seen("question_mark pagedown", scrolled) for id_ in ("help_up", "help_page_up")},
    "stats_close": Seen("S", dialog),
    "agreement_close": Seen("f12", dialog),
    "run_close": Seen("alt+c", dialog),
    "search_widen": Seen("slash 工 会", scope),
    **{id_: Seen("slash 工 会 down", row_of_list) for id_ in ("search_up", "search_down")},
    "search_page_down": Seen("slash 工 会", row_of_list),
    "search_page_up": Seen("slash 工 会 pagedown", row_of_list),
    "filter_all": Seen("ctrl+o 夜", dialog),
    **{id_: Seen("ORG A", row_of_list) for id_ in ("hits_down", "hits_page_down", "hits_bottom")},
    **{id_: Seen("ORG A end", row_of_list) for id_ in ("hits_up", "hits_page_up", "hits_top")},
    "hits_finish": Seen("ORG A", tags),
    "hits_widen": Seen("ORG A", screen),
    **{id_: Seen("ORG A down", accepted) for id_ in ("hits_toggle", "hits_none")},
    "hits_all": Seen("ORG A minus", accepted),
    "hits_go": Seen("ORG A end", caret),
    "hits_close": Seen("ORG A", dialog),
    "check_fix": Seen("ORG F", tags),
    "check_right": Seen("ORG F", lambda r: (r.folder / "annotations" / "_accepted.json").exists()),
    "correct_begin": Seen("D down down", shared),
    "correct_border_up": Seen("D down down b", shared),
    "correct_border_down": Seen("D down down b", shared),
    **{id_: Seen("D down down", shared) for id_ in ("correct_article", "correct_caption", "correct_byline")},
    "correct_title": Seen("D down down", shared),
    "correct_join_article": Seen("D down down b", shared),
    "correct_next": Seen("D", row_of_list),
    "correct_role": Seen("D down", dialog),
    "correct_furniture": Seen("D down down", shared),
    "correct_join": Seen("D down down down", shared),
    "correct_undo": Seen("D down down x", shared),
    "correct_redo": Seen("D down down x u", shared),
    "correct_close": Seen("D", dialog),
    **{id_: Seen("shift+tab", sidebar_row) for id_ in ("list_down", "list_page_down", "list_bottom")},
    **{id_: Seen("shift+tab end", sidebar_row) for id_ in ("list_up", "list_page_up", "list_top")},
    "list_choose": Seen("shift+tab end", article),
    **{id_: Seen("LEDGER", row_of_list) for id_ in ("ledger_down", "ledger_page_down", "ledger_bottom")},
    **{id_: Seen("LEDGER end", row_of_list) for id_ in ("ledger_up", "ledger_page_up", "ledger_top")},
    "ledger_go": Seen("LEDGER end", dialog),
    "ledger_filter": Seen("LEDGER", focus),
    **{id_: Seen("LEDGER", screen) for id_ in ("ledger_order", "ledger_group")},
    "ledger_reverse": Seen("LEDGER o", screen),
    **{id_: Seen("LEDGERREL", dialog) for id_ in ("ledger_subject",)},
    "ledger_write": Seen("LEDGER", dialog),
    **{id_: Seen("LEDGER", dialog) for id_ in ("ledger_leave", "ledger_close")},
}
"""What is done before a key of a list or a dialog, and what it changes."""


@pytest.mark.parametrize("id_", IN_DIALOGS)
async def test_each_key_of_lists_and_dialogs_does_what_it_says(id_: str, running: Open, folder: Path) -> None:
    (folder / "seeds" / "q.txt").write_text(SECOND, encoding="utf-8")
    seen = IN_DIALOGS[id_]
    row = next(row for row in KEYMAP if row.id == id_)
    async with running(folder, size=(140, 40)) as r:
        first = seen.first.replace("LEDGERREL", "REL dollar_sign")
        await prepare(r, first.replace("LEDGER", "8447 M1 dollar_sign"))
        before = seen.see(r)
        await r.press(row.keys[0])
        assert seen.see(r) != before


def test_every_row_is_pressed_somewhere() -> None:
    assert {row.id for row in KEYMAP} == IN_TEXT.keys() | IN_DIALOGS.keys() | ELSEWHERE.keys()
    assert {row.context for row in KEYMAP} == set(get_args(Context))
