"""Names, years, dates and bars that the model should copy: shown to it, and held to by `held`.

A small model turns a name that it has never seen into another ('Kuzu' → 'Kuss'). Copying is
safe for a name, and wrong for a Dutch word with a capital or for a name that English spells
otherwise ('Peking'). So a capitalised word is taken for a name to copy only on evidence: English
text has it as it stands, or Dutch text hardly has it and it is no compound of Dutch words.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from vertaal.glossary.compounds import parts
from vertaal.glossary.dutch import fold
from vertaal.glossary.gluing import cuts, opens
from vertaal.glossary.naming import whole_names
from vertaal.glossary.starter import parties, translated_places
from vertaal.types import Span, TermMatch, overlap
from vertaal.words import (
    ANY_SURNAME_PREFIX,
    PORTFOLIOS,
    SURNAME_PREFIX,
    SURNAME_PREFIXES,
    WORD,
    is_known,
    zipf,
)

# Dutch words that end so are written with a capital for what they are, not for whom they name:
# peoples, languages, countries, and what is named after a place.
_DUTCH_ENDING = re.compile(
    r"(?:se|sche|isch|iër|iërs|ers|aan|anen|aanse|ië|heid|ing|ingen|schap"
    r"|eilanden|museum|republiek|school|taligen?)$"
)
_BEFORE_PERSON = frozenset("lid heer mevrouw mevr mw dhr kamerlid minister-president".split())
_NO_TITLE = re.compile(r"\b(?:[^\W\d_]+(?:ste|de)|\d+e)\s+lid,?\s+$|[,;:]\s+$", re.IGNORECASE)
"""'Het eerste lid van de wet' is no member."""
_BEFORE_PLACE = frozenset(
    re.findall(
        r"\w+",
        "in te bij uit naar rond rondom nabij tussen vanuit vanaf "
        "gemeente stad dorp plaats wijk regio eiland gasveld provincie",
    )
)
_TOWNS = frozenset(
    "balk beek bergen best born buren duiven echt elst goor grave hoorn horst houten huizen hulst "
    "kampen losser made monster putten sluis weert zetten".split()
)
"""Called like a word that means something else."""
_COMMUNE = frozenset("gemeente dorp buurtschap".split())
_ONE_DOES = frozenset("had heeft kreeg krijgt ligt telt wil".split())
"""What follows 'Huizen' where it is a town; after 'Best' and 'Echt', adverbs, it tells nothing."""
_STREET = re.compile(
    r"(?<!\w)(?P<names>(?:[A-Z][a-zà-ÿ]+\s)?[A-Z][a-zà-ÿ]+"
    r"(?:straat|laan|weg|plein|kade|gracht|markt|singel|dreef|steeg|plantsoen))(?=\s\d{1,3}\b)"
)
"""'Turfmarkt 147'."""
_AFFAIR = re.compile(r"(?<![\w-])[A-Z][a-zà-ÿ]{3,}gate(?![\w-])")
"""'Dieselgate', called after Watergate."""
_PLACE_ENDING = re.compile(
    r"..(?:beek|berg|broek|burg|dam|dijk|dorp|drecht|horst|hout|hoven|huizen|kerk|laan|(?<!akk)oord|plein"
    r"|polder|stede|straat|veen|wolde|woude|zijl)$"
)
_VILLAGE_ENDING = re.compile(r"..(?:hoek|hoop|kerke|loon|poort|rijs|schans|schoot|stad|waard)$")
"""Telling only where a place is looked for."""
_SURNAME = (
    rf"(?=[A-Z])(?:{ANY_SURNAME_PREFIX}\s)*"
    rf"[A-Z][^\W\d_]+(?:[-’'](?:{ANY_SURNAME_PREFIX}\s)*[^\W\d_]+)*"
)
_ASIDE = r"\s*\([^()]*\)"
_FIRST = rf"[A-Z][a-zà-ÿ]+\s(?:{SURNAME_PREFIX}\s)*"
_MEMBER = rf"(?:{_FIRST}{_SURNAME}{_ASIDE}|{_SURNAME}(?:{_ASIDE})?)"
_MEMBERS = re.compile(
    rf"\b(?:leden|heren|dames|mrs\.)\s+(?P<names>{_MEMBER}(?:(?:,\s*|,?\s+en\s+){_MEMBER})*)"
)
"""'de leden Inge van Dijk (CDA) en Van der Plas (BBB)', 'mrs. Bakker en De Jong': whatever stands
in the list is a name."""
_OF_PARTY = re.compile(
    rf"(?P<names>{_SURNAME})(?=\s?\((?P<party>{'|'.join(map(re.escape, parties()))})\))"
)
"""'Vijlbrief (D66)'."""
_INITIALS = re.compile(
    rf"(?<![\w.])(?!(?:[NBC]\.V|U\.[KNS]|S\.A)\.)(?:[A-Z][a-z]?\.\s?){{2,}}"
    rf"(?:{SURNAME_PREFIX}\s)*(?P<names>{_SURNAME})"
)
"""'C.C.J. Veldkamp': a field and a camp anywhere else. 'N.V.' is no person."""
_OF_M = re.compile(rf"(?<![\w.])(?P<name>M\.\s?(?:{SURNAME_PREFIX}\s)*{_SURNAME})")
"""'M. Bakker', who is no Mr Baker."""
_TITLED = re.compile(
    rf"\b(?:[Pp]rof|[Dd]r|[Ii]r|[Ii]ng|[Dd]rs|[Mm]r)\.\s(?:[A-Z][a-z]?\.\s?)*"
    rf"(?:{SURNAME_PREFIX}\s)*(?P<names>{_SURNAME})"
)
"""'prof. dr. H. Jansen-Bakker'."""
_CALLED_AFTER = re.compile(
    r"\b(?:[Mm]oties?|[Aa]mendement(?:en)?|[Kk]abinet|[Rr]apport|[Ww]et|[Ww]etsvoorstel"
    rf"|[Ii]nitiatiefwet|[Ww]erkgroep|[Pp]lan|[Zz]aak|[Aa]ffaire"
    r"|[Cc]ommissie|[Ff]ractie|[Gg]roep|[Ll]ijst)-"
    rf"(?P<names>{_SURNAME}(?:/{_SURNAME})*)"
)
"""'de motie-Jansen', 'de motie-Van Dijk/Bakker'."""
_MOVED_BY = re.compile(
    rf"\b(?:[Mm]oties?|[Aa]mendement(?:en)?)\s(?!Kamer|Tweede\b|Eerste\b|\w*wet\b|Europese)"
    rf"(?P<names>{_SURNAME}(?:(?:/|,\s|\sen\s){_SURNAME})*)"
)
"""'de motie Van Wijngaarden en Stoffer'."""
_MINISTER = re.compile(
    rf"\b(?:[Mm]inister|[Ss]taatssecretaris|[Pp]remier|[Pp]resident|[Bb]urgemeester)\s"
    rf"(?P<names>{_SURNAME}(?:\s{_SURNAME}|\s(?:{SURNAME_PREFIX}\s)+[A-Z]\w+(?=\s?[(,.;:]|$))?)"
)
_PREFIXED = re.compile(
    rf"(?:(?<![\w.])(?:[A-Z][a-z]?\.\s?)+|\b(?:[Hh]eer|[Mm]evrouw|[Mm]evr\.|[Mm]w\.|[Dd]hr\.)\s)"
    rf"(?P<name>(?:te[nr]?|(?:in|op|uit|aan|bij)\s(?:de[nr]?|het|['’]t)|Kleine?|Gro(?:ot|te)|Oude|Nieuwe"
    rf"|Lange|Korte|Jonge|Wilde|Rode|Zwarte)\s{_SURNAME})"
)
"""'P. ten Hove', 'S. in ’t Veld', 'M. Kleine Koerkamp': words that a model translates."""
_SHIP = re.compile(r"\b(?:HNLMS|[ZH]r\.\s?Ms\.)\s(?P<names>[A-Z][a-zà-ÿ]+(?:\s[A-Z][a-zà-ÿ]+)*)")
"""'Zr.Ms. Evertsen'."""
_NAMED = (
    _MEMBERS,
    _CALLED_AFTER,
    _MOVED_BY,
    _MINISTER,
    _INITIALS,
    _TITLED,
    _OF_PARTY,
    _STREET,
    _SHIP,
)
_YEAR = re.compile(r"(?<![\w.,–-])\d{4}(?:[–-]\d{4})?(?![\d_–-]|[.,]\d)")
_SECTION = re.compile(
    r"(?<![\w.,–-])\d{1,3}(?:\.\d{1,3})?(?!de|km|kg|cm|mm|ha|ml|mg)[a-z]{2}(?![\w-])"
)
"""'15af', where the text speaks of articles."""
_OF_ARTICLES = re.compile(r"\bart(?:ikel(?:en)?|\.)\s\d", re.IGNORECASE)
_SIGN = re.compile(r"(?<=\s)\|(?=\s)|(?<![^\s(])(?:\+/[-–]|±)(?=\s?\d)")
"""A bar between words, and 'about' before a number."""
_PART = re.compile(r"[^\W\d_](?:[^\W\d_A-Z]*)")
_GLUED = re.compile(r"[A-Z]{2,}[a-z]{2,}")
_MANY = re.compile(r"([A-Z][A-Z0-9]+)['’]?s")
"""'NDC's', 'NDCs': abbreviations in the plural."""
_APOSTROPHE = re.compile(r"(?<=[A-Z0-9])['’]s$")
_NO_NOUN = re.compile(
    r"\W*$|[.,;:?!)]|\s(?:van|in|op|met|en|of|die|dat|voor|door|te|om|aan|bij|naar|tot|uit|als|per"
    r"|is|zijn|was|waren|worden|wordt|werden|kunnen|moeten|mogen|zullen|hebben|heeft|niet)\b"
)
"""After 'KPMG's' there would be one."""
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


