"""Tables in PDF that go on over the end of a page, and those of questions and answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from reading.test_pdf_tables import Rule, Words, cell, grid, sheet, table
from reading.test_reading_documents import pdf_of
from vertaal.parsing.document import parse
from vertaal.reading import read
from vertaal.reading.pages.drawn import Piece, Span
from vertaal.reading.pages.rows import Table, rows
from vertaal.reading.pages.turning import Page, join_pages
from vertaal.types import BlockKind, Document


def pages(path: Path, *shown: tuple[Words, Sequence[Rule]]) -> Path:
    """A page for each of the words and rules."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * place) for place in range(len(shown)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(shown), kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for place, (words, rules) in enumerate(shown):
        drawn = b"".join(b"%.1f %.1f m %.1f %.1f l S\n" % rule for rule in rules)
        for x, y, text in words:
            shown_text = text.encode("cp1252").replace(b"(", rb"\(").replace(b")", rb"\)")
            drawn += b"BT /F1 10 Tf 1 0 0 1 %.1f %.1f Tm (%s) Tj ET\n" % (x, y, shown_text)
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % (5 + 2 * place),
            b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        ]
    path.write_bytes(pdf_of(objects))
    return path


def said(letter: Document, kind: BlockKind) -> dict[object, str]:
    return {block.numbers: block.text for block in letter.blocks if block.kind is kind}


ASKED: Words = [
    (100, 700, "Vraag"),
    (250, 700, "Antwoord"),
    (75, 685, "Klopt het dat het zwembad"),
    (75, 673, "in Zuid dicht gaat?"),
    (225, 685, "Ja."),
    (225, 665, "Dat is zo besloten."),
    (75, 650, "Waarom is dat?"),
    (225, 650, "Het water is koud."),
]
RULED = grid([72, 222, 400], [713, 697, 662, 640])
TAGGED = table(
    [cell("0"), cell("1")],
    [cell("<</S/P/K[2 3]>>"), cell("<</S/P/K 4>><</S/P/K 5>>")],
    [cell("6"), cell("7")],
)


@pytest.mark.parametrize("tags", [(), TAGGED], ids=["ruled", "tagged"])
def test_rows_of_questions_and_answers_get_labels(tmp_path: Path, tags: Sequence[bytes]) -> None:
    above: Words = [(72, 740, "Hierbij beantwoordt het college uw vragen.")]
    words = [*ASKED, *above] if tags else [*above, *ASKED]
    letter = parse(read(sheet(tmp_path / "brief.pdf", words, () if tags else RULED, tags)))
    assert said(letter, BlockKind.QUESTION) == {
        (1,): "Klopt het dat het zwembad in Zuid dicht gaat?",
        (2,): "Waarom is dat?",
    }
    answers = said(letter, BlockKind.ANSWER)
    assert answers[1,] == "Ja.\n\nDat is zo besloten."
    assert answers[2,].startswith("Het water is koud.")
    assert [each.text for each in letter.removed] == ["Vraag Antwoord"]


def test_a_letter_with_labels_gets_no_others(tmp_path: Path) -> None:
    words: Words = [*ASKED, (72, 600, "Vraag 1"), (72, 588, "Wat staat in de tabel?")]
    text = read(sheet(tmp_path / "brief.pdf", words, RULED)).text
    assert "Vraag | Antwoord" in text
    assert "Antwoord 1" not in text


FOOT: Words = [(75, 40, "Pagina 1 van 2")]
NUMBERED: Words = [
    (75, 120, "Nr."),
    (100, 120, "Vraag fractie ABC"),
    (250, 120, "Reactie college"),
    (75, 105, "1"),
    (100, 105, "Klopt dat?"),
    (250, 105, "Ja. Dat is zo."),
    (75, 90, "2"),
    (100, 90, "Gaat het college met de"),
    (250, 90, "Nee. Daarover is al in maart"),
]
CLOSING: Words = [(75, 700, "Het college hoopt u hiermee te hebben ingelicht.")]
REST: Words = [
    (100, 760, "ondernemer praten?"),
    (250, 760, "gesproken."),
    (75, 745, "3"),
    (100, 745, "Wanneer?"),
    (250, 745, "In juni."),
]
NAMES: Words = [(x, y + 660, text) for x, y, text in NUMBERED[:3]]
WIDTHS: list[float] = [72, 97, 247, 400]
UNTIL_FOOT = (grid(WIDTHS, [133, 117, 102, 80]), grid(WIDTHS, [792, 775, 757, 740]))


@pytest.mark.parametrize("names", [[], NAMES], ids=["once", "again"])
def test_a_table_of_answers_goes_on_over_a_pages_end(tmp_path: Path, names: Words) -> None:
    upper, lower = UNTIL_FOOT
    source = read(
        pages(
            tmp_path / "brief.pdf",
            ([*NUMBERED, *FOOT], upper),
            ([*names, *REST, *CLOSING], lower),
        )
    )
    letter = parse(source)
    assert said(letter, BlockKind.QUESTION) == {
        (1,): "Klopt dat?",
        (2,): "Gaat het college met de ondernemer praten?",
        (3,): "Wanneer?",
    }
    answers = said(letter, BlockKind.ANSWER)
    assert answers[2,] == "Nee. Daarover is al in maart gesproken."
    assert answers[3,].startswith("In juni.")


