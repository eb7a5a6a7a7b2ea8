"""The floor: a bare Textual app that shows one text."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("BARE 顺义区总工会靶向施策交上“两新”组织建会“满意答卷”", markup=False)


if __name__ == "__main__":
    Bare().run()
