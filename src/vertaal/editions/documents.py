"""The documents in an edition's folder, and the record of those that were written here.

`.published.json` tells which documents were written last, and the digest of each: what does not
have its digest any more was changed by a person, and is neither removed nor written over.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from vertaal.editions.store import read_json
from vertaal.errors import InputError
from vertaal.files import write_whole

RECORD = ".published.json"


@dataclass(frozen=True, slots=True)
class Published:
    """Which documents an edition was published as. `digests`: file name → SHA-256."""

    layouts: tuple[str, ...]
    formats: tuple[str, ...]
    reference_doc: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)


def published(folder: Path) -> Published | None:
    """What was published last; None where that is not known."""
    try:
        value = read_json(folder / RECORD)
        str(value["reference_doc"]).encode()  # JSON can write half a character; no path has one.
        return Published(
            tuple(map(str, value["layouts"])),
            tuple(map(str, value["formats"])),
            str(value["reference_doc"]),
            {str(name): str(digest) for name, digest in value["digests"].items()},
        )
    except (InputError, KeyError, TypeError, AttributeError, ValueError):
        return None


def put(folder: Path, made: Mapping[str, bytes], what: Published) -> None:
    """Write the documents `made` as `what`, and remove those of the last time that are no longer
    among them. A document that a person changed is kept: under its name, or where that is taken,
    as 'english-changed.docx'. For the holder of the folder's lock.
    """
    before = published(folder)
    known = before.digests if before else {}
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in made.items()}
    for name in known:
        if name in made and _digest(folder / name) not in ("", known[name], digests[name]):
            _set_aside(folder / name)
    for name, content in made.items():
        write_whole(folder / name, content)
    for name, digest in known.items():
        # A record may have been tampered with: nothing outside the folder is touched.
        if name not in made and Path(name).name == name and _digest(folder / name) == digest:
            (folder / name).unlink()
    record = asdict(what) | {"digests": digests}
    write_whole(folder / RECORD, json.dumps(record, ensure_ascii=False, indent=1) + "\n")


def _digest(path: Path) -> str:
    """Of a file's content; empty where there is none that can be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
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
