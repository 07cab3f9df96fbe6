"""What the model gives away that it may have got wrong, shown to the reviewer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from review.browser import serving
from vertaal.checks import check
from vertaal.editions import load, save_report
from vertaal.editions.changes import Change
from vertaal.review.desk import Desk
from vertaal.types import Fidelity, State


@pytest.fixture
def doubted(letter: Path) -> Path:
    """The letter with two segments that call for a look, and one that almost does."""
    edition = load(letter)
    signals = (
        Fidelity("q1-0", -0.2, 0.4, 0.9),
        Fidelity("q1-1", -0.3, 0.5, 1.5, 0.0, ((13, 19),)),
        Fidelity("a2-0", -0.7, 2.0),
    )
    edition = replace(edition, fidelity=signals)
    save_report(replace(edition, findings=check(edition)), letter)
    return letter


def test_the_page_is_told_until_a_person_has_been_there(doubted: Path) -> None:
    desk = Desk(doubted)
    units = {unit["id"]: unit for unit in desk.whole()["units"]}
    assert {name: unit["risk"] for name, unit in units.items() if unit["risk"]} == {
        "q1-0": 0.9,
        "q1-1": 1.5,
        "a2-0": 2.0,
    }
    [finding] = [each for each in units["q1-1"]["findings"] if each["check"] == "omissions"]
    assert (finding["severity"], finding["source"]) == ("info", [13, 19])
    answer = desk.change([Change("q1-1", 0, state=State.REVIEWED)], "", "approve")
    assert answer["units"][0]["risk"] == 0


@pytest.mark.slow
def test_one_key_leads_to_the_worst_first(browser: Any, doubted: Path, tmp_path: Path) -> None:
    with serving(doubted) as server:
        page = browser.new_page()
        page.goto(server.link)
        page.wait_for_selector("html[data-ready]")
        assert page.locator(".tag.look").count() == 2
        for wanted in ("a2-0", "q1-1", "a2-0"):
            page.keyboard.press("l")
            page.wait_for_selector(f'.row.current[data-id="{wanted}"]')
        page.select_option("#filter-state", "look")
        assert page.inner_text("#shown") == "2 segments"
        page.screenshot(path=str(tmp_path / "look.png"))
        page.click('.row[data-id="q1-1"] .source')
        assert "nothing in the English stands for" in page.inner_text("#side")
        for identity in ("q1-1", "a2-0"):
            page.click(f'.row[data-id="{identity}"] .source')
            page.keyboard.press("a")
            page.wait_for_selector(f'.row.done[data-id="{identity}"]', state="attached")
        assert page.locator(".tag.look").count() == 0
        page.keyboard.press("l")
        page.wait_for_selector("#said:has-text('Nothing calls for a look')")
