"""The commands as a person calls them, in the process of the tests."""

from __future__ import annotations

from click.testing import CliRunner

from vertaal.cli.main import main


def vertaal(*arguments: object, stdin: str | bytes = "") -> tuple[int, str]:
    """The exit code, and all that is said. Nothing ends in a traceback."""
    result = CliRunner().invoke(main, [str(each) for each in arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.exit_code, result.output
