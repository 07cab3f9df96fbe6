"""How much of a letter comes back from a scan of it.

    python -m benchmarks.ocr [--letter NAME]… [--wear NAME]…

The letters are drawn at 300 dots per inch, made worse with a fixed seed (`scanning.WEARS`), read
with Tesseract and parsed. A question or answer is *right* when its number or numbers are, and its
text differs by no more than 2% of its characters (two at least), white space, hyphens and the
shape of quotation marks aside; *exact* when nothing differs. *CER* is the share of characters that
differ over all questions and answers. Of the words that differ, *doubted* counts those that the
reading reports as doubtful; the same for words with digits.

`docx` are the letters that LibreOffice draws from the ministry's files; `anew` are annotated
letters set in three other layouts.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.ocr.letters import DOCUMENTS, LETTERS, SET_ANEW, Letter
from benchmarks.ocr.measuring import Score, measure
from benchmarks.ocr.scanning import WEARS, draw, scan
from vertaal.parsing.document import parse
from vertaal.reading import read


def score(letter: Letter, wear: str, pages: list[Path], folder: Path) -> Score:
    """The letter, scanned and read."""
    source = read(scan(pages, WEARS[wear], folder / f"{letter.name}-{wear}.tif"))
    return measure(letter.annotation, parse(source))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--letter", action="append", choices=LETTERS)
    parser.add_argument("--wear", action="append", choices=WEARS)
    options = parser.parse_args(arguments)
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    chosen = options.letter or list(LETTERS)
    wears = options.wear or list(WEARS)
    print(HEADER)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = {each: draw(LETTERS[each].pdf(folder), folder) for each in chosen}
        for group, letters in (("docx", DOCUMENTS), ("anew", SET_ANEW)):
            for wear in wears:
                total = Score()
                for letter in letters:
                    if letter.name in pages:
                        one = score(letter, wear, pages[letter.name], folder)
                        if options.letter:
                            print(row(letter.name, wear, one), flush=True)
                        total += one
                if total.expected:
                    print(row(group, wear, total), flush=True)


HEADER = (
    "| letters | scan | right | exact | extra | notes | CER | words wrong, doubted "
    "| numbers wrong, doubted | doubts |\n|---|---|---|---|---|---|---|---|---|---|"
)


def row(name: str, wear: str, s: Score) -> str:
    return (
        f"| {name} | {wear} | {s.right} of {s.expected} ({s.right / s.expected:.1%}) | {s.exact} "
        f"| {s.extra} | {s.notes_right} of {s.notes} | {s.distance / s.characters:.2%} "
        f"| {s.wrong} of {s.words}, {s.seen} | {s.wrong_numbers}, {s.seen_numbers} | {s.doubts} |"
    )


if __name__ == "__main__":
    main()
