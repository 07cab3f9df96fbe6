"""Rows of the glossary as its commands load them, tell of them and refuse them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vertaal.cli.options import glossary_paths

if TYPE_CHECKING:
    from vertaal.glossary import Glossary, Problem
    from vertaal.types import Term


def loaded(paths: Sequence[Path]) -> Glossary:
    """The glossary, its unusable rows named on stderr."""
    from vertaal.glossary import load

    glossary = load(paths)
    tell(glossary.problems)
    return glossary


def at_hand(path: Path, told: Sequence[Problem] = (), *, but: Path | None = None) -> Sequence[Term]:
    """The rows of the file to change and of its folder's other files, `but` for one. The file's
    unusable rows are named on stderr, but for those that were `told` already."""
    from vertaal.glossary import load

    files = {*path.parent.glob("*.csv"), *([path] if path.exists() else [])}
    glossary = load(sorted(one for one in files if not but or one.resolve() != but.resolve()))
    tell(one for one in glossary.problems if one.file == str(path) and one not in told)
    return glossary.terms


def put(path: Path, terms: Iterable[Term]) -> tuple[Term, ...]:
    """Put the rows into the file, and say it where that changes which glossary is used: any file in
    glossary/ takes the place of the starter glossary. Returns what was added."""
    from vertaal.glossary.editing import insert
    from vertaal.glossary.starter import starter_glossary

    starter = [starter_glossary()]
    in_use = glossary_paths() == starter
    added = insert(path, terms)
    if in_use and glossary_paths() != starter:
        click.echo(
            "From now on the terms in glossary/ are used here instead of the starter glossary. "
            f"To keep those too, copy its files: {starter[0]}",
            err=True,
        )
    return added


def tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(str(problem), err=True)
