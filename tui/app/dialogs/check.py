"""List of questions about tags: go to each, apply the fix, or mark it correct."""

from collections.abc import Iterator

from tui.app.dialogs.hits import HitsScreen, Scope
from tui.app.keys.bindings import bindings
from tui.app.workspace import tag_steps
from tui.app.workspace.editing import Editor
from tui.app.workspace.hits import HitRow
from tui.edit import Step, steps
from tui.errors import PiyueError, printable
from tui.measure.consistency import Finding, Fix, findings
from tui.measure.lexicon import Lexicon
from tui.measure.questions import question_said
from tui.model import Article, Document, Span, surface
from tui.operations.proposals.client import DoubtsRun
from tui.store.files.accepted import Accepted
from tui.text.offsets import read


class CheckScreen(HitsScreen):
    """Shows what there is to ask; nothing that was found right is asked again."""

    BINDINGS = bindings("check")

    def __init__(self, editor: Editor, scope: Scope = "page") -> None:
        workspace = editor.workspace
        super().__init__(workspace, workspace.say("places.check"), self._questions, accept=False, scope=scope)
        self._editor = editor
        self.keys_said = "places.keys_check"
        self._accepted = Accepted(workspace.documents.project)
        self._doubts: tuple[Finding, ...] = ()
        self._read = ""
        self._lexicon = Lexicon(workspace.documents.project.settings.labels)
        for document in workspace.documents.known():
            self._lexicon.add(document)

    def _questions(self, document: Document, article: Article) -> Iterator[HitRow]:
        settings = self._workspace.documents.project.settings
        words = self._workspace.known_words(read(document.page, article).text)
        schema = settings.annotation_schema
        for finding in findings(document, article, self._lexicon, schema, words):
            if finding.key not in self._accepted:
                yield self._row(finding)

    def _row(self, finding: Finding) -> HitRow:
        schema = self._workspace.documents.project.settings.annotation_schema
        said = question_said(finding.kind, finding.detail, schema).render(self._workspace.language)
        return HitRow(finding.place, said, about=finding)

    # What a model doubts comes after the rest: it takes seconds

    def on_mount(self) -> None:
        """Begin, and have a model asked meanwhile; leaving ends that."""
        super().on_mount()
        if self._workspace.doubts is not None:
            self.run_worker(self._ask_model(self._workspace.doubts), group="doubts")

    async def _ask_model(self, doubts: DoubtsRun) -> None:
        self._doubts = await doubts.found(self._tell_read)
        self._read = ""
        if not self.is_open:
            return
        if self.found.is_set():
            self.all_found()
        self._show(self.list.items)

    def _tell_read(self, done: int, total: int) -> None:
        self._read = self._workspace.say("places.doubting", done=done, total=total)
        if self.is_open:
            self._show(self.list.items)

    def progress(self) -> str:
        """Say how far it is looked, and how much the model has read."""
        return "  ".join(filter(None, (super().progress(), self._read)))

    def all_found(self) -> None:
        """Put what the model doubts in the scope behind the rest."""
        there = {row.about.key for row in self.list.items if isinstance(row.about, Finding)}
        rows = [
            self._row(one)
            for one in self._doubts
            if self._is_in_scope(one) and one.key not in self._accepted and one.key not in there
        ]
        if rows:
            self._show([*self.list.items, *rows])

    def _is_in_scope(self, finding: Finding) -> bool:
        shown = self._workspace.shown
        if self._scope == "corpus" or shown is None:
            return True
        opened = shown.opened
        if self._scope == "article":
            return finding.place.article == opened.article.id
        return finding.place.page == opened.document.page.id

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
            self._workspace.tell(error.render(self._workspace.language), alarm=True)
            return
        self._workspace.tell(self._workspace.say("status.checked_right", text=printable(finding.place.text)))
        self._drop()

    def action_fix(self) -> None:
        """Do what is obvious."""
        finding = self._here()
        if finding is None or finding.fix is None:
            self.app.bell()
            return
        session = self._workspace.documents.session(finding.place.page)
        span = finding.place.span
        if span is not None and span.id not in session.document.spans_by_id:
            self._drop()  # it was removed since the model read it
            return
        try:
            step = self._step(finding, finding.fix)
            self._editor.do_all({session.document.page.id: step}, 1)
        except PiyueError as error:
            self._workspace.tell(error.render(self._workspace.language), alarm=True)
            return
        self._drop()

    def _step(self, finding: Finding, fix: Fix) -> Step:
        workspace, place = self._workspace, finding.place
        session = workspace.documents.session(place.page)
        text, schema = surface(session.document.page.text, fix.segments), workspace.documents.schema
        reader = tag_steps.metric_reader(session.document, fix.label, schema)
        if place.span is None:
            attributes = tag_steps.attributes_for(fix.label, fix.segments, schema, reader)
            return steps.tag(session, place.article, fix.label, fix.segments, attributes)[0]
        span: Span = session.document.spans_by_id[place.span.id]
        if fix.label != span.label:
            span = tag_steps.relabelled(span, fix.label, schema, reader)
        changed = span.replaced(segments=fix.segments, text=text)
        return steps.replace(session, place.article, "resize", changed)
