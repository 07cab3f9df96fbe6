"""Who does what to whom, where two names say it."""

from __future__ import annotations

import pytest

from vertaal.glossary import Matcher, verify
from vertaal.glossary.base import Glossary
from vertaal.translation.actors import disagreeing, turned
from vertaal.translation.choosing import choose
from vertaal.translation.requests import Request, request
from vertaal.types import Translation


def plain(source: str) -> Request:
    return request(source, Matcher(Glossary(())))


@pytest.mark.parametrize(
    ("source", "target", "is_turned"),
    [
        ("Ziggo klaagt KPN aan.", "KPN is suing Ziggo.", True),
        ("Ziggo in Utrecht klaagt KPN aan.", "KPN is suing Ziggo in Utrecht.", True),
        ("Ziggo klaagt KPN aan.", "Ziggo is suing KPN.", False),
        ("Ziggo klaagt KPN aan.", "KPN is being sued by Ziggo.", False),
        ("Ziggo en KPN klagen.", "KPN and Ziggo are complaining.", False),
        ("Bij Ziggo klaagt KPN.", "KPN is complaining to Ziggo.", False),
        ("Ziggo daagde de Staat.", "The State sued Ziggo.", True),
        ("Ziggo kent de regels.", "The rules are known in Ziggo.", False),
        ("Ziggo klaagt.", "Ziggo is complaining.", False),
    ],
)
def test_a_name_at_the_beginning_is_the_subject(source: str, target: str, is_turned: bool) -> None:
    noun, state = source.find("Staat"), target.find("State")
    links = ((noun, noun + 5, state, state + 5, 90),) if noun >= 0 else ()
    found = verify("", plain(source).bound, target)
    assert turned(source, Translation(target, 0.0, links=links), found) is is_turned


def test_the_hypothesis_in_which_names_keep_their_places_is_chosen() -> None:
    options = [Translation("KPN sues Ziggo.", -0.1), Translation("Ziggo sues KPN.", -0.3)]
    assert choose(plain("Ziggo klaagt KPN aan."), options, 0.6) == options[1]


@pytest.mark.parametrize(
    ("source", "target", "begun"),
    [
        (
            "De boeren die de bank helpt, eten.",
            "The farmers who help the bank eat.",
            "that the bank",
        ),
        ("De boeren die de bank helpt, eten.", "The farmers whom the bank helps eat.", None),
        ("De boeren die de bank helpt, eten.", "The farmers helped by the bank eat.", None),
        ("De boeren die de bank helpen, eten.", "The farmers who help the bank eat.", None),
        ("Welke boeren helpt de bank?", "Which farmers help the bank?", "does the bank"),
        ("Welke boeren helpt de bank?", "Which farmers does the bank help?", None),
    ],
)
def test_a_noun_that_the_verb_agrees_with_is_its_subject(
    source: str, target: str, begun: str | None
) -> None:
    words = (("boeren", "farmers"), ("help", "help"), ("bank", "bank"))
    places = []
    for dutch, english in words:
        start, at = source.find(dutch), target.find(english)
        end = start + len(source[start:].replace(",", " ").replace("?", " ").split()[0])
        places.append((start, end, at, at + len(english), 90))
    found = disagreeing(source, Translation(target, 0.0, links=tuple(places)))
    assert (found and found[1]) == begun
