"""`vertaal diff` as a user calls it, and the page that it writes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from lxml import html as markup

from checkers import axe, nu
from review.desks import HOSTILE, LETTER, make
from vertaal.cli.main import main
from vertaal.comparing import Comparison, Difference, Kind
from vertaal.comparing.lines import as_lines, coloured
from vertaal.editions import carry_over, load, save
from vertaal.editions.changes import Change, Ledger
from vertaal.types import Unit


def vertaal(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return make(tmp_path / "old")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    rows = list(LETTER)
    rows[4] = ("q2", "Wat doet het kabinet?", "What does the government do?")
    del rows[2]
    rows.append(("a2", "Dank u.", "Thank you."))
    return make(tmp_path / "new", rows)


def test_two_equal_editions_give_code_0(old: Path, tmp_path: Path) -> None:
    code, said, _ = vertaal("diff", old, make(tmp_path / "other"))
    assert (code, said.splitlines()[-1]) == (
        0,
        "0 changed, 0 moved, 0 removed, 0 added, 6 the same",
    )


def test_differences_are_marked_in_plain_text(tmp_path: Path, old: Path) -> None:
    rows = list(LETTER)
    rows[4] = ("q2", "Wat doet het kabinet?", "What does the government do?")
    rows.append(("a2", "Dank u.", "Thank you."))
    code, said, _ = vertaal("diff", old, make(tmp_path / "new", rows))
    assert code == 1
    assert said == (
        f"--- {old}\n+++ {tmp_path / 'new'}\n"
        "\nQuestion 2\n~ changed q2-0\n    nl: Wat doet het kabinet?\n"
        "    en: What does the [-cabinet-] {+government+} do?\n"
        "\nAnswer to question 2\n+ added a2-1\n    nl: Dank u.\n    en: {+Thank you.+}\n"
        "\n1 changed, 0 moved, 0 removed, 1 added, 5 the same\n"
    )


def test_json_gives_an_object_a_difference(old: Path) -> None:
    Ledger(old).change([Change("a1-0", 0, target="Yes, “indeed”.")])
    code, said, _ = vertaal("diff", old, "--json")
    assert code == 1
    [line] = said.splitlines()
    value = json.loads(line)
    assert value["change"] == "changed"
    assert value["before"]["target"] == "Yes."
    assert value["after"] == {
        "id": "a1-0",
        "source": "Ja.",
        "target": "Yes, “indeed”.",
        "state": "translated",
        "origin": "human",
    }
    assert value["words"] == [["same", "Yes"], ["added", ", “indeed”"], ["same", "."]]


def test_what_moved_says_from_where(tmp_path: Path, old: Path) -> None:
    rows = list(LETTER)
    rows[2], rows[-1] = (rows[2][0], *rows[-1][1:]), (rows[-1][0], *rows[2][1:])
    new = make(tmp_path / "new", rows)
    page = tmp_path / "page.html"
    assert vertaal("diff", old, new, "--html", page)[0] == 1
    _, said, _ = vertaal("diff", old, new)
    assert "> moved a1-0 (from Answer to question 2)\n" in said
    _, said, _ = vertaal("diff", old, new, "--json")
    values = [json.loads(line) for line in said.splitlines()]
    assert [value["change"] for value in values] == ["moved", "moved"]
    assert [value["from"] for value in values] == ["Answer to question 2", "Answer to question 1"]
    assert "</code>, from Answer to question 2</h3>" in page.read_text(encoding="utf-8")


def test_a_change_is_told_after_the_question_was_reworded(old: Path) -> None:
    Ledger(old).change([Change("a1-0", 0, target="Indeed.")])
    edition = load(old)
    segments = [replace(each, id=f"new-{each.id}") for each in edition.segments]
    kept, _ = carry_over(segments, edition.units)
    units = [kept.get(each.id, Unit(each.id, each.block, each.source)) for each in segments]
    save(replace(edition, segments=tuple(segments), units=tuple(units)), old)
    code, said, complaint = vertaal("diff", old)
    assert (code, complaint) == (1, "")
    assert "~ changed new-a1-0" in said


def test_a_text_without_a_record_is_told(old: Path) -> None:
    Ledger(old).change([Change("a1-0", 0, target="Indeed.")])
    (old / "history.jsonl").unlink()
    code, _, complaint = vertaal("diff", old)
    assert code == 0
    assert "1 segment was written by a person" in complaint


@pytest.mark.parametrize("arguments", [["no-such"], ["OLD", "no-such"], ["no-such", "OLD"]])
def test_a_wrong_edition_gives_code_2(old: Path, arguments: list[str]) -> None:
    code, _, complaint = vertaal("diff", *(str(old) if a == "OLD" else a for a in arguments))
    assert code == 2
    assert "no-such" in complaint


def test_a_text_cannot_steer_the_terminal() -> None:
    unit = Unit("i", "q1", "Een.", "One.\x1b]0;x\x07")
    comparison = Comparison("a", "b", (Difference(Kind.ADDED, None, unit, "Question 1"),), 0)
    lines = list(as_lines(comparison, coloured))
    assert "    en: \x1b[4;32mOne.\ufffd]0;x\ufffd\x1b[0m" in lines


def test_the_page_shows_every_difference_and_escapes_it(tmp_path: Path) -> None:
    one = make(tmp_path / "<b>one", HOSTILE)
    two = make(tmp_path / "two", [(b, s, f"{t} & <i>more</i>") for b, s, t in HOSTILE])
    path = tmp_path / "page.html"
    code, said, _ = vertaal("diff", one, two, "--html", path)
    assert (code, said) == (1, f"{path}: 2 changed, 0 moved, 0 removed, 0 added, 0 the same\n")
    text = path.read_text(encoding="utf-8")
    page: Any = markup.document_fromstring(text)
    assert not page.xpath("//script | //img | //i | //b | //link | //svg")
    assert "http" not in text.partition("</style>")[2]
    articles = page.xpath("//article")
    assert len(articles) == 2
    for article, (_, source, target) in zip(articles, HOSTILE, strict=True):
        dutch, english = article.xpath("./p")
        assert (dutch.get("lang"), dutch.text_content()) == ("nl", " ".join(source.split()))
        plain = " ".join(target.split())
        assert english.text_content() == f"{plain} added: & <i>more</i>"
        assert english.xpath("./ins/span[@class='visually-hidden']/text()") == ["added: "]


def test_the_page_of_no_difference_says_so(old: Path, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    assert vertaal("diff", old, "--html", path)[0] == 0
    assert "The text of the two is the same." in path.read_text(encoding="utf-8")


@pytest.fixture
def page(old: Path, new: Path, tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    vertaal("diff", old, new, "--html", path)
    return path


@pytest.mark.slow
def test_the_nu_checker_has_nothing_to_say(page: Path) -> None:
    assert nu(page) == ("", 0)


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing(browser: Any, page: Path, scheme: str, width: int) -> None:
    tab = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    tab.goto(page.as_uri())
    assert axe(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
