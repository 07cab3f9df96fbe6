"""Any Marian model: from a directory, and from a hub that this test plays itself."""

from __future__ import annotations

import hashlib
import http.server
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

SENTENCES = "de rechter is het kabinet\n\nvraag en antwoord\n"


def vertaal(home: Path, *arguments: str, stdin: str = "", **more: str) -> tuple[int, str, str]:
    environment = dict(os.environ, VERTAAL_HOME=str(home), **more)
    done = subprocess.run(
        [sys.executable, "-m", "vertaal", *arguments],
        input=stdin, capture_output=True, text=True, env=environment, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["ctranslate2", "transformers"])
def test_a_directory_is_a_model(tmp_path: Path, tiny_marian: Path, engine: str) -> None:
    code, out, err = vertaal(
        tmp_path, "translate", "--no-glossary", "--model", str(tiny_marian), "--engine", engine,
        stdin=SENTENCES,
    )  # fmt: skip
    assert (code, err) == (0, "")
    lines = out.split("\n")
    assert len(lines) == 4, "three lines in, three out, in their places"
    assert lines[1] == ""


@pytest.mark.slow
def test_search_meets_a_term_with_a_model_that_knows_none(
    tmp_path: Path, tiny_marian: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even noise obeys hard constraints; whether to take the result is decided afterwards (this
    one stammers, and would not be taken)."""
    from vertaal.glossary import Glossary, Matcher
    from vertaal.translation.catalogue import translator
    from vertaal.translation.models import locate
    from vertaal.translation.requests import request
    from vertaal.translation.translator import Decoding, proof
    from vertaal.types import OccurrenceStatus, Term

    monkeypatch.setenv("VERTAAL_HOME", str(tmp_path))
    matcher = Matcher(Glossary((Term("rechter", "judge"), Term("kabinet", "government"))))
    asked = request("de rechter en de rechter en het kabinet", matcher)
    worker = translator(locate(str(tiny_marian)), decoding=Decoding(margin=100))
    [(made, *_)] = worker._constrained([asked], [asked.demands])
    assert made.forced
    statuses = [o.status for o in proof("s", asked, made)]
    assert statuses == [OccurrenceStatus.FORCED] * 3


class Hub(http.server.BaseHTTPRequestHandler):
    """As much of the hub's protocol as a download uses: the file list, then each file by name."""

    folder: Path
    name = "someone/tiny-nl-en"

    def do_HEAD(self) -> None:
        self.answer(body=False)

    def do_GET(self) -> None:
        self.answer(body=True)

    def answer(self, body: bool) -> None:
        commit = "0" * 39 + "1"
        resolve, api = f"/{self.name}/resolve/", f"/api/models/{self.name}"
        route = self.path.split("?")[0]
        if route.startswith(resolve):
            path = self.folder / route.removeprefix(resolve).split("/", 1)[1]
            data = path.read_bytes() if path.is_file() else None
        elif route.startswith(f"{api}/tree/"):
            files = sorted(self.folder.iterdir())
            data = json.dumps(
                [
                    {"type": "file", "path": f.name, "size": f.stat().st_size, "oid": "0" * 40}
                    for f in files
                ]
            ).encode()
        elif route == api or route.startswith(f"{api}/revision/"):
            siblings = [{"rfilename": path.name} for path in sorted(self.folder.iterdir())]
            data = json.dumps(
                {"id": self.name, "modelId": self.name, "sha": commit, "siblings": siblings}
            ).encode()
        else:
            data = None
        if data is None:
            self.send_response(404)
            self.send_header("X-Error-Code", "RepoNotFound")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("ETag", f'"{hashlib.sha256(data).hexdigest()}"')
        self.send_header("X-Repo-Commit", commit)
        self.end_headers()
        if body:
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def hub(tiny_marian: Path) -> Iterator[str]:
    Hub.folder = tiny_marian
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.slow
def test_a_model_is_added_from_the_hub_and_used(tmp_path: Path, hub: str) -> None:
    code, out, err = vertaal(
        tmp_path, "model", "add", Hub.name, HF_ENDPOINT=hub, HF_HOME=str(tmp_path / "hf")
    )
    assert code == 0, err
    assert Hub.name in out
    assert Hub.name in vertaal(tmp_path, "model", "list")[1]
    code, out, err = vertaal(
        tmp_path, "translate", "--no-glossary", "--model", Hub.name, stdin=SENTENCES
    )
    assert code == 0, err
    assert len(out.split("\n")) == 4
    code, _, err = vertaal(tmp_path, "model", "add", Hub.name, HF_ENDPOINT=hub)
    assert code == 2
    assert "already" in err


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "expected"), [("someone/no-such-model", 2), ("not a name at all", 2)]
)
def test_a_model_that_is_not_there(tmp_path: Path, hub: str, name: str, expected: int) -> None:
    code, _, err = vertaal(tmp_path, "model", "add", name, HF_ENDPOINT=hub)
    assert code == expected
    assert "Traceback" not in err
    assert not list((tmp_path / "models").glob("*"))


@pytest.mark.slow
def test_a_hub_out_of_reach_is_exit_code_3(tmp_path: Path) -> None:
    code, _, err = vertaal(
        tmp_path, "model", "add", "someone/model", HF_ENDPOINT="http://127.0.0.1:9"
    )
    assert code == 3
    assert "Traceback" not in err
