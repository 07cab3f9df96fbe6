"""The documents in an edition's folder, and the record of those that were written here.

`.published.json` tells which documents were written last, and the digest of each: what does not
have its digest, or is not named there, is a person's, and is neither removed nor written over.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from vertaal.editions.shapes import of_json
from vertaal.editions.store import read_json
from vertaal.errors import InputError
from vertaal.files import write_whole

RECORD = ".published.json"


@dataclass(frozen=True, slots=True)
class Published:
    """Which documents an edition was published as. `digests`: file name → SHA-256; of a writing
    that was interrupted, those of before and after, parted by a blank.
    """

    layouts: tuple[str, ...]
    formats: tuple[str, ...]
    reference_doc: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)


def published(folder: Path) -> Published | None:
    """What was published last; None where that is not known."""
    try:
        return of_json(Published, read_json(folder / RECORD))
    except (InputError, TypeError, ValueError):
        return None


def put(folder: Path, made: Mapping[str, bytes], what: Published) -> None:
    """Write the documents `made` as `what`, and remove those of the last time that are no longer
    among them. A document that a person made or changed is kept: under its name, or where that is
    taken, as 'english-changed.docx'. For the holder of the folder's lock.
    """
    before = published(folder)
    known = before.digests if before else {}
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in made.items()}
    ours = {
        name: f"{known.get(name, '')} {digests.get(name, '')}".strip()
        for name in {**known, **digests}
    }
    for name in made:
        if (found := _digest(folder / name)) and found not in ours[name].split():
            _set_aside(folder / name)
    # Whatever stops this, what was written is known to be ours.
    _record(folder, what, ours)
    for name, content in made.items():
        write_whole(folder / name, content)
    for name in known:
        # A record may have been tampered with: nothing outside the folder is touched.
        if name in made or Path(name).name != name:
            continue
        if _digest(folder / name) in ours[name].split():
            (folder / name).unlink()
    _record(folder, what, digests)


def _record(folder: Path, what: Published, digests: Mapping[str, str]) -> None:
    record = asdict(what) | {"digests": digests}
    write_whole(folder / RECORD, json.dumps(record, ensure_ascii=False, indent=1) + "\n")


def _digest(path: Path) -> str:
    """Of a file's content; empty where there is none that can be read. A link is none: it is
    replaced, and what it leads to is not touched.
    """
    try:
        return "" if path.is_symlink() else hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _set_aside(path: Path) -> None:
    number = 1
    while True:
        suffix = "-changed" if number == 1 else f"-changed-{number}"
        place = path.with_name(f"{path.stem}{suffix}{path.suffix}")
        if not place.exists():
            path.rename(place)
            return
        number += 1
