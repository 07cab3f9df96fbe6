"""A program of its own that draws pages of a PDF: the file comes in, pictures (PNM) go out.

PDFium is fast and made for files that mean well: one that does not can have it draw for years, take
all memory, or fall over. In a process apart that costs the user one document.

    python drawing.py LARGEST DOTS PAGE… <FILE >PICTURES
"""

from __future__ import annotations

import sys

_POINTS = 72
_MEMORY = 3 * 2**30
"""Bytes of address space; a page takes a hundredth of it."""
_SECONDS = 90
"""Of processor time, for when nobody is left who would end this process."""


def main() -> None:
    largest, dots, *pages = map(int, sys.argv[1:])
    _limit()
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
        for number in pages:
            page = document[number - 1]
            scale = min(dots / _POINTS, largest / max(1.0, *page.get_size()))
            picture = page.render(scale=scale, grayscale=True).to_pil().convert("L")
            sys.stdout.buffer.write(b"P5 %d %d 255\n" % picture.size + picture.tobytes())
    except pypdfium2.PdfiumError as error:
        sys.exit(str(error))


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows knows no such limits.
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


if __name__ == "__main__":
    main()
