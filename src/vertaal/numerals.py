"""Whole numbers in words: from one to nineteen, and the tens from twenty on."""

from __future__ import annotations

DUTCH_ONES = (
    *"een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien".split(),
    *"vijftien zestien zeventien achttien negentien".split(),
)
DUTCH_TENS = tuple("twintig dertig veertig vijftig zestig zeventig tachtig negentig".split())
ENGLISH_ONES = (
    *"one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split(),
    *"fifteen sixteen seventeen eighteen nineteen".split(),
)
ENGLISH_TENS = tuple("twenty thirty forty fifty sixty seventy eighty ninety".split())
