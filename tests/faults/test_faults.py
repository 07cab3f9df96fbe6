"""Kills, full disks, locked folders, two at once: nothing half written, no decision lost."""

from __future__ import annotations

import contextlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from faults import building
from vertaal.editions import load
from vertaal.editions.units import load_units, save_units
from vertaal.types import Origin, State

HERE = Path(__file__).parent
LETTER = "Antwoorden\n\nVraag 1\nBent u bekend met {0}?\n\nAntwoord\nJa, met {0}.\n"
KILLS = 100
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def start(
    letter: Path, output: Path, limit: str = "", *, powerless: bool = False
) -> subprocess.Popen[bytes]:
    """A build in a process of its own; `limit` are the shell's limits on it. With `powerless`
    what is forbidden is so for root, too.
    """
    environment = dict(os.environ, PYTHONPATH=str(HERE.parent))
    command = [sys.executable, str(HERE / "building.py"), str(letter), str(output)]
    if limit:
        command = ["sh", "-c", f'{limit}; exec "$@"', "sh", *command]
    if powerless:
        command = ["setpriv", "--bounding-set=-dac_override", *command]
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)


@contextlib.contextmanager
def starter(letter: Path, output: Path) -> Iterator[Callable[[float], tuple[int, float]]]:
    """Starts a build, kills it after so many seconds, and gives its exit status and its life."""
    process: Any = subprocess.Popen(
        [sys.executable, str(HERE / "building.py"), str(letter), str(output), "killed"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=dict(os.environ, PYTHONPATH=str(HERE.parent)),
        text=True,
    )

    def build(seconds: float) -> tuple[int, float]:
        process.stdin.write(f"{seconds}\n")
        process.stdin.flush()
        status, life = process.stdout.readline().split()
        return int(status), float(life)

    try:
        yield build
    finally:
        process.communicate(timeout=120)


def finish(process: subprocess.Popen[bytes]) -> tuple[int, str]:
    _, said = process.communicate(timeout=120)
    return process.returncode, said.decode()


def assert_whole(folder: Path) -> None:
    """Every file that is there is a whole one."""
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.suffix == ".docx":
            assert zipfile.ZipFile(path).testzip() is None
        elif path.suffix == ".html":
            assert path.read_text(encoding="utf-8").rstrip().endswith("</html>")
        elif path.suffix == ".json":
            json.loads(path.read_text(encoding="utf-8"))
        elif path.name == "edition.jsonl":
            load_units(folder)


def review(folder: Path) -> str:
    units = list(load_units(folder))
    units[1] = replace(
        units[1], target="A person wrote this.", state=State.FINAL, origin=Origin.HUMAN, rev=1
    )
    save_units(units, folder)
    return units[1].source


@pytest.mark.slow
def test_a_build_killed_at_any_moment_loses_nothing_and_the_next_completes(tmp_path: Path) -> None:
    letter, output = tmp_path / "letter.txt", tmp_path / "out"
    letter.write_text(LETTER.format("dit bericht"), encoding="utf-8")
    folder = output / "letter"
    with starter(letter, output) as build:
        status, whole = build(120)
        assert status == 0
        source = review(folder)
        chance = random.Random(7)
        killed = 0
        for number in range(KILLS):
            # The last question changes each time, so that each run has everything to write.
            text = LETTER.format("dit bericht") + f"\nVraag 2\nWat is {number}?\n"
            letter.write_text(text, encoding="utf-8")
            status, life = build(chance.uniform(0, whole * 1.1))
            killed += status == -signal.SIGKILL
            if status == 0:
                whole = life  # The machine has become faster: the moments lie within a build.
            assert_whole(folder)
            kept = {unit.source: unit.target for unit in load_units(folder)}
            assert kept[source] == "A person wrote this."
    assert killed > KILLS // 2, "most runs were killed while they worked"
    assert finish(start(letter, output)) == (0, "")
    edition = load(folder)
    assert any(unit.source == f"Wat is {KILLS - 1}?" for unit in edition.units)
    assert "A person wrote this." in (folder / "english.html").read_text(encoding="utf-8")


def test_two_builds_of_one_letter_at_once_leave_one_whole_edition(tmp_path: Path) -> None:
    letter, output = tmp_path / "letter.txt", tmp_path / "out"
    letter.write_text(LETTER.format("dit bericht"), encoding="utf-8")
    both = [start(letter, output), start(letter, output)]
    assert [finish(process) for process in both] == [(0, ""), (0, "")]
    assert_whole(output / "letter")
    assert load(output / "letter").units


def test_a_full_disk_is_one_message_and_leaves_the_old_edition(tmp_path: Path) -> None:
    letter, output = tmp_path / "letter.txt", tmp_path / "out"
    letter.write_text(LETTER.format("dit bericht"), encoding="utf-8")
    building.main(letter, output)
    folder = output / "letter"
    source = review(folder)
    letter.write_text(LETTER.format("dit en dat"), encoding="utf-8")
    # Files of at most 4 blocks of 512 bytes: pandoc and the writers fail as on a full disk.
    code, said = finish(start(letter, output, limit="ulimit -f 4; trap '' XFSZ"))
    assert code != 0
    assert "Traceback" not in said
    assert said.count("Error:") == 1
    assert_whole(folder)
    targets = {unit.source: unit.target for unit in load_units(folder)}
    assert targets[source] == "A person wrote this."


ON_A_SMALL_DISK = """
mount -t tmpfs -o size=2m tmpfs "$1" || exit 99
cp -r "$2" "$1/letter" && head -c 4m /dev/zero > "$1/filling" 2>&- || truncate -s "-$3" "$1/filling"
shift 3
"$@"
code=$?
cp -r "$DISK" "$DISK.after"
exit $code
"""
"""Run in a namespace of its own, whose mounts vanish with it. Arguments: where the disk goes, the
old edition, the room left in bytes, the command."""


@pytest.mark.skipif(not shutil.which("unshare"), reason="no mount without unshare")
@pytest.mark.parametrize("room", [4096, 40960])
def test_a_disk_that_fills_up_is_one_message_and_leaves_the_old_edition(
    tmp_path: Path, room: int
) -> None:
    letter, output, disk = tmp_path / "letter.txt", tmp_path / "out", tmp_path / "disk"
    disk.mkdir()
    letter.write_text(LETTER.format("dit bericht"), encoding="utf-8")
    building.main(letter, output)
    source = review(output / "letter")
    # A letter so long that its edition needs more than the room, however many files go first.
    letter.write_text(LETTER.format("dit en dat " * 2000), encoding="utf-8")
    shell = ["unshare", "-rm", "sh", "-c", ON_A_SMALL_DISK, "sh", str(disk)]
    build = [sys.executable, str(HERE / "building.py"), str(letter), str(disk)]
    done = subprocess.run(
        [*shell, str(output / "letter"), str(room), *build],
        env=dict(os.environ, PYTHONPATH=str(HERE.parent), DISK=str(disk)),
        capture_output=True,
        text=True,
        timeout=300,
    )
    after = tmp_path / "disk.after"
    if not after.is_dir():
        pytest.skip(f"mount is not permitted: {done.stderr.strip()}")
    assert done.returncode == 2
    assert done.stderr.count("Error:") == 1
    assert "cannot be written (No space left on device)" in done.stderr
    assert "Traceback" not in done.stderr
    assert_whole(after / "letter")
    assert {path.name for path in after.rglob("*")} >= {"filling", "edition.jsonl"}
    assert not [path for path in after.rglob(".*") if re.search(r"\.[0-9a-f]{8}$", path.name)]
    kept = {unit.source: unit.target for unit in load_units(after / "letter")}
    assert kept[source] == "A person wrote this."


@pytest.mark.skipif(os.name == "nt", reason="permissions are another matter there")
@pytest.mark.skipif(ROOT and not shutil.which("setpriv"), reason="root may do everything")
def test_a_read_only_output_is_one_message_and_keeps_the_old_edition(tmp_path: Path) -> None:
    letter, output = tmp_path / "letter.txt", tmp_path / "out"
    letter.write_text(LETTER.format("dit bericht"), encoding="utf-8")
    building.main(letter, output)
    before = {path: path.read_bytes() for path in (output / "letter").iterdir()}
    letter.write_text(LETTER.format("dit en dat"), encoding="utf-8")
    for folder in (output / "letter", output):
        folder.chmod(0o555)
    try:
        code, said = finish(start(letter, output, powerless=ROOT))
    finally:
        for folder in (output / "letter", output):
            folder.chmod(0o755)
    assert code == 2
    assert said.count("Error:") == 1
    assert "cannot be written" in said
    assert {path: path.read_bytes() for path in (output / "letter").iterdir()} == before


@pytest.mark.skipif(os.name == "nt", reason="permissions are another matter there")
def test_a_folder_that_is_a_file_is_one_message(tmp_path: Path) -> None:
    letter, output = tmp_path / "letter.txt", tmp_path / "out"
    letter.write_text(LETTER.format("dit bericht"), encoding="utf-8")
    output.mkdir()
    (output / "letter").write_text("in the way", encoding="utf-8")
    code, said = finish(start(letter, output))
    assert code == 2
    assert "cannot be written" in said
    assert "Traceback" not in said
