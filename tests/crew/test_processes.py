"""Real processes over a real archive: killed, interrupted, and begun again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from multiprocessing import active_children
from pathlib import Path

import pytest

from crew.archive import archive, assert_all_made, recipe
from crew.workers import BROKEN, FATAL, Mortal, Slow
from echo import Echo
from vertaal.crew import run
from vertaal.jobs import jobs

SUBJECTS = [f"bericht {number}" for number in range(20)]


def test_few_documents_stay_in_this_process(tmp_path: Path) -> None:
    output = tmp_path / "out"
    todo = jobs([archive(tmp_path / "in", SUBJECTS[:2])])
    outcomes = []
    for outcome in run(todo, recipe(output, Echo)):
        assert active_children() == []
        outcomes.append(outcome)
    assert_all_made(outcomes, output, 2)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals are another matter there")
def test_a_killed_process_and_an_interrupted_run_lose_nothing(tmp_path: Path) -> None:
    output = tmp_path / "out"
    todo = jobs([archive(tmp_path / "in", SUBJECTS)])
    going = run(todo, recipe(output, Slow), workers=2)
    first = [next(going) for _ in range(5)]
    victim = active_children()[0].pid
    assert victim is not None
    os.kill(victim, signal.SIGKILL)
    first += [next(going) for _ in range(5)]
    going.close()
    assert active_children() == []
    assert len({outcome.job for outcome in first}) == 10
    again = list(run(todo, recipe(output, Slow), workers=2))
    assert_all_made(again, output, 20)
    made = {outcome.job for outcome in first}
    assert made <= {outcome.job for outcome in again if outcome.unchanged}
    assert all(outcome.unchanged for outcome in run(todo, recipe(output, Slow), workers=2))


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals are another matter there")
def test_bad_documents_are_told_and_the_others_made(tmp_path: Path) -> None:
    """One kills its process each time, one hits a defect; both stand among many in a batch."""
    output = tmp_path / "out"
    subjects = [*SUBJECTS[:12], FATAL, BROKEN]
    todo = jobs([archive(tmp_path / "in", subjects)])
    outcomes = list(run(todo, recipe(output, Mortal), workers=2))
    bad = {outcome.job.name: str(outcome.failure) for outcome in outcomes if outcome.failure}
    assert set(bad) == {"1/letter12", "1/letter13"}
    assert "SIGKILL" in bad["1/letter12"]
    assert "IndexError" in bad["1/letter13"]
    good = [outcome for outcome in outcomes if not outcome.failure]
    assert_all_made(good, output, 12)


@pytest.mark.slow
def test_no_process_outlives_the_one_that_started_it(tmp_path: Path) -> None:
    folder = archive(tmp_path / "in", SUBJECTS)
    script = (
        "from pathlib import Path\n"
        "from crew.archive import recipe\n"
        "from crew.workers import Slow\n"
        "from vertaal.crew import run\n"
        "from vertaal.jobs import jobs\n"
        f"for made in run(jobs([Path({str(folder)!r})]), recipe(Path({str(tmp_path)!r}, 'out'),"
        " Slow), workers=2):\n"
        "    print(made.job.name, flush=True)\n"
    )
    first = subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    )
    assert first.stdout is not None
    assert first.stdout.readline()
    first.kill()
    # Its processes hold the other end of this pipe: it ends when the last of them has.
    first.communicate(timeout=120)
    whole = list((tmp_path / "out").rglob("report.json"))
    assert 0 < len(whole) < len(SUBJECTS)
