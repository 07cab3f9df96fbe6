"""Rare words put into sentences that have a word of the same class in their place.

After Fadaee, Bisazza and Monz 2017 ("Data augmentation for low-resource neural machine
translation"): a corpus of two hundred thousand sentences has most words of the language never or
once; a word list has them, but without a sentence round them. An aligned word pair of a sentence is
exchanged for a pair of the list in the same form, on both sides. What comes out is grammatical and
mostly nonsense, which is the point: only the word itself tells how to translate it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from pathlib import Path

from align import Term
from corpus import Pair, read_fields

CLASSES: tuple[tuple[str, str], ...] = (
    (r"N\(soort,ev,basis", "noun"),
    (r"N\(soort,mv,basis", "nouns"),
    (r"ADJ\(prenom,basis,met-e|WW\((vd|od),prenom,met-e", "adjective-e"),
    (r"ADJ\((prenom|vrij),basis,zonder", "adjective"),
    (r"WW\(inf", "infinitive"),
    (r"WW\(vd,vrij", "participle"),
    (r"WW\(pv,tgw,met-t", "present"),
    (r"WW\(pv,verl,ev", "past"),
    (r"WW\(pv,verl,mv", "pasts"),
)
"""HanTa's tag of a Dutch word → class of a word list."""

ENGLISH: dict[str, re.Pattern[str]] = {
    "noun": re.compile(r"(?!.*(?:[^s]s|ing|ed|ly)$)"),
    "nouns": re.compile(r".+s$"),
    "adjective-e": re.compile(r"(?!.*(?:s|ly)$)"),
    "adjective": re.compile(r"(?!.*s$)"),
    "infinitive": re.compile(r"(?!.*(?:s|ed|ing)$)"),
    "participle": re.compile(r".*(?:ed|en|[td])$"),
    "present": re.compile(r".+s$"),
    "past": re.compile(r".*ed$"),
    "pasts": re.compile(r".*ed$"),
}
"""What the English word of the pair must look like to be the same form; a screen, not a grammar."""

PREDICATE = re.compile(r"\b(?:is|are|was|were|be|been|very|more|most|too|so|as|an?) $")
"""What must stand before an English adjective; Dutch ones without -e may be adverbs."""
VOWEL = re.compile(r"[aeiou]", re.IGNORECASE)


def word_list(paths: Iterable[Path]) -> dict[str, list[Pair]]:
    """Word pairs by class out of ``words-*.tsv`` (Dutch, English, class)."""
    found: dict[str, list[Pair]] = {}
    for path in paths:
        for dutch, english, kind in read_fields(path, 3):
            if kind in ENGLISH:
                found.setdefault(kind, []).append((dutch, english))
    return found


class Swapper:
    """Exchanges one or two words of a sentence pair for pairs of a word list.

    The tagger is HanTa's (Wartena 2019).
    """

    def __init__(self, words: dict[str, list[Pair]], rng: random.Random) -> None:
        from HanTa import HanoverTagger

        self.tagger = HanoverTagger.HanoverTagger("morphmodel_dutch.pgz")
        self.words, self.rng = words, rng
        self.left: dict[str, list[Pair]] = {kind: [] for kind in words}
        self.swapped = 0

    def next(self, kind: str) -> Pair:
        """Every pair of the class once before any comes again."""
        if not self.left[kind]:
            self.left[kind] = self.rng.sample(self.words[kind], len(self.words[kind]))
        return self.left[kind].pop()

    def slots(self, pair: Pair, terms: list[Term]) -> list[tuple[Term, str]]:
        """Terms of one word on both sides, with the class that both forms have."""
        dutch, english = pair
        tokens = list(re.finditer(r"[\w'’\-]+|[^\w\s]", dutch))
        tagged = self.tagger.tag_sent([token.group() for token in tokens])
        tags = {token.span(): tag for token, (_, _, tag) in zip(tokens, tagged, strict=True)}
        found = []
        for term in terms:
            target = english[term.target_start : term.target_end]
            tag = tags.get((term.start, term.end))
            if tag is None or not re.fullmatch(r"[a-z\-]+", target):
                continue
            for pattern, kind in CLASSES:
                if re.match(pattern, tag) and kind in self.words:
                    fits = kind != "adjective" or PREDICATE.search(english[: term.target_start])
                    if fits and ENGLISH[kind].match(target):
                        found.append((term, kind))
                    break
        return found

    def swap(self, pair: Pair, terms: list[Term]) -> Pair | None:
        """The pair with up to two words exchanged; None where it has no fitting word."""
        dutch, english = pair
        slots = self.slots(pair, [term for term in terms if term.score > 0.12])
        self.rng.shuffle(slots)
        chosen: list[tuple[Term, str]] = []
        for term, kind in slots:
            if len(chosen) < 2 and all(
                term.end < other.start or term.start > other.end for other, _ in chosen
            ):
                chosen.append((term, kind))
        if not chosen:
            return None
        pairs = [(term, *self.next(kind)) for term, kind in chosen]
        for term, new, _ in sorted(pairs, key=lambda x: -x[0].start):
            if term.start == 0:
                new = new[:1].upper() + new[1:]
            dutch = dutch[: term.start] + new + dutch[term.end :]
        for term, _, new in sorted(pairs, key=lambda x: -x[0].target_start):
            english = with_article(english[: term.target_start], new) + english[term.target_end :]
        self.swapped += 1
        return dutch, english


def with_article(before: str, new: str) -> str:
    """``before`` and ``new``, the indefinite article between them made to fit."""
    article = re.search(r"\b([Aa])n? $", before)
    if article:
        before = before[: article.start()] + article.group(1) + ("n " if VOWEL.match(new) else " ")
    if not before:
        new = new[:1].upper() + new[1:]
    return before + new
