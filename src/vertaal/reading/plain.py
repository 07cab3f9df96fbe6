"""Plain text."""

from __future__ import annotations

from pathlib import Path

from vertaal.reading.encoding import decode
from vertaal.reading.extract import Extract, tidy


def read_text(data: bytes, path: Path) -> Extract:
    return Extract(text=tidy(decode(data, path)))
