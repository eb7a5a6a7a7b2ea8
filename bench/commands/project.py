"""Projects made up for measuring: many pages with tags, or one page with very many."""

import random
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tui.model import Document, Progress, Relation, Span, order
from tui.store.files.annotations import AnnotationFile
from tui.store.project import Project

WHEN = datetime(2026, 3, 1, tzinfo=UTC)
ANNOTATOR = "bench"
SENTENCES_A_PARAGRAPH = 5
LABELS = (("ORG", "o", "机构"), ("METRIC", "m", "指标"), ("INDICATOR", "h", "指标名"))
SETTINGS = f'annotator = "{ANNOTATOR}"\n' + "".join(
    f'\n[[labels]]\nid = "{id_}"\nkey = "{key}"\ncolor = "#4f9de0"\nen = "{id_}"\nzh = "{zh}"\n'
    for id_, key, zh in LABELS
)
"""Also understood by versions that have other labels of their own."""
PLACES = ("临溪县", "望津市", "青禾区", "晨光镇", "远山乡", "石桥县", "白渡区")
BODIES = ("总工会", "教育局", "机械厂", "供电所", "图书馆")
DEEDS = ("新建基层组织", "走访困难职工", "举办技能培训", "改造老旧小区", "修缮农田水渠", "帮扶小微企业")
UNITS = ("家", "户", "场", "个", "项")
SENTENCE = re.compile(
    f"({'|'.join(PLACES)})({'|'.join(BODIES)})三月({'|'.join(DEEDS)})([0-9]+)([{''.join(UNITS)}])"
)


def page_text(number: int, sentences: int) -> str:
    """Return a newspaper page with one article: a headline, who reports, and paragraphs."""
    pick = random.Random(number)
    said = [_sentence(pick) for _ in range(sentences)]
    paragraphs = [
        "　　" + "".join(said[at : at + SENTENCES_A_PARAGRAPH])
        for at in range(0, sentences, SENTENCES_A_PARAGRAPH)
    ]
    return "\n".join([f"临溪第{number}号车间忙生产", "本报记者 李青禾", *paragraphs, ""])


def tagged(document: Document) -> Document:
    """Return a document with three tags and a relation in each sentence, and all articles done."""
    spans, relations = [], []
    for number, found in enumerate(SENTENCE.finditer(document.page.text)):
        value, unit = found.group(4, 5)
        spans.append(_span(number, "o", "ORG", found.start(1), found[1] + found[2]))
        spans.append(_span(number, "i", "INDICATOR", found.start(3), found[3]))
        spans.append(_span(number, "m", "METRIC", found.start(4), value + unit, value=value, unit=unit))
        relations.append(
            Relation(id=f"{number:x}-r", label="indicator", head=f"{number:x}-m", tail=f"{number:x}-i")
        )
    done = Progress(state="done", seconds=60, updated=WHEN)
    return document.replaced(
        spans=tuple(sorted(spans, key=order)),
        relations=tuple(relations),
        progress={article.id: done for article in document.articles},
    )


def make(folder: Path, pages: int, tags: int) -> Project:
    """Write a project of `pages` pages with `tags` tags each, and return it; nothing is synced."""
    (folder / "seeds").mkdir(parents=True)
    (folder / "annotations" / ANNOTATOR).mkdir(parents=True)
    (folder / "piyue.toml").write_text(SETTINGS, encoding="utf-8")
    for number in range(pages):
        path = folder / "seeds" / f"p{number:05}.txt"
        path.write_text(page_text(number, tags // 3), encoding="utf-8")
    project = Project(folder)
    project.divider.keeps_divisions = False
    for page in project.page_ids():
        path = folder / "annotations" / ANNOTATOR / f"{page}.json"
        pieces = AnnotationFile(path).pieces(tagged(project.document(page)))
        path.write_bytes(b"".join(pieces))
    return project


def _sentence(pick: random.Random) -> str:
    place, body, deed, unit = map(pick.choice, (PLACES, BODIES, DEEDS, UNITS))
    count, people = pick.randint(3, 900), pick.randint(1_000, 90_000)
    return f"{place}{body}三月{deed}{count}{unit}，惠及{people}人，大家都说好。"


def _span(number: int, kind: str, label: str, start: int, text: str, **attributes: str) -> Span:
    made = WHEN + timedelta(seconds=20 * number + (kind == "m"))
    return Span(
        id=f"{number:x}-{kind}",
        label=label,
        segments=((start, start + len(text)),),
        text=text,
        attributes=dict(attributes),
        created=made,
        updated=made,
    )
