"""Words that deny, and whether a translation has those of its source: 'niet', 'geen', 'noch',
'nooit', 'zonder' … against not, no, neither, never, without, n't. Words that are negative in
themselves ('onmogelijk', unable, refuse) count on either side where those do not balance.
"""

from __future__ import annotations

import re
from functools import lru_cache

from vertaal.copies import without_copies

_DUTCH = re.compile(
    r"\b(?:n[iíì]et|g[eé][eé]n|neen?|noch|nooit|nimmer|niemand|niets|nergens|z[oó]nder|evenmin|geenszins|niks"
    r"|zomin|generlei|allerminst|tenzij|n\.?v\.?t|n\.?n\.?b)\b|\bn(?:iet|on)-\w+",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:not|no|nor|neither|never|none|nobody|nothing|nowhere|without|cannot|unless|no-one)\b"
    r"|n['’]t\b|\bnon-\w+|\b(?:niet|geen|nooit|zonder)\b",
    re.IGNORECASE,
)
"""Dutch words stand here too: a headline may be left untranslated."""

_IDLE_DUTCH = re.compile(
    r"\bzonder (?:personeel|grenzen)\b|\bniet-aangeboren\b"
    r"|\bnon-actief\b",
    re.IGNORECASE,
)
_IDLE_ENGLISH = re.compile(
    r"\bno[.:]?\s*\d|\bno\.\s(?=[B-HJ-Z]\b|[A-Z]+\d)|\bnos\.|\bno(?:t)? (?:later|fewer|less) than\b"
    r"|\bno matter\b|\bwithout (?:employees|borders)\b|\bnot until\b",
    re.IGNORECASE,
)
"""Turns of phrase that the other language as often puts without a denial."""

_NOT_MORE = re.compile(r"\bniet (?:later|minder|langer) dan\b", re.IGNORECASE)
_MAYBE_DUTCH = re.compile(
    r"\bniet(?=(?:\s\w+){1,3}\s(?:of|en)\s(?:zelfs\s)?niet\b)"
    rf"|{_NOT_MORE.pattern}"
    r"|\bniet anders (?:kan |kunnen )?dan\b|\bnet geen\b"
    r"|\bzonder meer\b|\book niet (?:als|wanneer|indien)\b"
    r"|\bnog geen (?:\d|twee|drie|vier|vijf|zes|zeven|acht|negen|elf|twaalf|half|een half"
    r"|\w*(?:tien|tig|honderd|duizend)\b)",
    re.IGNORECASE,
)
_MAYBE_ENGLISH = re.compile(
    r"\bno more than\b|\bmay not exceed\b|\b(?:not|n['’]t)\b(?=(?:\s[\w'’-]+){1,8}\suntil\b)"
    r"|\bno doubt\b|\b(?:no|motions? of no) confidence\b|\bgoes without saying\b"
    r"|\bwithout (?:(?:undue|any|further) )?(?:delay|prejudice)\b|\bnot only\b(?=.*\bbut\b)"
    r"|\bor no longer\b|\bno-(?!one\b)\w+|\bnon-\w+|\bneither\b(?=.*\bnor\b)",
    re.IGNORECASE,
)
"""Turns that the other language may put with a denial less: 'nog geen drie weken' is less than
three weeks, 'niet zonder meer' not automatically, 'ten hoogste' no more than."""

_NEITHER = re.compile(r"\b(?:noch|evenmin|zomin)\b", re.IGNORECASE)
_OPEN_DUTCH = re.compile(
    r"\b(?:al dan niet|of niet|wel of (?:niet|geen)|niet (?:alleen|slechts|enkel|louter|zozeer))\b",
    re.IGNORECASE,
)
_OPEN_ENGLISH = re.compile(
    r"\b(?:whether|both|as well as|either|possibly|or otherwise|but also|rather)\b", re.IGNORECASE
)
"""'Al dan niet' may become 'whether', 'niet alleen … maar ook' 'both … and'."""

