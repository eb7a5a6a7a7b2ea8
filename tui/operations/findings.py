"""Findings of a check."""

from typing import Annotated, Any, Literal, NamedTuple, TypeAlias

from tui.errors import PiyueError
from tui.measure.questions import question_said
from tui.model import Schema
from tui.model.values import Read
from tui.texts import Language, Message

Severity: TypeAlias = Literal["error", "question"]


def _reason(said: Any) -> PiyueError | Message:
    """Return a reason that was read from a file."""
    return PiyueError.of_dict(said) if isinstance(said, dict) else Message.checked(said)


class Finding(NamedTuple):
    """Something that is wrong, or that may be.

    Attributes:
        kind: of `piyue.toml` `settings` (the app would not open); of a file `unreadable`, `newer` (only
            read), `damaged` (put aside), `stray` (no page belongs to it),
            `unsaved` (changes of a session that could not save); of a page one of
            `tui.text.doubts.Kind`, or `look-alike character`; of what is in it `record` (it cannot be used
            and is kept as it is), `prediction` (an imported one whose text is no longer there),
            `orphan` (a span whose place is not known), `label` (not one of the
            project's), `article_label` (of an article, not as the project has it),
            `value` (a tag's, that its dialog would refuse),
            `borders` (a span that is no unbroken range of one block), `relation` (an end is missing, it is
            there twice, or leads from a tag to itself),
            `article` (a state of an article that is not there); else one of `tui.measure.consistency.Kind`.
        path: of the file, relative to the project where it lies within.
        reason: for people.
        severity: `error`, or `question` where it may be right.
        start: the first source offset of what it is about; None where it is about no place of the text.
        end: the source offset behind the last.
    """

    kind: str
    annotator: str
    page: str
    path: str
    reason: Annotated[PiyueError | Message, Read(_reason)]
    id: str = ""
    text: str = ""
    severity: Severity = "error"
    article: str = ""
    start: int | None = None
    end: int | None = None

    def line(self, language: Language, schema: Schema) -> str:
        """Return it for people: the file, what it is about, and the reason, with the names of a project."""
        quote = f"“{self.text}”" if self.text else ""
        path = "" if getattr(self.reason, "path", None) else self.path  # an error says its own
        reason: PiyueError | Message = self.reason
        if isinstance(reason, Message) and reason.key.startswith("question."):
            reason = question_said(self.kind, str(reason.values["detail"]), schema)
        parts = (path, f"{self.id} {quote}".strip(), reason.render(language))
        return ": ".join(filter(None, parts))
