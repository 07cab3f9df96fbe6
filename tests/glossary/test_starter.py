"""The starter glossary: what a letter needs is in it, and nothing ordinary is hit."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from vertaal.glossary import Matcher, load
from vertaal.types import TermMatch

STARTER = Path(__file__).parents[2] / "glossary"


@cache
def starter() -> Matcher:
    return Matcher(load([STARTER]))


def required(text: str) -> list[TermMatch]:
    return [match for match in starter().match(text) if not match.soft and not match.shadowed_by]


RENDERED = [
    ("Het kabinet antwoordt.", "kabinet", "government"),
    ("De Kamer stemt.", "Kamer", "House"),
    ("De Tweede Kamer stemt.", "Tweede Kamer", "House of Representatives"),
    ("De Eerste Kamer stemt.", "Eerste Kamer", "Senate"),
    ("De Staatssecretaris van Justitie.", "Staatssecretaris", "State Secretary"),
    ("Antwoord op Kamervragen.", "Kamervragen", "parliamentary questions"),
    ("Zie de Kamerbrief van mei.", "Kamerbrief", "letter to Parliament"),
    ("Het Openbaar Ministerie vervolgt.", "Openbaar Ministerie", "Public Prosecution Service"),
    ("De minister van Buitenlandse Zaken.", "minister van Buitenlandse Zaken",
     "Minister of Foreign Affairs"),
    ("De ambtenaren van Buitenlandse Zaken.", "Buitenlandse Zaken", "Foreign Affairs"),
    ("De Oeigoeren in Xinjiang.", "Oeigoeren", "Uyghurs"),
    ("De Oeigoerse minderheid.", "Oeigoerse", "Uyghur"),
    ("De brief (kenmerk 2019Z1).", "kenmerk", "reference"),
    ("In het regeerakkoord staat dat.", "regeerakkoord", "coalition agreement"),
    ("De Algemene Vergadering van de VN.", "Algemene Vergadering van de VN",
     "UN General Assembly"),
    ("De VN-Mensenrechtenraad.", "VN-Mensenrechtenraad", "UN Human Rights Council"),
    ("De Hoge Commissaris voor de Mensenrechten.", "Hoge Commissaris voor de Mensenrechten",
     "High Commissioner for Human Rights"),
    ("De VN, de VS en het VK.", "VN", "UN"),
    ("De VN, de VS en het VK.", "VS", "US"),
    ("De VN, de VS en het VK.", "VK", "UK"),
    ("De aangenomen moties.", "moties", "motion"),
    ("Drie wetsvoorstellen.", "wetsvoorstellen", "bill"),
    ("Alle gemeenten.", "gemeenten", "municipality"),
    ("De fractie van D66.", "D66", "D66"),
    ("De GroenLinks-PvdA-fractie.", "GroenLinks-PvdA", "GroenLinks-PvdA"),
    ("Het RIVM meldt.", "RIVM", "RIVM"),
    ("Inwoners van Ouder-Amstel.", "Ouder-Amstel", "Ouder-Amstel"),
    ("In Mook en Middelaar.", "Mook en Middelaar", "Mook en Middelaar"),
    ("Nuenen, Gerwen en Nederwetten.", "Nuenen, Gerwen en Nederwetten",
     "Nuenen, Gerwen en Nederwetten"),
    ("De gemeente Horst aan de Maas.", "Horst aan de Maas", "Horst aan de Maas"),
    ("Het waterschap Hollandse Delta.", "Hollandse Delta", "Hollandse Delta"),
    ("LTO Nederland is gehoord.", "LTO Nederland", "LTO Nederland"),
    ("Reclassering Nederland is gehoord.", "Reclassering Nederland", "the Dutch Probation Service"),
    ("V&VN en de LHV zijn gehoord.", "V&VN", "V&VN"),
    ("Artikel 3:2 van de Awb.", "Awb", "Awb"),
    ("De SDE++ en de Wmo 2015.", "SDE", "SDE"),
    ("De SDE++ en de Wmo 2015.", "Wmo 2015", "Wmo 2015"),
    ("Het hoogheemraadschap van Delfland.", "hoogheemraadschap", "water authority"),
    ("> Retouradres Postbus 20301 2500 EH Den Haag", "Postbus", "PO Box"),
    ("De Rechtspraak, 12 november 2024", "De Rechtspraak", "The Judiciary"),
    ("De FOD Economie, K.M.O., Middenstand en Energie.",
     "FOD Economie, K.M.O., Middenstand en Energie", "FPS Economy, SMEs, Self-Employed and Energy"),
    ("Steun aan kmo's.", "kmo's", "SME"),
    ("Volgens dhr. Jansen en mw. De Vries.", "dhr.", "Mr"),
    ("Volgens dhr. Jansen en mw. De Vries.", "mw.", "Ms"),
    ("Het hof Den Haag sprak hem vrij.", "hof Den Haag", "Court of Appeal of The Hague"),
    ("Het Gerechtshof Arnhem-Leeuwarden.", "Gerechtshof Arnhem-Leeuwarden",
     "Arnhem-Leeuwarden Court of Appeal"),
    ("De Gevolmachtigde Ministers zijn er.", "Gevolmachtigde Ministers",
     "Ministers Plenipotentiary"),
    ("In het algemeen overleg van mei.", "algemeen overleg", "general consultation"),
    ("De Successiewet geldt.", "Successiewet", "Inheritance Tax Act"),
    ("De Successiewet 1956 geldt.", "Successiewet 1956", "Inheritance Tax Act 1956"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "surface", "rendering"), RENDERED)
def test_what_a_letter_needs(text: str, surface: str, rendering: str) -> None:
    found = {match.surface: match.expected[0] for match in required(text)}
    assert found.get(surface) == rendering


def test_cabinet_is_forbidden_for_kabinet() -> None:
    (match,) = required("Het kabinet antwoordt.")
    assert match.forbidden == ("cabinet",)


ORDINARY = [
    "Zij zit in een kamer van het hotel en sluit de deur.",
    "Het om de hoek gelegen huis is te koop.",
    "Wij zijn het er over eens dat dit zo niet verder kan.",
    "De eerste drie vragen zijn van hem, de tweede reeks van haar.",
    "Er is een raad gevraagd aan vrienden.",
    "Dat is een goede volt voor een lamp.",
    "Kunt u aangeven hoe vaak dit voorkomt?",
    "Deze goederen gaan naar een ander land.",
    "De kosten zijn hoger dan vorig jaar.",
    "Hij duwde een deur open en nam een stoel.",
    "Er is meer ruimte voor de rivieren nodig.",
    "Zij zagen een hof achter het huis.",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert required(text) == []
