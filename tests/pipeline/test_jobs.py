"""Which files of a folder are sources."""

from __future__ import annotations

from pathlib import Path

from vertaal.jobs import jobs


def test_editions_below_a_folder_are_no_sources(tmp_path: Path) -> None:
    for name in ("letter.txt", "output/letter/english.docx", "output/letter/edition.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    assert [job.name for job in jobs([tmp_path])] == ["letter"]
