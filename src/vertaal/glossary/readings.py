"""Whether a Dutch word that may be noun or verb is the one or the other where it stands:
'verslagen' (reports, defeated), 'besluiten' (decisions, decide), 'betrokken' (involved)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from vertaal.glossary.dutch import (
    OWN_SENSE,
    PARTICLES,
    Token,
    entry_key,
    fold,
    is_infinitive,
    lemma,
    split_separable,
    stems,
    text_keys,
)
from vertaal.glossary.english import singular
from vertaal.glossary.entries import Entry
from vertaal.words import is_known


class Reading(Enum):
    NOUN = "noun"
    VERB = "verb"
    EITHER = "either"


_DETERMINERS = frozenset(
    "de een deze die alle geen enkele sommige welke elke iedere andere beide vele veel meer "
    "weinig minder zulke dergelijke mijn onze ons hun haar uw zijn diens twee drie vier vijf zes "
    "zeven acht negen tien eerdere recente nieuwe".split()
)
_PREPOSITIONS = frozenset(
    "van in op met voor bij door uit aan over naar onder tegen tijdens tussen via volgens zonder "
    "conform na per sinds binnen buiten inzake omtrent betreffende middels krachtens ingevolge "
    "ondanks wegens vanwege".split()
)
_SUBJECTS = frozenset("ik wij we jij je u hij zij ze men wie".split())
BEFORE_INFINITIVE = frozenset(
    "te gaan gaat ging kan kunnen kon konden kunt moet moeten moest moesten wil willen wilt wilde "
    "wilden zal zullen zult zou zouden mag mogen mocht mochten laat laten liet blijft blijven "
    "helpt helpen komt komen".split()
)
AUXILIARIES = frozenset(
    "heb hebt heeft hebben had hadden ben bent is zijn was waren word wordt worden werd werden "
    "geworden geweest gehad bleek blijkt raakte raakt".split()
)
_OBJECTS = frozenset(
    "de het een dit deze u hem haar hen ons hun niet hierover daarover hiertoe daartoe".split()
)
_SMALL = frozenset(
    "en maar die dat om of ook nog wel al reeds zich er daar hier dan als zelf te".split()
)
_NO_NOUNS = (
    _PREPOSITIONS | AUXILIARIES | BEFORE_INFINITIVE | _OBJECTS | _SUBJECTS | _SMALL | set(PARTICLES)
)
# Participles that are adjectives with a sense of their own before a noun.
_ADJECTIVES = frozenset(
    "betrokken besloten gehouden gegeven bepaald bepaalde beperkt beperkte verplicht verplichte "
    "gericht gerichte gevangen gelegen gesloten vermeend vermeende ervaren overleden "
    "verantwoord verantwoorde".split()
)
_ALSO_PEOPLES = frozenset(("Polen", "Zweden"))
"""Countries, and behind a determiner those who live there."""
_PLURALS = OWN_SENSE - {"werken"}  # which is a verb more often
_ADVERBS = ("ig", "lijk", "isch", "loos")
_REACH = 14
_SENTENCE_ENDS = frozenset(".!?:")
# Endings of words that may be a noun or an adjective as well as a verb.
_BOTH = ("n", "d", "e", "t", "g", "k")
CLAUSE_ENDS = frozenset(".;:!?")


def suits(entry: Entry, tokens: Sequence[Token], at: int) -> bool:
    """Whether the word `tokens[at]`, which may be noun or verb, is here what the entry is."""
    word, found = entry.words[0].text, tokens[at]
    if word in _ALSO_PEOPLES and _before(tokens, at) in _DETERMINERS:
        return False
    # The capital with which a sentence begins tells nothing.
    if (at == 0 or _SENTENCE_ENDS & set(found.gap)) and _is_untranslated(entry):
        return not _is_inflected(word)
    if not entry.is_inflected or not found.text.endswith(_BOTH):
        return True
    if not word.islower():
        return True
    if word.endswith("e") and entry_key(word) == word[:-1]:
        return is_nominal(tokens, at)
    here = reading(tokens, at)
    verb = is_infinitive(word) and not _means_several(entry)
    return here is not (Reading.NOUN if verb else Reading.VERB)


def _means_several(entry: Entry) -> bool:
    """Whether an entry that could be a verb is a plural, by its English: 'middelen' (resources)."""
    word = fold(entry.words[0].text)
    english = (target.split()[-1] for target in entry.expected)
    return word in _PLURALS or any(singular(last) != last for last in english)


def _is_untranslated(entry: Entry) -> bool:
    return not entry.keep and entry.expected == (entry.term.source,)


def _is_inflected(word: str) -> bool:
    """Whether the dictionary has the word, in small letters, as a form of another or as a verb:
    'Leiden' may be a town, but 'Leiden deze maatregelen ertoe' is no talk of it."""
    plain = fold(word)
    return (
        not word.isupper() and is_known(plain) and (lemma(plain) != plain or is_infinitive(plain))
    )


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
    if before in BEFORE_INFINITIVE:
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
    if ends and _near(tokens, at, BEFORE_INFINITIVE):
        return Reading.VERB
    if not before or after in _PREPOSITIONS:
        return Reading.NOUN
    return Reading.EITHER


def is_nominal(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adjective made a noun ('verdachte') is one here: with its ending, and with no
    noun behind it ('verdachte transacties', 'een verdacht voertuig')."""
    if not fold(tokens[at].text).endswith(("e", "en", "n", "s")):
        return False
    after = _after(tokens, at)
    if not after or fold(tokens[at].text).endswith(("n", "s")):
        return True
    verbal = any(is_infinitive(key) or split_separable(key) for key in text_keys(after))
    return verbal or after in _NO_NOUNS or after.endswith(_ADVERBS)


