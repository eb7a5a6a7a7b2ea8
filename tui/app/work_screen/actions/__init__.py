"""The actions of the work screen: functions named by the rows of the key map.

A module is loaded when one of its keys is first pressed, so that none of them holds the first screen up.
"""

from collections.abc import Awaitable, Callable
from functools import cache
from importlib import import_module
from typing import Any

from textual.actions import parse


@cache
def action_of(action: str) -> Callable[[Any], Awaitable[Any] | None]:
    """Return what a row's action does with the controller.

    It is written ``module.function(arguments)`` with a module of this package, or ``modes.module.function``
    where it enters a mode. An action of the app (``app.quit``) is run by it.
    """
    module, name, arguments = parse(action)
    if module == "app":
        return lambda controller: controller.screen.app.run_action(action)
    package = __name__.rpartition(".")[0] if module.startswith("modes.") else __name__
    function = getattr(import_module(f"{package}.{module}"), name)
    return lambda controller: function(controller, *arguments)
