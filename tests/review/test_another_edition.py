"""A page that is left open while the server at its address comes to serve another edition."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from review.browser import READY, Server, on_disk, opened, row, until
from review.desks import make


def test_a_page_of_another_edition_is_sent_away(page: TestClient) -> None:
    key = page.get("/api/0/edition").json()["key"]
    change = {"changes": [{"id": "q1-0", "rev": 0, "target": "Meant for another."}]}
    strange = {"x-vertaal-edition": "0" * 16}
    assert page.post("/api/0/change", json=change, headers=strange).status_code == 410
    assert page.get("/api/0/edition").json()["units"][0]["rev"] == 0
    own = {"x-vertaal-edition": key}
    assert page.post("/api/0/change", json=change, headers=own).status_code == 200


@pytest.mark.slow
def test_what_is_kept_for_one_edition_never_goes_to_another(
    browser: Any, letter: Path, tmp_path: Path
) -> None:
    other = make(tmp_path / "output" / "other")
    server = Server(letter)
    page = opened(browser, server.link)
    server.kill()
    page.click(f"{row('q1-0')} .target")
    page.fill("textarea.english", "Meant for the first letter.")
    page.keyboard.press("Alt+Enter")
    page.wait_for_selector(f"{row('q1-0')}.waiting")
    again = Server(other, server.port)
    try:
        second = page.context.new_page()
        second.goto(again.link)
        second.wait_for_selector(READY)
        until(lambda: "Another edition" in page.inner_text("#banner"))
        assert on_disk(other)["q1-0"].rev == 0
    finally:
        again.kill()
    back = Server(letter, server.port)
    try:
        second.goto(back.link)
        until(lambda: on_disk(letter)["q1-0"].target == "Meant for the first letter.")
        page.wait_for_selector("#banner", state="hidden")
    finally:
        back.kill()
