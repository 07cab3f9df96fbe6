"""Footnotes, their marks, and what only looks like them."""

from __future__ import annotations

import pytest

from letters import bare, json_of, links, parse_text, unaccounted
from vertaal.types import BlockKind, Source


def test_notes_in_the_middle_of_a_sentence_are_taken_out() -> None:
    letter = json_of(
        "Vraag 1\nKent u het bericht?1 En weet u dat er plannen\n1RTV Noord, 3 mei 2023, Bericht\n"
        "over plannen (www.rtv.nl).\nwaren?\nAntwoord 1\nJa.2 3\n2 Kamerstuk 12 345, nr. 6\n"
        "3 Kamerstuk 12 345, nr. 7\n"
    )
    assert letter["questions"][0]["text"] == "Kent u het bericht?1 En weet u dat er plannen waren?"
    assert letter["answers"][0]["text"] == "Ja.2 3"
    assert [(n["number"], n["text"]) for n in letter["footnotes"]] == [
        (1, "RTV Noord, 3 mei 2023, Bericht over plannen (www.rtv.nl)."),
        (2, "Kamerstuk 12 345, nr. 6"),
        (3, "Kamerstuk 12 345, nr. 7"),
    ]


def test_a_listed_note_runs_on_to_the_next() -> None:
    letter = json_of(
        "Vraag 1\n\nKent u dit [1] en dat? [2]\n\nAntwoord 1\n\nJa.\n\n[1] Krant, titel,\n\n"
        "(https://krant.nl)\n\n[2] Blad\n"
    )
    assert letter["answers"][0]["text"] == "Ja."
    assert [bare(n["text"]) for n in letter["footnotes"]] == [
        "Krant,titel,(https://krant.nl)",
        "Blad",
    ]


def test_a_mark_fallen_to_the_next_line_stays_with_its_word() -> None:
    letter = json_of(
        "Vraag 1\nKent u «dit»?\n1\nAntwoord 1\nJa.\n1Kamerstuk 1\n \nah-tk-20202021-1\n"
    )
    assert letter["questions"][0]["text"] == "Kent u «dit»?1"


def test_a_web_address_below_the_mark_of_its_note_belongs_to_it() -> None:
    letter = json_of(
        "Vraag 1\nKent u dit?1\n\nAntwoord 1\nJa.2\n\n1 Krant, 3 mei 2024.\n2\n"
        "https://www.rijksoverheid.nl/documenten/rapporten/2024/03/01/stelsel-in-beeld\n"
    )
    assert [note["text"][:20] for note in letter["footnotes"]] == [
        "Krant, 3 mei 2024.",
        "https://www.rijksove",
    ]


@pytest.mark.parametrize("more", ["", "2 Trouw, 3 mei 2024.\n"])
def test_the_web_address_of_a_note_may_stand_on_the_next_page(more: str) -> None:
    letter = json_of(
        f"Vraag 1\nKent u dit?1\n\nAntwoord 1\nJa.{'2' if more else ''}\n\nHoogachtend,\n\n"
        "de Minister van Zee,\n\nA.B. Naam\n\n1 Krant, 3 mei 2024, «Bericht»\nPagina 1 van 2\n"
        f"\fDirectie Zee\nOns kenmerk\n3789123-1065-J\n(https://krant.nl/bericht).\n{more}"
    )
    assert letter["footnotes"][0]["text"].endswith("«Bericht» (https://krant.nl/bericht).")
    assert len(letter["footnotes"]) == 1 + bool(more)
    assert letter["signature"][-1] == "A.B. Naam"


@pytest.mark.parametrize("paper", ["de Volkskrant", "Het Parool", "nos.nl", "rtl-nieuws.nl/123"])
def test_notes_may_begin_with_the_small_letter_of_a_newspaper(paper: str) -> None:
    letter = json_of(
        "1\nKent u dit?1\n\n2\nEn dit?2\n\n"
        f"1 {paper}, 24 februari 2010\n2 Trouw, 3 mei 2010\n\nAntwoord\n\n1\nJa.\n\n2\nNee.\n"
    )
    assert [question["text"] for question in letter["questions"]] == ["Kent u dit?1", "En dit?2"]
    assert [note["text"] for note in letter["footnotes"]] == [
        f"{paper}, 24 februari 2010",
        "Trouw, 3 mei 2010",
    ]


