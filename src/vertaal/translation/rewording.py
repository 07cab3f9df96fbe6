"""What a model turns round, or loses, in Dutch words that it reads as they are meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from vertaal.amounts import THIRDS, some_tons, tons
from vertaal.dates import (
    DUTCH_MONTH,
    DUTCH_MONTHS,
    NUMERIC_DATE,
    WEEKDAYS,
    days_of_months,
    short_months,
    short_weekdays,
)
from vertaal.glossary.dutch import is_infinitive, strip_marks
from vertaal.negation import CHOOSES, MAY
from vertaal.numerals import DUTCH_ONES, DUTCH_TENS, cardinal
from vertaal.translation.abbreviations import spelt_out
from vertaal.translation.held import NEXT, SENTENCE, sentence
from vertaal.translation.splicing import Edit
from vertaal.words import ANY_SURNAME_PREFIX, zipf

_SOME = rf"(?:\d+|{'|'.join((*DUTCH_ONES, *DUTCH_TENS))}|anderhalf|een\shalf)"
_COUNT = (
    r"(?:€\s?)?\d[\d.,]*(?![\w-])"
    rf"|(?:{'|'.join((*DUTCH_ONES[1:], *DUTCH_TENS))}|\w*(?:en(?:{'|'.join(DUTCH_TENS)})"
    r"|honderd|duizend)|half|anderhal(?:f|ve)|miljoen|miljard)(?![\w-])"
)
_CLAUSE = r"(?:(?!\b(?:dat|of|om|zich|en)\b)[^.,;:?!])*"
_DENYING = rf"{_CLAUSE}\b(?:niet|geen|nooit)\b{_CLAUSE}\bte\s[a-zë]+n\b"
_COMES = r"\b(?:[Kk]om(?:t|en)?|[Kk]wam(?:en)?)\s(?:(?:ik|wij|we)\s)?"
_BACK = r"\s(?:[^.,;:?!()]*\s)?op\sterug\b"
_REWORDED = (
    # How far an amount is from a round one: 'een kleine 3 miljoen', 'amper veertig'.
    (rf"(?i)\b(?P<seen>krap|net geen|een kleine)(?=\s(?:{_COUNT}))", "bijna"),
    (rf"(?i)\b(?P<seen>dik|een dikke|een ruime)(?=\s(?:{_COUNT}))", "ruim"),
    (rf"(?i)\b(?P<seen>een slordige)(?=\s(?:{_COUNT}))", "zo'n"),
    (rf"(?i)\b(?P<seen>ten naaste bij)(?=\s(?:{_COUNT}))", "ongeveer"),
    (rf"(?i)\b(?P<seen>amper)(?=\s(?:{_COUNT}))", "nauwelijks"),
    # Of 'nauwelijks de helft' a model makes almost half, and of 'amper' more than that.
    (
        r"(?i)\b(?P<seen>amper|nauwelijks)(?=\s(?:een\s(?:kwart|derde|vierde|vijfde|tiende)|de\shelft)\b)",
        "slechts",
    ),
    (r"(?i)\b(?P<seen>hoogstens)\b", "hooguit"),
    (r"(?i)\b(?P<seen>(?:net )?zo ?min als)\b", "evenmin als"),
    (
        r"(?i)(?<!\d\s)(?<!uur\s)\b(?P<seen>tot)(?=\s\d{1,3}\suur\sper\s(?:dag|week|maand|jaar)\b)",
        "maximaal",
    ),
    (r"(?<=\d)(?P<seen>\sà\s)(?=€?\s?\d)", " tot "),
    # 'A hundred thousand people', of which there were more.
    (
        r"(?i)(?<!\benkele\s)(?<!\bpaar\s)(?<!\bmeerdere\s)\b(?P<seen>honderdduizenden)\b",
        "honderden duizenden",
    ),
    # What is left to be done, and what is said to be far from it.
    (r"\b(?:kan|kon|kunnen|konden)\b[^.,;:?!]{0,40}?\b(?P<seen>niet anders dan)\b", "alleen"),
    (
        r"\b(?:is|was|zijn|waren|verliep|verliepen|lijkt|bleek)\s(?P<seen>alles behalve)\b",
        "allesbehalve",
    ),
    (r"(?i)\b(?P<seen>onder geen (?:enkel )?beding)\b", "in geen geval"),
    # Whose it is to say: 'of dat zo is, is aan de rechter' is not before the court.
    (
        r"\b(?!(?:\w*ge|be|ver|ont)\w+(?:[dn]|[^i]t)\s)\w+,?"  # not 'gegeven is aan'
        r"\sis(?:\s(?:dan|uiteindelijk|immers|dus|primair|vooral|ook|echter|daarom|niet))?(?P<seen>\saan)"
        r"(?=\s(?:de|een|het)\s(?:[a-z-]+e\s)?(?:rechters?|rechtbank|(?:gerechts)?hof|parlement|[\w-]*raad"
        r"|[\w-]*commissie)(?:\szelf)?[.,;?])",
        " een zaak voor",
    ),
    # What is chosen or said: 'kan besluiten geen vergunning te verlenen' is not 'cannot'.
    (
        rf"\b{MAY}\s[^.,;:?!]*?\b{CHOOSES}(?P<seen>\s)(?!om\b|te\b){_DENYING}",
        " om ",
    ),
    *(
        (
            rf"\b(?P<seen>{old})(?=\s(?:(?:zelf|ook|echter|dat|dit)\s){{0,2}}(?:niet|nooit)\b{_CLAUSE}"
            r"\bte\s(?:zijn|hebben|worden|kunnen|willen|weten)\b)",
            new,
        )
        for old, new in (("(?:verklaart|stelt)", "zegt"), ("(?:verklaren|stellen)", "zeggen"))
    ),
    # Adverbs and conjunctions of which a model makes other ones, or none.
    (
        r"\A(?P<seen>Ook al)(?=\s(?:is|zijn|was|waren|heeft|hebben|ha(?:d|dden)|wordt|worden"
        r"|werd(?:en)?|kan|kunnen|kon(?:den)?|moe(?:t|ten)|zal|zullen|zou(?:den)?)\b)",
        "Zelfs al",
    ),
    (r"(?i)\b(?P<seen>daar komt (?:nog )?bij)(?=\sdat\b)", "daarbij komt"),
    (r"(?i)\bhoe\s(?:\w+er|meer)\b[^.;:?!]*?,\s(?P<seen>des te)(?=\s(?:\w+er|meer)\b)", "hoe"),
    (r"\A(?P<seen>Hetgeen)\b", "Wat"),
    (r"\A(?P<seen>Opdat)\b", "Om ervoor te zorgen dat"),
    # 'The inspectorate is leaving it to check the school.'
    (
        r"\b(?:laat|laten|liet|lieten)\s(?P<seen>het na(?: om)?)(?=\s[^.,;:?!]+\ste\s[a-zë]+n\b)",
        "na om",
    ),
    # No duty: 'Het plan dient ter vervanging van de regeling.'
    (r"\b(?P<seen>dient)(?=\ster\s(?!.*\bte\s))", "is bedoeld"),
    (
        r"(?<!\bte\s)(?<!\b(?:kan|zal|zou)\s)(?<!\bmoet\s)(?<!\b(?:kunnen|moeten|zouden|zullen)\s)"
        r"\b(?P<seen>dienen)(?=\ster\s(?!.*\bte\s))",
        "zijn bedoeld",
    ),
    # No place: 'Tegen het advies van de raad in is het plan aangenomen.'
    (
        r"(?i)\btegen\s(?:de|het|alle|elke?|mijn|zijn|haar|hun|uw|ons|onze)\s"
        r"(?:advies|adviezen|wens|wil|zin|regels|afspra(?:ak|ken)|besluit|verbod|stroom|verwachting(?:en)?)"
        r"(?:\svan\s(?:(?:de|het|zijn|haar|hun|mijn|uw)\s)?\w+)?(?P<seen>\sin)"
        r"(?=[,.]|\s(?:is|zijn|was|waren|heeft|hebben|ha(?:d|dden)|wordt|worden|werd(?:en)?|toch|ge\w+)\b)",
        "",
    ),
    # As a participle it never means that something happened: that is 'voorgekomen'.
    (r"(?i)\bdan (?:was|waren)\s[^.,;:?!]{2,40}?\s(?P<seen>voorkomen)(?=[.,;])", "vermeden"),
    # Who is told, and does not tell: 'De Kamer wordt hierover nader bericht.'
    (
        r"\b(?:(?:[Uu]|Kamer)\s(?:wordt|is)|(?:wordt|is)\s(?:u|(?:de|uw)\sKamer))\b[^.,;:?!]{0,60}?"
        r"(?<!\b(?:een|het|dit))\s(?P<seen>bericht)(?=[.,;])",
        "geïnformeerd",
    ),
    # No range: 'De leeftijd gaat van 18 naar 21 jaar.'
    *(
        (rf"\b(?P<seen>{old})(?=\svan\s\d[\d.,]*\s?(?:%|\w+)?\snaar\s\d)", new)
        for old, new in (
            ("gaat", "verandert"),
            ("gaan", "veranderen"),
            ("ging", "veranderde"),
            ("gingen", "veranderden"),
        )
    ),
    # Who asked: 'Bovengenoemde leden stelden u op 3 juni vragen' is not 'you asked the members'.
    (r"\bleden\s(?P<seen>stelden\su)\b", "stelden aan u"),
    # No verb: 'Uitsluitend de minister mag dit' is not 'to rule out'.
    (r"\b(?P<seen>Uitsluitend)\b(?=\s[a-zà-ÿ])", "Alleen"),
    # Of what a court imposed no 'up to' is said: 'de veroordeling tot zes jaar cel'.
    (
        rf"\bveroordeling(?:en)?\s(?P<seen>tot)(?=\s{_SOME}\s(?:jaar|maand(?:en)?|we(?:ek|ken)|dagen|uur)\b)",
        "van",
    ),
    # 'Met terugwerkende kracht tot 1 juli', from that day on.
    (
        r"\bterugwerkende\skracht\s(?P<seen>tot(?:\sen\smet)?)"
        rf"(?=\s(?:\d{{1,2}}\s(?:{DUTCH_MONTH})|(?:begin\s|eind\s|medio\s)?(?:{DUTCH_MONTH}|(?:19|20)\d\d)\b"
        r"|(?:de|het)\s(?:\w+\s)?(?:da(?:g|tum)|moment|tijdstip|begin|inwerkingtreding)\b))",
        "vanaf",
    ),
    # The comma of older letters: 'keur ik goed, dat de termijn wordt verlengd'.
    (r"\b(?:goed|vast)(?P<seen>,)(?=\sdat\b)", ""),
    # No way back: 'Ik kom hier in het najaar op terug.'
    (rf"{_COMES}(?P<seen>hier|daar)(?={_BACK})", "hierop"),
    (rf"{_COMES}(?:hier|daar)(?=\s)[^.,;:?!()]*?(?P<seen>\sop)(?=\sterug\b)", ""),
    # The level that was reached, no difference: 'de inflatie was met 3,8 procent hoger'.
    (
        r"(?i)\b(?:opkomst|werkloosheid|inflatie|\w*(?:percentage|rente|aandeel|verzuim|graad))\b[^.,;:]{0,60}"
        r"\s(?:is|was|lag|ligt)(?:\sin\s(?:\w+\s)?\d{4})?(?P<seen>\s)met\s\d+(?:,\d+)?\s?(?:%|procent\b)"
        r"(?P<too>\s)(?=(?:\w+\s)?(?:hoger|lager|groter|kleiner)\b)",
        ", ",
    ),
    (r"(?i)(?<=\d)(?P<seen>[\s-]?(?:%-?|procent-?)punt(?:en)?)(?!\w)", " percentage points"),
    # A true minus, which no vocabulary has.
    (r"(?<!\w)(?P<seen>−)(?=\s?€)", "-"),
    # His Netherlands Majesty's Ship, of which a model makes a doctor.
    (r"(?<!\w)(?P<seen>[ZH]r\.\s?Ms\.)(?=\s[A-Z])", "HNLMS"),
    # A verb's particle: 'komt af en toe' came down to.
    (r"(?i)\b(?P<seen>af\sen\stoe)\b(?!-)", "nu en dan"),
    # '2001 -2002', of which a model makes other years.
    (r"(?<=\b(?:19|20)\d\d)(?P<seen>\s[-–]|[-–]\s)(?=(?:19|20)\d\d\b)", "-"),
    (r"(?<=\d)(?P<seen>\s?‰)", " promille"),
    # '9.00-17.00 uur'.
    (
        r"(?<![\d.:,–-])\d{1,2}[.:]\d\d(?P<seen>\s?[-–]\s?)(?=\d{1,2}[.:]\d\d\s?(?:uur|u)\b)",
        " tot ",
    ),
    (r"(?<=\d)(?P<seen>\s)(?=uurs[a-z]*\b)", "-"),  # '24 uursbewaking'
    # '4 graden vorst'.
    (r"(?<=\d\sgraden\s)(?P<seen>vorst)\b", "onder nul"),
    (r"(?<=\d\sgraden\s)(?P<seen>vriezen)\b", "onder nul worden"),
    # Seconds, in which a model counts: 'binnen 30 tellen'.
    (
        r"(?i)\b(?:binnen|na|in)\s(?:\d{1,3}|twee|drie|vier|vijf|zes|tien|twintig|(?:een\s)?paar|enkele|luttele)"
        r"\s(?P<seen>tellen)\b(?!\s(?:mee|als)\b)",
        "seconden",
    ),
    # '20.30 u.', in which a model hears 'you'.
    (
        r"(?<![\w.,:/–-])(?:[01]?\d|2[0-4])[.:][0-5]\d(?P<seen>\s?u(?:\.(?=[,;:)]|\s[a-z]))?)(?!\w)",
        " uur",
    ),
    # Where no beginning is named: '2025 (t/m mei)'.
    (r"\((?P<seen>t/m)(?=\s)", "tot en met"),
    (r"\b(?P<seen>ad)(?=\s€)", "van"),
    (r"\b(?P<seen>KB)(?=\s(?:van\s)?\d)", "koninklijk besluit"),
    (r"(?:(?<=[\d-])|(?<=bruto)|(?<=netto)|(?<=euro))\s(?P<seen>p\.m\.)", "per maand"),
    (r"(?<=\b(?:19|20)\d\d/)(?P<seen>['’‘])(?=\d\d\b)", ""),  # 2024/'25
    # A verb elsewhere: 'de cliënt kan zijn of haar klacht indienen'.
    (
        r"(?i)(?<!\b(?:aan|bij|met|uit|van|via|die|wie)\s)(?<!\b(?:door|over|voor|naar)\s)"
        r"(?<!\b(?:en|in|om|op)\s)\bzijn(?P<seen>\sof\s)haar\b",
        "/",
    ),
)
_COMPILED = tuple((re.compile(pattern), seen) for pattern, seen in _REWORDED)
_NUMBER = re.compile(r"(?i)(?<![\w-])[a-zéë]*(?:honderd|duizend)[a-zéë]*(?![\w-])")
_FRACTION = re.compile(r"(?:(?<![\d.,])(?P<whole>\d{1,3})[ \u00a0]?)?(?P<part>[¼½¾⅓⅔⅛⅜⅝⅞])")
"""Which a model's normaliser takes apart: '2½' is '21/2' then."""
_RANGE_OF_DAYS = re.compile(r"\s?[-–]\s?")
_STRESSED = re.compile(
    r"(?<![\w-])(?!à\b|één\b|vóór\b(?!\s(?:of|en)\stegen\b))[^\W\d_]*[áéíóúàèìòù][^\W\d_]*(?![\w-])",
    re.IGNORECASE,
)
"""'Één' is the number, and no article; 'vóór' is before, where it is not for or against."""
_COMMON, _OFTENER = 4.5, 1.0
"""Zipf scale: a word as Dutch has it, and how much rarer it is with an accent."""
_DEFINED = re.compile(
    r"\b(?P<lead>In|Voor\sde\stoepassing\svan)\s(?:deze|dit)\s"
    r"(?!(?:verband|geval|kader|opzicht|licht|verslag|context)\b)[^.:;()]{2,90}?"
    r"\s(?:(?P<list>(?:wordt|worden)\sverstaan\sonder)(?=:\s*(?:$|[a1][.)]\s))|(?P<means>(?:wordt|worden)"
    r"\s(?:verstaan\sonder(?=\s[^.:;]{2,80}:\s)|onder(?=\s[^.:;]{2,80}?(?P<rest>\sverstaan)\b))))"
)
"""'In dit besluit wordt onder vee verstaan: …', which a model turns round: 'This decree means
cattle'."""
_MANY = {
    **{each: each for each in "euro jaar keer kilo kilometer liter man meter uur".split()},
    **{"dag": "dagen", "graad": "graden", "maand": "maanden", "minuut": "minuten"},
    **{"seconde": "seconden", "stuk": "", "week": "weken"},
}
_OR_SO = re.compile(
    rf"(?i)\b(?P<first>e)en\s(?P<unit>{'|'.join(_MANY)})\sof\s(?P<number>\d{{1,3}})(?![\w.,/-]*\d)"
    rf"(?!\s?(?:%|à|tot\b)|\s(?:{'|'.join(filter(None, _MANY.values()))}|uren|jaren|euro['’]s)\b)"
)
"""'Een graad of 24', about 24 degrees; not 'een dag of 2 dagen'."""
_THIRTIES = re.compile(r"(?<=\bde\s)(?<!\buit\sde\s)jaren\s(?:dertig|['’]?30)\b")
_AHEAD = re.compile(
    r"^(?!.*\b(?:19\d\d|was|waren|werd(?:en)?|had(?:den)?)\b)"
    r".*\b(?:zal|zullen|verwacht\w*|gepland\w*|voorzien|toekomst\w*|20[3-9]\d)\b",
    re.DOTALL,
)
"""What tells that 'de jaren dertig' are to come."""
_TOO = re.compile(r"(?<=\()te(?=\)\s(?P<next>[a-zë]+))")
"""'Het terugdringen van (te) hoge kosten'."""
_WHOM = {"Aan": "to", "Met": "with", "Over": "about", "Tegen": "against", "Voor": "for"}
_TO_WHOM = re.compile(rf"\b({'|'.join(_WHOM)}) wie\b(?=[^.;:!]*\?)")
_HALF = re.compile(r"(?i)\b(?:ander|(?P<whole>\w+?)[eë]n)hal(?:f|ve)(?=\s(?:miljoen|miljard)\b)")
_EVERY = re.compile(
    rf"(?i)(?<![\w-])(?<!\been\s)(?<!\bgeen\s)(?<!\bons\s)(?<!\belk\s)(?<!\beigen\s)(?<!\bnieuw\s)"
    rf"(?P<number>{'|'.join(DUTCH_ONES[1:12])})(?P<unit>jaar|wek|maand)e?lijks(?![\w-])"
)
_UNITS = {"jaar": "jaar", "wek": "weken", "maand": "maanden"}
_ALL_BUT = re.compile(
    r"(?i)\b(?P<lead>op)\s(?:(?:één|een|\d{1,2}|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|enkele)"
    rf"(?:\s(?!{DUTCH_MONTH}|na\b)[a-zà-ÿ-]+){{0,2}}|(?-i:[A-Z][\w-]+(?:\s(?:en\s)?[A-Z][\w-]+)*))(?P<end>\sna)"
    r"(?=[,.;:?!]|\s(?:heb|heeft|had|hadden|is|zijn|was|waren|word|werd|kan|kun|kon|doen|doet|deden"
    r"|mo[eg]|mag|zal|zul|zou|stem|reageer|dee|al(?:le|s)\b|wil|geen\b|niet\b|niemand\b)\w*)"
)
"""'Op één na', 'op drie gemeenten na hebben alle …'; not 'de op één na grootste'."""
_ALL_BUT_IT = re.compile(
    r"(?i)\b(?P<lead>op)\s(?:de|het|een\spaar|enkele|mijn|zijn|haar|hun)"
    r"(?:\s(?!na\b|\w*(?:dag|avond|ochtend|middag|nacht|week|maand|jaar|moment|tijdstip)(?:en)?\s)[a-zà-ÿ-]+){1,3}?"
    r"(?P<end>\sna)(?=[,.;:?!]|\s(?:heb|heeft|hebben|had|hadden|is|zijn|was|waren|wordt|worden|werd|werden|kan"
    r"|kunnen|moet|moeten|mag|mogen|zal|zullen|zou|zouden|voldoet|voldoen|aan\salle|geen|niet|niemand|geheel"
    r"|volledig|(?:af|in|op|uit|over|toe|mee|aan)?ge[a-z]+[dt]|(?:be|her|ont|ver)[a-z]+[dt](?=[.,;]))\b)"
)
_ALL = re.compile(
    r"(?i)\b(?:all?e|allemaal|geen|niets|niemand|nergens|overal|(?:ge)?hee?le?|geheel|volledig(?:e)?|ieder(?:e|een)?|elke?|compleet)\b"
)
_FOLLOWS = re.compile(
    r"(?i)\b(?:leef|leven|kom|kwam|streef|streven|laat|laten|liet|denk|dacht|ga|ging|tel|kijk|keek|vraag"
    r"|vroeg|boots|volg|speel|praat|doe|deed|deden)\w*\b"
)
"""What may belong to 'na' ('leeft de regels na')."""
_BUT_THERE = re.compile(
    r"\b(?:niet|geen)\b[^.;:?!]*(?P<but>,\s(?:maar\s)?)(?=(?:aan|bij|in|met|na|onder|op|over|tegen"
    r"|tijdens|tot|uit|van|volgens|voor)\s)[^.,;:?!]{2,60}?(?P<end>\swel)(?=[.;])"
)
"""'In België niet, in Nederland wel.', of which a model leaves the 'wel' out."""
_AND_OVER = re.compile(
    r"(?<=[a-z] )(?<!\b(?:al|is|op) )(?<!\bkost )(?<!\bkosten )(?<!\bgeldt )(?<!\bbedraagt )"
    r"(?P<since>vanaf)\s"
    r"(?:€\s?\d(?:[\d.,]*\d)?(?!\d)(?:\s(?:miljoen|miljard))?|\d[\d.,]*(?:\s(?:miljoen|miljard))?\seuro)"
    r"(?![\w-]|[.,]\d|\s(?:tot|t/m|naar|of\smeer|miljoen|miljard)\b|\s[-–]\s?€)"
)
_RANGES = re.compile(
    r"\b(?:begin|lo+p|start|stijg|steeg|varie|verschil|gaat|gaan|opge|ligt|liggen)\w*\b"
)
_ADJUSTING = re.compile(
    r"\b(?:[Ii]k\s(?P<pas>pas)(?=\s)|(?P<pas_ik>[Pp]as)(?=\sik\b))(?!\s(?:ik\s)?(?:mij|me)\b)"
    r"[^.,;:?!()]{3,120}?\s(?P<particle>aan|toe)"
    r"(?=[.,;:?!)]|\s(?:en|in|met|naar|om|op|per|waar\w*|zodat|zodra|als|indien|wanneer|omdat)\b|$)"
)
_ALONE = re.compile(r"\b[Aa]lleen al\b(?=\s(?:de|het)\s(?!afgelopen|vorige?|laatste|eerste))")
"""'Alleen al de bouw kost dat', the building alone. Before a time or a place a model reads it
better as it stands.
"""
EITHER = ("his/her", "his or her")
"""As a model renders 'zijn/haar', and what the source says."""


