"""Dutch words as the matcher compares them: folded, cut into tokens, led back to their lemmas.

A word of a glossary entry has one key (`entry_key`); a word of a text has several (`text_keys`),
for a form may belong to more than one lemma. They meet where the entry's key is among the text's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from vertaal.types import Span
from vertaal.words import is_known, lemmatized

HYPHENS = "-\u2010\u2011"
_APOSTROPHES = str.maketrans("\u2019\u2018\u02bc\u00b4`", "'''''")
_LIGATURES = {"ĳ": "ij", "Ĳ": "IJ", "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l"}
_WORD = re.compile(r"[^\W_](?:[\u0300-\u036f\u00ad]|['’][^\W_]|[^\W_])*")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_MARKED = re.compile(
    rf"(?P<word>[^\W\d_][^\W\d_A-Z]{{3,}})\d{{1,2}}|(?P<any>\w{{2,}}[^\W{_RAISED}])[{_RAISED}]{{1,3}}"
)
"""A word with a footnote's mark after it ('motie2', 'D66²', but not 'm²')."""
_BETWEEN = re.compile(rf"[\s{re.escape(HYPHENS)}]*")
_BROKEN = re.compile(rf"[{re.escape(HYPHENS)}] *\n\s*")
"""A hyphen at a line's end."""

# Forms that the lemma lexicon gives to another word, or not at all.
_ALSO = {
    "leden": "lid",
    "namen": "naam",
    "gaven": "geven",
    "steden": "stad",
    "bewindslieden": "bewindspersoon",
    "raden": "raad",
    "rechten": "recht",
    "zaken": "zaak",
    "staten": "staat",
    "verzoeken": "verzoek",
    "onderzoeken": "onderzoek",
    "besluiten": "besluiten",
    "vragen": "vragen",
}
# Forms of strong verbs that the lexicon does not know, or gives to another verb.
_STRONG = {
    "bedrogen": "bedriegen",
    "geborgen": "bergen",
    "bewogen": "bewegen",
    "geboden": "bieden",
    "braken": "breken",
    "gedragen": "dragen",
    "kozen": "kiezen",
    "las": "lezen",
    "schreven": "schrijven",
    "sloten": "sluiten",
    "gesmolten": "smelten",
    "gesneden": "snijden",
    "gestaan": "staan",
    "stegen": "stijgen",
    "getreden": "treden",
    "gewogen": "wegen",
    "geworven": "werven",
    "geweken": "wijken",
    "gewezen": "wijzen",
    "gezwegen": "zwijgen",
    "gezworen": "zweren",
}
# Plurals that mean something else than the singular does, and ordinals, which the lexicon leads
# to their numbers: they stand for themselves.
OWN_SENSE = frozenset(
    "gegevens kosten middelen waarden hersenen inkomsten uitgaven goederen zaken lasten baten "
    "cijfers stukken betrekkingen troepen werken onlusten staten eerste tweede derde".split()
)
_VOWELS = "aeiouy"
LONGEST_WORD = 60
"""Longer runs of letters are no words, and are taken as they stand."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text. `gap` holds the punctuation before it ("" for blanks and hyphens);
    `bound_before` and `bound_after` say that a hyphen ties it to something there.
    """

    start: int
    end: int
    text: str
    gap: str = ""
    bound_before: bool = False
    bound_after: bool = False


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without accents, ligatures, soft hyphens and typographic apostrophes."""
    return strip_marks(text).casefold()


@lru_cache(maxsize=65536)
def strip_marks(text: str) -> str:
    """`text` without accents, ligatures and soft hyphens; case stays."""
    if text.isascii():
        return text.translate(_APOSTROPHES)
    for ligature, letters in _LIGATURES.items():
        text = text.replace(ligature, letters)
    bare = unicodedata.normalize("NFKD", text.replace("\u00ad", "").translate(_APOSTROPHES))
    return "".join(char for char in bare if not unicodedata.combining(char))


@lru_cache(maxsize=256)
def tokenise(text: str) -> tuple[Token, ...]:
    """The words of `text` with what stands between them."""
    tokens: list[Token] = []
    end = 0
    for start, stop in _words(text):
        between = text[end:start]
        gap = "" if not tokens or _BETWEEN.fullmatch(between) else between.strip()
        tokens.append(
            Token(
                start,
                stop,
                text[start:stop],
                gap,
                bound_before=start > 0
                and (text[start - 1] in HYPHENS or bool(_BROKEN.fullmatch(between))),
                bound_after=stop < len(text) and text[stop] in HYPHENS,
            )
        )
        end = stop
    return tuple(tokens)


def _words(text: str) -> Iterator[Span]:
    """Spans of the words, a footnote's mark apart."""
    for found in _WORD.finditer(text):
        start, stop = found.span()
        marked = _MARKED.fullmatch(found.group())
        if marked:
            end = start + len(marked["word"] or marked["any"])
            yield start, end
            yield end, stop
        else:
            yield start, stop


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """The lexicon's lemma of `word`, folded; the folded word where the lexicon has none."""
    if fold(word) == "wijst":
        return "wijzen"  # no form of 'wijs'
    return fold(lemmatized(word, "nl")).replace("_", "")


