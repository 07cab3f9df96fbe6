"""The other forms of phrases that end in a verb: of 'de vinger aan de pols houden' (keep a close
watch) also 'houdt de vinger aan de pols', 'de vinger aan de pols hield', '… te houden'.

A list of phrases never has all forms of all verbs. They are made where the verb's forms are known
and the list has one form more, which shows that the phrase ends in a verb and the English begins
with one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from vertaal.glossary.english import verb_forms
from vertaal.glossary.english_words import VERBS
from vertaal.words import lemmatized

_ONE, _MANY, _PAST, _PASTS = 1, 2, 3, 4
"""Places among the forms of a verb: 'houdt', 'houden', 'hield', 'hielden'."""
_INSEPARABLE = re.compile("be|ge|her|ont|ver")
"""Of such a verb the past is a participle too: 'de van toepassing verklaarde regels'."""


def paradigms(separable: Iterable[str]) -> dict[str, list[str]]:
    """Infinitive → its forms (ik, hij, wij, past singular and plural), from lines of
    ``separable.tsv``.
    """
    forms = (line.split("\t")[1].split("|") for line in separable)
    return {each[_MANY]: each for each in forms if all(each)}


def conjugated(renderings: Mapping[str, str], verbs: Mapping[str, list[str]]) -> dict[str, str]:
    """Forms that ``renderings`` (phrase → English in the same form) lacks, with their English."""
    made: dict[str, str] = {}
    for phrase, english in renderings.items():
        rest, _, verb = phrase.rpartition(" ")
        head = english.split(" ")[0]
        finite = lemmatized(head, "en") != head or head == "have"  # 'have ground to a halt'
        if " " not in rest or verb not in verbs or finite:
            continue
        others = dict(_forms(rest, verbs[verb], english))
        # With 'to' or as it is, 'properly manage' would pass for a verb.
        bare = (english, f"to {english}")
        if any(renderings.get(form) == each not in bare for form, each in others.items()):
            made |= {form: each for form, each in others.items() if form not in renderings}
    return made


def _forms(rest: str, verb: list[str], english: str) -> Iterator[tuple[str, str]]:
    """The forms of a phrase, the verb before and behind the rest, with their English. Of two that
    are the same, 'zetten' and 'zetten', the present comes last.
    """
    head, *tail = english.split()
    _, third, *more = verb_forms(head)
    past = VERBS[head][0] if head in VERBS else more[0]
    be = head == "be"
    yield f"{rest} te {verb[_MANY]}", f"to {english}"
    for at, form in (
        (_PASTS, "were" if be else past),
        (_PAST, past),
        (_ONE, third),
        (_MANY, "are" if be else head),
    ):
        rendering = " ".join((form, *tail))
        yield f"{verb[at]} {rest}", rendering
        if at < _PAST or not _INSEPARABLE.match(verb[_MANY]):
            yield f"{rest} {verb[at]}", rendering
