"""Texts made to hurt: what must take time with their length, and not with the square of it."""

from __future__ import annotations

import time

import pytest

from vertaal.parsing.document import parse
from vertaal.reading.tidying import tidy
from vertaal.segmentation import segment
from vertaal.types import Source

LENGTH = 100_000
PIECES = (
    *("1 Kamerstuk\n", "1 Kamerstuk\n\n", "1, ", "(gesteld ", " ", "ah-tk-", "/", "’s ‘a ", " 'a"),
    *("Aan ‘a’s ", "a.", "Vraag 1\n", "a-\n", "Vragen van de leden over de\n\n", "e\u0301\u0323"),
)


@pytest.mark.parametrize("piece", PIECES)
def test_a_text_of_one_piece_takes_time_with_its_length(piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    begun = time.process_time()
    segment(parse(Source("brief.txt", tidy(f"Vraag 1\n{text}\n"))))
    assert time.process_time() - begun < 1.5e-4 * LENGTH


def test_accents_without_end_are_kept_and_the_text_around_them_composed() -> None:
    accents = "\u0301\u0323" * 100_000
    begun = time.process_time()
    assert tidy(f"cafe\u0301 a{accents} cafe\u0301") == f"café a{accents} café"
    assert time.process_time() - begun < 5
