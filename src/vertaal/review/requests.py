"""What the page sends, read without trust."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vertaal.editions.changes import Change
from vertaal.errors import InputError
from vertaal.types import State

LONGEST = 100_000
"""Characters of a text in one request."""


def changes_of(body: Mapping[str, Any]) -> list[Change]:
    """The changes a request asks for. Raises `InputError` for anything that is none."""
    values = body.get("changes")
    if not isinstance(values, list):
        raise InputError("The request holds no list of changes.")
    return [_change(value) for value in values]


def _change(value: object) -> Change:
    if not isinstance(value, dict):
        raise InputError("A change is a JSON object.")
    rev = value.get("rev")
    if isinstance(rev, bool) or not isinstance(rev, int):
        raise InputError("A change names the revision it is based on.")
    state = text_or_none(value, "state")
    if state is not None and state not in tuple(State):
        raise InputError(f"There is no state '{state[:40]}'.")
    return Change(
        id=text(value, "id"),
        rev=rev,
        target=text_or_none(value, "target"),
        state=None if state is None else State(state),
        note=text_or_none(value, "note"),
        source=text_or_none(value, "source"),
    )


def text(value: Mapping[str, Any], key: str) -> str:
    """A text of the request, empty where it is absent. Raises `InputError` for any other value."""
    return text_or_none(value, key) or ""


def text_or_none(value: Mapping[str, Any], key: str) -> str | None:
    """The same, None where it is absent."""
    found = value.get(key)
    if found is None:
        return None
    if not isinstance(found, str) or len(found) > LONGEST:
        raise InputError(f"'{key}' is no text, or too long a one.")
    # A lone surrogate is no text that a file could hold.
    return found.encode("utf-8", "replace").decode("utf-8")
