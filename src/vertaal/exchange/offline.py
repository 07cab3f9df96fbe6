"""The decisions file that the offline review page saves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from vertaal.errors import InputError
from vertaal.exchange.decisions import Decision
from vertaal.types import APPROVED, State

FORMAT = "vertaal-decisions"
_LARGEST = 64 * 2**20


def read_decisions(path: Path) -> tuple[str, tuple[Decision, ...]]:
    """The reviewer's name and decisions. Raises `InputError`."""
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError("too large")
        value = json.loads(path.read_text(encoding="utf-8-sig"))
        if value["format"] != FORMAT:
            raise ValueError(f"its format is {value['format']!r}")
        reviewer = value.get("reviewer", "")
        if not isinstance(reviewer, str):
            raise TypeError("the reviewer's name is no text")
        reviewer.encode("utf-8")
        return reviewer.strip()[:80], tuple(_decision(each) for each in value["decisions"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(
            f"is no file of decisions ({error}).",
            path=path,
            remedy="Give the file that the offline review page saved.",
        ) from error


def _decision(value: Any) -> Decision:
    if not isinstance(value, dict):
        raise TypeError("a decision is no object")

    def text(key: str, within: dict[str, Any] = value) -> str | None:
        found = within.get(key)
        if found is not None and not isinstance(found, str):
            raise TypeError(f"{key} is no text")
        (found or "").encode("utf-8")  # JSON can write half a character, which no file can hold.
        return found

    said = text("state")
    state = None if said is None else State(said)
    target = text("target")
    if target is None and state in APPROVED:
        # The text that was approved: a build may have put another in its place since.
        target = text("shown")
    rev = value["rev"]
    if not isinstance(rev, int):
        raise TypeError("rev is no whole number")
    sent = value.get("sent")
    if sent is not None and not isinstance(sent, dict):
        raise TypeError("what was sent before is no object")
    return Decision(
        id=text("id") or "",
        source=text("source") or "",
        rev=rev,
        target=target,
        state=state,
        note=text("note"),
        sent=(
            text("target", sent) or "",
            State(text("state", sent) or ""),
            text("note", sent) or "",
        )
        if sent
        else None,
    )
