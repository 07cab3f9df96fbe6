"""Editions whose files are damaged, or hold any value anywhere."""

from __future__ import annotations

import contextlib
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from review.desks import make
from vertaal.editions import history, signed
from vertaal.editions.folder import REPORT, STRUCTURE, UNITS
from vertaal.errors import InputError
from vertaal.exchange.json_edition import as_json_edition
from vertaal.exchange.xliff_writing import as_xliff
from vertaal.style import style_of
from vertaal.updating import republish, updated

VALUES: tuple[Any, ...] = (
    None,
    True,
    -1,
    10**30,
    1.5,
    float("nan"),
    "",
    "\ud800",
    "../../x",
    [],
    {},
    [[]],
    [1],
    "q",
)


def places(value: Any, here: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield here
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places(inner, (*here, key))
    elif isinstance(value, list) and value:
        yield from places(value[0], (*here, 0))


@pytest.mark.parametrize("name", [STRUCTURE, REPORT, ".published.json"])
def test_an_edition_with_any_value_in_its_files_or_one_gone_is_read_or_refused(
    tmp_path: Path, name: str
) -> None:
    folder = make(tmp_path / "letter")
    republish(folder)
    sound = (folder / name).read_text(encoding="utf-8")
    chance = random.Random(5)
    found = list(places(json.loads(sound)))
    for place, gone in ((place, gone) for place in found for gone in (False, True)):
        made = json.loads(sound)
        if place:
            inner = made
            for step in place[:-1]:
                inner = inner[step]
            if gone:
                del inner[place[-1]]
            else:
                inner[place[-1]] = chance.choice(VALUES)
        else:
            made = []
        (folder / name).write_text(json.dumps(made), encoding="utf-8")
        with contextlib.suppress(InputError):
            edition = updated(folder)
            as_xliff(edition)
            as_json_edition(edition)
        style_of(folder)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["letter"]


@pytest.mark.parametrize("name", [STRUCTURE, REPORT, UNITS, ".published.json", history.HISTORY])
@pytest.mark.parametrize("content", [b"", b"[" * 100_000, b'{"a":' * 100_000, b"\xff\xfe\x00"])
def test_a_damaged_edition_is_one_message(tmp_path: Path, name: str, content: bytes) -> None:
    folder = make(tmp_path / "letter")
    (folder / name).write_bytes(content)
    with contextlib.suppress(InputError):
        edition = updated(folder)
        signed(edition, folder)
    style_of(folder)
