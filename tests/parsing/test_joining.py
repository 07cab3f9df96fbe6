"""Which lines make one paragraph, and which words were parted by a line's end."""

from __future__ import annotations

from time import process_time

import pytest

from letters import json_of
from vertaal.parsing.document import parse
from vertaal.parsing.hyphens import Seam, Spelling, seam
from vertaal.types import Source


def answer(text: str, paragraphs: bool = False) -> list[str]:
    source = Source("brief", f"Vraag 1\n\nWie?\n\nAntwoord\n\n{text}", paragraphs=paragraphs)
    return parse(source).blocks[-1].text.split("\n\n")


@pytest.mark.parametrize(
    "texts",
    [
        ["Het gaat om:", "a. de gemeenten", "b. de provincies", "tot slot nog dit."],
        ["gemeente aantal", "’s-Hertogenbosch 5", "totaal 12", "gemiddeld 3"],
        ["Voor de partijen die in de opgestelde lijst zijn genoemd", "Het Rijk", "zorg", "werk"],
    ],
)
def test_paragraphs_that_a_format_keeps_apart_stay_apart(texts: list[str]) -> None:
    assert answer("\n\n".join(texts), paragraphs=True) == texts


@pytest.mark.parametrize(
    "text",
    [
        "Aan de voorzitter van Provinciale Staten van Gelderland\nPostbus 9090\n6800 GX Arnhem",
        "Het college wijst op:\n- de kosten van het onderhoud;\n- het gebruik.\nDat is bekend.",
    ],
)
def test_lines_that_are_broken_by_hand_stay_lines(text: str) -> None:
    assert answer(text, paragraphs=True) == text.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "Klopt het dat het college van de gemeente\nhet bad wil sluiten?",
        "De vragen van de leden van de fractie van\nGelderland en die van de fracties van de\nVVD",
        "De krant schreef dat er geen plan was, zie\n) https://www.voorbeeld.nl/een-lang-adres-dat",
    ],
)
def test_lines_of_a_paragraph_that_was_pasted_are_joined(text: str) -> None:
    assert answer(text, paragraphs=True) == [text.replace("\n", " ")]


def test_rows_of_a_table_stay_apart() -> None:
    long = "een omschrijving die langer is dan wat op een regel past\t5"
    rows = [long, "totaal\t12", "waarvan in\t3", "het noorden\t2"]
    expected = [row.replace("\t", " | ") for row in rows]
    assert answer("\n\n".join(rows), paragraphs=True) == expected


def test_the_rest_of_a_broken_paragraph_is_put_back() -> None:
    text = (
        "In antwoord op uw brief van 8 juli 2024, nr. 2024Z11889, deel ik u mede\n\n"
        "dat dit in\n\nde loop van het jaar wordt beant-\n\nwoord."
    )
    assert answer(text, paragraphs=True) == [
        "In antwoord op uw brief van 8 juli 2024, nr. 2024Z11889, deel ik u mede dat dit in "
        "de loop van het jaar wordt beantwoord."
    ]


def test_a_paragraph_that_ends_in_a_small_word_goes_on_after_the_blank_line() -> None:
    text = (
        "Vraag 1\nKent u dit?\n\nAntwoord\nEr is nieuw bewijs van\n\nNederland over het plan.\n\n"
        "De tweede alinea staat apart.\n"
    )
    [answer] = parse(Source("letter", text)).answers
    assert answer.paragraphs == (
        "Er is nieuw bewijs van Nederland over het plan.",
        "De tweede alinea staat apart.",
    )


def test_items_of_a_list_in_text_are_parted() -> None:
    text = "Het gaat om:\n- zorg\n- werk\n\n- wonen\n• rust\n• tijd die\nlang duurt\n• ruimte"
    assert answer(text) == [
        "Het gaat om:",
        "- zorg",
        "- werk",
        "- wonen",
        "• rust",
        "• tijd die lang duurt",
        "• ruimte",
    ]


def test_a_dash_within_a_paragraph_parts_nothing() -> None:
    text = (
        "Het gaat om het plan\n- dat al langer bestaat\nen blijft - en\n- zoals bekend - goed is."
    )
    assert len(answer(text)) == 1


