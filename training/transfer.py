"""Build the untrained Dutch model: the parent's network, Dutch embeddings from word alignment.

    python training/transfer.py --parent PARENT --vocabulary VOCABULARY --corpus DIR --out START

Transfer in the sense of Zoph et al. 2016: all layers are the parent's. Each Dutch piece begins as
the weighted mean of the parent's embeddings of its five likeliest English pieces under IBM Model 1
over the sentence pairs; punctuation and digits are the parent's own. The target side is the
parent's, cut to the pieces that English needs.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from align import model1
from corpus import drawn
from nlmodel import UNK, Codec, copy_vocabularies
from numpy.typing import NDArray
from torch import Tensor
from transformers import MarianMTModel


def transferred(
    pieces: dict[str, int],
    known: dict[str, int],
    table: Tensor,
    keys: NDArray[np.int64],
    likely: NDArray[np.float64],
    most: int,
) -> Tensor:
    """Embeddings of new pieces out of the rows of `table`, which `known` pieces have.

    `keys` and `likely` are `model1`'s: how probable the known piece (low 32 bits) is given the new.
    """
    best: dict[int, list[tuple[float, int]]] = {}
    for key, p in zip(keys.tolist(), likely.tolist(), strict=True):
        if p > 0.01:
            best.setdefault(key >> 32, []).append((p, key & 0xFFFFFFFF))
    rows = table.mean(0, keepdim=True).repeat(len(pieces), 1)
    for piece, i in pieces.items():
        same = known.get(piece)
        if same is not None and not any(c.isalpha() for c in piece):
            rows[i] = table[same]
        elif i in best:
            top = sorted(best[i], reverse=True)[:most]
            weight = torch.tensor([p for p, _ in top])
            rows[i] = (weight / weight.sum()) @ table[[j for _, j in top]]
        elif same is not None:
            rows[i] = table[same]
    rows[UNK] = table[UNK]
    return rows


def untrained(
    parent: MarianMTModel, source: Tensor, target: Tensor, bias: Tensor, padding: int
) -> MarianMTModel:
    """The parent's network between other embeddings, in half precision as it is stored."""
    config = parent.config
    config.vocab_size, config.decoder_vocab_size = len(source), len(target)
    config.share_encoder_decoder_embeddings = False
    config.pad_token_id = config.decoder_start_token_id = padding
    model = MarianMTModel(config)
    state = {
        name: tensor
        for name, tensor in parent.state_dict().items()
        if "shared" not in name and "embed_tokens" not in name and "lm_head" not in name
    }
    state["final_logits_bias"] = bias
    state["model.encoder.embed_tokens.weight"] = source
    state["model.decoder.embed_tokens.weight"] = target
    missing, unexpected = model.load_state_dict(state, strict=False)
    wrong = [n for n in missing if n != "lm_head.weight" and "positions" not in n]
    if wrong or unexpected:
        raise SystemExit(f"the parent has another shape than expected: {wrong} {unexpected}")
    model.tie_weights()
    torch.nn.Module.to(model, torch.float16)
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--parent", type=Path, required=True, help="folder of fetch_parent.py")
    parser.add_argument("--vocabulary", type=Path, required=True, help="of vocabulary.py")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--pairs", type=int, default=200_000, help="most pairs to align")
    parser.add_argument("--rounds", type=int, default=6, help="EM rounds")
    parser.add_argument("--best", type=int, default=5, help="English pieces for a Dutch one")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()

    codec = Codec(args.vocabulary)
    pairs = drawn(args.corpus, None, args.pairs)
    keys, forward, _ = model1(
        ((np.asarray(codec.dutch_ids(d)), np.asarray(codec.english_ids(e))) for d, e in pairs),
        args.rounds,
        most=60,
    )
    print(len(keys), "piece pairs aligned", flush=True)

    parent: MarianMTModel = MarianMTModel.from_pretrained(args.parent, dtype=torch.float32)
    known: dict[str, int] = json.loads((args.parent / "vocab.json").read_text(encoding="utf-8"))
    rows = [known[codec.pieces[i]] for i in range(len(codec.pieces))]
    english = parent.model.shared.weight.detach()[rows]
    bias = parent.final_logits_bias[:, rows]

    dutch = transferred(codec.dutch, codec.english, english, keys, forward, args.best)
    model = untrained(parent, dutch, english, bias, codec.english["<pad>"])
    model.save_pretrained(args.out)
    copy_vocabularies(args.vocabulary, args.out)


if __name__ == "__main__":
    main()
