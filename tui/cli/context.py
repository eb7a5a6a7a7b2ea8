"""The context of a command: its arguments, the project, and its output."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.errors import NotFoundError, PiyueError, ProjectError, printable
from tui.model import Division, Document, Page
from tui.model.names import SchemaNames
from tui.store.project import Project
from tui.texts import Language, say

if TYPE_CHECKING:
    from tui.text.segment import Segmenter

STDOUT = "-"
"""How stdout is named where a file could be."""


class Context:
    """A command at work.

    Attributes:
        arguments: as `tui.cli.parser` describes them.
        status: the exit status, where something went wrong that did not stop the rest.
        is_long: whether to show on a terminal how many of the pages have been gone through.
    """

    def __init__(self, arguments: argparse.Namespace, language: Language) -> None:
        self.arguments = arguments
        self.status = 0
        self.is_long = False
        self._language = language

    @cached_property
    def project(self) -> Project:
        """The project that is asked for, with what the arguments say in place of its settings.

        Raises:
            ProjectError: there is none.
        """
        project = Project.find(self.arguments.project)
        if self.arguments.annotator is not None:
            project.annotator = self.arguments.annotator
        if self.arguments.lang is not None:
            project.settings = project.settings.replaced(language=self.arguments.lang)
        return project

    @cached_property
    def segmenter(self) -> "Segmenter":
        """What cuts one text into words; loading it takes most of a second."""
        from tui.text.dictionary import read_dictionary
        from tui.text.segment import segmenter_for

        name = self.project.settings.segmenter or "jieba"
        return segmenter_for(name, self.project.cache, read_dictionary(self.project.dictionary))

    @cached_property
    def language(self) -> Language:
        """The language to speak: the arguments', else the settings', else the locale's."""
        if self.arguments.lang:
            return self._language
        try:
            chosen = self.project.settings.language
        except ProjectError:  # `init` makes one, `merge` may be called by git from outside of it
            return self._language
        return self._language if chosen == "auto" else chosen

    @property
    def spoken(self) -> Language:
        """The language to speak outside of any project: the arguments', else the locale's."""
        return self._language

    @property
    def names(self) -> SchemaNames:
        """The names of labels, relation types and attributes in the command's language."""
        return SchemaNames(self.project.settings.annotation_schema, self.language)

    def say(self, key: str, **values: object) -> str:
        """Return a text of the catalogue in the command's language."""
        return say(key, self.language, **values)

    def answer(self, value: Any) -> None:
        """Print `value` as a line of JSON: UTF-8, whatever the locale."""
        from tui.formats.common.json_lines import dumps

        data = dumps(value)
        if sys.stdout.isatty():
            data = escaped(data.decode("utf-8")).encode("utf-8")
        sys.stdout.buffer.write(data + b"\n")

    def line(self, text: str = "") -> None:
        """Print a line for people; what the terminal's encoding lacks becomes a question mark."""
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.buffer.write(text.encode(encoding, "replace") + b"\n")

    def raw(self, text: str) -> None:
        """Print a text as it is, in UTF-8; on a terminal, what the terminal would obey is made visible."""
        if sys.stdout.isatty():
            for line in text.split("\n"):
                self.line(shown(line))
        else:
            sys.stdout.buffer.write(text.encode("utf-8") + b"\n")

    def note(self, text: str) -> None:
        """Say something beside the answer."""
        self.flush()
        self._show_progress("")
        print(printable(text), file=sys.stderr)

    def check_output(self, path: Path | str) -> None:
        """Make sure that an output replaces nothing of the project; stdout never does.

        Raises:
            StoreError: it would.
        """
        if str(path) != STDOUT:
            self.project.refuse_output(Path(path))

    def note_learned_borders(self) -> None:
        """Say which sources are divided by votes that were learned of them."""
        for one in self.project.divider.learned():
            self.note(one.message.render(self.language))

    def note_missing_sources(self) -> None:
        """Say which sources of the project are not there, if one was opened and is not gone again."""
        if "project" in vars(self) and self.project.root.is_dir():
            for path in self.project.pages.sources.missing():
                self.note(self.say("source.missing", path=path))

    def complain(self, error: PiyueError) -> None:
        """Say what failed and go on; the exit status will be 1."""
        self.status = 1
        self.note(f"piyue: {error.render(self.language)}")

    def flush(self) -> None:
        """Send what was printed on its way."""
        sys.stdout.flush()

    def page_id(self, prefix: str) -> str:
        """Return the page called so, or the only one whose id begins so.

        Raises:
            NotFoundError: there is none, or more than one.
        """
        ids = self.project.page_ids() if prefix else ()
        found = [prefix] if prefix in ids else [page for page in ids if page.startswith(prefix)]
        if len(found) > 1:
            raise NotFoundError("page.many", id=prefix, found=", ".join(found[:5]))
        if not found:
            raise NotFoundError("page.unknown", id=prefix)
        return found[0]

    def divided(self, pages: Sequence[str] | None = None) -> Iterator[tuple[Page, Division]]:
        """Yield pages (all) with their articles; one that cannot be read is complained of and left out."""
        for page_id in self._each(pages):
            try:
                page = self.project.page(page_id)
                division = self.project.documents.division(page)
            except PiyueError as error:
                self.complain(error)
                continue
            yield page, division

    def documents(self, pages: Sequence[str] | None = None) -> Iterator[Document]:
        """Yield pages (all) with their annotations; one that cannot be read is complained of and left out."""
        for page_id in self._each(pages):
            try:
                document = self.project.document(page_id)
            except PiyueError as error:
                self.complain(error)
                continue
            for problem in self.project.documents.problems(document):
                self.complain(problem)
            yield document

    def _each(self, pages: Sequence[str] | None) -> Iterator[str]:
        """Yield page ids; on a terminal, show how far it is."""
        ids = self.project.page_ids() if pages is None else pages
        for number, page_id in enumerate(ids, 1):
            self._show_progress(f"{number}/{len(ids)}")
            yield page_id
        self._show_progress("")

    def show_progress(self, done: int, total: int) -> None:
        """Show on a terminal how many of the pages have been gone through."""
        self._show_progress(f"{done}/{total}" if done < total else "")

    def _show_progress(self, text: str) -> None:
        """Write `text` over what was last shown; only people on a terminal see it."""
        if self.is_long and sys.stderr.isatty():
            print(f"\r{text:<20}\r", end="", file=sys.stderr, flush=True)


def escaped(text: str) -> str:
    """Return JSON with what a terminal would obey as JSON's own escapes."""
    return "".join(c if c.isprintable() or c == "\u3000" else json.dumps(c)[1:-1] for c in text)


def shown(text: str) -> str:
    """Return `text` as a terminal may have it: an ideographic blank stays one, controls become visible."""
    return printable(text.replace("\u3000", "  "))


def width() -> int:
    """Return the cells a line may take; outside of a terminal there is no limit."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else sys.maxsize
