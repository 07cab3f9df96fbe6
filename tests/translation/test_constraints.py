"""Bookkeeping of constrained search, over made-up ids: 10 up begin a word, below 10 do not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vertaal.translation.constraints import (
    Candidate,
    Constraints,
    ConstraintState,
    Requirement,
    allocate,
    completes_forbidden,
)

JUDGE, COURT, OF, JUSTICE, PLURAL = 10, 11, 12, 13, 1
EOS = 99


def starts_word(token: int) -> bool:
    return token >= 10


def after(constraints: Constraints, *tokens: int) -> ConstraintState:
    state = constraints.start()
    for token in tokens:
        state = state.advance(constraints, token, starts_word)
    return state


def complete(constraints: Constraints, *tokens: int) -> bool:
    return after(constraints, *tokens).complete(constraints)


def test_a_form_is_met_when_a_new_word_or_the_end_follows() -> None:
    asked = Constraints((Requirement(((JUDGE,),)),))
    assert complete(asked, JUDGE)
    assert complete(asked, JUDGE, OF)
    assert not complete(asked, JUDGE, PLURAL), "'judges' is another word"
    assert complete(asked, JUDGE, PLURAL, JUDGE)


def test_any_of_the_forms_will_do() -> None:
    asked = Constraints((Requirement(((JUDGE,), (JUDGE, PLURAL), (COURT, OF, JUSTICE))),))
    assert complete(asked, JUDGE, PLURAL)
    assert complete(asked, OF, COURT, OF, JUSTICE, OF)
    assert not complete(asked, COURT, OF, JUDGE, PLURAL, PLURAL)


def test_two_occurrences_ask_for_two() -> None:
    asked = Constraints((Requirement(((JUDGE,),), count=2),))
    assert not complete(asked, JUDGE, OF)
    assert complete(asked, JUDGE, OF, JUDGE)


def test_a_form_that_is_broken_off_can_begin_anew() -> None:
    asked = Constraints((Requirement(((COURT, OF, JUSTICE),)),))
    assert complete(asked, COURT, OF, COURT, OF, JUSTICE)


def test_wanted_ids_lead_through_a_form() -> None:
    asked = Constraints((Requirement(((COURT, OF, JUSTICE), (JUDGE,))),))
    assert after(asked).wanted(asked) == {COURT, JUDGE}
    assert after(asked, COURT).wanted(asked) == {OF}
    assert after(asked, COURT, OF, JUSTICE).wanted(asked) == set()


def test_the_bank_grows_with_the_ids_written() -> None:
    asked = Constraints((Requirement(((COURT, OF, JUSTICE),)), Requirement(((JUDGE,),))))
    banks = [
        after(asked, *tokens).bank(asked)
        for tokens in ([], [COURT], [COURT, OF], [COURT, OF, JUSTICE], [COURT, OF, JUSTICE, JUDGE])
    ]
    assert banks == [0, 1, 2, 3, 4]


def test_forbidden_sequences_are_stopped_at_their_last_id() -> None:
    asked = Constraints(forbidden=((COURT, OF, JUSTICE), (JUDGE,)))
    assert completes_forbidden(asked, (COURT, OF)) == {JUSTICE, JUDGE}
    assert completes_forbidden(asked, (OF,)) == {JUDGE}
    assert completes_forbidden(asked, ()) == {JUDGE}


def candidates(pairs: list[tuple[int, float]]) -> list[Candidate]:
    nothing = Constraints().start()
    return [Candidate(0, i, total, nothing, bank) for i, (bank, total) in enumerate(pairs)]


def test_every_bank_gets_its_share_of_the_beam() -> None:
    made = candidates([(0, -1.0), (0, -1.1), (0, -1.2), (1, -5.0), (2, -9.0)])
    kept = allocate(made, 3)
    assert sorted(c.bank for c in kept) == [0, 1, 2]
    assert max(c.total for c in kept) == -1.0


@given(
    st.lists(st.tuples(st.integers(0, 4), st.floats(-50, 0)), max_size=30),
    st.integers(1, 12),
)
def test_the_beam_is_filled_and_never_overfull(pairs: list[tuple[int, float]], size: int) -> None:
    made = candidates(pairs)
    kept = allocate(made, size)
    assert len(kept) == min(size, len(made))
    assert len({c.token for c in kept}) == len(kept)


def test_with_one_bank_it_is_ordinary_beam_search() -> None:
    made = candidates([(0, -3.0), (0, -1.0), (0, -2.0)])
    assert [c.total for c in allocate(made, 2)] == [-1.0, -2.0]
