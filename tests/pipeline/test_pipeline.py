"""The main job from file to edition with real parsing, matching and pandoc; the model alone is
replaced, by one that writes down what it was asked.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from echo import Echo
from vertaal.editions import load
from vertaal.editions.changes import Change, Ledger
from vertaal.editions.units import load_units, save_units
from vertaal.errors import InputError
from vertaal.glossary import Glossary
from vertaal.glossary import load as load_glossary
from vertaal.jobs import jobs
from vertaal.pipeline import build
from vertaal.style import Style
from vertaal.translation.requests import Request
from vertaal.translation.translator import Progress
from vertaal.types import Doubt, Link, Origin, Scan, Severity, Source, State, Translation
from vertaal.updating import republish, updated
from vertaal.workshop import Outcome, Workshop

LETTER = """Antwoorden van de Minister op vragen van het lid De Vries (D66)

Vraag 1
Bent u bekend met het bericht over de rechter? Zo nee, waarom niet?

Antwoord
Ja. Het kabinet kent kenmerk 2019Z21918.

Vraag 2
Deelt u de mening dat <script>alert(1)</script> niet kan?

Antwoord
Nee.
"""


@pytest.fixture
def glossary(tmp_path: Path) -> Glossary:
    path = tmp_path / "terms.csv"
    path.write_text(
        "source,target,status,match,domain,note\n"
        "kabinet,government,preferred,lemma,,\nrechter,judge,preferred,lemma,,\n",
        encoding="utf-8",
    )
    return load_glossary([path])


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


def workshop(tmp_path: Path, glossary: Glossary, echo: Echo | None = None) -> Workshop:
    return Workshop(tmp_path / "out", echo or Echo(), glossary)


def make(path: Path, shop: Workshop) -> Outcome:
    [outcome] = build(jobs([path]), shop)
    if outcome.failure:
        raise outcome.failure
    return outcome


def report(folder: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return value


def test_a_letter_becomes_a_whole_edition(tmp_path: Path, letter: Path, glossary: Glossary) -> None:
    outcome = make(letter, workshop(tmp_path, glossary))
    names = {path.name for path in outcome.folder.iterdir() if not path.name.startswith(".")}
    assert names == {
        *("parallel.html", "parallel.docx", "english.html", "english.docx"),
        *("edition.jsonl", "report.json", "document.json"),
    }
    units = load_units(outcome.folder)
    assert all(unit.target == unit.target.strip() != "" for unit in units)
    assert len({unit.id for unit in units}) == len(units)
    assert {unit.state for unit in units} == {State.TRANSLATED}
    statuses = {t["surface"]: t["status"] for t in report(outcome.folder)["terms"]}
    assert statuses == {
        "kabinet": "satisfied",
        "rechter": "satisfied",
        "2019Z21918": "satisfied",
    } | {k: v for k, v in statuses.items() if k not in {"kabinet", "rechter", "2019Z21918"}}
    said = report(outcome.folder)["provenance"]
    assert said["model_digest"] == "d1"
    assert said["glossary_digest"] == glossary.digest
    assert said["source_name"] == "letter.txt"
    assert "<script>alert" not in (outcome.folder / "parallel.html").read_text(encoding="utf-8")


def test_nothing_is_done_where_nothing_changed(
    tmp_path: Path, letter: Path, glossary: Glossary
) -> None:
    folder = make(letter, workshop(tmp_path, glossary)).folder
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    echo = Echo()
    assert make(letter, workshop(tmp_path, glossary, echo)).unchanged
    assert echo.asked == []
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_a_scan_is_recognised_again_only_when_it_changes(
    tmp_path: Path, glossary: Glossary, monkeypatch: pytest.MonkeyPatch
) -> None:
    recognised: list[bytes] = []

    def recognise(data: bytes, path: Path) -> Source:
        recognised.append(data)
        doubts = (Doubt(1, 7, "kabinet", 0.4),)
        return Source(path.name, LETTER, scan=Scan("Tesseract", (1,), 0.9, doubts, unread[data]))

    monkeypatch.setattr("vertaal.reading.scans.read_image", recognise)
    unread: dict[bytes, tuple[int, ...]] = {b"one": (), b"two": (2,)}
    scan = tmp_path / "scan.png"
    scan.write_bytes(b"one")
    shop = workshop(tmp_path, glossary)
    folder = make(scan, shop).folder
    document = load(folder).document
    assert make(scan, shop).unchanged
    review(folder, 1, "Are you aware of the report about the judge?")
    for changed in (shop, workshop(tmp_path, Glossary()), workshop(tmp_path, glossary, Echo("d2"))):
        assert not make(scan, changed).unchanged
        assert load(folder).document == document
    assert recognised == [b"one"]
    monkeypatch.setattr("vertaal.pipeline.__version__", "another")
    make(scan, shop)
    assert recognised == [b"one", b"one"], "another version may understand it better"
    scan.write_bytes(b"two")
    make(scan, shop)
    make(scan, workshop(tmp_path, Glossary()))
    assert recognised[2:] == [b"two", b"two"], "what could not be read may be readable now"


@pytest.mark.parametrize("lost", ["parallel.docx", "report.json", "document.json"])
def test_a_lost_file_is_made_again(
    tmp_path: Path, letter: Path, glossary: Glossary, lost: str
) -> None:
    folder = make(letter, workshop(tmp_path, glossary)).folder
    (folder / lost).unlink()
    assert not make(letter, workshop(tmp_path, glossary)).unchanged
    assert (folder / lost).exists()


def review(folder: Path, number: int, target: str) -> None:
    units = list(load_units(folder))
    units[number] = replace(
        units[number], target=target, state=State.REVIEWED, origin=Origin.HUMAN, rev=1
    )
    save_units(units, folder)


def test_a_persons_text_survives_every_rebuild(
    tmp_path: Path, letter: Path, glossary: Glossary
) -> None:
    folder = make(letter, workshop(tmp_path, glossary)).folder
    review(folder, 1, "Are you aware of the report about the judge?")
    for digest in ("d1", "another model"):
        make(letter, workshop(tmp_path, glossary, Echo(digest)))
        unit = load_units(folder)[1]
        assert unit.target == "Are you aware of the report about the judge?"
        assert unit.origin is Origin.HUMAN
    assert "about the judge?" in (folder / "english.html").read_text(encoding="utf-8")
    assert 0 < load(folder).provenance.reviewed_share < 1


def test_an_unchanged_edition_still_has_its_errors(
    tmp_path: Path, letter: Path, glossary: Glossary
) -> None:
    folder = make(letter, workshop(tmp_path, glossary)).folder
    review(folder, 1, "Are you aware of the 99 reports about the judge?")
    first = make(letter, workshop(tmp_path, glossary))
    again = make(letter, workshop(tmp_path, glossary))
    assert again.unchanged
    assert (again.errors, again.warnings) == (first.errors, first.warnings)
    assert again.errors > 0


def test_a_changed_sentence_keeps_the_old_text_aside(
    tmp_path: Path, letter: Path, glossary: Glossary
) -> None:
    folder = make(letter, workshop(tmp_path, glossary)).folder
    review(folder, 1, "About the judge?")
    letter.write_text(LETTER.replace("over de rechter?", "over twee rechters?"), encoding="utf-8")
    make(letter, workshop(tmp_path, glossary))
    [orphan] = load(folder).orphans
    assert orphan.target == "About the judge?"
    assert load_units(folder)[1].origin is Origin.MT
    letter.write_text(LETTER, encoding="utf-8")
    make(letter, workshop(tmp_path, glossary))
    assert load_units(folder)[1].target == "About the judge?", "and back it comes"
    assert load(folder).orphans == ()


def test_a_build_tells_what_the_new_source_leaves_behind(
    tmp_path: Path, letter: Path, glossary: Glossary
) -> None:
    folder = make(letter, workshop(tmp_path, glossary)).folder
    review(folder, 1, "About the judge?")
    republish(folder, reviewers=("A. de Vries",))
    old = load_units(folder)[1]
    letter.write_text(LETTER.replace("over de rechter?", "over twee rechters?"), encoding="utf-8")
    told = make(letter, workshop(tmp_path, glossary))
    assert told.displaced == (f"{old.block} {old.id}",)
    assert told.unsigned == ("A. de Vries",)
    assert report(folder)["provenance"]["reviewers"] == [], "she has not seen this text"
    told = make(letter, workshop(tmp_path, glossary, Echo("another model")))
    assert (told.displaced, told.unsigned) == ((), ()), "once is enough"


def test_an_inserted_question_renumbers_no_segment(
    tmp_path: Path, letter: Path, glossary: Glossary
) -> None:
    folder = make(letter, workshop(tmp_path, glossary)).folder
    before = {unit.source: unit.id for unit in load_units(folder)}
    more = LETTER.replace("Vraag 2\n", "Vraag 2\nWat kost dit?\n\nAntwoord\nNiets.\n\nVraag 3\n")
    letter.write_text(more, encoding="utf-8")
    make(letter, workshop(tmp_path, glossary))
    after = {unit.source: unit.id for unit in load_units(folder)}
    assert len(after) > len(before)
    assert {source: after[source] for source in before} == before


def test_a_reviewed_text_that_leaves_the_glossary_is_flagged(
    tmp_path: Path, letter: Path, glossary: Glossary
) -> None:
    folder = make(letter, workshop(tmp_path, glossary)).folder
    place = next(i for i, u in enumerate(load_units(folder)) if "kabinet" in u.source)
    review(folder, place, "The cabinet knows reference 2019Z21918.")
    findings = updated(folder).findings
    assert any("kabinet" in f.message and "government" in f.message for f in findings)


def test_publish_writes_the_reviewed_text_without_a_model(
    tmp_path: Path, letter: Path, glossary: Glossary
) -> None:
    folder = make(letter, workshop(tmp_path, glossary)).folder
    review(folder, 0, "Answers of the Minister")
    edition = republish(folder)
    assert "Answers of the Minister" in (folder / "parallel.html").read_text(encoding="utf-8")
    assert edition.provenance.reviewed_share == pytest.approx(1 / len(edition.units))


@pytest.mark.parametrize(
    ("unwritten", "now"),
    [
        ("document.json", LETTER.replace("over de rechter", "")),
        ("document.json", LETTER.replace(" Zo nee, waarom niet?", "")),
        ("report.json", LETTER.replace("over de rechter", "")),
    ],
)
def test_nothing_is_published_of_a_build_that_was_interrupted(
    tmp_path: Path, letter: Path, glossary: Glossary, unwritten: str, now: str
) -> None:
    shop = replace(workshop(tmp_path, glossary), style=Style(("english",), ("html",)))
    folder = make(letter, shop).folder
    before = (folder / unwritten).read_bytes()
    letter.write_text(now, encoding="utf-8")
    make(letter, shop)
    after = (folder / "english.html").read_bytes()
    (folder / unwritten).write_bytes(before)
    for use in (republish, updated):
        with pytest.raises(InputError, match=r"two states .* Build the edition again"):
            use(folder)
    assert (folder / "english.html").read_bytes() == after
    make(letter, shop)
    assert all(unit.target for unit in republish(folder).units)


def test_what_is_handed_on_names_those_whose_approval_stands(
    tmp_path: Path, letter: Path, glossary: Glossary
) -> None:
    folder = make(letter, workshop(tmp_path, glossary)).folder

    def change(by: str, **what: Any) -> None:
        changes = [Change(unit.id, unit.rev, **what) for unit in load_units(folder)]
        Ledger(folder).change(changes, by=by)

    change("Anna", state=State.REVIEWED)
    assert updated(folder).provenance.reviewers == ("Anna",)
    republish(folder)
    change("", target="Another text.")
    change("Bo", state=State.REVIEWED)
    assert updated(folder).provenance.reviewers == ("Bo",)


def test_other_documents_are_written_when_asked(
    tmp_path: Path, letter: Path, glossary: Glossary
) -> None:
    style = Style(layouts=("stacked", "dutch"), formats=("html",))
    shop = replace(workshop(tmp_path, glossary), style=style)
    folder = make(letter, shop).folder
    assert {path.name for path in folder.glob("*.html")} == {"stacked.html", "dutch.html"}
    assert make(letter, shop).unchanged
    assert make(letter, workshop(tmp_path, glossary)).unchanged, "nothing else is asked for"
    usual = replace(shop, style=Style())
    assert not make(letter, usual).unchanged, "the usual ones are missing"


def test_documents_of_an_earlier_style_go(tmp_path: Path, letter: Path, glossary: Glossary) -> None:
    folder = make(letter, workshop(tmp_path, glossary)).folder
    republish(folder, Style(("stacked",), ("html", "epub")))
    kept = {"stacked.html", "stacked.epub"}
    assert {p.name for p in folder.iterdir() if p.suffix in (".html", ".docx", ".epub")} == kept
    review(folder, 0, "Answers of the Minister")
    republish(folder)
    assert "Answers of the Minister" in (folder / "stacked.html").read_text(encoding="utf-8")
    assert not (folder / "parallel.html").exists()
    assert not make(letter, workshop(tmp_path, glossary)).unchanged
    assert {p.name for p in folder.iterdir() if p.suffix in (".html", ".docx", ".epub")} == kept
    make(letter, replace(workshop(tmp_path, glossary), style=Style()))
    assert {p.name for p in folder.glob("*.html")} == {"parallel.html", "english.html"}


def test_a_bad_source_leaves_the_others_alone(
    tmp_path: Path, letter: Path, glossary: Glossary
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    shop = workshop(tmp_path, glossary)
    first, second = build(jobs([bad, letter]), shop)
    assert isinstance(first.failure, InputError)
    assert not first.folder.exists()
    assert second.failure is None
    assert (second.folder / "parallel.html").exists()


def test_a_folder_is_searched_and_names_do_not_collide(tmp_path: Path) -> None:
    for name in ("a/one.txt", "a/two.txt", "a/one.md", "b/one.txt", "a/.hidden.txt", "a/x.gif"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Vraag 1\nWat?\n", encoding="utf-8")
    names = [job.name for job in jobs([tmp_path])]
    assert sorted(names) == ["a/one", "a/one-txt", "a/two", "b/one"]
    assert len(jobs([tmp_path / "a" / "one.txt", tmp_path / "b" / "one.txt"])) == 2
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="no file"):
        jobs([tmp_path / "empty"])


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere file names are text")
def test_a_file_name_of_an_older_system_is_no_obstacle(tmp_path: Path, glossary: Glossary) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/brief\xe9.txt"))
    path.write_text(LETTER, encoding="utf-8")
    outcome = make(path, workshop(tmp_path, glossary))
    assert outcome.folder.name == "brief\ufffd"
    assert report(outcome.folder)["provenance"]["source_name"] == "brief\ufffd.txt"


def test_an_output_that_cannot_be_written_is_one_clear_error(
    tmp_path: Path, letter: Path, glossary: Glossary
) -> None:
    (tmp_path / "out").write_text("a file where the folder should be", encoding="utf-8")
    [outcome] = build(jobs([letter]), workshop(tmp_path, glossary))
    assert isinstance(outcome.failure, InputError)
    assert "cannot be written" in str(outcome.failure)


class Lossy(Echo):
    """An echo that aligns its words, forgets what stands after 'over', and is unsure of a no."""

    def translate(
        self, requests: Sequence[Request], progress: Progress | None = None
    ) -> list[Translation]:
        made: list[Translation] = []
        for each in super().translate(requests, progress):
            heard, _, lost = each.target[1:-1].partition(" over ")
            links: list[Link] = []
            for word in re.finditer(r"\w+", heard):
                start, end = word.span()
                links.append((start, end, start, end, 60))
            target = heard + "?" * bool(lost)
            score = -1.1 if target == "Nee." else -0.1
            made.append(Translation(target, score, links=tuple(links)))
        return made


def test_what_may_be_wrong_is_named_and_ranked_until_a_person_has_seen_to_it(
    tmp_path: Path, letter: Path
) -> None:
    outcome = make(letter, workshop(tmp_path, Glossary(()), Lossy()))
    edition = updated(outcome.folder)
    [first] = [unit for unit in edition.units if "rechter" in unit.source]
    second = edition.units[-1]
    findings = edition.findings
    found = {(each.check, each.segment) for each in findings if each.severity is Severity.INFO}
    assert found == {("omissions", first.id), ("unsure", second.id)}
    assert {each.message for each in findings if each.check == "omissions"} == {
        "nothing in the English stands for 'rechter'"
    }
    assert outcome.look_first == (f"a2 {second.id}", f"q1 {first.id}")
    written = {each["segment"]: each for each in report(outcome.folder)["fidelity"]}
    assert set(written) == {unit.id for unit in edition.units}
    start, end = written[first.id]["uncovered"][0]
    assert first.source[start:end] == "rechter"
    seen = {
        first.id: replace(first, target="Do you know what the judge did?", origin=Origin.HUMAN),
        second.id: replace(second, state=State.REVIEWED),
    }
    save_units([seen.get(unit.id, unit) for unit in edition.units], outcome.folder)
    findings = updated(outcome.folder).findings
    assert not {each.check for each in findings} & {"omissions", "unsure"}
