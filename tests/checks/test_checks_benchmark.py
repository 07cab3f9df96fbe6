"""The benchmark's promise: each check finds 95% of planted errors, and 90% of alarms are right."""

from __future__ import annotations

import pytest
from benchmarks.checks.__main__ import PAIRS, PRECISION, RECALL, measure, read_pairs
from benchmarks.checks.plants import PLANTERS

from vertaal.checks import CHECKS, check_unit

SAMPLE = read_pairs(PAIRS)


@pytest.mark.parametrize("name", PLANTERS)
def test_recall_and_precision(name: str) -> None:
    score = measure(name, SAMPLE, seed=2)
    assert score.planted >= 20
    assert score.recall >= RECALL, score.missed
    assert score.precision >= PRECISION


def test_every_check_of_a_pair_has_its_planter() -> None:
    assert set(PLANTERS) == set(CHECKS)


def test_few_false_alarms_in_all() -> None:
    flagged = sum(bool(check_unit(*pair)) for pair in SAMPLE)
    assert flagged <= len(SAMPLE) * 0.03
