"""The files of the page: a closed list, read from the package."""

from __future__ import annotations

from functools import cache
from importlib import resources

ASSETS = (
    "words.js",
    "marks.js",
    "keys.js",
    "shelf.js",
    "server.js",
    "rows.js",
    "side.js",
    "tasks.js",
    "showing.js",
    "app.js",
    "list.js",
    "page.css",
)
"""What the server hands out."""

OFFLINE = (
    "words.js",
    "marks.js",
    "keys.js",
    "shelf.js",
    "file.js",
    "rows.js",
    "side.js",
    "tasks.js",
    "showing.js",
    "app.js",
)
"""The scripts of the offline page, in the order in which they run."""

KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
}


@cache
def asset(name: str) -> str:
    """The text of a file of the page."""
    return (resources.files("vertaal.review") / "page" / name).read_text(encoding="utf-8")


def kind(name: str) -> str:
    return KINDS[name[name.rindex(".") :]]
