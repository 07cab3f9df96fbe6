"""Numbers, dates, percentages and money in Dutch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from vertaal.amounts import some_tons, tons
from vertaal.checks.atoms import (
    Atom,
    Kind,
    Surroundings,
    atoms_of,
    month,
    named,
    numbered,
    share,
    value,
    weekday,
    with_figures,
)
from vertaal.checks.label_atoms import labels, suffixed
from vertaal.checks.shared_atoms import (
    amounts_in_thousands,
    fraction_signs,
    fractions,
    listed,
    marks,
    named_date,
    numeric_dates,
    sections,
    short_years,
)
from vertaal.dates import WEEKDAYS, days_of_months, short_weekdays
from vertaal.glossary.gluing import cuts
from vertaal.numerals import DUTCH_ONES, DUTCH_TENS, cardinal
from vertaal.types import overlap

_MONTHS = numbered(
    "januari|jan februari|feb|febr maart|mrt april|apr mei juni|jun juli|jul augustus|aug "
    "september|sep|sept oktober|okt november|nov december|dec"
)
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:e|ste|de)?\s+)?\b(?P<month>{_MONTH})(?![^\W\d])\.?(?:\s*(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
_GLUED_MONTH = re.compile(
    "|".join(name for name in _MONTHS if len(name) > 4 or name == "juni"), re.IGNORECASE
)
"""In text from PDF that lost its spaces, and in compounds ('Februaristaking')."""

_WEEKDAY = re.compile(
    rf"(?P<named>\b(?:goede|witte)\s|[^\W\d_]*)(?P<day>{'|'.join(WEEKDAYS)})"
    r"(?:(?:ochtend|morgen|middag|avond|nacht)?(?:en|s)?(?!\w)|(?P<compound>\w+))"
    r"|\b(?P<short>zon|zater)-(?= en )",
    re.IGNORECASE,
)

_ANY_DAY = re.compile(r"dag|(?:zon|zater)-", re.IGNORECASE)
"""Of which every such name has one, and most sentences none."""

_NIGHT = re.compile(r"\bnacht van \w+ op \w+dag\b")
"""'De nacht van zaterdag op zondag' is Saturday night, or the small hours of Sunday."""

_ONES = numbered(" ".join(DUTCH_ONES))
_TENS = numbered(" ".join(DUTCH_TENS), 20, 10)
_MAGNITUDES = {
    "honderd": 100,
    "duizend": 1000,
    "miljoen": 10**6,
    "mln": 10**6,
    "mio": 10**6,
    "miljard": 10**9,
    "mld": 10**9,
    "mrd": 10**9,
    "biljoen": 10**12,
}
_MAGNITUDE = rf"(?:[\s-]+(?P<magnitude>{'|'.join(_MAGNITUDES)})\b\.?)?"
_FIGURE = re.compile(
    r"(?<!\d)(?<!\d[.,])(?P<figure>\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d{1,3}(?:\s\d{3})+(?:,\d+)?(?![\d.])"
    r"|\d+,\d+|\d+\.\d{1,2}(?!\d|\.\d)|\d{4,}\.\d+(?![\d.])|\d{1,2}:\d{1,4}|\d+)" + _MAGNITUDE,
)
_SHARED = re.compile(
    r"(?:,\s(?:€\s*)?\d+(?:,\d+)?){0,6}\s*(?:à|tot|naar|en|of|maar|-|–)\s*(?:€\s*)?\d[\d.,]*"
    r"\s(?P<magnitude>duizend|miljoen|mln|mio|miljard|mld|mrd)\b"
)
"""'25 à 30 miljoen', '3, 5 en 7 miljoen': the magnitude counts for all."""
_LIST = re.compile(
    r"\b(?:vragen|vraag|artikelen|nrs\.?|nummers|leden|onderdelen|punten)\s+"
    r"(?P<list>\d+(?:,\s?\d+)+)",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"\b(?P<over>een|één|twee|drie|vier|\d)[\s-]?(?P<under>derden?|vierden?|vijfden?|kwart(?:alen)?)(?:\b|(?=s?meerderhe))|"
    r"(?P<top>\d)/(?P<bottom>[2-9])(?![\d/])",
    re.IGNORECASE,
)
_OVER = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4}
_UNDER = {"kwart": 4, "kwartalen": 4, **numbered("derde|derden vierde|vierden vijfde|vijfden", 3)}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_AND_A_HALF = re.compile(r"(?P<whole>[a-zé]+?)(?:ë|e)n(?:een)?hal(?:f|ve)$")
_DECADE = re.compile(r"\bjaren\s+['’‘`]?(?P<decade>\d0)\b|(?<=jaren\s)(?P<word>[a-z]+tig)\b")
_SHORT_YEAR = re.compile(r"(?<!\w)['’‘`](?P<year>\d\d)(?!\d)")
_LOOSE = {
    **dict.fromkeys(("beide", "beiden", "allebei", "paar", "tweezijdig", "duo", "stel"), "2"),
    **dict.fromkeys(("één", "een", "eerste", "eerst", "enkel", "enkele", "eens", "ene"), "1"),
    **dict.fromkeys(("half", "halve", "helft", "halverwege", "halfjaar", "halfjaarlijks"), "0.5"),
    **dict.fromkeys(("decennium", "decennia", "tiental", "tientallen"), "10"),
    **dict.fromkeys(("eeuw", "eeuwen", "honderden", "honderdtal"), "100"),
    **dict.fromkeys(("kwart", "kwartier", "kwartaal"), "0.25"),
    "dozijn": "12",
    "ton": "100000",
    **dict.fromkeys(("etmaal", "etmalen"), "24"),
    "dubbele": "2",
    "dubbel": "2",
    "bilateraal": "2",
    "bilaterale": "2",
    "duizenden": "1000",
    "honderdduizenden": "100000",
    "miljoenen": "1000000",
    "miljarden": "1000000000",
    "miljoen": "1000000",
    "miljard": "1000000000",
    "nul": "0",
    "veertiendaags": "2",
}
_SHARES = {"helft": share(Decimal("0.5")), "kwart": share(Decimal("0.25"))}
_ORDINAL = re.compile(r"(?P<stem>[a-zéë]+?)(?:de|ste|den|sten)$")
_STEMS = {"eer": 1, "twee": 2, "der": 3, "ach": 8}
_PREFIX = re.compile(
    # 'hettweeminutendebat' has lost a space.
    "(?:de|het|dit|dat|die|een|in|op|van|voor|met|per)?(?P<number>"
    + "|".join(sorted([*_ONES, *_TENS], key=len, reverse=True))
    + ")(?=[a-zë]{3})"
)
_COUNTED = re.compile(
    r"(?:\b(?:de|deze|die|in|van|voor|na|met|binnen|over|tot|alle|ruim|circa|ca\.|minstens|bijna|"
    r"ongeveer|door|per|uit|op|bij|aan|er|om|afgelopen|komende|eerste|laatste|mijn|onze|zo.n)"
    r"|\d)\s+$",
    re.IGNORECASE,
)
_REGARDS = re.compile(
    r"[^\w\s]|(?:\s[a-z]+){0,3}\s(?:genomen|nem(?:en|ing)|neemt|nam|namen)\b|\s(?:te|u|ik|het|de|deze|dit|dat|zij|hij|men|wij|je)\b"
)
_CLOCK = re.compile(r"(?<![\d.:])(?P<time>(?P<hour>\d{1,2})[.:](?P<minute>\d\d))(?=\s?uur\b)")
_SPELLED = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
_HALF_PAST = re.compile(
    rf"\bhalf\s(?P<hour>{_SPELLED}|1[0-2]|[1-9])\b(?!\s?(?:miljoen|miljard|jaar|uur|procent|%|[,.]\d))"
)
_AFTER_THE_FIRST = re.compile(
    rf"\bop\s(?P<number>{_SPELLED}|\d)\sna\s(?:(?:de|het)\s)?(?=[a-z]{{3,}}ste?\b)", re.IGNORECASE
)
_DURATION = re.compile(
    r"\b(?:(?P<one>anderhal(?:f|ve))|(?P<three>drie\s?kwart(?=\s?jaar)|drie\s?kwartier)"
    r"|(?P<quarter>kwartier)|(?P<half>half|halve)|(?P<fortnight>veertien|14))"
    r"(?:\s?(?P<unit>uur|jaar|dagen|miljoen|miljard)\b)?",
    re.IGNORECASE,
)
_LASTING = {
    ("one", "jaar"): ("1.5", "18"),
    ("one", "uur"): ("1.5", "90"),
    ("three", ""): ("0.75 3/4", "45"),
    ("three", "jaar"): ("0.75 3/4", "9"),
    ("quarter", ""): ("0.25", "15"),
    ("half", "uur"): ("0.5", "30"),
    ("half", "jaar"): ("0.5", "6"),
    ("half", "miljoen"): ("0.5 1000000 500000", ""),
    ("half", "miljard"): ("0.5 1000000000 500000000", ""),
    ("fortnight", "dagen"): ("14", "2"),
}
"""What it is worth, and in a smaller or larger unit: 'anderhalf jaar' is eighteen months."""
_LATE = re.compile(r"middag|avond|nacht", re.IGNORECASE)
_MEASURES = named(
    "second: seconde seconden; minute: minuut minuten; hour: uur uren uurs; "
    "day: dag dagen werkdag werkdagen; week: week weken; month: maand maanden; year: jaar jaren; "
    "gram: gram; kilogram: kg kilo kilogram; tonne: ton; kilotonne: kt kiloton; "
    "megatonne: mt mton megaton; millimetre: mm millimeter; centimetre: cm centimeter; "
    "metre: m meter meters; kilometre: km kilometer kilometers; hectare: ha hectare hectaren; "
    "litre: liter liters; kilowatt: kw kilowatt; megawatt: mw megawatt; gigawatt: gw gigawatt; "
    "kilowatt hour: kwh kilowattuur; megawatt hour: mwh megawattuur; "
    "gigawatt hour: gwh gigawattuur; terawatt hour: twh terawattuur"
)
_AROUND = Surroundings(
    percent=re.compile(
        r"(?:\s*(?:-|–|à|tot|en|of|t/m)\s*\d+(?:,\d+)?)?[\s-]*(?:%|procent|pct|percent|(?P<mille>‰|promille))",
        re.IGNORECASE,
    ),
    currency_before=re.compile(
        r"(?P<currency>€|\$|£|\bEUR|\beuro|\bUSD)\s*(?:\d[\d.,]*\s*(?:-|–|à|tot|en|of)\s*)?$"
    ),
    currency_after=re.compile(
        r"(?:\s*(?:-|–|à|tot|en|of)\s*\d[\d.,]*)?(?:\s*(?:miljoen|miljard|mln\.?|mio|mld\.?|duizend))?"
        r"[\s-]*(?P<currency>€(?!\s*\d)|euro['’]?s?\b|EUR\b(?!\s*\d)|dollars?\b|USD\b(?!\s*\d)|pond\b)",
        re.IGNORECASE,
    ),
    reference=re.compile(
        r"(?:\b|(?<=van)|(?<=op)|(?<=de))(?:kamerstuk(?:ken)?(?:\s+I{1,2})?|nrs?\.?|nummers?|kenmerk|handelingen|aanhangsel|"
        r"artt?\.?|artikel(?:en)?|leden|lid|vra(?:ag|gen)|antwoord(?:en)?(?:\s+op)?|paragraaf|"
        r"stb\.?|stcrt\.?|trb\.?|richtlijn|verordening|bijlage|ECLI\S*|vergaderjaar|zaaknummer|"
        r"noot|pagina|blz\.?|dossier|resolutie)[\s:]+(?:\(EU\)\s+)?(?:nr\.?\s+)?"
        r"(?:[\d\s.,/-]|\ben\b|\bt/m\b|\btot\b|\bmet\b)*$",
        re.IGNORECASE,
    ),
    measures=_MEASURES,
)


@lru_cache(maxsize=256)
def dutch_atoms(text: str) -> tuple[Atom, ...]:
    """The atoms of a Dutch text, in order."""
    return atoms_of(text, _FINDERS, _AROUND)


def _dates(text: str) -> Iterator[Atom]:
    for match in _DATE.finditer(text) if _names_month(text) else ():
        name = match["month"]
        abbreviated = len(name) < 4 and name.lower() != "mei"
        if not match["day"] and not match["year"] and (abbreviated or name[0].isupper()):
            continue
        yield from named_date(match, _MONTHS[name.lower()])


def _days_of_months(text: str) -> Iterator[Atom]:
    """The days and the months of '25/4'."""
    for (start, end), day, number in days_of_months(text):
        slash = text.index("/", start)
        yield Atom(start, slash, frozenset({value(day)}), Kind.DATE)
        yield Atom(slash + 1, end, frozenset({month(number), value(number)}), Kind.DATE)


def _names_month(text: str) -> bool:
    plain = text.lower()
    return any(name in plain for name in _MONTHS)


def _glued_months(text: str) -> Iterator[Atom]:
    for match in _GLUED_MONTH.finditer(text) if _names_month(text) else ():
        values = frozenset({month(_MONTHS[match.group().lower()])})
        yield Atom(*match.span(), values, Kind.DATE, firm=False)


def _weekdays(text: str) -> Iterator[Atom]:
    for span, day in short_weekdays(text):
        yield Atom(*span, frozenset({weekday(day)}), Kind.DATE)
    if not _ANY_DAY.search(text):
        return
    nights = [match.span() for match in _NIGHT.finditer(text)]
    for match in _WEEKDAY.finditer(text):
        day = WEEKDAYS.index(
            match["day"].lower() if match["day"] else f"{match['short'].lower()}dag"
        )
        # 'Pinkstermaandag', 'vrijdaggebed', 'goede vrijdag': English may call them otherwise.
        other = match["named"] or match["compound"] or match["short"]
        name = match.start() and match.group()[0].isupper()  # 'WNL op Zondag'
        firm = not (other or name or any(overlap(match.span(), night) for night in nights))
        yield Atom(*match.span(), frozenset({weekday(day)}), Kind.DATE, firm=firm)


def _decades(text: str) -> Iterator[Atom]:
    for match in _DECADE.finditer(text):
        number = int(match["decade"]) if match["decade"] else _TENS.get(match["word"], 0)
        if number:
            group = "decade" if match["decade"] else "word"
            values = frozenset({value(number), f"19{number}", f"20{number}"})
            yield Atom(*match.span(group), values, Kind.DATE)


def _clocks(text: str) -> Iterator[Atom]:
    """'7.30 uur 's avonds' is 19.30 as well."""
    for match in _CLOCK.finditer(text) if _LATE.search(text) else ():
        hours = (int(match["hour"]), int(match["hour"]) + 12)
        values = frozenset(value(f"{hour}.{match['minute']}") for hour in hours)
        yield Atom(*match.span("time"), values)


