"""What holds for all tests: the same examples every time, and a data folder of their own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

SHARED = "PYTEST_XDIST_WORKER" in os.environ
"""Whether this is one of several processes that share out the files of tests."""

if SHARED:
    # Each of them, and whatever it starts, works with one core (`vertaal.cores.share`).
    os.environ["OMP_NUM_THREADS"] = "1"

settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No test reads or writes the user's models, cache or conversions."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("vertaal-home")
        patch.setenv("VERTAAL_HOME", str(folder))
        yield folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A real one: an installed one, or that which playwright brings."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as play:
        launched = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield launched
        launched.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where files are shared out, those with slow tests go first: the quick ones fill up the end,
    instead of one process working on while the others have nothing left.
    """
    if SHARED:
        slow = {item.path for item in items if item.get_closest_marker("slow")}
        items.sort(key=lambda item: item.path not in slow)
