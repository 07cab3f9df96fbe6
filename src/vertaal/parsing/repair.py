"""Repair of misread characters, by the spelling of Dutch and the evidence of a lexicon.

A word is changed only where it is unknown and the changed word is known, or where the letters as
read cannot stand together in Dutch.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from vertaal.parsing.lexicon import is_word
from vertaal.words import frequency

_TREMA = str.maketrans("éèíìóòúùÉÈÍÌÓÒÚÙ", "ëëïïööüüËËÏÏÖÖÜÜ")
_WORD = re.compile(r"[^\W\d_]+")
_ACCENT = re.compile("[éèíìóòúùÉÈÍÌÓÒÚÙ]")
_IMPOSSIBLE = re.compile(r"eeé|^(?:ge|be)é(?=[bcdfghjklmnpqrstvwxz])|ieé", re.I)
_COMMONER = 200.0
_MISREAD_O = re.compile(r"(?<![^\W_])[©0](?=[a-z]{2})[a-z]+(?![^\W_])")
_MARK = re.compile(r"(?<=[’”»\"'])\?\?(?!\?)")


def repair(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The repaired text, and what was changed to what, in the order of the text."""
    changes: list[tuple[int, str, str]] = []
    for pattern, mend in _RULES:
        text = pattern.sub(_recording(mend, changes), text)
    return text, [(before, after) for _, before, after in sorted(changes)]


def _recording(
    mend: Callable[[str], str], changes: list[tuple[int, str, str]]
) -> Callable[[re.Match[str]], str]:
    def replace(match: re.Match[str]) -> str:
        before = match.group()
        after = mend(before)
        if after != before:
            changes.append((match.start(), before, after))
        return after

    return replace


def _with_trema(word: str) -> str:
    """'Azié' → 'Azië': a trema read as another accent."""
    if not _ACCENT.search(word):
        return word
    changed = word.translate(_TREMA)
    seen, wanted = frequency(word), frequency(changed)
    if seen == 0.0 and not is_word(word) and is_word(changed):
        return changed
    if 0.0 < seen * _COMMONER < wanted:
        return changed
    if seen == 0.0 and _IMPOSSIBLE.search(word):
        return changed
    return word


def _with_o(word: str) -> str:
    """'©nze' → 'Onze'."""
    changed = "O" + word[1:]
    return changed if is_word(changed) else word


_RULES: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (_WORD, _with_trema),
    (_MISREAD_O, _with_o),
    (_MARK, lambda _: "?"),  # a raised footnote figure read as a second question mark
)
