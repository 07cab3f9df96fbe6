"""Labels of questions, answers and notices, told from prose that looks like them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vertaal.parsing.numbers import NUMBERS, read_numbers
from vertaal.types import BlockKind, QuestionNumber


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the head of a line: its kind, its own text, its numbers, and where text begins.

    `numbers` is empty for a bare 'Antwoord' or 'Vraag'. `end` is the offset in the line at which
    the text after the label begins.
    """

    kind: BlockKind
    text: str
    numbers: tuple[QuestionNumber, ...]
    end: int


_STOP = r"(?P<stop>\s?[:.)\]]+|\s[-–—](?=\s|$))?"
_QUESTION = re.compile(
    rf"\s*(?P<label>(?P<word>(?:deel)?vra(?:ag|gen))\b\s*(?:(?:nrs?|no)\b\.?|nummers?\b)?"
    rf"\s*(?P<list>{NUMBERS})?{_STOP})(?P<rest>.*)",
    re.I | re.S,
)
_ANSWER = re.compile(
    rf"\s*(?P<label>(?P<word>(?:gezamenlijke?\s+)?(?:be)?antwoord(?:ing|en)?)(?:\(en\))?(?![^\W\d_])"
    rf"(?P<on>\s*(?:op|van|bij)\b)?(?:\s*(?:de|het)\b)?"
    rf"(?P<asked>\s*(?:kamer|deel)?vra(?:ag/vragen|ag|gen)\b)?\s*(?:(?:nrs?|no)\b\.?|nummers?\b)?"
    rf"\s*(?P<list>{NUMBERS})?{_STOP})(?P<rest>.*)",
    re.I | re.S,
)
_NOTICE = re.compile(
    r"\s*(?P<label>(?:nadere\s+)?(?:mededeling|toelichting|uitstelbericht|bijlagen?(?:\s+\d{1,2})?)"
    r"\s*(?P<stop>:)?)(?P<rest>.*)",
    re.I | re.S,
)
_OPENS = re.compile(r"[\s(\[«‹“‘„\"'’*_-]*[^\W\d_]")
_SENTENCE_END = re.compile(r"[.?!:;…»”’\"')\]\d]\s*$")


def find_label(text: str, before: str | None = None) -> Label | None:
    """The label that a line begins with, or None.

    `before` is the line before (None: a blank line or a boundary); a label followed by text of
    its own is believed only where the line before ends something.
    """
    return _question(text, before) or _answer(text, before) or _notice(text)


def _question(text: str, before: str | None) -> Label | None:
    match = _QUESTION.match(text)
    if match is None or not match["word"][0].isupper():
        return None
    rest = match["rest"].strip()
    if match["list"] is None:
        alone = match["word"].lower() == "vraag" and (not rest or ":" in (match["stop"] or ""))
        return _label(BlockKind.QUESTION, match) if alone else None
    if not _believable(match, rest, before):
        return None
    return _label(BlockKind.QUESTION, match)


def _answer(text: str, before: str | None) -> Label | None:
    match = _ANSWER.match(text)
    if match is None or not match["word"][0].isupper():
        return None
    rest = match["rest"].strip()
    if match["list"] is None:
        if rest and ":" not in (match["stop"] or ""):
            return None
        if match["on"] and not match["asked"]:
            return None
        return _label(BlockKind.ANSWER, match)
    if not _believable(match, rest, before):
        return None
    return _label(BlockKind.ANSWER, match)


def _notice(text: str) -> Label | None:
    match = _NOTICE.match(text)
    if match is None or not match["label"][0].isupper():
        return None
    if match["rest"].strip() and not match["stop"]:
        return None
    return _label(BlockKind.OTHER, match)


def _believable(match: re.Match[str], rest: str, before: str | None) -> bool:
    """Whether a numbered label with text behind it is a label, not the start of a sentence."""
    stop = (match["stop"] or "").strip()
    if not rest:
        return True
    if ":" in stop:
        return True
    if not stop and match["rest"][:1].strip():  # '5de', '3.000'
        return False
    opens = _OPENS.match(rest)
    if opens is None or not opens.group()[-1].isupper():
        return False
    return before is None or bool(_SENTENCE_END.search(before))


def _label(kind: BlockKind, match: re.Match[str]) -> Label:
    groups = match.groupdict()
    numbers = read_numbers(groups["list"]) if groups.get("list") else ()
    return Label(kind, match["label"].strip(), numbers, match.start("rest"))