_SURNAME = (
    rf"(?:{ANY_SURNAME_PREFIX}\s)*[A-Z][^\W_][\w'’-]*(?:\s(?:{ANY_SURNAME_PREFIX}\s)*[A-Z][^\W_][\w'’-]*)*"
    r"(?:\s\([^()]{2,40}\))?"
)
_GENTLEMEN = re.compile(
    rf"\b[Dd]e\s(?P<men>heren)(?P<first>\s{_SURNAME})"
    rf"(?P<others>(?:,\s{_SURNAME})*,?\sen\s{_SURNAME}|(?=,|\s\())"
)
_BESIDE = re.compile(rf"(?:,|\sen)(?P<blank>\s)(?={_SURNAME})")
_DEGREES = re.compile(
    r"(?P<who>\b(?:[Dd]e\sheer|[Mm]evrouw|[Mm]evr\.|[Mm]w\.|[Dd]hr\.)\s)?"
    r"(?<![\w.])(?P<titles>(?:(?i:prof|dr|mr|ir|ing|drs|bc)\.\s?)+)"
    rf"(?=[A-Z][a-z]?\.|(?:{ANY_SURNAME_PREFIX}\s)*[A-Z][^\W\d_])"
    r"(?!(?:[A-Z]\.\s?)*(?:[\w'’-]+\s){0,3}?[\w-]*"
    r"(?:college|fonds|huis|kade|laan|park|plein|school|singel|stichting|straat|weg)\b)"
)
"""Before a name of a person, not of a street: 'de heer prof. dr. ir. A. Smit'."""
_INITIAL = re.compile(r"[A-Z]\.")
_GUILDERS = re.compile(
    r"(?:ƒ|\bfl\.)\s?(?P<sum>\d{1,3}(?:\.\d{3})+(?:,\d\d)?|\d+(?:,\d\d)?)(?:,[-–]+)?"
)
"""A model makes euros of 'ƒ 500'."""


