"""White space that tells nothing."""

from __future__ import annotations

from vertaal.types import Span


def squeeze(text: str) -> str:
    """The text with every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def trimmed(text: str, start: int, end: int) -> Span:
    """The place of `text[start:end]` without the white space at its ends; it ends before it starts
    where there is nothing else.
    """
    piece = text[start:end]
    return end - len(piece.lstrip()), start + len(piece.rstrip())
