"""Options that several commands share, as decorators that give the command what they stand for."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

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

Command = Callable[..., None]


def glossary_paths(given: Sequence[Path] = ()) -> list[Path]:
    """The glossaries to use: those given, the one at hand, or the starter glossary."""
    if given:
        return list(given)
    from vertaal.glossary.starter import starter_glossary

    here = Path("glossary")
    return [here] if here.is_dir() and any(here.glob("*.csv")) else [starter_glossary()]


glossary_option = click.option(
    "--glossary",
    "glossaries",
    multiple=True,
    type=click.Path(path_type=Path),
    callback=lambda _context, _option, given: glossary_paths(given),
    metavar="PATH",
    help="Glossary file or folder; may be given again. Default: ./glossary, else the starter "
    "glossary that comes with vertaal.",
)
"""Gives `glossaries`."""


def model_options(command: Command) -> Command:
    """Give the command its `model` and `engine`."""
    model = click.option(
        "--model",
        default="nl-en",
        show_default=True,
        metavar="NAME|DIR|HUB-ID",
        help="The translation model: the embedded one, an added one, or a directory.",
    )
    engine = click.option(
        "--engine",
        default="ctranslate2",
        show_default=True,
        metavar="NAME",
        help="What runs it: ctranslate2 (fast) or transformers (the reference).",
    )
    return model(engine(command))


def style_options(command: Command) -> Command:
    """Give the command the `style` that is asked for: None without any of the options, and an
    edition keeps what it has.
    """

    @click.option(
        "--layout",
        "layouts",
        multiple=True,
        type=click.Choice(LAYOUT_NAMES),
        help="Documents to write; may be given again. Default: those that the edition has, "
        "at first parallel and english.",
    )
    @click.option(
        "--format",
        "formats",
        multiple=True,
        type=click.Choice(FORMAT_NAMES),
        help="Formats to write them in; may be given again. Default: those that the edition "
        "has, at first html and docx.",
    )
    @click.option(
        "--reference-doc",
        type=click.Path(path_type=Path),
        help="A DOCX whose styles the DOCX editions adopt.",
    )
    @functools.wraps(command)
    def styled(
        layouts: Sequence[str], formats: Sequence[str], reference_doc: Path | None, **others: Any
    ) -> None:
        command(style=_style(layouts, formats, reference_doc), **others)

    return styled


def _style(
    layouts: Sequence[str], formats: Sequence[str], reference_doc: Path | None
) -> Style | None:
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
