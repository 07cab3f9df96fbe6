"""Build the untrained English–Dutch model, for back-translation: `transfer.py` the other way round.

    python training/reverse.py --parent REVERSE_PARENT --vocabulary VOCABULARY --corpus DIR \\
        [--extra training/data] --out REVERSE_START

All layers are those of opus-mt-en-fr, and so are the English pieces, all of them. What must be new
is what the decoder writes. A Dutch piece begins as the weighted mean of the *French* pieces that it
is aligned with, in the parent's own translation of the English side of the pairs: French is the
language whose place in this network Dutch takes.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import ctranslate2
import numpy as np
import sentencepiece as spm
import torch
from align import model1
from corpus import drawn
from ctranslate2.converters import TransformersConverter
from nlmodel import Codec
from transfer import transferred, untrained
from transformers import MarianMTModel
from vocabulary import number

END = "</s>"
MOST = 60
"""Pieces of a sentence that take part in the alignment."""


def french(parent: Path, english: list[str]) -> list[list[str]]:
    """The pieces of the parent's greedy translations."""
    cutter = spm.SentencePieceProcessor(model_file=str(parent / "source.spm"))
    with tempfile.TemporaryDirectory() as folder:
        fast = Path(folder) / "fast"
        TransformersConverter(str(parent)).convert(str(fast), quantization="int8")
        translator = ctranslate2.Translator(str(fast), compute_type="int8", intra_threads=2)
        found = translator.translate_batch(
            [[*cutter.encode(text, out_type=str), END] for text in english],
            beam_size=1,
            max_batch_size=4096,
            batch_type="tokens",
            max_decoding_length=MOST,
        )
    return [result.hypotheses[0] for result in found]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--parent", type=Path, required=True, help="en_fr of fetch_parent.py")
    parser.add_argument("--vocabulary", type=Path, required=True, help="of vocabulary.py")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--extra", type=Path, help="folder of general-*.tsv and genre-*.tsv")
    parser.add_argument(
        "--pairs", type=int, default=60_000, help="most sentences and words to align"
    )
    parser.add_argument("--rounds", type=int, default=6, help="EM rounds")
    parser.add_argument("--best", type=int, default=5, help="French pieces for a Dutch one")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()

    pairs = drawn(args.corpus, args.extra, args.pairs)
    known: dict[str, int] = json.loads((args.parent / "vocab.json").read_text(encoding="utf-8"))
    codec = Codec(args.vocabulary)
    said = french(args.parent, [english for _, english in pairs])
    print(len(said), "translated into French", flush=True)
    keys, likely, _ = model1(
        (
            (
                np.asarray(codec.dutch_ids(dutch)),
                np.asarray([known[p] for p in pieces if p in known], dtype=np.int64),
            )
            for (dutch, _), pieces in zip(pairs, said, strict=True)
        ),
        args.rounds,
        MOST,
    )
    print(len(keys), "piece pairs aligned", flush=True)

    parent: MarianMTModel = MarianMTModel.from_pretrained(args.parent, dtype=torch.float32)
    table = parent.model.shared.weight.detach()
    dutch = transferred(codec.dutch, known, table, keys, likely, args.best)
    cutter = spm.SentencePieceProcessor(model_file=str(args.parent / "source.spm"))
    pieces = (cutter.id_to_piece(i) for i in range(cutter.get_piece_size()))
    english = number([piece for piece in pieces if piece in known])
    source = table[[known[piece] for piece in english]]
    bias = torch.zeros(1, len(dutch))
    model = untrained(parent, source, dutch, bias, codec.dutch["<pad>"])
    model.save_pretrained(args.out)
    shutil.copyfile(args.parent / "source.spm", args.out / "source.spm")
    shutil.copyfile(args.vocabulary / "source.spm", args.out / "target.spm")
    for name, vocab in (("vocab.json", english), ("target_vocab.json", codec.dutch)):
        (args.out / name).write_text(json.dumps(vocab, ensure_ascii=False), encoding="utf-8")
    print(len(english), "English pieces,", len(dutch), "Dutch pieces")


if __name__ == "__main__":
    main()
