"""`argostranslate` with our model packed as its package, in a process of its own.

What had to be bridged, nothing of it at the cost of `argostranslate`'s time:

- its package knows one SentencePiece model: it gets our Dutch one. That reads Dutch as ours does;
  joining English pieces to text needs no model;
- its vocabularies are lists of pieces, ours are ids in decimal: the two lists and the names of the
  special tokens in the converted model are written anew, the weights are the same file;
- it splits sentences with Stanza or MiniSBD, whose models come from the network: their places are
  taken by a splitter that returns the text as it is, since each text given is one sentence;
- it keeps the paragraphs of the last call: the translation beneath that cache is asked.

It has no terms, and batches of 32 pieces (its default). It is given the same number of threads.
The library is installed without its dependencies (`pip install --target`) in a temporary folder;
the environment that runs the benchmark is not touched.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from vertaal.cores import cores
from vertaal.translation.ctranslate2_engine.conversion import converted
from vertaal.translation.inline import EOS, PAD, UNK, InlineVocabulary
from vertaal.translation.models import locate
from vertaal.translation.requests import Request

VERSION = "1.11.0"

_NO_SPLITTER = {
    "stanza.py": "",
    "minisbd/__init__.py": (
        "class SBDetect:\n"
        "    def __init__(self, language, use_gpu=False): pass\n"
        "    def sentences(self, text): return [text]\n"
    ),
    "minisbd/models.py": "cache_dir = ''\ndef list_models(): return ['nl', 'en']\n",
}

_SERVER = """
import json, sys
from argostranslate import package, settings, translate
translation = translate.get_translation_from_codes("nl", "en").underlying
for line in sys.stdin:
    made = [translation.translate(text) for text in json.loads(line)]
    print(json.dumps(made), flush=True)
"""


class Argos:
    """Sentences in, English out, through `argostranslate`'s own interface."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="argos-")
        home = Path(self._folder.name)
        library = home / "library"
        done = subprocess.run(
            [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
             "--no-deps", "--target", str(library), f"argostranslate=={VERSION}"],
            check=False,
        )  # fmt: skip
        if done.returncode:
            raise SystemExit("argostranslate cannot be installed: leave it out, with --peer.")
        for name, text in _NO_SPLITTER.items():
            (library / name).parent.mkdir(parents=True, exist_ok=True)
            (library / name).write_text(text, encoding="utf-8")
        packages = home / "packages"
        pack(packages / "nl_en")
        self._process = subprocess.Popen(
            [sys.executable, "-c", _SERVER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={
                **os.environ,
                "HOME": str(home),
                "XDG_DATA_HOME": str(home / "data"),
                "PYTHONPATH": str(library),
                "ARGOS_PACKAGES_DIR": str(packages),
                "ARGOS_INTRA_THREADS": str(cores()),
            },
        )

    def translate(self, asked: Sequence[Request]) -> list[str]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        texts = [" ".join(each.source.split()) for each in asked]
        self._process.stdin.write(json.dumps(texts) + "\n")
        self._process.stdin.flush()
        made: list[str] = json.loads(self._process.stdout.readline())
        return made

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        self._folder.cleanup()


def pack(folder: Path) -> None:
    """Write the embedded model to `folder` as a package of `argostranslate`."""
    model = locate()
    shutil.copytree(converted(model), folder / "model")
    shutil.copyfile(model.directory / "source.spm", folder / "sentencepiece.model")
    words = InlineVocabulary(model.directory)
    special = {EOS: "</s>", UNK: "<unk>", PAD: "<pad>"}
    english = {i: special.get(i, piece) for i, piece in words.pieces.items()}
    dutch = {i: special.get(i, piece) for piece, i in words.dutch.items()}
    _relist(folder / "model" / "source_vocabulary.json", dutch)
    _relist(folder / "model" / "target_vocabulary.json", english)
    config = folder / "model" / "config.json"
    settings = json.loads(config.read_text(encoding="utf-8"))
    for name, value in settings.items():
        if name.endswith("_token") and str(value).isdigit():
            settings[name] = special[int(value)]
    config.write_text(json.dumps(settings), encoding="utf-8")
    metadata = {
        "package_version": "1.0", "argos_version": "1.9", "type": "translate",
        "from_code": "nl", "from_name": "Dutch", "to_code": "en", "to_name": "English",
    }  # fmt: skip
    (folder / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")


def _relist(path: Path, pieces: dict[int, str]) -> None:
    """Names for ids; what has none (tags, English pieces in a Dutch source) keeps its number."""
    listed: list[Any] = json.loads(path.read_text(encoding="utf-8"))
    named = [pieces.get(i, f"\u241f{i}") for i in range(len(listed))]
    assert len(set(named)) == len(named), "no piece twice"
    path.write_text(json.dumps(named, ensure_ascii=False), encoding="utf-8")
