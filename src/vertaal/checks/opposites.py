"""Words that became their opposite."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from vertaal.checks.issue import Issue
from vertaal.checks.negation import denials

_HARDLY = re.compile(
    r"\b(?:nauwelijks|amper|hardly|barely|scarcely|almost|fail\w*|lack\w*)\b", re.IGNORECASE
)
"""'Nauwelijks mogelijk' is almost impossible, 'onvoldoende' often 'failed … sufficiently'."""

_Member = tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]
"""How Dutch says one of the things that exclude each other, how English says it and no other of
them, and all that may stand for it in English."""


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
    plain = source.lower()
    begun = [group for traces, group in _groups() if any(trace in plain for trace in traces)]
    if not begun or denials(source, target) or _HARDLY.search(source) or _HARDLY.search(target):
        return
    for group in begun:
        ours = [(member, found) for member in group if (found := member[0].search(source))]
        if not ours or any(member[2].search(target) for member, _ in ours):
            continue
        _, here = ours[0]
        there = next((found for _, english, _ in group if (found := english.search(target))), None)
        if there:
            yield Issue(f"'{here.group()}' became '{there.group()}'", here.span(), there.span())


@cache
def _rows() -> tuple[tuple[tuple[str, str, str], ...], ...]:
    """The table: groups of (Dutch, its English, all English that may stand for it), a star where
    any letters may stand."""
    table = resources.files("vertaal.checks").joinpath("opposites.tsv").read_text("utf-8")
    lines = "\n".join(line for line in table.splitlines() if not line.startswith("#"))
    return tuple(
        tuple(_row(*row.split("\t")) for row in group.splitlines())
        for group in lines.strip("\n").split("\n\n")
    )


_NEVER = "(?!)"


def _row(dutch: str, english: str = "", others: str = "") -> tuple[str, str, str]:
    """What has no English may be said in any words."""
    return (dutch, english, f"{english} {others}") if english else (dutch, _NEVER, "*")


@cache
def _groups() -> tuple[tuple[frozenset[str], tuple[_Member, ...]], ...]:
    """Each group, behind letters of which every source with one of its Dutch words has some."""
    return tuple(
        (
            frozenset(_trace(word) for dutch, *_ in group for word in dutch.split()),
            tuple(
                (_pattern(dutch), _pattern(english), _pattern(either))
                for dutch, english, either in group
            ),
        )
        for group in _rows()
    )


def _trace(word: str) -> str:
    """The longest run of letters that stands in whatever the word of the table fits."""
    fixed = re.sub(r"\(\?.*?\)+|\\w|\[.*?\]|\{.*?\}|.\?", " ", word)
    return max(re.findall(r"[^\W\d_]+", fixed), key=len, default="").lower()


def _pattern(words: str) -> re.Pattern[str]:
    either = "|".join(
        word.replace("*", r"[^\W\d_]*").replace("_", r"\s+") for word in words.split()
    )
    return re.compile(rf"(?<![\w-])(?:{either})(?!\w)", re.IGNORECASE)
