"""The files of the page: a closed list, read from the package."""

from __future__ import annotations

from functools import cache
from importlib import resources

_ALWAYS = ("words.js", "marks.js", "keys.js", "shelf.js")
_THEN = ("rows.js", "side.js", "tasks.js", "showing.js", "moving.js", "app.js")

BUNDLES = {
    "review.js": (*_ALWAYS, "server.js", *_THEN),
    "offline.js": (*_ALWAYS, "file.js", *_THEN),
    "list.js": ("words.js", "list.js"),
}
"""Each page's scripts as one, in the order in which they run."""

ASSETS = ("review.js", "list.js", "page.css")
"""What the server hands out."""

KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
}


@cache
def asset(name: str) -> str:
    """The text of a file of the page, or of a bundle."""
    folder = resources.files("vertaal.review") / "page"
    parts = BUNDLES.get(name, (name,))
    return "\n".join((folder / part).read_text(encoding="utf-8") for part in parts)


def kind(name: str) -> str:
    return KINDS[name[name.rindex(".") :]]
