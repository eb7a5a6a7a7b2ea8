"""An article as it is built: what is added to it, its kind, how sure it is; the page that it stands on."""

from typing import Any

import pytest

from tests.text.showing import page_of
from tests.text.unit_building import on_page, unit
from tui.model import Article, Block, Role
from tui.text.article_builder import ArticleBuilder
from tui.text.certainty import CUT_OFF, DISORDER, HEADLESS, with_certainty
from tui.text.cues import Cue
from tui.text.page_builder import PageBuilder
from tui.text.units import Unit

TOLD = "青石河上的老桥昨天封闭大修。"
OPEN = "青石河上的老桥昨天封闭，桥面将"
Added = tuple[Role, Unit]


def built(*added: Added, **given: Any) -> ArticleBuilder:
    draft = ArticleBuilder(**given)
    for role, one in added:
        draft.add(role, one)
    return draft


def article(*added: Added, **given: Any) -> Article:
    text, units = on_page(*(one for _, one in added))
    draft = built(*zip((role for role, _ in added), units, strict=True), **given)
    return draft.article(page_of(text), 1)


TITLE: Added = ("title", unit("老桥封闭大修"))
TEXT: Added = ("paragraph", unit(TOLD))


def signed(text: str, cue: Cue | None = Cue.BYLINE, **given: Any) -> Added:
    return "byline", unit(text, cue=cue, **given)


# Kinds


@pytest.mark.parametrize(
    ("added", "kind"),
    [
        ((TITLE, TEXT), "news"),
        ((TEXT,), "other"),
        ((TITLE,), "other"),
        ((("kicker", unit("老桥")), TEXT), "news"),
        ((("subtitle", unit("老桥")), TEXT), "other"),
        ((TITLE, ("paragraph", unit("老桥", verse=True))), "other"),
        ((TITLE, signed("沈一鸣"), TEXT), "other"),
        ((TITLE, signed("本报记者 沈一鸣"), TEXT), "news"),
        ((TITLE, signed("本報記者 沈一鳴"), TEXT), "news"),
        ((TITLE, signed("本报讯", Cue.OPENING), TEXT), "news"),
        ((signed("本报讯", Cue.OPENING), TEXT), "news"),
        ((TITLE, signed("（沈一鸣）", Cue.OPENING), TEXT), "news"),
        ((TITLE, TEXT, signed("2031年5月3日", Cue.DATED)), "news"),
        ((TITLE, TEXT, signed("（沈一鸣）", begins=False)), "news"),
        ((TITLE, TEXT, signed("（沈一鸣）")), "other"),
        ((TITLE, TEXT, signed("（作者为记者）")), "other"),
        ((TITLE, TEXT, signed("(作者为记者)")), "other"),
        ((TITLE, TEXT, signed("（摘自《东屏晚报》）", begins=False)), "other"),
        ((TITLE, TEXT, signed("（选自《东屏晚报》）", begins=False)), "other"),
        ((TITLE, TEXT, signed("（据《东屏晚报》）", begins=False)), "other"),
        ((TITLE, TEXT, signed("作者沈一鸣", begins=False)), "other"),
        ((("title", unit("更正")), TEXT), "other"),
    ],
)  # fmt: skip
def test_an_article_is_news_where_it_is_told_and_no_author_signs_it(
    added: tuple[Added, ...], kind: str
) -> None:
    assert article(*added).kind == kind


@pytest.mark.parametrize(
    "byline",
    [
        *(
            "记者沈一鸣",
            "通讯员沈一鸣",
            "来源：东屏台",
            "来源:东屏台",
            "调查组",
            "采访组",
            "报道组",
            "课研组",
        ),
        *("东屏讯", "东屏电（沈一鸣）", "综合消息", "新华社", "中新社", "沈一鸣报道"),
    ],
)
def test_a_byline_says_that_it_is_a_reporter_s(byline: str) -> None:
    assert article(TITLE, signed(byline), TEXT).kind == "news"


