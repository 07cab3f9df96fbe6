"""Words that lost the space between them, as text taken from a PDF has them ('hetkabinet',
'2027gaat').

Dutch writes compounds solid, so two words side by side are cut apart only on evidence: no list
knows the whole, and one of the two is a word that begins or ends no compound, an article, say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from vertaal.glossary.compounds import is_word, parts
from vertaal.glossary.dutch import Token
from vertaal.words import is_known, zipf

_RUN = re.compile(r"(?<![\w@/])[^\W_]{5,60}+(?![\w@/]|\.[a-z])")
"""Letters and digits that are no part of an address."""
_TURN = re.compile(
    r"(?P<first>[^\W\d_A-Z]{2,})(?=[A-Z][^\W\d_]|[1-9]\d)|(?P<number>\d+)(?=[a-z]{3})"
)
_TITLE = re.compile(r"(?P<first>[A-Z][a-z]{5,})(?=[A-Z][a-z]{5,}$)")
_AFTER_NUMBERS = frozenset(
    "ste sten den tal tallen voud voudig jarig jarige bis ter quater quinquies".split()
)

_ARTICLES = frozenset("de het van dat die dit deze uw hun onze en".split())
"""No Dutch word is made with one of these before another word ('de' apart: 'deblokkeren')."""
_PREPOSITIONS = frozenset(
    "in op aan bij met om voor over onder door uit na tot naar tegen als er ook niet of is ik "
    "wordt worden".split()
)
"""Many of these begin verbs and compounds too: of what may follow only the plainest counts."""
_PLAINEST = frozenset(
    "de het een deze dit die dat haar zijn hun uw onze mijn andere ook niet voor met van door "
    "basis belang gevolg strijd verband begrip".split()
)
_ENDS = frozenset("van het dat deze wordt worden heeft hebben zijn".split())
_LATIN = re.compile(r"(?:eren|ering|eringen|isatie|eerd|eerde|eert)$")

# Zipf scale: log10 of occurrences per thousand million words.
_UNHEARD = 2.0
_COMMON = 4.4
_IN_USE = 3.5


def opened(text: str) -> str:
    """`text` with the lost spaces put in."""
    return " ".join(text[start:end] for start, end in pairwise([0, *cuts(text), len(text)]))


def apart(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens with those cut that are two words run together."""
    for token in tokens:
        for start, end in pairwise([0, *cuts(token.text), len(token.text)]):
            yield replace(
                token,
                start=token.start + start,
                end=token.start + end,
                text=token.text[start:end],
                gap="" if start else token.gap,
                bound_before=token.bound_before and not start,
                bound_after=token.bound_after and end == len(token.text),
            )


def cuts(text: str) -> list[int]:
    """Where in `text` a space was lost, in order."""
    return [hit.start() + at for hit in _RUN.finditer(text) for at in _within(hit.group())]


@lru_cache(maxsize=65536)
def _within(run: str) -> tuple[int, ...]:
    at = next(_places(run), 0)
    return (at, *(at + further for further in _within(run[at:]))) if at else ()


def _places(run: str) -> Iterator[int]:
    if run.islower() and run.isalpha():
        yield from _between_words(run)
    elif run[1:].islower() and run.isalpha():
        # A name may look like anything: 'Enver', 'Donnavan'.
        for at in _between_words(run.lower()):
            plain = len(run) - at > 3 and zipf(run[at:], "nl") >= _COMMON
            if plain and run[:at].lower() in _ARTICLES:
                yield at
    elif hit := _TURN.match(run):
        rest = run[hit.end() :]
        if hit["number"]:
            fits = (
                rest.isalpha() and rest not in _AFTER_NUMBERS and zipf(rest, "nl") >= _COMMON - 0.4
            )
        else:
            first = hit["first"]
            fits = first in _ARTICLES | _PREPOSITIONS or (is_known(first) and is_word(first))
        if fits:
            yield hit.end()
    elif (hit := _TITLE.match(run)) and not zipf(run.lower(), "nl"):
        both = (hit["first"].lower(), run[hit.end() :].lower())
        if all(is_known(word) and zipf(word, "nl") >= _IN_USE for word in both):
            yield hit.end()


def _between_words(word: str) -> Iterator[int]:
    if zipf(word, "nl") >= _UNHEARD or is_known(word):
        return
    compound = bool(parts(word)) or any(
        is_known(word[:at]) and is_known(word[at:]) for at in range(5, len(word) - 3)
    )
    for at in range(2, len(word) - 1):
        first, rest = word[:at], word[at:]
        if first in _ARTICLES:
            fits = _may_follow(first, rest) and (not compound or first in ("deze", "onze"))
        elif first == "te":
            fits = rest.endswith("n") and is_known(rest) and zipf(rest, "nl") >= _IN_USE
        elif compound:
            continue
        elif first in _PREPOSITIONS:
            fits = rest in _PLAINEST
        else:
            fits = rest in _ENDS and is_word(first)
        if fits:
            yield at


def _may_follow(article: str, rest: str) -> bool:
    halves = [part for _, _, part in parts(rest)]
    if article == "de" and any(_LATIN.search(part) for part in (rest, *halves)):
        return False
    return is_word(rest) or zipf(rest, "nl") >= _COMMON or bool(halves)
