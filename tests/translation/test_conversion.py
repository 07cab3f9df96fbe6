"""What becomes of a model that CTranslate2 cannot run."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from vertaal.errors import InputError
from vertaal.translation.ctranslate2_engine.batching import batch_size, batches
from vertaal.translation.ctranslate2_engine.conversion import converted
from vertaal.translation.models import Model
from vertaal.translation.weights import tensors


@pytest.mark.parametrize(
    "config",
    [
        {},
        {"encoder_attention_heads": "many", "encoder_layers": 1, "decoder_layers": 1},
        {
            "encoder_attention_heads": 1,
            "encoder_layers": 1,
            "decoder_layers": 1,
            "activation_function": "sine",
        },
    ],
)
def test_an_unfit_model_is_named_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, config: dict[str, object]
) -> None:
    monkeypatch.setenv("VERTAAL_HOME", str(tmp_path / "home"))
    folder = tmp_path / "unfit"
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    shared = {"model.shared.weight": np.zeros((3, 2), np.float32)}
    save_file(shared, folder / "model.safetensors")
    with pytest.raises(InputError, match="unfit: cannot be converted"):
        converted(Model("unfit", folder, "d1", inline=False))
    assert list((tmp_path / "home" / "ctranslate2").iterdir()) == []


@pytest.mark.parametrize("file", ["model.safetensors", "pytorch_model.bin"])
def test_damaged_weights_are_named(tmp_path: Path, file: str) -> None:
    (tmp_path / file).write_bytes(b"no weights at all")
    with pytest.raises(InputError, match=f"{file}: cannot be read as weights"):
        tensors(Model("damaged", tmp_path, "d1", inline=False))


@pytest.mark.parametrize(
    ("sentences", "threads", "each"),
    [(1, 2, 1), (20, 2, 10), (21, 2, 11), (500, 2, 16), (8, 64, 1)],
)
def test_every_thread_gets_work(sentences: int, threads: int, each: int) -> None:
    assert batch_size(sentences, threads) == each


@pytest.mark.parametrize("lengths", [[5], [8, 16], [3, 9, 8, 70, 40, 110, 12] * 20, [501], []])
def test_what_shares_a_batch_is_padded_to_its_own_length(lengths: list[int]) -> None:
    made = batches(lengths, threads=2)
    assert sorted(place for places, _ in made for place in places) == list(range(len(lengths)))
    for places, pad in made:
        within = pad or max(lengths[place] for place in places)
        for place in places:
            [(alone, more)] = batches([lengths[place]], threads=2)
            assert alone == [0]
            assert (more or lengths[place]) == within, "as it would be padded by itself"
            assert 0 <= within - lengths[place] < 32
