"""`vertaal glossary`: look at, change and check the term base."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vertaal.cli.glossary_insight import suggest_command, usage_command
from vertaal.cli.glossary_rows import at_hand, loaded, put
from vertaal.cli.options import glossary_option, glossary_paths
from vertaal.counts import count
from vertaal.errors import InputError
from vertaal.types import MatchMode, TermStatus

if TYPE_CHECKING:
    from vertaal.types import Term

STATUSES = tuple(status.value for status in TermStatus)
MODES = tuple(mode.value for mode in MatchMode)
FORMATS = ("csv", "deepl", "tsv", "babeldoc", "codes", "xlsx", "tbx", "tbx-v2")

file_option = click.option(
    "--file",
    "--glossary",
    "file",
    type=click.Path(path_type=Path),
    default=Path("glossary"),
    show_default=True,
    metavar="PATH",
    help="The file to change, or the folder of the file that the domain names.",
)


@click.group()
def command() -> None:
    """Maintain the glossary.

    \b
    Example:
      vertaal glossary list --search kamer
    """


@command.command("list")
@glossary_option
@click.option("--search", default="", metavar="TEXT", help="Only rows that have TEXT in a cell.")
@click.option("--domain", default="", help="Only rows of this domain.")
@click.option("--status", type=click.Choice(STATUSES), help="Only rows of this status.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line.")
def list_command(
    glossaries: list[Path], search: str, domain: str, status: str | None, as_json: bool
) -> None:
    """Show the rows of the glossary.

    \b
    Example:
      vertaal glossary list --search kamer --status preferred
    """
    from vertaal.glossary.csv_rows import COLUMNS
    from vertaal.glossary.dutch import fold
    from vertaal.glossary.editing import content

    def cells(term: Term) -> tuple[str, ...]:
        return (*content(term), term.file, str(term.line))

    glossary = loaded(glossaries)
    wanted = fold(search)
    rows = [
        term
        for term in glossary.terms
        if (not domain or term.domain == domain)
        and (status is None or term.status.value == status)
        and (not wanted or any(wanted in fold(cell) for cell in cells(term)))
    ]
    if as_json:
        names = (*COLUMNS, "file", "line")
        for term in rows:
            click.echo(json.dumps(dict(zip(names, cells(term), strict=True)), ensure_ascii=False))
        return
    for line in _aligned([cells(term)[:5] for term in rows]):
        click.echo(line)
    click.echo(f"{len(rows)} of {count(len(glossary.terms), 'row')}", err=True)


@command.command("add")
@click.argument("source")
@click.argument("target", default="")
@click.option("--status", type=click.Choice(STATUSES), default="preferred", show_default=True)
@click.option("--match", "mode", type=click.Choice(MODES), default="lemma", show_default=True)
@click.option("--domain", default="", help="The domain; it names the file too.")
@click.option("--note", default="", help="Where the rendering comes from.")
@file_option
def add_command(
    source: str, target: str, status: str, mode: str, domain: str, note: str, file: Path
) -> None:
    """Add a row at its place in the file.

    \b
    Example:
      vertaal glossary add waterschapsbelasting "water authority tax" --domain government
    """
    from vertaal.glossary.csv_rows import Problem, clean, make_term
    from vertaal.glossary.editing import refuse_contradiction, refuse_foreign

    path = _within(file, domain or "terms")
    cells = {
        "source": source,
        "target": target,
        "status": status,
        "match": mode,
        "domain": domain,
        "note": note,
    }
    made = make_term({name: clean(cell) for name, cell in cells.items()}, file=str(path), line=0)
    if isinstance(made, Problem):
        raise InputError(f"The row cannot be added: {made.reason}")
    refuse_foreign(path)
    refuse_contradiction(made, at_hand(path))
    put(path, [made])
    click.echo(f"{path}: added '{made.source}' → '{made.target}'")


@command.command("remove")
@click.argument("source")
@click.argument("target", default="")
@click.option(
    "--glossary",
    "--file",
    "glossaries",
    multiple=True,
    type=click.Path(path_type=Path),
    default=[Path("glossary")],
    show_default="glossary",
    metavar="PATH",
    help="The file to change, or a folder of them; may be given again.",
)
def remove_command(source: str, target: str, glossaries: tuple[Path, ...]) -> None:
    """Remove the rows of SOURCE, or only the one with TARGET.

    \b
    Example:
      vertaal glossary remove kabinet cabinet
    """
    from vertaal.glossary.base import files_of
    from vertaal.glossary.csv_rows import clean
    from vertaal.glossary.editing import delete, refuse_foreign

    source, target = clean(source), clean(target)

    def unwanted(term: Term) -> bool:
        return term.source == source and target in ("", term.target)

    gone = 0
    paths = files_of(glossaries)
    for path in paths:
        refuse_foreign(path)
    for path in paths:
        for term in delete(path, unwanted):
            click.echo(f"{path}: removed '{term.source}' → '{term.target}' ({term.status.value})")
            gone += 1
    if not gone:
        what = f"'{source}'" + (f" → '{target}'" if target else "")
        where = "".join(f" --glossary {shlex.quote(str(path))}" for path in glossaries)
        raise InputError(
            f"The glossary has no row {what}.",
            remedy=f"Look with: vertaal glossary list --search {shlex.quote(source)}{where}",
        )


@command.command("import")
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--domain", default="", help="Domain for rows that have none.")
@file_option
def import_command(source: Path, domain: str, file: Path) -> None:
    """Take over the rows of another glossary: CSV, TSV, XLSX or TBX.

    Rows that are there already are skipped; rows that cannot be used, or that contradict an
    existing row, are reported and left out (exit code 1).

    \b
    Example:
      vertaal glossary import iate.tbx --file glossary/iate.csv
    """
    from dataclasses import replace

    from vertaal.glossary.base import read_file
    from vertaal.glossary.csv_rows import Rows, read_table
    from vertaal.glossary.editing import fresh, refuse_foreign

    path = _within(file, domain or source.stem)
    refuse_foreign(path)
    if path.resolve() == source.resolve():
        raise InputError("is the file to import from.", path=path, remedy="Give another --file.")
    rows = read_file(source)
    terms = tuple(replace(term, domain=term.domain or domain) for term in rows.terms)
    taken = fresh(Rows(terms, rows.problems), at_hand(path, but=source))
    added = put(path, taken.terms)
    columns = read_table(path).columns if added else {}
    for name in dict.fromkeys(name for term in added for name, _ in term.others):
        if name not in columns:
            click.echo(f"{path}: has no column '{name}': its cells are left out", err=True)
    for problem in taken.problems:
        click.echo(problem, err=True)
    click.echo(
        f"{path}: added {len(added)} of {count(len(rows.terms) + len(rows.problems), 'row')}"
    )
    if taken.problems:
        raise SystemExit(1)


@command.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--format", "kind", type=click.Choice(FORMATS), help="Default: by extension.")
@click.option("--domain", default="", help="Only rows of this domain.")
@glossary_option
def export_command(file: Path, kind: str | None, domain: str, glossaries: list[Path]) -> None:
    """Write the glossary for another tool: CSV, TSV, XLSX or TBX.

    The format tbx is TBX v3 (ISO 30042:2019); tbx-v2 is for tools that read only the older
    martif, such as translate-toolkit. What a format cannot hold is reported on stderr.

    \b
    Example:
      vertaal glossary export terms.tbx
      vertaal glossary export deepl.csv --format deepl
    """
    from vertaal.glossary.exporting import export

    glossary = loaded(glossaries)
    terms = [term for term in glossary.terms if not domain or term.domain == domain]
    if not terms:
        raise InputError("There is no row to export.", remedy="See: vertaal glossary list")
    written = export(terms, file, kind or "")
    for loss in written.losses:
        click.echo(f"{file}: not in this format: {loss}", err=True)
    click.echo(f"{file}: {written.rows} of {count(len(terms), 'row')}")


@command.command("merge")
@click.argument("base", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("ours", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("theirs", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Default: OURS."
)
def merge_command(base: Path, ours: Path, theirs: Path, output: Path | None) -> None:
    """Merge two changed copies of BASE, row by row, into OURS.

    All are CSV files. Conflicts are shown, and OURS is kept in them (exit code 1). As a driver
    for git: merge.vertaal.driver = "vertaal glossary merge %O %A %B".

    \b
    Example:
      vertaal glossary merge base.csv ours.csv theirs.csv -o merged.csv
    """
    from vertaal.glossary.csv_rows import read_csv
    from vertaal.glossary.editing import apply, refuse_foreign
    from vertaal.glossary.merging import merge

    for path in (base, ours, theirs):
        refuse_foreign(path, nameless=True)
    sides = [read_csv(path) for path in (base, ours, theirs)]
    broken = [str(problem) for rows in sides for problem in rows.problems]
    if broken:
        raise InputError("\n".join(["Rows cannot be used; correct them first:", *broken]))
    merged = merge(*(rows.terms for rows in sides))
    path = output or ours
    apply(ours, merged.changes, path)
    for conflict in merged.conflicts:
        click.echo(str(conflict), err=True)
    click.echo(
        f"{path}: {count(len(merged.changes), 'row')} changed, "
        f"{count(len(merged.conflicts), 'conflict')}"
    )
    if merged.conflicts:
        raise SystemExit(1)


@command.command("lint")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line.")
def lint_command(paths: tuple[Path, ...], as_json: bool) -> None:
    """Check glossary files; exit code 1 when there are errors.

    \b
    Example:
      vertaal glossary lint glossary
    """
    from dataclasses import asdict

    from vertaal.glossary.linting import lint
    from vertaal.types import Severity

    flaws = lint(glossary_paths(paths))
    for flaw in flaws:
        click.echo(json.dumps(asdict(flaw), ensure_ascii=False) if as_json else str(flaw))
    errors = sum(flaw.severity is Severity.ERROR for flaw in flaws)
    click.echo(f"{count(errors, 'error')}, {count(len(flaws) - errors, 'warning')}", err=True)
    if errors:
        raise SystemExit(1)


command.add_command(suggest_command)
command.add_command(usage_command)


def _within(path: Path, name: str) -> Path:
    """The file itself; in a folder, the one of that name."""
    return path / f"{name}.csv" if path == Path("glossary") or path.is_dir() else path


def _aligned(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    widths = [min(max(map(len, column)), 60) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
