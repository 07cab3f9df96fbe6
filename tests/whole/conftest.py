"""A Marian model of a few kilobytes, made on the spot: a real format, weights of noise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def tiny_marian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory as `MarianMTModel.save_pretrained` and `MarianTokenizer` leave it."""
    import sentencepiece
    import torch
    from transformers import MarianConfig, MarianMTModel

    folder = tmp_path_factory.mktemp("tiny-marian")
    text = folder / "text.txt"
    words = ["de", "het", "rechter", "kabinet", "vraag", "antwoord", "government", "judge", "the"]
    text.write_text(
        "\n".join(" ".join(words[i:] + words[:i]) for i in range(len(words))), encoding="utf-8"
    )
    sentencepiece.SentencePieceTrainer.train(
        input=str(text), model_prefix=str(folder / "source"), vocab_size=60, minloglevel=2,
        hard_vocab_limit=False,
    )  # fmt: skip
    (folder / "target.spm").write_bytes((folder / "source.model").read_bytes())
    (folder / "source.model").rename(folder / "source.spm")
    pieces = [
        line.split("\t")[0]
        for line in (folder / "source.vocab").read_text(encoding="utf-8").splitlines()
    ]
    known = ["</s>", "<unk>", *(p for p in pieces if p not in ("<s>", "</s>", "<unk>")), "<pad>"]
    vocabulary = {piece: i for i, piece in enumerate(known)}
    (folder / "vocab.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    pad = vocabulary["<pad>"]
    config = MarianConfig(
        vocab_size=len(known), d_model=16, encoder_layers=1, decoder_layers=1,
        encoder_attention_heads=2, decoder_attention_heads=2, encoder_ffn_dim=32,
        decoder_ffn_dim=32, max_position_embeddings=512, pad_token_id=pad, eos_token_id=0,
        decoder_start_token_id=pad, forced_eos_token_id=0, scale_embedding=True,
        activation_function="swish",
    )  # fmt: skip
    torch.manual_seed(3)
    MarianMTModel(config).save_pretrained(folder)
    for name in ("text.txt", "source.vocab"):
        (folder / name).unlink()
    return folder
