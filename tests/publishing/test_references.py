"""Cross-references in running text, and who answers what."""

from __future__ import annotations

import pytest

from vertaal.publishing.references import cross_references, links
from vertaal.types import Block, BlockKind, Document


def found(text: str, language: str) -> list[tuple[str, str, bool]]:
    return [
        (text[reference.start : reference.end], reference.number, reference.to_answer)
        for reference in cross_references(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zie het antwoord op vraag 5.", [("antwoord op vraag 5", "5", True)]),
        (
            "Zie mijn antwoorden op de vragen 2, 3 en 6.",
            [("antwoorden op de vragen 2", "2", True), ("3", "3", True), ("6", "6", True)],
        ),
        ("Zoals gevraagd in vraag 4a, is dat zo.", [("vraag 4a", "4a", False)]),
        ("Zie antwoord 7.", [("antwoord 7", "7", True)]),
        ("de vragen 2.1 en 2.10.", [("vragen 2.1", "2.1", False), ("2.10", "2.10", False)]),
        ("Zie vraag 2.1.2.", [("vraag 2.1.2", "2.1.2", False)]),
        ("bij de beantwoording van vraag 3", [("beantwoording van vraag 3", "3", True)]),
        ("vragen 2 t/m 6", [("vragen 2", "2", False), ("6", "6", False)]),
        ("het antwoord op vraag 3 van het lid Omtzigt", []),
        ("Zie de vragen 2 en 3 van het lid Omtzigt.", []),
        ("antwoorden op vragen 1 tot en met 3 van het lid Omtzigt", []),
        ("Zie de vragen 2, 3 en 4 uit 2019.", []),
        ("antwoord op vraag 2 uit de vorige set", []),
        ("antwoord op vraag 2 van deze vragen", [("antwoord op vraag 2", "2", True)]),
        ("Er is vraag 20% onder het aanbod", []),
        ("de vraag 2019Z21918", []),
        ("een antwoord binnen 3 weken", []),
        ("de vraag naar 5 woningen", []),
    ],
)
def test_dutch(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert found(text, "nl") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See the answer to question 5.", [("answer to question 5", "5", True)]),
        (
            "in my answers to questions 2, 3 and 6",
            [("answers to questions 2", "2", True), ("3", "3", True), ("6", "6", True)],
        ),
        ("As asked in question 4a", [("question 4a", "4a", False)]),
        ("the reply to questions 1 to 4", [("reply to questions 1", "1", True), ("4", "4", True)]),
        ("question 3 from the member Omtzigt", []),
        ("See questions 2 and 3 of the member Omtzigt.", []),
        ("the answer to question 2 of these questions", [("answer to question 2", "2", True)]),
        ("questions 2019", []),
    ],
)
def test_english(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert found(text, "en") == expected


def test_restarted_numbers_mean_the_nearest_question_before() -> None:
    question, answer = BlockKind.QUESTION, BlockKind.ANSWER
    document = Document(
        (
            Block("q1", question, "A?", numbers=(1,)),
            Block("a1", answer, "a", numbers=(1,)),
            Block("q1-2", question, "B?", numbers=(1,)),
            Block("a1-2", answer, "b", numbers=(1,)),
        )
    )
    linked = links(document)
    assert linked.asked == {"a1": {"1": "q1"}, "a1-2": {"1": "q1-2"}}
    assert linked.answered == {"q1": ("a1",), "q1-2": ("a1-2",)}


def test_an_answer_before_its_question_finds_it() -> None:
    document = Document(
        (
            Block("a1", BlockKind.ANSWER, "a", numbers=(1,)),
            Block("q1", BlockKind.QUESTION, "A?", numbers=(1,)),
        )
    )
    assert links(document).question("1", "a1") == "q1"
