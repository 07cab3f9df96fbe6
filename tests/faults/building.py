"""Builds a letter without a model. Arguments: letter, output.

With a third, `killed`, it builds in a process of its own for every line it gets on stdin, kills
that after as many seconds as the line says, and says on stdout its exit status and how long it
lived. The processes are forked from one that has everything loaded: they are killed while they
build, not while they load, and cost a fraction.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from pathlib import Path

from echo import Echo
from vertaal.glossary import Glossary
from vertaal.jobs import jobs
from vertaal.pipeline import build
from vertaal.workshop import Workshop


def main(letter: Path, output: Path) -> None:
    glossary = Glossary()
    for outcome in build(jobs([letter]), Workshop(output, Echo(), glossary)):
        if outcome.failure is not None:
            print(f"Error: {outcome.failure}", file=sys.stderr)
            sys.exit(outcome.failure.exit_code)


def kill_each(letter: Path, output: Path) -> None:
    with tempfile.TemporaryDirectory() as elsewhere:
        main(letter, Path(elsewhere))
    for line in sys.stdin:
        begun = time.perf_counter()
        process = os.fork()
        if process == 0:
            main(letter, output)
            os._exit(0)
        print(ended(process, begun + float(line)), time.perf_counter() - begun, flush=True)


def ended(process: int, moment: float) -> int:
    """The exit status of a process that is killed at that moment, unless it ends before."""
    while time.perf_counter() < moment:
        found, status = os.waitpid(process, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.002)
    os.kill(process, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


if __name__ == "__main__":
    (kill_each if "killed" in sys.argv[3:] else main)(Path(sys.argv[1]), Path(sys.argv[2]))
