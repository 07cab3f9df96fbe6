"""Caches and models that are damaged, exchanged or gone; and that nothing asks the network."""

from __future__ import annotations

import json
import os
import pickle
import random
import shutil
import socket
import sqlite3
from pathlib import Path
from typing import Any, NoReturn

import pytest

from commands import vertaal
from echo import Echo
from review.desks import make
from vertaal.errors import InputError
from vertaal.glossary import Glossary
from vertaal.jobs import jobs
from vertaal.pipeline import build
from vertaal.review.serving import serve
from vertaal.translation.adding import add_model
from vertaal.translation.cache import Cache
from vertaal.translation.catalogue import translator
from vertaal.translation.models import Model, locate
from vertaal.translation.requests import Request
from vertaal.types import Translation
from vertaal.workshop import Workshop

KNOWN = {f"key{number}": Translation(f"It costs {number} euro.", -0.25) for number in range(60)}
LETTER = "Antwoorden\n\nVraag 1\nBent u bekend met 3 berichten?\n\nAntwoord\nJa.\n"


def filled(path: Path) -> None:
    cache = Cache(path)
    cache.put(KNOWN)
    cache.close()


def test_a_damaged_cache_gives_nothing_wrong_and_can_be_used(tmp_path: Path) -> None:
    sound = tmp_path / "sound.sqlite"
    filled(sound)
    data = sound.read_bytes()
    chance = random.Random(4)
    for number in range(60):
        path = tmp_path / f"{number}.sqlite"
        made = bytearray(data)
        for _ in range(chance.randint(1, 40)):
            made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
        path.write_bytes(made[: chance.randrange(len(made))] if number % 3 == 0 else made)
        cache = Cache(path)
        for key, found in cache.get(KNOWN).items():
            assert found == KNOWN[key]
        cache.put({"new": Translation("New.", 0.0)})
        cache.close()


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100, bytes(5000)])
def test_what_is_no_cache_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "cache.sqlite"
    path.write_bytes(content)
    filled(path)
    cache = Cache(path)
    assert cache.get(KNOWN) == KNOWN
    cache.close()


def test_a_changed_row_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    filled(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE translation SET value = replace(value, '7 euro', '9 euro')")
        connection.execute("UPDATE translation SET value = 'x' WHERE key = 'key1'")
    connection.close()
    cache = Cache(path)
    found = cache.get(KNOWN)
    cache.close()
    assert "key7" not in found
    assert "key1" not in found
    assert found == {key: value for key, value in KNOWN.items() if key in found}


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Model:
    """A model that was added, as far as its files go."""
    monkeypatch.setenv("VERTAAL_HOME", str(tmp_path / "home"))
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "config.json").write_text('{"model_type": "marian"}', encoding="utf-8")
    for name in ("source.spm", "target.spm", "vocab.json", "model.safetensors"):
        (mine / name).write_bytes(name.encode() * 100)
    return add_model(str(mine))


@pytest.mark.parametrize("name", ["model.safetensors", "target.spm", "vocab.json", "config.json"])
@pytest.mark.parametrize("engine", ["ctranslate2", "transformers"])
def test_an_added_model_that_changed_is_not_used(added: Model, name: str, engine: str) -> None:
    path = added.directory / name
    data = path.read_bytes()
    status = path.stat()
    # As long as before, and of the same time: an exchanged file that looks the same.
    path.write_bytes(data[:-2] + b" }" if name == "config.json" else data[:-1] + b"\x00")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    with pytest.raises(InputError, match=r"damaged|not JSON|vocabulary") as caught:
        translator(locate("mine"), engine).translate([Request("Ja.", ())])
    assert caught.value.remedy
    assert str(added.directory) in str(caught.value)


@pytest.mark.parametrize("gone", ["model.safetensors", "source.spm", "config.json", ""])
def test_a_model_that_vanished_is_one_message(added: Model, gone: str) -> None:
    made = translator(added, "ctranslate2")
    if gone:
        (added.directory / gone).unlink()
    else:
        shutil.rmtree(added.directory)
    with pytest.raises(InputError) as caught:
        made.translate([Request("Ja.", ())])
    assert caught.value.remedy
    code, said = vertaal("translate", "--model", "mine", stdin="Ja.\n")
    assert code == 2
    assert said.count("Error:") == 1


@pytest.mark.slow
def test_a_damaged_conversion_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERTAAL_HOME", str(tmp_path))
    asked = [Request("Ja, dat klopt.", ())]
    first = translator(locate()).translate(asked)
    [converted] = tmp_path.rglob("model.bin")
    data = bytearray(converted.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 100_000] = bytes(100_000)
    converted.write_bytes(data)
    assert translator(locate()).translate(asked) == first
    assert converted.read_bytes() != data


class Evil:
    def __reduce__(self) -> tuple[Any, ...]:
        return (os.mkdir, ("pwned",))


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["ctranslate2", "transformers"])
def test_weights_that_are_a_program_are_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VERTAAL_HOME", str(tmp_path / "home"))
    mine = tmp_path / "mine"
    mine.mkdir()
    for path in locate().directory.glob("*.spm"):
        shutil.copy(path, mine)
    (mine / "config.json").write_text(json.dumps({"model_type": "marian"}), encoding="utf-8")
    (mine / "vocab.json").write_text('{"</s>": 0, "<unk>": 1, "<pad>": 2}', encoding="utf-8")
    (mine / "pytorch_model.bin").write_bytes(pickle.dumps({"x": Evil()}, protocol=2))
    with pytest.raises(InputError):
        translator(locate("mine"), engine).translate([Request("Ja.", ())])
    assert not (tmp_path / "pwned").exists()


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which asking the network is an error."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("the network was asked")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)


def run(*arguments: str) -> int:
    return vertaal(*arguments, stdin="Ja.\n")[0]


@pytest.mark.usefixtures("offline")
def test_nothing_asks_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, encoding="utf-8")
    assert run("parse", str(letter)) == 0
    [outcome] = build(jobs([letter]), Workshop(tmp_path / "out", Echo(), Glossary()))
    assert outcome.failure is None
    folder = str(outcome.folder)
    assert run("check", folder) in (0, 1)
    assert run("publish", folder, "--format", "html", "--format", "docx", "--format", "epub") == 0
    assert run("diff", folder, folder) == 0
    assert run("glossary", "lint", "--no-glossary") in (0, 2)
    assert run("model", "list") == 0
    monkeypatch.setattr("uvicorn.Server.run", lambda self, sockets: None)
    said: list[str] = []
    serve(
        [make(tmp_path / "letter")],
        port=0,
        browser=False,
        glossaries=[],
        translator=Echo,
        say=said.append,
    )
    assert said[0].startswith("Review page: http://127.0.0.1:")


@pytest.mark.slow
@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("engine", ["ctranslate2", "transformers"])
def test_the_model_asks_nobody_either(tmp_path: Path, engine: str) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, encoding="utf-8")
    assert run("build", str(letter), "-o", str(tmp_path / "out"), "--engine", engine) in (0, 1)
