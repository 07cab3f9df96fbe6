"""Words and phrases that the embedded model has hardly seen, with the English it is shown for them.

A small model guesses at a word that it met once or never. The lexicon that comes with its weights
stands beside it as a dictionary does beside a translator (as in Zhong and Chiang 2020, "Look it up:
bilingual dictionaries improve neural machine translation"): the English is written into the source
as a term's is, but nobody demands it. `lexicon.tsv` has one entry a line, in small letters:

    aangewakkerd <tab> fuelled      a word form, and its English in the same form
    jeugd-       <tab> youth        the first part of a compound, without linking letters
    -rondes      <tab> rounds       the last part
    kamerdebat   <tab>              a word that the model knows: it is not to be put together
    in duigen viel <tab> fell through    a phrase, whose words mean something else by themselves
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from vertaal.errors import InputError
from vertaal.glossary.compounds import halves
from vertaal.glossary.dutch import fold
from vertaal.glossary.gluing import opens, words
from vertaal.spacing import squeeze
from vertaal.translation.inline import Annotation
from vertaal.translation.proper_nouns import is_place
from vertaal.types import Span, overlap
from vertaal.words import WORD, zipf

_Made = TypeVar("_Made")
_TELLS = 3
"""Words of a phrase that is no name though it has a capital ('het college van B en W')."""
_RARE = 3.7
"""Zipf scale: five times in a million words, more than a small town is named."""
_ALONE = re.compile(
    r"(?<![\w-])(?!(?:lid|heer|mevrouw|dhr|mw|sint)\s)[a-zà-ÿ]+\s"
    r"(?P<name>[A-Z][a-zà-ÿ]{3,})(?![\w-]|\s(?:[A-Z]|van\b|de\b))"
)
"""A word in a capital that is no part of a person's name."""


class Lexicon:
    """English by entry of a lexicon file."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._entries = entries
        counts: dict[str, set[int]] = defaultdict(set)
        for entry in entries:
            # Figures are no words: 'artikel 100-brief' has two.
            if " " in entry and (parts := WORD.findall(entry)):
                counts[parts[0]].add(len(parts))
        self.lengths = {first: sorted(found, reverse=True) for first, found in counts.items()}
        """First word → how many words a phrase that begins with it may have, most first."""

    def shown(self, text: str, taken: Iterable[Span] = ()) -> Iterator[Annotation]:
        """The phrases and words of `text` that it can render, in order, none overlapping another or
        a span of `taken`.

        A capital inside a sentence is a name's ('de heer Bakker'), unless English has it too.
        """
        if not self._entries:
            return
        spans = list(taken)
        found = [hit.span() for hit in words(text)]
        for i, (at, stop) in enumerate(found):
            for count in (*self.lengths.get(_key(text[at:stop]), ()), 1):
                span = at, found[min(i + count, len(found)) - 1][1]
                english = self._english(text, span)
                if english and not any(overlap(span, each) for each in spans):
                    spans.append(span)
                    mark = text[at : at + 2] == "s-" and text[:at].endswith(("'", "’", "‘"))
                    yield at - mark, span[1], english  # 's-Gravenhage
                    break

    def names(self, text: str, taken: Iterable[Span] = ()) -> Iterator[Annotation]:
        """The names of one word of which English has another form ('Sargassozee'); none beside
        another word in a capital, or behind a person's title. And a rare word, unknown to it, that
        is all of a text: a town in the cell of a table.
        """
        spans = list(taken)
        word = text.strip()
        if self._entries and not spans and self._is_unheard(word):
            yield text.index(word), text.index(word) + len(word), word
        for hit in _ALONE.finditer(text) if self._entries else ():
            english = self._entries.get(_key(hit["name"]), "")
            other = english[:1].isupper() and english != hit["name"]
            if other and not any(overlap(hit.span("name"), span) for span in spans):
                spans.append(hit.span("name"))
                yield *hit.span("name"), english
        for start, end, english in self.shown(text, spans):
            phrase = text[start:end]
            if " " in phrase and english[:1].isupper() and not phrase[1:].islower():
                yield start, end, english

    def _is_unheard(self, word: str) -> bool:
        """Whether a name is found nowhere: a model makes another town of 'Doornenburg'."""
        key = _key(word)
        rare = word.istitle() and zipf(key, "nl") < _RARE and is_place(word)
        return rare and key not in self._entries and not self._composed(key)

    def _english(self, text: str, span: Span) -> str:
        """What is shown for a stretch of text, which may be none."""
        start, end = span
        phrase = text[start:end]
        english = self.rendering(_key(phrase))
        if phrase.islower() or english[:1].isupper() or phrase.count(" ") >= _TELLS - 1:
            return english
        return english if english and phrase[1:].islower() and opens(text, start) else ""

    def rendering(self, entry: str) -> str:
        """The English of a word or phrase in small letters; empty where none is to be shown."""
        found = self._entries.get(entry)
        if found is None:
            return "" if " " in entry else self._composed(entry)
        return found

    def _composed(self, word: str) -> str:
        """The English of a compound that no list has, from that of its two parts."""
        plain = fold(word)
        for end, start in halves(plain):
            first, last = (
                self._entries.get(f"{plain[:end]}-"),
                self._entries.get(f"-{plain[start:]}"),
            )
            if first and last:
                return f"{first} {last}"
        return ""


def _key(text: str) -> str:
    """Words as an entry has them."""
    return squeeze(text.lower().replace("’", "'"))


@lru_cache(maxsize=4)
def lexicon(path: Path) -> Lexicon:
    """The lexicon in a file; an empty one where there is no file. Raises `InputError`."""
    return made_of(
        path, "a lexicon", lambda lines: Lexicon(dict(line.split("\t", 1) for line in lines))
    )


def made_of(path: Path, what: str, make: Callable[[list[str]], _Made]) -> _Made:
    """What `make` makes of the lines of a model's file, of which there are none where there is no
    file. Raises `InputError`.
    """
    try:
        return make(path.read_text(encoding="utf-8").splitlines() if path.is_file() else [])
    except (OSError, ValueError) as error:
        raise InputError(
            f"cannot be read as {what} ({error}).",
            path=path,
            remedy="Install vertaal, or copy the model, again.",
        ) from error
