"""Signals from links that the test writes itself."""

from __future__ import annotations

from dataclasses import replace

from vertaal.translation.alignment import TOKEN
from vertaal.translation.choosing import choose, stands
from vertaal.translation.fidelity import fidelity
from vertaal.translation.requests import Request
from vertaal.types import (
    Fidelity,
    Link,
    Occurrence,
    OccurrenceStatus,
    Term,
    TermMatch,
    Translation,
)


def aligned(source: str, target: str, *pairs: tuple[str, str, int]) -> Translation:
    """A translation with links between words by name, the first of each."""
    links: list[Link] = []
    for dutch, english, percent in pairs:
        a, c = source.index(dutch), target.index(english)
        links.append((a, a + len(dutch), c, c + len(english), percent))
    return Translation(target, -0.3, links=tuple(links))


def words(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


SOURCE = "De burgemeester wil de vergunning schriftelijk toelichten."
WHOLE = "The mayor wants to explain the licence in writing."
LINKS = (
    ("De", "The", 40),
    ("burgemeester", "mayor", 45),
    ("wil", "wants", 40),
    ("vergunning", "licence", 45),
    ("schriftelijk", "writing", 40),
    ("toelichten", "explain", 45),
)


def test_a_translation_that_is_whole_raises_nothing() -> None:
    found = fidelity("s", SOURCE, aligned(SOURCE, WHOLE, *LINKS))
    assert (found.omitted, found.added, found.uncovered, found.unfounded) == (0, 0, (), ())
    assert found.score == -0.3
    assert found.risk == found.unsure < 1


def test_words_that_nothing_aligns_with_are_named_as_one_stretch() -> None:
    target = "The mayor wants that."
    found = fidelity("s", SOURCE, aligned(SOURCE, target, *LINKS[:3], ("toelichten", "that", 10)))
    assert words(SOURCE, found.uncovered) == ["vergunning schriftelijk toelichten"]
    assert found.risk == found.omitted >= 1
    assert found.added < 1


def test_a_hypothesis_that_leaves_nothing_out_is_chosen_though_another_is_likelier() -> None:
    whole = replace(aligned(SOURCE, WHOLE, *LINKS), score=-0.5)
    links = [link for link in LINKS if link[0] != "schriftelijk"]
    short = aligned(SOURCE, "The mayor wants to explain the licence.", *links)
    request = Request(SOURCE)
    assert stands(request, whole)
    assert not stands(request, short)
    assert choose(request, [short, whole], margin=0.6) == whole
    assert choose(request, [short, whole], margin=0.1) == short
    assert choose(request, [short, replace(whole, score=-0.8)], margin=0.6) == short


def test_words_that_lean_on_what_others_lean_on_are_named() -> None:
    target = "The mayor wants to explain the licence in writing to the ombudsman."
    links = (*LINKS, ("toelichten", "ombudsman", 5), ("schriftelijk", "ombudsman", 4))
    found = fidelity("s", SOURCE, aligned(SOURCE, target, *links))
    assert words(target, found.unfounded) == ["ombudsman"]
    assert found.risk == found.added >= 1
    assert found.omitted == 0


def test_words_without_any_link_count_too() -> None:
    target = WHOLE[:-1] + " tomorrow."
    found = fidelity("s", SOURCE, aligned(SOURCE, target, *LINKS))
    assert words(target, found.unfounded) == ["tomorrow"]


def test_words_of_set_phrases_figures_and_addresses_raise_nothing() -> None:
    source = "Er is ten aanzien van 12.500 euro sprake daarvan, zie www.nos.nl/artikel, 2019Z21918."
    found = fidelity("s", source, aligned(source, "So.", ("Er", "So", 30)))
    assert found.uncovered == ()
    assert found.omitted < 1


def test_a_proven_term_is_covered_unless_the_alignment_denies_it() -> None:
    target = "The mayor wants to explain in writing."
    made = aligned(SOURCE, target, *(link for link in LINKS if link[0] != "vergunning"))
    at = SOURCE.index("vergunning")
    match = TermMatch(at, at + 10, "vergunning", Term("vergunning", "mayor"), ("mayor",))
    there = Occurrence("s", match, OccurrenceStatus.SATISFIED, "mayor", 4, 9)
    denied = Occurrence("s", match, OccurrenceStatus.SATISFIED, "mayor", 4, 9, confirmed=False)
    missing = Occurrence("s", match, OccurrenceStatus.VIOLATED)
    assert fidelity("s", SOURCE, made, (there,)).uncovered == ()
    for proof in (denied, missing):
        assert words(SOURCE, fidelity("s", SOURCE, made, (proof,)).uncovered) == ["vergunning"]


def test_what_is_not_aligned_has_its_score_alone() -> None:
    assert fidelity("s", SOURCE, Translation(WHOLE, -1.1)) == Fidelity("s", -1.1, unsure=2.0)
    assert fidelity("s", "", Translation("", 0.0)) == Fidelity("s", 0.0)


def test_a_word_is_a_number_or_a_code_whole() -> None:
    text = "De regio’s en/of BZDOC-69: 12.500 (D66)."
    assert TOKEN.findall(text) == ["De", "regio’s", "en/of", "BZDOC-69", "12.500", "D66"]
