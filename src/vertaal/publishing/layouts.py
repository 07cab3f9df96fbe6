"""The layouts: each makes one pandoc tree out of an edition, which every format is written from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vertaal.publishing import bilingual, single
from vertaal.publishing.notice import document_name
from vertaal.publishing.passages import Book, Language
from vertaal.publishing.tree import Node

UNSPLIT = 700
"""Characters up to which a row or a pair is kept on one page; a longer one may run over."""


@dataclass(frozen=True, slots=True)
class Layout:
    """`body` makes the tree, in `languages`, the main one first; `suffix` tells the documents of
    one edition apart in their titles; `columns` head every page of a layout that has two, and
    `flowing` then makes the tree for pages that are too narrow for them.
    """

    name: str
    body: Callable[[Book], list[Node]]
    languages: tuple[Language, ...]
    suffix: str
    columns: tuple[str, str] | None = None
    flowing: Callable[[Book], list[Node]] | None = None

    @property
    def language(self) -> Language:
        return self.languages[0]

    def title(self, book: Book) -> str:
        """The title of the document itself."""
        return f"{book.title(self.language)} – {self.suffix}"

    def description(self, book: Book) -> str:
        of = {"nl": "van", "en": "of"}[self.language]
        return f"{self.suffix} {of} {document_name(book.edition)}"

    @property
    def keywords(self) -> tuple[str, ...]:
        if "en" not in self.languages:
            return ("Kamervragen",)
        return ("parliamentary questions", "translation", "Dutch", "English")


LAYOUTS: dict[str, Layout] = {
    layout.name: layout
    for layout in (
        Layout(
            "parallel",
            bilingual.parallel,
            ("en", "nl"),
            "Dutch–English edition",
            ("Nederlands", "English – translation"),
            bilingual.flowing,
        ),
        Layout("english", single.english, ("en",), "English edition"),
        Layout(
            "stacked", bilingual.stacked, ("en", "nl"), "Dutch–English edition for proofreading"
        ),
        Layout("dutch", single.dutch, ("nl",), "Nederlandse tekst"),
    )
}
