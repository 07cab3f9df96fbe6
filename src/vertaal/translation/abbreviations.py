"""Abbreviations of official Dutch, spelt out: a small model guesses at them, and 'm.u.v.' (except
for) came out as 'in particular'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vertaal.glossary.gluing import ends

_LONG = {
    "a.g.v.": "als gevolg van",
    "a.h.v.": "aan de hand van",
    "a.s.": "aanstaande",
    "c.q.": "dan wel",
    "d.d.": "gedateerd",
    "d.m.v.": "door middel van",
    "d.w.z.": "dat wil zeggen",
    "e.e.a.": "een en ander",
    "evt.": "eventueel",
    "i.a.a.": "met een afschrift aan",
    "i.c.": "in dit geval",
    "i.c.m.": "in combinatie met",
    "i.g.v.": "in geval van",
    "i.h.a.": "in het algemeen",
    "i.h.b.": "in het bijzonder",
    "i.h.k.v.": "in het kader van",
    "i.i.g.": "in ieder geval",
    "i.o.m.": "in overleg met",
    "i.o.v.": "in opdracht van",
    "i.p.v.": "in plaats van",
    "i.r.t.": "in relatie tot",
    "i.s.m.": "in samenwerking met",
    "i.t.t.": "in tegenstelling tot",
    "i.v.m.": "in verband met",
    "m.a.w.": "met andere woorden",
    "m.b.t.": "met betrekking tot",
    "m.b.v.": "met behulp van",
    "m.i.": "mijns inziens",
    "m.i.v.": "met ingang van",
    "m.m.v.": "met medewerking van",
    "m.n.": "met name",
    "m.u.v.": "met uitzondering van",
    "n.a.v.": "naar aanleiding van",
    "n.t.b.": "nog te bepalen",
    "n.v.t.": "niet van toepassing",
    "o.b.v.": "op basis van",
    "o.g.v.": "op grond van",
    "o.i.d.": "of iets dergelijks",
    "o.l.v.": "onder leiding van",
    "o.v.v.": "onder vermelding van",
    "p.j.": "per jaar",
    "p.p.": "per persoon",
    "resp.": "respectievelijk",
    "t.a.v.": "ten aanzien van",
    "t.b.v.": "ten behoeve van",
    "t.n.v.": "ten name van",
    "t.o.v.": "ten opzichte van",
    "t.v.v.": "ter vervanging van",
    "t.w.": "te weten",
    "t.z.t.": "te zijner tijd",
    "v.a.": "vanaf",
    "v/h": "voorheen",
    "v.i.": "voorwaardelijke invrijheidstelling",
    "v.w.b.": "voor wat betreft",
    "vgl.": "vergelijk",
    "w.o.": "waaronder",
    "z.s.m.": "zo spoedig mogelijk",
    "zgn.": "zogenoemde",
}
_WITHOUT_POINTS = "icm igv ihkv ipv ism itt ivm mbt mbv miv muv nav obv ogv tav tbv tov vwb zsm"
_ALL = _LONG | {short: _LONG[".".join((*short, ""))] for short in _WITHOUT_POINTS.split()}
_ABBREVIATION = re.compile(
    rf"(?<![\w.@/-])(?:{'|'.join(map(re.escape, sorted(_ALL, key=len, reverse=True)))})(?![\w@-])",
    re.IGNORECASE,
)
_TO_SOMEBODY = re.compile(r"\s*(?:de\sheer|mevrouw|mw\b|dhr\b|de\safdeling|afdeling|[A-Z])")
"""Behind 't.a.v.' on an envelope."""
_OF_CODE = re.compile(r"\b(?:[Aa]rt(?:ikel(?:en)?|t?\.)|[Bb]oek)\s\d")
_CODES = {
    "BW": "Burgerlijk Wetboek",
    **dict.fromkeys(("Sr", "WvSr"), "Wetboek van Strafrecht"),
    **dict.fromkeys(("Sv", "WvSv"), "Wetboek van Strafvordering"),
    **dict.fromkeys(("Rv", "WvRv"), "Wetboek van Burgerlijke Rechtsvordering"),
}
_CODE = re.compile(
    r"(?<![\w(-])(?:(?P<the>(?<=\bhet\s))|(?<=\b(?:lid|sub)\s)|(?<=\b(?:leden|onder)\s)"
    rf"|(?<![^\W\d_]{{3}}\s))(?:{'|'.join(_CODES)})(?![\w-])"
)
"""'Artikel 7:17 BW', where it is no 'beschermd wonen';
not 'Turks BW', nor the '(BW)' that explains."""
_COURT = re.compile(r"(?<![\w.])[Rr]b\.(?=\s(?:'s-)?[A-Z])")
"""'Rb. Rotterdam 3 mei 2021'."""


def spelt_out(text: str) -> Iterator[tuple[int, int, str]]:
    """Each abbreviation of `text` as (start, end, what it stands for)."""
    for hit in _ABBREVIATION.finditer(text):
        short, (start, end) = hit.group(), hit.span()
        plain = short.lower()
        if short[1:] != plain[1:] or ("." not in short and short != plain):
            continue  # 'N.V.T.', 'Ism'
        if plain == "t.a.v." and _TO_SOMEBODY.match(text, end):
            continue
        if plain == "v.i." and text[:start].endswith("("):
            continue  # It explains its long form.
        if plain == "d.d." and not text[:start].endswith(", "):
            continue  # 'De brief d.d. 3 mei' is read as it should be.
        long = _ALL[plain]
        if short != plain:
            long = long[0].upper() + long[1:]
        if short.endswith(".") and ends(text, end):
            long += "."  # Its point ended the sentence too.
        yield start, end, long
    for hit in _CODE.finditer(text) if _OF_CODE.search(text) else ():
        code = _CODES[hit.group()]
        yield *hit.span(), code if hit["the"] is not None else f"van het {code}"
    for hit in _COURT.finditer(text):
        yield *hit.span(), "rechtbank"