@pytest.mark.parametrize(
    ("before", "after", "how"),
    [
        ("de werkzaamhe-", "den", Seam.DROP),
        ("het declaratiesys-", "teem", Seam.DROP),
        ("in EU-", "verband", Seam.CLOSE),
        ("voor dual-", "use goederen", Seam.CLOSE),
        ("een politiek-", "bestuurlijke raad", Seam.CLOSE),
        ("de oud-", "minister", Seam.CLOSE),
        ("nieuwe hiv-", "besmettingen", Seam.CLOSE),
        ("de in-", "en uitvoer", Seam.SPACE),
        ("op https://www.a.nl/een-", "twee", Seam.CLOSE),
        ("een zin", "gaat door", Seam.SPACE),
    ],
)
def test_hyphens_at_line_ends(before: str, after: str, how: Seam) -> None:
    assert seam(before, after, Spelling()) is how


@pytest.mark.parametrize(
    "text",
    [
        "warmte- versus koudenetten",
        "inkoop- dan wel verkoopprijs",
        "jeugd- naar volwassenenzorg",
        "import- evenals exportcijfers",
        "zorg- oftewel hulpverleners",
        "kort- door langverblijf",
    ],
)
def test_a_suspended_hyphen_stays(text: str) -> None:
    for separator in (" ", "\n"):
        letter = json_of(f"Vraag 1\nWat van {text.replace('- ', '-' + separator, 1)}?")
        assert letter["questions"][0]["text"] == f"Wat van {text}?"


def test_a_word_that_ends_as_such_words_is_mended() -> None:
    letter = json_of("Vraag 1\nWat gaat er daar-\ndoor mis, en hier-\nnaar?")
    assert letter["questions"][0]["text"] == "Wat gaat er daardoor mis, en hiernaar?"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("de beant-woording", "de beantwoording"),
        ("de belang-hebbenden", "de belanghebbenden"),
        ("een read-only bestand van cliënten-raden", "een read-only bestand van cliënten-raden"),
    ],
)
def test_a_hyphen_left_inside_a_line_goes_where_what_follows_is_no_word(
    printed: str, read: str
) -> None:
    letter = json_of(f"Vraag 1\nWat van {printed}?")
    assert letter["questions"][0]["text"] == f"Wat van {read}?"


@pytest.mark.parametrize("gap", ["\t", "      "])
def test_rows_of_a_table_in_text_are_parted(gap: str) -> None:
    rows = [f"Jaar{gap}Aantal", f"2018{gap}1.204", f"2019{gap}998"]
    text = "De aantallen zijn:\n" + "\n".join(rows) + "\nDaarmee daalde het."
    assert answer(text) == [
        "De aantallen zijn:",
        "Jaar | Aantal",
        "2018 | 1.204",
        "2019 | 998",
        "Daarmee daalde het.",
    ]


def rows(text: str) -> list[str]:
    """The rows of a table between two sentences."""
    first, *found, last = answer(f"De tabel:\n{text}\nDaarmee daalde het.")
    assert (first, last) == ("De tabel:", "Daarmee daalde het.")
    return found


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "Jaar\tIn\tUit\n2018\t\t5\nwaarvan\t4\t",
            ["Jaar | In | Uit", "2018 | – | 5", "waarvan | 4"],
        ),
        ("Gemeente\tAantal\nOss\t\t12", ["Gemeente | Aantal", "Oss | 12"]),
        ("\tJaar\tAantal\n\t2018\t12", ["Jaar | Aantal", "2018 | 12"]),
        ("1.\tOss\t12\n2.\tUden\t9", ["1. Oss | 12", "2. Uden | 9"]),
        (
            "Jaar      In     Uit\n2018             5\nwaarvan   -4     3",
            ["Jaar | In | Uit", "2018 | – | 5", "waarvan | -4 | 3"],
        ),
        (
            "             2021      2022\nPersoneel      12     1.204\nTotaal        112     3.204",
            ["– | 2021 | 2022", "Personeel | 12 | 1.204", "Totaal | 112 | 3.204"],
        ),
        (
            "| Jaar | In | Uit |\n|------|---:|-----|\n| 2018 |  | 5 |\n| in 2019 | 4 |  |",
            ["Jaar | In | Uit", "2018 | | 5", "in 2019 | 4 |"],
        ),
        (
            "+------+-----+\n| Jaar | Uit |\n+======+=====+\n| 2018 | 5   |\n+------+-----+",
            ["Jaar | Uit", "2018 | 5"],
        ),
    ],
)
def test_the_cells_of_a_row_keep_their_borders_and_their_columns(
    table: str, expected: list[str]
) -> None:
    assert rows(table) == expected


