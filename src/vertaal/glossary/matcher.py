"""Finds glossary terms in Dutch text: one automaton over words, not one search per entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from vertaal.glossary.base import Glossary
from vertaal.glossary.capitals import fits, is_shouted, word_fits
from vertaal.glossary.compounds import halves
from vertaal.glossary.dutch import (
    Token,
    entry_key,
    fold,
    is_infinitive,
    strip_marks,
    text_keys,
    tokenise,
)
from vertaal.glossary.entries import (
    Entry,
    gap_key,
    gather,
    lemma_keys,
    surface_keys,
)
from vertaal.glossary.gluing import apart, ends
from vertaal.glossary.naming import enclosing, is_place_or_body, whole_names
from vertaal.glossary.people import people
from vertaal.glossary.readings import Reading, reading, suits
from vertaal.glossary.separable import SeparableVerbs, makes_another
from vertaal.types import MatchMode, Span, TermMatch, overlap

_NO_KEY = 0
_RANK = {MatchMode.EXACT_CASE: 0, MatchMode.EXACT: 1, MatchMode.LEMMA: 2}
# Names with a genitive in -s; of others ('Nederlands', 'Amsterdams') that form is the adjective.
_GENITIVES = frozenset(
    "duitslands engelands finlands frankrijks griekenlands ierlands oostenrijks ruslands "
    "schotlands turkijes zwitserlands".split()
)


@dataclass(frozen=True, slots=True)
class _Hit:
    """An entry found at text[start:end], and in `apart` what belongs to a verb elsewhere."""

    start: int
    end: int
    entry: Entry
    soft: bool = False
    apart: Span = (0, 0)

    def overlaps(self, other: _Hit) -> bool:
        return any(
            overlap(ours, theirs)
            for ours in ((self.start, self.end), self.apart)
            for theirs in ((other.start, other.end), other.apart)
        )

    def order(self, text: str) -> tuple[object, ...]:
        """Longest first, then what asks for more, then the closer spelling and case."""
        surface = text[self.start : self.end]
        return (
            self.soft,
            self.start - self.end + self.apart[0] - self.apart[1],
            self.start,
            _RANK[self.entry.term.match],
            surface != self.entry.term.source,
            strip_marks(surface)[:1] != strip_marks(self.entry.term.source)[:1],
            fold(surface) != fold(self.entry.term.source),
        )


class _Index:
    """An Aho-Corasick automaton over sequences of word numbers."""

    def __init__(self, patterns: Mapping[tuple[str, ...], Sequence[Entry]]) -> None:
        import ahocorasick

        self._numbers: dict[str, int] = {}
        self._automaton: Any = ahocorasick.Automaton(
            ahocorasick.STORE_ANY, ahocorasick.KEY_SEQUENCE
        )
        for keys, entries in patterns.items():
            numbers = tuple(self._numbers.setdefault(key, len(self._numbers) + 1) for key in keys)
            self._automaton.add_word(numbers, (len(keys), tuple(entries)))
        self._automaton.make_automaton()
        self._empty = not patterns

    def knows(self, key: str) -> bool:
        return key in self._numbers

    def find(self, sequence: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, Entry]]:
        """(first, last, entry) over positions of `sequence`, each of which has several keys.

        The automaton runs once with every position's first known key, and once more for each
        further one, so that a pattern is found whichever single reading it needs.
        """
        if self._empty:
            return
        known = [
            tuple(dict.fromkeys(self._numbers[key] for key in keys if key in self._numbers))
            for keys in sequence
        ]
        first = tuple(numbers[0] if numbers else _NO_KEY for numbers in known)
        readings = {first}
        for at, numbers in enumerate(known):
            readings.update((*first[:at], number, *first[at + 1 :]) for number in numbers[1:])
        for numbers in sorted(readings):
            if any(numbers):
                for last, (length, entries) in self._automaton.iter(numbers):
                    for entry in entries:
                        yield last - length + 1, last, entry


class Matcher:
    """Finds the terms of a glossary. Built once for a glossary; `match` is a pure function."""

    def __init__(self, glossary: Glossary) -> None:
        self.entries = gather(glossary.terms)
        by_lemma: dict[tuple[str, ...], list[Entry]] = {}
        by_surface: dict[tuple[str, ...], list[Entry]] = {}
        for entry in self.entries:
            if not entry.words:
                continue
            if entry.is_inflected:
                for keys in dict.fromkeys(_lemma_patterns(entry)):
                    by_lemma.setdefault(keys, []).append(entry)
            else:
                by_surface.setdefault(surface_keys(entry.words), []).append(entry)
        self._lemmas = _Index(by_lemma)
        self._surfaces = _Index(by_surface)
        self._single = {
            keys[0]: tuple(entries) for keys, entries in by_lemma.items() if len(keys) == 1
        }
        self._separable = SeparableVerbs(self.entries)

    def match(self, text: str) -> tuple[TermMatch, ...]:
        """The terms in `text` in order of place. Of overlapping ones the longest stands, the
        others are given with `shadowed_by`."""
        tokens = tokenise(text)
        hits = tuple(dict.fromkeys(_with_point(text, hit) for hit in self._hits(tokens)))
        return self._settle(text, hits, self._names(text, tokens, hits))

    def _hits(self, tokens: tuple[Token, ...]) -> Iterator[_Hit]:
        for view in _views(tokens):
            yield from self._find(view)
        for token, companion, entry in self._separable.find(tokens):
            apart = companion[0].start, companion[-1].end
            yield _Hit(token.start, token.end, entry, apart=apart)
        for token in tokens:
            yield from self._compound_hits(token)

    def _find(self, tokens: tuple[Token, ...]) -> Iterator[_Hit]:
        places: list[int | None] = []
        lemmas: list[Sequence[str]] = []
        surfaces: list[Sequence[str]] = []
        for at, token in enumerate(tokens):
            if token.gap:
                places.append(None)
                lemmas.append((gap_key(token.gap),))
                surfaces.append((gap_key(token.gap),))
            places.append(at)
            lemmas.append(text_keys(token.text))
            surfaces.append(_surface_forms(token.text))
        shouted = is_shouted(tokens)
        for index, sequence in ((self._lemmas, lemmas), (self._surfaces, surfaces)):
            for first, last, entry in index.find(sequence):
                covered = [at for at in places[first : last + 1] if at is not None]
                found = tokens[covered[0] : covered[-1] + 1]
                if not fits(entry, found, shouted=shouted) or _goes_on(tokens, covered[-1]):
                    continue
                if len(found) > 1 or _is_meant(entry, tokens, covered[0]):
                    bound = found[0].bound_before or found[-1].bound_after
                    end = found[-1].end - (0 if index is self._lemmas else _overhang(entry, found))
                    yield _Hit(found[0].start, end, entry, bound and not entry.is_name)

    def _compound_hits(self, token: Token) -> Iterator[_Hit]:
        if not self._single or any(self._lemmas.knows(key) for key in text_keys(token.text)):
            return
        if len(strip_marks(token.text)) != len(token.text):
            return  # offsets into the folded word would not be offsets into the text
        whole = len(token.text)
        cuts = halves(token.text)
        for start, end in (span for cut in cuts for span in ((0, cut[0]), (cut[1], whole))):
            surface = token.text[start:end]
            for key in text_keys(surface):
                for entry in self._single.get(key, ()):
                    if len(entry.words) == 1 and word_fits(
                        entry.term.match, entry.words[0].text, surface
                    ):
                        yield _Hit(token.start + start, token.start + end, entry, soft=True)

    def _names(self, text: str, tokens: Sequence[Token], hits: Iterable[_Hit]) -> dict[_Hit, str]:
        """The hits that are part of a name, with that name: a body's or a person's."""
        named = {
            hit: text[start:end]
            for start, end in people(text)
            for hit in hits
            if start <= hit.start and hit.end <= end and not hit.entry.words[0].text[0].isupper()
        }
        places = [hit for hit in hits if not hit.soft and is_place_or_body(hit.entry)]
        if not places:
            return named
        whole = tuple(whole_names(text))
        starts = {token.start: at for at, token in enumerate(tokens)}
        ends = {token.end: at for at, token in enumerate(tokens)}
        claimed = {
            at
            for hit in hits
            if not hit.soft
            for at in range(starts.get(hit.start, 0), ends.get(hit.end, -1) + 1)
        }
        for hit in places:
            if hit.start not in starts or hit.end not in ends:
                continue
            around = (text[a:b] for a, b in whole if a < hit.start and hit.end <= b)
            name = next(around, "") or enclosing(
                text, tokens, starts[hit.start], ends[hit.end], claimed
            )
            if name:
                named[hit] = name
        return named

    def _settle(
        self, text: str, hits: Iterable[_Hit], names: Mapping[_Hit, str]
    ) -> tuple[TermMatch, ...]:
        taken: list[_Hit] = []
        matches: list[TermMatch] = []
        for hit in sorted(hits, key=lambda hit: hit.order(text)):
            above = next((other for other in taken if other.overlaps(hit)), None)
            if above is None:
                taken.append(hit)
            elif above.entry is hit.entry:
                continue
            matches.append(
                hit.entry.match(
                    text,
                    hit.start,
                    hit.end,
                    soft=hit.soft,
                    shadowed_by=above.entry.term.source if above else names.get(hit, ""),
                )
            )
        return tuple(sorted(matches, key=lambda match: (match.start, -match.end)))


def _with_point(text: str, hit: _Hit) -> _Hit:
    """The hit of an abbreviation with its point, where that does not end the text as well."""
    pointed = hit.entry.term.source.endswith(".") and text.startswith(".", hit.end)
    return replace(hit, end=hit.end + 1) if pointed and not ends(text, hit.end + 1) else hit


def _is_meant(entry: Entry, tokens: Sequence[Token], at: int) -> bool:
    """Whether the word `tokens[at]` is here what the entry is: noun or verb, and no other verb by
    its particle ('sluit' in 'sluit aan')."""
    if not suits(entry, tokens, at):
        return False
    verb = entry.is_inflected and is_infinitive(entry.words[0].text)
    return not verb or reading(tokens, at) is Reading.NOUN or not makes_another(tokens, at)


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number in which a term ends at `tokens[at]` is part of a longer one: 'artikel 1'
    in 'artikel 1.2', 'box 3' in 'box 3/4'."""
    last = tokens[at]
    if not last.text[-1].isdigit() or at + 1 == len(tokens):
        return False
    after = tokens[at + 1]
    touches = after.start == last.end + 1 and (after.gap or last.bound_after)
    return bool(touches) and after.text[0].isdigit()