@pytest.mark.parametrize(
    ("marks", "labels"),
    [
        (("i", "ii", "iii"), ["i", "ii", "iii"]),
        (("*", "**", "***"), ["*", "**", "***"]),
        ((" *)", " **)", " ***)"), ["*)", "**)", "***)"]),
    ],
)
def test_notes_may_have_other_marks_than_numbers(
    marks: tuple[str, str, str], labels: list[str]
) -> None:
    one, two, three = marks
    text = (
        f"Vraag 1\nKent u het bericht?{one}\n\nAntwoord 1\nJa.{two} Het is waar.{three}\n\n"
        f"{labels[0]} Krant, 3 mei.\n{labels[1]} https://www.zee.nl\n"
        f"{labels[2]} Rapport A,\nblz. 3.\n"
    )
    document = parse_text(text)
    notes = [(block.label, block.text) for block in document.of(BlockKind.FOOTNOTE)]
    texts = ["Krant, 3 mei.", "https://www.zee.nl", "Rapport A, blz. 3."]
    assert notes == list(zip(labels, texts, strict=True))
    assert links(json_of(text)) == [([1], f"Ja.{two} Het is waar.{three}")]
    assert unaccounted(Source("letter.txt", text), document) == {}


def test_numbered_lines_of_an_answer_are_no_notes() -> None:
    letter = json_of("Vraag 1\nA?\nAntwoord 1\nEr zijn:\n1 miljoen fietsen\n2 miljoen auto’s\n")
    assert letter["footnotes"] == []


def test_a_list_that_the_text_announces_at_the_end_is_no_list_of_notes() -> None:
    letter = json_of(
        "Vraag 1\nA?\n\nAntwoord 1\nIk neem de volgende maatregelen:\n\n"
        "1 Meer toezicht\n2 Strengere regels\n"
    )
    assert letter["footnotes"] == []
    assert "Strengere regels" in letter["answers"][0]["text"]


def test_rows_of_a_table_are_no_notes() -> None:
    letter = json_of(
        "Vraag 1\nA?\n\nVraag 2\nB?\n\nAntwoord 1\nJa.\n\nAntwoord 2\nDe tabel:\n\n"
        "1\tAmsterdam\t12\n2\tRotterdam\t15\n3\tUtrecht\t9\n"
    )
    assert letter["footnotes"] == []
    assert "Rotterdam" in letter["answers"][1]["text"]


def test_a_list_at_the_end_is_no_notes() -> None:
    for items in ("* tijd;\n* geld.", "* tijd;\n\n* geld.", "i Een.\nii Twee.", "**Let op** dit."):
        letter = json_of(f"Vraag 1\nA?\n\nAntwoord 1\nTwee punten:\n\n{items}\n")
        assert letter["footnotes"] == []
    letter = json_of("Vraag 1\nA*?\n\nAntwoord 1\nPunten:\n\n* tijd;\n\n* geld.\n")
    assert letter["footnotes"] == []


def test_a_line_that_opens_with_a_number_is_no_witness_to_itself() -> None:
    letter = json_of(
        "Vraag 1\nKent u dit?\n\nAntwoord 1\nJa.1 Dat is zo.2 Het is niet zo, zoals in artikel\n"
        "3 EVRM staat. Daarvan is hier geen sprake.\n\n1 Noot een.\n2 Noot twee.\n"
    )
    assert letter["answers"][0]["text"].endswith(
        "artikel 3 EVRM staat. Daarvan is hier geen sprake."
    )
    assert [note["number"] for note in letter["footnotes"]] == [1, 2]


def test_the_numbers_of_a_list_are_no_marks_of_notes() -> None:
    letter = json_of(
        "Vraag 1\nKent u het bericht?1\n\nAntwoord 1\n1. Ja.\n2. Nee.2\n\n1 Krant.\n2 Blad.\n"
    )
    assert [note["number"] for note in letter["footnotes"]] == [1, 2]
    assert letter["answers"][0]["text"] == "1. Ja.\n\n2. Nee.2"


def test_a_star_that_marks_a_note_is_no_stray() -> None:
    letter = json_of(
        "Vraag 1\nKent u dit bericht? *)\nEn dit? |\n\nAntwoord\nJa.\n\n*) Krant, 3 mei"
    )
    assert letter["questions"][0]["text"] == "Kent u dit bericht? *) En dit?"


def notes_of(text: str) -> list[tuple[int, str]]:
    assert not unaccounted(Source("a.txt", text), parse_text(text))
    return [(note["number"], note["text"]) for note in json_of(text)["footnotes"]]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_mark_may_stand_alone_above_its_note_at_the_foot_of_a_page(gap: str) -> None:
    indent = " " * 30
    foot = f"{indent}1\n{indent}  Trouw, 3 mei 2023.\n{indent}2\n{indent}  NRC, 4 mei 2023.\n"
    asked = f"{indent}Vraag 1\n{indent}Kent u dit?1 En dat?2\n{indent}Antwoord 1\n{indent}Ja.{gap}"
    after = f"\f{indent}Vraag 2\n{indent}Wat nu?\n"
    assert notes_of(asked + foot + after) == [(1, "Trouw, 3 mei 2023."), (2, "NRC, 4 mei 2023.")]


