"""Looking a sentence up among approved pairs: the same, or one like it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from vertaal.spacing import squeeze

_TOKEN = re.compile(r"\w+|[^\w\s]")
_FIRST = 0xE000
"""Words are compared as single characters, from the private use area and the planes after it."""
_LEAST = 60
"""Per cent of likeness that makes a proposal."""
_MOST = 5
"""Proposals for a sentence."""


def telling(sentence: str) -> bool:
    """Whether a sentence says something of itself: it takes three words. 'Ja.' and 'Dat klopt.'
    say what their question asks, and English answers each question in its own way ('Yes, I am.').
    """
    return len(sentence.split()) >= 3


@dataclass(frozen=True, slots=True)
class Pair:
    """A Dutch sentence with its approved English, and where it comes from."""

    source: str
    target: str
    where: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A pair offered for a sentence. `percent`: 100 for the same text, at most 99 for any other;
    between, the share of words and punctuation marks left standing by the shortest edit (word
    Levenshtein over the longer sentence), as translation tools count a fuzzy match.
    """

    pair: Pair
    percent: int


class Memory:
    """Approved pairs, looked up exactly and by likeness."""

    def __init__(self, pairs: Iterable[Pair] = ()) -> None:
        every = tuple(pairs)
        self._times = Counter((squeeze(pair.source), pair.target) for pair in every)
        self.pairs = tuple(dict.fromkeys(every))
        self._by_source: dict[str, list[Pair]] = {}
        for pair in self.pairs:
            self._by_source.setdefault(squeeze(pair.source), []).append(pair)
        self._codes: dict[str, str] = {}
        self._coded: tuple[list[str], list[str]] | None = None

    def digest_of(self, sources: Iterable[str]) -> str:
        """SHA-256 of what `exact` gives for these sentences: equal, and it gives them the same."""
        found = (self.exact(source) for source in sources)
        targets = "\0".join("" if pair is None else pair.target for pair in found)
        return hashlib.sha256(targets.encode("utf-8")).hexdigest()

    def exact(self, source: str) -> Pair | None:
        """The pair for this very sentence (blanks apart): the English approved most often, and
        of several the latest in order of file.
        """
        plain = squeeze(source)
        pairs = reversed(self._by_source.get(plain, []))
        return max(pairs, key=lambda pair: self._times[plain, pair.target], default=None)

    def similar(self, source: str) -> tuple[Proposal, ...]:
        """The proposals of at least `_LEAST` per cent, best first; each English text once."""
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein

        if not self.pairs:
            return ()
        if self._coded is None:
            sources = list(self._by_source)
            self._coded = sources, [self._code(each) for each in sources]
        sources, coded = self._coded
        found = process.extract(
            self._code(squeeze(source)),
            coded,
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=_LEAST / 100,
            limit=_MOST,
        )
        proposals: list[Proposal] = []
        for _, score, at in found:
            same = sources[at] == squeeze(source)
            percent = 100 if same else min(99, int(100 * score))
            pairs = reversed(self._by_source[sources[at]])
            proposals += [Proposal(pair, percent) for pair in pairs]
        return best(proposals)

    def _code(self, text: str) -> str:
        return "".join(
            self._codes.setdefault(token, chr(_FIRST + len(self._codes)))
            for token in _TOKEN.findall(text)
        )


def best(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The proposals best first, of equally good ones the first; each English text once."""
    kept: dict[str, Proposal] = {}
    for proposal in sorted(proposals, key=lambda each: -each.percent):
        kept.setdefault(proposal.pair.target, proposal)
    return tuple(kept.values())[:_MOST]
