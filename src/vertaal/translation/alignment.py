"""Which English word stands for which Dutch one: a soft alignment read off the cross-attention.

A decoder looks back at the source word that it has just rendered, so a target piece's attention is
read one step later, when the piece is the decoder's input, in a layer of the lower half (Chen et
al. 2020, "Accurate Word Alignment Induction from Neural Machine Translation"). Of six layers
the second and the third do about equally well (`training/heads.py`); the third is read, as the mean
over its heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from vertaal.types import Link, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TOKEN = re.compile(r"[^\W_]+(?:[-'’.,/@&]+[^\W_]+)*")
"""A word, a number or a code, with the marks inside it."""

_LEAST = 4
"""Percent of a word's attention below which a link is not worth keeping."""


def layer(decoder_layers: int) -> int:
    """The decoder layer (from 0) whose attention aligns best."""
    return max(0, decoder_layers // 2 - 1)


def spread(pieces: Sequence[str], text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The place in `text[start:end]` of each of the pieces that spell it, white space apart.

    A normaliser may have changed some characters; the others then hold the places together.
    """
    places = [
        at for at in range(start, len(text) if end is None else end) if not text[at].isspace()
    ]
    bare = ["".join(piece.replace("\u2581", "").split()) for piece in pieces]
    spelt = "".join(bare)
    if len(spelt) != len(places):
        places = _through(spelt, "".join(text[at] for at in places), places)
    found: list[Span] = []
    at, last = 0, start
    for piece in bare:
        if piece and places:
            here = places[at : at + len(piece)]
            last = here[-1] + 1
            found.append((here[0], last))
            at += len(piece)
        else:
            found.append((last, last))
    return found


def _through(spelt: str, text: str, places: Sequence[int]) -> list[int]:
    """A place for each character of `spelt`, where it and `text` differ."""
    if not places:
        return []
    found = [-1] * len(spelt)
    for a, b, size in SequenceMatcher(None, spelt, text, autojunk=False).get_matching_blocks():
        found[a : a + size] = places[b : b + size]
    last = places[0]
    for at, place in enumerate(found):
        last = found[at] = last if place < 0 else place
    return found


@dataclass(frozen=True, slots=True)
class Pieced:
    """A text and the place in it of each of its pieces."""

    text: str
    places: tuple[Span, ...]

    @classmethod
    def spelt(cls, text: str, pieces: Sequence[str]) -> Pieced:
        return cls(text, tuple(spread(pieces, text)))

    @property
    def words(self) -> list[Span]:
        return [match.span() for match in TOKEN.finditer(self.text)]


def links(attention: Sequence[Sequence[float]], source: Pieced, target: Pieced) -> tuple[Link, ...]:
    """Links between the words of both texts, from a row of attention over the source's pieces for
    each piece of the target and for its end; none where no attention is given.

    A link's weight is the share of the target word's attention that the source word has; what
    marks and the end of the sentence draw is in none.
    """
    rows = min(len(attention) - 1, len(target.places))
    if rows <= 0:
        return ()
    import numpy as np

    ours, theirs = source.words, target.words
    if not ours or not theirs:
        return ()
    seen = np.asarray(attention, dtype=np.float32)[1 : rows + 1]
    width = min(seen.shape[1], len(source.places))
    into = _membership(source.places[:width], ours)
    out_of = _membership(target.places[:rows], theirs)
    pieces = out_of.sum(0)
    weight = (out_of.T @ (seen[:, :width] @ into)) / np.maximum(pieces, 1.0)[:, None]
    percent = np.rint(100 * weight).astype(int)
    shares = percent.tolist()
    return tuple(
        (*ours[i], *theirs[j], shares[j][i]) for j, i in np.argwhere(percent >= _LEAST).tolist()
    )


def chief(links: Iterable[Link]) -> dict[Span, Span]:
    """The source word that each target word stands for most."""
    return {link[2:4]: link[:2] for link in sorted(links, key=lambda link: link[4])}


def shifted(links: Iterable[Link], source: int, target: int) -> Iterator[Link]:
    """The links of a stretch as those of the texts in which it begins at these places."""
    for a, b, c, d, percent in links:
        yield a + source, b + source, c + target, d + target, percent


def _membership(places: Sequence[Span], words: Sequence[Span]) -> NDArray[np.float32]:
    """How each piece is shared out over the words: 1 where a word holds all of it."""
    import numpy as np

    table = np.zeros((len(places), len(words)), dtype=np.float32)
    at = 0
    for row, (start, end) in enumerate(places):
        while at > 0 and words[at - 1][1] > start:
            at -= 1
        while at < len(words) and words[at][1] <= start:
            at += 1
        inside = at
        while inside < len(words) and words[inside][0] < end:
            table[row, inside] = 1.0
            inside += 1
        table[row] /= max(1, inside - at)
    return table
