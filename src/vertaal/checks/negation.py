"""Whether a sentence that denies still denies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vertaal.checks.issue import Issue

_DUTCH = re.compile(
    r"\b(?:niet|geen|neen?|noch|nooit|nimmer|niemand|niets|nergens|z[oó]nder|evenmin|geenszins|niks"
    r"|generlei|allerminst|tenzij)\b|\bn(?:iet|on)-\w+",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:not|no|nor|neither|never|none|nobody|nothing|nowhere|without|cannot|unless|no-one)\b"
    r"|n['’]t\b|\bnon-\w+|\b(?:niet|geen|nooit|zonder)\b",
    re.IGNORECASE,
)
"""Dutch words stand here too: a headline may be left untranslated."""

_IDLE_DUTCH = re.compile(r"\bniet (?:later|minder|langer) dan\b", re.IGNORECASE)
_IDLE_ENGLISH = re.compile(
    r"\bno[.:]?\s*\d|\bnos\.|\bno(?:t)? (?:later|fewer|less) than\b|\bno matter\b|\bno doubt\b"
    r"|\bwithout (?:prejudice|employees)\b|\bnot until\b",
    re.IGNORECASE,
)
"""Turns of phrase that the other language as often puts without a denial."""

_NEITHER = re.compile(r"\bnoch\b", re.IGNORECASE)
_OPEN_DUTCH = re.compile(
    r"\b(?:al dan niet|of niet|wel of (?:niet|geen)|niet (?:alleen|slechts|enkel|louter|zozeer))\b",
    re.IGNORECASE,
)
_OPEN_ENGLISH = re.compile(
    r"\b(?:whether|both|as well as|either|possibly|or otherwise|but also|rather)\b", re.IGNORECASE
)
"""'Al dan niet' may become 'whether', 'niet alleen … maar ook' 'both … and'."""

_TACIT_DUTCH = re.compile(
    r"\b(?:on(?!der|line|dank|s\b|ze\b|geveer|t(?!oe|evr|eg))\w{3,}|\w+lo(?:os|ze)|weiger\w*|geweigerd\w*"
    r"|verb(?:ied|od|oden)\w*|ontbr[aeo]\w*|gebrek\w*|nauwelijks|amper|behalve|behoudens"
    r"|(?-i:pas)|voork[oa]m\w*|uitgesl\w*|uitsl\w*|ontken\w*|misluk\w*|afwijz\w*|afgewezen|afzien|afgezien"
    r"|verhinder\w*|belet\w*|vermijd\w*|vermeden|nagelaten|nalaten|achterwege|uitblij\w*"
    r"|uitgebleven|vrijblijvend\w*|in plaats van|(?:niet|geen|zonder)(?!szins)\w+"
    r"|\w+[^g\W](?:niet|geen)"
    r"|in(?:correct|humaan|humane|consist|stabiel|toler|effici)\w*|sepot\w*)\b",
    re.IGNORECASE,
)
_TACIT_ENGLISH = re.compile(
    r"\b(?:un(?!der|i[tfvoq]|til|cle|less|like|fortunately|employ)\w{3,}|dis(?:agree|allow|approv|satisf)\w*"
    r"|(?:in|im|il|ir)(?:accur|act|adequ|admiss|applic|appropri|capab|complet"
    r"|conceiv|consist|correct|curab|defens|definit|effect|effici|eligib|equal|equit|evitab|explic"
    r"|feasib|flexib|human|secur|signific|stab|suffic|toler|valid|visib|legib|legitim"
    r"|licit|logic|matur|measur|mobil|partial|perfect|permiss|plaus|possib|practic|precis|prob|proper"
    r"|rational|regular|relev|reparab|replac|respons|revers)\w*|(?!never|none|regard|un)\w+less(?:ly|ness)?"
    r"|refus\w*|reject\w*|fail\w*|lack\w*|absence|prohibit\w*|prevent(?:s|ed|ing)?|avoid(?:s|ed|ing)?"
    r"|exclu(?:de|sion)\w*|den(?:y|ied|ies|ial)|barely|hardly|scarcely|rather than|flaw\w*"
    r"|wrongly|refrain\w*|omit\w*|omission\w*|neglect\w*|deprive\w*|rule out)\b",
    re.IGNORECASE,
)


def negation(source: str, target: str) -> Iterator[Issue]:
    """What is denied on one side is denied on the other: 'niet', 'geen', 'noch', 'nooit',
    'zonder' … against not, no, neither, never, without, n't. Words that deny by themselves
    ('onmogelijk', unable, refuse) count for either where the others do not add up.

    passes: Dat is niet bekend. → That is unknown.
    passes: Noch de minister, noch de Kamer wist dit. → Neither the minister nor the House knew.
    passes: Zo nee, waarom niet? → If not, why not?
    fails: Het kabinet kan dat niet bevestigen. → The government can confirm that.
    fails: Er zijn cijfers bekend. → There are no figures available.
    """
    nl, en = _without(_IDLE_DUTCH, source), _without(_IDLE_ENGLISH, target)
    ours, theirs = list(_DUTCH.finditer(nl)), list(_ENGLISH.finditer(en))
    missing = len(ours) - len(theirs)
    if missing > 0 and len(_NEITHER.findall(nl)) == 1 and len(ours) > 1:
        # 'Niet … noch' is 'not … or' as often as 'neither … nor'.
        missing -= 1
    if missing > 0 and _OPEN_ENGLISH.search(en):
        missing -= len(_OPEN_DUTCH.findall(nl))
    in_all = missing + len(_TACIT_DUTCH.findall(nl)) - len(_TACIT_ENGLISH.findall(en))
    if missing > 0 and in_all > 0:
        match = ours[-1] if not theirs else ours[0]
        yield Issue(f"'{match.group()}' denies, and the target does not", match.span())
    elif missing < 0 and in_all < 0:
        match = theirs[0]
        yield Issue(f"'{match.group()}' denies, and the source does not", None, match.span())


def denials(source: str, target: str) -> int:
    """How many words more deny in the source than in the target."""
    nl, en = _without(_IDLE_DUTCH, source), _without(_IDLE_ENGLISH, target)
    return len(_DUTCH.findall(nl)) - len(_ENGLISH.findall(en))


def _without(pattern: re.Pattern[str], text: str) -> str:
    """`text` with every match blanked out, so that offsets stay."""
    return pattern.sub(lambda match: " " * len(match.group()), text)
