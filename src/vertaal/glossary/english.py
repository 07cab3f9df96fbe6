"""Inflected forms of English renderings: what counts as the term in a running sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from vertaal.glossary.english_words import (
    ALSO_DOUBLED,
    BEHIND_THEIR_NOUN,
    DOUBLING,
    HARD_CH,
    IN_C,
    INVARIABLE,
    NO_ADVERB,
    NO_MEN,
    NOUNS_IN_IC,
    NOUNS_TOO,
    PLURALS,
    POSTPOSED,
    SECOND_L,
    SINGULARS,
    SURELY_VERBS,
    VERBS,
)
from vertaal.glossary.spelling import spellings
from vertaal.words import zipf

_PREPOSITIONS = frozenset(
    "of for on to in with at under by from against between into over as without about off "
    "upon within out up down away forward back aside forth through together per towards during "
    "before after concerning regarding including among across due that who which abroad".split()
)
# What makes a phrasal verb of the word before it ('roll over').
_PARTICLES = frozenset("over off up out down away back aside".split())
_DETERMINERS = frozenset("a an the one's its their his her our my your no into".split())
_POSSESSIVES = ("its", "their", "his", "her", "our", "my", "your")
_ADJECTIVE_ENDINGS = ("al", "ous", "ive", "able", "ible", "ful", "less", "ish", "ary", "ese")
_ARTICLES = ("the ", "a ", "an ")
_VOWELS = "aeiou"
_UNCOUNTED = 2.2
"""Difference in Zipf frequency: a plural so much rarer than its singular is not in use."""
# Past tense by base form, in words that are verbs now and then, and in such as mostly are.
_SOMETIMES, _OFTEN = 0.06, 0.3


@lru_cache(maxsize=8192)
def english_forms(target: str) -> tuple[str, ...]:
    """All forms in which `target` may stand in a sentence, the base form (`target` itself) first.

    Nouns give plural, singular and possessive; verbs their forms, 'to' dropped; adjectives degrees
    and adverb; of several words the head is inflected ('letter to Parliament' → 'letters to
    Parliament'). Abbreviations ('EU') give plural and possessive only. British and American
    spellings both count.
    """
    base = target.strip()
    return _unique(base, *(form for each in spellings(base) for form in _forms(each)))


def _forms(base: str) -> tuple[str, ...]:
    bare = base
    for article in _ARTICLES:
        if base.casefold().startswith(article):
            bare = base[len(article) :]
    if bare.casefold().startswith("to ") and len(bare) > 3:
        return _unique(base, *_verb_phrase(bare[3:]))
    words = bare.split()
    first, rest = words[0] if words else "", words[1:]
    forms = [base, bare]
    verb = bool(words) and _is_verb(first, rest)
    only_verb = _verb_share(first) >= 1.0 if not rest else verb and words[-1] in _PREPOSITIONS
    if words and not only_verb:
        forms.extend(_noun_phrase(bare))
    if words and not rest:
        forms.extend(_degrees(bare))
    if verb:
        forms.extend(_verb_phrase(bare))
    return _unique(*forms)


@lru_cache(maxsize=8192)
def verb_apart(target: str) -> tuple[tuple[str, ...], str] | None:
    """The verb's forms and what belongs to it, for a rendering that an object may part ('make
    available': 'made the documents available'); None for any other."""
    first, _, rest = target.strip().removeprefix("to ").partition(" ")
    words = rest.split()
    if not words or not first.islower() or words[0] == "of" or not _is_verb(first, words):
        return None
    if first in NOUNS_TOO and words[0] not in _PARTICLES and not target.startswith("to "):
        return None
    return verb_forms(first), rest


def _unique(*forms: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for form in forms if form))


def _noun_phrase(phrase: str) -> list[str]:
    words = phrase.split()
    at = _head_end(words)
    before, head, after = words[: at - 1], words[at - 1], words[at:]
    proper = len(words) > 1 and head[:1].isupper()
    numbers = [head] if head[-1:].isdigit() else _numbers(head, before, proper=proper)
    if at > 1 and _is_postposed(head, before[-1:]):
        numbers, before = [f"{number} {head}" for number in _numbers(before[-1])], before[:-1]
    forms = [" ".join([*before, number, *after]) for number in numbers]
    possessed = [own for form in forms for own in _possessives(form, one=form == phrase)]
    return [*forms, *possessed] if not after else [*forms, *possessed[:2]]


def plural_phrase(phrase: str) -> str:
    """The phrase with its head in the plural: 'crimes against humanity'."""
    words = phrase.split()
    at = _head_end(words)
    return " ".join([*words[: at - 1], plural(words[at - 1]), *words[at:]])


def _head_end(words: Sequence[str]) -> int:
    """Where the phrase's head ends: before the first preposition, and before an adjective or
    participle that this preposition goes with ('person entitled to asylum')."""
    at = next((i for i, word in enumerate(words) if i and word in _PREPOSITIONS), len(words))
    if 1 < at < len(words) and words[at] != "of":
        last = words[at - 1]
        if last in BEHIND_THEIR_NOUN or (last.endswith("ed") and zipf(last, "en") > 0):
            return at - 1
    return at


