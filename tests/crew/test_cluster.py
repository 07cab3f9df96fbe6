"""A real Ray cluster of two nodes on this machine, one of which is killed in mid-run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from commands import vertaal
from crew.archive import archive, assert_all_made, recipe
from crew.workers import Slow, of_process
from vertaal.crew import run
from vertaal.errors import InputError
from vertaal.jobs import jobs

pytestmark = pytest.mark.slow

ray = pytest.importorskip("ray")

COUNT = 24
SMALL = {"object_store_memory": 80 * 2**20, "include_dashboard": False}


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    from ray.cluster_utils import Cluster

    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    # A dead node is known as dead after two seconds instead of half a minute.
    monkeypatch.setenv("RAY_health_check_period_ms", "500")
    monkeypatch.setenv("RAY_health_check_timeout_ms", "1000")
    monkeypatch.setenv("RAY_health_check_failure_threshold", "4")
    # The nodes find this test's translators.
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, **SMALL})
    try:
        yield made
    finally:
        ray.shutdown()
        made.shutdown()


def test_a_node_dies_in_mid_run_and_nothing_is_lost_or_doubled(
    cluster: Any, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    todo = jobs([archive(tmp_path / "in", [f"bericht {n}" for n in range(COUNT)])])
    doomed = cluster.add_node(num_cpus=2, **SMALL)
    going = run(todo, recipe(output, Slow), cluster=cluster.address)
    outcomes = [next(going) for _ in range(3)]
    cluster.remove_node(doomed, allow_graceful=False)
    # An interruption at last: what has been made stays made.
    outcomes += [next(going) for _ in range(COUNT - 8)]
    going.close()
    assert len({outcome.job.name for outcome in outcomes}) == len(outcomes) == COUNT - 5
    written = {path: path.stat().st_mtime_ns for path in output.rglob("english.html")}
    again = list(run(todo, recipe(output, Slow), cluster=cluster.address))
    assert_all_made(again, output, COUNT)
    made = {outcome.job.name for outcome in outcomes}
    assert made <= {outcome.job.name for outcome in again if outcome.unchanged}
    for path, stamp in written.items():
        if path.parent.relative_to(output).as_posix() in made:
            assert path.stat().st_mtime_ns == stamp, "written once"


def test_a_node_of_another_make_stops_the_run_with_one_message(
    cluster: Any, tmp_path: Path
) -> None:
    here = os.getpid()
    todo = jobs([archive(tmp_path / "in", ["dit bericht"])])
    maker = partial(of_process, here)
    with pytest.raises(InputError, match="another version"):
        list(run(todo, recipe(tmp_path / "out", maker), cluster=cluster.address))


def test_without_a_cluster_the_command_says_how_to_start_one(tmp_path: Path) -> None:
    folder = archive(tmp_path / "in", ["dit bericht"])
    code, said = vertaal("build", folder, "-o", tmp_path / "out", "--cluster", "127.0.0.1:1")
    assert code == 3
    assert "ray start" in said
