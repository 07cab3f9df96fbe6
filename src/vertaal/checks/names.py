"""Names of people, places, parties and bodies.

A capital alone does not make a name that must be copied: 'Tweede Kamer' and 'Gezondheidsraad' are
translated. Copied are names that a person's title introduces, words that neither a Dutch
dictionary nor a compound of it knows, and abbreviations, but for those with English forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from vertaal.checks.addresses import outside_addresses
from vertaal.checks.issue import Issue
from vertaal.checks.lexicon import dutch_for, exonym, is_compound
from vertaal.glossary.compounds import halves
from vertaal.glossary.dutch import fold
from vertaal.glossary.people import people
from vertaal.glossary.starter import parties as party_names
from vertaal.segmentation.abbreviations import STARTERS
from vertaal.spacing import squeeze
from vertaal.types import Span
from vertaal.words import PORTFOLIOS, SURNAME_PREFIX, is_known

_TOKEN = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*")
_PARTICLE = rf"(?:{SURNAME_PREFIX}|bin|von|du|la|le)"
_NAME = (
    rf"(?:(?:[A-Z][a-z]?\.)+\s*)?(?:{_PARTICLE}\s+){{0,3}}"
    r"[A-Z][^\W\d_]+(?:[-\s][A-Z][^\W\d_]+)*"
)
_PERSONS = re.compile(
    rf"\b(?:lid(?!\s+van\s+(?:de|het)\b)|leden|Kamerlid|Kamerleden|[Hh]eer|heren|dames|[Mm]evrouw|[Mm]evr\.|[Mm]w\.|[Dd]hr\.|mrs?\.|drs\.|dr\.|ir\.|prof\."
    rf"|premier|burgemeester|(?:[Mm]inister|[Ss]taatssecretaris)(?!\s+(?:van|voor)\b)|motie|moties"
    rf"|commissie|amendement|initiatiefnemer)(?:\s+|-)(?:van\s+(?:het\s+lid|de\s+leden)\s+)?"
    rf"(?P<names>{_NAME}(?:(?:,\s+|\s+en\s+|/){_NAME})*)"
)
_INITIALS = re.compile(
    rf"\b(?:[A-Z][a-z]?\.\s?)+(?:{_PARTICLE}\s+){{0,3}}(?P<names>[A-Z][^\W\d_]+)"
)
_PREFIXED = re.compile(
    rf"(?:\b(?:[A-Z][a-z]?\.\s?)+|\b(?:[Hh]eer|[Mm]evrouw|[Mm]w\.|[Dd]hr\.)\s+)"
    rf"(?P<name>(?:(?:{_PARTICLE}|in|op|uit|aan)\s+){{1,3}}[A-Z][^\W\d_]+)"
)
"""The prefixes after initials or a title are of the name: 'mevrouw ter Horst'."""
_IN_BRACKETS = frozenset(("CU", "SP"))
"""Abbreviations that stand for a party in brackets alone."""
_OUTSIDE = (re.escape(name) for name in party_names(kept=True) if name not in _IN_BRACKETS)
_PARTIES = re.compile(
    rf"(?<![\w-])(?:{'|'.join(_OUTSIDE)})(?!\w)|\((?:{'|'.join(sorted(_IN_BRACKETS))})\)"
)
_ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z][A-Za-z]{0,5}")
_RENDERED_WORDS = """
    VN VS VK NAVO IGH EVRM EHRM AVG BTW OM OESO IPCC ICT IT EU EG CAO HR DNA WHO WTO IC ICs IMF ILO
    BZ BZK JenV VWS OCW LNV LVVN EZK EZ IenW SZW VRO AZ KGG AVVN VNVR TK EK WO HBO MBO VWO HAVO VMBO
    PBO SEH OV ID AI OS PV PVs GLB MKB ZZP AOW WW WIA WAO BSN GGZ GGD UWV KLPD ME AP RvS RvdR HvJ
    VWEU VEU IVBPR IVESCR IVRK BBP NOCNSF MH SPV HIV AIDS PTSS LHBTI LHBTIQ LHBTQ LHBT COVID NGO
    NGOs BV NV II III IV VI VII VIII IX XI XII EER EEG PI PIs AB OR BNC FOD FPD SW RED WNB DJI JBZ
    RBZ SG DG SGBO BES VROM OVV OvV CIZ VOG WMO Wmo WLZ Wlz Zvw WOO Woo AMvB APV BOA EMA ECB GW OZB
    PGB Wob WOB Wft VAE NPV SRGR PBM PBMs BBQ PbEU PbEG KML BW WvSr WvSv WVW EP EC EHBO SOA OMT MER
    DNB OVSE RIZIV
