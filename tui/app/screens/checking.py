"""The list of what does not agree: each gone to, mended or found right."""

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import BindingType

from tui.app.places import Row
from tui.app.screens.places import PlacesScreen, Scope
from tui.app.work import Work
from tui.edit import Step, steps
from tui.errors import PiyueError, printable
from tui.measure.consistency import Finding, Fix, Lexicon, findings
from tui.model import Article, Document, Span, surface
from tui.store.files.accepted import Accepted
from tui.text.offsets import read


class CheckScreen(PlacesScreen):
    """Shows what there is to ask; nothing that was found right is asked again."""

    BINDINGS: ClassVar[list[BindingType]] = [("f", "fix"), ("r", "right")]

    def __init__(self, work: Work, scope: Scope = "page") -> None:
        super().__init__(work, work.say("places.check"), self._questions, accept=False, scope=scope)
        self.keys = "places.keys_check"
        self._accepted = Accepted(work.desk.project.root)
        self._lexicon = Lexicon(work.desk.project.settings.labels)
        for document in work.desk.known():
            self._lexicon.add(document)

    def _questions(self, document: Document, article: Article) -> Iterator[Row]:
        settings = self._work.desk.project.settings
        words = self._work.known_words(read(document.page, article).text)
        schema = settings.annotation_schema
        for finding in findings(document, article, self._lexicon, schema, words):
            if finding.key not in self._accepted:
                note = self._work.say(f"question.{finding.kind}", detail=finding.detail)
                yield Row(finding.place, note, about=finding)

    def _here(self) -> Finding | None:
        rows = self.list.items
        about = rows[self.list.cursor].about if self.list.cursor < len(rows) else None
        return about if isinstance(about, Finding) else None

    def _drop(self) -> None:
        rows = list(self.list.items)
        del rows[self.list.cursor]
        self._show(rows)

    def action_right(self) -> None:
        """Remember that it is right as it is."""
        if (finding := self._here()) is None:
            return
        try:
            self._accepted.add([finding.key])
        except PiyueError as error:
            self._work.tell(error.render(self._work.language), alarm=True)
            return
        self._work.tell(self._work.say("status.checked_right", text=printable(finding.place.text)))
        self._drop()

    def action_fix(self) -> None:
        """Do what is obvious."""
        finding = self._here()
        if finding is None or finding.fix is None:
            self.app.bell()
            return
        session = self._work.desk.session(finding.place.page)
        try:
            step = self._step(finding, finding.fix)
            self._work.do_all({session.document.page.id: step}, 1)
        except PiyueError as error:
            self._work.tell(error.render(self._work.language), alarm=True)
            return
        self._drop()

    def _step(self, finding: Finding, fix: Fix) -> Step:
        work, place = self._work, finding.place
        session = work.desk.session(place.page)
        text = surface(session.document.page.text, fix.segments)
        if place.span is None:
            attributes = work.attributes_for(fix.label, text)
            return steps.tag(session, place.article, fix.label, fix.segments, attributes)[0]
        span: Span = session.document.spans_by_id[place.span.id]
        if fix.label != span.label:
            span = work.relabelled(span, fix.label)
        changed = span.replaced(segments=fix.segments, text=text)
        return steps.replace(session, place.article, "resize", changed)