def degrees(text: str) -> Iterator[Edit]:
    """The degrees before names, which English does not write, but for the highest: a model makes a
    'Dr' of 'drs.', and of 'mr.' what is no degree at all.
    """
    for hit in _DEGREES.finditer(text):
        if hit.group() == "Mr. " and not _INITIAL.match(text, hit.end()):
            continue  # 'Mr. Bean'
        titles = hit["titles"].lower()
        high = next((each for each in ("Prof. ", "Dr. ") if each[:-1].lower() in titles), "")
        written = high if high else hit["who"] or ""
        if not hit.group()[0].isupper():
            written = written.lower()
        yield *hit.span(), written


def reworded(text: str) -> Iterator[Edit]:
    """Each stretch of `text` that is misread, with what is seen in its place."""
    for pattern, seen in _COMPILED:
        for hit in pattern.finditer(text):
            for name in pattern.groupindex:
                yield *hit.span(name), _as_begun(hit[name], seen)
    others = (spelt_out, _numbers, _halves, _periods, _except, _fractions, _gentlemen)
    turned = (_adjusting, _and_over)
    for each in (*others, *turned, _about, _money, _days, _dates, degrees, _defined, _unstressed):
        yield from each(text)


def _numbers(text: str) -> Iterator[Edit]:
    """'Driehonderdzevenentwintig' in figures."""
    for hit in _NUMBER.finditer(text):
        number = cardinal(hit.group().lower()) or 0
        if number > 100 and len(f"{number}".rstrip("0")) > 1:
            yield *hit.span(), f"{number:,}".replace(",", ".") if number >= 10_000 else f"{number}"


