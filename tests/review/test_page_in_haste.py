"""The review page where keys are faster than the server, and where windows cross each other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from review.browser import Server, on_disk, opened, row, slow, until
from vertaal.editions.changes import Change, Ledger
from vertaal.types import State

pytestmark = pytest.mark.slow


def refusing(page: Any, moment: int = 500) -> None:
    """From here on the server refuses every change, after a moment."""
    page.evaluate(
        """(moment) => {
          window.whole = window.fetch;
          window.fetch = async (address, options) => {
            if (!address.endsWith("/change")) return window.whole(address, options);
            await new Promise((on) => setTimeout(on, moment));
            return new Response('{"error": "The disk is full."}', { status: 422 });
          };
        }""",
        moment,
    )


def away(page: Any) -> None:
    """From here on the server does not answer, until `fetch` is `whole` again."""
    page.evaluate(
        """() => {
          window.whole = window.fetch;
          window.fetch = async () => { throw new TypeError("no way there"); };
        }"""
    )


def edit(page: Any, identity: str, text: str, key: str = "Alt+Enter") -> None:
    page.click(f"{row(identity)} .target")
    page.fill("textarea.english", text)
    page.keyboard.press(key)


def test_a_replacement_keeps_a_text_that_was_still_on_its_way(
    browser: Any, server: Server, letter: Path
) -> None:
    page = opened(browser, server.link)
    slow(page)
    edit(page, "q1-0", "Have you read the report?")
    page.keyboard.press("r")
    page.fill("#replace-find", "report")
    page.fill("#replace-by", "message")
    page.keyboard.press("Enter")
    until(lambda: on_disk(letter)["q1-0"].rev == 1)
    # The answer may reach the page much later.
    page.wait_for_function(
        """() => !document.getElementById("replace").open
          || document.getElementById("replace-list").innerText.includes("Have you read the")"""
    )
    if page.is_visible("#replace"):
        page.keyboard.press("Enter")
    until(lambda: on_disk(letter)["q1-0"].rev == 2)
    assert on_disk(letter)["q1-0"].target == "Have you read the message?"
    assert page.wrong == []


def test_a_text_changed_after_its_approval_is_open_again_also_where_both_are_kept(
    browser: Any, server: Server, letter: Path
) -> None:
    page = opened(browser, server.link)
    away(page)
    page.keyboard.press("a")
    page.wait_for_selector(f"{row('q1-0')}.waiting.done")
    edit(page, "q1-0", "Not yet what it should be.")
    page.wait_for_selector(f"{row('q1-0')}.waiting:not(.done)")
    page.evaluate("window.fetch = window.whole")
    until(lambda: on_disk(letter)["q1-0"].target == "Not yet what it should be.")
    assert on_disk(letter)["q1-0"].state is State.TRANSLATED


@pytest.mark.parametrize("key", ["a", "A", "Control+Enter", "u"])
def test_a_late_answer_leaves_a_reviewer_where_they_have_gone(
    browser: Any, server: Server, letter: Path, key: str
) -> None:
    page = opened(browser, server.link)
    if key == "u":
        page.keyboard.press("a")
        page.wait_for_selector(f"{row('q1-0')}.done")
    slow(page)
    if key == "Control+Enter":
        edit(page, "q1-0", "Have you read the report?", key)
    else:
        page.keyboard.press(key)
    page.click(f"{row('a1-1')} .target")
    page.keyboard.press("End")
    page.keyboard.type(" And a car was called up.", delay=60)
    assert page.input_value("textarea.english").endswith(" And a car was called up.")
    assert not on_disk(letter)["a1-1"].reviewed


def test_a_conflict_is_decided_by_nothing_that_was_meant_for_a_text(
    browser: Any, server: Server, letter: Path
) -> None:
    page = opened(browser, server.link)
    page.click(f"{row('q1-0')} .target")
    Ledger(letter).change([Change("q1-0", 0, target="Theirs.")])
    page.fill("textarea.english", "Ours.")
    page.keyboard.press("Alt+Enter")
    page.wait_for_selector("#conflict[open]")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Escape")
    page.wait_for_timeout(300)
    assert page.is_visible("#conflict"), "the question stands"
    # Whoever leaves without an answer is asked again.
    page.reload()
    page.wait_for_selector("textarea.english")
    assert page.input_value("textarea.english") == "Ours."
    page.keyboard.press("Alt+Enter")
    page.wait_for_selector("#conflict[open]")
    assert on_disk(letter)["q1-0"].target == "Theirs."
    page.click("#conflict-edit")
    page.keyboard.type(" And theirs.")
    page.keyboard.press("Alt+Enter")
    until(lambda: on_disk(letter)["q1-0"].target == "Ours. And theirs.")


def test_publishing_saves_what_is_being_typed_first(
    browser: Any, server: Server, letter: Path
) -> None:
    page = opened(browser, server.link)
    page.click(f"{row('q1-0')} .target")
    page.fill("textarea.english", "Have you read the report?")
    slow(page, 300)
    page.click("#do-publish")
    page.click("#approve-all")
    page.click("#publish-do")
    page.wait_for_selector("#publish-said a")
    assert "Have you read the report?" in (letter / "english.html").read_text(encoding="utf-8")
    assert on_disk(letter)["q1-0"].reviewed


def test_publishing_waits_for_a_text_on_its_way(browser: Any, server: Server, letter: Path) -> None:
    page = opened(browser, server.link)
    slow(page, 3000, "/change")
    edit(page, "q1-0", "Have you read the report?")
    page.keyboard.press("p")
    page.keyboard.press("Enter")
    page.wait_for_selector("#publish-said a")
    assert "Have you read the report?" in (letter / "english.html").read_text(encoding="utf-8")


def test_a_refused_text_does_not_take_the_place_of_one_being_typed(
    browser: Any, server: Server, letter: Path
) -> None:
    page = opened(browser, server.link)
    refusing(page)
    edit(page, "q1-0", "Refused.")
    page.click(f"{row('a1-1')} .target")
    page.keyboard.press("End")
    page.keyboard.type(" And a car was called up.", delay=50)
    until(lambda: "The disk is full" in page.inner_text("#banner"))
    assert page.input_value("textarea.english").endswith("euro. And a car was called up.")
    page.evaluate("window.fetch = window.whole")
    page.keyboard.press("Alt+Enter")
    until(lambda: on_disk(letter)["a1-1"].target.endswith("called up."))
    # The refused text is not forgotten: it comes back before what stands is approved.
    page.keyboard.press("Home")
    page.keyboard.press("a")
    page.wait_for_selector("textarea.english")
    assert page.input_value("textarea.english") == "Refused."
    assert not on_disk(letter)["q1-0"].reviewed


def test_a_comment_is_not_laid_over_one_that_came_meanwhile(
    browser: Any, server: Server, letter: Path
) -> None:
    page = opened(browser, server.link)
    page.keyboard.press("c")
    Ledger(letter).change([Change("q1-0", 0, note="Theirs.")])
    page.wait_for_selector(f"{row('q1-0')} .tag.note")
    page.keyboard.type("Ours.")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#conflict[open]")
    assert on_disk(letter)["q1-0"].note == "Theirs."


def test_a_refused_comment_is_still_there(browser: Any, server: Server) -> None:
    page = opened(browser, server.link)
    refusing(page)
    page.keyboard.press("c")
    page.keyboard.type("A long remark.")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#banner.mistake")
    page.wait_for_selector("#comment[open]")
    assert page.input_value("#comment-text") == "A long remark."


def test_keys_do_nothing_behind_a_dialog_nor_while_held_down(
    browser: Any, server: Server, letter: Path
) -> None:
    page = opened(browser, server.link)
    page.keyboard.press("c")
    page.click("#comment-source")
    page.keyboard.press("a")
    page.wait_for_timeout(500)
    assert not on_disk(letter)["q1-0"].reviewed
    page.keyboard.press("Escape")
    page.keyboard.down("a")
    page.wait_for_selector(f"{row('q1-1')}.current")
    for _ in range(3):
        page.keyboard.down("a")
        page.wait_for_timeout(150)
    page.keyboard.up("a")
    assert [each.reviewed for each in on_disk(letter).values()].count(True) == 1


def test_approving_a_text_that_was_approved_before_it_was_changed(
    browser: Any, server: Server, letter: Path
) -> None:
    page = opened(browser, server.link)
    page.keyboard.press("a")
    page.wait_for_selector(f"{row('q1-0')}.done")
    slow(page, 400)
    edit(page, "q1-0", "Have you read the report?")
    page.keyboard.press("a")
    until(lambda: on_disk(letter)["q1-0"].rev == 3)
    assert on_disk(letter)["q1-0"].reviewed


def test_keeping_what_stands_shows_it(browser: Any, server: Server, letter: Path) -> None:
    page = opened(browser, server.link)
    away(page)
    edit(page, "a1-0", "Ours.")
    page.wait_for_selector(f"{row('a1-0')}.waiting")
    Ledger(letter).change([Change("a1-0", 0, target="Theirs.")])
    page.evaluate("window.fetch = window.whole")
    page.click("#conflict-keep")
    page.wait_for_selector(f"{row('a1-0')}:not(.waiting)")
    assert page.inner_text(f"{row('a1-0')} .english") == "Theirs."


def test_what_is_undone_last_is_not_approved_by_an_earlier_key(
    browser: Any, server: Server, letter: Path
) -> None:
    page = opened(browser, server.link)
    slow(page)
    edit(page, "q1-0", "Have you read the report?", "Control+Enter")
    for key in "auu":
        page.keyboard.press(key)
    page.evaluate("vertaal.settled()")
    assert on_disk(letter)["q1-0"].rev == 2
    assert not any(unit.reviewed for unit in on_disk(letter).values())
    assert page.wrong == []
