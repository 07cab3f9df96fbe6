"""What has no end (parts in parts, sentences, notes, cells) is refused or costs little."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import pytest

from faults.hostile import packed, word
from vertaal.checks import check_unit
from vertaal.errors import InputError
from vertaal.glossary import load as load_glossary
from vertaal.glossary.exporting import export
from vertaal.parsing.document import parse
from vertaal.reading import read
from vertaal.segmentation import segment
from vertaal.segmentation.lengths import MAX_CHARACTERS
from vertaal.types import Block, BlockKind, Document, Source, Term


def test_a_table_in_a_table_without_end_is_refused_before_it_costs(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(word("<w:tbl><w:tr><w:tc>" * 500 + "</w:tc></w:tr></w:tbl>" * 500))
    with pytest.raises(InputError, match="parts inside parts"):
        read(path)


@pytest.mark.parametrize("deep", ["<div>" * 300 + "Vraag 1", "<div>" * 3000 + "Vraag 1"])
def test_a_page_nested_without_end_is_read_or_refused(tmp_path: Path, deep: str) -> None:
    path = tmp_path / "brief.html"
    path.write_text(deep, encoding="utf-8")
    try:
        said = read(path).text
    except InputError as error:
        said = str(error)
    assert "Vraag 1" in said or "parts inside parts" in said


def test_a_cell_at_the_end_of_the_world_costs_nothing(tmp_path: Path) -> None:
    export((Term("kabinet", "government"),), tmp_path / "terms.xlsx")
    with zipfile.ZipFile(tmp_path / "terms.xlsx") as package:
        parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    [sheet] = [name for name in parts if name.startswith("xl/worksheets/")]
    far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    parts[sheet] = bytes(parts[sheet]).replace(b"</sheetData>", far + b"</sheetData>")  # type: ignore[arg-type]
    (tmp_path / "far.xlsx").write_bytes(packed(parts))
    assert [term.source for term in load_glossary([tmp_path / "far.xlsx"]).terms] == ["kabinet"]
    parts["xl/sharedStrings.xml"] = b"<sst>" + b" " * 30_000_000 + b"</sst>"
    (tmp_path / "bomb.xlsx").write_bytes(packed(parts))
    with pytest.raises(InputError, match="unpacks to far more"):
        load_glossary([tmp_path / "bomb.xlsx"])


@pytest.mark.parametrize("piece", ["1", "(", " ", "a.", "a-", "é", "honderd", "Aa ", "\u202e", "“"])
def test_an_endless_sentence_comes_in_parts_and_is_checked_in_time(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    source = Source("brief.txt", f"Vraag 1\n{text}\n")
    parts = segment(parse(source))
    assert max((len(part.source) for part in parts), default=0) <= MAX_CHARACTERS
    [*block] = segment(Document((Block("q1", BlockKind.QUESTION, text, "", (1,)),)))
    joined = "".join(part.source for part in block)
    assert "".join(joined.split()) == "".join(text.split())
    begun = time.process_time()
    check_unit(text, text)
    assert time.process_time() - begun < 10


@pytest.mark.slow
def test_a_hundred_thousand_footnotes_take_as_long_as_they_should() -> None:
    def cost(count: int) -> float:
        body = " ".join(f"Zin over iets{number}." for number in range(1, count))
        notes = "\n".join(f"{number} Kamerstukken II, nr. {number}." for number in range(1, count))
        source = Source("brief.txt", f"Vraag 1\nWat?\n\nAntwoord\n{body}\n\n{notes}")
        begun = time.process_time()
        assert segment(parse(source))
        return time.process_time() - begun

    assert cost(100_000) < 40 * cost(10_000)


def test_a_line_of_ten_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_bytes(b"Vraag 1\n" + b"1" * 10_000_000)
    with pytest.raises(InputError, match="too large for a letter: 10,000,00"):
        read(path)
