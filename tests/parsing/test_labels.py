"""Labels and the prose that looks like them."""

from __future__ import annotations

import pytest

from letters import json_of
from vertaal.parsing.labels import Context, find_label
from vertaal.parsing.numbers import read_numbers
from vertaal.types import BlockKind

QUESTION, ANSWER = BlockKind.QUESTION, BlockKind.ANSWER


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1", (1,)),
        ("2,3 en 6", (2, 3, 6)),
        ("4, 5, 7 en 8", (4, 5, 7, 8)),
        ("2 t/m 6", (2, 3, 4, 5, 6)),
        ("7 t/ 10", (7, 8, 9, 10)),
        ("4-7", (4, 5, 6, 7)),
        ("4–7 en 9", (4, 5, 6, 7, 9)),
        ("1 tot en met 3", (1, 2, 3)),
        ("1a", ("1a",)),
        ("1a, 1b en 2", ("1a", "1b", 2)),
        ("1a en b", ("1a", "1b")),
        ("1a t/m c, 2", ("1a", "1b", "1c", 2)),
        ("4 (a t/m c), 5", ("4a", "4b", "4c", 5)),
        ("4 a", ("4a",)),
        ("4.a en 4.b", ("4a", "4b")),
        ("4 sub a, 5", ("4a", 5)),
        ("1a t/m 1c", ("1a", "1b", "1c")),
        ("3 en vraag 5", (3, 5)),
        ("2en 3", (2, 3)),
        ("6 en 2", (6, 2)),
        ("9-4", (9, 4)),
        ("2.1", ("2.1",)),
        ("2.1, 2.2 en 3", ("2.1", "2.2", 3)),
        ("2.9 t/m 2.11", ("2.9", "2.10", "2.11")),
        ("1.1-2.3", ("1.1", "2.3")),
        ("3.2.1", ("3.2.1",)),
        ("I t/m III en IX", (1, 2, 3, 9)),
        ("1a/1b", ("1a", "1b")),
        ("A1, A2 en B1", ("A1", "A2", "B1")),
        ("A1 t/m A3 en 5", ("A1", "A2", "A3", "A5")),
        ("één", (1,)),
        ("Een, twee en drie", (1, 2, 3)),
        ("twaalf tot en met VIJFTIEN", (12, 13, 14, 15)),
    ],
)
def test_number_lists_are_read_in_their_order(text: str, numbers: tuple[object, ...]) -> None:
    assert read_numbers(text) == numbers


