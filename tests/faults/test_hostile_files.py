"""Any bytes, damaged files and any structure: read, or refused with one message."""

from __future__ import annotations

import contextlib
import io
import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faults.hostile import word
from review.desks import HOSTILE, make
from vertaal.editions import load
from vertaal.errors import InputError, MissingDependency
from vertaal.exchange.importing import take_in
from vertaal.exchange.xliff12_writing import as_xliff12
from vertaal.exchange.xliff_writing import as_xliff
from vertaal.glossary import load as load_glossary
from vertaal.glossary.exporting import export
from vertaal.memory.tmx import as_tmx
from vertaal.parsing.document import parse
from vertaal.reading import read
from vertaal.reading.scans.pictures import pages
from vertaal.segmentation import segment
from vertaal.types import Term

DATA = Path(__file__).parents[1] / "data"


REFUSALS = (InputError, MissingDependency)


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