_TACIT_DUTCH = re.compile(
    r"\b(?:on(?!der|line|dank|herroep|s\b|ze\b|geveer|t(?!oe|evr|eg))\w{3,}|\w+lo(?:os|ze)|weiger\w*|geweigerd\w*"
    r"|\w*verb(?:ied|od)\w*|ontbr[aeo]\w*|gebrek\w*|nauwelijks|amper|behalve|behoudens"
    r"|(?-i:pas)|pas (?:in|na|vanaf|als|op|wanneer|per|dan)|wantrouwen|verstoken|afziet"
    r"|\w{3,}vrije?|buiten (?:\w+ )?(?:schuld|behandeling|gebruik|dienstverband|werking)"
    r"|voork[oa]m\w*|uitgesl\w*|uitsl\w*|ontken\w*|misluk\w*|afwijz\w*|afgewezen|afzien|afgezien"
    r"|verhinder\w*|belet\w*|vermijd\w*|vermeden|nagelaten|nalaten|achterwege|uitbl(?:ij|e)\w*"
    r"|uitgebleven|vrijblijvend\w*|in plaats van|(?:niet|geen|zonder)(?!szins)\w+"
    r"|(?!hetgeen)\w+[^g\W](?:niet|geen)"
    r"|in(?:correct|humaan|humane|consist|stabiel|toler|effici)\w*|\w*sepot\w*|afgeraden|af(?:te)?raden|ontra[ad]\w*)\b",
    re.IGNORECASE,
)
_TACIT_ENGLISH = re.compile(
    r"\b(?:un(?!der|i[tfvoq]|til|cle|less|like|fortunately|employ)\w{3,}|dis(?:agree|allow|approv|proportion|satisf)\w*"
    r"|(?:in|im|il|ir)(?:accur|act|adequ|accessib|admiss|applic|appropri|capab|compatib|complet"
    r"|conceiv|consist|correct|curab|distinguish|defens|definit|effect|effici|eligib|equal|equit|evitab|explic"
    r"|feasib|flexib|human|secur|signific|stab|suffic|toler|valid|visib|legib|legitim"
    r"|licit|logic|matur|measur|mobil|partial|perfect|permiss|plaus|possib|practic|precis|prob|proper"
    r"|rational|regular|relev|reparab|replac|respons|revers)\w*|(?!never|none|regard|un)\w+less(?:ly|ness)?"
    r"|refus\w*|reject\w*|fail\w*|lack\w*|absence|prohibit\w*|prevent(?:s|ed|ing)?|avoid(?:s|ed|ing)?"
    r"|exclu(?:de|sion)\w*|den(?:y|ied|ies|ial)|barely|hardly|scarcely|rather than|flaw\w*"
    r"|wrongly|refrain\w*|omit\w*|omission\w*|neglect\w*|deprive\w*|rule out|devoid"
    r"|advis\w+ against|\w+-free|out of the question)\b",
    re.IGNORECASE,
)


