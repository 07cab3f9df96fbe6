"""One of several processes takes its share of the cores, whatever the environment says."""

from __future__ import annotations

import pytest

from vertaal.cores import cores, share


@pytest.mark.parametrize(("allotted", "taken"), [("3", 3), ("2,1", 2), (" 1 ", 1)])
def test_the_share_that_was_allotted(
    monkeypatch: pytest.MonkeyPatch, allotted: str, taken: int
) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", allotted)
    assert share() == taken


@pytest.mark.parametrize("nonsense", ["", "0", "-1", "many", "1.5"])
def test_all_cores_where_none_was(monkeypatch: pytest.MonkeyPatch, nonsense: str) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", nonsense)
    assert share() == cores() > 0
