"""The glossary as one value: all terms of all files, with the rows that could not be used."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from vertaal.errors import InputError
from vertaal.glossary.csv_rows import Problem, Rows, read_csv
from vertaal.types import Term


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms in the order of their files and lines. `problems` are the rows not used.

    `digest` is the SHA-256 of what the terms ask for, whatever file or order they stand in.
    """

    terms: tuple[Term, ...] = ()
    problems: tuple[Problem, ...] = ()
    digest: str = ""

    def __hash__(self) -> int:
        """Of the digest alone: what is kept for a glossary is asked for with every letter."""
        return hash(self.digest)


def _xlsx(path: Path) -> Rows:
    from vertaal.glossary.xlsx import read_xlsx

    return read_xlsx(path)


def _tbx(path: Path) -> Rows:
    from vertaal.glossary.tbx_reading import read_tbx

    return read_tbx(path)


# Extension → reader. Readers raise `InputError` for a file that is not what its name says.
READERS: dict[str, Callable[[Path], Rows]] = {
    ".csv": read_csv,
    ".tsv": read_csv,
    ".tab": read_csv,
    ".txt": read_csv,
    ".xlsx": _xlsx,
    ".tbx": _tbx,
    ".xml": _tbx,
}


def load(paths: Sequence[Path]) -> Glossary:
    """The glossary of `paths`: files in any known format, or folders of CSV files.

    Raises `InputError` where a path is missing, of an unknown kind or unreadable as a whole, and
    for a folder without a glossary; a single bad row goes to `problems`.
    """
    terms: list[Term] = []
    problems: list[Problem] = []
    for path in paths:
        if path.is_dir() and not files_of([path]):
            raise InputError(
                "holds no glossary file.", path=path, remedy="In a folder, the .csv files count."
            )
    for file in files_of(paths):
        rows = read_file(file)
        terms.extend(rows.terms)
        problems.extend(rows.problems)
    return Glossary(tuple(terms), tuple(problems), digest_of(terms))


def files_of(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files that `paths` name, folders replaced by their CSV files in order of name."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files.extend(sorted(path.glob("*.csv")))
        elif path.exists():
            files.append(path)
        else:
            raise InputError(
                "does not exist.", path=path, remedy="Name a glossary file or a folder of them."
            )
    return tuple(dict.fromkeys(files))


def read_file(path: Path) -> Rows:
    """The rows of one file, by its extension. Raises `InputError`."""
    reader = READERS.get(path.suffix.casefold())
    if reader is None:
        known = ", ".join(sorted(READERS))
        raise InputError("is of no glossary format.", path=path, remedy=f"Known are: {known}.")
    return reader(path)


def by_source(terms: Iterable[Term]) -> dict[str, list[Term]]:
    """The rows of each source, in their order."""
    groups: dict[str, list[Term]] = {}
    for term in terms:
        groups.setdefault(term.source, []).append(term)
    return groups


def digest_of(terms: Iterable[Term]) -> str:
    """SHA-256 over source, target, status and match of all rows, sorted, each once."""
    rows = sorted(
        {(term.source, term.target, term.status.value, term.match.value) for term in terms}
    )
    canonical = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()
