"""Differences between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from vertaal.spacing import squeeze


class Piece(StrEnum):
    """What became of a stretch of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of words; `text` begins with a blank where one parts it from what is before."""

    piece: Piece
    text: str

    def set_apart(self, paint: Callable[[Piece, str], str]) -> str:
        """The text, with its words in the dress of such a piece."""
        words = self.text.lstrip(" ")
        return self.text[: len(self.text) - len(words)] + paint(self.piece, words)


# A number with its marks (1,234.56), a date (12-3-2021) and a compound are one word.
_WORD = re.compile(r" ?(?:\w+(?:[.,:/’'-]\w+)*|[^\w ])")

_BRIDGE = 3
"""Letters of a lone word that stays between two changes up to which it is read as changed too:
'the report of' → 'a message of' says more than the pieces between."""


def word_differences(before: str, after: str) -> tuple[Stretch, ...]:
    """The stretches that turn `before` into `after`; white space is not compared.

    What is not added reads as `before`, what is not removed as `after`, each with single blanks.
    """
    old, new = _words(before), _words(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    stretches: list[Stretch] = []
    for start, stop, low, high, same in _bridged(matcher.get_opcodes(), old):
        if same:
            stretches.append(Stretch(Piece.SAME, "".join(old[start:stop])))
            continue
        for piece, words in ((Piece.REMOVED, old[start:stop]), (Piece.ADDED, new[low:high])):
            if words:
                stretches.append(Stretch(piece, "".join(words)))
    return tuple(stretches)


def _words(text: str) -> list[str]:
    # The first word gets a blank too, so that it is the same word further on.
    return _WORD.findall(f" {squeeze(text)}") if text.strip() else []


def _bridged(
    codes: Sequence[tuple[str, int, int, int, int]], old: Sequence[str]
) -> Iterator[tuple[int, int, int, int, bool]]:
    """The opcodes as (old start, old end, new start, new end, same), small bridges taken away."""
    run: tuple[int, int, int, int] | None = None
    for position, (tag, start, stop, low, high) in enumerate(codes):
        short = stop - start == 1 and len(old[start].strip()) <= _BRIDGE
        inside = 0 < position < len(codes) - 1
        if tag != "equal" or (short and inside and _replaced(codes, position)):
            run = (run[0], stop, run[2], high) if run else (start, stop, low, high)
            continue
        if run:
            yield *run, False
            run = None
        yield start, stop, low, high, True
    if run:
        yield *run, False


def _replaced(codes: Sequence[tuple[str, int, int, int, int]], position: int) -> bool:
    return codes[position - 1][0] == codes[position + 1][0] == "replace"
