"""Capitals: those that a model is not shown, and those that its English gets back."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from vertaal.glossary.capitals import ABBREVIATION
from vertaal.glossary.compounds import halves
from vertaal.glossary.dutch import fold, is_infinitive
from vertaal.glossary.readings import is_only_plural
from vertaal.glossary.starter import is_translated_place, parties
from vertaal.translation.letters import NAME
from vertaal.types import Span, TermMatch, overlap
from vertaal.words import PORTFOLIOS, WORD, is_known, lemmatized, zipf

_OFTENER = 1.0
"""Zipf scale: ten times as often."""
_FOREIGN, _DUTCH, _PLURAL = 1.0, 4.0, 2.0
"""From the first on a form occurs in English; by the second more it is a Dutch one all the same, a
plural ('Ratten') alone by the third."""
_COMPOUND = 10
"""Letters: shorter compounds may be surnames."""
_DUTCH_ENDINGS = ("ing", "heid", "atie", "schap", "teit")
_OPENED = re.compile(r"(?:^|(?<=[\s(«“‘„\"]))[«“‘„\"'](?![stnk]\b)(?P<first>[^\W\d_])")
"""What opens a quotation, and its first letter; no apostrophe ('s-Gravenhage)."""
_SHOUTED = re.compile(
    r"(?<![\w-])[A-ZÀ-Þ]{2,}(?: [A-ZÀ-Þ]{2,})+(?![\w-])|\A[A-ZÀ-Þ]{2,}(?= +(?:\d|[A-Z][a-z]))"
)
_FREQUENT = 5.5
"""Zipf scale: words that every model knows with a capital too ('Graag')."""
_SUBJECT = re.compile(
    r"\s(?:de|deze|dit|een|er|het|hij|ik|je|men|u|we|wij|ze|zij)\b", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"\s(?!(?:vr(?:aagt|oeg)|stel(?:t|de)|zeg(?:t|gen)|zei(?:den)?|wilde?|vind(?:t|en)|vond(?:en)?|noem(?:t|de)"
    r"|antwoord\w*|pleit\w*|meld(?:t|de)|bericht\w*|schr(?:ijft|eef)|denkt|dacht|geeft|gaf|roept|riep|hoopt|eist)\b"
    r"|(?:(?:op|aan|bij|van|de|den|der|te|ten|ter)\s)+[A-Z])[a-zà-ÿ]"
)
_OFFICE = re.compile(r"\b(?:MINISTERIE|MINISTER|STAATSSECRETARIS)\s+(?:VAN|VOOR)\s+")
_IN_PORTFOLIOS = frozenset(("en", "van", "voor", "der", "het"))


def capitalised(source: str, target: str) -> str:
    """`target` with the capital with which the source, or a quotation in it, begins: headlines are
    quoted with theirs.
    """
    ours, theirs = list(_OPENED.finditer(source)), list(_OPENED.finditer(target))
    pairs = zip(ours, theirs, strict=True) if len(ours) == len(theirs) else ()
    places = [b.start("first") for a, b in pairs if a["first"].isupper()]
    if source[:1].isupper():
        places.append(0)
    for at in places:
        target = target[:at] + target[at : at + 1].upper() + target[at + 1 :]
    return target


def terms_capitalised(matches: Iterable[TermMatch], target: str) -> str:
    """`target` with the capitals of the renderings of terms that have them in the source, where
    the model wrote all of them small: 'Minister Nobel (social affairs and employment)'.
    """
    for match in () if target.isupper() else matches:
        if match.keep or not match.surface[:1].isupper():
            continue
        if any(form in target for form in match.expected):
            continue
        for form in (form for form in match.expected if not form.islower()):
            small = re.search(rf"(?<!\w){re.escape(form)}", target, re.IGNORECASE)
            if small:
                target = target[: small.start()] + form + target[small.end() :]
                break
    return target


def titles(text: str) -> Iterator[int]:
    """Where a quotation within a sentence begins with a Dutch word in a capital. A name ('Het
    Vergeten Kind') goes on with one.
    """
    for hit in _OPENED.finditer(text):
        at = hit.start("first")
        word = NAME.match(text, at)
        if not word or not hit.start() or text[word.end() :].lstrip()[:1].isupper():
            continue
        goes_on = text[word.end() : word.end() + 1].isspace()  # "Dieselgate" alone is a name
        if begins_common(text[at:]) or (goes_on and _is_compound(word[0])):
            yield at


def _is_compound(word: str) -> bool:
    """Whether a word with a capital is 'Treinverkeer', which no dictionary has; not 'Veldkamp'."""
    low = word.lower()
    long = word.istitle() and len(low) >= _COMPOUND
    return long and zipf(low, "en") < _FOREIGN and bool(halves(low))


def opens_plain(text: str) -> bool:
    """Whether the capital with which a sentence opens can be left out: not a name's, nor that of a
    verb before its subject, by whose capital a model knows a question or a condition.
    """
    first = NAME.match(text)
    if not first or not (begins_common(text) or _begins_noun(first)):
        return False
    low = first[0].lower()
    finite = low.endswith("t") and lemmatized(low).endswith("en")
    return zipf(low, "nl") < _FREQUENT and not finite and not _SUBJECT.match(text, first.end())


def _begins_noun(first: re.Match[str]) -> bool:
    """Whether the word with which a sentence opens is a Dutch noun though English text has it for a
    name ('Kaas', 'Angst'), by what follows: of a person or a paper it would say something.
    """
    low, rest = first[0].lower(), first.string[first.end() :]
    verb = is_infinitive(low) or lemmatized(low).endswith("en") > low.endswith("en")
    return (
        first[0].istitle()
        and is_known(low)
        and zipf(low, "nl") >= zipf(low, "en") + _OFTENER
        and not verb
        and not is_translated_place(low)
        and bool(_GOES_ON.match(rest))
    )


def begins_common(text: str) -> bool:
    """Whether the word with a capital at the beginning is a Dutch word, and no name: English text
    has names too ('Leiden', 'Bakker'), but none goes on like 'Stand van zaken'.
    """
    first = NAME.match(text)
    if not first or not first[0].istitle():
        return False
    low, rest = first[0].lower(), text[first.end() :]
    english = zipf(low, "en")
    margin = _DUTCH if rest or not is_only_plural(low) else _PLURAL
    foreign = english >= _FOREIGN and zipf(low, "nl") < english + margin
    named = foreign and not (rest.startswith(" van ") and rest.islower())
    return is_known(low) and not is_translated_place(low) and not named


def lowered(text: str, kept: Sequence[Span] = ()) -> str:
    """A text in capitals as it would be written in a sentence, outside what is kept: a model reads
    'BEANTWOORDING' letter by letter, and makes a word up. So are Dutch words in capitals that begin
    another text, or stand side by side in it ('Nr. 12 LIJST VAN VRAGEN'). A text of names and
    abbreviations stays as it is.
    """
    if not text.isupper():
        for hit in _SHOUTED.finditer(text):
            small = hit.group().lower().split()
            free = not any(overlap(hit.span(), span) for span in kept)
            if free and max(map(len, small)) > 4 and all(map(is_known, small)):
                text = text[: hit.start()] + hit.group().capitalize() + text[hit.end() :]
        return text
    words = list(WORD.finditer(text))
    plain = [
        # 'KOEKKOEK (VOLT)' is no bird.
        hit.group().title() if text[hit.end() :][:2] == " (" else _plain(hit.group())
        for hit in words
    ]
    for i, (a, b) in enumerate(itertools.pairwise(words)):
        if is_translated_place(text[a.start() : b.end()]):  # 'DEN HAAG'
            plain[i : i + 2] = [a.group().title(), b.group().title()]
    named = _portfolio(text, words)
    plain = [word.title() if i in named else word for i, word in enumerate(plain)]
    for hit, word in zip(reversed(words), reversed(plain), strict=True):
        start, end = hit.span()
        if len(word) == end - start and not any(overlap(hit.span(), span) for span in kept):
            text = text[:start] + word + text[end:]
    first = next((i for i, each in enumerate(text) if each.isalpha()), 0)
    return text[:first] + text[first : first + 1].upper() + text[first + 1 :]


def _portfolio(text: str, words: Sequence[re.Match[str]]) -> set[int]:
    """Which of the words name a portfolio, and take a capital: 'INFRASTRUCTUUR EN WATERSTAAT'."""
    office = _OFFICE.search(text)
    found = set[int]()
    for i, hit in enumerate(words):
        if office and hit.start() >= office.end():
            if fold(hit.group()) in PORTFOLIOS:
                found.add(i)
            elif hit.group().lower() not in _IN_PORTFOLIOS:
                break
    return found


def _plain(word: str) -> str:
    """A word in capitals as it would be written in a sentence: small where it is a Dutch word, with
    a capital where it may be a name, as it is where it may be an abbreviation.
    """
    low = word.lower()
    if party := next((name for name in parties() if name.lower() == low), ""):
        return party
    if is_translated_place(word):
        return word.title()
    if is_known(low) or halves(low) or low.endswith(_DUTCH_ENDINGS):
        return low
    return word.title() if len(word) > ABBREVIATION else word
