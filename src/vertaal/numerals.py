"""Whole numbers in words: from one to nineteen, the tens from twenty on, the first ordinals, and
what a Dutch number is worth.
"""

from __future__ import annotations

DUTCH_ONES = (
    *"een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien".split(),
    *"vijftien zestien zeventien achttien negentien".split(),
)
DUTCH_ORDINALS = tuple(
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde".split()
)
DUTCH_TENS = tuple("twintig dertig veertig vijftig zestig zeventig tachtig negentig".split())
ENGLISH_ONES = (
    *"one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split(),
    *"fifteen sixteen seventeen eighteen nineteen".split(),
)
ENGLISH_TENS = tuple("twenty thirty forty fifty sixty seventy eighty ninety".split())
_ONES = {word: number for number, word in enumerate(DUTCH_ONES, 1)}
_TENS = {word: 10 * number for number, word in enumerate(DUTCH_TENS, 2)}


def cardinal(word: str) -> int | None:
    """The value of a Dutch cardinal written as one word, below a million."""
    word = word.replace("één", "een").replace("ë", "e")
    if word.endswith(("duizenden", "honderden")):
        return None
    if "duizend" in word:
        head, _, tail = word.partition("duizend")
        front, rest = (cardinal(head) if head else 1), _below_thousand(tail.removeprefix("en"))
        return None if front is None or rest is None else front * 1000 + rest
    return _below_thousand(word) if word else None


def _below_thousand(word: str) -> int | None:
    if not word:
        return 0
    if "honderd" in word:
        head, _, tail = word.partition("honderd")
        front = _below_hundred(head) if head else 1
        tail = tail.removeprefix("en")
        rest = _below_hundred(tail) if tail else 0
        return None if front is None or rest is None else front * 100 + rest
    return _below_hundred(word)


def _below_hundred(word: str) -> int | None:
    if word in _ONES:
        return _ONES[word]
    if word in _TENS:
        return _TENS[word]
    for tens, number in _TENS.items():
        ones = word.removesuffix("en" + tens)
        if ones != word and ones in _ONES and _ONES[ones] < 10:
            return number + _ONES[ones]
    return None
