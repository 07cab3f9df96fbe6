"""Progress on a terminal: one line that is rewritten; nothing at all where output is piped."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence

import click

UNSIGNED = (
    "{} signed an earlier text and is not named: sign again with 'vertaal publish --reviewer'"
)
"""Of a person whose name no longer stands under an edition."""


def named(segments: Sequence[str], most: int = 5) -> str:
    """The first of `segments`, and how many more there are."""
    more = f" and {len(segments) - most} more" if len(segments) > most else ""
    return ", ".join(segments[:most]) + more


class Progress:
    """Shows how far long work is, on stderr, when that is a terminal and `quiet` is not asked."""

    def __init__(self, quiet: bool) -> None:
        self._on = not quiet and sys.stderr.isatty()
        self._shown = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._clear()

    def show(self, what: str, done: int, total: int) -> None:
        if self._on:
            width = shutil.get_terminal_size().columns - 1
            filled = 20 * done // max(total, 1)
            line = f"{what} [{'#' * filled}{'.' * (20 - filled)}] {done}/{total}"
            click.echo("\r" + line[:width].ljust(width), nl=False, err=True)
            self._shown = True

    def say(self, line: str, err: bool = False) -> None:
        """A line of its own, above the progress."""
        self._clear()
        click.echo(line, err=err)

    def _clear(self) -> None:
        if self._shown:
            width = shutil.get_terminal_size().columns - 1
            click.echo("\r" + " " * width + "\r", nl=False, err=True)
            self._shown = False
