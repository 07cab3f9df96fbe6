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
        ("SOPHIE KLEIN en sophie klein", []),
        ("Sophie de heer Klein, Sophie, Klein en Sophie (Klein)", []),
    ],
)
def test_people(text: str, named: list[str]) -> None:
    assert [text[start:end] for start, end in people(text)] == named


def test_a_term_inside_a_person_is_none() -> None:
    rows = (Term("koning", "king"), Term("Jan Raad", "Jan Raad"), Term("raad", "council"))
    matches = Matcher(Glossary(rows)).match("De koning sprak Jan Koning, Jan Raad en de raad.")
    found = {(match.start, match.surface): match.shadowed_by for match in matches}
    assert found == {
        (3, "koning"): "",
        (20, "Koning"): "Jan Koning",
        (28, "Jan Raad"): "",
        (32, "Raad"): "Jan Raad",
        (43, "raad"): "",
    }
