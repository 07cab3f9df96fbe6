"""Hyphens of the typesetter told from hyphens of the word."""

from __future__ import annotations

import re
from functools import lru_cache

from vertaal.parsing.lexicon import frequency, is_word

_OPEN = re.compile(r"([^\W\d_]+)[-\u00ad]$")
_FIRST = re.compile(r"([^\W\d_]+)")
_SUSPENDED = frozenset(["en", "of", "dan", "tot", "als", "resp", "respectievelijk", "noch", "maar", "plus", "alsook"])
_KEEPERS = frozenset(["oud", "ex", "niet", "non", "vice", "quasi", "adjunct", "kandidaat", "interim", "semi", "anti", "pro"])
_ADJECTIVE = re.compile(r"(?:isch|aal|eel|lijk|ief|iek|air)(?:e|s)?$")
_CLASH = re.compile(r"(?:[aeiou]$)")
_INSIDE = re.compile(r"(?<![\w/.@-])([a-zà-ÿ]+)(-\s?|\u00ad)([a-zà-ÿ]{2,})(?![\w/@-])")
_COMMON = 3e-7


def joint(before: str, after: str) -> str:
    """What becomes of the end of a line: 'space', 'drop' its hyphen, or 'keep' it and close up."""
    first, second = _OPEN.search(before[-60:]), _FIRST.match(after[:60])
    if first is None or second is None:
        if before.endswith("-") and after[:1].isalnum() and before[-2:-1].isalnum():
            return "keep"
        if re.search(r"[\w]/$|//$|www\.$", before[-6:]) and not after[:1].isspace():
            return "space"
        return "space"
    if second[1].lower() in _SUSPENDED:
        return "space"
    return "drop" if _one_word(first[1], second[1]) else "keep"


def rejoin(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Undo hyphens left inside a line where line ends were lost ('beant-woording')."""
    changes: list[tuple[str, str]] = []

    def close(match: re.Match[str]) -> str:
        first, second = match[1], match[3]
        if second in _SUSPENDED or not _surely_one_word(first, second):
            return match.group()
        changes.append((match.group(), first + second))
        return first + second

    return _INSIDE.sub(close, text), changes


@lru_cache(maxsize=8192)
def _one_word(first: str, second: str) -> bool:
    """Whether the parts make one word, when a line ended between them."""
    if second[0].isupper() or first.isupper() or first.lower() in _KEEPERS:
        return False
    if frequency(first + second):
        return True
    known = frequency(first) > _COMMON and frequency(second) > _COMMON
    if not known:
        return True
    if _ADJECTIVE.search(first) and _ADJECTIVE.search(second):
        return False
    if first[-1] in "aeiou" and second[0] in "aeiou":
        return False
    return not _foreign(first, second)


@lru_cache(maxsize=8192)
def _surely_one_word(first: str, second: str) -> bool:
    """Whether the parts make one word, on the evidence of the word alone."""
    if first in _KEEPERS or len(first) < 2:
        return False
    if is_word(first) and is_word(second) and frequency(first + second) < _COMMON:
        return False
    return is_word(first + second) or (
        not is_word(first) and not is_word(second) and len(first + second) > 5
    )


def _foreign(first: str, second: str) -> bool:
    """Whether both parts are rather English than Dutch ('dual-use')."""
    from wordfreq import get_frequency_dict

    english = get_frequency_dict("en", wordlist="small")
    return all(english.get(part.lower(), 0.0) > 10 * frequency(part) for part in (first, second))
