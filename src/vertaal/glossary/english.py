"""Inflected forms of English renderings: what counts as the term in a running sentence."""

from __future__ import annotations

from functools import lru_cache

from vertaal.words import zipf

_IRREGULAR_PLURALS = {
    "child": "children",
    "person": "people",
    "man": "men",
    "woman": "women",
    "foot": "feet",
    "tooth": "teeth",
    "life": "lives",
    "wife": "wives",
    "half": "halves",
    "shelf": "shelves",
    "leaf": "leaves",
    "knife": "knives",
    "thief": "thieves",
    "analysis": "analyses",
    "crisis": "crises",
    "basis": "bases",
    "thesis": "theses",
    "hypothesis": "hypotheses",
    "emphasis": "emphases",
    "criterion": "criteria",
    "phenomenon": "phenomena",
    "memorandum": "memoranda",
    "referendum": "referendums",
    "datum": "data",
    "medium": "media",
    "index": "indices",
    "appendix": "appendices",
    "veto": "vetoes",
    "hero": "heroes",
    "embargo": "embargoes",
    "potato": "potatoes",
    "attorney general": "attorneys general",
    "gas": "gases",
    "bus": "buses",
    "chinese": "chinese",
    "dutch": "dutch",
    "taxman": "taxmen",
}
_SECOND_PLURALS = {"person": "persons", "referendum": "referenda", "index": "indexes"}
_SINGULARS = {plural: single for single, plural in _IRREGULAR_PLURALS.items()}
_INVARIABLE = frozenset(
    "news politics economics ethics logistics statistics physics mathematics headquarters series "  # noqa: SIM905
    "species means proceedings sheep fish aircraft police staff legislation information advice "
    "evidence research policy-making policymaking housing funding equipment software".split()
)
_IRREGULAR_VERBS = {
    "be": ("was", "been"), "become": ("became", "become"), "begin": ("began", "begun"),
    "bind": ("bound", "bound"), "blow": ("blew", "blown"), "break": ("broke", "broken"),
    "bring": ("brought", "brought"),
    "build": ("built", "built"), "buy": ("bought", "bought"), "catch": ("caught", "caught"),
    "choose": ("chose", "chosen"), "come": ("came", "come"), "cost": ("cost", "cost"),
    "cut": ("cut", "cut"), "deal": ("dealt", "dealt"), "do": ("did", "done"),
    "draw": ("drew", "drawn"), "drive": ("drove", "driven"), "fall": ("fell", "fallen"),
    "feel": ("felt", "felt"), "fight": ("fought", "fought"), "find": ("found", "found"),
    "flee": ("fled", "fled"), "fly": ("flew", "flown"), "forbid": ("forbade", "forbidden"),
    "foresee": ("foresaw", "foreseen"), "forget": ("forgot", "forgotten"),
    "get": ("got", "got"), "give": ("gave", "given"), "go": ("went", "gone"),
    "grow": ("grew", "grown"), "have": ("had", "had"), "hear": ("heard", "heard"),
    "hide": ("hid", "hidden"), "hold": ("held", "held"), "keep": ("kept", "kept"),
    "know": ("knew", "known"), "lay": ("laid", "laid"), "lead": ("led", "led"),
    "leave": ("left", "left"), "let": ("let", "let"), "lose": ("lost", "lost"),
    "make": ("made", "made"), "mean": ("meant", "meant"), "meet": ("met", "met"),
    "overcome": ("overcame", "overcome"), "overthrow": ("overthrew", "overthrown"),
    "oversee": ("oversaw", "overseen"), "override": ("overrode", "overridden"),
    "pay": ("paid", "paid"), "put": ("put", "put"), "read": ("read", "read"),
    "rise": ("rose", "risen"), "run": ("ran", "run"), "say": ("said", "said"),
    "see": ("saw", "seen"), "seek": ("sought", "sought"), "sell": ("sold", "sold"),
    "send": ("sent", "sent"), "set": ("set", "set"), "show": ("showed", "shown"),
    "shut": ("shut", "shut"), "sit": ("sat", "sat"), "speak": ("spoke", "spoken"),
    "spend": ("spent", "spent"), "spread": ("spread", "spread"), "stand": ("stood", "stood"),
    "steal": ("stole", "stolen"), "take": ("took", "taken"), "teach": ("taught", "taught"),
    "tell": ("told", "told"), "think": ("thought", "thought"), "throw": ("threw", "thrown"),
    "undergo": ("underwent", "undergone"), "undertake": ("undertook", "undertaken"),
    "understand": ("understood", "understood"),
    "uphold": ("upheld", "upheld"), "win": ("won", "won"), "withdraw": ("withdrew", "withdrawn"),
    "withhold": ("withheld", "withheld"), "write": ("wrote", "written"),
}  # fmt: skip
# Verbs of more syllables that double their last letter before an ending.
_DOUBLING = frozenset(
    "admit commit submit permit refer defer transfer prefer occur incur control patrol enrol "  # noqa: SIM905
    "cancel travel label counsel model signal repel compel expel equip plan ban stop cap plot "
    "drop step map tag trim".split()
)
_PREPOSITIONS = frozenset(
    "of for on to in with at under by from against between into over as without about off "  # noqa: SIM905
    "upon within out up down away forward back aside forth through together".split()
)
# What makes a phrasal verb of the word before it ('roll over').
_PARTICLES = frozenset("over off up out down away back aside".split())  # noqa: SIM905
_ADJECTIVE_ENDINGS = ("al", "ous", "ive", "able", "ible", "ful", "less", "ish", "ary", "ese")
_NOUNS_IN_IC = frozenset(
    "topic critic clinic mechanic republic fabric comic statistic epidemic pandemic academic "  # noqa: SIM905
    "relic tactic antibiotic alcoholic catholic cleric medic graphic music traffic".split()
)
_ARTICLES = ("the ", "a ", "an ")
_VOWELS = "aeiou"