def names(text: str, taken: Sequence[TermMatch] = ()) -> list[Span]:
    """Spans of the names, years and dates in `text` that are to be copied, in order, none
    overlapping a match in `taken`.
    """
    found: list[Span] = []
    people = set(_people(text))
    lost = cuts(text)
    signs = [hit.span() for hit in _SIGN.finditer(text)]
    signs += [
        hit.span()
        for hit in _YEAR.finditer(text)
        if hit.end() in lost or not text[hit.end() :][:1].isalpha()  # '2026–2027gaat'
    ]
    if _OF_ARTICLES.search(text):
        signs += [hit.span() for hit in _SECTION.finditer(text) if hit.end() - 2 not in lost]
    others = [
        span
        for span in (*_runs(text), *signs)
        if not any(overlap(span, person) for person in people)
    ]
    for start, end in sorted([*people, *others], key=lambda span: (span[0], -span[1])):
        within = bool(found) and start < found[-1][1]  # 'Hove' in 'ten Hove'
        if within or any(match.overlaps(start, end) for match in taken):
            continue
        beside = found and text[found[-1][1] : start] == " "
        if beside and text[start].isalpha() and text[found[-1][0]].isalpha():
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def copies(name: str) -> tuple[str, ...]:
    """How English writes a name that is copied, the likeliest first: 'NDC's' in the plural is
    'NDCs'.
    """
    plain = _APOSTROPHE.sub("s", name)
    return tuple(dict.fromkeys((plain, name, *([plain[:-1]] if plain != name else ()))))