def _halves(text: str) -> Iterator[Edit]:
    """'Anderhalf miljoen' as '1,5 miljoen'."""
    for hit in _HALF.finditer(text):
        if whole := cardinal(hit["whole"].lower()) if hit["whole"] else 1:
            yield *hit.span(), f"{whole},5"


def _periods(text: str) -> Iterator[Edit]:
    """'Tweewekelijks' as 'elke twee weken'."""
    for hit in _EVERY.finditer(text):
        seen = f"elke {hit['number'].lower()} {_UNITS[hit['unit'].lower()]}"
        yield *hit.span(), _as_begun(hit.group(), seen)


def _except(text: str) -> Iterator[Edit]:
    """'Op Hongarije na' as 'met uitzondering van Hongarije'; 'niet hier, in België wel' as 'niet
    hier, maar in België is dat anders'.
    """
    hits = {hit.start("lead"): hit for hit in _ALL_BUT_IT.finditer(text) if _ALL.search(text)}
    hits = {at: hit for at, hit in hits.items() if not _FOLLOWS.search(text, 0, at)}
    hits |= {hit.start("lead"): hit for hit in _ALL_BUT.finditer(text)}
    for hit in hits.values():
        seen = "met" if "uitzondering" in hit.group() else "met uitzondering van"
        yield *hit.span("lead"), _as_begun(hit["lead"], seen)
        yield *hit.span("end"), ""
    for hit in _BUT_THERE.finditer(text):
        yield *hit.span("but"), ", maar "
        yield *hit.span("end"), " is dat anders"


