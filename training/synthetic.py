"""Translate running text into training pairs: back-translation, or a teacher's text for a student.

    python training/synthetic.py --model REVERSE --text NAME.txt.xz … --out back-NAME.tsv
    python training/synthetic.py --model src/vertaal/models/nl-en --forward --text …

The text has one sentence a line (`.txt`, `.xz`), or is a file of pairs (`.tsv`), of which the first
column is read. Greedy search, which suits back-translation by a weak model best (Edunov et al.
2018). Pairs are written (Dutch, English, tag) chunk by chunk; started again, the script goes on
behind the last one. What cannot be right is left out: another length, other numbers, names that
were not copied, loops.
"""

from __future__ import annotations

import argparse
import itertools
import re
import time
from collections.abc import Iterator
from pathlib import Path

import wordfreq
from corpus import MARKUP, is_sound, read_fields
from evaluate import Fast

from vertaal.translation.loops import repeats

CHUNK = 2000
FIGURES = re.compile(r"\d+")
NAMES = re.compile(r"(?<=\s)[A-Z][\w-]+")
COMMON = 3.3
"""Zipf frequency from which on a word with a capital may be one that is translated ('Monday')."""


def sentences(path: Path, least: int, most: int) -> Iterator[str]:
    """The lines with so many words that look like prose, each once."""
    seen: set[str] = set()
    for fields in read_fields(path, 1):
        text = fields[0]
        if text in seen or not least <= len(text.split()) <= most or MARKUP.search(text):
            continue
        seen.add(text)
        yield text


def faithful(source: str, target: str, source_language: str) -> bool:
    """Whether figures and rare names are those of the source, and nothing comes again and again."""
    if repeats(target) and not repeats(source):
        return False
    names = {name for name in NAMES.findall(source) if rare(name, source_language)}
    same = sorted(FIGURES.findall(source)) == sorted(FIGURES.findall(target))
    return same and all(name in target for name in names)


def rare(name: str, language: str) -> bool:
    return wordfreq.zipf_frequency(name, language) < COMMON


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, required=True, help="exported folder")
    parser.add_argument("--text", type=Path, required=True)
    parser.add_argument("--forward", action="store_true", help="the text is Dutch, not English")
    parser.add_argument("--words", type=int, nargs=2, default=(4, 40), metavar=("LEAST", "MOST"))
    parser.add_argument("--beam", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=0.0, help="0 is all of the text")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()

    place = args.out.with_name(args.out.name + ".place")
    begin = int(place.read_text()) if place.exists() else 0
    fast = Fast(args.model)
    language = "nl" if args.forward else "en"
    end = time.time() + 60 * args.minutes if args.minutes else float("inf")
    text = itertools.islice(sentences(args.text, *args.words), begin, None)
    kept = done = 0
    begun = time.time()
    with args.out.open("a", encoding="utf-8") as out:
        while time.time() < end and (chunk := list(itertools.islice(text, CHUNK))):
            said = fast.translate([fast.codec.encode_source(line) for line in chunk], args.beam)
            for source, target in zip(chunk, said, strict=True):
                dutch, english = (source, target) if args.forward else (target, source)
                if is_sound(dutch, english, strict=False) and faithful(source, target, language):
                    out.write(f"{dutch}\t{english}\t{args.text.name.split('.txt')[0]}\n")
                    kept += 1
            out.flush()
            done += len(chunk)
            place.write_text(str(begin + done))
            print(f"{done} sentences, {kept} kept, {done / (time.time() - begun):.0f} a second")


if __name__ == "__main__":
    main()