def _surface_forms(word: str) -> tuple[str, ...]:
    """A word as an uninflected entry may have it: itself, or without its genitive."""
    plain = fold(word)
    bare = plain.removesuffix("'s")
    if plain in _GENITIVES:
        bare = plain[:-1]
    return (plain, bare) if bare and bare != plain else (plain,)


def _overhang(entry: Entry, found: Sequence[Token]) -> int:
    """Characters of a genitive that belong to the sentence, not to the name ("D66's")."""
    last, word = found[-1].text, entry.words[-1].text
    return 0 if fold(last) == fold(word) else len(last) - len(word)


def _lemma_patterns(entry: Entry) -> Iterator[tuple[str, ...]]:
    """The key sequences under which a lemma entry is filed."""
    yield lemma_keys(entry)
    source = entry.term.source
    if not source.isascii():
        # A misread accent ('reéle') leads to no lemma: file the form itself as well.
        yield surface_keys(entry.words)
    if "-" in source and " " not in source and len(entry.words) > 1:
        yield (entry_key(source.replace("-", "")),)  # 'EU-verband' written 'EUverband'


def _views(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """The tokens as they stand; with those apart that lost the space between them; then, where
    words are tied by hyphens, with those made one ('mensen-rechten' out of a broken line is
    'mensenrechten')."""
    yield tokens
    parted = tuple(apart(tokens))
    if len(parted) > len(tokens):
        yield parted
    joined: list[Token] = []
    for token in tokens:
        whole = len(token.text) > 1 and joined and len(joined[-1].text) > 1  # 'V-N' is not 'VN'
        if whole and token.bound_before and joined[-1].bound_after and not token.gap:
            head = joined.pop()
            token = Token(
                head.start,
                token.end,
                head.text + token.text,
                head.gap,
                head.bound_before,
                token.bound_after,
            )
        joined.append(token)
    if len(joined) < len(tokens):
        yield tuple(joined)
