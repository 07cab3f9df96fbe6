"""Lines begun at labels that stand inside one, where printed lines were run together."""

from __future__ import annotations

import re
from itertools import pairwise

from vertaal.parsing.genre import LONG
from vertaal.parsing.labels import Context, find_label
from vertaal.parsing.lines import Line, cut
from vertaal.parsing.numbers import LABEL_NUMBERS

_WORD = re.compile(
    r"(?<![^\W_])(?:Vra(?:ag|gen)|VRA(?:AG|GEN)|(?:Bea|A)ntwoord(?:en|ing)?|(?:BE)?ANTWOORD(?:EN|ING)?"
    r"|(?:Nader|Aanvullend|Gezamenlijk|Gecombineerd)e?\s+antwoord|Vr|Antw|Mededeling)\b"
)
_SENTENCE_END = re.compile(r"[.?!»”’\"')\]]\s*$")
_OPENED = re.compile(r"(?:[«“„‘]|(?:^|[\s(:])[\"'])$")
"""A quotation that begins right here."""
_AFTER_DIGIT = re.compile(r"\d\s*$")
_COUNT = re.compile(r"(?P<above>(?:^|[.?!:»”’)\]]\s))\s*\d{1,3}[.)]?\s+$")
"""The number before a label: '… 2. Vraag: …'."""
_INITIAL = re.compile(r"(?<=[.?!])\s+(?=[VQA]\s?\d{0,3}\s?:\s+\S)")
"""Before a label of one letter: 'V: Klopt dat? A: Ja.'"""
_SENT_IN = re.compile(
    r"\(\s*ingezonden\b[^()]{4,40}\)\s*+(?:\.\s*+)?(?=(?:Antwoord|Mededeling)\s+van\b)", re.I
)
_HALF = re.compile(
    r"\s*(?-i:(?=[AV]))(?:antwoord(?:en)?(?:\s+op)?(?!\S)\s*)?(?P<asked>(?:de\s+)?vra(?:ag|gen))?\s*",
    re.I,
)
_OTHER_HALF = re.compile(
    rf"\s*(?P<asked>(?-i:(?:op\s+)?(?:de\s+)?vra(?:ag|gen))\s+)?{LABEL_NUMBERS}\s*:?\s*", re.I
)
_BARE_ANSWER = re.compile(r"(?:Antwoord|ANTWOORD)(?!\s*(?:op|OP|van|VAN|\d))\b")
_REACH = 240
"""How many characters around a word decide whether it is a label."""
_BARE = re.compile(
    r"(?:Antwoord|(?P<capitals>ANTWOORD)|Mededeling)\s+(?=(?!Van\b|Op\b)(?:[-–•]\s)?[A-ZÀ-Þ«‘“])"
)


def unfold(lines: list[Line]) -> list[Line]:
    """The lines, with a line begun at every label that stands inside one."""
    whole = _whole_labels(lines)
    places = [_label_places(line.text) if not line.blank else [] for line in whole]
    numbers = _number_places([line.text for line in whole], places)
    return [
        piece
        for line, found, lone in zip(whole, places, numbers, strict=True)
        for piece in (cut(line, [*found, *lone]) if found or lone else [line])
    ]


_LONE = re.compile(
    r"(?:^|(?<=[.?!:;”»’\")\]\d]))\s+(?P<list>(?P<number>\d{1,3})[.)]?)\s+(?=[«“‘\"]?[A-ZÀ-Þ])"
)
_FEWEST = 2


def _number_places(texts: list[str], places: list[list[int]]) -> list[list[int]]:
    """Around the numbers of questions that stand inside long lines, if one that counts on stands
    above each answer there: '… 2 Hoeveel? Antwoord Tien.'
    """
    found: list[list[int]] = [[] for _ in texts]
    latest = answers = 0
    for text, cuts, lone in zip(texts, places, found, strict=True):
        bare = [place for place in cuts if _BARE_ANSWER.match(text, place)]
        if len(text) <= LONG or not bare:
            continue
        answers += len(bare)
        for start, end in pairwise([0, *bare]):
            matches = list(_LONE.finditer(text, start, end))
            last = [i for i, match in enumerate(matches) if int(match["number"]) == latest + 1][-1:]
            if not last:
                return [[] for _ in texts]
            for match in matches[last[0] :]:
                if int(match["number"]) == latest + 1:
                    latest += 1
                    lone += match.span("list")
    return found if answers >= _FEWEST else [[] for _ in texts]


def _whole_labels(lines: list[Line]) -> list[Line]:
    """The lines, with a label whose numbers fell to the next line put together."""
    whole: list[Line] = []
    halves = [_other_half(above.text, line.text) for above, line in pairwise([Line(0, ""), *lines])]
    # 'Vraag' above '1' may head all questions: of labels there are several.
    asked = sum(half.lower() == "vraag" for half in halves) > 1
    for half, line in zip(halves, lines, strict=True):
        above = whole[-1].text if whole else ""
        if half and (asked or half.lower() != "vraag"):
            whole[-1] = whole[-1].with_text(f"{above.rstrip()} {line.text.strip()}")
        else:
            whole.append(line)
    return whole


def _other_half(above: str, text: str) -> str:
    """The words of a label, above its numbers in the text; empty where there are none."""
    half = _HALF.fullmatch(above) if len(above) < 40 else None
    other = _OTHER_HALF.fullmatch(text) if half else None
    return half[0].strip() if half and other and bool(half["asked"]) != bool(other["asked"]) else ""


def _label_places(text: str) -> list[int]:
    long = len(text) > LONG
    places: list[int] = []
    for match in _WORD.finditer(text):
        start = match.start()
        before = text[max(0, start - _REACH) : start]
        if not before.strip():
            continue
        if _OPENED.search(before):
            continue
        if not (_SENTENCE_END.search(before) or (long and _AFTER_DIGIT.search(before))):
            continue
        ahead = text[start : start + _REACH]
        label = find_label(ahead, Context(before, apart=False))
        if label is not None and ahead[label.end :].strip():
            count = _COUNT.search(before) if not label.numbers else None
            places.append(start - (len(before) - count.end("above") if count else 0))
            places.append(start + label.end)
            continue
        bare = _BARE.match(ahead)
        if bare and long and (bare["capitals"] or before.rstrip()[-1] in "?»”’"):
            places.extend((start, start + bare.end()))
    places.extend(match.end() for match in _SENT_IN.finditer(text))
    places.extend(match.end() for match in _INITIAL.finditer(text))
    return [place for place in places if 0 < place < len(text)]
