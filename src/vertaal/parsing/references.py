"""The reference under which a document is filed."""

from __future__ import annotations

import re

from vertaal.parsing.lines import Line

_HEADING = re.compile(
    r"\s*(?:[O©0]n[sz]e?|uw)?\s*(?:kenmerk|referentie)\s*:?\s*(?P<value>.*)", re.I
)
_CODE = re.compile(r"[A-Z0-9][\w./-]*\d[\w./-]*", re.I)
_PRINTED = re.compile(r"\b(?:ah|kv)-tk-[\dA-Za-z]+(?:-\d+)?")
_QUESTION_NUMBER = re.compile(r"\b(20\d\d)\s?Z\s?(\d{4,6})\b")
_LETTER = re.compile(r"\bbrief\s+van\b.{0,60}?\b(?:nr\.?|kenmerk)\s+(\d{5,9})\b", re.I)
_FIRST_LINES = 400
_REACH = 200_000


def find_reference(lines: list[Line]) -> str | None:
    """The document's own reference; else the number of its questions or of the letter."""
    content = [line.text[:_REACH] for line in lines if not line.blank]
    printed = next((m for text in content if (m := _PRINTED.search(text))), None)
    if printed is not None:
        return printed.group()
    for text, following in zip(content[:_FIRST_LINES], [*content[1:], ""], strict=False):
        heading = _HEADING.fullmatch(text.strip()[:80])
        if heading is not None:
            value = (heading["value"] or following).strip()
            if _CODE.fullmatch(value):
                return value
    for text in content[:_FIRST_LINES]:
        match = _QUESTION_NUMBER.search(text)
        if match is not None:
            return f"{match[1]}Z{match[2]}"
    letter = next((m for text in content[:_FIRST_LINES] if (m := _LETTER.search(text))), None)
    return letter[1] if letter is not None else None
