"""Letters that LibreOffice draws and Tesseract reads, against what a person annotated."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.ocr.letters import DOCUMENTS, Letter
from benchmarks.ocr.measuring import Score, measure
from benchmarks.ocr.scanning import WEARS, draw, scan
from PIL import Image

from letters import unaccounted
from vertaal.parsing.document import parse
from vertaal.reading import read

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

SHORT = DOCUMENTS[2]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    folder = tmp_path_factory.mktemp("drawn")
    return {letter.name: draw(letter.pdf(folder), folder) for letter in DOCUMENTS}


def score(letter: Letter, wear: str, pages: list[Path], folder: Path) -> Score:
    source = read(scan(pages, WEARS[wear], folder / "scan.tif"))
    document = parse(source)
    assert unaccounted(source, document) == {}
    assert document.scan is not None
    assert document.scan.pages == tuple(range(1, len(pages) + 1))
    assert document.scan.confidence > 0.9
    return measure(letter.annotation, document)


def test_clean_scans_give_the_questions_and_answers(
    drawn: dict[str, list[Path]], tmp_path: Path
) -> None:
    total = Score()
    for letter in DOCUMENTS:
        total += score(letter, "clean", drawn[letter.name], tmp_path)
    assert total.expected == 78
    assert total.right >= 0.95 * total.expected
    assert total.extra == 0
    assert total.notes_right >= 0.9 * total.notes


def test_a_worn_copy_still_gives_most(drawn: dict[str, list[Path]], tmp_path: Path) -> None:
    found = score(SHORT, "copied", drawn[SHORT.name], tmp_path)
    assert found.right >= 0.8 * found.expected


def test_a_pdf_of_pictures_upside_down_is_read_and_names_its_scan(
    drawn: dict[str, list[Path]], tmp_path: Path
) -> None:
    page = Image.open(drawn[SHORT.name][1])
    path = tmp_path / "scan.pdf"
    page.rotate(180).save(path, resolution=300)
    document = parse(read(path))
    assert [block.numbers for block in document.questions] == [(1,), (2,)]
    assert [block.numbers for block in document.answers] == [(1,), (2,)]
    assert document.reference == "5303168"
    assert document.scan is not None
    assert document.scan.engine.startswith("Tesseract ")
    reasons = {removal.reason for removal in document.removed}
    assert "margin of the page" in reasons
