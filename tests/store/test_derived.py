"""What is written beside annotations: the user's words, learned votes, the index of a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.building import span_of
from tui.errors import ProjectError
from tui.model import Corrections
from tui.store.dictionary import add_words
from tui.store.index.learned_votes import LearnedVotes, SourceVotes
from tui.store.project import Project
from tui.text.votes import VOTES, votes_of


def test_words_are_added_to_a_dictionary_that_need_not_be_there(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    add_words(path, ["临溪县", "建会"])
    first = path.read_text("utf-8")
    assert [line.split()[0] for line in first.splitlines() if line and line[0] != "#"] == ["临溪县", "建会"]
    add_words(path, ["职代会"], "溪县")
    text = path.read_text("utf-8")
    assert all(word in text for word in ("临溪县", "建会", "职代会", "溪县"))
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    add_words(path, ["工友"])
    assert path.read_text("utf-8").startswith(text[:4])


def test_a_dictionary_that_is_no_text_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ProjectError, match=r"words\.txt"):
        add_words(tmp_path / "words.txt", ["建会"])
    assert (tmp_path / "words.txt").read_bytes() == b"\xff\xfe\x00"


def votes(source: str, share: float = 1.0) -> SourceVotes:
    weights = {name: weight * share for name, weight in dict(votes_of(VOTES)).items()}
    return SourceVotes(source, votes_of(weights), 12, 300, 280, 291)


def test_what_was_learned_of_a_source_is_there_for_the_next_reader(tmp_path: Path) -> None:
    known = LearnedVotes(tmp_path, tmp_path / "paper")
    assert known.of("seeds") is None
    for learned in (votes("seeds"), votes("seeds/报", 0.5)):
        known.keep(learned)
        for seen in (known, LearnedVotes(tmp_path, tmp_path / "paper")):
            assert seen.of(learned.source) == learned
    assert LearnedVotes(tmp_path, tmp_path / "other").of("seeds") is None
    assert len(list((tmp_path / "votes").iterdir())) == 2


def test_what_was_learned_again_takes_the_place_of_what_was_before(tmp_path: Path) -> None:
    known = LearnedVotes(tmp_path, tmp_path)
    known.keep(votes("seeds"))
    known.keep(votes("seeds", 0.5))
    assert LearnedVotes(tmp_path, tmp_path).of("seeds") == votes("seeds", 0.5)
    assert len(list((tmp_path / "votes").iterdir())) == 1


@pytest.mark.parametrize("change", [{"base": {}}, {"pages": None}, {"votes": "x"}, None])
def test_broken_votes_and_those_from_other_weights_are_none(
    tmp_path: Path, change: dict[str, object] | None
) -> None:
    LearnedVotes(tmp_path, tmp_path).keep(votes("seeds"))
    (file,) = (tmp_path / "votes").iterdir()
    told = json.loads(file.read_text())
    file.write_text("{" if change is None else json.dumps(told | change))
    assert LearnedVotes(tmp_path, tmp_path).of("seeds") is None


def test_a_line_says_what_learning_was_worth() -> None:
    learned, general = votes("seeds"), votes("seeds")._replace(votes=())
    assert learned.message.key == "borders.learned"
    assert general.message.key == "borders.general"
    assert "votes" not in learned.message.values
    assert learned.message.values["pages"] == 12


@pytest.mark.slow
def test_the_index_is_made_by_a_process_of_its_own_that_tells_how_far_it_is(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(
        "临溪县总工会办实事\n\n本报讯 三月新建工会组织36家。\n", "utf-8"
    )
    (tmp_path / "seeds" / "b.txt").write_bytes(b"\xff\xff\x00\x81")
    command = [sys.executable, "-m", "tui.operations.index_worker", str(tmp_path), "zhou", "zh"]
    ended = subprocess.run(command, capture_output=True, check=True, cwd=Path(__file__).parents[2])
    *told, last, done = [json.loads(line) for line in ended.stdout.splitlines()]
    (refused,) = (line["refused"] for line in told if "refused" in line)
    assert "seeds/b.txt" in refused
    assert not refused.isascii()
    assert (last, done) == ({"pages": 2, "changed": 1, "part": 1.0}, {"done": ""})
    project = Project(tmp_path)
    project.annotator = "zhou"
    assert [row.page for row in project.index.rows()] == ["a"]


@pytest.mark.slow
def test_an_index_that_cannot_be_made_ends_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "piyue.toml").write_text("x = 1\n")
    command = [sys.executable, "-m", "tui.operations.index_worker", str(tmp_path), "ling", "en"]
    ended = subprocess.run(command, capture_output=True, check=False, cwd=Path(__file__).parents[2])
    assert "there is no setting x" in json.loads(ended.stdout.splitlines()[-1])["done"]


def test_what_was_learned_of_a_source_divides_its_pages_where_nobody_began(tmp_path: Path) -> None:
    settings = '[[sources]]\npath = "seeds"\n[[sources]]\npath = "whole"\nlayout = "document"\n'
    (tmp_path / "piyue.toml").write_text(settings)
    for name in ("seeds/p.txt", "seeds/q.txt", "whole/r.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("临溪县总工会办实事\n\n本报讯 三月新建工会组织36家。\n", "utf-8")
    project = Project(tmp_path)
    plain, rules, begun = Corrections(), project.divider.rules, Corrections(date="2023")
    document = project.document("q")
    project.save(document.replaced(spans=(span_of(document.page, "a", (0, 3)),)))
    for source in ("seeds", "whole"):
        project.divider.learned_votes.keep(votes(source, 0.5))
    again = Project(tmp_path)
    pages = [again.page(name) for name in "pqr"]
    learned = votes("seeds", 0.5).votes
    assert [again.divider.with_learned_votes(page, plain).votes for page in pages] == [learned, (), ()]
    assert again.divider.with_learned_votes(pages[0], begun) == begun
    assert again.divider.learned() == (votes("seeds", 0.5),)
    assert again.divider.rules != rules
    again.divider.learned_votes.keep(votes("seeds")._replace(votes=()))
    assert (again.divider.learned(), again.divider.rules) == ((), rules)
    assert again.divider.with_learned_votes(pages[0], plain) == plain
