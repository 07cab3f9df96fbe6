"""Benchmarks that take the product's functions by name find them."""

from __future__ import annotations

import pytest
from benchmarks.scale.one import STAGES
from benchmarks.words.gluing import TELLS_APART

TAKEN = [*(place for places in STAGES.values() for place in places), TELLS_APART]


@pytest.mark.parametrize(("owner", "name"), TAKEN, ids=[name for _, name in TAKEN])
def test_what_benchmarks_take_by_name_is_there(owner: object, name: str) -> None:
    assert callable(getattr(owner, name, None)), f"{owner} has no {name}"
