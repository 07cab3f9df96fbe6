"""The model as CTranslate2 reads it: made once from the weights, in int8, and kept."""

from __future__ import annotations

import math
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from vertaal.errors import InputError
from vertaal.home import home
from vertaal.translation import alignment
from vertaal.translation.inline import UNK
from vertaal.translation.models import Model, seal, verify
from vertaal.translation.weights import (
    DECODER_EMBEDDING,
    ENCODER_EMBEDDING,
    sinusoids,
    tensors,
)

_FORMAT = "3"
"""Part of the conversion's name: raised whenever `_convert` changes what it writes."""


def converted(model: Model) -> Path:
    """The folder of the model's int8 conversion, made when it is not there yet."""
    folder = home() / "ctranslate2" / f"{model.digest[:24]}-{_FORMAT}"
    if (folder / "model.bin").is_file():
        try:
            verify(folder)
            return folder
        except InputError:
            shutil.rmtree(folder, ignore_errors=True)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(
            prefix=".part-", dir=folder.parent, ignore_cleanup_errors=True
        ) as part:
            made = Path(part, "model")
            _convert(model, made)
            seal(made)
            try:
                os.replace(made, folder)
            except OSError:
                # Another process was first; its conversion is the same.
                if not (folder / "model.bin").is_file():
                    raise
    except (KeyError, TypeError, ValueError, RuntimeError) as error:
        raise InputError(
            f"cannot be converted for CTranslate2 ({type(error).__name__}: {error}).",
            path=model.directory,
            remedy="Try --engine transformers, or copy the model again.",
        ) from error
    except OSError as error:
        raise InputError(
            f"the converted model cannot be kept ({error.strerror or error}).",
            path=folder.parent,
            remedy="Free some disk space, or set VERTAAL_HOME to a folder that can be written.",
        ) from error
    return folder


def _convert(model: Model, folder: Path) -> None:
    """Write `model` for CTranslate2. Tokens are the ids in decimal: both vocabularies keep theirs.

    CTranslate2's own converter takes one vocabulary and the tokens' texts; ours has two, of which
    the source's holds English pieces a second time.
    """
    import ctranslate2

    config, weights = model.config, tensors(model)
    layers = (int(config["encoder_layers"]), int(config["decoder_layers"]))
    activations = ctranslate2.specs.Activation
    spec = ctranslate2.specs.TransformerSpec.from_config(
        layers,
        int(config["encoder_attention_heads"]),
        pre_norm=bool(config.get("normalize_before", False)),
        alignment_layer=alignment.layer(layers[1]),
        alignment_heads=0,  # The mean over all.
        activation={
            "swish": activations.SWISH,
            "silu": activations.SWISH,
            "relu": activations.RELU,
            "gelu": activations.GELU,
        }[config["activation_function"]],
    )
    _Filler(config, weights).fill(spec)

    def vocabulary(embedding: str) -> list[str]:
        return [str(i) for i in range(len(weights[embedding]))]

    eos = str(config["eos_token_id"])
    spec.register_source_vocabulary(vocabulary(ENCODER_EMBEDDING))
    spec.register_target_vocabulary(vocabulary(DECODER_EMBEDDING))
    spec.config.add_source_eos = True
    spec.config.decoder_start_token = eos
    spec.config.eos_token = eos
    spec.config.bos_token = eos
    spec.config.unk_token = str(UNK)
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir(parents=True)
    spec.save(str(folder))


class _Filler:
    """Puts weights by the names of `transformers` into the places that CTranslate2 has for them."""

    def __init__(self, config: Mapping[str, Any], weights: Mapping[str, Any]) -> None:
        self._config, self._weights = config, weights

    def fill(self, spec: Any) -> None:
        self._side(spec.encoder, "encoder", spec.encoder.embeddings[0])
        self._side(spec.decoder, "decoder", spec.decoder.embeddings)
        spec.decoder.start_from_zero_embedding = True
        spec.decoder.projection.weight = self._weights[DECODER_EMBEDDING]
        bias = self._weights["final_logits_bias"].reshape(-1).copy()
        # transformers forbids the pad token as output; CTranslate2 knows no such list.
        bias[int(self._config["pad_token_id"])] = -1e4
        spec.decoder.projection.bias = bias

    def _side(self, part: Any, name: str, embedding: Any) -> None:
        width = int(self._config["d_model"])
        part.scale_embeddings = math.sqrt(width) if self._config["scale_embedding"] else 1.0
        part.position_encodings.encodings = sinusoids(
            int(self._config["max_position_embeddings"]), width
        )
        embedding.weight = self._weights[f"model.{name}.embed_tokens.weight"]
        for i, layer in enumerate(part.layer):
            prefix = f"model.{name}.layers.{i}"
            self._attention(layer.self_attention, f"{prefix}.self_attn", own=True)
            if name == "decoder":
                self._attention(layer.attention, f"{prefix}.encoder_attn", own=False)
            self._linear(layer.ffn.linear_0, f"{prefix}.fc1")
            self._linear(layer.ffn.linear_1, f"{prefix}.fc2")
            self._norm(layer.ffn.layer_norm, f"{prefix}.final_layer_norm")

    def _attention(self, part: Any, name: str, *, own: bool) -> None:
        """Self-attention (`own`) has queries, keys and values in one matrix, cross-attention has
        the queries apart.
        """
        q, k, v = (f"{name}.{kind}_proj" for kind in "qkv")
        if own:
            self._linear(part.linear[0], q, k, v)
        else:
            self._linear(part.linear[0], q)
            self._linear(part.linear[1], k, v)
        self._linear(part.linear[-1], f"{name}.out_proj")
        self._norm(part.layer_norm, f"{name}_layer_norm")

    def _linear(self, part: Any, *names: str) -> None:
        import numpy as np

        part.weight = np.concatenate([self._weights[f"{name}.weight"] for name in names])
        part.bias = np.concatenate([self._weights[f"{name}.bias"] for name in names])

    def _norm(self, part: Any, name: str) -> None:
        part.gamma = self._weights[f"{name}.weight"]
        part.beta = self._weights[f"{name}.bias"]
