"""Benchmarks that time the product's functions by name find them."""

from __future__ import annotations

import pytest
from benchmarks.scale.one import STAGES


@pytest.mark.parametrize("stage", STAGES)
def test_the_stages_that_are_timed_are_there(stage: str) -> None:
    for owner, name in STAGES[stage]:
        assert callable(getattr(owner, name, None)), f"{owner} has no {name}"