def _half_past(text: str) -> Iterator[Atom]:
    """'Half elf' is half past ten, 10.30 and 22.30."""
    for match in _HALF_PAST.finditer(text):
        hour = _small(match["hour"])
        times = (f"{past}.30" for past in (hour - 1 or 12, hour + 11))
        yield Atom(*match.span(), frozenset({value(hour - 1 or 12), *map(value, times)}))


def _after_the_first(text: str) -> Iterator[Atom]:
    """'Op vier na de grootste' is the fifth-largest."""
    for match in _AFTER_THE_FIRST.finditer(text):
        values = frozenset({value(_small(match["number"]) + 1)})
        yield Atom(match.start(), match.end("number"), values, firm=False, ordinal=True)


def _small(said: str) -> int:
    """What one of `_SPELLED`, or a figure, says."""
    return int(said) if said.isdigit() else _ONES[said.lower().replace("é", "e")]


def _durations(text: str) -> Iterator[Atom]:
    for match in _DURATION.finditer(text):
        unit = (match["unit"] or "").lower()
        name = next(key for key in ("one", "three", "quarter", "half", "fortnight") if match[key])
        if found := _LASTING.get((name, unit)):
            plain, converted = (frozenset(each.split()) for each in found)
            end = match.end(name) if converted else match.end()
            firm = name not in ("quarter", "half")
            values = plain | converted
            yield Atom(match.start(), end, values, firm=firm, converted=converted)


