"""The checks that need a whole document: editions that are sound, and errors planted in them.

A planter takes an edition and a random generator and gives the edition with one error and the id of
the unit that has it, or None where it offers no place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from benchmarks.letters import LETTERS
from vertaal.glossary import Matcher, load, verify
from vertaal.parsing.document import parse
from vertaal.segmentation import segment
from vertaal.types import (
    Block,
    BlockKind,
    Document,
    Edition,
    Occurrence,
    OccurrenceStatus,
    Source,
    Unit,
)

HERE = Path(__file__).resolve().parent
TERMS = HERE.parent / "terms" / "data"

Pair = tuple[str, str]
Planted = tuple[Edition, str]
Planter = Callable[[Edition, Random], Planted | None]

_PROVEN = (OccurrenceStatus.SATISFIED, OccurrenceStatus.VARIANT)
_REFERENCE = re.compile(r"\bvra(?:ag|gen)\s+(?P<number>\d{1,2})(?![\w.]|\s*(?:van de|\())")
_RECURRING = {
    "maatregel": "measure",
    "bericht": "report",
    "situatie": "situation",
    "burgers": "citizens",
    "kinderen": "children",
    "afspraken": "agreements",
    "wetgeving": "legislation",
    "organisatie": "organisation",
    "uitspraak": "ruling",
    "werknemers": "employees",
}
"""Words that recur in the pairs, and what the pairs call them. None is so common that the check
leaves it alone, as it does 'informatie'."""
_STRANGE = ("matter", "thing", "affair", "setting", "item")
"""What another might have written for any of them."""


def of_pairs(pairs: Sequence[Pair]) -> Edition:
    """An edition with a question for each pair, its targets as they stand."""
    blocks = [
        Block(f"q{number}", BlockKind.QUESTION, source, f"Vraag {number}", (number,))
        for number, (source, _) in enumerate(pairs, 1)
    ]
    document = Document(tuple(blocks))
    first: dict[str, str] = {}
    for block, (_, target) in zip(blocks, pairs, strict=True):
        first[block.id] = target
    segments = segment(document)
    # A pair of several sentences stands in its first segment; none is cut for the checks' sake.
    whole = {item.block: item for item in reversed(segments)}
    units = tuple(
        Unit(whole[block.id].id, block.id, block.text, first[block.id]) for block in blocks
    )
    return Edition("pairs", document, tuple(whole[block.id] for block in blocks), units)


@cache
def with_terms(name: str) -> Edition:
    """A set of the term benchmark: its reference, and what its glossary asks of it."""
    source = (TERMS / f"{name}.nl").read_text(encoding="utf-8").splitlines()
    target = (TERMS / f"{name}.en").read_text(encoding="utf-8").splitlines()
    return proven(of_pairs(list(zip(source, target, strict=True))), name)


@cache
def _matcher(name: str) -> Matcher:
    return Matcher(load([TERMS / f"{name}.csv"]))


def proven(edition: Edition, name: str) -> Edition:
    found = [
        occurrence
        for unit in edition.units
        for occurrence in verify(unit.id, _matcher(name).match(unit.source), unit.target)
    ]
    return replace(edition, occurrences=tuple(found))


@cache
def letters() -> tuple[Edition, ...]:
    """Real letters, for what their sources alone tell."""
    found = []
    for path in sorted(LETTERS.glob("*.txt")):
        document = parse(Source(path.name, path.read_text(encoding="utf-8")))
        segments = segment(document)
        units = tuple(Unit(item.id, item.block, item.source, "-") for item in segments)
        found.append(Edition(path.stem, document, segments, units))
    return tuple(found)


def changed(edition: Edition, place: int, *, source: str = "", target: str = "") -> Planted:
    unit = edition.units[place]
    spoilt = replace(unit, source=source or unit.source, target=target or unit.target)
    units = (*edition.units[:place], spoilt, *edition.units[place + 1 :])
    return replace(edition, units=units), unit.id


def term(edition: Edition, rng: Random) -> Planted | None:
    """A rendering exchanged for the rendering of another term."""
    places = [o for o in edition.occurrences if o.status in _PROVEN and not o.match.soft]
    mine = rng.choice(places)
    theirs = rng.choice([o for o in places if o.match.term.target != mine.match.term.target])
    at = next(i for i, unit in enumerate(edition.units) if unit.id == mine.segment)
    target = edition.units[at].target
    wrong = target[: mine.target_start] + theirs.found + target[mine.target_end :]
    if _asks_for(edition, mine, theirs):
        return None
    spoilt, unit = changed(edition, at, target=wrong)
    return proven(spoilt, "flores"), unit


def _asks_for(edition: Edition, mine: Occurrence, theirs: Occurrence) -> bool:
    """Does the sentence have the other term as well, so that its rendering is no stranger?"""
    return any(
        o.segment == mine.segment and o.match.term.source == theirs.match.term.source
        for o in edition.occurrences
    )


def duplicate(edition: Edition, rng: Random) -> Planted | None:
    """The translation of another sentence."""
    long = [i for i, unit in enumerate(edition.units) if len(unit.target.split()) >= 8]
    first, second = sorted(rng.sample(long, 2))
    return changed(edition, second, target=edition.units[first].target)


def same_sentence(edition: Edition, rng: Random) -> Planted | None:
    """A sentence that stands twice more, and once with another translation."""
    unit = rng.choice([unit for unit in edition.units if len(unit.target.split()) >= 4])
    last = edition.units[-1]
    words = unit.target.split()
    other = " ".join([*words[: len(words) // 2], "indeed", *words[len(words) // 2 :]])
    again = [replace(unit, id=f"again-{n}") for n in (1, 2)]
    strange = replace(unit, id="strange", target=other)
    units = (*edition.units[:-1], *again, strange, last)
    return replace(edition, units=units), "strange"


def same_word(edition: Edition, rng: Random) -> Planted | None:
    """A word that recurs, rendered otherwise in one place."""
    for word, rendering in rng.sample(sorted(_RECURRING.items()), len(_RECURRING)):
        has = [
            i
            for i, unit in enumerate(edition.units)
            if re.search(rf"\b{word}", unit.source) and rendering in unit.target
        ]
        lacks = sum(
            bool(re.search(rf"\b{word}", unit.source)) and rendering not in unit.target
            for unit in edition.units
        )
        if len(has) < 5 or lacks:
            continue
        at = rng.choice(has)
        wrong = edition.units[at].target.replace(rendering, rng.choice(_STRANGE))
        return changed(edition, at, target=wrong)
    return None


def question(edition: Edition, rng: Random) -> Planted | None:
    """A reference to a question that there is not."""
    places = [
        (i, hit)
        for i, unit in enumerate(edition.units)
        for hit in [_REFERENCE.search(unit.source)]
        if hit
    ]
    if not places:
        return None
    at, hit = rng.choice(places)
    source = edition.units[at].source
    known = max(n for q in edition.document.questions for n in q.numbers if isinstance(n, int))
    start, end = hit.span("number")
    wrong = source[:start] + str(known + rng.randint(1, 9)) + source[end:]
    return changed(edition, at, source=wrong)


def cases(pairs: Sequence[Pair]) -> dict[str, tuple[str, tuple[Edition, ...], Planter]]:
    """Row of the table → the check, the sound editions, and what spoils them."""
    ours, terms = of_pairs(pairs), with_terms("flores")
    return {
        "terms": ("terms", (terms,), term),
        "cross_references": ("cross_references", letters(), question),
        "duplicates": ("duplicates", (ours, terms), duplicate),
        "same sentence": ("consistency", (ours,), same_sentence),
        "same word": ("consistency", (ours,), same_word),
    }
