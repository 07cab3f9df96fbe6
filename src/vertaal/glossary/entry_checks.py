"""Lint of terms against each other and against what can be in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from vertaal.glossary.base import Glossary, by_source
from vertaal.glossary.dutch import fold
from vertaal.glossary.english import english_forms
from vertaal.glossary.entries import Entry, gather, lemma_keys
from vertaal.glossary.matcher import Matcher
from vertaal.types import REQUIRED, Term, TermStatus
from vertaal.words import frequencies, zipf

Found = tuple[Term, str]
_LISTED = 2.7
_INNER_SENTENCE = re.compile(r"[.!?]\s+[A-Z]|[!?]")
_WILDCARD = re.compile(r"[*^\\|{}\[\]]")
_SEVERAL = re.compile(r"^[^&]*;|\s/\s")
_GAP = re.compile(r"\.\.\.|…")
_QUOTED = re.compile(r"['‘\"“«]([^'‘’\"“”«»]{2,80})['’\"”»]")
_LETTERS = re.compile(r"[^\W\d_]+")
_DUTCH = frozenset("het een van voor en met niet naar bij uit ook wordt aan zijn".split())
_ENGLISH = frozenset(
    "the of and for to in on with by at from not an as or into be is are out up off".split()
)


def _where(term: Term) -> str:
    return f"{term.file}:{term.line}"


def duplicates(terms: Sequence[Term]) -> Iterator[Found]:
    """The same pair twice, in one file or in two."""
    seen: dict[tuple[str, str, TermStatus], Term] = {}
    for term in terms:
        first = seen.setdefault((term.source, term.target, term.status), term)
        if first is not term:
            yield term, f"'{term.source}' → '{term.target}' stands already at {_where(first)}."


def rivals(terms: Sequence[Term]) -> Iterator[Found]:
    """Two required renderings for one source."""
    for group in by_source(terms).values():
        required = [term for term in group if term.status in REQUIRED]
        for term in required[1:]:
            first = required[0]
            if term.target != first.target:
                yield (
                    term,
                    f"'{term.source}' has two preferred targets, '{first.target}' "
                    f"({_where(first)}) and '{term.target}'; make one of them admitted.",
                )


def contradictions(terms: Sequence[Term]) -> Iterator[Found]:
    """A pair that is forbidden and allowed at once."""
    for group in by_source(terms).values():
        allowed = {
            fold(term.target): term for term in group if term.status is not TermStatus.FORBIDDEN
        }
        for term in group:
            other = allowed.get(fold(term.target))
            if term.status is TermStatus.FORBIDDEN and other is not None:
                yield (
                    term,
                    f"'{term.target}' is forbidden for '{term.source}' and "
                    f"{other.status.value} at {_where(other)}.",
                )


def orphans(terms: Sequence[Term]) -> Iterator[Found]:
    """An admitted rendering of a source that has no preferred one."""
    for group in by_source(terms).values():
        if not any(term.status in REQUIRED for term in group):
            for term in group:
                if term.status is TermStatus.ADMITTED:
                    yield (
                        term,
                        f"'{term.source}' has the admitted target '{term.target}' but no "
                        "preferred one.",
                    )
                    break


def uneven_rules(terms: Sequence[Term]) -> Iterator[Found]:
    """Rows of one source that ask for different matching."""
    for group in by_source(terms).values():
        for term in group[1:]:
            if term.match is not group[0].match:
                yield (
                    term,
                    f"'{term.source}' has the match rule '{term.match.value}' here and "
                    f"'{group[0].match.value}' at {_where(group[0])}.",
                )


def collisions(terms: Sequence[Term]) -> Iterator[Found]:
    """Two sources that match the same words and ask for different renderings."""
    filed: dict[tuple[tuple[str, ...], tuple[bool, ...]], list[Entry]] = {}
    for entry in gather(terms):
        if not entry.is_inflected or not entry.expected:
            continue
        capitals = tuple(word.text[:1].isupper() for word in entry.words)
        filed.setdefault((lemma_keys(entry), capitals), []).append(entry)
    for entries in filed.values():
        first = entries[0]
        for entry in entries[1:]:
            if not _agree(first, entry):
                yield (
                    entry.term,
                    f"'{entry.term.source}' matches the same words as '{first.term.source}' "
                    f"({_where(first.term)}) and asks for '{entry.expected[0]}' instead of "
                    f"'{first.expected[0]}'; set match to exact in one of them.",
                )


def _agree(one: Entry, other: Entry) -> bool:
    return not {form.casefold() for form in english_forms(one.expected[0])}.isdisjoint(
        form.casefold() for form in english_forms(other.expected[0])
    )


def forbidden_inside(terms: Sequence[Term]) -> Iterator[Found]:
    """A longer entry whose rendering uses what an entry inside it forbids."""
    bans = [term for term in terms if term.status is TermStatus.FORBIDDEN]
    if not bans:
        return
    matching = Matcher(Glossary(tuple(bans)))
    for term in terms:
        if term.status not in REQUIRED:
            continue
        for match in matching.match(term.source):
            if match.soft or match.term.source == term.source:
                continue
            used = [word for word in match.forbidden if _has_word(term.target, word)]
            if used:
                yield (
                    term,
                    f"'{term.target}' for '{term.source}' contains '{used[0]}', which is "
                    f"forbidden for '{match.term.source}' ({_where(match.term)}).",
                )


def _has_word(target: str, phrase: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", target, re.IGNORECASE) is not None


def unmatchable(terms: Sequence[Term]) -> Iterator[Found]:
    """A source that no sentence can hold."""
    for term in terms:
        if _GAP.search(term.source):
            yield (
                term,
                f"'{term.source}' leaves a gap, so it never can match; give a separable verb as "
                "its infinitive, which finds it in every word order.",
            )
        elif _WILDCARD.search(term.source):
            yield (
                term,
                f"'{term.source}' holds a wildcard or bracket; terms are matched as they stand, so "
                "it never can match.",
            )
        elif _INNER_SENTENCE.search(term.source):
            yield (
                term,
                f"'{term.source}' runs over the end of a sentence, so it never can match.",
            )


def alternatives(terms: Sequence[Term]) -> Iterator[Found]:
    """Several terms in one cell, as people list them in a spreadsheet: 'partners; unions'."""
    for term in terms:
        for cell, name in ((term.source, "source"), (term.target, "target")):
            if _SEVERAL.search(cell):
                yield (
                    term,
                    f"{name} '{cell}' holds several terms and is used as it stands; give each a "
                    "row of its own, the first rendering preferred, the others admitted.",
                )


def excluded_examples(terms: Sequence[Term]) -> Iterator[Found]:
    """An example in the note that the entry's own rules exclude."""
    for term in terms:
        if not term.note:
            continue
        alone: Matcher | None = None
        for example in _QUOTED.findall(term.note):
            if fold(term.source) not in fold(example):
                continue
            alone = alone or Matcher(Glossary((term,)))
            if not alone.match(example):
                yield (
                    term,
                    f"the note's example '{example}' is not matched by '{term.source}' with the "
                    f"match rule '{term.match.value}'.",
                )


