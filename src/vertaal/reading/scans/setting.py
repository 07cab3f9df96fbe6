"""Recognised pages set as text: one source line a printed line, a blank line between paragraphs.

What is no running text stays in the text and is named in `Placed`, so that the parser can log it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import mean, median

from vertaal.reading.scans.boxes import Page, TextLine
from vertaal.reading.scans.columns import Layout, lay_out
from vertaal.reading.scans.doubts import doubtful
from vertaal.reading.scans.label_numbers import Place, check_labels, with_digits
from vertaal.reading.scans.note_marks import MarkRead, find_marks, set_words
from vertaal.reading.scans.notes import NoteLine, Reread, find_notes
from vertaal.reading.scans.running import furniture, step_of
from vertaal.types import Doubt, Placed

MARGIN = "margin of the page"
_ROOM = 1.3
"""Usual line steps between two baselines, from which on they are two paragraphs."""
_ENDED = re.compile(r"[.?!:;][\s\d»”’\"')\]]*$")


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line as it stands in the source; `note` and `mark` as in `types.Placed`. Words that
    recognition was not sure of are in `doubts`, with their confidence.
    """

    text: str
    gap: bool = False
    reason: str = ""
    note: int = 0
    mark: int = 0
    doubts: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class SetPage:
    """The lines of a page, and the confidences of the words that are text."""

    number: int
    lines: tuple[SetLine, ...]
    confidences: tuple[float, ...] = ()


def set_pages(pages: Sequence[Page], reread: Reread) -> Iterator[SetPage]:
    layouts = lay_out(pages)
    steps = [step for layout in layouts if (step := step_of(layout.body))]
    usual = median(steps) if steps else 1.0
    above: TextLine | None = None
    note = 0
    numbers = _label_numbers(layouts, reread)
    for layout, reasons in zip(layouts, furniture(layouts), strict=True):
        left = [index for index in range(len(layout.body)) if index not in reasons]
        notes = find_notes(layout, left, note, reread)
        text = [index for index in left if index not in notes]
        marks, unmarked = _marks(layout, text, notes, reread)
        note = max((line.note for line in notes.values()), default=note)
        step = step_of([layout.body[index] for index in text]) or usual
        lines: list[SetLine] = []
        top = True
        for index, line in enumerate(layout.body):
            if index in reasons:
                lines.append(SetLine(line.text, reason=reasons[index]))
            elif index in notes:
                lines.append(_note_line(notes[index], notes[index].note in unmarked))
            else:
                gap = above is not None and _parted(above, line, layout, 0.0 if top else step)
                number = numbers.get((layout.page.number, index))
                lines.append(_text_line(line, layout, marks.get(index, ()), number, gap))
                above, top = line, False
        lines += [SetLine(line.text, reason=MARGIN) for line in layout.margin]
        read = [layout.body[index] for index in (*text, *notes)]
        yield SetPage(
            layout.page.number,
            tuple(lines),
            tuple(word.confidence for line in read for word in line.words),
        )


def _marks(
    layout: Layout, text: Sequence[int], notes: dict[int, NoteLine], reread: Reread
) -> tuple[dict[int, list[MarkRead]], tuple[int, ...]]:
    """The misread marks of each line, and the notes without a mark on the page."""
    lines = [layout.body[index] for index in text]
    numbers = [line.note for line in notes.values() if line.mark]
    found: dict[int, list[MarkRead]] = {}
    marks, unmarked = find_marks(lines, numbers, layout.page.number, layout.x_height, reread)
    for mark in marks:
        found.setdefault(text[mark.line], []).append(mark)
    return found, unmarked


def _label_numbers(layouts: Sequence[Layout], reread: Reread) -> dict[Place, tuple[int, str]]:
    lines = [
        ((layout.page.number, index), line)
        for layout in layouts
        for index, line in enumerate(layout.body)
    ]
    return check_labels(lines, reread)


def _note_line(note: NoteLine, unmarked: bool) -> SetLine:
    doubts = doubtful(note.line.words[1 if note.mark else 0 :])
    if note.mark and (note.read or unmarked):
        doubts = ((note.text[: note.mark], 0.0), *doubts)
    return SetLine(note.text, note=note.note, mark=note.mark, doubts=doubts)


def _text_line(
    line: TextLine,
    layout: Layout,
    marks: Sequence[MarkRead],
    number: tuple[int, str] | None,
    gap: bool,
) -> SetLine:
    words = set_words(line, layout.x_height, marks)
    mended = {mark.word for mark in marks}
    if number is not None:
        words[number[0]] = number[1]
        mended.add(number[0])
    sure = [word for index, word in enumerate(line.words) if index not in mended]
    guessed = tuple((words[index], 0.0) for index in sorted(mended))
    text = " ".join(words)
    label = with_digits(text)
    if label != text:
        guessed = ((label, 0.0),)
    return SetLine(label, gap=gap, doubts=(*guessed, *doubtful(sure)))


def _parted(above: TextLine, line: TextLine, layout: Layout, step: float) -> bool:
    """Whether a paragraph ends between the lines: there is room between them, or the first word
    of the lower line would have found room in the upper one. `step` 0: a page ends there.
    """
    if step and line.base - above.base > _ROOM * step:
        return True
    size = layout.x_height
    edge = max(
        (
            other.box.right
            for other in layout.body
            if abs(other.box.left - above.box.left) < 4 * size
        ),
        default=layout.right,
    )
    fits = above.box.right + size + line.words[0].box.width < min(edge, layout.right)
    return fits and bool(_ENDED.search(above.text))


def source_text(pages: Sequence[SetPage | str]) -> tuple[str, tuple[Placed, ...], list[Doubt]]:
    """The text of all pages, with form feeds between them, and what is known of its lines.

    A page that was read from a text layer comes as its text.
    """
    lines: list[str] = []
    placed: list[Placed] = []
    doubts: list[Doubt] = []
    for number, page in enumerate(pages):
        feed = "\f" if number else ""
        if isinstance(page, str):
            lines += (feed + page).split("\n")
            continue
        if not page.lines:
            lines.append(feed)
        for line in page.lines:
            if line.gap:
                lines.append(feed)
                feed = ""
            lines.append(feed + line.text)
            feed = ""
            if line.reason or line.note:
                placed.append(Placed(len(lines), line.reason, line.note, line.mark))
            doubts += [Doubt(page.number, len(lines), *doubt) for doubt in line.doubts]
    return "\n".join(lines), tuple(placed), doubts


def mean_confidence(pages: Sequence[SetPage]) -> float:
    values = [value for page in pages for value in page.confidences]
    return round(mean(values), 3) if values else 0.0
