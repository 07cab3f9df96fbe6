"""What needs no model: the salutation of a letter, a known cell, a name alone, figures alone."""

from __future__ import annotations

import re

from vertaal.translation.held import AMOUNT, amount, held
from vertaal.translation.names import is_person
from vertaal.translation.requests import Request

_SALUTATION = re.compile(r"(?i)(?:geachte|beste)\s+voorzitter(?P<mark>[,.:!]?)")
_CELLS = {
    **dict.fromkeys(("n.v.t.", "n.v.t", "nvt"), "not applicable"),
    **dict.fromkeys(("n.n.b.", "n.n.b", "nnb"), "not yet known"),
    "p.m.": "p.m.",
}
"""'P.m.' is pro memoria; a model asks for something ('please')."""
_EUROS = re.compile(rf"€\s?{AMOUNT.pattern}\.?")
_SIGN_APART = re.compile(r"(?<=€)\s(?=\d)")


def fixed(request: Request) -> str | None:
    """The English of such a source; None for any other."""
    text = request.source.strip()
    if not all(match.keep for match in request.demands):
        return None
    if hit := _SALUTATION.fullmatch(text):
        return f"Dear President{hit['mark']}"
    if hit := _EUROS.fullmatch(text):
        return f"€{amount(hit)[0]}"
    if known := _CELLS.get(text.lower()):
        return known
    if is_person(text) and not request.demands:
        return request.source
    return figures(request.source)


def figures(text: str) -> str | None:
    """A text without letters as English writes it: copied, its numbers with English points and
    commas. None for any other text.
    """
    if any(each.isalpha() for each in text):
        return None
    for match in sorted(held(text), key=lambda match: -match.start):
        text = text[: match.start] + match.expected[0] + text[match.end :]
    return _SIGN_APART.sub("", text)
