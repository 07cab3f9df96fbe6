"""Three-way merge of glossaries, entry by entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vertaal.glossary.editing import sort_key
from vertaal.types import Term

_Row = tuple[str, str, str, str, str]
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A source–target pair that both sides changed, each in its own way; None: not there."""

    base: Term | None
    ours: Term | None
    theirs: Term | None

    @property
    def source(self) -> str:
        return next(term.source for term in (self.ours, self.theirs, self.base) if term)

    def __str__(self) -> str:
        sides = (("base", self.base), ("ours", self.ours), ("theirs", self.theirs))
        return f"conflict over '{self.source}':\n" + "\n".join(
            f"  {name:<6} {_shown(term)}" for name, term in sides
        )


@dataclass(frozen=True, slots=True)
class Merge:
    """The merged rows in order, and what could not be merged (there our side stands)."""

    terms: tuple[Term, ...]
    conflicts: tuple[Conflict, ...] = ()


def merge(base: Iterable[Term], ours: Iterable[Term], theirs: Iterable[Term]) -> Merge:
    """What one side changed against `base` is taken; what both changed alike, once.

    A conflict is a pair changed differently on both sides, changed here and removed there, or a
    source that got a different preferred rendering on each side.
    """
    old, left, right = _by_pair(base), _by_pair(ours), _by_pair(theirs)
    merged: dict[_Key, Term] = {}
    conflicts = []
    for key in dict.fromkeys([*left, *right, *old]):
        before, mine, yours = old.get(key), left.get(key), right.get(key)
        if _same(mine, yours) or _same(yours, before):
            chosen = mine
        elif _same(mine, before):
            chosen = yours
        else:
            conflicts.append(Conflict(before, mine, yours))
            chosen = mine
        if chosen is not None:
            merged[key] = chosen
    conflicts.extend(_rival_targets(merged, old, left, right))
    return Merge(tuple(sorted(merged.values(), key=sort_key)), tuple(conflicts))


def _rival_targets(
    merged: dict[_Key, Term], old: dict[_Key, Term], left: dict[_Key, Term], right: dict[_Key, Term]
) -> list[Conflict]:
    """Sources for which each side brought a rendering of its own to the same status. Their row
    is taken out of `merged`, ours stays."""
    settled = ("preferred", "keep")
    before = {term.source: term for term in reversed(old.values())}
    ours = {
        term.source: term
        for key, term in merged.items()
        if key not in old and key not in right and term.status.value in settled
    }
    theirs = [
        (key, term)
        for key, term in merged.items()
        if key not in old and key not in left and term.status.value in settled
    ]
    rivals = []
    for key, term in theirs:
        if term.source in ours:
            rivals.append(Conflict(before.get(term.source), ours[term.source], term))
            del merged[key]
    return rivals


def _by_pair(terms: Iterable[Term]) -> dict[_Key, Term]:
    return {(term.source, term.target): term for term in terms}


def _content(term: Term) -> _Row:
    return term.source, term.target, term.status.value, term.match.value, term.note + term.domain


def _same(one: Term | None, other: Term | None) -> bool:
    if one is None or other is None:
        return one is other
    return _content(one) == _content(other)


def _shown(term: Term | None) -> str:
    if term is None:
        return "(not there)"
    said = [term.target, term.status.value, term.match.value, term.domain, term.note]
    return ", ".join(part for part in said if part)
