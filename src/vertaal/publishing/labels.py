"""The headings of a document's parts: in Dutch as printed, in English made by rule."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vertaal.spacing import squeeze
from vertaal.types import QUESTION_NUMBER, Block, BlockKind, QuestionNumber


@dataclass(frozen=True, slots=True)
class Label:
    """A heading, with the spans of the question numbers that it names."""

    text: str
    numbers: tuple[tuple[int, int, str], ...] = ()


NAMES: dict[BlockKind, tuple[str, str]] = {
    BlockKind.TITLE: ("Titel", "Title"),
    BlockKind.PREAMBLE: ("Inleiding", "Preamble"),
    BlockKind.SIGNATURE: ("Ondertekening", "Signature"),
    BlockKind.FOOTNOTE: ("Voetnoten", "Footnotes"),
    BlockKind.OTHER: ("Overige tekst", "Other text"),
}
"""Dutch and English names of the parts that carry no number."""

OTHER_LABELS: dict[str, str] = {
    "aanhangsel": "Appendix",
    "algemeen": "General",
    "bijlage": "Annex",
    "bijlagen": "Annexes",
    "conclusie": "Conclusion",
    "inleiding": "Introduction",
    "kopie": "Copy",
    "mededeling": "Notice",
    "mededelingen": "Notices",
    "naschrift": "Postscript",
    "noot": "Note",
    "opmerking": "Remark",
    "samenvatting": "Summary",
    "slot": "Closing remarks",
    "tot slot": "Closing remarks",
    "toelichting": "Explanatory note",
    "vooraf": "Preliminary remark",
}
"""English for the printed headings of parts that are neither question nor answer."""

LONGEST_LIST = 5
"""More consecutive numbers than this are written as a range."""

NUMBER = re.compile(QUESTION_NUMBER, re.IGNORECASE)


def note_mark(note: Block) -> str:
    """The mark of a footnote as the text shows it: its number, or '*', 'ii' in its place."""
    printed = note.label.strip(" .)")
    if printed and not any(character.isdigit() for character in printed):
        return printed
    return "".join(map(str, note.numbers))


def dutch_label(block: Block) -> Label:
    """The label as printed, or what the genre would have printed."""
    printed = squeeze(block.label).rstrip(" :")
    if block.kind in (BlockKind.QUESTION, BlockKind.ANSWER):
        # '1 en 2.' is numbers alone; a word of three letters says what they number.
        if re.search(r"[^\W\d_]{3}", printed):
            return _printed(printed, block)
        return _numbered(block, ("Vraag", "Vragen"), ("Antwoord", "op vraag", "op vragen"), "en")
    return Label(printed or NAMES[block.kind][0])


def english_label(block: Block) -> Label:
    """'Question 12', 'Answer to questions 2, 3 and 6', 'Preamble', 'Notice'."""
    if block.kind in (BlockKind.QUESTION, BlockKind.ANSWER):
        return _numbered(
            block, ("Question", "Questions"), ("Answer", "to question", "to questions"), "and"
        )
    printed = squeeze(block.label).rstrip(" :.").casefold()
    return Label(OTHER_LABELS.get(printed, NAMES[block.kind][1]))


LABELS = {"nl": dutch_label, "en": english_label}


def short_label(block: Block, language: str) -> str:
    """'2, 3 and 6': the numbers of a question or answer, for a table of contents."""
    return enumeration(block.numbers, {"nl": "en", "en": "and"}[language])[0]


def enumeration(
    numbers: tuple[QuestionNumber, ...], conjunction: str
) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """'2, 3 and 6' or '1 to 12', with the span of each number named."""
    parts: list[str] = []
    joiner = {"en": "t/m", "and": "to"}[conjunction]
    if len(numbers) > LONGEST_LIST and _consecutive(numbers):
        parts = [str(numbers[0]), f" {joiner} ", str(numbers[-1])]
    else:
        for position, number in enumerate(numbers):
            if position:
                parts.append(f" {conjunction} " if position == len(numbers) - 1 else ", ")
            parts.append(str(number))
    spans: list[tuple[int, int, str]] = []
    offset = 0
    for position, part in enumerate(parts):
        if position % 2 == 0:
            spans.append((offset, offset + len(part), part))
        offset += len(part)
    return "".join(parts), tuple(spans)


def _consecutive(numbers: tuple[QuestionNumber, ...]) -> bool:
    first = numbers[0]
    return isinstance(first, int) and numbers == tuple(range(first, first + len(numbers)))


def _printed(text: str, block: Block) -> Label:
    known = {str(number).lower(): str(number) for number in block.numbers}
    return Label(
        text,
        tuple(
            (match.start(), match.end(), known[match[0].lower()])
            for match in NUMBER.finditer(text)
            if match[0].lower() in known
        ),
    )


def _numbered(
    block: Block, question: tuple[str, str], answer: tuple[str, str, str], conjunction: str
) -> Label:
    several = len(block.numbers) > 1
    lead = question[several]
    if block.kind is BlockKind.ANSWER:
        lead = f"{answer[0]} {answer[1 + several]}" if block.numbers else answer[0]
    if not block.numbers:
        return Label(lead)
    text, spans = enumeration(block.numbers, conjunction)
    shift = len(lead) + 1
    return Label(
        f"{lead} {text}", tuple((start + shift, end + shift, n) for start, end, n in spans)
    )
