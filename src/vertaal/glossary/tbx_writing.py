"""Writes TBX v3 (ISO 30042:2019), dialect TBX-Basic, style DCA: one concept a source term."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from vertaal.glossary.xlsx import legal
from vertaal.types import MatchMode, Term, TermStatus

REMARK = "vertaal: "
_STATUS = {
    TermStatus.PREFERRED: "preferredTerm-admn-sts",
    TermStatus.ADMITTED: "admittedTerm-admn-sts",
    TermStatus.FORBIDDEN: "deprecatedTerm-admn-sts",
    TermStatus.KEEP: "preferredTerm-admn-sts",
}
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="nl" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <titleStmt><title>Glossary</title></titleStmt>
      <sourceDesc><p>Dutch to English</p></sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
"""
_TAIL = """    </body>
  </text>
</tbx>
"""


def tbx(terms: Sequence[Term]) -> bytes:
    """The terms as TBX. What the standard has no category for (match rules, the status keep) is
    written as a note that `read_tbx` understands, so a round trip loses nothing."""
    concepts: dict[tuple[str, str, MatchMode], list[Term]] = {}
    for term in terms:
        concepts.setdefault((term.source, term.domain, term.match), []).append(term)
    body = "".join(_concept(number, rows) for number, rows in enumerate(concepts.values(), start=1))
    return (_HEAD + body + _TAIL).encode("utf-8")


def _concept(number: int, rows: list[Term]) -> str:
    first = rows[0]
    subject = _category("descrip", "subjectField", first.domain, 8) if first.domain else ""
    rule = _note(f"{REMARK}{first.match.value}") if first.match is not MatchMode.LEMMA else ""
    source = f"          <termSec>\n            <term>{_text(first.source)}</term>\n{rule}"
    targets = "".join(_target(row) for row in rows)
    return (
        f"      <conceptEntry id={quoteattr(f'c{number}')}>\n{subject}"
        f'        <langSec xml:lang="nl">\n{source}          </termSec>\n        </langSec>\n'
        f'        <langSec xml:lang="en">\n{targets}        </langSec>\n'
        "      </conceptEntry>\n"
    )


def _target(row: Term) -> str:
    keep = _note(f"{REMARK}{row.status.value}") if row.status is TermStatus.KEEP else ""
    note = _note(row.note) if row.note else ""
    status = _category("termNote", "administrativeStatus", _STATUS[row.status], 12)
    return (
        f"          <termSec>\n            <term>{_text(row.target)}</term>\n"
        f"{status}{keep}{note}          </termSec>\n"
    )


def _note(text: str) -> str:
    return f"            <note>{_text(text)}</note>\n"


def _category(element: str, kind: str, value: str, indent: int) -> str:
    return f'{" " * indent}<{element} type="{kind}">{_text(value)}</{element}>\n'


def _text(value: str) -> str:
    return escape(legal(value))
