"""Glossary tables as CSV or TSV: which dialect a file has, and its rows as terms."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vertaal.errors import InputError
from vertaal.spacing import squeeze
from vertaal.types import MatchMode, Term, TermStatus

COLUMNS = ("source", "target", "status", "match", "domain", "note")
KNOWN_COLUMNS = (*COLUMNS, "tgt_lng")
_EXAMPLE = ",".join(COLUMNS)
_LANGUAGE = re.compile(r"(?i)(nl|en)(?:[-_][a-z]{2,4})?")
_HEADERS = (
    ("source", "target"),
    ("nederlands", "engels"),
    ("dutch", "english"),
    ("bron", "doel"),
    ("brontaal", "doeltaal"),
    ("bronterm", "doelterm"),
    ("term", "vertaling"),
)
_LANGUAGES = {
    **dict.fromkeys(("nl", "nederlandse", "dutch"), "nederlands"),
    **dict.fromkeys(("en", "engelse", "english"), "engels"),
}
_FILLERS = ("term", "terms", "begrip", "benaming", "vertaling", "translation")
"""What stands beside the language in 'Nederlandse term', 'Term EN' and 'English translation'."""
_ANNOUNCED = re.compile(r"(?i)sep=([^\w\s\"]|\t)\s*?(?:[\r\n]|\Z)")
"""The first line by which Excel is told the delimiter."""
_HALF = re.compile("[\ud800-\udfff]")
"""Half a character, as Python takes a byte of the command line that is no UTF-8."""
_STATUSES = tuple(status.value for status in TermStatus)
_MODES = tuple(mode.value for mode in MatchMode)


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that could not be used, or used only in part: where it stands, what is wrong."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Rows:
    """What a glossary file holds: usable terms and the rows that are not."""

    terms: tuple[Term, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A record of a table: its cells as they stand, the 1-based lines it begins and ends on."""

    line: int
    last: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A delimited file: its delimiter, the columns by name, whether a header names them."""

    columns: Mapping[str, int]
    records: tuple[Record, ...]
    delimiter: str
    header: Record | None = None


def read_csv(path: Path) -> Rows:
    """The terms of a CSV or TSV file in any dialect that `docs/glossary.md` names.

    Raises `InputError` for a file that is no UTF-8 text.
    """
    return terms_of(read_table(path), str(path))


def read_table(path: Path) -> Table:
    """The file's table, rows uninterpreted. Raises `InputError` for a file that is no text."""
    return as_table(decoded(path), path)


def decoded(path: Path) -> str:
    """The file's text without BOM. Raises `InputError` where it is missing or no UTF-8."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError.of_system(
            "read", error, path, "Name a glossary file or a folder of them."
        ) from error
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError("is UTF-16, not UTF-8.", path=path, line=1, remedy="Save it as UTF-8.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"is not UTF-8 (byte 0x{data[error.start]:02x}).",
            path=path,
            line=line,
            remedy="Save it as UTF-8.",
        ) from error


def as_table(text: str, path: Path) -> Table:
    announced = _ANNOUNCED.match(text)
    delimiter = announced.group(1) if announced else _delimiter(text, path)
    return table_of(tuple(_records(text, delimiter, path))[1 if announced else 0 :], delimiter)


def table_of(records: Sequence[Record], delimiter: str = ",") -> Table:
    """The table of these records, the first of which may be a header."""
    names = [cell.strip().casefold() for cell in records[0].cells] if records else []
    columns = _columns_of(names)
    if columns is None:
        return Table({"source": 0, "target": 1}, tuple(records), delimiter)
    return Table(columns, tuple(records[1:]), delimiter, header=records[0])


def _delimiter(text: str, path: Path) -> str:
    """Comma, tab or semicolon (spreadsheets in a Dutch locale): the one that parts most lines. Of
    two, the tab, which stands in no term, else the one that comes first in the lines."""
    if path.suffix.casefold() in (".tsv", ".tab"):
        return "\t"
    lines = [line for line in text.splitlines() if line.strip()]

    def fitness(delimiter: str) -> tuple[int, bool, int]:
        rows = (_cells(line, delimiter) for line in lines if delimiter in line)
        parted = [cells for cells in rows if len(cells) > 1]
        tab = bool(parted) and delimiter == "\t"
        return len(parted), tab, -sum(len(cells[0]) for cells in parted)

    return max((",", "\t", ";"), key=fitness)


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter))
    except csv.Error:  # `_records` tells of it.
        return []


def _records(text: str, delimiter: str, path: Path) -> Iterator[Record]:
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=delimiter,
        # A tab-separated glossary knows no quoting: a quote there is part of the term.
        quoting=csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL,
    )
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise InputError(
                f"is no table from here on ({error}).",
                path=path,
                line=line,
                remedy="Look for a quote that is not closed.",
            ) from error
        if any(cell.strip() for cell in cells):
            yield Record(line, reader.line_num, tuple(cells))
        line = reader.line_num + 1


def unclosed(text: str, delimiter: str, path: Path) -> int:
    """The line of the record whose double quote nothing closes; 0 where there is none."""
    *_, last = _records(text + "\nx", delimiter, path)
    return 0 if last.cells == ("x",) else last.line


def _columns_of(names: Sequence[str]) -> Mapping[str, int] | None:
    """Column positions where `names` is a header, else None."""
    languages = {
        found[1].casefold(): name for name in names if (found := _LANGUAGE.fullmatch(name))
    }
    codes = [(languages["nl"], languages["en"])] if len(languages) == 2 else []
    plain = [_plain(name) for name in names]
    for source, target in (*_HEADERS, *codes):
        for said in (names, plain):
            if source in said and target in said:
                pair = {"source": said.index(source), "target": said.index(target)}
                left = ((name, at) for at, name in enumerate(names) if at not in pair.values())
                return {**{name: at for name, at in left if name}, **pair}
    if "source" in names or "target" in names:
        return {name: at for at, name in enumerate(names) if name}
    return None


def _plain(name: str) -> str:
    """The language, or the side, that a cell of a header names: 'nederlands' for 'term (nl)'."""
    words = (_LANGUAGES.get(word, word) for word in re.findall(r"\w+", name))
    return " ".join(dict.fromkeys(word for word in words if word not in _FILLERS))


def terms_of(table: Table, file: str) -> Rows:
    """The table's rows as terms. Rows that cannot be used become problems."""
    missing = [name for name in ("source", "target") if name not in table.columns]
    if missing and table.header is not None:
        reason = f"the header has no column '{missing[0]}'; it needs {_EXAMPLE}."
        return Rows((), (Problem(file, table.header.line, reason),))
    terms = []
    problems = []
    for record in table.records:
        made = term_of(record, table, file)
        if isinstance(made, Problem):
            problems.append(made)
        else:
            terms.append(made)
    return Rows(tuple(terms), tuple(problems))


