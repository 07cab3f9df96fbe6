"""`vertaal check`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from vertaal.cli.each import each
from vertaal.cli.progress import named


@click.command("check")
@click.argument("editions", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object per finding.")
def command(editions: tuple[Path, ...], as_json: bool) -> None:
    """Print the findings of each EDITION, on the text as it stands now.

    \b
    Example:
      vertaal check output/letter

    Exit code: 0 done; 1 a finding is an error; 2 an edition cannot be read. The findings of the
    others are printed all the same.
    """
    from vertaal.checks import look_first
    from vertaal.types import Severity
    from vertaal.updating import updated

    def tell(folder: Path) -> int:
        edition = updated(folder)
        units = {unit.id: unit for unit in edition.units}
        for finding in edition.findings:
            unit = units.get(finding.segment)
            if as_json:
                click.echo(
                    json.dumps({"edition": str(folder), **asdict(finding)}, ensure_ascii=False)
                )
                continue
            where = f"{folder}: {unit.block} {finding.segment}" if unit else f"{folder}"
            click.echo(f"{where}: {finding.severity}: {finding.message} [{finding.check}]")
            if unit:
                click.echo(f"    nl: {unit.source}\n    en: {unit.target}")
        first = () if as_json else look_first(edition)
        if first:
            places = [f"{unit.block} {unit.id}" for unit in first]
            click.echo(f"{folder}: look here first: {named(places)}")
        if not as_json and not edition.findings:
            click.echo(f"{folder}: no findings")
        return int(any(finding.severity is Severity.ERROR for finding in edition.findings))

    sys.exit(each(editions, tell))
