"""Whether what is the same in Dutch is the same in English, through a whole edition."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Prefix

from vertaal.checks.issue import Issue, SegmentIssue
from vertaal.spacing import squeeze
from vertaal.types import RENDERED, Edition, Occurrence, Span, overlap
from vertaal.words import lemmatized, zipf

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TELLING = 5.4
"""Zipf frequency from which a Dutch word is too common to have one rendering."""
_COMMON = 5.4
"""The same for an English word: one so common is no rendering of a telling word."""
_LETTERS, _AGREE = 6, 3
"""What a word without an entry must have: letters, and different sentences that agree on its
rendering; two may by chance speak of the same thing beside it."""
_MOSTLY = 0.66
"""Share of its sentences whose English must have the same word for that to be its rendering."""
_TIED = 0.75
"""How well the two words must keep together (Dice): what only stands near by occurs elsewhere."""
_ALIKE = 5
"""Letters that a derived form begins with too: 'implementing' is no other word for
'implementation'."""


def consistency(edition: Edition) -> Iterator[SegmentIssue]:
    """The same sentence has the same translation throughout, a term with several allowed
    renderings keeps to one, and so does a content word without an entry.

    Fails where 'Zo nee, waarom niet?' is 'If not, why not?' in one question and 'If no, why?' in
    another, or 'instelling' is 'institution' in three sentences and 'setting' in a fourth. The
    rarer of two forms is reported.
    """
    by_source: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for unit in edition.units:
        if unit.target.strip():
            target = squeeze(unit.target)
            by_source[squeeze(unit.source).casefold()].append((unit.id, target))
    for places in by_source.values():
        yield from _rarer(places, "elsewhere the same sentence is '{}'")
    by_term: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for occurrence in edition.occurrences:
        if rendering := _rendering(occurrence):
            by_term[occurrence.match.term.source].append((occurrence.segment, rendering))
    for term, places in by_term.items():
        yield from _rarer(places, f"'{term}' is '{{}}' elsewhere")
    for word, rendering, segment, span in _unusual(edition):
        yield segment, Issue(f"'{word}' is '{rendering}' elsewhere", span)


def _rarer(places: list[tuple[str, str]], message: str) -> Iterator[SegmentIssue]:
    counts = Counter(form for _, form in places)
    usual, _ = counts.most_common(1)[0]
    for segment, form in places:
        if form != usual:
            yield segment, Issue(message.format(usual))


def _rendering(occurrence: Occurrence) -> str:
    """Which of the allowed renderings stands there, in its base form; empty where none does."""
    if occurrence.status not in RENDERED or not occurrence.found or occurrence.match.keep:
        return ""
    found = occurrence.found.casefold()
    return max(occurrence.match.expected, key=lambda form: _shared(form.casefold(), found))


def _shared(form: str, found: str) -> int:
    """Letters that both begin with, less the letters that only one has."""
    return 2 * Prefix.similarity(form, found) - len(form) - len(found)


def _unusual(edition: Edition) -> Iterator[tuple[str, str, str, Span]]:
    """Words without a glossary entry that most sentences with them render in one way, with that
    way, and the units that do not have it.

    A rendering is an English word that stands in most targets of the sentences with the Dutch word,
    and seldom in others.
    """
    units = list({unit.source: unit for unit in edition.units if unit.target.strip()}.values())
    sources = [unit.source.lower() for unit in units]
    taken: dict[str, list[Span]] = defaultdict(list)
    for occurrence in edition.occurrences:
        taken[occurrence.segment].append(occurrence.match.span)
    english = [_english(unit.target) for unit in units]
    places: dict[str, list[tuple[int, re.Match[str]]]] = defaultdict(list)
    for number, unit in enumerate(units):
        for lemma, hit in _dutch(unit.source, taken[unit.id]).items():
            places[lemma].append((number, hit))
    for lemma, found in places.items():
        if len(found) <= _AGREE:
            continue
        # A compound with the word, or the word with a capital, may have its rendering too.
        others = [
            words
            for source, words in zip(sources, english, strict=True)
            if lemma[:_LETTERS] not in source
        ]
        rendering = _rendering_of([english[number] for number, _ in found], others)
        for number, hit in found if rendering else ():
            alike = rendering[:_ALIKE]
            if not any(word.startswith(alike) for word in english[number]):
                yield hit.group(), rendering, units[number].id, hit.span()


def _rendering_of(targets: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> str:
    """The English word that belongs to these targets; empty where none does."""
    counts = Counter(word for words in targets for word in words)
    tied = {
        word: 2 * count / (len(targets) + count + sum(word in words for words in others))
        for word, count in counts.items()
        if count >= max(_AGREE, _MOSTLY * len(targets))
    }
    # The last by the alphabet, so that every run names the same one.
    best = max(tied, key=lambda word: (tied[word], len(word), word), default="")
    return best if best and tied[best] >= _TIED else ""


def _dutch(text: str, taken: Sequence[Span]) -> dict[str, re.Match[str]]:
    """The telling words of a source by their lemma; names, terms and verbs left out."""
    found: dict[str, re.Match[str]] = {}
    for hit in _WORD.finditer(text):
        word = hit.group()
        if len(word) < _LETTERS or word != word.lower() or zipf(word, "nl") >= _TELLING:
            continue
        if any(overlap(hit.span(), span) for span in taken):
            continue
        lemma = lemmatized(word, "nl")
        if not lemma.endswith("en"):  # A verb has many renderings.
            found.setdefault(lemma, hit)
    return found


def _english(text: str) -> frozenset[str]:
    """The telling words of a target by their lemma, both parts of 'long-term' too."""
    words = (word for hit in _WORD.finditer(text.lower()) for word in hit.group().split("-"))
    return frozenset(
        lemmatized(word, "en") for word in words if len(word) > 3 and zipf(word, "en") < _COMMON
    )
