"""Who answers what, and the places in running text that say 'antwoord op vraag 5'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vertaal.publishing.labels import NUMBER
from vertaal.types import QUESTION_NUMBER, Block, BlockKind, Document


@dataclass(frozen=True, slots=True)
class Links:
    """The links between the questions and answers of one document, by block id.

    Where numbering restarts, a number means the nearest question before the answer.
    """

    document: Document
    asked: dict[str, dict[str, str]]
    """Answer → the questions that it answers, by their numbers."""
    answered: dict[str, tuple[str, ...]]
    """Question → answers, in the order of the document."""

    def question(self, number: str, near: str) -> str:
        """Id of the question with that number, nearest before the block `near`; '' for none."""
        return _nearest(self.document.blocks, number, near)

    def answer(self, number: str, near: str) -> str:
        """Id of the first answer to that question; '' for none."""
        return next(iter(self.answered.get(self.question(number, near), ())), "")


def links(document: Document) -> Links:
    asked: dict[str, dict[str, str]] = {}
    answered: dict[str, tuple[str, ...]] = {}
    for answer in document.answers:
        asked[answer.id] = {
            str(number): question
            for number in answer.numbers
            if (question := _nearest(document.blocks, str(number), answer.id))
        }
        for question in dict.fromkeys(asked[answer.id].values()):
            answered[question] = (*answered.get(question, ()), answer.id)
    return Links(document, asked, answered)


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A stretch of text that names a question of this document, or the answer to it."""

    start: int
    end: int
    number: str
    to_answer: bool


# No number of a list is given back: what follows the last is said of all.
_LIST = (
    rf"(?P<list>{QUESTION_NUMBER}"
    rf"(?:(?:\s*,\s*|\s*/\s*|\s*,?\s+(?:%s)\s+|\s*[-–]\s*){QUESTION_NUMBER})*+)"
)
# A number that goes on is a date, a decimal or a document's number, and 'vraag 3 van het lid …'
# asks about another paper.
_END = r"(?![.,]?\d|\s*%%|\s+(?:%s))"

_PATTERNS: dict[str, re.Pattern[str]] = {
    "nl": re.compile(
        r"\b(?:(?P<answer>(?:be)?antwoord(?:en|ing)?(?:\s+(?:op|van|bij))?\s+(?:de\s+)?"
        r"(?:vraag|vragen)|antwoord(?:en)?)|(?P<question>vraag|vragen))\s+(?:nr\.\s*)?"
        + _LIST % "en|t/m|tot en met|of"
        + _END % r"(?:van|uit|in)\s+(?!dez|dit\b)|\d{4}\b|van\s+\d",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:(?P<answer>(?:answer(?:s|ed|ing)?|repl(?:y|ies)|response)\s+(?:to\s+)?(?:the\s+)?"
        r"questions?|answers?)|(?P<question>questions?))\s+(?:no\.\s*)?"
        + _LIST % "and|to|through|or"
        + _END % r"(?:of|from|in|by)\s+(?!th(?:is|ese)\b)|\d{4}\b",
        re.IGNORECASE,
    ),
}


def cross_references(text: str, language: str) -> list[CrossReference]:
    """Every number named, in order; the first of a list takes the words before it along."""
    found: list[CrossReference] = []
    for match in _PATTERNS[language].finditer(text):
        to_answer = match["answer"] is not None
        start = match.start()
        for number in NUMBER.finditer(match["list"]):
            end = match.start("list") + number.end()
            found.append(CrossReference(start, end, number[0].lower(), to_answer))
            following = re.compile(r"\d").search(text, end)
            start = following.start() if following else end
    return found


def _nearest(blocks: tuple[Block, ...], number: str, near: str) -> str:
    place = next((index for index, block in enumerate(blocks) if block.id == near), len(blocks))
    carrying = [
        (index, block.id)
        for index, block in enumerate(blocks)
        if block.kind is BlockKind.QUESTION and number in {str(n).lower() for n in block.numbers}
    ]
    before = [identifier for index, identifier in carrying if index <= place]
    if before:
        return before[-1]
    return carrying[0][1] if carrying else ""
