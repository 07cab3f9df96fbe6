"""People whom a text calls by first name or office and surname: in 'Sophie Klein', 'hoogleraar
Koning' and 'dr. Zwart' no word is what a dictionary or a glossary says of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

from vertaal.dates import DUTCH_MONTH
from vertaal.glossary.compounds import halves
from vertaal.glossary.dutch import fold
from vertaal.glossary.gluing import words
from vertaal.glossary.starter import is_translated_place
from vertaal.types import Span
from vertaal.words import (
    ANY_SURNAME_PREFIX,
    PORTFOLIOS,
    SURNAME_PREFIX,
    SURNAME_PREFIXES,
    WORD,
    is_known,
)

_WORDS_TOO = frozenset(("Ad", "Bas", "Ben", "Frans", "Job", "Lies", "Max"))
"""'Het Frans Openbaar Ministerie': first names where no dictionary has the next word."""
_NO_SURNAME = re.compile(
    r"(?:academie|bank|centrum|college|fonds|hogeschool|(?:zieken|\b)huis|instituut|ische?|kliniek"
    r"|museum|prijs|school|stadion|station|stichting|theater|universiteit|vereniging|ië)$"
    rf"|(?:duits|engels|frans|nederlands|spaans|turks|vlaams|{DUTCH_MONTH})$"
)
"""How what is called after somebody ends: 'Emma Kinderziekenhuis'."""
_OFFICES = (
    "advocaat ambassadeur arts broers burgemeester cardioloog chirurg coach collega columnist "
    "commissaris criminoloog curator dames deskundige directeur econoom familie fractieleider "
    "gedeputeerde gemeenteraadslid generaal gezin gouverneur heer heren historicus "
    "hoofdofficier hoogleraar informateur inspecteur journalist journaliste jurist kamerlid "
    "kolonel lector leden lijsttrekker mevrouw minister officier ondernemer onderzoeker "
    "onderzoekster parlementariër politicoloog premier presentator president professor "
    "psychiater psycholoog raadslid rapporteur rector secretaris senator slachtoffer "
    "socioloog statenlid topman topvrouw trainer verdachte viroloog voorzitter wetenschapper "
    "wethouder wijlen woordvoerder zussen"
).replace(" ", "|")
_TITLES = r"(?:[Pp]rof|[Dd]r|[Mm]r|[Ii]r|[Dd]rs|[Ii]ng|[Dd]hr|[Mm]w|[Mm]evr)\."
_CALLED = re.compile(
    rf"(?:\b(?i:\w*(?:{_OFFICES}))\s|(?P<short>\b{_TITLES}\s(?:[A-Z][a-z]?\.\s?)*))(?P<name>"
    rf"(?P<prefix>{ANY_SURNAME_PREFIX}(?:\s{SURNAME_PREFIX})*\s)?"
    rf"(?P<last>[A-Z][^\W\d_]+(?:-(?:{ANY_SURNAME_PREFIX}\s)*[A-Z][^\W\d_]+)*))(?![\w-])"
)
"""Behind an office a name is a word that is in use as a surname, or one with a prefix in capitals;
behind a short title any word is, and any prefix: 'prof. dr. H. van der Klein-Bakker'."""
_PREFIXED = re.compile(
    rf"(?<=[a-zà-ÿ,]\s)(?P<prefix>Van|De|Den|Ter|Ten)(?P<more>(?:\s{SURNAME_PREFIX})*)\s"
    r"(?P<last>[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)*)(?![\w-])"
)
"""Inside a sentence only a surname without a first name has a prefix in capitals."""
_NOUNS_TOO = frozenset(
    (
        "Berg Bij Blauw Bloed Bloem Bok Boom Bos Boter Brand Breed Brink Bron Brood Brug Bruin "
        "Dam Dik Donker Dood Doorn Dun Duur Eiland Emmer Ezel Fluit Geel Glas Goud Grijs Groen "
        "Groot Haar Hand Heide Heilig Helder Hemel Hert Hoek Hol Hond Hoog Hoorn Hout Huis Kat "
        "Kelder Klei Klein Kleine Klooster Konijn Kop Koper Kort Korte Kroon Lang Lange Last "
        "Lente Lied Ligt Lijn Luik Lust Maan Maat Meer Molen Muis Muur Nacht Nieuwkoop Noot Olie "
        "Oosten Oud Oude Paard Paas Pen Plank Poel Put Ring Rol Rood Ruig Schaap Scherp Schoon "
        "Slot Snel Spek Spiegel Spin Staal Stap Steen Sterk Stier Stok Storm Stroo Tol Touw Trap "
        "Tuin Twist Vader Veld Vlag Vlam Vloed Voet Vogel Vorst Vreugde Vrolijk Vroom Vuur Wand "
        "Wijn Wijs Wild Wilde Wind Winkel Winter Wit Wolf Woud Zaal Zand Zilver Zoet Zomer Zon "
        "Zoon Zwart"
    ).split()
)
"""Surnames that have a capital as something else as well: 'Natuur en Bos', 'Rood en Groen'."""
_ROYAL = frozenset(
    "Bisschop Graaf Graf Heer Hertog Kapitein Keizer Koning Kroon Paus Prins Ridder".split()
)
"""With an article no surnames."""
_OPENING = re.compile(
    rf"(?:De|Van)(?:\s{SURNAME_PREFIX})*\s(?P<last>[A-Z][a-zà-ÿ]+)(?![\w-])(?=\s[a-zà-ÿ]|,)"
)
"""'De Vries zegt' at the beginning of a sentence, where the article of a noun has a small one."""
_SAYING = re.compile(
    r"\s(?:zei|zegt|stelt|stelde|vindt|vond|vroeg|vraagt|noemt|noemde|schrijft|schreef|meent|denkt"
    r"|dacht|ontken\w+|verklaar\w+|antwoord\w*|reage\w+|bevestig\w+|erken\w+|benadruk\w*|wil|wilde)\s"
    rf"|\sen\s(?:{SURNAME_PREFIX.title()}\s)?[A-Z]"
)
"""What follows a name, and no noun without article: 'Bakker ontkent dat', 'Bakker en De Jong'."""
_DETERMINER = re.compile(
    r"(?:\w+e|het|een|dit|dat|mijn|zijn|haar|hun|uw|ons|elk|ieder|geen|den|der)$"
)
"""Before a noun that has a capital by itself: 'de Koning', 'onze Koning', 'oude Molen'."""
_INITIAL = re.compile(r"\s[A-Z]\.(?!\w|\s?[A-Z])")
"""'Willem H.', as suspects are named."""
_GENITIVE = re.compile(r"['’]s?$")


@lru_cache(maxsize=4096)
def people(text: str) -> tuple[Span, ...]:
    """Where `text` names somebody, in order: 'Anne Marie van der Gaag', 'Koning' as a professor."""
    found: list[Span] = []
    ways = (_by_first_name, _by_office, _by_prefix, _by_place)
    for span in sorted(span for way in ways for span in way(text)):
        if not found or span[0] >= found[-1][1]:
            found.append(span)
    return tuple(found)


def _by_office(text: str) -> Iterator[Span]:
    for hit in _CALLED.finditer(text):
        prefixed = hit["prefix"] and (hit["short"] or hit["prefix"][0].isupper())
        listed = hit["last"] in _table("surnames") and not hit["prefix"]
        anybody = hit["short"] and fold(hit["last"]) not in PORTFOLIOS
        if prefixed or listed or anybody:
            yield hit.span("name")


def _by_prefix(text: str) -> Iterator[Span]:
    for hit in _PREFIXED.finditer(text):
        plain = fold(hit["last"])
        # 'De' is the article of newspapers and, by mistake, of offices.
        strange = not is_known(plain) and (
            hit["prefix"] == "Van" or not (halves(plain) or plain.endswith(("ing", "se", "sche")))
        )
        certain = hit["more"] or hit["last"] in _table("surnames") or strange
        if certain and not _is_something_else(plain):
            yield hit.span()


def _by_place(text: str) -> Iterator[Span]:
    """Words in use as surnames that stand where no noun would: inside a sentence with a capital and
    without an article, before a verb of saying, or behind an article that has a capital too.
    """
    surnames = _surnames_alone()
    before = ""
    for word in WORD.finditer(text):
        if word[0] in surnames and before:
            gap = text[word.start() - 2 : word.start()]
            listed = gap == ", "
            inside = listed or (before[0].islower() and gap[0].isalnum() and gap[1] == " ")
            title = text[word.end() : word.end() + 2].strip().isupper()  # 'van Koning Filip'
            if inside and not title and (listed or not _DETERMINER.match(before)):
                yield word.span()
        elif word[0] in surnames and not word.start() and _SAYING.match(text, word.end()):
            yield word.span()
        before = word[0]
    hit = _OPENING.match(text)
    if hit and hit["last"] in _table("surnames") - _ROYAL:
        yield hit.span()


def _by_first_name(text: str) -> Iterator[Span]:
    found = list(words(text))
    done = 0
    for at, word in enumerate(found):
        if at < done or (at and found[at - 1][0] == "Sint"):
            continue
        last = at
        while _is_first_name(found[last][0]):
            after = _after_prefixes(text, found, last)
            if after is None or not _is_surname(found[last][0], found[after][0]):
                break
            last = after
        initial = last == at and _is_first_name(word[0]) and _INITIAL.match(text, word.end())
        if last > at or initial or ("-" in word[0] and _is_first_name(word[0])):
            done = last + 1
            yield word.start(), found[last].start() + len(_GENITIVE.sub("", found[last][0]))


def _is_first_name(word: str) -> bool:
    """Whether the list has `word`, or both its parts: 'Willem-Alexander', a name by itself."""
    return word in _table("given_names") or (
        "-" in word and all(part in _table("given_names") for part in word.split("-"))
    )


def _after_prefixes(text: str, words: list[re.Match[str]], at: int) -> int | None:
    """The word that follows with nothing but the prefixes of a surname between."""
    for after in range(at + 1, len(words)):
        if text[words[after - 1].end() : words[after].start()] != " ":
            return None
        if words[after][0].lower() not in SURNAME_PREFIXES:
            return after
    return None


def _is_something_else(plain: str) -> bool:
    """Whether a word with a capital is a place, a portfolio, or an institution."""
    odd = is_translated_place(plain) or plain in PORTFOLIOS
    return odd or _NO_SURNAME.search(plain) is not None


def _is_surname(first: str, last: str) -> bool:
    """Whether a word can be the surname behind a first name."""
    last = _GENITIVE.sub("", last)
    plain = fold(last)
    if len(last) < 2 or not last[0].isupper() or last.isupper() or _is_something_else(plain):
        return False
    return first not in _WORDS_TOO or not is_known(last.lower())


@cache
def _surnames_alone() -> frozenset[str]:
    return _table("surnames") - _NOUNS_TOO


@cache
def _table(name: str) -> frozenset[str]:
    table = resources.files("vertaal.glossary").joinpath(f"{name}.txt").read_text("utf-8")
    return frozenset(table.split())
