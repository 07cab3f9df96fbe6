"""The review server killed at random moments while edits stream in: no confirmed edit is lost."""

from __future__ import annotations

import http.client
import json
import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from review.browser import Server
from review.desks import long_letter, make
from vertaal.editions import load
from vertaal.editions.history import HISTORY, records
from vertaal.editions.units import load_units
from vertaal.types import Unit

KILLS = 100
REVIEWERS = 3

pytestmark = pytest.mark.slow


class Reviewer:
    """Edits segments of their own as fast as the server answers, and knows what was confirmed."""

    def __init__(self, units: list[Unit]) -> None:
        self.confirmed = {unit.id: (unit.target, unit.rev) for unit in units}
        self.asked: dict[str, str] = {}
        self.edits = 0

    def work(self, link: str, begun: threading.Event) -> None:
        parts = urlsplit(link)
        headers = {
            "X-Vertaal-Token": parse_qs(parts.query)["token"][0],
            "Content-Type": "application/json",
        }
        door = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
        try:
            while True:
                for identity, (_, rev) in list(self.confirmed.items()):
                    self.edits += 1
                    text = f"Edit {self.edits} of {identity}. " + "So it goes on. " * 20
                    self.asked[identity] = text.strip()
                    change = {"id": identity, "rev": rev, "target": text}
                    body = json.dumps({"changes": [change], "by": "Anna"})
                    door.request("POST", "/api/0/change", body, headers)
                    answer = door.getresponse()
                    told = json.loads(answer.read())
                    assert answer.status == 200, told
                    [unit] = told["units"]
                    self.confirmed[identity] = (unit["target"], unit["rev"])
                    begun.set()
        except (OSError, http.client.HTTPException, ValueError):
            return  # The server was killed.
        finally:
            door.close()

    def check(self, units: dict[str, Unit]) -> None:
        """What is on disk is what was confirmed last, or what was on its way after that."""
        for identity, (target, rev) in self.confirmed.items():
            unit = units[identity]
            assert (unit.target, unit.rev) in (
                (target, rev),
                (self.asked.get(identity), rev + 1),
            )
            self.confirmed[identity] = (unit.target, unit.rev)


def test_a_hundred_kills_while_edits_stream_in_lose_no_confirmed_one(tmp_path: Path) -> None:
    folder = make(tmp_path / "output" / "letter", long_letter(300))
    units = list(load_units(folder))
    reviewers = [Reviewer(units[at : at + 4]) for at in range(0, 4 * REVIEWERS, 4)]
    untouched = {unit.id: unit for unit in units[4 * REVIEWERS :]}
    chance = random.Random(11)
    for _ in range(KILLS):
        server = Server(folder)
        begun = threading.Event()
        with ThreadPoolExecutor(REVIEWERS) as pool:
            working = [pool.submit(each.work, server.link, begun) for each in reviewers]
            assert begun.wait(30)
            time.sleep(chance.uniform(0, 0.2))
            server.kill()
            for work in working:
                work.result()
        now = {unit.id: unit for unit in load_units(folder)}
        for reviewer in reviewers:
            reviewer.check(now)
        assert {identity: now[identity] for identity in untouched} == untouched
    edits = sum(each.edits for each in reviewers)
    assert edits > 2 * KILLS, "edits were under way"
    assert len(load(folder).units) == 300
    known = {(record.before.id, record.rev) for record in records(folder)}
    for reviewer in reviewers:
        for identity, (_, rev) in reviewer.confirmed.items():
            assert all((identity, past) in known for past in range(1, rev + 1)), "for undo"
    assert (folder / HISTORY).stat().st_size > 0
    left = [path.name for path in folder.iterdir() if path.name.startswith(".edition")]
    assert len(left) <= 1, "what a kill left half written is removed by the next start"
