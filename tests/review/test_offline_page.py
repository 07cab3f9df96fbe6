"""The offline review page: one file, opened without a server, and its decisions merged."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from review.browser import READY, row, until
from review.desks import HOSTILE, make
from vertaal.editions import load
from vertaal.editions.changes import Change, Ledger
from vertaal.editions.units import load_units
from vertaal.exchange.decisions import Merged
from vertaal.exchange.importing import take_in
from vertaal.review.offline import as_page
from vertaal.types import Origin, State


def written(folder: Path) -> Path:
    path = folder.parent / f"{folder.name}.html"
    path.write_text(as_page(load(folder)), encoding="utf-8")
    return path


def test_the_page_needs_nothing_but_itself(tmp_path: Path) -> None:
    page = as_page(load(make(tmp_path / "letter")))
    assert re.findall(r"<(?:link|script|img)\b[^>]*(?:src|href)=\"(?!data:)[^\"]*\"", page) == []
    assert page.count("<script") == 2
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]


def test_no_text_of_a_document_ends_the_data(tmp_path: Path) -> None:
    page = as_page(load(make(tmp_path / "hostile", HOSTILE)))
    data = re.search(r'id="edition">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    value = json.loads(data[1])
    assert [unit["source"] for unit in value["units"]] == [source for _, source, _ in HOSTILE]
    assert page.count("</script>") == 2


def opened(browser: Any, path: Path) -> Any:
    page = browser.new_context(accept_downloads=True).new_page()
    page.set_default_timeout(60_000)
    page.wrong = []
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    page.on("request", lambda request: outside(page, request.url))
    page.goto(path.as_uri())
    page.wait_for_selector(READY)
    return page


def outside(page: Any, url: str) -> None:
    if not url.startswith(("file:", "data:", "blob:")):
        page.wrong.append(url)


@pytest.mark.slow
def test_decisions_go_out_by_file_and_come_in(browser: Any, tmp_path: Path) -> None:
    folder = make(tmp_path / "letter")
    path = written(folder)
    page = opened(browser, path)
    page.keyboard.press("a")
    page.wait_for_selector('.row[data-id="q1-1"].current')
    page.keyboard.press("Enter")
    page.fill("textarea.english", "Offline & <b>bold</b>.")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector('.row[data-id="a1-0"].current')
    page.keyboard.press("c")
    page.fill("#comment-text", "Too short?")
    page.click("#comment-save")
    page.wait_for_selector(".tag.note")
    page.reload()
    page.wait_for_selector(READY)
    assert page.inner_text("#counts").startswith("2 of 6")
    page.keyboard.press("p")
    page.fill("#publish-name", "Anna")
    with page.expect_download() as download:
        page.click("#publish-do")
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert page.wrong == []

    Ledger(folder).change([Change("a1-0", 0, note="Changed meanwhile")])
    result = take_in(folder, file)
    assert isinstance(result, Merged)
    assert (result.changed, len(result.conflicts), result.unfit) == (2, 1, ())
    units = {unit.id: unit for unit in load_units(folder)}
    assert units["q1-0"].state is State.REVIEWED
    assert units["q1-0"].origin is Origin.MT
    assert units["q1-1"].target == "Offline & <b>bold</b>."
    assert units["a1-0"].note == "Changed meanwhile"


@pytest.mark.slow
def test_undo_and_a_hostile_document_offline(browser: Any, tmp_path: Path) -> None:
    page = opened(browser, written(make(tmp_path / "hostile", HOSTILE)))
    assert page.inner_text('.row[data-id="q1-0"] .source') == HOSTILE[0][1]
    page.keyboard.press("A")
    page.wait_for_selector('.row[data-id="q1-0"].done')
    page.keyboard.press("u")
    page.wait_for_selector('.row[data-id="q1-0"]:not(.done)')
    assert page.title().endswith("hostile")
    assert page.wrong == []


def beside(page: Any) -> Any:
    """Another window with the same page."""
    other = page.context.new_page()
    other.set_default_timeout(60_000)
    other.goto(page.url)
    other.wait_for_selector(READY)
    return other


def decided(page: Any, tmp_path: Path) -> list[Any]:
    """What the page saves to a file."""
    page.keyboard.press("p")
    with page.expect_download() as download:
        page.click("#publish-do")
    file = tmp_path / "decisions.json"
    download.value.save_as(file)
    found: list[Any] = json.loads(file.read_text(encoding="utf-8"))["decisions"]
    return found


@pytest.mark.slow
def test_a_second_file_of_decisions_takes_back_what_the_first_said(
    browser: Any, tmp_path: Path
) -> None:
    folder = make(tmp_path / "letter")
    page = opened(browser, written(folder))
    page.keyboard.press("A")
    page.wait_for_selector(row("q1-1") + ".done")
    page.keyboard.press("End")
    page.keyboard.press("a")
    page.wait_for_selector(row("a2-0") + ".done")
    decided(page, tmp_path)
    take_in(folder, tmp_path / "decisions.json")
    Ledger(folder).change([Change("a2-0", 1, note="Of somebody else.")])
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.wait_for_selector(row("a2-0") + ":not(.done)")
    page.keyboard.press("Home")
    page.keyboard.press("a")
    page.wait_for_selector(row("q1-0") + ":not(.done)")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.fill("textarea.english", "On second thoughts.")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(row("q1-1") + ".done:not(.open)")
    decided(page, tmp_path)
    for changed in (2, 0):
        result = take_in(folder, tmp_path / "decisions.json")
        assert isinstance(result, Merged)
        assert result.changed == changed
        assert [clash.change.id for clash in result.conflicts] == ["a2-0"]
    units = {unit.id: unit for unit in load_units(folder)}
    assert units["q1-0"].state is State.TRANSLATED
    assert (units["q1-1"].target, units["q1-1"].state) == ("On second thoughts.", State.REVIEWED)
    assert units["a2-0"].note == "Of somebody else."


@pytest.mark.slow
def test_two_windows_keep_what_each_decided(browser: Any, tmp_path: Path) -> None:
    one = opened(browser, written(make(tmp_path / "letter")))
    other = beside(one)
    one.keyboard.press("a")
    one.wait_for_selector(row("q1-0") + ".done")
    other.keyboard.press("End")
    other.keyboard.press("a")
    other.wait_for_selector(row("a2-0") + ".done")
    for page in (one, other):
        until(lambda page=page: page.title().startswith("2/"))
    one.reload()
    one.wait_for_selector(READY)
    assert one.title().startswith("2/")
    # What was done before the page was loaded again is taken back, and nothing else.
    one.keyboard.press("u")
    one.wait_for_selector(row("q1-0") + ":not(.done)")
    until(lambda: other.title().startswith("1/"))
    assert [each["id"] for each in decided(one, tmp_path)] == ["a2-0"]


@pytest.mark.slow
def test_a_text_of_another_window_is_not_written_over(browser: Any, tmp_path: Path) -> None:
    one = opened(browser, written(make(tmp_path / "letter")))
    other = beside(one)
    one.keyboard.press("Enter")
    other.keyboard.press("Enter")
    other.fill("textarea.english", "Of the other window.")
    other.keyboard.press("Alt+Enter")
    other.wait_for_selector(row("q1-0") + ":not(.open)")
    one.wait_for_selector("#said:text('Somebody else')", state="attached")
    one.fill("textarea.english", "Of the one window.")
    one.keyboard.press("Alt+Enter")
    one.wait_for_selector("#conflict[open]")
    assert one.inner_text("#conflict-theirs") == "Of the other window."
    one.click("#conflict-mine")
    until(lambda: "Of the one window." in other.inner_text(row("q1-0")))
    # What has been changed since is not taken back.
    other.keyboard.press("u")
    other.wait_for_selector("#said:text('Not undone')")
    assert [each["target"] for each in decided(other, tmp_path)] == ["Of the one window."]


@pytest.mark.slow
def test_what_was_undone_before_a_reload_is_not_decided_again(browser: Any, tmp_path: Path) -> None:
    page = opened(browser, written(make(tmp_path / "letter")))
    page.keyboard.press("End")
    page.keyboard.press("a")
    page.wait_for_selector(row("a2-0") + ".done")
    page.reload()
    page.wait_for_selector(READY)
    page.keyboard.press("Home")
    page.keyboard.press("a")
    page.wait_for_selector(row("q1-0") + ".done")
    page.keyboard.press("u")
    page.wait_for_selector(row("q1-0") + ":not(.done)")
    page.keyboard.press("u")
    page.wait_for_selector(row("a2-0") + ":not(.done)")
    assert decided(page, tmp_path) == []


@pytest.mark.slow
def test_pages_of_one_name_made_in_one_second_are_two(browser: Any, tmp_path: Path) -> None:
    edition = load(make(tmp_path / "letter"))
    paths = [tmp_path / "one.html", tmp_path / "other.html"]
    for path in paths:
        path.write_text(as_page(edition), encoding="utf-8")
    page = opened(browser, paths[0])
    page.keyboard.press("a")
    page.wait_for_selector(row("q1-0") + ".done")
    page.goto(paths[1].as_uri())
    page.wait_for_selector(READY)
    assert page.title().startswith("0/")


@pytest.mark.slow
def test_a_browser_that_keeps_nothing(browser: Any, tmp_path: Path) -> None:
    page = browser.new_context(accept_downloads=True).new_page()
    page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name,"
        " { get() { throw new DOMException('Denied', 'SecurityError'); } });"
    )
    page.goto(written(make(tmp_path / "letter")).as_uri())
    page.wait_for_selector(READY)
    page.keyboard.press("a")
    page.wait_for_selector("#banner:text('This browser keeps nothing')")
    page.keyboard.press("d")
    page.keyboard.press("End")
    page.keyboard.press("a")
    page.wait_for_selector(row("a2-0") + ".done")
    page.keyboard.press("u")
    page.wait_for_selector(row("a2-0") + ":not(.done)")
    assert [each["id"] for each in decided(page, tmp_path)] == ["q1-0"]


@pytest.mark.slow
def test_an_approved_text_is_changed_and_approved_again(browser: Any, tmp_path: Path) -> None:
    folder = make(tmp_path / "letter")
    Ledger(folder).change([Change("q1-0", 0, state=State.REVIEWED)])
    page = opened(browser, written(folder))
    page.keyboard.press("Enter")
    page.fill("textarea.english", "Have you read the report?")
    page.keyboard.press("Alt+Enter")
    page.wait_for_selector('.row[data-id="q1-0"]:not(.done)')
    page.keyboard.press("a")
    page.wait_for_selector('.row[data-id="q1-0"].done')
    page.keyboard.press("p")
    with page.expect_download() as download:
        page.click("#publish-do")
    file = tmp_path / "decisions.json"
    download.value.save_as(file)
    take_in(folder, file)
    unit = next(unit for unit in load_units(folder) if unit.id == "q1-0")
    assert (unit.target, unit.state) == ("Have you read the report?", State.REVIEWED)
    assert page.wrong == []
