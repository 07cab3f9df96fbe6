"""Publishing: an edition becomes documents that people read.

Every document is written by pandoc from one tree per layout, and from the edition's value alone:
no model, no source file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from vertaal.errors import InputError
from vertaal.types import Edition

LAYOUT_NAMES = ("parallel", "english", "stacked", "dutch")
FORMAT_NAMES = ("html", "docx", "pdf", "epub")
DEFAULT_LAYOUTS = ("parallel", "english")
DEFAULT_FORMATS = ("html", "docx")


def documents(
    edition: Edition,
    layouts: Sequence[str] = DEFAULT_LAYOUTS,
    formats: Sequence[str] = DEFAULT_FORMATS,
    *,
    reference_doc: Path | None = None,
) -> dict[str, bytes]:
    """The documents of an edition by file name (`parallel.html`, …); writes nothing.

    `reference_doc` is a DOCX whose styles, margins, header and footer the DOCX files take over.
    Raises `InputError` for an unknown layout or format or an unusable `reference_doc`, and
    `MissingDependency` without pandoc, `InputError` too where the temporary folder is full.
    """
    from vertaal.publishing.formats import WRITERS
    from vertaal.publishing.layouts import LAYOUTS
    from vertaal.publishing.passages import book

    _known("layout", layouts, LAYOUTS)
    _known("format", formats, WRITERS)
    contents = book(edition)
    try:
        return {
            f"{layout}.{form}": WRITERS[form](contents, LAYOUTS[layout], reference_doc)
            for layout in layouts
            for form in formats
        }
    except OSError as error:
        said = str(getattr(error, "stderr", "")).split()
        if said and reference_doc is not None:
            raise InputError(
                f"pandoc cannot take styles from it ({' '.join(said)}).",
                path=reference_doc,
                remedy="Save the reference document anew in your word processor.",
            ) from error
        # pandoc works through temporary files.
        raise InputError(
            f"the documents cannot be made ({error.strerror or error}).",
            remedy="Make room on the disk that holds the temporary files.",
        ) from error


def _known(what: str, names: Iterable[str], choices: Iterable[str]) -> None:
    known = sorted(choices)
    for name in names:
        if name not in known:
            raise InputError(f"unknown {what} '{name}'.", remedy=f"Choose from {', '.join(known)}.")
