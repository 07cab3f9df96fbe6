"""Verbs that stand apart from what belongs to them, with the English for both.

A small model reads 'zegt de huur van het pand op' as if the verb stood alone ('says the tenancy'),
and takes the rest of a fixed expression word for word. `separable.tsv`, which a model may have
beside its lexicon, has one verb a line: its companion; its forms (ik, hij, wij, past singular, past
plural; one that means something else is left empty); the English (base, third person, past); and
`zich` where the verb has that and the English nothing for it:

    op <tab> zeg|zegt|zeggen|zegde|zegden <tab> terminate|terminates|terminated
    op de vingers <tab> tik|tikt|tikken|tikte|tikten <tab> reprimand|reprimands|reprimanded

The English is shown at the verb as a word of the lexicon is, and the companion is not shown.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from vertaal.glossary.dutch import Token, fold, tokenise
from vertaal.glossary.readings import AUXILIARIES, BEFORE_INFINITIVE
from vertaal.glossary.separable import Parted
from vertaal.translation.lexicon import Lexicon, made_of
from vertaal.types import Span, overlap

_FIRST, _THIRD, _MANY = 0, 1, 2
"""Places among the forms: 'zeg', 'zegt', 'zeggen'; those of the past come after."""
_ANOTHER = frozenset(
    "als dat hoe of omdat waar waarom wat is was waren bent heeft hebben had hadden wordt werd"
    " werden kan kon konden moet moest moesten zal zou zouden wil wilde mag mocht".split()
)
"""Words behind which the companion may be another verb's, unless it is an expression that ends the
sentence: a clause inside ends in its own verb."""
_HIMSELF = {"ik": {"mij", "me"}, "wij": {"ons"}, "we": {"ons"}}
"""'Zich' beside other subjects."""
_BEFORE_NOUNS = frozenset("de een deze geen elke iedere onze hun uw zijn haar mijn".split())
_BEFORE_ENDINGS = frozenset(
    "aan bij dat dit door het in met na of onder op tot uit van voor zonder".split()
)
"""Before 'besteden' as a noun or an infinitive."""
_BEFORE_HIMSELF = frozenset("aan achter bij in naar naast om tot van voor".split())
"""'Legt het naast zich neer'."""
_BEHIND_PREPOSITIONS = frozenset("dat die of".split())
_ACTIVE = BEFORE_INFINITIVE | frozenset("heb hebt heeft hebben had hadden".split())
_BETWEEN = dict.fromkeys("de het een zijn haar hun".split(), _ACTIVE) | dict.fromkeys(
    "aan achter bij binnen boven buiten door in langs met na naar naast om onder op over ten ter"
    " tegen tot uit van vanuit voor zonder".split(),
    AUXILIARIES | BEFORE_INFINITIVE,
)
"""First word of a phrase → the auxiliaries that may part it. An object is none in the passive: 'de
noodtoestand is uitgeroepen'."""
_PARTS = 2
"""Words of a phrase that may be another's: 'in gaan', 'de raad'."""
_AUXILIARIES = 3
"""Most of them between a phrase and its verb: 'zou moeten worden'."""
_TIMES = frozenset("jaar jaren maand maanden week weken dag dagen uur eeuw eeuwen tijd".split())
_CLAUSE = re.compile(r"[.;:?!…()\[\]«»“”\"]|’(?!\w)")
_NOT = re.compile(
    r"(?:(?!\b(?:die|dat|om|waar\w*)\b).)*?"
    r"\b(?:geen|nooit|niet(?!\s+(?:alleen|langer|meer|slechts)\b))\b"
)
"""A negation that is not a relative clause's."""
_SUBJECT_ASKED = re.compile(r"\b(?:wie|wat|welke?|hoeveel)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Apart:
    """A verb, the English shown at it, and what is not shown."""

    verb: Span
    english: str
    hidden: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Verb:
    parted: Parted
    form: int
    english: tuple[str, str, str]


class Separable:
    """The verbs of a file's lines. Raises `ValueError` for a line that is none."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._verbs: dict[str, list[_Verb]] = defaultdict(list)
        for line in lines:
            companion, dutch, rendering, *mark = line.split("\t")
            base, third, past = rendering.split("|")
            parted = Parted(tuple(fold(companion).split()), reflexive=mark == ["zich"])
            for form, word in enumerate(dutch.split("|")):
                if word:
                    self._verbs[fold(word)].append(_Verb(parted, form, (base, third, past)))
        for verbs in self._verbs.values():  # 'met de grond gelijk' before 'gelijk'
            verbs.sort(key=lambda verb: -len(verb.parted.companion))

    def apart(self, text: str, taken: Iterable[Span] = ()) -> Iterator[Apart]:
        """The verbs of `text` that stand apart from their companions, in order, none of them
        touching another or a span of `taken`.
        """
        if not self._verbs:
            return
        spans = list(taken)
        tokens = tokenise(text)
        words = [fold(token.text) for token in tokens]
        for at, word in enumerate(words):
            for verb in self._verbs.get(word, ()):
                found = _apart(text, tokens, words, at, verb)
                touched = (found.verb, *found.hidden) if found else ()
                if found and not any(overlap(each, span) for each in touched for span in spans):
                    spans += touched
                    yield found
                    break


def behind_auxiliaries(text: str, lexicon: Lexicon, taken: Iterable[Span] = ()) -> Iterator[Apart]:
    """The verbs of `text` that auxiliaries part from the rest of a phrase of the lexicon, in order:
    'op de lange baan is geschoven', 'haar beslag kan krijgen'. The rest is a noun with its
    preposition or article: one without may have words before it that belong to it.
    """
    spans = list(taken)
    tokens = tokenise(text)
    words = [fold(token.text) for token in tokens]
    for first, word in enumerate(words):
        for count in lexicon.lengths.get(word, ()) if first and word in _BETWEEN else ():
            last = first + count - 1
            at = _behind(tokens, words, last, _BETWEEN[word]) if count > _PARTS else None
            if at is None:
                continue
            start, end = tokens[first].start, tokens[last - 1].end
            verb = tokens[at].start, tokens[at].end
            english = lexicon.rendering(f"{text[start:end].lower()} {words[at]}")
            if lexicon.rendering(text[start : verb[1]].lower()):
                continue  # 'in de kou laten staan' is no 'in de kou staan'
            touched = _with_blank(text, start, end), verb
            if english and not any(overlap(a, span) for a in touched for span in spans):
                spans += touched
                yield Apart(verb, english, touched[:1])
                break


def _behind(
    tokens: Sequence[Token], words: Sequence[str], first: int, between: frozenset[str]
) -> int | None:
    """Where the verb stands behind the auxiliaries that begin at `first`, in one clause."""
    if words[first : first + 1] == ["te"]:
        return None  # 'to' goes before all of the English: the lexicon has such forms
    for at in range(first, min(first + _AUXILIARIES + 1, len(words))):
        if tokens[at].gap:
            return None
        if words[at] not in between:
            return at if at > first else None
    return None


def _apart(
    text: str, tokens: Sequence[Token], words: Sequence[str], at: int, verb: _Verb
) -> Apart | None:
    """The verb at the token `at`, if it is one and its companion stands apart from it."""
    beside = (words[at - 1] if at else "", *words[at + 1 : at + 2])
    if not _is_verb(tokens[at].text, at, verb.form, beside):
        return None
    first = verb.parted.behind(tokens, words, at)
    if first is None:
        return None
    last = first + len(verb.parted.companion)
    ends = last - first > 2 and (last == len(words) or tokens[last].gap)
    if not (ends or _ANOTHER.isdisjoint(words[at + 1 : first])):
        return None
    between = text[tokens[at].end : tokens[first].start]
    if between.count("(") != between.count(")"):
        return None
    if not all(token.text.islower() for token in tokens[first:last]):
        return None  # 'het OM'
    if verb.parted.is_particle and not _is_particle(tokens, words, at, first):
        return None
    hidden = [_with_blank(text, tokens[first].start, tokens[last - 1].end)]
    himself = {"zich"}.union(*(_HIMSELF.get(word, ()) for word in beside))
    reflexive = next((i for i in range(at + 1, first) if words[i] in himself), None)
    if reflexive is not None and words[reflexive - 1] in _BEFORE_HIMSELF:
        return None
    if (reflexive is not None) != verb.parted.reflexive:
        return None
    if reflexive is not None:
        hidden.insert(0, _with_blank(text, tokens[reflexive].start, tokens[reflexive].end))
    verb_at = tokens[at].start, tokens[at].end
    base, third, past = verb.english
    if verb.form == _MANY or _has_do(text, verb_at, tokens[first].start):
        english = base
    elif verb.form > _MANY:
        english = past
    else:
        english = third if verb.form == _THIRD and "u" not in beside else base
    return Apart(verb_at, english, tuple(hidden))


def _is_verb(word: str, at: int, form: int, beside: Sequence[str]) -> bool:
    """Whether the form is a finite verb beside these words: 'ik merk', not 'het merk'."""
    if not (word.islower() or (at == 0 and word.istitle())):
        return False
    if form == _FIRST:
        return not {"ik", "je", "jij"}.isdisjoint(beside)
    before = beside[0]
    return before not in _BEFORE_NOUNS and not (word.endswith("en") and before in _BEFORE_ENDINGS)


def _is_particle(tokens: Sequence[Token], words: Sequence[str], at: int, place: int) -> bool:
    """Whether the word at `place` is no noun ('van de weg', 'voor- en nadelen'), adverb ('drie jaar
    terug') or preposition ('in die zin', 'voor in de bus').
    """
    before, after = words[place - 1], words[place + 1 : place + 2]
    if tokens[place].bound_after or before in _BEFORE_NOUNS or before in _TIMES:
        return False
    ends = not after or bool(tokens[place + 1].gap)
    return ends or (place > at + 1 and after[0] not in _BEHIND_PREPOSITIONS)


def _has_do(text: str, verb: Span, until: int) -> bool:
    """Whether English will say 'do' or 'did' before the verb: in questions, and with 'not'."""
    start, end = verb
    if _NOT.match(text, end, until):
        return True
    ended = _CLAUSE.search(text, end)
    first = max((hit.end() for hit in _CLAUSE.finditer(text, 0, start)), default=0)
    asked = ended is not None and ended[0] == "?"
    return asked and not _SUBJECT_ASKED.search(text, first, start)


def _with_blank(text: str, start: int, end: int) -> Span:
    """The span with the blank before it."""
    return len(text[:start].rstrip()), end


@lru_cache(maxsize=4)
def separable(path: Path) -> Separable:
    """The verbs in a file; none where there is no file. Raises `InputError`."""
    return made_of(path, "a list of separable verbs", Separable)
