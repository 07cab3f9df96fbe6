"""English in a Dutch text: titles, quotations, names of bodies. It is left as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vertaal.types import Span
from vertaal.words import WORD, zipf

_BETWEEN = re.compile(r"[\s\d,:;&/–—-]*(?<=[\s/&])|[-–—]")
"""What may stand between two words of one stretch; no full stop, bracket or quotation mark."""

# Zipf scale: how much oftener, tenfold each, English text has a word than Dutch text.
_ENGLISH = 0.7
_DUTCH = -0.3
_MOST = 3.0
_MEAN = 1.0
_FEWEST = 4
_FEWEST_QUOTED = 3
_LONG = 3
_OPENING, _CLOSING = "«“‘\"'„", "»”’\"'"
_LEADS = frozenset("a an and as at by for from if in of on or that the to with".split())
"""None ends a stretch: 'of' is Dutch as well."""


def english(text: str) -> Iterator[Span]:
    """Stretches of English words in a Dutch text: four or more, three between quotation marks.

    No word of a stretch is one that Dutch text has oftener, and together they are clearly English;
    so are, where no quotation marks tell its bounds, its first and its last.
    """
    stretch: list[re.Match[str]] = []
    for word in (*WORD.finditer(text), None):
        fits = word is not None and _lean(word.group()) >= _DUTCH
        beside = word and stretch and _BETWEEN.fullmatch(text, stretch[-1].end(), word.start())
        if stretch and not (fits and beside):
            yield from _trimmed(text, stretch)
            stretch = []
        if word and fits:
            stretch.append(word)


def _trimmed(text: str, stretch: list[re.Match[str]]) -> Iterator[Span]:
    quoted = _quoted(text, stretch[0].start(), stretch[-1].end())
    sure = [word for word in stretch if _lean(word.group()) >= _ENGLISH]
    ends = [word for word in sure if word.group().lower() not in _LEADS]
    if sum(len(word.group()) >= _LONG for word in sure) < 2 or not ends:
        return
    if not quoted:
        stretch = stretch[stretch.index(sure[0]) : stretch.index(ends[-1]) + 1]
    mean = sum(_lean(word.group()) for word in stretch) / len(stretch)
    if mean >= _MEAN and len(stretch) >= (_FEWEST_QUOTED if quoted else _FEWEST):
        yield stretch[0].start(), stretch[-1].end()


def _quoted(text: str, start: int, end: int) -> bool:
    return start > 0 and text[start - 1] in _OPENING and text[end : end + 1] in [*_CLOSING]


def _lean(word: str) -> float:
    """How much more English than Dutch a word is; 0 for a name or a word of neither."""
    plain = word.lower().removesuffix("'s").removesuffix("’s")
    return min(_MOST, zipf(plain, "en") - zipf(plain, "nl"))
