"""The layouts: each makes one pandoc tree out of an edition, which every format is written from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vertaal.publishing import bilingual, single
from vertaal.publishing.passages import Book
from vertaal.publishing.tree import Node


@dataclass(frozen=True, slots=True)
class Layout:
    """`body` makes the tree, whose main language is `language`; `suffix` tells the documents of
    one edition apart in their titles; `columns` head every page of a layout that has two.
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
            bilingual.parallel,
            "en",
            "Dutch–English edition",
            ("Nederlands", "English – translation"),
        ),
        Layout("english", single.english, "en", "English edition"),
        Layout("stacked", bilingual.stacked, "en", "Dutch–English edition for proofreading"),
        Layout("dutch", single.dutch, "nl", "Nederlandse tekst"),
    )
}