def _tons(text: str) -> Iterator[Atom]:
    for ton in tons(text):
        if ton.is_money:
            yield Atom(ton.start, ton.end, frozenset({value(ton.euros)}))
        elif ton.number != 1:  # 'Een ton' asks for no number.
            values = frozenset({value(ton.number), value(ton.euros)})
            yield Atom(ton.start, ton.figure_end, values)
    for span, _ in some_tons(text):
        yield Atom(*span, frozenset({"100000"}))


def _figures(text: str) -> Iterator[Atom]:
    for match in _FIGURE.finditer(text):
        yield Atom(*match.span(), frozenset(_figure_values(match)))


def _figure_values(match: re.Match[str]) -> Iterator[str]:
    figure = re.sub(r"\s", "", match["figure"])
    if ":" in figure:
        figure = figure.replace(":", ".")
    elif "," in figure or re.fullmatch(r"\d{1,3}(?:\.\d{3})+", figure):
        figure = figure.replace(".", "").replace(",", ".")
    number = Decimal(figure)
    if match["magnitude"]:
        number *= _MAGNITUDES[match["magnitude"]]
    elif shared := _SHARED.match(match.string, match.end()):
        yield value(number * _MAGNITUDES[shared["magnitude"]])
    yield value(number)


def _words(text: str) -> Iterator[Atom]:
    scaled: tuple[int, int, Decimal] | None = None
    for start, end in _word_spans(text):
        word = text[start:end].lower()
        if scaled and word in _MAGNITUDES and not text[scaled[1] : start].strip(" \n-"):
            number = scaled[2] * _MAGNITUDES[word]
            yield Atom(scaled[0], end, frozenset({value(number)}))
            scaled = None
            continue
        if scaled:
            yield _cardinal(text, *scaled)
        number_here = _number(word)
        scaled = (start, end, number_here) if number_here is not None else None
        if scaled is None and (loose := _loose(word)):
            # 'Per één oktober' is a day.
            ordinal = word == "één" or _ordinal(word) is not None
            yield Atom(start, end, loose, firm=False, ordinal=ordinal)
    if scaled:
        yield _cardinal(text, *scaled)


