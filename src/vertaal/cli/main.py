"""The `vertaal` group. Commands are imported when called, so that `--help` costs nothing."""

from __future__ import annotations

import importlib
import io
import sys
from typing import Any

import click

from vertaal import __version__
from vertaal.errors import VertaalError, defect

# command → (module, one line of help): the help of the group must not import the commands.
COMMANDS = {
    "build": ("vertaal.cli.build", "Make the English edition of each source."),
    "parse": ("vertaal.cli.parse", "Print the structure of a source as JSON."),
    "translate": ("vertaal.cli.translate", "Translate Dutch sentences, one per line."),
    "check": ("vertaal.cli.check", "Print the findings of an edition."),
    "review": ("vertaal.cli.review", "Review an edition side by side in the browser."),
    "publish": ("vertaal.cli.publish", "Write an edition's documents again from its text."),
    "diff": ("vertaal.cli.diff", "Print what differs between two editions."),
    "export": ("vertaal.cli.export", "Write an edition for other programs, or as an offline page."),
    "import": ("vertaal.cli.import_", "Take in XLIFF, TMX or offline decisions."),
    "glossary": ("vertaal.cli.glossary", "Maintain the glossary."),
    "model": ("vertaal.cli.model", "List, describe and add translation models."),
}

_INTERRUPTED = 130
"""As shells have it: 128, and the number of the signal."""


class LazyGroup(click.Group):
    """A group whose commands live in modules that are imported when they are first called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _ = COMMANDS[cmd_name]
        command: click.Command = importlib.import_module(module).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        _speak_utf8()
        try:
            return super().invoke(ctx)
        except VertaalError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(error.exit_code)
        except BrokenPipeError:
            sys.stderr.close()
            raise SystemExit(0) from None
        except OSError as error:
            # What no reader or writer foresaw: a name too long, a folder that may not be entered.
            where = f"{error.filename}: " if error.filename is not None else ""
            click.echo(f"Error: {where}cannot be used ({error.strerror or error}).", err=True)
            ctx.exit(VertaalError.exit_code)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except (KeyboardInterrupt, click.Abort):
            # Left to click, it would end with the 1 that says 'done, with findings'.
            click.echo("Interrupted.", err=True)
            ctx.exit(_INTERRUPTED)
        except Exception as error:
            # So would what nobody foresaw, left to Python.
            found = defect(error)
            click.echo(f"Error: {found}", err=True)
            ctx.exit(found.exit_code)


def _speak_utf8() -> None:
    """Other programs and files get UTF-8, and a path byte for byte, whatever the system's encoding
    is; a terminal gets what it can show.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="vertaal")
def main() -> None:
    """English editions of Dutch parliamentary questions and answers.

    \b
    Example:
      vertaal build letter.txt        writes output/letter/parallel.html and more
    """
