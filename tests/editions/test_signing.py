"""Who reviewed an edition, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from vertaal.editions import carry_over, save_report, signed, signers
from vertaal.editions.changes import Change, Ledger
from vertaal.editions.history import HISTORY
from vertaal.editions.units import load_units, save_units
from vertaal.types import Document, Edition, Provenance, Segment, State, Unit

UNITS = (Unit("q-1", "q1", "Wat?", "What?"), Unit("a-1", "a1", "Ja.", "Yes."))
TODAY = datetime.now(UTC).date().isoformat()


def said(folder: Path, *names: str, publisher: str = "") -> tuple[str, ...]:
    """Who is named; written down as a build or a publish does."""
    path = folder / "edition.jsonl"
    edition = Edition("letter", Document(()), (), load_units(folder) if path.exists() else ())
    made = signed(edition, folder, names, publisher)
    save_report(made, folder)
    return made.provenance.reviewers


def change(folder: Path, by: str, at: int = 0, **fields: str | State) -> str:
    """Change a unit as it stands; the name under which that can be undone."""
    unit = load_units(folder)[at]
    return Ledger(folder).change([Change(unit.id, unit.rev, **fields)], by=by).group  # type: ignore[arg-type]


def test_the_last_change_gives_the_day(tmp_path: Path) -> None:
    save_units(UNITS, tmp_path)
    change(tmp_path, "Anna", state=State.REVIEWED)
    history = tmp_path / HISTORY
    history.write_text(history.read_text(encoding="utf-8").replace(TODAY, "2026-01-20"))
    edition = Edition("letter", Document(()), (), load_units(tmp_path))
    assert signed(edition, tmp_path).provenance.review_date == "2026-01-20"
    assert said(tmp_path) == ("Anna",)


def test_nobody_did_anything(tmp_path: Path) -> None:
    assert said(tmp_path) == ()


def test_who_puts_a_name_to_it_does_so_today(tmp_path: Path) -> None:
    made = signed(Edition("letter", Document(()), (), ()), tmp_path, (" Ministry ", "Anna"))
    assert made.provenance.reviewers == ("Ministry", "Anna")
    assert made.provenance.review_date == TODAY


def test_a_new_build_keeps_what_the_report_said(tmp_path: Path) -> None:
    edition = Edition("letter", Document(()), (), ())
    earlier = replace(signed(edition, tmp_path, ("Ministry",)).provenance, review_date="2026-11-23")
    save_report(replace(edition, provenance=earlier), tmp_path)
    assert signed(edition, tmp_path).provenance == earlier
    other = replace(edition, provenance=Provenance(source_name="b.txt", source_digest="2"))
    assert signed(other, tmp_path).provenance.reviewers == (), "but not of another source"
    (tmp_path / "report.json").write_text("{", encoding="utf-8")
    assert said(tmp_path) == ()


def test_only_those_whose_approval_stands_are_named(tmp_path: Path) -> None:
    save_units(UNITS, tmp_path)
    for at in (0, 1):
        change(tmp_path, "Anna", at, state=State.REVIEWED)
    change(tmp_path, "Trainee", note="Please check the name.")
    group = change(tmp_path, "Passer-by", target="Nonsense.")
    Ledger(tmp_path).undo(group, by="Passer-by")
    assert load_units(tmp_path)[0].reviewed
    assert said(tmp_path) == ("Anna",)
    change(tmp_path, "Bo", 0, target="What is it?", state=State.REVIEWED)
    assert said(tmp_path) == ("Anna", "Bo")
    change(tmp_path, "Bo", 1, state=State.FINAL)
    assert said(tmp_path) == ("Anna", "Bo"), "both approvals of it stand"
    change(tmp_path, "Carla", 1, target="Yes, we do.")
    assert said(tmp_path) == ("Bo",)


def test_an_approval_goes_along_to_a_new_id(tmp_path: Path) -> None:
    save_units(UNITS, tmp_path)
    change(tmp_path, "Anna", 1, state=State.REVIEWED)
    segments = [Segment("q-9", "q1", 0, 0, 8, "Wat dan?"), Segment("a-9", "a1", 0, 0, 3, "Ja.")]
    kept, _ = carry_over(segments, load_units(tmp_path))
    save_units(kept.values(), tmp_path)
    change(tmp_path, "Bo", note="Is that so?")
    assert said(tmp_path) == ("Anna",)


def test_a_name_given_anew_replaces_the_earlier_one(tmp_path: Path) -> None:
    save_units(UNITS, tmp_path)
    change(tmp_path, "Anna", state=State.REVIEWED)
    assert said(tmp_path, "A. de Vris") == ("Anna", "A. de Vris")
    assert said(tmp_path) == ("Anna", "A. de Vris")
    assert said(tmp_path, "A. de Vries") == ("Anna", "A. de Vries")
    assert said(tmp_path, publisher="Bo") == ("Anna", "A. de Vries", "Bo")
    assert said(tmp_path, "") == ("Anna",)


def test_a_name_holds_for_the_text_that_it_was_put_to(tmp_path: Path) -> None:
    save_units(UNITS, tmp_path)
    for at in (0, 1):
        change(tmp_path, "Anna", at, state=State.REVIEWED)
    assert said(tmp_path, "Director") == ("Anna", "Director")
    change(tmp_path, "", 1, note="Approved at noon.")
    change(tmp_path, "Bo", 0, state=State.FINAL)
    assert said(tmp_path) == ("Anna", "Bo", "Director"), "the text is the same"
    change(tmp_path, "", 1, target="Yes, in 2031.", state=State.REVIEWED)
    assert signers(tmp_path) == ("Director",)
    assert said(tmp_path) == ("Anna", "Bo"), "and would have approved what nobody showed them"
    assert said(tmp_path, publisher="Bo") == ("Anna", "Bo")
    assert signers(tmp_path) == ("Bo",)


def test_names_outlive_a_history_that_was_left_behind(tmp_path: Path) -> None:
    save_units(UNITS, tmp_path)
    change(tmp_path, "Anna", state=State.REVIEWED)
    assert said(tmp_path, "Ministry") == ("Anna", "Ministry")
    (tmp_path / HISTORY).unlink()
    assert said(tmp_path, "Bo") == ("Anna", "Bo")