def is_infinitive(word: str) -> bool:
    """Whether `word` is a verb's infinitive: its present participle leads back to it."""
    plain = fold(word)
    return plain.endswith("n") and lemma(plain + "d") == plain


def is_participle(word: str) -> bool:
    """Whether `word` is a past participle with 'ge-': 'gesteld', not 'gebeurd'."""
    base = lemma(word)
    return word.startswith("ge") and not base.startswith("ge") and is_infinitive(base)


@lru_cache(maxsize=65536)
def entry_key(word: str) -> str:
    """The key under which an entry's word is filed: its lemma, or itself where a lemma misleads
    (infinitives that are plurals too, plurals with a sense of their own, names and short words).
    """
    plain = fold(word)
    if len(plain) < 4 or plain in OWN_SENSE or word.isupper() or len(plain) > LONGEST_WORD:
        return plain
    if is_infinitive(word):
        return plain
    base = lemma(word)
    if base == plain:
        # Not in the lexicon: take the longest stem that is (or none).
        known = [stem for stem in stems(plain) if is_known(stem)]
        return plain if is_known(word) or not known else known[0]
    # A lemma that is longer ('moslim' → 'moslima') or begins otherwise is another word.
    return base if base[:2] == plain[:2] and len(base) <= len(plain) else plain


@lru_cache(maxsize=65536)
def text_keys(word: str) -> tuple[str, ...]:
    """All keys under which a word of a text may be met, the likeliest first."""
    plain = fold(word)
    if (word.isupper() and len(plain) < 5) or len(plain) > LONGEST_WORD:
        return (plain,)  # 'NL' is an abbreviation, whatever the lexicon makes of it
    keys = [plain, lemma(word)]
    if plain in _ALSO:
        keys.append(_ALSO[plain])
    own = is_known(word) and keys[1] == plain
    keys.extend(stems(plain, plurals_only=own))
    keys.extend(_participle_keys(plain))
    # An entry that stands as one of these is filed under that one's own key: but 'verdraagt', which
    # comes from 'verdragen', is no plural of 'verdrag'.
    finite = not own and is_known(word) and not plain.endswith(("en", "s", "e"))
    keys.extend(
        entry_key(key)
        for key in keys[1:]
        if key[:2] == plain[:2] and not (finite and key.endswith("en"))
    )
    return tuple(dict.fromkeys(key for key in keys if key))


def stems(word: str, plurals_only: bool = False) -> tuple[str, ...]:
    """What `word` may be inflected from, by the rules of spelling; for words without a lexicon.

    `plurals_only` leaves out genitives and adjective endings ('Nederlands' is no genitive).
    """
    stems: list[str] = []
    if word.endswith("heden"):
        stems.append(word[:-5] + "heid")
    if word.endswith("en") and len(word) > 4:
        stems.extend([*_unspelled(word[:-2]), word[:-1]])
    if plurals_only:
        return tuple(stems)
    if word.endswith("'s"):
        stems.append(word[:-2])
    if word.endswith("s") and len(word) > 4:
        stems.append(word[:-1])
    if word.endswith("e") and len(word) > 4:
        stems.extend(_unspelled(word[:-1]))
    base = word.removesuffix("s")
    for ending in ("etje", "tje", "pje", "kje", "je"):
        if base.endswith(ending) and len(base) > len(ending) + 2:
            stem = base[: -len(ending)]
            if ending == "kje":
                stems.append(stem + "g")
            elif ending == "etje":
                stems.extend(_unspelled(stem))
            else:
                stems.append(stem)
                if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] in _VOWELS:
                    stems.append(stem[:-1])  # 'motietje' has one, 'collegaatje' two
    return tuple(dict.fromkeys(stems))


