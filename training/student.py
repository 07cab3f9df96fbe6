"""Cut a trained model's decoder down to few layers, from which a student is trained.

    python training/student.py --start START --weights AVERAGE.pt --layers 0 5 --out STUDENT
    python training/train.py --start STUDENT --weights STUDENT/cut.pt --teacher AVERAGE.pt --pack …

The student keeps the teacher's encoder, its embeddings and the decoder layers named (Shleifer and
Rush 2020, "Pre-trained Summarization Distillation": shrink, then fine-tune). It learns how likely
the teacher finds each piece, on the teacher's own translations (`candidates.py --best`, or
`synthetic.py --forward` for text that nobody has translated): word-level and sequence-level
distillation together (Kim and Rush 2016).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from average import weights
from nlmodel import DECODER_LAYER, copy_vocabularies, save_atomically
from torch import Tensor, nn
from transformers import MarianMTModel


def cut(state: dict[str, Tensor], layers: list[int]) -> dict[str, Tensor]:
    """The state dict with these decoder layers only, numbered anew."""
    kept: dict[str, Tensor] = {}
    for name, tensor in state.items():
        found = DECODER_LAYER.match(name)
        if found is None:
            kept[name] = tensor
        elif (layer := int(found[1])) in layers:
            place = layers.index(layer)
            kept[f"{name[: found.start(1)]}{place}{name[found.end(1) :]}"] = tensor
    return kept


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--start", type=Path, required=True, help="the teacher's start model")
    parser.add_argument("--weights", type=Path, required=True, help="average or exported model")
    parser.add_argument("--layers", type=int, nargs="+", default=[0, 5], help="to keep, from 0")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    model: MarianMTModel = MarianMTModel.from_pretrained(args.start)
    decoder = model.model.decoder
    decoder.layers = nn.ModuleList([decoder.layers[i] for i in args.layers])
    model.config.decoder_layers = len(args.layers)
    model.save_pretrained(args.out)
    copy_vocabularies(args.start, args.out)
    save_atomically(
        {"model": cut(weights(args.weights, raw=False), args.layers)}, args.out / "cut.pt"
    )


if __name__ == "__main__":
    main()
