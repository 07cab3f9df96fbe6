"""Publishing from the page writes the documents that the edition has."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from vertaal.style import Style
from vertaal.updating import republish


def test_publishing_writes_the_documents_that_the_edition_has(
    page: TestClient, letter: Path
) -> None:
    republish(letter, Style(("stacked",), ("html", "epub")))
    answer = page.post("/api/0/publish", json={"by": "Bo"}).json()
    assert answer["documents"] == ["stacked.html", "stacked.epub"]
    assert not (letter / "parallel.html").exists()
    for name in answer["documents"]:
        assert page.get(f"/edition/0/{name}").status_code == 200
