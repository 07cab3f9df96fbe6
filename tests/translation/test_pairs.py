from __future__ import annotations

import pytest

from vertaal.paired_marks import pairs, unpaired


@pytest.mark.parametrize(
    ("source", "target", "lone"),
    [
        ("De leden A (D66) en B (SP).", "The members A (D66 and B (SP).", "("),
        ("De leden (A (D66) en B).", "The members (A (D66) and B.", "("),
        ("De Kamer (artikel 3).", "The House section 3a).", ")"),
        ("De zaak [2023].", "The case [2023.", "["),
        ("Dit ‘onderzoek’ loopt.", "This ‘investigation is under way.", "‘"),
        ("Dit “onderzoek” loopt.", 'This "investigation is under way.', '"'),
        ("De Kamer (artikel 3).", "The House (Article 3).", ""),
        ("De ministers van 1) A en 2) B.", "The ministers of 1) A and 2) B.", ""),
        ("De ‘ministers’ beslissen.", "The ‘ministers’ decide, the ministers’ own.", ""),
        ("Het bericht «A» (B).", "The report ‘A’ (B).", ""),
        ("In de jaren ’80 (A).", "In the ‘80s (A).", ""),
        ("Een brief (van A.", "A letter (from A.", ""),
        ("Een “brief van A.", "A ‘letter from A.", ""),
        ("Een “brief van (A).", "A ‘letter from (A.", "("),
        ("Het “plan A” is dat “B”.", 'The "plan A" is that "B".', ""),
    ],
)
def test_a_mark_without_its_partner_is_seen(source: str, target: str, lone: str) -> None:
    assert "".join(target[pair.at] for pair in unpaired(source, target)) == lone


def test_brackets_inside_brackets_go_with_their_own() -> None:
    text = "(a (b) c)"
    assert [(text[p.opening : p.closing + 1]) for p in pairs(text)] == ["(b)", "(a (b) c)"]
