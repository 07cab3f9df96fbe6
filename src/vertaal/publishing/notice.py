"""What an edition says of its own making.

Machine translation is named as such, with the system that made it, unless a person has reviewed
all of it and takes responsibility (the practice of article 50(4) of the EU's AI Act and of the
Dutch government's algorithm register).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from vertaal.types import BlockKind, Edition, Provenance, Scan, State

SHORT_DIGEST = 8
"""Hexadecimal digits of a digest that are printed: enough to tell two apart by eye."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

REVIEWED = (State.REVIEWED, State.FINAL)
"""States that a person gave."""


@dataclass(frozen=True, slots=True)
class Notice:
    """`status` says in one sentence what the English is, `made` how it came about, `reviewed`
    what people did, `scanned` where its Dutch comes from if that is a picture, and `authority`
    which text holds.
    """

    status: str
    made: str
    reviewed: str
    scanned: str
    authority: str
    complete: bool
    """A person reviewed all of it."""
    mixed: bool
    """Reviewed and unreviewed sentences stand side by side."""

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(
            filter(None, (self.status, self.made, self.reviewed, self.scanned, self.authority))
        )


def notice(edition: Edition) -> Notice:
    provenance = edition.provenance
    share = provenance.reviewed_share
    complete = share >= 1
    names = listing(provenance.reviewers)
    when = readable_date(provenance.date)
    if complete:
        take = "take" if len(provenance.reviewers) > 1 else "takes"
        status = (
            "This English translation was made with a machine and reviewed in full by "
            f"{names or 'a person'}, who {take} responsibility for it"
            f"{f' ({when})' if when else ''}."
        )
        reviewed = ""
    else:
        status = "This English text is a machine translation."
        reviewed = (
            f"{_portion(share)} of the sentences have been reviewed by {names or 'a person'}; "
            f"those that have not are marked with a small circle (°)."
            if share > 0
            else "No person has reviewed it yet."
        )
    return Notice(
        status=status,
        made=_made(edition, "" if complete else when),
        reviewed=reviewed,
        scanned=_scanned(edition.document.scan),
        authority="The Dutch text is the authoritative one.",
        complete=complete,
        mixed=0 < share < 1,
    )


def facts(edition: Edition) -> tuple[tuple[str, str], ...]:
    """All that produced the edition, for the colophon; unknown values are left out."""
    p, scan = edition.provenance, edition.document.scan
    rows = (
        ("Document", document_name(edition)),
        ("Source file", _with_digest(p.source_name, p.source_digest)),
        ("Translated by", f"vertaal {p.version}".strip()),
        ("Read by", scan.engine if scan else ""),
        ("Model", _with_digest(p.model, p.model_digest)),
        ("Engine", p.engine),
        ("Decoding", p.decoding),
        ("Glossary", _short(p.glossary_digest)),
        ("Date", readable_date(p.date)),
        ("Reviewed", _review(p)),
    )
    return tuple((name, value) for name, value in rows if value)


def document_name(edition: Edition) -> str:
    return edition.document.reference or edition.provenance.source_name or edition.name


def english_title(edition: Edition) -> str:
    """The title in English, or what stands in for one."""
    ids = {block.id for block in edition.document.of(BlockKind.TITLE)}
    targets = [unit.target for unit in edition.units if unit.block in ids and unit.target.strip()]
    return " ".join(" ".join(targets).split()) or f"Parliamentary document {document_name(edition)}"


def readable_date(text: str) -> str:
    """'25 November 2026' for an ISO 8601 date or time; other text as it stands."""
    try:
        date = datetime.date.fromisoformat(text[:10])
    except ValueError:
        return text
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def listing(names: tuple[str, ...]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _made(edition: Edition, when: str) -> str:
    p = edition.provenance
    parts = ["It was made"]
    if when:
        parts.append(f"on {when}")
    parts.append(f"from the Dutch document {document_name(edition)}")
    if p.source_name and p.source_name != document_name(edition):
        parts.append(f"({p.source_name})")
    parts.append(f"by vertaal {p.version}".strip())
    if p.model:
        parts.append(f"with the model {_with_digest(p.model, p.model_digest)}")
    if p.glossary_digest:
        parts.append(f"{'and' if p.model else 'with'} the glossary {_short(p.glossary_digest)}")
    return " ".join(parts) + "."


def _scanned(scan: Scan | None) -> str:
    if scan is None or not scan.pages:
        return ""
    return (
        f"The Dutch was read from a scan by {scan.engine}, with a mean confidence of "
        f"{scan.confidence:.0%}, and may hold misread letters and numbers."
    )


def _review(p: Provenance) -> str:
    if p.reviewed_share <= 0:
        return "not yet"
    by = f" by {listing(p.reviewers)}" if p.reviewers else ""
    return f"{_portion(p.reviewed_share)} of the sentences{by}"


def _portion(share: float) -> str:
    """A percentage that never rounds to none or to all."""
    if share >= 1:
        return "All"
    percent = round(share * 100)
    if percent < 1:
        return "Less than 1%"
    return "More than 99%" if percent > 99 else f"{percent}%"


def _short(digest: str) -> str:
    return digest.rsplit(":", 1)[-1][:SHORT_DIGEST]


def _with_digest(name: str, digest: str) -> str:
    return f"{name} ({_short(digest)})" if name and digest else name
