"""The structure of the EPUB editions."""

from __future__ import annotations

import io
import posixpath
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree

import pytest
from lxml import etree

from publishing.editions_by_hand import reviewed
from vertaal.publishing import documents
from vertaal.types import Edition
from vertaal.xml_writing import serialised

LAYOUTS = ["parallel", "english", "stacked", "dutch"]
NAMES = {
    "h": "http://www.w3.org/1999/xhtml",
    "o": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "epub": "http://www.idpf.org/2007/ops",
}
Files = dict[str, bytes]


def unpacked(content: bytes) -> Files:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def pages(files: Files) -> dict[str, etree._Element]:
    return {n: etree.fromstring(c) for n, c in files.items() if n.endswith(".xhtml")}


def found(root: etree._Element, path: str) -> list[str]:
    values = root.xpath(path, namespaces=NAMES)
    assert isinstance(values, list)
    return [v if isinstance(v, str) else text(v) for v in values]


def text(node: object) -> str:
    assert isinstance(node, etree._Element)
    return " ".join("".join(map(str, node.itertext())).split())


@pytest.fixture(scope="module")
def books(letter: Edition) -> dict[str, Files]:
    made = documents(letter, LAYOUTS, ["epub"])
    return {name.removesuffix(".epub"): unpacked(content) for name, content in made.items()}


