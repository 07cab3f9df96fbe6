"""Files made to hurt: any bytes, any structure, bombs, ways out of a folder, endless lines."""

from __future__ import annotations

import contextlib
import io
import json
import random
import socket
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from echo import Echo
from review.desks import HOSTILE, make
from vertaal.checks import check_unit
from vertaal.editions import history, load, signed
from vertaal.editions.folder import REPORT, STRUCTURE, UNITS
from vertaal.errors import InputError, MissingDependency
from vertaal.exchange.importing import take_in
from vertaal.exchange.json_edition import as_json_edition
from vertaal.exchange.xliff12_writing import as_xliff12
from vertaal.exchange.xliff_writing import as_xliff
from vertaal.glossary import Glossary
from vertaal.glossary import load as load_glossary
from vertaal.glossary.exporting import export
from vertaal.jobs import jobs
from vertaal.memory.tmx import as_tmx
from vertaal.parsing import parse
from vertaal.pipeline import Workshop, build, findings_of, republish
from vertaal.publishing import documents
from vertaal.reading import read
from vertaal.reading.scans.pictures import pages
from vertaal.segmentation import segment
from vertaal.segmentation.lengths import MAX_CHARACTERS
from vertaal.style import style_of
from vertaal.types import Block, BlockKind, Document, Source, Term

DATA = Path(__file__).parents[1] / "data"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
REFUSALS = (InputError, MissingDependency)


def packed(parts: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def word(body: str) -> bytes:
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    return packed({"word/document.xml": document, "../../out.xml": "x", "/out.xml": "x"})


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Some bytes other, a stretch gone or twice, or the end cut off."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(made) or 1)
        kind = chance.randrange(4)
        if kind == 0:
            made[at : at + 1] = bytes([chance.randrange(256)])
        elif kind == 1:
            del made[at : at + chance.randint(1, 40)]
        elif kind == 2:
            made[at:at] = made[at : at + chance.randint(1, 40)]
        else:
            del made[max(at, len(made) // 2) :]
    return bytes(made)


def samples(folder: Path) -> dict[str, bytes]:
    """A sound file of each format that is read without another program."""
    edition = make(folder / "out" / "letter", HOSTILE)
    found = load(edition)
    terms = (Term("kabinet", "government"), Term("motie", "motion", note="x & <y>"))
    for suffix in (".csv", ".tsv", ".xlsx", ".tbx"):
        export(terms, folder / f"terms{suffix}")
    image = io.BytesIO()
    from PIL import Image

    Image.new("L", (30, 20), "white").save(image, "PNG")
    tiff = io.BytesIO()
    Image.new("L", (30, 20), "white").save(tiff, "TIFF")
    return {
        **{f"g{s}": (folder / f"terms{s}").read_bytes() for s in (".csv", ".tsv", ".xlsx", ".tbx")},
        "x1.xlf": as_xliff12(found).encode(),
        "x2.xlf": as_xliff(found).encode(),
        "m.tmx": as_tmx(found).encode(),
        "d.json": json.dumps(
            {
                "format": "vertaal-decisions",
                "reviewer": "Anna",
                "decisions": [{"id": "q1-0", "source": HOSTILE[0][1], "rev": 0, "target": "x"}],
            }
        ).encode(),
        "r.txt": "Vraag 1\nCafé?\n\nAntwoord\nJa.".encode("cp1252"),
        "r.png": image.getvalue(),
        "r.tiff": tiff.getvalue(),
        "r.pdf": (DATA / "reading").joinpath("brief.pdf").read_bytes()
        if (DATA / "reading" / "brief.pdf").is_file()
        else b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]"
        b"/Count 0>>endobj\ntrailer<</Root 1 0 R/Size 3>>\n%%EOF",
    }


def consumer(name: str, edition: Path) -> Callable[[Path], object]:
    """What reads a file of that name."""
    if name.startswith("g"):
        return lambda path: load_glossary([path])
    if name in ("r.png", "r.tiff"):
        return lambda path: list(pages(path.read_bytes(), path))
    if name.startswith("r"):
        return lambda path: parse(read(path))
    return lambda path: take_in(edition, path)


NAMES = ("g.csv", "g.tsv", "g.xlsx", "g.tbx", "x1.xlf", "x2.xlf", "m.tmx", "d.json")
PICTURES = ("r.txt", "r.png", "r.tiff", "r.pdf")


@pytest.mark.parametrize("name", NAMES + PICTURES)
def test_a_damaged_file_is_read_or_refused(tmp_path: Path, name: str) -> None:
    data = samples(tmp_path)[name]
    take = consumer(name, tmp_path / "out" / "letter")
    path = tmp_path / name
    chance = random.Random(name)
    refusals: list[str] = []
    for _ in range(40):
        path.write_bytes(damaged(data, chance))
        try:
            take(path)
        except REFUSALS as error:
            refusals.append(str(error))
    assert all(said.startswith(str(tmp_path)) for said in refusals)
    assert load(tmp_path / "out" / "letter").units, "whatever was imported, the edition is sound"
    assert refusals or name in ("g.csv", "g.tsv", "r.txt", "r.tiff")


@settings(max_examples=60)
@given(st.binary(max_size=200), st.sampled_from(NAMES + PICTURES))
def test_any_bytes_are_no_obstacle(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str
) -> None:
    folder = tmp_path_factory.mktemp("any")
    path = folder / name
    path.write_bytes(data)
    with contextlib.suppress(*REFUSALS):
        consumer(name, folder)(path)


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<table><tr><td>", "</table>", "<ol start='9'><li>", "<b>", "<!--", "&"),
        *("# ", "[^1]", "[^1]: ", "> ", "- ", "| a |\n|--|\n", "\n\n", "---\n", "```\n", "\\"),
        *("Vraag 1\n", "Antwoord op vraag 1 t/m 9\n", "1. ", "Ja.", "\u202e", "\u2028", "\x0c"),
        *("<script>x</script>", "\U0001f600", "e\u0301\u0301", "'", '"', "*", "_", "$x$"),
    ]
)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".html", ".md", ".txt", ".docx"])
def test_any_structure_is_read(tmp_path_factory: pytest.TempPathFactory, suffix: str) -> None:
    @settings(max_examples=25)
    @given(st.lists(PIECES, max_size=30))
    def check(pieces: list[str]) -> None:
        path = tmp_path_factory.mktemp("any") / f"brief{suffix}"
        text = "".join(pieces)
        if suffix == ".docx":
            path.write_bytes(word("".join(_tag(piece) for piece in pieces)))
        else:
            path.write_text(text, encoding="utf-8")
        with contextlib.suppress(*REFUSALS):
            segment(parse(read(path)))

    check()


