"""How long the review server takes, over loopback, as a reviewer of a long document feels it.

    python -m benchmarks.review [--segments 2000] [--edits 200] [--browser]

A real `vertaal review` serves a made-up edition. Timed is what the page waits for: an edit until
the server says that it is on disk, first alone, then while a second window follows every edit and
the page asks for proposals and checks as it does beside; then the checks of a text being typed, the
proposals, and the whole edition. The disk's own share, a write of the edition's size with fsync, is
measured in the same minute. With ``--browser`` a real Chromium (playwright) opens the page first,
each time of a new server in a new window, and makes edits in it.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from vertaal.editions import save, save_report
from vertaal.editions.folder import UNITS
from vertaal.files import write_whole
from vertaal.parsing.document import parse
from vertaal.segmentation import segment
from vertaal.types import Edition, Source, State, Unit


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.review", description=__doc__.splitlines()[0])
    parser.add_argument("--segments", type=int, default=2000)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--browser", action="store_true", help="measure in Chromium as well")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "output" / "long"
        ids = make(folder, arguments.segments)
        size = (folder / UNITS).stat().st_size
        print(f"{len(ids)} segments, edition.jsonl of {size / 1e3:.0f} kB")
        print(f"load of the machine: {', '.join(f'{each:.1f}' for each in os.getloadavg())}")
        if arguments.browser:
            browse(folder, ids[-1], arguments.edits)
        with served(folder) as door:
            measure(folder, door, ids, arguments.edits)


def make(folder: Path, count: int) -> list[str]:
    """An edition of `count` sentences, ten a question or answer, no two alike."""
    text = ["Antwoorden"]
    for number in range(count // 20 or 1):
        for label in ("Vraag", "Antwoord op vraag"):
            sentences = (
                f"Het kabinet deelt de zorgen over regio {label[0]}{number} in het jaar {year}."
                for year in range(1990, 2000)
            )
            text += [f"{label} {number + 1}", " ".join(sentences), ""]
    document = parse(Source("long.txt", "\n".join(text)))
    segments = segment(document)
    units = tuple(
        Unit(
            s.id, s.block, s.source, f"The government shares the worries: {s.id}.", State.TRANSLATED
        )
        for s in segments
    )
    edition = Edition("long", document, segments, units)
    folder.mkdir(parents=True)
    save(edition, folder)
    save_report(edition, folder)
    return [unit.id for unit in units]


class Door:
    """A window's connection to the server, kept open as browsers do."""

    def __init__(self, link: str) -> None:
        parts = urlsplit(link)
        self._headers = {
            "X-Vertaal-Token": parse_qs(parts.query)["token"][0],
            "Content-Type": "application/json",
        }
        self._connection = http.client.HTTPConnection(parts.hostname or "", parts.port)
        self.link = link

    def ask(self, name: str, body: Any = None) -> Any:
        method, data = ("GET", None) if body is None else ("POST", json.dumps(body))
        self._connection.request(method, f"/api/0/{name}", data, self._headers)
        answer = self._connection.getresponse()
        content = answer.read()
        assert answer.status == 200, content[:200]
        return json.loads(content)


@contextmanager
def served(folder: Path) -> Iterator[Door]:
    command = "from vertaal.cli import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", command, "review", str(folder), "--port", "0", "--no-browser"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout is not None
    try:
        yield Door(process.stdout.readline().split()[-1])
    finally:
        process.kill()
        process.wait()


def measure(folder: Path, door: Door, ids: Sequence[str], edits: int) -> None:
    took("whole edition, first time", [clocked(lambda: door.ask("edition"))])
    numbers = iter(range(10**9))

    def edit() -> None:
        number = next(numbers)
        identity = ids[number % len(ids)]
        change = {"id": identity, "rev": number // len(ids), "target": f"Edited, number {number}."}
        door.ask("change", {"changes": [change]})

    took("an edit confirmed: the first", [clocked(edit)])
    took("an edit confirmed", [clocked(edit) for _ in range(edits)])
    begun, ended = threading.Event(), threading.Event()
    other = threading.Thread(target=follow, args=(Door(door.link), begun, ended))
    other.start()
    begun.wait()
    beside = Door(door.link)
    beside.ask(f"proposals?id={ids[0]}")
    times = []
    for number in range(edits):
        asking = threading.Thread(target=beside.ask, args=(f"proposals?id={ids[number]}",))
        asking.start()
        times.append(clocked(edit))
        asking.join()
    took("an edit confirmed, second window and proposals", times)
    ended.set()
    other.join()
    typed = {"id": ids[0], "target": "The cabinet shares the worries of 1991."}
    took("checks of a text typed", [clocked(lambda: door.ask("judge", typed)) for _ in range(50)])
    asked = [clocked(partial(door.ask, f"proposals?id={each}")) for each in ids[:50]]
    took("proposals", asked)
    took("whole edition", [clocked(lambda: door.ask("edition")) for _ in range(10)])
    content = (folder / UNITS).read_bytes()
    place = folder / "scratch"
    disk = [clocked(lambda: write_whole(place, content, lasting=True)) for _ in range(50)]
    took("the disk alone: a file as large, with fsync", disk)


def browse(folder: Path, identity: str, edits: int) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        times = []
        for _ in range(10):
            with served(folder) as door:
                page = browser.new_page()
                page.goto("data:text/html,<title>A browser that is open</title>")
                times.append(clocked(partial(load, page, door.link)))
                page.close()
        took("in Chromium, the page usable, a new server", times)
        with served(folder) as door:
            page = browser.new_page()
            load(page, door.link)
            times = [clocked(partial(load, page, door.link)) for _ in range(10)]
            took("in Chromium, the page usable again", times)
            times = page.evaluate(
                """async ([id, edits]) => {
                  const times = [];
                  let rev = vertaal.unit(id).rev;
                  for (let number = 0; number < edits; number++) {
                    const begun = performance.now();
                    await vertaal.change([{id, target: `Edit ${number}.`, rev: rev++}], 'edit', '');
                    times.push(performance.now() - begun);
                  }
                  return times;
                }""",
                [identity, edits],
            )
            took("in Chromium, an edit confirmed", times)
        browser.close()


def load(page: Any, link: str) -> None:
    """Open the page and wait until the first segment stands there, ready for the keyboard."""
    page.goto(link)
    page.wait_for_selector("html[data-ready] .row.current")


def follow(door: Door, begun: threading.Event, ended: threading.Event) -> None:
    """Another window: it looks for news twenty times a second and takes what there is."""
    stamp = door.ask("edition")["stamp"]
    begun.set()
    while not ended.wait(0.05):
        stamp = door.ask(f"news?since={stamp}")["stamp"]


def clocked(run: Callable[[], object]) -> float:
    """Milliseconds that `run` takes."""
    begun = time.perf_counter()
    run()
    return (time.perf_counter() - begun) * 1000


def took(what: str, times: Sequence[float]) -> None:
    if len(times) == 1:
        print(f"{what:48} {times[0]:7.1f} ms")
        return
    p95 = statistics.quantiles(times, n=20)[-1]
    print(
        f"{what:48} p50 {statistics.median(times):6.1f}  p95 {p95:6.1f}  max {max(times):6.1f} ms"
        f"  ({len(times)} times)"
    )


if __name__ == "__main__":
    main()
