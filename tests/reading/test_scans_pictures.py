"""Pictures of pages before recognition: sizes, damage, slopes; and Tesseract where it is not."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from reading.printed import line
from vertaal.errors import InputError, MissingDependency
from vertaal.reading import read
from vertaal.reading.scans import pictures, tesseract
from vertaal.reading.scans.hocr import read_page

HOCR = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
 "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><body>
<div class='ocr_page' title='image "stdin"; bbox 0 0 2480 3508; ppageno 0'>
 <span class='ocr_line' title="bbox 10 20 90 50; baseline 0 -7">
  <span class='ocrx_word' title='bbox 10 20 40 50; x_wconf 96'>
   <span class='ocrx_cinfo' title='x_bboxes 10 20 25 50; x_conf 99.5'>J</span>
   <span class='ocrx_cinfo' title='x_bboxes 26 30 40 50; x_conf 98'>a</span>
  </span>
  <span class='ocrx_word' title='bbox 50 20 60 50; x_wconf 0'>
   <span class='ocrx_cinfo' title='x_bboxes 50 20 60 50; x_conf 0'> </span>
  </span>
 </span>
 <div class='ocr_separator' title="bbox 331 3218 722 3223"></div>
</div></body></html>"""


def test_hocr_gives_words_boxes_and_rules() -> None:
    page = read_page(HOCR, 3)
    assert (page.number, page.width, page.height) == (3, 2480, 3508)
    [found] = page.lines
    assert [(word.text, word.confidence) for word in found.words] == [("Ja", 0.96)]
    assert found.words[0].glyphs[1].box.top == 30
    assert page.rules[0].right == 722


@pytest.mark.parametrize(
    "text",
    ["", "<html/>", HOCR[:400], HOCR.replace("x_bboxes 10 20 25 50", "")],
)
def test_damaged_hocr_is_an_error_of_value(text: str) -> None:
    with pytest.raises(ValueError, match="hOCR"):
        read_page(text, 1)


def test_the_x_height_is_that_of_small_letters() -> None:
    assert line("een zin van X", 0, 100, size=17).x_height == 17
    assert line("X1", 0, 100).x_height == 0


def bomb(path: Path) -> Path:
    """A PNG of a hundred bytes that asks for 40 GB."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", 200_000, 200_000, 8, 0, 0, 0, 0)
    data = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"0")) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + data)
    return path


def first(path: Path) -> Image.Image:
    return next(pictures.pages(path.read_bytes(), path))


def test_a_picture_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="too large a picture"):
        first(bomb(tmp_path / "scan.png"))


def test_a_large_picture_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "scan.png"
    Image.new("1", (9_000, 9_000)).save(path)
    with pytest.raises(InputError, match="80,000,000 pixels"):
        first(path)


@pytest.mark.parametrize("name", ["scan.png", "scan.jpg", "scan.tif"])
@pytest.mark.parametrize(
    "content", [b"Vraag 1", b"\x89PNG\r\n\x1a\n", b"II*\x00\x08\x00", b"GIF89a"]
)
def test_other_content_under_a_pictures_name_is_refused(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError, match="is not a"):
        first(path)


def test_a_picture_cut_short_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "scan.png"
    Image.effect_noise((600, 600), 90).save(path)
    path.write_bytes(path.read_bytes()[:20_000])
    with pytest.raises(InputError, match="damaged in page 1"):
        first(path)


def test_all_pages_of_a_tiff_come_and_too_many_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "scan.tif"
    sheets = [Image.new("1", (10 + number, 10)) for number in range(3)]
    sheets[0].save(path, save_all=True, append_images=sheets[1:])
    assert [page.width for page in pictures.pages(path.read_bytes(), path)] == [10, 11, 12]
    sheets[0].save(path, save_all=True, append_images=sheets[1:2] * pictures.MAX_PAGES)
    with pytest.raises(InputError, match="301 pages"):
        first(path)


def test_what_is_transparent_is_paper(tmp_path: Path) -> None:
    path = tmp_path / "scan.png"
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(path)
    assert first(path).getextrema() == (255, 255)


@pytest.mark.parametrize("turn", [-1.5, -0.5, 0.0, 0.7])
def test_a_page_that_went_in_askew_is_put_straight(turn: float) -> None:
    sheet = Image.new("L", (2200, 3100), 255)
    pen = ImageDraw.Draw(sheet)
    for top in range(300, 2800, 90):
        for left in range(300, 1900, 60):
            pen.rectangle((left, top, left + 36, top + 28), fill=0)
    turned = sheet.rotate(-turn, Image.Resampling.BICUBIC, fillcolor=255)
    assert pictures.slope(turned) == pytest.approx(turn, abs=0.1)


def test_a_small_picture_is_enlarged_and_a_large_one_made_smaller() -> None:
    assert pictures.prepared(Image.new("L", (827, 1169), 255)).width == pytest.approx(2481, abs=5)
    assert pictures.prepared(Image.new("L", (4962, 7014), 255)).width == pytest.approx(2481, abs=5)
    assert pictures.prepared(Image.new("L", (2480, 3508), 255)).size == (2480, 3508)


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.png"
    Image.new("L", (100, 100), 255).save(path)
    return path


def test_without_tesseract_the_remedy_is_named(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(scan.parent))
    for folder in ("PROGRAMFILES", "LOCALAPPDATA"):
        monkeypatch.delenv(folder, raising=False)
    with pytest.raises(MissingDependency) as caught:
        read(scan)
    assert "tesseract-ocr-nld" in caught.value.remedy
    assert caught.value.exit_code == 3


def program(folder: Path, script: str) -> None:
    path = folder / "tesseract"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


LANGUAGES = 'case "$1" in --version) echo tesseract 5.9;; --list-langs) echo "nld";; *) {};; esac'


@pytest.mark.skipif(os.name == "nt", reason="stands in for the program with a shell script")
@pytest.mark.parametrize(
    ("script", "error", "says"),
    [
        ("echo tesseract 5.9; echo eng", MissingDependency, "lacks its data for Dutch"),
        (LANGUAGES.format("exit 1"), InputError, r"cannot be read by Tesseract \(page 1\)"),
        (LANGUAGES.format("echo rubbish"), InputError, r"no result in Tesseract \(page 1"),
        (LANGUAGES.format("sleep 5"), InputError, "more than 0.5 seconds"),
    ],
)
def test_a_tesseract_that_fails_is_one_message(
    scan: Path, monkeypatch: pytest.MonkeyPatch, script: str, error: type[Exception], says: str
) -> None:
    program(scan.parent, script)
    monkeypatch.setenv("PATH", str(scan.parent) + os.pathsep + os.environ["PATH"])
    monkeypatch.setattr(tesseract, "SECONDS", 0.5)
    with pytest.raises(error, match=says):
        read(scan)