@lru_cache(maxsize=8192)
def english_forms(target: str) -> tuple[str, ...]:
    """All forms in which `target` may stand in a sentence, the base form (`target` itself) first.

    Nouns give plural, singular and possessive; verbs their forms, 'to' dropped; of several words
    the head is inflected ('letter to Parliament' → 'letters to Parliament'). Abbreviations
    ('EU') give plural and possessive only.
    """
    base = target.strip()
    bare = base
    for article in _ARTICLES:
        if base.casefold().startswith(article):
            bare = base[len(article) :]
    if bare.casefold().startswith("to ") and len(bare) > 3:
        return _unique(base, *_verb_phrase(bare[3:]))
    first, _, rest = bare.partition(" ")
    forms = [bare]
    if not (_verb_share(first) >= 1.0 and not rest) and bare.split()[-1] not in _PREPOSITIONS:
        forms.extend(_noun_phrase(bare))
    if _is_verb(first, bare.split()[1:2]):
        forms.extend(_verb_phrase(bare))
    return _unique(base, *forms)


def _unique(*forms: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for form in forms if form))


def _noun_phrase(phrase: str) -> list[str]:
    words = phrase.split()
    at = next((i for i, word in enumerate(words) if i and word in _PREPOSITIONS), len(words))
    head = words[at - 1]
    last = at == len(words)
    proper = len(words) > 1 and head[:1].isupper()
    numbers = [head]
    if not head[-1:].isdigit():
        single = singular(head) if not proper else head
        numbers = [head] if single != head else [head, plural(head)]
        numbers.extend(filter(None, [_SECOND_PLURALS.get(head.casefold())]))
        if single != head:
            numbers.append(single)
    forms = [" ".join([*words[: at - 1], number, *words[at:]]) for number in numbers]
    possessed = [form + "'s" if not form.endswith("s") else form + "'" for form in forms]
    return forms[1:] + possessed if last else forms[1:] + possessed[:1]


def _verb_phrase(phrase: str) -> list[str]:
    first, _, rest = phrase.partition(" ")
    return [f"{form} {rest}" if rest else form for form in verb_forms(first)]


def plural(noun: str) -> str:
    """'policy' → 'policies'; a plural, an adjective or a noun without plural stays."""
    low = noun.casefold()
    if low in _INVARIABLE or low in _SINGULARS or _is_plural_in_form(low):
        return noun
    made = _regular_plural(noun)
    return noun if _is_adjective(low, made.casefold()) else made


