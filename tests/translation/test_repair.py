from __future__ import annotations

import pytest

from vertaal.translation.repair import Start, starts
from vertaal.translation.requests import Request
from vertaal.types import Link, Term, TermMatch, Translation


def aligned(source: str, target: str, *pairs: tuple[str, str]) -> tuple[Link, ...]:
    """Sure links between the words named, each at its first place."""
    return tuple(
        (source.index(a), source.index(a) + len(a), target.index(b), target.index(b) + len(b), 80)
        for a, b in pairs
    )


def test_a_lost_number_is_set_right_where_it_aligns() -> None:
    source, target = "Dat is 149 mijl per uur.", "That is 49 miles per hour."
    links = aligned(source, target, ("149", "49"), ("mijl", "miles"))
    found = starts(Request(source), Translation(target, -0.2, links=links))
    again = "That is 149 miles per hour."
    links = aligned(source, again, ("149", "149"), ("mijl", "miles"))
    assert found == [Start("That is 149", mended=Translation(again, -0.2, links=links))]


def test_a_lost_minus_takes_the_sign_of_the_currency_with_it() -> None:
    source, target = "Het saldo is -€ 4 mln. vandaag.", "The balance is €4 million today."
    links = aligned(source, target, ("4", "4"), ("mln", "million"))
    [start] = starts(Request(source), Translation(target, -0.2, links=links))
    assert start.text == "The balance is -€4 million"


def test_another_word_in_the_place_of_a_number_is_not_that_number_misspelt() -> None:
    source, target = "Dat is 149 mijl per uur.", "That is miles per hour."
    links = aligned(source, target, ("149", "miles"))
    found = starts(Request(source), Translation(target, -0.2, links=links))
    assert found == [Start("That is 149")]


@pytest.mark.parametrize(("percent", "starts_found"), [(20, ["Nos. 332 and 739"]), (5, [])])
def test_a_figure_for_no_other_one_stands_for_the_lost_number(
    percent: int, starts_found: list[str]
) -> None:
    source, target = "De vragen 332 en 739.", "Nos. 332 and 332."
    second = target.rindex("332")
    links = (
        *aligned(source, target, ("332", "332")),
        (source.index("739"), source.index("739") + 3, second, second + 3, percent),
    )
    found = starts(Request(source), Translation(target, -0.2, links=links))
    assert [start.text for start in found] == starts_found


def test_every_form_of_a_rendering_is_tried_with_a_capital_at_the_start() -> None:
    source, target = "Gemeenten beslissen.", "Towns decide."
    term = Term("gemeente", "municipality")
    match = TermMatch(0, 9, "Gemeenten", term, ("municipality",))
    links = aligned(source, target, ("Gemeenten", "Towns"))
    found = starts(Request(source, (match,)), Translation(target, -0.2, links=links))
    assert {"Municipality", "Municipalities"} <= {start.text for start in found}


def test_what_weakly_stands_for_the_beginning_of_a_term_goes_with_the_rest() -> None:
    source, target = "Aan Zaken en Relaties.", "To Things and Relations."
    term = Term("Zaken en Relaties", "Affairs and Relations")
    match = TermMatch(4, 21, "Zaken en Relaties", term, ("Affairs and Relations",))
    links = (
        *aligned(source, target, ("Aan", "To"), ("Relaties", "Relations")),
        *((*link[:4], 30) for link in aligned(source, target, ("Zaken", "Things"), ("en", "and"))),
    )
    [first, *_] = starts(Request(source, (match,)), Translation(target, -0.2, links=links))
    assert first.text == "To Affairs and Relations"


def test_the_first_fault_comes_first() -> None:
    source, target = "Van 120 naar 350 leden.", "From 12 to 35 members."
    links = aligned(source, target, ("120", "12"), ("350", "35"))
    found = starts(Request(source), Translation(target, -0.2, links=links))
    assert {start.text for start in found} == {"From 120"}


