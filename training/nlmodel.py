"""The network and its vocabulary layout: a Marian model whose encoder also reads English pieces.

Source ids: ``0 … D-1`` Dutch pieces, ``D, D+1, D+2`` the tags ``<term>``, ``<as>``, ``</term>``,
``D+3+j`` the English piece ``j`` of the target vocabulary. The embedding of ``D+3+j`` *is* row
``j`` of the decoder's embedding matrix: it is never stored twice and never trained, so a wanted
rendering is shown to the encoder in exactly the space in which the decoder will write it.
"""

from __future__ import annotations

import copy
import json
import os
import re
import shutil
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import MarianMTModel

from vertaal.translation.inline import EOS, PAD, TAGS, UNK, Annotation, InlineVocabulary
from vertaal.translation.models import open_model
from vertaal.translation.weights import ENCODER_EMBEDDING, tensors

__all__ = ["EOS", "PAD", "TAGS", "UNK", "Annotation", "Codec"]


DECODER_LAYER = re.compile(r"model\.decoder\.layers\.(\d+)(?=\.)")


class SourceEmbedding(nn.Module):
    """Rows ``< len(weight)`` are trained here; rows after that are the frozen target rows."""

    def __init__(self, weight: Tensor, target: nn.Embedding) -> None:
        super().__init__()
        self.weight = nn.Parameter(weight)
        # In a tuple, so that torch does not register (and save) the target matrix a second time.
        self._target = (target,)

    def forward(self, ids: Tensor) -> Tensor:
        own = self.weight.shape[0]
        low = functional.embedding(ids.clamp(max=own - 1), self.weight)
        high = functional.embedding((ids - own).clamp(min=0), self._target[0].weight.detach())
        return torch.where((ids < own).unsqueeze(-1), low, high)


Codec = InlineVocabulary
"""Text to ids and back: the product's own, so that training and use cannot differ. It reads what
the Dutch vocabulary lacks ('€') as English pieces, splits English pieces that were cut from the
vocabulary, and writes ’ “ ” (which the English vocabulary lacks) as U+02BC and "."""


def extend(model: MarianMTModel, dutch: int, seed: int = 0) -> MarianMTModel:
    """Give a loaded start model the tags and the view on English pieces, in place."""
    target = model.model.decoder.embed_tokens
    assert isinstance(target, nn.Embedding)
    old = model.model.encoder.embed_tokens.weight.detach()[:dutch]
    generator = torch.Generator().manual_seed(seed)
    mean, spread = old.mean(0, keepdim=True), old.std()
    tags = mean + 0.3 * spread * torch.randn(3, old.shape[1], generator=generator)
    model.model.encoder.embed_tokens = SourceEmbedding(torch.cat([old, tags]), target)
    target.weight.requires_grad_(False)
    return model


def load_start(directory: Path, attention: str = "sdpa") -> MarianMTModel:
    """The start model, extended; float32."""
    model: MarianMTModel = MarianMTModel.from_pretrained(
        directory, dtype=torch.float32, attn_implementation=attention
    )
    return extend(model, model.config.vocab_size)


def exported(folder: Path) -> dict[str, Tensor]:
    """The weights that ``export.py`` wrote, as near as int8 has them."""
    model = open_model(folder, folder.name)
    state = {name: torch.from_numpy(value) for name, value in tensors(model).items()}
    own = int(model.config["dutch_vocab_size"]) + len(TAGS)
    state[ENCODER_EMBEDDING] = state[ENCODER_EMBEDDING][:own].clone()
    return state


def fill(model: MarianMTModel, state: dict[str, Tensor]) -> None:
    """Load all of a model's stored weights, or say what does not fit."""
    missing, unexpected = model.load_state_dict(state, strict=False)
    wrong = [name for name in missing if is_stored(name)] + list(unexpected)
    if wrong:
        raise SystemExit(f"weights do not fit the model: {wrong[:5]}")


def deepened(model: MarianMTModel, state: dict[str, Tensor]) -> MarianMTModel:
    """A model as deep as the state is in its decoder, with its weights; not to be trained."""
    config = copy.deepcopy(model.config)
    config.decoder_layers = 1 + max(int(hit[1]) for hit in map(DECODER_LAYER.match, state) if hit)
    deep = extend(MarianMTModel(config), config.vocab_size)
    fill(deep, state)
    return deep.eval().requires_grad_(False)


def is_stored(name: str) -> bool:
    """Whether a tensor of the state dict is worth storing (positions and ties are not)."""
    return "embed_positions" not in name and name != "lm_head.weight"


def copy_vocabularies(of: Path, to: Path) -> None:
    """Give a start model the vocabularies of another folder."""
    for name in ("source.spm", "target.spm", "vocab.json", "target_vocab.json"):
        shutil.copyfile(of / name, to / name)


def write_json(path: Path, value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


def save_atomically(value: object, path: Path) -> None:
    """``torch.save`` that never leaves a half-written file under ``path``."""
    part = path.with_name(path.name + ".part")
    torch.save(value, part)
    os.replace(part, path)
