"""`vertaal parse`."""

from __future__ import annotations

import json
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
    from vertaal.parsing.document import parse
    from vertaal.parsing.view import as_json
    from vertaal.reading import read

    click.echo(json.dumps(as_json(parse(read(source))), ensure_ascii=False, indent=2))