def test_the_type_comes_first_and_uncompressed(letter: Edition) -> None:
    content = documents(letter, ["english"], ["epub"])["english.epub"]
    assert content[30:58] == b"mimetypeapplication/epub+zip"
    assert content == documents(letter, ["english"], ["epub"])["english.epub"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_link_arrives(books: dict[str, Files], layout: str) -> None:
    assert links_that_arrive(books[layout]) > 20


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_footnote_of_the_title_is_kept(titled_note: Edition, layout: str) -> None:
    files = unpacked(documents(titled_note, [layout], ["epub"])[f"{layout}.epub"])
    assert links_that_arrive(files) > 0
    read = pages(files)
    title = "Vragen over het bericht “Jemen”"
    if layout != "dutch":
        title = "Questions on the report “Yemen”"
    assert found(read["EPUB/text/ch001.xhtml"], "//h:title") == [title]
    assert found(read["EPUB/nav.xhtml"], "//h:nav[1]//h:a")[0] == title
    assert found(etree.fromstring(files["EPUB/content.opf"]), "//dc:title")[0].startswith(title)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_answer_without_text_keeps_its_place(empty_answer: Edition, layout: str) -> None:
    files = unpacked(documents(empty_answer, [layout], ["epub"])[f"{layout}.epub"])
    assert links_that_arrive(files) > 0


def links_that_arrive(files: Files) -> int:
    read = pages(files)
    ids = {name: set(found(page, "//@id")) for name, page in read.items()}
    count = 0
    for name, page in read.items():
        for href in found(page, "//h:a/@href"):
            if ":" in href:
                continue
            file, _, anchor = href.partition("#")
            place = posixpath.normpath(posixpath.join(posixpath.dirname(name), file))
            assert anchor in ids[place if file else name], href
            count += 1
    return count


def test_a_narrow_page_has_each_paragraph_above_its_translation(
    books: dict[str, Files], letter: Edition
) -> None:
    page = pages(books["parallel"])["EPUB/text/ch002.xhtml"]
    pairs = page.xpath("//h:div[@class='pair']", namespaces=NAMES)
    assert isinstance(pairs, list)
    assert len(pairs) > 10
    assert all(found(p, "h:div/@lang") == ["nl", "en"] for p in pairs if isinstance(p, type(page)))
    assert not found(page, "//h:table")
    whole = text(page)
    for unit in letter.units:
        if unit.block != "title":
            assert unit.source in whole
            assert unit.target in whole


def test_languages_are_named_for_html_and_for_xml(books: dict[str, Files]) -> None:
    for page in pages(books["parallel"]).values():
        assert found(page, "//*/@lang") == found(page, "//*/@xml:lang")
    opf = etree.fromstring(books["parallel"]["EPUB/content.opf"])
    assert found(opf, "//dc:language") == ["en-GB", "nl-NL"]
    opf = etree.fromstring(books["dutch"]["EPUB/content.opf"])
    assert found(opf, "//dc:language") == ["nl-NL"]


def test_contents_name_the_parts_and_nothing_else(books: dict[str, Files]) -> None:
    nav = pages(books["parallel"])["EPUB/nav.xhtml"]
    names = found(nav, "//h:nav[@epub:type='toc']//h:li/h:a")
    assert names[1] == "Parallel text"
    assert "Antwoord op vragen 2,3 en 6 · Answer to questions 2, 3 and 6" in names
    assert not any("↓" in name or "↑" in name for name in names)
    assert names[-2:] == ["Glossary terms", "About this edition"]
    english = pages(books["english"])["EPUB/nav.xhtml"]
    assert "Question 2" in found(english, "//h:nav[@epub:type='toc']//h:li/h:a")
    assert found(nav, "//h:nav[@epub:type='landmarks']//h:a/@epub:type") == [
        *("bodymatter", "glossary", "colophon")
    ]


def test_every_page_has_its_own_title(books: dict[str, Files]) -> None:
    for layout in LAYOUTS:
        for page in pages(books[layout]).values():
            assert found(page, "//h:title") == found(page, "//h:h1")


def test_accessibility_is_described_and_not_claimed(books: dict[str, Files]) -> None:
    opf = etree.fromstring(books["english"]["EPUB/content.opf"])
    properties = found(opf, "//o:meta/@property")
    for name in ("accessMode", "accessModeSufficient", "accessibilityFeature"):
        assert f"schema:{name}" in properties
    assert found(opf, "//o:meta[@property='schema:accessibilityHazard']") == ["none"]
    assert "dcterms:conformsTo" not in properties


def test_a_new_state_is_the_same_book(letter: Edition) -> None:
    def identifier(edition: Edition, layout: str = "english") -> list[str]:
        files = unpacked(documents(edition, [layout], ["epub"])[f"{layout}.epub"])
        return found(etree.fromstring(files["EPUB/content.opf"]), "//dc:identifier")

    assert identifier(letter) == identifier(reviewed(letter, 3, "A. de Vries"))
    assert identifier(letter) != identifier(letter, "parallel")


def test_footnotes_are_those_of_the_format(books: dict[str, Files]) -> None:
    page = pages(books["english"])["EPUB/text/ch001.xhtml"]
    assert len(found(page, "//h:aside[@epub:type='footnote']")) == 2
    assert len(found(page, "//h:a[@epub:type='noteref']")) == 2


def test_bare_and_hostile_editions(edition_of: Callable[..., Edition]) -> None:
    hostile = '<script>alert("&amp;")</script> \x00\x0b</td>'
    for edition in (
        edition_of(),
        edition_of({"kind": "title", "id": "title", "paragraphs": [[(hostile, hostile)]]}),
        edition_of({"kind": "other", "id": "o", "paragraphs": [[("Tekst.", "")]]}, name=hostile),
    ):
        for content in documents(edition, ["parallel"], ["epub"]).values():
            for page in pages(unpacked(content)).values():
                assert not found(page, "//h:script")


def test_files_that_are_written_side_by_side_keep_their_namespaces(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As the books of two layouts are; the library knows one set of prefixes for all."""
    register = ElementTree.register_namespace

    def slowly(prefix: str, uri: str) -> None:
        register(prefix, uri)
        time.sleep(0.001)  # so that the other one gets its turn

    monkeypatch.setattr(ElementTree, "register_namespace", slowly)

    def written(uri: str) -> str:
        return serialised(ElementTree.Element(f"{{{uri}}}a"), {"": uri}).splitlines()[-1]

    names = ["urn:one", "urn:two"] * 10
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(written, names)) == [f'<a xmlns="{name}" />' for name in names]
