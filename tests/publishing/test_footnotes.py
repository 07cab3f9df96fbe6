"""Footnote marks in running text."""

from __future__ import annotations

import pytest

from vertaal.publishing.footnotes import marks, target_marks
from vertaal.types import Segment


def segments(*texts: str) -> list[Segment]:
    return [Segment(f"s{i}", "q1", 0, 0, len(text), text) for i, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("text", "numbers", "expected"),
    [
        ("Kent u het bericht1 en dit?", ["1"], [(18, 19, "1")]),
        ("Kent u ‘Dit bericht’1?", ["1"], [(20, 21, "1")]),
        ("Dat is zo.2", ["2"], [(10, 11, "2")]),
        ("Een bericht¹² hier", ["12"], [(11, 13, "12")]),
        ("De uitstoot van CO2 daalt.", ["2"], []),
        ("In 2019 was het 3% en 2,5 meer.", ["1", "2", "3"], []),
        ("Op blz. 3 staat artikel 3.2", ["2", "3"], []),
        ("Het bericht3 hier", ["1", "2"], []),
    ],
)
def test_marks(text: str, numbers: list[str], expected: list[tuple[int, int, str]]) -> None:
    assert marks(segments(text), numbers).get("s0", []) == expected


def test_each_note_is_marked_once_and_in_order() -> None:
    found = marks(segments("het bericht1 en dit2", "nog een bericht1", "slot3"), ["1", "2", "3"])
    assert {key: [n for _, _, n in spans] for key, spans in found.items()} == {
        "s0": ["1", "2"],
        "s2": ["3"],
    }


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("Do you know the report1?", [(22, 23, "1")]),
        ("Do you know the report?", [(23, 23, "1")]),
        ("Do you know the report? 1", [(24, 25, "1")]),
    ],
)
def test_a_mark_that_the_translation_lost_goes_to_the_end(
    target: str, expected: list[tuple[int, int, str]]
) -> None:
    assert target_marks(target, [(5, 6, "1")]) == expected
