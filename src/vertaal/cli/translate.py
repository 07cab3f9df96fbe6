"""`vertaal translate`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import BinaryIO

import click

from vertaal.cli.glossary_rows import loaded
from vertaal.cli.options import glossary_option, model_options


@click.command("translate")
@click.argument("file", default="-", type=click.File("rb"))
@glossary_option
@click.option("--no-glossary", is_flag=True, help="Translate without a glossary.")
@model_options
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line, with the terms.")
def command(
    file: BinaryIO,
    glossaries: list[Path],
    no_glossary: bool,
    model: str,
    engine: str,
    as_json: bool,
) -> None:
    """Translate FILE (or standard input): one Dutch sentence per line in, one English line out.

    \b
    Example:
      echo "Bent u bekend met dit bericht?" | vertaal translate
    """
    from vertaal.editions.store import occurrence_json
    from vertaal.errors import InputError
    from vertaal.glossary import Matcher
    from vertaal.translation.catalogue import default_cache, translator
    from vertaal.translation.lines import translate_lines
    from vertaal.translation.models import locate

    glossary = loaded([] if no_glossary else glossaries)
    try:
        lines = file.read().decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError as error:
        raise InputError(
            f"is not UTF-8 ({error}).", path=file.name, remedy="Save it as UTF-8."
        ) from error
    if lines[-1] == "":
        lines.pop()
    worker = translator(locate(model), engine, cache=default_cache())
    for line in translate_lines(lines, Matcher(glossary), worker):
        if as_json:
            value = {
                "source": line.source,
                "target": line.target,
                "score": line.score,
                "terms": [occurrence_json(occurrence) for occurrence in line.occurrences],
            }
            click.echo(json.dumps(value, ensure_ascii=False))
        else:
            click.echo(line.target)
