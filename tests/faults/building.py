"""Builds a letter without a model: the process that the tests kill. Arguments: letter, output."""

from __future__ import annotations

import sys
from pathlib import Path

from echo import Echo
from vertaal.glossary import Glossary
from vertaal.jobs import jobs
from vertaal.pipeline import Workshop, build


def main(letter: Path, output: Path) -> None:
    glossary = Glossary()
    for outcome in build(jobs([letter]), Workshop(output, Echo(), glossary)):
        if outcome.failure is not None:
            print(f"Error: {outcome.failure}", file=sys.stderr)
            sys.exit(outcome.failure.exit_code)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
