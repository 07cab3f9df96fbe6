"""White space that tells nothing."""

from __future__ import annotations


def squeeze(text: str) -> str:
    """The text with every run of white space as one space, none at the ends."""
    return " ".join(text.split())
