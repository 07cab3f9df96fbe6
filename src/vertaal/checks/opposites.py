"""Words that became their opposite."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

from vertaal.checks.issue import Issue
from vertaal.copies import without_copies
from vertaal.negation import denials

_HARDLY = re.compile(
    r"\b(?:nauwelijks|amper|hardly|barely|scarcely|almost|fail\w*|lack\w*)\b", re.IGNORECASE
)
"""'Nauwelijks mogelijk' is almost impossible, 'onvoldoende' often 'failed … sufficiently'."""

_Member = tuple[str, str, str]
"""How Dutch says one of the things that exclude each other, how English says it and no other of
them, and all that may stand for it in English. A star stands for any letters."""


def opposites(source: str, target: str) -> Iterator[Issue]:
    """Nothing becomes what it excludes: 'gedaald' risen, 'meer dan' fewer than, 'onmogelijk'
    possible, 'kan' must, 'of' and, 'alle' some, 'nadat' before, 'maanden'
    years, a 'staatssecretaris' a minister, what is refused granted. Said only where nothing in
    the target stands for the word: two that change places go unseen. Nothing is said where only
    one of the two sides has a negation: 'niet mogelijk' is impossible.

    passes: De prijs daalt en stijgt. → Prices rise and fall.
    passes: Dat is niet wenselijk. → That is undesirable.
    passes: Er zijn duizenden slachtoffers. → There are thousands of victims.
    passes: Hij mag dat niet doen. → He must not do that.
    fails: Het aantal is gedaald. → The number has risen.
    fails: Er zijn minder dan 50 gevallen. → There are more than 50 cases.
    fails: Dit is onvoldoende onderzocht. → This has been sufficiently investigated.
    fails: De Eerste Kamer vraagt dit. → The House of Representatives asks this.
    fails: De staatssecretaris weet dit. → The Minister knows this.
    fails: De gemeente moet dit melden. → The municipality may report this.
    fails: Zij wijst de aanvraag van de gemeente af. → She grants the municipality's application.
    fails: Een boete of een taakstraf → A fine and community service
    """
    source, target = without_copies(source, target)
    begun = _begun(source)
    if not begun or denials(source, target) or _HARDLY.search(source) or _HARDLY.search(target):
        return
    for group in begun:
        ours = [
            (member, found) for member in group if (found := _pattern(member[0]).search(source))
        ]
        if not ours or any(_pattern(member[2]).search(target) for member, _ in ours):
            continue
        _, here = ours[0]
        english = (_pattern(member[1]).search(target) for member in group)
        there = next((found for found in english if found), None)
        if there:
            yield Issue(f"'{here.group()}' became '{there.group()}'", here.span(), there.span())


def _begun(source: str) -> list[tuple[_Member, ...]]:
    """The groups of the table of which the source may have a word."""
    always, traces = _traces()
    found = always.union(*(places for _, places in traces.iter(source.lower())))
    return [_groups()[place] for place in sorted(found)]


@cache
def _traces() -> tuple[frozenset[int], Any]:
    """An automaton that finds letters of which every source with a Dutch word of the table has
    some, with the places of the groups that have that word; and those of which it cannot tell.
    """
    import ahocorasick

    places: dict[str, set[int]] = defaultdict(set)
    for place, group in enumerate(_groups()):
        for dutch, *_ in group:
            for word in dutch.split():
                places[_trace(word)].add(place)
    always = frozenset(places.pop("", ()))
    automaton = ahocorasick.Automaton()
    for trace, found in places.items():
        automaton.add_word(trace, found)
    automaton.make_automaton()
    return always, automaton


@cache
def _groups() -> tuple[tuple[_Member, ...], ...]:
    """The table: groups of what excludes each other."""
    table = resources.files("vertaal.checks").joinpath("opposites.tsv").read_text("utf-8")
    lines = "\n".join(line for line in table.splitlines() if not line.startswith("#"))
    return tuple(
        tuple(_row(*row.split("\t")) for row in group.splitlines())
        for group in lines.strip("\n").split("\n\n")
    )


_NEVER = "(?!)"


def _row(dutch: str, english: str = "", others: str = "") -> _Member:
    """What has no English may be said in any words."""
    return (dutch, english, f"{english} {others}") if english else (dutch, _NEVER, "*")


def _trace(word: str) -> str:
    """The longest run of letters that stands in whatever the word of the table fits."""
    fixed = re.sub(r"\(\?.*?\)+|\\w|\[.*?\]|\{.*?\}|.\?", " ", word)
    return max(re.findall(r"[^\W\d_]+", fixed), key=len, default="").lower()


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """What finds one of the words. Made when first needed: many never are."""
    either = "|".join(
        word.replace("*", r"[^\W\d_]*").replace("_", r"\s+") for word in words.split()
    )
    return re.compile(rf"(?<![\w-])(?:{either})(?!\w)", re.IGNORECASE)