def test_gaps_out_of_line_are_no_borders() -> None:
    text = "Wij zien   dat dit een lange regel met gaten is\nIn een   scan, en ook dit is een lange"
    assert rows(text) == [" ".join(line.split()) for line in text.split("\n")]


def test_cells_that_run_on_below_keep_no_borders() -> None:
    text = "Maatregel           Wie         Planning\nUitbreiding van de  Minister    Tweede"
    found = answer(f"{text}\ncapaciteit bij de IND.")
    assert found[-1] == "Uitbreiding van de Minister Tweede capaciteit bij de IND."


def test_the_first_item_of_a_list_is_parted_as_the_second() -> None:
    text = "Is het waar dat\na. dit zo is;\nb. dat zo is?\n\nMoties\n1. Een motie\n2. Nog een"
    assert answer(text) == [
        "Is het waar dat",
        "a. dit zo is;",
        "b. dat zo is?",
        "Moties",
        "1. Een motie",
        "2. Nog een",
    ]


def test_items_glued_to_their_numbers_are_parted() -> None:
    assert answer("Het gaat om:\n9. rust;\n10.ruimte;\n11.tijd.") == [
        "Het gaat om:",
        "9. rust;",
        "10.ruimte;",
        "11.tijd.",
    ]


def test_the_gap_behind_the_mark_of_an_item_parts_no_cells() -> None:
    assert answer("Er komen:\n1.   rust,\n2.   een brief aan de heer\nJansen,\n3.   ruimte.") == [
        "Er komen:",
        "1. rust,",
        "2. een brief aan de heer Jansen,",
        "3. ruimte.",
    ]


@pytest.mark.parametrize("line", ["Ja" + "\t" * 30_000, "Ja 1)" * 30_000])
def test_long_runs_of_tabs_or_brackets_take_no_time(line: str) -> None:
    begun = process_time()
    answer(line)
    assert process_time() - begun < 3


@pytest.mark.parametrize("words", ["Geachte voorzitter,", "Geachte mevrouw De Vries,"])
def test_a_salutation_is_a_line_of_its_own(words: str) -> None:
    letter = f"Datum 9 januari 2026\n{words}\nHierbij ontvangt u de antwoorden op de vragen van"
    assert answer(f"{letter}\nhet lid Smit.") == [
        "Datum 9 januari 2026",
        words,
        "Hierbij ontvangt u de antwoorden op de vragen van het lid Smit.",
    ]
    text = "Zij schreef: ‘Geachte voorzitter,\nik dank u.’"
    assert answer(text) == [text.replace("\n", " ")]


@pytest.mark.parametrize("paragraphs", [True, False])
def test_the_lines_of_an_address_stay_lines(paragraphs: bool) -> None:
    lines = [
        "Ministerie van Justitie en Veiligheid",
        "Turfmarkt 147",
        "2511 DP Den Haag",
        "Aan de Voorzitter van de Tweede Kamer",
        "der Staten-Generaal",
        "Postbus 20018",
        "2500 EA  DEN HAAG",
        "In antwoord op uw brief van 8 juli 2024 over het adres van het ministerie meld ik dat",
        "Den Haag het adres is, Turfmarkt 147 in",
        "Den Haag, dus.",
    ]
    assert answer("\n".join(lines), paragraphs) == [
        *lines[:3],
        " ".join(lines[3:5]),
        lines[5],
        "2500 EA DEN HAAG",
        " ".join(lines[7:]),
    ]


def test_what_a_letterhead_tells_stands_on_lines_of_its_own() -> None:
    head = "Datum 12 maart 2025\nBetreft Beantwoording Kamervragen over\nde bijdragen aan gemeenten"
    text = f"{head}\n\nGeachte voorzitter,\n\nHierbij de antwoorden.\n\nVraag 1\nKlopt het?\n"
    assert json_of(text)["preamble"].split("\n\n")[:2] == [
        "Datum 12 maart 2025",
        "Betreft Beantwoording Kamervragen over de bijdragen aan gemeenten",
    ]
    asked = (
        "Vraag 1\nU schreef dat het mag.\nBetreft het dan de gemeenten, of ook\nde provincies?\n"
    )
    [question] = json_of(asked)["questions"]
    assert question["text"].count("\n\n") == 0
