"""The structure of the DOCX documents."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from vertaal.errors import InputError
from vertaal.publishing import documents
from vertaal.publishing.reference import build
from vertaal.types import BlockKind, Edition


def opened(content: bytes) -> Any:
    return docx.Document(io.BytesIO(content))


@pytest.fixture(scope="module")
def parallel(published: dict[str, bytes]) -> Any:
    return opened(published["parallel.docx"])


def text(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(qn("w:t")))


def test_every_part_repeats_its_label_on_every_page(parallel: Any) -> None:
    parts = [t for t in parallel.tables if t.style.name.startswith("Parallel")]
    assert len(parts) > 10
    for table in parts:
        header = table.rows[0]._tr
        assert header.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert [p.style.name for cell in table.rows[0].cells for p in cell.paragraphs] == [
            "Heading 2",
            "Heading 2",
        ]


def test_questions_and_answers_have_styles_of_their_own(parallel: Any) -> None:
    styles = {
        (table.style.name, paragraph.style.name)
        for table in parallel.tables
        for row in table.rows[1:]
        for cell in row.cells
        for paragraph in cell.paragraphs
    }
    for side in ("NL", "EN"):
        assert ("Parallel Question", f"Question {side}") in styles
        assert ("Parallel Answer", f"Answer {side}") in styles
        assert ("Parallel Text", f"Note {side}") in styles
    assert "Title" in {paragraph.style.name for paragraph in parallel.paragraphs}
    assert "Heading 1" in {paragraph.style.name for paragraph in parallel.paragraphs}


def test_every_run_of_a_cell_has_its_language(parallel: Any) -> None:
    for table in parallel.tables:
        if not table.style.name.startswith("Parallel"):
            continue
        for row in table.rows:
            for cell, language in zip(row.cells, ("nl-NL", "en-GB"), strict=True):
                found = {
                    run.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:val"))
                    for run in cell._tc.iter(qn("w:r"))
                }
                assert found <= {language}


def test_links_arrive_at_bookmarks(published: dict[str, bytes]) -> None:
    for name in ("parallel", "english", "stacked", "dutch"):
        body = opened(published[f"{name}.docx"]).element.body
        bookmarks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
        anchors = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None}
        assert anchors
        assert anchors <= bookmarks


def test_terms_tell_their_entry(parallel: Any) -> None:
    tips = {
        text(link): link.get(qn("w:tooltip"))
        for link in parallel.element.body.iter(qn("w:hyperlink"))
        if (link.get(qn("w:anchor")) or "").startswith("term-")
    }
    assert tips["Kamerbrief"] == "Glossary: Kamerbrief → letter to parliament"
    styles = {style.get(qn("w:val")) for style in parallel.element.body.iter(qn("w:rStyle"))}
    assert {"Term", "TermMissed"} <= styles


def test_columns_fill_the_page(parallel: Any) -> None:
    section = parallel.sections[0]
    width = section.page_width.twips - section.left_margin.twips - section.right_margin.twips
    for table in parallel.tables:
        columns = [int(c.get(qn("w:w"))) for c in table._tbl.iter(qn("w:gridCol"))]
        assert abs(sum(columns) - width) <= len(columns)


def test_page_numbers_and_column_heads(parallel: Any, published: dict[str, bytes]) -> None:
    section = parallel.sections[0]
    codes = {t.text.strip() for t in section.footer._element.iter(qn("w:instrText"))}
    assert codes == {"PAGE", "NUMPAGES"}
    assert text(section.header._element).startswith("Nederlands")
    assert not opened(published["english.docx"]).sections[0].header.paragraphs[0].text


def test_core_properties(parallel: Any, letter: Edition) -> None:
    properties = parallel.core_properties
    assert properties.title.startswith("Answers by the Minister of Foreign Affairs")
    assert properties.language == "en-GB"
    assert "machine translation" in properties.comments
    assert properties.created.isoformat().startswith("2026-11-25T14:03")


def test_footnotes_are_footnotes_where_the_text_has_one_language(
    published: dict[str, bytes],
) -> None:
    with zipfile.ZipFile(io.BytesIO(published["english.docx"])) as package:
        notes = etree.fromstring(package.read("word/footnotes.xml"))
    said = [text(note).strip() for note in notes if not note.get(qn("w:type"))]
    assert said == [
        "RTL Nieuws, 25 September 2019, https://www.rtlnieuws.nl/nieuws/artikel/4862136",
        "Parliamentary Paper 35 000 V, no. 3",
    ]
    body = opened(published["english.docx"]).element.body
    assert len(list(body.iter(qn("w:footnoteReference")))) == 2
    assert "’?1" not in text(body)


@pytest.mark.parametrize(
    ("dutch", "english", "true_notes"),
    [
        ("Kent u https://nrc.nl/jemen1 en dit2?", "Know https://nrc.nl/jemen1 and this2?", True),
        ("Kent u https://nrc.nl/jemen.1 Dit2?", "Know https://nrc.nl/jemen.1 This2?", True),
        ("Kent u het bericht1 en dit2?", "", True),
        ("Kent u het bericht1 en de brief2?", "Do you know the letter2 and the report1?", False),
        ("Kent u het bericht1?", "Do you know the report1?", False),
    ],
)
def test_no_footnote_is_lost_or_numbered_anew(
    edition_of: Callable[..., Edition], dutch: str, english: str, true_notes: bool
) -> None:
    edition = edition_of(
        {"kind": "question", "id": "q1", "numbers": [1], "paragraphs": [[(dutch, english)]]},
        *(
            {"kind": "footnote", "id": f"fn{n}", "numbers": [n], "paragraphs": [[(name, name)]]}
            for n, name in ((1, "First."), (2, "Second."))
        ),
    )
    content = documents(edition, ["english"], ["docx"])["english.docx"]
    body = opened(content).element.body
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        notes = etree.fromstring(package.read("word/footnotes.xml"))
        links = package.read("word/_rels/document.xml.rels").decode()
    said = [text(note).strip() for note in notes if not note.get(qn("w:type"))]
    assert said == (["First.", "Second."] if true_notes else [])
    assert ("1 First." in text(body)) is not true_notes
    if "https" in english:
        assert 'Target="https://nrc.nl/jemen"' in links


@pytest.mark.parametrize("name", ["english", "parallel"])
@pytest.mark.parametrize(("label", "mark"), [("*", "*"), ("*)", "*"), ("ii.", "ii"), ("1)", "1")])
def test_a_footnote_keeps_its_mark(
    edition_of: Callable[..., Edition], name: str, label: str, mark: str
) -> None:
    asked = [[(f"Kent u dat?{mark}", f"Do you know that?{mark}")]]
    edition = edition_of(
        {"kind": "question", "id": "q1", "numbers": [1], "paragraphs": asked},
        {
            "kind": "footnote",
            "id": "fn1",
            "label": label,
            "numbers": [1],
            "paragraphs": [[("Bron.", "Source.")]],
        },
    )
    content = documents(edition, [name], ["docx"])[f"{name}.docx"]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = [package.read(f"word/{part}.xml") for part in ("document", "footnotes")]
    said = " ".join(text(etree.fromstring(part)) for part in parts)
    if mark != "1":
        assert f"{mark} Source." in said
        assert "1 Source." not in said


def test_a_footnote_of_the_title_is_kept(titled_note: Edition) -> None:
    document = opened(documents(titled_note, ["english"], ["docx"])["english.docx"])
    assert document.core_properties.title == "Questions on the report “Yemen”"
    assert "1 A daily." in text(document.element.body)


def test_the_dutch_document_says_that_it_is_dutch(
    published: dict[str, bytes], letter: Edition
) -> None:
    properties = opened(published["dutch.docx"]).core_properties
    assert properties.language == "nl-NL"
    assert properties.title == next(iter(letter.document.of(BlockKind.TITLE))).text
    with zipfile.ZipFile(io.BytesIO(published["dutch.docx"])) as package:
        styles = etree.fromstring(package.read("word/styles.xml"))
    assert styles.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}").get(qn("w:val")) == "nl-NL"


def test_a_reference_document_gives_its_own_look(letter: Edition, tmp_path: Path) -> None:
    house = docx.Document(io.BytesIO(build()))
    house.styles["Title"].font.name = "Georgia"
    house.sections[0].left_margin = docx.shared.Cm(4)
    path = tmp_path / "house.docx"
    house.save(str(path))
    made = documents(letter, layouts=["parallel"], formats=["docx"], reference_doc=path)
    document = opened(made["parallel.docx"])
    assert document.styles["Title"].font.name == "Georgia"
    assert document.sections[0].left_margin.cm == pytest.approx(4, abs=0.01)


def test_a_foreign_reference_document_lacks_our_table_styles(
    letter: Edition, tmp_path: Path
) -> None:
    path = tmp_path / "plain.docx"
    docx.Document().save(str(path))
    made = documents(letter, layouts=["parallel"], formats=["docx"], reference_doc=path)
    document = opened(made["parallel.docx"])
    assert {table.style.name for table in document.tables} == {"Table Grid"}


def test_an_unusable_reference_document_is_an_input_error(letter: Edition, tmp_path: Path) -> None:
    path = tmp_path / "house.docx"
    for content in (None, b"", b"not a package"):
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(InputError, match=r"house\.docx"):
            documents(letter, layouts=["english"], formats=["docx"], reference_doc=path)
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/styles.xml", "not XML")
    with pytest.raises(InputError, match=r"house\.docx: pandoc cannot take styles"):
        documents(letter, layouts=["english"], formats=["docx"], reference_doc=path)


def test_the_lines_of_a_signature_stand_close() -> None:
    signature = docx.Document(io.BytesIO(build(None))).styles["Signature"].paragraph_format
    assert signature.space_before.pt + signature.space_after.pt < 4


def test_a_table_has_cells_and_the_text_around_it_its_own_style(
    published: dict[str, bytes],
) -> None:
    document = opened(published["english.docx"])
    table = next(t for t in document.tables if t.rows[0].cells[0].text == "Year")
    assert [cell.text for cell in table.rows[1].cells] == ["2018", "12"]
    assert {p.style.name for row in table.rows for c in row.cells for p in c.paragraphs} == {
        "Table Text"
    }
    around = [p for p in document.paragraphs if p.text.startswith("The government would like")]
    assert [p.style.name for p in around] == ["Answer"]


def test_an_empty_cell_is_as_high_as_its_row(edition_of: Callable[..., Edition]) -> None:
    rows = [[("Jaar | Man | Vrouw",) * 2], [("2018 | 12",) * 2]]
    edition = edition_of({"kind": "other", "id": "o", "paragraphs": rows})
    made = opened(documents(edition, layouts=["english"], formats=["docx"])["english.docx"])
    styles = [
        p.style.name for row in made.tables[0].rows for cell in row.cells for p in cell.paragraphs
    ]
    assert styles == ["Table Text"] * 6