def _people(text: str) -> Iterator[Span]:
    """Surnames that follow initials or an office, or stand in a list of members or before a party,
    with that party, people by first name and surname, the streets of addresses, affairs, and
    names that are kept whole; some twice.
    """
    for either in (_PREFIXED, _OF_M):
        yield from (hit.span("name") for hit in either.finditer(text))
    yield from whole_names(text)
    yield from (hit.span() for hit in _AFFAIR.finditer(text))
    for hit in _OF_PARTY.finditer(text):
        if any(letter.islower() for letter in hit["party"]):  # 'D66' comes through anyway
            yield hit.span("party")
    for pattern in _NAMED:
        for hit in pattern.finditer(text):
            bare = re.sub(r"\([^()]*\)", lambda aside: " " * len(aside.group()), hit["names"])
            for name in re.finditer(_SURNAME, bare):
                plain = fold(name.group().split()[-1])
                second = pattern is _MINISTER and name.start()
                if plain not in PORTFOLIOS and not (second and zipf(plain, "nl") >= _EVERYWHERE):
                    yield hit.start("names") + name.start(), hit.start("names") + name.end()


def _runs(text: str) -> Iterator[Span]:
    words = list(_words(text))
    alone = is_person(text)
    after_title = False
    for number, hit in enumerate(words):
        word = hit.group()
        before = words[number - 1].group() if number else ""
        after_title = (
            before.lower() in _BEFORE_PERSON and not _NO_TITLE.search(text, 0, hit.start())
        ) or (
            after_title
            and (before.lower() in SURNAME_PREFIXES or _joined(text, words[number - 1], hit))
        )
        if not word[0].isupper():
            continue
        if opens(text, hit.start()) and word[1:].islower():
            after = words[number + 1].group() if number + 1 < len(words) else ""
            town = word.lower() in _TOWNS - {"best", "echt"} and after in _ONE_DOES
            fits = town or opens_with_name(word)
        else:
            before = before.lower()
            like_a_place = before in _BEFORE_PLACE or bool(_PLACE_ENDING.search(word))
            many = _MANY.fullmatch(word)
            if many and ("'" not in fold(word) or _NO_NOUN.match(text, hit.end())):
                fits = is_name(many[1])
            else:
                fits = is_name(word) or (like_a_place and is_place(word)) or _is_town(word, before)
        if alone or after_title or fits:
            yield hit.span()


