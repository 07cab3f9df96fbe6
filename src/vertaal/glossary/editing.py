"""Changes to a glossary's CSV in place: what is not changed stays byte for byte."""

from __future__ import annotations

import bisect
import csv
import io
import itertools
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from vertaal.errors import InputError
from vertaal.files import write_whole
from vertaal.glossary.base import READERS, by_source
from vertaal.glossary.csv_rows import (
    COLUMNS,
    Problem,
    Rows,
    Table,
    as_table,
    decoded,
    read_csv,
    term_of,
    unclosed,
)
from vertaal.glossary.dutch import fold
from vertaal.spacing import squeeze
from vertaal.types import REQUIRED, MatchMode, Term, TermStatus

Change = tuple[Term | None, Term | None]
"""A row before and after; None: not there. The one before tells its line."""

_STATUS_ORDER = {status: at for at, status in enumerate(TermStatus)}


def sort_key(term: Term) -> tuple[str, str, int, str]:
    """The order of rows in a file: source (accents and case last), status, target."""
    return fold(term.source), term.source, _STATUS_ORDER[term.status], fold(term.target)


def insert(path: Path, terms: Iterable[Term]) -> tuple[Term, ...]:
    """Put the rows of `terms` into the file, each at its place in the order; makes the file where
    there is none, unless it would be empty. Rows that stand there already are left alone. Returns
    what was added.

    Raises `InputError` where the file has no column for what a row says.
    """
    refuse_foreign(path)
    text = decoded(path) if path.exists() else ",".join(COLUMNS) + "\n"
    table = as_table(text, path)
    known = {content(made) for made in _terms(table, path) if isinstance(made, Term)}
    new = {content(term): term for term in terms if content(term) not in known}
    added = sorted(new.values(), key=sort_key)
    if added:
        changes = [(None, row) for row in added]
        write_whole(path, _bom(path) + _changed(text, table, path, changes), follow=True)
    return tuple(added)


def delete(path: Path, unwanted: Callable[[Term], bool]) -> tuple[Term, ...]:
    """Take the rows out for which `unwanted` holds. Returns them."""
    refuse_foreign(path)
    text = decoded(path)
    table = as_table(text, path)
    removed = [made for made in _terms(table, path) if isinstance(made, Term) and unwanted(made)]
    if removed:
        changes = [(row, None) for row in removed]
        write_whole(path, _bom(path) + _changed(text, table, path, changes), follow=True)
    return tuple(removed)


def apply(path: Path, changes: Sequence[Change], output: Path) -> None:
    """Write the file at `path`, with its rows changed, to `output`, which may be the same; the
    other rows stay as they stand. The columns that changed rows name and the file has not are put
    behind its own."""
    refuse_foreign(output, nameless=True)
    if changes or output != path:
        text = decoded(path)
        made = _changed(*_widened(text, as_table(text, path), path, changes), path, changes)
        write_whole(output, _bom(path) + made, follow=True)


def _widened(text: str, table: Table, path: Path, changes: Sequence[Change]) -> tuple[str, Table]:
    """The file with the columns that `changes` need added to its header."""
    needed = dict.fromkeys(name for _, after in changes if after for name, _ in after.others)
    new = [name for name in needed if name not in table.columns]
    if not new:
        return text, table
    if table.header is None:
        raise _no_column(new[0], path, (*COLUMNS, *new))
    lines = _lines(text)
    at = table.header.last - 1
    header = lines[at].rstrip("\r\n")
    lines[at] = header + table.delimiter + joined(new, table.delimiter) + lines[at][len(header) :]
    return "".join(lines), as_table("".join(lines), path)


def refuse_foreign(path: Path, *, nameless: bool = False) -> None:
    """Raise `InputError` where the file is no CSV by its name; that of git's copies is `nameless`,
    and means nothing."""
    reader = READERS.get(path.suffix.casefold(), read_csv if nameless else None)
    if reader is not read_csv:
        raise InputError(
            "is no CSV file, and only those are changed in place.",
            path=path,
            remedy="Name a .csv file; vertaal glossary export writes the other formats.",
        )


def refuse_contradiction(term: Term, known: Sequence[Term]) -> None:
    """Raise `InputError` where `term` stands already or cannot stand beside the rows at hand."""
    twin = next((other for other in known if other.pair == term.pair), None)
    if twin is not None:
        raise InputError(
            f"'{term.source}' → '{term.target}' stands there already ({twin.status.value}).",
            path=twin.file,
            line=twin.line,
            remedy="Remove it first: vertaal glossary remove",
        )
    refusal = contradiction(term, known)
    if refusal:
        raise InputError(
            refusal, remedy="Remove that row first, or give the new one the status admitted."
        )


def contradiction(term: Term, known: Sequence[Term]) -> str:
    """Why `term` cannot stand beside the rows at hand, or ''."""
    for other in known:
        if other.source != term.source:
            continue
        where = f"{other.file}:{other.line}" if other.line else other.file
        if other.target == term.target and other.status is not term.status:
            return (
                f"'{term.source}' → '{term.target}' is {other.status.value} at {where}, "
                f"{term.status.value} here."
            )
        if other.target != term.target and {other.status, term.status} <= {*REQUIRED}:
            return (
                f"'{term.source}' has the preferred target '{other.target}' at {where}, "
                f"'{term.target}' here."
            )
    return ""


