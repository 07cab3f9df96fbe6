"""Make a set of annotated sentences for ``evaluate.py --terms`` out of an evaluation pair.

    python training/terms_set.py --corpus DIR --set X.nl X.en --out TERMS.tsv

One line a sentence: Dutch, source term, wanted English (a lemma), allowed forms. Half ask for what
the reference says, half for another noun of the corpus that no translator would choose: only the
note can make a model say it. The evaluation pair takes part in the alignment, never in training.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from align import Aligner
from corpus import Barred, load
from pack import Marker, plural


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--set", type=Path, nargs=2, required=True)
    parser.add_argument("--size", type=int, default=200)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    data = load(args.corpus, None, Barred([], []))
    sentences = data["kamer"] + data["rules"] + rng.sample(data["tatoeba"], 15000)
    dutch, english = (path.read_text(encoding="utf-8").splitlines() for path in args.set)
    own = list(zip(dutch, english, strict=True))
    marker = Marker(Aligner(sentences + own + data["lexicon"]), sentences, rng)
    lines: list[str] = []
    for number, pair in enumerate(rng.sample(own, len(own))):
        usable = [
            term
            for term in marker.of(pair)
            if term.score > 0.2
            and pair[0].count(pair[0][term.start : term.end]) == 1
            and marker.number(pair[1][term.target_start : term.target_end])
        ]
        if not usable:
            continue
        term = max(usable, key=lambda t: t.end - t.start + rng.random())
        text = pair[1][term.target_start : term.target_end]
        wanted = rng.choice(marker.singular) if number % 2 else marker.base(text)
        head, _, last = wanted.rpartition(" ")
        forms = {wanted, f"{head} {plural(last)}".strip()}
        if number % 2 == 0:
            forms.add(text)
        lines.append(
            "\t".join((pair[0], pair[0][term.start : term.end], wanted, "|".join(sorted(forms))))
        )
        if len(lines) == args.size:
            break
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), "terms")


if __name__ == "__main__":
    main()
