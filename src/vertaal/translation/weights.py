"""The tensors of a model as numpy arrays, whatever format they lie in."""

from __future__ import annotations

from typing import Any

from vertaal.errors import InputError
from vertaal.translation.models import Model

ENCODER_EMBEDDING = "model.encoder.embed_tokens.weight"
DECODER_EMBEDDING = "model.decoder.embed_tokens.weight"


def tensors(model: Model) -> dict[str, Any]:
    """float32 arrays by the names of `MarianMTModel.state_dict()`; ties are resolved.

    Raises `InputError` where the weights cannot be read.
    """
    try:
        return _embedded(model) if model.inline else _marian(model)
    except Exception as error:  # safetensors and pickle have errors of their own.
        raise InputError(
            f"cannot be read as weights ({error}).",
            path=model.weights,
            remedy="Install vertaal, or copy the model, again.",
        ) from error


def _embedded(model: Model) -> dict[str, Any]:
    import numpy as np
    from safetensors.numpy import load_file

    stored = load_file(model.weights)
    found: dict[str, Any] = {}
    for name, value in stored.items():
        if name.endswith(".scale"):
            continue
        scale = stored.get(name + ".scale")
        whole = value.astype(np.float32)
        found[name] = whole if scale is None else whole * scale[:, None]
    # The encoder's rows for English pieces are the decoder's own, stored once.
    found[ENCODER_EMBEDDING] = np.concatenate([found[ENCODER_EMBEDDING], found[DECODER_EMBEDDING]])
    return found


def _marian(model: Model) -> dict[str, Any]:
    import numpy as np

    if model.weights.suffix == ".safetensors":
        from safetensors.numpy import load_file

        found = {name: value.astype(np.float32) for name, value in load_file(model.weights).items()}
    else:
        from vertaal.translation.marian import load_pickle

        found = load_pickle(model.weights)
    shared = found.get("model.shared.weight")
    for name in (ENCODER_EMBEDDING, DECODER_EMBEDDING):
        if name not in found:
            if shared is None:
                raise KeyError(name)
            found[name] = shared
    return found


def sinusoids(length: int, width: int) -> Any:
    """Marian's positions, float32 `[length, width]`: the sines in the first half of a row, the
    cosines in the second. Vaswani et al. 2017 interleave them.
    """
    import numpy as np

    angle = np.arange(length)[:, None] / np.power(10000, 2 * (np.arange(width) // 2) / width)
    table = np.empty((length, width), dtype=np.float32)
    table[:, : width // 2] = np.sin(angle[:, 0::2])
    table[:, width // 2 :] = np.cos(angle[:, 1::2])
    return table