def term_of(record: Record, table: Table, file: str) -> Term | Problem:
    """The term a record states, or why it states none."""
    cells = record.cells
    width = len(table.header.cells) if table.header else 2
    if table.header is None and len(cells) < 2:
        return Problem(
            file,
            record.line,
            f"has one cell ('{shorten(cells[0])}') and no target; "
            "put a comma or a tab between source and target.",
        )
    if len(cells) > width and any(cell.strip() for cell in cells[width:]):
        name_them = "" if table.header else f"name the columns in a first line ({_EXAMPLE}), or "
        return Problem(
            file,
            record.line,
            f"has {len(cells)} cells where {width} are expected; {name_them}"
            "put a cell that holds a comma between double quotes.",
        )
    if any("\n" in cell or "\r" in cell for cell in cells):
        return Problem(
            file, record.line, "has a line break inside a cell; is a double quote not closed?"
        )

    def cell(name: str) -> str:
        at = table.columns.get(name)
        return unmasked(clean(cells[at])) if at is not None and at < len(cells) else ""

    made = make_term({name: cell(name) for name in KNOWN_COLUMNS}, file=file, line=record.line)
    others = tuple(
        (name, cells[at])
        for name, at in table.columns.items()
        if name not in KNOWN_COLUMNS and at < len(cells) and cells[at].strip()
    )
    return replace(made, others=others) if others and isinstance(made, Term) else made


def make_term(cells: Mapping[str, str], *, file: str, line: int) -> Term | Problem:
    """A term from named cells, checked; the one place where a row is accepted or refused."""
    source, target = cells.get("source", ""), cells.get("target", "")
    status_name = cells.get("status", "").casefold() or TermStatus.PREFERRED.value
    mode_name = cells.get("match", "").casefold() or MatchMode.LEMMA.value
    language = cells.get("tgt_lng", "")
    refusal = ""
    if status_name not in _STATUSES:
        refusal = f"unknown status '{status_name}'; use one of {', '.join(_STATUSES)}."
    elif mode_name not in _MODES:
        refusal = f"unknown match '{mode_name}'; use one of {', '.join(_MODES)}."
    elif _HALF.search("".join(cells.values())):
        refusal = f"'{shorten(source)}' → '{shorten(target)}' holds bytes that are no UTF-8."
    elif not source:
        refusal = f"has no source (target '{shorten(target)}')."
    elif not any(char.isalnum() for char in source):
        refusal = f"source '{shorten(source)}' has no letter or digit, so it never can match."
    elif not target and status_name != TermStatus.KEEP.value:
        refusal = f"'{shorten(source)}' has no target; give one, or the status keep."
    elif language and not language.casefold().startswith("en"):
        refusal = f"'{shorten(source)}' has the target language '{language}', not English."
    if refusal:
        return Problem(file, line, refusal)
    return Term(
        source=source,
        target=target or source,
        status=TermStatus(status_name),
        match=MatchMode(mode_name),
        domain=cells.get("domain", ""),
        note=cells.get("note", ""),
        file=file,
        line=line,
    )


def formula(cell: str) -> bool:
    """Whether a spreadsheet would take the cell for something to reckon; '-beleid' is none."""
    return cell[:1] in ("=", "+", "@") or (cell[:1] == "-" and any(char in cell for char in "(|!"))


def masked(cell: str) -> str:
    """The cell as a spreadsheet shows it and does not run it: behind an apostrophe."""
    return f"'{cell}" if formula(cell) else cell


def unmasked(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and formula(cell[1:]) else cell


def clean(cell: str) -> str:
    """A cell as a term is compared: composed Unicode, single blanks, trimmed."""
    return squeeze(unicodedata.normalize("NFC", cell))


_SHOWN = 60
"""Characters of a cell that a message shows."""


def shorten(text: str) -> str:
    """`text` for a message: cut where it is long, a dot for each character that cannot be shown."""
    text = "".join(char if char.isprintable() else "·" for char in text)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
