"""Verbs that stand apart from what belongs to them: 'neemt de motie aan', 'aan te nemen',
'stelt de stukken ter beschikking'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from vertaal.glossary.dutch import (
    Token,
    fold,
    is_infinitive,
    regular_forms,
    split_separable,
    text_keys,
)
from vertaal.glossary.entries import Entry
from vertaal.types import MatchMode

Companion = tuple[str, ...]

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
_BEFORE_INFINITIVE = frozenset(
    "te kunnen moeten willen mogen zullen laten gaan blijven zal zou kan moet wil mag".split()  # noqa: SIM905
)


class SeparableVerbs:
    """The entries whose source is a separable verb, or a phrase that ends in a verb."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._verbs: dict[str, list[tuple[Companion, Entry]]] = {}
        for entry in entries:
            if entry.term.match is MatchMode.LEMMA and not entry.keep:
                split = _split(entry)
                if split is not None:
                    companion, verb = split
                    for form in dict.fromkeys(regular_forms(verb)):
                        self._verbs.setdefault(form, []).append((companion, entry))

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[Token, Entry]]:
        """(verb, entry) for each verb whose companion stands apart in its clause."""
        if not self._verbs:
            return
        words = [fold(token.text) for token in tokens]
        for at, token in enumerate(tokens):
            known = (self._verbs.get(key, ()) for key in text_keys(token.text))
            for companion, entry in dict.fromkeys(pair for pairs in known for pair in pairs):
                if _stands_before(tokens, words, at, companion) or (
                    _is_finite(words, at) and _stands_after(tokens, words, at, companion)
                ):
                    yield token, entry


def _split(entry: Entry) -> tuple[Companion, str] | None:
    """What parts from the verb, and the verb: (('aan',), 'nemen')."""
    *before, verb = (word.text for word in entry.words)
    if not verb.endswith("n"):
        return None
    if not before:
        split = split_separable(verb)
        return None if split is None else ((split[0],), split[1])
    lower = all(word.text.islower() and not word.gap for word in entry.words)
    if lower and is_infinitive(verb):
        return tuple(fold(word) for word in before), fold(verb)
    return None


def _stands_before(
    tokens: Sequence[Token], words: Sequence[str], at: int, companion: Companion
) -> bool:
    """'aan te nemen', 'aan zal nemen': only auxiliaries between the companion and the verb."""
    if not words[at].endswith("n"):
        return False
    for back in range(at - 1, max(at - 4, -1), -1):
        if tokens[back + 1].gap:
            return False
        start = back - len(companion) + 1
        if start >= 0 and tuple(words[start : back + 1]) == companion:
            return at - back > 1
        if words[back] not in _BEFORE_INFINITIVE:
            return False
    return False


def _is_finite(words: Sequence[str], at: int) -> bool:
    """A form of the verb that may govern a clause: not the infinitive after 'te'."""
    return at == 0 or words[at - 1] != "te"


def _stands_after(
    tokens: Sequence[Token], words: Sequence[str], at: int, companion: Companion
) -> bool:
    """The companion comes later in the verb's clause; a single particle at its end."""
    for ahead in range(at + 1, min(at + 1 + _REACH, len(tokens))):
        if _CLAUSE_ENDS & set(tokens[ahead].gap) and not _in_number(tokens, ahead):
            return False
        if "," in tokens[ahead].gap and words[ahead] in _SUBORDINATORS:
            return False
        last = ahead + len(companion) - 1
        if tuple(words[ahead : last + 1]) == companion and (
            len(companion) > 1 or _ends_clause(tokens, words, last)
        ):
            return True
    return False


def _in_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands before the token ties it to the figures before it ('09.30')."""
    before, here = tokens[at - 1], tokens[at]
    return here.start - before.end == 1 and before.text[-1:].isdigit() and here.text[:1].isdigit()


def _ends_clause(tokens: Sequence[Token], words: Sequence[str], at: int) -> bool:
    if at + 1 == len(tokens):
        return True
    return bool(tokens[at + 1].gap) or words[at + 1] in _AFTER_PARTICLE
