"""What was approved in one edition comes back in the next build."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from review.desks import make
from vertaal.editions import load
from vertaal.editions.changes import Change, Ledger
from vertaal.editions.units import load_units
from vertaal.exchange.importing import take_in
from vertaal.glossary import Glossary
from vertaal.jobs import jobs
from vertaal.memory import gather
from vertaal.memory.tmx import as_tmx
from vertaal.pipeline import build
from vertaal.types import Origin, State, Translation, Unit
from vertaal.workshop import Outcome, Workshop

LETTER = "Vraag 1\nBent u bekend met dit bericht?\n\nAntwoord\nJa, dat bericht is bekend.\n"
OTHER = "Vraag 1\nWat vindt u daarvan?\n\nAntwoord op vraag 1\nJa, dat bericht is bekend.\n"


class Parrot:
    """Stands for a translator: says the Dutch again."""

    model = SimpleNamespace(name="parrot", digest="0")
    engine_name = "none"
    decoding = SimpleNamespace(signature="")

    def translate(self, requests: Any, progress: Any = None) -> list[Translation]:
        return [Translation(request.source, 0.0) for request in requests]


def built(source: Path) -> Outcome:
    output = source.parent / "output"
    parrot: Any = Parrot()
    workshop = Workshop(output, parrot, Glossary(), memory=gather(output))
    [outcome] = build(jobs([source]), workshop)
    assert outcome.failure is None
    return outcome


def unit_of(folder: Path, source: str) -> Unit:
    return next(unit for unit in load_units(folder) if unit.source == source)


def test_an_approved_sentence_is_reused_and_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "two.txt").write_text(OTHER, encoding="utf-8")
    one = built(tmp_path / "one.txt").folder
    two = built(tmp_path / "two.txt").folder
    sentence = "Ja, dat bericht is bekend."
    assert unit_of(two, sentence).origin is Origin.MT
    assert built(tmp_path / "two.txt").unchanged

    unit = unit_of(one, sentence)
    change = Change(unit.id, 0, target="Yes, we know of it.", state=State.REVIEWED)
    Ledger(one).change([change], by="Anna")
    assert not built(tmp_path / "two.txt").unchanged
    reused = unit_of(two, sentence)
    assert (reused.target, reused.origin, reused.state, reused.rev) == (
        "Yes, we know of it.",
        Origin.TM,
        State.TRANSLATED,
        0,
    )
    assert unit_of(two, "Wat vindt u daarvan?").origin is Origin.MT
    assert built(tmp_path / "two.txt").unchanged


def test_a_bare_yes_is_not_taken_from_another_question(tmp_path: Path) -> None:
    letter = (
        "Vraag 1\nBent u bereid dit te doen?\n\nAntwoord 1\nJa.\n\n"
        "Vraag 2\nKlopt dit?\n\nAntwoord 2\nJa. {}\n"
    )
    source = tmp_path / "one.txt"
    source.write_text(letter.format("Dat is zo."), encoding="utf-8")
    one = built(source).folder
    for part, english in (("Ja.", "Yes, I am."), ("Klopt dit?", "Is this true?")):
        unit = unit_of(one, part)
        Ledger(one).change([Change(unit.id, 0, target=english, state=State.REVIEWED)], by="Anna")
    (tmp_path / "two.txt").write_text(letter.format("Zo is het."), encoding="utf-8")
    source.write_text(letter.format("Dat is nu zo."), encoding="utf-8")
    for name, approved in (("one.txt", ["Yes, I am.", "Ja."]), ("two.txt", ["Ja.", "Ja."])):
        folder = built(tmp_path / name).folder
        assert [unit.target for unit in load_units(folder) if unit.source == "Ja."] == approved
        assert built(tmp_path / name).unchanged
    assert unit_of(folder, "Klopt dit?").target == "Is this true?", "which asks the same anywhere"


def test_what_is_approved_elsewhere_leaves_an_edition_that_lacks_it_as_it_is(
    tmp_path: Path,
) -> None:
    (tmp_path / "one.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "two.txt").write_text(OTHER, encoding="utf-8")
    one = built(tmp_path / "one.txt").folder
    two = built(tmp_path / "two.txt").folder
    before = {path: path.stat().st_mtime_ns for path in two.iterdir()}
    question = unit_of(one, "Bent u bekend met dit bericht?")
    Ledger(one).change([Change(question.id, 0, state=State.REVIEWED)])
    assert built(tmp_path / "two.txt").unchanged
    assert {path: path.stat().st_mtime_ns for path in two.iterdir()} == before
    # A sentence of its own that a person worked on takes nothing from elsewhere either.
    mine = unit_of(two, "Ja, dat bericht is bekend.")
    Ledger(two).change([Change(mine.id, 0, target="Yes.")])
    assert not built(tmp_path / "two.txt").unchanged
    theirs = unit_of(one, "Ja, dat bericht is bekend.")
    Ledger(one).change([Change(theirs.id, 0, target="Indeed.", state=State.REVIEWED)])
    assert built(tmp_path / "two.txt").unchanged
    assert unit_of(two, "Ja, dat bericht is bekend.").target == "Yes."


def test_a_memory_beside_an_edition_of_an_archive_is_used(tmp_path: Path) -> None:
    output = tmp_path / "output"
    for name in ("one", "2019/two"):
        make(output / name)
        memory = as_tmx(load(make(tmp_path / "elsewhere", [("a1", name, "Yes.")])))
        path = tmp_path / f"{name.replace('/', '-')}.tmx"
        path.write_text(memory.replace("translated", "reviewed"), encoding="utf-8")
        take_in(output / name, path)
    assert {pair.source for pair in gather(output).pairs} == {"one", "2019/two"}
    assert not gather(output / "one").pairs, "nor what lies outside"


def test_a_rebuild_keeps_the_reviewers_names(tmp_path: Path) -> None:
    from vertaal.editions import load

    (tmp_path / "one.txt").write_text(LETTER, encoding="utf-8")
    folder = built(tmp_path / "one.txt").folder
    unit = load_units(folder)[0]
    Ledger(folder).change([Change(unit.id, 0, state=State.REVIEWED)], by="Anna")
    assert not built(tmp_path / "one.txt").unchanged
    assert load(folder).provenance.reviewers == ("Anna",)
    assert load_units(folder)[0].state is State.REVIEWED
