"""Where a sentence ends.

Every run of end marks is a candidate; the text before and after it decides. What makes Dutch
official prose hard: abbreviations at every turn, references ('art. 3', 'nr. 12'), question marks
inside quoted headlines, footnote marks glued to the end, and text from PDF without the space.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from vertaal.segmentation.abbreviations import (
    ALMOST_ALWAYS_FINAL,
    ALWAYS_BEFORE_NUMBER,
    COMPANY_FORMS,
    GRADES,
    LABEL_WORDS,
    MAY_END,
    NEVER_LAST,
    STARTERS,
)
from vertaal.types import Span

_CLOSING = ')]”’»"'
_CLOSERS = "\"'”’»)\\]"
_CANDIDATE = re.compile(
    rf"(?P<marks>[.?!…]+[{_CLOSERS}]*[?!.]*[{_CLOSERS}]*)"
    r"(?P<note>\d{1,2}(?:,\s?\d{1,2})*(?!\d)(?=\s|[A-Z«‘“])|\s?\[\d{1,2}\])?"
    r"(?P<gap>\s*)"
)
_ENUMERATOR = re.compile(
    r"\(?(?:\d{1,2}[.)°]|[a-z][.)]|[ivx]{2,4}[.)]|[IVX]{1,4}[.)])(?:\s|(?=[A-Z]))"
)
_ENUMERATION = re.compile(
    r"\(?(?:[Aa]d\s\d{1,2}|\d{1,2}(?=[\s,–-]))(?:(?:,|\s?[-–]|\s(?:en|t/m|tot))\s?\d{1,2})*"
)
_LETTERED = re.compile(r"\(?[a-z]\)\s+[A-Z]")
_BARE_ENUMERATOR = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})$")
_BULLET = re.compile(r"[-–—•▪●]\s")
_OPENERS = "\"'‘“„«(["
_WORD_BEFORE = re.compile(r"[\s(\[‘“„«\"/]|,(?=[^\W\d])")
_SECTION = re.compile(r"(?<!\d)\d{1,3}$")
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_APOSTROPHE_WORD = re.compile(r"['’‘`](?:s|t|n)\s")
_ADDRESS = re.compile(r"://|www\.|@|\.(?:nl|com|org|eu|be|net)$", re.IGNORECASE)
_REST_OF_MAIL = re.compile(r"[\w.+-]+@\w")
"""Of 'Jan.Bakker@minbzk.nl', behind the first point."""
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.-?)*[A-Z][a-z]?")
_LAW = re.compile(
    r"(?:[A-Z][a-z]*(?:wet|besluit|regeling|verordening)|Awb|BW|Sr|Sv|Rv|WvSr|WvSv|EVRM|VWEU)\b"
)
"""Of 'art. 3.38 e.v. Energiewet', where no sentence begins."""
_ASIDE = re.compile(r"[(\[](?![^()]*[.?!][)\]])")
"""Brackets without a sentence of their own: 'de brief van 3 mei jl. (Kamerstuk 35 000, nr. 3)'."""
_DOTTED = re.compile(r"[^\W\d_]{1,4}(?:\.[^\W\d_]{1,4})+", re.UNICODE)
_ENCLOSED = re.compile(
    r"«[^«»]{1,250}»|“[^“”„]{1,250}”|„[^“”„]{1,250}[“”]|\([^()]{1,250}\)|\[[^\[\]]{1,250}\]"
    r"|‘[^‘’\n]{1,250}(?:’(?=s\b|n\b)[^‘’]{0,80}){0,20}’|(?<![\w\"])\"[^\"]{1,250}\"(?!\w)"
    r"|(?<![\w'])'(?![stn]\b)[^'\n]{1,250}(?:'(?=\w)[^'\n]{0,80}){0,20}'(?!\w)"
)


_NEAR = 200
"""Characters on either side of a mark that say anything about it."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A candidate end: what stands around it."""

    marks: str
    before: str
    """The sentence so far, or the last of it, without its end marks."""
    after: str
    glued: bool
    noted: bool


def sentences(text: str, start: int, end: int) -> list[Span]:
    """Spans of the sentences of `text[start:end]`, which may begin or end with blanks."""
    enclosed = _enclosures(text, start, end)
    starts = [first for first, _ in enclosed]
    cuts = [start]
    for match in _CANDIDATE.finditer(text, start, end):
        stop = match.end("note") if match["note"] else match.end("marks")
        if match.end() >= end:
            break
        note_is_item = bool(match["note"] and _ENUMERATOR.match(text, match.start("note"), end))
        if note_is_item:
            stop = match.end("marks")
        elif match["note"] and _is_section(match, start):
            continue
        place = _Place(
            match["marks"],
            text[max(cuts[-1], match.start() - _NEAR) : match.start()],
            text[stop : min(end, match.end() + _NEAR)].lstrip(),
            glued=not text[stop].isspace(),
            noted=bool(match["note"]) and not note_is_item,
        )
        at = bisect_right(starts, match.start()) - 1
        inside = at >= 0 and enclosed[at][1] > match.start()
        if inside and enclosed[at][0] > _first_character(text, cuts[-1]) and enclosed[at][1] > stop:
            continue
        if _ends(place):
            cuts.append(stop)
    return list(zip(cuts, [*cuts[1:], end], strict=True))


