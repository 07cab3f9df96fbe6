"""The errors of `vertaal`: those that it raises on purpose, and those that nobody foresaw.

    VertaalError             exit code
    ├── InputError              2   a source, glossary, edition or option is wrong
    ├── MissingDependency       3   something must be installed or started first
    ├── Conflict                2   somebody else changed the same thing meanwhile
    └── Defect                  4   vertaal itself is wrong: nothing that the user gave is

Findings of a check are data (`types.Finding`), not errors.
"""

from __future__ import annotations

import traceback
from pathlib import Path


class VertaalError(Exception):
    """Base of the tree. The message says what is wrong; the rest where, and what to do."""

    exit_code = 2

    def __init__(
        self,
        message: str,
        *,
        path: str | Path | None = None,
        line: int | None = None,
        remedy: str = "",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = None if path is None else str(path)
        self.line = line
        self.remedy = remedy

    def __str__(self) -> str:
        where = ""
        if self.path is not None:
            where = self.path + (f":{self.line}" if self.line is not None else "") + ": "
        return where + self.message + (f" {self.remedy}" if self.remedy else "")


class InputError(VertaalError):
    """A source, glossary, edition, model or option that cannot be used as it stands."""

    @classmethod
    def of_system(cls, what: str, error: OSError, path: Path, remedy: str) -> InputError:
        """What the system refused: `what` is "read" or "written"."""
        return cls(f"cannot be {what} ({error.strerror or error}).", path=path, remedy=remedy)


class MissingDependency(VertaalError):
    """A program or package that the user must install (or start) first."""

    exit_code = 3


class Conflict(VertaalError):
    """A change that was based on an older state than the one on disk."""


class Defect(VertaalError):
    """What nobody foresaw. See `defect`."""

    exit_code = 4


def defect(error: Exception, path: Path | None = None) -> Defect:
    """An `error` that nobody foresaw, told with its place in the code; `path` was worked on."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return Defect(
        f"stopped at {Path(place.filename).name}:{place.lineno} ({type(error).__name__}: {error}).",
        path=path,
        remedy="This is a defect of vertaal: please report it.",
    )