def _is_adjective(word: str, plural_form: str) -> bool:
    """Whether `word` has no plural in use, as adjectives have none ('municipal', 'British')."""
    if word in _IRREGULAR_PLURALS:
        return False
    if word.endswith("ic"):
        return word not in _NOUNS_IN_IC
    rarer = zipf(word, "en") - zipf(plural_form, "en")
    if word.endswith(_ADJECTIVE_ENDINGS):
        return rarer > 1.6
    return zipf(word, "en") >= 3.5 and zipf(plural_form, "en") < 1.0


def _regular_plural(noun: str) -> str:
    low = noun.casefold()
    if low in _IRREGULAR_PLURALS:
        return _as_case(_IRREGULAR_PLURALS[low], noun)
    for tail, ending in (("man", "men"), ("child", "children"), ("person", "people")):
        if low.endswith(tail) and len(low) > len(tail) + 2 and low[-4:] not in ("rman", "uman"):
            return noun[: -len(tail)] + ending
    if low.endswith("y") and low[-2:-1] not in _VOWELS and not noun.isupper():
        return noun[:-1] + "ies"
    if low.endswith(("s", "x", "z", "ch", "sh")) and not noun.isupper():
        return noun + "es"
    return noun + "s"


def _is_plural_in_form(low: str) -> bool:
    return low.endswith("s") and not low.endswith(("ss", "us", "is"))


def singular(noun: str) -> str:
    """'bills' → 'bill'; a noun that is no plural, as far as frequency tells, stays."""
    low = noun.casefold()
    if low in _SINGULARS:
        return _as_case(_SINGULARS[low], noun)
    if low in _INVARIABLE or not _is_plural_in_form(low):
        return noun
    if low.endswith("ies") and len(low) > 4:
        single = noun[:-3] + "y"
    elif low.endswith(("ches", "shes", "xes", "sses")):
        single = noun[:-2]
    else:
        single = noun[:-1]
    # 'Netherlands' is far commoner than 'Netherland': no plural.
    return single if zipf(single, "en") >= max(zipf(noun, "en") - 1.7, 1.0) else noun


def verb_forms(verb: str) -> tuple[str, ...]:
    """The verb's base, third person, past, past participle and -ing form."""
    low = verb.casefold()
    if low in _IRREGULAR_VERBS:
        past, participle = _IRREGULAR_VERBS[low]
        return _unique(low, _third(low), past, participle, _stem(low, "ing") + "ing")
    return _unique(verb, _third(verb), _stem(verb, "ed") + "ed", _stem(verb, "ing") + "ing")


def _third(verb: str) -> str:
    if verb in ("be", "have"):
        return {"be": "is", "have": "has"}[verb]
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _stem(verb: str, ending: str) -> str:
    if verb.endswith("ie") and ending == "ing":
        return verb[:-2] + "y"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and len(verb) > 2:
        return verb[:-1]
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS and ending == "ed":
        return verb[:-1] + "i"
    if verb in _DOUBLING or _is_short_closed(verb):
        return verb + verb[-1]
    return verb


def _is_short_closed(verb: str) -> bool:
    """One syllable, one vowel, one consonant: 'ban', 'get'."""
    return (
        3 <= len(verb) <= 4
        and verb[-1] not in _VOWELS + "wxy"
        and verb[-2] in _VOWELS
        and not any(char in _VOWELS for char in verb[:-2])
    )


def _is_verb(word: str, following: list[str]) -> bool:
    """Whether `word` may be a verb: alone or before a particle ('roll over'), where its past tense
    is not much rarer; before a preposition ('account for'), where it is about as common."""
    if not following:
        return _verb_share(word) >= 0.06
    if following[0] not in _PREPOSITIONS:
        return word in _IRREGULAR_VERBS and following[0].islower()
    least = 0.06 if following[0] in _PARTICLES else 0.3
    return word in _IRREGULAR_VERBS or (_verb_share(word) >= least and following[0] != "of")


@lru_cache(maxsize=8192)
def _verb_share(word: str) -> float:
    """Frequency of the past tense by that of `word` itself, 0 for what cannot be a verb."""
    if not word.isalpha() or not word.islower() or word in _INVARIABLE:
        return 0.0
    past = _IRREGULAR_VERBS[word][0] if word in _IRREGULAR_VERBS else _stem(word, "ed") + "ed"
    return float(10 ** (zipf(past, "en") - zipf(word, "en"))) if zipf(past, "en") >= 3.0 else 0.0


def _as_case(form: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if like[:1].isupper() else form
