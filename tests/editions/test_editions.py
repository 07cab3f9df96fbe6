from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from vertaal.editions import carry_over, load, save, save_report, sweep
from vertaal.editions.units import load_units
from vertaal.errors import InputError
from vertaal.types import (
    Block,
    BlockKind,
    Document,
    Doubt,
    Edition,
    Finding,
    Occurrence,
    OccurrenceStatus,
    Origin,
    Provenance,
    Removal,
    Repair,
    Scan,
    Segment,
    Severity,
    State,
    Term,
    TermMatch,
    Unit,
)

TEXT = "Deelt u dat? Zo nee, waarom niet?"


def edition() -> Edition:
    document = Document(
        blocks=(
            Block("q1", BlockKind.QUESTION, TEXT, "Vraag 1", (1,), 4),
            Block("a1", BlockKind.ANSWER, "Ja.", "Antwoord", (1,), 6),
        ),
        reference="2019Z1",
        removed=(Removal(9, "Pagina 2", "running header"),),
        repaired=(Repair(4, "Azié", "Azië"),),
        scan=Scan("Tesseract 5 (nld)", (1, 2), 0.93, (Doubt(2, 4, "dat?", 0.41),), (3,)),
    )
    segments = (
        Segment("q-1", "q1", 0, 0, 12, TEXT[:12]),
        Segment("q-2", "q1", 0, 13, 33, TEXT[13:]),
        Segment("a-1", "a1", 0, 0, 3, "Ja."),
    )
    match = TermMatch(0, 2, "Ja", Term("ja", "yes", note="n", file="g.csv", line=2), ("yes",))
    return Edition(
        "letter",
        document,
        segments,
        tuple(
            Unit(s.id, s.block, s.source, t, State.TRANSLATED)
            for s, t in zip(segments, ("Do you?", "If not, why not?", "Yes."), strict=True)
        ),
        (Occurrence("a-1", match, OccurrenceStatus.SATISFIED, "Yes", 0, 3),),
        (Finding("numbers", Severity.ERROR, "a-1", "…", (0, 1), None),),
        (Unit("q-9", "removed", "Oud.", "Old.", State.FINAL, Origin.HUMAN, 3, "keep"),),
        Provenance(version="1", model="nl-en", reviewers=("A. Jansen",), reviewed_share=0.5),
    )


def test_an_edition_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    save(edition(), tmp_path)
    save_report(edition(), tmp_path)
    assert load(tmp_path) == edition()


@pytest.mark.parametrize("unwritten", ["edition.jsonl", "document.json"])
def test_a_persons_text_outlives_an_interrupted_writing(tmp_path: Path, unwritten: str) -> None:
    """One of the two files tells of the document as it was, the other as it is."""
    old = edition()
    old = replace(old, units=(HUMAN, *old.units[1:]))
    save(old, tmp_path)
    save_report(old, tmp_path)
    before = (tmp_path / unwritten).read_bytes()
    segments = (replace(old.segments[0], id="q-new"), *old.segments[1:])
    units = (Unit("q-new", "q1", HUMAN.source, "Do you?"), *old.units[1:])
    orphans = (replace(HUMAN, block="removed"),)
    save(replace(old, segments=segments, units=units, orphans=orphans), tmp_path)
    (tmp_path / unwritten).write_bytes(before)
    again = load(tmp_path)
    assert HUMAN in again.units or orphans[0] in again.orphans
    save(again, tmp_path)
    assert HUMAN.target in (tmp_path / "edition.jsonl").read_text(encoding="utf-8")


def test_the_units_are_written_before_the_structure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    for module in ("units", "store"):
        monkeypatch.setattr(
            f"vertaal.editions.{module}.write_whole",
            lambda path, *_, **__: written.append(path.name),
        )
    save(edition(), tmp_path)
    assert written == ["edition.jsonl", "document.json"]


def test_the_units_are_one_json_object_a_line_in_canonical_order(tmp_path: Path) -> None:
    save(edition(), tmp_path)
    lines = (tmp_path / "edition.jsonl").read_text(encoding="utf-8").splitlines()
    keys = ["id", "block", "source", "target", "state", "origin", "rev", "note"]
    assert [list(json.loads(line)) for line in lines] == [keys] * 4
    assert json.loads(lines[0])["state"] == "translated"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "is not a segment"),
        ('{"id": "q-1"}', "it lacks block, source, target"),
        ("[]", "no JSON object"),
        (
            '{"id":"q-1","block":"q1","source":"a","target":"\\ud83d","state":"final","origin":"mt",'
            '"rev":0,"note":""}',
            "surrogates not allowed",
        ),
        (
            '{"id":"q-1","block":"q1","source":"a","target":"b","state":"done","origin":"mt",'
            '"rev":0,"note":""}',
            "state: 'done' is none of initial, translated, reviewed, final",
        ),
        (
            '{"id":"q-1","block":"q1","source":"a","target":5,"state":"final","origin":"mt",'
            '"rev":0,"note":""}',
            "target: 5 is no text",
        ),
    ],
)
def test_a_damaged_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    save(edition(), tmp_path)
    path = tmp_path / "edition.jsonl"
    first = path.read_text(encoding="utf-8").splitlines()[0]
    path.write_text(first + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=said) as caught:
        load_units(tmp_path)
    assert caught.value.line == 2
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("file", ["document.json", "report.json", "edition.jsonl"])
def test_a_missing_or_broken_file_is_named(tmp_path: Path, file: str) -> None:
    save(edition(), tmp_path)
    save_report(edition(), tmp_path)
    (tmp_path / file).write_bytes(b"\xff{")
    with pytest.raises(InputError):
        load(tmp_path)
    (tmp_path / file).unlink()
    with pytest.raises(InputError, match=file):
        load(tmp_path)


