"""What holds for all tests: the same examples every time, and a data folder of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No test reads or writes the user's models, cache or conversions."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("vertaal-home")
        patch.setenv("VERTAAL_HOME", str(folder))
        yield folder
