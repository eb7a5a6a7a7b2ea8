"""Small corpora with everything that trips readers, made by hand and by a formula."""

from tests.store.building import document_of, page_of, span_of
from tui.model import Document, Progress, Relation

HOSTILE = (
    "临溪县总工会😀新建工会组织36家，\r\n职工𠮷某\u3000说：\u2028“好！”[@不是标签#]\n\n"
    "第二段提到临溪县总工会主席。\x85完\n"
)


def hostile(page_id: str = "p") -> Document:
    """Nested and overlapping tags, one over a line's end, attributes, a note, relations both ways."""
    page = page_of(HOSTILE, page_id)

    def tag(span_id: str, text: str, label: str, **fields: object):  # type: ignore[no-untyped-def]
        start = HOSTILE.index(text)
        return span_of(page, span_id, (start, start + len(text)), label=label, **fields)

    metric = {"value": "36", "value_max": None, "unit": "家", "is_target": False, "comparator": "exact"}
    spans = (
        tag("a1", "临溪县总工会😀", "ORG", note="全称\n带表情"),
        tag("a2", "临溪县", "LOC"),
        tag("a3", "总工会😀新建", "EVENT"),
        tag("a4", "36家", "METRIC", attributes=metric, score=0.5),
        tag("a5", "𠮷某\u3000说", "PERSON"),
        tag("a6", "36家，\r\n职工", "EVENT"),
        tag("a7", "总工会主席", "TITLE"),
    )
    links = [("r1", "a4", "a1"), ("r2", "a4", "a4")]
    relations = tuple(Relation(id=key, label="subject", head=head, tail=tail) for key, head, tail in links)
    progress = {f"{page_id}#1": Progress(state="done")}
    return document_of(page, *spans, relations=relations, progress=progress)


PLACES = ("临溪", "东河", "西山", "南浦", "北安", "长宁", "平川", "新城")
VERBS = ("召开大会", "慰问职工", "发布报告", "举办培训")


def plain(number: int) -> Document:
    """A short report in which places and unions can be told by their characters."""
    place, verb = PLACES[number % len(PLACES)], VERBS[number // len(PLACES) % len(VERBS)]
    text = f"{place}县总工会昨天{verb}，参加的有{number + 10}人。{place}县的职工说好。"
    page = page_of(text, f"q{number}")
    second = text.rindex(place)
    return document_of(
        page,
        span_of(page, "a", (0, 6), label="ORG"),
        span_of(page, "b", (second, second + 3), label="LOC"),
        progress={f"q{number}#1": Progress(state="done")},
    )


def corpus(count: int = 32) -> list[Document]:
    """The hostile page and `count` plain ones."""
    return [hostile(), *(plain(number) for number in range(count))]
