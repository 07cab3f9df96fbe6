"""What is asked of the translator: a source with its terms, as constraints, and in parts."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from vertaal.glossary import Matcher, english_forms
from vertaal.glossary.gluing import cuts
from vertaal.translation.codes import codes
from vertaal.translation.constraints import Constraints, Requirement
from vertaal.translation.held import held
from vertaal.translation.inline import Annotation
from vertaal.translation.vocabulary import Vocabulary
from vertaal.types import Span, TermMatch
from vertaal.words import is_known

_OFFICE_OF = re.compile(
    r"\b(?i:\w*minister\w*|\w*staatssecretaris\w*|bewinds\w+|departement\w*|\w*commissies?|collega\W?s?"
    r"|ambts?genot\w*|ambts?genoot)\s(?:(?:van|voor|bij)\s)?(?:[A-Z][\w&]*(?:,\s|\sen\s|/|\s))*$|[(/–-]$"
)
"""What stands before a portfolio: 'de minister van OCW', 'minister Bruins (OCW)'."""
LONGEST = 900
"""Characters beyond which a source is translated in parts (about 250 pieces)."""
_EXPLAINS = re.compile(r"\s\((?:(?:hierna|verder|afgekort|ook wel)?:?\s)?(?:(?:de|het|een)\s)?")


@dataclass(frozen=True, slots=True)
class Request:
    """A source to translate and the terms found in it."""

    source: str
    matches: tuple[TermMatch, ...] = ()
    shown: tuple[Annotation, ...] = ()
    """English that the model is shown for verbs and names, which nobody demands."""
    spaces: tuple[int, ...] = ()
    """Where its document tells that a space was lost, beside what `cuts` finds in the source."""

    @property
    def asking(self) -> tuple[TermMatch, ...]:
        """The matches that ask for something, shadowed ones left out."""
        return tuple(m for m in self.matches if not m.shadowed_by)

    @property
    def taken(self) -> list[Span]:
        """The stretches for which something is asked, or English is shown."""
        return [*(m.span for m in self.asking), *((a, b) for a, b, _ in self.shown)]

    @property
    def demands(self) -> tuple[TermMatch, ...]:
        """The matches that require a rendering; a part of a compound only wishes for one."""
        return tuple(m for m in self.asking if m.expected and not m.soft)

    @property
    def held(self) -> tuple[TermMatch, ...]:
        """The numbers, dates and names beside the matches."""
        found = _held(self.source, self.asking)
        return tuple(
            each for each in found if not any(each.overlaps(a, b) for a, b, _ in self.shown)
        )

    @property
    def bound(self) -> tuple[TermMatch, ...]:
        """All that a translation is held to."""
        return (*self.matches, *self.held)

    @property
    def signature(self) -> str:
        """What the terms ask, and the document tells, for the cache key."""
        asked = [
            (m.start, m.end, m.expected, m.forbidden, m.keep, m.soft, m.term.match.value)
            for m in self.asking
        ]
        return repr((asked, self.spaces) if self.spaces else asked)


@lru_cache(maxsize=1024)
def _held(source: str, taken: tuple[TermMatch, ...]) -> tuple[TermMatch, ...]:
    """Looked for once, though every hypothesis is judged by it."""
    return held(source, taken)


def request(source: str, matcher: Matcher, *, run_together: bool = False) -> Request:
    """A source with its glossary terms and its reference codes. A code takes the place of a term
    inside it ('rijksoverheid' in an address). `run_together`: its document lost spaces throughout.
    """
    every = codes(source)
    matches = tuple(_inside(_whole(match, source), every) for match in matcher.match(source))
    matches = tuple(_ministry(match, source) for match in _shortened(matches, source))
    standing = [match for match in matches if not match.shadowed_by]
    free = [code for code in every if not any(m.overlaps(code.start, code.end) for m in standing)]
    found = sorted((*matches, *free), key=lambda match: (match.start, -match.end))
    spaces = sorted({*cuts(source, run_together)}.difference(cuts(source)))
    return Request(source, tuple(found), spaces=tuple(spaces))


def _whole(match: TermMatch, source: str) -> TermMatch:
    """The match with the apostrophe with which its term begins: 's-Gravenhage."""
    start = match.start - 1
    if match.term.source[:1] != "'" or source[start : match.start] not in ("'", "’", "‘"):
        return match
    surface = source[start : match.end]
    expected = (surface, *match.expected) if match.keep else match.expected
    return replace(match, start=start, surface=surface, expected=expected)


