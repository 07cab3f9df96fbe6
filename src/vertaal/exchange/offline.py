"""The decisions file that the offline review page saves."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from vertaal.editions.shapes import of_json
from vertaal.errors import InputError
from vertaal.exchange.decisions import Decision, Sent
from vertaal.types import APPROVED, State

FORMAT = "vertaal-decisions"
_LARGEST = 64 * 2**20


@dataclass(frozen=True, slots=True)
class _Saved:
    """What a person decided of a segment, which `shown` stood in when the page was made."""

    id: str
    source: str
    rev: int
    shown: str | None = None
    target: str | None = None
    state: State | None = None
    note: str | None = None
    sent: Sent | None = None


@dataclass(frozen=True, slots=True)
class _File:
    format: str
    decisions: tuple[_Saved, ...]
    reviewer: str = ""


def read_decisions(path: Path) -> tuple[str, tuple[Decision, ...]]:
    """The reviewer's name and decisions. Raises `InputError`."""
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError("too large")
        file = of_json(_File, json.loads(path.read_text(encoding="utf-8-sig")))
        if file.format != FORMAT:
            raise ValueError(f"its format is {file.format!r}")
    except (OSError, ValueError, TypeError, RecursionError) as error:
        raise InputError(
            f"is no file of decisions ({error}).",
            path=path,
            remedy="Give the file that the offline review page saved.",
        ) from error
    return file.reviewer.strip()[:80], tuple(map(_decision, file.decisions))


def _decision(saved: _Saved) -> Decision:
    target = saved.target
    if target is None and saved.state in APPROVED:
        # The text that was approved: a build may have put another in its place since.
        target = saved.shown
    return Decision(
        saved.id, saved.source, saved.rev, target, saved.state, saved.note, sent=saved.sent
    )
