"""Words that the embedded model has hardly seen, with the English that it is shown for them.

A small model guesses at a word that it met once or never. The lexicon that comes with its weights
stands beside it as a dictionary does beside a translator (as in Zhong and Chiang 2020, "Look it up:
bilingual dictionaries improve neural machine translation"): the English is written into the source
as a term's is, but nobody demands it. `lexicon.tsv` has one entry a line, in small letters:

    aangewakkerd <tab> fuelled      a word form, and its English in the same form
    jeugd-       <tab> youth        the first part of a compound, without linking letters
    -rondes      <tab> rounds       the last part
    kamerdebat   <tab>              a word that the model knows: it is not to be put together
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from vertaal.errors import InputError
from vertaal.glossary.compounds import halves
from vertaal.glossary.dutch import fold
from vertaal.glossary.gluing import cuts, opens
from vertaal.translation.inline import Annotation
from vertaal.types import Span, overlap
from vertaal.words import WORD


class Lexicon:
    """English by entry of a lexicon file."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._entries = entries

    def shown(self, text: str, taken: Iterable[Span] = ()) -> Iterator[Annotation]:
        """The words of `text` that it can render, in order, none overlapping a span of `taken`.

        A capital inside a sentence is a name's ('de heer Bakker'), unless English has it too.
        """
        if not self._entries:
            return
        spans = list(taken)
        for start, end in itertools.pairwise([0, *cuts(text), len(text)]):
            for hit in WORD.finditer(text, start, end):
                word = hit.group()
                english = self.rendering(word.lower().replace("’", "'"))
                if not english or any(overlap(hit.span(), span) for span in spans):
                    continue
                opening = word[1:].islower() and opens(text, hit.start())
                if word.islower() or english[0].isupper() or opening:
                    mark = word[:2] == "s-" and text[: hit.start()].endswith(("'", "’", "‘"))
                    yield hit.start() - mark, hit.end(), english  # 's-Gravenhage

    def rendering(self, word: str) -> str:
        """The English of a word in small letters; empty where there is none to be shown."""
        found = self._entries.get(word)
        return self._composed(word) if found is None else found

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


@lru_cache(maxsize=4)
def lexicon(path: Path) -> Lexicon:
    """The lexicon in a file; an empty one where there is no file. Raises `InputError`."""
    if not path.is_file():
        return Lexicon({})
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return Lexicon(dict(line.split("\t", 1) for line in lines))
    except (OSError, ValueError) as error:
        raise InputError(
            f"cannot be read as a lexicon ({error}).",
            path=path,
            remedy="Install vertaal, or copy the model, again.",
        ) from error
