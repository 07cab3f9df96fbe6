"""Word alignment with IBM Model 1 in numpy, and terms (spans aligned on both sides) out of it.

Model 1 (Brown et al. 1993) is trained in both directions over lemmas; word pairs of a lexicon take
part as tiny sentences. Alignment points on which both directions agree are grown to neighbours
(so that 'mensenrechten' holds both words of 'human rights'); spans of up to four words consistent
with them, beginning and ending in a content word, are the terms.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import simplemma
import wordfreq
from corpus import Pair
from numpy.typing import NDArray

WORD = re.compile(r"\w+(?:['’\-]\w+)*")
MOST = 55
"""Longer sentences (in words) take no part in the alignment."""


@dataclass(frozen=True)
class Term:
    """Character spans of a source term and its rendering, and how sure the alignment is."""

    start: int
    end: int
    target_start: int
    target_end: int
    score: float


@functools.cache
def lemma(word: str, language: str) -> str:
    return simplemma.lemmatize(word, lang=language).lower()


@functools.cache
def common(language: str) -> frozenset[str]:
    return frozenset(wordfreq.top_n_list(language, 130))


def is_content(word: str, language: str) -> bool:
    return len(word) > 2 and word.lower() not in common(language) and not word.isdigit()


def words(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in WORD.finditer(text)]


def em(
    link: NDArray[np.int64], token: NDArray[np.int32], given: NDArray[np.int64], rounds: int
) -> NDArray[np.float64]:
    """Model 1; ``token`` numbers the predicted token of a link, ``given`` the conditioning word."""
    table = np.full(len(given), 1.0)
    for _ in range(rounds):
        weight = table[link]
        weight /= np.bincount(token, weight)[token]
        count = np.bincount(link, weight, minlength=len(given))
        table = count / np.bincount(given, count)[given]
    return table


def model1(
    sentences: Iterable[tuple[NDArray[np.int64], NDArray[np.int64]]], rounds: int, most: int = MOST
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """Pairs of ids seen together (``source << 32 | target``), p(target|source), p(source|target).

    Sentences longer than ``most`` on either side are left out.
    """
    keys: list[NDArray[np.int64]] = []
    per_source: list[NDArray[np.int32]] = []
    per_target: list[NDArray[np.int32]] = []
    sources = targets = 0
    for f, e in sentences:
        n, m = len(f), len(e)
        if not n or not m or n > most or m > most:
            continue
        keys.append((f[:, None] * (1 << 32) + e[None, :]).ravel())
        per_source.append(np.repeat(np.arange(sources, sources + n, dtype=np.int32), m))
        per_target.append(np.tile(np.arange(targets, targets + m, dtype=np.int32), n))
        sources, targets = sources + n, targets + m
    key, link = np.unique(np.concatenate(keys), return_inverse=True)
    forward = em(link, np.concatenate(per_target), key >> 32, rounds)
    backward = em(link, np.concatenate(per_source), key & 0xFFFFFFFF, rounds)
    return key, forward, backward


class Aligner:
    """Both lexical tables over lemmas, and the terms of a sentence pair by them."""

    def __init__(self, pairs: Sequence[Pair], rounds: int = 5) -> None:
        self.dutch: dict[str, int] = {}
        self.english: dict[str, int] = {}
        self.keys, self.forward, self.backward = model1(
            (
                (self.ids(source, self.dutch, "nl"), self.ids(target, self.english, "en"))
                for source, target in pairs
            ),
            rounds,
        )

    @staticmethod
    def ids(text: str, vocabulary: dict[str, int], language: str) -> NDArray[np.int64]:
        return np.asarray(
            [
                vocabulary.setdefault(lemma(text[a:b], language), len(vocabulary))
                for a, b in words(text)
            ],
            dtype=np.int64,
        )

    def table(self, source: str, target: str) -> tuple[NDArray[np.float64], ...]:
        """Forward and backward probabilities of every word pair, nearer the diagonal favoured."""
        f = np.asarray([self.dutch.get(lemma(source[a:b], "nl"), -1) for a, b in words(source)])
        e = np.asarray([self.english.get(lemma(target[a:b], "en"), -1) for a, b in words(target)])
        key = f[:, None] * (1 << 32) + e[None, :]
        at = np.searchsorted(self.keys, key).clip(max=len(self.keys) - 1)
        hit = (self.keys[at] == key) & (f >= 0)[:, None] & (e >= 0)[None, :]
        place = np.abs(
            (np.arange(len(f)) / max(1, len(f)))[:, None]
            - (np.arange(len(e)) / max(1, len(e)))[None, :]
        )
        near = np.exp(-3.0 * place) * hit
        return self.forward[at] * near, self.backward[at] * near

    def terms(self, source: str, target: str) -> list[Term]:
        f, e = words(source), words(target)
        if not f or not e or len(f) > MOST or len(e) > MOST:
            return []
        forward, backward = self.table(source, target)
        links = grown(forward, backward)
        score = np.minimum(forward, backward)
        dutch = {i for i, (a, b) in enumerate(f) if is_content(source[a:b], "nl")}
        english = {j for j, (a, b) in enumerate(e) if is_content(target[a:b], "en")}
        found: list[Term] = []
        for first, last, low, high in spans(links):
            if not ({first, last} <= dutch and {low, high} <= english):
                continue
            a, b, c, d = f[first][0], f[last][1], e[low][0], e[high][1]
            if re.search(r"[^\w\s'’\-]", source[a:b] + target[c:d]):
                continue
            sure = [score[i, j] for i, j in links if first <= i <= last]
            found.append(Term(a, b, c, d, float(np.mean(sure))))
        return found


def grown(forward: NDArray[np.float64], backward: NDArray[np.float64]) -> set[tuple[int, int]]:
    """Word pairs on which both directions agree, and their neighbours where one does."""
    dutch, english = forward.shape
    from_english, from_dutch = forward.argmax(0), backward.argmax(1)
    links = {
        (i, int(j))
        for i, j in enumerate(from_dutch)
        if from_english[j] == i and min(forward[i, j], backward[i, j]) > 0.05
    }
    for i, j in list(links):
        for k in (j + 1, j + 2, j - 1, j - 2):
            if not 0 <= k < english or forward[i, k] <= 0.02:
                continue
            if all(from_english[x] == i for x in range(min(j, k), max(j, k) + 1)):
                links.add((i, k))
        for k in (i + 1, i - 1):
            if 0 <= k < dutch and from_dutch[k] == j and backward[k, j] > 0.02:
                links.add((k, j))
    return links


def spans(links: set[tuple[int, int]], most: int = 4) -> Iterator[tuple[int, int, int, int]]:
    """First and last word, on both sides, of what is linked to each other alone."""
    of_dutch: dict[int, list[int]] = {}
    of_english: dict[int, list[int]] = {}
    for i, j in links:
        of_dutch.setdefault(i, []).append(j)
        of_english.setdefault(j, []).append(i)
    for first in sorted(of_dutch):
        for last in range(first, first + most):
            if last not in of_dutch:
                continue
            targets = [j for i in range(first, last + 1) for j in of_dutch.get(i, [])]
            low, high = min(targets), max(targets)
            back = [i for j in range(low, high + 1) for i in of_english.get(j, [])]
            if high - low < most and first <= min(back) and max(back) <= last:
                yield first, last, low, high