def _gentlemen(text: str) -> Iterator[Edit]:
    """'De heren Kamp en Blok' as 'de heer Kamp en de heer Blok': a model makes men of them, or
    calls the first alone Mr.
    """
    for hit in _GENTLEMEN.finditer(text):
        yield *hit.span("men"), "heer"
        for other in _BESIDE.finditer(text, *hit.span("others")):
            yield *other.span("blank"), " de heer "


def _and_over(text: str) -> Iterator[Edit]:
    """'Een boete vanaf € 3.000' as 'van € 3.000 of meer', of which a model makes 'up to'."""
    for hit in _AND_OVER.finditer(text):
        if not _RANGES.search(text):  # 'De prijzen beginnen vanaf € 12.'
            yield *hit.span("since"), "van"
            yield hit.end() - 1, hit.end(), f"{text[hit.end() - 1]} of meer"


def _adjusting(text: str) -> Iterator[Edit]:
    """'Ik pas de wet aan' as 'ik wijzig de wet': a model reads 'pas' as 'only' or 'not until'."""
    for hit in _ADJUSTING.finditer(text):
        group = "pas" if hit["pas"] else "pas_ik"
        verb = "wijzig" if hit["particle"] == "aan" else "gebruik"
        yield *hit.span(group), _as_begun(hit[group], verb)
        yield hit.start("particle") - 1, hit.end("particle"), ""


