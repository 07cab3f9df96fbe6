"""Word-level differences of two texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vertaal.comparing.lines import marked
from vertaal.comparing.words import Piece, word_differences
from vertaal.spacing import squeeze


def shown(before: str, after: str) -> str:
    stretches = word_differences(before, after)
    return "".join(stretch.set_apart(marked) for stretch in stretches).strip()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Yes.", "Yes.", "Yes."),
        ("Yes.", "No.", "[-Yes-] {+No+}."),
        ("", "Yes.", "{+Yes.+}"),
        ("Yes.", "", "[-Yes.-]"),
        ("The cabinet agrees.", "The government agrees.", "The [-cabinet-] {+government+} agrees."),
        ("We agree.", "As we agree.", "[-We-] {+As we+} agree."),
        (
            "It costs 1,234.56 euro.",
            "It costs 1,234.65 euro.",
            "It costs [-1,234.56-] {+1,234.65+} euro.",
        ),
        ("on 12-3-2021", "on 12-4-2021", "on [-12-3-2021-] {+12-4-2021+}"),
        ("Yes,  we\nare.", "Yes, we are.", "Yes, we are."),
        ("Is it so?", "Is it so!", "Is it so[-?-]{+!+}"),
        ("we are here", "are here", "[-we-] are here"),
        (
            "the report of today",
            "a message of yesterday",
            "[-the report of today-] {+a message of yesterday+}",
        ),
    ],
)
def test_words_are_compared_whole(before: str, after: str, expected: str) -> None:
    assert shown(before, after) == expected


TEXTS = st.text(alphabet="ab 1.,-’\n\u00e9😀<", max_size=30)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_differences(before: str, after: str) -> None:
    stretches = word_differences(before, after)
    old = "".join(s.text for s in stretches if s.piece is not Piece.ADDED)
    new = "".join(s.text for s in stretches if s.piece is not Piece.REMOVED)
    assert (old.strip(), new.strip()) == (squeeze(before), squeeze(after))
    changed = any(s.piece is not Piece.SAME for s in stretches)
    assert changed == (squeeze(before) != squeeze(after))
