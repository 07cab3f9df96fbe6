"""Term candidates of Dutch texts: C-value over noun phrases, weighed against general Dutch.

C-value: Frantzi, Ananiadou & Mima, 'Automatic recognition of multi-word terms' (2000).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from vertaal.glossary.dutch import Token, fold, is_infinitive, lemma, stems, tokenise
from vertaal.spacing import squeeze
from vertaal.words import is_known, zipf

_LONGEST = 4
_LINKS = frozenset({"van", "voor"})
_STOP_ZIPF = 5.7
# A single word commoner than this in general Dutch is no term.
_GENERAL_ZIPF = 5.0
_STOP_WORDS = """
    de het een deze dit dat die mijn uw zijn haar hun ons onze ieder elke elk alle andere ander
    eigen zelf veel meer meest weinig minder enkele sommige beide eerste tweede derde laatste
    vraag vragen antwoord antwoorden jaar jaren maand week dag dagen mening bericht heer mevrouw
    januari februari maart april mei juni juli augustus september oktober november december
    niet wel ook nog al zo hoe wat wie waar wanneer welke welk waarom hoeverre hoeveel indien
    kennisgenomen voornemens jl nr ad tm derhalve tevens waaronder ondanks alsmede dergelijke
"""
_STOP = frozenset(_STOP_WORDS.split())

Lemmas = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may be a term: its commonest form, how often it stands in the texts (alone or
    in a longer phrase) and its score."""

    source: str
    frequency: int
    score: float


def candidates(texts: Iterable[str], least: int = 2) -> tuple[Candidate, ...]:
    """Phrases that stand in `texts` at least `least` times, the best first."""
    frequency: Counter[Lemmas] = Counter()
    forms: dict[Lemmas, Counter[str]] = defaultdict(Counter)
    tokenised = [(text, tokenise(text)) for text in texts]
    words = sum(len(tokens) for _, tokens in tokenised)
    seen = {fold(token.text) for _, tokens in tokenised for token in tokens}
    for text, tokens in tokenised:
        for phrase in _phrases(tokens):
            key = tuple(_lemma(token.text, seen) for token in phrase)
            frequency[key] += 1
            forms[key][squeeze(text[phrase[0].start : phrase[-1].end])] += 1
    found = {key: count for key, count in frequency.items() if count >= least}
    nested = _nested(found)
    scored = (
        Candidate(_best_form(forms[key]), count, _score(key, count, nested.get(key, ()), words))
        for key, count in found.items()
    )
    best = (candidate for candidate in scored if candidate.score > 0)
    return tuple(sorted(best, key=lambda candidate: (-candidate.score, candidate.source)))


def _phrases(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Runs of up to four content words that end in a noun, 'van' or 'voor' allowed inside."""
    for first in range(len(tokens)):
        if not _is_content(tokens[first].text):
            continue
        for last in range(first, min(first + _LONGEST, len(tokens))):
            if last > first and tokens[last].gap:
                break
            word = fold(tokens[last].text)
            if word in _LINKS and last > first:
                continue
            if not _is_content(tokens[last].text):
                break
            if _is_noun(tokens[last], at_start=last == 0) and (
                last == first or not _is_verb(tokens[first].text)
            ):
                yield tokens[first : last + 1]


@cache
def _is_content(word: str) -> bool:
    plain = fold(word)
    if plain in _STOP or len(plain) < 2 or plain[0].isdigit():
        return False
    return zipf(plain, "nl") < _STOP_ZIPF


@cache
def _is_verb(word: str) -> bool:
    """A form of a verb, as far as its ending and the lexicon's lemma tell."""
    base = lemma(word)
    if not word.islower():
        return False
    inflected = base != word and base.endswith("en") and word.endswith(("d", "t", "en"))
    return inflected or is_infinitive(base)


def _is_noun(token: Token, *, at_start: bool) -> bool:
    """Likely a noun: a name, a word outside the lexicon, or no verb and no inflected adjective."""
    word = token.text
    if word[:1].isupper() and not at_start:
        return True
    plain = fold(word)
    if _is_verb(plain):
        return False
    if plain.endswith(("lijk", "lijke", "isch", "ische", "ige", "ende", "ief", "ieve", "loos")):
        return False
    return not (plain.endswith("e") and is_known(plain) and lemma(plain) != plain)


def _lemma(word: str, seen: Container[str]) -> str:
    """The word's lemma; for a word that the lexicon does not have, a stem that is in the texts."""
    plain = fold(word)
    base = plain if word.isupper() else lemma(word)
    if base == plain and not is_known(word):
        return next((stem for stem in stems(plain) if stem in seen), plain)
    return base


def _best_form(forms: Counter[str]) -> str:
    """The commonest form; of equals the one with fewest capitals, then the shortest."""
    return min(forms, key=lambda form: (-forms[form], sum(map(str.isupper, form)), len(form), form))


def _nested(found: dict[Lemmas, int]) -> dict[Lemmas, list[int]]:
    """For each phrase the frequencies of the longer phrases that hold it."""
    inside: dict[Lemmas, list[int]] = defaultdict(list)
    for key, count in found.items():
        for size in range(1, len(key)):
            for start in range(len(key) - size + 1):
                inside[key[start : start + size]].append(count)
    return inside


def _score(key: Lemmas, count: int, longer: Sequence[int], words: int) -> float:
    """C-value (its logarithm, so that length and frequency do not drown the rest) times the log
    ratio of the phrase's frequency here to that of its rarest word in general Dutch."""
    free = count - (sum(longer) / len(longer) if longer else 0.0)
    general = min(zipf(word, "nl") for word in key if word not in _LINKS)
    if free <= 0 or (len(key) == 1 and general >= _GENERAL_ZIPF):
        return 0.0
    c_value = math.log2(len(key) + 1) * free
    here = math.log10(count / max(words, 1000)) + 9.0  # as `zipf`
    return round(math.log2(1 + c_value) * max(here - general, 0.0), 3)
