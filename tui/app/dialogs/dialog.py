"""What lies over the work screen until it is answered."""

from textual.screen import ModalScreen, ScreenResultType


class Dialog(ModalScreen[ScreenResultType]):
    """Asks something, or shows it; its styles are read with the first one."""

    CSS_PATH = "dialogs.tcss"
