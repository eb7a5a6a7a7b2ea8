"""The crash report."""

from textual.worker import WorkerFailed

from tui.app.runtime.crash import report


def test_it_shows_what_failed_in_a_worker_without_its_texts() -> None:
    text = "雾湖"

    def look_up() -> None:
        raise LookupError(text)

    try:
        look_up()
    except LookupError as error:
        said = report(WorkerFailed(error))
    assert "WorkerFailed" in said
    assert "LookupError" in said
    assert "in look_up" in said
    assert text not in said
