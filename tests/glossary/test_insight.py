"""Suggestions from texts and reviewed editions; usage of the terms in editions."""

from __future__ import annotations

from vertaal.glossary import Glossary
from vertaal.glossary.suggesting import suggest
from vertaal.glossary.usage import usage
from vertaal.types import Origin, State, Term, TermStatus, Unit

REVIEWED = [
    ("De natuurvergunning is verleend.", "The nature permit has been granted."),
    ("Wie vroeg de natuurvergunningen aan?", "Who applied for the nature permits?"),
    ("Zonder natuurvergunning mag dat niet.", "That is not allowed without a nature permit."),
    ("De kritische depositiewaarde is bereikt.", "The critical deposition value was reached."),
    ("Elke kritische depositiewaarde telt.", "Every critical deposition value counts."),
    ("Het kabinet gaat daarover.", "That is up to the government."),
    ("Het kabinet antwoordt.", "The government replies."),
]


def unit(number: int, source: str, target: str, state: State = State.REVIEWED) -> Unit:
    origin = Origin.HUMAN if state is State.REVIEWED else Origin.MT
    return Unit(f"s{number}", "a1", source, target, state, origin)


UNITS = [("letter", unit(at, *pair)) for at, pair in enumerate(REVIEWED)]
GLOSSARY = Glossary((Term("kabinet", "government"),))


def test_terms_come_with_what_reviewers_wrote() -> None:
    found = {one.source: one for one in suggest([], UNITS, GLOSSARY)}
    permit = found["natuurvergunning"]
    assert permit.frequency == 3
    assert permit.targets[0].target == "nature permit"
    assert permit.documents == ("letter",)
    assert found["kritische depositiewaarde"].targets[0].target == "critical deposition value"


def test_what_the_glossary_has_is_not_proposed() -> None:
    assert "kabinet" not in {one.source for one in suggest([], UNITS, GLOSSARY)}


def test_general_words_are_not_proposed() -> None:
    texts = [("text", "De vraag is hoe dat kan. De mening is dat dat zo is. Dit jaar niet.")] * 3
    assert suggest(texts, [], GLOSSARY) == ()


def test_what_was_rejected_is_not_proposed_again() -> None:
    again = suggest([], UNITS, GLOSSARY, rejected=frozenset({"natuurvergunning"}))
    assert "natuurvergunning" not in {one.source for one in again}


def test_machine_output_gives_no_rendering() -> None:
    drafts = [("letter", unit(at, *pair, State.TRANSLATED)) for at, pair in enumerate(REVIEWED)]
    assert all(one.targets == () for one in suggest([], drafts, GLOSSARY))


def test_documents_without_edition_give_candidates() -> None:
    text = "Over de toeslagenaffaire. De toeslagenaffaire is onderzocht."
    (found,) = suggest([("letter.txt", text)], [], GLOSSARY)
    assert (found.source, found.documents) == ("toeslagenaffaire", ("letter.txt",))


def test_an_accepted_proposal_says_where_it_comes_from() -> None:
    (permit,) = (p for p in suggest([], UNITS, GLOSSARY) if p.source == "natuurvergunning")
    assert permit.term("nature permit").note == "suggested: 3×, as reviewed in letter"
    assert permit.term("green permit", "law").note == "suggested: 3×, seen in letter"


TERMS = Glossary(
    (
        Term("kabinet", "government"),
        Term("Kamer", "House"),
        Term("Kamer", "Parliament", TermStatus.ADMITTED),
        Term("motie", "motion"),
    )
)


def test_usage_counts_what_became_of_a_term() -> None:
    letter = [
        unit(1, "Het kabinet en de Kamer.", "The government and Parliament."),
        unit(2, "Het kabinet.", "The cabinet."),
        unit(3, "Het kabinet.", "The cabinet.", State.TRANSLATED),
    ]
    other = [unit(4, "Dit kabinet.", "This administration.")]
    kabinet, kamer, motie = usage(TERMS, [("letter", letter), ("other", other)])
    assert (kabinet.seen, kabinet.satisfied, kabinet.missed) == (4, 1, 3)
    assert kabinet.overruled == ("letter#s2", "other#s4")
    assert kabinet.documents == ("letter", "other")
    assert kabinet.is_doubtful
    assert (kamer.seen, kamer.satisfied, kamer.variants) == (1, 1, 1)
    assert not kamer.is_doubtful
    assert motie.seen == 0
