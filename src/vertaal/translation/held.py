"""What a translation is held to beside the terms: numbers, dates and names of the source. They are
asked for like terms, but are nobody's terms, so that no report lists them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from vertaal.amounts import scaled_euros
from vertaal.dates import DUTCH_MONTH, DUTCH_MONTHS, ENGLISH_MONTHS, NUMERIC_DATE
from vertaal.glossary.gluing import opened
from vertaal.numerals import ENGLISH_ONES, ENGLISH_TENS
from vertaal.translation.articles import articles
from vertaal.translation.names import copies, names
from vertaal.types import MatchMode, Span, Term, TermMatch, TermStatus

Forms = tuple[str, ...]

# No version, decade or part of a code; a single digit may as well be written out, be
# an article ('1 van de') or go into 'both'.
_NUMBER = re.compile(
    r"""
    (?:(?<![\w.,:/’'–-])|(?<=\s[–-])|(?<=\A[–-]))(?<!\bjaren\s)   # '-4,1%' alone, no '3-4'
    (?<!\w\s\d\.\s)(?<!\w\s\d\d\.\s)(?<!\w\s\d{3}\.\s)  # a space in 'van 2. 146.422,93 euro'
    (?: [1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?    # 1.234,56
      | [1-9]\d{0,2}(?:[ \u00a0]\d{3})+         # nr. 35 255
      | (?<!vragen\s)(?<!leden\s)(?<!punten\s)(?<!artikelen\s)(?<!bijlagen\s)(?<!onderdelen\s)
        \d+,\d+                              # 0,5; not 'vragen 2,3 en 4'
      | [1-9]\d{1,3}                         # 149; longer ones are codes
    )
    (?![\w:/–-]|[.,]\d)
    """,
    re.VERBOSE,
)
_SHORT_MAGNITUDES = {"mio": "million", "mln": "million", "mld": "billion", "mrd": "billion"}
_MAGNITUDES = {"miljoen": "million", "miljard": "billion", **_SHORT_MAGNITUDES}
_FIGURE = r"(?P<number>[1-9]\d{0,2}(?:\.\d{3})+|\d+(?:,\d+)?)"
_MAGNITUDE = rf"\s(?P<magnitude>{'|'.join(_MAGNITUDES)})\b"
AMOUNT = re.compile(rf"(?<![\w.,:/’'–-]){_FIGURE}{_MAGNITUDE}")
_NEGATIVE = re.compile(
    rf"(?<![\w€$£%)])(?:[-–−]€\s?|−\s€\s?){_FIGURE}(?:{_MAGNITUDE})?(?!\w|[.,]\d)"
)
"""'-€ 4 mln.'; a dash apart from the sign may part clauses."""
_SHORT = re.compile(rf"(?<=\d )(?P<short>{'|'.join(_SHORT_MAGNITUDES)})\b\.?(?!\s*$)")
"""With its point, but for the one that ends the sentence."""
_CLOCK = re.compile(
    r"(?i)(?<![\w.,:/–-])([01]?\d|2[0-4])(?:[.:]([0-5]\d)|(?<=\bom \d)|(?<=\bom \d\d))"
    r"(?=\s?(?:uur|u)\b)"
)
_YEARS = re.compile(r"(?<![\w.,:/–-])((?:19|20)\d\d)[–-]((?:19|20)\d\d)(?![\w/–-])")
_MONTH = re.compile(rf"(?i)(?:(?<=\d )|(?<!\w)(?=\w+ (?:19|20)\d\d\b))(?:{DUTCH_MONTH})(?![\w-])")
NEXT = re.compile(r"(?<=\d\s)e\.?v\.(?!\w)")
"""'Artikel 17 e.v.', of which a model makes a plural."""
_WHICH = {
    **{"eerste": "first", "tweede": "second", "derde": "third", "vierde": "fourth"},
    **{"vijfde": "fifth", "laatste": "last"},
}
_ORDINAL = "|".join(_WHICH)
SENTENCE = re.compile(
    rf"(?<!\w)(?:(?i:{_ORDINAL})\svolzin|(?:(?<=\blid,\s)|(?<=\d,\s)|(?<=\bonder\s\w,\s))"
    rf"(?:{_ORDINAL})\szin)(?!\w)"
)
"""'Artikel 8, eerste lid, tweede volzin', of which a model makes a paragraph or nothing."""
_LETTERED = re.compile(
    r"(?:(?<=\b[Aa]rtikel )|(?<=\b[Aa]rt\. )|(?<=\b[Aa]rtikelen ))\d{1,4}[a-z](?![\w:]|\.\d)"
)
"""'Artikel 221a'."""
_OF_ARTICLE = re.compile(r"(?i)\b(?:artikel|art\.|nr\.|nummer|paragraaf)\s$")
"""What is numbered so stays as it is."""


def held(text: str, taken: Sequence[TermMatch] = ()) -> tuple[TermMatch, ...]:
    """The numbers, dates and names in `text` with the ways English writes them, leaving out what
    overlaps a match in `taken`.
    """
    found: list[TermMatch] = []
    for start, end, forms in _places(text, taken):
        if not any(match.overlaps(start, end) for match in (*taken, *found)):
            term = Term(text[start:end], forms[0], TermStatus.KEEP, MatchMode.EXACT_CASE)
            found.append(TermMatch(start, end, text[start:end], term, forms, keep=True))
    return tuple(found)


def magnitudes(text: str) -> Iterator[tuple[int, int, str]]:
    """The abbreviations of thousands, millions and their thousands with their English: a model
    that reads 'mld.' may write 'million', and of 'k€ 350' it leaves the 'k' out.
    """
    for (start, end), forms in _scaled(text):
        yield start, end, forms[0]
    for hit in _SHORT.finditer(text):
        yield *hit.span(), _MAGNITUDES[hit["short"]]


def _places(text: str, taken: Sequence[TermMatch]) -> Iterator[tuple[int, int, Forms]]:
    apart = opened(text)
    found = [*articles(apart.text), *_scaled(apart.text)]
    for pattern, forms in _FORMS:
        found += [(hit.span(), forms(hit)) for hit in pattern.finditer(apart.text)]
    for span, written in found:
        yield *apart.back(span), written
    for start, end in names(text, taken):
        if not text[start].isdigit():
            yield start, end, copies(text[start:end])


def _scaled(text: str) -> Iterator[tuple[Span, Forms]]:
    """'k€ 350' is €350,000, 'M€ 3,5' is €3.5 million."""
    for (start, end), number, size in scaled_euros(text, dutch=True):
        name, short = ("million", "m") if size == 10**6 else ("thousand", "k")
        euros = number * size
        counted = f"{euros / (10**6 if name == 'million' else 1000):,f}"
        counted = counted.rstrip("0").rstrip(".") if "." in counted else counted
        plain = f"€{euros:,.0f}" if euros == int(euros) else f"€{euros:,.2f}"
        written = (f"€{counted} {name}", f"€{counted}{short}", text[start:end])
        yield (start, end), written if name == "million" else (plain, *written)


def _date(hit: re.Match[str]) -> Forms:
    day, _, month, year = hit.groups()
    return (
        f"{int(day)} {ENGLISH_MONTHS[int(month) - 1]} {year}",
        hit.group(),
        f"{day}/{month}/{year}",
    )


def _month(hit: re.Match[str]) -> Forms:
    name = ENGLISH_MONTHS[DUTCH_MONTHS.index(hit.group().lower())]
    return tuple(dict.fromkeys((name, name[:3], name[:4] if name == "September" else name)))


def _clock(hit: re.Match[str]) -> Forms:
    """A time of the day; whether it is one of the morning is not asked."""
    hour, minute = int(hit[1]), hit[2] or "00"
    twelfth = (hour - 1) % 12 + 1
    name = ENGLISH_ONES[twelfth - 1]
    forms = [hit.group()]
    forms += [f"{each}{mark}{minute}" for each in (hour, f"{hour:02}", twelfth) for mark in ".:"]
    if minute == "00":
        forms += [
            f"{each}{half}" for each in (twelfth, name) for half in (" a.m", " p.m", " o'clock")
        ]
        forms += [f"at {each}" for each in (twelfth, name)]
        forms += [f"{twelfth}{space}{half}" for half in ("am", "pm") for space in ("", " ")]
        forms += {0: ["midnight"], 12: ["noon", "midday"], 24: ["midnight"]}.get(hour, [])
    if minute in ("15", "30"):
        past = "half past" if minute == "30" else "quarter past"
        forms += [f"{past} {each}" for each in (twelfth, name)]
    return tuple(dict.fromkeys(forms))


def _years(hit: re.Match[str]) -> Forms:
    first, last = hit.groups()
    return tuple(f"{first}{dash}{end}" for end in (last, last[2:]) for dash in "-–/")


def _number(hit: re.Match[str]) -> Forms:
    if len(parts := hit.group().split()) > 1:
        return (hit.group(), *english_numbers(".".join(parts)))
    forms = english_numbers(hit.group())
    if "." in hit.group() and _OF_ARTICLE.search(hit.string[: hit.start()]):
        return (*forms, hit.group())
    return forms


def amount(hit: re.Match[str]) -> Forms:
    """'2,4 mld': a thousand times 2.4 million."""
    size = _MAGNITUDES[hit["magnitude"]]
    number = hit["number"]
    written = list(english_numbers(number)) if len(number) > 1 else [number]
    written += [ENGLISH_ONES[int(number) - 1]] if number in [*"123456789"] else []
    short = "m" if size == "million" else "bn"
    forms = [f"{each}{space}{size}" for each in written for space in " -"]
    return (*forms, *(f"{each}{space}{short}" for each in written for space in ("", " ")))


def _negative(hit: re.Match[str]) -> Forms:
    size = f" {_MAGNITUDES[hit['magnitude']]}" if hit["magnitude"] else ""
    plain = english_numbers(hit["number"])[0]
    return tuple(f"{sign}{plain}{size}" for sign in ("-€", "−€", "–€", "minus €", "€-", "€ -"))


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Forms]], ...] = (
    (_CLOCK, _clock),
    (SENTENCE, lambda hit: (one := sentence(hit.group()), f"{one}s")),
    (NEXT, lambda _: ("et seq.", "et seq")),
    (_LETTERED, lambda hit: (hit.group(),)),
    (_NEGATIVE, _negative),
    (AMOUNT, amount),
    (_NUMBER, _number),
    (NUMERIC_DATE, _date),
    (_YEARS, _years),
    (_MONTH, _month),
)


def sentence(dutch: str) -> str:
    """The English of what `SENTENCE` finds: 'tweede volzin' is the second sentence."""
    return f"{_WHICH[dutch.split()[0].lower()]} sentence"


def english_numbers(dutch: str) -> Forms:
    """How English writes a Dutch number, the likeliest first: '1.234,5' is '1,234.5'."""
    return tuple(dict.fromkeys(_written(dutch)))


def _written(dutch: str) -> Iterator[str]:
    whole, _, part = dutch.partition(",")
    plain = whole.replace(".", "")
    tail = f".{part}" if part else ""
    if "." not in whole:
        yield plain + tail
    yield f"{int(plain):,}{tail}"
    yield plain + tail
    if part:
        return
    value = int(plain)
    for size, name in ((10**9, "billion"), (10**6, "million")):
        if value % size == 0:
            yield f"{value // size} {name}"
    if value < 100:
        yield _in_words(value)


def _in_words(value: int) -> str:
    if value < 20:
        return ENGLISH_ONES[value - 1]
    tens, ones = divmod(value, 10)
    return ENGLISH_TENS[tens - 2] + (f"-{ENGLISH_ONES[ones - 1]}" if ones else "")
