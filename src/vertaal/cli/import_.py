"""`vertaal import`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vertaal.counts import count

if TYPE_CHECKING:
    from vertaal.exchange.decisions import Merged
    from vertaal.exchange.importing import Remembered


@click.command("import")
@click.argument("edition", type=click.Path(path_type=Path))
@click.argument("file", type=click.Path(path_type=Path))
def command(edition: Path, file: Path) -> None:
    """Take FILE into EDITION: XLIFF from a translation tool, the decisions that the offline
    review page saved, or a TMX as translation memory for the editions beside it.

    A text that somebody changed since the file was made is never overwritten: it is reported.

    \b
    Example:
      vertaal import output/letter letter.xlf
      vertaal import output/letter decisions.json

    Exit code: 0 done; 1 done, with conflicts, sentences that no longer fit or texts that were not
    taken; 2 the file or the edition cannot be used.
    """
    from vertaal.editions import load
    from vertaal.editions.units import load_units
    from vertaal.exchange.importing import Remembered, take_in

    approved = {unit.id for unit in load(edition).units if unit.reviewed}
    result = take_in(edition, file)
    if isinstance(result, Remembered):
        _tell_memory(result)
        return
    _tell_merged(edition, result)
    for unit in load_units(edition):
        if unit.id in approved and not unit.reviewed:
            click.echo(f"approved no longer: {unit.id}: {unit.source}\n    now:  {unit.target}")
    if result.changed:
        click.echo(f"To write the documents anew: vertaal publish {edition}")
    sys.exit(int(bool(result.conflicts or result.unfit or result.left)))


def _tell_memory(result: Remembered) -> None:
    found = result.contents
    click.echo(f"{result.place}: {count(len(found.pairs), 'pair')} in the translation memory")
    if found.unreviewed:
        click.echo(f"  {found.unreviewed} left out: not reviewed")
    if found.other:
        click.echo(f"  {found.other} left out: not both Dutch and English")


def _tell_merged(edition: Path, result: Merged) -> None:
    click.echo(
        f"{edition}: {count(result.changed, 'segment')} changed, {result.same} as they were, "
        f"{count(len(result.conflicts), 'conflict')}, {len(result.unfit)} no longer fit"
    )
    for clash in result.conflicts:
        unit = clash.unit
        click.echo(f"conflict: {clash.change.id}: changed since the file was made; kept as it is")
        if unit is not None:
            click.echo(f"    nl:   {unit.source}\n    here: {unit.target}")
        if clash.change.target is not None:
            click.echo(f"    file: {clash.change.target}")
    for decision in result.unfit:
        click.echo(f"no longer fits: {decision.id}: {decision.source}")
        if decision.target:
            click.echo(f"    file: {decision.target}")
    for decision in result.left:
        click.echo(f"not taken: {decision.id}: {decision.left}: {decision.source}")
