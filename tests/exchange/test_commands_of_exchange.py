"""`vertaal export` and `vertaal import` as a user calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands import vertaal
from review.desks import make
from vertaal.editions import load
from vertaal.editions.changes import Change, Ledger
from vertaal.editions.units import load_units
from vertaal.exchange.xliff_writing import as_xliff
from vertaal.memory import gather
from vertaal.types import State


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    return make(tmp_path / "output" / "letter")


@pytest.mark.parametrize("form", ["xliff", "xliff12", "tmx", "review"])
def test_every_format_is_written_whole(letter: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"letter.{form}"
    code, said = vertaal("export", letter, "--format", form, "-o", path)
    assert (code, said) == (0, f"{path}: 6 segments\n")
    assert "Bent u bekend met het bericht?" in path.read_text(encoding="utf-8")


def decisions(path: Path, *entries: dict[str, object]) -> Path:
    value = {"format": "vertaal-decisions", "reviewer": "Anna", "decisions": entries}
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def test_decisions_are_merged_and_what_does_not_fit_is_told(letter: Path, tmp_path: Path) -> None:
    Ledger(letter).change([Change("q1-0", 0, target="Newer.")])
    file = decisions(
        tmp_path / "d.json",
        {"id": "a1-0", "source": "Ja.", "rev": 0, "target": "Yes, we are.", "state": "reviewed"},
        {"id": "q1-0", "source": "Bent u bekend met het bericht?", "rev": 0, "target": "Older."},
        {"id": "x", "source": "Weg.", "rev": 0, "target": "Gone."},
    )
    code, said = vertaal("import", letter, file)
    assert code == 1
    assert "1 segment changed, 0 as they were, 1 conflict, 1 no longer fit" in said
    for part in ("Newer.", "Older.", "Gone."):
        assert part in said
    units = {unit.id: unit for unit in load_units(letter)}
    assert units["q1-0"].target == "Newer."
    assert (units["a1-0"].target, units["a1-0"].state) == ("Yes, we are.", State.REVIEWED)
    code, said = vertaal("import", letter, file)
    assert "0 segments changed, 1 as they were" in said


@pytest.mark.parametrize("state", ["reviewed", None])
def test_an_approval_brings_the_text_that_was_approved(
    letter: Path, tmp_path: Path, state: str | None
) -> None:
    """A build has put another text there since, which its reader has not seen."""
    entry = {"id": "a1-0", "source": "Ja.", "rev": 0, "shown": "Yes, we do.", "note": "Hm."}
    file = decisions(tmp_path / "d.json", entry | ({"state": state} if state else {}))
    assert vertaal("import", letter, file)[0] == 0
    unit = next(unit for unit in load_units(letter) if unit.id == "a1-0")
    assert (unit.target, unit.reviewed) == (("Yes, we do.", True) if state else ("Yes.", False))


def test_half_a_character_is_refused(letter: Path, tmp_path: Path) -> None:
    before = (letter / "edition.jsonl").read_bytes()
    entry = {"id": "a1-0", "source": "Ja.", "rev": 0, "target": "Yes \ud83d"}
    code, said = vertaal("import", letter, decisions(tmp_path / "d.json", entry))
    assert code == 2
    assert "surrogates not allowed" in said
    assert (letter / "edition.jsonl").read_bytes() == before


def test_what_is_approved_no_longer_is_told(letter: Path, tmp_path: Path) -> None:
    Ledger(letter).change([Change("a1-0", 0, state=State.REVIEWED)])
    path = tmp_path / "letter.xlf"
    path.write_text(as_xliff(load(letter)).replace("Yes.", "Indeed."), encoding="utf-8")
    code, said = vertaal("import", letter, path)
    assert code == 0
    assert "approved no longer: a1-0: Ja.\n    now:  Indeed." in said


def test_decisions_that_fit_give_code_0(letter: Path, tmp_path: Path) -> None:
    entry = {"id": "a1-0", "source": "Ja.", "rev": 0, "note": "Fine"}
    code, said = vertaal("import", letter, decisions(tmp_path / "d.json", entry))
    assert code == 0
    assert "vertaal publish" in said


def test_a_memory_is_shelved_beside_the_editions(letter: Path, tmp_path: Path) -> None:
    Ledger(letter).change([Change("a1-0", 0, target="Yes, we are.", state=State.REVIEWED)])
    path = tmp_path / "shared.tmx"
    vertaal("export", letter, "--format", "tmx", "-o", path)
    other = make(tmp_path / "elsewhere" / "other", [("q1", "Goed?", "Good?")])
    code, said = vertaal("import", other, path)
    assert code == 0
    assert "1 pair in" in said
    assert "5 left out: not reviewed" in said
    found = gather(other.parent).exact("Ja.")
    assert found is not None
    assert (found.target, found.where) == ("Yes, we are.", "shared.tmx")


def test_another_memory_of_the_same_name_stands_beside_the_first(
    letter: Path, tmp_path: Path
) -> None:
    paths = [tmp_path / "one" / "memory.tmx", tmp_path / "two" / "memory.tmx"]
    for path, segment, text in zip(
        paths, ("a1-0", "q2-0"), ("Yes, we are.", "What now?"), strict=True
    ):
        path.parent.mkdir()
        Ledger(letter).change([Change(segment, 0, target=text, state=State.FINAL)])
        vertaal("export", letter, "--format", "tmx", "-o", path)
    other = make(tmp_path / "elsewhere" / "other", [("q1", "Goed?", "Good?")])
    for path in (*paths, *paths):
        code, _ = vertaal("import", other, path)
        assert code == 0
    shelf = sorted(other.parent.rglob("*.tmx"))
    assert [each.name for each in shelf] == ["memory-2.tmx", "memory.tmx"]
    assert sorted(each.read_bytes() for each in shelf) == sorted(p.read_bytes() for p in paths)


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "no-such-edition", "--format", "tmx", "-o", "x.tmx"],
        ["import", "no-such-edition", "x.tmx"],
        ["review", "no-such-edition", "--no-browser"],
    ],
)
def test_a_wrong_edition_gets_exit_code_2(arguments: list[str]) -> None:
    code, said = vertaal(*arguments)
    assert code == 2
    assert "no-such-edition" in said


def test_a_file_that_is_not_there_gets_exit_code_2(letter: Path) -> None:
    code, said = vertaal("import", letter, letter / "nothing.xlf")
    assert code == 2
    assert "nothing.xlf" in said


@pytest.mark.parametrize("name", ["parallel.docx", "parallel.html", "letter-review.html"])
def test_a_document_that_was_changed_is_no_export(letter: Path, name: str) -> None:
    path = letter.parent / name
    head = b"PK\x03\x04\x14" if name.endswith("docx") else b"\n<!DOCTYPE html>\n<html><p>"
    path.write_bytes(head)
    code, said = vertaal("import", letter, path)
    assert code == 2
    assert f"{name}: is a document" in said
    assert "Save decisions" in said


def test_a_folder_is_no_export(letter: Path) -> None:
    code, said = vertaal("import", letter, letter)
    assert code == 2
    assert "target/edition.xlf" in said


def test_an_edition_as_json_is_no_file_of_decisions(letter: Path, tmp_path: Path) -> None:
    file = tmp_path / "letter.json"
    vertaal("export", letter, "--format", "json", "-o", file)
    code, said = vertaal("import", letter, file)
    assert code == 2
    assert "is no file of decisions (it lacks decisions)" in said
