"""The one door to the `pandoc` library and the executable that `pypandoc_binary` ships.

Everything else asks `load()` for the configured library, so that no other module imports it and
nothing is paid for it until a document is read or written.
"""

from __future__ import annotations

import functools
import os
import warnings
from types import ModuleType

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