def _is_postposed(head: str, before: Sequence[str]) -> bool:
    return bool(before) and before[0].casefold() in POSTPOSED.get(head.casefold(), ())


def _numbers(head: str, before: Sequence[str] = (), *, proper: bool = False) -> list[str]:
    """The head as it stands, then in its other numbers."""
    hyphened = _hyphened_plural(head)
    if hyphened:
        return [head, hyphened]
    if before and before[-1].casefold() in ("states", "estates") and head == "General":
        return [head]
    single = head if proper else singular(head)
    if single != head:
        return [head, single]
    many = plural(head)
    if many == head:
        return [head]
    return [head, many, *(_as_case(one, head) for one in PLURALS.get(head.casefold(), ())[1:])]


def _hyphened_plural(noun: str) -> str:
    """'Director-General' → 'Directors-General', 'passer-by' → 'passers-by'."""
    head, *rest = noun.split("-")
    if not head or not rest or not all(rest):
        return ""
    agent = head.endswith(("er", "or")) and rest[0] in (*_PREPOSITIONS, "on")
    behind = rest[0] in ("in", "of", "at") and len(rest) > 1
    if agent or behind or _is_postposed(rest[-1], [head]):
        return "-".join([plural(head), *rest])
    return ""


def _possessives(form: str, *, one: bool) -> tuple[str, ...]:
    """The genitive; of a name or singular that ends in s ('Brussels', 'Congress') in both ways."""
    if not form.endswith("s"):
        return (form + "'s",)
    last = form.split()[-1]
    if one and (last.endswith(("ss", "us", "is")) or (last[:1].isupper() and " " not in form)):
        return form + "'", form + "'s"
    return (form + "'",)


def _verb_phrase(phrase: str) -> list[str]:
    first, _, rest = phrase.partition(" ")
    rests = [rest]
    if "one's" in rest:
        rests.extend(rest.replace("one's", owner) for owner in _POSSESSIVES)
    return [f"{form} {rest}".strip() for form in verb_forms(first) for rest in rests]


def plural(noun: str) -> str:
    """'policy' → 'policies'; a plural, an adjective or a noun without plural stays."""
    low = noun.casefold()
    if low in INVARIABLE or low in SINGULARS or (low not in PLURALS and _is_plural_in_form(low)):
        return noun
    made = _regular_plural(noun)
    return noun if _has_no_plural(noun, made) else made


def _has_no_plural(noun: str, made: str) -> bool:
    """Whether the plural is not in use, as adjectives ('municipal', 'British'), countries and
    uncountable nouns ('health') have none."""
    word, many = (each.casefold().replace("-", "") for each in (noun, made))
    if word in PLURALS or (noun.isupper() and len(noun) > 1):
        return False
    if word.endswith("ic"):
        return word not in NOUNS_IN_IC
    rarer = zipf(word, "en") - zipf(many, "en")
    if word.endswith(_ADJECTIVE_ENDINGS) and rarer > 1.6:
        return True
    return zipf(word, "en") >= 3.3 and rarer > _UNCOUNTED + word.endswith("ing") / 2


def _regular_plural(noun: str) -> str:
    low = noun.casefold()
    if low in PLURALS:
        return _as_case(PLURALS[low][0], noun)
    for tail, ending in (("man", "men"), ("child", "children"), ("person", "people")):
        if low.endswith(tail) and len(low) > len(tail) + 2 and low not in NO_MEN:
            return noun[: -len(tail)] + ending
    if low.endswith("y") and low[-2:-1] not in _VOWELS and not noun.isupper():
        return noun[:-1] + "ies"
    if low.endswith(("s", "x", "z", "ch", "sh")) and low not in HARD_CH and not noun.isupper():
        return noun + "es"
    return noun + "s"


def _is_plural_in_form(low: str) -> bool:
    return low.endswith("s") and not low.endswith(("ss", "us", "is"))


def singular(noun: str) -> str:
    """'bills' → 'bill'; a noun that is no plural, as far as frequency tells, stays."""
    low = noun.casefold()
    if low in SINGULARS:
        return _as_case(SINGULARS[low], noun)
    if low in PLURALS or low in INVARIABLE or not _is_plural_in_form(low):
        return noun
    if noun != low and len(low) < 5:
        return noun
    found = [noun[:-1]]
    if low.endswith("ies") and len(low) > 4:
        found.insert(0, noun[:-3] + "y")
    elif low.endswith(("ches", "shes", "xes", "sses", "uses", "ases", "oes", "zes")):
        found.insert(0, noun[:-2])
    single = max(found, key=lambda form: zipf(form, "en"))
    # 'Netherlands' is far commoner than 'Netherland': no plural.
    return single if zipf(single, "en") >= max(zipf(noun, "en") - 1.7, 1.0) else noun


