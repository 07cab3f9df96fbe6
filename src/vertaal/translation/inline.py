"""The embedded model's two vocabularies, and terms written into the source.

A wanted rendering stands behind the source term it is for, as in Dinu et al. (2019, "Training
neural machine translation to apply terminology constraints", append mode):

    … de <term> rechters <as> judge </term> oordelen …

Source ids: `0 … D-1` Dutch pieces; `D`, `D+1`, `D+2` the tags `<term>`, `<as>`, `</term>`;
`D+3+j` the English piece `j`. The embedding of `D+3+j` *is* row `j` of the decoder's matrix, so
the encoder is shown the rendering in the space in which the decoder will write it.
"""

from __future__ import annotations

import functools
import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from vertaal.glossary.gluing import cuts
from vertaal.translation.alignment import spread
from vertaal.translation.capitals import opens_plain
from vertaal.translation.letters import BAR, DASH, bare
from vertaal.translation.seams import smooth
from vertaal.types import Span
from vertaal.words import WORD

TAGS = ("<term>", "<as>", "</term>")
EOS, UNK, PAD = 0, 1, 2
SPACE = "\u2581"

Annotation = tuple[int, int, str]
"""`(start, end, wanted)`: half-open offsets into the source, and the wanted English."""

# Quotes that the English vocabulary lacks, as it writes them: ’ as U+02BC, which `decode` undoes.
_PLAIN = str.maketrans({"’": "ʼ", "”": '"', "“": '"', "„": '"', "´": "'", BAR: DASH})
_LIKE = str.maketrans({"„": "“", BAR: DASH})
"""Signs that the Dutch vocabulary lacks, as their like."""


_ABBREVIATION = re.compile(r"(?<![\w-])[A-Z](?:[a-z]{0,2}[A-Z0-9])+[a-z]?-$")
"""'PVV-', 'PmG-', 'JenV-'; no name ('Van-')."""


def after_abbreviation(text: str, at: int) -> bool:
    """Whether what stands at `at` is the last part of a compound like 'PVV-Kamerlid'."""
    return _ABBREVIATION.search(text[:at]) is not None


def joined(text: str, annotations: Iterable[Annotation]) -> Iterator[Annotation]:
    """The annotations in order, with the rendering of 'Kamerlid' in 'PVV-Kamerlid' joined to the
    abbreviation or the copied name before it: 'PVV MP' is one, not two with a hyphen.
    """
    found: list[Annotation] = []
    for start, end, wanted in sorted(annotations):
        before = found[-1] if found else (0, 0, "")
        if wanted == text[start:end] or text[start - 1 : start] != "-":
            found.append((start, end, wanted))
        elif before[1] == start - 1 and (
            before[2].isupper() or before[2] == text[before[0] : before[1]]
        ):
            found[-1] = (before[0], end, f"{before[2]} {wanted}")
        elif hit := _ABBREVIATION.search(text, before[1], start):
            found.append((hit.start(), end, f"{hit[0][:-1]} {wanted}"))
        else:
            found.append((start, end, wanted))
    yield from found


def processors(directory: Path) -> tuple[Any, Any]:
    """The SentencePiece models of both languages."""
    from sentencepiece import SentencePieceProcessor

    source, target = (
        SentencePieceProcessor(model_file=str(directory / f"{side}.spm"))
        for side in ("source", "target")
    )
    return source, target


