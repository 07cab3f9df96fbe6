"""People by first name and surname."""

from __future__ import annotations

import pytest

from vertaal.glossary import Glossary, Matcher
from vertaal.glossary.people import people
from vertaal.types import Term


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Volgens Sophie Klein en hoogleraar Peter Zwart kan dit.",
            ["Sophie Klein", "Peter Zwart"],
        ),
        (
            "Eberhard van der Laan sprak met Anne Marie ter Kuile.",
            ["Eberhard van der Laan", "Anne Marie ter Kuile"],
        ),
        ("Het boek van Stefaan Van den Bakker’s broer", ["Stefaan Van den Bakker"]),
        (
            "Koning Willem-Alexander en Gerrit-Jan Koekkoek",
            ["Willem-Alexander", "Gerrit-Jan Koekkoek"],
        ),
        ("Het Frans Openbaar Ministerie en Frans Timmermans", ["Frans Timmermans"]),
        ("Maria Nederland, Emma Kinderziekenhuis, Sint Maarten Hart, Jan VVD, Jan. Groot", []),
        ("Volgens prof. dr. Zwart en De heer Koning", ["Zwart", "Koning"]),
        (
            "Volgens Dr. ir. H. van der Klein-Bakker en mr. A.B.Zwart.",
            ["van der Klein-Bakker", "Zwart"],
        ),
        ("Vakbondsvoorzitter Groot en advocaat Van der Wal", ["Groot", "Van der Wal"]),
        ("directeur Zorg, voorzitter Raad van Toezicht, hoogleraar Europees recht", []),
        ("mevrouw van de Gemeente en dr. van den Berg", ["van den Berg"]),
        (
            "Het bedrijf Van Gansewinkel en, volgens De Koning, ook Van der Gemeente",
            ["Van Gansewinkel", "De Koning", "Van der Gemeente"],
        ),
        ("Lees De Kamerbrief van De Reclassering en Van Duitsland", []),
        (
            "De vragen van Koning, Prins en Keizer aan Mulder",
            ["Koning", "Prins", "Keizer", "Mulder"],
        ),
        ("De Vries zegt dat.", ["De Vries"]),
        ("Bakker ontkent dat Willem H. dit zei.", ["Bakker", "Willem"]),
        (
            "Jansen en De Jong, de broers Klein, ex-Kamerlid Visser",
            ["Jansen", "De Jong", "Klein", "Visser"],
        ),
        ("De Koning en koning Filip, de nieuwe Bakker, Natuur en Bos, van Koning Filip", []),
        ("Bakkers ontkennen dat. Visser is een beroep. De Kroon wil dit.", []),
        ("SOPHIE KLEIN en sophie klein", []),
        ("Sophie, de Klein, Sophie, Klein en Sophie (Klein)", []),
    ],
)
def test_people(text: str, named: list[str]) -> None:
    assert [text[start:end] for start, end in people(text)] == named


def test_a_term_inside_a_person_is_none() -> None:
    rows = (Term("koning", "king"), Term("Jan Raad", "Jan Raad"), Term("raad", "council"))
    matches = Matcher(Glossary(rows)).match("De koning sprak dr. Koning, Jan Raad en de raad.")
    found = {(match.start, match.surface): match.shadowed_by for match in matches}
    assert found == {
        (3, "koning"): "",
        (20, "Koning"): "Koning",
        (28, "Jan Raad"): "",
        (32, "Raad"): "Jan Raad",
        (43, "raad"): "",
    }
