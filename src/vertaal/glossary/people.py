"""People whom a text calls by first name and surname. Inside 'Sophie Klein', 'Peter Zwart' and
'Jan Koning' no word is what the dictionary or a glossary says of it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

from vertaal.dates import DUTCH_MONTH
from vertaal.glossary.dutch import fold
from vertaal.glossary.gluing import cuts
from vertaal.glossary.starter import translated_places
from vertaal.types import Span
from vertaal.words import PORTFOLIOS, SURNAME_PREFIXES, WORD, is_known

_WORDS_TOO = frozenset(("Ad", "Bas", "Ben", "Frans", "Job", "Lies", "Max"))
"""'Het Frans Openbaar Ministerie': first names where no dictionary has the next word."""
_NO_SURNAME = re.compile(
    r"(?:academie|bank|centrum|college|fonds|hogeschool|(?:zieken|\b)huis|instituut|ische?|kliniek"
    r"|museum|prijs|school|stadion|station|stichting|theater|universiteit|vereniging|ië)$"
    rf"|(?:duits|engels|frans|nederlands|spaans|turks|vlaams|{DUTCH_MONTH})$"
)
"""How what is called after somebody ends: 'Emma Kinderziekenhuis'."""
_GENITIVE = re.compile(r"['’]s?$")


@lru_cache(maxsize=4096)
def people(text: str) -> tuple[Span, ...]:
    """Where `text` names somebody in full, in order: 'Anne Marie van der Gaag'."""
    return tuple(_people(text))


def _people(text: str) -> Iterator[Span]:
    apart = itertools.pairwise([0, *cuts(text), len(text)])
    words = [word for start, end in apart for word in WORD.finditer(text, start, end)]
    done = 0
    for at, word in enumerate(words):
        if at < done or (at and words[at - 1][0] == "Sint"):
            continue
        last = at
        while _is_first_name(words[last][0]):
            after = _after_prefixes(text, words, last)
            if after is None or not _is_surname(words[last][0], words[after][0]):
                break
            last = after
        if last > at or ("-" in word[0] and _is_first_name(word[0])):
            done = last + 1
            yield word.start(), words[last].start() + len(_GENITIVE.sub("", words[last][0]))


def _is_first_name(word: str) -> bool:
    """Whether the list has `word`, or both its parts: 'Willem-Alexander', a name by itself."""
    return word in _given_names() or {*word.partition("-")} <= _given_names() | {"-"}


def _after_prefixes(text: str, words: list[re.Match[str]], at: int) -> int | None:
    """The word that follows with nothing but the prefixes of a surname between."""
    for after in range(at + 1, len(words)):
        if text[words[after - 1].end() : words[after].start()] != " ":
            return None
        if words[after][0].lower() not in SURNAME_PREFIXES:
            return after
    return None


@lru_cache(maxsize=65536)
def _is_surname(first: str, last: str) -> bool:
    """Whether a word can be the surname behind a first name."""
    last = _GENITIVE.sub("", last)
    plain = fold(last)
    if len(last) < 2 or not last[0].isupper() or last.isupper() or _NO_SURNAME.search(plain):
        return False
    if plain in translated_places() or plain in PORTFOLIOS:
        return False
    return first not in _WORDS_TOO or not is_known(last.lower())


@cache
def _given_names() -> frozenset[str]:
    table = resources.files("vertaal.glossary").joinpath("given_names.txt").read_text("utf-8")
    return frozenset(table.split())
