"""Which documents of an edition are published, and how they look."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vertaal.editions import Published, published, put
from vertaal.errors import InputError
from vertaal.publishing import (
    DEFAULT_FORMATS,
    DEFAULT_LAYOUTS,
    FORMAT_NAMES,
    LAYOUT_NAMES,
    documents,
)
from vertaal.types import Edition


@dataclass(frozen=True, slots=True)
class Style:
    """Which documents are published, and the DOCX whose styles they take over."""

    layouts: tuple[str, ...] = DEFAULT_LAYOUTS
    formats: tuple[str, ...] = DEFAULT_FORMATS
    reference_doc: Path | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(f"{layout}.{form}" for layout in self.layouts for form in self.formats)

    def publish(self, edition: Edition, folder: Path) -> None:
        """Write the documents; those of an earlier style go. For the holder of the lock.

        Raises `InputError` where the reference document has gone since.
        """
        look = self.reference_doc
        if look and not look.is_file():
            raise InputError(
                "has gone; the DOCX of this edition takes its styles over.",
                path=look,
                remedy="Put it back, or name another with --reference-doc.",
            )
        made = documents(edition, self.layouts, self.formats, reference_doc=look)
        path = str(look.resolve()) if look else ""
        put(folder, made, Published(self.layouts, self.formats, path))


def style_of(folder: Path) -> Style:
    """The style that an edition was published in last; the usual one where that is not known."""
    last = published(folder)
    if last is None or not set(last.layouts) <= set(LAYOUT_NAMES):
        return Style()
    if not set(last.formats) <= set(FORMAT_NAMES):
        return Style()
    look = Path(last.reference_doc) if last.reference_doc else None
    return Style(last.layouts, last.formats, look)
