"""Whether the capitals of a text suit an entry: 'Kamer' is not 'kamer', nor 'PAS' 'pas'."""

from __future__ import annotations

from collections.abc import Sequence

from vertaal.glossary.dutch import Token, strip_marks
from vertaal.glossary.entries import Entry
from vertaal.types import MatchMode
from vertaal.words import is_known

ABBREVIATION = 5
"""Letters that an abbreviation may have."""


def is_shouted(tokens: Sequence[Token]) -> bool:
    """Whether a text is in capitals, and is no row of abbreviations."""
    return _in_capitals(tokens) and any(len(token.text) > ABBREVIATION for token in tokens)


def _in_capitals(tokens: Sequence[Token]) -> bool:
    return all(token.text == token.text.upper() for token in tokens)


def fits(entry: Entry, found: Sequence[Token], *, shouted: bool) -> bool:
    """Whether the case of `found` suits the entry, in a text that is `shouted` or not."""
    mode = entry.term.match
    if len(found) > 1 and _in_capitals(found):
        return True  # No row of abbreviations reads so.
    if len(found) != len(entry.words):
        # One spelt with hyphens, the other solid: the first letter's case decides.
        return word_fits(mode, entry.words[0].text[:1], found[0].text[:1])
    return all(
        word_fits(mode, _wanted_case(entry, word.text), _cut_genitive(entry, word.text, said))
        for word, said in zip(entry.words, (_said(token, shouted) for token in found), strict=True)
    )


def _said(token: Token, shouted: bool) -> str:
    """The token; a short word of a text in capitals as it would stand in a sentence: 'WET' is no
    abbreviation there.
    """
    short = shouted and len(token.text) <= ABBREVIATION and is_known(token.text.lower())
    return token.text.capitalize() if short else token.text


def _wanted_case(entry: Entry, word: str) -> str:
    """The entry's word as its case counts: of three words and more, capitals at the beginning of a
    word do not, for nothing else reads 'hoge commissaris voor de mensenrechten'."""
    lenient = len(entry.words) >= 3 and entry.is_inflected
    return word.lower() if lenient and word[1:].islower() else word


def _cut_genitive(entry: Entry, word: str, found: str) -> str:
    """`found` without "'s" where the entry's word has none and is not inflected anyway."""
    if entry.is_inflected:
        return found
    plain, wanted = strip_marks(found), strip_marks(word)
    return found[: len(word)] if plain.casefold() != wanted.casefold() else found


def word_fits(mode: MatchMode, word: str, found: str) -> bool:
    """Whether the case of a text's word suits the entry's word.

    A capital of the entry must be one in the text, abbreviations and inner capitals to the
    letter; a lower-case entry takes any case but that of an abbreviation ('PAS' is not 'pas').
    """
    word, found = strip_marks(word), strip_marks(found)
    if mode is MatchMode.EXACT_CASE:
        return word == found or (word[1:].islower() and len(word) > 4 and found == word.upper())
    if word.islower():
        return not (found.isupper() and 1 < len(found) <= ABBREVIATION)
    if any(char.isupper() for char in word[1:]):
        return found.startswith(word) or found == word.upper()
    return not word[:1].isupper() or found[:1].isupper()
