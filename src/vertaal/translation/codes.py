"""References, addresses and English, which must come through letter by letter; but the EG of a
European act is the EC.
"""

from __future__ import annotations

import re

from vertaal.addresses import ADDRESS
from vertaal.dates import days_of_months
from vertaal.glossary.compounds import halves
from vertaal.glossary.gluing import cuts
from vertaal.translation.english import english
from vertaal.types import CODE, MatchMode, Term, TermMatch, TermStatus
from vertaal.words import is_known, zipf

ENGLISH = "English"
"""The domain under which a stretch of English is listed among the terms."""

_CODE = re.compile(
    ADDRESS
    + r"""
    | (?:(?<=[Kk]amerstuk\s)|(?<=[Kk]amerstukken\s)|(?<=[Kk]amerstuk\sII\s)  # 36 410 VIII
      |(?<=[Kk]amerstukken\sI\s)|(?<=[Kk]amerstukken\sII\s))\d\d\s\d{3}(?:[\s-][IVXLAB]+|-\d\d)?\b
    | (?<![\d.,])\d\d\s\d{3}(?:[\s-][IVXLAB]+|-\d\d)?(?=,?\snrs?\.)  # 21 501-02, nr. 1099
    | (?<![\w.,/–-])\d{5}(?:-[IVXLAB]+)?-\d{1,4}\b(?![.,/–-]?\d)  # 33678-18
    | \b(?:COM|JOIN|SEC|SWD)\s?\(\d{4}\)\s?\d+\s(?:def\b\.?|definitief|final)  # COM(2013) 136 def.
    | (?<=\()EE?G(?=\)\s)                                    # Verordening (EG) nr. 1107/2009
    | (?<=\()v\.i\.(?=\))                                   # invrijheidstelling (v.i.)
    | \bECLI:[A-Z]{2}:[A-Z]+:\d{4}:\w+                      # ECLI:NL:RVS:2024:3958
    | (?<![\w.,-])[1-9]\d{3}\s(?!EU|VN|VS|VK)[A-Z]{2}(?=\s+[A-Z'’]|\s*$)  # 2500 EH Den Haag
    | (?<![\w&])[A-Z](?:&[A-Z])+(?![\w&])                   # R&D
    | \b(?=[\w/-]*\d)(?=[\w/-]*[A-Z])                       # BZDOC-693942081-24
      [A-Z0-9][A-Za-z0-9]*(?:[-/][A-Z0-9][A-Za-z0-9]*)+\b
    | (?<![\w,/-])(?=[\w-]*\d{5})[A-Za-z0-9]+(?:-[A-Za-z0-9]+){2,}\b  # 2016201714422-3-1928-fr-nl-1
    | \b\d{4}Z\d{4,6}\b                                     # 2019Z21918
    | \bah-[te]k-\d[\d–-]*\d\b                             # ah-tk-20172018-2509
    | \b(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{6,}\b      # letters and digits run together
    | (?<![\w.,/–-])(?:\d+[–-])+\d{5,}\b(?![.,/–-]\d)           # 2025-0000123456, 070–3026904
    | (?<![\w.,/–-])(?:\d\d/\d{5}|\d{4}/\d{5,6}|\d{4}/0\d{3})\b(?![.,/–-]?\d)  # 09/01777
    | (?<![\w.,/–-])\d{1,2}/\d{1,2}(?![\w/–-]|[.,]\d)            # 1/12
    | (?<![\w.,/–-])\d{1,2}\.\d{1,2}\.\d{4}\b(?![.,/–-]?\d)      # 1.1.2002
    | (?<!\w)\((?:i{1,3}|i?[vx]|vi{1,3})\)(?!\w)                # (ii)
    | (?:(?<=\b[Kk]enmerk\s)|(?<=\b[Kk]enmerk:\s))          # kenmerk 90.476, OPS 1.030
      (?:[A-Z]{2,}\s)?(?=[\w./-]*\d)[\w./-]*\w
    | (?<![\w.,/–-])(?!\d{1,3}(?:\.\d{3})+\b)\d{1,3}(?:\.\d{1,3}){2,}\b(?![.,/–-]?\d)  # 4.42.2
    | (?<![\d.,])\d{5,}(?![.,]?\d)                          # 2018715781, 20301
    """,
    re.VERBOSE,
)


_OF_COMMUNITY = re.compile(r"(?:^|/)EE?G$")
"""'2002/65/EG', '92/43/EEG': acts of the European (Economic) Community."""
_DEFINITIVE = re.compile(r"(?<=\d\s)def(?:\.|initief)?$")
_MARKED = re.compile(r"([^\W\d_]{4,})[1-9]\d?")
_IN_USE = 3.0
"""Zipf scale: a word that no dictionary needs to have."""


def _is_marked(code: str) -> bool:
    """Whether it is a word with the mark of a note behind it ('verblijf5')."""
    hit = _MARKED.fullmatch(code)
    return hit is not None and is_dutch(hit[1].lower())


def is_dutch(plain: str) -> bool:
    """Whether a word in small letters is a Dutch one."""
    return is_known(plain) or bool(halves(plain)) or zipf(plain, "nl") >= _IN_USE


_IN_CODES = re.compile(r"[\d@&/]|\.\S|\([ivx]")
"""Of which every code has one, and most sentences none."""


def codes(text: str) -> tuple[TermMatch, ...]:
    """The codes and the English in `text` as matches to keep, none overlapping another."""
    found = []
    lost = cuts(text)
    days = [span for span, *_ in days_of_months(text)]
    for hit in _CODE.finditer(text) if _IN_CODES.search(text) else ():
        code = hit.group()
        if hit.span() in days:
            continue
        if code.isalnum() and (
            any(hit.start() < at < hit.end() for at in lost) or _is_marked(code)
        ):
            continue  # '2027gaat' lost a space
        term = Term(code, code, TermStatus.KEEP, MatchMode.EXACT_CASE, domain=CODE)
        # Without its point a number looks like a code ('50000 euro').
        number = code.isdigit() and code[0] != "0" and len(code) < 7
        form = code[:-1] + "C" if _OF_COMMUNITY.search(code) else _DEFINITIVE.sub("final", code)
        forms = (form, f"{int(code):,}") if number else (form,)
        found.append(TermMatch(*hit.span(), code, term, forms, keep=True))
    for start, end in english(text):
        if not any(match.overlaps(start, end) for match in found):
            words = text[start:end]
            term = Term(words, words, TermStatus.KEEP, MatchMode.EXACT_CASE, domain=ENGLISH)
            found.append(TermMatch(start, end, words, term, (words,), keep=True))
    return tuple(found)
