"""`vertaal publish`."""

from __future__ import annotations

from pathlib import Path

import click

from vertaal.cli.options import format_option, layout_option, reference_option, style


@click.command("publish")
@click.argument("editions", nargs=-1, required=True, type=click.Path(path_type=Path))
@layout_option
@format_option
@reference_option
@click.option(
    "--reviewer",
    "reviewers",
    multiple=True,
    metavar="NAME",
    help="Who reviewed the text and takes responsibility for it, a person or an organisation; "
    "may be given again.",
)
def command(
    editions: tuple[Path, ...],
    layouts: tuple[str, ...],
    formats: tuple[str, ...],
    reference_doc: Path | None,
    reviewers: tuple[str, ...],
) -> None:
    """Write the documents of each EDITION anew from its reviewed text. Needs no model.

    \b
    Example:
      vertaal publish output/letter
      vertaal publish output/letter --layout stacked --format pdf
      vertaal publish output/letter --reviewer "A. de Vries"
    """
    from vertaal.pipeline import republish

    wanted = style(layouts, formats, reference_doc)
    for folder in editions:
        edition = republish(folder, wanted, reviewers=reviewers)
        share = edition.provenance.reviewed_share
        click.echo(f"{folder}: published, {share:.0%} of {len(edition.units)} segments reviewed")
