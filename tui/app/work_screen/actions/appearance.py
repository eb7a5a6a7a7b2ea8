"""Actions on how the screen looks: its theme and its language."""

from functools import partial

from tui.app.dialogs.pick import Choice, PickScreen
from tui.app.work_screen.controller import Controller
from tui.texts import LANGUAGES, Language


def theme(controller: Controller) -> None:
    """Pick a theme from a list; the marked one is shown, and the one that is taken is remembered."""
    app, before = controller.screen.app, controller.screen.app.theme
    choices = [Choice(name, name, (name, name.replace("-", " "))) for name in sorted(app.available_themes)]

    def take(name: str | None) -> None:
        choose_theme(controller, name) if name is not None else show_theme(controller, before)

    title = controller.workspace.say("pick.theme")
    preview = partial(show_theme, controller)
    controller.ask(PickScreen(title, choices, marked=before, preview=preview), take)


def choose_theme(controller: Controller, name: str) -> None:
    """Take a theme, and remember it."""
    show_theme(controller, name)
    controller.workspace.chosen.set_theme(name)
    controller.tell("status.theme", theme=name)


def show_theme(controller: Controller, name: str) -> None:
    """Paint everything in a theme."""
    controller.screen.app.theme = name
    controller.display.show_lists()
    controller.show_bars()


def next_language(controller: Controller) -> None:
    """Speak the other language, and remember it."""
    here = LANGUAGES.index(controller.workspace.language)
    set_language(controller, LANGUAGES[(here + 1) % len(LANGUAGES)])


def set_language(controller: Controller, language: Language) -> None:
    """Speak a language from now on, and remember it."""
    workspace = controller.workspace
    workspace.say.language = language
    workspace.chosen.set_language(language)
    controller.display.show_schema(controller.labels)
    controller.tell("status.language")
