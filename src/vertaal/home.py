"""Where `vertaal` keeps what it makes for itself."""

from __future__ import annotations

import os
from pathlib import Path


def home() -> Path:
    """The user's data folder of `vertaal`, for models and caches: `$VERTAAL_HOME`, where that is
    set.
    """
    if chosen := os.environ.get("VERTAAL_HOME"):
        return Path(chosen)
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    else:
        base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "vertaal"