def _is_inverted(tokens: Sequence[Token], subject: int) -> bool:
    """'Kunt u vragen 3 en 4 beantwoorden': the verb stands before its subject."""
    verb = _before(tokens, subject)
    return (
        verb in BEFORE_INFINITIVE
        or verb in AUXILIARIES
        or (verb != "" and is_infinitive(lemma(verb)))
    )


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
        if CLAUSE_ENDS & set(tokens[ahead].gap):
            return False
        if fold(tokens[ahead].text) == "te":
            return True
    return False


def _of_participle(tokens: Sequence[Token], at: int, after: str) -> Reading:
    """A participle needs its auxiliary and ends its clause, or nearly."""
    if not _near(tokens, at, AUXILIARIES):
        return Reading.NOUN
    closes = not after or after in _PREPOSITIONS | AUXILIARIES | _OBJECTS | _SMALL
    return Reading.VERB if closes else Reading.NOUN


def _before(tokens: Sequence[Token], at: int) -> str:
    return "" if at == 0 or tokens[at].gap else fold(tokens[at - 1].text)


def _after(tokens: Sequence[Token], at: int) -> str:
    return "" if at + 1 == len(tokens) or tokens[at + 1].gap else fold(tokens[at + 1].text)


def _near(tokens: Sequence[Token], at: int, words: frozenset[str]) -> bool:
    """Whether one of `words` stands before the place in its sentence, or right behind it."""
    for back in range(at - 1, max(at - _REACH, -1), -1):
        if CLAUSE_ENDS & set(tokens[back + 1].gap):
            break
        if fold(tokens[back].text) in words:
            return True
    return _after(tokens, at) in words


def _is_participle(word: str) -> bool:
    return not is_infinitive(word) and is_infinitive(lemma(word))


@lru_cache(maxsize=16384)
def _is_both(word: str) -> bool:
    """Whether the word is the plural of a noun and a form of a verb."""
    if word == "vragen":
        return True  # 'vraag' is in the dictionary as a form of the verb alone
    verb = is_infinitive(word) or is_infinitive(lemma(word))
    return verb and is_plural(word)


def is_plural(word: str) -> bool:
    """Whether a word in small letters may be the plural in '-en' of a noun."""
    return word.endswith("en") and any(
        is_known(stem) and lemma(stem) == stem and not stem.endswith("e")
        for stem in stems(word, plurals_only=True)
    )


def is_only_plural(word: str) -> bool:
    """Whether the dictionary takes such a word for the plural of a noun alone ('ratten')."""
    base = lemma(word)
    return word.endswith("en") and base != word and not base.endswith("n")
