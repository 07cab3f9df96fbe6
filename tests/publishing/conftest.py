"""Editions made by hand: the reference letter's beginning, and whatever a test asks for."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from publishing.editions_by_hand import DATA, edition
from vertaal.publishing import documents
from vertaal.types import Edition


@pytest.fixture(scope="session")
def letter() -> Edition:
    """The beginning of a real letter, translated by hand."""
    spec: dict[str, Any] = json.loads((DATA / "letter.json").read_text(encoding="utf-8"))
    return edition(spec)


@pytest.fixture(scope="session")
def edition_of() -> Callable[..., Edition]:
    """Makes an edition from blocks as in `letter.json`."""

    def make(*blocks: dict[str, Any], **rest: Any) -> Edition:
        return edition({"blocks": list(blocks), **rest})

    return make


@pytest.fixture(scope="session")
def titled_note(edition_of: Callable[..., Edition]) -> Edition:
    """A letter whose title has a footnote."""
    title = ("Vragen over het bericht “Jemen”1", "Questions on the report “Yemen”1")
    return edition_of(
        {"kind": "title", "id": "title", "paragraphs": [[title]]},
        {"kind": "question", "id": "q1", "numbers": [1], "paragraphs": [[("A?", "B?")]]},
        {"kind": "footnote", "id": "fn1", "numbers": [1], "paragraphs": [[("NRC.", "A daily.")]]},
    )


@pytest.fixture(scope="session")
def empty_answer(edition_of: Callable[..., Edition]) -> Edition:
    """A letter of which the second answer has no text."""
    return edition_of(
        *(
            {"kind": "question", "id": f"q{n}", "numbers": [n], "paragraphs": [[("A?", "B?")]]}
            for n in (1, 2)
        ),
        {"kind": "answer", "id": "a1", "numbers": [1], "paragraphs": [[("Ja.", "Yes.")]]},
        {"kind": "answer", "id": "a2", "numbers": [2], "paragraphs": []},
    )


@pytest.fixture(scope="session")
def published(letter: Edition) -> dict[str, bytes]:
    """The letter in every layout."""
    return documents(letter, layouts=["parallel", "english", "stacked", "dutch"])
