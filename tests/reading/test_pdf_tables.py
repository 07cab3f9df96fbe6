"""Tables in PDF: their rows and cells, and what looks like a table and is none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from reading.test_reading_documents import pdf_of
from vertaal.parsing.document import parse
from vertaal.reading import read

Words = list[tuple[float, float, str]]
"""Text with its place from the left and above the foot of the page. A letter is 5 points wide."""
Rule = tuple[float, float, float, float]

STRUCTURE = 7
"""The number of the first object of a page's structure."""


def sheet(
    path: Path,
    words: Words,
    rules: Sequence[Rule] = (),
    structure: Sequence[bytes] = (),
    more: bytes = b"",
) -> Path:
    """A page with words and rules on it; each of the words is marked content of its own. `more` is
    drawn before them."""
    drawn = more + b"".join(b"%.1f %.1f m %.1f %.1f l S\n" % rule for rule in rules)
    for number, (x, y, text) in enumerate(words):
        shown = text.encode("cp1252").replace(b"(", rb"\(").replace(b")", rb"\)")
        drawn += b"/P <</MCID %d>> BDC BT /F1 10 Tf 1 0 0 1 %.1f %.1f Tm (%s) Tj ET EMC\n" % (
            *(number, x, y),
            shown,
        )
    tree = b"/StructTreeRoot %d 0 R" % STRUCTURE if structure else b""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R%s>>" % tree,
        b"<</Type/Pages/Count 1/Kids[4 0 R]>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
        b"/Resources<</Font<</F1 3 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"null",
        *structure,
    ]
    path.write_bytes(pdf_of(objects))
    return path


def right(end: float, y: float, text: str) -> tuple[float, float, str]:
    return (end - 5 * len(text), y, text)


def grid(columns: list[float], heights: list[float]) -> list[Rule]:
    across = [(columns[0], y, columns[-1], y) for y in heights]
    return across + [(x, heights[0], x, heights[-1]) for x in columns]


ABOVE: Words = [
    (72, 740, "Antwoord 1"),
    (72, 728, "In de tabel staan de bedragen van de jaren 2021 tot en met 2024."),
]
BELOW: Words = [(72, 600, "Daaruit blijkt dat het aantal van 2022 niet bekend is geworden.")]
FIGURES: Words = [
    (75, 700, "Jaar"),
    (150, 700, "Aantal"),
    (250, 700, "Bedrag"),
    (75, 685, "2021"),
    right(230, 685, "1.204"),
    right(330, 685, "3.450"),
    (75, 670, "2022"),
    right(330, 670, "2.980"),
    (75, 655, "2023"),
    right(230, 655, "987"),
    right(330, 655, "14.105"),
    (75, 640, "2024"),
    right(230, 640, "1.310"),
    (250, 640, "–"),
]
ROWS = [
    "Jaar | Aantal | Bedrag",
    "2021 | 1.204 | 3.450",
    "2022 | – | 2.980",
    "2023 | 987 | 14.105",
    "2024 | 1.310 | –",
]


@pytest.mark.parametrize(
    "rules",
    [
        [],
        grid([72, 145, 245, 340], [713, 698, 683, 668, 653, 635]),
        [(72, 713, 340, 713), (72, 697, 340, 697), (72, 635, 340, 635)],
        grid([72, 145, 245, 340], [713, 697, 635]),
        grid([72, 340], [713, 698, 683, 668, 653, 635]),
    ],
    ids=["none", "cells", "head", "columns", "rows"],
)
def test_figures_stay_in_their_columns(tmp_path: Path, rules: list[Rule]) -> None:
    source = read(sheet(tmp_path / "brief.pdf", [*ABOVE, *FIGURES, *BELOW], rules))
    assert source.text.split("\n\n")[1:] == ["\n".join(ROWS), BELOW[0][2]]
    [answer] = parse(source).answers
    assert answer.text.split("\n\n")[1:] == [*ROWS, BELOW[0][2]]


