"""What is wrong with a glossary, each thing with its file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from vertaal.errors import InputError
from vertaal.glossary.base import READERS, files_of, read_file
from vertaal.glossary.cell_checks import check_cells, check_order
from vertaal.glossary.csv_rows import read_csv, read_table, terms_of
from vertaal.glossary.entry_checks import ENTRY_CHECKS
from vertaal.types import Severity, Term


@dataclass(frozen=True, slots=True)
class Flaw:
    """A finding of `lint`. `check` names the rule; the rules are listed in `docs/glossary.md`."""

    file: str
    line: int
    check: str
    severity: Severity
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.severity.value}: {self.message} [{self.check}]"


WARNINGS = frozenset({"order", "column"})


def lint(paths: Sequence[Path]) -> tuple[Flaw, ...]:
    """All flaws of the files that `paths` name, in order of file and line. A file that cannot be
    read as a whole is a flaw too; a path that does not exist raises `InputError`."""
    flaws: list[Flaw] = []
    terms: list[Term] = []
    for path in files_of(paths):
        try:
            found, usable = _file_flaws(path)
        except InputError as error:
            message = f"{error.message} {error.remedy}".strip()
            flaws.append(_flaw(str(path), error.line or 1, "file", message))
            continue
        flaws.extend(found)
        terms.extend(usable)
    for name, check in ENTRY_CHECKS.items():
        flaws.extend(_of_terms(name, check, terms))
    order = {str(path): at for at, path in enumerate(files_of(paths))}
    return tuple(sorted(flaws, key=lambda flaw: (order[flaw.file], flaw.line, flaw.check)))


def _file_flaws(path: Path) -> tuple[list[Flaw], Sequence[Term]]:
    reader = READERS.get(path.suffix.casefold())
    if reader is not read_csv:
        rows = read_file(path)
        return [_flaw(p.file, p.line, "row", p.reason) for p in rows.problems], rows.terms
    table = read_table(path)
    rows = terms_of(table, str(path))
    flaws = [_flaw(p.file, p.line, "row", p.reason) for p in rows.problems]
    refused = {problem.line for problem in rows.problems}
    for name, line, message in (*check_cells(table, refused), *check_order(table, rows.terms)):
        flaws.append(_flaw(str(path), line, name, message))
    return flaws, rows.terms


def _of_terms(
    name: str, check: Callable[[Sequence[Term]], Iterable[tuple[Term, str]]], terms: Sequence[Term]
) -> Iterator[Flaw]:
    for term, message in check(terms):
        yield _flaw(term.file, term.line, name, message)


def _flaw(file: str, line: int, check: str, message: str) -> Flaw:
    severity = Severity.WARNING if check in WARNINGS else Severity.ERROR
    return Flaw(file, line, check, severity, message)
