"""The machine-readable edition and its published schema."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from commands import vertaal
from echo import Echo
from publishing.editions_by_hand import DATA, edition, reviewed
from review.desks import HOSTILE, make
from vertaal.editions import load
from vertaal.exchange.json_edition import as_json_edition, schema
from vertaal.glossary import Glossary
from vertaal.jobs import jobs
from vertaal.pipeline import build
from vertaal.types import Document, Edition
from vertaal.updating import updated
from vertaal.workshop import Workshop

LETTERS = Path(__file__).parents[1] / "data" / "letters"
SOME = ("bz0_BZDOC-693942081-24", "lim04_ah-tk-20242025-546", "be_186455")

Value = dict[str, Any]


@pytest.fixture(scope="module")
def letter() -> Edition:
    return edition(json.loads((DATA / "letter.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def validator() -> Any:
    jsonschema.Draft202012Validator.check_schema(schema())
    return jsonschema.Draft202012Validator(schema())


def told(edition: Edition) -> Value:
    value: Value = json.loads(as_json_edition(edition))
    return value


def complaints(validator: Any, value: Value) -> list[str]:
    return [f"{list(error.path)}: {error.message}" for error in validator.iter_errors(value)]


def segments(part: Value) -> list[Value]:
    return [each for paragraph in part["paragraphs"] for each in paragraph["segments"]]


KINDS = ("titles", "preamble", "questions", "answers", "other", "signature", "footnotes")


@pytest.mark.parametrize("name", SOME)
def test_editions_that_build_makes_conform(name: str, tmp_path: Path, validator: Any) -> None:
    shop = Workshop(tmp_path, Echo(), Glossary(()))
    [outcome] = build(jobs([LETTERS / f"{name}.txt"]), shop)
    made = updated(outcome.folder)
    value = told(made)
    assert complaints(validator, value) == []
    parts = {part["id"]: part for kind in KINDS for part in value[kind]}
    assert list(parts) != []
    assert set(parts) == set(value["order"])
    found = [each["id"] for part in value["order"] for each in segments(parts[part])]
    assert found == [unit.id for unit in made.units]
    for question in value["questions"]:
        for answer in question["answers"]:
            assert question["id"] in parts[answer]["questions"]


def test_an_edition_is_told_in_full(letter: Edition, validator: Any) -> None:
    value = told(reviewed(letter, 3, "Anna"))
    assert complaints(validator, value) == []
    assert value["reference"] == "BZDOC-693942081-24"
    assert value["title"]["target"].startswith("Answers by the Minister of Foreign Affairs")
    assert value["title"]["source"].startswith("Antwoorden van de Minister van Buitenlandse Zaken")
    [answer] = [each for each in value["answers"] if len(each["for"]) > 1]
    assert (answer["for"], answer["questions"]) == ([2, 3, 6], ["q2", "q3", "q6"])
    assert answer["label"]["target"] == "Answer to questions 2, 3 and 6"
    [question] = [each for each in value["questions"] if each["numbers"] == [6]]
    assert question["answers"] == ["a2-3-6"]
    first = value["answers"][0]["paragraphs"][0]
    assert (first["source"], first["target"]) == ("Ja.", "Yes.")
    assert first["segments"][0]["state"] == "translated"
    assert value["preamble"][0]["paragraphs"][0]["segments"][0]["state"] == "reviewed"
    assert value["provenance"]["reviewers"] == ["Anna"]
    assert "machine translation" in value["notice"][0]
    long = value["answers"][1]["paragraphs"][0]
    assert long["target"] == " ".join(each["target"] for each in long["segments"])


def test_a_title_has_no_note_marks_and_something_stands_in_for_a_missing_one() -> None:
    title = [("Vragen over het bericht “Jemen”1", "Questions on the report “Yemen”1")]
    note = {"kind": "footnote", "id": "fn1", "numbers": [1], "paragraphs": [[("NRC.", "A daily.")]]}
    head = {"kind": "title", "id": "title", "paragraphs": [title]}
    assert told(edition({"blocks": [head, note]}))["title"] == {
        "source": "Vragen over het bericht “Jemen”",
        "target": "Questions on the report “Yemen”",
    }
    assert told(edition({"blocks": [note], "reference": "2026Z1"}))["title"] == {
        "source": "Parlementair document 2026Z1",
        "target": "Parliamentary document 2026Z1",
    }


def test_spans_point_at_the_words(letter: Edition) -> None:
    value = told(letter)
    known = {each["id"]: each for kind in KINDS for part in value[kind] for each in segments(part)}
    assert value["terms"]
    for term in value["terms"]:
        start, end = term["source_span"]
        assert known[term["segment"]]["source"][start:end] == term["surface"]
        if term["target_span"]:
            start, end = term["target_span"]
            assert known[term["segment"]]["target"][start:end] == term["found"]


def test_hostile_text_comes_through_as_it_is(tmp_path: Path, validator: Any) -> None:
    value = told(load(make(tmp_path / "letter", HOSTILE)))
    assert complaints(validator, value) == []
    assert value["questions"][0]["paragraphs"][0]["segments"][0]["source"] == HOSTILE[0][1]


def test_an_edition_of_nothing_conforms(validator: Any) -> None:
    assert complaints(validator, told(Edition("empty", Document(()), (), ()))) == []


BREAKS: dict[str, Callable[[Value], object]] = {
    "no questions": lambda v: v.pop("questions"),
    "an unknown state": lambda v: segments(v["answers"][0])[0].update(state="done"),
    "an answer to nothing": lambda v: v["answers"][0].pop("for"),
    "a part without a label": lambda v: v["questions"][0].pop("label"),
    "a segment without English": lambda v: segments(v["preamble"][0])[0].pop("target"),
    "a span of one": lambda v: v["terms"][0].update(source_span=[1]),
    "a severity of its own": lambda v: v["findings"].append({"severity": "fatal"}),
    "more than all reviewed": lambda v: v["provenance"].update(reviewed_share=1.5),
    "another version": lambda v: v.update(version=2),
    "a number that is none": lambda v: v["questions"][0].update(numbers=[1.5]),
    "order with an id twice": lambda v: v["order"].append(v["order"][0]),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_edition_does_not_conform(name: str, letter: Edition, validator: Any) -> None:
    value = told(letter)
    BREAKS[name](value)
    assert complaints(validator, value) != []


def test_every_key_that_is_written_is_in_the_schema(letter: Edition) -> None:
    """No key is left undescribed: the schema allows more keys, for later; we write none."""
    strict = json.loads(
        json.dumps(schema()).replace('"type": "object"', '"unevaluatedProperties": false')
    )
    # A question is a part and more: closed as a whole, not in its half.
    strict["$defs"]["part"].pop("unevaluatedProperties")
    value = told(letter)
    for kind in ("titles", "preamble", "other", "signature"):
        value[kind] = []
    validator = jsonschema.Draft202012Validator(strict)
    assert complaints(validator, value) == []
    segments(value["answers"][0])[0]["surprise"] = 1
    assert complaints(validator, value) != []


def test_the_command_writes_it(tmp_path: Path, validator: Any) -> None:
    path = tmp_path / "letter.json"
    said = vertaal("export", make(tmp_path / "letter"), "--format", "json", "-o", path)
    assert said == (0, f"{path}: 6 segments\n")
    assert complaints(validator, json.loads(path.read_text(encoding="utf-8"))) == []
