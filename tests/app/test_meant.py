"""What a label is for: the selection, so many words, the quantity at the cursor or around a hit, the word."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from tests.app.test_reader_model import field
from tui.app.text_view.geometry import caret as carets
from tui.app.text_view.geometry.caret import Caret
from tui.app.work_screen.controller import Controller
from tui.app.work_screen.modes.reading import meant, selected_hit
from tui.model import Segment
from tui.model.labels import DEFAULT_LABELS

QUANTITY = (15, 20)
"""The range of 8447人 in the text of `test_reader_model`."""


class At:
    """A reader with its cursor, a number typed before, and the hits of a search; the first was gone to."""

    def __init__(
        self, caret: Caret, count: int = 0, hits: tuple[Segment, ...] = (), article: str = "p#1"
    ) -> None:
        where = field()
        self.count, self.caret = count, caret
        self.scene = SimpleNamespace(field=where, text=where.text)
        self.target = carets.target(where, caret)
        places = [SimpleNamespace(article=article, start=start, end=end) for start, end in hits]
        self.hits = tuple(SimpleNamespace(place=place) for place in places)

    def take_count(self) -> int:
        count, self.count = self.count, 0
        return count

    @property
    def controller(self) -> Controller:
        opened = SimpleNamespace(article=SimpleNamespace(id="p#1"))
        return cast(
            "Controller",
            SimpleNamespace(
                reader=self,
                labels=DEFAULT_LABELS,
                hits=self.hits,
                at_hit=0,
                workspace=SimpleNamespace(shown=SimpleNamespace(opened=opened)),
                editor=SimpleNamespace(
                    quantity_at=lambda at: QUANTITY if QUANTITY[0] <= at < QUANTITY[1] else None
                ),
            ),
        )


@pytest.mark.parametrize(
    ("at", "label", "range_"),
    [
        (At(Caret(6)), "ORG", (5, 8)),
        (At(Caret(6), count=2), "ORG", (5, 11)),
        (At(Caret(6), count=2), "METRIC", (5, 11)),
        (At(Caret(5, (5, 10)), count=2), "ORG", (5, 10)),
        (At(Caret(17)), "METRIC", QUANTITY),
        (At(Caret(6)), "METRIC", (5, 8)),
        (At(Caret(16, (16, 18))), "METRIC", (16, 18)),
        (At(Caret(17, (16, 18)), hits=((16, 18),)), "METRIC", QUANTITY),
        (At(Caret(17, (16, 18)), hits=((16, 18),)), "ORG", (16, 18)),
        (At(Caret(17, (15, 20)), hits=((15, 20),)), "METRIC", QUANTITY),
        (At(Caret(17, (14, 18)), hits=((14, 18),)), "METRIC", (14, 18)),
        (At(Caret(17, (16, 21)), hits=((16, 21),)), "METRIC", (16, 21)),
        (At(Caret(6, (5, 8)), hits=((5, 8),)), "METRIC", (5, 8)),
    ],
)
def test_a_label_is_for_what_is_meant(at: At, label: str, range_: Segment) -> None:
    assert meant(at.controller, label) == range_


@pytest.mark.parametrize(
    ("at", "is_hit"),
    [
        (At(Caret(6, (5, 8)), hits=((5, 8), (16, 18))), True),
        (At(Caret(6, (16, 18)), hits=((5, 8), (16, 18))), False),
        (At(Caret(6, (5, 8))), False),
        (At(Caret(6), hits=((5, 8),)), False),
        (At(Caret(6, (5, 8)), hits=((5, 8),), article="q#1"), False),
        (At(Caret(6, (5, 7)), hits=((5, 8),)), False),
    ],
)
def test_a_hit_is_what_is_selected_while_it_is_the_one_gone_to(at: At, is_hit: bool) -> None:
    assert selected_hit(at.controller) == (at.caret.selection if is_hit else None)


def test_without_an_article_there_is_no_hit() -> None:
    at = At(Caret(6, (5, 8)), hits=((5, 8),))
    controller: Any = at.controller
    controller.workspace.shown = None
    assert selected_hit(controller) is None
