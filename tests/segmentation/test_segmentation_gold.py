"""Hand-made sentence boundaries: `NAME.txt` as a document has it, `NAME.sentences.txt` a sentence
a line, paragraphs parted by blank lines. A new case is two files, or a paragraph in both."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path

import pytest

from vertaal.segmentation import split

DATA = Path(__file__).parents[1] / "data" / "segmentation"
CASES = [
    pytest.param(paragraph, sentences.split("\n"), id=f"{file.stem}-{number}")
    for file in sorted(DATA.glob("*.txt"))
    if not file.stem.endswith(".sentences")
    for number, (paragraph, sentences) in enumerate(
        zip(
            file.read_text(encoding="utf-8").strip().split("\n\n"),
            file.with_suffix(".sentences.txt").read_text(encoding="utf-8").strip().split("\n\n"),
            strict=True,
        ),
        start=1,
    )
]


def sentences_of(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in split(text)]


@pytest.mark.parametrize(("paragraph", "sentences"), CASES)
def test_gold(paragraph: str, sentences: list[str]) -> None:
    assert sentences_of(paragraph) == sentences


def ends(sentences: list[str]) -> set[int]:
    """Boundaries as counts of non-blank characters; the last says nothing."""
    lengths = accumulate(len("".join(sentence.split())) for sentence in sentences)
    return set(list(lengths)[:-1])


def test_better_than_the_peer() -> None:
    import pysbd

    peer = pysbd.Segmenter(language="nl", clean=False)
    ours = theirs = 0
    for case in CASES:
        paragraph, sentences = case.values
        assert isinstance(paragraph, str)
        assert isinstance(sentences, list)
        gold = ends(sentences)
        ours += len(gold ^ ends(sentences_of(paragraph)))
        theirs += len(gold ^ ends(peer.segment(" ".join(paragraph.split()))))
    assert ours < theirs / 10


def test_the_gold_is_large_enough_to_say_something() -> None:
    boundaries = sum(len(case.values[1]) - 1 for case in CASES if isinstance(case.values[1], list))
    assert boundaries >= 150
