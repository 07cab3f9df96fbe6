"""What the jobs of a run share, what becomes of each, and whether it needs to be done at all.

Loads neither the parser nor the checks: where nothing has changed, none of them is needed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from vertaal import __version__
from vertaal.editions import load
from vertaal.editions.folder import REPORT, UNITS
from vertaal.editions.store import read_json
from vertaal.editions.units import load_units
from vertaal.errors import InputError, VertaalError
from vertaal.glossary import Glossary
from vertaal.jobs import Job
from vertaal.memory import Memory, telling
from vertaal.style import Style, style_of
from vertaal.types import Edition, Segment, Severity, Unit

if TYPE_CHECKING:
    from vertaal.translation.translator import Translator


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: an edition (`unchanged` when nothing had to be done), or an error.

    `displaced` are the texts of people whose sentence has gone from the source since the last
    build, `unsigned` those who put their names to the text as it was then. These, and what to
    `look_first` at, are told of an edition that was made.
    """

    job: Job
    folder: Path
    unchanged: bool = False
    segments: int = 0
    errors: int = 0
    warnings: int = 0
    look_first: tuple[str, ...] = ()
    displaced: tuple[str, ...] = ()
    unsigned: tuple[str, ...] = ()
    failure: VertaalError | None = None


@dataclass(frozen=True, slots=True)
class Workshop:
    """What every job of a run shares. Without a `style`, an edition keeps that which it has."""

    output: Path
    translator: Translator
    glossary: Glossary
    style: Style | None = None
    memory: Memory = field(default_factory=Memory)

    def style_of(self, folder: Path) -> Style:
        return self.style or style_of(folder)

    def fingerprint(self, source_digest: str, folder: Path) -> str:
        """Of all that determines the edition: equal, and nothing needs to be done."""
        style = self.style_of(folder)
        look = style.reference_doc.read_bytes() if style.reference_doc else b""
        try:
            written = (folder / UNITS).read_bytes()
            units = load_units(folder)
        except (OSError, InputError):
            written, units = b"", ()
        parts = [
            __version__,
            source_digest,
            self.translator.model.digest,
            self.translator.engine_name,
            self.translator.decoding.signature,
            self.glossary.digest,
            # What is approved elsewhere matters only where this edition would take it over.
            self.memory.digest_of(
                unit.source for unit in units if not unit.touched and reusable(unit)
            ),
            hashlib.sha256(written).hexdigest(),
            hashlib.sha256(look).hexdigest(),
            *style.names,
        ]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def current(job: Job, workshop: Workshop) -> Outcome | None:
    """The outcome where the edition is as a build would make it, None where it is not.

    The source is known by its bytes, and not read further.
    """
    folder = workshop.output / job.name
    try:
        known = read_json(folder / REPORT).get("fingerprint")
        digest = hashlib.sha256(job.path.read_bytes()).hexdigest()
        if known != workshop.fingerprint(digest, folder):
            return None
        edition = load(folder, whole=True)
    except (InputError, OSError):
        return None
    if not all((folder / name).is_file() for name in workshop.style_of(folder).names):
        return None
    return replace(outcome_of(job, folder, edition), unchanged=True)


def outcome_of(job: Job, folder: Path, edition: Edition) -> Outcome:
    """The outcome of a job that has its edition."""
    levels = [finding.severity for finding in edition.findings]
    return Outcome(
        job,
        folder,
        segments=len(edition.segments),
        errors=levels.count(Severity.ERROR),
        warnings=levels.count(Severity.WARNING),
    )


def reusable(part: Segment | Unit) -> bool:
    """Whether what was approved elsewhere may stand for it. 'Ja.' answers another question here."""
    return not part.block.startswith("a") or telling(part.source)