def test_numbers_alone_at_the_foot_of_a_page_may_be_those_of_questions() -> None:
    letter = json_of(
        "Antwoorden op vragen over bos\n\n1\nKent u dit?1\n\n1\nJa.\n\n2\nWat nu?\n\n2\nNiets.\n\f"
        "3\nWie?\n\n3\nJan.\n"
    )
    assert links(letter) == [([1], "Ja."), ([2], "Niets."), ([3], "Jan.")]


def test_notes_in_brackets_may_follow_those_of_pages() -> None:
    text = (
        "Vraag 1\nKent u dit? [1]\n\nAntwoord 1\nJa, uit een brief.1\n\n"
        "1 Kamerstuk 12 345, nr. 6.\n\fVraag 2\nWat nu? [2]\n\nAntwoord 2\nNiets.\n\n"
        "[1] Trouw, 3 mei 2023.\n[2] NRC, 4 mei 2023.\n"
    )
    assert notes_of(text) == [
        (1, "Kamerstuk 12 345, nr. 6."),
        (1, "Trouw, 3 mei 2023."),
        (2, "NRC, 4 mei 2023."),
    ]


def test_notes_in_brackets_may_stand_right_below_the_last_answer() -> None:
    text = (
        "Vraag 1\nKent u dit? 1)\nEn dat? 2)\nAntwoord 1\nJa.\n1) Trouw, 3 mei.\n2) NRC, 4 mei.\n"
    )
    assert notes_of(text) == [(1, "Trouw, 3 mei."), (2, "NRC, 4 mei.")]
    assert notes_of(text.replace("? 1)", "?").replace("? 2)", "?")) == []


def test_a_question_mark_may_follow_the_mark_of_a_note() -> None:
    text = "Vraag 1\nKent u ‘dit’1 en ‘dat’2?\nAntwoord 1\nJa.\n\n1 Trouw.\n2 NRC.\n\nVraag 2\nA?\n"
    assert notes_of(text) == [(1, "Trouw."), (2, "NRC.")]


def test_the_heading_of_notes_is_no_text() -> None:
    letter = json_of("Vraag 1\nKent u dit?[1]\nAntwoord 1\nJa.\n\nVoetnoten\n[1] Trouw, 3 mei.\n")
    assert links(letter) == [([1], "Ja.")]
    assert letter["removed"][0]["reason"] == "heading of notes"
    text = json_of("Vraag 1\nWat?\nAntwoord 1\nDit:\n\nNoten\nRozijnen\n")
    assert text["removed"] == []


@pytest.mark.parametrize(
    "below", ["Toelichting: Zie nr. 3.", "Antwoord van minister A (ontvangen 3 mei)."]
)
def test_notes_in_brackets_may_stand_between_the_last_text_and_what_follows(below: str) -> None:
    text = f"Vraag 1\nKent u dit? 1)\nAntwoord 1\nJa.\n1) Trouw, 3 mei.\n{below}\n"
    assert notes_of(text) == [(1, "Trouw, 3 mei.")]
    assert notes_of(text.replace(below, "Vraag 2\nWat nu?")) == []


@pytest.mark.parametrize(
    ("mark", "head"), [("[{}]", "[{}] "), (" {})", "{}) "), ("{}", "{}"), ("{}", "{} ")]
)
def test_notes_may_end_a_document_of_one_line(mark: str, head: str) -> None:
    filler = "Dit is een zin over het beleid. " * 12
    text = (
        f"Vraag 1 Kent u dit?{mark.format(1)} Antwoord 1 Ja. {filler}Vraag 2 Kent u de 3 "
        f"Kamerleden?{mark.format(2)} Antwoord 2 Ja, alle 3. {head.format(1)}Trouw, 3 mei. "
        f"{head.format(2)}NRC, 4 mei."
    )
    letter = json_of(text)
    assert notes_of(text) == [(1, "Trouw, 3 mei."), (2, "NRC, 4 mei.")]
    assert links(letter)[1] == ([2], "Ja, alle 3.")


def test_the_last_foot_of_a_document_of_one_line_may_have_no_page_number() -> None:
    filler = "Dit is een zin over het beleid. " * 15
    letter = json_of(
        f"Vraag 1 Hoe?1 {filler}1 Trouw, 3 mei. kv-tk-2024Z01234 ’s-Gravenhage 2024 Tweede Kamer, "
        "vergaderjaar 2024–2025, Vragen"
    )
    assert [note["text"] for note in letter["footnotes"]] == ["Trouw, 3 mei."]


@pytest.mark.parametrize(("above", "goes_on"), [("Ja.", True), ("Ja, in de", False)])
def test_a_note_may_run_over_the_end_of_a_page(above: str, goes_on: bool) -> None:
    text = (
        f"Vraag 1\nKent u dit?1\n\nAntwoord 1\n{above}\n1 Trouw, over\n\fhaven en stad.\n\nEnde.\n"
    )
    assert notes_of(text) == [(1, "Trouw, over haven en stad." if goes_on else "Trouw, over")]
