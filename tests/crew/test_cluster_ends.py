"""However a run on a cluster ends, its token is gone from the output. Ray is played."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from crew.archive import recipe
from echo import Echo
from vertaal.crew import cluster


class Broken:
    """Ray that fails in one call."""

    def __init__(self, output: Path, fails: str) -> None:
        self._output, self._fails = output, fails
        self.seen: list[Path] = []

    def _call(self, name: str) -> None:
        self.seen += self._output.glob(".cluster-*")
        if name == self._fails:
            raise OSError(f"{name} fails")

    def put(self, value: object) -> object:
        self._call("put")
        return value

    def remote(self, **_: object) -> object:
        def made(*_: object) -> object:
            self._call("start")
            return SimpleNamespace(ready=SimpleNamespace(remote=object))

        return lambda _: SimpleNamespace(remote=made)

    def cluster_resources(self) -> dict[str, float]:
        self._call("cluster_resources")
        return {"CPU": 2}

    def kill(self, actor: object) -> None:
        self._call("kill")

    def shutdown(self) -> None:
        self._call("shutdown")


@pytest.mark.parametrize("fails", ["put", "cluster_resources", "start", "kill", "shutdown"])
def test_nothing_is_left_in_the_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    ray = Broken(tmp_path, fails)
    monkeypatch.setattr(cluster, "_connect", lambda address: ray)
    with (
        pytest.raises(OSError, match=f"{fails} fails"),
        cluster.Cluster(recipe(tmp_path, Echo), ""),
    ):
        pass
    assert ray.seen, "the token was there"
    assert list(tmp_path.iterdir()) == []


def test_a_model_that_cannot_be_opened_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_connect", lambda address: Broken(tmp_path, ""))

    def translator() -> Echo:
        raise MemoryError

    with pytest.raises(MemoryError):
        cluster.Cluster(recipe(tmp_path, translator), "")
    assert list(tmp_path.iterdir()) == []
