"""Sentences and labels as pandoc inlines, with their marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vertaal.cells import BORDER
from vertaal.publishing import tree
from vertaal.publishing.labels import note_mark
from vertaal.publishing.marks import Mark, Marked, MarkKind, nest
from vertaal.publishing.passages import EMPTY, Language, Passage, Sentence, anchor
from vertaal.publishing.tree import Inline
from vertaal.types import APPROVED, Block, Origin

MISSING = "[not translated]"
"""Stands where a sentence has no translation yet."""

NO_TEXT: dict[Language, str] = {"nl": "[geen tekst]", "en": "[no text]"}
"""Stands below the heading of a part that has no text."""

NoteWriter = Callable[[Mark, Language], Inline]
"""Makes the mark of a footnote, given its place and number and the side of the page."""


def linked_note(mark: Mark, language: Language) -> Inline:
    """A raised number that leads to the note's place in the list of footnotes."""
    href = f"#{anchor(mark.href, language)}"
    return tree.raised([tree.link(tree.words(mark.title), href, "note-mark")])


def note_number(note: Block, language: Language) -> Inline:
    """The number at the head of a footnote, to which its marks lead."""
    number = note_mark(note)
    return tree.span(tree.words(number), anchor(note.id, language), "note-number")


def sentences(
    passage: Passage,
    language: Language,
    *,
    terms: bool = True,
    mixed: bool = False,
    note: NoteWriter = linked_note,
    targets: bool = True,
) -> list[Inline]:
    """One side of a paragraph. `mixed`: mark what nobody reviewed; `targets`: give each sentence
    an id of its own.
    """
    if passage is EMPTY:
        return [tree.span(tree.words(NO_TEXT[language]), "", "missing")]
    result: list[Inline] = []
    for index, sentence in enumerate(passage.side(language)):
        if index:
            line = "\n" in sentence.before
            result += [tree.line_break()] if line else tree.words(sentence.before or "")
        result += one(sentence, language, terms, mixed, note, targets)
    return result


def row(
    cells: Sequence[Sentence], shares: Sequence[float], language: Language, *, mixed: bool
) -> list[Inline]:
    """The row of a table as one paragraph. A page sets its cells below those above; where that is
    not possible, the bars between them are seen.
    """
    content: list[Inline] = []
    for column, (cell, share) in enumerate(zip(cells, shares, strict=False)):
        if column:
            content.append(tree.span(tree.words(BORDER), "", "visually-hidden"))
        inside = _marked(nest(cell.text, cell.marks).parts, language, True, linked_note)
        content.append(tree.span(inside, "", "cell", {"style": f"width: {share:.1%}"}))
    return [_framed(content, cells[0], language, mixed, targets=True)]


def one(
    sentence: Sentence,
    language: Language,
    terms: bool,
    mixed: bool,
    note: NoteWriter,
    targets: bool,
) -> list[Inline]:
    """A sentence, or a cell of one that is the row of a table."""
    if not sentence.segment:
        return tree.words(sentence.text)
    parts: Sequence[Marked | str] = nest(sentence.text, sentence.marks).parts
    if not sentence.text.strip():
        # Its notes are not lost with it.
        parts = [MISSING, *(part for part in parts if not isinstance(part, str))]
    content = _marked(parts, language, terms, note)
    return [_framed(content, sentence, language, mixed, targets)]


def _framed(
    content: Sequence[Inline], sentence: Sentence, language: Language, mixed: bool, targets: bool
) -> Inline:
    """The content of a sentence with what is known of it."""
    classes = ["sentence"]
    attributes: dict[str, str] = {"data-segment": tree.clean(sentence.segment)}
    if not sentence.text.strip():
        classes.append("missing")
    if language == "en":
        attributes["data-state"] = sentence.state.value
        if sentence.origin is not Origin.MT:
            attributes["data-origin"] = sentence.origin.value
        if mixed and sentence.state not in APPROVED:
            classes.append("unreviewed")
    identifier = anchor(f"s-{sentence.segment}", language) if targets else ""
    return tree.span(content, identifier, " ".join(classes), attributes)


def _marked(
    parts: Sequence[Marked | str], language: Language, terms: bool, note: NoteWriter, depth: int = 0
) -> list[Inline]:
    result: list[Inline] = []
    for part in parts:
        if isinstance(part, str):
            result += tree.words(part)
            continue
        mark = part.mark
        assert mark is not None
        inside = _marked(part.parts, language, terms, note, depth + 1)
        if mark.kind is MarkKind.NOTE:
            result.append(note(mark, language))
        elif mark.kind in (MarkKind.TERM, MarkKind.VIOLATED):
            result += _term(mark, inside, language, depth) if terms else inside
        else:
            href = mark.href if mark.kind is MarkKind.URL else f"#{mark.href}"
            result.append(tree.link(inside, href, mark.kind.value))
    return result


def _term(mark: Mark, inside: list[Inline], language: Language, depth: int) -> list[Inline]:
    classes = "term violated" if mark.kind is MarkKind.VIOLATED else "term"
    if depth:
        return [tree.span(inside, "", classes, {"title": tree.clean(mark.title)})]
    attributes = {"tabindex": "-1"} if mark.again or language == "nl" else {}
    return [tree.link(inside, f"#{mark.href}", classes, mark.title, attributes)]


def linked(label: Marked, language: Language) -> list[Inline]:
    """A heading whose numbers lead to other parts."""
    return _marked(label.parts, language, False, linked_note)
