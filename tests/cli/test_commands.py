"""The commands as a user calls them, on real files."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from commands import vertaal
from echo import Echo
from vertaal.cli.main import COMMANDS, main
from vertaal.editions import save, save_report
from vertaal.editions.units import load_units, save_units
from vertaal.parsing import document
from vertaal.types import Block, BlockKind, Document, Edition, Segment, Source, State, Unit

DOCS = Path(__file__).parents[2] / "docs"
README = Path(__file__).parents[2] / "README.md"


def paths() -> list[Sequence[str]]:
    """Every command and every command of a group."""
    found: list[Sequence[str]] = [[]]
    for name in COMMANDS:
        found.append([name])
        command = main.get_command(None, name)  # type: ignore[arg-type]
        found += [[name, sub] for sub in getattr(command, "commands", {})]
    return found


@pytest.mark.parametrize("path", paths(), ids=" ".join)
def test_every_command_has_help_with_an_example(path: Sequence[str]) -> None:
    code, said = vertaal(*path, "--help")
    assert code == 0
    assert "Usage:" in said
    is_group = path and "COMMAND [ARGS]" in said
    assert is_group or "Example" in said


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_page(name: str) -> None:
    pages = [README.read_text(encoding="utf-8")]
    pages += [page.read_text(encoding="utf-8") for page in DOCS.glob("*.md")]
    assert any(f"vertaal {name}" in page for page in pages)


def test_help_loads_neither_model_nor_torch_nor_pandoc() -> None:
    script = (
        "import sys\n"
        "from vertaal.cli import main\n"
        "try: main(['build', '--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'torch', 'transformers', 'ctranslate2', 'pandoc', 'numpy', 'sentencepiece'}\n"
        "sys.exit(bool(heavy & set(sys.modules)))\n"
    )
    before = os.times()
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    after = os.times()
    assert done.returncode == 0
    # Time of the processor, which a busy machine gives late but does not make longer.
    used = after.children_user + after.children_system
    assert used - before.children_user - before.children_system < 1


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "empty.txt", "empty"),
        (b"   \n\n", "blank.txt", "empty"),
        (bytes(range(256)) * 20, "binary.txt", "binary"),
        (b"%PDF-1.7 nonsense", "broken.pdf", "PDF"),
        (b"not a zip", "broken.docx", "docx"),
        (b"x", "letter.xyz", "format"),
        (b"Geachte voorzitter,\n\nHierbij bericht ik u.\n", "plain.txt", "no numbered question"),
    ],
)
def test_a_bad_source_gets_one_message_and_leaves_nothing(
    tmp_path: Path, content: bytes, name: str, said: str
) -> None:
    source = tmp_path / name
    source.write_bytes(content)
    output = tmp_path / "out"
    code, text = vertaal("build", str(source), "-o", str(output))
    assert code == 2
    assert text.count("Error:") == 1
    assert name in text
    assert said.lower() in text.lower()
    assert not output.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "no-such-letter.txt"], "no-such-letter.txt"),
        (["parse", "no-such-letter.txt"], "no-such-letter.txt"),
        (["translate", "--glossary", "no-such-glossary.csv"], "no-such-glossary.csv"),
        (["translate", "--model", "no-such-model"], "no-such-model"),
        (["translate", "--engine", "no-such-engine"], "no-such-engine"),
        (["check", "no-such-edition"], "no-such-edition"),
        (["publish", "no-such-edition"], "no-such-edition"),
        (["model", "info", "no-such-model"], "no-such-model"),
        (["parse", "x" * 300 + ".txt"], "too long"),
        (["build", "x" * 300 + ".txt"], "too long"),
        (["glossary", "list", "--glossary", "x" * 300 + ".csv"], "too long"),
        (["frobnicate"], "frobnicate"),
        (["build"], "SOURCES"),
    ],
)
def test_a_wrong_name_gets_exit_code_2(arguments: list[str], said: str) -> None:
    code, text = vertaal(*arguments, stdin="Ja.\n")
    assert code == 2
    assert said in text
    assert "Traceback" not in text


def test_a_defect_in_one_document_is_told_and_gets_exit_code_4(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def parse(source: Source) -> Document:
        if source.name == "bad.txt":
            raise IndexError("beyond the end")
        return document.parse(source)

    monkeypatch.setattr("vertaal.pipeline.parse", parse)
    monkeypatch.setattr("vertaal.crew.by_name", lambda model, engine: Echo)
    (tmp_path / "in").mkdir()
    for name in ("bad.txt", "good.txt"):
        (tmp_path / "in" / name).write_text("Vraag 1\nWat?\n\nAntwoord\nJa.\n", encoding="utf-8")
    (tmp_path / "in" / "empty.txt").touch()
    code, said = vertaal("build", str(tmp_path / "in"), "-o", str(tmp_path / "out"))
    assert code == 4, "more than the 2 of the empty file"
    assert "IndexError: beyond the end" in said
    assert "please report" in said
    assert (tmp_path / "out" / "good" / "english.html").is_file()


def test_a_defect_in_a_command_is_one_message(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(path: Path) -> Source:
        raise KeyError("gone")

    monkeypatch.setattr("vertaal.reading.read", read)
    code, said = vertaal("parse", "letter.txt")
    assert code == 4
    assert "KeyError: 'gone'" in said
    assert "Traceback" not in said


def interrupted(*arguments: object, **options: object) -> NoReturn:
    raise KeyboardInterrupt


def test_an_interrupted_command_is_not_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vertaal.reading.read", interrupted)
    code, said = vertaal("parse", "letter.txt")
    assert (code, said) == (130, "Interrupted.\n")


def test_the_review_server_is_ended_by_an_interrupt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("uvicorn.Server.run", interrupted)
    code, said = vertaal("review", str(saved(tmp_path / "a")), "--no-browser", "--port", "0")
    assert code == 0
    assert "Press Ctrl+C to stop" in said


def test_publish_rounds_no_share_up_to_all(tmp_path: Path) -> None:
    units = [Unit(f"a-{n}", "a1", "Ja.", "Yes.", State.REVIEWED) for n in range(400)]
    units[7] = replace(units[7], state=State.TRANSLATED)
    block = Block("a1", BlockKind.ANSWER, "Ja." * 400, "Antwoord", (1,))
    segments = [Segment(u.id, "a1", 0, 3 * n, 3 * n + 3, "Ja.") for n, u in enumerate(units)]
    edition = Edition("long", Document((block,)), tuple(segments), tuple(units))
    save(edition, tmp_path)
    save_report(edition, tmp_path)
    code, said = vertaal("publish", str(tmp_path), "--layout", "english", "--format", "html")
    assert (code, said) == (0, f"{tmp_path}: published, 399 of 400 segments reviewed\n")


def saved(folder: Path) -> Path:
    """A small edition without errors."""
    block = Block("a1", BlockKind.ANSWER, "Ja.", "Antwoord", (1,))
    unit = Unit("a-1", "a1", "Ja.", "Yes.", State.TRANSLATED)
    edition = Edition(
        folder.name, Document((block,)), (Segment("a-1", "a1", 0, 0, 3, "Ja."),), (unit,)
    )
    save(edition, folder)
    save_report(edition, folder)
    return folder


def test_an_edition_that_cannot_be_read_leaves_the_others_alone(tmp_path: Path) -> None:
    first, last = saved(tmp_path / "first"), saved(tmp_path / "last")
    damaged = saved(tmp_path / "damaged")
    (damaged / "edition.jsonl").write_text("{", encoding="utf-8")
    editions = [str(first), str(tmp_path / "absent"), str(damaged), str(last)]
    for command in (["publish", "--layout", "english", "--format", "html"], ["check"]):
        code, said = vertaal(*command, *editions)
        assert code == 2
        assert said.count("Error:") == 2
        assert "absent" in said
        assert "edition.jsonl:1: is not a segment" in said
        assert f"{first}: " in said
        assert f"{last}: " in said
    assert (last / "english.html").is_file()
    assert not (tmp_path / "absent").exists()


def test_publish_names_who_takes_responsibility(tmp_path: Path) -> None:
    folder = saved(tmp_path / "letter")
    (folder / "edition.jsonl").write_text(
        (folder / "edition.jsonl").read_text(encoding="utf-8").replace("translated", "reviewed"),
        encoding="utf-8",
    )
    html = ["--layout", "english", "--format", "html"]
    assert vertaal("publish", str(folder), *html)[0] == 0
    assert "is a machine translation" in (folder / "english.html").read_text(encoding="utf-8")
    assert vertaal("publish", str(folder), "--reviewer", "A. de Vries")[0] == 0
    page = (folder / "english.html").read_text(encoding="utf-8")
    assert "by A. de Vries, who takes responsibility for it" in page
    assert not (folder / "parallel.html").exists(), "only what the edition has"
    units = load_units(folder)
    save_units([replace(units[0], target="Something else."), *units[1:]], folder)
    assert "A. de Vries signed an earlier text" in vertaal("publish", str(folder))[1]
    assert "A. de Vries" not in (folder / "english.html").read_text(encoding="utf-8")


def test_output_is_utf8_whatever_the_system_speaks(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Vraag 1\nKent u ‘Het één’ – en het ander?\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "vertaal", "parse", str(letter)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "‘Het één’ – en" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"config.json": "[]"}, "no JSON object"),
        ({"config.json": "{"}, "not JSON"),
        ({"config.json": '{"model_type": "marian"}'}, "lacks source.spm, target.spm, vocab.json"),
        ({"digest.json": "{}"}, "holds no digests"),
        ({"source.spm": "nonsense"}, "vocabulary"),
    ],
)
def test_a_damaged_model_is_named(tmp_path: Path, files: dict[str, str], said: str) -> None:
    marian = '{"model_type": "marian"}'
    whole = dict.fromkeys(("source.spm", "target.spm", "vocab.json", "pytorch_model.bin"), "{}")
    if "digest.json" in files:
        marian = '{"model_type": "marian", "vertaal_format": 1}'
        whole |= dict.fromkeys(
            ("source_vocab.json", "target_vocab.json", "weights.safetensors"), "{}"
        )
    if "config.json" in files:
        whole = {}
    for name, content in {"config.json": marian, **whole, **files}.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    code, text = vertaal("translate", "--no-glossary", "--model", str(tmp_path), stdin="Ja.\n")
    assert code == 2
    assert said in text
