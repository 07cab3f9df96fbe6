"""`vertaal model`."""

from __future__ import annotations

import click


@click.group("model")
def command() -> None:
    """List, describe and add translation models."""


@command.command("list")
def list_models() -> None:
    """List the available models.

    \b
    Example:
      vertaal model list
    """
    from vertaal.translation.models import at_hand

    for model in at_hand():
        click.echo(f"{model.name}\t{model.directory}")


@command.command("info")
@click.argument("name", default="nl-en")
def info(name: str) -> None:
    """Describe a model, and check its files against their digests.

    \b
    Example:
      vertaal model info nl-en
    """
    from vertaal.translation.models import locate, verify

    model = locate(name)
    verify(model.directory)
    config = model.config
    click.echo(f"name       {model.name}")
    click.echo(f"directory  {model.directory}")
    click.echo(f"digest     {model.digest}")
    layers, decoder, width, pieces = (
        config.get(key, "?")
        for key in ("encoder_layers", "decoder_layers", "d_model", "vocab_size")
    )
    click.echo(f"shape      {layers}+{decoder} layers, width {width}, {pieces} source pieces")
    click.echo(f"terms      {'inline and by search' if model.inline else 'by search'}")


@command.command("add")
@click.argument("name")
@click.option("--as", "alias", help="Call it this.")
def add(name: str, alias: str | None) -> None:
    """Add a Marian model from a directory or, online, from the hub.

    \b
    Example:
      vertaal model add Helsinki-NLP/opus-mt-nl-en
    """
    from vertaal.translation.adding import add_model

    model = add_model(name, alias)
    click.echo(f"added {model.name}; use it with: vertaal build --model {model.name} …")
