"""What a model that has not seen an article asks about it, in the app's list and in `piyue check`."""

from tui.operations.annotation_errors import doubted
from tui.operations.check import CheckOptions, check
from tui.operations.findings import Finding
from tui.store.project import Project
from tui.text.segment import fallback_words


def test_a_wrong_label_is_asked_about_with_the_models_reading_and_its_place(project: Project) -> None:
    document = project.document("v3")
    wrong = document.spans[0].replaced(label="DOC")
    project.save(document.replaced(spans=(wrong,)))
    found = [one for one in doubted(Project(project.root)) if one.kind == "unlikely"]
    assert [(one.place.page, one.place.text, one.detail) for one in found] == [("v3", "双桥屯", "EVENT")]
    assert found[0].place.span == wrong
    assert found[0].fix is not None
    assert found[0].fix.segments == wrong.segments


def test_a_missing_tag_is_found_by_check_and_can_be_found_right(project: Project) -> None:
    document = project.document("v6")
    project.save(document.replaced(spans=()))

    def missed() -> list[Finding]:
        events = check(Project(project.root), fallback_words, CheckOptions(model=True))
        return [one for one in events if isinstance(one, Finding) and one.kind == "missed"]

    (one, *_) = missed()
    assert not [e for e in check(Project(project.root), fallback_words) if getattr(e, "kind", "") == "missed"]
    assert (one.page, one.article, one.text, one.severity) == ("v6", "v6#1", "石门屯", "question")
    assert document.page.text[one.start : one.end] == "石门屯"
    toml = project.root / "piyue.toml"
    toml.write_text(toml.read_text("utf-8") + "learn = false\n", "utf-8")
    assert missed() == []


def test_with_few_finished_articles_nothing_is_doubted(project: Project) -> None:
    for page in ("v5", "v6", "v7"):
        project.save(project.document(page).replaced(progress={}))
    document = project.document("v3")
    project.save(document.replaced(spans=(document.spans[0].replaced(label="DOC"),)))
    told: list[tuple[int, int]] = []
    assert list(doubted(Project(project.root), lambda *far: told.append(far))) == []
    assert told == []


def test_it_is_told_how_many_articles_were_read(project: Project) -> None:
    told: list[tuple[int, int]] = []
    list(doubted(Project(project.root), lambda *far: told.append(far)))
    assert told == [(done, 8) for done in range(9)]
