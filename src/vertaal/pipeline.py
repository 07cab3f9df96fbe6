"""The main job, stage by stage: source files in, editions out.

read ─ parse ─ segment ─ match terms ─ translate ─ verify terms ─ check ─ write
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from vertaal import __version__
from vertaal.checks import look_first
from vertaal.editions import carry_over, load, locked, save, save_report, signed, signers, sweep
from vertaal.editions.folder import STRUCTURE, UNITS
from vertaal.editions.store import read_json, read_mark
from vertaal.editions.units import load_units
from vertaal.errors import InputError, VertaalError, defect
from vertaal.glossary import Glossary, Matcher
from vertaal.glossary.gluing import ran_together
from vertaal.jobs import Job, in_utf8
from vertaal.memory import Memory
from vertaal.parsing.document import parse
from vertaal.reading import read
from vertaal.segmentation import segment
from vertaal.translation.fidelity import fidelity
from vertaal.translation.requests import Request, request
from vertaal.translation.translator import proof
from vertaal.types import (
    Document,
    Edition,
    Fidelity,
    Occurrence,
    Origin,
    Provenance,
    Segment,
    State,
    Translation,
    Unit,
)
from vertaal.updating import checked
from vertaal.workshop import Outcome, Workshop, current, outcome_of, reusable

_TOGETHER = 600
"""Segments that are translated in one go: enough to batch well, little enough to hold."""

Report = Callable[[str, int, int], None]
"""Called with (what is being done, done, in all)."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A job that has been read, with what is to be translated."""

    job: Job
    source_digest: str
    document: Document
    segments: tuple[Segment, ...]
    requests: tuple[Request, ...]


def build(
    todo: Iterable[Job], workshop: Workshop, report: Report | None = None
) -> Iterator[Outcome]:
    """Make the edition of each job, in order; a job that fails leaves the others alone.

    Several documents are translated in one go, so that batches are full, but each is written as
    soon as it is whole: an interrupted run goes on where it stopped.
    """
    waiting: list[_Draft] = []
    for job in todo:
        try:
            done = current(job, workshop)
            if done is not None:
                yield done
                continue
            waiting.append(_draft(job, workshop))
        except Exception as error:
            yield _failed(job, workshop, error)
            continue
        if sum(len(draft.segments) for draft in waiting) >= _TOGETHER:
            yield from _finish(waiting, workshop, report)
            waiting = []
    yield from _finish(waiting, workshop, report)


def _failed(job: Job, workshop: Workshop, error: Exception) -> Outcome:
    """What nobody foresaw is told of one document too, and the others go through."""
    if isinstance(error, OSError):
        error = InputError(
            f"cannot be built ({error}).",
            path=job.path,
            remedy="See that this file can be read, the output folder can be written, and the "
            "disk has room.",
        )
    elif not isinstance(error, VertaalError):
        error = defect(error, job.path)
    return Outcome(job, workshop.output / job.name, failure=error)


@lru_cache(maxsize=2)
def _matcher(glossary: Glossary) -> Matcher:
    """Made when the first document needs it: where nothing has changed, none does."""
    return Matcher(glossary)


def _read(job: Job, folder: Path) -> tuple[Document, str]:
    """The source as it is understood, and its digest.

    Recognition takes seconds a page. So of a scan whose bytes are the same, whatever else has
    changed, this version takes what it understood before, unless it could not read all of it.
    """
    with contextlib.suppress(InputError, OSError):
        digest = hashlib.sha256(job.path.read_bytes()).hexdigest()
        if read_json(folder / STRUCTURE).get("read") == read_mark(__version__, digest):
            known = load(folder).document
            if known.scan and not known.scan.unread:
                return known, digest
    source = read(job.path)
    return parse(source), source.digest


def _draft(job: Job, workshop: Workshop) -> _Draft:
    document, digest = _read(job, workshop.output / job.name)
    if not document.questions and not document.answers:
        raise InputError(
            "holds no numbered question and no answer.",
            path=job.path,
            remedy="Is it the right file? 'vertaal parse' shows what was found in it.",
        )
    segments = segment(document)
    if not segments:
        raise InputError(
            "holds no text to translate.", path=job.path, remedy="Is it the right file?"
        )
    matcher = _matcher(workshop.glossary)
    lost = ran_together(each.source for each in segments)
    requests = tuple(request(each.source, matcher, run_together=lost) for each in segments)
    return _Draft(job, digest, document, segments, requests)