def _as_begun(old: str, new: str) -> str:
    """The new words, with a capital where the old ones have one."""
    return new[0].upper() + new[1:] if new and old[:1].isupper() else new


def _fractions(text: str) -> Iterator[Edit]:
    """'2½' as '2,5'."""
    for hit in _FRACTION.finditer(text):
        whole, part = hit["whole"] or "", hit["part"]
        if part in THIRDS:
            yield *hit.span(), f"{whole} {THIRDS[part]}".strip()
        else:
            amount = int(whole or 0) + unicodedata.numeric(part)
            yield *hit.span(), str(amount).replace(".", ",")


def _about(text: str) -> Iterator[Edit]:
    """'Een graad of 24' as 'ongeveer 24 graden'."""
    for hit in _OR_SO.finditer(text):
        about = "Ongeveer" if hit["first"] == "E" else "ongeveer"
        yield *hit.span(), f"{about} {hit['number']} {_MANY[hit['unit'].lower()]}".rstrip()


def _money(text: str) -> Iterator[Edit]:
    """'Dat kost 3 ton' as 'dat kost 300.000 euro'."""
    for ton in tons(text):
        if ton.is_money:
            euro = "" if text.startswith(" euro", ton.end) else " euro"
            yield ton.start, ton.end, f"{ton.euros:,}".replace(",", ".") + euro
    for hit in _GUILDERS.finditer(text):
        yield *hit.span(), f"{hit['sum']} gulden"
    for (start, end), plural in some_tons(text):
        yield start, end, "honderdduizenden euro's" if plural else "honderdduizend euro"


