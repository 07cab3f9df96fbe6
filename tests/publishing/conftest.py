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
def published(letter: Edition) -> dict[str, bytes]:
    """The letter in every layout."""
    return documents(letter, layouts=["parallel", "english", "stacked", "dutch"])
