"""Lint: broken glossaries and what is said of each, in paired files; the starter glossary; speed.

A new case is two files in `tests/data/glossaries/broken`: NAME.csv (or another format, or a folder
of files) and NAME.expected with the lines that lint prints.
"""

from __future__ import annotations

import csv
import random
import time
from pathlib import Path

import pytest

from vertaal.glossary import load
from vertaal.glossary.linting import lint

BROKEN = Path(__file__).parents[1] / "data" / "glossaries" / "broken"
STARTER = Path(__file__).parents[2] / "glossary"
CASES = sorted(path.stem for path in BROKEN.glob("*.expected"))


def test_there_are_fifty_broken_glossaries() -> None:
    assert len(CASES) >= 50


@pytest.mark.parametrize("name", CASES)
def test_a_broken_glossary_is_told_what_is_wrong(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BROKEN)
    (path,) = (path for path in Path().glob(f"{name}*") if path.stem == name and _is_case(path))
    expected = (BROKEN / f"{name}.expected").read_text(encoding="utf-8").splitlines()
    assert expected
    assert [str(flaw) for flaw in lint([path])] == expected


def _is_case(path: Path) -> bool:
    return path.suffix != ".expected"


def test_the_starter_glossary_lints_clean() -> None:
    assert [str(flaw) for flaw in lint([STARTER])] == []


def test_the_starter_glossary_has_six_hundred_entries() -> None:
    terms = load([STARTER]).terms
    assert len({term.source for term in terms}) >= 600


def test_ten_thousand_rows_lint_fast(tmp_path: Path) -> None:
    chance = random.Random(3)
    parts = ["wet", "raad", "stuk", "dag", "hof", "plan", "zorg", "huis", "weg", "land", "werk"]
    words = sorted({"".join(chance.choices(parts, k=5)) for _ in range(12_000)})[:10_000]
    path = tmp_path / "big.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["source", "target", "status", "match", "domain", "note"])
        rows.writerows(
            [word, f"thing {at}", "preferred", "lemma", "", ""] for at, word in enumerate(words)
        )
    begin = time.process_time()
    assert lint([path]) == ()
    assert time.process_time() - begin < 10
