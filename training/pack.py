"""Write the stream of training examples: mix, annotate, copy names, add noise, encode.

    python training/pack.py --start START_MODEL --corpus DIR [--extra training/data] \\
        --exclude-lines EVAL.nl … --exclude-documents GOLD.json … \\
        --tokens 3000000 --mix kamer=0.3 rules=0.16 … --seed 1 --out STREAM.npz

Inline terms follow Dinu et al. 2019 ("append") in the form of OPUS-CAT: the wanted English stands
after the source term, mostly as lemma, so that the network learns to inflect it. In part of the
examples the rendering is exchanged on both sides for another of the same number, so that it learns
to obey the note and not to guess. Names, codes and abbreviations that are the same in both
languages are exchanged for others, some noted and some not, so that it learns to copy. In part of
the examples every word of the lexicon is shown with its English, where the reference has that too.

Sources of the role `back` are a machine's Dutch; the tag `</term>`, which begins no other source,
tells the network so (tagged back-translation: Caswell, Chelba and Grangier 2019).
"""

from __future__ import annotations

import argparse
import random
import re
import string
from collections import Counter
from pathlib import Path
from typing import Any

import packed
import sentencepiece
from align import Aligner, Term, lemma
from corpus import Barred, Pair, load
from lexicon import plain, stands_in
from nlmodel import Annotation, Codec
from swap import Swapper, with_article, word_list

from vertaal.translation.lexicon import Lexicon, lexicon

Marked = tuple[str, str, list[Annotation]]
Example = tuple[list[int], list[int]]
"""Ids of a source and of its target, the latter without the end of sentence."""

DEFAULT_MIX = {
    "kamer": 0.33,
    "rules": 0.19,
    "tatoeba": 0.09,
    "general": 0.14,
    "side": 0.03,
    "lexicon": 0.06,
    "new": 0.09,
    "genre": 0.07,
    "words": 0.0,
    "back": 0.0,
}
ACCENTS = str.maketrans("éèëïöüáàóâêîôçÉ", "eeeiouaaoaeiocE")
NAME = re.compile(r"(?<![\w'’\-])[A-Z][\w\-]*[A-Za-z0-9](?![\w'’\-])|(?<!\w)\d*[A-Z]+\d\w*(?!\w)")
BEFORE = frozenset(
    ("the", "a", "an", "this", "these", "of", "its", "their", "his", "your", "our", "for", "no")
)
AFTER = frozenset(
    ("of", "in", "is", "are", "and", "to", "for", "on", "that", "was", "has", "from", "by", "at")
)