def _finish(
    drafts: Sequence[_Draft], workshop: Workshop, report: Report | None
) -> Iterator[Outcome]:
    if not drafts:
        return
    requests = [each for draft in drafts for each in draft.requests]

    def progress(done: int, total: int) -> None:
        if report:
            report("translating", done, total)

    try:
        translations = workshop.translator.translate(requests, progress)
    except Exception as error:
        if isinstance(error, VertaalError) or len(drafts) == 1:
            for draft in drafts:
                yield _failed(draft.job, workshop, error)
        else:
            # One of them is to blame.
            for draft in drafts:
                yield from _finish([draft], workshop, report)
        return
    at = 0
    for number, draft in enumerate(drafts):
        if report:
            report("writing", number, len(drafts))
        part = translations[at : at + len(draft.segments)]
        at += len(draft.segments)
        folder = workshop.output / draft.job.name
        try:
            yield _write(draft, part, folder, workshop)
        except Exception as error:
            yield _failed(draft.job, workshop, error)


def _write(
    draft: _Draft, translations: Sequence[Translation], folder: Path, workshop: Workshop
) -> Outcome:
    with locked(folder):
        sweep(folder)
        old = load_units(folder) if (folder / UNITS).exists() else ()
        carried = carry_over(draft.segments, old)
        edition = checked(signed(_assemble(draft, translations, carried, workshop), folder))
        named = signers(folder)
        save(edition, folder)
        workshop.style_of(folder).publish(edition, folder)
        # Only now do all files agree; the fingerprint says so to the next run.
        save_report(edition, folder, workshop.fingerprint(draft.source_digest, folder))
    gone = {unit.id for unit in edition.orphans}
    return replace(
        outcome_of(draft.job, folder, edition),
        look_first=tuple(f"{unit.block} {unit.id}" for unit in look_first(edition)),
        displaced=tuple(
            f"{unit.block} {unit.id}"
            for unit in old
            if unit.touched and not unit.orphaned and unit.id in gone
        ),
        unsigned=tuple(name for name in named if name not in edition.provenance.reviewers),
    )


def _assemble(
    draft: _Draft,
    translations: Sequence[Translation],
    carried: tuple[dict[str, Unit], tuple[Unit, ...]],
    workshop: Workshop,
) -> Edition:
    kept, orphans = carried
    units: list[Unit] = []
    proofs: list[Occurrence] = []
    signals: list[Fidelity] = []
    for each, asked, translation in zip(draft.segments, draft.requests, translations, strict=True):
        unit = kept.get(each.id) or _first(each, translation, workshop.memory)
        units.append(unit)
        standing = translation
        if unit.target != translation.target:
            standing = Translation(unit.target, 0.0)
        found = proof(each.id, asked, standing)
        proofs.extend(found)
        if unit.origin is Origin.MT and standing is translation:
            signals.append(fidelity(each.id, each.source, standing, found))
    return Edition(
        name=draft.job.name,
        document=draft.document,
        segments=draft.segments,
        units=tuple(units),
        occurrences=tuple(proofs),
        orphans=orphans,
        fidelity=tuple(signals),
        provenance=Provenance(
            version=__version__,
            model=workshop.translator.model.name,
            model_digest=workshop.translator.model.digest,
            engine=workshop.translator.engine_name,
            decoding=workshop.translator.decoding.signature,
            glossary_digest=workshop.glossary.digest,
            date=datetime.now(UTC).date().isoformat(),
            source_name=in_utf8(draft.job.path.name),
            source_digest=draft.source_digest,
        ),
    )


def _first(segment: Segment, translation: Translation, memory: Memory) -> Unit:
    """A unit nobody has worked on: what was approved before for its sentence, or the machine's."""
    known = memory.exact(segment.source) if reusable(segment) else None
    target, origin = (known.target, Origin.TM) if known else (translation.target, Origin.MT)
    return Unit(segment.id, segment.block, segment.source, target, State.TRANSLATED, origin)
