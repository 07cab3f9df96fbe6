"""`vertaal publish`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("publish")
@click.argument("editions", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--reference-doc",
    type=click.Path(path_type=Path),
    help="A DOCX whose styles the DOCX editions take over.",
)
def command(editions: tuple[Path, ...], reference_doc: Path | None) -> None:
    """Write the documents of each EDITION anew from its reviewed text. Needs no model.

    \b
    Example:
      vertaal publish output/letter
    """
    from vertaal.pipeline import republish

    for folder in editions:
        edition = republish(folder, reference_doc=reference_doc)
        share = edition.provenance.reviewed_share
        click.echo(f"{folder}: published, {share:.0%} of {len(edition.units)} segments reviewed")
