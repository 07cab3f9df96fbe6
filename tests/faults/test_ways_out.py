"""No file leads out of itself: to other folders, to the web, to markup or formulas that run."""

from __future__ import annotations

import contextlib
import io
import os
import socket
import threading
import time
import zipfile
from pathlib import Path

import pytest

from echo import Echo
from faults.hostile import W, packed, word
from review.desks import make
from vertaal.editions import load
from vertaal.editions.documents import Published, put
from vertaal.errors import InputError
from vertaal.glossary import Glossary
from vertaal.glossary import load as load_glossary
from vertaal.glossary.exporting import export
from vertaal.jobs import jobs
from vertaal.pipeline import build
from vertaal.publishing import documents
from vertaal.reading import read
from vertaal.types import Term
from vertaal.workshop import Workshop


def test_names_in_an_archive_lead_nowhere(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b" / "c"
    inner.mkdir(parents=True)
    path = inner / "brief.docx"
    path.write_bytes(word("<w:p><w:r><w:t>Vraag 1</w:t></w:r></w:p>"))
    with contextlib.suppress(InputError):
        read(path)
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == [path]


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_in_an_edition_leads_nowhere(tmp_path: Path) -> None:
    outside = tmp_path / "private"
    outside.write_text("mine", encoding="utf-8")
    folder = make(tmp_path / "letter")
    for name in ("english.html", ".published.json"):
        (folder / name).symlink_to(outside)
    put(folder, {"english.html": b"page"}, Published(("english",), ("html",)))
    assert outside.read_text(encoding="utf-8") == "mine"
    assert (folder / "english.html").read_bytes() == b"page"


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
