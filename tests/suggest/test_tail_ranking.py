"""Which tail a relation most likely leads to."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Literal

import pytest

from tui.model import DEFAULT_RELATIONS, Article, Block, Document, Page, Relation, RelationType, Span
from tui.quantities.periods import TimeExpression, find_periods
from tui.suggest.relation_history import RelationHistory, label_for, relation_history
from tui.suggest.tail_ranking import ranked_tails
from tui.text.offsets import read

VAGUE = "近日 日前 目前 截至目前 近期 此前 当前 如今 最近 今后 届时 现在 截止目前 迄今".split()  # noqa: SIM905
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
TEXT = (
    "顺义区总工会去年新建工会92家，吸纳工会会员14708人。密云区总工会今年新建工会20家。\n"
    "会议要求，昌平区总工会上半年开展活动110场。"
)
TYPES = {type_.id: type_ for type_ in DEFAULT_RELATIONS}
TAGS = {
    **{"顺义区总工会": "ORG", "密云区总工会": "ORG", "昌平区总工会": "ORG", "工会会员": "INDICATOR"},
    **{"92家": "METRIC", "14708人": "METRIC", "20家": "METRIC", "110场": "METRIC"},
}


def span(text: str, label: str) -> Span:
    at = TEXT.index(text)
    segments = ((at, at + len(text)),)
    return Span(id=text, label=label, segments=segments, text=text, created=NOON, updated=NOON)


def document(links: tuple[tuple[str, str, str], ...] = (), tags: dict[str, str] = TAGS) -> Document:
    page = Page(id="p", path="seeds/p.txt", text=TEXT, encoding="utf-8", sha256="0" * 64)
    middle = TEXT.index("\n")
    blocks = tuple(
        Block(role="paragraph", segments=(part,)) for part in ((0, middle), (middle + 1, len(TEXT)))
    )
    return Document(
        page=page,
        annotator="ling",
        articles=(Article(id="p#1", page="p", kind="news", blocks=blocks),),
        spans=tuple(sorted((span(*tag) for tag in tags.items()), key=lambda s: s.start)),
        relations=tuple(
            Relation(id=str(i), label=label, head=head, tail=tail)
            for i, (label, head, tail) in enumerate(links)
        ),
    )


def found(given: Document, head: str, relation: str, aliases: dict[str, str] | None = None) -> list[str]:
    def name(text: str) -> str:
        return (aliases or {}).get(text, text)

    article, reading = given.articles[0], read(given.page, given.articles[0])
    made = relation_history([given], relation, name)
    ranked = ranked_tails(given, article, reading, given.spans_by_id[head], TYPES[relation], made, name)
    assert all(tail.span is None or tail.span.text == reading.text[slice(*tail.range)] for tail in ranked)
    return [reading.text[slice(*tail.range)] for tail in ranked]


def test_the_subject_of_the_same_sentence_comes_first() -> None:
    assert found(document(), "92家", "subject")[0] == "顺义区总工会"
    assert found(document(), "20家", "subject")[0] == "密云区总工会"
    assert found(document(), "110场", "subject")[0] == "昌平区总工会"


def test_a_metric_is_never_a_subject() -> None:
    assert set(found(document(), "20家", "subject")).isdisjoint({"92家", "14708人", "110场"})


def test_a_period_may_be_words_that_nobody_has_tagged() -> None:
    assert found(document(), "92家", "period") == ["去年", "今年"]
    assert found(document(), "20家", "period")[0] == "今年"
    assert found(document(), "110场", "period") == ["上半年"]


def test_a_tagged_time_is_not_proposed_twice() -> None:
    assert found(document(tags=TAGS | {"去年": "TIME"}), "92家", "period") == ["去年", "今年"]


def test_metrics_of_a_paragraph_share_their_subject() -> None:
    links = (("subject", "92家", "密云区总工会"),)
    assert found(document(links), "14708人", "subject")[0] == "密云区总工会"


def test_each_metric_has_an_indicator_of_its_own() -> None:
    tags = TAGS | {"新建工会": "INDICATOR"}
    assert found(document(tags=tags), "14708人", "indicator")[0] == "工会会员"
    links = (("indicator", "92家", "工会会员"),)
    assert found(document(links, tags), "14708人", "indicator")[0] == "新建工会"


def test_what_the_relation_led_to_before_is_found_untagged_and_by_its_other_name() -> None:
    links = (("indicator", "92家", "新建工会"),)
    given = document(links, TAGS | {"新建工会": "INDICATOR"})
    reading = [name for name in found(given, "20家", "indicator") if name == "新建工会"]
    assert len(reading) == 2
    tags = TAGS | {"活动": "INDICATOR"}
    plain = found(document((("indicator", "92家", "工会会员"),), tags), "110场", "indicator")
    named = found(
        document((("indicator", "92家", "工会会员"),), tags), "110场", "indicator", {"活动": "工会会员"}
    )
    assert named.index("活动") <= plain.index("活动")
    assert named[0] == "活动"


def test_the_label_of_words_is_the_usual_one_then_a_fitting_one_or_unknown() -> None:
    none = relation_history([], "subject")
    assert label_for(TYPES["subject"], {"ORG", "LOC"}, none) == "ORG"
    assert label_for(TYPES["subject"], {"LOC"}, none) == "LOC"
    assert label_for(TYPES["period"], {"TIME", "ORG"}, none) == "TIME"
    assert label_for(TYPES["indicator"], {"ORG", "EVENT"}, none) is None
    anything = RelationType(id="x", key="x")
    usual = RelationHistory(Counter({"ORG": 1, "LOC": 2}), frozenset(), frozenset())
    assert label_for(anything, {"ORG", "LOC"}, usual) == "LOC"
    assert label_for(anything, {"ORG"}, usual) == "ORG"
    assert label_for(TYPES["period"], {"ORG", "LOC", "TIME"}, usual) == "TIME"
    made = relation_history([document((("indicator", "92家", "工会会员"),))], "indicator")
    assert isinstance(made, RelationHistory)
    assert label_for(TYPES["indicator"], {"INDICATOR", "EVENT"}, made) == "INDICATOR"


def test_a_head_that_is_not_in_the_article_leads_nowhere() -> None:
    given = document()
    article = given.articles[0].replaced(blocks=given.articles[0].blocks[1:])
    reading = read(given.page, article)
    head = given.spans_by_id["92家"]
    assert (
        ranked_tails(given, article, reading, head, TYPES["subject"], relation_history([], "subject")) == []
    )


def scores(given: Document, head: str, relation: str) -> dict[str, float]:
    article, reading = given.articles[0], read(given.page, given.articles[0])
    made = relation_history([given], relation)
    ranked = ranked_tails(given, article, reading, given.spans_by_id[head], TYPES[relation], made)
    return {reading.text[slice(*tail.range)]: tail.score for tail in ranked}


def test_a_tail_in_the_sentence_is_likelier_than_in_the_paragraph_and_than_in_another() -> None:
    found_ = scores(document(), "20家", "subject")
    here, before, elsewhere = (found_[f"{name}区总工会"] for name in ("密云", "顺义", "昌平"))
    assert here > before > elsewhere
    assert here - before > 2.0
    assert before - elsewhere > 0.7


def test_an_indicator_beside_its_metric_is_likelier() -> None:
    beside = scores(document(), "14708人", "indicator")["工会会员"]
    moved = document(tags=TAGS | {"吸纳工会": "INDICATOR"})
    assert scores(moved, "14708人", "indicator")["工会会员"] == beside
    assert beside - scores(moved, "14708人", "indicator")["吸纳工会"] > 1.5
    behind = document(tags=TAGS | {"，吸纳": "INDICATOR"})
    assert scores(behind, "92家", "indicator")["，吸纳"] > scores(behind, "92家", "indicator")["工会会员"]


@pytest.mark.parametrize("vague", VAGUE)
def test_a_vague_time_is_less_likely_than_a_clear_one_in_its_place(vague: str) -> None:
    def score(written: str) -> float:
        text = TEXT.replace("会议要求", f"{written}要求")
        at = text.index(written)
        time = span("今年", "TIME").replaced(id="v", segments=((at, at + len(written)),), text=written)
        given = document()
        spans = tuple(sorted((*given.spans, time), key=lambda s: s.start))
        given = given.replaced(page=given.page.replaced(text=text), spans=spans)
        return scores(given, "14708人", "period")[written]

    assert score(vague) < score("昨" * len(vague)) - 2.0


@pytest.mark.parametrize("before", "比较与同")
def test_a_time_that_is_compared_with_is_less_likely_than_one_that_is_not(before: str) -> None:
    def period(before: str) -> dict[str, float]:
        text = TEXT.replace("，吸纳工会会员", f"，{before}前年增加")
        given = document(tags={"92家": "METRIC"})
        metric = span("14708人", "METRIC").replaced(
            segments=((text.index("14708人"), text.index("14708人") + 6),)
        )
        given = given.replaced(page=given.page.replaced(text=text), spans=(*given.spans, metric))
        return scores(given, "14708人", "period")

    assert period("在")["前年"] > period("在")["去年"]
    assert period(before)["前年"] < period(before)["去年"] - 2.5


def test_labels_of_tails_that_were_made_before_count_by_how_often() -> None:
    links = (("subject", "92家", "顺义区总工会"), ("subject", "20家", "密云区总工会"))
    tags = TAGS | {"昌平区": "LOC"}
    found_ = scores(document(links, tags), "110场", "subject")
    assert found_["昌平区总工会"] - found_["昌平区"] > 2.9
    other = scores(document((), tags), "110场", "subject")
    assert 0 < other["昌平区总工会"] - other["昌平区"] < 2.9


def test_a_whole_city_that_nobody_tagged_is_an_unlikely_subject_and_another_place_is_not() -> None:
    def score(id_: str, written: str, sure: float) -> float:
        text = TEXT.replace("会议", written)
        at = text.index(written)
        place = span("今年", "LOC").replaced(id=id_, segments=((at, at + 2),), text=written, score=sure)
        given = document()
        spans = tuple(sorted((*given.spans, place), key=lambda s: s.start))
        given = given.replaced(page=given.page.replaced(text=text), spans=spans)
        return scores(given, "110场", "subject")[written]

    assert score("a", "全市", 0.9) == pytest.approx(score("a", "青市", 0.9))
    assert score("proposed 1", "全市", 0.9) == pytest.approx(score("proposed 1", "青市", 0.9) - 2.0)
    assert score("proposed 1", "青市", 0.5) == pytest.approx(score("proposed 1", "青市", 0.9) - 0.8)
    assert score("proposed 1", "青市", 1.0) == pytest.approx(score("a", "青市", 0.1))


def test_a_quantity_is_an_unlikely_subject_where_a_relation_may_lead_to_it() -> None:
    about = {role: RelationType(id="about", key="x", role=role) for role in ("subject", "period")}

    def score(label: str, role: Literal["subject", "period"]) -> float:
        given = document(tags={"昌平区": label, "110场": "METRIC"})
        article, reading = given.articles[0], read(given.page, given.articles[0])
        made, head = relation_history([], "about"), given.spans_by_id["110场"]
        ranked = ranked_tails(given, article, reading, head, about[role], made)
        return next(tail.score for tail in ranked if tail.span and tail.span.id == "昌平区")

    assert score("METRIC", "subject") == pytest.approx(score("LOC", "subject") - 4.0)
    assert score("TIME", "subject") < score("LOC", "subject") - 3.0
    assert score("METRIC", "period") == pytest.approx(score("LOC", "period") - 4.0)
    assert score("TIME", "period") == pytest.approx(score("LOC", "period"))


def test_the_metric_itself_is_no_subject_that_somebody_tagged() -> None:
    text = "该区总工会新建工会36家，其中企业20家。"
    about = RelationType(id="about", key="x", role="subject")

    def tails(*tags: tuple[str, str]) -> set[str]:
        page = Page(id="p", path="seeds/p.txt", text=text, encoding="utf-8", sha256="0" * 64)
        block = Block(role="paragraph", segments=((0, len(text)),))
        spans = tuple(
            span("92家", label).replaced(id=name, segments=((at, at + len(name)),), text=name)
            for name, label in tags
            for at in (text.index(name),)
        )
        article = Article(id="p#1", page="p", kind="news", blocks=(block,))
        given = Document(page=page, annotator="ling", articles=(article,), spans=spans)
        made = relation_history([], "about")
        found = ranked_tails(given, article, read(page, article), spans[0], about, made)
        return {text[slice(*tail.range)] for tail in found}

    assert "该区总工会" in tails(("36家", "METRIC"))
    assert tails(("36家", "METRIC"), ("企业", "ORG")) == {"企业"}


def test_words_that_stand_for_a_body_count_more_unless_a_relation_led_to_them_before() -> None:
    text = "该区总工会新建工会36家。"
    page = Page(id="p", path="seeds/p.txt", text=text, encoding="utf-8", sha256="0" * 64)
    article = Article(
        id="p#1", page="p", kind="news", blocks=(Block(role="paragraph", segments=((0, len(text)),)),)
    )
    head = span("92家", "METRIC").replaced(segments=((9, 12),), text="36家")
    given = Document(page=page, annotator="ling", articles=(article,), spans=(head,))

    def score(*texts: str) -> float:
        made = RelationHistory(Counter(), frozenset(texts), frozenset())
        ranked = ranked_tails(given, article, read(page, article), head, TYPES["subject"], made)
        return next(tail.score for tail in ranked if text[slice(*tail.range)] == "该区总工会")

    assert score() == pytest.approx(score("该区总工会") + 1.5)


def test_only_relations_of_the_label_tell_how_it_was_made() -> None:
    links = (("subject", "92家", "顺义区总工会"), ("indicator", "14708人", "工会会员"))
    made = relation_history([document(links)], "subject")
    assert (dict(made.labels), made.texts) == ({"ORG": 1}, frozenset(("顺义区总工会",)))
    lost = document((*links, ("subject", "20家", "nobody")))
    assert relation_history([lost], "subject") == made


def test_the_tail_of_another_metric_in_the_paragraph_is_shared_or_taken() -> None:
    links = (("subject", "92家", "密云区总工会"), ("indicator", "92家", "工会会员"))
    free, taken = document(), document(links)
    assert scores(taken, "20家", "subject")["密云区总工会"] > scores(free, "20家", "subject")["密云区总工会"]
    assert (
        scores(taken, "14708人", "indicator")["工会会员"] < scores(free, "14708人", "indicator")["工会会员"]
    )
    own = document((("indicator", "14708人", "工会会员"),))
    assert scores(own, "14708人", "indicator")["工会会员"] >= scores(free, "14708人", "indicator")["工会会员"]


def test_a_metric_of_another_article_says_as_little_as_one_of_another_paragraph() -> None:
    def subject(of: str, part: Callable[[Document], Document] = lambda given: given) -> float:
        return scores(part(document((("subject", of, "密云区总工会"),))), "20家", "subject")["密云区总工会"]

    assert subject("110场", apart) == subject("110场") < subject("92家")


def apart(given: Document) -> Document:
    """The document with its second paragraph in an article of its own."""
    (article,) = given.articles
    first, second = article.blocks
    other = article.replaced(id="p#2", blocks=(second,))
    return given.replaced(articles=(article.replaced(blocks=(first,)), other))


def work(count: int, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """Rank the tails of all metrics of one long paragraph: how many they are, what was read for times."""
    sentence = "顺义区总工会去年新建工会92家。"
    text = sentence * count
    spans = tuple(
        span(said, label).replaced(
            id=f"{label} {at}", segments=((at + (first := sentence.index(said)), at + first + len(said)),)
        )
        for at in range(0, len(text), len(sentence))
        for said, label in (("顺义区总工会", "ORG"), ("92家", "METRIC"))
    )
    block = Block(role="paragraph", segments=((0, len(text)),))
    article = Article(id="p#1", page="p", kind="news", blocks=(block,))
    page = Page(id="p", path="seeds/p.txt", text=text, encoding="utf-8", sha256="0" * 64)
    given = Document(page=page, annotator="ling", articles=(article,), spans=spans)
    reading, nothing = read(page, article), relation_history([], "subject")
    lengths: list[int] = []

    def counting(part: str) -> Sequence[TimeExpression]:
        lengths.append(len(part))
        return find_periods(part)

    monkeypatch.setattr("tui.suggest.tail_evidence.find_periods", counting)
    tails = 0
    for head in spans[1::100]:
        for type_ in DEFAULT_RELATIONS:
            ranked = ranked_tails(given, article, reading, head, type_, nothing)
            tails += len(ranked)
            if type_.role == "subject":
                assert head.start - ranked[0].range[0] == sentence.index("92家"), "of its own sentence"
    return tails, sum(lengths)


def test_in_a_paragraph_twice_as_long_twice_as_much_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    once, twice = work(1000, monkeypatch), work(2000, monkeypatch)
    assert all(more < 2.5 * less for less, more in zip(once, twice, strict=True))
