"""Which files of a folder are sources."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pytest

from echo import Echo
from vertaal.editions.shapes import of_json
from vertaal.editions.store import read_provenance
from vertaal.editions.units import load_units, save_units
from vertaal.errors import InputError
from vertaal.glossary import Glossary
from vertaal.jobs import jobs
from vertaal.pipeline import build
from vertaal.style import Style
from vertaal.types import Provenance, State
from vertaal.workshop import Workshop

JEMEN = """Vraag 1
Deelt u de zorgen over de situatie in Jemen?

Antwoord op vraag 1
Ja. Het kabinet volgt de situatie op de voet.

Vraag 2
Kunt u deze vragen afzonderlijk beantwoorden?

Antwoord op vraag 2
Ja.
"""
SOEDAN = """Vraag 1
Hoeveel hulp heeft Nederland dit jaar aan Soedan gegeven?

Antwoord op vraag 1
Dat is in de begroting terug te vinden.

Vraag 2
Kunt u deze vragen afzonderlijk beantwoorden?

Antwoord op vraag 2
Ja.
"""


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def made(output: Path, *sources: Path) -> list[str]:
    """The names of the editions that are made of the sources."""
    workshop = Workshop(output, Echo(), Glossary(), Style(("english",), ("html",)))
    outcomes = list(build(jobs(sources, output), workshop))
    assert not [outcome.failure for outcome in outcomes if outcome.failure]
    return [outcome.job.name for outcome in outcomes]


def review(folder: Path) -> None:
    save_units([replace(u, state=State.REVIEWED, rev=1) for u in load_units(folder)], folder)


def reviewed(folder: Path) -> bool:
    return all(unit.reviewed for unit in load_units(folder))


def test_editions_below_a_folder_are_no_sources(tmp_path: Path) -> None:
    for name in ("letter.txt", "output/letter/english.docx", "output/letter/edition.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    assert [job.name for job in jobs([tmp_path])] == ["letter"]


def test_two_documents_of_one_name_have_an_edition_each(tmp_path: Path) -> None:
    output = tmp_path / "out"
    first = written(tmp_path / "a" / "nota.txt", JEMEN)
    second = written(tmp_path / "b" / "nota.txt", SOEDAN)
    assert made(output, first) == ["nota"]
    review(output / "nota")
    assert made(output, second) == ["nota-txt"]
    assert reviewed(output / "nota")
    for sources, names in (
        ([second, first], ["nota-txt", "nota"]),
        ([first, second], ["nota", "nota-txt"]),
        ([second], ["nota-txt"]),
    ):
        assert made(output, *sources) == names
    assert reviewed(output / "nota")


def test_of_two_editions_of_that_name_the_likelier_is_continued(tmp_path: Path) -> None:
    output = tmp_path / "out"
    first = written(tmp_path / "a" / "nota.txt", JEMEN)
    second = written(tmp_path / "b" / "nota.txt", JEMEN.replace("Jemen", "Soedan"))
    assert made(output, first, second) == ["nota", "nota-txt"]
    review(output / "nota")
    written(second, JEMEN.replace("Jemen", "Soedan").replace("op de voet", "nauwgezet"))
    assert made(output, second) == ["nota-txt"]


def test_a_document_that_comes_beside_takes_no_name(tmp_path: Path) -> None:
    output = tmp_path / "out"
    written(tmp_path / "in" / "nota.txt", JEMEN)
    assert made(output, tmp_path / "in") == ["nota"]
    review(output / "nota")
    written(tmp_path / "in" / "nota.md", SOEDAN)
    assert made(output, tmp_path / "in") == ["nota-md", "nota"]
    (tmp_path / "in" / "nota.txt").unlink()
    assert made(output, tmp_path / "in") == ["nota-md"]
    assert reviewed(output / "nota")


@pytest.mark.parametrize("alone", [True, False])
def test_a_document_finds_its_edition_wherever_it_lies(tmp_path: Path, alone: bool) -> None:
    output = tmp_path / "out"
    source = written(tmp_path / "here" / "nota.txt", JEMEN)
    assert made(output, source if alone else source.parent) == ["nota"]
    review(output / "nota")
    shutil.move(tmp_path / "here", tmp_path / "there")
    source = written(tmp_path / "there" / "nota.txt", JEMEN.replace("op de voet", "nauwgezet"))
    assert made(output, source if alone else source.parent) == ["nota"]
    units = load_units(output / "nota")
    assert [unit.reviewed for unit in units] == [True, True, False, True, True, True]
    assert units[-1].orphaned
    written(source, SOEDAN)
    assert made(output, source if alone else source.parent) == ["nota-txt"]


def test_two_archives_of_one_plan_have_their_editions_each(tmp_path: Path) -> None:
    output = tmp_path / "out"
    first = written(tmp_path / "a" / "2019" / "brief.txt", JEMEN)
    second = written(tmp_path / "b" / "2019" / "brief.txt", SOEDAN)
    assert made(output, tmp_path / "a") == ["2019/brief"]
    assert made(output, tmp_path / "b") == ["2019/brief-txt"]
    written(second, SOEDAN.replace("dit jaar", "vorig jaar"))
    written(first, JEMEN.replace("op de voet", "nauwgezet"))
    both = jobs([tmp_path / "b", tmp_path / "a"], output)
    assert [job.name for job in both] == ["2019/brief-txt", "2019/brief"]


def test_a_scan_of_a_folder_is_not_recognised_to_find_its_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = written(tmp_path / "in" / "brief.txt", JEMEN)
    made(tmp_path / "out", tmp_path / "in")
    structure = tmp_path / "out" / "brief" / "document.json"
    value = json.loads(structure.read_text(encoding="utf-8"))
    scan = {"engine": "e", "pages": [1], "confidence": 1.0, "doubts": [], "unread": []}
    structure.write_text(json.dumps(value | {"scan": scan}), encoding="utf-8")
    written(source, SOEDAN)
    read = Mock()
    monkeypatch.setattr("vertaal.jobs.read", read)
    assert [job.name for job in jobs([tmp_path / "in"], tmp_path / "out")] == ["brief"]
    read.assert_not_called()


def test_names_that_differ_in_case_alone_are_one_folder_elsewhere(tmp_path: Path) -> None:
    sources = [tmp_path / "a" / "Brief.txt", tmp_path / "b" / "brief.txt"]
    assert [job.name for job in jobs(sources)] == ["Brief", "brief-txt"]


def test_a_document_finds_its_edition_where_one_before_it_has_been_removed(tmp_path: Path) -> None:
    output = tmp_path / "out"
    sources = [
        written(tmp_path / name / "nota.txt", JEMEN.replace("Jemen", name)) for name in "abcd"
    ]
    assert made(output, *sources)[2:] == ["nota-txt-2", "nota-txt-3"]
    review(output / "nota-txt-3")
    shutil.rmtree(output / "nota-txt-2")
    assert [job.name for job in jobs(sources[3:], output)] == ["nota-txt-3"]


def test_where_an_edition_comes_from_is_read_from_the_end_of_its_report(tmp_path: Path) -> None:
    source = written(tmp_path / "nota.txt", JEMEN)
    made(tmp_path / "out", source)
    folder = tmp_path / "out" / "nota"
    report = folder / "report.json"
    whole = report.read_text(encoding="utf-8")
    known = json.loads(whole)
    assert read_provenance(folder) == of_json(Provenance, known["provenance"])
    # Neither what a text says nor another way of writing leads it astray.
    known["checks"][0]["message"] = '\n "provenance": {'
    known["provenance"]["reviewers"] = ["é" * 100] * 500
    known["fingerprint"] = '\n "provenance": {}'
    for indent in (None, 1, 2):
        report.write_text(json.dumps(known, ensure_ascii=False, indent=indent), encoding="utf-8")
        assert read_provenance(folder) == of_json(Provenance, known["provenance"])
    report.write_text("x" * 200_000 + whole[-2000:], encoding="utf-8")
    assert [job.name for job in jobs([source], tmp_path / "out")] == ["nota"]
    report.write_text(whole[:-200], encoding="utf-8")
    with pytest.raises(InputError):
        read_provenance(folder)


def test_a_new_document_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = written(tmp_path / "nota.txt", JEMEN)
    read = Mock()
    monkeypatch.setattr("vertaal.jobs.read", read)
    assert [job.name for job in jobs([source], tmp_path / "out")] == ["nota"]
    read.assert_not_called()


def test_no_edition_lies_outside_the_output(tmp_path: Path) -> None:
    sources = [tmp_path / name for name in ("...txt", " .txt", "....txt", "\u00a0.txt")]
    names = [job.name for job in jobs(sources)]
    assert names == ["untitled", "untitled-txt", "untitled-txt-2", "untitled-txt-3"]
