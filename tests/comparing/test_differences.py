"""Which segments differ, and how they are paired."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from review.desks import LETTER, make
from vertaal.comparing import Kind, Side, as_written, compare, side
from vertaal.editions import history
from vertaal.editions.changes import Change, Ledger
from vertaal.parsing.document import parse
from vertaal.segmentation import segment
from vertaal.types import Origin, Source, State, Unit


def units(*rows: tuple[str, str, str, str]) -> Side:
    return Side("s", tuple(Unit(*row) for row in rows), {})


def told(before: Side, after: Side) -> list[tuple[Kind, str]]:
    return [(each.kind, each.unit.target) for each in compare(before, after).differences]


ONE = ("i1", "q1", "Een.", "One.")
TWO = ("i2", "q1", "Twee.", "Two.")
THREE = ("i3", "q2", "Drie.", "Three.")


def test_nothing_differs_from_itself() -> None:
    found = compare(units(ONE, TWO), units(ONE, TWO))
    assert (found.differences, found.same) == ((), 2)


def test_states_and_white_space_are_not_compared() -> None:
    now = units(ONE)
    later = replace(now.units[0], target=" One.\n", state=State.REVIEWED, note="Good", rev=2)
    assert told(now, Side("s", (later,), {})) == []


def test_a_segment_is_matched_by_id_even_when_its_dutch_changed() -> None:
    [found] = compare(units(ONE), units(("i1", "q1", "Eén.", "One."))).differences
    assert found.kind is Kind.CHANGED
    assert [stretch.text.strip() for stretch in found.source_words] == ["Een", "Eén", "."]


def test_a_segment_with_another_id_is_matched_by_its_sentence() -> None:
    assert told(units(ONE), units(("x", "q1", "Een.", "One."))) == []
    assert told(units(ONE), units(("x", "q7", "Een.", "1."))) == [(Kind.CHANGED, "1.")]


def test_the_same_sentence_is_matched_in_its_own_answer_first() -> None:
    before = units(("a", "a1", "Ja.", "Yes."), ("b", "a2", "Ja.", "Indeed."))
    after = units(("c", "a1", "Ja.", "Yes."), ("d", "a2", "Ja.", "Indeed."))
    assert told(before, after) == []
    both = compare(before, units(("c", "a2", "Ja.", "Indeed."), ("d", "a1", "Ja.", "Yes.")))
    assert [(each.kind, each.origin) for each in both.differences] == [(Kind.MOVED, "")]


QUESTIONS = ("Deelt u de zorgen over Jemen?", "Bent u bereid sancties in te stellen?")


def letter(*answers: str) -> Side:
    lines = [
        f"Vraag {n}\n\n{question}\n\nAntwoord op vraag {n}\n\n{answer}\n"
        for n, (question, answer) in enumerate(zip(QUESTIONS, answers, strict=False), 1)
    ]
    segments = segment(parse(Source("x.txt", "\n".join(lines))))
    return Side("s", tuple(Unit(s.id, s.block, s.source, s.source) for s in segments), {})


def test_answers_that_change_places_have_moved() -> None:
    found = compare(letter("Ja.", "Nee."), letter("Nee.", "Ja."))
    assert [(each.kind, each.unit.target, each.origin) for each in found.differences] == [
        (Kind.MOVED, "Nee.", "a2"),
        (Kind.MOVED, "Ja.", "a1"),
    ]
    assert found.summary == "0 changed, 2 moved, 0 removed, 0 added, 2 the same"


def test_sentences_of_one_answer_that_change_places_have_moved() -> None:
    found = compare(letter("Dat klopt. Ik weet het."), letter("Ik weet het. Dat klopt."))
    assert [(each.kind, each.origin) for each in found.differences] == [(Kind.MOVED, "")]


def test_a_question_put_in_before_moves_nothing() -> None:
    new = (("i8", "q1", "Nul?", "Zero?"), ("i9", "a1", "Ja.", "Yes."))
    before = units(("i1", "q1", "Een?", "One?"), ("i2", "a1", "Ja.", "Yes."))
    after = units(*new, ("i1", "q2", "Een?", "One?"), ("i2", "a2", "Ja.", "Yes."))
    assert told(before, after) == [(Kind.ADDED, "Zero?"), (Kind.ADDED, "Yes.")]


def test_added_and_removed_segments_stand_where_they_belong() -> None:
    new = ("n", "q1", "Nieuw.", "New.")
    assert told(units(ONE, TWO, THREE), units(ONE, new, THREE)) == [
        (Kind.REMOVED, "Two."),
        (Kind.ADDED, "New."),
    ]
    assert told(units(ONE, TWO), units(TWO)) == [(Kind.REMOVED, "One.")]
    assert told(units(), units(ONE)) == [(Kind.ADDED, "One.")]


def test_swapping_the_sides_swaps_added_and_removed() -> None:
    one, other = units(ONE, TWO), units(TWO, THREE, ("i9", "q3", "Vier.", "Four."))
    there, back = compare(one, other), compare(other, one)
    assert (there.count(Kind.ADDED), there.count(Kind.REMOVED)) == (2, 1)
    assert (back.count(Kind.ADDED), back.count(Kind.REMOVED)) == (1, 2)
    assert there.same == back.same == 1


def test_an_edition_is_compared_with_what_was_first_written(tmp_path: Path) -> None:
    folder = make(tmp_path / "letter")
    ledger = Ledger(folder)
    ledger.change([Change("a1-0", 0, target="Yes, we are.")])
    ledger.change([Change("a1-0", 1, target="Yes, I am."), Change("q2-0", 0, state=State.REVIEWED)])
    now = side(folder)
    before, unknown = as_written(now, history.records(folder))
    [found] = compare(before, now).differences
    assert unknown == 0
    assert found.before is not None
    assert (found.before.target, found.unit.target) == ("Yes.", "Yes, I am.")
    assert found.label == "Answer to question 1"


def test_a_text_of_which_no_record_is_left_is_counted() -> None:
    now = Side("s", (Unit("i", "q1", "Een.", "1.", origin=Origin.HUMAN),), {})
    before, unknown = as_written(now, [])
    assert (compare(before, now).differences, unknown) == ((), 1)


@pytest.mark.parametrize("copied", [True, False])
def test_an_old_copy_of_the_units_is_a_side(tmp_path: Path, copied: bool) -> None:
    folder = make(tmp_path / "letter")
    old = tmp_path / "old.jsonl"
    old.write_bytes((folder / "edition.jsonl").read_bytes())
    Ledger(folder).change([Change("a1-0", 0, target="Indeed.")])
    found = compare(side(old) if copied else side(folder), side(folder))
    assert found.count(Kind.CHANGED) == copied
    assert found.same == len(LETTER) - copied
