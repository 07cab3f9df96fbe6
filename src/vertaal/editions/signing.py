"""Who reviewed an edition, and when: after its history, and after those who published it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from vertaal.editions import history
from vertaal.editions.store import read_provenance
from vertaal.errors import InputError
from vertaal.types import Edition, Provenance, Unit


def signed(
    edition: Edition, folder: Path, names: Iterable[str] = (), publisher: str = ""
) -> Edition:
    """The edition with all who reviewed it and the day of it: the last on which a person changed
    or approved something, or put a name to it.

    Those are the people whose approval still stands, and those who signed: `names`, which replace
    the names given so before (a blank one alone takes them away), or those and the `publisher`.
    A name holds for the text that it was put to: where that has changed, it must be given again.
    """
    names = tuple(names)
    past = history.records(folder)
    # A new build starts without the names and the day that the edition had so far; those of another
    # source are none of its.
    known, made = _report(folder), edition.provenance
    if known.source_name != made.source_name and known.source_digest != made.source_digest:
        known = Provenance()
    text = _digest(edition.units)
    before = known.signers if known.signed_text == text else ()
    signed_by = tuple(dict.fromkeys(filter(None, map(str.strip, names or (*before, publisher)))))
    approved = _approvers(edition.units, past)
    if not past:
        # The history was left behind: the report alone tells who they were.
        approved = tuple(name for name in known.reviewers if name not in known.signers)
    today = [datetime.now(UTC).date().isoformat()] if names or publisher else []
    days = (known.review_date, *(record.at[:10] for record in past), *today)
    provenance = replace(
        edition.provenance,
        reviewers=tuple(dict.fromkeys((*approved, *signed_by))),
        signers=signed_by,
        signed_text=(text if today else known.signed_text) if signed_by else "",
        review_date=max(days),
    )
    return replace(edition, provenance=provenance)


def signers(folder: Path) -> tuple[str, ...]:
    """Those whom the report of an edition names as signers, whether or not their text stands."""
    return _report(folder).signers


def _digest(units: Iterable[Unit]) -> str:
    texts = "\0".join(f"{unit.source}\0{unit.target}" for unit in units)
    return hashlib.sha256(texts.encode("utf-8", "surrogatepass")).hexdigest()


def _approvers(units: Iterable[Unit], past: Iterable[history.Record]) -> tuple[str, ...]:
    """The names of those whose approval stands, in order of first appearance."""
    past, units = tuple(past), tuple(units)
    changes: dict[tuple[str, str], dict[int, history.Record]] = {}
    for record in past:
        # Of two of one revision, the earlier never reached the edition.
        changes.setdefault((record.before.id, record.before.source), {})[record.rev] = record
    # A unit that a build has carried over to a new id was changed under its old one.
    ids = {unit.id for unit in units}
    carried: dict[str, dict[int, history.Record]] = {}
    for (identity, source), theirs in changes.items():
        if identity not in ids:
            carried.setdefault(source, {}).update(theirs)
    standing = set[str]()
    for unit in units:
        own = changes.get((unit.id, unit.source), {})
        standing.update(filter(None, _approved(unit, {**carried.get(unit.source, {}), **own})))
    return tuple(dict.fromkeys(record.by for record in past if record.by in standing))


def _approved(unit: Unit, changes: Mapping[int, history.Record]) -> Iterator[str]:
    """Who gave the unit the state that it has: back to where it was open, or had another text."""
    now = unit
    while now.reviewed and (record := changes.get(now.rev)):
        before = record.before
        undone = changes.get(before.rev) if record.action == "undo" else None
        if undone is not None:
            before = undone.before  # It stands again as it stood: nobody has approved anything.
        elif not before.reviewed or before.target != now.target:
            yield record.by
            return
        elif before.state is not now.state:
            yield record.by
        if before.rev >= now.rev:
            return
        now = before


def _report(folder: Path) -> Provenance:
    """Of the edition so far; empty where it cannot be read."""
    try:
        return read_provenance(folder)
    except InputError:
        return Provenance()