def _tag(piece: str) -> str:
    """A piece as a part of a Word document, some of them where they do not belong."""
    parts = ("p", "r", "t", "tbl", "tr", "tc", "hyperlink", "footnoteReference", "sectPr", "br")
    name = parts[sum(piece.encode()) % len(parts)]
    inside = piece if piece.isalnum() else ""
    return f'<w:{name} w:id="7"><w:p><w:r><w:t>{inside}</w:t></w:r></w:p></w:{name}>'


VALUES: tuple[Any, ...] = (
    None,
    True,
    -1,
    10**30,
    1.5,
    float("nan"),
    "",
    "\ud800",
    "../../x",
    [],
    {},
    [[]],
    [1],
    "q",
)


def places(value: Any, here: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield here
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places(inner, (*here, key))
    elif isinstance(value, list) and value:
        yield from places(value[0], (*here, 0))


@pytest.mark.parametrize("name", [STRUCTURE, REPORT, ".published.json"])
def test_an_edition_with_any_value_in_its_files_is_read_or_refused(
    tmp_path: Path, name: str
) -> None:
    folder = make(tmp_path / "letter")
    republish(folder)
    sound = (folder / name).read_text(encoding="utf-8")
    chance = random.Random(5)
    for place in places(json.loads(sound)):
        made = json.loads(sound)
        if place:
            inner = made
            for step in place[:-1]:
                inner = inner[step]
            inner[place[-1]] = chance.choice(VALUES)
        else:
            made = []
        (folder / name).write_text(json.dumps(made), encoding="utf-8")
        with contextlib.suppress(InputError):
            edition, _ = findings_of(folder)
            as_xliff(edition)
            as_json_edition(edition)
        style_of(folder)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["letter"]


@pytest.mark.parametrize("name", [STRUCTURE, REPORT, UNITS, ".published.json", history.HISTORY])
@pytest.mark.parametrize("content", [b"", b"[" * 100_000, b'{"a":' * 100_000, b"\xff\xfe\x00"])
def test_a_damaged_edition_is_one_message(tmp_path: Path, name: str, content: bytes) -> None:
    folder = make(tmp_path / "letter")
    (folder / name).write_bytes(content)
    with contextlib.suppress(InputError):
        edition, _ = findings_of(folder)
        signed(edition, folder)
    style_of(folder)


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


def test_names_in_an_archive_lead_nowhere(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b" / "c"
    inner.mkdir(parents=True)
    path = inner / "brief.docx"
    path.write_bytes(word("<w:p><w:r><w:t>Vraag 1</w:t></w:r></w:p>"))
    with contextlib.suppress(InputError):
        read(path)
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == [path]


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


@pytest.mark.parametrize("name", ["brief.html", "brief.md", "brief.docx"])
def test_no_document_makes_us_fetch_anything(tmp_path: Path, name: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        visits: list[object] = []

        def listen() -> None:
            with contextlib.suppress(OSError):
                visits.append(server.accept())

        threading.Thread(target=listen, daemon=True).start()
        page = f'Vraag 1\n\n![x]({address})\n\n<img src="{address}"><iframe src="{address}">\n\nJa.'
        (tmp_path / name).write_text(page, encoding="utf-8")
        if name.endswith(".docx"):
            rels = (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
                f'officeDocument/2006/relationships/image" Target="{address}" '
                'TargetMode="External"/></Relationships>'
            )
            document = f"<w:document {W}><w:body><w:p><w:r><w:t>Ja.</w:t></w:r></w:p></w:body>"
            document += "</w:document>"
            parts = {"word/document.xml": document, "word/_rels/document.xml.rels": rels}
            (tmp_path / name).write_bytes(packed({**parts}))
        with contextlib.suppress(InputError):
            read(tmp_path / name)
        time.sleep(0.2)
        assert visits == []


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


SCRIPT = "<script>alert(1)</script>"
TYPST = '#read("/etc/passwd") #eval("1") $x$ \\u{1f} `x` @a <b> // c /* d'


def test_markup_in_a_document_stays_text_in_every_edition(tmp_path: Path) -> None:
    rows = [("q1", SCRIPT + TYPST, SCRIPT + TYPST), ("a1", "\u202eJa\u202c & <b>", "</w:t>]]>&#0;")]
    edition = load(make(tmp_path / "letter", rows))
    made = documents(edition, ["parallel", "english"], ["html", "docx", "epub"])
    for name, content in made.items():
        texts = [content]
        if not name.endswith(".html"):
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                texts = [package.read(part) for part in package.namelist() if "media" not in part]
        assert all(SCRIPT.encode() not in text for text in texts), name
        assert any(b"alert(1)" in text for text in texts), name


@pytest.mark.slow
def test_code_in_a_document_stays_text_in_a_pdf(tmp_path: Path) -> None:
    pytest.importorskip("typst")
    from pypdf import PdfReader

    edition = load(make(tmp_path / "letter", [("q1", "Zo?", TYPST), ("a1", "Ja.", SCRIPT)]))
    made = documents(edition, ["english"], ["pdf"])
    text = " ".join(
        page.extract_text() for page in PdfReader(io.BytesIO(made["english.pdf"])).pages
    )
    squeezed = "".join(text.split())
    assert "alert(1)" in squeezed
    assert '/etc/passwd"' in squeezed or "/etc/passwd”" in squeezed
    assert "root:" not in squeezed


@pytest.mark.parametrize(
    "name", ["brief\nmet regel.txt", "\u202etxt.feirb.txt", "..txt.txt", "a'; rm -rf $HOME #.txt"]
)
def test_a_hostile_file_name_makes_an_edition_inside_the_output(tmp_path: Path, name: str) -> None:
    source = tmp_path / "in" / name
    source.parent.mkdir()
    source.write_text("Vraag 1\nWat?\n\nAntwoord\nJa.\n", encoding="utf-8")
    output = tmp_path / "out"
    [outcome] = build(jobs([source]), Workshop(output, Echo(), Glossary()))
    assert outcome.failure is None
    assert outcome.folder.resolve().parent == output.resolve()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out"]


FORMULA = "=cmd|' /C calc'!A0"


@pytest.mark.parametrize("start", ["=", "+", "-2+3|", "@", "=cmd|' /C calc'!"])
@pytest.mark.parametrize("name", ["terms.csv", "terms.xlsx"])
def test_a_formula_in_a_glossary_is_exported_as_text_and_comes_back(
    tmp_path: Path, start: str, name: str
) -> None:
    term = Term("kabinet", start + "A0", note=FORMULA)
    export((term,), tmp_path / name)
    if name.endswith(".csv"):
        row = (tmp_path / name).read_text(encoding="utf-8").splitlines()[1]
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.split(","))
    [back] = load_glossary([tmp_path / name]).terms
    assert (back.target, back.note) == (term.target, term.note)


@pytest.mark.parametrize("kind", ["deepl", "babeldoc", "codes", "tsv"])
def test_a_formula_is_left_out_of_lists_that_cannot_mask_it(tmp_path: Path, kind: str) -> None:
    made = export((Term("a", FORMULA), Term("-beleid", "-policy")), tmp_path / "x.csv", kind)
    assert FORMULA.encode() not in made.content
    assert b"-beleid" in made.content
    assert any("formula" in loss for loss in made.losses)
