"""Whether a target is all there, and only once: empty, too short, too long, going round."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from vertaal.cells import BAR
from vertaal.checks.issue import Issue

_LETTER = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def empty(source: str, target: str) -> Iterator[Issue]:
    """Every sentence has a translation.

    passes: Ja. → Yes.
    fails: Ja. → -
    fails: Dat klopt. → …
    """
    if _LETTER.search(source) and not _LETTER.search(target):
        yield Issue("the target is empty")


def length(source: str, target: str) -> Iterator[Issue]:
    """English is about as long as its Dutch: 0.7 to 1.3 times the letters in a sentence of 300
    letters, with more room in a shorter one. A target outside that range has lost or gained
    text; a long one that ends without the full stop of its source has lost some. An abbreviation
    may be written out, or a name abbreviated; 'artikel 6, eerste lid, onderdeel e' is shorter as
    'Article 6(1)(e)'.

    passes: Kunt u deze vragen afzonderlijk beantwoorden? → Can you answer these questions singly?
    passes: Wat meldt het OM? → What does the Public Prosecution Service report?
    fails: De ambassade in Peking volgt de mensenrechtensituatie in China op de voet. → It does.
    fails: Ja. → Yes, the government has indeed taken note of that report and of the answers.
    """
    ours, theirs = _letters(source), _letters(target)
    if not ours or not theirs:
        return
    if ours >= _BREAKS_OFF and _STOPS.search(source) and target.rstrip()[-1:].isalpha():
        yield Issue("the target ends without a full stop: is text missing?")
        return
    # Of 12,480 sentences of questions and answers translated by hand, 1 in 500 lies outside.
    shortest, longest = 0.8 - 1.6 / math.sqrt(ours), 1.08 + 4.5 / math.sqrt(ours)
    if shortest * ours <= theirs <= longest * ours:
        return
    ratio, written_out = theirs / ours, _written_out(source, target)
    fuller, briefer = theirs - min(0, written_out), theirs - max(0, written_out)
    fuller += _in_brackets(source, target)
    if fuller < shortest * ours or briefer > longest * ours:
        what = "missing" if ratio < 1 else "added"
        yield Issue(f"the target has {ratio:.0%} of its source's letters: is text {what}?")


_BREAKS_OFF = 60
_STOPS = re.compile(r"[^\W\d_]{4}\.\s*$")
"""Not behind an abbreviation, whose English may have no full stop."""
_ABBREVIATION = re.compile(r"(?<![\w.])(?:[A-Z][A-Za-z]{0,5}[A-Z][a-z]?|(?:[A-Za-z]\.){2,4})(?!\w)")
_FULL = 12
"""Letters of English for which one of an abbreviation stands: 'OM' is 24, 'LVVN' 42, 'RIVM' 60."""


def _written_out(source: str, target: str) -> int:
    """How many letters longer the abbreviations of one side alone may make the target, or, below
    zero, shorter. One that became another ('VN' the UN) makes no difference."""
    ours, theirs = (_ABBREVIATION.findall(text) for text in (source, target))
    lone = sum(len(each) for each in ours if each not in theirs)
    others = sum(len(each) for each in theirs if each not in ours)
    return _FULL * (lone - others)


_SUBDIVISION = re.compile(
    r"\b(?:[a-z]+(?:ste|de)\s(?:lid|leden|volzin)|lid(?=\s\d)|aanhef\sen"
    r"|(?:onder|onderde(?:el|len)|sub|letters?)(?=\s(?:[a-z]|[ivx]+|\d+)(?:\b|°)))"
)
_BRACKETED = re.compile(r"\d[a-z]*\(\w{1,4}\)")


def _in_brackets(source: str, target: str) -> int:
    """Letters of Dutch for which English has brackets: 'eerste lid' is '(1)'."""
    if not _BRACKETED.search(target):
        return 0
    return sum(_letters(part) for part in _SUBDIVISION.findall(source))


def _letters(text: str) -> int:
    return len(_LETTER.findall(text))


_REPEATABLE = {"that", "had", "is", "bye", "very", "ha", "dik"}


def repetition(source: str, target: str) -> Iterator[Issue]:
    """The target does not say twice what its source says once: no doubled word, no phrase twice
    in a row, no stretch of eight words twice in the sentence.

    passes: Zo ja, waarom? Zo nee, waarom niet? → If so, why? If not, why not?
    passes: Kosten per gemeente | n.n.b. | n.n.b. → Costs per town | not yet known | not yet known
    passes: Het recht op rust ('right to rest') → The right to rest ('right to rest')
    fails: De kosten stijgen. → The the costs are rising.
    fails: Het kabinet zal dit doen. → The government will do this, the government will do this.
    """
    theirs = list(_WORD.finditer(target))
    words = [match.group().lower() for match in theirs]
    ours = _words(source)
    for size in (1, 2, 3, 4, 5, 6, 8, 10, 12):
        start = _twice_in_a_row(target, theirs, words, size)
        if start is not None and not _doubled(ours, size):
            span = (theirs[start].start(), theirs[start + 2 * size - 1].end())
            phrase = words[start : start + size]
            yield Issue(f"'{' '.join(phrase)}' stands twice in a row", None, span)
            return
    again = _far_repeat(words, 8)
    if again is not None and _far_repeat(ours, 5) is None:
        span = (theirs[again].start(), theirs[again + 7].end())
        phrase = words[again : again + 8]
        yield Issue(f"'{' '.join(phrase)}' stands in the target twice", None, span)


def _twice_in_a_row(
    target: str, theirs: list[re.Match[str]], words: list[str], size: int
) -> int | None:
    """Where the first phrase of that many words begins that follows itself and should not."""
    for start in range(len(words) - 2 * size + 1):
        if words[start] != words[start + size]:
            continue  # spares most phrases the comparison
        phrase = words[start : start + size]
        if phrase != words[start + size : start + 2 * size]:
            continue
        gap = target[theirs[start + size - 1].end() : theirs[start + size].start()]
        if size > 1 and set(gap) & set("([\"'‘“«"):
            continue  # 'the Government Gazette (Government Gazette 2020, no. 3)'
        if size == 1 and (
            phrase[0] in _REPEATABLE
            or phrase[0].isdigit()
            or target[theirs[start].end() : theirs[start + 1].start()].strip()
        ):
            continue
        if BAR.search(target, theirs[start].end(), theirs[start + 2 * size - 1].start()):
            continue  # cells beside each other may say the same
        return start
    return None


def _words(text: str) -> list[str]:
    return [match.group().lower() for match in _WORD.finditer(text)]


def _doubled(words: list[str], size: int) -> bool:
    """Does the source repeat itself as well? Its phrase may be a word shorter or longer."""
    words = [word for word in words if len(word) > 1]
    return any(
        words[start : start + length] == words[start + length : start + 2 * length]
        for length in range(max(1, size - 1), size + 2)
        for start in range(len(words) - 2 * length + 1)
    )


def _far_repeat(words: list[str], size: int) -> int | None:
    seen: dict[tuple[str, ...], int] = {}
    for start in range(len(words) - size + 1):
        phrase = tuple(words[start : start + size])
        if phrase in seen and start >= seen[phrase] + size:
            return start
        seen.setdefault(phrase, start)
    return None
