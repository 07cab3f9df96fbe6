"""A real server process, looked at in a real browser."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from vertaal.editions.units import load_units
from vertaal.types import Unit

READY = "html[data-ready]"


@cache
def starter() -> subprocess.Popen[str]:
    """The process from which the servers come. It and they end when this one does."""
    return subprocess.Popen(
        [sys.executable, str(Path(__file__).parent / "reviewing.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def asked(of_it: object, wanted: str) -> str:
    """What the starter answers, in the line that has the wanted word."""
    process = starter()
    assert process.stdin is not None
    assert process.stdout is not None
    print(json.dumps(of_it), file=process.stdin, flush=True)
    return next(line for line in process.stdout if wanted in line)


class Server:
    """`vertaal review` as a process of its own, which can be killed."""

    def __init__(self, folder: Path, port: int = 0, *more: str) -> None:
        arguments = [str(folder), "--port", str(port), "--no-browser", *more]
        number, *_, self.link = asked(arguments, "http").split()
        self.number = int(number)
        self.port = urlsplit(self.link).port or 0

    def kill(self) -> None:
        """As `kill -9`: no chance to tidy anything up."""
        asked(self.number, "gone")


@contextlib.contextmanager
def serving(folder: Path, *more: str) -> Iterator[Server]:
    server = Server(folder, 0, *more)
    try:
        yield server
    finally:
        server.kill()


def opened(browser: Any, link: str, **options: Any) -> Any:
    page = browser.new_context(**options).new_page()
    page.set_default_timeout(60_000)
    page.wrong = []
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    # Shown with a test that fails.
    page.on("requestfailed", lambda request: print("no answer:", request.url, request.failure))
    page.goto(link)
    page.wait_for_selector(READY)
    return page


def slow(page: Any, moment: int = 700, ending: str = "") -> None:
    """From here on every request to an address with this ending takes a moment (milliseconds) to
    reach the server.
    """
    page.evaluate(
        """([moment, ending]) => {
          const at_once = window.fetch;
          window.fetch = async (address, options) => {
            if (address.endsWith(ending)) await new Promise((on) => setTimeout(on, moment));
            return at_once(address, options);
          };
        }""",
        [moment, ending],
    )


def on_disk(folder: Path) -> dict[str, Unit]:
    return {unit.id: unit for unit in load_units(folder)}


def row(identity: str) -> str:
    return f'.row[data-id="{identity}"]'


def until(true: Any, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)
