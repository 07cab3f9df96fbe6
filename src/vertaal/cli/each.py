"""Several editions in one call: one that cannot be used does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from vertaal.errors import VertaalError


def each(editions: Iterable[Path], do: Callable[[Path], int]) -> int:
    """The worst exit code of `do` over the editions, each error told as it comes."""
    worst = 0
    for folder in editions:
        try:
            code = do(folder)
        except VertaalError as error:
            click.echo(f"Error: {error}", err=True)
            code = error.exit_code
        worst = max(worst, code)
    return worst
