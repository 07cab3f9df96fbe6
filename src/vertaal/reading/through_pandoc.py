"""The call of pandoc that all its readers share."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from vertaal import pandoc_library
from vertaal.errors import InputError

BRACKETS = ("OneParen", "TwoParens")
"""What pandoc calls '1)' and '(1)'."""
_WITHOUT_TEXT = re.compile(
    r"</?(?:iframe|math|noscript|object|script|select|style|svg|template|textarea|title|xmp)\b",
    re.I,
)


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


def raw_html(tree: Any) -> list[str]:
    """The HTML that stands in a Markdown tree as it was typed."""
    nodes = pandoc_library.load().iter(tree)
    return [node[1] for node in nodes if type(node).__name__ in ("RawBlock", "RawInline")]


def html_of(tree: Any) -> str:
    """The tree as an HTML page. HTML has no word for the bracket behind an item's number: a `div`
    around the list, of the class that the delimiter is called, keeps it. Tags of elements that hold
    no text are left out: without its end one would take all that follows."""
    pandoc = pandoc_library.load()
    for node, holders in list(pandoc.iter(tree, path=True)):
        holder: Any
        holder, index = holders[-1] if holders else ([tree], 0)
        kind = type(node).__name__
        if kind == "OrderedList" and (delimiter := type(node[0][2]).__name__) in BRACKETS:
            holder[index] = pandoc.types.Div(("", [delimiter], []), [node])
        elif kind == "RawInline" and _WITHOUT_TEXT.match(node[1]):
            holder[index] = pandoc.types.Str("")
    return pandoc_library.write(tree, "html", ["--sandbox", "--wrap=preserve"]).decode("utf-8")
