"""Amounts as budgets count them: in thousands ('k€ 350'), in millions ('M€ 3,5'), or, in Dutch, in
hundreds of thousands ('€ 3 ton', 'een budget van 3 ton').
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from vertaal.types import Span

THIRDS = {"⅓": "1/3", "⅔": "2/3"}
"""Signs that no decimal figure is worth."""
_SIZES = {"k": 1_000, "m": 1_000_000, "ton": 100_000}
_DUTCH = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_ENGLISH = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


def _pattern(number: str, ton: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<size>[kKM])\s?€\s?(?P<number>{number})(?!\w|[.,]\d|\s?[-–]\s?\d)"
        rf"|(?<![\w.,])(?:€\s?)?(?P<number_2>{number})\s?(?P<size_2>[kKM])\s?€(?!\s?\d)"
        rf"|€\s?(?P<number_3>{number})(?P<size_3>[kK]|{ton})(?!\w)"
    )


_IN_DUTCH = _pattern(_DUTCH, r"\s?ton")
_IN_ENGLISH = _pattern(_ENGLISH, "k")


def scaled_euros(text: str, *, dutch: bool) -> Iterator[tuple[Span, Decimal, int]]:
    """Where such an amount stands, the number that it says, and how many euros one of it is."""
    if "€" not in text:
        return
    for hit in (_IN_DUTCH if dutch else _IN_ENGLISH).finditer(text):
        said = hit["number"] or hit["number_2"] or hit["number_3"]
        size = hit["size"] or hit["size_2"] or hit["size_3"]
        plain = said.replace(".", "").replace(",", ".") if dutch else said.replace(",", "")
        yield hit.span(), Decimal(plain), _SIZES[size.strip().lower()]


_NUMBERS = dict(
    zip(
        "halve een één anderhalve twee drie vier vijf zes zeven acht negen tien".split(),
        map(Decimal, "0.5 1 1 1.5 2 3 4 5 6 7 8 9 10".split()),
        strict=True,
    )
)
_SOME = rf"\d{{1,2}}(?:,\d+)?|{'|'.join(_NUMBERS)}"
_TON = re.compile(
    rf"(?i)(?<![\w.,€-])(?<!€\s)(?<!\bper\s)(?:(?P<first>{_SOME})(?P<joint>\s?(?:à|tot|of|-|–)\s?|\sen\s(?:de\s)?))?"
    rf"(?P<last>{_SOME})\s?ton(?![\w-])"
)
_SOME_TONS = re.compile(
    r"(?i)(?<![\w-])(?:(?P<many>(?<!llen\s)(?<!rden\s)(?<!nden\s)tonnen)"
    r"|(?:paar|enkele|meerdere|verscheidene|verschillende)\s(?P<few>ton))"
    r"(?:\s+euro(?:['’]s)?)?(?![\w-])"
)
"""'Enkele tonnen', 'een paar ton'."""
_BETWEEN = re.compile(r"(?i)\btussen\s(?:de\s)?$")
_STANDS_ALONE = re.compile(
    r"(?!\s+(?:[^\W\d_A-Z]{3,}|[^\W\d_a-z]))|\s+(?:per|extra|aan|euro|heeft|hebben|had|hadden|voor|van|met|tot|naar|meer|minder"
    r"|hoger|lager|duurder|goedkoper|wordt|worden|zijn|werd|werden|was|kunnen|kan|zou|zal|moet\w*|past"
    r"|zien|dat|die|waar|tegen|onder|over|uit|mis|opgebracht|verkocht|gevraagd|gereserveerd|beschikbaar"
    r"|nodig|toegekend|uitgetrokken|betaald|uitgegeven|kost\w*|gekost|bedra\w*|belastingvrij|subsidies?"
    r"|schadevergoeding|boetes?|schuld|winst|verlies|salaris|loon|bruto|netto|waard|ontvangen|gekregen"
    r"|verdiend|achterstallig|bespaard|kwijt|verduisterd|teruggevorderd|terugbetaald|uitgekeerd|overgemaakt"
    r"|geëist|geclaimd|belastinggeld|opgelegd|in\shet\slaatje|ingezameld|opgehaald|verbouwd|gerenoveerd)\b"
)
"""What may follow, where it is not said what is weighed."""
_MONEY = re.compile(
    r"(?i)€|\b(?:(?:ge)?kost(?:en|te|ten)?|\w*(?:kosten|budget|subsidies?|boetes?|salaris(?:sen)?|schade"
    r"|vergoeding(?:en)?|schuld(?:en)?|verlies|winst|tekort|begroting|uitgaven|premies?|lening(?:en)?|gift"
    r"|krediet|honorarium|dwangsom|hypotheek|bonus|bijdragen?|loon|opbrengst|jaarrekening)|bedrag|euro"
    r"|betaal\w*|betal\w+|uitbetaald|verdien\w*|geschonken|schenk\w+|\w*donatie\w*|invester\w+|waarde?"
    r"|tr(?:ek(?:t|ken)?|ok(?:ken)?)\b[^.;]*\buit(?=\svoor|[.,;?!]|$)|uit\ste\strekken|uittrek\w*|in\shet\slaatje"
    r"|zamel(?:t|en|de|den)\b[^.;]*\bin\svoor|inzamel(?:ings)?actie|crowdfunding\w*|collecte|sponsor\w*|goede\sdoel(?:en)?|donateurs?"
    r"|voor\s(?:ruim\s|bijna\s)?[\w,]+\ston\s(?:heb(?:t|ben)\s|heeft\s)?(?:verbouwd|gerenoveerd)"
    r"|geïnvesteerd|declar\w+|omzet|prijs|\w*geld(?:en)?|opgebracht|bod|ver(?:koop|kocht)\w*|(?:ge|aan)?ko(?:op|cht)\w*"
    r"|veiling|fonds|uitgetrokken|gereserveerd|reserveer\w*|beschikbaar|makelaar|taxateur|bank|besteed\w*"
    r"|bested\w*|\w*financier\w*|toegekend|bijgedragen|duurder|verzeker\w*|kwijt|verduister\w*|\w*overschrijding|\w*claim\w*|rekening|vordering|uitkering)\b"
)
_MASS = re.compile(
    r"(?i)vracht|uitstoot|emissie|CO2|afval|gewicht|weegt|gewogen|\bwegen\b|vervoer|transport|lading|vangst"
    r"|quot|oogst|uitvoer|invoer|export|import|kilo|\bkg\b|zwaar|cocaïne|drugs|hectare|gewas|slib|stikstof"
    r"|productie|verwerk|draagvermogen|truck|voertuig|aslast|asdruk|staal|graan|tarwe|\bvis(?:sen)?\b|gestort|vuurwerk"
    r"|bestel(?:bus|auto|wagen)|auto\b|auto['’]s|aanhang|caravan|camper|\w*kraan\b|machine|schip|schepen"
    r"|container|mest|melk|\bhout|plastic|papier|metaal|koper|asbest|puin|asfalt|beton|zand|klei\b|aardappel"
    r"|groente|fruit|vlees|voedsel|voer\b|kolen|erts|\bolie|chemi|kunststof|textiel|munitie|explosie|stof\b"
    r"|ammoniak|methaan|broeikas|\bbarrels?"
)
_ONE = re.compile(
    r"(?i)\b(?:van|ruim|bijna|dan|kosten|kostte?|ongeveer|circa|ca\.|zo['’]n|tot|voor|met|bedraagt|bedroeg)\s$"
)
"""What stands before 'een ton' that is no barrel."""


@dataclass(frozen=True, slots=True)
class Ton:
    """A Dutch 'ton' from `start` to `end`, or the first number of '2 à 3 ton'."""

    start: int
    figure_end: int
    """Where its number ends."""
    end: int
    number: Decimal
    is_money: bool
    """Whether it is certain to be a hundred thousand euros."""

    @property
    def euros(self) -> int:
        return int(self.number * _SIZES["ton"])


def tons(text: str) -> Iterator[Ton]:
    """The tons in a Dutch text. A ton is a thousand kilos wherever the sentence speaks of what has
    a weight, or says nothing of money.
    """
    for hit in _TON.finditer(text):
        money = _is_money(hit) and (
            hit["last"].lower() != "een" or bool(_ONE.search(text, 0, hit.start()))
        )
        first = hit["first"]
        if first and ("en" not in hit["joint"] or _BETWEEN.search(text, 0, hit.start())):
            yield Ton(hit.start(), hit.end("first"), hit.end("first"), _number(first), money)
        yield Ton(hit.start("last"), hit.end("last"), hit.end(), _number(hit["last"]), money)


def some_tons(text: str) -> Iterator[tuple[Span, bool]]:
    """Where hundreds of thousands of euros are 'tonnen' in a Dutch text, or 'een paar ton'; and
    whether it is the plural.
    """
    for hit in _SOME_TONS.finditer(text):
        if _is_money(hit):
            start = hit.start("many" if hit["many"] else "few")
            yield (start, hit.end()), bool(hit["many"])


def _is_money(ton: re.Match[str]) -> bool:
    text = ton.string
    alone = _STANDS_ALONE.match(text, ton.end())
    return bool(alone and _MONEY.search(text) and not _MASS.search(text))


def _number(said: str) -> Decimal:
    return _NUMBERS.get(said.lower()) or Decimal(said.replace(",", "."))
