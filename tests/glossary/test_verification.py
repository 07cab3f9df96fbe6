"""What counts as the rendering of a term in a target."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vertaal.glossary import Glossary, Matcher, verify
from vertaal.types import MatchMode, Occurrence, OccurrenceStatus, Term, TermStatus

SATISFIED = OccurrenceStatus.SATISFIED
VARIANT = OccurrenceStatus.VARIANT
SHADOWED = OccurrenceStatus.SHADOWED
VIOLATED = OccurrenceStatus.VIOLATED

ROWS = (
    Term("kabinet", "government"),
    Term("kabinet", "cabinet", TermStatus.FORBIDDEN),
    Term("ministerraad", "cabinet"),
    Term("Kamer", "House"),
    Term("Kamer", "Parliament", TermStatus.ADMITTED),
    Term("Tweede Kamer", "House of Representatives"),
    Term("D66", "D66", TermStatus.KEEP),
    Term("VS", "US", match=MatchMode.EXACT_CASE),
    Term("EU", "EU"),
    Term("Brussel", "Brussels", match=MatchMode.EXACT_CASE),
    Term("gemeente", "municipality"),
    Term("aannemen", "adopt"),
    Term("Kamervragen", "parliamentary questions"),
    Term("Nederland", "the Netherlands"),
    Term("mensenrechten", "human rights"),
    Term("besluitvorming", "decision-making"),
    Term("format", "form"),
    Term("ter beschikking stellen", "make available"),
    Term("uitvoeren", "carry out"),
)
MATCHER = Matcher(Glossary(ROWS))


def proof(source: str, target: str) -> tuple[Occurrence, ...]:
    return verify("q1", MATCHER.match(source), target)


def statuses(source: str, target: str) -> list[OccurrenceStatus]:
    return [occurrence.status for occurrence in proof(source, target)]


TARGETS = [
    ("Het kabinet.", "The government.", [SATISFIED]),
    ("Het kabinet.", "The Government's view.", [SATISFIED]),
    ("De gemeenten.", "The municipalities.", [SATISFIED]),
    ("De motie is aangenomen.", "The motion was adopted.", [SATISFIED]),
    ("De Kamer.", "Parliament.", [VARIANT]),
    ("Een Kamervraag.", "A parliamentary question.", [SATISFIED]),
    ("In Nederland.", "In the Netherlands.", [SATISFIED]),
    ("De Tweede Kamer.", "The House of Representatives.", [SATISFIED, SHADOWED]),
    ("Het kabinet.", "The minister.", [VIOLATED]),
    ("Het kabinet en het kabinet.", "The government and the minister.", [SATISFIED, VIOLATED]),
    ("Het kabinet en het kabinet.", "The government and the government.", [SATISFIED] * 2),
    ("Het kabinet en de Kamer.", "Governments and House.", [SATISFIED] * 2),
    ("De VS.", "Tell us.", [VIOLATED]),
    ("De VS.", "The US.", [SATISFIED]),
    ("IN BRUSSEL", "IN BRUSSELS", [SATISFIED]),
    ("In Brussel.", "In brussels.", [VIOLATED]),
    ("De EU.", "Eu is a prefix.", [VIOLATED]),
    ("D66 stemt.", "D66 votes.", [SATISFIED]),
    ("D66 stemt.", "d66 votes.", [VIOLATED]),
    ("D66 stemt.", "D666 votes.", [VIOLATED]),
    ("Een format.", "A format.", [VIOLATED]),
    ("De besluitvorming.", "Decision making.", [SATISFIED]),
    ("De besluitvorming.", "The decision‑making.", [SATISFIED]),
    ("Hij stelt dat ter beschikking.", "He makes it available.", [SATISFIED]),
    ("Hij stelt dat ter beschikking.", "It has been made available.", [SATISFIED]),
    ("Hij stelt dat ter beschikking.", "He made this. It is available.", [VIOLATED]),
    ("Hij stelt dat ter beschikking.", "He gave the available money.", [VIOLATED]),
    ("De wet is uitgevoerd.", "They carried the Act out.", [SATISFIED]),
    ("De wet is uitgevoerd.", "They carried a letter.", [VIOLATED]),
    ("Geen term.", "The government.", []),
]


@pytest.mark.parametrize(("source", "target", "expected"), TARGETS)
def test_status_of_each_occurrence(
    source: str, target: str, expected: list[OccurrenceStatus]
) -> None:
    assert statuses(source, target) == expected


def test_the_span_points_at_the_rendering() -> None:
    (occurrence,) = proof("De gemeenten.", "All municipalities agree.")
    assert (occurrence.target_start, occurrence.target_end) == (4, 18)
    assert occurrence.found == "municipalities"


def test_the_longest_rendering_takes_its_span_first() -> None:
    found = proof("De Kamer en de Tweede Kamer.", "The House of Representatives and the House.")
    assert [occurrence.found for occurrence in found if occurrence.found] == [
        "House",
        "House of Representatives",
    ]


def test_a_forbidden_rendering_is_named() -> None:
    (occurrence,) = proof("Het kabinet.", "The cabinet's reply.")
    assert occurrence.status is VIOLATED
    assert "forbidden rendering 'cabinet's' for 'kabinet'" in occurrence.reason


def test_a_forbidden_rendering_counts_beside_the_right_one() -> None:
    assert statuses("Het kabinet.", "The government, that is, the cabinet.") == [VIOLATED]


def test_what_another_term_asks_for_is_not_forbidden() -> None:
    assert statuses("Het kabinet en de ministerraad.", "The government and the cabinet.") == [
        SATISFIED,
        SATISFIED,
    ]


def test_a_soft_match_asks_for_nothing() -> None:
    assert proof("De mensenrechtensituatie.", "The situation.") == ()
    (occurrence,) = proof("De mensenrechtensituatie.", "The human rights situation.")
    assert occurrence.status is SATISFIED


def test_a_miss_says_what_was_expected() -> None:
    (occurrence,) = proof("De Kamer.", "The room.")
    assert occurrence.reason == "'House' or 'Parliament' not found"
    *_, second = proof("De Kamer en de Kamer.", "The House.")
    assert "fewer times" in second.reason


_TARGET = st.lists(
    st.sampled_from("government cabinet House municipalities US us D66 , . The adopted".split()),
    max_size=12,
).map(" ".join)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(_TARGET)
def test_no_span_answers_twice(target: str) -> None:
    found = proof("Het kabinet en het kabinet, de Kamer, D66, de VS en de gemeenten.", target)
    spans = sorted((o.target_start, o.target_end) for o in found if o.target_start >= 0)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert all(target[o.target_start : o.target_end] == o.found for o in found if o.found)
    assert len(found) == 6


def test_a_rendering_that_can_stand_elsewhere_makes_room() -> None:
    terms = (
        Term("kabinet", "government"),
        Term("kabinet", "cabinet", TermStatus.ADMITTED),
        Term("regering", "government"),
    )
    found = Matcher(Glossary(terms)).match("Het kabinet en de regering.")
    made = verify("s", found, "The cabinet and the government.")
    assert [(o.status, o.found) for o in made] == [
        (OccurrenceStatus.VARIANT, "cabinet"),
        (OccurrenceStatus.SATISFIED, "government"),
    ]
