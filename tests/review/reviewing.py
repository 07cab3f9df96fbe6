"""Serves review pages, each in a process of its own, which can be killed. A list in JSON on stdin
is what `vertaal review` gets as arguments: said on stdout are the number of the process and its
link. A number is that of a process to kill, as `kill -9` does: said when it has gone.

The processes are forked, where the system can, from one that has everything loaded: they are there
at once, and cost a fraction.
"""

from __future__ import annotations

import json
import os
import sys
from multiprocessing import Process, set_start_method

import uvicorn  # noqa: F401

import vertaal.review.app  # noqa: F401
from vertaal.cli import main
from vertaal.words import frequencies


def review(arguments: list[str]) -> None:
    print(os.getpid(), end=" ")
    try:
        main(["review", *arguments])
    finally:
        print("has ended: no http", flush=True)


def obey() -> None:
    for language in ("nl", "en"):
        frequencies(language)
    processes: dict[int | None, Process] = {}
    for line in sys.stdin:
        asked = json.loads(line)
        if isinstance(asked, int):
            processes[asked].kill()
            processes.pop(asked).join()
            print("gone", flush=True)
        else:
            process = Process(target=review, args=(asked,), daemon=True)
            process.start()
            processes[process.pid] = process


if __name__ == "__main__":
    set_start_method("fork" if hasattr(os, "fork") else "spawn")
    obey()
