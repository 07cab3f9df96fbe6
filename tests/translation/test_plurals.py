from __future__ import annotations

from vertaal.glossary import Glossary, Matcher
from vertaal.translation.plurals import in_better_number, in_plural, singled
from vertaal.translation.requests import Request, request
from vertaal.types import Term, Translation

TERMS = (
    Term("gerechtshof", "court of appeal"),
    Term("verdachte", "suspect"),
    Term("raad van toezicht", "supervisory board"),
    Term("college van burgemeester en wethouders", "municipal executive"),
    Term("werk", "work"),
    Term("D66", "D66"),
    Term("misdaad tegen de menselijkheid", "crime against humanity"),
    Term("procentpunt", "percentage point"),
    Term("arbodienst", "health and safety service"),
)


def asked(source: str) -> Request:
    return request(source, Matcher(Glossary(TERMS)))


def shown(source: str) -> list[str]:
    return [match.expected[0] for match in in_plural(asked(source)).matches]


def test_a_plural_is_shown_in_the_plural() -> None:
    assert shown("de gerechtshoven en verdachten") == ["courts of appeal", "suspects"]
    assert shown("colleges van burgemeester en wethouders") == ["municipal executives"]
    assert shown("het gerechtshof, een verdachte, D66") == ["court of appeal", "suspect", "D66"]

    assert shown("misdaden tegen de menselijkheid") == ["crimes against humanity"]
    assert shown("de arbodiensten") == ["health and safety services"]


def test_a_unit_is_in_the_plural_behind_its_number() -> None:
    one, many = "percentage point", "percentage points"
    assert shown("1 procentpunt, 1,25 procentpunt en twee procentpunt") == [one, many, many]
    assert shown("een procentpunt, dit procentpunt en 0,3 procentpunt") == [one, one, many]


def test_what_may_be_a_verb_is_no_plural() -> None:
    assert shown("zij werken hard") == ["work"]


def test_a_singular_for_a_plural_is_counted() -> None:
    plural, single = asked("De gerechtshoven beslissen."), asked("Het gerechtshof beslist.")
    assert singled(plural, Translation("The court of appeal decides.", -0.2)) == 1
    assert singled(plural, Translation("The courts of appeal decide.", -0.2)) == 0
    assert singled(single, Translation("The court of appeal decides.", -0.2)) == 0


def test_the_better_number_is_taken_if_it_costs_little_and_loses_nothing() -> None:
    asks = asked("De gerechtshoven zien 120 verdachten.")
    made = Translation("The court of appeal sees 120 suspects.", -0.2)
    good = Translation("The courts of appeal see 120 suspects.", -0.4)
    lost = Translation("The courts of appeal see suspects.", -0.1)
    far = Translation("The courts of appeal of 120 suspects.", -2.0)
    assert in_better_number(asks, made, [lost, far, good], 0.6) == good
    assert in_better_number(asks, made, [lost, far], 0.6) == made
