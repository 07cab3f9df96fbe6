"""`vertaal diff`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import click

from vertaal.counts import count


@click.command("diff")
@click.argument("before", metavar="EDITION_A", type=click.Path(path_type=Path))
@click.argument(
    "after", metavar="[EDITION_B]", required=False, default=None, type=click.Path(path_type=Path)
)
@click.option(
    "--html", type=click.Path(path_type=Path), metavar="FILE", help="Write a page to read instead."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object per segment that differs.")
def command(before: Path, after: Path | None, html: Path | None, as_json: bool) -> None:
    """Print what differs in the text of EDITION_A and EDITION_B, segment by segment and word by
    word. One edition alone is compared with what was written first, before people changed it.

    Instead of an edition, an old copy of an edition.jsonl will do.

    \b
    Example:
      vertaal diff output/letter
      vertaal diff old/letter output/letter --html differences.html

    Exit code: 0 no difference; 1 differences; 2 an edition cannot be read.
    """
    from vertaal.comparing import as_written, compare, side
    from vertaal.comparing.lines import as_lines, coloured, marked
    from vertaal.comparing.records import as_records
    from vertaal.editions import history
    from vertaal.files import write_whole

    now = side(after or before)
    if after:
        old = side(before)
    else:
        old, unknown = as_written(now, history.records(before))
        if unknown:
            click.echo(
                f"{before}: {count(unknown, 'segment was', 'segments were')} written by a person "
                "and history.jsonl does "
                "not tell what stood there; they are taken to be the same.",
                err=True,
            )
    comparison = compare(old, now)
    if html:
        from vertaal.comparing.page import as_page

        write_whole(html, as_page(comparison), follow=True)
    if as_json:
        for record in as_records(comparison):
            click.echo(json.dumps(record, ensure_ascii=False))
    elif html:
        click.echo(f"{html}: {comparison.summary}")
    else:
        colours = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        for line in as_lines(comparison, coloured if colours else marked):
            click.echo(line)
    sys.exit(int(bool(comparison.differences)))