def verb_forms(verb: str) -> tuple[str, ...]:
    """The verb's base, third person, past, past participle and -ing form."""
    low = verb.casefold()
    if low in VERBS:
        also = ("is", "are", "am") if low == "be" else (_third(low),)
        return _unique(low, *also, *VERBS[low], _stem(low, "ing") + "ing")
    prefixed = _PREFIXED.fullmatch(low)
    if prefixed and prefixed["verb"] in VERBS:
        return tuple(prefixed["prefix"] + form for form in verb_forms(prefixed["verb"]))
    stems = [_stem(verb, "ed"), _stem(verb, "ing")]
    forms = [verb, _third(verb), stems[0] + "ed", stems[1] + "ing"]
    if verb in SECOND_L or verb in ALSO_DOUBLED:
        forms.extend([verb + verb[-1] + "ed", verb + verb[-1] + "ing"])
    if verb.endswith("ge"):
        forms.append(verb + "ing" if verb == "age" else "")
    return _unique(*forms)


def _third(verb: str) -> str:
    if verb == "have":
        return "has"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _stem(verb: str, ending: str) -> str:
    if verb.endswith("ie") and ending == "ing":
        return verb[:-2] + "y"
    if ending == "ed" and verb.endswith("e"):
        return verb[:-1]
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and len(verb) > 2:
        return verb[:-1]
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS and ending == "ed":
        return verb[:-1] + "i"
    if verb in IN_C:
        return verb + "k"
    return verb + verb[-1] if verb in DOUBLING or _SHORT_CLOSED.fullmatch(verb) else verb


_SHORT_CLOSED = re.compile(r"(?:out|over)?(?:[^aeiou]*qu|[^aeiouy]+)[aeiou][^aeiouwxy]")
"""One syllable, one vowel, one consonant: 'ban', 'strip', 'quit', 'overstep'."""
_PREFIXED = re.compile(r"(?P<prefix>fore|mis|out|over|re|un|under|up|with)(?P<verb>(?!lay)\w{3,})")
"""'Retake' is inflected as 'take' is, but not 'relay'."""


def _is_verb(word: str, following: Sequence[str]) -> bool:
    """Whether `word` may be a verb: alone or before a particle ('roll over'), where its past tense
    is not much rarer; before a preposition ('account for'), where it is about as common."""
    noun_too = word in NOUNS_TOO
    if not following:
        return (word in VERBS and not noun_too) or _verb_share(word) >= _SOMETIMES
    after = following[0]
    if after in _DETERMINERS:
        return word in VERBS or zipf(_stem(word, "ed") + "ed", "en") >= 2.0
    if after not in _PREPOSITIONS:
        sure = word in SURELY_VERBS or (word in VERBS and not noun_too)
        return sure and after.islower()
    if noun_too and len(following) > 1 and after not in _PARTICLES:
        return False
    if len(following) == 1 and after != "of":
        return word in VERBS or _verb_share(word) > 0
    least = _SOMETIMES if after in _PARTICLES else _OFTEN
    return word in VERBS or (_verb_share(word) >= least and after != "of")


def _verb_share(word: str) -> float:
    """Frequency of the past tense by that of `word` itself, 0 for what cannot be a verb."""
    if not word.isalpha() or not word.islower() or word in INVARIABLE:
        return 0.0
    prefixed = _PREFIXED.fullmatch(word)
    if word in VERBS:
        past, least = VERBS[word][0], 3.0
    elif prefixed and (pasts := VERBS.get(prefixed["verb"])):
        past, least = prefixed["prefix"] + pasts[0], 2.0
        if past == word:
            return 0.0  # 'output'
    else:
        past, least = _stem(word, "ed") + "ed", 3.0
    return float(10 ** (zipf(past, "en") - zipf(word, "en"))) if zipf(past, "en") >= least else 0.0


def _degrees(word: str) -> list[str]:
    """Comparative, superlative and adverb of an adjective, as far as they are in use: Dutch has
    one form for adjective and adverb ('unaniem')."""
    if not word.isalpha() or not word.islower() or len(word) < 3:
        return []
    stem = _stem(word, "ed")
    forms = [stem + "er", stem + "est"]
    if zipf(word, "en") < 3.5 or min(zipf(form, "en") for form in forms) < 2.3:
        forms = []
    adverb = _adverb(word)
    if word not in NO_ADVERB and zipf(adverb, "en") >= 2.0:
        forms.append(adverb)
    return forms


def _adverb(word: str) -> str:
    if word.endswith("ic"):
        return word + ("ly" if word == "public" else "ally")
    if word.endswith("ble"):
        return word[:-1] + "y"
    if word.endswith("y"):
        return word[:-1] + "ily"
    if word in ("full", "dull"):
        return word + "y"
    return {"true": "truly", "due": "duly", "whole": "wholly"}.get(word, word + "ly")


def _as_case(form: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if like[:1].isupper() else form
