"""What many saves leave is what one save would: only what changed is laid out anew."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.building import division_of, document_of, page_of, span_of
from tui.errors import StoreError
from tui.model import Document, Progress, Relation
from tui.store.files.annotations import AnnotationFile
from tui.store.records import lines
from tui.store.records.lines import TableLines

PAGE = page_of("临溪县工会三月新建工会组织36家职工说好" * 3)
EVERY = tuple(span_of(PAGE, f"s{number}", (number, number + 2)) for number in range(40))
CHANGED = tuple(span.replaced(label="LOC", note="改\u2028\ud800") for span in EVERY)
LOST = tuple(span.replaced(text=span.text + "不") for span in EVERY)

chosen = st.dictionaries(st.integers(0, 39), st.sampled_from(("as it was", "changed", "lost")))


@st.composite
def versions(draw: st.DrawFn) -> Document:
    which = draw(chosen)
    standing = [(EVERY if how == "as it was" else CHANGED)[n] for n, how in which.items() if how != "lost"]
    ends = [span.id for span in standing]
    pairs = list(zip(ends[::2], ends[1::2], strict=False))
    return document_of(
        PAGE,
        *standing,
        orphans=tuple(LOST[number] for number, how in sorted(which.items()) if how == "lost"),
        relations=tuple(
            Relation(id=f"r{head}{tail}", label="OF", head=head, tail=tail) for head, tail in pairs
        ),
        progress={"p#1": Progress(state="done", note=draw(st.sampled_from(("", "问"))))} if ends else {},
    )


@pytest.mark.slow
@given(st.lists(versions(), min_size=1, max_size=5), st.booleans())
@settings(deadline=None)
def test_many_saves_leave_the_bytes_of_one(steps: list[Document], is_read_again: bool) -> None:
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        patch.setattr(lines, "CHUNK", 3)
        path, other = Path(folder, "a.json"), Path(folder, "b.json")
        file = AnnotationFile(path)
        for document in steps:
            if is_read_again and path.exists():
                file = AnnotationFile(path)
                read = file.load(PAGE, division_of(PAGE), "ling")
                same = {span: span for span in read.spans}
                document = document.replaced(spans=tuple(same.get(span, span) for span in document.spans))
            file.save(document)
        AnnotationFile(other).save(steps[-1])
        assert path.read_bytes() == other.read_bytes()
        assert json.loads(path.read_bytes()) == file.tables(document)


@given(st.lists(st.dictionaries(st.integers(0, 60), st.none() | st.sampled_from((b"{}", b"[1]")))))
def test_a_table_has_its_newest_lines_in_order(changes: list[dict[int, bytes | None]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "CHUNK", 4)
        table, wanted = TableLines(), dict[int, bytes]()
        for each in changes:
            named = {number: said and b'"%d": %s' % (number, said) for number, said in each.items()}
            table.update(named)
            wanted |= {number: line for number, line in named.items() if line}
            wanted = {number: line for number, line in wanted.items() if named.get(number, line)}
        assert b",\n".join(table.chunks) == b",\n".join(wanted[number] for number in sorted(wanted))
        assert all(chunk.count(b"\n") < 4 for chunk in table.chunks)


def test_a_tag_changes_one_line_and_one_chunk(tmp_path: Path) -> None:
    page = page_of("".join(chr(0x4E00 + number) for number in range(2000)))
    spans = [span_of(page, f"s{number}", (number, number + 2)) for number in range(1000)]
    AnnotationFile(tmp_path / "p.json").save(document_of(page, *spans))
    before = (tmp_path / "p.json").read_bytes().splitlines()
    file = AnnotationFile(tmp_path / "p.json")
    document = file.load(page, division_of(page), "ling")
    old = file.pieces(document)
    new = file.pieces(document.replaced(spans=(*document.spans, span_of(page, "new", (1500, 1502)))))
    assert len({id(piece) for piece in new} - {id(piece) for piece in old} - {id(lines.BETWEEN)}) <= 8
    file.save(document.replaced(spans=(*document.spans, span_of(page, "new", (1500, 1502)))))
    after = (tmp_path / "p.json").read_bytes().splitlines()
    assert len(set(after) - set(before)) <= 2  # a comma behind the last of its table is another line


def test_what_json_cannot_hold_is_refused_and_the_next_save_is_whole(tmp_path: Path) -> None:
    file = AnnotationFile(tmp_path / "p.json")
    file.save(document_of(PAGE, EVERY[0]))
    with pytest.raises(StoreError, match=r"p\.json"):
        file.save(document_of(PAGE, EVERY[0], EVERY[1].replaced(unknown={"x": {1, 2}})))
    file.save(document_of(PAGE, EVERY[0], EVERY[2]))
    spans = json.loads((tmp_path / "p.json").read_bytes())["spans"].values()
    assert sorted(span["id"] for span in spans) == ["s0", "s2"]
