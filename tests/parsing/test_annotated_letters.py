"""Real letters against annotations made by hand, line by line."""

from __future__ import annotations

from typing import Any

import pytest

from letters import ANNOTATED, annotation, bare, json_of_letter, wordings


def numbers(number: int | str | list[int]) -> tuple[int | str, ...]:
    return tuple(number) if isinstance(number, list) else (number,)


@pytest.fixture(params=ANNOTATED)
def pair(request: pytest.FixtureRequest) -> tuple[dict[str, Any], dict[str, Any]]:
    name = request.param
    return annotation(name), json_of_letter(name)


def test_questions_are_those_annotated(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    gold, found = pair
    assert [numbers(q["number"]) for q in found["questions"]] == [
        numbers(q["number"]) for q in gold["questions"]
    ]
    for expected, question in zip(gold["questions"], found["questions"], strict=True):
        assert bare(question["text"]) in wordings(expected), question["number"]


def test_answers_are_those_annotated(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    gold, found = pair
    assert [a["for"] for a in found["answers"]] == [a["for"] for a in gold["answers"]]
    for expected, answer in zip(gold["answers"], found["answers"], strict=True):
        assert bare(answer["text"]) in wordings(expected), answer["for"]


def test_footnotes_are_those_annotated(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    gold, found = pair
    assert [(n["number"], bare(n["text"])) for n in found["footnotes"]] == [
        (n["number"], bare(n["text"])) for n in gold["footnotes"]
    ]


def test_title_and_signature_are_those_annotated(
    pair: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    gold, found = pair
    assert bare(found["title"]) == bare(gold["title"])
    assert found["signature"] == gold.get("signature", [])


def test_furniture_is_in_no_text(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    gold, found = pair
    texts = [
        bare(item["text"]) for part in ("questions", "answers", "footnotes") for item in found[part]
    ]
    allowed = [
        text
        for part in ("questions", "answers", "footnotes")
        for item in gold[part]
        for text in wordings(item)
    ]
    for line in gold["furniture"]:
        piece = bare(line)
        if len(piece) > 6 and not any(piece in text for text in allowed):
            assert not any(piece in text for text in texts), line


def test_notices_belong_to_no_answer(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    gold, found = pair
    labels = {bare(item["label"]): bare(item["text"]) for item in found["other"]}
    for item in gold.get("other", []):
        assert labels[bare(item["label"])] == bare(item["text"])
