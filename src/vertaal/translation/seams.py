"""Where a model joins English that it was shown to words of its own: 'jeopardise' and 'ing' make
'jeopardising', 'an' before 'a tort' is one article too many, and papers of two dossiers are no.
811 and no. 1207 each; and titles, British without a point.
"""

from __future__ import annotations

import re

from vertaal.words import is_known

_SILENT = re.compile(
    r"(?<![\w-])(?P<stem>[a-z]{3,}[^aeiou\W])e(?P<ending>ing|ed|ly|is(?:e|ed|ing|ation))\b"
)
_PLURAL = re.compile(r"(?<![\w-])(?P<stem>[A-Za-z]{3,}[^aeiou\W])ys\b")
_LETTER = r"(?<!section )(?<!point )(?<!part )(?<!paragraph )(?<!letter )(?<!option )"
"""Behind these, 'a' is no article; nor is 'A' inside a sentence."""
_TWO_ARTICLES = re.compile(
    rf"{_LETTER}(?:^A|(?<![\w.-])a)(?:n(?=\sa\s)|(?=\san\s))\s"
    r"(?!an?\s(?:priori|posteriori|fortiori|la|cappella|contrario)\b)"
)
_A_VOWEL = re.compile(
    rf"{_LETTER}(?P<article>^A|(?<![\w.-])a)(?=\s[\"'‘“]?"
    r"(?!(?:of|or|on|is|in|into|if|it|and|as|at|are|also|one|once)\b|eu|ew|oui)[aeio][a-z]+\b)"
)
_AN_CONSONANT = re.compile(r"(?P<article>^A|(?<![\w.-])a)n(?=\s[b-df-gj-np-tv-z][aeiou][a-z]+\b)")
"""No abbreviation ('an sms'), and no silent h ('an hour')."""
_ONE_NUMBER = re.compile(r"\b([Nn]o)s(?=\.\s\d+(?:,?\s(?:and|or)\s\d\d\s\d{3}\b|[).;]*$))")
"""'nos. 811 and 29 984, no. 1207': what follows the number is another dossier's."""
_ONE_SECTION = re.compile(
    r"\b([Ss]ection|[Aa]rticle)s(?=\s\d[\w:.]*\(\w+\)(?:,\s\(\w+\))*\s(?:and|or|to)\s\(\w+\)"
    r"(?!\(|,?\s(?:(?:and|or|to)\s)?\d))"
)
"""'sections 12(1) and (2)'."""
_NO_OWNER = re.compile(
    r"\b(?!(?:it|that|what|who|here|there|where|one)['’]s)([a-z]{3,})['’](?=s\s(?:from|of)\s)"
)
"""'Oral question's from the member'."""
_TITLE = re.compile(r"\b(M(?:r|rs|s))\.(?=\s[A-Z])")


def smooth(text: str) -> str:
    """`text` with its seams as English writes them."""
    text = _PLURAL.sub(_in_ies, _SILENT.sub(_without_e, text))
    text = _TWO_ARTICLES.sub("", text)
    text = _A_VOWEL.sub(r"\g<article>n", text)
    text = _AN_CONSONANT.sub(r"\g<article>", text)
    text = _NO_OWNER.sub(r"\1", text)
    text = _TITLE.sub(r"\1", text)
    return _ONE_SECTION.sub(r"\1", _ONE_NUMBER.sub(r"\1", text))


def _without_e(hit: re.Match[str]) -> str:
    """The word without the silent e of its stem, where that makes one and else there is none."""
    if is_known(hit[0], "en") or is_known(hit[0]):  # 'besteed', in a title that stays Dutch
        return hit[0]
    # 'Subtle' and 'ly' make 'subtly'.
    tried = (hit["stem"] + hit["ending"], hit["stem"][:-1] + hit["ending"])
    return next((word for word in tried if is_known(word, "en")), hit[0])


def _in_ies(hit: re.Match[str]) -> str:
    """'Secretarys' is 'Secretaries'; not 'Kennedys'."""
    plain = f"{hit['stem']}ies"
    odd = not is_known(hit[0].lower(), "en") and is_known(plain.lower(), "en")
    return plain if odd else hit[0]