def fresh(rows: Rows, known: Iterable[Term]) -> Rows:
    """The rows that are not there yet; those that cannot stand beside `known`, or beside an earlier
    one of them, are its last problems."""
    groups = by_source(known)
    terms: list[Term] = []
    problems = [*rows.problems]
    for term in rows.terms:
        rivals = groups.setdefault(term.source, [])
        refusal = contradiction(term, rivals)
        if refusal:
            problems.append(Problem(term.file, term.line, refusal))
        elif all(term.target != other.target for other in rivals):
            rivals.append(term)
            terms.append(term)
    return Rows(tuple(terms), tuple(problems))


def _changed(text: str, table: Table, path: Path, changes: Sequence[Change]) -> str:
    """The file's text with its rows changed: new ones at their place in the order, the others
    where they stand."""
    records = {record.line: record for record in table.records}
    present = [made for made in _terms(table, path) if isinstance(made, Term)]
    # The first row greater than a new one is where the running maximum first is.
    maxima = list(itertools.accumulate((sort_key(row) for row in present), max))
    lines = _lines(text)
    newline = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if any(after for _, after in changes):
        _refuse_unclosed(text, table, path)
        if lines and not lines[-1].endswith(("\n", "\r")):
            lines[-1] += newline
    lines.append("")  # The place of a row that comes last.
    new: list[Term] = []
    for before, after in changes:
        if before is not None:
            record = records[before.line]
            row = _row(after, table, path, before, record.cells) + newline if after else ""
            lines[record.line - 1 : record.last] = [row, *[""] * (record.last - record.line)]
        elif after is not None:
            new.append(after)
    # Last place first, as each is put before what stands there.
    for term in sorted(new, key=sort_key, reverse=True):
        place = bisect.bisect_right(maxima, sort_key(term))
        at = present[place].line - 1 if place < len(present) else len(lines) - 1
        lines[at] = _row(term, table, path) + newline + lines[at]
    return "".join(lines)


def _refuse_unclosed(text: str, table: Table, path: Path) -> None:
    line = unclosed(text, table.delimiter, path)
    if line:
        raise InputError(
            "has a double quote that is not closed; a row after it would be lost.",
            path=path,
            line=line,
            remedy="Close it first.",
        )


def sorted_csv(terms: Iterable[Term]) -> str:
    """A whole file in our own format, rows in order."""
    table = Table({name: at for at, name in enumerate(COLUMNS)}, (), ",")
    rows = [_row(term, table, Path()) for term in sorted(terms, key=sort_key)]
    return "\n".join([",".join(COLUMNS), *rows]) + "\n"


def _lines(text: str) -> list[str]:
    """The lines as `csv` counts them; `splitlines` would cut at U+2028 inside a cell as well."""
    return io.StringIO(text, newline="").readlines()


def _terms(table: Table, path: Path) -> list[Term | Problem]:
    return [term_of(record, table, str(path)) for record in table.records]


def content(term: Term) -> tuple[str, ...]:
    """All that a row says in our columns."""
    return term.source, term.target, term.status.value, term.match.value, term.domain, term.note


def _row(
    term: Term, table: Table, path: Path, before: Term | None = None, cells: Sequence[str] = ()
) -> str:
    """The row of `term`: a new one, or `cells`, which say `before`, where the two differ."""
    width = max([*table.columns.values(), 1]) + 1
    row = [*cells, *[""] * (width - len(cells))]
    said = _cells(before) if before else {}
    says = _cells(term)
    for name in dict.fromkeys([*says, *said]):
        at, value = table.columns.get(name), says.get(name, "")
        if said.get(name) == value:
            continue
        if at is not None:
            row[at] = value
        elif name in COLUMNS and value and value != _DEFAULTS.get(name):
            raise _no_column(name, path, COLUMNS, f" for '{term.source}'")
    if "tgt_lng" in table.columns and before is None:
        row[table.columns["tgt_lng"]] = "en"
    return joined(row, table.delimiter)


def _no_column(name: str, path: Path, needed: Sequence[str], whose: str = "") -> InputError:
    return InputError(
        f"has no column '{name}'{whose}.",
        path=path,
        line=1,
        remedy=f"Give it the header {','.join(needed)}, or name another file.",
    )


_DEFAULTS = {"status": TermStatus.PREFERRED.value, "match": MatchMode.LEMMA.value}


def _cells(term: Term) -> dict[str, str]:
    return {**dict(zip(COLUMNS, content(term), strict=True)), **dict(term.others)}


def joined(cells: Sequence[str], delimiter: str) -> str:
    """A record as one line, quoted only where it must be."""
    if delimiter == "\t":
        return "\t".join(squeeze(cell) for cell in cells)
    line = io.StringIO()
    csv.writer(line, delimiter=delimiter, lineterminator="").writerow(cells)
    return line.getvalue()


def _bom(path: Path) -> str:
    return "\ufeff" if path.exists() and path.read_bytes()[:3] == b"\xef\xbb\xbf" else ""
