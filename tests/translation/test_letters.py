from __future__ import annotations

import pytest

from vertaal.glossary import Matcher
from vertaal.glossary.base import Glossary
from vertaal.translation.letters import (
    bare,
    capitalised,
    lowered,
    opens_plain,
    restored,
    terms_capitalised,
)
from vertaal.types import MatchMode, Term, TermStatus


def test_dutch_in_capitals_within_a_text_is_read_in_small_letters() -> None:
    assert lowered("Nr. 12 LIJST VAN VRAGEN Vast") == "Nr. 12 Lijst van vragen Vast"
    assert lowered("DATUM 3 mei, UW KENMERK 7") == "Datum 3 mei, Uw kenmerk 7"
    for same in ("De VVD en het CDA SP PVV", "NOS Nieuws van NPO", "Dat is NIET zo"):
        assert lowered(same) == same
    kept = [(7, 19)]
    assert lowered("Van de LIJST VRAGEN af", kept) == "Van de LIJST VRAGEN af"


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("President Erdoğan sprak.", "President Erdogan spoke.", "President Erdoğan spoke."),
        ("Yeşilgöz-Zegerius", "Yesilgöz-Zegerius", "Yeşilgöz-Zegerius"),
        ("Łódź en Curaçao", "Lódz and Curacao", "Łódź and Curaçao"),
        ("Het dorp Țuțcani is klein.", "Tuțcani is small.", "Țuțcani is small."),
        ("België en één café", "Belgium and one cafe", "Belgium and one cafe"),
        ("de staat Israël", "the State of Israel", "the State of Israel"),
        ("het EU-Israëlverdrag, EU-Israël", "the EU-Israel treaty", "the EU-Israel treaty"),
        ("Erdogan sprak.", "Erdogan spoke.", "Erdogan spoke."),
        ("Kop | Krant", "Headline – Paper", "Headline | Paper"),
        ("Kop – nu | Krant", "Headline – now – Paper", "Headline – now – Paper"),
        ("Şen", "Senator Sen", "Senator Şen"),
    ],
)
def test_names_get_their_letters_back(source: str, target: str, expected: str) -> None:
    assert restored(source, target) == expected
    assert len(expected) == len(target)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("(Sociale Zaken)", "(social affairs)", "(Social Affairs)"),
        ("Sociale Zaken", "the social affairs", "the Social Affairs"),
        ("Sociale Zaken", "Social Affairs, and social affairs", None),
        ("Sociale Zaken", "antisocial affairs", None),
        ("sociale zaken", "social affairs", None),
        ("Zorg", "Care", None),
    ],
)
def test_terms_with_capitals_keep_them(source: str, target: str, expected: str | None) -> None:
    terms = (
        Term("Sociale Zaken", "Social Affairs", TermStatus.PREFERRED, MatchMode.LEMMA),
        Term("zorg", "care", TermStatus.PREFERRED, MatchMode.LEMMA),
    )
    matches = Matcher(Glossary(terms)).match(source)
    assert terms_capitalised(matches, target) == (expected or target)


def test_dashes_that_stand_for_one_bar_become_it() -> None:
    source, target = "Kop | Zaken | Krant", "Headline – – – Business – Paper"
    assert restored(source, target) == "Headline | Business | Paper"


def test_letters_are_read_as_their_like() -> None:
    assert "".join(map(bare, "ğışćőØłg")) == "gisćoOlg".replace("ć", "c")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Dé vraag is wat minister De Jonge doet.", "The question is what Minister De Jonge does."),
        ("Hét bericht staat in Het Parool.", "The report is in Het Parool."),
    ],
)
def test_a_name_spelt_without_a_mark_in_its_source_gets_none(source: str, target: str) -> None:
    assert restored(source, target) == target


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (
            "het bericht «Rechter geeft hem gelijk»",
            "the report ‘court rules",
            "the report ‘Court rules",
        ),
        (
            "«Wat?» en «wie» of «Waar»",
            "‘what?’ and ‘who’ or ‘where’",
            "‘What?’ and ‘who’ or ‘Where’",
        ),
        ("“Weg”, zei 't lid.", '"away", said the member.', '"Away", said the member.'),
        ("«Een» en «Twee»", "‘one and two", "‘one and two"),
        ("Dat is zo.", "that is so.", "That is so."),
        ("dat «zo» is", "that ‘so’ is", "that ‘so’ is"),
        ("Nee", "", ""),
    ],
)
def test_what_begins_with_a_capital_does_so_in_english(
    source: str, target: str, expected: str
) -> None:
    assert capitalised(source, target) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DEN HAAG", "Den Haag"),
        ("2500 EA DEN HAAG", "2500 EA Den Haag"),
        ("BEANTWOORDING VAN DE VRAGEN", "Beantwoording van de vragen"),
        ("DE HERINRICHTING VAN DE ZUIDAS", "De herinrichting van de Zuidas"),
        ("VRAAG VAN HET LID KOEKKOEK (VOLT)", "Vraag van het lid Koekkoek (Volt)"),
        ("BOETES VAN UWV EN NVWA", "Boetes van UWV en NVWA"),
        (
            "MINISTERIE VAN INFRASTRUCTUUR EN WATERSTAAT",
            "Ministerie van Infrastructuur en Waterstaat",
        ),
        ("DE MINISTER VAN FINANCIËN KAN ZAKEN DOEN", "De minister van Financiën kan zaken doen"),
        ("COVID-19", "COVID-19"),
        ("A.B. II", "A.B. II"),
        ("Boetes van de NVWA", "Boetes van de NVWA"),
    ],
)
def test_what_is_in_capitals_is_read_as_in_a_sentence(text: str, expected: str) -> None:
    assert lowered(text) == expected


def test_a_raised_figure_of_a_unit_comes_back() -> None:
    assert restored("Een tuin van 12 m² met CO₂.", "A garden of 12 m2 with CO2.") == (
        "A garden of 12 m² with CO₂."
    )
    assert restored("Een tuin van 12 m2 en 3 m².", "12 m2 and 3 m2.") == "12 m2 and 3 m2."


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Vlees wordt duurder.", True),
        ("Kip wordt duurder.", True),
        ("Angst voor verlies telt.", True),
        ("Kip vraagt om uitleg.", False),
        ("Kip (CDA) wil dit niet.", False),
        ("Bergen op Zoom is een stad.", False),
        ("Gent is een stad.", False),
        ("Gaf de burgemeester dat bevel?", False),
    ],
)
def test_a_noun_that_english_has_for_a_name_opens_a_sentence(text: str, plain: bool) -> None:
    assert opens_plain(text) is plain
