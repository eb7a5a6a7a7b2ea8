"""The colours of charts."""

from tui.operations.charts import COLOURS

OKABE_ITO = {
    "black": "#000000",
    "orange": "#e69f00",
    "sky blue": "#56b4e9",
    "bluish green": "#009e73",
    "yellow": "#f0e442",
    "blue": "#0072b2",
    "vermilion": "#d55e00",
    "reddish purple": "#cc79a7",
}
"""Okabe and Ito (2008), Color Universal Design."""


def test_charts_have_the_colours_of_okabe_and_ito_but_yellow_which_is_too_light_on_white() -> None:
    assert len(COLOURS) == len(set(COLOURS))
    assert {*COLOURS} == {*OKABE_ITO.values()} - {OKABE_ITO["yellow"]}
