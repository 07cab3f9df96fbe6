"""Verbs that stand apart from what belongs to them: 'neemt de motie aan', 'aan te nemen',
'stelt de stukken ter beschikking', 'maakt zich grote zorgen', 'houdt daarbij rekening met'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vertaal.glossary.dutch import (
    PARTICLES,
    Token,
    fold,
    is_infinitive,
    is_participle,
    lemma,
    regular_forms,
    split_separable,
    text_keys,
)
from vertaal.glossary.entries import Entry
from vertaal.glossary.readings import (
    AUXILIARIES,
    BEFORE_INFINITIVE,
    CLAUSE_ENDS,
    Reading,
    reading,
)
from vertaal.words import is_known

_REACH = 18
_SUBORDINATORS = frozenset(
    "dat die omdat doordat zodat hoewel terwijl indien als toen wanneer waar waarbij waarin "
    "waarmee waardoor maar want of en".split()
)
# What may follow a particle that ends its clause; a noun phrase makes it a preposition.
_AFTER_PARTICLE = frozenset(
    "dat die en of om omdat doordat zodat hoewel terwijl indien als toen wanneer maar want dan "
    "in op bij met naar tegen voor van door over tijdens via na sinds tot binnen conform".split()
)
# Prepositions before an article, where they are no particles themselves: 'besteedt uit aan een'.
_BEFORE_ARTICLES = frozenset("aan onder tussen uit vanaf volgens wegens zonder".split())
# Particles that an infinitive clause may follow without 'om': 'zegt toe de wet te wijzigen'.
_BEFORE_CLAUSE = frozenset({"af", "toe"})
_BEFORE_PARTICIPLE = BEFORE_INFINITIVE | AUXILIARIES
_ARTICLES = frozenset({"de", "het", "een", "deze", "die"})
_REFLEXIVES = frozenset("zich me mij je u ons".split())
_TAILS = frozenset("aan bij in met naar om op over tegen tot uit van voor".split())
_PARTICLES = frozenset(PARTICLES)
# Particles that are no prepositions: beside their verb they are never anything else.
_NO_PREPOSITIONS = frozenset("deel plaats bloot bekend".split())


@dataclass(frozen=True, slots=True)
class Parted:
    """What parts from a verb. `companion` are words that stay together ('aan'; 'ter',
    'beschikking'); `tail` is a preposition behind them ('rekening houden met')."""

    companion: tuple[str, ...]
    reflexive: bool = False
    tail: str = ""

    @property
    def is_particle(self) -> bool:
        return len(self.companion) == 1 and self.companion[0] in _PARTICLES

    def behind(self, tokens: Sequence[Token], words: Sequence[str], at: int) -> int | None:
        """Where the companion begins behind the verb `tokens[at]`, if that is finite and both
        stand in one clause; `words` are the tokens folded.
        """
        return _after(tokens, words, at, self) if _is_finite(tokens, words, at) else None


class SeparableVerbs:
    """The entries whose source is a separable verb, or a phrase that ends in a verb."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._verbs: dict[str, list[tuple[Parted, Entry]]] = {}
        for entry in entries:
            if entry.is_inflected:
                split = _split(entry)
                if split is not None:
                    parted, verb = split
                    for form in dict.fromkeys(regular_forms(verb)):
                        self._verbs.setdefault(form, []).append((parted, entry))

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[Token, Sequence[Token], Entry]]:
        """(verb, companion, entry) for each verb whose companion stands apart in its clause."""
        if not self._verbs:
            return
        words = [fold(token.text) for token in tokens]
        for at, token in enumerate(tokens):
            known = (self._verbs.get(key, ()) for key in text_keys(token.text))
            for parted, entry in dict.fromkeys(pair for pairs in known for pair in pairs):
                first = _before(tokens, words, at, parted)
                if first is None:
                    first = parted.behind(tokens, words, at)
                if first is not None:
                    yield token, tokens[first : first + len(parted.companion)], entry


def _split(entry: Entry) -> tuple[Parted, str] | None:
    """What parts from the verb, and the verb: ('aan', 'nemen')."""
    words = [fold(word.text) for word in entry.words]
    if not all(word.text.islower() and not word.gap for word in entry.words):
        return None
    reflexive = words[0] == "zich"
    words = words[1:] if reflexive else words
    tail = words.pop() if len(words) > 1 and words[-1] in _TAILS else ""
    if not words or not words[-1].endswith("n"):
        return None
    *before, verb = words
    if not before:
        split = split_separable(verb)
        return None if split is None else (Parted((split[0],), reflexive, tail), split[1])
    return (Parted(tuple(before), reflexive, tail), verb) if is_infinitive(verb) else None


def makes_another(tokens: Sequence[Token], at: int) -> bool:
    """Whether the finite verb `tokens[at]` is another one by the particle that ends its clause:
    'sluit … aan', 'raadt … af'."""
    words = [fold(token.text) for token in tokens]
    if not _is_finite(tokens, words, at):
        return False
    for ahead in _clause(tokens, words, at):
        if words[ahead] in _PARTICLES and _ends_clause(tokens, words, ahead):
            return any(is_known(words[ahead] + verb) for verb in _infinitives(words[at]))
    return False


