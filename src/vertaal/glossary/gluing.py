"""Words that lost the space between them, as text taken from a PDF has them ('hetkabinet',
'2027gaat').

Dutch writes compounds solid, so what no list knows is cut in two only on evidence. One side has
to be a small word that hardly begins, or ends, any other (`joints.tsv`: how much oftener it stands
by itself, counted by `training/joints.py`), or an inflected adjective, which begins none; the other
has to be in use. The cut with the most evidence is taken (naive Bayes on the two sides, two words
against one). `benchmarks.words.gluing` measures how well that does.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise

from vertaal.dates import DUTCH_MONTH
from vertaal.glossary.compounds import halves, is_word
from vertaal.glossary.dutch import PARTICLES, Token, is_infinitive, is_participle, lemma
from vertaal.glossary.starter import is_translated_place
from vertaal.types import Span
from vertaal.words import WORD, is_known, zipf

_YEAR = r"(?:19|20)\d\d"
_RUN = re.compile(rf"(?:(?<![\w@/-])|(?<=\b{_YEAR}-)(?={_YEAR}))[^\W_]{{3,60}}+(?![\w@/]|\.[a-z])")
"""Letters and digits that are no part of an address, nor behind a hyphen, but in '2025-2026is'."""
_TURN = re.compile(
    r"(?P<first>[^\W\d_A-Z]{2,})(?=[A-Z][^\W\d_]|[1-9]\d)|(?P<number>\d+)(?=[a-z]{3})"
    rf"|(?P<year>{_YEAR})(?=[a-z]{{2}}$)"
)
_THOUSANDS = re.compile(r"(?<![\w.,])[1-9]\d{0,2}(?:\.\d{3})+(?=[^\W\d_]{2})")
"""No word or code begins with '2.067'."""
_LEADS = "|".join(
    "aan bij bijna binnen boven ca circa dan en in maximaal met minimaal na naar of om onder "
    "ongeveer op over per rond ruim sinds te tot tussen uit van vanaf voor".split()
)
_DECIMAL = re.compile(rf"(?<![\w@/.-])(?:{_LEADS})(?=\d{{1,3}},\d)", re.IGNORECASE)
"""'tot1,5 graden': behind these no mark of a note stands."""
_DAY = re.compile(rf"(?<=[^\W\d_]{{2}})(?=(?:[12]?\d|3[01])\s(?:{DUTCH_MONTH})\b)")
"""'BioScience8 oktober'."""
_PAPER = re.compile(r"\b[Kk]amerstuk(?:ken)?(?=\d\d\s\d{3}\b)")
"""'Kamerstuk33 529'."""
_NUMBERED = re.compile(r"(?<![\w.])(?:nrs?|art|blz)\.(?=\d)", re.IGNORECASE)
"""'Kamerstuk 23 432, nr.537'."""
_CAPITALS = re.compile(r"[A-Z]{2,6}(?=[a-z]{2,}$)")
"""'IGHdoet', 'VNheeft'."""
_OPENED_BY = re.compile(r"(?P<first>[A-Z][a-z]{1,4})(?=[A-Z]{2,6}$)")
"""'HetUWV', with which a sentence opens."""
_ARTICLE_BEFORE = re.compile(r"(?P<first>[A-Z][a-z]{1,4})(?=[A-Z][a-z]{2,}$)")
"""'HetMinisterie', 'VanDijk'."""
_FORMULAS = re.compile(r"zo(?=(?:ja|nee|neen|niet)$)")
_COUNTS = re.compile(r"\d+(?:[.,]\d+)?\s?(?:%|(?:miljoen|miljard|mln|mld|procent|euro)\b)")
_LEADS_HERE = re.compile(rf"(?<!\w)(?:{_LEADS})\Z", re.IGNORECASE)
_TITLE = re.compile(r"(?P<first>[A-Z][a-z]{5,})(?=[A-Z][a-z]{5,}$)")
_CONSONANTS = re.compile(r"[b-df-hj-np-tv-xz]{2,4}")
_AFTER_NUMBERS = frozenset(
    "ste sten den tal tallen voud voudig jarig jarige bis ter quater quinquies".split()
)

_OPENS = re.compile(r"(?:^|(?:(?<!\b[A-Z])\.|[?!:;])[’”\"')»]*\s+|[‘“\"']|[«„(]\s*|\n\s*|^\W+)$")
"""What stands before the first word of a sentence or a quotation; no initial ('J. '), and no stray
mark ('gesteld door ‘ Kuzu')."""
_IN_SURNAMES = frozenset("de den der van ten ter te".split())
_ADJECTIVE = re.compile(
    r"..(?:ische|lijke|ige|ende|loze|bare|zame|achtige|ndse|aanse|iële|ieve|ale|ele|erde|este)$"
)
"""How an inflected adjective ends; a compound takes the bare one."""
_SOLID = frozenset(
    "alsdan hiermede daarmede waarmede almede waarbuiten waartegenover hiervoor "
    "hieronderstaande hierbedoelde hiergenoemde hiernavolgende "
    "tweeminutendebat tweeminutendebatten drinkwaren garantiesom instellingenafdeling "
    "instellingenagentschap werkstaat voorvraag derdelanden saneerder zithoogte legis specialis "
    "hoofdbetrekking nevenbetrekking normbetrekking deelbetrekking rechtsbetrekking".split()
)
"""Words of official Dutch that neither list has and that look like two; twice or oftener in a
hundred thousand sentences of policy rules."""
_IN_COMPOUNDS = frozenset(
    "gericht gebonden gedreven gestuurd gerelateerd gemaakt gefinancierd geleid gedragen gevoelig "
    "gekozen gebouwd gebakken gekleurd geboren geschreven gelegen genoemd gesproken gezeten".split()
)
"""Participles that end compounds: 'vraaggestuurd'."""
_ENDINGS = frozenset("de den en er te ten".split())
"""Small words that are endings too."""
_ACCENTS = str.maketrans("áéíóú", "aeiou")
"""Those that only stress: 'hiervóór'."""

# Zipf scale: log10 of occurrences per thousand million words.
_UNHEARD = 2.0
_RARE = 3.3
_IN_USE = 3.5
_COMMON = 4.4

_LONG = 10
"""Letters of a compound before a name or a heading; brands are shorter ('iPhone', 'ZorgDomein')."""

_ENOUGH = 0.75
"""Evidence (log10) that cuts: one word in twenty thousand of clean text is cut wrongly at that."""
_IN_COMPANY = -0.5
"""The same beside a word that is cut for certain, where one word in a thousand is cut wrongly."""
_RUN_TOGETHER = -0.85
"""The same in a document that lost spaces throughout."""
_CERTAIN, _SHARE = 3, 1 / 200
"""Words cut for certain, and their share, in such a document: those seen had 16 to 58 in a thousand
words, all others none."""
_ODDS = -1.4
"""How often such a document loses a space (log10)."""
_SURE = 0.8
"""What two words must be likelier by than one that is in use, 'vande' or 'uitte' (log10)."""
_BOTH = 1.0
"""Two small words side by side need so much less."""
_INFLECTED = 0.3
_COMPOUND = -0.9
_UNLISTED = -1.3
_OPENING = 1.0
_CLOSING = 1.5
"""What a small word must have before, or behind, a word with a capital, which may be a name."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A text with the lost spaces put in, and where these stand."""

    text: str
    spaces: tuple[int, ...]

    def back(self, span: Span) -> Span:
        """The place of a stretch in the text as it was."""
        start, end = (at - bisect_left(self.spaces, at) for at in span)
        return start, end


