"""The proof: for each term of the source, where its rendering stands in the target."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from vertaal.glossary.english import english_forms, verb_apart
from vertaal.numerals import ENGLISH_ONES
from vertaal.types import Link, MatchMode, Occurrence, OccurrenceStatus, Span, TermMatch, overlap

_WORD = re.compile(r"[^\W_]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]['\"’”)]*\s+)['\"‘“(]*$")
_BETWEEN_PARTED = re.compile(r"(?:\s+[^\s.,;:!?()]+){1,8}\s+")
_NO_THOUSANDS = "".join(rf"(?<!(?<!\d){before}[ \u00a0])" for before in (r"\d", r"\d\d"))
_NO_ONES = rf"(?!-(?:{'|'.join(ENGLISH_ONES[:9])})\b)"
_APOSTROPHES = str.maketrans("\u2019\u02bc", "''")


@dataclass(frozen=True, slots=True)
class _Hit:
    """A form of a rendering found at target[start:end]. `rank` 0 is the preferred rendering."""

    start: int
    end: int
    match: int
    rank: int

    def overlaps(self, start: int, end: int) -> bool:
        return overlap((self.start, self.end), (start, end))


def verify(
    segment_id: str, matches: Sequence[TermMatch], target: str, links: Sequence[Link] = ()
) -> tuple[Occurrence, ...]:
    """What became of each match in `target`, in the order of `matches`.

    Every span of the target answers for one occurrence at most, the longest first, so n
    occurrences in the source need n in the target; where several could answer for one, that to
    which `links` lead from its source. A soft match that is not found gives no
    occurrence. A forbidden rendering that no other term asks for is a violation.
    """
    found = _assign(matches, target, links)
    taken = list(found.values())
    blamed = _forbidden(matches, target, found)

    def told(
        match: TermMatch, status: OccurrenceStatus, start: int = -1, end: int = -1, reason: str = ""
    ) -> Occurrence:
        text = target[start:end] if start >= 0 else ""
        return Occurrence(segment_id, match, status, text, start, end, reason)

    occurrences = []
    for at, match in enumerate(matches):
        if match.shadowed_by:
            reason = f"part of '{match.shadowed_by}'"
            occurrences.append(told(match, OccurrenceStatus.SHADOWED, reason=reason))
        elif at in blamed:
            start, end = blamed[at]
            reason = f"forbidden rendering '{target[start:end]}' for '{match.term.source}'"
            occurrences.append(told(match, OccurrenceStatus.VIOLATED, start, end, reason))
        elif at in found:
            span = found[at]
            status = OccurrenceStatus.VARIANT if span.rank else OccurrenceStatus.SATISFIED
            reason = f"admitted for '{match.expected[0]}'" if span.rank else ""
            occurrences.append(told(match, status, span.start, span.end, reason))
        elif not match.soft and match.expected:
            reason = _miss(match, target, taken)
            occurrences.append(told(match, OccurrenceStatus.VIOLATED, reason=reason))
    return tuple(occurrences)


def _assign(matches: Sequence[TermMatch], target: str, links: Sequence[Link]) -> dict[int, _Hit]:
    """Spans to matches, longest first; among equals the preferred rendering, then the strongest
    link, then the order of the text. Required matches choose before soft ones."""
    live = [at for at, match in enumerate(matches) if not match.shadowed_by]
    found: dict[int, _Hit] = {}
    for soft in (False, True):
        candidates = [
            span for at in live if matches[at].soft is soft for span in _spans(at, matches, target)
        ]
        candidates.sort(
            key=lambda span: (
                span.start - span.end,
                span.rank,
                -support(links, matches[span.match], span.start, span.end),
                span.match,
                span.start,
            )
        )
        for span in candidates:
            if span.match not in found and not _holders(found, span):
                found[span.match] = span
        for span in candidates:
            if span.match not in found:
                _make_room(span, found, candidates)
    return found


def _holders(found: dict[int, _Hit], span: _Hit) -> list[int]:
    return [at for at, held in found.items() if held.overlaps(span.start, span.end)]


def _make_room(span: _Hit, found: dict[int, _Hit], candidates: Sequence[_Hit]) -> None:
    """Give the span to its match where the one match that holds it can go elsewhere: 'cabinet' may
    stand for 'kabinet' too, and leave 'government' to 'regering'.
    """
    holders = _holders(found, span)
    if len(holders) != 1:
        return
    for other in candidates:
        if other.match == holders[0] and not other.overlaps(span.start, span.end):
            rest = {at: held for at, held in found.items() if at != other.match}
            if not _holders(rest, other):
                found[other.match], found[span.match] = other, span
                return


def support(links: Sequence[Link], match: TermMatch, start: int, end: int) -> int:
    """Percent of its attention that a word of `target[start:end]` gives to the source term: the one
    that gives it most."""
    shares: dict[int, int] = {}
    for a, b, c, d, percent in links:
        if c < end and start < d and match.overlaps(a, b):
            shares[c] = shares.get(c, 0) + percent
    return max(shares.values(), default=0)


def _spans(at: int, matches: Sequence[TermMatch], target: str) -> Iterator[_Hit]:
    match = matches[at]
    for rank, rendering in enumerate(match.expected):
        for form in (rendering,) if match.keep else english_forms(rendering):
            for start, end in occurrences_of(form, target, strict=_is_strict(match)):
                yield _Hit(start, end, at, 0 if rank == 0 else 1)
        for start, end in () if match.keep else _apart(rendering, target):
            yield _Hit(start, end, at, 0 if rank == 0 else 1)


def _apart(rendering: str, target: str) -> Iterator[Span]:
    """Spans of the verb where its object parts it from what belongs to it: 'made' in 'made the
    documents available'."""
    parted = verb_apart(rendering)
    if parted is None or not _words(parted[1]) <= _words(target):
        return
    verbs, rest = parted
    ends = occurrences_of(rest, target)
    for verb in verbs:
        for start, end in occurrences_of(verb, target):
            if any(
                end < after and _BETWEEN_PARTED.fullmatch(target[end:after]) for after, _ in ends
            ):
                yield start, end


