"""Machine output, kept so that nothing is translated twice.

A key covers all that determines a translation: source text, model digest, engine, decoding
settings, what the terms ask, and this version of the code. The cache is disposable: a file that
is damaged is put aside and begun anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from vertaal.types import Translation

# Of a damaged file SQLite's own message may be no text.
_ERRORS = (sqlite3.Error, UnicodeDecodeError)


class Cache:
    """Translations in a SQLite file; several processes may use it at once."""

    def __init__(self, path: Path | None) -> None:
        """Open the cache at `path`; `None`, or a place that cannot be written, keeps nothing."""
        self._connection: sqlite3.Connection | None = None
        if path is None:
            return
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._open(path)
        except _ERRORS:
            self.close()
            with contextlib.suppress(OSError):
                path.replace(path.with_suffix(".damaged"))
            with contextlib.suppress(*_ERRORS):
                self._open(path)

    def _open(self, path: Path) -> None:
        # Autocommit: each `put` is one transaction, whole or absent after a kill.
        self._connection = sqlite3.connect(path, timeout=30, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=NORMAL")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS translation (key TEXT PRIMARY KEY, value TEXT NOT NULL)"
        )

    def get(self, keys: Iterable[str]) -> dict[str, Translation]:
        """What is known of `keys`."""
        found: dict[str, Translation] = {}
        if self._connection is None:
            return found
        with contextlib.suppress(*_ERRORS):
            for key in dict.fromkeys(keys):
                row = self._connection.execute(
                    "SELECT value FROM translation WHERE key = ?", (key,)
                ).fetchone()
                if row is not None:
                    with contextlib.suppress(ValueError, TypeError):
                        found[key] = _read(key, row[0])
        return found

    def put(self, made: Mapping[str, Translation]) -> None:
        """Keep translations; a full disk or a lost file costs the cache, not the work."""
        if self._connection is None or not made:
            return
        rows = [(key, _written(key, t)) for key, t in made.items()]
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("INSERT OR REPLACE INTO translation VALUES (?, ?)", rows)
            self._connection.execute("COMMIT")
        except _ERRORS:
            with contextlib.suppress(*_ERRORS):
                self._connection.execute("ROLLBACK")

    def close(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(*_ERRORS):
                self._connection.close()
            self._connection = None


def _written(key: str, made: Translation) -> str:
    """The value behind a checksum of it and its key: flipped bits may leave sound JSON with another
    figure, or lead from a key to another's row.
    """
    value = json.dumps([made.target, made.score, made.forced, made.links], ensure_ascii=False)
    return _checksum(key, value) + value


def _read(key: str, row: str) -> Translation:
    """Raises `ValueError` or `TypeError` for a damaged row."""
    value = row[8:]
    if _checksum(key, value) != row[:8]:
        raise ValueError
    target, score, forced, links = json.loads(value)
    return Translation(target, score, forced, tuple(map(tuple, links)))


def _checksum(key: str, value: str) -> str:
    return f"{zlib.crc32((key + value).encode()):08x}"


def key(*parts: str) -> str:
    """The key of a translation that `parts` determine."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