def _days(text: str) -> Iterator[Edit]:
    """'Ma-vr' as 'maandag t/m vrijdag'."""
    last = -1
    for (start, end), day in short_weekdays(text):
        if last >= 0 and _RANGE_OF_DAYS.fullmatch(text, last, start):
            yield last, start, " t/m "
        yield start, end, WEEKDAYS[day]
        last = end


def _dates(text: str) -> Iterator[Edit]:
    """'1-7-2025' as '1 juli 2025': an English reader may take it for the seventh of January."""
    for hit in NUMERIC_DATE.finditer(text):
        yield *hit.span(), f"{int(hit[1])} {DUTCH_MONTHS[int(hit[3]) - 1]} {hit[4]}"
    for span, day, number in days_of_months(text):
        yield *span, f"{day} {DUTCH_MONTHS[number - 1]}"
    for span, month in short_months(text):
        yield *span, month


def _defined(text: str) -> Iterator[Edit]:
    """What leads to a definition, in words that a model cannot turn round."""
    for hit in _DEFINED.finditer(text):
        yield *hit.span("lead"), "In" if hit["list"] else "Voor de toepassing van"
        if hit["list"]:
            yield *hit.span("list"), "zijn de volgende definities van toepassing"
        else:
            many = hit["means"].startswith("worden")
            yield *hit.span("means"), "betekenen" if many else "betekent"
        if hit["rest"]:
            yield *hit.span("rest"), ""