@pytest.mark.parametrize(
    ("line", "kind", "numbers", "rest"),
    [
        ("Vraag 1", QUESTION, (1,), ""),
        ("VRAAG 12:", QUESTION, (12,), ""),
        ("Vraag 3. Deelt u die mening?", QUESTION, (3,), "Deelt u die mening?"),
        ("Vraag 3 «Kent u» dat?", QUESTION, (3,), "«Kent u» dat?"),
        ("Antwoord 2. 10 euro per persoon.", ANSWER, (2,), "10 euro per persoon."),
        ("Antwoord 2) € 3,5 miljoen.", ANSWER, (2,), "€ 3,5 miljoen."),
        ("Antwoord op vraag 2. 40% van alle scholen.", ANSWER, (2,), "40% van alle scholen."),
        ("Antwoord 2. ’s Avonds niet.", ANSWER, (2,), "’s Avonds niet."),
        ("Antwoord 1 tm 3", ANSWER, (1, 2, 3), ""),
        ("Antwoord op vraag 1 en op vraag 2, 3", ANSWER, (1, 2, 3), ""),
        ("Antwoord (vragen 1 en 2)", ANSWER, (1, 2), ""),
        ("Antwoord op alle vragen", ANSWER, (), ""),
        ("Antwoord  op  vragen  1 ,2  :", ANSWER, (1, 2), ""),
        ("Reactie op vraag 2", ANSWER, (2,), ""),
        ("Vraagnummer 2", QUESTION, (2,), ""),
        ("Kamervraag 2: Kent u dat?", QUESTION, (2,), "Kent u dat?"),
        ("Antwoord 2 – 440.000 per jaar.", ANSWER, (2,), "440.000 per jaar."),
        ("Vraag 3. 's-Gravenhage?", QUESTION, (3,), "'s-Gravenhage?"),
        ("Vraag 2 t/m 6", QUESTION, (2, 3, 4, 5, 6), ""),
        ("Vraag 7 t/ 10", QUESTION, (7, 8, 9, 10), ""),
        ("Vraag 4 (lid Jansen)", QUESTION, (4,), ""),
        ("Vraag: Kent u dat?", QUESTION, (), "Kent u dat?"),
        ("Antwoord", ANSWER, (), ""),
        ("ANTWOORD", ANSWER, (), ""),
        ("Antwoord: Ja.", ANSWER, (), "Ja."),
        ("Antwoord 4 en 5", ANSWER, (4, 5), ""),
        ("Vraag IV", QUESTION, (4,), ""),
        ("Antwoord II en III: Ja.", ANSWER, (2, 3), "Ja."),
        ("Vr. 1", QUESTION, (1,), ""),
        ("Vr 2: Kent u dat?", QUESTION, (2,), "Kent u dat?"),
        ("Antw. 3 en 4", ANSWER, (3, 4), ""),
        ("Antw. op vr. 3 Ja.", ANSWER, (3,), "Ja."),
        ("Antw.: Ja.", ANSWER, (), "Ja."),
        ("[Vraag 1] Kent u dat?", QUESTION, (1,), "Kent u dat?"),
        ("[Antwoord 2 en 3]", ANSWER, (2, 3), ""),
        ("[Antwoord] Ja.", ANSWER, (), "Ja."),
        ("Vraag 2.1. Kent u dat?", QUESTION, ("2.1",), "Kent u dat?"),
        ("Antwoord op de vragen 2.1 en 2.2:", ANSWER, ("2.1", "2.2"), ""),
        ("Antwoord 10.12 Ja.", ANSWER, ("10.12",), "Ja."),
        ("Antwoord op vraag 1", ANSWER, (1,), ""),
        ("Vraag A1", QUESTION, ("A1",), ""),
        ("Antwoord B.12: Ja.", ANSWER, ("B12",), "Ja."),
        ("Vraag één", QUESTION, (1,), ""),
        ("Vraag twintig: Kent u dat?", QUESTION, (20,), "Kent u dat?"),
        ("Antwoord op de vragen twee en drie", ANSWER, (2, 3), ""),
        ("Antwoord vraag 4-7:", ANSWER, (4, 5, 6, 7), ""),
        ("Antwoord op vragen 2,3 en 6", ANSWER, (2, 3, 6), ""),
        ("Antwoorden op de vragen 1 tot en met 3:", ANSWER, (1, 2, 3), ""),
        ("Antwoord op vraag 1 en vraag 2", ANSWER, (1, 2), ""),
        ("Beantwoording vraag 5", ANSWER, (5,), ""),
        ("Antwoord 1a en b", ANSWER, ("1a", "1b"), ""),
        ("Antwoord op de vragen 4 (a en b), 5", ANSWER, ("4a", "4b", 5), ""),
        ("Gecombineerd antwoord op de vragen 1 en 2", ANSWER, (1, 2), ""),
        ("Vraag1", QUESTION, (1,), ""),
        ("Antwoord op vraag3 en 4:", ANSWER, (3, 4), ""),
        ("Nader antwoord op vraag 2", ANSWER, (2,), ""),
        ("Vraag (2):", QUESTION, (2,), ""),
        ("Vraag 3 a)", QUESTION, ("3a",), ""),
        ("Antwoord 3 a) en b):", ANSWER, ("3a", "3b"), ""),
        ("Vraag 3.a", QUESTION, ("3a",), ""),
        ("Antwoord op vraag 3, onderdeel b", ANSWER, ("3b",), ""),
        ("Vraag 3 a) Kunt u dat?", QUESTION, (3,), "a) Kunt u dat?"),
        (
            "Antwoord van de ministers van Zee, en van Land (mede namens Lucht): Ja",
            ANSWER,
            (),
            "Ja",
        ),
        ("Antwoord van minister J.C. de Vries:", ANSWER, (), ""),
        ("Antwoord van de minister van Zee, drs. Ch. Naam: Ja", ANSWER, (), "Ja"),
        ("Antwoord van mr. A.B. Naam, minister van Zee:", ANSWER, (), ""),
        ("Beantwoording wethouder De Jong:", ANSWER, (), ""),
        ("Antwoord van het college:", ANSWER, (), ""),
        ("Antwoord BC: Ja", ANSWER, (), "Ja"),
        ("Antwoord DB: Ja", ANSWER, (), "Ja"),
        ("Ons antwoord:", ANSWER, (), ""),
        ("Vraag van de heer J. de Vries: Wat?", QUESTION, (), "Wat?"),
        ("Vraag fractie D66: Wat?", QUESTION, (), "Wat?"),
        ("Vraag VVD en CDA:", QUESTION, (), ""),
        ("Vraag 2 – GroenLinks: Wat?", QUESTION, (2,), "Wat?"),
        ("Vraag 3 van de ABC-fractie: Wat?", QUESTION, (3,), "Wat?"),
        ("Antwoord 1 Ja: dat klopt.", ANSWER, (1,), "Ja: dat klopt."),
        ("Uw vraag:", QUESTION, (), ""),
        ("Vraag l", QUESTION, (1,), ""),
        ("Antwoord op vraag l:", ANSWER, (1,), ""),
        ("Vraag 2 van 3", QUESTION, (2,), ""),
        ("Vraag #2: Wat?", QUESTION, (2,), "Wat?"),
        ("Antwoord #2: Dit.", ANSWER, (2,), "Dit."),
        ("Vraag/opmerking 3", QUESTION, (3,), ""),
        ("Mededeling", BlockKind.OTHER, (), ""),
        ("Toelichting: Deze vragen", BlockKind.OTHER, (), "Deze vragen"),
    ],
)
def test_labels_are_found(
    line: str, kind: BlockKind, numbers: tuple[object, ...], rest: str
) -> None:
    label = find_label(line)
    assert label is not None
    assert (label.kind, label.numbers, line[label.end :].strip()) == (kind, numbers, rest)


