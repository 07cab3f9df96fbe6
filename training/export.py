r"""Write a checkpoint as the model folder that the product ships (int8, rowwise scales).

    python training/export.py --start START_MODEL [--weights AVERAGE.pt] [--lexicon LEXICON.tsv] \
        [--separable training/data/separable.tsv] --out FOLDER

``weights.safetensors`` keeps the names of ``MarianMTModel.state_dict()``. A matrix is stored as
int8 with ``<name>.scale`` (float32, one per row; value = int8 × scale), a vector as float32. Not
stored: sinusoidal positions, ``lm_head.weight`` (tied to the decoder's embedding), and the encoder
rows of English pieces (the loader appends the decoder's embedding).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import torch
from nlmodel import TAGS, fill, is_stored, load_start, write_json
from safetensors.torch import save_file
from torch import Tensor


def quantise(weight: Tensor) -> tuple[Tensor, Tensor]:
    """Rowwise symmetric int8."""
    scale = weight.abs().amax(dim=1).clamp(min=1e-8) / 127
    return torch.round(weight / scale[:, None]).clamp(-127, 127).to(torch.int8), scale


def stored_tensors(state: dict[str, Tensor]) -> dict[str, Tensor]:
    out: dict[str, Tensor] = {}
    for name, tensor in state.items():
        if not is_stored(name):
            continue
        value = tensor.detach().float()
        if value.dim() == 2 and name != "final_logits_bias":
            out[name], out[name + ".scale"] = quantise(value)
        else:
            out[name] = value.contiguous()
    return out


def digest(folder: Path) -> dict[str, object]:
    """sha256 of every file, and one over the sorted ``name sha256`` lines."""
    files = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
        if path.name not in ("digest.json", "MODEL_CARD.md") and path.is_file()
    }
    lines = "".join(f"{name} {value}\n" for name, value in sorted(files.items()))
    return {"files": files, "digest": hashlib.sha256(lines.encode()).hexdigest()}


def export(
    start: Path,
    weights: Path | None,
    lists: Mapping[str, Path | None],
    out: Path,
    generation: dict[str, float | int],
) -> str:
    model = load_start(start)
    if weights is not None:
        saved = torch.load(weights, map_location="cpu", weights_only=True)
        fill(model, saved.get("model", saved))
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".export-") as name:
        part = Path(name)
        save_file(stored_tensors(model.state_dict()), part / "weights.safetensors")
        config = json.loads((start / "config.json").read_text(encoding="utf-8"))
        dutch = int(config["vocab_size"])
        config.update(
            vocab_size=dutch + len(TAGS) + int(config["decoder_vocab_size"]),
            dutch_vocab_size=dutch,
            vertaal_format=1,
            dtype="float32",
        )
        write_json(part / "config.json", config)
        vocab = json.loads((start / "vocab.json").read_text(encoding="utf-8"))
        vocab.update({tag: dutch + i for i, tag in enumerate(TAGS)})
        (part / "source_vocab.json").write_text(json.dumps(vocab, ensure_ascii=False))
        for file in ("source.spm", "target.spm", "target_vocab.json"):
            shutil.copyfile(start / file, part / file)
        for file, path in lists.items():
            if path is not None:
                shutil.copyfile(path, part / file)
        write_json(part / "generation.json", generation)
        value = digest(part)
        write_json(part / "digest.json", value)
        out.mkdir(exist_ok=True)
        for path in sorted(part.iterdir()):
            path.chmod(0o644)
            os.replace(path, out / path.name)
    return str(value["digest"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--start", type=Path, required=True, help="start model folder")
    parser.add_argument("--weights", type=Path, help="checkpoint or average; default: start model")
    parser.add_argument("--lexicon", type=Path, help="written by lexicon.py")
    parser.add_argument("--separable", type=Path, help="training/data/separable.tsv")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--num-beams", type=int, default=4)
    parser.add_argument("--length-penalty", type=float, default=1.0)
    parser.add_argument("--max-length-factor", type=float, default=2.0)
    parser.add_argument("--max-length-extra", type=int, default=20)
    parser.add_argument("--no-repeat", type=int, default=6, help="no n-gram of pieces twice")
    args = parser.parse_args()
    generation: dict[str, float | int] = {
        "num_beams": args.num_beams,
        "length_penalty": args.length_penalty,
        "max_length_factor": args.max_length_factor,
        "max_length_extra": args.max_length_extra,
        "no_repeat_ngram_size": args.no_repeat,
    }
    lists = {"lexicon.tsv": args.lexicon, "separable.tsv": args.separable}
    print("digest", export(args.start, args.weights, lists, args.out, generation))


if __name__ == "__main__":
    main()
