"""Where a relation may lead: the tag at or around a range, the likeliest tags by what they are called."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.conftest import workspace_on
from tests.team.conftest import Tag, work
from tui.app.workspace.relation_tails import label_of_words, likely_tails, tag_around, tag_at_range
from tui.app.workspace.workspace import Workspace
from tui.measure.aliases import Alias, Aliases
from tui.model import RelationType, Segment, Span
from tui.model.labels import DEFAULT_RELATIONS
from tui.store.files.aliases import AliasFile
from tui.store.project import Project

INDICATOR, SUBJECT, PERIOD = DEFAULT_RELATIONS
ANY = RelationType(id="any", key="a")
PAGE = "临溪县总工会的工会组建数和会员数是36家。\n"
BEFORE = "望津市新建工会三百家。\n"
COUNT, ORG, NESTED = Tag("36家", "METRIC"), Tag("临溪县总工会", "ORG"), Tag("临溪县", "LOC")
FAR, NEAR = Tag("工会组建数", "INDICATOR"), Tag("会员数", "INDICATOR")
KNOWN = Tag("三百家", "METRIC"), Tag("新建工会", "INDICATOR")

Opens = Callable[..., Workspace]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "paper" / "seeds").mkdir(parents=True)
    for name, text in (("p", PAGE), ("q", BEFORE)):
        (tmp_path / "paper" / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path / "paper"


@pytest.fixture
def opened(root: Path) -> Opens:
    """Opens the page p with these tags on it."""

    def open_page(*tags: Tag) -> Workspace:
        work(root, "ling", "p", tags)
        return workspace_on(root)

    return open_page


def head(workspace: Workspace) -> Span:
    return next(span for span in workspace.tags() if span.label == "METRIC")


def range_of(text: str) -> Segment:
    start = PAGE.index(text)
    return start, start + len(text)


@pytest.mark.parametrize(
    ("at", "type_", "found"),
    [
        ("临溪", SUBJECT, "临溪县"),
        ("临溪县", SUBJECT, "临溪县"),
        ("县总", SUBJECT, "临溪县总工会"),
        ("总工会", SUBJECT, "临溪县总工会"),
        ("总工会", ANY, "总工会"),
        ("会的", ANY, None),
        ("组建", SUBJECT, None),
        ("36", ANY, None),
    ],
)
def test_around_a_range_is_the_shortest_tag_that_may_be_the_tail_and_is_not_the_head(
    at: str, type_: RelationType, found: str | None, opened: Opens
) -> None:
    workspace = opened(ORG, NESTED, Tag("总工会", "EVENT"), COUNT)
    span = tag_around(workspace, range_of(at), head(workspace), type_)
    assert (span and span.text) == found


@pytest.mark.parametrize(
    ("at", "type_", "found"),
    [
        ("临溪县", SUBJECT, "LOC"),
        ("临溪县总工会", SUBJECT, "ORG"),
        ("临溪", SUBJECT, None),
        ("总工会", SUBJECT, None),
        ("总工会", ANY, "EVENT"),
    ],
)
def test_at_a_range_is_the_tag_that_has_just_this_range_and_may_be_the_tail(
    at: str, type_: RelationType, found: str | None, opened: Opens
) -> None:
    workspace = opened(ORG, NESTED, Tag("总工会", "EVENT"), COUNT)
    span = tag_at_range(workspace, range_of(at), head(workspace), type_)
    assert (span and span.label) == found


def tails(workspace: Workspace) -> list[str]:
    found = likely_tails(workspace, head(workspace), INDICATOR)
    return [tail.span.text for tail in found if tail.span]


@pytest.mark.parametrize(
    ("alias", "first"),
    [
        (None, NEAR),
        (Alias("indicator", FAR.text, "新建工会", ""), FAR),
        (Alias("indicator", FAR.text, "新建工会", "p"), FAR),
        (Alias("indicator", FAR.text, "新建工会", "q"), NEAR),
        (Alias("subject", FAR.text, "新建工会", ""), NEAR),
    ],
)
def test_a_tail_that_means_what_others_were_related_to_comes_first(
    alias: Alias | None, first: Tag, opened: Opens, root: Path
) -> None:
    work(root, "ling", "q", KNOWN, [KNOWN])
    if alias:
        AliasFile(Project.find(root)).save(Aliases([alias]))
    workspace = opened(FAR, NEAR, COUNT)
    workspace.documents.open("q#1", "plain")
    assert tails(workspace) == sorted((NEAR.text, FAR.text), key=first.text.__ne__)


def test_aliases_that_cannot_be_read_are_told_and_tags_are_called_what_they_are(
    opened: Opens, root: Path
) -> None:
    workspace = opened(FAR, NEAR, COUNT)
    file = AliasFile(Project.find(root)).path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('{"aliases": {"1": {"kind": "colour", "written": "a", "name": "b"}}}', encoding="utf-8")
    likely_tails(workspace, head(workspace), PERIOD)
    assert workspace.status.now.message == "", "a time has no aliases"
    assert tails(workspace) == [NEAR.text, FAR.text]
    assert file.name in workspace.status.now.message
    assert workspace.status.now.alarm


def test_words_get_the_label_that_tails_of_the_type_have(opened: Opens) -> None:
    workspace = opened(COUNT)
    assert label_of_words(workspace, INDICATOR) == "INDICATOR"
    assert label_of_words(workspace, ANY) is None, "a person has to say it"


def test_without_an_article_there_is_nothing_to_relate_to(opened: Opens) -> None:
    workspace = opened(ORG, COUNT)
    span, at = head(workspace), range_of(ORG.text)
    workspace.shown = None
    assert likely_tails(workspace, span, SUBJECT) == ()
    assert tag_around(workspace, at, span, SUBJECT) is None
    assert tag_at_range(workspace, at, span, SUBJECT) is None
