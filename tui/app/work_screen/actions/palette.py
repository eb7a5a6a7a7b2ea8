"""The command palette: actions possible now, labels, articles and themes, found by name."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple

from tui.app.dialogs.dialog import Dialog
from tui.app.dialogs.matching import group_names
from tui.app.dialogs.pick import Choice, PickScreen
from tui.app.keys.bindings import ON_WORK_SCREEN
from tui.app.keys.display import display
from tui.app.keys.key_map import GROUPS, KEYMAP, Group
from tui.app.work_screen.actions.appearance import choose_theme
from tui.app.work_screen.controller import Controller
from tui.app.work_screen.modes.labelling import choose
from tui.app.work_screen.screen import WorkScreen
from tui.texts import CATALOGUE

KEY_CELLS = 12
"""Cells for the key of a command."""
GROUP_OF: Mapping[str, Group] = {row.id: row.group for row in KEYMAP}
MOST_ARTICLES = 20
"""Articles listed for what is typed."""


class Command(NamedTuple):
    """Something the palette does.

    Attributes:
        run: does it; what it returns is awaited by the app.
    """

    choice: Choice
    run: Callable[[], object]


def open_palette(controller: Controller) -> None:
    """Ask for a command and run it, on the work screen or in the dialog over it."""
    app, say = controller.screen.app, controller.workspace.say
    if isinstance(screen := app.screen, PickScreen):
        return
    if isinstance(screen, Dialog):
        commands = list(_of_dialog(controller, screen))
    else:
        commands = list(_of_work_screen(controller))
    runs = {command.choice.id: command.run for command in commands}

    def take(id_: str | None) -> None:
        if id_ is not None:
            app.call_later(runs.get(id_) or partial(controller.open_article, id_))

    further = partial(_articles, controller) if isinstance(screen, WorkScreen) else _no_articles
    choices = [command.choice for command in commands]
    app.push_screen(PickScreen(say("palette.search"), choices, further=further), take)


def _of_work_screen(controller: Controller) -> Iterator[Command]:
    """Yield the actions used last, then all others by group, labels and themes."""
    by_id = {row.id: row for row in controller.rows.values() if row.context in ON_WORK_SCREEN}
    recent = [id_ for id_ in controller.workspace.chosen.now.recent if id_ in by_id]
    groups = _by_group(row.id for row in by_id.values() if row.id not in recent)
    for group, ids in (("recent", recent), *groups):
        for id_ in ids:
            keys = by_id[id_].keys
            yield Command(_choice(controller, id_, group, keys[0]), partial(controller.press, id_))
    yield from _labels(controller)
    yield from _themes(controller)


def _by_group(ids: Iterable[str]) -> list[tuple[Group, list[str]]]:
    known = list(ids)
    return [(group, [id_ for id_ in known if GROUP_OF[id_] == group]) for group in GROUPS]


def _choice(controller: Controller, id_: str, group: str, key: str) -> Choice:
    say = controller.workspace.say
    shown = f"{display(key):<{KEY_CELLS}} {say(f'key.{id_}')}"
    names = (*CATALOGUE[f"key.{id_}"], id_.replace("_", " "), *group_names(GROUP_OF[id_]))
    return Choice(id_, shown, names, say(f"group.{group}"))


def _labels(controller: Controller) -> Iterator[Command]:
    say, language = controller.workspace.say, controller.workspace.language
    for label in controller.labels.labels:
        name = label.zh if language == "zh" else label.en
        choice = Choice(
            f"label:{label.id}",
            f"{label.key:<{KEY_CELLS}} {label.id} {name}",
            (label.id, label.en, label.zh),
            say("help.labels"),
        )
        yield Command(choice, partial(choose, controller, label.id))


def _themes(controller: Controller) -> Iterator[Command]:
    say = controller.workspace.say
    for name in sorted(controller.screen.app.available_themes):
        shown = f"{'':<{KEY_CELLS}} {say('status.theme', theme=name)}"
        names = (name, f"use theme {name}", f"使用主题 {name}")
        choice = Choice(f"theme:{name}", shown, names, say("pick.theme"))
        yield Command(choice, partial(choose_theme, controller, name))


def _articles(controller: Controller, typed: str) -> Sequence[Choice]:
    """Return articles whose title or page has what is typed in it."""
    wanted = typed.lower()
    rows = controller.workspace.documents.listing.rows
    found = (row for row in rows if wanted in row.title.lower() or wanted in row.page.lower())
    say = controller.workspace.say
    return [
        Choice(row.article, f"{'':<{KEY_CELLS}} {say('palette.open', title=row.title, page=row.page)}", ())
        for row in islice(found, MOST_ARTICLES)
    ]


def _no_articles(typed: str) -> Sequence[Choice]:
    del typed
    return ()


def _of_dialog(controller: Controller, screen: Dialog[object]) -> Iterator[Command]:
    """Yield the actions whose keys work in a dialog now."""
    known = {row.id: row for row in KEYMAP}
    seen: set[str] = set()
    for active in screen.active_bindings.values():
        id_ = active.binding.id
        if id_ in known and id_ not in seen:
            seen.add(id_)
            run = partial(screen.app.run_action, active.binding.action, active.node)
            yield Command(_choice(controller, id_, known[id_].group, active.binding.key), run)
