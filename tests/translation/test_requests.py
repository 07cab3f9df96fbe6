from __future__ import annotations

import pytest

from vertaal.glossary import Glossary, Matcher
from vertaal.translation.requests import parts_of, request
from vertaal.translation.standins import eased
from vertaal.types import MatchMode, Term, TermStatus

_MATCHER = Matcher(
    Glossary(
        (
            Term("persoonsgebonden budget", "personal budget"),
            Term("pgb", "personal budget"),
            Term("pgb", "PGB", TermStatus.ADMITTED),
            Term("openbaar ministerie", "Public Prosecution Service"),
            Term("OM", "Public Prosecution Service"),
            Term("kabinet", "government"),
            Term("regering", "government"),
        )
    )
)


@pytest.mark.parametrize(
    ("source", "first"),
    [
        ("VWS heeft dit onderzocht.", "Ministry of Health"),
        ("Volgens ambtenaren van VWS klopt dit.", "Ministry of Health"),
        ("De minister van VWS heeft dit onderzocht.", "Health"),
        ("De ministers van Financiën en VWS.", "Health"),
        ("De vaste commissie voor VWS en de minister VWS.", "Health"),
        ("Minister Jansen (VWS) en VWS-ambtenaren.", "Health"),
    ],
)
def test_a_portfolio_by_itself_is_a_ministry(source: str, first: str) -> None:
    terms = (
        Term("VWS", "Health", match=MatchMode.EXACT_CASE),
        Term("VWS", "Ministry of Health", TermStatus.ADMITTED, MatchMode.EXACT_CASE),
    )
    asked = request(source, Matcher(Glossary(terms))).asking
    assert {match.expected[0] for match in asked} == {first}
    assert all(set(match.expected) == {"Health", "Ministry of Health"} for match in asked)


@pytest.mark.parametrize(
    ("source", "asked"),
    [
        ("een persoonsgebonden budget (pgb)", [("personal budget",), ("PGB",)]),
        ("een pgb (persoonsgebonden budget)", [("PGB",), ("personal budget",)]),
        ("het openbaar ministerie (hierna: het OM)", [("Public Prosecution Service",), ("OM",)]),
        ("het persoonsgebonden budget, pgb", [("personal budget",), ("personal budget", "PGB")]),
        ("het kabinet (de regering)", [("government",), ("government",)]),
    ],
)
def test_an_abbreviation_beside_its_long_form_stays_short(
    source: str, asked: list[tuple[str, ...]]
) -> None:
    assert [match.expected for match in request(source, _MATCHER).asking] == asked


def test_a_document_that_lost_spaces_throughout_tells_where_a_source_lost_them() -> None:
    source = "Wie recht opstudiefinanciering heeft, zegtdat niet."
    plain, told = request(source, _MATCHER), request(source, _MATCHER, run_together=True)
    assert plain.spaces == ()
    assert told.spaces == (source.index("studie"),)  # 'zegt dat' is found without it
    assert told.signature != plain.signature
    asked = eased(told)
    assert asked.request.source == "Wie recht op studiefinanciering heeft, zegtdat niet."
    at = asked.request.source.index("studie")
    assert asked.source.place(at, at + 17, back=True) == (at - 1, at + 16)
    first, last = parts_of(told, 40)
    assert (first.spaces, last.spaces) == (told.spaces, ())
