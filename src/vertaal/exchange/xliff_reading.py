"""XLIFF 2.0 and 2.1 as translators send it back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vertaal.errors import InputError
from vertaal.exchange.decisions import Decision
from vertaal.exchange.xliff_writing import CATEGORY
from vertaal.types import State
from vertaal.xml_reading import children, descendants, local


def decisions_of(root: Any, path: Path) -> tuple[Decision, ...]:
    """What the file says of each unit. Raises `InputError` for another version of XLIFF."""
    version = root.get("version", "")
    if not version.startswith("2."):
        raise InputError(
            f"is XLIFF {version or 'of no version'}, not 2.",
            path=path,
            remedy="Let the translation tool write XLIFF 2.0 or 2.1.",
        )
    return tuple(_decision(unit) for unit in descendants(root, "unit"))


def _decision(unit: Any) -> Decision:
    """A unit's segments as one text: a tool may have split the sentence."""
    source = target = ""
    states: list[State] = []
    targets = False
    for part in unit:
        if local(part) not in ("segment", "ignorable"):
            continue
        source += _of(part, "source")
        found = next(children(part, "target"), None)
        targets = targets or found is not None
        # Blanks between sentences are copied where a tool left them untranslated.
        target += (
            _of(part, "target")
            if found is not None
            else _of(part, "source") * (local(part) == "ignorable")
        )
        if local(part) == "segment":
            states.append(_state(part.get("state", "initial")))
    notes = [
        (note.text or "").strip()
        for each in children(unit, "notes")
        for note in children(each, "note")
    ]
    order = list(State)
    return Decision(
        id=unit.get("id", ""),
        source=source,
        rev=_rev(unit),
        target=target.strip() if targets and target.strip() else None,
        state=min(states, key=order.index) if states else None,
        note="\n".join(dict.fromkeys(filter(None, notes))) or None,
    )


def _state(value: str) -> State:
    return State(value) if value in tuple(State) else State.INITIAL


def _rev(unit: Any) -> int | None:
    for group in descendants(unit, "metaGroup"):
        if group.get("category") == CATEGORY:
            for meta in children(group, "meta"):
                if meta.get("type") == "rev" and (meta.text or "").strip().isdigit():
                    return int(meta.text)
    return None


def _of(part: Any, name: str) -> str:
    return "".join(_words(element) for element in children(part, name))


def _words(element: Any) -> str:
    text = element.text or ""
    for child in element:
        if local(child) == "cp":
            text += _char(child.get("hex", ""))
        elif local(child):
            text += _words(child)
        text += child.tail or ""
    return text


def _char(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