def test_cells_run_over_lines(tmp_path: Path) -> None:
    words: Words = [
        (75, 700, "Gemeente"),
        (150, 700, "Maatregel"),
        (250, 700, "Bedrag"),
        (75, 685, "Ede"),
        (150, 685, "Opvang van"),
        (150, 673, "jongeren"),
        right(330, 685, "€ 1.250"),
        (75, 655, "Den Haag en"),
        (75, 643, "omgeving"),
        right(330, 655, "€ 80"),
        (75, 625, "Zuid-"),
        (75, 613, "Limburg"),
        (150, 625, "Begeleiding"),
        right(330, 625, "€ 310"),
    ]
    rows = [
        "Gemeente | Maatregel | Bedrag",
        "Ede | Opvang van jongeren | € 1.250",
        "Den Haag en omgeving | – | € 80",
        "Zuid-Limburg | Begeleiding | € 310",
    ]
    ruled = grid([72, 145, 245, 340], [713, 697, 668, 638, 605])
    for rules in (ruled, []):
        assert read(sheet(tmp_path / "brief.pdf", words, rules)).text == "\n".join(rows)
    texts = [*words[:-4], (75, 625, "Zwolle"), (150, 625, "Hulp"), (250, 625, "Volgt nog")]
    rows[-1] = "Zwolle | Hulp | Volgt nog"
    assert read(sheet(tmp_path / "brief.pdf", texts, ruled)).text == "\n".join(rows)


def test_a_word_too_long_for_its_column_is_one(tmp_path: Path) -> None:
    words: Words = [(75, 700, "Gemeente"), (150, 712, "wachtend"), (150, 700, "en")]
    words += [(210, 712, "Aantal"), (210, 700, "leden"), (75, 685, "Ede"), (150, 685, "12")]
    words += [(210, 685, "7"), (75, 670, "Almere en Lelystad"), (150, 670, "3"), (210, 670, "9")]
    rules = grid([72, 147, 192, 250], [725, 697, 682, 665])
    text = read(sheet(tmp_path / "brief.pdf", words, rules)).text
    assert text.split("\n")[0] == "Gemeente | wachtenden | Aantal leden"


def table(*rows: list[bytes]) -> list[bytes]:
    """The objects of a structure with one table; a cell holds what it is given as its kids."""
    found = [b"<</Type/StructTreeRoot/K %d 0 R>>" % (STRUCTURE + 1)]
    place = STRUCTURE + 2
    kids = [b"<</S/TR/Pg 4 0 R/K[%s]>>" % b"".join(cells) for cells in rows]
    numbers = b" ".join(b"%d 0 R" % (place + number) for number in range(len(rows)))
    return [*found, b"<</S/Table/K[%s]>>" % numbers, *kids]


def cell(content: str, more: str = "") -> bytes:
    return f"<</S/TD/K[{content}]{more}>>".encode()


def test_what_the_file_says_of_its_tables_is_believed(tmp_path: Path) -> None:
    words: Words = [
        (75, 700, "Regio"),
        (150, 700, "Soort"),
        (75, 685, "Noord"),
        (150, 685, "Woningen en"),
        (150, 673, "winkels"),
        (150, 655, "Boten"),
        (75, 640, "Samen"),
        (75, 620, "Zo staat het er."),
    ]
    structure = table(
        [cell("0"), cell("<</S/P/K 1>>"), cell("")],
        [cell("<</S/P/K 2>>", "/A<</O/Table/RowSpan 2>>"), cell("<</S/P/K[3 4]>>"), cell("")],
        [cell("5"), cell("")],
        [cell("6", "/A[<</O/Table/ColSpan 2>>]"), cell("")],
    )
    source = read(sheet(tmp_path / "brief.pdf", words, structure=structure))
    assert source.text.split("\n\n") == [
        "Regio | Soort\nNoord | Woningen en winkels\n– | Boten\nSamen",
        "Zo staat het er.",
    ]


def test_an_empty_cell_that_the_file_leaves_out_moves_no_figure(tmp_path: Path) -> None:
    structure = table(
        *(
            [cell(str(number)) for number in numbers]
            for numbers in ((0, 1, 2), (3, 4, 5), (6, 7), (8, 9, 10), (11, 12, 13))
        )
    )
    text = read(sheet(tmp_path / "brief.pdf", [*FIGURES, *BELOW], structure=structure)).text
    assert text == "\n".join(ROWS) + "\n\n" + BELOW[0][2]


def test_a_row_with_paragraphs_in_a_cell_is_no_row(tmp_path: Path) -> None:
    words: Words = [
        (75, 700, "Opvang"),
        (150, 700, "Dat is de eerste."),
        (150, 688, "Dit is de tweede."),
        (75, 660, "Zorg"),
        (150, 660, "Niets."),
        (75, 645, "Werk"),
        (150, 645, "Alles."),
    ]
    structure = table(
        [cell("0"), cell("<</S/P/K 1>><</S/P/K 2>>")],
        [cell("3"), cell("<</S/P/K 4>>")],
        [cell("5"), cell("<</S/L/K<</S/LI/K[<</S/Lbl/K[]>><</S/LBody/K<</S/P/K 6>>>>]>>>>")],
    )
    text = read(sheet(tmp_path / "brief.pdf", words, structure=structure)).text
    assert text.split("\n\n")[-1] == "Zorg | Niets.\nWerk | Alles."
    assert "|" not in text.split("Zorg")[0]


