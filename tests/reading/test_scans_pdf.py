"""Which pages of a PDF are pictures, and what becomes of them where Tesseract is not installed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter

from reading.test_reading_documents import pdf
from vertaal.errors import MissingDependency
from vertaal.reading import read

TYPED = [[(700, "Vraag 1 over de regels van België")], [(700, "Antwoord: dat is zo in 2021.")]]


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for folder in ("PROGRAMFILES", "LOCALAPPDATA"):
        monkeypatch.delenv(folder, raising=False)


def picture(path: Path) -> Path:
    """A page with lines of ink and no text."""
    sheet = Image.new("L", (827, 1169), 255)
    pen = ImageDraw.Draw(sheet)
    for top in range(100, 1000, 40):
        pen.rectangle((100, top, 700, top + 10), fill=0)
    sheet.save(path, resolution=100)
    return path


def together(path: Path, *parts: Path) -> Path:
    writer = PdfWriter()
    for part in parts:
        for page in PdfReader(part).pages:
            writer.add_page(page)
    writer.write(path)
    return path


def test_a_scan_needs_tesseract_and_says_so(tmp_path: Path) -> None:
    with pytest.raises(MissingDependency) as caught:
        read(picture(tmp_path / "scan.pdf"))
    assert "is a scan: 1 of its 1 pages have no text." in str(caught.value)
    assert "tesseract-ocr-nld" in caught.value.remedy


def test_a_page_number_typed_over_a_picture_is_no_text(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=picture(tmp_path / "sheet.pdf"))
    number = PdfReader(pdf(tmp_path / "number.pdf", [[(30, "Blad 3")]])).pages[0]
    writer.pages[0].merge_page(number)
    writer.write(tmp_path / "scan.pdf")
    with pytest.raises(MissingDependency, match="is a scan"):
        read(tmp_path / "scan.pdf")


def test_a_picture_among_typed_pages_is_named_as_unread(tmp_path: Path) -> None:
    typed = pdf(tmp_path / "typed.pdf", TYPED)
    source = read(together(tmp_path / "letter.pdf", typed, picture(tmp_path / "sheet.pdf")))
    assert source.scan is not None
    assert (source.scan.pages, source.scan.unread) == ((), (3,))
    assert "dat is zo in 2021." in source.text
    assert source.placed == ()


def test_a_text_layer_in_letters_of_its_own_is_none(tmp_path: Path) -> None:
    rubbish = " ".join(["qzxv", "wrtkl", "bvnmq", "xcfgh", "plkjr"] * 12)
    with pytest.raises(MissingDependency, match="is a scan"):
        read(pdf(tmp_path / "scan.pdf", [[(700, rubbish)]]))
    names = " ".join(["de", "leden", "Jansen", "Kwartier", "wijkagent"] * 10)
    assert read(pdf(tmp_path / "letter.pdf", [[(700, names)]])).scan is None
