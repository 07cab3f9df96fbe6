"""Options that several commands share, and what they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vertaal.errors import InputError
from vertaal.publishing import (
    DEFAULT_FORMATS,
    DEFAULT_LAYOUTS,
    FORMAT_NAMES,
    LAYOUT_NAMES,
)

if TYPE_CHECKING:
    from vertaal.style import Style

glossary_option = click.option(
    "--glossary",
    "glossaries",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Glossary file or folder; may be given again. Default: ./glossary, else the starter "
    "glossary that comes with vertaal.",
)
model_option = click.option(
    "--model",
    default="nl-en",
    show_default=True,
    metavar="NAME|DIR|HUB-ID",
    help="The translation model: the embedded one, an added one, or a directory.",
)
engine_option = click.option(
    "--engine",
    default="ctranslate2",
    show_default=True,
    metavar="NAME",
    help="What runs it: ctranslate2 (fast) or transformers (the reference).",
)
layout_option = click.option(
    "--layout",
    "layouts",
    multiple=True,
    type=click.Choice(LAYOUT_NAMES),
    help="Documents to write; may be given again. Default: those that the edition has, "
    "at first parallel and english.",
)
format_option = click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(FORMAT_NAMES),
    help="Formats to write them in; may be given again. Default: those that the edition "
    "has, at first html and docx.",
)
reference_option = click.option(
    "--reference-doc",
    type=click.Path(path_type=Path),
    help="A DOCX whose styles the DOCX editions adopt.",
)


def style(
    layouts: Sequence[str], formats: Sequence[str], reference_doc: Path | None
) -> Style | None:
    """What the options for documents ask: without any, None, and an edition keeps what it has.

    Raises `InputError` for a missing reference document.
    """
    if not layouts and not formats and reference_doc is None:
        return None
    if reference_doc is not None and not reference_doc.is_file():
        raise InputError("does not exist.", path=reference_doc, remedy="Check the spelling.")
    from vertaal.style import Style

    return Style(
        tuple(dict.fromkeys(layouts)) or DEFAULT_LAYOUTS,
        tuple(dict.fromkeys(formats)) or DEFAULT_FORMATS,
        reference_doc,
    )


def glossary_paths(given: Sequence[Path]) -> list[Path]:
    """The glossaries to use: those given, the one at hand, or the starter glossary."""
    if given:
        return list(given)
    from vertaal.glossary.starter import starter_glossary

    here = Path("glossary")
    return [here] if here.is_dir() and any(here.glob("*.csv")) else [starter_glossary()]
