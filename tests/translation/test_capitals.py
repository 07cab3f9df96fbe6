from __future__ import annotations

import pytest

from vertaal.glossary import Matcher
from vertaal.glossary.base import Glossary
from vertaal.translation.capitals import capitalised, lowered, opens_plain, terms_capitalised
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
