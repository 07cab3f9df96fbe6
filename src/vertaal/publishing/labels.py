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
    "bijlage(n)": "Annexes",
    "bijlagen": "Annexes",
    "conclusie": "Conclusion",
    "inleiding": "Introduction",
    "kopie": "Copy",
    "mededeling": "Notice",
    "mededelingen": "Notices",
    "nadere mededeling": "Further notice",
    "nadere toelichting": "Further explanatory note",
    "naschrift": "Postscript",
    "noot": "Note",
    "opmerking": "Remark",
    "samenvatting": "Summary",
    "slot": "Closing remarks",
    "toelichting": "Explanatory note",
    "tot slot": "Closing remarks",
    "uitstelbericht": "Notice of postponement",
    "vooraf": "Preliminary remark",
}
"""English for the printed headings of parts that are neither question nor answer."""

_COUNTED = re.compile(r"(?P<name>.+?)\s(?P<number>\d{1,2}|[A-Z]|[IVX]{1,4})")
"""'Bijlage 2'."""
_BY = re.compile(r"\s(?:van|door)\s.*")
"""'Mededeling van de minister (ontvangen 3 mei)'."""

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
        return _numbered(block, "nl")
    return Label(printed.rstrip(" –—-") or NAMES[block.kind][0])


def english_label(block: Block) -> Label:
    """'Question 12', 'Answer to questions 2, 3 and 6', 'Preamble', 'Notice'."""
    if block.kind in (BlockKind.QUESTION, BlockKind.ANSWER):
        return _numbered(block, "en")
    printed = _BY.sub("", squeeze(block.label).rstrip(" :.–—-"))
    counted = _COUNTED.fullmatch(printed)
    name, number = counted.groups() if counted else (printed, "")
    english = OTHER_LABELS.get(name.casefold())
    return Label(f"{english} {number}".strip() if english else NAMES[block.kind][1])


LABELS = {"nl": dutch_label, "en": english_label}


def short_label(block: Block, language: str) -> str:
    """'2, 3 and 6': the numbers of a question or answer, for a table of contents."""
    return "".join(map("".join, _enumerated(block.numbers, language)))


def _enumerated(numbers: tuple[QuestionNumber, ...], language: str) -> list[tuple[str, str]]:
    """'2, 3 and 6' or '1 to 12': each number named, with what stands before it."""
    conjunction, to = {"nl": ("en", "t/m"), "en": ("and", "to")}[language]
    if len(numbers) > LONGEST_LIST and _consecutive(numbers):
        return [("", str(numbers[0])), (f" {to} ", str(numbers[-1]))]
    before = ["", *[", "] * (len(numbers) - 2), f" {conjunction} "]
    return list(zip(before, map(str, numbers), strict=False))


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


def _numbered(block: Block, language: str) -> Label:
    text = _NUMBERED[block.kind, language][min(len(block.numbers), 2)]
    spans: list[tuple[int, int, str]] = []
    for before, number in _enumerated(block.numbers, language):
        text += before or " "
        spans.append((len(text), len(text) + len(number), number))
        text += number
    return Label(text, tuple(spans))


_NUMBERED = {
    (BlockKind.QUESTION, "nl"): ("Vraag", "Vraag", "Vragen"),
    (BlockKind.QUESTION, "en"): ("Question", "Question", "Questions"),
    (BlockKind.ANSWER, "nl"): ("Antwoord", "Antwoord op vraag", "Antwoord op vragen"),
    (BlockKind.ANSWER, "en"): ("Answer", "Answer to question", "Answer to questions"),
}
"""Without a number, with one, and with several."""
