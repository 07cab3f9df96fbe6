"""How little the small words of Dutch take part in compounds: `src/vertaal/glossary/joints.tsv`.

    python training/joints.py src/vertaal/glossary/joints.tsv

Each line of the file is a word, tab, two numbers: how much oftener (log10) the word stands in
Dutch text than it begins, or ends, another word whose rest is a word too. 'tijdens' never begins
one, 'en' ends thousands. The words are read from the file, the numbers are counted anew from the
frequency list and the dictionary that the product uses, and the file is written in place.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from pathlib import Path

from vertaal.files import write_whole
from vertaal.words import frequencies, frequency, is_known, zipf

_IN_USE = 3.0
_COMMON = 3.5
_UNSEEN = 0.5


def counted(words: set[str]) -> dict[str, tuple[float, float]]:
    """Both numbers of each word."""
    listed = [word for word in frequencies("nl") if word.isalpha() and len(word) > 3]
    solid = [word for word in listed if is_known(word) or zipf(word, "nl") >= _IN_USE]
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for word in solid:
        for at in range(2, len(word) - 1):
            start, end = word[:at], word[at:]
            if start in words and _is_word(end):
                first[start] += 1
            if end in words and _is_word(start):
                last[end] += 1

    def number(word: str, table: Counter[str]) -> float:
        return math.log10(frequency(word)) - math.log10((table[word] + _UNSEEN) / len(solid))

    return {word: (number(word, first), number(word, last)) for word in words}


def _is_word(part: str) -> bool:
    return is_known(part) or zipf(part, "nl") >= _COMMON


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    args = parser.parse_args()
    words = {line.split("\t")[0] for line in args.file.read_text(encoding="utf-8").splitlines()}
    lines = [f"{w}\t{a:.1f}\t{b:.1f}\n" for w, (a, b) in sorted(counted(words).items())]
    write_whole(args.file, "".join(lines))


if __name__ == "__main__":
    main()
