"""`vertaal build`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vertaal.cli.glossary_rows import loaded
from vertaal.cli.options import glossary_option, model_options, style_options
from vertaal.cli.progress import UNSIGNED, Progress, named
from vertaal.counts import count

if TYPE_CHECKING:
    from vertaal.style import Style
    from vertaal.workshop import Outcome


@click.command("build")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    default="output",
    show_default=True,
    type=click.Path(path_type=Path),
    help="Folder for the editions.",
)
@glossary_option
@model_options
@style_options
@click.option(
    "-j",
    "--jobs",
    "workers",
    default=0,
    metavar="N",
    type=click.IntRange(0),
    help="Processes that share the documents. Default: one per core for many documents.",
)
@click.option(
    "--cluster",
    default="",
    metavar="ADDRESS",
    help="Share the documents out over the Ray cluster at this address ('auto': a local one).",
)
@click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
def command(
    sources: tuple[Path, ...],
    output: Path,
    glossaries: list[Path],
    model: str,
    engine: str,
    style: Style | None,
    workers: int,
    cluster: str,
    quiet: bool,
) -> None:
    """Make the English edition of each SOURCE: a file, or a folder of files at any depth.

    Reads .txt, .docx, .odt, .html, .md, .pdf, and scans in .pdf, .png, .jpg and .tif where
    Tesseract is installed. The edition of letter.txt is written to OUTPUT/letter/, or to
    OUTPUT/letter-txt/ where that is another document's. What reviewers changed in an edition is
    kept. An interrupted run carries on where it stopped.

    Without --layout, --format or --reference-doc an edition keeps the documents that it has.

    \b
    Example:
      vertaal build letter.txt
      vertaal build letters/ -o editions --glossary terms.csv
      vertaal build archive/ -o editions --cluster auto

    Exit code: 0 done; 1 done, with errors among the findings; 2 a source, the glossary or an
    option is wrong; 3 something must be installed; 4 a defect of vertaal. Of several, the highest.
    130: interrupted.
    """
    from vertaal.crew import Recipe, by_name, run
    from vertaal.jobs import jobs
    from vertaal.memory import gather

    todo = jobs(sources, output)
    recipe = Recipe(output, by_name(model, engine), loaded(glossaries), style, gather(output))
    code = 0
    with Progress(quiet) as progress:
        for outcome in run(todo, recipe, workers=workers, cluster=cluster, report=progress.show):
            if outcome.failure is not None:
                progress.say(f"Error: {outcome.failure}", err=True)
                code = max(code, outcome.failure.exit_code)
                continue
            code = max(code, 1 if outcome.errors else 0)
            if not quiet:
                progress.say(_told(outcome))
    sys.exit(code)


def _told(outcome: Outcome) -> str:
    """What is said of an edition that was made or found as it should be."""
    if outcome.unchanged:
        return f"{outcome.folder}: unchanged"
    told = (
        f"{outcome.folder}: {count(outcome.segments, 'segment')}, "
        f"{count(outcome.errors, 'error')}, {count(outcome.warnings, 'warning')}"
    )
    if outcome.displaced:
        told += f"\n    gone from the source, kept as proposals: {named(outcome.displaced)}"
    for name in outcome.unsigned:
        told += f"\n    {UNSIGNED.format(name)}"
    if outcome.look_first:
        told += f"\n    look here first: {named(outcome.look_first)}"
    return told