@pytest.mark.parametrize(
    ("target", "start"),
    [
        ("The police police officers came.", Start("The police", "police police")),
        ("The Police Police Police Force came.", Start("The Police", "Police Police")),
        ("The re-re-re-education came.", Start("The re", "re-re")),
        ("I see that the man that the man came.", Start("I see that the man", "that the man that")),
    ],
)
def test_a_loop_is_left_after_its_first_round(target: str, start: Start) -> None:
    assert starts(Request("De agenten kwamen."), Translation(target, -0.2)) == [start]


def test_nothing_is_guessed_where_nothing_aligns() -> None:
    source, target = "Dat is 149 mijl.", "That is far."
    assert starts(Request(source), Translation(target, -0.2)) == []
    weak: tuple[Link, ...] = ((7, 10, 8, 11, 9),)
    assert starts(Request(source), Translation(target, -0.2, links=weak)) == []


def test_what_is_right_has_no_start() -> None:
    assert starts(Request("Dat is 149."), Translation("That is 149.", -0.2)) == []


def test_what_is_only_forbidden_hides_no_fault_behind_it() -> None:
    source, target = "De cabinet telt 120 leden.", "The cabinet has 12 members."
    match = TermMatch(3, 10, "cabinet", Term("cabinet", ""), (), forbidden=("cabinet",))
    links = aligned(source, target, ("cabinet", "cabinet"), ("120", "12"))
    found = starts(Request(source, (match,)), Translation(target, -0.2, links=links))
    assert [start.text for start in found] == ["The cabinet has 120"]


SOURCE = "Leden Ann (D66) en Bob (namens de SP) vragen."
TARGET = "Members Ann (D66) and Bob (for the SP) ask."
WORDS = [("Leden", "Members"), ("Ann", "Ann"), ("D66", "D66"), ("en", "and"), ("Bob", "Bob")]
WORDS += [("namens", "for"), ("de", "the"), ("SP", "SP"), ("vragen", "ask")]


@pytest.mark.parametrize(
    ("lost", "begun"),
    [
        (TARGET.index(")"), "Members Ann (D66)"),
        (TARGET.rindex(")"), "Members Ann (D66) and Bob (for the SP)"),
        (TARGET.index("("), "Members Ann ("),
        (TARGET.rindex("("), "Members Ann (D66) and Bob ("),
    ],
)
def test_a_lost_bracket_comes_back_where_it_closes_in_the_source(lost: int, begun: str) -> None:
    target = TARGET[:lost] + TARGET[lost + 1 :]
    made = Translation(target, -0.2, links=aligned(SOURCE, target, *WORDS))
    [start] = starts(Request(SOURCE), made)
    assert start.text == begun
    assert start.mended
    assert start.mended.target == TARGET


def test_a_bracket_closes_behind_all_that_stands_for_its_last_word() -> None:
    source, target = "Ann (D66 (fractie)) zegt", "Ann (D66 (parliamentary group) says"
    pairs = [("Ann", "Ann"), ("D66", "D66"), ("fractie", "parliamentary"), ("fractie", "group")]
    links = aligned(source, target, *pairs, ("zegt", "says"))
    [start] = starts(Request(source), Translation(target, -0.2, links=links))
    assert start.text == "Ann (D66 (parliamentary group))"


@pytest.mark.parametrize(
    "target",
    [
        "Members Ann (D66 and Bob ask for the SP.",  # Not as many, and the words stand elsewhere.
        "Members Bob (Ann and D66 ask.",
    ],
)
def test_no_bracket_is_put_where_its_place_is_not_certain(target: str) -> None:
    source = "Leden Ann en Bob (beiden D66) vragen."
    links = aligned(source, target, ("Ann", "Ann"), ("Bob", "Bob"), ("vragen", "ask"))
    assert starts(Request(source), Translation(target, -0.2, links=links)) == []
