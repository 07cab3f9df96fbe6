"""Whether a Dutch word that may be noun or verb is the one or the other where it stands:
'verslagen' (reports, defeated), 'besluiten' (decisions, decide), 'betrokken' (involved)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from vertaal.glossary.dutch import Token, fold, is_infinitive, lemma, stems
from vertaal.words import is_known


class Reading(Enum):
    NOUN = "noun"
    VERB = "verb"
    EITHER = "either"


_DETERMINERS = frozenset(
    "de een deze die alle geen enkele sommige welke elke iedere andere beide vele veel meer "  # noqa: SIM905
    "weinig minder zulke dergelijke mijn onze ons hun haar uw zijn diens twee drie vier vijf zes "
    "zeven acht negen tien eerdere recente nieuwe".split()
)
_PREPOSITIONS = frozenset(
    "van in op met voor bij door uit aan over naar onder tegen tijdens tussen via volgens zonder "  # noqa: SIM905
    "conform na per sinds binnen buiten inzake omtrent betreffende middels krachtens ingevolge "
    "ondanks wegens vanwege".split()
)
_SUBJECTS = frozenset("ik wij we jij je u hij zij ze men wie".split())  # noqa: SIM905
_MODALS = frozenset(
    "te gaan gaat ging kan kunnen kon kunt moet moeten moest wil willen wilt wilde zal zullen zult "  # noqa: SIM905
    "zou zouden mag mogen mocht laat laten liet blijft blijven helpt helpen komt komen".split()
)
AUXILIARIES = frozenset(
    "heb hebt heeft hebben had hadden ben bent is zijn was waren word wordt worden werd werden "  # noqa: SIM905
    "geworden geweest gehad bleek blijkt raakte raakt".split()
)
_OBJECTS = frozenset(
    "de het een dit dat deze die om of u hem haar hen ons hun niet hierover daarover hiertoe "  # noqa: SIM905
    "daartoe".split()
)
# Participles that are adjectives with a sense of their own before a noun.
_ADJECTIVES = frozenset(
    "betrokken besloten gehouden gegeven bepaald bepaalde beperkt beperkte verplicht verplichte "  # noqa: SIM905
    "gericht gerichte gevangen gelegen gesloten vermeend vermeende ervaren overleden "
    "verantwoord verantwoorde".split()
)
_REACH = 14
_CLAUSE_ENDS = frozenset(".;:!?")


def reading(tokens: Sequence[Token], at: int) -> Reading:
    """How the word `tokens[at]` is read, as far as the words around it tell."""
    word = fold(tokens[at].text)
    if word in _ADJECTIVES:
        return _of_adjective(tokens, at, word)
    if not _is_both(word):
        return Reading.EITHER
    before = _before(tokens, at)
    after = _after(tokens, at)
    if before in _DETERMINERS and not (before in AUXILIARIES and _is_participle(word)):
        return Reading.NOUN
    if before == "het":
        return Reading.VERB  # 'het onderzoeken van': the infinitive as a noun
    if before in _MODALS:
        return Reading.VERB
    if before in _SUBJECTS:
        return Reading.EITHER if _is_inverted(tokens, at - 1) else Reading.VERB
    if before in _PREPOSITIONS or (before.endswith("e") and lemma(before) != before):
        return Reading.NOUN
    if _is_participle(word):
        return _of_participle(tokens, at, after)
    if after in _OBJECTS:
        return Reading.VERB if at and before else Reading.NOUN
    ends = not after or after in AUXILIARIES
    if ends and _near(tokens, at, _MODALS):
        return Reading.VERB
    if not before or after in _PREPOSITIONS:
        return Reading.NOUN
    return Reading.EITHER


def _is_inverted(tokens: Sequence[Token], subject: int) -> bool:
    """'Kunt u vragen 3 en 4 beantwoorden': the verb stands before its subject."""
    verb = _before(tokens, subject)
    return verb in _MODALS or verb in AUXILIARIES or (verb != "" and is_infinitive(lemma(verb)))


def _of_adjective(tokens: Sequence[Token], at: int, word: str) -> Reading:
    if word == "gehouden" and _obliges(tokens, at):
        return Reading.NOUN
    if _before(tokens, at) in AUXILIARIES or _after(tokens, at) in AUXILIARIES:
        return Reading.VERB
    attributive = _before(tokens, at) in _DETERMINERS | _PREPOSITIONS | {"het"}
    return Reading.NOUN if attributive or not _near(tokens, at, AUXILIARIES) else Reading.VERB


def _obliges(tokens: Sequence[Token], at: int) -> bool:
    """'is gehouden het besluit uit te voeren', but not 'is gehouden'."""
    for ahead in range(at + 1, min(at + _REACH, len(tokens))):
        if _CLAUSE_ENDS & set(tokens[ahead].gap):
            return False
        if fold(tokens[ahead].text) == "te":
            return True
    return False


def _of_participle(tokens: Sequence[Token], at: int, after: str) -> Reading:
    """A participle needs its auxiliary and ends its clause, or nearly."""
    if not _near(tokens, at, AUXILIARIES):
        return Reading.NOUN
    closes = not after or after in _PREPOSITIONS or after in AUXILIARIES or after in _OBJECTS
    return Reading.VERB if closes else Reading.NOUN


def _before(tokens: Sequence[Token], at: int) -> str:
    return "" if at == 0 or tokens[at].gap else fold(tokens[at - 1].text)


def _after(tokens: Sequence[Token], at: int) -> str:
    return "" if at + 1 == len(tokens) or tokens[at + 1].gap else fold(tokens[at + 1].text)


def _near(tokens: Sequence[Token], at: int, words: frozenset[str]) -> bool:
    """Whether one of `words` stands before the place in its sentence, or right behind it."""
    for back in range(at - 1, max(at - _REACH, -1), -1):
        if _CLAUSE_ENDS & set(tokens[back + 1].gap):
            break
        if fold(tokens[back].text) in words:
            return True
    return _after(tokens, at) in words


@lru_cache(maxsize=16384)
def _is_participle(word: str) -> bool:
    return not is_infinitive(word) and is_infinitive(lemma(word))


@lru_cache(maxsize=16384)
def _is_both(word: str) -> bool:
    """Whether the word is the plural of a noun and a form of a verb."""
    verb = is_infinitive(word) or is_infinitive(lemma(word))
    return (
        verb
        and word.endswith("en")
        and any(
            is_known(stem) and lemma(stem) == stem and not stem.endswith("e")
            for stem in stems(word, plurals_only=True)
        )
    )
