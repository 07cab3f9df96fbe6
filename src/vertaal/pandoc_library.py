"""The one door to the `pandoc` library and the executable that `pypandoc_binary` ships.

Everything else asks `load()` for the configured library, so that no other module imports it and
nothing is paid for it until a document is read or written.
"""

from __future__ import annotations

import functools
import os
from types import ModuleType

from vertaal.errors import MissingDependency


@functools.cache
def load() -> ModuleType:
    """The `pandoc` module, configured with an executable. Raises `MissingDependency`."""
    try:
        import pandoc
        import pypandoc

        executable = pypandoc.get_pandoc_path()
    except (ImportError, OSError) as error:
        raise MissingDependency(
            f"pandoc is not available ({error}).",
            remedy="Install it with: pip install pandoc pypandoc_binary",
        ) from error
    folder = os.path.dirname(os.path.abspath(executable))
    os.environ["PATH"] = folder + os.pathsep + os.environ.get("PATH", "")
    try:
        pandoc.configure(auto=True)
    except RuntimeError as error:
        raise MissingDependency(
            f"the pandoc executable cannot be used ({error}).",
            remedy="Install it with: pip install pypandoc_binary",
        ) from error
    module: ModuleType = pandoc
    return module
