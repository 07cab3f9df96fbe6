"""Three-way merge of glossaries, entry by entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from vertaal.glossary.editing import Change, content, sort_key
from vertaal.types import REQUIRED, Term

_Key = tuple[str, str, str, int]
_Rows = dict[_Key, Term]


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
    """The merged rows in order, what could not be merged (there our side stands), and what makes
    our rows the merged ones."""

    terms: tuple[Term, ...]
    conflicts: tuple[Conflict, ...] = ()
    changes: tuple[Change, ...] = ()


def merge(base: Sequence[Term], ours: Sequence[Term], theirs: Sequence[Term]) -> Merge:
    """What one side changed against `base` is taken; what both changed alike, once.

    A conflict is a pair changed differently on both sides, changed here and removed there, or a
    source that got a different preferred rendering on each side.
    """
    sides = (base, ours, theirs)
    counts = (Counter(term.pair for term in side) for side in sides)
    twice = {pair for side in counts for pair, count in side.items() if count > 1}
    old, left, right = (_keyed(side, twice) for side in sides)
    merged: _Rows = {}
    conflicts = []
    for key in dict.fromkeys([*left, *right, *old]):
        before, mine, yours = old.get(key), left.get(key), right.get(key)
        same = _same if mine and yours else _identical
        if same(mine, yours) or same(yours, before):
            chosen, clash = mine, False
        elif same(mine, before):
            chosen, clash = yours, False
        else:
            chosen, clash = mine, True
        if mine and yours and chosen:
            others, differs = _merged_others(before, mine, yours)
            chosen, clash = replace(chosen, others=others), clash or differs
        if clash:
            conflicts.append(Conflict(before, mine, yours))
        if chosen is not None:
            merged[key] = chosen
    conflicts.extend(_rival_targets(merged, old, left, right))
    changes = [(left.get(key), merged.get(key)) for key in dict.fromkeys([*left, *merged])]
    return Merge(
        tuple(sorted(merged.values(), key=sort_key)),
        tuple(conflicts),
        tuple(change for change in changes if not _identical(*change)),
    )


def _rival_targets(merged: _Rows, old: _Rows, left: _Rows, right: _Rows) -> list[Conflict]:
    """Sources that would get required renderings together which neither side has together. In
    `merged` ours stand, the rows of theirs are put back as they are on our side."""
    before, ours, theirs = (_required(rows) for rows in (old, left, right))
    rivals = []
    for source, required in _required(merged).items():
        mine, yours = ours.get(source, {}), theirs.get(source, {})
        targets = _targets(required)
        if targets <= _targets(mine) or targets <= _targets(yours):
            continue
        standing = next(term for key, term in required.items() if key in mine)
        for key, term in required.items():
            if key not in mine:
                was = next(iter(before.get(source, {}).values()), None)
                rivals.append(Conflict(was, standing, term))
                if key in left:
                    merged[key] = left[key]
                else:
                    del merged[key]
    return rivals


def _required(rows: _Rows) -> dict[str, _Rows]:
    """The preferred and kept rows by source."""
    groups: dict[str, _Rows] = {}
    for key, term in rows.items():
        if term.status in REQUIRED:
            groups.setdefault(term.source, {})[key] = term
    return groups


def _targets(rows: _Rows) -> set[str]:
    return {term.target for term in rows.values()}


def _keyed(terms: Iterable[Term], twice: Container[tuple[str, str]]) -> _Rows:
    """Rows by source and target; those of a pair that stands more than once, by domain too, and by
    number where that does not tell them apart either."""
    rows: _Rows = {}
    seen: Counter[tuple[str, str, str]] = Counter()
    for term in terms:
        name = (*term.pair, term.domain if term.pair in twice else "")
        rows[(*name, seen[name])] = term
        seen[name] += 1
    return rows


def _same(one: Term | None, other: Term | None) -> bool:
    if one is None or other is None:
        return one is other
    return content(one) == content(other)


def _identical(one: Term | None, other: Term | None) -> bool:
    """Whether the cells of columns that are not ours are the same as well."""
    return _same(one, other) and _others(one) == _others(other)


def _others(term: Term | None) -> dict[str, str]:
    return dict(term.others) if term else {}


def _merged_others(
    before: Term | None, mine: Term, yours: Term
) -> tuple[tuple[tuple[str, str], ...], bool]:
    """The cells of columns that are not ours, merged one by one, and whether one is a conflict."""
    old, left, right = _others(before), _others(mine), _others(yours)
    merged, clash = dict(left), False
    for name in dict.fromkeys([*left, *right]):
        if left.get(name) == old.get(name):
            merged[name] = right.get(name, "")
        elif right.get(name) not in (left.get(name), old.get(name)):
            clash = True
    return tuple((name, cell) for name, cell in merged.items() if cell), clash


def _shown(term: Term | None) -> str:
    if term is None:
        return "(not there)"
    others = (f"{name}: {cell}" for name, cell in term.others)
    said = [term.target, term.status.value, term.match.value, term.domain, term.note, *others]
    return ", ".join(part for part in said if part)