def test_without_numbers_the_words_tell_whether_a_row_goes_on(tmp_path: Path) -> None:
    widths: list[float] = [97, 247, 400]
    upper, lower = grid(widths, [133, 117, 102, 80]), grid(widths, [775, 757, 740])
    shown = [word for word in NUMBERED if word[0] > 80], [word for word in REST if word[0] > 80]
    letter = parse(read(pages(tmp_path / "brief.pdf", (shown[0], upper), (shown[1], lower))))
    assert said(letter, BlockKind.QUESTION)[2,] == "Gaat het college met de ondernemer praten?"
    assert said(letter, BlockKind.ANSWER)[3,] == "In juni."


def test_another_table_after_other_text_has_no_questions(tmp_path: Path) -> None:
    upper, lower = UNTIL_FOOT
    terms: Words = [(75, 760, "a"), (100, 760, "Begrip"), (250, 760, "Betekenis")]
    terms += [(75, 745, "b"), (100, 745, "Bad"), (250, 745, "Water")]
    between: Words = [(75, 800, "Hieronder staat wat de woorden betekenen.")]
    shown = (NUMBERED, upper), ([*between, *terms], lower)
    text = read(pages(tmp_path / "brief.pdf", *shown)).text
    assert "a | Begrip | Betekenis\nb | Bad | Water" in text


@pytest.mark.parametrize("ruled", [True, False])
def test_a_row_goes_on_over_a_pages_end(tmp_path: Path, ruled: bool) -> None:
    words: Words = [
        (75, 165, "Soort"),
        (150, 165, "Aantal"),
        (225, 165, "Toelichting"),
        *((x, 150 - 15 * at, text) for at in range(3) for x, text in ((75, "Zorg"), (150, "12"))),
        (225, 120, "Daarvan zijn er drie in de"),
    ]
    rest: Words = [
        (225, 760, "regio gebleven"),
        *(
            (x, 745 - 15 * at, text)
            for at in range(3)
            for x, text in ((75, "Werk"), (150, "7"), (225, "Geen"))
        ),
    ]
    widths: list[float] = [72, 147, 222, 350]
    upper = grid(widths, [177, 162, 147, 132, 117]) if ruled else []
    lower = grid(widths, [772, 757, 742, 727, 712]) if ruled else []
    first, second = read(
        pages(
            tmp_path / "brief.pdf",
            ([*words, *FOOT], upper),
            ([*rest, (75, 650, "Daaruit blijkt hoe het staat.")], lower),
        )
    ).text.split("\f")
    assert "Zorg | 12 | Daarvan zijn er drie in de regio gebleven\n" in first
    assert second.startswith("Werk | 7 | Geen")


def test_rows_of_small_words_are_not_put_together(tmp_path: Path) -> None:
    words: Words = [(75, 120, "Soort"), (150, 120, "Stand"), (75, 105, "zorg"), (150, 105, "loopt")]
    words = [(75, 150, "In de tabel staat hoe het ervoor staat."), *words]
    rest: Words = [(75, 760, "werk"), (150, 760, "volgt"), (75, 745, "huis"), (150, 745, "klaar")]
    rest += [(75, 700, "Daaruit blijkt hoe het ervoor staat.")]
    widths: list[float] = [72, 147, 222]
    shown = (words, grid(widths, [133, 117, 102])), (rest, grid(widths, [775, 757, 742]))
    text = read(pages(tmp_path / "brief.pdf", *shown)).text
    assert "zorg | loopt\fwerk | volgt\nhuis | klaar" in text


def piece(x: float, y: float, text: str) -> Piece:
    return Piece(text, y, 10, spans=(Span(x, x + 5 * len(text), y),))


def test_what_the_file_says_of_a_row_on_two_pages_is_believed() -> None:
    of = object()
    first, second = (Table([[0, 1]] * 3, sure=True, of=of) for _ in range(2))
    for part in (first, second):  # Browsers call the names of columns on each page the same row.
        part.add((0, 0), piece(75, 700, "Gemeente"))
        part.add((0, 1), piece(150, 700, "Stand van zaken"))
    first.add((1, 0), piece(75, 60, "Ede"))
    first.add((1, 1), piece(150, 60, "Er is een plan."))
    second.add((1, 1), piece(150, 685, "Het loopt."))
    second.add((2, 0), piece(75, 670, "Epe"))
    second.add((2, 1), piece(150, 670, "Er is geen plan."))
    join_pages([Page((), [first]), Page((), [second])])
    shown = [row.text for row in dict.fromkeys(rows([first, second]).values())]
    names = "Gemeente | Stand van zaken"
    assert shown == [names, "Ede | Er is een plan. Het loopt.", names, "Epe | Er is geen plan."]
