"""The review page in a real browser: as a reviewer uses it, and when things go wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from review.browser import READY, Server, on_disk, opened, row, serving, slow, until
from review.desks import HOSTILE, make
from vertaal.editions.changes import Change, Ledger
from vertaal.types import Origin, State

pytestmark = pytest.mark.slow


def test_a_segment_is_edited_and_approved_with_the_mouse(
    browser: Any, server: Server, letter: Path
) -> None:
    page = opened(browser, server.link)
    assert "token" not in page.url
    page.click(f"{row('a1-0')} .target")
    page.fill("textarea.english", "Yes, we are.")
    page.click("#side [data-do=approve]", delay=300)  # as slow as a hand
    until(lambda: page.inner_text("#counts").startswith("1 of 6"))
    unit = on_disk(letter)["a1-0"]
    assert (unit.target, unit.state, unit.origin) == ("Yes, we are.", State.REVIEWED, Origin.HUMAN)
    page.keyboard.press("d")
    assert page.inner_text(f"{row('a1-0')} .against ins") == ", we are"
    assert page.locator(f"{row('a1-0')} .against del").count() == 0
    page.click("#side [data-do=undo]")
    until(lambda: page.inner_text("#counts").startswith("0 of 6"))
    assert on_disk(letter)["a1-0"].target == "Yes."
    assert page.wrong == []


def test_a_letter_is_reviewed_by_keyboard_alone(browser: Any, server: Server, letter: Path) -> None:
    page = opened(browser, server.link)
    keys = page.keyboard
    keys.press("a")
    page.wait_for_selector(f"{row('q1-1')}.current")
    keys.press("Enter")
    keys.press("Control+a")
    keys.type("Do you share the concerns?")
    keys.press("Control+Enter")
    page.wait_for_selector(f"{row('a1-0')}.current")
    keys.press("c")
    keys.type("Looks short.")
    keys.press("Control+Enter")
    page.wait_for_selector(f"{row('a1-0')} .tag.note")
    keys.press("f")
    page.wait_for_selector(f"{row('q2-0')}.current")
    keys.press("r")
    keys.type("cabinet")
    keys.press("Tab")
    keys.type("government")
    keys.press("Enter")
    until(lambda: page.locator(".tag.trouble").count() == 0)
    keys.press("?")
    assert page.is_visible("#help")
    assert "approve the segment" in page.inner_text("#help")
    keys.press("Escape")
    keys.press("Escape")
    for _ in range(4):
        open_ones = page.inner_text("#counts")
        keys.press("n")
        keys.press("a")
        until(lambda before=open_ones: page.inner_text("#counts") != before)
    keys.press("p")
    keys.press("Control+a")
    keys.type("Anna")
    keys.press("Enter")
    page.wait_for_selector("#publish-said a")
    assert "6 of 6 segments reviewed by Anna" in page.inner_text("#publish-said")
    units = on_disk(letter)
    assert all(unit.state is State.REVIEWED for unit in units.values())
    assert units["q1-1"].target == "Do you share the concerns?"
    assert units["q2-0"].target == "What does the government do?"
    assert units["a1-0"].note == "Looks short."
    assert "Do you share the concerns?" in (letter / "english.html").read_text(encoding="utf-8")
    assert page.wrong == []


def test_two_tabs_on_one_segment_get_a_choice(browser: Any, server: Server, letter: Path) -> None:
    first = opened(browser, server.link)
    second = first.context.new_page()
    second.goto(first.url)
    second.wait_for_selector(READY)
    for page in (first, second):
        page.click(f"{row('a1-0')} .target")
    first.fill("textarea.english", "From the first.")
    first.keyboard.press("Alt+Enter")
    until(lambda: on_disk(letter)["a1-0"].target == "From the first.")
    second.fill("textarea.english", "From the second.")
    # Time enough for the second to learn of the first: it must not take its own text for newer.
    second.wait_for_timeout(2500)
    second.keyboard.press("Control+Enter")
    second.wait_for_selector("#conflict[open]")
    assert second.inner_text("#conflict-theirs") == "From the first."
    assert second.inner_text("#conflict-yours") == "From the second."
    assert on_disk(letter)["a1-0"].target == "From the first."
    second.click("#conflict-mine")
    until(lambda: on_disk(letter)["a1-0"].target == "From the second.")
    until(lambda: first.inner_text(f"{row('a1-0')} .english") == "From the second.")


def test_a_killed_server_loses_nothing_confirmed_and_gets_the_rest_later(
    browser: Any, letter: Path
) -> None:
    server = Server(letter)
    page = opened(browser, server.link)
    for number, identity in enumerate(("q1-0", "q1-1", "a1-0")):
        page.click(f"{row(identity)} .target")
        page.fill("textarea.english", f"Confirmed {number}.")
        page.keyboard.press("Control+Enter")
        page.wait_for_selector(f"{row(identity)}.done")
    server.kill()
    units = on_disk(letter)
    assert [units[each].target for each in ("q1-0", "q1-1", "a1-0")] == [
        "Confirmed 0.",
        "Confirmed 1.",
        "Confirmed 2.",
    ]
    page.click(f"{row('q2-0')} .target")
    page.fill("textarea.english", "Written while it was down.")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(f"{row('q2-0')}.waiting")
    assert "1 change is kept" in page.inner_text("#banner")
    assert on_disk(letter)["q2-0"].rev == 0
    again = Server(letter, server.port)
    try:
        other = page.context.new_page()
        other.goto(again.link)
        other.wait_for_selector(READY)
        until(lambda: on_disk(letter)["q2-0"].target == "Written while it was down.")
        assert on_disk(letter)["q2-0"].state is State.REVIEWED
        page.wait_for_selector(f"{row('q2-0')}:not(.waiting)")
        page.wait_for_selector("#banner", state="hidden")
        page.keyboard.press("u")
        until(lambda: on_disk(letter)["q2-0"].rev == 2)
        assert on_disk(letter)["q2-0"].state is not State.REVIEWED, "undone as any other"
    finally:
        again.kill()


def test_a_change_whose_answer_was_lost_is_undone_for_the_server_too(
    browser: Any, server: Server, letter: Path
) -> None:
    page = opened(browser, server.link)
    page.evaluate(
        """() => {
          window.whole = window.fetch;
          window.fetch = async (address, options) => {
            if (address.includes("/news")) throw new TypeError("no way there");
            const answer = await window.whole(address, options);
            if (address.endsWith("/change")) throw new TypeError("no way back");
            return answer;
          };
        }"""
    )
    page.keyboard.press("a")
    page.wait_for_selector(f"{row('q1-0')}.waiting")
    assert on_disk(letter)["q1-0"].reviewed
    page.keyboard.press("u")
    page.wait_for_selector(f"{row('q1-0')}:not(.waiting)")
    page.evaluate("window.fetch = window.whole")
    until(lambda: not on_disk(letter)["q1-0"].reviewed)
    page.wait_for_selector("#banner", state="hidden")
    assert page.inner_text("#counts").startswith("0 of 6")


def test_a_text_being_typed_outlives_the_tab(browser: Any, server: Server) -> None:
    page = opened(browser, server.link)
    page.click(f"{row('a1-0')} .target")
    page.fill("textarea.english", "Half a sent")
    page.reload()
    page.wait_for_selector("textarea.english")
    assert page.input_value("textarea.english") == "Half a sent"


def test_a_hostile_document_does_nothing(browser: Any, tmp_path: Path) -> None:
    folder = make(tmp_path / "hostile", HOSTILE)
    with serving(folder) as server:
        page = opened(browser, server.link)
        assert page.inner_text(f"{row('q1-0')} .source") == HOSTILE[0][1]
        page.keyboard.press("r")
        page.fill("#replace-find", "good")
        page.fill("#replace-by", "<script>document.title='x'</script>")
        page.keyboard.press("Enter")
        page.wait_for_selector(f"{row('q1-0')} .tag")
        page.keyboard.press("d")
        page.keyboard.press("c")
        page.fill("#comment-text", "<img src=x onerror=document.title='x'>")
        page.click("#comment-save")
        page.wait_for_selector(".tag.note")
        page.wait_for_timeout(300)
        assert page.title().endswith("hostile")
        assert (
            page.evaluate("document.querySelectorAll('main script, main img, main svg').length")
            == 0
        )
        assert page.wrong == []


def test_filters_proposals_and_alternatives(browser: Any, server: Server, letter: Path) -> None:
    other = make(letter.parent / "other", [("q1", "Wat doet het kabinet nu?", "What now?")])
    Ledger(other).change([Change("q1-0", 0, state=State.REVIEWED)])
    page = opened(browser, server.link)
    page.fill("#filter-text", "kabinet")
    assert page.locator(".row:visible").count() == 2
    page.fill("#filter-text", "")
    page.select_option("#filter-state", "trouble")
    assert page.locator(".row:visible").count() == 1
    page.keyboard.press("Escape")
    page.click(row("q2-0") + " .source")
    page.wait_for_selector("#side .offers li")
    assert "83%" in page.inner_text("#side .offers")
    assert "other" in page.inner_text("#side .offers")
    page.keyboard.press("1")
    assert page.input_value("textarea.english") == "What now?"
    page.keyboard.press("Alt+Enter")
    until(lambda: on_disk(letter)["q2-0"].target == "What now?")


def test_selected_words_go_into_the_glossary(browser: Any, server: Server, glossary: Path) -> None:
    page = opened(browser, server.link)
    page.evaluate(
        """() => {
          const text = document.querySelector('[data-id="q1-0"] .source').firstChild;
          const range = document.createRange();
          range.setStart(text, 22);
          range.setEnd(text, 29);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }"""
    )
    page.keyboard.press("g")
    assert page.input_value("#term-source") == "bericht"
    page.fill("#term-target", "report")
    page.keyboard.press("Enter")
    until(lambda: "bericht,report" in (glossary / "law.csv").read_text(encoding="utf-8"))


def test_selected_words_of_a_text_being_edited_go_into_the_glossary(
    browser: Any, server: Server, glossary: Path
) -> None:
    page = opened(browser, server.link)
    keys = page.keyboard
    keys.press("Enter")
    keys.press("Control+ArrowLeft")
    keys.press("Shift+Control+ArrowLeft")
    keys.press("Alt+g")
    page.wait_for_selector("#term[open]")
    assert page.input_value("#term-target") == "report"
    words = page.evaluate(
        "[...document.querySelectorAll('#term-dutch option')].map((o) => o.value)"
    )
    assert "bericht" in words
    keys.type("bericht")
    keys.press("Enter")
    until(lambda: "bericht,report" in (glossary / "law.csv").read_text(encoding="utf-8"))
    page.wait_for_selector("#term", state="hidden")
    assert page.evaluate("document.activeElement.className") == "english", "the text is open still"


def test_filtering_by_kind_of_finding_and_text_without_a_mouse(
    browser: Any, letter: Path, glossary: Path
) -> None:
    Ledger(letter).change([Change("a1-1", 0, target="The government allocates 75.60 euro.")])
    with serving(letter, "--glossary", str(glossary)) as server:
        page = opened(browser, server.link)
        shown = page.locator(".row:visible")
        kinds = page.locator("#filter-kinds option").all_inner_texts()
        assert len(kinds) == 2, "the broken term and the wrong amount"
        page.focus("#filter-state")
        page.keyboard.type("finding: ")
        assert shown.count() == 1
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.className").startswith("row")
        page.focus("#filter-state")
        page.keyboard.press("Escape")
        assert shown.count() == 6
        page.keyboard.press("/")
        page.keyboard.type("kabinet")
        assert shown.count() == 2
        assert page.evaluate("[...CSS.highlights.get('found')].map(String)") == ["kabinet"] * 2
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.dataset.id") == "a1-1"
        page.keyboard.press("/")
        page.keyboard.press("Escape")
        assert shown.count() == 6


def test_keys_go_from_answer_to_answer_and_approve_them(
    browser: Any, server: Server, letter: Path
) -> None:
    page = opened(browser, server.link)

    def at(key: str) -> str:
        page.keyboard.press(key)
        found: str = page.evaluate("document.activeElement.dataset.id")
        return found

    assert [at(key) for key in ("J", "J", "ArrowDown", "K", "K")] == [
        *("a1-0", "q2-0", "a2-0", "q2-0", "a1-0"),
    ]
    assert (at("End"), at("Home")) == ("a2-0", "q1-0")
    page.keyboard.press("A")
    page.wait_for_selector(f"{row('a1-0')}.current")
    units = on_disk(letter)
    assert [units[each].reviewed for each in ("q1-0", "q1-1", "a1-0")] == [True, True, False]


def test_a_text_that_is_not_there_is_not_approved(
    browser: Any, server: Server, letter: Path
) -> None:
    page = opened(browser, server.link)
    keys = page.keyboard
    keys.press("Enter")
    keys.press("Control+a")
    keys.press("Delete")
    keys.press("Control+Enter")
    assert page.inner_text("#said") == "There is no English to approve"
    # The rest is approved before the emptied text has been confirmed.
    slow(page, 500)
    keys.press("Alt+Enter")
    keys.press("A")
    page.wait_for_selector(f"{row('q1-1')}.done")
    assert on_disk(letter)["q1-0"].target == ""
    keys.press("Home")
    keys.press("a")
    assert page.inner_text("#said") == "There is no English to approve"
    assert on_disk(letter)["q1-0"].state is State.TRANSLATED
    assert page.wrong == []


def test_a_text_left_as_it_was_leaves_no_findings_behind(browser: Any, server: Server) -> None:
    page = opened(browser, server.link)
    page.keyboard.press("Enter")
    page.keyboard.type(" In 2031.")
    page.wait_for_selector(".verdicts li")
    assert "2031" in page.inner_text("#side")
    page.keyboard.press("Escape")
    assert "2031" not in page.inner_text("#side")


def test_the_keys_work_again_as_soon_as_a_dialog_is_closed(browser: Any, server: Server) -> None:
    page = opened(browser, server.link)
    page.keyboard.press("r")
    opens = page.evaluate(
        """() => {
          document.getElementById("replace").close();
          const key = new KeyboardEvent("keydown", { key: "?", bubbles: true, cancelable: true });
          document.activeElement.dispatchEvent(key);
          return document.getElementById("help").open;
        }"""
    )
    assert opens, "before the page was drawn without the dialog"


def test_a_place_can_be_left_out_of_a_replacement(
    browser: Any, server: Server, letter: Path
) -> None:
    Ledger(letter).change([Change("a1-0", 0, target="See the report.", state=State.REVIEWED)])
    page = opened(browser, server.link)
    page.keyboard.press("r")
    page.keyboard.type("the")
    page.keyboard.press("Tab")
    page.keyboard.type("a")
    said = page.inner_text("#replace-count")
    assert said.startswith("6 places in 6 segments; 1 of them approved")
    for key in ("Tab", "Tab", "Tab", "Space", "Shift+Tab", "Shift+Tab", "Shift+Tab", "Enter"):
        page.keyboard.press(key)
    until(lambda: on_disk(letter)["a1-0"].target == "See a report.")
    assert on_disk(letter)["q1-0"].target == "Are you aware of the report?"
    page.keyboard.press("u")
    until(lambda: on_disk(letter)["a1-0"].target == "See the report.")
    assert on_disk(letter)["a1-0"].state is State.REVIEWED
