"""Pages in the conventions of many papers, whose division is known because they were set from it."""

from pathlib import Path

import pytest

from tests.text.score import TYPOGRAPHIES, by_article, divided, is_met, total
from tests.text.sheets import SHEETS, read_sheet
from tests.text.showing import MARKUP, covered, page_of
from tui.model import surface
from tui.text.decode import decode
from tui.text.divide import divide

AS_SET = "as the sheet says"
LEAST = {
    AS_SET: (0.98, 0.99, 0.99),
    "a blank line between blocks": (0.98, 0.99, 0.98),
    "two blank lines": (0.98, 0.99, 0.99),
    "a line a paragraph, indented": (0.97, 0.97, 0.97),
    "a line a paragraph": (0.97, 0.98, 0.97),
    "wrapped at 20, indented": (0.96, 0.98, 0.97),
    "wrapped at 14, indented": (0.95, 0.97, 0.98),
    "wrapped at 20, blank lines": (0.97, 0.98, 0.99),
    "wrapped at 28, only short last lines": (0.95, 0.95, 0.92),
}
"""Borders, roles and joins; the last of these typographies cannot always be told from others."""


MISSED = {
    "apiculture_and_tea": "a column of questions that nobody signs is taken for news",
    "army_literary_mix": "the title of a poem that is as short as its lines",
    "culture_station_sheet_1980s": "a troupe that wrote a piece",
    "daily_with_source_tail": "a source in brackets that is also the name of a section",
    "ent_page": "which of two unmarked lines is the title",
    "evening_hotline": "which of two unmarked lines is the title",
    "feature_plain": "a caption between paragraphs that nothing tells from a heading",
    "forestry_paper_local": "a pen name of two characters that are a word",
    "front_page_turned_pieces": "which of two unmarked lines is the title",
    "history_today_serial": "a chapter's name below the author; a bare number",
    "interview_dialogue_headless": "a headline below a feature, with too little text to compare",
    "monthly_research_abstracts": "names with the numbers of footnotes",
    "national_sports_page": "a table of results is taken for news",
    "page_numbered_list_rules": "which of two unmarked lines is the title",
    "photo_page_captions_below": "captions below the text that are plain sentences",
    "port_daily_tides": "a table of tides is taken for verse",
    "port_news_md": "a paper's name that is marked above its titles",
    "promoted_all_lines_md": "headings that are marked as high as titles",
    "public_notices_paragraphs": "what stands behind a colon is taken to go on",
    "signed_local_reports_signed": "a local report that a name alone signs is taken for no report",
    "special_correspondent_series": "a dateline in brackets behind a caption",
    "tv_guide_stock": "channels' names in a programme",
    "world_page_roundup": "two briefs without headline that are signed together",
    "youth_magazine_questionnaire": "a lead that nothing tells from the first paragraph",
}
"""Sheets that are not met exactly as they say that they are set, and what is wrong."""

LINES = (Path(__file__).parent / "typographies.txt").read_text("utf-8").splitlines()
ELSEWHERE = {
    name: set(missed.split())
    for name, _, missed in (line.partition(": ") for line in LINES if line[0] != "#")
}
"""Sheets that are not met exactly in a typography: many cannot be: nothing shows where a paragraph ends."""

SURE_AND_WRONG = {
    "daily_with_source_tail",
    "port_news_md",
    "promoted_all_lines_md",
}
"""Those of them of which nothing tells the splitter that it is wrong."""


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_an_article_of_which_the_splitter_is_sure_is_what_was_set(path: Path) -> None:
    one = divided(path, AS_SET)
    found = by_article(one.found)
    sure = [
        each for each, article in zip(found, one.division.articles, strict=True) if article.confidence == 1
    ]
    wrong = [each for each in sure if each not in by_article(one.sheet.gold)]
    assert bool(wrong) is (path.stem in SURE_AND_WRONG)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_a_sheet_is_met_exactly_unless_it_is_known_not_to_be(path: Path) -> None:
    assert is_met(path, AS_SET) is (path.stem not in MISSED)


@pytest.fixture(scope="module", params=TYPOGRAPHIES)
def typography(request: pytest.FixtureRequest) -> str:
    """A typography; its tests follow each other: what is divided for one is at hand for the next."""
    return str(request.param)


@pytest.mark.slow
def test_no_sheet_that_was_met_in_a_typography_is_missed_in_it(typography: str) -> None:
    missed = {path.stem for path in SHEETS if not is_met(path, typography)}
    assert missed <= ELSEWHERE[typography]


@pytest.mark.slow
def test_of_a_sheet_nothing_is_lost_in_any_typography(typography: str) -> None:
    for path in SHEETS:
        _, page, division = divided(path, typography)
        counts = covered(page, division)
        assert max(counts.values()) == 1
        assert {page.text[at] for at in range(len(page.text)) if not counts[at]} <= MARKUP | set("\n \u3000")


@pytest.mark.slow
def test_nearly_all_is_found_in_any_typography(typography: str) -> None:
    shares = zip(total(typography).shares, LEAST[typography], strict=True)
    assert all(share >= least for share, least in shares)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("path", SHEETS[::7], ids=lambda path: path.stem)
def test_the_encoding_of_the_file_changes_nothing(path: Path, encoding: str) -> None:
    text = read_sheet(path).text
    assert decode(text.encode(encoding), path.name).text == text


@pytest.mark.parametrize("path", SHEETS[::5], ids=lambda path: path.stem)
def test_line_breaks_of_two_characters_change_nothing_that_is_read(path: Path) -> None:
    texts = [read_sheet(path).text, read_sheet(path).text.replace("\n", "\r\n")]
    one, other = (
        [
            (block.role, surface(text, block.segments).replace("\r\n", "\n"))
            for article in divide(page_of(text)).articles
            for block in article.blocks
        ]
        for text in texts
    )
    assert one == other
