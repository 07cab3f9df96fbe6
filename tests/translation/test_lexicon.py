from __future__ import annotations

from pathlib import Path

import pytest

from vertaal.errors import InputError
from vertaal.translation.lexicon import Lexicon, lexicon
from vertaal.translation.models import EMBEDDED, locate
from vertaal.translation.requests import Request
from vertaal.words import is_known

ENTRIES = {
    "aangewakkerd": "fuelled",
    "bakker": "baker",
    "deense": "Danish",
    "auto's": "cars",
    "schoonheid-": "beauty",
    "-afdelingen": "departments",
    "-afdeling": "department",
    "schoonheidsafdeling": "",
    "in duigen viel": "fell through",
    "op de lange baan": "on the back burner",
    "op de lange baan geschoven": "postponed indefinitely",
    "duigen": "staves",
    "lange baan": "long track",
    "artikel 100-brief": "article 100 letter",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dit is aangewakkerd.", [("aangewakkerd", "fuelled")]),
        ("Aangewakkerd is dit niet.", [("Aangewakkerd", "fuelled")]),
        ("“Bakker gezocht.” Bakker zijn is mooi.", [("Bakker", "baker"), ("Bakker", "baker")]),
        ("De heer Bakker is een bakker.", [("bakker", "baker")]),
        ("BAKKER", []),
        ("De Deense regering.", [("Deense", "Danish")]),
        ("Veel auto’s.", [("auto’s", "cars")]),
        ("De schoonheidsafdelingen.", [("schoonheidsafdelingen", "beauty departments")]),
        # The file says that the model knows this one.
        ("De schoonheidsafdeling.", []),
        ("De afdelingen.", []),
        ("Toen dat plan in  duigen viel.", [("in  duigen viel", "fell through")]),
        ("In duigen viel het.", [("In duigen viel", "fell through")]),
        ("De duigen; in, duigen viel.", [("duigen", "staves")] * 2),
        # Three words of a phrase are no name.
        ("Het plan in Duigen viel. Het LANGE baan.", [("in Duigen viel", "fell through")]),
        (
            "Op de lange baan? Dat is op de lange baan geschoven.",
            [
                ("Op de lange baan", "on the back burner"),
                ("op de lange baan geschoven", "postponed indefinitely"),
            ],
        ),
        (
            "De artikel 100-brief of artikel 12-brief.",
            [("artikel 100-brief", "article 100 letter")],
        ),
        ("", []),
    ],
)
def test_words_are_shown_with_their_english(text: str, expected: list[tuple[str, str]]) -> None:
    shown = Lexicon(ENTRIES).shown(text)
    assert [(text[start:end], english) for start, end, english in shown] == expected


def test_what_is_taken_is_left_alone() -> None:
    text = "Een aangewakkerd vuur."
    assert list(Lexicon(ENTRIES).shown(text, [(4, 22)])) == []
    assert list(Lexicon(ENTRIES).shown(text, [(17, 21)])) == [(4, 16, "fuelled")]


def test_a_word_is_shown_where_its_phrase_is_taken() -> None:
    text = "Dat in duigen viel."
    assert list(Lexicon(ENTRIES).shown(text, [(14, 18)])) == [(7, 13, "staves")]


def test_a_model_without_a_lexicon_shows_nothing(tmp_path: Path) -> None:
    assert list(lexicon(tmp_path / "lexicon.tsv").shown("Dit is aangewakkerd.")) == []


@pytest.mark.parametrize("damage", [b"aangewakkerd\n", b"\xff\tfuelled\n"])
def test_a_damaged_lexicon_is_named(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "lexicon.tsv"
    path.write_bytes(damage)
    with pytest.raises(InputError, match="lexicon") as raised:
        lexicon(path)
    assert raised.value.path == str(path)


def test_the_embedded_model_s_lexicon_is_in_order_and_of_dutch_words() -> None:
    lines = locate(EMBEDDED).lexicon.read_text(encoding="utf-8").splitlines()
    entries = [line.split("\t") for line in lines]
    assert all(len(entry) == 2 for entry in entries)
    words = [word for word, _ in entries]
    assert words == sorted(set(words))
    assert all(word == word.lower() for word in words)
    assert all(len(english.split()) <= (12 if " " in word else 8) for word, english in entries)
    whole = [word for word in words if not {"-", " "} & set(word)]
    assert sum(map(is_known, whole[::50])) > len(whole[::50]) / 2


def test_an_apostrophe_belongs_to_its_town() -> None:
    text = "in 's-Gravenhage"
    assert list(Lexicon({"s-gravenhage": "The Hague"}).shown(text)) == [(3, 16, "The Hague")]


def test_a_name_that_english_spells_otherwise_is_not_copied() -> None:
    words = Lexicon({"sargassozee": "Sargasso Sea", "augustinus": "Augustine", "bruin": "brown"})
    text = "Naar de Sargassozee gingen de heer Augustinus, Jan Augustinus en mw Bruin."
    [(start, end, english)] = words.names(text)
    assert (text[start:end], english) == ("Sargassozee", "Sargasso Sea")
    asked = Request(text, shown=((start, end, english),))
    assert "Sargassozee" not in [match.surface for match in asked.held]
    assert list(words.names(text, [(start, end)])) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Kesteren", ["Kesteren"]),
        ("Baggerslib", []),  # in the lexicon
        ("Hierbij", []),
        ("Meetpunten", []),
        ("KESTEREN", []),
        ("Kesteren ligt hier.", []),
    ],
)
def test_a_rare_name_that_fills_a_cell_is_copied(text: str, shown: list[str]) -> None:
    found = list(Lexicon({"baggerslib": "dredged sludge"}).names(text))
    assert [english for _, _, english in found] == shown
    assert list(Lexicon({}).names(text)) == []


def test_a_phrase_in_capitals_that_has_an_english_name_is_one() -> None:
    words = Lexicon({"zijne excellentie": "His Excellency", "zijne": "his", "op tijd": "On Time"})
    text = "Aan Zijne Excellentie, die op tijd kwam."
    assert list(words.names(text)) == [(4, 21, "His Excellency")]


@pytest.mark.parametrize(
    ("phrase", "english"),
    [
        ("scheelt", "saves"),
        ("ziet ervan af", "has decided not"),
        ("weken vervroegd", "weeks brought forward"),
        ("niet hoeven te worden", "do not have to be"),
        ("wint gas", "extracts gas"),
        ("alleen al vanwege", "if only because of"),
        ("komt er bekaaid van af", "comes off badly"),
        ("snijden hout", "hold water"),
        ("wegen op tegen", "outweigh"),
        ("advies ingewonnen", ""),
        ("besteedde", ""),
    ],
)
def test_the_embedded_lexicon_does_not_turn_a_phrase_round(phrase: str, english: str) -> None:
    assert lexicon(locate().directory / "lexicon.tsv").rendering(phrase) == english
