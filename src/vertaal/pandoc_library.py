"""The one door to the `pandoc` library and the executable that `pypandoc_binary` ships.

Everything else asks `load()` for the configured library, so that no other module imports it and
nothing is paid for it until a document is read or written. Trees are written here: the library's
own `write` asks for its types and configuration anew at every node, which took half of the time
that publishing takes.
"""

from __future__ import annotations

import functools
import json
import os
import subprocess
import warnings
from collections.abc import Sequence
from types import ModuleType
from typing import Any

from vertaal.errors import MissingDependency


@functools.cache
def load() -> ModuleType:
    """The `pandoc` module, configured with an executable. Raises `MissingDependency`."""
    try:
        import pypandoc

        executable = os.path.abspath(pypandoc.get_pandoc_path())
        # `pandoc` looks for the executable when it is imported: PATH has to know it before.
        os.environ["PATH"] = (
            os.path.dirname(executable) + os.pathsep + os.environ.get("PATH", os.defpath)
        )
        import pandoc
    except (ImportError, OSError) as error:
        raise MissingDependency(
            f"pandoc is not available ({error}).",
            remedy="Install it with: pip install pandoc pypandoc_binary",
        ) from error
    try:
        with warnings.catch_warnings():
            # The library knows pandoc up to 3.2.1; the document model is unchanged since.
            warnings.filterwarnings("ignore", "(?s).*is not supported, we proceed as if")
            pandoc.configure(auto=True)
    except RuntimeError as error:
        raise MissingDependency(
            f"the pandoc executable cannot be used ({error}).",
            remedy="Install it with: pip install pypandoc_binary",
        ) from error
    module: ModuleType = pandoc
    return module


def write(document: Any, form: str, options: Sequence[str] = ()) -> bytes:
    """A `pandoc.types.Pandoc` in the format that pandoc calls `form`; text is in UTF-8.

    Raises `MissingDependency`, and `CalledProcessError` with what pandoc says where it fails.
    """
    settings = load().configure(read=True)
    meta, blocks = document
    tree = {
        "pandoc-api-version": [int(part) for part in settings["pandoc_types_version"].split(".")],
        "meta": as_json(meta[0]),
        "blocks": as_json(blocks),
    }
    done = subprocess.run(
        [settings["path"], "--from=json", f"--to={form}", "--output=-", *options],
        input=json.dumps(tree).encode(),
        capture_output=True,
        check=True,
    )
    return done.stdout


def as_json(node: Any) -> Any:
    """A node of the tree, or a part of one, as pandoc's JSON has it."""
    if isinstance(node, str):
        return node
    if type(node) in (list, tuple):
        return [as_json(part) for part in node]
    if isinstance(node, dict):
        return {key: as_json(value) for key, value in node.items()}
    shape = _shape(node.__class__)
    if shape is None:
        return node
    name, keys, bare = shape
    if keys:
        return {key: as_json(part) for key, part in zip(keys, node, strict=True)}
    content = as_json(node[0]) if bare else [as_json(part) for part in node]
    if not name:
        return content
    return {"t": name, "c": content} if len(node) else {"t": name}


@functools.cache
def _shape(kind: type) -> tuple[str, tuple[str, ...], bool] | None:
    """How JSON has a constructor of the document model: its name, where its type has others too;
    the keys, for a record; whether it has one argument, which then stands by itself. None for a
    plain value.
    """
    if not issubclass(kind, load().types.Type):
        return None
    arguments: Any
    _, (structure, arguments) = kind._def  # type: ignore[attr-defined]
    alone = len(kind.__mro__[2]._def[1][1]) == 1  # type: ignore[attr-defined]
    keys = tuple(key for key, _ in arguments) if structure == "map" else ()
    # 'ColWidth_' is called so for the sake of its type, which is called 'ColWidth'.
    name = "" if alone else kind.__name__.removesuffix("_")
    return name, keys, len(arguments) == 1
