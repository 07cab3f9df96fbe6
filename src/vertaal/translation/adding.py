"""Adding a model of the user's, from a directory or from the hub."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from vertaal.errors import InputError, MissingDependency
from vertaal.translation.models import (
    DIGESTS,
    EMBEDDED,
    Model,
    open_model,
    seal,
    user_folder,
    verify,
)

_FILES = (
    "config.json",
    "generation_config.json",
    "tokenizer_config.json",
    "vocab.json",
    "target_vocab.json",
    "source.spm",
    "target.spm",
    "model.safetensors",
    "pytorch_model.bin",
    # Of the embedded format:
    "source_vocab.json",
    "weights.safetensors",
    "generation.json",
    "lexicon.tsv",
    "separable.tsv",
    DIGESTS,
)


def add_model(name: str, alias: str | None = None) -> Model:
    """Copy the Marian model at `name` to the user's folder. This alone may use the network.

    Raises `InputError` where it is no Marian model, and `MissingDependency` where the hub does
    not answer.
    """
    directory = Path(name)
    called = alias or (directory.resolve().name if directory.is_dir() else name)
    if called == EMBEDDED or not called.strip("./"):
        raise InputError(f"a model cannot be called '{called}'.", remedy="Name it with --as.")
    target = user_folder() / called.replace("/", "--")
    if target.exists():
        raise InputError(
            f"there is a model '{called}' already.",
            path=target,
            remedy="Choose another name with --as, or delete that folder first.",
        )
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part = TemporaryDirectory(prefix=".part-", dir=target.parent, ignore_cleanup_errors=True)
    except OSError as error:
        raise InputError(f"cannot be written ({error.strerror}).", path=target.parent) from error
    with part as folder:
        source = directory if directory.is_dir() else _download(name, Path(folder, "hub"))
        open_model(source, called)
        copied = Path(folder, "model")
        copied.mkdir()
        for file in _FILES:
            if (source / file).is_file():
                shutil.copyfile(source / file, copied / file)
        if (copied / "model.safetensors").exists():
            (copied / "pytorch_model.bin").unlink(missing_ok=True)
        if not (copied / DIGESTS).exists():
            seal(copied)
        open_model(copied, called)
        verify(copied)
        os.replace(copied, target)
    return open_model(target, called)


def _download(name: str, folder: Path) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, RepositoryNotFoundError

    try:
        return Path(snapshot_download(name, local_dir=folder, allow_patterns=list(_FILES)))
    except (RepositoryNotFoundError, HFValidationError) as error:
        raise InputError(
            f"'{name}' is neither a directory nor a model on the hub.",
            remedy="Check the spelling, for example Helsinki-NLP/opus-mt-nl-en.",
        ) from error
    except (HfHubHTTPError, OSError) as error:
        raise MissingDependency(
            f"the hub does not answer ({type(error).__name__}).",
            remedy="Check the network, or give a directory with the model's files.",
        ) from error