def _infinitives(word: str) -> list[str]:
    return [verb for verb in dict.fromkeys((lemma(word), word)) if is_infinitive(verb)]


def _clause(tokens: Sequence[Token], words: Sequence[str], at: int) -> Iterator[int]:
    """The places behind the verb `tokens[at]` that may belong to its clause."""
    for ahead in range(at + 1, min(at + 1 + _REACH, len(tokens))):
        if CLAUSE_ENDS & set(tokens[ahead].gap) and not _in_number(tokens, ahead):
            return
        if "," in tokens[ahead].gap and words[ahead] in _SUBORDINATORS:
            return
        yield ahead


def _before(tokens: Sequence[Token], words: Sequence[str], at: int, parted: Parted) -> int | None:
    """Where the companion begins in 'aan te nemen', 'aan zal nemen', 'ter beschikking is gesteld':
    only auxiliaries stand between it and the verb."""
    participle = is_participle(words[at])
    if participle and parted.is_particle:
        return None
    if not participle and not words[at].endswith("n"):
        return None
    if parted.tail and (at + 1 == len(words) or words[at + 1] != parted.tail):
        return None
    between = _BEFORE_PARTICIPLE if participle else BEFORE_INFINITIVE
    for back in range(at - 1, max(at - 5, -1), -1):
        if tokens[back + 1].gap:
            return None
        start = back - len(parted.companion) + 1
        if start >= 0 and tuple(words[start : back + 1]) == parted.companion:
            if parted.reflexive:
                apart = bool(_REFLEXIVES & set(words[max(start - 5, 0) : start]))
            else:
                apart = at - back > 1
            return start if apart else None
        if words[back] not in between:
            return None
    return None


def _is_finite(tokens: Sequence[Token], words: Sequence[str], at: int) -> bool:
    """A form of the verb that may govern a clause: no participle, not the infinitive after 'te'
    or after a modal verb."""
    if is_participle(words[at]):
        return False
    if not words[at].endswith("n"):
        return True
    for back in range(at - 1, max(at - 4, -1), -1):
        if tokens[back + 1].gap:
            break
        if words[back] in BEFORE_INFINITIVE:
            return False
    return True


def _after(tokens: Sequence[Token], words: Sequence[str], at: int, parted: Parted) -> int | None:
    """Where the companion begins later in the verb's clause; a single particle ends it."""
    size = len(parted.companion)
    for ahead in _clause(tokens, words, at):
        last = ahead + size - 1
        if tuple(words[ahead : last + 1]) == parted.companion and _belongs(
            tokens, words, at, ahead, parted
        ):
            return ahead
        if _is_anothers(tokens, words, at, ahead, parted):
            return None
    return None


def _belongs(
    tokens: Sequence[Token], words: Sequence[str], at: int, first: int, parted: Parted
) -> bool:
    last = first + len(parted.companion) - 1
    if parted.reflexive and not _REFLEXIVES & set(words[at + 1 : first]):
        return False
    if parted.tail:
        return last + 1 < len(words) and words[last + 1] == parted.tail
    if not parted.is_particle and (len(parted.companion) > 1 or parted.reflexive):
        return True
    return _ends_clause(tokens, words, last)


def _is_anothers(
    tokens: Sequence[Token], words: Sequence[str], at: int, ahead: int, parted: Parted
) -> bool:
    """Whether the verb has found another particle at `ahead` ('nemen deel'), or the particle
    another verb ('nemen maatregelen en dringen aan')."""
    word = words[ahead]
    if word in _PARTICLES and (word in _NO_PREPOSITIONS or _ends_clause(tokens, words, ahead)):
        return any(is_known(word + verb) for verb in (lemma(words[at]), words[at]))
    if not parted.is_particle or len(word) < 4 or tokens[ahead].text[:1].isupper():
        return False
    if words[ahead - 1] in _ARTICLES or reading(tokens, ahead) is Reading.NOUN:
        return False
    base = lemma(word)
    verbs = (base, word) if is_infinitive(word) else (base,)
    return any(verb.endswith("n") and is_known(parted.companion[0] + verb) for verb in verbs)


def _in_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands before the token ties it to the figures before it ('09.30')."""
    before, here = tokens[at - 1], tokens[at]
    return here.start - before.end == 1 and before.text[-1:].isdigit() and here.text[:1].isdigit()


def _ends_clause(tokens: Sequence[Token], words: Sequence[str], at: int) -> bool:
    if words[at - 1] in ("en", "of") and words[at - 2] in _PARTICLES:  # 'in en uit'
        return False
    if at + 1 == len(tokens) or tokens[at + 1].gap or words[at + 1] in _AFTER_PARTICLE:
        return True
    if words[at] in _BEFORE_CLAUSE and "tot" not in words[at - 2 : at]:
        return any(words[ahead] == "te" for ahead in _clause(tokens, words, at))
    return words[at + 1] in _BEFORE_ARTICLES and not _ARTICLES.isdisjoint(words[at + 2 : at + 3])
