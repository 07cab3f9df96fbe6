"""The exported folder as a transformers model, and that as a CTranslate2 model.

CTranslate2's own Marian loader takes one vocabulary for both sides; here each side has its own,
and the source side also names the English pieces (``en:▁judge``) that stand in inline terms.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import ctranslate2
import torch
from ctranslate2.converters.transformers import MarianMTLoader
from nlmodel import EOS, PAD, TAGS, UNK, Codec
from safetensors.torch import load_file
from torch import Tensor
from transformers import MarianConfig, MarianMTModel


def dequantise(folder: Path) -> dict[str, Tensor]:
    """State dict of ``MarianMTModel`` in float32, source embedding complete."""
    stored = load_file(folder / "weights.safetensors")
    state = {
        name: value.float() * stored[name + ".scale"][:, None]
        if name + ".scale" in stored
        else value.float()
        for name, value in stored.items()
        if not name.endswith(".scale")
    }
    target = state["model.decoder.embed_tokens.weight"]
    own = state["model.encoder.embed_tokens.weight"]
    state["model.encoder.embed_tokens.weight"] = torch.cat([own, target])
    state["lm_head.weight"] = target
    return state


def load_exported(folder: Path) -> MarianMTModel:
    config = MarianConfig(
        **{
            key: value
            for key, value in json.loads(
                (folder / "config.json").read_text(encoding="utf-8")
            ).items()
            if key
            not in ("vertaal_format", "dutch_vocab_size", "transformers_version", "_num_labels")
        }
    )
    model = MarianMTModel(config)
    missing, unexpected = model.load_state_dict(dequantise(folder), strict=False)
    wrong = [name for name in missing if "embed_positions" not in name] + list(unexpected)
    if wrong:
        raise SystemExit(f"{folder} does not hold a whole model: {wrong[:5]}")
    model.train(False)
    return model


def source_tokens(codec: Codec) -> list[str]:
    dutch = sorted(codec.dutch, key=lambda piece: codec.dutch[piece])
    return [*dutch, *TAGS, *(f"en:{codec.pieces[i]}" for i in range(len(codec.pieces)))]


def convert(folder: Path, out: Path) -> None:
    """Write the CTranslate2 model of an exported folder (int8)."""
    codec = Codec(folder)
    model = load_exported(folder)
    with torch.no_grad():
        model.final_logits_bias[0, PAD] = -1e4
        model.model.decoder.embed_tokens.weight[PAD] = 0
    loader = MarianMTLoader()
    spec = super(MarianMTLoader, loader).get_model_spec(model)
    spec.register_source_vocabulary(source_tokens(codec))
    spec.register_target_vocabulary([codec.pieces[i] for i in range(len(codec.pieces))])
    spec.config.eos_token = codec.pieces[EOS]
    spec.config.unk_token = codec.pieces[UNK]
    spec.config.decoder_start_token = codec.pieces[EOS]
    spec.config.add_source_eos = False
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(out))


class Fast:
    """Translates with CTranslate2 out of an exported folder."""

    def __init__(self, folder: Path, threads: int = 2) -> None:
        self.codec = Codec(folder)
        self.tokens = source_tokens(self.codec)
        self.scratch = tempfile.TemporaryDirectory()
        out = Path(self.scratch.name) / "ct2"
        out.mkdir()
        convert(folder, out)
        self.translator = ctranslate2.Translator(
            str(out), device="cpu", compute_type="int8", inter_threads=1, intra_threads=threads
        )

    def translate(
        self,
        sources: list[list[int]],
        beam: int = 4,
        length_penalty: float = 1.0,
        no_repeat: int = 0,
    ) -> list[str]:
        """English of encoded sources (``Codec.encode_source``)."""
        results = self.translator.translate_batch(
            [[self.tokens[i] for i in ids] for ids in sources],
            beam_size=beam,
            length_penalty=length_penalty,
            no_repeat_ngram_size=no_repeat,
            max_batch_size=32,
            max_decoding_length=220,
        )
        english = self.codec.english
        return [self.codec.decode([english[t] for t in r.hypotheses[0]]) for r in results]
