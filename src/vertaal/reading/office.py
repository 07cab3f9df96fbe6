"""Office documents: zip packages of XML, read by pandoc once they are known to be harmless.

Sizes are looked at before anything is unpacked, and the parts that hold text may declare no
entities.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from vertaal import zip_reading
from vertaal.errors import InputError
from vertaal.reading import odt_preparing
from vertaal.reading.furniture import OPEN_DOCUMENT, WORD, furniture
from vertaal.reading.odt_numbering import STYLE
from vertaal.reading.through_pandoc import parse
from vertaal.reading.tidying import tidy
from vertaal.reading.tree import plain_text
from vertaal.reading.word import Parts, prepare
from vertaal.reading.word.packing import inserted_files, main_part, part_names
from vertaal.types import Removal, Source

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_DEPTH = 200
"""Of elements inside each other: a table in a table takes four. Pandoc's time and memory grow
with the square of it."""

INSERTED = "inserted file"
_DOCX_FURNITURE = re.compile(r"word/(header|footer)(\d*)\.xml")
_ODT_FURNITURE = frozenset(
    STYLE + side + page for side in ("header", "footer") for page in ("", "-first", "-left")
)


def read_docx(data: bytes, path: Path) -> Source:
    with _open(data, path) as package:
        names = package.namelist()

        def xml(name: str) -> Element:
            return _xml(package, name, path)

        main = main_part(package, xml)
        if main not in names:
            raise zip_reading.damaged(path)
        parts = {kind: xml(name) for kind, name in part_names(package, main, xml).items()}
        prepared = prepare(Parts(xml(main), **parts))
        inserted = inserted_files(package, main, xml)
        numbered = sorted(
            (found[1], int(found[2] or 0), name)
            for name in names
            if (found := _DOCX_FURNITURE.fullmatch(name))
        )
        regions = [xml(name) for _, _, name in numbered]
    source = _source(prepared.data, "docx", path, furniture(regions, WORD))
    told = (Removal(0, name, INSERTED) for name in inserted if name)
    return replace(source, removed=(*source.removed, *prepared.removed, *told))


def read_odt(data: bytes, path: Path) -> Source:
    regions: list[Element] = []
    with _open(data, path, "content.xml") as package:
        content = _xml(package, "content.xml", path)
        styles = None
        if "styles.xml" in package.namelist():
            styles = _xml(package, "styles.xml", path)
            regions = [node for node in styles.iter() if node.tag in _ODT_FURNITURE]
    prepared, removed = odt_preparing.prepare(data, content, styles)
    source = _source(prepared, "odt", path, furniture(regions, OPEN_DOCUMENT))
    return replace(source, removed=(*source.removed, *removed))


def _source(data: bytes, format_name: str, path: Path, lines: tuple[str, ...]) -> Source:
    plain = plain_text(parse(data, format_name, path), soft_break="\n", with_metadata=True)
    return Source(
        path.name,
        tidy(plain.text),
        furniture=lines,
        footnotes=tuple((number, tidy(note)) for number, note in plain.notes),
        removed=plain.removed,
        paragraphs=True,
    )


def _open(data: bytes, path: Path, body: str = "") -> zipfile.ZipFile:
    """The package, with no part of it unpacked, if its sizes are those of a document."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(
            "is protected by a password or an old Word document.",
            path=path,
            remedy="Open it in Word and save it as .docx without a password.",
        )
    return zip_reading.package(data, path, body)


def _xml(package: zipfile.ZipFile, name: str, path: Path) -> Element:
    """The root of an XML part; a document type, from which entities grow, is refused."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(package.read(name), forbid_dtd=True)
    except DefusedXmlException as error:
        raise InputError(
            f"declares entities in {name}, as no office program does.",
            path=path,
            remedy="Do not trust it; if you do, open it in Word or LibreOffice and save it anew.",
        ) from error
    except Exception as error:  # A damaged package may raise anything that unpacking meets.
        raise InputError(
            f"is damaged in {name} ({error}).",
            path=path,
            remedy="Open it in Word or LibreOffice and save it anew.",
        ) from error
    level, depth = [root], 0
    while level:
        level, depth = [child for node in level for child in node], depth + 1
    if depth > MAX_DEPTH:
        raise RecursionError
    return root
