"""Who gets in: host, origin, token, paths, sizes, and what the browser is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from review.desks import HERE, PORT, TOKEN, Open, make
from vertaal.review.guard import LARGEST

CHANGE = {"changes": [{"id": "a1-0", "rev": 0, "target": "Yes, we are."}]}


def test_the_link_becomes_a_cookie_that_scripts_and_other_sites_do_not_get(
    knock: Open, letter: Path
) -> None:
    client = knock(letter)
    answer = client.get(f"/?token={TOKEN}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert client.get("/edition/0").status_code == 200


@pytest.mark.parametrize(
    "path", ["/", "/edition/0", "/page/review.js", "/api/0/edition", "/?token=x"]
)
def test_nothing_is_shown_without_the_token(knock: Open, letter: Path, path: str) -> None:
    answer = knock(letter).get(path)
    assert answer.status_code == 403
    assert "kabinet" not in answer.text


def test_a_wrong_cookie_and_a_wrong_header_are_refused(knock: Open, letter: Path) -> None:
    client = knock(letter)
    for name, value in (
        ("cookie", f"vertaal-{PORT}=x"),
        ("cookie", "\x00\xff=;"),
        ("x-vertaal-token", "x"),
        ("x-vertaal-token", TOKEN + "é"),
    ):
        headers = [(name.encode(), value.encode("latin-1"))]
        assert client.get("/api/0/edition", headers=headers).status_code == 403
    assert client.get("/api/0/edition", headers={"x-vertaal-token": TOKEN}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1:1", "", "[::1"]
)
def test_another_host_name_is_refused(page: TestClient, host: str) -> None:
    assert page.get("/edition/0", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1:1", f"https://127.0.0.1:{PORT}"]
)
def test_another_origin_is_refused(page: TestClient, origin: str) -> None:
    answer = page.post("/api/0/change", json=CHANGE, headers={"origin": origin})
    assert answer.status_code == 403


def test_a_post_must_say_where_it_comes_from_and_be_json(page: TestClient) -> None:
    del page.headers["origin"]
    assert page.post("/api/0/change", json=CHANGE).status_code == 403
    page.headers["origin"] = HERE
    assert page.post("/api/0/change", data={"changes": "x"}).status_code == 415
    headers = {"sec-fetch-site": "cross-site"}
    assert page.post("/api/0/change", json=CHANGE, headers=headers).status_code == 403
    assert page.post("/api/0/change", json=CHANGE).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/page/../app.py",
        "/page/..%2fapp.py",
        "/page/%2e%2e/%2e%2e/types.py",
        "/page/app.py",
        "/page/app.js",
        "/page/review.html",
        "/edition/0/edition.jsonl",
        "/edition/0/..%2f..%2fsecret.txt",
        "/edition/0/.lock",
        "/edition/1",
        "/edition/-1",
        "/api/1/edition",
        "/api/0/nothing",
        "//etc/passwd",
    ],
)
def test_no_path_reaches_the_disk(page: TestClient, letter: Path, path: str) -> None:
    (letter.parent / "secret.txt").write_text("secret", encoding="utf-8")
    answer = page.get(path)
    assert answer.status_code == 404
    assert answer.text == "Not found."


def test_every_answer_carries_a_strict_policy(page: TestClient) -> None:
    for path in ("/edition/0", "/page/review.js", "/api/0/edition", "/nothing"):
        headers = page.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-store"


def test_a_published_document_is_shown_in_a_sandbox(page: TestClient, letter: Path) -> None:
    (letter / "parallel.html").write_text("<p>published</p>", encoding="utf-8")
    answer = page.get("/edition/0/parallel.html")
    assert answer.text == "<p>published</p>"
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("sandbox")
    assert "script" not in policy
    assert page.get("/edition/0/english.html").status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{",
        b"[" * 100_000,
        b'{"changes": 1}',
        b'{"changes": [1]}',
        b'{"changes": [{"id": "a1-0", "rev": true}]}',
        b'{"changes": [{"id": "a1-0", "rev": "0"}]}',
        b'{"changes": [{"id": "a1-0", "rev": 0, "state": "great"}]}',
        b'{"changes": [{"id": "a1-0", "rev": 0, "target": {}}]}',
        b'{"changes": [{"id": "a1-0", "rev": 0, "target": "' + b"x" * 100_001 + b'"}]}',
    ],
    ids=range(11),
)
def test_a_request_that_makes_no_sense_changes_nothing(
    page: TestClient, letter: Path, body: bytes
) -> None:
    before = (letter / "edition.jsonl").read_bytes()
    answer = page.post("/api/0/change", content=body, headers={"content-type": "application/json"})
    assert answer.status_code in (400, 422)
    assert answer.json()["error"]
    assert (letter / "edition.jsonl").read_bytes() == before


def test_too_much_is_refused(page: TestClient) -> None:
    headers = {"content-type": "application/json", "content-length": str(LARGEST + 1)}
    assert page.post("/api/0/change", content=b"{}", headers=headers).status_code == 413


def test_several_editions_are_listed(knock: Open, tmp_path: Path) -> None:
    folders = [make(tmp_path / name) for name in ("one", "two")]
    client = knock(*folders)
    client.get(f"/?token={TOKEN}")
    assert "Editions to review" in client.get("/").text
    assert client.get("/api/editions").json() == [
        {"number": 0, "name": "one", "done": 0, "total": 6},
        {"number": 1, "name": "two", "done": 0, "total": 6},
    ]
    assert client.get("/api/1/edition").json()["name"] == "two"
