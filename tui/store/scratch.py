"""Scratch projects: texts opened without a project. Their tags lie in the user's state folder until kept.

Nothing is written beside the texts. They are copied, so that a scratch project is a project like any other.
"""

import json
import os
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from itertools import chain, count
from pathlib import Path
from shutil import copytree, rmtree
from typing import NamedTuple

from tui.errors import NotFoundError, ProjectError, SourceError
from tui.store.files.atomic import make_folder, replace
from tui.store.files.reading import read_plain
from tui.store.files.together import create_together
from tui.store.pages import SEEDS
from tui.store.project import ANNOTATIONS, Project
from tui.store.settings.model import FILE, SourceSetting
from tui.store.sources.files import SUFFIXES, find_texts, natural, unreadable
from tui.store.sources.origin import TABLES
from tui.store.sources.tables import find_rows, read_row
from tui.store.user_folders import state_folder
from tui.text.decode import decode, refuse_other_kinds

RECORD = "opened.json"
STDIN = "stdin"


class Record(NamedTuple):
    """What a scratch project was made from.

    Attributes:
        names: the name of each text's copy below `seeds/`, by the text's path.
        kept: the project that it became; empty: none yet.
    """

    names: Mapping[str, str] = {}
    kept: str = ""


def scratch_folder() -> Path:
    """Return where scratch projects lie; it need not exist."""
    return state_folder() / "scratch"


def is_scratch(project: Project) -> bool:
    """Tell whether a project is a scratch project."""
    return project.root.parent == scratch_folder()


def open_scratch(paths: Sequence[Path]) -> Project:
    """Return the scratch project of these texts, with the texts as they are now.

    The same paths lead to the same project; once it was kept, to the one that it became.

    Args:
        paths: files, and folders of texts.

    Raises:
        NotFoundError: one of them is not there, or there is nothing to read in them.
        SourceError: a text cannot be read, or a file that is named is none.
        StoreError: the copies cannot be written.
    """
    whole = sorted(os.path.realpath(path) for path in paths)
    texts = {str(text): _read(text) for path in paths for text in _texts_at(path)}
    if not texts:
        raise NotFoundError("open.no_texts", path=paths[0])
    for path in filter(Path.is_file, paths):
        if path.suffix.lower() in TABLES:
            _check_table(path)
        else:
            _check(texts[str(path.resolve())], path)
    if all(_is_blank(data) for data in texts.values()):
        raise NotFoundError("open.blank", path=paths[0])
    return _filled("\0".join(whole).encode("utf-8", "surrogateescape"), texts)


def open_scratch_text(data: bytes) -> Project:
    """Return the scratch project of a text that has no file.

    Raises:
        NotFoundError: there is nothing to read in it.
        SourceError: it is no text.
        StoreError: it cannot be written.
    """
    _check(data, STDIN)
    if _is_blank(data):
        raise NotFoundError("open.blank", path=STDIN)
    return _filled(data, {STDIN: data})


def find_scratch(name: str) -> Project:
    """Return the scratch project with a name, or the one opened last for "last".

    Raises:
        NotFoundError: there is none that could be kept.
    """
    found = [path for path in scratch_folder().glob(f"*/{RECORD}") if not _record(path.parent).kept]
    if not found:
        raise NotFoundError("open.nothing_kept")
    if name != "last":
        known = ", ".join(sorted(path.parent.name for path in found))
        found = [path for path in found if path.parent.name == name]
        if not found:
            raise NotFoundError("open.no_scratch", name=name, known=known)
    return Project(max(found, key=lambda path: path.stat().st_mtime_ns).parent)


def tables_of(scratch: Project) -> tuple[str, ...]:
    """Return the sources of a scratch project that are tables, as paths relative to it."""
    return tuple(s.path for s in scratch.settings.sources if s.path.endswith(TABLES))


def copy_into(scratch: Project, folder: Path) -> None:
    """Copy the texts and tags of a scratch project into a new project's folder.

    Raises:
        ProjectError: it cannot be written.
    """
    try:
        for name in (SEEDS, ANNOTATIONS):
            if (scratch.root / name).is_dir():
                copytree(scratch.root / name, folder / name, dirs_exist_ok=True)
    except OSError as error:
        raise ProjectError("project.unwritable", path=folder, reason=error.strerror or error) from error


