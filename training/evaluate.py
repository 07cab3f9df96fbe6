"""Score an exported model: BLEU and chrF, and how well it obeys inline terms.

    python training/evaluate.py --model FOLDER --set flores.dev.nl flores.dev.en [--set …]
    python training/evaluate.py --model FOLDER --terms TERMS.tsv

``TERMS.tsv``: Dutch, source term, wanted English, allowed forms separated by ``|``. A term counts
as met if one of its forms stands in the output on word boundaries; the same sentences without the
note show what the model would have said anyhow.
"""

from __future__ import annotations

import argparse
import re
import time
from pathlib import Path

from nlmodel import Codec
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

from vertaal.translation.ctranslate2_engine import CTranslate2Engine
from vertaal.translation.models import open_model


class Fast:
    """The product's fast engine with an exported folder, and nothing round it."""

    def __init__(self, folder: Path) -> None:
        self.codec = Codec(folder)
        self.engine = CTranslate2Engine(open_model(folder, folder.name))

    def translate(self, sources: list[list[int]], beam: int = 4) -> list[str]:
        """English of encoded sources (``Codec.encode_source``)."""
        found = self.engine.search(sources, beam)
        return [self.codec.decode(best.ids) for best, *_ in found]


def score(fast: Fast, dutch: Path, english: Path, first: int, beam: int) -> list[str]:
    sources = dutch.read_text(encoding="utf-8").splitlines()
    wanted = english.read_text(encoding="utf-8").splitlines()
    if len(sources) != len(wanted):
        raise SystemExit(f"{dutch} and {english} differ in length")
    if first:
        sources, wanted = sources[:first], wanted[:first]
    begun = time.time()
    said = fast.translate([fast.codec.encode_source(text) for text in sources], beam)
    seconds = time.time() - begun
    bleu, chrf = BLEU(), CHRF()
    b, c = bleu.corpus_score(said, [wanted]), chrf.corpus_score(said, [wanted])
    print(
        f"{dutch.name} ({len(said)} lines, beam {beam}): BLEU {b.score:.1f} chrF {c.score:.1f} "
        f"in {seconds:.0f} s"
    )
    print(f"  BLEU|{bleu.get_signature()}\n  chrF|{chrf.get_signature()}", flush=True)
    return said


def holds(text: str, forms: list[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text, re.IGNORECASE) for form in forms)


def obedience(fast: Fast, path: Path, beam: int, show: int) -> None:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    noted: list[list[int]] = []
    plain: list[list[int]] = []
    for dutch, term, wanted, _ in rows:
        at = dutch.index(term)
        noted.append(fast.codec.encode_source(dutch, [(at, at + len(term), wanted)]))
        plain.append(fast.codec.encode_source(dutch))
    with_note, without = fast.translate(noted, beam), fast.translate(plain, beam)
    forms = [row[3].split("|") for row in rows]
    met = [holds(text, form) for text, form in zip(with_note, forms, strict=True)]
    anyhow = sum(holds(text, form) for text, form in zip(without, forms, strict=True))
    print(
        f"{path.name}: {len(rows)} terms; met with the note {sum(met) / len(rows):.1%}, "
        f"without {anyhow / len(rows):.1%}"
    )
    for row, text, good in list(zip(rows, with_note, met, strict=True))[:show]:
        print(f"  {'ok ' if good else 'NO '} {row[1]} -> {row[2]}: {text}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, required=True, help="exported folder")
    parser.add_argument("--set", type=Path, nargs=2, action="append", default=[])
    parser.add_argument("--terms", type=Path)
    parser.add_argument("--first", type=int, default=0, help="lines of each set; 0 is all")
    parser.add_argument("--beam", type=int, default=4)
    parser.add_argument("--save", type=Path, help="folder for the translations")
    parser.add_argument("--show", type=int, default=0, help="terms to print")
    args = parser.parse_args()
    fast = Fast(args.model)
    for dutch, english in args.set:
        said = score(fast, dutch, english, args.first, args.beam)
        if args.save:
            args.save.mkdir(parents=True, exist_ok=True)
            (args.save / f"{dutch.name}.out").write_text("\n".join(said) + "\n", encoding="utf-8")
    if args.terms:
        obedience(fast, args.terms, args.beam, args.show)


if __name__ == "__main__":
    main()
