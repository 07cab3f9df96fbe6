"""Turn checkpoints into the weights to export.

    python training/average.py --checkpoint last.pt --out AVERAGE.pt             # running average
    python training/average.py --checkpoint last.pt src/vertaal/models/nl-en --out AVERAGE.pt

One checkpoint of ``train.py`` gives its running (exponential) average, with ``--raw`` its weights
as they are; several, exported models among them, give their plain mean (Wortsman et al. 2022,
"Model soups").
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from nlmodel import exported, save_atomically
from torch import Tensor


def weights(path: Path, raw: bool) -> dict[str, Tensor]:
    if path.is_dir():
        return exported(path)
    saved = torch.load(path, map_location="cpu", weights_only=True)
    state: dict[str, Tensor] = saved["model"]
    if not raw:
        state.update(saved.get("average", {}))
    return {name: tensor.float() for name, tensor in state.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--checkpoint", type=Path, nargs="+", required=True)
    parser.add_argument("--raw", action="store_true", help="no running average")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    total = weights(args.checkpoint[0], args.raw)
    for path in args.checkpoint[1:]:
        for name, tensor in weights(path, args.raw).items():
            total[name] += tensor
    mean = {name: tensor / len(args.checkpoint) for name, tensor in total.items()}
    save_atomically({"model": mean}, args.out)


if __name__ == "__main__":
    main()