@pytest.mark.parametrize(
    "line",
    [
        "antwoord op vraag 5).",
        "antwoord op vraag 5",
        "Vraag 3 gaat over de begroting.",
        "Vragen van het lid Jansen (ABC) aan de minister",
        "Antwoord van minister Jansen (Financiën) (ontvangen 3 mei 2023)",
        "Antwoorden van de minister van Financiën op vragen van het lid Jansen",
        "Antwoord op vraag 5).",
        "Antwoord op vraag 5.",
        "Antwoord op vraag 5. 10 euro per persoon.",
        "Antwoord 1. 2. en 3",
        "Reactie",
        "Reactie op vraag 5 van het lid",
        "Antwoord op alle vragen gaf hij niet",
        "Kamervragen 2023",
        "Antwoord geven is moeilijk",
        "Ons antwoord op die vraag is: ja.",
        "Antwoord van minister J.C. de Vries was destijds: nee.",
        "Antwoord van de regering was destijds: er is geen reden tot zorg.",
        "Vragenlijst 3",
        "Vr. 12 mei 2024 was er overleg.",
        "Vr. 12.30 uur",
        "[Vraag 1 en 2 zijn samengevoegd]",
        "Vraag X is beantwoord.",
        "Vraag een collega om hulp.",
        "Vragen twee Kamerleden dat?",
        "Vraag A12 is geen snelweg.",
        "Antwoord VVD",
        "Vraag 2021 was een jaar",
        "Vraag is: wat nu?",
        "Vraag van de heer Jansen aan de minister van Zee:",
        "Toelichting op de wet",
        "Mededeling van minister Jansen",
    ],
)
def test_prose_is_no_label(line: str) -> None:
    assert find_label(line, Context("dat blijkt uit het", apart=False)) is None


def test_prose_inside_an_answer_stays_there() -> None:
    letter = json_of(
        "Vraag 1\nA?\nAntwoord 1\nZie ook (het\nantwoord op vraag 2). Vraag 2 gaat over B.\n"
        "Vraag 2\nB?\nAntwoord 2\nJa.\n"
    )
    assert [a["text"] for a in letter["answers"]] == [
        "Zie ook (het antwoord op vraag 2). Vraag 2 gaat over B.",
        "Ja.",
    ]


@pytest.mark.parametrize(
    ("line", "kind", "numbers"),
    [
        ("**Vraag 1**", QUESTION, (1,)),
        ("## Antwoord 2", ANSWER, (2,)),
        ("**Antwoord:**", ANSWER, ()),
        ("V R A A G 3", QUESTION, (3,)),
        ("A N T W O O R D", ANSWER, ()),
        ("Vraaq 4", QUESTION, (4,)),
        ("Antwcord", ANSWER, ()),
        ("ANTWOORD op vraag lO", ANSWER, (10,)),
        ("Vraag 1l", QUESTION, (11,)),
        ("Vraag II", QUESTION, (2,)),
        ("Antwoord op de derde vraag:", ANSWER, (3,)),
        ("Vraag 5/", QUESTION, (5,)),
    ],
)
def test_a_label_may_be_marked_spaced_or_misread(
    line: str, kind: BlockKind, numbers: tuple[int, ...]
) -> None:
    label = find_label(line)
    assert label is not None
    assert (label.kind, label.text, label.numbers) == (kind, line, numbers)


@pytest.mark.parametrize("line", ["Graag 5 exemplaren", "Graag", "Vraagt", "Kraag 3 is rood."])
def test_words_that_are_nearly_labels_are_text(line: str) -> None:
    assert find_label(line) is None


def test_ordinals_may_count_questions() -> None:
    for first, second in (("Eerste", "Tweede"), ("1e", "2e")):
        letter = json_of(
            f"{first} vraag: Wie?\nAntwoord op de eerste vraag: Jan.\n\n{second} vraag: Waar?\n"
            "Antwoord: Hier. De eerste vraag was anders.\n"
        )
        assert [question["text"] for question in letter["questions"]] == ["Wie?", "Waar?"]
        assert [answer["for"] for answer in letter["answers"]] == [[1], [2]]