def _unspelled(stem: str) -> tuple[str, ...]:
    """The word before its ending: 'wett' → 'wet', 'rad' → 'raad', 'hov' → 'hof', 'lez' → 'lees'."""
    found = [stem]
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        found.insert(0, stem[:-1])
        return tuple(found)
    hard = stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])
    if hard != stem:
        found.insert(0, hard)
    if len(stem) > 2 and hard[-1] not in _VOWELS and hard[-2] in "aeou" and hard[-3] not in _VOWELS:
        found.insert(0, hard[:-2] + hard[-2] * 2 + hard[-1])
    return tuple(found)


PARTICLES = tuple(
    sorted(
        "aan achter af bij binnen buiten door goed in langs los mee na neer om onder op open "
        "over plaats rond samen stil tegen terug thuis toe tot uit vast vol voor voorbij vrij weg "
        "deel waar bloot bekend vooruit voort tegemoet teweeg".split(),
        key=len,
        reverse=True,
    )
)


def split_separable(infinitive: str) -> tuple[str, str] | None:
    """('aan', 'nemen') for 'aannemen'; None for a verb that does not part."""
    plain = fold(infinitive)
    for particle in PARTICLES:
        verb = plain.removeprefix(particle)
        if verb == plain or len(verb) < 4 or not verb.endswith("n"):
            continue
        if is_infinitive(verb) or (is_infinitive(plain) and verb.endswith("en")):
            return particle, verb
    return None


def regular_forms(infinitive: str) -> tuple[str, ...]:
    """The finite forms of a verb as the rules make them: 'schaffen' → schaf, schaft, schafte…"""
    if not infinitive.endswith("en"):
        return (infinitive,)
    stem = _unspelled(infinitive[:-2])[0]
    endings = ("", "t", "te", "ten", "de", "den")
    return (infinitive, *(stem + ending for ending in endings))


def _participle_keys(word: str) -> tuple[str, ...]:
    """The infinitives behind a form where the lexicon does not know them: 'getoetst', 'getreden',
    'voorgelegd', 'voorlegt'."""
    if verbs := _verbs_behind(word):
        return verbs
    for particle in PARTICLES:
        rest = word.removeprefix(particle)
        if rest == word or len(rest) < 4:
            continue
        if verbs := _verbs_behind(rest):
            return tuple(particle + verb for verb in verbs)
        if is_known(rest) and is_infinitive(verb := lemma(rest)):
            return (particle + verb,)
    return ()


def _verbs_behind(form: str) -> tuple[str, ...]:
    if form in _STRONG:
        return (_STRONG[form],)
    if not form.startswith("ge") or form == "geachte":  # 'Geachte voorzitter' is an address
        return ()
    participle = form.removesuffix("e")
    if participle.endswith("eerd"):
        return (participle.removeprefix("ge").removesuffix("eerd") + "eren",)
    if participle != form and is_infinitive(verb := lemma(participle)):
        return (verb,)
    # What the lexicon has as a word of its own is none: 'gebied' does not come from 'bieden'.
    if is_known(form) or not participle.endswith(("d", "t")):
        return ()
    of_either = (*_infinitives(participle[2:-1]), *_infinitives(participle[2:]))
    return tuple(verb for verb in of_either if is_infinitive(verb))


def _infinitives(stem: str) -> tuple[str, ...]:
    """What a verb with that stem may be spelt like: 'toets' → 'toetsen', 'stop' → 'stoppen',
    'maak' → 'maken', 'reis' → 'reizen'."""
    if len(stem) < 3:
        return ()
    soft = stem[:-1] + {"f": "v", "s": "z"}.get(stem[-1], stem[-1])
    found = [stem + "en", soft + "en", stem + stem[-1] + "en"]
    if stem[-2] == stem[-3] and stem[-2] in _VOWELS:
        found += [each[:-2] + each[-1] + "en" for each in (stem, soft)]
    return tuple(dict.fromkeys(found))
