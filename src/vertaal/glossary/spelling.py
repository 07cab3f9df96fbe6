"""British and American spellings of one English phrase."""

from __future__ import annotations

import re
from functools import cache

from vertaal.words import zipf

# Beginnings of words, British and American.
_BEGINNINGS = (
    ("armour", "armor"), ("behaviour", "behavior"), ("colour", "color"), ("endeavour", "endeavor"),
    ("favour", "favor"), ("flavour", "flavor"), ("harbour", "harbor"), ("honour", "honor"),
    ("humour", "humor"), ("labour", "labor"), ("neighbour", "neighbor"), ("rumour", "rumor"),
    ("saviour", "savior"), ("tumour", "tumor"), ("vapour", "vapor"), ("sceptic", "skeptic"),
    ("manoeuvre", "maneuver"), ("paediatric", "pediatric"), ("gynaecolog", "gynecolog"),
    ("orthopaedic", "orthopedic"), ("anaesthe", "anesthe"), ("archaeolog", "archeolog"),
    ("haemo", "hemo"), ("oestrogen", "estrogen"), ("foetus", "fetus"), ("foetal", "fetal"),
    ("aluminium", "aluminum"), ("plough", "plow"), ("sulphur", "sulfur"), ("grey", "gray"),
    ("jewellery", "jewelry"), ("artefact", "artifact"), ("judgement", "judgment"),
    ("acknowledgement", "acknowledgment"), ("instalment", "installment"),
    ("enrolment", "enrollment"), ("fulfilment", "fulfillment"), ("skilful", "skillful"),
    ("wilful", "willful"), ("counsellor", "counselor"), ("traveller", "traveler"),
    ("counselling", "counseling"), ("modelling", "modeling"),
    ("labelling", "labeling"), ("signalling", "signaling"),
    ("cancelled", "canceled"), ("levelling", "leveling"), ("marshalling", "marshaling"),
    ("co-operat", "cooperat"), ("co-ordinat", "coordinat"), ("co-decision", "codecision"),
    ("policy-mak", "policymak"), ("law-mak", "lawmak"), ("whistle-blow", "whistleblow"),
    ("e-mail", "email"), ("on-line", "online"), ("well-being", "wellbeing"),
    ("north-east", "northeast"), ("north-west", "northwest"), ("south-east", "southeast"),
    ("south-west", "southwest"), ("cease-fire", "ceasefire"), ("by-law", "bylaw"),
)  # fmt: skip
# Whole words (a plural -s may follow) and pairs of words.
_WORDS = (
    ("centre", "center"), ("theatre", "theater"), ("fibre", "fiber"), ("litre", "liter"),
    ("kilometre", "kilometer"), ("millimetre", "millimeter"), ("centimetre", "centimeter"),
    ("calibre", "caliber"), ("defence", "defense"), ("offence", "offense"),
    ("licence", "license"), ("catalogue", "catalog"), ("programme", "program"),
    ("ageing", "aging"), ("fulfil", "fulfill"), ("enrol", "enroll"), ("instil", "instill"),
    ("practise", "practice"), ("towards", "toward"), ("per cent", "percent"),
    ("health care", "healthcare"), ("child care", "childcare"),
    ("cyber security", "cybersecurity"), ("cyber attack", "cyberattack"),
    ("cyber crime", "cybercrime"), ("air strike", "airstrike"), ("time frame", "timeframe"),
    ("work place", "workplace"), ("web site", "website"), ("land mine", "landmine"),
)  # fmt: skip
_OTHERS = {
    one: other
    for british, american in (*_BEGINNINGS, *_WORDS)
    for one, other in ((british, american), (american, british))
}
_IN_USE = 2.0
# In British English the other word is another thing: a licence, but to license; a computer program.
_ONE_WAY = frozenset({"license", "practice"})
_COMPUTING = re.compile(r"\b(?:computer|software|spy|malware)\s+$", re.IGNORECASE)
_PREFIXES = frozenset(
    "co non multi anti pre post socio sub inter semi cyber micro macro mid counter geo bio agro "
    "eco psycho tele trans ultra bi".split()
)
# What stands before -ise in words that never had a z.
_ALWAYS_S = frozenset(
    "adv rev superv exerc compr comprom surpr telev dev enterpr franch disgu improv pra prom prem "
    "expert merchand otherw likew prec exc inc desp chast circumc dem treat parad conc cru bru lia "
    "repr appr appra advert turquo porpo mayonna caps".split()
)
_ISE = re.compile(
    r"\b([a-z]{3,})(is|iz)(?=(?:e|es|ed|ing|er|ers|ation|ations|ational|able|ably)\b)",
    re.IGNORECASE,
)
_YSE = re.compile(
    r"\b(anal|paral|catal|dial|hydrol)(ys|yz)(?=(?:e|ed|ing|er|ers)\b)", re.IGNORECASE
)
_HYPHENED = re.compile(r"\b([a-z]+)-([a-z]{3,})", re.IGNORECASE)


def spellings(phrase: str) -> tuple[str, ...]:
    """`phrase`, and how it is spelt across the ocean or without its hyphen."""
    found = [phrase]
    for change in (_ise, _pairs, _solid):
        found.extend(change(one) for one in tuple(found))
    return tuple(dict.fromkeys(found))


def _ise(phrase: str) -> str:
    return _YSE.sub(_swap_s, _ISE.sub(_swap_s, phrase))


def _swap_s(found: re.Match[str]) -> str:
    stem, ending = found.groups()
    if stem.casefold() in _ALWAYS_S:
        return found.group()
    return stem + ending[0] + {"s": "z", "z": "s", "S": "Z", "Z": "S"}[ending[1]]


def _pairs(phrase: str) -> str:
    return _pattern().sub(_swap_pair, phrase)


@cache
def _pattern() -> re.Pattern[str]:
    beginnings = "|".join(one for pair in _BEGINNINGS for one in pair)
    words = "|".join(one for pair in _WORDS for one in pair)
    return re.compile(rf"\b(?:(?:{beginnings})|(?:{words})(?=s?\b))", re.IGNORECASE)


def _swap_pair(found: re.Match[str]) -> str:
    word, before = found.group(), found.string[: found.start()]
    low = word.casefold()
    if low in _ONE_WAY or (low == "program" and _COMPUTING.search(before)):
        return word
    if low == "labour" and found.string[found.end() :].startswith(" Party"):
        return word
    other = _OTHERS[low]
    return other[:1].upper() + other[1:] if word[:1].isupper() else other


def _solid(phrase: str) -> str:
    return _HYPHENED.sub(_joined, phrase)


def _joined(found: re.Match[str]) -> str:
    """'pre-trial' → 'pretrial', where the solid word is in use."""
    prefix, rest = found.groups()
    if prefix.casefold() in _PREFIXES and rest.islower() and zipf(prefix + rest, "en") >= _IN_USE:
        return prefix + rest
    return found.group()
