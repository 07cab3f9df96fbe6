"""Names, years, dates and bars that the model should copy: shown to it, and held to by `held`.

A small model turns a name that it has never seen into another ('Kuzu' → 'Kuss').
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vertaal.glossary.compounds import halves
from vertaal.glossary.dutch import fold
from vertaal.glossary.gluing import cuts, opens, words
from vertaal.glossary.naming import whole_names
from vertaal.glossary.starter import parties
from vertaal.translation.proper_nouns import is_name, is_name_behind, opens_with_name
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

_BEFORE_PERSON = frozenset("lid heer mevrouw mevr mw dhr kamerlid minister-president".split())
_NO_TITLE = re.compile(
    r"\b(?:[^\W\d_]+(?:ste|de)|\d+e)\s+lid,?\s+$|(?:[,;:]|\d\w*)\s+$", re.IGNORECASE
)
"""'Het eerste lid van de wet' is no member, nor 'lid 2 van het Burgerlijk Wetboek'."""
_STREET = re.compile(
    r"(?<!\w)(?P<names>(?:[A-Z][a-zà-ÿ]+\s)?[A-Z][a-zà-ÿ]+"
    r"(?:straat|laan|weg|plein|kade|gracht|markt|singel|dreef|steeg|plantsoen))(?=\s\d{1,3}\b)"
)
"""'Turfmarkt 147'."""
_AFFAIR = re.compile(r"(?<![\w-])[A-Z][a-zà-ÿ]{3,}gate(?![\w-])")
"""'Dieselgate', called after Watergate."""
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
_MANY = re.compile(r"([A-Z][A-Z0-9]+)['’]?s")
"""'NDC's', 'NDCs': abbreviations in the plural."""
_APOSTROPHE = re.compile(r"(?<=[A-Z0-9])['’]s$")
_NO_NOUN = re.compile(
    r"\W*$|[.,;:?!)]|\s(?:van|in|op|met|en|of|die|dat|voor|door|te|om|aan|bij|naar|tot|uit|als|per"
    r"|is|zijn|was|waren|worden|wordt|werden|kunnen|moeten|mogen|zullen|hebben|heeft|niet)\b"
)
"""After 'KPMG's' there would be one."""
# Zipf scale: log10 of occurrences per thousand million words.
_IN_USE, _COMMON, _EVERYWHERE = 3.7, 4.0, 5.0


def names(text: str, taken: Sequence[TermMatch] = ()) -> list[Span]:
    """Spans of the names, years and dates in `text` that are to be copied, in order, none
    overlapping a match in `taken`.
    """
    found: list[Span] = []
    certain = set(_certain(text))
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
        span for span in (*_runs(text), *signs) if not any(overlap(span, each) for each in certain)
    ]
    for start, end in sorted([*certain, *others], key=lambda span: (span[0], -span[1])):
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


def _certain(text: str) -> Iterator[Span]:
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
    found = list(words(text))
    alone = is_person(text)
    after_title = False
    for number, hit in enumerate(found):
        word = hit.group()
        before = found[number - 1].group() if number else ""
        after_title = (
            before.lower() in _BEFORE_PERSON and not _NO_TITLE.search(text, 0, hit.start())
        ) or (
            after_title
            and (before.lower() in SURNAME_PREFIXES or _joined(text, found[number - 1], hit))
        )
        if not word[0].isupper():
            continue
        many = _MANY.fullmatch(word)
        if opens(text, hit.start()) and word[1:].islower():
            after = found[number + 1].group() if number + 1 < len(found) else ""
            fits = opens_with_name(word, after)
        elif many and ("'" not in fold(word) or _NO_NOUN.match(text, hit.end())):
            fits = is_name(many[1])
        else:
            fits = is_name_behind(before.lower(), word)
        if alone or after_title or fits:
            yield hit.span()


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
        and any(zipf(word.lower(), "nl") < _COMMON for word in longer)
        and not any(halves(word.lower()) for word in longer)
        # Without initials or the like it may be a heading: 'Situatie Gaza'.
        and (len(longer) < len(words) or not _is_dutch_word(longer[0].lower()))
    )


def _is_dutch_word(plain: str) -> bool:
    """Whether a dictionary has the word, and English text does not have it as often ('mark')."""
    return is_known(plain) and zipf(plain, "en") < zipf(plain, "nl")
