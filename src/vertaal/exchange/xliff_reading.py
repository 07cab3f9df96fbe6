"""XLIFF 2.0, 2.1 and 1.2 as translators send it back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from vertaal.errors import InputError
from vertaal.exchange.decisions import COPIED, Decision
from vertaal.exchange.xliff12_writing import STATES, TERMS
from vertaal.exchange.xliff_units import TOOL, mark
from vertaal.types import APPROVED, State
from vertaal.xml_reading import children, descendants, local, without_region, words

# What the states of XLIFF 1.2 that are not ours mean: a translation that asks for more work.
_STATES12 = {
    **{name: state for state, name in STATES.items()},
    "needs-review-translation": State.TRANSLATED,
    "needs-review-adaptation": State.TRANSLATED,
    "needs-review-l10n": State.TRANSLATED,
}
# Inline elements of XLIFF 1.2 whose text is a code of the format and no part of the sentence.
_CODES12 = ("bpt", "ept", "it", "ph")
_ENGLISH = ("en", "eng")
_IN_PART = "only a part of it is translated"
_EMPTIED = "its English has been taken out"
_CHAR = re.compile(rf"x-{TOOL}-([0-9A-F]{{4,6}})")


def decisions_of(root: Any, path: Path) -> tuple[Decision, ...]:
    """What the file says of each unit. Raises `InputError` for another version of XLIFF, and for
    a translation into another language.
    """
    version = root.get("version", "")
    files = descendants(root, "file")
    for code in (root.get("trgLang"), *(each.get("target-language") for each in files)):
        if code and without_region(code) not in _ENGLISH:
            raise InputError(
                f"is a translation into '{code}', not into English.",
                path=path,
                remedy="Choose English (en) as target language in the translation tool.",
            )
    if version.startswith("2."):
        return tuple(_decision(unit) for unit in descendants(root, "unit"))
    if version in ("1.1", "1.2"):
        return tuple(_decision12(unit) for unit in descendants(root, "trans-unit"))
    raise InputError(
        f"is XLIFF {version or 'of no version'}, not 2.1 or 1.2.",
        path=path,
        remedy="Let the translation tool write XLIFF 2.0, 2.1 or 1.2.",
    )


def _decision(unit: Any) -> Decision:
    """A unit's segments as one text: a tool may have split the sentence, and put its parts in
    another order.
    """
    source = ""
    targets: list[tuple[int, str]] = []
    states: list[State] = []
    missing = 0
    parts = (part for part in unit if local(part) in ("segment", "ignorable"))
    for number, part in enumerate(parts, 1):
        text = _of(part, "source")
        source += text
        found = next(children(part, "target"), None)
        # Blanks between sentences are copied where a tool left them untranslated.
        target = _of(part, "target") if found is not None else text * (local(part) == "ignorable")
        order = "" if found is None else found.get("order", "")
        targets.append((number if (place := _number(order)) is None else place, target))
        if local(part) == "segment":
            missing += bool(text.strip() and not target.strip())
            states.append(_state(part.get("state", "initial")))
    said = "".join(text for _, text in sorted(targets, key=lambda each: each[0])).strip()
    whole = bool(said) and not missing
    text = _meta(unit, "text")
    state = min(states, key=_height) if states and whole else None
    return Decision(
        id=unit.get("id", ""),
        source=source,
        rev=_number(_meta(unit, "rev")),
        target=said if whole else None,
        state=_given(state, _meta(unit, "state"), changed=text != mark(said)),
        note=_note(note for each in children(unit, "notes") for note in children(each, "note")),
        left=_IN_PART if said and missing else _emptied(text, said),
        unchanged=whole and text == mark(said),
    )


def _decision12(unit: Any) -> Decision:
    found = next(children(unit, "target"), None)
    state: State | None = _STATES12.get(
        "" if found is None else found.get("state", ""), State.INITIAL
    )
    if unit.get("approved") == "yes" and state not in APPROVED:
        state = State.REVIEWED
    source, target = _of(unit, "source"), _of(unit, "target").strip()
    ours = unit.get("extradata", "")
    rev, text, sent = (_said(ours, key) for key in ("rev", "text", "state"))
    left = _emptied(text, target)
    if found is not None and _missing12(unit, found):
        target, left = "", _IN_PART if target else left
    elif state is State.INITIAL and target == source.strip():
        # The copy of the source that a tool starts from is no translation.
        target, left = "", COPIED if rev else ""
    changed = text != mark(target)
    return Decision(
        id=unit.get("id", ""),
        source=source,
        rev=_number(rev),
        target=target or None,
        state=_given(state, sent, changed=changed) if target else None,
        note=_note(each for each in children(unit, "note") if each.get("from") != TERMS),
        left=left,
        unchanged=not changed,
    )


def _missing12(unit: Any, target: Any) -> bool:
    """Whether a tool has split the sentence and a part of it has no translation."""
    parts = {
        each.get("mid"): _words(each).strip()
        for each in descendants(target, "mrk")
        if each.get("mtype") == "seg"
    }
    return bool(parts) and any(
        _words(each).strip() and not parts.get(each.get("mid"))
        for whole in children(unit, "seg-source")
        for each in descendants(whole, "mrk")
        if each.get("mtype") == "seg"
    )


def _said(ours: str, key: str) -> str:
    """What we wrote into the unit's `extradata`; empty where the file does not tell."""
    found = re.search(rf"\b{TOOL} (?:.* )?{key}=(\w+)", ours)
    return found[1] if found else ""


def _emptied(sent: str, target: str) -> str:
    """Why there is no text where the file was made with one; `sent` is that one's mark."""
    return _EMPTIED if sent and not target and sent != mark("") else ""


def _given(state: State | None, sent: str, *, changed: bool) -> State | None:
    """The state that the file gives a text. Many tools leave the state as it is when the text is
    changed: an approval that went out is none of another text, only a higher one is.
    """
    if changed and state in APPROVED and sent and _height(state) <= _height(_state(sent)):
        return State.TRANSLATED
    return state


def _number(text: str) -> int | None:
    """A whole number; None for any other text ('²' is a digit, and no number)."""
    return int(text) if text.isascii() and text.isdigit() else None


def _height(state: State) -> int:
    return list(State).index(state)


def _state(value: str) -> State:
    return State(value) if value in tuple(State) else State.INITIAL


def _note(notes: Any) -> str | None:
    texts = ((note.text or "").strip() for note in notes)
    return "\n".join(dict.fromkeys(filter(None, texts))) or None


def _meta(unit: Any, kind: str) -> str:
    """What we wrote into the unit; empty where the file does not tell."""
    for group in descendants(unit, "metaGroup"):
        if group.get("category") == TOOL:
            for meta in children(group, "meta"):
                if meta.get("type") == kind:
                    return (meta.text or "").strip()
    return ""


def _of(part: Any, name: str) -> str:
    return "".join(_words(element) for element in children(part, name))


def _words(element: Any) -> str:
    return words(element, _instead)


def _instead(element: Any) -> str | None:
    """What stands for a code or a character that XML cannot hold; None for any other element."""
    name = local(element)
    if name == "cp":
        return _char(element.get("hex", ""))
    if name == "x":
        ours = _CHAR.fullmatch(element.get("ctype", ""))
        return _char(ours[1]) if ours else ""
    return None if name and name not in _CODES12 else ""


def _char(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
