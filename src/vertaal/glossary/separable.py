"""Separable verbs that stand apart: 'neemt de motie aan', 'aan te nemen', 'aan kunnen nemen'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from vertaal.glossary.dutch import Token, fold, is_infinitive, split_separable, text_keys
from vertaal.glossary.entries import Entry
from vertaal.types import MatchMode

_REACH = 18
_CLAUSE_ENDS = frozenset(".;:!?")
_SUBORDINATORS = frozenset(
    "dat die omdat doordat zodat hoewel terwijl indien als toen wanneer waar waarbij waarin "  # noqa: SIM905
    "waarmee waardoor maar want of en".split()
)
# What may follow a particle that ends its clause; a noun phrase makes it a preposition.
_AFTER_PARTICLE = frozenset(
    "dat die en of om omdat doordat zodat hoewel terwijl indien als toen wanneer maar want dan "  # noqa: SIM905
    "in op bij met naar tegen voor van door over tijdens via na sinds tot binnen conform".split()
)
_BETWEEN_INFINITIVE = frozenset(
    "te kunnen moeten willen mogen zullen laten gaan blijven zal zou kan moet wil mag".split()  # noqa: SIM905
)


class SeparableVerbs:
    """The entries whose source is one separable verb, by base verb and particle."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._verbs: dict[str, list[tuple[str, Entry]]] = {}
        for entry in entries:
            if entry.term.match is not MatchMode.LEMMA or entry.keep or len(entry.words) != 1:
                continue
            word = entry.words[0].text
            split = split_separable(word) if word.endswith("n") else None
            if split is not None:
                self._verbs.setdefault(split[1], []).append((split[0], entry))

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[Token, Entry]]:
        """(verb, entry) for each verb whose particle stands apart in its clause."""
        if not self._verbs:
            return
        for at, token in enumerate(tokens):
            for key in text_keys(token.text):
                for particle, entry in self._verbs.get(key, ()):
                    if _particle_before(tokens, at, particle) or (
                        _is_finite(tokens, at) and _particle_after(tokens, at, particle)
                    ):
                        yield token, entry


def _particle_before(tokens: Sequence[Token], at: int, particle: str) -> bool:
    """'aan te nemen', 'aan zal nemen': the particle with only auxiliaries up to the infinitive."""
    if not is_infinitive(tokens[at].text):
        return False
    for back in range(at - 1, max(at - 4, -1), -1):
        if tokens[back + 1].gap:
            return False
        word = fold(tokens[back].text)
        if word == particle:
            return at - back > 1
        if word not in _BETWEEN_INFINITIVE:
            return False
    return False


def _is_finite(tokens: Sequence[Token], at: int) -> bool:
    """A form of the verb that may govern a clause: not the infinitive after 'te'."""
    return not is_infinitive(tokens[at].text) or at == 0 or fold(tokens[at - 1].text) != "te"


def _particle_after(tokens: Sequence[Token], at: int, particle: str) -> bool:
    for ahead in range(at + 1, min(at + 1 + _REACH, len(tokens))):
        token = tokens[ahead]
        word = fold(token.text)
        if _CLAUSE_ENDS & set(token.gap):
            return False
        if "," in token.gap and word in _SUBORDINATORS:
            return False
        if word == particle and _ends_clause(tokens, ahead):
            return True
    return False


def _ends_clause(tokens: Sequence[Token], at: int) -> bool:
    if at + 1 == len(tokens):
        return True
    following = tokens[at + 1]
    return bool(following.gap) or fold(following.text) in _AFTER_PARTICLE
