"""Make the two vocabularies: Dutch pieces anew, English ones cut from the parent's.

    python training/vocabulary.py --corpus DIR --parent PARENT [--size 20000] --out VOCABULARY

Writes ``source.spm`` (SentencePiece, unigram) with ``vocab.json``, and the parent's ``target.spm``
with ``target_vocab.json``, which keeps the pieces that the English side of the corpus uses, in the
order of their frequency. Both begin with ``</s>``, ``<unk>``, ``<pad>``.
"""

from __future__ import annotations

import argparse
import io
import json
import shutil
from collections import Counter
from pathlib import Path

import sentencepiece as spm
from corpus import drawn

SPECIAL = ("</s>", "<unk>", "<pad>")


def number(pieces: list[str]) -> dict[str, int]:
    rest = [piece for piece in pieces if piece not in (*SPECIAL, "<s>")]
    return {piece: i for i, piece in enumerate([*SPECIAL, *rest])}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--parent", type=Path, required=True, help="folder of fetch_parent.py")
    parser.add_argument("--size", type=int, default=20_000, help="Dutch pieces")
    parser.add_argument("--sentences", type=int, default=0, help="only so many; 0 is all")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    pairs = drawn(args.corpus, None, args.sentences)
    args.out.mkdir(parents=True, exist_ok=True)

    model = io.BytesIO()
    spm.SentencePieceTrainer.train(
        sentence_iterator=(dutch for dutch, _ in pairs),
        model_writer=model,
        model_type="unigram",
        # One piece fewer: <s> is SentencePiece's, not ours, and <pad> is ours.
        vocab_size=args.size,
        character_coverage=0.9998,
        byte_fallback=False,
    )
    (args.out / "source.spm").write_bytes(model.getvalue())
    dutch_model = spm.SentencePieceProcessor(model_proto=model.getvalue())
    dutch = number([dutch_model.id_to_piece(i) for i in range(dutch_model.get_piece_size())])

    shutil.copyfile(args.parent / "target.spm", args.out / "target.spm")
    english_model = spm.SentencePieceProcessor(model_file=str(args.parent / "target.spm"))
    known = json.loads((args.parent / "vocab.json").read_text(encoding="utf-8"))
    count: Counter[str] = Counter()
    for _, english in pairs:
        count.update(english_model.encode(english, out_type=str))
    kept = number([piece for piece, _ in count.most_common() if piece in known])
    for name, vocab in (("vocab.json", dutch), ("target_vocab.json", kept)):
        (args.out / name).write_text(json.dumps(vocab, ensure_ascii=False), encoding="utf-8")
    print(len(dutch), "Dutch pieces,", len(kept), "English pieces")


if __name__ == "__main__":
    main()