@pytest.mark.parametrize(
    "title",
    [
        *("更正", "读者来信", "招领启事", "声明", "公告", "致歉", "招聘", "提示|老桥", "提示｜老桥"),
        *("提示丨老桥", "讣告", "寻人", "寻物", "寻猫", "寻犬", "寻狗", "招领", "鸣谢", "致谢", "答谢"),
        *("感谢信", "表扬", "节目", "灯谜", "谜语", "猜"),
        *("征稿", "征订", "社论：老桥", "社评丨老桥", "社论", "短评", "诗", "献词", "贺词", "寄语", "聲明"),
    ],
)  # fmt: skip
def test_a_title_says_that_what_stands_below_is_no_report(title: str) -> None:
    assert article(("title", unit(title)), TEXT).kind == "other"


def test_a_brief_has_its_own_kind_and_a_picture_with_its_text_another() -> None:
    assert article(("paragraph", unit(TOLD, brief="other")), signed("本报讯", Cue.OPENING)).kind == "other"
    assert article(("paragraph", unit(TOLD, brief="news"))).kind == "news"
    assert article(("paragraph", unit(TOLD, brief="news")), story=True).kind == "photo_story"


# Credits

CAPTION: Added = ("caption", unit("果农在果园里拍照。"))


@pytest.mark.parametrize(
    ("added", "credit", "whole", "story", "closed"),
    [
        ((TITLE, TEXT), "沈一鸣摄", False, True, True),
        ((TITLE, TEXT, TEXT), "沈一鸣摄", False, True, True),
        ((TITLE, TEXT, TEXT, TEXT), "沈一鸣摄", False, False, False),
        ((TITLE, TEXT, TEXT, TEXT), "沈一鸣摄", True, True, True),
        ((TITLE, TEXT, TEXT, TEXT, TEXT), "沈一鸣摄", True, False, True),
        ((TITLE, CAPTION), "沈一鸣摄", False, True, True),
        ((TITLE, CAPTION, TEXT, TEXT, TEXT), "沈一鸣摄", False, False, False),
        ((TITLE,), "沈一鸣摄", False, True, False),
        ((TITLE,), "沈一鸣摄", True, True, False),
        ((TEXT,), "沈一鸣摄", False, False, False),
        ((TEXT,), "沈一鸣摄", True, False, True),
        ((TITLE, signed("沈一鸣"), TEXT), "沈一鸣摄", False, False, False),
        ((TITLE, ("heading", unit("渡口")), TEXT), "沈一鸣摄", False, False, False),
        ((TITLE, TEXT), "本版照片由沈一鸣摄", False, False, False),
        ((TITLE, TEXT), "本组照片由沈一鸣摄", False, False, False),
    ],
)
def test_a_picture_s_text_with_a_title_ends_with_its_credit(
    added: tuple[Added, ...], credit: str, whole: bool, story: bool, closed: bool
) -> None:
    draft = built(*added)
    draft.credit(unit(credit, cue=Cue.CREDIT), whole=whole)
    assert (draft.story, draft.closed) == (story, closed)
    assert draft.units[-1][0] == "credit"


def test_a_caption_without_other_text_is_the_text_of_its_picture() -> None:
    assert [block.role for block in article(TITLE, CAPTION, story=True).blocks] == ["title", "paragraph"]
    assert [block.role for block in article(TITLE, CAPTION, TEXT, story=True).blocks] == [
        "title",
        "caption",
        "paragraph",
    ]
    assert [block.role for block in article(TITLE, CAPTION).blocks] == ["title", "caption"]


# How sure


