"""The layouts: each makes one pandoc tree out of an edition, which every format is written from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vertaal.publishing import parallel, single
from vertaal.publishing.passages import Book
from vertaal.publishing.tree import Node


@dataclass(frozen=True, slots=True)
class Layout:
    """`body` makes the tree; `columns` head the two columns of every page, if there are two;
    `suffix` tells documents of one edition apart in their titles.
    """

    name: str
    body: Callable[[Book], list[Node]]
    language: str
    suffix: str
    columns: tuple[str, str] | None = None


LAYOUTS: dict[str, Layout] = {
    layout.name: layout
    for layout in (
        Layout(
            "parallel",
            parallel.body,
            "en",
            "Dutch–English edition",
            ("Nederlands", "English – translation"),
        ),
        Layout("english", single.english, "en", "English edition"),
    )
}