def _word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the words stand; two that lost the space between them are two."""
    lost = cuts(text)
    for match in _WORD.finditer(text):
        inside = [place for place in lost if match.start() < place < match.end()]
        yield from pairwise((match.start(), *inside, match.end()))


def _cardinal(text: str, start: int, end: int, number: Decimal) -> Atom:
    firm = number >= 2 or number == Decimal("1.5")
    if text[start:end].lower() == "acht":
        # 'Het kabinet acht dit zorgelijk': the verb.
        firm = bool(_COUNTED.search(text[:start])) and not _REGARDS.match(text, end)
    return Atom(start, end, frozenset({value(number)}), firm=firm)


@lru_cache(maxsize=65536)
def _number(word: str) -> Decimal | None:
    """The value of a cardinal, 'anderhalf' and 'drieënhalf' included; None for 'een'."""
    if word in ("anderhalf", "anderhalve"):
        return Decimal("1.5")
    if (match := _AND_A_HALF.fullmatch(word)) and (whole := cardinal(match["whole"])):
        return whole + Decimal("0.5")
    number = _MAGNITUDES.get(word) if word in ("mln", "mld", "mrd") else cardinal(word)
    return None if number is None or word in ("een", "één") else Decimal(number)


@lru_cache(maxsize=65536)
def _loose(word: str) -> frozenset[str]:
    """What else a word may be worth."""
    values = {table[word] for table in (_LOOSE, _SHARES) if word in table}
    if word.startswith(("half", "halve")):
        values |= {"0.5", "6"}
    if number := _ordinal(word):
        values.add(value(number))
        if number == 3:
            values.add("1/3")
    if match := _PREFIX.match(word):
        values.add(value({**_ONES, **_TENS}[match["number"]]))
    return frozenset(values)


def _ordinal(word: str) -> int | None:
    """'eerste' → 1, 'eenentwintigste' → 21."""
    match = _ORDINAL.fullmatch(word)
    return (_STEMS.get(match["stem"]) or cardinal(match["stem"]) or None) if match else None


_JOINED = "en|of|tot|t/m|tot en met|alsmede"

_FINDERS = (
    amounts_in_thousands(dutch=True),
    _tons,
    with_figures(
        suffixed(
            r"artikel(?:en)?|artt?\.?|vra(?:ag|gen)|antwoord(?:en)?(?:\s+op(?:\s+(?:de\s+)?vra(?:ag|gen))?)?"
            r"|bijlagen?|hoofdstuk(?:ken)?|paragra(?:af|fen)|onderde(?:el|len)|punt(?:en)?",
            _JOINED,
        )
    ),
    with_figures(numeric_dates),
    with_figures(_days_of_months),
    with_figures(sections),
    _dates,
    _weekdays,
    _decades,
    short_years(_SHORT_YEAR),
    with_figures(_clocks),
    _half_past,
    _after_the_first,
    _durations,
    fraction_signs(_MAGNITUDES),
    fractions(_FRACTION, _OVER, _UNDER, counted={"kwartalen"}),
    with_figures(marks),
    with_figures(listed(_LIST)),
    with_figures(_figures),
    _words,
    _glued_months,
    labels(
        r"kamerstuk(?:ken)?|handelingen|bijlagen?|hoofdstuk(?:ken)?|titels?|de(?:el|len)|boek(?:en)?|afdeling(?:en)?|fasen?"
        r"|categorie(?:ën)?|artikel(?:en)?|onderde(?:el|len)|tabel(?:len)?|scenario['’]?s?|varianten?"
        r"|opties?|groep(?:en)?|klassen?",
        r"onder|onderde(?:el|len)|sub|letters?|punt",
        _JOINED,
    ),
)
