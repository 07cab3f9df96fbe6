"""Question marks, brackets, quotation marks, footnote marks and the borders of cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from vertaal.cells import BAR
from vertaal.checks.addresses import without_addresses
from vertaal.checks.issue import Issue
from vertaal.counts import count
from vertaal.paired_marks import BRACKETS, CLOSING, QUOTATION, Pair, pairs, unpaired

_QUESTION = re.compile(r"\?+")
_ASKS = re.compile(
    r"^\W*(?:\d+[.)]\s*)?(?:(?:zo\s+(?:ja|nee|neen|niet)|en|of|maar|indien\s+\w+)\b[^?]{0,40},\s*)?"
    r"(?:is|zijn|heeft|hebt|hebben|kunt|kan|kunnen|bent|wilt|wil|deelt|vindt|klopt|acht|wat|wie|waar"
    r"|waarom|wanneer|hoe\w*|welke?|worden|wordt|zal|zou|moet|mag|erkent|kent|herinnert|onderschrijft"
    r"|ziet|gaat|neemt|weet|waar\w+|op\s+welke|in\s+hoeverre|sinds\s+wanneer)\b",
    re.IGNORECASE,
)


def question_mark(source: str, target: str) -> Iterator[Issue]:
    """A question stays a question, and a statement a statement.

    passes: Kent u het bericht ‘Wie betaalt?’? → Are you aware of the report ‘Who pays?’?
    fails: Deelt u deze mening? → Do you share this opinion.
    fails: De minister antwoordt. → Is the minister answering?
    """
    if "?" not in source and "?" not in target:
        return
    ours, theirs = _ends(source), _ends(target)
    if ours and not theirs:
        place = [match.span() for match in _QUESTION.finditer(source)][-1]
        yield Issue("the source asks and the target does not", place)
    elif theirs and not ours and "?" not in without_addresses(source) and not _ASKS.match(source):
        place = [match.span() for match in _QUESTION.finditer(target)][-1]
        yield Issue("the target asks and the source does not", None, place)
    elif (
        len(_QUESTION.findall(without_addresses(source)))
        > len(_QUESTION.findall(without_addresses(target))) + 1
    ):
        yield Issue("the target has fewer question marks than the source")


def _ends(text: str) -> bool:
    """Does the text end in a question mark, but for marks and what follows in brackets?"""
    tail = re.sub(r"[\s\d,\[\]()\"'”’»]+$", "", without_addresses(text))
    tail = re.sub(r"\?\s*\([^()]*$", "?", tail)
    return tail.endswith("?")


_OPTIONAL = re.compile(r"(?<=\w)\((?:[a-z]{1,3}|\d{1,2})\)|\((?:[a-z]{1,3}|\d{1,2})\)(?=[^\W\d])")
"""'wijziging(en)': part of a word."""


def brackets(source: str, target: str) -> Iterator[Issue]:
    """What stands in brackets stays in brackets, and every bracket has its partner.

    passes: De Kamer (artikel 3) en 1) dit, 2) dat. → The House (Article 3) and 1) this, 2) that.
    fails: Het kabinet (2021) antwoordt. → The government 2021 answers.
    fails: Het kabinet (2021) antwoordt. → The government (2021 answers.
    """
    ours, theirs = (
        _OPTIONAL.sub(lambda part: " " * len(part[0]), text) for text in (source, target)
    )
    lone, mine = unpaired(ours, theirs), list(pairs(ours))
    odd = {pair.kind for pair in mine if not pair.whole}
    for opening in BRACKETS:
        both = opening + CLOSING[opening]
        if alone := next((pair for pair in lone if pair.kind == opening), None):
            missing = both[alone.opening >= 0]
            place = (alone.at, alone.at + 1)
            yield Issue(f"a '{missing}' is missing in the target", None, place)
            continue
        lost = _count(mine, opening) - _count(pairs(theirs), opening)
        if lost > 0 and opening not in odd:
            yield Issue(f"{count(lost, 'pair')} of '{both}' went missing")
        elif lost < 0 and opening == "[":
            yield Issue(f"'{both}' stands in the target and not in the source")


def cells(source: str, target: str) -> Iterator[Issue]:
    """The row of a table keeps its cells, with a bar between each two.

    passes: Verleend | – | 12 → Granted | – | 12
    fails: Verleend | Geweigerd → Granted Refused
    """
    ours, theirs = (len(BAR.findall(text)) for text in (source, target))
    if ours != theirs:
        yield Issue(f"the source has {count(ours, 'bar')} and the target {theirs}")


def quotes(source: str, target: str) -> Iterator[Issue]:
    """Quoted text stays between quotation marks, of whatever shape.

    passes: Het bericht «Nederland is vol» → The report ‘The Netherlands is full’
    passes: De regio’s en 's avonds → The regions and in the evening
    fails: Het bericht ‘Nederland is vol’ → The report The Netherlands is full
    fails: Het bericht “Nederland is vol” → The report “The Netherlands is full
    """
    ours, theirs = (_count(pairs(text), QUOTATION) for text in (source, target))
    lone = [pair for pair in unpaired(source, target) if pair.kind == QUOTATION]
    if ours and not theirs:
        yield Issue("the quotation marks went missing")
    elif not ours and theirs > 1:
        yield Issue("the target quotes what the source does not")
    elif ours and lone:
        place = (lone[0].at, lone[0].at + 1)
        yield Issue("a quotation mark is missing in the target", None, place)
    elif ours > theirs:
        yield Issue("the target has fewer quotations than the source")


def _count(found: Iterable[Pair], kind: str) -> int:
    """How many of the kind are opened."""
    return sum(pair.kind == kind and pair.opening >= 0 for pair in found)


_MARK = re.compile(
    r"(?=\d)(?:(?<=[^\W\d_]{4})|(?<=[»”’\"')\]?!])|(?<=[^\W\d_]{2}[.,]))(?<![A-Z])(?<!\s['’‘])(?<!^['’‘])"
    r"(?P<mark>\d{1,2}(?:,\s?\d{1,2})*)(?=\s|$|[.,;:?!)»”’])|\[(?P<bracketed>\d{1,2})\]"
)
_LETTER = re.compile(r"[A-Z]\w*$")
_DIGIT = re.compile(r"\d")


def footnote_marks(source: str, target: str) -> Iterator[Issue]:
    """Footnote marks come through one for one, in any place.

    passes: De Kamer verzocht hierom.1 → The House requested this.1
    passes: In de jaren ’80 en ’90 → In the 1980s and 1990s
    passes: Het rapport «Zorg»?1, 2 → The report ‘Care’?1, 2
    fails: De Kamer verzocht hierom.1 → The House requested this.
    fails: Kent u dit bericht?3 → Are you aware of this report?4
    """
    ours, theirs = _marks(source), _marks(target)
    for mark in (ours - theirs).elements():
        if not re.search(rf"(?<!\d){mark}(?!\d)", target):
            yield Issue(f"footnote mark {mark} went missing")
    for mark in (theirs - ours).elements():
        if not re.search(rf"(?<!\d){mark}(?!\d)", source):
            yield Issue(f"footnote mark {mark} is not in the source")


def _marks(text: str) -> Counter[str]:
    if not _DIGIT.search(text):
        return Counter()
    return Counter(
        number
        for match in _MARK.finditer(without_addresses(text))
        if not _LETTER.search(match.string[: match.start()])
        for number in re.findall(r"\d+", match["mark"] or match["bracketed"])
    )
