from __future__ import annotations

import pytest

from vertaal.glossary import Glossary, Matcher
from vertaal.translation.fixed import fixed
from vertaal.translation.requests import Request, request
from vertaal.types import Term, TermMatch


def english_of(dutch: str) -> str | None:
    return fixed(Request(dutch))


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("1850, 1851, 1852", "1850, 1851, 1852"),
        ("€ 1.234,50", "€1,234.50"),
        ("12,5% – 1.000", "12.5% – 1,000"),
        ("12-3-2021", "12 March 2021"),
        ("12-13-2021", "12-13-2021"),
        ("070-1234567", "070-1234567"),
        ("", ""),
        ("12 euro", None),
    ],
)
def test_figures_alone_are_copied(dutch: str, english: str | None) -> None:
    assert english_of(dutch) == english


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("n.v.t.", "not applicable"),
        ("N.v.t.", "not applicable"),
        ("nvt", "not applicable"),
        ("n.n.b.", "not yet known"),
        ("p.m.", "p.m."),
        ("Betreft", "subject"),
        ("idem", "ditto"),
        ("Aanvragen", "applications"),
        ("Nr.", "number"),
        ("Zij vragen dit aan.", None),
        ("Dit is n.v.t.", None),
        ("Nr. 12", "No. 12"),
        ("nrs. 3/4", "nos. 3/4"),
        ("Nr. 12 is weg", None),
    ],
)
def test_what_fills_a_cell_is_fixed(dutch: str, english: str | None) -> None:
    assert english_of(dutch) == english


def test_the_salutation_of_a_letter_is_fixed() -> None:
    assert english_of("Geachte Voorzitter,") == "Dear President,"
    assert english_of("Beste Voorzitter,") == "Dear President,"
    assert english_of("Zeer geachte Voorzitter,") == "Dear President,"
    assert english_of("Geachte voorzitter") == "Dear President"
    assert english_of("Geachte voorzitter van de raad,") is None
    assert english_of("Geacht Kamerlid,") == "Dear Member of Parliament,"
    for english in ("member of Parliament", "MP"):
        matcher = Matcher(Glossary((Term("Kamerlid", english),)))
        made = fixed(request("Beste Kamerleden,", matcher))
        assert made == (None if english == "MP" else "Dear Members of Parliament,")


def test_an_amount_that_fills_a_cell_is_written_as_english() -> None:
    assert [english_of(text) for text in ("€ 1,6 mln.", "€ 2 mld", "€ 1,6 mln. per jaar")] == [
        "€1.6 million",
        "€2 billion",
        None,
    ]
    assert english_of("€ 1.204.000") == "€1,204,000"


@pytest.mark.parametrize(
    ("dutch", "english"),
    [("Gemeente", "municipality"), ("Gemeenten", None), ("De gemeente", None)],
)
def test_a_term_alone_is_rendered_as_its_entry_says(dutch: str, english: str | None) -> None:
    term = Term("gemeente", "municipality")
    word = dutch.split()[-1]
    start = dutch.index(word)
    match = TermMatch(start, len(dutch), word, term, ("municipality",))
    assert fixed(Request(dutch, (match,))) == english