HUMAN = Unit("q-1", "q1", TEXT[:12], "Do you agree?", State.REVIEWED, Origin.HUMAN, 1)


def test_a_persons_text_stays_with_its_segment() -> None:
    kept, orphans = carry_over(edition().segments, [HUMAN])
    assert kept == {"q-1": HUMAN}
    assert orphans == ()


def test_it_follows_its_sentence_to_a_new_id() -> None:
    moved = [replace(s, id="x-" + s.id) for s in edition().segments]
    kept, orphans = carry_over(moved, [HUMAN])
    assert kept == {"x-q-1": replace(HUMAN, id="x-q-1")}
    assert orphans == ()


YES = Unit("a-2", "a2", "Ja.", "Yes, I am prepared to.", State.REVIEWED, Origin.HUMAN, 1)


@pytest.mark.parametrize("gone", [False, True])
def test_an_approval_moves_to_no_other_question(gone: bool) -> None:
    """Two answers say 'Ja.'; the question of the second is reworded, or removed."""
    segments = [
        Segment("a-1", "a1", 0, 0, 3, "Ja."),
        Segment("a-3", "a3" if gone else "a2", 0, 0, 3, "Ja."),
    ]
    kept, orphans = carry_over(segments, [Unit("a-1", "a1", "Ja.", "Yes."), YES])
    assert kept == ({} if gone else {"a-3": replace(YES, id="a-3")})
    assert orphans == ((replace(YES, block="removed"),) if gone else ())


@pytest.mark.parametrize("question", ["Bent u daar zeker toe bereid?", "Wat kost dat?"])
def test_an_approval_stays_with_a_reworded_question_alone(question: str) -> None:
    """Or another question was put in before it, and has its number now."""
    old = [Unit("q-2", "q2", "Bent u daartoe bereid?", "Are you prepared to?"), YES]
    segments = [
        Segment("q-3", "q2", 0, 0, len(question), question),
        Segment("a-3", "a2", 0, 0, 3, "Ja."),
    ]
    kept, orphans = carry_over(segments, old)
    assert len(kept) == (1 if "bereid" in question else 0)
    assert len(kept) + len(orphans) == 1


def test_what_stood_there_before_takes_no_neighbours_text() -> None:
    old = [Unit("a-1", "a2", "Ja.", "Yes."), YES]
    kept, orphans = carry_over([Segment("a-1", "a2", 0, 0, 3, "Ja.")], old)
    assert kept == {}
    assert orphans == (replace(YES, block="removed"),)


TWO = {
    "rent": "Deelt u deze mening? Stijgt de huur te snel?",
    "care": "Deelt u deze mening? Gaat u de premie voor ouderen verlagen?",
}
"""Questions that begin alike: of answers that say the same, the id tells the order alone."""


def answered(*topics: str) -> tuple[Segment, ...]:
    return tuple(
        segment
        for number, topic in enumerate(topics, 1)
        for segment in (
            Segment(f"q-{topic}", f"q{number}", 0, 0, len(TWO[topic]), TWO[topic]),
            Segment(f"a-{number}", f"a{number}", 0, 0, 4, "Nee."),
        )
    )


def of(segments: tuple[Segment, ...], kept: dict[str, Unit] | None = None) -> tuple[Unit, ...]:
    kept = kept or {}
    return tuple(kept.get(s.id, Unit(s.id, s.block, s.source, "No.")) for s in segments)


@pytest.mark.parametrize("touched", ["rent", "care"])
def test_an_answer_goes_with_its_question_among_those_that_begin_alike(touched: str) -> None:
    both = answered("rent", "care")
    at = 1 if touched == "rent" else 3
    human = replace(of(both)[at], target=f"No, {touched}.", state=State.REVIEWED, rev=1)
    kept, orphans = carry_over(answered("care"), [*of(both)[:at], human, *of(both)[at + 1 :]])
    if touched == "care":
        assert kept == {"a-1": replace(human, id="a-1", block="a1")}
        assert orphans == ()
    else:
        assert kept == {}
        assert orphans == (replace(human, block="removed"),)
    left = answered("care")
    again, still = carry_over(left, (*of(left, kept), *orphans))
    assert (again, still) == (kept, orphans), "nor at the build after that"
    back, _ = carry_over(both, (*of(left, kept), *orphans))
    assert back == ({human.id: human} if touched == "care" else {})


def test_it_is_kept_when_its_sentence_has_gone() -> None:
    kept, orphans = carry_over(edition().segments[1:], [HUMAN])
    assert kept == {}
    assert orphans == (replace(HUMAN, block="removed"),)
    again, still = carry_over(edition().segments, orphans)
    assert again == {"q-1": HUMAN}, "and comes back with it"
    assert still == ()


def test_machine_output_is_not_carried() -> None:
    assert carry_over(edition().segments, edition().units) == ({}, ())


def test_a_note_alone_is_a_persons_work() -> None:
    noted = replace(edition().units[0], note="ask the desk")
    assert carry_over(edition().segments, [noted])[0] == {"q-1": noted}


def test_what_a_killed_writer_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    for name in (".english.html.0a1b2c3d", ".lock", "edition.jsonl", "notes.0a1b2c3d"):
        (tmp_path / name).write_text("", encoding="utf-8")
    sweep(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {
        ".lock",
        "edition.jsonl",
        "notes.0a1b2c3d",
    }
