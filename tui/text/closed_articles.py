"""What still belongs to an article that was closed by who wrote it: answers to letters, further points."""

import re

from tui.text.units import SALUTATION, Unit
from tui.text.vocabulary import HAN

ANSWER = re.compile(
    f"{HAN}{{0,16}}[答回]复(?:如下)?[:：]|[【〔\\[]{HAN}{{0,8}}(?:答复|回复|回应|回音)[】〕\\]]|答[:：]|"
    "[【〔\\[]?(?:[教老]师|编者?|专家|名家)?(?:点评|评点|简评|评语|寄语|编后)[】〕\\]:：]|"
    "[^，。：:]{0,6}附记[:：]|(?:编者?|医生|律师|专家)(?:答|点评)[:：]"
)
ADDRESSED = re.compile(rf"({HAN}{{2,10}})[:：]")
COURTESY = re.compile("(?:同志|读者|先生|女士|同学|朋友)$")
COLLECTION = re.compile("一句话.+|.*(?:留言|语录|心声|感言|心愿|祝福|短信|建议|微语|声音|金句)")
"""The title of an article of many short sayings, each with who says it."""
NUMERALS = "〇一二三四五六七八九十"
POINT = re.compile(r"[（(]?(\d{1,2}|[一二三四五六七八九十])(?:[、．)）]|[.](?!\d))")
"""The number of a paragraph."""


def answers(unit: Unit) -> bool:
    """Tell whether a line addresses the one who signed the letter above: the answer belongs to it."""
    if ANSWER.match(unit.text):
        return True
    addresses = unit.begins and unit.text[-1] in "：:" and len(unit.text) <= SALUTATION
    return addresses and "编辑" not in unit.text


def addressed(signature: Unit, below: Unit) -> bool:
    """Tell whether a paragraph begins with the name of who signed the letter above: it answers."""
    named = ADDRESSED.match(below.text)
    return named is not None and signature.text.endswith(COURTESY.sub("", named[1]))


def collects(title: str) -> bool:
    """Tell whether an article is made of short sayings that are signed one by one."""
    return COLLECTION.fullmatch(title) is not None


def counts_on(above: str, below: str) -> bool:
    """Tell whether a paragraph has the number that follows the one of the paragraph above: the pictures of
    a row, or the points of a list, belong together though each is signed."""
    one, next_ = POINT.match(above), POINT.match(below)
    return one is not None and next_ is not None and _number(next_) == _number(one) + 1


def _number(point: re.Match[str]) -> int:
    said = point[1]
    return NUMERALS.index(said) if said in NUMERALS else int(said)
