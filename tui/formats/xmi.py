"""UIMA XMI: a folder with an `.xmi` for each article and `TypeSystem.xml`."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.errors import FormatError
from tui.formats.common.flat_article import FlatArticle
from tui.formats.common.foreign_folders import contents
from tui.formats.common.json_fields import refusing
from tui.formats.common.native_schema import About
from tui.formats.common.sinks import Files
from tui.formats.common.uima import (
    REFERENCES,
    TYPES,
    VIEW,
    Structure,
    article_from,
    count_unread,
    structures,
)
from tui.formats.interface import Options, Refuse

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""
XMI, CAS = "http://www.omg.org/XMI", "http:///uima/cas.ecore"
TYPE_SYSTEM = "TypeSystem.xml"


def sink(folder: Path, about: About, options: Options) -> Files:
    """See `Module.sink`."""
    del about
    return Files(folder, ".xmi", partial(_document, options=options), {TYPE_SYSTEM: type_system()})


def _document(sheet: FlatArticle, options: Options) -> bytes:
    text = NO_XML.sub(_instead, sheet.text)
    made = structures(sheet._replace(text=text), options)
    spaces = {space: f"t{number}" for number, space in enumerate(dict.fromkeys(_space(s.type) for s in made))}
    head = "".join(f' xmlns:{name}="{space}"' for space, name in spaces.items())
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xmi:XMI xmlns:xmi="{XMI}" xmlns:cas="{CAS}"{head} xmi:version="2.0">',
        '<cas:NULL xmi:id="0"/>',
        *(_element(structure, spaces) for structure in made),
        f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="{VIEW}" mimeType="text/plain"'
        f' sofaString="{_escaped(text)}"/>',
        f'<cas:View sofa="1" members="{" ".join(str(s.number) for s in made)}"/>',
        "</xmi:XMI>\n",
    ]
    return "\n".join(lines).encode()


def _element(structure: Structure, spaces: dict[str, str]) -> str:
    name = f"{spaces[_space(structure.type)]}:{structure.type.rpartition('.')[2]}"
    said = "".join(f' {key}="{_escaped(str(value))}"' for key, value in structure.features.items())
    return f'<{name} xmi:id="{structure.number}" sofa="1"{said}/>'


def _space(type_name: str) -> str:
    return f"http:///{type_name.rpartition('.')[0].replace('.', '/')}.ecore"


ESCAPES = {ord(c): f"&#{ord(c)};" for c in '&<>"\n\r\t\x85\u2028'}


def _instead(match: re.Match[str]) -> str:
    """Return what stands for a character that XML cannot hold: a blank for one, else what says so."""
    return " " if match[0].isspace() else "\ufffd"


def _escaped(text: str) -> str:
    return NO_XML.sub("\ufffd", text).translate(ESCAPES)


def type_system() -> bytes:
    """Return the description of the types."""
    rows = "\n".join(_type(name, above, features) for name, (above, features) in TYPES.items())
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">\n'
        f"<types>\n{rows}\n</types>\n</typeSystemDescription>\n"
    ).encode()


def _type(name: str, above: str, features: dict[str, str]) -> str:
    rows = "".join(
        f"<featureDescription><name>{key}</name><description/><rangeTypeName>{kind}</rangeTypeName>"
        "</featureDescription>"
        for key, kind in features.items()
    )
    return (
        f"<typeDescription><name>{name}</name><description/><supertypeName>{above}</supertypeName>"
        f"<features>{rows}</features></typeDescription>"
    )


def parse(source: Path, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
    """Yield a sheet for a file, or for each `.xmi` of a folder; one that is none is refused."""
    del path
    for file, data in contents(source, "*.xmi", refuse):
        with refusing(refuse, file):
            yield _article(_root(data, file), str(file), refuse)


def _root(data: bytes, path: Path) -> "Element":
    """Return the root of a document.

    Entities could name other files or grow without end, and no XMI needs them: none can be declared.

    Raises:
        FormatError: it is no XML, or has a document type.
    """
    from xml.etree.ElementTree import ParseError, TreeBuilder, XMLParser

    class Builder(TreeBuilder):
        def doctype(self, *_: object) -> None:
            """Called before anything in the declaration counts, whatever the encoding."""
            raise FormatError("import.xml", path=path, reason="DOCTYPE")

    parser = XMLParser(target=Builder())
    try:
        parser.feed(data)
        return parser.close()
    except (ParseError, ValueError, LookupError) as error:
        raise FormatError("import.xml", path=path, reason=error) from error


def _article(root: "Element", path: str, refuse: Refuse) -> FlatArticle:
    sofas = [e for e in root if e.tag == f"{{{CAS}}}Sofa"]
    sofa = next((e for e in sofas if e.get("sofaID") == VIEW), None)
    if sofa is None:
        raise FormatError("import.xml", path=path, reason="no sofa _InitialView")
    types = {(_space(name), name.rpartition(".")[2]): name for name in TYPES}
    found, names = [], []
    here = sofa.get(f"{{{XMI}}}id")
    for element in root:
        space, _, name = element.tag[1:].partition("}")
        type_name = types.get((space, name))
        names.append(type_name or _type_name(space, name))
        if type_name and element.get("sofa", here) == here:
            found.append(_structure(element, type_name))
    count_unread(names, len(sofas), refuse)
    return article_from(sofa.get("sofaString", ""), found, path, refuse)


def _type_name(space: str, name: str) -> str:
    """Return the name of a type, of which the namespace holds the package."""
    return f"{space.removeprefix('http:///').removesuffix('.ecore').replace('/', '.')}.{name}"


def _structure(element: "Element", type_name: str) -> Structure:
    said: dict[str, Any] = {
        name: int(value) if name in REFERENCES | {"begin", "end"} else value
        for name, value in element.items()
        if not name.startswith("{")
    }
    return Structure(int(element.get(f"{{{XMI}}}id", "0")), type_name, said)
