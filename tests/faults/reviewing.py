"""Serves an edition's review page in a process of its own for every line it gets on stdin: the
processes that the tests kill. Says on stdout, for each, its number and its link. Argument: edition.

The processes are forked from one that has everything loaded: a hundred are started in seconds.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import uvicorn  # noqa: F401

import vertaal.review.app  # noqa: F401
from vertaal.errors import MissingDependency
from vertaal.review.serving import serve
from vertaal.translation.translator import Translator
from vertaal.words import frequencies


def main(folder: Path) -> None:
    for language in ("nl", "en"):
        frequencies(language)
    for _ in sys.stdin:
        process = os.fork()
        if process == 0:
            serve([folder], port=0, browser=False, glossaries=[], translator=nobody, say=say)
            os._exit(0)
        os.waitpid(process, 0)


def nobody() -> Translator:
    raise MissingDependency("There is no translator here.")


def say(line: str) -> None:
    if "http" in line:
        print(os.getpid(), line.split()[-1], flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
