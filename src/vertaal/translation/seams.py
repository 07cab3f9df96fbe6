"""Where a model joins English that it was shown to words of its own: 'jeopardise' and 'ing' make
'jeopardising', 'an' before 'a tort' is one article too many, and papers of two dossiers are no.
811 and no. 1207 each.
"""

from __future__ import annotations

import re

from vertaal.words import is_known

_SILENT = re.compile(r"(?<![\w-])(?P<stem>[a-z]{3,}[^aeiou\W])e(?P<ending>ing|ed)\b")
_LETTER = r"(?<!section )(?<!point )(?<!part )(?<!paragraph )(?<!letter )(?<!option )"
"""Behind these, 'a' is no article; nor is 'A' inside a sentence."""
_TWO_ARTICLES = re.compile(
    rf"{_LETTER}(?:^A|(?<![\w.-])a)(?:n(?=\sa\s)|(?=\san\s))\s"
    r"(?!an?\s(?:priori|posteriori|fortiori|la|cappella|contrario)\b)"
)
_A_VOWEL = re.compile(
    rf"{_LETTER}(?P<article>^A|(?<![\w.-])a)"
    r"(?=\s(?!(?:of|or|on|is|in|into|if|it|and|as|at|are|also|one|once)\b|eu|ew|oui)[aeio][a-z]+\b)"
)
_AN_CONSONANT = re.compile(r"(?P<article>^A|(?<![\w.-])a)n(?=\s[b-df-gj-np-tv-z][aeiou][a-z]+\b)")
"""No abbreviation ('an sms'), and no silent h ('an hour')."""
_ONE_NUMBER = re.compile(
    r"\b([Nn]o)s(?=\.\s\d+\b(?!(?:,|,?\s(?:and|or|to)|\s?[-–])\s?\d+\b(?!\s\d{3}\b)))"
)
"""'nos. 811 and 29 984, no. 1207': what follows the number is another dossier's."""


def smooth(text: str) -> str:
    """`text` with its seams as English writes them."""
    text = _SILENT.sub(_without_e, text)
    text = _TWO_ARTICLES.sub("", text)
    text = _A_VOWEL.sub(r"\g<article>n", text)
    text = _AN_CONSONANT.sub(r"\g<article>", text)
    return _ONE_NUMBER.sub(r"\1", text)


def _without_e(hit: re.Match[str]) -> str:
    """The word without the silent e of its stem, where that makes one and else there is none."""
    plain = hit["stem"] + hit["ending"]
    return plain if is_known(plain, "en") and not is_known(hit[0], "en") else hit[0]
