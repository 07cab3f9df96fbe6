"""Signs that a vocabulary lacks: read as their like, and put back afterwards."""

from __future__ import annotations

import re
import unicodedata

from vertaal.glossary.dutch import fold
from vertaal.glossary.starter import is_translated_place
from vertaal.words import is_known, zipf

BAR, DASH = "|", "–"
"""No text that models are trained on has the bar between the parts of a web page's title."""
_DASHES = re.compile(rf"(?: {DASH})+ ")
_LIKE = {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "þ": "t"}
_OFTENER = 1.0
"""Zipf scale: ten times as often."""
NAME = re.compile(r"[^\W\d_][^\W_]*(?:[-'’][^\W_]+)*")
_RAISED = re.compile(r"(?<!\w)[^\W\d_]{1,4}[²³₂₃](?!\w)")
"""'m²', 'CO₂'."""


def bare(letter: str) -> str:
    """The letter without its mark: 'ğ' is read as 'g'."""
    return _LIKE.get(letter) or unicodedata.normalize("NFKD", letter)[0]


def restored(source: str, target: str) -> str:
    """`target` with the names of `source` that lost a mark spelt as they are ('Erdogan' for
    'Erdoğan'), so its units ('m2' for 'm²'), and its bars for dashes, of which the model may have
    written several for one.
    """
    bars = source.count(f" {BAR} ")
    if bars and f" {DASH} " not in source and len(_DASHES.findall(target)) == bars:
        target = _DASHES.sub(f" {BAR} ", target)
    if source.isascii():
        return target
    for unit in {hit.group() for hit in _RAISED.finditer(source)}:
        plain = unicodedata.normalize("NFKC", unit)
        if plain not in source:
            target = re.sub(rf"(?<!\w){plain}(?!\w)", unit, target)
    words = dict.fromkeys(hit.group() for hit in NAME.finditer(source))
    for name in words:
        if not name[0].isupper() or name.isascii() or name in target:
            continue
        if any(map(_is_english_without, name.split("-"))):  # 'EU-Israël'
            continue
        if "".join(map(bare, name)) in words:
            continue  # 'Dé vraag is wat minister De Jonge doet'
        spelt = (each if each.isascii() else f"[{each}{bare(each)}]" for each in name)
        target = re.sub(rf"(?<!\w){''.join(spelt)}(?!\w)", name, target)
    return target


def _is_english_without(name: str) -> bool:
    """Whether English spells it without its marks: a place's name ('Israel', but 'Curaçao'), or a
    word that Dutch writes with a diaeresis ('Coordinator').
    """
    word, plain = name.lower(), fold(name)
    if any(each in word for each in "äëïöü") and is_known(word) and is_known(plain, "en"):
        return True
    marked = zipf(word, "en")
    return is_translated_place(name) and zipf(plain, "en") > marked + _OFTENER