def test_an_article_is_as_sure_as_its_border_what_was_doubted_and_each_block() -> None:
    assert article(TITLE, TEXT).confidence == 1.0
    low: Added = ("paragraph", unit(TOLD, sure=0.712))
    found = article(TITLE, low, border=0.9)
    assert (found.confidence, found.border) == (0.71, 0.9)
    assert [block.confidence for block in found.blocks] == [1.0, 0.71]
    assert article(TITLE, low, border=0.6111).confidence == 0.61
    doubted = built(TITLE, TEXT, border=0.9)
    doubted.doubt(0.5)
    doubted.doubt(0.8)
    assert doubted.sure == 0.5


# What it is so far


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ((TEXT,), True),
        ((TITLE,), False),
        ((), False),
        ((TEXT, TEXT), False),
        ((("paragraph", unit(OPEN)),), False),
        ((("paragraph", unit("老" * 239 + "。")),), True),
        ((("paragraph", unit("老" * 240 + "。")),), False),
        ((("lead", unit(TOLD)),), False),
    ],
)
def test_a_single_short_paragraph_may_be_a_lead(added: tuple[Added, ...], expected: bool) -> None:
    assert built(*added).only_lead is expected


CREDIT: Added = ("credit", unit("沈一鸣摄"))


@pytest.mark.parametrize(
    ("added", "expected"),
    [((CAPTION, CREDIT), True), ((CREDIT,), True), ((CAPTION, TEXT), False), ((), False)],
)
def test_a_picture_may_belong_to_the_title_below(added: tuple[Added, ...], expected: bool) -> None:
    assert built(*added).only_picture is expected


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ((("lead", unit("编者按")),), True),
        ((("lead", unit("老" * 9)),), False),
        ((("lead", unit("编者按")), TEXT), False),
        ((("title", unit("编者按")),), False),
        ((), False),
    ],
)
def test_a_label_says_that_a_lead_follows(added: tuple[Added, ...], expected: bool) -> None:
    assert built(*added).labelled is expected


def test_a_paragraph_is_open_until_its_sentence_ends_or_a_heading_stands_below() -> None:
    half: Added = ("paragraph", unit(OPEN))
    assert built(half).open
    assert built(half, CAPTION).open
    assert not built(TEXT).open
    assert not built(half, ("heading", unit("渡口"))).open
    assert not built(("paragraph", unit(OPEN, verse=True))).open
    assert not built(TITLE).open


def test_its_headline_is_kicker_title_and_subtitle() -> None:
    draft = built(("kicker", unit("县里")), TITLE, ("subtitle", unit("工期七十天")), signed("沈一鸣"), TEXT)
    assert draft.headline == "县里 老桥封闭大修 工期七十天"
    assert draft.title == "老桥封闭大修"
    assert built(("kicker", unit("县里")), TEXT).title == ""
    assert not draft.opened
    assert built(signed("本报讯", Cue.OPENING)).opened


def test_taking_the_newest_unit_away_takes_its_role_and_ends_the_text_before() -> None:
    draft = built(TITLE, TEXT, signed("沈一鸣"))
    assert draft.pop().text == "沈一鸣"
    assert not draft.has("byline")
    assert draft.has("title", "byline")
    assert draft.last is None


# The page


def test_another_article_ends_the_one_before_and_makes_it_as_unsure_as_the_border() -> None:
    text, (title, told, other, more) = on_page(TITLE[1], TEXT[1], unit("渡口"), unit(TOLD))
    page = PageBuilder(page_of(text))
    page.begin(0.9)
    page.add_all("title", [title])
    page.add_all("paragraph", [told], 0.8)
    page.begin(0.6)
    page.add_all("title", [other])
    page.add_all("paragraph", [more])
    found = page.division().articles
    assert [(one.id, one.border, one.confidence) for one in found] == [
        ("page#1", 0.9, 0.6),
        ("page#2", 0.6, 0.6),
    ]
    assert page.draft is None
    assert page.division().articles == found


def test_an_article_without_blocks_is_none() -> None:
    page = PageBuilder(page_of(TOLD))
    page.begin()
    page.begin()
    assert page.division().articles == ()
    assert page.now.units == []


