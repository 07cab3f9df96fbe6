"""Whether a word with a capital is a name that English copies, as far as word lists tell.

Copying is safe for a name, and wrong for a Dutch word with a capital or for a name that English
spells otherwise ('Peking'). So it is taken for a name only on evidence: English text has it as it
stands, or Dutch text hardly has it and it is no compound of Dutch words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from vertaal.glossary.compounds import halves
from vertaal.glossary.starter import is_translated_place
from vertaal.words import is_known, zipf

# Dutch words that end so are written with a capital for what they are, not for whom they name:
# peoples, languages, countries, and what is named after a place.
_DUTCH_ENDING = re.compile(
    r"(?:se|sche|isch|iër|iërs|ers|aan|anen|aanse|ië|heid|ing|ingen|schap"
    r"|eilanden|museum|republiek|school|taligen?)$"
)
_BEFORE_PLACE = frozenset(
    "in te bij uit naar rond rondom nabij tussen vanuit vanaf gemeente stad dorp plaats wijk regio "
    "eiland gasveld provincie".split()
)
_TOWNS = frozenset(
    "balk beek bergen best born buren duiven echt elst goor grave hoorn horst houten huizen hulst "
    "kampen losser made monster putten sluis weert zetten".split()
)
"""Called like a word that means something else."""
_COMMUNE = frozenset("gemeente dorp buurtschap".split())
_ONE_DOES = frozenset("had heeft kreeg krijgt ligt telt wil".split())
"""What follows 'Huizen' where it is a town; after 'Best' and 'Echt', adverbs, it tells nothing."""
_PLACE_ENDING = re.compile(
    r"..(?:beek|berg|broek|burg|dam|dijk|dorp|drecht|horst|hout|hoven|huizen|kerk|laan|(?<!akk)oord|plein"
    r"|polder|stede|straat|veen|wolde|woude|zijl)$"
)
_VILLAGE_ENDING = re.compile(r"..(?:hoek|hoop|kerke|loon|poort|rijs|schans|schoot|stad|waard)$")
"""Telling only where a place is looked for."""
_PART = re.compile(r"[^\W\d_](?:[^\W\d_A-Z]*)")
_GLUED = re.compile(r"[A-Z]{2,}[a-z]{2,}")
_INNER = re.compile(r"[a-z](?=[A-Z])")

# Zipf scale: log10 of occurrences per thousand million words.
_RARE = 3.0
_COMMON = 4.0
_EVERYWHERE = 5.0
_IN_USE = 3.7
_SEEN = 2.0
_CLOSE = 0.5
# A Dutch place or person is named less in English than in Dutch text, but it is named.
_ABROAD = 1.0
_AT_HOME = 2.6
_FAMOUS = 4.6


@lru_cache(maxsize=65536)
def is_name(word: str) -> bool:
    """Whether a capitalised word inside a sentence is a name that English copies."""
    plain = word.lower()
    short = word.isupper()
    if len(word) < 2 or not set("'’").isdisjoint(word) or (_is_possessive(plain) and not short):
        return False
    if len(_INNER.findall(word)) > 1:
        return True  # 'WerkUrenBerekenaar'
    dutch, english = zipf(plain, "nl"), zipf(plain, "en")
    if is_translated_place(word):
        return False
    if english > 0 and english >= dutch - _CLOSE:
        # A common word that both languages have needs no help.
        return dutch < _COMMON
    abroad = _ABROAD <= english < _COMMON and dutch - _AT_HOME <= english and dutch < _FAMOUS
    if abroad and not short:
        # 'Heerenveen': no Dutch word, and English text speaks of it now and then.
        return not (
            is_known(plain) or halves(plain) or _DUTCH_ENDING.search(plain) or _GLUED.match(word)
        )
    if dutch >= _RARE or _DUTCH_ENDING.search(plain):
        return False
    pieces = [word] if short else _PART.findall(word)
    return not _GLUED.match(word) and not any(map(_is_dutch, pieces))


def opens_with_name(word: str, after: str) -> bool:
    """Whether the word with which a sentence opens, capital or not, is such a name: English text
    has it at least as often as Dutch text, and no Dutch dictionary has it; or it is a town, by the
    word behind it.
    """
    plain = word.lower()
    if plain in _TOWNS - {"best", "echt"} and after in _ONE_DOES:
        return True
    dutch, english = zipf(plain, "nl"), zipf(plain, "en")
    return (
        len(word) > 3
        and set("'’").isdisjoint(word)
        and not _is_possessive(plain)
        and english >= max(dutch, _SEEN)
        and dutch < _COMMON
        and not is_translated_place(word)
        and not is_known(plain)
        and not _DUTCH_ENDING.search(plain)
    )


def is_place(word: str) -> bool:
    """Whether a capitalised word after 'in' or 'gemeente' is a name that English copies: with
    such a word before it, it is enough that no dictionary has it, and that it is no compound but
    of the kind that places are named with.
    """
    plain = word.lower()
    return not (
        len(word) < 4
        or word.isupper()
        or not word.isalpha()
        or is_translated_place(word)
        or _is_possessive(plain)
        or is_known(plain)
        or (halves(plain) and not (_PLACE_ENDING.search(plain) or _VILLAGE_ENDING.search(plain)))
        or _DUTCH_ENDING.search(plain)
        or _GLUED.match(word)
    )


def is_name_behind(before: str, word: str) -> bool:
    """Whether a capitalised word inside a sentence is such a name, or a place by the word before it
    or by its ending.
    """
    like_a_place = before in _BEFORE_PLACE or bool(_PLACE_ENDING.search(word))
    return is_name(word) or (like_a_place and is_place(word)) or _is_town(word, before)


def _is_town(word: str, before: str) -> bool:
    """Whether it is a town, by the word before, though a dictionary has it ('in Huizen')."""
    if not word[1:].islower() or is_translated_place(word):
        return False
    town = word.lower() in _TOWNS and (before == "van" or before in _BEFORE_PLACE)
    return town or before in _COMMUNE


def _is_possessive(plain: str) -> bool:
    """'Toms', which English writes with an apostrophe; not 'Williams', a name of its own."""
    return plain.endswith("s") and zipf(plain[:-1], "en") > zipf(plain, "en") + 1.0


def _is_dutch(part: str) -> bool:
    """Whether a part of a word ('Economie' in 'EconomieWat') is Dutch rather than a name."""
    plain = part.lower()
    if len(part) < 4:
        return False
    if zipf(plain, "nl") >= _RARE or is_known(plain) or halves(plain):
        return True
    # A longer compound, or words that lost the space between them as in text taken from a PDF. Many
    # a name ends like a word of three letters ('Infrabel', 'Lauwersoog'): only the commonest count.
    return any(
        zipf(plain[i:], "nl") >= (_IN_USE if i < len(plain) - 3 else _EVERYWHERE)
        and (zipf(plain[:i], "nl") >= _IN_USE or (i > 3 and _is_dutch(plain[:i])))
        for i in range(3, len(plain) - 2)
    )
