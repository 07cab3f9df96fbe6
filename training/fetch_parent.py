"""Fetch the parent model opus-mt-fr-en from the Python package index and unpack it.

    python training/fetch_parent.py --downloads PARTS --out PARENT
    python training/fetch_parent.py --downloads PARTS --pair en_fr --out REVERSE_PARENT

The packages ``aait-store-cut-part-001`` … ``-016`` (0.0.1) each carry one slice of a zip archive
as ``input/aait_store.zip.NNN``. Joined in order they hold the OPUS-MT weights (Tiedemann and
Thottingal 2020; Apache-2.0, the data CC BY 4.0). pip fetches them; nothing of the packages is
installed or run.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

PACKAGE = "aait-store-cut-part-{:03d}"
VERSION = "0.0.1"
PARTS = 16
INSIDE = "aait_store/Models/NLP/helsinki_{}/"


def download(part: int, folder: Path) -> Path:
    """The distribution file of one part; fetched unless it is there."""
    stem = PACKAGE.format(part)
    for _ in range(2):
        for pattern in (stem, stem.replace("-", "_")):
            found = sorted(folder.glob(f"{pattern}-{VERSION}*"))
            if found:
                return found[0]
        subprocess.run(
            [
                sys.executable,
                "-m",
                "pip",
                "download",
                "--no-deps",
                "--no-build-isolation",
                "--dest",
                str(folder),
                f"{stem}=={VERSION}",
            ],
            check=True,
        )
    raise SystemExit(f"pip downloaded nothing that looks like {stem}")


def slice_of(file: Path, part: int) -> bytes:
    """The slice of the archive that a wheel or sdist carries."""
    ending = f"input/aait_store.zip.{part:03d}"
    if file.suffix == ".whl":
        with zipfile.ZipFile(file) as wheel:
            for name in wheel.namelist():
                if name.endswith(ending):
                    return wheel.read(name)
    else:
        with tarfile.open(file) as archive:
            for member in archive:
                inner = archive.extractfile(member) if member.name.endswith(ending) else None
                if inner is not None:
                    return inner.read()
    raise SystemExit(f"{file.name} holds no {ending}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--downloads", type=Path, required=True, help="folder for the parts")
    parser.add_argument("--parts", type=int, nargs="*", help="only fetch these, join nothing")
    parser.add_argument("--pair", choices=("fr_en", "en_fr"), default="fr_en")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model")
    args = parser.parse_args()
    args.downloads.mkdir(parents=True, exist_ok=True)
    if args.parts:
        for part in args.parts:
            print(part, len(slice_of(download(part, args.downloads), part)), "bytes")
        return
    joined = args.downloads / "aait_store.zip"
    if not joined.exists():
        part_file = joined.with_name(joined.name + ".part")
        with part_file.open("wb") as out:
            for part in range(1, PARTS + 1):
                out.write(slice_of(download(part, args.downloads), part))
        part_file.replace(joined)
    inside = INSIDE.format(args.pair)
    args.out.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(joined) as archive:
        for name in archive.namelist():
            if name.startswith(inside) and not name.endswith("/"):
                (args.out / Path(name).name).write_bytes(archive.read(name))
    print(sorted(path.name for path in args.out.iterdir()))


if __name__ == "__main__":
    main()
