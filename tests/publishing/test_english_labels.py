"""Headings by rule, and the question numbers in them."""

from __future__ import annotations

import pytest

from vertaal.publishing.labels import dutch_label, english_label
from vertaal.types import Block, BlockKind, QuestionNumber

Q, A = BlockKind.QUESTION, BlockKind.ANSWER


@pytest.mark.parametrize(
    ("kind", "numbers", "expected"),
    [
        (Q, (12,), "Question 12"),
        (Q, (4, 5, 7, 8), "Questions 4, 5, 7 and 8"),
        (Q, ("4a",), "Question 4a"),
        (Q, (), "Question"),
        (A, (1,), "Answer to question 1"),
        (A, (2, 3, 6), "Answer to questions 2, 3 and 6"),
        (A, (4, 5), "Answer to questions 4 and 5"),
        (A, tuple(range(1, 13)), "Answer to questions 1 to 12"),
        (A, (1, 2, 3, 4, 5, 7), "Answer to questions 1, 2, 3, 4, 5 and 7"),
        (A, (), "Answer"),
        (BlockKind.PREAMBLE, (), "Preamble"),
        (BlockKind.SIGNATURE, (), "Signature"),
        (BlockKind.FOOTNOTE, (1,), "Footnotes"),
    ],
)
def test_english_labels(
    kind: BlockKind, numbers: tuple[QuestionNumber, ...], expected: str
) -> None:
    label = english_label(Block("b", kind, "", numbers=numbers))
    assert label.text == expected
    assert all(label.text[start:end] == number for start, end, number in label.numbers)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Mededeling:", "Notice"),
        ("Nadere mededeling van de minister (ontvangen 3 mei)", "Further notice"),
        ("TOELICHTING", "Explanatory note"),
        ("Bijlage 2", "Annex 2"),
        ("Bijlage IV –", "Annex IV"),
        ("Bijlage", "Annex"),
        ("Zomaar iets", "Other text"),
        ("Zomaar iets 2", "Other text"),
    ],
)
def test_english_of_other_labels(label: str, expected: str) -> None:
    block = Block("o", BlockKind.OTHER, "", label)
    assert english_label(block).text == expected
    assert dutch_label(block).text == label.rstrip(" –:")


@pytest.mark.parametrize(
    ("kind", "printed", "numbers", "expected", "linked"),
    [
        (A, "Antwoord op vragen 2,3 en 6", (2, 3, 6), "Antwoord op vragen 2,3 en 6", "236"),
        (A, "Antwoord:", (4,), "Antwoord", ""),
        (Q, "Vraag 12", (12,), "Vraag 12", "12"),
        (Q, "3.", (3,), "Vraag 3", "3"),
        (A, "1 en 2.", (1, 2), "Antwoord op vragen 1 en 2", "12"),
        (A, "", (2, 3), "Antwoord op vragen 2 en 3", "23"),
        (A, "", tuple(range(2, 9)), "Antwoord op vragen 2 t/m 8", "28"),
        (Q, "Vraag 2.1.2", ("2.1.2",), "Vraag 2.1.2", "2.1.2"),
        (A, "Antwoord A1 en A2", ("A1", "A2"), "Antwoord A1 en A2", "A1A2"),
        (A, "Antwoord 1 van minister 7", (1,), "Antwoord 1 van minister 7", "1"),
    ],
)
def test_dutch_labels_as_printed_or_as_the_genre_has_them(
    kind: BlockKind,
    printed: str,
    numbers: tuple[QuestionNumber, ...],
    expected: str,
    linked: str,
) -> None:
    label = dutch_label(Block("b", kind, "", printed, numbers))
    assert label.text == expected
    assert "".join(number for _, _, number in label.numbers) == linked
