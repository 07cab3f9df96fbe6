from __future__ import annotations

import pytest

from vertaal.translation.choosing import choose, faults
from vertaal.translation.inventions import invented
from vertaal.translation.repair import starts
from vertaal.translation.requests import Request
from vertaal.types import Translation


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("Jonathan Krispijn sprak.", "Jonathan Crispare spoke.", ["Crispare"]),
        ("Dit gedogen.", "This tolerateing.", ["tolerateing"]),
        ("Goed vergelijkbaar.", "Well-comparate.", ["Well-comparate"]),
        ("Jonathan Krispijn sprak.", "Jonathan Krispijn's word.", []),
        ("Erdoğan en KRISPIJN.", "Erdogan and Krispijn.", []),
        ("De NVWA en het hbo.", "The NVWA and the HBO, ccal.", ["ccal"]),
        ("Naar analogie.", "This applies mutatis mutandis, erga omnes.", []),
        ("De boa's.", "The Kwelbos.", []),
        ("", "", []),
    ],
)
def test_words_that_there_are_not(source: str, target: str, words: list[str]) -> None:
    found = [hit.group() for hit in invented(source, target, ["Kwelbos"])]
    assert found == words


def test_the_hypothesis_without_such_a_word_is_chosen() -> None:
    request = Request("Dit is fraude.")
    options = [Translation("This is fraudulous.", -0.1), Translation("This is fraud.", -0.3)]
    assert faults(request, options[0]) == 1
    assert choose(request, options, 0.6) == options[1]
    assert choose(request, options, 0.1) == options[0]


@pytest.mark.parametrize(
    ("source", "wrong", "right"),
    [
        ("De brug kan dicht.", "The bridge cannot close.", "The bridge can close."),
        ("Dat is niet zo.", "That is so.", "That is not so."),
        ("Dat is noggeen feit.", "That is a fact.", "That is not yet a fact."),
        (
            "Zij zijn verplicht dit niet te doen.",
            "They are not obliged to do this.",
            "They are obliged not to do this.",
        ),
        ("Het mag niet later dan in mei.", "It may not until May.", "It may not later than May."),
        (
            "Dat had niet hoeven gebeuren.",
            "It should not have happened.",
            "It need not have happened.",
        ),
        (
            "Hetgeen u stelt, is niet juist.",
            "What you don't say is not correct.",
            "What you say is not correct.",
        ),
    ],
)
def test_the_hypothesis_that_denies_as_the_source_does_is_chosen(
    source: str, wrong: str, right: str
) -> None:
    options = [Translation(wrong, -0.1), Translation(right, -0.3)]
    assert choose(Request(source), options, 0.6) == options[1]
    assert not faults(Request(source), options[1])


def test_a_name_is_written_for_the_word_made_up_for_it() -> None:
    source, target = "Via Studielink gaat het.", "It goes through Studick."
    links = ((4, 14, 16, 23, 80), (15, 19, 3, 7, 80))
    [start] = starts(Request(source), Translation(target, -0.2, links=links))
    assert start.text == "It goes through Studielink"
    assert start.mended is not None
    assert start.mended.target == "It goes through Studielink."


def test_a_word_made_up_for_a_dutch_one_is_left_to_the_search() -> None:
    source, target = "Dat was vaak fraude.", "That was often fraudulous."
    links = ((13, 19, 15, 25, 80),)
    assert starts(Request(source), Translation(target, -0.2, links=links)) == []
