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
from vertaal.glossary.csv_rows import (
    COLUMNS,
    Problem,
    Table,
    as_table,
    decoded,
    term_of,
)
from vertaal.glossary.dutch import fold
from vertaal.types import MatchMode, Term, TermStatus

_STATUS_ORDER = {status: at for at, status in enumerate(TermStatus)}


def sort_key(term: Term) -> tuple[str, str, int, str]:
    """The order of rows in a file: source (accents and case last), status, target."""
    return fold(term.source), term.source, _STATUS_ORDER[term.status], fold(term.target)


def insert(path: Path, terms: Iterable[Term]) -> tuple[Term, ...]:
    """Put the rows of `terms` into the file, each at its place in the order; makes the file where
    there is none. Rows that stand there already are left alone. Returns what was added.

    Raises `InputError` where the file has no column for what a row says.
    """
    text = decoded(path) if path.exists() else ",".join(COLUMNS) + "\n"
    new = tuple(terms)
    table = as_table(text, path)
    present = [made for made in _terms(table, path) if isinstance(made, Term)]
    known = {_content(term) for term in present}
    added: list[Term] = []
    lines = _lines(text)
    newline = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += newline
    end = len(lines)
    # The first row greater than a new one is where the running maximum first is.
    maxima = list(itertools.accumulate((sort_key(row) for row in present), max))
    # Last place first, so that the line numbers of the others stay right.
    for term in sorted(new, key=sort_key, reverse=True):
        if _content(term) in known:
            continue
        known.add(_content(term))
        place = bisect.bisect_right(maxima, sort_key(term))
        at = present[place].line - 1 if place < len(present) else end
        lines.insert(at, _row(term, table, path) + newline)
        added.append(term)
    if added or not path.exists():
        write_whole(path, _bom(path) + "".join(lines))
    return tuple(reversed(added))


def delete(path: Path, unwanted: Callable[[Term], bool]) -> tuple[Term, ...]:
    """Take the rows out for which `unwanted` holds. Returns them."""
    text = decoded(path)
    table = as_table(text, path)
    lines = _lines(text)
    removed = []
    for record, made in zip(table.records, _terms(table, path), strict=True):
        if isinstance(made, Term) and unwanted(made):
            removed.append(made)
            lines[record.line - 1 : record.last] = [""] * (record.last - record.line + 1)
    if removed:
        write_whole(path, _bom(path) + "".join(lines))
    return tuple(removed)


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


def _content(term: Term) -> tuple[str, ...]:
    return term.source, term.target, term.status.value, term.match.value, term.domain, term.note


def _row(term: Term, table: Table, path: Path) -> str:
    width = max([*table.columns.values(), 1]) + 1
    cells = [""] * width
    for name, value in _cells(term).items():
        at = table.columns.get(name)
        if at is not None:
            cells[at] = value
        elif value and value != _DEFAULTS.get(name):
            raise InputError(
                f"has no column '{name}' for '{term.source}'.",
                path=path,
                line=1,
                remedy=f"Give it the header {','.join(COLUMNS)}, or name another file.",
            )
    if "tgt_lng" in table.columns:
        cells[table.columns["tgt_lng"]] = "en"
    return joined(cells, table.delimiter)


_DEFAULTS = {"status": TermStatus.PREFERRED.value, "match": MatchMode.LEMMA.value}


def _cells(term: Term) -> dict[str, str]:
    return {
        "source": term.source,
        "target": term.target,
        "status": term.status.value,
        "match": term.match.value,
        "domain": term.domain,
        "note": term.note,
    }


def joined(cells: Sequence[str], delimiter: str) -> str:
    """A record as one line, quoted only where it must be."""
    if delimiter == "\t":
        return "\t".join(" ".join(cell.split()) for cell in cells)
    line = io.StringIO()
    csv.writer(line, delimiter=delimiter, lineterminator="").writerow(cells)
    return line.getvalue()


def _bom(path: Path) -> str:
    return "\ufeff" if path.exists() and path.read_bytes()[:3] == b"\xef\xbb\xbf" else ""


def apply(path: Path, before: Sequence[Term], after: Sequence[Term]) -> int:
    """Change the file from the rows `before` to the rows `after`; the other rows stay as they
    stand. Returns how many rows changed."""
    wanted = {_content(term) for term in after}
    present = {_content(term) for term in before}
    gone = delete(path, lambda term: _content(term) not in wanted)
    added = insert(path, [term for term in after if _content(term) not in present])
    pairs = {(term.source, term.target) for term in (*gone, *added)}
    return len(pairs)
