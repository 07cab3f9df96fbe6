"""Rows of one source term gathered into the entry that is looked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vertaal.glossary.base import by_source
from vertaal.glossary.dutch import Token, entry_key, fold, tokenise
from vertaal.types import MatchMode, Term, TermMatch, TermStatus


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """All rows of one source term. `term` is the row that speaks for it.

    `words` are the tokens of the source term; `expected` the renderings allowed, preferred first.
    """

    term: Term
    words: tuple[Token, ...]
    expected: tuple[str, ...]
    forbidden: tuple[str, ...]
    keep: bool

    @property
    def is_inflected(self) -> bool:
        """Whether it is found in all its forms."""
        return self.term.match is MatchMode.LEMMA and not self.keep

    @property
    def is_name(self) -> bool:
        """Whether it stays itself inside a hyphenated word: abbreviations and names to keep."""
        return self.keep or all(not word.text[1:].islower() for word in self.words)

    def match(
        self, text: str, start: int, end: int, *, soft: bool = False, shadowed_by: str = ""
    ) -> TermMatch:
        surface = text[start:end]
        return TermMatch(
            start=start,
            end=end,
            surface=surface,
            term=self.term,
            expected=(surface,) if self.keep else self.expected,
            forbidden=self.forbidden,
            keep=self.keep,
            soft=soft,
            shadowed_by=shadowed_by,
        )


def gather(terms: Iterable[Term]) -> tuple[Entry, ...]:
    """One entry for each source term, in order of first appearance. A capital makes another term
    ('Kamer' is not 'kamer')."""
    return tuple(_entry(group) for group in by_source(terms).values())


def _entry(rows: list[Term]) -> Entry:
    by_status: dict[TermStatus, list[Term]] = {status: [] for status in TermStatus}
    for row in rows:
        by_status[row.status].append(row)
    keep = by_status[TermStatus.KEEP]
    preferred = by_status[TermStatus.PREFERRED]
    speaker = (keep or preferred or rows)[0]
    allowed = [row.target for row in (*preferred, *by_status[TermStatus.ADMITTED])]
    return Entry(
        term=speaker,
        words=tokenise(speaker.source),
        expected=tuple(dict.fromkeys(allowed)),
        forbidden=tuple(dict.fromkeys(row.target for row in by_status[TermStatus.FORBIDDEN])),
        keep=bool(keep),
    )


def lemma_keys(entry: Entry) -> tuple[str, ...]:
    """The entry's words as keys of the lemma index, punctuation between them included."""
    return _with_gaps(entry.words, [entry_key(word.text) for word in entry.words])


def surface_keys(words: tuple[Token, ...]) -> tuple[str, ...]:
    return _with_gaps(words, [fold(word.text) for word in words])


def _with_gaps(words: tuple[Token, ...], keys: list[str]) -> tuple[str, ...]:
    sequence: list[str] = []
    for word, key in zip(words, keys, strict=True):
        if word.gap:
            sequence.append(gap_key(word.gap))
        sequence.append(key)
    return tuple(sequence)


def gap_key(gap: str) -> str:
    """Punctuation as an element of a key sequence; a blank first, which no word begins with."""
    return " " + "".join(gap.split())
