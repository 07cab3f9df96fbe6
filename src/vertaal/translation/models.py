"""Finding a model: the embedded one, a directory, or one that the user added by name.

Two formats are known. The *embedded* format (`weights.safetensors` in int8 with `digest.json`) is
ours and takes inline terms; a *Marian* directory is what `transformers` saves for a `MarianMTModel`
(`config.json`, `vocab.json`, `source.spm`, `target.spm` and the weights).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vertaal.errors import InputError
from vertaal.files import write_whole
from vertaal.home import home

EMBEDDED = "nl-en"
"""Name of the model that comes with the package."""

DIGESTS = "digest.json"
"""SHA-256 of each file of a model, and one for the whole."""

# Files beside config.json, in a Marian directory (its weights apart) and in the embedded format.
_NEEDED = {
    False: ("source.spm", "target.spm", "vocab.json"),
    True: (
        "source.spm",
        "target.spm",
        "source_vocab.json",
        "target_vocab.json",
        "weights.safetensors",
        DIGESTS,
    ),
}
_WEIGHTS = ("model.safetensors", "pytorch_model.bin")


@dataclass(frozen=True, slots=True)
class Model:
    """A model on disk. `inline` models take annotated sources (the embedded format)."""

    name: str
    directory: Path
    digest: str
    inline: bool

    @property
    def config(self) -> dict[str, Any]:
        return _json(self.directory / "config.json")

    @property
    def no_repeat(self) -> int:
        """Length of the runs of ids that may not stand twice in a target; 0 for no such rule."""
        path = self.directory / "generation.json"
        return int(_json(path).get("no_repeat_ngram_size", 0)) if path.is_file() else 0

    @property
    def lexicon(self) -> Path:
        """Renderings of words that it has hardly seen; not every model has the file."""
        return self.directory / "lexicon.tsv"

    @property
    def separable(self) -> Path:
        """Verbs that it misreads where they stand apart; not every model has the file."""
        return self.directory / "separable.tsv"

    @property
    def weights(self) -> Path:
        if self.inline:
            return self.directory / "weights.safetensors"
        return next(self.directory / name for name in _WEIGHTS if (self.directory / name).is_file())


def user_folder() -> Path:
    """Where added models live: `$VERTAAL_HOME/models`, else below the user's data folder."""
    return home() / "models"


def locate(name: str = EMBEDDED) -> Model:
    """The model called `name`: embedded, added by the user, or a directory.

    Raises `InputError` where there is none, or where its files are not what they should be.
    """
    if name == EMBEDDED:
        return open_model(Path(__file__).parent.parent / "models" / EMBEDDED, EMBEDDED)
    added = user_folder() / name.replace("/", "--")
    if (added / "config.json").is_file():
        return open_model(added, name)
    if Path(name).is_dir():
        return open_model(Path(name), Path(name).resolve().name)
    raise InputError(
        f"there is no model '{name}'.",
        remedy="See the names with 'vertaal model list', give a directory, "
        f"or fetch it from the hub with 'vertaal model add {name}'.",
    )


def open_model(directory: Path, name: str) -> Model:
    """Look at a model directory without reading its weights. Raises `InputError`."""
    config = _json(directory / "config.json")
    if config.get("model_type") != "marian":
        raise InputError(
            f"is a model of type '{config.get('model_type')}', not Marian.",
            path=directory,
            remedy="Use a MarianMT model, such as Helsinki-NLP/opus-mt-nl-en.",
        )
    inline = "vertaal_format" in config
    missing = [file for file in _NEEDED[inline] if not (directory / file).is_file()]
    if not inline and not any((directory / file).is_file() for file in _WEIGHTS):
        missing.append(" or ".join(_WEIGHTS))
    if missing:
        raise InputError(
            f"lacks {', '.join(missing)}.",
            path=directory,
            remedy="Copy the model again, whole.",
        )
    sealed = inline or (directory / DIGESTS).is_file()
    digest = str(_digests(directory)["digest"]) if sealed else _quick_digest(directory)
    return Model(name, directory, digest, inline)


def verify(directory: Path) -> None:
    """Compare a model's files with their digests, where it has any. Raises `InputError`."""
    if not (directory / DIGESTS).is_file():
        return
    for file, expected in _digests(directory)["files"].items():
        try:
            actual = _sha256(directory / file)
        except OSError as error:
            raise InputError(
                f"cannot be read ({error.strerror}).",
                path=directory / file,
                remedy="Install vertaal, or copy the model, again.",
            ) from error
        if actual != expected:
            raise InputError(
                "is damaged: its SHA-256 is not the one in digest.json.",
                path=directory / file,
                remedy="Install vertaal, or copy the model, again.",
            )


def seal(directory: Path) -> None:
    """Write the digests of the files in `directory` beside them."""
    files = {path.name: _sha256(path) for path in sorted(directory.iterdir())}
    whole = hashlib.sha256(json.dumps(files).encode()).hexdigest()
    write_whole(directory / DIGESTS, json.dumps({"files": files, "digest": whole}) + "\n")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _digests(directory: Path) -> dict[str, Any]:
    value = _json(directory / DIGESTS)
    if not isinstance(value.get("files"), dict) or "digest" not in value:
        raise InputError(
            "holds no digests.", path=directory / DIGESTS, remedy="Copy the model again."
        )
    return value


def _quick_digest(directory: Path) -> str:
    """SHA-256 over the small files, and over size and time of the weights (too large to read)."""
    lines = []
    for path in sorted(directory.iterdir()):
        if path.name in _WEIGHTS:
            stat = path.stat()
            lines.append(f"{path.name} {stat.st_size} {stat.st_mtime_ns}")
        elif path.suffix in (".json", ".spm"):
            lines.append(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}")
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _json(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(
            f"cannot be read ({error.strerror}).", path=path, remedy="Is this a model directory?"
        ) from error
    except ValueError as error:
        raise InputError("is not JSON.", path=path, remedy="Copy the model again.") from error
    if not isinstance(value, dict):
        raise InputError("is no JSON object.", path=path, remedy="Copy the model again.")
    return value


def at_hand() -> list[Model]:
    """The embedded model and those that the user added."""
    folders = sorted(user_folder().glob("*/config.json")) if user_folder().is_dir() else []
    return [locate(EMBEDDED), *(locate(path.parent.name.replace("--", "/")) for path in folders)]
