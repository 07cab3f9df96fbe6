from __future__ import annotations

import pytest

from vertaal.glossary import Glossary, Matcher
from vertaal.translation.requests import request
from vertaal.types import Term, TermStatus

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