def _is_strict(match: TermMatch) -> bool:
    return match.keep or match.term.match is MatchMode.EXACT_CASE


def occurrences_of(form: str, target: str, *, strict: bool = False) -> tuple[Span, ...]:
    """Spans of `form` in `target` on word boundaries. Hyphen and blank are one; capitals count
    when `strict` (but for the first at a sentence start, and for headings in capitals) and in
    abbreviations ('US' is not 'us').
    """
    if not _words(form) <= _words(target):
        return ()  # spares most forms a search
    pattern = _pattern(form, keep_hyphens=strict)
    if pattern is None:
        return ()
    return tuple(
        hit.span()
        for hit in pattern.finditer(target)
        if _case_fits(form, hit.group(), target[: hit.start()], strict)
    )


@lru_cache(maxsize=16384)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


@lru_cache(maxsize=16384)
def _pattern(form: str, *, keep_hyphens: bool) -> re.Pattern[str] | None:
    pieces = re.split(r"(\s+|-)", form.strip())
    if not any(piece.strip() for piece in pieces):
        return None
    hyphen = r"[-\u2010\u2011]" if keep_hyphens else r"[-\u2010\u2011\s]"
    gap = r"\s+" if keep_hyphens else r"[\s\u2010\u2011-]+"
    body = "".join(
        (hyphen if piece == "-" else gap if not piece.strip() else _literal(piece))
        for piece in pieces
        if piece
    )
    before = r"(?<![^\W_])" if form[:1].isalnum() else ""
    after = r"(?![^\W_])" if form[-1:].isalnum() else ""
    # A number is not found inside a longer one: '149' in '1,149', '2018' in '2018/8'.
    if form[:1].isdigit():
        # Nor behind a name that it belongs to ('COVID-19'), or as thousands ('1 149').
        before += r"(?<!\d[.,:/–-])(?<!(?-i:[A-Z])-)"
        before += _NO_THOUSANDS if re.match(r"\d{3}(?!\d)", form) else ""
    before += r"(?<!/)" if "://" in form else ""  # nor an address behind another's beginning
    after += r"(?![.,:/–-]\d)" if form[-1:].isdigit() else ""
    after += _NO_ONES if form[-2:] == "ty" else ""
    return re.compile(before + body + after, re.IGNORECASE)


def _literal(piece: str) -> str:
    return re.escape(piece.translate(_APOSTROPHES)).replace("'", "['’]")


def _case_fits(form: str, found: str, before: str, strict: bool) -> bool:
    if strict:
        raised = form[:1].upper() + form[1:] if _SENTENCE_START.search(before) else form
        allowed = {form, raised}
        if len(form) > 4 and not form.isupper():
            allowed.add(form.upper())  # a heading in capitals
        return found.translate(_APOSTROPHES) in {one.translate(_APOSTROPHES) for one in allowed}
    for wanted, given in zip(_WORD.findall(form), _WORD.findall(found), strict=False):
        if len(wanted) > 1 and wanted.isupper() and not given.isupper():
            return False
    return True


def _forbidden(
    matches: Sequence[TermMatch], target: str, found: dict[int, _Hit]
) -> dict[int, Span]:
    """Forbidden renderings that stand in the target, each laid to one match of its term:
    to one without its rendering first, else to the last."""
    blamed: dict[int, Span] = {}
    by_source: dict[str, list[int]] = {}
    for at, match in enumerate(matches):
        if match.forbidden and not match.shadowed_by and not match.soft:
            by_source.setdefault(match.term.source, []).append(at)
    for places in by_source.values():
        spans = sorted(
            {
                span
                for rendering in matches[places[0]].forbidden
                for form in english_forms(rendering)
                for span in occurrences_of(form, target)
            },
            key=lambda span: (span[0] - span[1], span[0]),
        )
        used: list[Span] = []
        for start, end in spans:
            if any(span.overlaps(start, end) for span in found.values()):
                continue
            if any(overlap((start, end), other) for other in used):
                continue
            free = [at for at in places if at not in blamed]
            if not free:
                break
            used.append((start, end))
            blamed[next((at for at in free if at not in found), free[-1])] = (start, end)
    return blamed


def _miss(match: TermMatch, target: str, taken: Sequence[_Hit]) -> str:
    """Why a required term counts as missing."""
    wanted = " or ".join(f"'{rendering}'" for rendering in match.expected)
    if match.keep:
        return f"{wanted} must stand as it is in the source, and does not"
    used = any(
        span.overlaps(start, end)
        for rendering in match.expected
        for form in english_forms(rendering)
        for start, end in occurrences_of(form, target)
        for span in taken
    )
    if used:
        return f"{wanted} stands fewer times than '{match.term.source}' in the source"
    return f"{wanted} not found"
