"""Names that hold a place or a body: in 'Buurtzorg Nederland' the country is not spoken of, and
whoever keeps the name is right to keep it whole."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from vertaal.glossary.dutch import Token, fold
from vertaal.glossary.entries import Entry
from vertaal.glossary.people import people
from vertaal.glossary.readings import AUXILIARIES, BEFORE_INFINITIVE
from vertaal.glossary.starter import is_translated_place
from vertaal.spacing import squeeze
from vertaal.types import Span
from vertaal.words import SURNAME_PREFIXES, is_known, zipf

# Nouns that make a name with a place behind them.
_BODIES = frozenset(
    "academie bank centrum club coalitie federatie fonds gerechtshof hogeschool instituut "
    "luchthaven museum netwerk orkest platform rechtbank station stichting theater universiteit "
    "vereniging werkgroep ziekenhuis".split()
)
# Nouns and titles that leave the place beside them what it is.
_TRANSPARENT = frozenset(
    "ambassade burgemeester commissie deelstaat eiland eilanden gebied gemeente gemeenten "
    "actieprogramma werelderfgoed gasopslag gasveld aanhangsel handelingen kamerbrief kamerstuk "
    "kamerstukken kamervraag kamervragen motie "
    "graafschap hertogdom hof kabinet kamer kamerlid kamerleden kanton keizer koning koningin "
    "koninkrijk land landen lid leden lidstaat lidstaten minister ministerie ministers "
    "parlement partij premier president prins prinses provincie provincies raad regering regio "
    "republiek rijk staat staten staatssecretaris stad steden veiligheidsregio verdrag volk "
    "voorzitter wet zuid noord oost west midden groot klein heel nieuw oud".split()
)
# Who is called so has a name behind the office: 'Eurocommissaris Hoekstra'.
_OFFICES = ("commissaris", "voorzitter", "ombudsman", "parlementarier", "gezant", "rapporteur")
# How places of several words begin; other names of several words are of bodies and offices, and
# stand for themselves beside an acronym or a person ('FOD Buitenlandse Zaken').
_PLACE_OPENINGS = frozenset("abu de den el het la los new saint san sint tel".split())
_FUNCTION = frozenset(
    "aan alle als bij binnen buiten daar dan dat de der den des die dit door een en er ergo "
    "geen haar hebben heeft het hier hoe hun ik in indien is kan kunt maar met mits na naar nabij "
    "niet nu of om omdat ondanks ons onze ook op over per sinds te tegen tenzij toen tot tussen u "
    "uit uw van vanuit via volgens voor waar wanneer want wat we welke wie wij ze zij zijn zo "
    "zowel zullen".split()
)
_BESIDE_WATER = re.compile(
    r"(?<![\w-])(?P<first>[A-Z][a-zà-ÿ]+)\s(?:aan|op|bij|onder|boven)\s"
    r"(?:den\s[A-Z]\w+|(?P<article>(?:de|het|['’]t)\s)?(?:IJssel|Rijn|Maas|Lek|Waal|Vecht|Amstel|Zaan"
    r"|Gouwe|Rotte|Linge|Schie|Eem|Zee|Zoom|Hoef|Werf|Duurstede)(?!\w))"
)
_OF_COUNTRY = re.compile(
    r"(?<=[a-zà-ÿ,(]\s)(?<!\bde\s)(?<!\bhet\s)(?P<first>[A-Z][a-zà-ÿ]+)\sNederland(?!\w)"
)
_SCHOOL = re.compile(
    r"(?<=[\w,(]\s)(?:[A-Z][\w’'-]*\s){1,5}(?<!Geacht\s)(?<!Het\s)(?<!Hoog\s)(?<!Dit\s)(?<!Uw\s)"
    r"(?:[Cc]ollege|Lyceum|Gymnasium)(?![\w-])"
)
"""'Graafschap College'; not the college of mayor and aldermen."""
_UNCOMMON = 4.3
"""Zipf: oftener, a word before 'aan de Maas' is no name ('Bouwen aan de Maas')."""
_ROMAN = re.compile(r"[IVX]+")
_SENTENCE_ENDS = frozenset(".!?:;\"'“”‘’«»()[]")


def whole_names(text: str) -> Iterator[Span]:
    """People by first name or office, schools, places called after where they lie ('Koog aan de
    Zaan', 'Bergen op Zoom'), and bodies that have a common word with a capital before the country
    ('Wandelend Nederland').
    """
    yield from people(text)
    yield from (hit.span() for hit in _SCHOOL.finditer(text))
    for hit in _BESIDE_WATER.finditer(text):
        if not hit["article"] or zipf(hit["first"].lower(), "nl") < _UNCOMMON:
            yield hit.span()
    for hit in _OF_COUNTRY.finditer(text):
        word = fold(hit["first"])
        stands_alone = word in _FUNCTION | _TRANSPARENT or is_translated_place(word)
        if is_known(word) and not stands_alone and not _is_adjective(word):
            yield hit.span()


def is_place_or_body(entry: Entry) -> bool:
    """Whether the entry is a name that can stand in another: capitals, no title or office, no
    acronym, no adjective ('Europese')."""
    words = [word.text for word in entry.words]
    return (
        bool(words)
        and words[0][:1].isupper()
        and words[-1][:1].isupper()
        and not any(word.isupper() for word in words)
        and not any(fold(word) in _TRANSPARENT or fold(word).endswith(_OFFICES) for word in words)
        and (fold(words[0]) in _PLACE_OPENINGS if words[1:] else not _is_adjective(words[0]))
        and all(target[:1].isupper() or target.startswith("the ") for target in entry.expected)
    )


def _is_adjective(word: str) -> bool:
    """A word of nationality, which other names leave what it is ('Europees', 'Franse')."""
    if word.endswith(("isch", "ische", "ees", "aas", "aans")):
        return True
    return word.endswith("se") or (word.endswith("s") and is_known(word + "e"))


def enclosing(
    text: str, tokens: Sequence[Token], first: int, last: int, claimed: Container[int]
) -> str:
    """The name of which `tokens[first:last+1]` is a part, by the words beside it; "" where it
    stands for itself.

    `claimed` are the places of tokens that other entries match: they stand for themselves, too.
    """
    if _is_heading(tokens):
        return ""
    begin, end = first, last
    while begin > 0 and _joins_before(tokens, begin, claimed):
        begin -= 1
    if begin == first == last:
        begin = _van_before(tokens, first, claimed)
    # 'Kan Nederland Boeing aanklagen?': subject and object, side by side.
    inverted = (
        begin == first > 0 and fold(tokens[first - 1].text) in BEFORE_INFINITIVE | AUXILIARIES
    )
    while not inverted and end + 1 < len(tokens) and _joins_after(tokens, end, claimed):
        end += 1
    if (begin, end) == (first, last):
        return ""
    return squeeze(text[tokens[begin].start : tokens[end].end])


def _is_heading(tokens: Sequence[Token]) -> bool:
    """Whether all words have capitals, so that a capital tells nothing."""
    long = [token.text for token in tokens if len(token.text) > 3]
    capitals = sum(word[:1].isupper() for word in long)
    return all(word.isupper() for word in long) or (len(long) > 4 and capitals > 0.7 * len(long))


def _joins_before(tokens: Sequence[Token], at: int, claimed: Container[int]) -> bool:
    here, before = tokens[at], tokens[at - 1]
    word = fold(before.text)
    if here.gap or here.bound_before or not before.text[:1].isupper():
        return False
    opens = at == 1 or bool(_SENTENCE_ENDS & set(before.gap))
    if word in SURNAME_PREFIXES:
        return not opens  # 'staatssecretaris Van Rijn'
    if word in _FUNCTION or word in _TRANSPARENT or len(word) == 1:
        return False
    if word in _BODIES:
        return True
    if at - 1 in claimed or word.endswith(("se", "ische")):
        return False
    # At the beginning of a sentence anything has a capital: only what no dictionary has is a name.
    return not opens or not is_known(word)


def _van_before(tokens: Sequence[Token], at: int, claimed: Container[int]) -> int:
    """'Universiteit van Amsterdam' and 'Martin van Rijn', but not 'Verdrag van Rome'."""
    if at < 2 or tokens[at].gap or tokens[at - 1].gap or tokens[at - 1].text not in ("van", "de"):
        return at
    head = tokens[at - 2]
    word = fold(head.text)
    if not head.text[:1].isupper() or head.text.isupper() or word in _FUNCTION | _TRANSPARENT:
        return at
    # 'De Taliban van Afghanistan' is no person.
    article = at > 2 and fold(tokens[at - 3].text) in ("de", "het", "een")
    person = not article and at - 2 not in claimed and not is_known(word)
    person = person and not _has_title(tokens, at - 2)
    if word in _BODIES or person:
        return at - 2
    return at


def _has_title(tokens: Sequence[Token], at: int) -> bool:
    """'minister Adema van Landbouw': what follows is an office, no surname."""
    return at > 0 and not tokens[at].gap and fold(tokens[at - 1].text) in _TRANSPARENT


def _joins_after(tokens: Sequence[Token], at: int, claimed: Container[int]) -> bool:
    here, after = tokens[at], tokens[at + 1]
    word = fold(after.text)
    return (
        not after.gap
        and not here.bound_after
        and after.text[:1].isupper()
        and len(word) > 1
        and after.text.isalpha()
        and not after.bound_after
        and not _ROMAN.fullmatch(after.text)
        and at + 1 not in claimed
        and word not in _FUNCTION
        and word not in _TRANSPARENT
        and not word.endswith(("se", "ische", "ers"))
    )
