"""Which English phrase reviewers settled on for a Dutch one, from aligned edits."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from vertaal.glossary.english import singular

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_LONGEST, _MOST = 5, 3
"""Words of a phrase, and phrases of a candidate."""
_LEAST_CLOSENESS = 0.25
_FUNCTION_WORDS = """
    the a an of to in on for and or with by at from as is are was were be been has have had that
    this these those it its he she they we you your i not no do does did will would can could
    if so which who what how there their our us also into about after before
"""
_FUNCTION = frozenset(_FUNCTION_WORDS.split())


@dataclass(frozen=True, slots=True)
class Rendering:
    """An English phrase: in how many of the reviewed targets it stands, and how closely it goes
    with the source phrase (1: always together, never apart)."""

    target: str
    count: int
    closeness: float


class Settled:
    """Reviewed targets, their phrases counted once. Segments are known by their number."""

    def __init__(self, targets: Sequence[str]) -> None:
        self._targets = [_phrases(target) for target in targets]
        self._everywhere = Counter(key for phrases in self._targets for key in phrases)

    def renderings(self, held: Collection[int], words: int) -> tuple[Rendering, ...]:
        """Phrases of the targets that go with the sources numbered in `held`, the closest first.

        They stand in two of those targets and in at least half. Closeness is the Jaccard index of
        the segments that have the one and the other; of equally close phrases the longest leads
        that has no more than twice the `words` of the source.
        """
        inside: Counter[str] = Counter()
        forms: dict[str, Counter[str]] = {}
        total = len(held)
        for number in held:
            phrases = self._targets[number]
            inside.update(phrases.keys())
            for key, form in phrases.items():
                forms.setdefault(key, Counter())[form] += 1
        found = [
            Rendering(
                forms[key].most_common(1)[0][0],
                count,
                round(count / (total + self._everywhere[key] - count), 3),
            )
            for key, count in inside.items()
            if count >= max(2, math.ceil(total / 2))
        ]
        found = [one for one in found if one.closeness >= _LEAST_CLOSENESS]
        found.sort(key=lambda one: _order(one, 2 * words))
        return tuple(_without_parts(found)[:_MOST])


def _order(one: Rendering, limit: int) -> tuple[float, int, int, str]:
    length = len(one.target.split())
    return -one.closeness, max(0, length - limit), -length, one.target


def _phrases(target: str) -> dict[str, str]:
    """Phrases of `target` by their folded form, none with a function word at an end."""
    words = [(found.group(), found.start(), found.end()) for found in _WORD.finditer(target)]
    phrases: dict[str, str] = {}
    for first, (word, start, _) in enumerate(words):
        if word.casefold() in _FUNCTION:
            continue
        for last in range(first, min(first + _LONGEST, len(words))):
            if last > first and target[words[last - 1][2] : words[last][1]].strip(" "):
                break
            if words[last][0].casefold() not in _FUNCTION:
                form = target[start : words[last][2]]
                phrases.setdefault(_key(form), _POSSESSIVE.sub("", form))
    return phrases


def _key(form: str) -> str:
    """A phrase without capitals and possessives, its last word in the singular."""
    *words, last = (_POSSESSIVE.sub("", word.casefold()) for word in form.split())
    return " ".join([*words, singular(last)])


def _without_parts(found: Sequence[Rendering]) -> list[Rendering]:
    """`found` without phrases that only stand inside a longer, equally close one."""
    kept: list[Rendering] = []
    for one in found:
        if not any(
            f" {one.target} ".casefold() in f" {other.target} ".casefold() for other in kept
        ):
            kept.append(one)
    return kept