class InlineVocabulary:
    """Text to ids and back for a model directory in the embedded format."""

    def __init__(self, directory: Path) -> None:
        self.source, self.target = processors(directory)
        name = "source_vocab.json" if (directory / "source_vocab.json").exists() else "vocab.json"
        vocabulary: dict[str, int] = json.loads((directory / name).read_text(encoding="utf-8"))
        self.dutch = {piece: i for piece, i in vocabulary.items() if piece not in TAGS}
        self.english: dict[str, int] = json.loads(
            (directory / "target_vocab.json").read_text(encoding="utf-8")
        )
        self.pieces: dict[int, str] = {i: piece for piece, i in self.english.items()}
        self._dutch_pieces = {i: piece for piece, i in self.dutch.items()}
        self.base = len(self.dutch)
        self.term, self.as_, self.end = self.base, self.base + 1, self.base + 2
        self.shift = self.base + 3
        self.english_ids = functools.lru_cache(maxsize=65536)(self._english_ids)
        self._gaps = functools.lru_cache(maxsize=1024)(self._lost)

    def dutch_ids(self, text: str, glued: bool = False) -> list[int]:
        """Ids of a stretch of Dutch; `glued`: no white space stood before it.

        A piece that the Dutch vocabulary lacks ('€', 'ü') is read as English pieces.
        """
        pieces: list[str] = self.source.encode(text.translate(_LIKE), out_type=str)
        if glued and pieces and pieces[0].startswith(SPACE):
            inner = pieces[0][1:]
            if not inner:
                pieces = pieces[1:]
            elif inner in self.dutch:
                pieces[0] = inner
        ids: list[int] = []
        for i, piece in enumerate(pieces):
            known = self.dutch.get(piece)
            if known is not None:
                ids.append(known)
                continue
            opens = i > 0 and pieces[i - 1] == SPACE and SPACE + piece in self.english
            if opens:
                ids.pop()
            for foreign in _cover((SPACE if opens else "") + piece, self.english):
                ids.append(UNK if foreign == UNK else self.shift + foreign)
        return ids

    def _english_ids(self, text: str) -> tuple[int, ...]:
        """Ids of English text without end of sentence; a merged piece that was cut is split."""
        ids: list[int] = []
        for piece in self.target.encode(text.translate(_PLAIN), out_type=str):
            known = self.english.get(piece)
            ids.extend(_cover(piece, self.english) if known is None else (known,))
        return tuple(ids)

    def encode_source(self, text: str, annotations: Sequence[Annotation] = ()) -> list[int]:
        """Ids of a source with inline terms, end of sentence included.

        Each stretch between annotations is encoded on its own, two words that lost the space
        between them as two. Annotations must not overlap.
        """
        text = self._opened(text, annotations)
        ids: list[int] = []
        at = 0
        for start, end, wanted in sorted(annotations):
            if text[at:start].strip():
                ids += self._dutch(text, at, start)
            ids.append(self.term)
            ids += self._dutch(text, start, end)
            ids.append(self.as_)
            ids += [self.shift + i for i in self.english_ids(wanted)]
            ids.append(self.end)
            at = end
        if text[at:].strip():
            ids += self._dutch(text, at, len(text))
        return [*ids, EOS]

    def source_places(self, text: str, annotations: Sequence[Annotation] = ()) -> list[Span]:
        """The place in `text` of each id of `encode_source`, the end of sentence left out. What is
        shown inline stands for the source term: for its words where it copies them, else for all.
        """
        text = self._opened(text, annotations)
        places: list[Span] = []
        at = 0
        for start, end, wanted in sorted(annotations):
            places += self._stretch(text, at, start)
            whole = (start, end)
            shown = self.english_ids(wanted)
            places += [whole, *self._stretch(text, start, end), whole]
            if wanted == text[start:end]:
                places += spread([self.pieces[i] for i in shown], text, start, end)
            else:
                places += [whole] * len(shown)
            places.append(whole)
            at = end
        return places + self._stretch(text, at, len(text))

    def _opened(self, text: str, annotations: Sequence[Annotation]) -> str:
        """The text with a small letter at its beginning, where the pieces know the word only so:
        'Winst' was read as 'W' and 'inst', and came out as 'wine'.
        """
        first = WORD.match(text)
        if first is None or any(
            start < first.end() and wanted[:1].isupper() for start, _, wanted in annotations
        ):
            return text
        small = text[0].lower() + text[1:]
        fewer = self._count(small[: first.end()]) < self._count(first[0])
        return small if fewer and opens_plain(text) else text

    def _count(self, word: str) -> int:
        """How many pieces spell it."""
        return len(self.source.encode(word))

    def _dutch(self, text: str, start: int, end: int) -> list[int]:
        """Ids of a stretch of the text with a space in every gap."""
        gaps = self._gaps(text)
        within = (at for at in gaps if start < at < end)
        shown = " ".join(text[a:b] for a, b in itertools.pairwise([start, *within, end]))
        glued = start > 0 and not (text[start - 1].isspace() or text[start].isspace())
        return self.dutch_ids(shown, glued and start not in gaps)

    def _lost(self, text: str) -> tuple[int, ...]:
        """Where the model is shown a space that is not there: one that was lost, and one behind an
        opening bracket, or a quotation mark behind which more pieces would spell the word. Few
        words have a piece of their own without a space before them: '(klassieke)' is read letter by
        letter.
        """
        opened = [hit for hit in _OPENING.finditer(text) if self._opens_better(*hit.groups())]
        return tuple(sorted({*cuts(text), *(hit.end("mark") for hit in opened)}))

    def _opens_better(self, mark: str, word: str) -> bool:
        """Whether the model is to see a space between the two."""
        return mark in "([" or self._count(word) + self._count(mark) < self._count(mark + word)

    def _stretch(self, text: str, start: int, end: int) -> list[Span]:
        if not text[start:end].strip():
            return []
        ids = self._dutch(text, start, end)
        return spread([self._spelt(i) for i in ids], text, start, end)

    def _spelt(self, source_id: int) -> str:
        """The piece of a source id; one character stands for an unknown one."""
        if source_id == UNK:
            return "?"
        if source_id >= self.shift:
            return self.pieces[source_id - self.shift]
        return self._dutch_pieces[source_id]

    def piece(self, token: int) -> str:
        """The English piece of a target id."""
        return self.pieces[token]

    def decode(self, ids: Sequence[int]) -> str:
        """English text of target ids."""
        pieces = [self.pieces[i] for i in ids if i not in (EOS, PAD)]
        text = str(self.target.decode(pieces)).replace("ʼ", "’")
        return smooth(close_quotes(_STRAIGHT.sub(r'"\1"', _LOOSE.sub("", text))))