"""
_RENDERED = frozenset(_RENDERED_WORDS.split())
"""Abbreviations that English writes otherwise or in full as often as not."""

_IN_CAPITALS = re.compile(r"(?<!\w)[A-ZÀ-Þ]{2,}(?:\s[A-ZÀ-Þ]{2,})+(?!\w)")
_STRESSED = frozenset("aan alle de die dit een en geen het niet nooit of ook van wel".split())
"""No abbreviations, whatever they stand beside: 'dat is NIET zo'."""
_TRANSLATED = frozenset(
    "Kamer Kamers Kamerstuk Tweede Eerste Raad Staat Stcrt President Den".split()
)
_FULL_NAME = re.compile(
    r"\b[A-Z][a-z]+(?:\s\([A-Z][a-z]+\))?(?:\s(?:and|of|for|the|[A-Z][a-z]+))*"
    r"\s(?:Act|Code|Decree|Regulations?|Convention|Treaty|Agency|Authority|Institute|Council|Service"
    r"|Office|Inspectorate|Board|Organisation|Association|Programme|Fund)\b"
    r"|\b(?:Act|Code|Decree|Convention|Treaty|Minister|Ministry|Institute|Association|Authority|Agency"
    r"|Council|Approach|Programme)\s(?:of|on|for|to)\s(?:the\s)?[A-Z]"
)
_DOTTED = re.compile(r"\b([A-Z])\.([A-Z])\.")
"""'U.S.' is the US."""
_BEFORE_OPENING = re.compile(r"\.(?:(?<=\w{3}\.)|(?<=\)\.))\d*$|…$|[^\w\s]['’]$")
_TOO_LONG = 12
"""Letters of a compound that no surname has: 'Commissie Mijnbouwschade'."""
_ITEM = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[-–—•]")
"""What an item of a list begins with."""
_DEMONYM = re.compile(r"(?:s|se|er|ers|aar|aars)$")
_INFLECTED = re.compile(r"(?:se|sche|s|er|ers|aan|anen|tie)$")


def parties(source: str, target: str) -> Iterator[Issue]:
    """Party names are kept as they stand.

    passes: Het lid Kuzu (DENK) en de PVV-fractie → Member Kuzu (DENK) and the PVV group
    fails: Het lid Omtzigt (NSC) → Member Omtzigt (CDA)
    fails: De fractie van GroenLinks → The parliamentary group of the Greens
    """
    ours, theirs = _party_names(source), _party_names(target)
    for name, span in ours.items():
        if name not in theirs and name not in target:
            yield Issue(f"the party '{name}' is not in the target", span)
    for name, span in theirs.items():
        if name not in ours and name not in source:
            yield Issue(f"the party '{name}' is not in the source", None, span)


def _party_names(text: str) -> dict[str, Span]:
    return {match.group().strip("()"): match.span() for match in _PARTIES.finditer(text)}


def names(source: str, target: str) -> Iterator[Issue]:
    """Names of people, places and bodies come through letter by letter, or by their English form
    (Peking: Beijing), and no name stands in the target alone. An abbreviation may become the
    full name of a law or a body.

    passes: De heer J.P. Balkenende sprak in Peking. → Mr J.P. Balkenende spoke in Beijing.
    passes: De Gezondheidsraad en de VN → The Health Council and the UN
    fails: De motie van het lid Omtzigt → The motion by member Omtzicht
    fails: Oeigoeren in Xinjiang → Uyghurs in Tibet
    fails: De VNG en het IPO → The VGN and the IPO
    fails: Doornenburg | 12 → Budapest | 12
    fails: De heer P. ten Hove is lid. → Mr P. aan Hove is a member.
    """
    said = fold(_DOTTED.sub(r"\1\2", target))
    missing = [match for match in _copied(source) if not _stands(fold(match.group()), said)]
    strange = [match for match in _unknown_english(target) if not _in_source(match, source)]
    for match in missing:
        name = match.group()
        near = next((other for other in strange if _alike(name, other.group())), None)
        if near is None:
            others = _capitalised(target)
            near = next((one for one in others if _misspelt(name, one.group(), source)), None)
        if near:
            strange = [other for other in strange if other.span() != near.span()]
            yield Issue(f"'{name}' became '{near.group()}'", match.span(), near.span())
        elif not (_ACRONYM.fullmatch(name) and _written_out(source, target)):
            yield Issue(f"the name '{name}' is not in the target", match.span())
    yield from _prefixes(source, said)
    for match in _place_names(source, said):
        yield Issue(f"'{match.group()}' is not in the target", match.span())
    for match in _added_places(target, source):
        yield Issue(f"'{match.group()}' is not in the source", None, match.span())
    for match in [one for one in strange if not dutch_for(fold(one.group()))]:
        yield Issue(f"the name '{match.group()}' is not in the source", None, match.span())


def _prefixes(source: str, said: str) -> Iterator[Issue]:
    """Surnames that are in the target without their prefixes."""
    for match in _PREFIXED.finditer(source):
        name = fold(squeeze(match["name"]))
        if name not in said and name.split()[-1] in said:
            yield Issue(f"the name '{match['name']}' lost its prefix", match.span("name"))


def _written_out(source: str, target: str) -> bool:
    """May a law or a body that the target names in full stand for an abbreviation: does nothing
    else in the source have a name that is translated, or the target an abbreviation of its own?"""
    others = (one for one in _capitalised(source) if not _ACRONYM.fullmatch(one.group()))
    translated = [one for one in others if one.group() not in target and one.group() != "Wet"]
    strange = [one for one in _capitalised(target) if _ACRONYM.fullmatch(one.group())]
    return (
        not translated
        and all(one.group() in source for one in strange)
        and bool(_FULL_NAME.search(target))
    )


def _stands(name: str, said: str) -> bool:
    """'Ivermectine' may lose its last letter, 'Wagnergroep' become 'Wagner Group'. What is
    misspelt at its end is found as a strange name in the target."""
    return name in said or (len(name) > 7 and name[: max(5, len(name) * 3 // 5)] in said)


@lru_cache(maxsize=8)
def _capitalised(text: str) -> tuple[re.Match[str], ...]:
    """Capitalised words that do not begin a sentence, quotation or address."""
    return tuple(
        match
        for match in outside_addresses(_TOKEN, text)
        if match.group()[0].isupper()
        and (before := text[: match.start()].rstrip())
        and before[-1] not in "?!:"
        and not _ITEM.fullmatch(before)
        and text[match.start() - 1] not in "«“‘„\"'_"
        and not _BEFORE_OPENING.search(before)
    )


def _copied(source: str) -> Iterator[re.Match[str]]:
    """The names in a Dutch text that English copies."""
    named = {token.span() for span in people(source) for token in _with_capital(source, span)}
    persons = named | set(_introduced(source))
    capitals = source.isupper() and len(source.split()) > 1
    shouted = set(_shouted(source))
    for match in _capitalised(source):
        word, span = match.group(), match.span()
        hyphened = source.startswith("-", span[1])
        broken = hyphened and source[span[1] + 1 : span[1] + 2].islower()
        stressed = word.isupper() and word.lower() in _STRESSED
        if (broken or stressed or span in shouted) and span not in persons:
            continue
        if exonym(word) and span not in named:
            continue
        if capitals:
            copied = _unknown_dutch(word.title())  # Any word looks like an abbreviation.
        elif _ACRONYM.fullmatch(word):
            copied = word not in _RENDERED and not hyphened
        else:
            copied = span in persons or _unknown_dutch(word)
        if copied:
            yield match


def _introduced(source: str) -> Iterator[Span]:
    """The words of names that a title, an office or initials introduce."""
    for pattern in (_PERSONS, _INITIALS):
        for found in pattern.finditer(source):
            for token in _with_capital(source, found.span("names")):
                word = token.group()
                common = word in _TRANSLATED or word.lower() in STARTERS or fold(word) in PORTFOLIOS
                if len(word) > 2 and not common:
                    yield token.span()


def _with_capital(text: str, span: Span) -> Iterator[re.Match[str]]:
    return (token for token in _TOKEN.finditer(text, *span) if token.group()[0].isupper())


def _shouted(source: str) -> Iterator[Span]:
    """The Dutch words of a phrase in capitals: 'Aan DE MINISTER VAN JUSTITIE'."""
    for run in _IN_CAPITALS.finditer(source):
        found = _TOKEN.finditer(source, *run.span())
        words = [word for word in found if is_known(word.group().lower(), "nl")]
        if len(words) > 2 or any(len(word.group()) > 4 for word in words):
            yield from (word.span() for word in words)


def _unknown_dutch(word: str) -> bool:
    lower = word.lower()
    if len(word) < 4 or not word[1:].islower() or _INFLECTED.search(lower) or word in _TRANSLATED:
        return False
    compound = is_compound(lower) or (len(lower) >= _TOO_LONG and halves(lower))
    return not (is_known(lower, "nl") or is_known(lower, "en") or compound)


def _unknown_english(target: str) -> list[re.Match[str]]:
    return [
        match
        for match in _capitalised(target)
        if len(match.group()) > 3
        and match.group()[1:].islower()
        and not any(is_known(form, "en") for form in _forms(match.group()))
    ]


def _forms(word: str) -> tuple[str, ...]:
    lower = word.lower()
    return (lower, word, *(lower.removesuffix(ending) for ending in ("s", "an", "ian")))


def _in_source(match: re.Match[str], source: str) -> bool:
    """Is the word in the source, perhaps inflected, glued, or as the form of an exonym there?"""
    word, said = fold(match.group()), fold(source).replace("-", "")
    if word in said or (len(word) > 5 and word[:-1] in said):
        return True
    copied = {token.group() for token in _copied(source)}
    tokens = [token.group() for token in _TOKEN.finditer(source) if token.group() not in copied]
    demonyms = [fold(_DEMONYM.sub("", token)) for token in tokens if _DEMONYM.search(token)]
    return any(word.startswith(stem) for stem in demonyms if len(stem) > 3) or any(
        word.startswith(exonym(token)) for token in tokens if exonym(token)
    )


def _alike(name: str, other: str) -> bool:
    return DamerauLevenshtein.normalized_similarity(fold(name), fold(other)) >= 0.6


def _misspelt(name: str, other: str, source: str) -> bool:
    distance = DamerauLevenshtein.distance(fold(name), fold(other))
    return distance <= (1 if len(name) < 6 else 2) and fold(other) not in fold(source)


def _place_names(source: str, said: str) -> Iterator[re.Match[str]]:
    """Places and peoples in the source of which the target has neither form."""
    words = re.findall(r"[^\W\d_]+", said)
    for match in [*_opening(source), *_capitalised(source)]:
        stems = exonym(match.group())
        # Short ones are mostly names of people as well; 'Haag' is none.
        short = len(match.group()) < 5 and match.group() != "Haag"
        copied = short or fold(match.group())[:5] in said
        if stems and not copied and not any(word.startswith(stems) for word in words):
            yield match


def _opening(source: str) -> list[re.Match[str]]:
    """The first words of sentences and quotations that can only be names: 'Nederland', not
    'Indien'."""
    inside = {match.span() for match in _capitalised(source)}
    return [
        match
        for match in _TOKEN.finditer(source)
        if match.group()[0].isupper()
        and match.span() not in inside
        and match.group().lower() not in STARTERS
        and len(match.group()) > 5
    ]


def _added_places(target: str, source: str) -> Iterator[re.Match[str]]:
    """Places and peoples in the target for which nothing in the source stands."""
    said = fold(source).replace("-", "")
    for match in [*_opening(target), *_capitalised(target)]:
        word = fold(match.group())
        dutch = dutch_for(word)
        if not dutch or any(stem in said for stem in dutch):
            continue
        if not re.search(rf"\b{word[:4]}", said):
            yield match
