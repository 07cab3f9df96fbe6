"""How English calls an 'artikel': an Article of the Constitution, of a treaty or of European law, a
section of a Dutch act. Of other rules, and of the codes, the model may choose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vertaal.types import Span

_NUMBER = r"\d+(?:[:.]\d+)*[a-z]{0,2}"
CALLED = re.compile(rf"(?i:\b(?:article|section)s?\s{_NUMBER}(?!\w))")
"""In English, by whichever name."""
_PART = (
    rf"(?:{_NUMBER}|[a-z]|[ivx]+|\w+(?:ste|de)|\d+e|bis|ter|lid|leden|alinea|onder|onderde(?:el|len)"
    r"|sub|aanhef|(?:vol)?zin|en|of|tot|met|t/m|jo\.?|juncto|artikel(?:en)?|art\.)"
)
_ARTICLE = (
    rf"(?i:\b(?P<first>(?P<word>artikel(?:en)?|art\.)\s(?P<number>{_NUMBER}))(?!\w)"
    rf"(?:[\s,]+{_PART}(?!\w))*+)(?<!\sen)(?<!\sof)"
)
_WHICH = (
    r"(?:van\s)?(?:(?:de|het|deze|dit|die|dat|genoemde?|voornoemde?)\s)?"
    r"(?:(?i:Europe(?:es|se)|internationa(?:al|le)|algemene|gedelegeerde|herziene?|sociaal)\s){0,2}"
)
_LAW = (
    r"(?:[Gg]rondwet|Gw|EVRM|ESH|IVRK|IVBPR|IVESCR|UVRM|VWEU|VEU|AVG|GDPR|DSA|DMA|NIS ?2"
    r"|(?:AI|Data|Data Governance|Digital Services|Digital Markets|Cyber Resilience) Act"
    r"|Akkoord van Parijs|[Vv]erklaring van de [Rr]echten|Schengengrenscode|Visumcode"
    r"|[\w-]*(?i:verdrag(?:en)?|handvest|statuut|protocol|conventie|richtlijn(?:en)?"
    r"|verordening(?:en)?|associatie(?:akkoord|overeenkomst))"
    r"|(?i:(?:kader)?besluit)(?=\s\(?(?:EU|EG|GBVB|JBZ|\d{4}/)))(?![\w-])"
)
_DUTCH_ACT = r"(?:(?!Grondwet)[A-Z][\w-]*wet|W[a-z]{1,5}|Awb|UAVG|Zvw|AWR|Awir|WHW|WVW)(?![\w-])"
"""By its name or its abbreviation: 'Wet open overheid', 'Opiumwet', 'Woo'."""
_OF_LAW = re.compile(rf"{_ARTICLE}[\s,]+{_WHICH}{_LAW}")
_OF_ACT = re.compile(rf"{_ARTICLE}[\s,]+{_WHICH}{_DUTCH_ACT}")
_BARE = re.compile(rf"{_ARTICLE}(?!,?\s(?:van\b|[A-Z]))")
_NAMED = re.compile(rf"(?<![\w-]){_LAW}")
_ACT = re.compile(r"(?i)(?<!grond)wet(?:boek)?\b|besluit\b|regeling\b")
_ANOTHER = re.compile(r"\b(?!E[UG]\b)[A-Z][A-Za-z]{1,4}\b|[.?!]\s")
"""What may be the abbreviation of another law, or the end of the sentence."""


def articles(text: str) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Where `text` says 'artikel 8', and how English writes it; for European law also where the
    sentence has named it before. A list ('artikel 3 en artikel 8 EVRM') counts once.
    """
    laws = [law.end() for law in _NAMED.finditer(text)]
    named = [hit for hit in _BARE.finditer(text) if _is_of_law_before(text, hit.start(), laws)]
    of_acts = [(hit, "section", "sections") for hit in _OF_ACT.finditer(text)]
    of_laws = [(hit, "Article", "Articles") for hit in (*_OF_LAW.finditer(text), *named)]
    for hit, one, many in (*of_acts, *of_laws):
        forms = (many, one) if hit["word"].lower() == "artikelen" else (one, many)
        yield hit.span("first"), tuple(f"{form} {hit['number']}" for form in forms)


def _is_of_law_before(text: str, at: int, laws: Sequence[int]) -> bool:
    """Whether the law that the sentence names last before `at` is such a one."""
    end = max((law for law in laws if law <= at), default=-1)
    return end >= 0 and not _ACT.search(text, 0, at) and not _ANOTHER.search(text, end, at)
