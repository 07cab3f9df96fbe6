"""What the page may ask beyond the edition itself: other translations, and the glossary."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from vertaal.errors import InputError
from vertaal.glossary.base import files_of, load
from vertaal.glossary.csv_rows import Problem, clean, make_term
from vertaal.glossary.editing import insert, refuse_contradiction
from vertaal.glossary.starter import starter_glossary
from vertaal.translation.requests import Request
from vertaal.translation.translator import Translator
from vertaal.types import Term, TermMatch

_NEW = "reviewers.csv"
"""The file for new rows in a glossary folder that is given as a whole."""


class Interpreter:
    """Alternative translations. The model is loaded when first asked, and asked one at a time."""

    def __init__(self, make: Callable[[], Translator]) -> None:
        self._make = make
        self._translator: Translator | None = None
        self._lock = threading.Lock()

    def alternatives(self, source: str, matches: Sequence[TermMatch], count: int = 5) -> list[str]:
        """The model's best targets, best first. Raises `InputError` or `MissingDependency`."""
        with self._lock:
            if self._translator is None:
                self._translator = self._make()
            found = self._translator.alternatives(Request(source, tuple(matches)), count)
        return [translation.target for translation in found]


class TermBook:
    """The CSV files that a reviewer may add rows to; the page names them by number."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = tuple(paths)
        files = [file for file in files_of(paths) if file.suffix.casefold() in (".csv", ".tsv")]
        for folder in (path for path in paths if path.is_dir()):
            if folder / _NEW not in files:
                files.append(folder / _NEW)
        self._files = tuple(files)
        self._lock = threading.Lock()

    @property
    def names(self) -> list[str]:
        return [file.name for file in self._files]

    def add(self, number: int, cells: dict[str, str]) -> Term:
        """Add a row to the file of that number. Raises `InputError` for a row that is none, or
        that stands there or contradicts one that does: the next build could not follow both.
        """
        if not 0 <= number < len(self._files):
            raise InputError("There is no such glossary file.")
        file = self._files[number]
        made = make_term(
            {name: clean(value) for name, value in cells.items()}, file=file.name, line=0
        )
        if isinstance(made, Problem):
            raise InputError(f"The row {made.reason}")
        if file.parent == starter_glossary():
            raise InputError(
                "This is the glossary that comes with vertaal; the next version would replace it.",
                remedy=f"Copy the files of {file.parent} to glossary/ and start the page again.",
            )
        with self._lock:
            refuse_contradiction(made, load(self._paths).terms)
            insert(file, [made])
        return made
