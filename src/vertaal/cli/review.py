"""`vertaal review`."""

from __future__ import annotations

from pathlib import Path

import click

from vertaal.cli.options import glossary_option, model_options


@click.command("review")
@click.argument("editions", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help="Serve on this port (0: any that is free). Default: 8765, or the next that is free.",
)
@click.option("--no-browser", is_flag=True, help="Print the link and open no browser.")
@glossary_option
@model_options
def command(
    editions: tuple[Path, ...],
    port: int | None,
    no_browser: bool,
    glossaries: list[Path],
    model: str,
    engine: str,
) -> None:
    """Review each EDITION side by side in the browser, on this machine alone.

    Every edit is on disk before the page calls it saved. The model is loaded only when
    alternative translations are asked for.

    \b
    Example:
      vertaal review output/letter
      vertaal review output/* --port 9000 --no-browser
    """
    from vertaal.review.serving import serve
    from vertaal.translation.catalogue import default_cache, translator
    from vertaal.translation.models import locate

    serve(
        editions,
        port=port,
        browser=not no_browser,
        glossaries=glossaries,
        translator=lambda: translator(locate(model), engine, cache=default_cache()),
        say=click.echo,
    )
