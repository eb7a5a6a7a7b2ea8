"""Valid files of every kind with everything in them, for the fuzzers to break."""

from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from hypothesis import strategies as st

from tests.faults import mutants as m
from tests.formats.carrying import sheets, written
from tests.formats.corpus import HOSTILE, hostile
from tests.store.building import page_of
from tui.formats.registry import FORMATS
from tui.store.backup import MANIFEST, back_up
from tui.store.files.tables import lay_out


@cache
def valid(name: str) -> tuple[bytes, bytes]:
    """A file of a format with everything in it, and the text beside it, if one is."""
    with TemporaryDirectory() as folder:
        path = written(name, sheets(name, [hostile()])[0], Path(folder))
        if not path.is_dir():
            return path.read_bytes(), b""
        suffix = ".ann" if name == "brat" else FORMATS[name].suffix
        (main_file, *_) = sorted(path.glob(f"p*{suffix}"))
        text = main_file.with_suffix(".txt")
        return main_file.read_bytes(), text.read_bytes() if text.exists() else b""


@cache
def annotated() -> bytes:
    """An annotation file with everything in it."""
    span: dict[str, Any] = {
        "id": "a",
        "label": "ORG",
        "segments": [[0, 5]],
        "text": "临溪县工会",
        "note": "是",
        "attributes": {"a": 1},
        "anchor": {"before": "", "after": "\n三月"},
        "created": "2026-03-01T12:00:00Z",
        "updated": "2026-03-01T12:00:00Z",
        "origin": "manual",
    }
    other = span | {"id": "b", "segments": [[2, 3], [4, 5]], "text": "县会"}
    tables: dict[str, dict[Any, Any]] = {
        "meta": {1: {"version": 2, "sha256": page_of().sha256}},
        "spans": {1: span, 2: other},
        "relations": {1: {"id": "r", "label": "subject", "from": "a", "to": "b"}},
        "articles": {1: {"article": "p#1", "start": 0, "state": "done", "seconds": 3, "updated": None}},
    }
    return lay_out(tables, Path("p.json"))


@cache
def corrected() -> bytes:
    """A file of corrections with everything in it."""
    pin = {"segments": [[0, 5]], "text": "临溪县工会"}
    border = {"at": 0, "text": "临溪县工会", "begins": True}
    tables: dict[str, dict[int, Any]] = {
        "meta": {1: {"version": 1, "date": "2023-07"}},
        "blocks": {1: pin | {"role": "title"}},
        "borders": {1: border},
        "words": {1: pin},
        "refused": {1: pin | {"label": "ORG", "reason": "否"}},
    }
    return lay_out(tables, Path("p.json"))


@cache
def archived() -> bytes:
    """A backup."""
    with TemporaryDirectory() as folder:
        root = Path(folder, "paper")
        (root / "seeds").mkdir(parents=True)
        (root / "seeds" / "p.txt").write_bytes(HOSTILE.encode())
        (root / "piyue.toml").write_text('annotator = "ling"\n')
        back_up(root, Path(folder, "b.zip"))
        return Path(folder, "b.zip").read_bytes()


@st.composite
def listings(draw: st.DrawFn) -> bytes:
    """A backup with any names in it and any list."""
    out = BytesIO()
    names = st.sampled_from(
        ("seeds/p.txt", "../x", "/x", "seeds/../../x", "annotations/a\\..\\x", "seeds//x")
    )
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        found = draw(st.lists(names, min_size=1, max_size=3, unique=True))
        for name in found:
            info = ZipInfo(name)
            info.external_attr = draw(st.sampled_from((0o644, 0o120777, 0o040755, 0o010644))) << 16
            archive.writestr(info, draw(st.sampled_from((b"", b"/etc/passwd", b"x" * 10_000))))
        empty = {"size": 0, "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}
        listed = {"piyue-backup": 1, "files": dict.fromkeys(found, empty)}
        archive.writestr(MANIFEST, m.dumped(draw(st.just(listed) | m.altered(listed))))
    return out.getvalue()


TOML = """annotator = "ling"
language = "zh"
dates = {p = "2023-07"}
units = {"羽" = "count"}
[project]
name = "试"
[[labels]]
id = "ORG"
key = "o"
color = "#ff0000"
en = "Organisation"
zh = "机构"
[[labels.attributes]]
id = "level"
kind = "text"
[[relations]]
id = "subject"
key = "s"
[[states]]
id = "second"
counts_as = "doing"
[[sources]]
path = "seeds"
text = "text"
[keys]
quit = "q"
""".encode()
ROWS = b'{"id": "a", "text": "\xe4\xb8\x89\xe6\x9c\x88\xe3\x80\x82", "title": "t", "date": "2023"}\n' * 3
CSV = 'id,text,title,date\na,三月。,t,2023\nb,"四\n月",t,2023\n'.encode()