def _cover(piece: str, vocabulary: Mapping[str, int]) -> list[int]:
    """Ids of the fewest leading-longest pieces that spell `piece`; a letter that the vocabulary
    lacks is read as its like, `UNK` where it has none."""
    ids: list[int] = []
    at = 0
    while at < len(piece):
        for end in range(len(piece), at, -1):
            known = vocabulary.get(piece[at:end])
            if known is not None:
                ids.append(known)
                at = end
                break
        else:
            if piece[at] != SPACE:
                ids.append(vocabulary.get(bare(piece[at]), UNK))
            at += 1
    return ids


_OPENING = re.compile(r"(?<![^\s(\[«“„‘\"'])(?P<mark>[(\[«“„‘\"'])(?![stnkm]\b)(?P<word>[^\W\d_]+)")
"""Before a word; not in 'kind(eren)', and no apostrophe ('s-Gravenhage)."""
_LOOSE = re.compile(r"(?<=\d–) (?=\d)|(?<=[(\[‘“]) (?=[^\s)\]])|(?<=[^\s(\[]) (?=[)\]])")
"""SentencePiece begins a word after the dash of '1947–1948', the model at times in a bracket or
behind the mark that opens a quotation."""
_STRAIGHT = re.compile(r'(?<![^\s(\[])" ?([^"]*[^"\s]) ?"(?!\w)')
"""A quotation between straight marks, whose ends look alike."""
_QUOTED = re.compile(r"‘([^‘’]*?[^\s‘’])'(?![\w])")


def close_quotes(text: str) -> str:
    """Close single quotes the way they were opened: ‘so' becomes ‘so’."""
    return _QUOTED.sub(r"‘\1’", text)
