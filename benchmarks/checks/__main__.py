"""Plant errors in correct pairs and count what each check finds.

    python -m benchmarks.checks [--pairs FILE] [--seed N] [--rounds N] [--missed]

`pairs.tsv` holds 300 sentences of real questions and answers with a correct English, drawn by
chance, by the kind of place that each check needs. Every planter spoils every pair that offers it
a place, `--rounds` times; recall is the share of these that its check notices. The same pairs,
unspoilt, tell the false alarms; precision is right alarms among all, with as many spoilt pairs as
sound ones. For the checks that need a whole document (below the line in the table) an error is
planted in an edition instead. Exit code 1 where a check falls below 95% recall or 90% precision.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.checks.editions import Planter as EditionPlanter
from benchmarks.checks.editions import cases
from benchmarks.checks.plants import PLANTERS, Pair, Planter
from vertaal.checks import CHECKS, EDITION_CHECKS, check_unit
from vertaal.types import Edition

PAIRS = Path(__file__).with_name("pairs.tsv")
RECALL, PRECISION = 0.95, 0.90


@dataclass(frozen=True, slots=True)
class Score:
    """What a check did: errors planted and found, sound pairs and alarms on them."""

    planted: int
    found: int
    alarms: int
    pairs: int
    missed: tuple[Pair, ...]

    @property
    def recall(self) -> float:
        return self.found / self.planted if self.planted else 0.0

    @property
    def precision(self) -> float:
        """With as many planted errors as the pairs that could have had one."""
        alarms = self.alarms * self.planted / self.pairs if self.pairs else 0.0
        return self.found / (self.found + alarms) if self.found else 0.0


def read_pairs(path: Path) -> list[Pair]:
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(row[0], row[1]) for row in rows]


def _planted(
    pairs: list[Pair], planter: Planter, seed: int, rounds: int
) -> Iterator[tuple[Pair, Pair]]:
    """Each pair that can be spoilt, with the spoilt one."""
    for turn in range(rounds):
        for place, pair in enumerate(pairs):
            spoilt = planter(pair, random.Random(f"{seed}-{turn}-{place}"))
            if spoilt is not None and spoilt[1] != pair[1]:
                yield pair, spoilt


def measure(name: str, pairs: list[Pair], seed: int = 1, rounds: int = 1) -> Score:
    cases = list(_planted(pairs, PLANTERS[name], seed, rounds))
    missed = [spoilt for _, spoilt in cases if not list(CHECKS[name].function(*spoilt))]
    sound = dict.fromkeys(pair for pair, _ in cases)
    alarms = sum(bool(list(CHECKS[name].function(*pair))) for pair in sound)
    return Score(len(cases), len(cases) - len(missed), alarms, len(sound), tuple(missed))


def measure_editions(
    check: str, editions: tuple[Edition, ...], planter: EditionPlanter, seed: int, times: int
) -> Score:
    """Each planted error must be reported in its place; the alarms are those on sound units."""
    function = EDITION_CHECKS[check].function
    planted = found = 0
    missed: list[Pair] = []
    for turn in range(times):
        for number, edition in enumerate(editions):
            spoilt = planter(edition, random.Random(f"{seed}-{turn}-{number}"))
            if spoilt is None:
                continue
            made, place = spoilt
            planted += 1
            if any(segment == place for segment, _ in function(made)):
                found += 1
            else:
                unit = next(unit for unit in made.units if unit.id == place)
                missed.append((unit.source, unit.target))
    alarms = sum(len({segment for segment, _ in function(edition)}) for edition in editions)
    units = sum(len(edition.units) for edition in editions)
    return Score(planted, found, alarms, units, tuple(missed))


def main() -> int:
    parser = argparse.ArgumentParser(description="Recall and precision of the checks.")
    parser.add_argument("--pairs", type=Path, default=PAIRS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--missed", action="store_true", help="print what was not noticed")
    options = parser.parse_args()
    pairs = read_pairs(options.pairs)
    print(f"{len(pairs)} pairs, seed {options.seed}, {options.rounds} rounds")
    print(f"{'check':17}{'planted':>9}{'recall':>9}{'alarms':>12}{'precision':>11}")
    low = False
    scores = {name: measure(name, pairs, options.seed, options.rounds) for name in PLANTERS} | {
        row: measure_editions(*case, options.seed, 100 // len(case[1]) * options.rounds)
        for row, case in cases(pairs).items()
    }
    for name, score in scores.items():
        low = low or score.recall < RECALL or score.precision < PRECISION
        alarms = f"{score.alarms}/{score.pairs}"
        print(f"{name:17}{score.planted:9}{score.recall:9.1%}{alarms:>12}{score.precision:11.1%}")
        for source, target in score.missed if options.missed else ():
            print(f"    nl: {source}\n    en: {target}")
    sound = [check_unit(*pair) for pair in pairs]
    flagged = sum(bool(findings) for findings in sound)
    print(f"any alarm on a sound pair: {flagged}/{len(pairs)} ({flagged / len(pairs):.1%})")
    return int(low)


if __name__ == "__main__":
    sys.exit(main())
