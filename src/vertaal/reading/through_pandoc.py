"""The call of pandoc that all its readers share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vertaal import pandoc_library
from vertaal.errors import InputError


def parse(source: str | bytes, format_name: str, path: Path) -> Any:
    """The pandoc tree of `source`. The document may not make pandoc read or fetch anything.

    Raises `InputError` where pandoc gives up, `MissingDependency` where it is not installed.
    """
    pandoc = pandoc_library.load()
    try:
        return pandoc.read(source, format=format_name, options=["--sandbox"])
    except RecursionError:
        raise
    except Exception as error:  # The library lets its process library's own errors through.
        said = str(getattr(error, "stderr", "") or error).strip().splitlines()
        raise InputError(
            f"cannot be read as {path.suffix.lower()} ({said[-1] if said else 'no reason given'}).",
            path=path,
            remedy="Open it in the program that made it and save it anew.",
        ) from error
