"""`vertaal export`."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from vertaal.counts import count

# format → (module, function from an edition to the file's text, or to the texts of several files by
# their path in a folder).
FORMATS = {
    "xliff": ("vertaal.exchange.xliff_writing", "as_xliff"),
    "xliff12": ("vertaal.exchange.xliff12_writing", "as_xliff12"),
    "omegat": ("vertaal.exchange.omegat", "as_project"),
    "tmx": ("vertaal.memory.tmx", "as_tmx"),
    "review": ("vertaal.review.offline", "as_page"),
    "json": ("vertaal.exchange.json_edition", "as_json_edition"),
    "akn": ("vertaal.exchange.akoma_ntoso", "as_akoma_ntoso"),
}


@click.command("export")
@click.argument("edition", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    required=True,
    type=click.Choice(list(FORMATS)),
    help="xliff: for translation tools; xliff12: for those that read no XLIFF 2; omegat: a folder "
    "that OmegaT opens as its project; tmx: a translation memory; review: one HTML file on which "
    "somebody reviews without installing anything; json: for programs; akn: Akoma Ntoso, for "
    "parliaments and archives.",
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="The file to write; for omegat: the folder, which must be new.",
)
def command(edition: Path, form: str, output: Path) -> None:
    """Write EDITION as XLIFF 2.1 or 1.2, a project of OmegaT, TMX 1.4b, an offline review page,
    JSON or Akoma Ntoso 3.0.

    \b
    Example:
      vertaal export output/letter --format xliff -o letter.xlf
      vertaal export output/letter --format review -o letter-review.html
    """
    from vertaal.errors import InputError
    from vertaal.files import write_whole
    from vertaal.updating import updated

    module, function = FORMATS[form]
    write = getattr(import_module(module), function)
    found = updated(edition)
    made = write(found)
    if isinstance(made, str):
        write_whole(output, made, follow=True)
    else:
        if output.exists():
            raise InputError(
                "is there already.",
                path=output,
                remedy="Name a new folder: what was translated in this one is not overwritten.",
            )
        for name, text in made.items():
            write_whole(output / name, text)
    click.echo(f"{output}: {count(len(found.units), 'segment')}")
