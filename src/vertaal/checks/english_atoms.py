"""Numbers, dates, percentages and money in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

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
from vertaal.numerals import ENGLISH_ONES, ENGLISH_TENS

_MONTHS = numbered(
    "January|Jan February|Feb March|Mar April|Apr May June|Jun July|Jul August|Aug "
    "September|Sept|Sep October|Oct November|Nov December|Dec"
)
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?\b(?P<month>{_MONTH})\b\.?"
    r"(?:\s+(?P<later_day>\d{1,2})(?:st|nd|rd|th)?(?!\d|[.,]\d|\s*(?:%|per\s?cent)))?"
    r"(?:,?\s+(?:of\s+)?(?P<year>\d{4}))?"
)
_ISO_DATE = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")

_WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_WEEKDAY = re.compile(
    r"\b(?P<feast>(?:Easter|Whit|Good|Maundy|Ash|Shrove|Palm|Black|The)\s)?(?P<day>Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
    r"(?:(?P<whole>(?:s|nes|rs|ur)?day)s?|r?s)?\b"
)

_SMALL = numbered(" ".join(ENGLISH_ONES))
_TENS = numbered(" ".join(ENGLISH_TENS), 20, 10)
_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "m": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "k": 1000,
}
_UNIT = "|".join(list(_SMALL)[:9])
_BELOW_HUNDRED = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{_UNIT})\b)?|{'|'.join(reversed(_SMALL))})"
_BELOW_THOUSAND = (
    rf"(?:(?:a|{_BELOW_HUNDRED})[\s-]hundred\b(?:[\s-](?:and[\s-])?{_BELOW_HUNDRED}\b)?"
    rf"|{_BELOW_HUNDRED})"
)
_LARGE = "thousand|million|billion|trillion"
_CARDINAL = re.compile(
    rf"\b(?:(?:a|{_BELOW_THOUSAND})(?:[\s-](?:{_LARGE})\b)+(?:[\s-](?:and[\s-])?{_BELOW_THOUSAND}\b)?"
    rf"|{_BELOW_THOUSAND}|hundred(?:[\s-](?:{_LARGE})\b)?|{_LARGE})\b"
    rf"(?P<half>[\s-]and[\s-]a[\s-]half(?:[\s-](?P<times>{_LARGE})\b)?)?",
    re.IGNORECASE,
)
_BEGINS_CARDINAL = frozenset(("a", "hundred", *_LARGE.split("|"), *_SMALL, *_TENS))
_FIGURE = re.compile(
    r"(?<!\d)(?<!\d[.,])(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"
    r"|\d{1,3}(?:\s\d{3})+(?:\.\d+)?(?!\d|,\d)|\d+[.:]\d+(?![\d.]*\.\d)|\d+,\d{1,2}(?!\d)|\d+)"
    r"(?:(?:[\s-]*(?P<magnitude>hundred|thousand|million|billion|trillion|bn|mn))\b"
    r"|(?P<letter>[mk])\b)?"
    r"(?P<half>\sand\sa\shalf)?",
)
_SHARED = re.compile(
    r"(?:,\s(?:€\s?)?\d+(?:\.\d+)?){0,6},?\s*(?:to|and|or|-|–)\s*(?:€\s?)?\d[\d.,]*"
    r"\s(?P<magnitude>thousand|million|billion|trillion)\b"
)
"""'25 to 30 million', '3, 5 and 7 million': the magnitude counts for all."""
_LIST = re.compile(
    r"\b(?:questions?|articles|nos\.?|numbers|paragraphs|points|answers?)\s+(?P<list>\d+(?:,\s?\d+)+)",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"\b(?P<over>a|one|two|three|four|\d)[\s-](?P<under>thirds?|quarters?|fifths?|fourths?)\b"
    r"|(?P<top>\d)/(?P<bottom>[2-9])(?![\d/])",
    re.IGNORECASE,
)
_OVER = {"a": 1, **numbered("one two three four")}
_UNDER = numbered("third|thirds quarter|quarters|fourth|fourths fifth|fifths", 3)
_HUNDREDS_OF = re.compile(r"\bhundreds\sof\sthousands\b", re.IGNORECASE)
_ONE_AND_A_HALF = re.compile(r"\ba(?:n)?\s\w+\sand\sa\shalf\b", re.IGNORECASE)
_DECADE = re.compile(
    r"(?<!\d)(?:(?:19|20)(?P<decade>\d0)|['’](?P<short>\d0)|(?P<bare>[2-9]0))['’]?s\b"
    r"|\b(?P<word>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b"
)
_DECADE_WORDS = numbered("twent thirt fort fift sixt sevent eight ninet", 20, 10)
_SHORT_YEAR = re.compile(r"(?<!\w)['’‘](?P<year>\d\d)(?![\ds])")
_CLOCK = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\s?(?P<half>[ap])\.?m\b", re.IGNORECASE
)
_HOUR = "|".join([*list(_SMALL)[:12], r"1[0-2]", r"\d"])
_PAST = re.compile(
    rf"\b(?P<part>half|(?<=\ba )quarter)\s(?P<side>past|to)\s(?P<hour>{_HOUR})\b"
    r"(?![.,:]\d|\s?%|\s(?:per|quarters|thirds|fifths|million|billion)\b)",
    re.IGNORECASE,
)
_HALF_A = re.compile(r"\bhalf\san?\s(?P<scale>hundred|thousand|million|billion)\b", re.IGNORECASE)
_CHAMBER = re.compile(r"\b(?:House\sof\sRepresentatives|Senate)\b")
"""Dutch papers number them: 'Handelingen II'."""
_SURNAME = re.compile(r"[a-z.] ten [A-Z]")
"""'Bea ten Tusscher'; ten of a people have an adjective and are rare: 'for ten Dutch ships'."""
_STARTS = (*"?.!:‘“«\"'(", "")
_WORD = re.compile(r"[^\W\d_]+")
_ORDINALS = numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
) | numbered("thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 30, 10)
_TENS_ORDINAL = re.compile(
    rf"\b(?P<tens>{'|'.join(_TENS)})[\s-](?P<ones>{'|'.join(list(_ORDINALS)[:9])})\b", re.IGNORECASE
)
_LOOSE = {
    **dict.fromkeys(("both", "twice", "double", "doubled", "doubling", "pair", "couple"), "2"),
    **dict.fromkeys(("dual", "twin", "bilateral", "either", "neither", "fortnight", "duo"), "2"),
    **dict.fromkeys(("one", "once", "single", "firstly", "a", "an", "sole", "only"), "1"),
    **dict.fromkeys(("half", "halfway", "halved", "halve", "semi"), "0.5"),
    **dict.fromkeys(("triple", "thirdly", "tripartite", "thirds"), "3"),
    **dict.fromkeys(("quarter", "quarterly", "quarters"), "0.25"),
    **dict.fromkeys(("decade", "decades", "tens"), "10"),
    **dict.fromkeys(("century", "centuries", "hundreds"), "100"),
    "secondly": "2",
    "dozen": "12",
    "dozens": "12",
    "thousands": "1000",
    "millions": "1000000",
    "billions": "1000000000",
    "zero": "0",
    "noon": "12",
    "midnight": "12",
    "seconds": "2",
}
_SHARES = {"half": share(Decimal("0.5")), "quarter": share(Decimal("0.25"))}
_MEASURES = named(
    "second: second seconds; minute: minute minutes; hour: hour hours; day: day days weekdays; "
    "week: week weeks; month: month months; year: year years; gram: gram grams; "
    "kilogram: kg kilo kilos kilogram kilograms; tonne: tonne tonnes ton tons; "
    "kilotonne: kt kiloton kilotons kilotonne kilotonnes; "
    "megatonne: mt megaton megatons megatonne megatonnes; "
    "millimetre: mm millimetre millimetres millimeter millimeters; "
    "centimetre: cm centimetre centimetres centimeter centimeters; "
    "metre: metre metres meter meters; "
    "kilometre: km kilometre kilometres kilometer kilometers; hectare: ha hectare hectares; "
    "litre: litre litres liter liters; kilowatt: kw kilowatt kilowatts; "
    "megawatt: mw megawatt megawatts; gigawatt: gw gigawatt gigawatts; "
    "kilowatt hour: kwh kilowatt-hour kilowatt-hours; megawatt hour: mwh megawatt-hours; "
    "gigawatt hour: gwh gigawatt-hours; terawatt hour: twh terawatt-hours"
)
_AROUND = Surroundings(
    percent=re.compile(
        r"(?:\s*(?:-|–|to|and|or)\s*\d+(?:\.\d+)?)?[\s-]*(?:%|per\s?cent|percent|pct|(?P<mille>‰|per\smille?))",
        re.IGNORECASE,
    ),
    currency_before=re.compile(
        r"(?P<currency>€|\$|£|\bEUR|\beuros?|\bUSD)\s*(?:\d[\d.,]*\s*(?:-|–|to|and|or)\s*)?$"
    ),
    currency_after=re.compile(
        r"(?:\s*(?:-|–|to|and|or)\s*\d[\d.,]*)?(?:\s*(?:million|billion|thousand|bn|m|k)\b)?[\s-]*"
        r"(?P<currency>€(?!\s*\d)|euros?\b|EUR\b(?!\s*\d)|dollars?\b|USD\b(?!\s*\d)|pounds?\b)",
        re.IGNORECASE,
    ),
    reference=re.compile(
        r"\b(?:parliamentary\s+papers?|nos?\.?|numbers?|reference|proceedings|appendix|articles?|"
        r"sections?|paragraphs?|questions?|answers?(?:\s+to)?|directive|regulation|annex|ECLI\S*|"
        r"session|case|footnote|pages?|resolution|bulletin|gazette)[\s:]+(?:\(EU\)\s+)?"
        r"(?:no\.?\s+)?(?:[\d\s.,/-]|\band\b|\bto\b)*$",
        re.IGNORECASE,
    ),
    measures=_MEASURES,
)


@lru_cache(maxsize=256)
def english_atoms(text: str) -> tuple[Atom, ...]:
    """The atoms of an English text, in order."""
    return atoms_of(text, _FINDERS, _AROUND)


def _iso_dates(text: str) -> Iterator[Atom]:
    for match in _ISO_DATE.finditer(text):
        yield Atom(*match.span("year"), frozenset({match["year"]}), Kind.DATE)
        yield Atom(*match.span("month"), frozenset({month(int(match["month"]))}), Kind.DATE)
        yield Atom(*match.span("day"), frozenset({value(match["day"])}), Kind.DATE)


def _dates(text: str) -> Iterator[Atom]:
    for match in _DATE.finditer(text):
        yield from _date(match, text)


def _date(match: re.Match[str], text: str) -> Iterator[Atom]:
    alone = not match["day"] and not match["later_day"] and not match["year"]
    name = match["month"]
    before = text[: match.start()].split()
    starts = not before or before[-1][-1] in _STARTS or _named(before[-1])
    if alone and ((len(name) == 3 and name != "May") or (name in ("May", "March") and starts)):
        return
    yield from named_date(match, _MONTHS[name], ("day", "later_day"))


def _named(word: str) -> bool:
    """'Sem May' is a person; 'In May' is not."""
    return word[0].isupper() and word not in ("In", "Since", "From", "By", "Until", "Last", "On")


def _weekdays(text: str) -> Iterator[Atom]:
    for match in _WEEKDAY.finditer(text):
        day = _WEEKDAYS.index(match["day"])
        firm = bool(match["whole"]) and not match["feast"]
        yield Atom(*match.span(), frozenset({weekday(day)}), Kind.DATE, firm=firm)


def _decades(text: str) -> Iterator[Atom]:
    for match in _DECADE.finditer(text):
        digits = match["decade"] or match["short"] or match["bare"]
        number = int(digits) if digits else _DECADE_WORDS[match["word"]]
        values = {value(number), f"19{number:02}", f"20{number:02}"}
        # 'In their thirties' are people.
        yield Atom(*match.span(), frozenset(values), Kind.DATE if digits else Kind.NUMBER)


def _clocks(text: str) -> Iterator[Atom]:
    for match in _CLOCK.finditer(text):
        minute = match["minute"] or "0"
        hours = {int(match["hour"]) % 12 + 12 * (match["half"] in "pP")}
        if not match["minute"] or match["hour"] == "12":
            hours.add(int(match["hour"]))  # 'Acht uur' may be in the evening.
        values = {value(f"{hour}.{minute}") for hour in hours}
        yield Atom(*match.span(), frozenset(values))


def _past(text: str) -> Iterator[Atom]:
    """'Half past two' is 2.30 and 14.30; 'a quarter to three' is 'kwart voor drie' as well."""
    for match in _PAST.finditer(text):
        word, part, side = (match[name].lower() for name in ("hour", "part", "side"))
        hour = int(word) if word.isdigit() else _SMALL[word]
        if (part, side) == ("half", "to"):
            continue
        minute = 30 if part == "half" else 15 if side == "past" else 45
        full = hour if side == "past" else hour - 1
        values = {value(f"{past}.{minute}") for past in (full or 12, full % 12 + 12, full % 12)}
        if part == "quarter":
            values.add(value(hour))
        yield Atom(*match.span(), frozenset(values))


def _halves(text: str) -> Iterator[Atom]:
    """'Half a million'."""
    for match in _HALF_A.finditer(text):
        half = Decimal(_SCALES[match["scale"].lower()]) / 2
        yield Atom(*match.span(), frozenset({value(half)}))


def _hundreds_of_thousands(text: str) -> Iterator[Atom]:
    for match in _HUNDREDS_OF.finditer(text):
        yield Atom(*match.span(), frozenset({"100000"}), firm=False)


def _one_and_a_half(text: str) -> Iterator[Atom]:
    """'A year and a half'."""
    for match in _ONE_AND_A_HALF.finditer(text):
        yield Atom(*match.span(), frozenset({"1.5"}))


def _chambers(text: str) -> Iterator[Atom]:
    for match in _CHAMBER.finditer(text):
        numeral = "I" if match.group() == "Senate" else "II"
        yield Atom(*match.span(), frozenset({numeral}), Kind.REFERENCE, firm=False)


def _figures(text: str) -> Iterator[Atom]:
    for match in _FIGURE.finditer(text):
        yield Atom(*match.span(), frozenset(_figure_values(match)))


def _figure_values(match: re.Match[str]) -> Iterator[str]:
    figure = re.sub(r"\s", "", match["figure"])
    if re.fullmatch(r"\d+,\d{1,2}", figure):
        # A decimal comma is Dutch: in English it is worth nothing that Dutch has.
        yield figure
        return
    number = Decimal(figure.replace(",", "").replace(":", "."))
    if match["half"]:
        number += Decimal("0.5")
    scale = match["magnitude"] or match["letter"]
    if not scale and (shared := _SHARED.match(match.string, match.end())):
        yield value(number * _SCALES[shared["magnitude"]])
    yield value(number * _SCALES[scale] if scale else number)


def _tens_ordinals(text: str) -> Iterator[Atom]:
    for match in _TENS_ORDINAL.finditer(text):
        ordinal = _TENS[match["tens"].lower()] + _ORDINALS[match["ones"].lower()]
        yield Atom(*match.span(), frozenset({value(ordinal)}), firm=False, ordinal=True)


def _words(text: str) -> Iterator[Atom]:
    end = 0
    for match in _WORD.finditer(text):
        if match.start() < end:
            continue
        word = match.group().lower()
        if word in _BEGINS_CARDINAL and (found := _CARDINAL.match(text, match.start())):
            end = found.end()
            yield _cardinal(text, found)
        elif values := _loose(word):
            yield Atom(*match.span(), values, firm=False, ordinal=word in _ORDINALS)


def _cardinal(text: str, match: re.Match[str]) -> Atom:
    whole = match.group().removesuffix(match["half"] or "")
    number = cardinal(re.findall(r"[a-z]+", whole.lower()))
    if match["half"]:
        number = (number + Decimal("0.5")) * _SCALES.get((match["times"] or "").lower(), 1)
    # 'Ten Boer', 'TEN-T' and 'Phase Two' are names.
    named = match.group()[0].isupper() and text[: match.start()].rstrip()[-1:] not in _STARTS
    named = named or bool(_SURNAME.match(text, max(0, match.start() - 2)))
    firm = (number >= 2 or number % 1 != 0) and not named
    return Atom(*match.span(), frozenset({value(number)}), firm=firm)


@lru_cache(maxsize=65536)
def _loose(word: str) -> frozenset[str]:
    """What a word that is no cardinal may be worth."""
    values = {table[word] for table in (_LOOSE, _SHARES) if word in table}
    if word in _ORDINALS:
        values.add(value(_ORDINALS[word]))
    if word == "third":
        values.add("1/3")
    return frozenset(values)


def cardinal(words: list[str]) -> Decimal:
    """The value of number words in order: 'two hundred and five thousand'."""
    total, current = Decimal(0), Decimal(0)
    for word in words:
        if word in ("and", "half"):
            continue
        if word == "a":
            current += 1 if current == 0 else 0
        elif word in _SMALL or word in _TENS:
            current += _SMALL.get(word) or _TENS[word]
        elif word == "hundred":
            current = (current or Decimal(1)) * 100
        else:
            total += (current or Decimal(1)) * _SCALES[word]
            current = Decimal(0)
    return total + current


_FINDERS = (
    amounts_in_thousands(dutch=False),
    with_figures(suffixed()),
    with_figures(_iso_dates),
    with_figures(numeric_dates),
    with_figures(sections),
    _dates,
    _weekdays,
    _decades,
    short_years(_SHORT_YEAR),
    with_figures(_clocks),
    _past,
    _halves,
    fraction_signs(_SCALES),
    fractions(_FRACTION, _OVER, _UNDER),
    _hundreds_of_thousands,
    _one_and_a_half,
    with_figures(marks),
    _chambers,
    with_figures(listed(_LIST)),
    with_figures(_figures),
    _tens_ordinals,
    labels(
        r"parliamentary\s+(?:papers?|documents?)|proceedings|official\s+reports?|annex(?:es)?|appendi(?:x|ces)|chapters?|titles?|parts?|books?|divisions?|phases?|stages?"
        r"|categor(?:y|ies)|articles?|sections?|tables?|scenarios?|variants?|options?|groups?"
        r"|class(?:es)?",
        r"sub|letters?",
        "and|or|to|to and including",
        ("A", "a"),
    ),
    _words,
)
