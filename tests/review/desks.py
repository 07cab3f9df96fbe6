"""Small editions to review, made by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from starlette.testclient import TestClient

from vertaal.editions import save, save_report
from vertaal.editions.units import load_units
from vertaal.types import (
    Block,
    BlockKind,
    Document,
    Edition,
    MatchMode,
    Occurrence,
    OccurrenceStatus,
    Provenance,
    Segment,
    State,
    Term,
    TermMatch,
    TermStatus,
    Unit,
)

TOKEN = "a-token-of-the-tests"
PORT = 8765
HERE = f"http://127.0.0.1:{PORT}"

Open = Callable[..., TestClient]
"""Makes a client of a server for the given editions."""

LETTER = (
    ("q1", "Bent u bekend met het bericht?", "Are you aware of the report?"),
    ("q1", "Deelt u de zorgen over mensenrechten?", "Do you share the worries on human rights?"),
    ("a1", "Ja.", "Yes."),
    ("a1", "Het kabinet trekt 57,60 euro uit.", "The government allocates 57.60 euro."),
    ("q2", "Wat doet het kabinet?", "What does the cabinet do?"),
    ("a2", "Zie het antwoord op vraag 1.", "See the answer to question 1."),
)
HOSTILE = (
    (
        "q1",
        "Is <script>document.title='x'</script> & <img src=x onerror=\"document.title='x'\"> goed?",
        "Is <script>document.title='x'</script> & <img src=x onerror=\"document.title='x'\"> good?",
    ),
    ("a1", "</script>\u2028<svg/onload=document.title='x'> 😀 kabinet", "</script> 😀 government"),
)
GOVERNMENT = Term(
    "kabinet", "government", TermStatus.PREFERRED, MatchMode.LEMMA, note="not cabinet"
)


def make(folder: Path, rows: Sequence[tuple[str, str, str]] = LETTER, name: str = "") -> Path:
    """Write an edition whose blocks hold the rows' sentences, one a paragraph."""
    sources: dict[str, list[str]] = {}
    for block, source, _ in rows:
        sources.setdefault(block, []).append(source)
    kinds = {"q": BlockKind.QUESTION, "a": BlockKind.ANSWER}
    blocks = tuple(
        Block(block, kinds[block[0]], "\n\n".join(texts), "", (int(block[1:]),), at)
        for at, (block, texts) in enumerate(sources.items(), 1)
    )
    segments = []
    units = []
    proofs = []
    at = dict.fromkeys(sources, 0)
    number = dict.fromkeys(sources, 0)
    for block, source, target in rows:
        identity = f"{block}-{number[block]}"
        segments.append(
            Segment(identity, block, number[block], at[block], at[block] + len(source), source)
        )
        units.append(Unit(identity, block, source, target, State.TRANSLATED))
        at[block] += len(source) + 2
        number[block] += 1
        start = source.find("kabinet")
        if start >= 0:
            match = TermMatch(start, start + 7, "kabinet", GOVERNMENT, ("government",))
            found = target.find("government")
            status = OccurrenceStatus.SATISFIED if found >= 0 else OccurrenceStatus.VIOLATED
            proofs.append(
                Occurrence(
                    identity,
                    match,
                    status,
                    "government" * (found >= 0),
                    found,
                    found + 10 if found >= 0 else -1,
                )
            )
    edition = Edition(
        name or folder.name,
        Document(blocks, reference="2026Z1"),
        tuple(segments),
        tuple(units),
        tuple(proofs),
        provenance=Provenance(source_name=f"{name or folder.name}.txt", date="2026-01-01"),
    )
    folder.mkdir(parents=True, exist_ok=True)
    save(edition, folder)
    save_report(edition, folder)
    return folder


def long_letter(count: int) -> list[tuple[str, str, str]]:
    """`count` sentences in questions and answers of ten."""
    rows = []
    for number in range(count):
        block = f"{'qa'[number // 10 % 2]}{number // 20 + 1}"
        rows.append(
            (
                block,
                f"Zin {number}: het kabinet deelt de zorgen over de situatie in regio {number}.",
                f"Sentence {number}: the government shares the worries on region {number}.",
            )
        )
    return rows


def on_disk(folder: Path, identity: str) -> Unit:
    return next(unit for unit in load_units(folder) if unit.id == identity)