def _unstressed(text: str) -> Iterator[Edit]:
    """Words that an accent only stresses, without it: 'alléén', which a model reads as 'all'."""
    if text.isascii():
        return
    for hit in _STRESSED.finditer(text):
        word, plain = hit.group(), strip_marks(hit.group())
        usual = zipf(plain.lower(), "nl")
        if usual >= _COMMON and usual >= zipf(word.lower(), "nl") + _OFTENER:
            yield *hit.span(), plain


def meant(text: str) -> Iterator[tuple[int, int, str]]:
    """The English of what a model takes for something else: for the thirties that are to come it
    writes the 1930s, and for whom the minister spoke with, who spoke to the minister.
    """
    for hit in _THIRTIES.finditer(text) if _AHEAD.match(text) else ():
        yield *hit.span(), "2030s"
    for hit in NEXT.finditer(text):
        yield *hit.span(), "et seq."
    for hit in SENTENCE.finditer(text):
        yield *hit.span(), sentence(hit.group())
    for hit in _ALONE.finditer(text):
        yield *hit.span(), "alone"
    for hit in _TO_WHOM.finditer(text):
        yield *hit.span(), f"{_WHOM[hit[1]]} whom"
    for hit in _TOO.finditer(text):
        if not is_infinitive(hit["next"]):
            yield *hit.span(), "too"
