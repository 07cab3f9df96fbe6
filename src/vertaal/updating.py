"""An edition brought up to date with what people wrote in it: its proof, findings and documents."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from vertaal.checks import check
from vertaal.editions import load, locked, save, save_report, signed
from vertaal.editions.units import load_units
from vertaal.glossary import verify
from vertaal.style import Style, style_of
from vertaal.types import Edition, Link, Occurrence, Origin, TermMatch


def checked(edition: Edition) -> Edition:
    """The edition with its findings and its share reviewed brought up to date."""
    done = sum(unit.reviewed for unit in edition.units)
    share = done / len(edition.units) if edition.units else 0.0
    provenance = replace(edition.provenance, reviewed_share=share)
    return replace(edition, findings=check(edition), provenance=provenance)


def republish(
    folder: Path,
    style: Style | None = None,
    *,
    reviewers: tuple[str, ...] = (),
    publisher: str = "",
) -> Edition:
    """Write an edition's documents anew from its reviewed text; no model is needed. Without a
    `style`, they are those that it has.

    `reviewers` are named with those whose approval stands, in place of those who were named so
    before; a `publisher` beside them.
    """
    load_units(folder)  # An edition that is not there is an error, and no reason to make a folder.
    with locked(folder):
        edition = load(folder, whole=True)
        edition = checked(signed(reproved(edition), folder, reviewers, publisher))
        save(edition, folder)
        (style or style_of(folder)).publish(edition, folder)
        save_report(edition, folder)
    return edition


def reproved(edition: Edition) -> Edition:
    """The edition with its terms verified against the targets as they stand now."""
    sources: dict[str, list[TermMatch]] = defaultdict(list)
    links: dict[str, list[Link]] = defaultdict(list)
    before: dict[tuple[str, int, int], Occurrence] = {}
    for old in edition.occurrences:
        match = old.match
        sources[old.segment].append(match)
        before[old.segment, match.start, match.end] = old
        if old.target_start >= 0:
            # Of several places a term keeps that with which it was aligned.
            link = (match.start, match.end, old.target_start, old.target_end, 100)
            links[old.segment].append(link)
    proofs = [
        _kept(before.get((unit.id, found.match.start, found.match.end)), found, unit.origin)
        for unit in edition.units
        for found in verify(unit.id, sources[unit.id], unit.target, links[unit.id])
    ]
    return replace(edition, occurrences=tuple(proofs))


def _kept(old: Occurrence | None, found: Occurrence, origin: Origin) -> Occurrence:
    """The old proof where it holds still. What search forced stays 'forced' as long as the same
    words stand there, and what the alignment said of them stands as long as the text is the
    machine's.
    """
    if old is None or (old.found, old.target_start) != (found.found, found.target_start):
        return found
    return old if origin is Origin.MT or old.confirmed is not False else found


def updated(folder: Path) -> Edition:
    """The edition with its proof and its findings on the text as it stands now, and the names of
    those whose approval stands now, not when it was published last.
    """
    return checked(signed(reproved(load(folder, whole=True)), folder))
