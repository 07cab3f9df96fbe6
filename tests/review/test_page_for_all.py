"""The review page in a real browser: narrow or wide, with a screen reader, and with a long text."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from checkers import AXE
from review.browser import READY, Server, on_disk, opened, serving, until
from review.desks import long_letter, make

pytestmark = pytest.mark.slow

DIALOGS = (("?", "help"), ("r", "replace"), ("c", "comment"), ("g", "term"), ("p", "publish"))


@pytest.mark.parametrize("width", [420, 800, 1300])
def test_the_segment_at_hand_is_never_covered(browser: Any, tmp_path: Path, width: int) -> None:
    folder = make(tmp_path / "long", long_letter(60))
    with serving(folder) as server:
        page = opened(browser, server.link, viewport={"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for key in (*["ArrowDown"] * 25, *["ArrowUp"] * 12, "End", "Home", "Enter"):
            page.keyboard.press(key)
            page.wait_for_timeout(30)
            seen = page.evaluate(
                """() => {
                  const box = document.querySelector('.row.current').getBoundingClientRect();
                  const at = (y) => document.elementFromPoint(box.left + 60, y)?.closest('.row');
                  const current = document.querySelector('.row.current');
                  return at(box.top + 4) === current && at(box.bottom - 4) === current;
                }"""
            )
            assert seen, f"after {key}"


def test_nothing_serious_for_people_who_use_a_screen_reader(browser: Any, server: Server) -> None:
    assert AXE.is_file(), "npm ci installs axe-core"
    for scheme, width in (("light", 1300), ("dark", 1300), ("light", 390)):
        page = opened(
            browser,
            server.link,
            bypass_csp=True,
            color_scheme=scheme,
            viewport={"width": width, "height": 800},
        )
        page.evaluate(AXE.read_text(encoding="utf-8"))
        seen = []
        seen += problems(page)
        page.keyboard.press("d")
        page.keyboard.press("Enter")
        page.keyboard.type("x")
        page.wait_for_timeout(500)
        seen += problems(page)
        page.keyboard.press("Escape")
        for key, dialog in DIALOGS:
            page.keyboard.press(key)
            page.wait_for_selector(f"#{dialog}[open]")
            seen += problems(page)
            page.keyboard.press("Escape")
        assert seen == [], f"{scheme}, {width} wide"


def problems(page: Any) -> list[str]:
    found = page.evaluate(
        "async () => (await axe.run()).violations"
        ".filter(({impact}) => ['serious', 'critical'].includes(impact))"
        ".flatMap(({id, nodes}) => nodes.map((n) => `${id}: ${n.html} ${n.failureSummary}`))"
    )
    assert isinstance(found, list)
    return found


def test_a_long_document_is_usable_at_once(browser: Any, tmp_path: Path) -> None:
    folder = make(tmp_path / "long", long_letter(2000))
    with serving(folder) as server:
        page = opened(browser, server.link)
        until(lambda: page.locator(".row").count() == 2000)
        begun = time.perf_counter()
        page.reload()
        page.wait_for_selector(f"{READY} .row.current")
        assert time.perf_counter() - begun < 10, "an idle machine needs well under a second"
        page.keyboard.press("Enter")
        page.fill("textarea.english", "Edited.")
        took = page.evaluate(
            """async () => {
              const begun = performance.now();
              await vertaal.change([{id: 'q1-1', target: 'Timed.', rev: 0}], 'edit', '');
              return performance.now() - begun;
            }"""
        )
        assert took < 2000, "an idle machine needs less than 50 ms"
        assert on_disk(folder)["q1-1"].target == "Timed."
        assert len(on_disk(folder)) == 2000
