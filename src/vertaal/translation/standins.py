"""What the model does not see as it stands: long addresses and codes, English, rows of figures, the
mark of a list item, and the note marks that end a segment.

A model spells an address piece by piece, and slips; English it takes for Dutch. It is shown a short
address of the same site, or a name, and the long one takes its place in the target. Marks of notes
at the end of a sentence are put at the end of its translation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from vertaal.addresses import WEB
from vertaal.dates import DUTCH_MONTH
from vertaal.glossary.readings import is_only_plural, is_plural
from vertaal.parsing.joining import LEADS_ON
from vertaal.parsing.numbers import SMALL_ROMAN
from vertaal.translation.alignment import chief
from vertaal.translation.capitals import begins_common, lowered, titles
from vertaal.translation.codes import ENGLISH, is_dutch
from vertaal.translation.fixed import figures
from vertaal.translation.lexicon import Lexicon
from vertaal.translation.requests import Request
from vertaal.translation.rewording import EITHER, reworded
from vertaal.translation.separable import Apart, Separable, behind_auxiliaries
from vertaal.translation.splicing import Edit, Spliced, spliced
from vertaal.types import (
    CODE,
    Link,
    MatchMode,
    Span,
    Term,
    TermMatch,
    TermStatus,
    Translation,
    overlap,
)
from vertaal.words import WORD, zipf

_WEB = re.compile(WEB)
_SITE = re.compile(r"(?:https?://)?[^/]+")
_NAMES = ("Velbron", "Quintar", "Zelkirk", "Brixley", "Morvane", "Wexford", "Ashford", "Marlow")
"""For codes and English; no model knows a translation of them."""
_LONG = 16
"""Characters from which on a code gets a stand-in."""
_WORTH = 8
"""Characters that a stand-in has to save."""
_ROW = re.compile(
    r"(?<![\w.,/-])\d+(?:[.,]\d+)*\s+(?P<rest>\d+(?:[.,]\d+)*(?:\s+\d+(?:[.,]\d+)*)+)(?![\w/-]|[.,]\d)"
)
"""Three numbers and more side by side, as of a table in text: the model loses count. It sees the
first, so that it does not take the stand-in for the name of what is counted."""
_MARKS = re.compile(
    r"(?:(?<=[?!…»”’\")\]])|(?<=[^\W\d_]{4}\.))"
    r"(?:\d{1,2}(?:,\s?\d{1,2})*|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+)\s*$"
    r"|(?<=[^\s/][»”’\"')\]])\d{1,2}\)?(?=[?.!]\s*$)"
)
"""Behind the end of a sentence, neither 'artikel 2.12' nor 'nr.12', or between a quotation and the
end: '”1)?', not 'de jaren ’70?'."""

_MARKS_WITHIN = re.compile(
    r"(?:(?<=\bjl\.)|(?<=\be\.[ad]\.)|(?<=\betc\.)|(?<!\w)(?P<word>[^\W\d_][^\W\d_A-Z]{3,}))"
    r"(?P<mark>\d{1,2}|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,2})"
    rf"(?=(?P<comma>,)?\s(?!{DUTCH_MONTH})(?P<after>[^\W\d_]+))"
)
"""'6 december jl.2 waarin', 'de motie2 waarin': a model drops the one, and counts by the other."""
_COUNTS = re.compile(
    r"(?i)(?:art(?:ikel|ikelen)?|vraag|vragen|le?id(?:en)?|bijlagen?|hoofdstuk(?:ken)?|paragra\w+"
    r"|onderde(?:el|len)|punten?|scha(?:al|len)|nummers?|tabel(?:len)?|figu(?:ur|ren)|fasen?|groep(?:en)?"
    r"|klassen?|categorie(?:ën)?|nivea\w*|stap(?:pen)?|term(?:en)?|de(?:el|len)|weken?|pagina\w*|versie"
    r"|vana?f?|tussen|circa|sinds|maximaal|minimaal|ongeveer)$"
)
"""Words behind which a figure lost its space."""
_FUNCTION, _AFTER = 5.5, 4.0
"""Zipf scale: words that bear no note ('zijn'), and what a counted noun seldom reaches."""


_NO_VERBS = Separable(())
_NO_WORDS = Lexicon({})
_SHORTEST = 6
"""Words of a heading or a cell; a longer one has the context of a sentence."""
_STOPS = re.compile(r"[.?!:;…]")
_NOUN = re.compile(r"(?P<noun>[^\W\d_]{4,});$")
_ARTICLE = re.compile(r"the\s", re.IGNORECASE)
_ENDS = re.compile(r"\s*[;.]\s*$")
_BULLET = re.compile(r"\s*[-–—•·▪*]\s+(?=[A-ZÀ-Þ])")
_ITEM = re.compile(
    rf"{_BULLET.pattern}|\s*(?:[-–—•·▪*]\s+)?"
    rf"(?:\(?(?:\d{{1,2}}|[a-z]|{SMALL_ROMAN})[.)]\s+|[¹²³⁰⁴-⁹]+\s*)"
    r"(?=[^\W\d]|[\"'‘“„(\[€]|\d{1,2}\s[a-zà])|\s*\*(?=[^\W\d][^*]*\Z)"
)
"""'- ', '1. ', '- ii. ', '¹ ', '*' at the beginning: the model drops it, or reads 'i.e.' or '1'."""
_ABOUT = re.compile(r"\s*(?:[Bb]etreft|[Oo]nderwerp)(?::\s*|\s(?=[A-Z])(?!.*\?\s*$))(?=\S)")
"""The line of a letterhead that says what the letter is about."""
_EMPHASIS = re.compile(r"(?<![\w*])\*(?P<words>[^\W\d_](?:[^*\n]{0,58}[^\W_])?)\*(?![\w*])")
"""'*wel*', which a model reads letter by letter; no marks of notes ('* Bron')."""


@dataclass(frozen=True, slots=True)
class Eased:
    """A request as the model gets it, and the way back."""

    request: Request
    source: Spliced
    standins: tuple[tuple[str, str], ...] = ()
    item: str = ""
    """The mark of a list item with which the source begins."""
    marks: str = ""
    ended: bool = False
    """Whether the end of the sentence stands behind the marks."""
    capitals: bool = False
    """Whether all of it is in capitals, which the model does not see."""
    phrase: bool = False
    """Whether it is a heading or a cell, which the model sees as an item of a list."""
    plural: bool = False
    """Whether it is a single noun, to which the model sees an article."""
    emphasised: tuple[Span, ...] = ()
    """Words of the source that stood between asterisks."""

    def restored(self, translation: Translation) -> Translation:
        """The translation with what was taken out put back."""
        made = self._spliced(translation)
        if self.phrase:
            at = len(self.item)
            if self.plural and (article := _ARTICLE.match(made.target, at)):
                made = _without(made, *article.span())
            plain = _ENDS.sub("", made.target)
            made = replace(made, target=plain[:at] + plain[at : at + 1].upper() + plain[at + 1 :])
        return replace(made, target=made.target.upper()) if self.capitals else made

    def _spliced(self, translation: Translation) -> Translation:
        if not (self.standins or self.marks or self.item or len(self.source.pieces) > 1):
            return translation
        # The model may write a capital at the beginning of an address.
        long = {short.strip().lower(): each for short, each in self.standins}
        # The last first: '…/1' begins '…/10'. A mark has no space before it.
        patterns = [r"\s?" * (each[0] == "[") + re.escape(each) for each in reversed(long)]
        shown = re.compile("|".join(patterns) or "$^", re.IGNORECASE)
        found = shown.finditer(translation.target)
        edits = [(*hit.span(), long[hit.group().strip().lower()]) for hit in found]
        whole = spliced(translation.target, edits)
        first = len(self.item)
        links: list[Link] = []
        for a, b, *theirs, percent in translation.links:
            start, end = whole.place(*theirs)
            ours = self.source.place(a, b, back=True)
            links.append((*ours, first + start, first + end, percent))
        at = len(whole.text)
        if self.ended and whole.text.endswith(("?", "!", ".")):
            at -= 1
        text = whole.text
        if self.item and self.request.source[:1].isupper():
            text = text[:1].upper() + text[1:]
        target = self.item + text[:at] + self.marks + text[at:]
        return _marked(replace(translation, target=target, links=tuple(links)), self.emphasised)


def _without(translation: Translation, start: int, end: int) -> Translation:
    """The translation without a stretch of its target."""
    return _edited(translation, [(start, end, "")])


def _marked(translation: Translation, emphasised: Sequence[Span]) -> Translation:
    """The translation with asterisks around what stands for the emphasised words, where those stand
    together in it.
    """
    if not emphasised:
        return translation
    stands_for, edits = chief(translation.links), list[Edit]()
    words = sorted(stands_for)
    for span in emphasised:
        own = [i for i, word in enumerate(words) if overlap(stands_for[word], span)]
        if own and own[-1] - own[0] < len(own):
            start, end = words[own[0]][0], words[own[-1]][1]
            edits.append((start, end, f"*{translation.target[start:end]}*"))
    return _edited(translation, sorted(edits))


def _edited(translation: Translation, edits: Sequence[Edit]) -> Translation:
    """The translation with edits made in its target, and the links of what is still there."""
    made = spliced(translation.target, edits)
    links = ((a, b, *made.place(c, d), percent) for a, b, c, d, percent in translation.links)
    kept = tuple(link for link in links if link[2] < link[3])
    return replace(translation, target=made.text, links=kept)


def eased(request: Request, verbs: Separable = _NO_VERBS, lexicon: Lexicon = _NO_WORDS) -> Eased:
    """`request` with short addresses for long ones, names for long codes and for English, without
    the note marks at its end, the tails of `verbs`, what auxiliaries part from its verb in a phrase
    of `lexicon`, and capitals throughout.
    """
    small = _small(request)
    capitals = small is not request and request.source.isupper()
    small = _untitled(small)
    request = _as_item(small)
    phrase, source = request is not small, request.source
    addresses = [hit.span() for hit in _WEB.finditer(source)]
    rows = _rows(request, addresses)
    notes = list(_notes(request))
    edits = sorted([*_standins(request, addresses, rows), *notes])
    held = [*rows, *(note[:2] for note in notes)]
    emphasised = tuple(hit.span("words") for hit in _EMPHASIS.finditer(source))
    stars = [(at, at + 1, "") for start, end in emphasised for at in (start - 1, end)]
    written = [
        each
        for each in (*reworded(source), *stars)
        if not any(overlap(each[:2], edit[:2]) for edit in edits)
    ]
    begins = _ABOUT.match(small.source) or _ITEM.match(small.source)
    ends = _MARKS.search(source, max((end for _, end in addresses), default=0))
    taken = sorted([*edits, *((*hit.span(), "") for hit in (begins, ends) if hit)])
    apart = _apart(request, verbs, lexicon, [*taken, *written])
    written += [(*span, "") for verb in apart for span in verb.hidden]
    noun = _NOUN.match(source, begins.end() if begins else 0) if phrase else None
    plural = noun is not None and (is_plural(noun["noun"]) or is_only_plural(noun["noun"]))
    if noun and plural:  # 'katten;' became 'cat', 'besluiten;' decide
        written.append((*noun.span("noun"), f"de {noun['noun']}"))
    edited = (*taken, *written)
    inside = {at for start, end, _ in edited for at in range(start + 1, end)}
    written += [(at, at, " ") for at in request.spaces if at not in inside]
    made = spliced(source, sorted([*taken, *written]))
    if not (taken or written):
        return Eased(request, made, capitals=capitals, phrase=phrase)
    matches = [_moved(match, made, taken) for match in request.matches]
    matches += [_holding(made, start, end) for start, end, _ in edits if (start, end) in held]
    matches.sort(key=lambda match: match.start if match else 0)
    shown = tuple((*made.place(*verb.verb), verb.english) for verb in apart)
    kept = {m.span: m.expected[0] for m in request.asking if m.keep}
    backs = [
        (short, figures(source[a:b]) or kept.get((a, b), source[a:b])) for a, b, short in edits
    ]
    either = "zijn/haar" in made.text.lower() and "/haar" not in source.lower()
    return Eased(
        Request(made.text, tuple(m for m in matches if m), shown),
        made,
        (*backs, EITHER) if either else tuple(backs),
        ("Subject: " if begins.re is _ABOUT else begins.group()) if begins else "",
        ends.group().rstrip() if ends else "",
        ended=ends is not None and bool(source[ends.end() :]),
        capitals=capitals,
        phrase=phrase,
        plural=plural,
        emphasised=emphasised,
    )


def _rows(request: Request, addresses: Sequence[Span]) -> list[Span]:
    """The rows of figures, outside addresses and terms, that get a stand-in."""
    whole = [*addresses, *(m.span for m in request.asking if m.term.domain != CODE)]
    return [
        row.span("rest")
        for row in _ROW.finditer(request.source)
        if not any(overlap(row.span(), span) for span in whole)
    ]


def _notes(request: Request) -> Iterator[Edit]:
    """The marks of notes within a segment, outside codes, in brackets that a model copies."""
    source = request.source
    for hit in _MARKS_WITHIN.finditer(source):
        word, (start, end) = (hit["word"] or "").lower(), hit.span("mark")
        if word and (not is_dutch(word) or _COUNTS.search(word) or zipf(word, "nl") > _FUNCTION):
            continue
        if not hit["comma"] and zipf(hit["after"].lower(), "nl") < _AFTER:
            continue  # 'in totaal16 lesuren'
        plain = unicodedata.normalize("NFKC", hit["mark"])
        if "[" not in source and not any(m.overlaps(start, end) for m in request.matches):
            yield start, end, f" [{plain}]"


def _standins(request: Request, addresses: Sequence[Span], rows: Sequence[Span]) -> list[Edit]:
    """Short addresses for long ones, and names for codes, English and rows; none at all where one
    of them stands in the source already.
    """
    source = request.source
    found = [
        (start, end, short)
        for number, (start, end) in enumerate(addresses, 1)
        if len(short := _short(source[start:end], number)) + _WORTH <= end - start
    ]
    named = [
        m.span
        for m in request.asking
        if m.keep
        and (m.term.domain == ENGLISH or (m.term.domain == CODE and m.end - m.start >= _LONG))
        and not any(start <= m.start < end for start, end in addresses)
    ]
    found += [(*span, name) for span, name in zip((*named, *rows), _NAMES, strict=False)]
    return [] if any(short in source for _, _, short in found) else sorted(found)


def _apart(
    request: Request, verbs: Separable, lexicon: Lexicon, edits: Iterable[Edit]
) -> list[Apart]:
    """The verbs that stand apart, outside terms and what is edited."""
    taken = [*((start, end) for start, end, _ in edits), *(m.span for m in request.asking)]
    found = list(verbs.apart(request.source, taken))
    taken += [span for each in found for span in (each.verb, *each.hidden)]
    found += behind_auxiliaries(request.source, lexicon, taken)
    return sorted(found, key=lambda each: each.verb)


def _small(request: Request) -> Request:
    """The request with its words in small letters where all of it is in capitals."""
    return _respelt(request, lowered(request.source, [m.span for m in request.asking if m.keep]))


def _untitled(request: Request) -> Request:
    """The request with small letters at the beginning of what it quotes: headlines that begin with
    a noun ('Ouders klagen') are rare in what a model has read, and it takes the noun for a name or
    reads it letter by letter. `capitalised` gives the capitals back.
    """
    cased = [m for m in request.asking if m.keep or m.term.match is MatchMode.EXACT_CASE]
    source = request.source
    for at in titles(source):
        if not any(match.overlaps(at, at + 1) for match in cased):
            source = source[:at] + source[at].lower() + source[at + 1 :]
    return _respelt(request, source)


def _respelt(request: Request, source: str) -> Request:
    """The request with its source in other letters, as long as before."""
    if source == request.source:
        return request
    matches = (replace(m, surface=source[m.start : m.end]) for m in request.matches)
    return replace(request, source=source, matches=tuple(matches))


def _as_item(request: Request) -> Request:
    """A heading or the cell of a table, 'Geweigerd', as an item of a list: 'geweigerd;'. A model
    knows single words with a capital from names only, and reads them letter by letter. A figure
    ('eind 2025') leaves no doubt, and half a sentence has no end.
    """
    source = request.source
    at = mark.end() if (mark := _BULLET.match(source)) else 0
    words = list(WORD.finditer(source, at))
    if not begins_common(source[at:]) or len(words) > _SHORTEST:
        return request
    if _STOPS.search(source, at) or any(m.start < words[0].end() for m in request.asking):
        return request
    matches = tuple(m for m in request.matches if m.start >= words[0].end())
    runs_on = LEADS_ON.search(source) or any(map(str.isdigit, source))
    small = source[:at] + source[at].lower() + source[at + 1 :]
    return replace(request, source=small + ("" if runs_on else ";"), matches=matches)


def _holding(made: Spliced, start: int, end: int) -> TermMatch:
    """What holds the model to a stand-in that no match stands for."""
    start, end = made.place(start, end)
    name = made.text[start:end].strip()
    start = end - len(name)
    term = Term(name, name, TermStatus.KEEP, MatchMode.EXACT_CASE, domain=CODE)
    return TermMatch(start, end, name, term, (name,), keep=True)


def _short(long: str, number: int) -> str:
    site = _SITE.match(long)
    return f"{site[0] if site else long}/{number}"


def _moved(match: TermMatch, made: Spliced, edits: Sequence[Edit]) -> TermMatch | None:
    """The match at its new place; none for one that was a part of what was replaced."""
    touched = next((edit for edit in edits if match.overlaps(edit[0], edit[1])), None)
    start, end = made.place(*match.span)
    if touched is None:
        return replace(match, start=start, end=end)
    if touched[:2] != match.span or not match.keep:
        return None
    return replace(match, start=start, end=end, surface=touched[2], expected=(touched[2],))