def opened(text: str, lost: Sequence[int] | None = None) -> Opened:
    """`text` with a space where one was `lost`, by default in the places that `cuts` finds."""
    places = cuts(text) if lost is None else lost
    parts = (text[start:end] for start, end in pairwise([0, *places, len(text)]))
    return Opened(" ".join(parts), tuple(at + before for before, at in enumerate(places)))


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of `text`, two that lost the space between them as two."""
    for start, end in pairwise([0, *cuts(text), len(text)]):
        yield from WORD.finditer(text, start, end)


def apart(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens with those cut that are two words run together."""
    tokens = tuple(tokens)
    enough = _IN_COMPANY if any(_lost(token.text) for token in tokens) else _ENOUGH
    for token in tokens:
        lost = _cuts(token.text, enough)
        if not lost:
            yield token
            continue
        for start, end in pairwise([0, *lost, len(token.text)]):
            yield replace(
                token,
                start=token.start + start,
                end=token.start + end,
                text=token.text[start:end],
                gap="" if start else token.gap,
                bound_before=token.bound_before and not start,
                bound_after=token.bound_after and end == len(token.text),
            )


def cuts(text: str, run_together: bool = False) -> tuple[int, ...]:
    """Where in `text` a space was lost, in order. Where one was, more may be: a page's lines ran
    together (`run_together`: those of all the document did).
    """
    if run_together:
        return _cuts(text, _RUN_TOGETHER)
    return _cuts(text, _IN_COMPANY if _lost(text) else _ENOUGH)


def ran_together(texts: Iterable[str]) -> bool:
    """Whether a document with these texts lost spaces throughout."""
    words = lost = 0
    for text in texts:
        words += len(text.split())
        lost += _lost(text)
    return lost >= max(_CERTAIN, _SHARE * words)