def test_a_structure_without_end_is_left(tmp_path: Path) -> None:
    structure = [
        b"<</Type/StructTreeRoot/K 8 0 R>>",
        b"<</S/Table/K[8 0 R 8 0 R]>>",
    ]
    source = read(sheet(tmp_path / "brief.pdf", [*FIGURES, *BELOW], structure=structure))
    assert source.text.split("\n\n")[0] == "\n".join(ROWS)


LIST: Words = [
    (x, 700 - 12 * at, text)
    for at, line in enumerate(("eerst 2023", "dan 2024", "dan 2025", "ten slotte 2026"), 1)
    for x, text in ((72, f"{at}."), (90, line))
]
COUNTED: Words = [
    (x, 700 - 12 * at, text)
    for at in range(1, 6)
    for x, text in ((72, f"{at})"), (90, str(2000 + at)))
]
LETTERHEAD: Words = [
    (72, 700, "Datum"),
    (150, 700, "12 maart 2025"),
    (72, 688, "Ons kenmerk"),
    (150, 688, "2025-0000123456"),
    (72, 676, "Bijlagen"),
    (150, 676, "2"),
    (72, 664, "Betreft"),
    (150, 664, "Vragen over de bijdragen"),
]
MARGIN: Words = [
    (72, 700, "Hierbij bied ik u de antwoorden aan op de"),
    (400, 700, "Datum"),
    (72, 688, "vragen van het lid Jansen over 2023 en over"),
    (400, 688, "12"),
    (72, 676, "de bijdragen die in dat jaar zijn gedaan aan"),
    (400, 676, "Bijlagen"),
    (72, 664, "gemeenten in het noorden van het land en de"),
    (400, 664, "3"),
]
SENTENCE: list[Words] = [
    [(72, 688, "Het"), (110, 688, "bedrag"), (160, 688, "van"), (200, 688, "2023")],
    [(72, 676, "hoger"), (116, 676, "dan"), (155, 676, "dat"), (200, 676, "2022")],
    [(72, 664, "is"), (101, 664, "en"), (140, 664, "ook"), (200, 664, "2021")],
    [(72, 652, "telt"), (125, 652, "mee"), (155, 652, "in"), (175, 652, "Groningen.")],
]
JUSTIFIED: Words = [word for line in SENTENCE for word in line]
SIGNED: Words = [
    (72, 700, "De Minister van Justitie,"),
    (300, 700, "De Staatssecretaris,"),
    (72, 660, "J. Bakker"),
    (300, 660, "P. Visser"),
]


@pytest.mark.parametrize(
    "words",
    [LIST, COUNTED, LETTERHEAD, MARGIN, JUSTIFIED, SIGNED],
    ids=["list", "counted", "letterhead", "margin", "justified", "signatures"],
)
def test_what_stands_in_columns_may_be_no_table(tmp_path: Path, words: Words) -> None:
    assert "|" not in read(sheet(tmp_path / "brief.pdf", words)).text


def test_a_page_in_a_frame_is_no_table(tmp_path: Path) -> None:
    words: Words = [
        (75, 700, "Vraag 1"),
        (150, 700, "Klopt het dat dit zo is?"),
        (75, 670, "Antwoord 1"),
        (150, 670, "Ja."),
    ]
    framed = read(sheet(tmp_path / "brief.pdf", words, grid([72, 145, 500], [715, 690, 660])))
    letter = parse(framed)
    assert [block.text for block in letter.questions] == ["Klopt het dat dit zo is?"]
    assert [block.text for block in letter.answers] == ["Ja."]


@pytest.mark.parametrize(
    "more",
    [b"5 TJ", b"TJ", b"1 0 0 re S", b"l h S", b"Q Q EMC EMC", b"/P /None BDC (a) Tc", b"/F1 Tf"],
)
def test_operations_that_make_no_sense_are_passed_over(tmp_path: Path, more: bytes) -> None:
    words = [*FIGURES, *BELOW]
    more = b"BT /F1 10 Tf 1 0 0 1 75 740 Tm (Boven) Tj " + more + b" ET\n"
    source = read(sheet(tmp_path / "brief.pdf", words, more=more))
    assert source.text.split("\n\n")[:2] == ["Boven", "\n".join(ROWS)]
