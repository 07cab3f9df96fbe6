"""The place of a term in the target, where the alignment of the words is known."""

from __future__ import annotations

from vertaal.glossary import confirm, verify
from vertaal.types import Link, Occurrence, OccurrenceStatus, Term, TermMatch


def match(source: str, word: str, *expected: str, after: int = 0) -> TermMatch:
    start = source.index(word, after)
    return TermMatch(start, start + len(word), word, Term(word, expected[0]), expected)


def link(source: str, word: str, target: str, other: str, percent: int, last: bool = False) -> Link:
    a = source.index(word)
    c = target.rindex(other) if last else target.index(other)
    return (a, a + len(word), c, c + len(other), percent)


def proof(source: str, target: str, asked: list[TermMatch], *links: Link) -> tuple[Occurrence, ...]:
    return confirm(verify("s", asked, target, links), target, links)


def test_of_two_places_a_term_takes_that_with_which_it_is_aligned() -> None:
    source, target = "De Nederlandse taal is geen Nederlands.", "The Dutch tongue is no Dutch."
    asked = [match(source, "Nederlands", "Dutch", after=20), match(source, "Nederlandse", "Dutch")]
    without = verify("s", asked, target)
    assert [found.target_start for found in without] == [4, 23]
    found = proof(
        source,
        target,
        asked,
        (3, 14, 4, 9, 45),
        (28, 38, 23, 28, 50),
    )
    assert [each.target_start for each in found] == [23, 4]
    assert [each.confirmed for each in found] == [True, True]


def test_a_common_form_that_stands_for_another_word_is_not_confirmed() -> None:
    source, target = "De overheid en het kabinet", "The government and all that"
    asked = [match(source, "kabinet", "government")]
    [found] = proof(source, target, asked, link(source, "overheid", target, "government", 55))
    assert found.status is OccurrenceStatus.SATISFIED
    assert found.confirmed is False
    assert "may stand for something else" in found.reason


def test_a_rare_form_is_proof_enough() -> None:
    source, target = "De overheid en de griffier", "The ombudsman and all that"
    asked = [match(source, "griffier", "ombudsman")]
    [found] = proof(source, target, asked, link(source, "overheid", target, "ombudsman", 55))
    assert (found.status, found.confirmed, found.reason) == (OccurrenceStatus.SATISFIED, None, "")


def test_a_form_that_stands_twice_is_common() -> None:
    source, target = "De griffier en de man", "The ombudsman and the ombudsman"
    asked = [match(source, "griffier", "ombudsman")]
    links = (
        link(source, "man", target, "ombudsman", 50),
        link(source, "man", target, "ombudsman", 50, last=True),
    )
    [found] = proof(source, target, asked, *links)
    assert found.confirmed is False


def test_without_alignment_nothing_is_said() -> None:
    source, target = "Het kabinet", "The government"
    asked = [match(source, "kabinet", "government")]
    assert confirm(verify("s", asked, target), target, ()) == verify("s", asked, target)
    [missed] = proof(source, "The cabinet", asked, (4, 11, 4, 11, 60))
    assert (missed.status, missed.confirmed) == (OccurrenceStatus.VIOLATED, None)
