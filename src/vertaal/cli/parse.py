"""`vertaal parse`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("parse")
@click.argument("source", type=click.Path(path_type=Path))
def command(source: Path) -> None:
    """Print the structure of SOURCE as JSON: questions, answers, footnotes and the rest.

    \b
    Example:
      vertaal parse letter.txt
    """
    from vertaal.parsing import as_json
    from vertaal.pipeline import dump, parsed

    click.echo(dump(as_json(parsed(source))))