def mark_kept(scratch: Project, folder: Path) -> None:
    """Note where a scratch project went; its own copies stay until they are opened no more."""
    _write_record(scratch.root, _record(scratch.root)._replace(kept=str(folder)))


def forget_untouched(scratch: Project) -> None:
    """Remove a scratch project in which nothing was annotated."""
    if not any(path.is_file() for path in (scratch.root / ANNOTATIONS).rglob("*.json")):
        rmtree(scratch.root, ignore_errors=True)


def _filled(key: bytes, texts: Mapping[str, bytes]) -> Project:
    """Return the scratch project with this key, holding these texts."""
    root = scratch_folder() / sha256(key).hexdigest()[:10]
    record = _record(root)
    if record.kept and (Path(record.kept) / FILE).is_file():
        return Project(Path(record.kept))
    names = _named(record.names, texts)
    make_folder(root / SEEDS, Path(root.anchor))
    copies = {root / SEEDS / names[path]: data for path, data in texts.items()}
    there = [copy for copy in copies if copy.exists()]
    for copy in there:
        _write_if_other(copy, copies.pop(copy))
    create_together(copies.items())
    tables = [f"{SEEDS}/{name}" for name in names.values() if name.endswith(TABLES)]
    _write_if_other(root / FILE, sources_text(tables).encode())
    _write_record(root, Record(names))
    return Project(root)


def sources_text(tables: Sequence[str]) -> str:
    """Return the settings that name tables as sources, beside the folder of texts; empty without any."""
    paths = (SEEDS, *tables) if tables else ()
    return "".join(f"[[sources]]\npath = {json.dumps(path)}\n\n" for path in paths)


def _texts_at(path: Path) -> Iterator[Path]:
    if path.is_dir():
        names = find_texts(path, (*SUFFIXES, *TABLES))
        yield from (path.resolve() / name for name in sorted(names, key=natural))
    elif path.exists():
        yield path.resolve()
    else:
        raise NotFoundError("open.missing", path=path)


def _read(path: Path) -> bytes:
    try:
        return read_plain(path)
    except OSError as error:
        raise unreadable(str(path), error) from error


def _check(data: bytes, path: Path | str) -> None:
    refuse_other_kinds(data, str(path))
    decode(data, str(path))


def _check_table(path: Path) -> None:
    """Refuse a table whose first row has no text where it is looked for."""
    setting = SourceSetting(path=path.name)
    first = next(find_rows(path.parent, path.name, setting, 0), None)
    if first is None:
        raise NotFoundError("open.blank", path=path)
    try:
        read_row(path.parent, first, setting)
    except SourceError as error:
        if error.key != "source.column":
            raise
        raise SourceError("open.column", path=path, **error.values) from error


def _is_blank(data: bytes) -> bool:
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    return not text or text.isspace()


def _named(known: Mapping[str, str], paths: Iterable[str]) -> dict[str, str]:
    """Return the names of the copies of texts, by their paths: those that are known, and new ones."""
    names = dict(known)
    stems = {Path(name).stem for name in names.values()}
    for path in paths:
        if path not in names:
            names[path] = _free_name(Path(path), stems)
            stems.add(Path(names[path]).stem)
    return names


def _free_name(path: Path, stems: Container[str]) -> str:
    """Return a name for a text's copy: its own, else led by its folder's, else numbered.

    Args:
        stems: those of all other copies. A stem is a page's id: it may be no other's.
    """
    suffix = path.suffix.lower() if path.suffix.lower() in (*SUFFIXES, *TABLES) else ".txt"
    stem = path.stem.lstrip(".") or "text"
    choices = chain((stem, f"{path.parent.name}-{stem}"), (f"{stem}-{n}" for n in count(2)))
    return next(choice for choice in choices if choice not in stems) + suffix


def _write_if_other(path: Path, data: bytes) -> None:
    with suppress(OSError):
        if read_plain(path) == data:
            return
    replace(path, data)


def _record(root: Path) -> Record:
    try:
        return Record(**json.loads(read_plain(root / RECORD)))
    except (OSError, ValueError, TypeError):
        return Record()


def _write_record(root: Path, record: Record) -> None:
    replace(root / RECORD, json.dumps(record._asdict()).encode("ascii"))