@pytest.mark.parametrize(
    ("turn", "cue", "added", "closed"),
    [
        ("（上接第一版）", Cue.TURN, (TEXT,), True),
        ("（下转第四版）", Cue.TURN, (TEXT,), False),
        ("（上接第一版）", Cue.FURNITURE, (TEXT,), False),
        ("（上接第一版）", Cue.TURN, (TITLE,), False),
    ],
)
def test_what_is_continued_from_another_page_ends_the_article_above(
    turn: str, cue: Cue, added: tuple[Added, ...], closed: bool
) -> None:
    page = PageBuilder(page_of(TOLD))
    page.outside(unit(turn, cue=cue))
    for role, one in added:
        page.now.add(role, one)
    page.outside(unit(turn, cue=cue))
    assert page.now.closed is closed
    assert page.furniture == [(0, len(turn))] * 2


# Pieces of sentences


def certain(*texts: tuple[Role, str], before: float = 1.0) -> float:
    """How sure an article with these blocks is."""
    text, blocks = "", []
    for role, said in texts:
        blocks.append(Block(role=role, segments=((len(text), len(text) + len(said)),)))
        text += said + "\n"
    one = Article(id="page#1", page="page", kind="news", blocks=tuple(blocks), confidence=before)
    (found,) = with_certainty(page_of(text), [one])
    return found.confidence


HEAD: tuple[Role, str] = ("title", "老桥封闭大修")


@pytest.mark.parametrize(
    ("texts", "sure"),
    [
        ((HEAD, ("paragraph", TOLD)), 1.0),
        ((("paragraph", TOLD),), HEADLESS),
        ((HEAD,), 1.0),
        ((HEAD, ("paragraph", TOLD), ("paragraph", "老桥将")), CUT_OFF),
        *(((HEAD, ("paragraph", TOLD), ("paragraph", f"老桥将{end}")), CUT_OFF) for end in "，、；,9"),
        ((HEAD, ("paragraph", TOLD), ("paragraph", "老桥将：")), 1.0),
        ((HEAD, ("paragraph", "老桥将"), ("paragraph", TOLD)), 1.0),
        ((HEAD, ("paragraph", "，老桥将"), ("paragraph", TOLD)), CUT_OFF),
        ((HEAD, ("paragraph", TOLD), ("paragraph", f"，{TOLD}"), ("paragraph", TOLD)), CUT_OFF),
        ((HEAD, ("paragraph", TOLD), ("paragraph", f"，{TOLD}"), ("paragraph", "老桥将")), CUT_OFF),
        ((HEAD, ("paragraph", "老桥"), ("paragraph", "渡口")), CUT_OFF),
        ((HEAD, ("paragraph", "老桥"), ("paragraph", "渡口"), ("paragraph", "石磨")), 1.0),
        ((HEAD, ("caption", "老桥将")), 1.0),
    ],
)
def test_a_piece_of_a_sentence_or_no_headline_makes_an_article_less_sure(
    texts: tuple[tuple[Role, str], ...], sure: float
) -> None:
    assert certain(*texts) == sure
    assert certain(*texts, before=0.5) == 0.5


def test_two_pieces_make_all_articles_of_the_page_less_sure() -> None:
    texts = (TOLD, "，老桥大修。", "老桥将")
    text = "\n".join(texts)
    starts = [text.index(said) for said in texts]
    articles = [
        Article(
            id=f"page#{number}",
            page="page",
            kind="news",
            blocks=(
                Block(role="title", segments=((0, 2),)),
                Block(role="paragraph", segments=((start, start + len(said)),)),
            ),
        )
        for number, (start, said) in enumerate(zip(starts, texts, strict=True), 1)
    ]
    assert [one.confidence for one in with_certainty(page_of(text), articles)] == [DISORDER, CUT_OFF, CUT_OFF]
    assert [one.confidence for one in with_certainty(page_of(text), articles[:2])] == [1.0, CUT_OFF]
