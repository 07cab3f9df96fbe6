"""A model taken over from a directory, of either format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vertaal.errors import InputError
from vertaal.translation.adding import add_model
from vertaal.translation.models import locate, seal

MARIAN = ("source.spm", "target.spm", "vocab.json", "model.safetensors", "README.md")
EMBEDDED = (
    "source.spm",
    "target.spm",
    "source_vocab.json",
    "target_vocab.json",
    "weights.safetensors",
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VERTAAL_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "models"


def directory(path: Path, files: tuple[str, ...], **config: object) -> Path:
    path.mkdir()
    (path / "config.json").write_text(json.dumps({"model_type": "marian", **config}))
    for name in files:
        (path / name).write_text("{}", encoding="utf-8")
    return path


def test_a_marian_directory_is_copied_without_what_is_no_model(tmp_path: Path, home: Path) -> None:
    added = add_model(str(directory(tmp_path / "mine", MARIAN)))
    assert added == locate("mine")
    copied = {path.name for path in (home / "mine").iterdir()}
    assert copied == {"config.json", "digest.json", *MARIAN} - {"README.md"}
    with pytest.raises(InputError, match="there is a model 'mine' already"):
        add_model(str(tmp_path / "mine"))


def test_a_model_of_the_embedded_format_can_be_added_too(tmp_path: Path) -> None:
    made = directory(tmp_path / "better", EMBEDDED, vertaal_format=1)
    (made / "digest.json").write_text('{"digest": "d7", "files": {}}', encoding="utf-8")
    added = add_model(str(made), "ours")
    assert (added.name, added.digest, added.inline) == ("ours", "d7", True)


def test_its_lexicon_comes_with_it(tmp_path: Path) -> None:
    made = directory(tmp_path / "better", (*EMBEDDED, "lexicon.tsv"), vertaal_format=1)
    seal(made)
    assert add_model(str(made), "ours").lexicon.read_text(encoding="utf-8") == "{}"


def test_a_directory_that_is_no_model_is_named_as_given(tmp_path: Path, home: Path) -> None:
    (tmp_path / "letters").mkdir()
    with pytest.raises(InputError, match=r"letters/config\.json: cannot be read"):
        add_model(str(tmp_path / "letters"))
    assert list(home.iterdir()) == []
