"""`vertaal glossary suggest` and `usage`: what texts and editions say about the glossary."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vertaal.cli.glossary_rows import at_hand, loaded, put
from vertaal.cli.options import glossary_option
from vertaal.counts import count
from vertaal.errors import InputError

if TYPE_CHECKING:
    from vertaal.glossary.suggesting import Proposal
    from vertaal.glossary.usage import Usage
    from vertaal.types import Term, Unit

_REJECTED = "rejected.txt"


@click.command("suggest")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@glossary_option
@click.option(
    "--file",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("glossary/suggested.csv"),
    show_default=True,
    metavar="CSV",
    help="Where accepted rows go.",
)
@click.option("--ask", is_flag=True, help="Accept or reject one by one.")
@click.option("--domain", default="", help="Domain of accepted rows.")
@click.option(
    "--least", type=click.IntRange(1), default=2, show_default=True, help="Times a term must occur."
)
@click.option(
    "--most", type=click.IntRange(1), default=25, show_default=True, help="Proposals to show."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line.")
def suggest_command(
    sources: tuple[Path, ...],
    glossaries: list[Path],
    file: Path,
    ask: bool,
    domain: str,
    least: int,
    most: int,
    as_json: bool,
) -> None:
    """Propose entries from documents and editions.

    The renderings are those that reviewers settled on in the editions. With --ask you accept each
    proposal, give it another rendering or reject it; what was rejected is not proposed again.

    \b
    Example:
      vertaal glossary suggest output/letter letter.txt
    """
    from vertaal.glossary.editing import refuse_foreign
    from vertaal.glossary.suggesting import suggest
    from vertaal.reading import read

    if ask:
        refuse_foreign(file)
    texts: list[tuple[str, str]] = []
    units: list[tuple[str, Unit]] = []
    for path in sources:
        if path.is_dir():
            units.extend((path.name, unit) for unit in _units(path))
        else:
            texts.append((path.name, read(path).text))
    glossary = loaded(glossaries)
    proposals = suggest(texts, units, glossary, rejected=_rejected(file), least=least, most=most)
    if ask:
        _ask(proposals, file, domain, list(at_hand(file, glossary.problems)))
    else:
        _show(proposals, as_json)


def _show(proposals: Sequence[Proposal], as_json: bool) -> None:
    for proposal in proposals:
        if as_json:
            click.echo(json.dumps(asdict(proposal), ensure_ascii=False))
        else:
            renderings = "; ".join(f"{one.target} ({one.count}×)" for one in proposal.targets)
            click.echo(f"{proposal.frequency:>4}×  {proposal.source}  →  {renderings or '?'}")
    click.echo(count(len(proposals), "proposal"), err=True)


def _ask(proposals: Sequence[Proposal], file: Path, domain: str, known: list[Term]) -> None:
    from vertaal.files import write_whole
    from vertaal.glossary.csv_rows import clean
    from vertaal.glossary.editing import refuse_contradiction

    accepted = refused = 0
    for proposal in proposals:
        offered = proposal.targets[0].target if proposal.targets else ""
        click.echo(
            f"\n{proposal.source}  ({proposal.frequency}× in {', '.join(proposal.documents)})"
        )
        for one in proposal.targets:
            click.echo(f"  {one.target} ({one.count}×)")
        answer = click.prompt(
            "Rendering, - to reject, . to skip, q to stop", default=offered or "."
        ).strip()
        if answer == "q":
            break
        if answer == "-":
            path = file.parent / _REJECTED
            rejected = "".join(f"{term}\n" for term in sorted({*_rejected(file), proposal.source}))
            write_whole(path, rejected, follow=True)
        elif answer not in (".", ""):
            row = replace(proposal.term(clean(answer), domain), file=str(file))
            try:
                refuse_contradiction(row, known)
            except InputError as error:
                # What is answered to the others is not lost with this one.
                click.echo(f"Not added: {error}", err=True)
                refused += 1
                continue
            accepted += len(put(file, [row]))
            known.append(row)
    click.echo(f"{file}: added {count(accepted, 'row')}")
    if refused:
        raise SystemExit(1)


def _rejected(file: Path) -> frozenset[str]:
    from vertaal.glossary.csv_rows import decoded

    path = file.parent / _REJECTED
    return frozenset(decoded(path).splitlines() if path.exists() else ())


@click.command("usage")
@click.argument("editions", nargs=-1, required=True, type=click.Path(path_type=Path))
@glossary_option
@click.option("--unseen", is_flag=True, help="Only the terms that never occurred.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line.")
def usage_command(
    editions: tuple[Path, ...], glossaries: list[Path], unseen: bool, as_json: bool
) -> None:
    """Show how often each term occurred, was satisfied, was overruled.

    A term is overruled where a reviewer let something else stand, or wrote it.

    \b
    Example:
      vertaal glossary usage output/letter
    """
    from vertaal.glossary.usage import usage

    glossary = loaded(glossaries)
    rows = usage(glossary, [(path.name, _units(path)) for path in editions])
    shown = sorted(
        (row for row in rows if bool(row.seen) is not unseen),
        key=lambda row: (-len(row.overruled), -row.missed, -row.seen, row.term.source),
    )
    for row in shown:
        click.echo(json.dumps(asdict(row), ensure_ascii=False) if as_json else _line(row))
    occurred = sum(bool(row.seen) for row in rows)
    click.echo(f"{occurred} of {count(len(rows), 'term')} occurred", err=True)


def _line(row: Usage) -> str:
    if not row.seen:
        return f"{row.term.source}  →  {row.term.target}"
    counts = f"{row.seen} seen, {row.satisfied} satisfied"
    if row.variants:
        counts += f" ({row.variants} admitted)"
    if row.missed:
        counts += f", {row.missed} missed"
    if row.overruled:
        counts += f", overruled in {', '.join(row.overruled)}"
    if row.is_doubtful:
        counts += " – is the entry wrong?"
    return f"{row.term.source}  →  {row.term.target}: {counts}; in {', '.join(row.documents)}"


def _units(folder: Path) -> Sequence[Unit]:
    from vertaal.editions.units import load_units

    return [unit for unit in load_units(folder) if not unit.orphaned]
