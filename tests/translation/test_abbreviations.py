from __future__ import annotations

import pytest

from vertaal.translation.abbreviations import spelt_out
from vertaal.translation.requests import Request
from vertaal.translation.standins import eased
from vertaal.types import Translation


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("Alle landen m.u.v. Duitsland.", "Alle landen met uitzondering van Duitsland."),
        ("N.a.v. uw brief (i.v.m. nood).", "Naar aanleiding van uw brief (in verband met nood)."),
        ("Dit moet z.s.m.", "Dit moet zo spoedig mogelijk."),
        ("Dit moet ‘z.s.m.’", "Dit moet ‘zo spoedig mogelijk.’"),
        (
            "Er is geld ipv werk tbv mkb.",
            "Er is geld in plaats van werk ten behoeve van mkb.",
        ),
        ("De zorg t.a.v. veiligheid", "De zorg ten aanzien van veiligheid"),
        ("paragraaf 136 e.v. daarvan", "paragraaf 136 e.v. daarvan"),
        ("i.c.m. en i.c. nood", "in combinatie met en in dit geval nood"),
        (
            "De krant, d.d. 3 mei, en de v.i.",
            "De krant, gedateerd 3 mei, en de voorwaardelijke invrijheidstelling.",
        ),
        ("Het kost € 3 p.p. en meer.", "Het kost € 3 per persoon en meer."),
        ("Zijn vrijlating (v.i.) is uitgesteld.",) * 2,
    ],
)
def test_abbreviations_are_spelt_out(text: str, long: str) -> None:
    assert eased(Request(text)).request.source == long


@pytest.mark.parametrize(
    "text",
    [
        "T.a.v. mevrouw Bakker",
        "t.a.v. de heer Jansen",
        "N.V.T. en de NAV",
        "Zie www.m.u.v.nl en x@m.i.nl",
        "De heer M.N. Bakker",
        "Het isme en de tovenaar van Ismay",
        "De VN, de EV en de CQ",
    ],
)
def test_what_is_none_stays(text: str) -> None:
    assert not list(spelt_out(text))


def test_links_lead_back_to_the_abbreviation() -> None:
    asked = eased(Request("Alle landen m.u.v. Duitsland."))
    made = asked.restored(Translation("All but Germany.", -0.1, links=((12, 15, 4, 7, 90),)))
    assert [link[:2] for link in made.links] == [(12, 18)]