def wrong_language(terms: Sequence[Term]) -> Iterator[Found]:
    """A target that is Dutch, as far as its words tell."""
    for term in terms:
        if term.status is TermStatus.KEEP or (
            term.target == term.source and not term.source.islower()
        ):
            continue
        if _is_dutch(term.target):
            swapped = "; are the columns swapped?" if not _is_dutch(term.source) else "."
            yield term, f"target '{term.target}' of '{term.source}' looks Dutch{swapped}"


def _is_dutch(text: str) -> bool:
    words = _LETTERS.findall(text)
    low = {word for word in words if word.islower()}
    if low & _ENGLISH:
        return False
    if len(words) > 1 and low & _DUTCH:
        return True
    told = [word for word in words if len(word) > 3 and word.islower()]
    return bool(told) and all(_commoner_in_dutch(word) for word in told)


def _commoner_in_dutch(word: str) -> bool:
    """Common in Dutch, at least thirty times as common there as in English, and no rare English
    word ('deed') either."""
    dutch, english = (frequencies(code, "small").get(word, 0.0) for code in ("nl", "en"))
    return dutch > 30 * english and zipf(word, "en") < _LISTED


def cycles(terms: Sequence[Term]) -> Iterator[Found]:
    """Targets that are sources again and lead back: 'VN' → 'Verenigde Naties' → 'VN'."""
    step = {
        term.source.casefold(): term
        for term in reversed(terms)
        if term.status is TermStatus.PREFERRED and term.target.casefold() != term.source.casefold()
    }
    done: set[str] = set()
    for start in step:
        path: list[str] = []
        at = start
        while at in step and at not in done and at not in path:
            path.append(at)
            at = step[at].target.casefold()
        if at in path:
            loop = [step[source] for source in path[path.index(at) :]]
            first = min(range(len(loop)), key=lambda place: (loop[place].file, loop[place].line))
            loop = [*loop[first:], *loop[:first], loop[first]]
            names = " → ".join(one.source for one in loop)
            yield loop[0], f"the targets run in a circle: {names}."
        done.update(path)


ENTRY_CHECKS: Mapping[str, Callable[[Sequence[Term]], Iterable[Found]]] = {
    "duplicate": duplicates,
    "rivals": rivals,
    "contradiction": contradictions,
    "orphan": orphans,
    "rule": uneven_rules,
    "collision": collisions,
    "shadow": forbidden_inside,
    "unmatchable": unmatchable,
    "alternatives": alternatives,
    "example": excluded_examples,
    "language": wrong_language,
    "cycle": cycles,
}
