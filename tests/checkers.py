"""What others use to check pages: the Nu checker, and axe-core in a browser."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

MODULES = Path(__file__).parents[1] / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
QUICK_JAVA = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""A machine that compiles little: a checker runs for seconds, half of which went into compiling."""


def program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


def nu(*pages: Path) -> tuple[str, int]:
    """What the Nu checker says of HTML pages, and its exit code: ("", 0) for sound ones."""
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not jar.is_file():
        pytest.skip("vnu-jar is not installed")
    command = [program("java"), *QUICK_JAVA, "-Xss2m", "-jar", str(jar), "--format", "gnu"]
    command += map(str, pages)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stderr, done.returncode


def axe(page: Any, options: str = "") -> list[tuple[str, str]]:
    """The rules that a page in a browser violates, each with the first element that does."""
    if not AXE.is_file():
        pytest.skip("axe-core is not installed")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    violations = page.evaluate(f"axe.run({options}).then(result => result.violations)")
    return [(each["id"], each["nodes"][0]["html"]) for each in violations]