def _is_section(match: re.Match[str], start: int) -> bool:
    """Whether mark and note belong to a number, as in 'artikel 2.12 Wabo': nothing behind it says
    that a sentence begins.
    """
    text = match.string
    number = match["marks"] == "." and _SECTION.search(text, start, match.start())
    after = text[match.end() : match.end() + _NEAR].lstrip(_OPENERS + " ")
    return bool(number) and not (after[:1].isupper() and _starter(after))


def _enclosures(text: str, start: int, end: int) -> list[Span]:
    """Spans of quotations and brackets that open in mid-sentence, nested ones left out."""
    return [
        match.span()
        for match in _ENCLOSED.finditer(text, start, end)
        if not text[max(start, match.start() - 4) : match.start()].rstrip().endswith(":")
    ]


def _first_character(text: str, start: int) -> int:
    while text[start].isspace():
        start += 1
    return start


def _ends(place: _Place) -> bool:
    if not _can_begin(place.after):
        return False
    if place.glued and not _ends_glued(place):
        return False
    if set(place.marks) & set("?!"):
        return True
    if "…" in place.marks or "..." in place.marks:
        return place.marks[-1] not in ")]" or place.before.rstrip()[-1:] not in "(["
    if place.marks[0] != "." or len(place.marks) > 1:
        return not _abbreviated(place) or place.marks[-1] in '”»"'
    return place.noted or not _abbreviated(place)


def _can_begin(after: str) -> bool:
    """Does the text after a mark look like the beginning of a sentence?"""
    if _ENUMERATOR.match(after) or _BULLET.match(after) or _APOSTROPHE_WORD.match(after):
        return True
    core = after.lstrip(_OPENERS + " ")
    return bool(core) and (core[0].isupper() or core[0].isdigit() or core[0] in "€§")


def _ends_glued(place: _Place) -> bool:
    """Without a space only a capital after a whole word shows an end: not '35.925', 'nos.nl'."""
    word = _last_word(place.before)
    if _ADDRESS.search(word) and "?" not in place.marks:
        return False
    if "://" in word or _REST_OF_MAIL.match(place.after):
        return False
    core = place.after.lstrip(_OPENERS)
    if _ENUMERATOR.match(place.after) and place.marks[-1] in "?!":
        return True
    if _LETTERED.match(place.after) and len(word) > 2 and word.isalpha() and word.islower():
        return True
    if not core[:1].isupper():
        return False
    if set(place.marks) & set("?!") or place.noted or len(place.marks) > 1:
        return True
    sentence_like = len(core) > 1 and (core[1].islower() or core[1].isspace())
    whole_word = len(word) > 1 and word[-1].islower() and "." not in word
    return sentence_like and (whole_word or word[-1:].isdigit() or word[-1:] in _CLOSING)


def _last_word(before: str) -> str:
    return _WORD_BEFORE.split(before[-40:])[-1]


def _starter(after: str) -> bool:
    """Whether the first word is one that sentences begin with."""
    first = _FIRST_WORD.match(after.lstrip(_OPENERS + " "))
    return first is not None and first.group().lower() in STARTERS


def _abbreviated(place: _Place) -> bool:
    """Does the full stop belong to an abbreviation, initial or enumerator in mid-sentence?"""
    word = _last_word(place.before)
    lower = word.lower()
    at_start = not place.before[: len(place.before) - len(word)].strip(" \n\t([‘“„«\"'-–—•")
    if (at_start and _BARE_ENUMERATOR.match(word)) or _ENUMERATION.fullmatch(place.before.strip()):
        return True
    if word.isdigit() and re.match(r"\d{3}\b", place.after):
        return True
    if not word or word[-1] in ')”’»"':
        return False
    first = _FIRST_WORD.match(place.after.lstrip(_OPENERS + " "))
    starter = _starter(place.after)
    if lower in ALWAYS_BEFORE_NUMBER:
        return not starter
    if lower in MAY_END:
        if _ASIDE.match(place.after) or (lower in ("e.v", "ev") and _LAW.match(place.after)):
            return True
        return not (starter or (lower in ALMOST_ALWAYS_FINAL and first is not None))
    if lower in NEVER_LAST:
        return True
    if len(word) == 1 and word.isalpha():
        words = place.before.split()
        label = words[-2].lower() if len(words) > 1 else ""
        return not (label in GRADES or (label in LABEL_WORDS and starter))
    if _INITIALS.fullmatch(word) and ("." in word or len(word) == 1):
        return not (lower in COMPANY_FORMS and starter)
    if _DOTTED.fullmatch(word) and not _ADDRESS.search(word + "."):
        return not starter
    return False
