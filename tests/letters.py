"""Access to the letters kept for the tests, and comparison the way annotators mean it."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

from vertaal.parsing.document import parse
from vertaal.parsing.view import as_json
from vertaal.types import Document, Source

LETTERS = Path(__file__).parent / "data" / "letters"
ANNOTATED = sorted(path.stem for path in LETTERS.glob("*.json"))


def read(path: Path) -> Source:
    return Source(path.name, path.read_text(encoding="utf-8"))


@lru_cache(maxsize=64)
def json_of_letter(name: str) -> dict[str, Any]:
    return json_of((LETTERS / f"{name}.txt").read_text(encoding="utf-8"))


def parse_text(text: str) -> Document:
    return parse(Source("letter.txt", text))


def json_of(text: str) -> dict[str, Any]:
    return as_json(parse_text(text))


def numbers(letter: dict[str, Any]) -> list[Any]:
    return [question["number"] for question in letter["questions"]]


def links(letter: dict[str, Any]) -> list[tuple[list[Any], str]]:
    """What each answer says, and to which questions."""
    return [(answer["for"], answer["text"]) for answer in letter["answers"]]


def annotation(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((LETTERS / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def bare(text: str | None) -> str:
    """The text without white space and hyphens, which an annotator does not vouch for."""
    return re.sub(r"[\s\u00ad-]", "", text or "")


def wordings(item: dict[str, Any]) -> set[str]:
    """The readings of an annotated text: as it stands, and cleaned of marks and misreadings."""
    return {bare(item["text"]), bare(item.get("text_clean", item["text"]))}


def characters(text: str) -> Counter[str]:
    return Counter(character for character in text if not character.isspace())


def unaccounted(source: Source, document: Document) -> dict[str, int]:
    """Characters of the source that stand nowhere in the document (negative: that are new)."""
    balance = characters(source.text)
    for block in document.blocks:
        balance.subtract(characters(block.text + block.label))
    for removal in document.removed:
        balance.subtract(characters(removal.text))
    for repair in document.repaired:
        balance.subtract(characters(repair.before))
        balance.update(characters(repair.after))
    return {character: count for character, count in balance.items() if count}