def _ministry(match: TermMatch, source: str) -> TermMatch:
    """The match. The abbreviation of a portfolio by itself is the ministry's: 'OCW heeft'."""
    if not match.surface.isupper() and not match.surface[-1:].isupper():
        return match
    full = [f for f in match.expected if re.sub("^Ministry of (?:the )?", "", f) != f]
    if not full or source[match.end : match.end + 1] in ("-", "/", ")"):
        return match
    if _OFFICE_OF.search(source, max(0, match.start - 120), match.start):
        return match
    return replace(match, expected=tuple(dict.fromkeys((*full, *match.expected))))


def _shortened(matches: Sequence[TermMatch], source: str) -> tuple[TermMatch, ...]:
    """The matches. Where an abbreviation and its long form explain each other, 'persoonsgebonden
    budget (pgb)', it gets its short renderings, or stays: else the English says the same twice.
    """
    short = dict[TermMatch, TermMatch]()
    standing = [match for match in matches if match.expected and not match.shadowed_by]
    for before, after in itertools.pairwise(standing):
        explains = _EXPLAINS.fullmatch(source, before.end, after.start)
        if not explains or not source.startswith(")", after.end):
            continue
        one, full = sorted((before, after), key=lambda match: len(match.surface))
        alike = full.expected[0] in one.expected or one.expected[0] in full.expected
        if alike and _is_abbreviation(one.surface.split()[-1]):
            forms = tuple(form for form in one.expected if 2 * len(form) <= len(full.expected[0]))
            kept = one.keep or not forms
            short[one] = replace(one, expected=forms or (one.surface,), keep=kept)
    return tuple(short.get(match, match) for match in matches)


def _is_abbreviation(word: str) -> bool:
    return not word[1:].islower() or not is_known(word.lower())


def _inside(match: TermMatch, whole: Sequence[TermMatch]) -> TermMatch:
    for code in whole:
        longer = code.end - code.start > match.end - match.start
        if longer and code.start <= match.start and match.end <= code.end:
            return replace(match, shadowed_by=code.surface)
    return match


def constraints_of(words: Vocabulary, request: Request, wanted: Sequence[TermMatch]) -> Constraints:
    """Those of the request's terms that are wanted, as ids: every allowed form, capitalised too,
    each as often as the request asks for it. What any term forbids is forbidden.
    """
    chosen = {_allowed(match) for match in wanted}
    asked = [_allowed(match) for match in (*request.demands, *request.held)]
    counts = Counter(forms for forms in asked if forms in chosen)
    required = tuple(
        Requirement(tuple(dict.fromkeys(words.english_ids(form) for form in forms)), count)
        for forms, count in counts.items()
    )
    allowed = {form for forms in asked for form in forms}
    forbidden = tuple(
        dict.fromkeys(
            words.english_ids(form)
            for match in request.asking
            for form in _forms(match.forbidden)
            if not any(f" {form} " in f" {wider} " for wider in allowed)
        )
    )
    return Constraints(required, tuple(ids for ids in forbidden if ids))


def _allowed(match: TermMatch) -> tuple[str, ...]:
    return match.expected if match.keep else _forms(match.expected)


def _forms(renderings: Sequence[str]) -> tuple[str, ...]:
    forms = [form for rendering in renderings for form in english_forms(rendering)]
    capitalised = [form[:1].upper() + form[1:] for form in forms]
    return tuple(dict.fromkeys([*forms, *capitalised]))


def parts_of(request: Request, longest: int = LONGEST) -> list[Request]:
    """The request, cut at clause ends outside its terms where it is longer than `longest`."""
    source = request.source
    if not source.strip():
        return []
    if len(source) <= longest:
        return [request]
    places = [0]
    while len(source) - places[-1] > longest:
        window = range(places[-1] + longest, places[-1] + longest // 3, -1)
        free = [
            i
            for i in window
            if source[i].isspace() and not any(m.start < i < m.end for m in request.matches)
        ]
        clause = [i for i in free if source[i - 1] in ".;:?!,"]
        places.append(next(iter(clause or free), places[-1] + longest))
    places.append(len(source))
    return [part(request, start, end) for start, end in itertools.pairwise(places)]


def part(request: Request, start: int, end: int) -> Request:
    """A stretch of the request, with the terms inside it."""
    return Request(
        request.source[start:end],
        tuple(
            replace(m, start=m.start - start, end=m.end - start)
            for m in request.matches
            if start <= m.start and m.end <= end
        ),
        tuple((a - start, b - start, word) for a, b, word in request.shown if start <= a < end),
        tuple(at - start for at in request.spaces if start < at < end),
    )
