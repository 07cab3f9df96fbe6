"""From a source to a document: the stages of parsing, one after the other."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from vertaal.parsing.footnotes import Note, take_notes
from vertaal.parsing.furniture import take_furniture
from vertaal.parsing.joining import PARAGRAPH, Style, join_lines, style_of
from vertaal.parsing.lines import Line, split_lines
from vertaal.parsing.placed import take_placed
from vertaal.parsing.references import find_reference
from vertaal.parsing.sections import Section
from vertaal.parsing.signatures import office_goes_on
from vertaal.parsing.signed_notes import star_end, take_signed
from vertaal.parsing.structure import read_structure
from vertaal.parsing.unfolding import unfold
from vertaal.spacing import squeeze
from vertaal.types import Block, BlockKind, Document, Removal, Repair, Source

_IDS = {
    BlockKind.TITLE: "title",
    BlockKind.PREAMBLE: "preamble",
    BlockKind.SIGNATURE: "signature",
    BlockKind.QUESTION: "q",
    BlockKind.ANSWER: "a",
    BlockKind.FOOTNOTE: "fn",
    BlockKind.OTHER: "other",
}
_COLUMNS = re.compile(r"\t+|\s{3,}")
"""Between those who sign side by side."""
_ONCE = (BlockKind.TITLE, BlockKind.PREAMBLE, BlockKind.SIGNATURE)


def parse(source: Source) -> Document:
    """Find title, preamble, questions, answers, notes and signature of a source.

    Pure, and made for any text: what fits nowhere else becomes the preamble or an `other` block.
    """
    lines = split_lines(source.text)
    reference = find_reference(lines)
    lines, seen, placed = take_placed(lines, source.placed)
    body, removed = take_furniture(lines, source.furniture)
    body, notes = take_notes(unfold(body))
    notes = placed + notes
    numbers = {note.number for note in notes} | {number for number, _ in source.footnotes}
    body, signed = take_signed(body, max(numbers, default=0))
    style = style_of(body, source.paragraphs)
    sections, headings = read_structure(body)
    ids: Counter[str] = Counter()
    repairs: list[Repair] = []
    blocks = [_block(section, style, numbers, ids, repairs) for section in sections]
    blocks += [_note_block(note, style, ids, repairs) for note in notes + signed]
    blocks += [_note_of_format(number, text, ids) for number, text in source.footnotes]
    return Document(
        tuple(block for block in blocks if block.text or block.label),
        reference,
        tuple(sorted([*source.removed, *seen, *removed, *headings], key=_line)),
        tuple(sorted(repairs, key=_line)),
        source.scan,
    )


def _line(item: Removal | Repair) -> int:
    return item.line


def _block(
    section: Section, style: Style, notes: set[int], ids: Counter[str], repairs: list[Repair]
) -> Block:
    kind = section.kind or BlockKind.PREAMBLE
    if kind is BlockKind.SIGNATURE:
        text = PARAGRAPH.join(_signed(section.lines))
    else:
        text, made = join_lines(section.lines, style, notes)
        repairs.extend(made)
    if kind is BlockKind.TITLE:
        text = text.replace(PARAGRAPH, " ")
    name = _IDS[kind]
    if kind is BlockKind.OTHER:
        name += str(1 + sum(1 for known in ids if known.startswith("other")))
    elif kind not in _ONCE:
        name += "-".join(str(number) for number in section.numbers)
    return Block(
        _unique(name, ids), kind, text, squeeze(section.label), section.numbers, section.line
    )


def _signed(lines: list[Line]) -> list[str]:
    """Who signs, a line each; an office that runs over the end of its line is one."""
    found: list[str] = []
    for above, line in pairwise([Line(0, ""), *lines]):
        if found and not above.blank and office_goes_on(found[-1], line.text):
            found[-1] += f" {squeeze(line.text)}"
        else:
            found += [squeeze(part) for part in _COLUMNS.split(line.text) if part.strip()]
    return found


def _note_block(note: Note, style: Style, ids: Counter[str], repairs: list[Repair]) -> Block:
    text, made = join_lines(list(note.lines), style)
    repairs.extend(made)
    name = _unique(f"fn{note.number}", ids)
    return Block(name, BlockKind.FOOTNOTE, text, note.mark, (note.number,), note.line)


def _note_of_format(number: int, text: str, ids: Counter[str]) -> Block:
    """A note that the format keeps apart; it may begin with a star that is its mark."""
    end = star_end(text)
    mark, body = squeeze(text[:end]), squeeze(text[end:])
    return Block(_unique(f"fn{number}", ids), BlockKind.FOOTNOTE, body, mark, (number,))


def _unique(name: str, ids: Counter[str]) -> str:
    """The name, with a suffix where it was given before (numbering restarts)."""
    ids[name] += 1
    return name if ids[name] == 1 else f"{name}_{ids[name]}"
