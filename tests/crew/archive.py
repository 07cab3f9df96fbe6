"""An archive of small letters, and what must hold of its editions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from vertaal.crew import Recipe
from vertaal.editions import load
from vertaal.glossary import Glossary
from vertaal.style import Style
from vertaal.translation.translator import Translator
from vertaal.workshop import Outcome

LETTER = "Antwoorden\n\nVraag 1\nBent u bekend met {0}?\n\nAntwoord\nJa, met {0}.\n"
STYLE = Style(("english",), ("html",))


def archive(folder: Path, subjects: Sequence[str]) -> Path:
    for number, subject in enumerate(subjects):
        path = folder / f"{number // 10}" / f"letter{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(LETTER.format(subject), encoding="utf-8")
    return folder


def recipe(output: Path, translator: Callable[[], Translator]) -> Recipe:
    return Recipe(output, translator, Glossary(), STYLE)


def assert_all_made(outcomes: Sequence[Outcome], output: Path, count: int) -> None:
    """Each document has one outcome and one whole edition with its own text."""
    names = [outcome.job.name for outcome in outcomes]
    assert sorted(names) == sorted({f"{n // 10}/letter{n}" for n in range(count)})
    assert [outcome.failure for outcome in outcomes] == [None] * count
    for outcome in outcomes:
        edition = load(output / outcome.job.name)
        assert [unit.target for unit in edition.units] == [f"[{u.source}]" for u in edition.units]
        assert (output / outcome.job.name / "english.html").is_file()
    left = [*output.rglob(".*.????????"), *output.rglob(".cluster*")]
    assert left == [], "no temporary file"
