"""The numbers in labels: letters that are digits, and digits looked at again.

A question that comes out as 'Vraag 3' between 'Vraag' 0 and 2 moves an answer to another question.
Where the number breaks the count, and a closer look gives the number that the count asks for, that
number is taken. It is reported as a doubt in either case.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vertaal.parsing.labels import find_label
from vertaal.reading.scans.boxes import Box, TextLine, around
from vertaal.reading.scans.notes import Reread
from vertaal.types import BlockKind

Place = tuple[int, int]
"""A page's number and the index of a line in its body."""


_LETTERS_FOR_ONE = re.compile(r"(?<![^\W_])[lI|](?=en\b|t/m|[\s,.:;]|$)")
_LABEL_WORDS = re.compile(r"(?:Vra(?:ag|gen)|(?:Be)?[Aa]ntwoord(?:en|ing)?)\b", re.I)
_LONGEST = 40


def with_digits(text: str) -> str:
    """The line with its ones as digits ('Vraag l' → 'Vraag 1', 'Vraag len 4' → 'Vraag 1 en 4'), if
    that alone keeps it from being a label.
    """
    if len(text) > _LONGEST or not _LABEL_WORDS.match(text) or not _LETTERS_FOR_ONE.search(text):
        return text
    changed = re.sub(r"1(?=en\b|t/m)", "1 ", _LETTERS_FOR_ONE.sub("1", text))
    label = find_label(changed)
    return changed if label is not None and not changed[label.end :].strip() else text


def number_of(line: TextLine) -> tuple[int, int, Box] | None:
    """The number of a question's label, the index of its word and its box; None where the line is
    no label of one question.
    """
    label = find_label(line.text)
    if label is None or label.kind is not BlockKind.QUESTION or len(label.numbers) != 1:
        return None
    number = label.numbers[0]
    for index, word in enumerate(line.words[:3]):
        digits = [glyph for glyph in word.glyphs if glyph.text.isdecimal()]
        if isinstance(number, int) and "".join(glyph.text for glyph in digits) == str(number):
            return number, index, around([glyph.box for glyph in digits])
    return None


def check_labels(
    lines: Sequence[tuple[Place, TextLine]], reread: Reread
) -> dict[Place, tuple[int, str]]:
    """The labels whose number breaks the count: the index of its word, and the word as it should
    stand.
    """
    labels = [(place, found) for place, line in lines if (found := number_of(line))]
    numbers = [found[0] for _, found in labels]
    checked: dict[Place, tuple[int, str]] = {}
    by_place = dict(lines)
    for index, (place, (number, word, box)) in enumerate(labels):
        before = numbers[index - 1] if index else 0
        last = index + 1 == len(numbers)
        after = before + 2 if last and number <= before else 0 if last else numbers[index + 1]
        # A second list of questions begins again at 1.
        if number in (before + 1, 1) or after != before + 2:
            continue
        again = reread(place[0], box)
        taken = before + 1 if again == str(before + 1) else number
        numbers[index] = before + 1
        text = by_place[place].words[word].text
        checked[place] = word, text.replace(str(number), str(taken))
    return checked