@lru_cache(maxsize=65536)
def _lost(text: str) -> int:
    """How many runs of letters in `text` are several words for certain."""
    return sum(run[1:].islower() for run, _ in _parted(text, _ENOUGH))


@lru_cache(maxsize=65536)
def _cuts(text: str, enough: float) -> tuple[int, ...]:
    found = {at for _, places in _parted(text, enough) for at in places}
    forms = (_THOUSANDS, _DECIMAL, _DAY, _PAPER, _NUMBERED)
    found |= {hit.end() for form in forms for hit in form.finditer(text)}
    return tuple(sorted(found))


def _parted(text: str, enough: float) -> Iterator[tuple[str, list[int]]]:
    """The runs of letters that are several words, and where each of these begins but the first."""
    for hit in _RUN.finditer(text):
        run, start = hit.group(), hit.start()
        if places := _within(run, run[0].isupper() and opens(text, start), enough):
            yield run, [start + at for at in places]


def is_number_after(text: str, at: int) -> bool:
    """Whether the figure at `at`, glued to a word, is a number rather than the mark of a note."""
    leads = _LEADS_HERE.search(text[max(0, at - 12) : at])
    return bool(leads or _DAY.match(text, at) or _COUNTS.match(text, at))


def opens(text: str, at: int) -> bool:
    """Whether a word at `at` opens a sentence or a quotation, so that its capital says nothing."""
    # All that tells lies behind the word before; searched from the beginning, long texts take long.
    start = at
    while start and not (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    return _OPENS.search(text, start, at) is not None


def ends(text: str, at: int) -> bool:
    """Whether nothing but marks that close follows, so that a point before `at` ends the text."""
    return not text[at:].strip(" ”’\"')»")


@lru_cache(maxsize=65536)
def _within(run: str, opens: bool, enough: float) -> tuple[int, ...]:
    at = _place(run, opens, enough)
    return (at, *(at + further for further in _within(run[at:], False, enough))) if at else ()


def _place(run: str, opens: bool, enough: float) -> int:
    """Where the first space was lost, 0 for nowhere."""
    if run.islower() and run.isalpha():
        return _between_words(run, enough)
    if run[1:].islower() and run.isalpha():
        return _after_capital(run.lower(), opens, enough)
    if (hit := _CAPITALS.match(run)) and run[hit.end() :] in _joints():
        return hit.end()
    if opens and (hit := _OPENED_BY.match(run)) and not zipf(run.lower(), "en"):  # 'NetBIOS'
        return hit.end() if hit["first"].lower() in _joints() else 0
    if enough == _RUN_TOGETHER and (hit := _ARTICLE_BEFORE.match(run)):
        return hit.end() if hit["first"].lower() in _joints() else 0
    if hit := _TURN.match(run):
        rest = run[hit.end() :]
        if hit["year"]:
            fits = rest in _joints()
        elif hit["number"]:
            fits = (
                rest.isalpha() and rest not in _AFTER_NUMBERS and zipf(rest, "nl") >= _COMMON - 0.4
            )
        else:
            first = hit["first"]
            known = is_known(first) or len(first) >= _LONG
            fits = first in _joints() or (known and (is_word(first) or bool(halves(first))))
        return hit.end() if fits else 0
    if (hit := _TITLE.match(run)) and not zipf(run.lower(), "nl"):
        both = (hit["first"].lower(), run[hit.end() :].lower())
        if all(is_known(word) and zipf(word, "nl") >= _IN_USE for word in both):
            return hit.end()
        name = not is_known(both[1]) and zipf(both[1], "nl") >= _IN_USE
        if name and len(both[0]) >= _LONG and halves(both[0]):
            return hit.end()
    return 0


def _after_capital(word: str, opens: bool, enough: float) -> int:
    """A name may look like anything: 'Enver', 'Donnavan', and inside a sentence 'Demeester'."""
    at = _between_words(word, enough)
    if opens and (formula := _FORMULAS.match(word)):
        return formula.end()
    first, last = word[:at], word[at:]
    opening, closing = _joints().get(first), _joints().get(last)
    if first in _IN_SURNAMES and not opens:
        return 0
    if opening and opening[0] >= _OPENING and len(last) > 3 and zipf(last, "nl") >= _COMMON:
        return at
    common = zipf(last, "nl") >= _COMMON or enough == _RUN_TOGETHER
    if opening and opens and len(last) > 3 and common:
        return at  # 'Intwee gevallen'
    long = len(last) > 3 or enough == _RUN_TOGETHER
    if closing and closing[1] >= _CLOSING and long and is_word(first):
        return at
    if closing and len(first) > 4 and is_translated_place(first):
        return at  # 'Nederlandis'
    if opens and last == "u":
        return at
    inflected = _ADJECTIVE.search(first) and is_word(first)
    if inflected and zipf(last, "nl") >= _RARE:
        return at
    return 0 if is_known(word) or zipf(word, "nl") >= _UNHEARD else _around_plain(word)


def _around_plain(word: str) -> int:
    """Where 'niet' goes on from an abbreviation ('Wpgniet'), or 'en' from a plural ('Zakenen')."""
    if word.endswith("enen") and zipf(word[:-2], "nl") >= _COMMON:
        return len(word) - 2
    for at in range(2, 5):
        behind = _joints().get(word[at:])
        if behind and behind[1] >= _OPENING and _CONSONANTS.fullmatch(word[:at]):
            return at
    return 0


def _between_words(word: str, enough: float) -> int:
    throughout = enough == _RUN_TOGETHER
    plain = word.translate(_ACCENTS)
    if throughout and (at := _two_common(word)):
        return at
    if zipf(word, "en") >= _UNHEARD:
        return 0  # it may stand in a quotation
    if plain in _SOLID or zipf(word, "nl") >= _UNHEARD or is_known(word) or is_known(plain):
        return 0
    if at := _beside_you(word):
        return at
    if len(word) < 4:
        return 0
    places = range(2, len(word) - 1)
    best, at = max((_evidence(word[:at], word[at:], enough), at) for at in places)
    if best <= 0 or (throughout and best <= _ENOUGH - enough and _is_solid(word, at)):
        return 0
    return at


def _is_solid(word: str, at: int) -> bool:
    """Whether a cut at `at`, for which little speaks, goes through a compound ('op|namerapport') or
    a verb ('door|leent'), or takes an ending for a word ('langduur|de').
    """
    first, last = word[:at], word[at:]
    if last in _ENDINGS:
        return zipf(first, "nl") < _IN_USE
    through = any(end > at for end, _ in halves(word)) or is_infinitive(lemma(last))
    return first in PARTICLES and through


def _two_common(word: str) -> int:
    """Where a word that is in use is likelier two that lost their space: 'vande', 'inde'."""
    places = range(2, len(word) - 1)
    pairs = [(zipf(word[:at], "nl") + zipf(word[at:], "nl"), at) for at in places]
    both, at = max(pairs, default=(0.0, 0))
    likelier = both - 9 + _ODDS - zipf(word, "nl")  # Zipf scale: per thousand million words
    return at if likelier >= _SURE and {word[:at], word[at:]} <= _joints().keys() else 0


def _beside_you(word: str) -> int:
    """Where 'u' lost its space, which letters that ask questions are full of: 'kuntu', 'udat'."""
    if word.endswith("u") and zipf(word[:-1], "nl") >= _COMMON:
        return len(word) - 1
    return int(word.startswith("u") and word[1:] in _joints() and zipf(word[1:], "nl") >= _COMMON)


def _evidence(first: str, last: str, enough: float) -> float:
    """How far the evidence for two words goes beyond what is asked."""
    if first in PARTICLES and is_infinitive(lemma(last)) and is_known(first + lemma(last)):
        return -math.inf  # 'aangetoonde'
    before, behind = _joints().get(first), _joints().get(last)
    found = [-math.inf]
    if before and behind:
        found.append(before[0] + behind[1] - enough + _BOTH)
    if before:
        found.append(before[0] + _by_itself(last) - enough)
    if behind:
        found.append(behind[1] + _by_itself(first) - enough)
    inflected = len(last) > 3 and is_word(first) and _ADJECTIVE.search(first)
    if inflected or (enough == _RUN_TOGETHER and len(first) > 3 and _ends_no_compound(last)):
        found.append(_by_itself(first) + _by_itself(last) + _INFLECTED)
    return max(found)


def _ends_no_compound(word: str) -> bool:
    """Whether it is a participle in use that hardly ends a compound ('gesteld')."""
    return word not in _IN_COMPOUNDS and zipf(word, "nl") >= _IN_USE and is_participle(word)


def _by_itself(word: str) -> float:
    """Evidence that `word` stands alone: what is common does so oftener than in compounds."""
    common = zipf(word, "nl")
    if len(word) > 2 and (common >= _RARE or (common >= _UNHEARD and is_known(word))):
        return (common - 4.5) / 2
    if halves(word):
        return _COMPOUND
    return _UNLISTED if len(word) > 4 and is_known(word) else -math.inf


@cache
def _joints() -> dict[str, tuple[float, float]]:
    table = resources.files("vertaal.glossary").joinpath("joints.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines())
    return {word: (float(first), float(last)) for word, first, last in rows}
