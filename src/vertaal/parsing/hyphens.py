"""Hyphens of the typesetter told from hyphens of the word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from vertaal.parsing.lexicon import is_compound, is_rather_english, is_word
from vertaal.words import frequency


class Seam(StrEnum):
    """What becomes of the end of a line."""

    SPACE = "space"
    DROP = "drop the hyphen"
    CLOSE = "close up"


@dataclass(frozen=True, slots=True)
class Spelling:
    """What a document itself shows of its hyphens.

    `hyphenated` counts the words it writes with a hyphen inside a line. `broken` says that lost
    line ends left the typesetter's hyphens inside lines.
    """

    hyphenated: Counter[str] = field(default_factory=Counter)
    broken: bool = False


_SUSPENDED = frozenset(
    "en of dan tot als resp respectievelijk noch maar plus alsook versus vs danwel evenals oftewel"
    " ofwel alsmede inclusief exclusief".split()
)
"""Words after which the rest of a compound follows: 'warmte- versus koudenetten'."""
_SUSPENDED_OR_END = frozenset(("naar", "door", "tegen", "via"))
"""The same, but words end in them too: 'daardoor'."""
_KEEPERS = frozenset(
    ("oud", "ex", "niet", "non", "vice", "quasi", "adjunct", "kandidaat", "interim", "semi", "anti")
)
_OPENERS = frozenset(
    ("aan", "af", "al", "be", "bij", "ge", "her", "in", "me", "mee", "na", "om", "on", "ont", "op")
) | frozenset(("per", "te", "toe", "uit", "ver", "vol", "weg", "wet", "zo"))
"""Short beginnings of Dutch words; another short beginning is rather an abbreviation ('hiv-')."""
_ENDINGS = re.compile(
    r"(?:[bdfgklmnprstvz]?en|[dghklnprt]ing(?:en)?|heid|heden|lijk[es]?|schap(?:pen)?|baar|loze?"
    r"|sche?|tie[fs]?|ties|[dklnrst]ers?|sten?|ste|de[nr]?|te[nr]?)"
)
_OPEN = re.compile(r"([^\W\d_]+)[-\u00ad\u2010\u00ac]$")
_FIRST = re.compile(r"([^\W\d_]+)")
_ADJECTIVE = re.compile(r"(?:isch|aal|eel|lijk|ief|iek|air)(?:e|s)?$")
_INSIDE = re.compile(r"(?<![\w/.@:-])([^\W\d_]+)(-\s?|\u00ad)([a-zà-ÿ]{2,})(?![\w/@-])(?!\.[a-z])")
_ADDRESS = re.compile(r"(?:https?:|www\.|\w\.(?:nl|com|org|eu|be|net)/)\S*$")
_KNOWN = 3e-7


def spelling_of(lines: Iterable[str]) -> Spelling:
    """The hyphens of a document's lines."""
    hyphenated: Counter[str] = Counter()
    for text in lines:
        for match in _INSIDE.finditer(text):
            if match[2] == "-":
                hyphenated[match.group().lower()] += 1
    torn = sum(1 for word in list(hyphenated)[:2000] if _torn(*word.split("-", 1)))
    return Spelling(hyphenated, torn > 1)


def seam(before: str, after: str, spelling: Spelling) -> Seam:
    """How two lines of a paragraph are put together."""
    if before[-1:] in "-/" and _ADDRESS.search(before[-300:]) and not after[:1].isspace():
        return Seam.CLOSE
    first, second = _OPEN.search(before[-60:]), _FIRST.match(after[:60])
    if first is None or second is None:
        joined = before[-1:] == "-" and before[-2:-1].isalnum() and after[:1].isalnum()
        return Seam.CLOSE if joined else Seam.SPACE
    if _is_after_suspended(first[1], second[1].lower()):
        return Seam.SPACE
    if f"{first[1]}-{second[1]}".lower() in spelling.hyphenated and not spelling.broken:
        return Seam.CLOSE
    return Seam.DROP if _one_word(first[1], second[1]) else Seam.CLOSE


def rejoin(text: str, spelling: Spelling) -> tuple[str, list[tuple[str, str]]]:
    """Undo hyphens of the typesetter left inside a line ('beant-woording')."""
    changes: list[tuple[str, str]] = []

    def close(match: re.Match[str]) -> str:
        first, second = match[1], match[3]
        if _is_after_suspended(first, second):
            return match.group()
        loose = match[2] != "-" and _surely_one_word(first, second)
        once = spelling.broken and spelling.hyphenated[match.group().lower()] == 1
        if not (loose or _torn(first, second) or (once and frequency(first + second) > _KNOWN)):
            return match.group()
        changes.append((match.group(), first + second))
        return first + second

    return _INSIDE.sub(close, text), changes


def _is_after_suspended(first: str, second: str) -> bool:
    """Whether the hyphen between the words stands for the rest of a compound."""
    if second in _SUSPENDED_OR_END:
        return frequency(first + second) <= _KNOWN
    return second in _SUSPENDED


@lru_cache(maxsize=8192)
def _one_word(first: str, second: str) -> bool:
    """Whether the parts make one word, when a line ended between them."""
    if second[0].isupper() or (first.isupper() and len(first) > 1) or first.lower() in _KEEPERS:
        return False
    if frequency(first + second):
        return True
    if len(first) < 4 and first.lower() not in _OPENERS:
        return False
    if frequency(first) <= _KNOWN or frequency(second) <= _KNOWN:
        return not (first[0].isupper() and is_rather_english(first))
    if _ADJECTIVE.search(first) and _ADJECTIVE.search(second):
        return False
    if first[0].isupper() or _clash(first, second):
        return False
    return not (is_rather_english(first) and is_rather_english(second))


@lru_cache(maxsize=8192)
def _surely_one_word(first: str, second: str) -> bool:
    """Whether 'first- second', a line's end run into the next line, is one word."""
    if not _one_word(first, second) or _is_suspended(first, second):
        return False
    joined = first + second
    return is_word(joined) or is_compound(joined) or not (is_word(first) or is_compound(first))


def _is_suspended(first: str, second: str) -> bool:
    """'onderzoeks- envervolgingsbeleid': the second word run together with 'en' or 'of'."""
    rest = second[2:]
    if second[:2] not in ("en", "of") or is_word(first + second):
        return False
    return is_word(rest) or is_compound(rest)


@lru_cache(maxsize=8192)
def _torn(first: str, second: str) -> bool:
    """Whether a hyphen inside a line can only be the typesetter's: the parts are no words."""
    if first.lower() in _KEEPERS or len(first) < 2 or _clash(first, second):
        return False
    if first.isupper() or (len(first) < 4 and first.lower() not in _OPENERS):
        return False
    joined = first + second
    if is_word(first):
        whole = frequency(joined)
        if whole > _KNOWN and not (is_word(second) or is_compound(second)):
            return not is_rather_english(second)  # 'beant-woording', 'voorzit-terschap'
        return bool(_ENDINGS.fullmatch(second)) and whole > frequency(second) / 1000
    return is_word(joined) or is_compound(joined)


def _clash(first: str, second: str) -> bool:
    """Whether two vowels meet, which Dutch parts with a hyphen in compounds."""
    return first[-1] in "aeiou" and second[0] in "aeiou"