def plural(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(s|x|z|ch|sh)$", word) else "s")


def nouns(pairs: list[Pair]) -> set[str]:
    """English words that by their neighbours are mostly nouns; no tagger is at hand."""
    total: Counter[str] = Counter()
    good: Counter[str] = Counter()
    for _, english in pairs:
        tokens = re.findall(r"[\w'’\-]+|[^\w\s]", english)
        lower = [token.lower() for token in tokens]
        for i in range(1, len(lower) - 1):
            if tokens[i].islower():
                total[lower[i]] += 1
                after = lower[i + 1]
                if lower[i - 1] in BEFORE and (after in AFTER or not after.isalnum()):
                    good[lower[i]] += 2
                elif after in AFTER or not after.isalnum():
                    good[lower[i]] += 1
    return {
        word
        for word, n in total.items()
        if n >= 2
        and good[word] / n > 1.0
        and word.isalpha()
        and len(word) > 3
        and not word.endswith(("ed", "ly", "ing"))
    }


class Names:
    """A pool of names, and made-up ones and codes, for the copying examples."""

    def __init__(self, pairs: list[Pair], rng: random.Random) -> None:
        self.rng = rng
        seen: Counter[str] = Counter()
        for dutch, english in pairs:
            there = set(NAME.findall(english))
            seen.update(name for name in NAME.findall(dutch) if name in there)
        self.pool = [name for name in seen if len(name) > 2 and len(name) < 20]
        parts = [
            re.findall(r"[^aeiouy]*[aeiouy]+(?:[^aeiouy](?![aeiouy]))?", x.lower())
            for x in self.pool
            if x.isalpha() and not x.isupper()
        ]
        self.heads = [p[0] for p in parts if p]
        self.tails = [x for p in parts for x in p[1:]] or ["ma"]

    def code(self) -> str:
        shape = self.rng.choice(
            ["2019Z00000", "AA", "AAA", "AAAA", "A00", "00-00", "AAA0", "000000", "AA-0", "0000"]
        )
        return "".join(
            self.rng.choice(string.digits)
            if c.isdigit()
            else self.rng.choice(string.ascii_uppercase)
            if c.isalpha()
            else c
            for c in shape
        )

    def other(self, name: str) -> str:
        if any(c.isdigit() for c in name) or (name.isupper() and self.rng.random() < 0.7):
            return self.code()
        if self.rng.random() < 0.5:
            return self.rng.choice(self.pool)
        made = self.rng.choice(self.heads) + "".join(
            self.rng.choice(self.tails) for _ in range(self.rng.randint(1, 2))
        )
        if self.rng.random() < 0.15:
            made += "-" + self.rng.choice(self.pool)
        return str(made[:1].upper() + made[1:])


class Sampled:
    """A SentencePiece model that cuts part of what it is given at random, likelier cuts more often
    (subword regularisation: Kudo 2018): so a rare word is met in pieces that others taught.
    """

    def __init__(self, model: Any, rng: random.Random, share: float, alpha: float) -> None:
        self.model, self.rng, self.share, self.alpha = model, rng, share, alpha
        sentencepiece.set_random_generator_seed(rng.randrange(1 << 31))

    def encode(self, text: str, out_type: type = str) -> Any:
        if self.rng.random() >= self.share:
            return self.model.encode(text, out_type=out_type)
        return self.model.encode(
            text, out_type=out_type, enable_sampling=True, alpha=self.alpha, nbest_size=-1
        )


class Marker:
    """Turns pairs into training examples."""

    def __init__(
        self,
        aligner: Aligner,
        pairs: list[Pair],
        rng: random.Random,
        swapper: Swapper | None = None,
        lexicon: Lexicon | None = None,
    ) -> None:
        self.aligner, self.rng, self.swapper, self.lexicon = aligner, rng, swapper, lexicon
        self.nouns = nouns(pairs)
        self.names = Names(pairs, rng)
        self.terms: dict[Pair, list[Term]] = {}
        singular = [w for w in self.nouns if lemma(w, "en") == w and not w.endswith("s")]
        self.singular: list[str] = singular
        for pair in rng.sample(pairs, min(15000, len(pairs))):
            for term in self.of(pair):
                text = pair[1][term.target_start : term.target_end]
                if " " in text and text.islower() and self.number(text) == "singular":
                    self.singular.append(text)
        self.annotated = self.sentences = self.exchanged = self.copied = self.noised = 0
        self.looked_up = 0

    def of(self, pair: Pair) -> list[Term]:
        if pair not in self.terms:
            self.terms[pair] = self.aligner.terms(*pair)
        return self.terms[pair]

    def number(self, phrase: str) -> str | None:
        """``singular`` or ``plural`` where the last word is a noun."""
        last = phrase.split()[-1].lower()
        base = lemma(last, "en")
        if last not in self.nouns and base not in self.nouns:
            return None
        if " of " in phrase or last.endswith(("ed", "ing", "ly")):
            return None
        return "plural" if base != last and last.endswith("s") else "singular"

    @staticmethod
    def base(phrase: str) -> str:
        """Lemma of the head; a phrase with ``of`` has its head elsewhere and stays as it is."""
        head, _, last = phrase.rpartition(" ")
        if " of " in phrase:
            return phrase
        form = lemma(last, "en")
        if last[:1].isupper():
            form = form[:1].upper() + form[1:]
        if last.isupper():
            form = last
        return f"{head} {form}".strip()

    def choose(self, pair: Pair) -> list[Term]:
        """One to three terms that do not overlap, longer ones preferred."""
        terms = [term for term in self.of(pair) if term.score > 0.08]
        chosen: list[Term] = []
        wanted = self.rng.choice((1, 1, 2, 2, 3))
        terms.sort(
            key=lambda t: (
                self.rng.random()
                / (1 + pair[0][t.start : t.end].count(" ") + 0.08 * (t.end - t.start))
            )
        )
        for term in terms:
            if len(chosen) < wanted and all(
                (term.end <= x.start or term.start >= x.end)
                and (term.target_end <= x.target_start or term.target_start >= x.target_end)
                for x in chosen
            ):
                chosen.append(term)
        return chosen

    def annotate(self, pair: Pair) -> Marked:
        dutch, english = pair
        notes: list[Annotation] = []
        edits: list[tuple[int, int, str]] = []
        exchange = self.rng.random() < 0.8
        for term in self.choose(pair):
            text = english[term.target_start : term.target_end]
            number = self.number(text)
            start_case = term.target_start == 0 and not text.isupper()
            if exchange and number is not None:
                new = self.rng.choice(self.singular)
                shown = new
                if number == "plural":
                    head, _, last = new.rpartition(" ")
                    new = f"{head} {plural(last)}".strip()
                    if self.rng.random() < 0.3:
                        shown = new
                if start_case and text[:1].isupper():
                    new = new[:1].upper() + new[1:]
                edits.append((term.target_start, term.target_end, new))
                self.exchanged += 1
            else:
                if start_case and text[1:].islower() and self.rng.random() < 0.9:
                    text = text[:1].lower() + text[1:]
                shown = self.base(text) if self.rng.random() < 0.7 else text
            notes.append((term.start, term.end, shown))
        for start, end, new in sorted(edits, reverse=True):
            english = with_article(english[:start], new) + english[end:]
        if self.rng.random() < 0.25:
            notes += self.keep(dutch, english, notes)
        self.annotated += bool(notes)
        return dutch, english, notes

    def keep(self, dutch: str, english: str, notes: list[Annotation]) -> list[Annotation]:
        """Notes that a name or code stays as it is."""
        names = [m for m in NAME.finditer(dutch) if m.group() in english and m.start() > 0]
        free = [m for m in names if all(m.end() <= a or m.start() >= b for a, b, _ in notes)]
        self.rng.shuffle(free)
        return [(m.start(), m.end(), m.group()) for m in free[: self.rng.randint(1, 2)]]

    def copy(self, pair: Pair) -> Marked | None:
        """The pair with one or two of its names exchanged for others."""
        dutch, english = pair
        there = Counter(NAME.findall(english))
        here = Counter(m.group() for m in NAME.finditer(dutch) if m.start() > 0)
        shared = [n for n, k in here.items() if there.get(n) == k and len(n) > 1]
        if not shared:
            return None
        self.rng.shuffle(shared)
        for name in shared[: self.rng.randint(1, 2)]:
            new = self.names.other(name)
            exact = re.compile(rf"(?<![\w'’\-]){re.escape(name)}(?![\w'’\-])")
            dutch, english = exact.sub(new, dutch), exact.sub(new, english)
        self.copied += 1
        notes = self.keep(dutch, english, []) if self.rng.random() < 0.5 else []
        return dutch, english, notes

    def noise(self, dutch: str) -> str:
        """What scanning and text extraction do to a letter."""
        tokens = dutch.split(" ")
        kind = self.rng.random()
        self.noised += 1
        if kind < 0.35 and len(tokens) > 3:
            for _ in range(self.rng.randint(1, 2)):
                i = self.rng.randrange(len(tokens) - 1)
                tokens[i : i + 2] = [tokens[i] + tokens[i + 1]]
            return " ".join(tokens)
        if kind < 0.6:
            return dutch.translate(ACCENTS)
        if kind < 0.8:
            long = [i for i, token in enumerate(tokens) if len(token) > 7 and token.isalpha()]
            if long:
                i = self.rng.choice(long)
                at = self.rng.randint(3, len(tokens[i]) - 3)
                tokens[i] = tokens[i][:at] + "-" + tokens[i][at:]
            return " ".join(tokens)
        if kind < 0.9:
            return dutch.replace("ë", "é").replace("ï", "i")
        return dutch.replace(", ", ",", 1)

    def look_up(self, dutch: str, english: str, notes: list[Annotation]) -> Marked:
        """What the lexicon has for words without a note, where the reference has it in any form."""
        assert self.lexicon is not None
        reference = plain(english)
        for start, end, shown in self.lexicon.shown(dutch, [(a, b) for a, b, _ in notes]):
            if stands_in(shown, reference):
                notes = [*notes, (start, end, shown)]
                self.looked_up += 1
        return dutch, english, notes

    def example(self, pair: Pair, annotated: float, swapped: float, shown: float) -> Marked:
        made = self.without_lexicon(pair, annotated, swapped)
        if self.lexicon is not None and self.rng.random() < shown:
            return self.look_up(*made)
        return made

    def without_lexicon(self, pair: Pair, annotated: float, swapped: float) -> Marked:
        self.sentences += 1
        if self.swapper and self.rng.random() < swapped:
            other = self.swapper.swap(pair, self.of(pair))
            if other is not None:
                return *other, []
        if self.rng.random() < 0.25:
            copied = self.copy(pair)
            if copied is not None:
                return copied
        if self.rng.random() < annotated:
            return self.annotate(pair)
        dutch, english = pair
        return (self.noise(dutch) if self.rng.random() < 0.08 else dutch), english, []


class Reverse:
    """Examples from English to Dutch, as they stand."""

    def __init__(self, codec: Codec) -> None:
        self.codec = codec

    def __call__(self, role: str, pair: Pair) -> Example:
        dutch, english = pair
        return self.codec.encode_source(english), list(self.codec.english_ids(dutch))

    def told(self) -> str:
        return ""


class Forward:
    """Examples from Dutch to English, with notes where the pair could be aligned."""

    def __init__(
        self,
        codec: Codec,
        args: argparse.Namespace,
        data: dict[str, list[Pair]],
        rng: random.Random,
    ) -> None:
        self.codec, self.args, self.rng = codec, args, rng
        core = data["kamer"] + data["rules"] + data["new"] + data["genre"]
        cut = [
            rng.sample(data[role], min(n, len(data[role])))
            for role, n in (("tatoeba", 25000), ("general", 25000))
        ]
        sentences = core + cut[0] + cut[1]
        aligner = Aligner(sentences + data["lexicon"])
        print("aligned", len(aligner.keys), flush=True)
        self.can = set(sentences)
        words = word_list(sorted(args.extra.glob("words-*.tsv"))) if args.extra else {}
        self.swapper = Swapper(words, rng) if words and args.swapped else None
        self.marker = Marker(
            aligner, sentences, rng, self.swapper, args.lexicon and lexicon(args.lexicon)
        )
        print("nouns and phrases to exchange:", len(self.marker.singular), flush=True)
        self.shown = 0

    def __call__(self, role: str, pair: Pair) -> Example:
        args = self.args
        if role in ("lexicon", "words"):
            marked: Marked = (pair[0], pair[1], [])
        elif pair in self.can:
            marked = self.marker.example(pair, args.annotated, args.swapped, args.shown)
        else:
            marked = self.marker.example(pair, 0.0, 0.0, args.shown)
        source = self.codec.encode_source(marked[0], marked[2])
        if role == "back":
            source.insert(0, self.codec.end)
        if marked[2] and self.shown < 40 and self.rng.random() < 0.01:
            self.shown += 1
            terms = [(marked[0][a:b], wanted) for a, b, wanted in marked[2]]
            print("  ", terms, "|", marked[0][:150], "|", marked[1][:150])
        return source, list(self.codec.english_ids(marked[1]))

    def told(self) -> str:
        made = self.marker
        return (
            f"{made.sentences} of them sentences; annotated {made.annotated}, exchanged terms "
            f"{made.exchanged}, names exchanged {made.copied}, noised {made.noised}, words swapped "
            f"in {self.swapper.swapped if self.swapper else 0}, looked up {made.looked_up}"
        )


def parse_mix(items: list[str]) -> dict[str, float]:
    mix = dict(DEFAULT_MIX)
    for item in items:
        name, _, value = item.partition("=")
        if name not in mix:
            raise SystemExit(f"unknown role {name!r}; one of {', '.join(mix)}")
        mix[name] = float(value)
    return mix


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--start", type=Path, required=True, help="start model folder")
    parser.add_argument("--corpus", type=Path, required=True, help="folder of name.tsv.xz")
    parser.add_argument("--extra", type=Path, help="folder of general-*.tsv and genre-*.tsv")
    parser.add_argument("--exclude-lines", type=Path, nargs="*", default=[])
    parser.add_argument("--exclude-documents", type=Path, nargs="*", default=[])
    parser.add_argument("--tokens", type=int, default=3_000_000, help="target tokens to write")
    parser.add_argument("--mix", nargs="*", default=[], metavar="ROLE=SHARE")
    parser.add_argument("--annotated", type=float, default=0.4, help="share of sentences")
    parser.add_argument(
        "--swapped", type=float, default=0.0, help="share of sentences given words of words-*.tsv"
    )
    parser.add_argument("--lexicon", type=Path, help="written by lexicon.py")
    parser.add_argument(
        "--shown", type=float, default=0.6, help="share of sentences that show the lexicon's words"
    )
    parser.add_argument(
        "--sampled", type=float, default=0.0, help="share cut into pieces at random"
    )
    parser.add_argument("--alpha", type=float, default=0.2, help="how near to the likeliest cut")
    parser.add_argument("--reverse", action="store_true", help="English to Dutch, without notes")
    parser.add_argument("--longest", type=int, default=110, help="ids in a source or target")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()

    rng = random.Random(args.seed)
    codec = Codec(args.start)
    if args.sampled:
        codec.source = Sampled(codec.source, rng, args.sampled, args.alpha)
    barred = Barred(args.exclude_lines, args.exclude_documents)
    data = load(args.corpus, args.extra, barred)
    mix = {role: share for role, share in parse_mix(args.mix).items() if data[role] and share > 0}
    total = sum(mix.values())
    print({role: len(pairs) for role, pairs in data.items()}, flush=True)
    if args.reverse:
        make: Reverse | Forward = Reverse(codec)
    else:
        make = Forward(codec, args, data, rng)
    examples: list[Example] = []
    for role, share in mix.items():
        left = args.tokens * share / total
        passes = 0
        while left > 0:
            passes += 1
            for pair in rng.sample(data[role], len(data[role])):
                source, target = make(role, pair)
                if max(len(source), len(target)) > args.longest:
                    continue
                examples.append((source, target))
                left -= len(target) + 1
                if left <= 0:
                    break
        print(f"{role}: {passes} passes begun", flush=True)
    rng.shuffle(examples)
    packed.save(args.out, examples)
    print(len(examples), "examples", make.told())


if __name__ == "__main__":
    main()
