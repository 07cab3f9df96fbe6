"""Reading and cleaning sentence pairs: ``name.tsv``, ``name.tsv.xz`` (Dutch, English, tag)."""

from __future__ import annotations

import json
import lzma
import random
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

Pair = tuple[str, str]

MARKUP = re.compile(r"https?:|[{}<>\\`|~]|\*\*|::|%[a-z0-9]|&\w+;|\$\w|__|\w\.\w{2,4}\(|^[#*\-•]")
GROUPS: dict[str, tuple[str, ...]] = {
    "kamer": ("kamervragen_translated",),
    "rules": ("rules_translated",),
    "tatoeba": ("tatoeba",),
    "general": (
        "nl_gov_covid_web",
        "nl_gov_ui",
        "legal_policy_docs",
        "eu_gdpr",
        "web_docs_misc",
        "web_mozilla",
        "civic_participation",
        "edu_pkp",
        "it_prose_books",
        "eu_esco_occupations",
    ),
    "side": (
        "edu_raspberrypi",
        "it_digikam_docs",
        "it_libreoffice",
        "it_debian_kde_gnome",
        "civic_eu_ui",
        "eu_eforms",
    ),
    "lexicon": ("lex_wiktionary_freedict", "eu_eurovoc_terms"),
}
"""Corpus files by role; the mix of a stream is given per role."""


def squeeze(text: str) -> str:
    """Letters and digits only, without case or accents: for comparing sentences."""
    flat = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in flat if c.isalnum())


class Barred:
    """Text never to train on: lines of evaluation sets, and whole documents."""

    def __init__(self, lines: list[Path], documents: list[Path]) -> None:
        self.lines: set[str] = set()
        self.documents: list[str] = []
        for path in lines:
            self.lines.update(squeeze(x) for x in path.read_text(encoding="utf-8").splitlines())
        for path in documents:
            text = path.read_text(encoding="utf-8")
            if path.suffix == ".json":
                text = "\n".join(strings(json.loads(text)))
            self.documents.append(squeeze(text))

    def __contains__(self, text: str) -> bool:
        flat = squeeze(text)
        if flat in self.lines:
            return True
        return len(flat) > 60 and any(flat in document for document in self.documents)


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def read_fields(path: Path, least: int) -> Iterator[list[str]]:
    """The fields of each line that has at least so many."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            fields = [field.strip() for field in line.rstrip("\n").split("\t")]
            if len(fields) >= least:
                yield fields


def read(path: Path) -> Iterator[Pair]:
    for fields in read_fields(path, 2):
        yield fields[0], fields[1]


def is_sound(dutch: str, english: str, strict: bool) -> bool:
    """Whether a sentence pair looks like a translation; ``strict`` also bars markup."""
    if not dutch or not english or len(dutch) > 500 or len(english) > 500:
        return False
    if not 0.4 < (len(dutch) + 5) / (len(english) + 5) < 2.5:
        return False
    if dutch == english and len(dutch.split()) > 3:
        return False
    return not (strict and (MARKUP.search(dutch) or MARKUP.search(english)))


def load(corpus: Path, extra: Path | None, barred: Barred) -> dict[str, list[Pair]]:
    """Pairs by role; ``new`` is ``general-*.tsv``, the roles after it are their namesakes."""
    found: dict[str, list[Pair]] = {}
    for role, names in GROUPS.items():
        pairs: dict[Pair, None] = {}
        for name in names:
            for pair in read(corpus / f"{name}.tsv.xz"):
                words = len(pair[0].split())
                if role in ("general", "side") and words < 4:
                    continue
                if is_sound(*pair, strict=role in ("general", "side")):
                    pairs[pair] = None
        found[role] = list(pairs)
    for role, pattern in (
        ("new", "general-*.tsv"),
        ("genre", "genre-*.tsv"),
        ("words", "words-*.tsv"),
        ("back", "back-*.tsv"),
    ):
        pairs = {}
        for path in sorted(extra.glob(pattern)) if extra else []:
            for pair in read(path):
                if is_sound(*pair, strict=False) and pair[0] not in barred:
                    pairs[pair] = None
        found[role] = list(pairs)
    return found


def drawn(corpus: Path, extra: Path | None, most: int) -> list[Pair]:
    """The pairs of all roles, or so many of them, drawn at random; 0 is all."""
    pairs = [pair for role in load(corpus, extra, Barred([], [])).values() for pair in role]
    return random.Random(1).sample(pairs, min(most, len(pairs))) if most else pairs
