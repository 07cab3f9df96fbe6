"""Tesseract, called as a program: a picture goes in, hOCR comes out. No shell, no files."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vertaal.errors import InputError, MissingDependency

if TYPE_CHECKING:
    from PIL.Image import Image

LANGUAGE = "nld"
SECONDS = 180
"""For one page, of which a slow machine reads one in ten seconds."""

_INSTALL = (
    "Install Tesseract with its Dutch data: 'apt-get install tesseract-ocr tesseract-ocr-nld', "
    "'brew install tesseract tesseract-lang', or on Windows the installer that "
    "https://tesseract-ocr.github.io/tessdoc/Installation.html names, with 'Dutch' ticked. "
    "Or give the file a text layer elsewhere, for example: ocrmypdf -l nld scan.pdf letter.pdf"
)


@dataclass(frozen=True, slots=True)
class Tesseract:
    """An installed program that knows Dutch."""

    program: str
    version: str

    @property
    def name(self) -> str:
        return f"Tesseract {self.version} ({LANGUAGE})"

    def read(self, picture: Image, path: Path, page: int) -> str:
        """The page as hOCR with a box for every glyph. `path` and `page` are for messages.

        Raises `InputError` where Tesseract gives up or takes too long.
        """
        options = ("--psm", "3", "-c", "hocr_char_boxes=1", "hocr")
        return self._run(picture, options, path, page)

    def read_digits(self, picture: Image, path: Path, page: int) -> str:
        """The digits in a small picture of nothing else; empty where it sees none."""
        options = ("--psm", "8", "-c", "tessedit_char_whitelist=0123456789")
        return self._run(picture, options, path, page).strip()

    def _run(self, picture: Image, options: tuple[str, ...], path: Path, page: int) -> str:
        grey = picture.convert("L")
        pnm = b"P5 %d %d 255\n" % grey.size + grey.tobytes()
        command = [self.program, "stdin", "stdout", "-l", LANGUAGE, "--dpi", "300", *options]
        failure = InputError(
            f"cannot be read by Tesseract (page {page}).",
            path=path,
            remedy="Scan the page again, upright and at 300 dots per inch.",
        )
        try:
            done = _call(command, pnm, SECONDS)
        except subprocess.TimeoutExpired as error:
            raise InputError(
                f"takes Tesseract more than {SECONDS} seconds (page {page}).",
                path=path,
                remedy="Scan the page again, in black and white, or leave the page out.",
            ) from error
        except OSError as error:
            raise failure from error
        if done.returncode:
            raise failure
        return done.stdout.decode("utf-8", "replace")


def find() -> Tesseract:
    """The program on the search path, or where Windows installs it. Raises `MissingDependency`."""
    program = shutil.which("tesseract") or _on_windows()
    if program is None:
        raise MissingDependency(
            "Reading a scan needs Tesseract, which is not installed.", remedy=_INSTALL
        )
    try:
        version = _call([program, "--version"], b"", 20)
        languages = _call([program, "--list-langs"], b"", 20)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise MissingDependency(
            f"Tesseract ({program}) does not run ({error}).", remedy=_INSTALL
        ) from error
    if LANGUAGE not in (languages.stdout + languages.stderr).decode("utf-8", "replace").split():
        raise MissingDependency(
            f"Tesseract ({program}) lacks its data for Dutch ({LANGUAGE}).", remedy=_INSTALL
        )
    words = (version.stdout + version.stderr).decode("utf-8", "replace").split()
    return Tesseract(program, words[1].lstrip("v") if len(words) > 1 else "")


def _call(command: list[str], given: bytes, seconds: float) -> subprocess.CompletedProcess[bytes]:
    # Pages are read side by side: more threads for each would only get into each other's way.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    return subprocess.run(
        command, input=given, capture_output=True, timeout=seconds, env=environment, check=False
    )


def _on_windows() -> str | None:
    folders = (os.environ.get("PROGRAMFILES"), os.environ.get("LOCALAPPDATA"))
    places = (
        Path(folder, *within, "Tesseract-OCR", "tesseract.exe")
        for folder in folders
        if folder
        for within in ((), ("Programs",))
    )
    return next((str(place) for place in places if place.is_file()), None)