def unbalanced(source: str, target: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """What denies in the source, and not in the target, or the other way round."""
    source, target = without_copies(source, target)
    ours, theirs = _dutch(source), _english(target)
    missing = len(ours) - len(theirs)
    if not missing:
        return None, None
    nl, en = _without(_IDLE_DUTCH, source), _without(_IDLE_ENGLISH, target)
    if len(_NEITHER.findall(nl)) == 1 and (missing < 0 or len(ours) > 1):
        # 'Niet … noch' is 'not … or' as often as 'neither … nor', 'kan noch wil' 'cannot and not'.
        missing -= 1 if missing > 0 else -1
    if missing > 0 and _OPEN_ENGLISH.search(en):
        missing -= len(_OPEN_DUTCH.findall(nl))
    if missing > 0:
        missing = max(0, missing - len(_MAYBE_DUTCH.findall(nl)))
    elif missing < 0:
        missing = min(0, missing + len(_MAYBE_ENGLISH.findall(en)))
    in_all = missing + len(_TACIT_DUTCH.findall(nl)) - len(_TACIT_ENGLISH.findall(en))
    if missing > 0 and in_all > 0:
        return (ours[-1] if not theirs else ours[0]), None
    if missing < 0 and in_all < 0:
        return None, theirs[0]
    return None, None


_DUTY = (
    r"verplicht|gehouden|genoodzaakt|gedwongen|toegestaan|bevoegd|gerechtigd|vrij|mogelijk"
    r"|gevraagd|verzocht|opgeroepen|geadviseerd|opgedragen|besloten|toegezegd|beloofd|afgesproken"
    r"|overeengekomen"
)
_DUTY_TO = (
    r"(?:obliged|bound|required|obligated|forced|compelled|allowed|permitted|authori[sz]ed"
    r"|empowered|entitled|free|possible|asked|requested|called|urged|advised|instructed|decided"
    r"|promised|undertaken|agreed)"
)
_CLAUSE = r"(?:(?!\b(?:dat|of|om|zich)\b)[^.,;:?!])*"
"""What may stand between a verb and its infinitive."""
_SAYS = (
    r"(?:verkla(?:a?rt?|ren|arden?)|ze(?:gt|ggen|i|iden)|stel(?:t|len|den?)|meld(?:t|en|den?)"
    r"|beweer(?:t|den?)|beweren|(?:geeft|geven|gaf|gaven)\saan)"
)
_SAYS_TO = r"(?:say|state|declare|explain|report|claim|assert|allege|maintain|indicate|inform)"
MAY = r"(?:kan|kunnen|kon(?:den)?|mag|mogen|wil(?:len)?|zal|zullen|zou(?:den)?)"
CHOOSES = r"(?:besluiten|beslissen|overwegen|toezeggen|beloven|voorstellen|afspreken)"
"""Verbs that an infinitive may follow with 'om' or without: 'kan besluiten (om) dit te doen'."""
_CHOOSES_TO = (
    r"(?:decide|consider|undertake|promise|propose|advise|recommend|suggest|agree|wish|want|commit)"
)
_MISPLACED = tuple(
    (re.compile(dutch, re.IGNORECASE), re.compile(english, re.IGNORECASE))
    for dutch, english in (
        (
            rf"\b(?:{_DUTY})\b[^.,;:?!]*\bniet\b(?=[^.,;:?!]*\bte\b)",
            rf"(?:\bnot|n['’]t) (?:been )?{_DUTY_TO} ",
        ),
        (
            rf"\b{_SAYS}\s{_CLAUSE}\b(?:niet|nooit)\b{_CLAUSE}\bte\b",
            rf"\bnever {_SAYS_TO}|\b(?:do|does|did)(?: not|n['’]t) {_SAYS_TO}\b",
        ),
        (
            rf"\b{MAY}\s(?:(?!\bniet\b)[^.,;:?!])*\b(?:{CHOOSES}|adviseren)\s{_CLAUSE}\b(?:niet|geen)\b"
            rf"{_CLAUSE}\bte\b",
            rf"(?:\bnot|cannot|n['’]t) {_CHOOSES_TO}\b",
        ),
        (
            r"\bha(?:d|dden)\b[^.,;:?!]*\bniet hoeven\b",
            r"\bshould(?: not|n['’]t) have (?!(?:had|needed)\b)",
        ),
        (r"\bniet later dan\b", r"(?:\bnot\b|n['’]t\b|\bno\b)[^.;]*\b(?:until|before|earlier)\b"),
        (r"\bniet eerder dan\b", r"\b(?:not?|n['’]t)\b[^.;]*\b(?:later than|after)\b"),
    )
)
"""Turns of phrase that deny one thing, and what denies another: 'verplicht dit niet te doen' is not
'not obliged to do this', nor 'mag niet later dan 1 maart' 'may not until 1 March'.
"""


def misplaced(source: str, target: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """What denies in the source, and what denies something else in the target, where each side
    denies once.
    """
    for dutch, english in _MISPLACED:
        ours, theirs = dutch.search(source), english.search(target)
        if ours and theirs and len(_DUTCH.findall(source)) == len(_ENGLISH.findall(target)) == 1:
            return ours, theirs
    return None


def denials(source: str, target: str) -> int:
    """How many words more deny in the source than in the target."""
    return len(_dutch(_without(_NOT_MORE, source))) - len(_english(target))


@lru_cache(maxsize=8)
def _dutch(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_DUTCH.finditer(_without(_IDLE_DUTCH, text)))


@lru_cache(maxsize=8)
def _english(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_ENGLISH.finditer(_without(_IDLE_ENGLISH, text)))


def _without(pattern: re.Pattern[str], text: str) -> str:
    """`text` with every match blanked out, so that offsets stay."""
    return pattern.sub(lambda match: " " * len(match.group()), text)
