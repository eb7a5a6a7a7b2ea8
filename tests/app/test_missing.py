"""What an article still has to say: its tags one after the other, then itself."""

from pathlib import Path

from tests.app.conftest import workspace_on
from tests.app.test_answering import SETTINGS
from tests.team.conftest import Tag, work
from tui.app.workspace import missing
from tui.edit.changes import SetProgress
from tui.model import Progress
from tui.store.project import Project


def asked(folder: Path) -> list[tuple[str, str]]:
    """What is asked, of which text."""
    workspace = workspace_on(folder)
    found = [(question.type.id, workspace.span(question.span)) for question in missing.missing(workspace)]
    return [(name, span.text if span else "") for name, span in found]


def test_each_tag_is_asked_for_what_it_lacks_and_the_article_last(folder: Path) -> None:
    (folder / "piyue.toml").write_text(SETTINGS, encoding="utf-8")
    tags = [
        Tag("王路曼", "PERSON"),
        Tag("两新组织建会", "ORG"),
        Tag("新建工会组织", "ORG", {"level": "区"}),
        Tag("新发展工会", "ORG", {"level": "区", "founded": "1998-03-12"}),
    ]
    work(folder, "ling", "p", tags, state="doing")
    assert asked(folder) == [
        ("level", "两新组织建会"),
        ("founded", "两新组织建会"),
        ("founded", "新建工会组织"),
        ("topic", ""),
    ]
    project = Project.find(folder)
    progress = Progress(labels={"topic": ("法律",)})
    project.save(SetProgress("p#1", progress).apply(project.document("p"))[0])
    assert asked(folder)[-1] == ("founded", "新建工会组织")


def test_without_an_article_nothing_is_missing_of_tags(folder: Path) -> None:
    workspace = workspace_on(folder)
    workspace.shown = None
    assert list(missing.missing(workspace)) == []
