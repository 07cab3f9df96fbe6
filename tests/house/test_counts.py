from __future__ import annotations

from vertaal.counts import count


def test_one_is_told_in_the_singular() -> None:
    assert [count(number, "error") for number in range(3)] == ["0 errors", "1 error", "2 errors"]
    assert count(1, "segment was", "segments were") == "1 segment was"
    assert count(2, "segment was", "segments were") == "2 segments were"
