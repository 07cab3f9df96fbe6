"""`vertaal publish`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vertaal.cli.each import each
from vertaal.cli.options import style_options
from vertaal.cli.progress import UNSIGNED
from vertaal.counts import count

if TYPE_CHECKING:
    from vertaal.style import Style


@click.command("publish")
@click.argument("editions", nargs=-1, required=True, type=click.Path(path_type=Path))
@style_options
@click.option(
    "--reviewer",
    "reviewers",
    multiple=True,
    metavar="NAME",
    help="Who reviewed the text and takes responsibility for it, a person or an organisation; "
    "may be given again. Replaces those named when publishing before ('' names nobody). Holds "
    "until the text changes.",
)
def command(editions: tuple[Path, ...], style: Style | None, reviewers: tuple[str, ...]) -> None:
    """Write the documents of each EDITION again from its reviewed text. Needs no model.

    Without --layout, --format or --reference-doc it writes those that the edition has; with them,
    those of the earlier run are removed, except any that a person changed.

    \b
    Example:
      vertaal publish output/letter
      vertaal publish output/letter --layout stacked --format pdf
      vertaal publish output/letter --reviewer "A. de Vries"

    Exit code: 0 done; 2 an edition cannot be read or an option is wrong; 3 something must be
    installed. The other editions are published all the same.
    """
    from vertaal.editions import signers
    from vertaal.updating import republish

    def write(folder: Path) -> int:
        named = () if reviewers else signers(folder)
        edition = republish(folder, style, reviewers=reviewers)
        done = sum(unit.reviewed for unit in edition.units)
        click.echo(
            f"{folder}: published, {done} of {count(len(edition.units), 'segment')} reviewed"
        )
        for name in named:
            if name not in edition.provenance.reviewers:
                click.echo(f"    {UNSIGNED.format(name)}")
        return 0

    sys.exit(each(editions, write))
