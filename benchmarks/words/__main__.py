"""Names, numbers and rare words on their own: what BLEU hardly notices and a reader never forgives.

    python -m benchmarks.words [--model DIR …] [--set kamer] [--set NAME.nl NAME.en]

For each set (those of `benchmarks/terms/data`, or two files) and each model, without a glossary,
with names shown to the model to be copied (as the product does) and without:

- *names*: of the names and codes that stand alike in source and reference, the share found in the
  translation as well;
- *invented*: capitalised words within a sentence of the translation that neither source nor
  reference has, per hundred segments: a name or a word turned into something else;
- *numbers*: of the numbers of the reference that the source has in digits too, the share found;
- *F1 of words by frequency*: words of the translation against those of the reference, counted per
  segment, by how common they are in English (Zipf scale; 3 is once in a million words), as in
  compare-mt (Neubig et al. 2019);
- *loops*: segments with a run of words repeated.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from vertaal.translation.catalogue import translator
from vertaal.translation.loops import repeats
from vertaal.translation.models import EMBEDDED, locate
from vertaal.translation.requests import Request
from vertaal.translation.translator import Decoding
from vertaal.words import WORD, zipf

DATA = Path(__file__).parent.parent / "terms" / "data"
BANDS: tuple[tuple[str, float, float], ...] = (
    ("≥ 5", 5.0, 99.0),
    ("4–5", 4.0, 5.0),
    ("3–4", 3.0, 4.0),
    ("< 3", 0.0, 3.0),
)
_NAME = re.compile(r"(?<![\w'’\-])[A-Z][\w\-]*\w(?![\w'’\-])|(?<!\w)\d*[A-Z]+\d\w*(?!\w)")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_OPENS = re.compile(r"(?:^|[.?!:]\s+)[\W_]*$")

Counts = Counter[str]


@dataclass(frozen=True, slots=True)
class Tally:
    """Found, of how many asked for, of how many written."""

    found: int
    asked: int
    written: int

    @property
    def recall(self) -> float:
        return self.found / self.asked if self.asked else 1.0

    @property
    def f1(self) -> float:
        both = self.asked + self.written
        return 2 * self.found / both if both else 1.0


def tally(wanted: Iterable[Counts], made: Iterable[Counts]) -> Tally:
    """Sums of the overlap, segment by segment."""
    pairs = list(zip(wanted, made, strict=True))
    return Tally(
        sum((w & m).total() for w, m in pairs),
        sum(w.total() for w, _ in pairs),
        sum(m.total() for _, m in pairs),
    )


def names(text: str) -> Counts:
    """Names, abbreviations and codes that do not open a sentence."""
    return Counter(
        hit.group() for hit in _NAME.finditer(text) if not _OPENS.search(text[: hit.start()])
    )


def numbers(text: str) -> Counts:
    """Numbers by their digits: 1.500,5 and 1,500.5 are alike."""
    return Counter(re.sub(r"\D", "", hit.group()) for hit in _NUMBER.finditer(text))


def words(low: float, high: float) -> Callable[[str], Counts]:
    """Counts the lower-case English words whose Zipf frequency is in [`low`, `high`)."""

    def inside(text: str) -> Counts:
        found = (hit.group().lower() for hit in WORD.finditer(text))
        return Counter(word for word in found if low <= zipf(word, "en") < high)

    return inside


def alike(texts: Sequence[str], others: Sequence[str], of: Callable[[str], Counts]) -> list[Counts]:
    """What both texts of each pair have."""
    return [of(a) & of(b) for a, b in zip(texts, others, strict=True)]


def invented(source: str, reference: str, target: str) -> int:
    known = {word.lower() for text in (source, reference) for word in WORD.findall(text)}
    return sum(
        1 for name in names(target).elements() if name.isalpha() and name.lower() not in known
    )


def report(label: str, source: list[str], reference: list[str], target: list[str]) -> None:
    shared = tally(alike(source, reference, names), map(names, target))
    digits = tally(alike(source, reference, numbers), map(numbers, target))
    triples = zip(source, reference, target, strict=True)
    made_up = 100 * sum(invented(*each) for each in triples) / len(source)
    bands = [
        tally(map(count, reference), map(count, target)).f1
        for count in (words(low, high) for _, low, high in BANDS)
    ]
    print(
        f"{label:28}{shared.recall:8.1%}{made_up:10.1f}{digits.recall:9.1%}"
        + "".join(f"{share:8.1%}" for share in bands)
        + f"{sum(map(repeats, target)):7}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.words", description=__doc__.splitlines()[0])
    parser.add_argument("--model", action="append", help="folder or name; default: the embedded")
    parser.add_argument("--set", nargs="+", action="append", help="a name, or NL and EN files")
    parser.add_argument("--limit", type=int, help="segments of each set")
    arguments = parser.parse_args()
    sets = arguments.set or [[path.stem] for path in sorted(DATA.glob("*.nl"))]
    for files in sets:
        one, two = (
            (DATA / f"{files[0]}.nl", DATA / f"{files[0]}.en")
            if len(files) == 1
            else map(Path, files)
        )
        source = one.read_text(encoding="utf-8").splitlines()[: arguments.limit]
        reference = two.read_text(encoding="utf-8").splitlines()[: arguments.limit]
        print(
            f"\n{one.stem}: {len(source)} segments, "
            f"{sum(c.total() for c in alike(source, reference, names))} names, "
            f"{sum(c.total() for c in alike(source, reference, numbers))} numbers\n"
            f"{'':28}{'names':>8}{'invented':>10}{'numbers':>9}"
            + "".join(f"{name:>8}" for name, _, _ in BANDS)
            + f"{'loops':>7}"
        )
        for model in arguments.model or [EMBEDDED]:
            for way, decoding in (
                ("names shown", Decoding()),
                ("plain", Decoding(inline=False)),
            ):
                worker = translator(locate(model), decoding=decoding)
                made = worker.translate([Request(text) for text in source])
                target = [each.target for each in made]
                report(f"{Path(model).name}, {way}", source, reference, target)


if __name__ == "__main__":
    main()
