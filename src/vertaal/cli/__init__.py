"""The command line: the only room that imports `click`."""

from vertaal.cli.main import main

__all__ = ["main"]
