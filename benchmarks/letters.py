"""Any number of letters of real text: questions and answers of the tests' letters, recombined.

The pairs are dealt like cards: none comes a second time before all have come once, so that the
documents that are translated in one go share hardly a sentence. Which pairs stand together, and
how many, is chance with a fixed seed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from vertaal.jobs import jobs
from vertaal.parsing.document import parse
from vertaal.reading import read

LETTERS = Path(__file__).parents[1] / "tests" / "data" / "letters"

Pair = tuple[str, str]
"""A question and its answer."""


@cache
def pairs() -> tuple[Pair, ...]:
    """Every question of the tests' letters that has an answer to itself."""
    found: dict[Pair, None] = {}
    for job in jobs([LETTERS]):
        document = parse(read(job.path))
        questions = {block.numbers: block.text for block in document.questions}
        for answer in document.answers:
            if answer.text and questions.get(answer.numbers):
                found[questions[answer.numbers], answer.text] = None
    return tuple(found)


def write_letters(folder: Path, count: int, seed: int = 7) -> None:
    """Write `count` letters of two to twelve questions as text files into `folder`."""
    chance = random.Random(seed)
    deck = _dealt(chance)
    for number in range(count):
        parts = [f"Antwoorden van de minister op vragen van leden, kenmerk 2026Z{number:05}"]
        for place in range(1, chance.randint(2, 12) + 1):
            question, answer = next(deck)
            parts.append(f"Vraag {place}\n{question}\n\nAntwoord\n{answer}")
        path = folder / f"{number // 100:03}" / f"letter{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _dealt(chance: random.Random) -> Iterator[Pair]:
    while True:
        deck = list(pairs())
        chance.shuffle(deck)
        yield from deck
