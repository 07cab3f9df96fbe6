"""Publishing: an edition becomes documents that people read.

Every document is written by pandoc from one tree per layout, and from the edition's value alone:
no model, no source file.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from subprocess import CalledProcessError

from vertaal import pandoc_library
from vertaal.cores import share
from vertaal.errors import InputError
from vertaal.spacing import squeeze
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
    Raises `InputError` for an unusable `reference_doc` or a full temporary folder, and
    `MissingDependency` without pandoc.
    """
    from vertaal.publishing.formats import writers
    from vertaal.publishing.layouts import LAYOUTS
    from vertaal.publishing.passages import book

    wanted = {f"{layout}.{form}": (layout, form) for layout in layouts for form in formats}
    pandoc_library.load()
    contents, write = book(edition), writers(reference_doc)

    def written(asked: tuple[str, str]) -> bytes:
        layout, form = asked
        return write[form](contents, LAYOUTS[layout])

    # Side by side: most of the time pandoc works, in processes of its own.
    with _explained(reference_doc), _uncollected(), ThreadPoolExecutor(share()) as pool:
        return dict(zip(wanted, pool.map(written, wanted.values()), strict=True))


@contextmanager
def _explained(reference_doc: Path | None) -> Iterator[None]:
    """What goes wrong with pandoc is raised as `InputError`."""
    try:
        yield
    except CalledProcessError as error:
        said = squeeze(error.stderr.decode(errors="replace"))
        if said and reference_doc is not None:
            raise InputError(
                f"pandoc cannot take styles from it ({said}).",
                path=reference_doc,
                remedy="Save the reference document anew in your word processor.",
            ) from error
        raise InputError(
            f"the documents cannot be made (pandoc: {said or error.returncode}).",
            remedy="See that there is memory to spare, and try again.",
        ) from error
    except OSError as error:
        # Templates and styles reach pandoc in temporary files.
        raise InputError(
            f"the documents cannot be made ({error.strerror or error}).",
            remedy="Make room on the disk that holds the temporary files.",
        ) from error


@contextmanager
def _uncollected() -> Iterator[None]:
    """Nothing looks for cycles meanwhile: trees have none, and to walk them again and again while
    they grow takes a seventh of the time.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
