"""Signs that a vocabulary lacks: read as their like, and put back afterwards; and capitals."""

from __future__ import annotations

import re
import unicodedata

from vertaal.glossary.dutch import fold
from vertaal.glossary.starter import translated_places
from vertaal.words import zipf

BAR, DASH = "|", "–"
"""No text that models are trained on has the bar between the parts of a web page's title."""
_DASHES = re.compile(rf"(?: {DASH})+ ")
_LIKE = {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "þ": "t"}
_OFTENER = 1.0
"""Zipf scale: ten times as often."""
_OPENED = re.compile(r"(?:^|(?<=[\s(«“‘„\"]))[«“‘„\"'](?![stnk]\b)(?P<first>[^\W\d_])")
"""What opens a quotation, and its first letter; no apostrophe ('s-Gravenhage)."""
_NAME = re.compile(r"[^\W\d_][^\W_]*(?:[-'’][^\W_]+)*")


def bare(letter: str) -> str:
    """The letter without its mark: 'ğ' is read as 'g'."""
    return _LIKE.get(letter) or unicodedata.normalize("NFKD", letter)[0]


def restored(source: str, target: str) -> str:
    """`target` with the names of `source` that lost a mark spelt as they are ('Erdogan' for
    'Erdoğan'), and its bars for dashes, of which the model may have written several for one.
    """
    bars = source.count(f" {BAR} ")
    if bars and f" {DASH} " not in source and len(_DASHES.findall(target)) == bars:
        target = _DASHES.sub(f" {BAR} ", target)
    if source.isascii():
        return target
    words = dict.fromkeys(hit.group() for hit in _NAME.finditer(source))
    for name in words:
        if not name[0].isupper() or name.isascii() or name in target:
            continue
        if _is_english_without(name):
            continue
        rare = "".join(letter if letter < "\u0100" else bare(letter) for letter in name)
        for spelt in (rare, "".join(map(bare, name))):
            if spelt in words:
                continue  # 'Dé vraag is wat minister De Jonge doet'
            target = re.sub(rf"(?<!\w){re.escape(spelt)}(?!\w)", name, target)
    return target


def capitalised(source: str, target: str) -> str:
    """`target` with the capital with which the source, or a quotation in it, begins: headlines are
    quoted with theirs.
    """
    ours, theirs = list(_OPENED.finditer(source)), list(_OPENED.finditer(target))
    pairs = zip(ours, theirs, strict=True) if len(ours) == len(theirs) else ()
    places = [b.start("first") for a, b in pairs if a["first"].isupper()]
    if source[:1].isupper():
        places.append(0)
    for at in places:
        target = target[:at] + target[at : at + 1].upper() + target[at + 1 :]
    return target


def _is_english_without(name: str) -> bool:
    """Whether English spells a place's name without its marks: 'Israel', but 'Curaçao'."""
    plain = fold(name)
    marked = zipf(name.lower(), "en")
    return plain in translated_places() and zipf(plain, "en") > marked + _OFTENER
