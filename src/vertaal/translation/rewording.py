"""What a model turns round, or loses, in Dutch words that it reads as they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vertaal.dates import DUTCH_MONTH
from vertaal.numerals import DUTCH_ONES, DUTCH_TENS, cardinal

_SOME = rf"(?:\d+|{'|'.join((*DUTCH_ONES, *DUTCH_TENS))}|anderhalf|een\shalf)"
_REWORDED = (
    # Of what a court imposed no 'up to' is said: 'de veroordeling tot zes jaar cel'.
    (
        rf"\bveroordeling(?:en)?\s(?P<seen>tot)(?=\s{_SOME}\s(?:jaar|maand(?:en)?|we(?:ek|ken)|dagen|uur)\b)",
        "van",
    ),
    # 'Met terugwerkende kracht tot 1 juli', from that day on.
    (
        r"\bterugwerkende\skracht\s(?P<seen>tot(?:\sen\smet)?)"
        rf"(?=\s(?:\d{{1,2}}\s(?:{DUTCH_MONTH})|(?:begin\s|eind\s|medio\s)?(?:{DUTCH_MONTH}|(?:19|20)\d\d)\b"
        r"|(?:de|het)\s(?:\w+\s)?(?:da(?:g|tum)|moment|tijdstip|begin|inwerkingtreding)\b))",
        "vanaf",
    ),
    # The comma of older letters: 'keur ik goed, dat de termijn wordt verlengd'.
    (r"\b(?:goed|vast)(?P<seen>,)(?=\sdat\b)", ""),
    # The level that was reached, no difference: 'de inflatie was met 3,8 procent hoger'.
    (
        r"(?i)\b(?:opkomst|werkloosheid|inflatie|\w*(?:percentage|rente|aandeel|verzuim|graad))\b[^.,;:]{0,60}"
        r"\s(?:is|was|lag|ligt)(?:\sin\s(?:\w+\s)?\d{4})?(?P<seen>\s)met\s\d+(?:,\d+)?\s?(?:%|procent\b)"
        r"(?P<too>\s)(?=(?:\w+\s)?(?:hoger|lager|groter|kleiner)\b)",
        ", ",
    ),
    # His Netherlands Majesty's Ship, of which a model makes a doctor.
    (r"(?<!\w)(?P<seen>[ZH]r\.\s?Ms\.)(?=\s[A-Z])", "HNLMS"),
    # A verb elsewhere: 'de cliënt kan zijn of haar klacht indienen'.
    (
        r"(?i)(?<!\b(?:aan|bij|met|uit|van|via|die|wie)\s)(?<!\b(?:door|over|voor|naar)\s)"
        r"(?<!\b(?:en|in|om|op)\s)\bzijn(?P<seen>\sof\s)haar\b",
        "/",
    ),
)
_COMPILED = tuple((re.compile(pattern), seen) for pattern, seen in _REWORDED)
_NUMBER = re.compile(r"(?i)(?<![\w-])[a-zéë]*(?:honderd|duizend)[a-zéë]*(?![\w-])")
EITHER = ("his/her", "his or her")
"""As a model renders 'zijn/haar', and what the source says."""


def reworded(text: str) -> Iterator[tuple[int, int, str]]:
    """Each stretch of `text` that is misread as (start, end, what is seen in its place)."""
    for pattern, seen in _COMPILED:
        for hit in pattern.finditer(text):
            for name in pattern.groupindex:
                yield *hit.span(name), seen
    for hit in _NUMBER.finditer(text):
        number = cardinal(hit.group().lower()) or 0
        if number > 100 and len(f"{number}".rstrip("0")) > 1:  # 'driehonderdzevenentwintig'
            yield *hit.span(), f"{number:,}".replace(",", ".") if number >= 10_000 else f"{number}"
