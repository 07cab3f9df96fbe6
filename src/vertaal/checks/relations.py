"""Figures whose order tells which is which: '12 van de 15', 'van 3 naar 5', 'tussen 2 en 4'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vertaal.checks.atoms import Atom, Kind
from vertaal.checks.issue import Issue

_Side = tuple[Atom, ...]
_Pair = tuple[_Side, _Side]


@dataclass(frozen=True, slots=True)
class _Joint:
    """Words between two figures. With a `lead`, which stands before the first, there is room for
    more beside each: 'van 8% in 2019 naar 6% in 2023'."""

    between: re.Pattern[str]
    lead: re.Pattern[str] | None = None


def _close(words: str) -> _Joint:
    gap = r"[^\w;?!]"
    return _Joint(re.compile(rf"{gap}*(?:\w+{gap}+){{0,2}}(?:{words}){gap}+(?:\w+\s+)?{gap}*"))


def _led(lead: str, words: str) -> _Joint:
    return _Joint(
        re.compile(rf"\b(?:{words})\b(?!-)"), re.compile(rf"\b(?:{lead})\b", re.IGNORECASE)
    )


@dataclass(frozen=True, slots=True)
class _Relation:
    dutch: tuple[_Joint, ...]
    english: tuple[_Joint, ...]
    dutch_whole: re.Pattern[str] | None = None
    english_whole: re.Pattern[str] | None = None
    """What stands before a whole, where its part follows: 'Van de 15 zijn er 12 …'."""


_UNTIL, _TO = r"naar|tot(?: en met)?|t/m", r"to|until|till|through"
_TRAILED = r"\band\b(?=[^.;]{1,60}\brespectively\b)", r"(?<!\S)(?=\S*\d\S*\s(?:[a-z]+\s)?$)"
"""'34 and 56 reports respectively'."""
_RELATIONS = (
    _Relation(
        (_close(_UNTIL), _led("van|vanaf", _UNTIL)),
        (_close(_TO), _led("from", _TO)),
    ),
    _Relation((_led("tussen", "en"),), (_led("between", "and"),)),
    _Relation((_close(r"in plaats van|i\.p\.v\.|ipv"),), (_close("instead of|rather than"),)),
    _Relation(
        (_close(r"van (?:de|deze|die|alle|in totaal)|op(?: de| elke| iedere)?|per"),),
        (_close(r"(?:out )?of(?: the| these| those| all)?|in(?: every)?|per|for every"),),
        re.compile(r"(?:^|[.;:(]\s)Van (?:de|deze|die|alle) ", re.IGNORECASE),
        re.compile(r"(?:^|[.;:(]\s)Of (?:the|these|those|all) ", re.IGNORECASE),
    ),
    _Relation(
        (_led("respectievelijk", "en"),),
        (_led("respectively", "and"), _Joint(*map(re.compile, _TRAILED))),
    ),
)
_REACH = 60
_STOP = re.compile(r"[;?!]|[.:]\s")
_ONE = ("één", "een", "one")


def turned_round(
    ours: Sequence[Atom], theirs: Sequence[Atom], source: str, target: str
) -> Iterator[tuple[Kind, Issue]]:
    """Figures that changed places in a relation that both sides have."""
    ours, theirs = _counted(ours, source), _counted(theirs, target)
    if len(ours) < 2 or len(theirs) < 2:
        return
    for relation in _RELATIONS:
        english = list(_pairs(theirs, target, relation.english, relation.english_whole))
        for a, b in _pairs(ours, source, relation.dutch, relation.dutch_whole) if english else ():
            if any(_same(a, x) and _same(b, y) for x, y in english):
                continue
            if any(_same(a, y) and _same(b, x) for x, y in english):
                first, last = sorted((a, b), key=lambda side: side[0].start)
                span = (first[0].start, last[-1].end)
                yield a[0].kind, Issue(f"'{source[slice(*span)]}' is turned round", span)
                return


def _counted(atoms: Sequence[Atom], text: str) -> list[Atom]:
    return [atom for atom in atoms if atom.firm or atom.said(text).lower() in _ONE]


def _pairs(
    atoms: Sequence[Atom], text: str, joints: Sequence[_Joint], whole: re.Pattern[str] | None
) -> Iterator[_Pair]:
    for joint in joints:
        found = _beside(atoms, text, joint) if joint.lead else _adjacent(atoms, text, joint)
        for a, b in found:
            if not _same(a, b):
                yield a, b
    for match in whole.finditer(text) if whole else ():
        behind = [atom for atom in atoms if match.end() <= atom.start < match.end() + _REACH]
        if len(behind) > 1 and behind[0].kind is behind[1].kind:
            yield (behind[1],), (behind[0],)


def _adjacent(atoms: Sequence[Atom], text: str, joint: _Joint) -> Iterator[_Pair]:
    for a, b in pairwise(atoms):
        if a.kind is b.kind and joint.between.fullmatch(text[a.end : b.start]):
            yield (a,), (b,)


def _beside(atoms: Sequence[Atom], text: str, joint: _Joint) -> Iterator[_Pair]:
    """Of each kind what stands between lead and joint, and as many figures behind the joint."""
    for match in joint.between.finditer(text):
        start = max(0, match.start() - _REACH)
        leads = list(joint.lead.finditer(text, start, match.start())) if joint.lead else []
        if not leads or _STOP.search(text, leads[-1].end(), match.start()):
            continue
        stop = _STOP.search(text, match.end())
        end = min(match.end() + _REACH, stop.start() if stop else len(text))
        before = [atom for atom in atoms if leads[-1].end() <= atom.start < match.start()]
        behind = [atom for atom in atoms if match.end() <= atom.start < end]
        for kind in Kind:
            a = tuple(atom for atom in before if atom.kind is kind)
            b = tuple(atom for atom in behind if atom.kind is kind)[: len(a)]
            if a and len(a) == len(b):
                yield a, b


def _same(side: _Side, other: _Side) -> bool:
    return len(side) == len(other) and all(
        any(atom.values & one.values for one in other) for atom in side
    )
