"""Makes proposals in the background, and trains a model while the user is idle."""

from collections.abc import Callable
from time import monotonic

from tui.app.workspace.asking import example_of_shown, put_answer
from tui.app.workspace.workspace import Workspace
from tui.model import Document
from tui.operations.proposals.client import DoubtsRun, ProposalClient, TrainingRun
from tui.operations.proposals.schedule import Schedule
from tui.store.project import Project


class Proposer:
    """Keeps the processes.

    Args:
        show: called when something else is proposed of the article on the screen.
        clock: gives seconds, and never goes back.
    """

    def __init__(
        self,
        project: Project,
        workspace: Workspace,
        show: Callable[[], None],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._workspace, self._show, self._clock = workspace, show, clock
        self._learns = project.settings.suggest.learn
        self._proposing = ProposalClient(project.root, project.annotator)
        self._training = TrainingRun(project.root, project.annotator)
        self._doubts = DoubtsRun(project.root, project.annotator)
        workspace.doubts = self._doubts if self._learns else None
        self.schedule = Schedule()
        self._finished: dict[str, int] = {}
        self._wanted = self._asking = self._is_over = False

    def key_pressed(self) -> None:
        """Note that somebody is typing."""
        self.schedule.last_key = self._clock()

    def decided(self, document: Document) -> None:
        """Note that something was decided on a page."""
        self.schedule.decide()
        self._doubts.forget()
        finished = sum(progress.state == "done" for progress in document.progress.values())
        if finished > self._finished.setdefault(document.page.id, 0):
            self.schedule.finish()
        self._finished[document.page.id] = finished

    async def ask(self) -> None:
        """Ask what is proposed of the open article as it is now; while it is asked, once more at the end."""
        self._wanted = True
        if self._asking:
            return
        self._asking = True
        try:
            while self._wanted:
                self._wanted = False
                await self._ask_once()
        finally:
            self._asking = False

    async def _ask_once(self) -> None:
        example = example_of_shown(self._workspace)
        if example is None or self._proposing.failed:
            return
        candidates = await self._proposing.propose(example)
        if self._proposing.failed:
            if not self._is_over:
                self._workspace.tell(self._workspace.say("status.no_proposer"), alarm=True)
                self._show()
            return
        put_answer(self._workspace, example.text.article, candidates)
        if self._workspace.shown and self._workspace.shown.opened.article.id == example.text.article:
            self._show()

    async def train_if_due(self) -> None:
        """Have a model trained if that is due; it is taken up at the next asking."""
        if not self._learns or not self.schedule.is_due(self._clock()):
            return
        await self.train_now()

    async def train_now(self) -> None:
        """Have a model trained."""
        self.schedule.begin(self._clock())
        try:
            if await self._training.train():
                await self._proposing.use_model()
        finally:
            self.schedule.end(self._clock())

    async def stop(self) -> None:
        """End the processes."""
        self._is_over = True
        await self._proposing.stop()
        await self._training.stop()
