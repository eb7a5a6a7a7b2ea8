"""A disk that is full at any one write of a save: nothing that was there is lost, and nothing is torn."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.store.building import TEXT, opened, span_of
from tui.errors import StoreError
from tui.model import Document, RefusedPin
from tui.store.project import Project

CALLS = ("open", "write", "fsync", "replace", "link", "mkdir")
"""What a save asks the system for."""


class FaultyDisk:
    """Counts what a save asks for below a folder, and refuses one of these calls, or all from it on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count, self.refused, self.forever = 0, -1, False
        for name in CALLS:
            monkeypatch.setattr(os, name, self._watched(getattr(os, name), name))

    def _watched(self, call: Callable[..., Any], name: str) -> Callable[..., Any]:
        def watched(*arguments: Any, **more: Any) -> Any:
            if name == "open" and not arguments[1] & (os.O_WRONLY | os.O_CREAT):
                return call(*arguments, **more)
            self.count += 1
            if self.count == self.refused or (self.forever and self.count > self.refused >= 0):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return call(*arguments, **more)

        return watched


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "p.txt").write_text(TEXT, "utf-8")
    return fresh(tmp_path)


def fresh(root: Path) -> Project:
    project = Project(root)
    project.annotator = "ling"
    return project


def tagged(document: Document, number: int) -> Document:
    """Return a document with one more tag and one more correction."""
    where = (number, number + 1)
    span = span_of(document.page, f"s{number}", where)
    refused = RefusedPin(label=f"L{number}", segments=(where,), text=document.page.text[slice(*where)])
    pins = document.corrections
    return document.replaced(
        spans=(*document.spans, span), corrections=pins.replaced(refused=(*pins.refused, refused))
    )


def names(document: Document) -> tuple[set[str], set[str]]:
    return {span.id for span in document.spans}, {pin.label for pin in document.corrections.refused}


@pytest.mark.parametrize("forever", [False, True], ids=["once", "from then on"])
def test_whichever_write_of_a_save_is_refused_nothing_is_lost(
    forever: bool, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.documents.journals.is_session = True
    document = tagged(opened(project, "p", lambda _: None), 0)
    project.save(document)
    project.save(document := tagged(document, 1))
    with monkeypatch.context() as patch:
        disk = FaultyDisk(patch)
        project.save(tagged(document, 2))
        calls = disk.count
    assert calls > 8
    before = names(fresh(project.root).document("p"))
    for refused in range(1, calls + 1):
        worker = fresh(project.root)
        worker.documents.journals.is_session = True
        document = opened(worker, "p", lambda _: None)
        worker.save(document)
        changed = tagged(document.replaced(spans=document.spans[:3]), 3 + refused % 5)
        with monkeypatch.context() as patch:
            disk = FaultyDisk(patch)
            disk.refused, disk.forever = refused, forever
            failed = _fails(worker, changed)
        on_disk = names(fresh(project.root).document("p"))
        assert failed or on_disk == names(changed)
        assert on_disk[0] >= before[0] & {"s0", "s1", "s2"}
        assert on_disk[1] >= before[1]
        worker.save(changed)  # there is room again
        assert names(fresh(project.root).document("p")) == names(changed)
        assert not list(project.root.rglob(".piyue-*"))
        before = names(changed)


def _fails(project: Project, document: Document) -> bool:
    try:
        project.save(document)
    except StoreError as error:
        return error.key == "store.full"
    return False
