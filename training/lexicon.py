"""The lexicon that goes with the weights: renderings of the words that the text hardly has.

    python training/lexicon.py --corpus CORPUS --extra training/data --out lexicon.tsv

From ``lexicon-*.tsv`` and ``words-*.tsv`` (Dutch word form, English in the same form) come those
words that stand at most ``--most`` times in the Dutch of the text that is trained on. Of the others
the model knows more than one line can say. A form with two renderings keeps the first.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from corpus import Barred, load, read

from vertaal.files import write_whole
from vertaal.translation.lexicon import WORD, Lexicon

READ = ("kamer", "rules", "tatoeba", "general", "new", "genre")
"""The roles (``corpus.GROUPS``) whose text is prose."""


def counted(corpus: Path, extra: Path) -> Counter[str]:
    """How often each word form, in small letters, stands in the text."""
    found: Counter[str] = Counter()
    pairs = load(corpus, extra, Barred([], []))
    for role in READ:
        for dutch, _ in pairs[role]:
            found.update(word.lower() for word in WORD.findall(dutch))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, required=True, help="folder of name.tsv.xz")
    parser.add_argument("--extra", type=Path, required=True, help="folder of lexicon-*.tsv")
    parser.add_argument("--most", type=int, default=30, help="times that a word may stand there")
    parser.add_argument("--composed", type=int, default=3, help="the same for a word put together")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    seen = counted(args.corpus, args.extra)
    renderings: dict[str, str] = {}
    for pattern in ("words-*.tsv", "lexicon-*.tsv"):
        for path in sorted(args.extra.glob(pattern)):
            for dutch, english in read(path):
                renderings.setdefault(dutch.lower(), english)
    kept = {word: text for word, text in renderings.items() if seen[word] <= args.most}
    whole = Lexicon(renderings)
    known = {
        word: ""
        for word, times in seen.items()
        if times > args.composed
        and word not in kept
        and (word in renderings or whole.rendering(word))
    }
    lines = (f"{word}\t{text}\n" for word, text in sorted((kept | known).items()))
    write_whole(args.out, "".join(lines))
    print(f"{len(kept)} of {len(renderings)} entries; {len(known)} words that need none")


if __name__ == "__main__":
    main()
