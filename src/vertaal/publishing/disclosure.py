"""What an edition says of its own making, for machines: the same names in every format."""

from __future__ import annotations

from collections.abc import Mapping

from vertaal.publishing.layouts import Layout
from vertaal.publishing.notice import ACT, document_name, notice, source_address
from vertaal.publishing.tree import clean
from vertaal.types import Edition

IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/"
"""The vocabulary in which publishers say what made a text or picture (IPTC Digital Source Type)."""

MADE, EDITED = "trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia"

SCHEMA = {
    "source-address": "schema:isBasedOn",
    "digital-source-type": "schema:digitalSourceType",
    "translated-on": "schema:dateCreated",
    "reviewed-by": "schema:editor",
    "responsible": "schema:accountablePerson",
}
"""Name → the property of schema.org that says the same."""


def summary(edition: Edition, layout: Layout) -> str:
    """The notice, for the properties of a file; the Dutch alone has none."""
    if "en" not in layout.languages:
        return f"{layout.suffix} – {document_name(edition)}"
    return clean(" ".join(notice(edition).sentences))


def statements(edition: Edition, layout: Layout) -> Mapping[str, str]:
    """Name → value, without those that are unknown. The Dutch alone is no translation: of that,
    only where it comes from.
    """
    p = edition.provenance
    values = {
        "source": document_name(edition),
        "source-address": source_address(edition),
        "source-file": p.source_name,
        "source-digest": p.source_digest,
    }
    if "en" in layout.languages:
        complete = notice(edition).complete
        values |= {
            "machine-translation": _state(edition, complete),
            "digital-source-type": IPTC + (EDITED if complete else MADE),
            "disclosed-under": ACT,
            "reviewed-share": f"{p.reviewed_share:.4g}",
            "reviewed-by": "; ".join(p.reviewers),
            "reviewed-on": p.review_date,
            "responsible": "; ".join(p.reviewers) if complete else "",
            "translated-by": f"vertaal {p.version}".strip(),
            "translated-on": p.date,
            "model": p.model,
            "model-digest": p.model_digest,
            "glossary-digest": p.glossary_digest,
        }
    return {name: clean(value) for name, value in values.items() if value}


def _state(edition: Edition, complete: bool) -> str:
    share = edition.provenance.reviewed_share
    if complete:
        return "reviewed"
    if share >= 1:
        return "reviewed-unsigned"
    return "partly-reviewed" if share > 0 else "unreviewed"