def _words(text: str) -> Iterator[re.Match[str]]:
    for start, end in itertools.pairwise([0, *cuts(text), len(text)]):
        yield from WORD.finditer(text, start, end)


def _joined(text: str, before: re.Match[str], hit: re.Match[str]) -> bool:
    """Whether two capitalised words stand side by side."""
    return before.group()[0].isupper() and text[before.end() : hit.start()] == " "


def is_person(text: str) -> bool:
    """Whether the whole text is one person's name, as under a letter ('D.M. van Weel')."""
    if _INITIALS.fullmatch(text.strip()):
        return True
    words = [hit.group() for hit in WORD.finditer(text)]
    longer = [word for word in words if len(word) > 1 and word not in SURNAME_PREFIXES]
    return (
        2 <= len(words) <= 6
        and (len(longer) > 1 or (len(longer) == 1 and zipf(longer[0].lower(), "nl") < _IN_USE))
        and not set(text) - set(" .-’'") - set("".join(words))
        and text.strip()[-1:].isalpha()
        and all(word[0].isupper() for word in longer)
        and not any(word.isupper() for word in longer)
        and any(zipf(word.lower(), "nl") < _RARE + 1 for word in longer)
        and not any(parts(word.lower()) for word in longer)
        # Without initials or the like it may be a heading: 'Situatie Gaza'.
        and (len(longer) < len(words) or not _is_dutch_word(longer[0].lower()))
    )


def _is_dutch_word(plain: str) -> bool:
    """Whether a dictionary has the word, and English text does not have it as often ('mark')."""
    return is_known(plain) and zipf(plain, "en") < zipf(plain, "nl")


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
    if fold(word) in translated_places():
        return False
    if english > 0 and english >= dutch - _CLOSE:
        # A common word that both languages have needs no help.
        return dutch < _COMMON
    abroad = _ABROAD <= english < _COMMON and dutch - _AT_HOME <= english and dutch < _FAMOUS
    if abroad and not short:
        # 'Heerenveen': no Dutch word, and English text speaks of it now and then.
        return not (
            is_known(plain) or parts(plain) or _DUTCH_ENDING.search(plain) or _GLUED.match(word)
        )
    if dutch >= _RARE or _DUTCH_ENDING.search(plain):
        return False
    pieces = [word] if short else _PART.findall(word)
    return not _GLUED.match(word) and not any(map(_is_dutch, pieces))


def opens_with_name(word: str) -> bool:
    """Whether the word with which a sentence opens, capital or not, is such a name: English text
    has it at least as often as Dutch text, and no Dutch dictionary has it.
    """
    plain = word.lower()
    dutch, english = zipf(plain, "nl"), zipf(plain, "en")
    return (
        len(word) > 3
        and set("'’").isdisjoint(word)
        and not _is_possessive(plain)
        and english >= max(dutch, _SEEN)
        and dutch < _COMMON
        and fold(word) not in translated_places()
        and not is_known(plain)
        and not _DUTCH_ENDING.search(plain)
    )


@lru_cache(maxsize=65536)
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
        or fold(word) in translated_places()
        or _is_possessive(plain)
        or is_known(plain)
        or (parts(plain) and not (_PLACE_ENDING.search(plain) or _VILLAGE_ENDING.search(plain)))
        or _DUTCH_ENDING.search(plain)
        or _GLUED.match(word)
    )


def _is_town(word: str, before: str) -> bool:
    """Whether it is a town, by the word before, though a dictionary has it ('in Huizen')."""
    if not word[1:].islower() or fold(word) in translated_places():
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
    if zipf(plain, "nl") >= _RARE or is_known(plain) or parts(plain):
        return True
    # A longer compound, or words that lost the space between them as in text taken from a PDF. Many
    # a name ends like a word of three letters ('Infrabel', 'Lauwersoog'): only the commonest count.
    return any(
        zipf(plain[i:], "nl") >= (_IN_USE if i < len(plain) - 3 else _EVERYWHERE)
        and (zipf(plain[:i], "nl") >= _IN_USE or (i > 3 and _is_dutch(plain[:i])))
        for i in range(3, len(plain) - 2)
    )
