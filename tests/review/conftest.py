from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from review.browser import Server, serving
from review.desks import HERE, PORT, TOKEN, Open, make
from vertaal.review.app import Office, application
from vertaal.review.desk import Desk
from vertaal.review.tools import Interpreter, TermBook
from vertaal.translation.requests import Request
from vertaal.types import Translation


class Model:
    """Stands for a translator that always has the same two alternatives."""

    def alternatives(self, request: Request, count: int) -> list[Translation]:
        return [Translation("One way.", -0.1), Translation("Another way.", -0.2)][:count]


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    return make(tmp_path / "output" / "letter")


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    folder = tmp_path / "glossary"
    folder.mkdir()
    (folder / "law.csv").write_text(
        "source,target,status,match,domain,note\nkabinet,government,preferred,lemma,,\n",
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def knock(glossary: Path) -> Open:
    """A client at the door of a server for the given editions; it has no key yet."""

    def opened(*folders: Path) -> TestClient:
        model: Any = Model()
        office = Office(
            tuple(Desk(folder) for folder in folders),
            Interpreter(lambda: model),
            TermBook([glossary]),
        )
        app = application(office, token=TOKEN, port=PORT)
        return TestClient(app, base_url=HERE, follow_redirects=False)

    return opened


@pytest.fixture
def page(knock: Open, letter: Path) -> TestClient:
    """A client that came in by the link, as the page does."""
    client = knock(letter)
    client.get(f"/?token={TOKEN}")
    client.headers["origin"] = HERE
    return client


@pytest.fixture(autouse=True)
def _no_page_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """A page of a test that is over would go on asking a server that has gone."""
    yield
    if "browser" in request.fixturenames:
        for context in request.getfixturevalue("browser").contexts:
            context.close()


@pytest.fixture
def server(letter: Path, glossary: Path) -> Iterator[Server]:
    with serving(letter, "--glossary", str(glossary)) as found:
        yield found
