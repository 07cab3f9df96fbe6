"""What needs no model: the salutation of a letter, a known cell, a name alone, figures alone."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from vertaal.glossary import verify
from vertaal.glossary.dutch import fold
from vertaal.translation.held import AMOUNT, amount, held
from vertaal.translation.names import is_person
from vertaal.translation.requests import Request
from vertaal.translation.rewording import degrees
from vertaal.translation.splicing import spliced
from vertaal.types import OccurrenceStatus, TermMatch

_SALUTATION = re.compile(
    r"(?i)(?:(?:zeer\s+)?geachte?|beste)\s+(?P<who>voorzitter|kamerl(?:id|eden))(?P<mark>[,.:!]?)"
)
_WHO = {
    "voorzitter": "President",
    "kamerlid": "Member of Parliament",
    "kamerleden": "Members of Parliament",
}
_NUMBERED = re.compile(r"(?P<n>[Nn])r(?P<many>s?)\.?\s?(?P<number>\d[\d\s/-]*)")
"""'Nr. 12'."""
_EUROS = re.compile(rf"€\s?{AMOUNT.pattern}\.?")
_SIGN_APART = re.compile(r"(?<=€)\s(?=\d)")


def fixed(request: Request) -> str | None:
    """The English of such a source; None for any other."""
    text = request.source.strip()
    if hit := _SALUTATION.fullmatch(text):
        english = f"Dear {_WHO[hit['who'].lower()]}{hit['mark']}"
        found = verify("", request.demands, english, ())
        lacking = any(each.status is OccurrenceStatus.VIOLATED for each in found)
        return None if lacking else english
    if not all(match.keep for match in request.demands):
        whole = [x for x in request.demands if x.surface == text and not x.keep]
        return whole[0].expected[0] if whole and _is_entry(whole[0]) else None
    if hit := _NUMBERED.fullmatch(text):
        return f"{hit['n']}o{hit['many']}. {hit['number']}"
    if hit := _EUROS.fullmatch(text):
        return f"€{amount(hit)[0]}"
    if known := _cells().get(text.lower()):
        return known
    if is_person(text):
        return request.source
    if (name := spliced(text, degrees(text)).text) != text and is_person(name):
        return name
    return figures(request.source)


def _is_entry(match: TermMatch) -> bool:
    """Whether a term stands as its entry has it: 'Gemeente' alone may not become a plural."""
    return fold(match.surface) == fold(match.term.source)


@cache
def _cells() -> dict[str, str]:
    """What a model misreads where it stands alone, with its English: 'aanvragen' is no verb there,
    'uren' no name, and 'p.m.' pro memoria, where a model asks for something ('please').
    """
    table = resources.files("vertaal.translation").joinpath("cells.tsv").read_text("utf-8")
    return dict(line.split("\t") for line in table.splitlines())


def figures(text: str) -> str | None:
    """A text without letters as English writes it: copied, its numbers with English points and
    commas. None for any other text.
    """
    if any(each.isalpha() for each in text):
        return None
    for match in sorted(held(text), key=lambda match: -match.start):
        text = text[: match.start] + match.expected[0] + text[match.end :]
    return _SIGN_APART.sub("", text)
