"""Who reviewed an edition, and when."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from vertaal.editions import save_report, signed
from vertaal.editions.history import Record, recording
from vertaal.types import Document, Edition, Provenance, Unit

UNIT = Unit("q-1", "q1", "Ja.", "Yes.")
EDITION = Edition("letter", Document(()), (), ())


def change(day: str, by: str) -> Record:
    return Record("g", f"{day}T10:00:00+00:00", by, "edit", 1, UNIT)


def said(folder: Path, *names: str) -> tuple[tuple[str, ...], str]:
    provenance = signed(EDITION, folder, names).provenance
    return provenance.reviewers, provenance.review_date


def test_the_last_change_gives_the_day(tmp_path: Path) -> None:
    with recording(tmp_path, [change("2026-11-20", "Anna"), change("2026-11-22", "")]):
        pass
    assert said(tmp_path) == (("Anna",), "2026-11-22")


def test_nobody_did_anything(tmp_path: Path) -> None:
    assert said(tmp_path) == ((), "")


def test_who_puts_a_name_to_it_does_so_today(tmp_path: Path) -> None:
    with recording(tmp_path, [change("2026-11-20", "Anna")]):
        pass
    today = datetime.now(UTC).date().isoformat()
    assert said(tmp_path, " Ministry ", "Anna", "") == (("Anna", "Ministry"), today)


def test_a_new_build_keeps_what_the_report_said(tmp_path: Path) -> None:
    earlier = Provenance(reviewers=("Ministry",), review_date="2026-11-23")
    save_report(Edition("letter", Document(()), (), (), provenance=earlier), tmp_path)
    assert said(tmp_path) == (("Ministry",), "2026-11-23")
    (tmp_path / "report.json").write_text("{", encoding="utf-8")
    assert said(tmp_path) == ((), "")
