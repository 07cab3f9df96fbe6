"""The lexicon that goes with the weights: renderings of what the text hardly has.

    python training/lexicon.py --corpus CORPUS --extra training/data --out lexicon.tsv

From ``lexicon-*.tsv`` and ``words-*.tsv`` (Dutch word form or phrase, English in the same form),
and from the forms that `conjugation` makes of their phrases, come those that stand at most
``--most`` times in the Dutch of the text that is trained on. Of the others the model knows more
than one line can say: a compound that stands there more than ``--composed`` times gets an empty
rendering, so that it is not put together from its parts, unless the share ``--together`` of the
references has what its parts make. A form with two renderings keeps the first. One that stands
three times or more in the text, or in that of parliament and government alone, and whose English
is in fewer than ``--borne-out`` of the references there, has other meanings, and is left out,
unless it is one of ``idioms.txt``: these mean one thing only, which translators say in many ways.
"""

from __future__ import annotations

import argparse
import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from conjugation import conjugated, paradigms
from corpus import Barred, Pair, load, read

from vertaal.files import write_whole
from vertaal.glossary import english_forms
from vertaal.translation.lexicon import Lexicon
from vertaal.words import WORD

REGISTER = ("kamer", "rules", "genre")
READ = (*REGISTER, "tatoeba", "general", "new")
"""The roles (``corpus.GROUPS``) whose text is prose."""
_LEAST = 3
"""Times that a word must stand in the text for its references to say anything."""


def plain(text: str) -> str:
    """The words of a text in small letters between single blanks, blanks at both ends."""
    return f" {' '.join(re.findall('[a-zA-Z0-9À-ÿ]+', text.lower()))} "


@functools.cache
def forms(english: str) -> tuple[str, ...]:
    """Every form of a rendering, as `plain` has it."""
    return tuple(plain(form) for form in english_forms(english))


def stands_in(english: str, reference: str) -> bool:
    """Whether a reference (``plain``) has the rendering in any form."""
    return any(form in reference for form in forms(english))


class Count:
    """How often each word form or phrase, in small letters, stands in a text; and how often its
    rendering stands in the reference of a sentence with it.
    """

    def __init__(self, pairs: Iterable[Pair], renderings: Mapping[str, str]) -> None:
        self.seen: Counter[str] = Counter()
        self.met: Counter[str] = Counter()
        self._lengths = Lexicon(renderings).lengths
        for dutch, english in pairs:
            reference = plain(english)
            for entry in self._entries(dutch, renderings):
                self.seen[entry] += 1
                if entry in renderings:
                    self.met[entry] += stands_in(renderings[entry], reference)

    def _entries(self, dutch: str, renderings: Mapping[str, str]) -> Iterator[str]:
        """Every word of a text, and the phrases that are rendered."""
        words = [hit.lower() for hit in WORD.findall(dutch)]
        yield from words
        for i in (i for i, word in enumerate(words) if word in self._lengths):
            for length in self._lengths[words[i]]:
                phrase = " ".join(words[i : i + length])
                if phrase in renderings and i + length <= len(words):
                    yield phrase

    def bears_out(self, word: str, share: float) -> bool:
        """Whether the references, where they say anything, have the rendering so often."""
        return self.seen[word] < _LEAST or self.met[word] >= share * self.seen[word]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, required=True, help="folder of name.tsv.xz")
    parser.add_argument(
        "--extra",
        type=Path,
        required=True,
        help="folder of lexicon-*.tsv, separable.tsv and idioms.txt",
    )
    parser.add_argument("--most", type=int, default=30, help="times that a word may stand there")
    parser.add_argument("--composed", type=int, default=3, help="the same for a word put together")
    parser.add_argument("--borne-out", type=float, default=0.34, help="share of the references")
    parser.add_argument("--together", type=float, default=0.6, help="the same for such a word")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    renderings: dict[str, str] = {}
    for pattern in ("words-*.tsv", "lexicon-*.tsv"):
        for path in sorted(args.extra.glob(pattern)):
            for dutch, english in read(path):
                renderings.setdefault(dutch.lower(), english)
    separable = (args.extra / "separable.tsv").read_text(encoding="utf-8").splitlines()
    renderings |= conjugated(renderings, paradigms(separable))
    idioms = set((args.extra / "idioms.txt").read_text(encoding="utf-8").splitlines())
    data = load(args.corpus, args.extra, Barred([], []))
    text, register = (
        Count((pair for role in roles for pair in data[role]), renderings)
        for roles in (READ, REGISTER)
    )
    kept = {
        word: english
        for word, english in renderings.items()
        if text.seen[word] <= args.most
        and (word in idioms or all(c.bears_out(word, args.borne_out) for c in (text, register)))
    }
    whole = Lexicon(renderings)
    often = {word for word, times in text.seen.items() if times > args.composed and " " not in word}
    made = {
        word: english for word in often - renderings.keys() if (english := whole.rendering(word))
    }
    count = Count((pair for role in READ for pair in data[role]), made)
    kept |= {
        word: english
        for word, english in made.items()
        if text.seen[word] <= args.most and count.bears_out(word, args.together)
    }
    known = dict.fromkeys((often & renderings.keys() | made.keys()) - kept.keys(), "")
    lines = (f"{word}\t{english}\n" for word, english in sorted((kept | known).items()))
    write_whole(args.out, "".join(lines))
    print(f"{len(kept)} of {len(renderings | made)} entries; {len(known)} words that need none")


if __name__ == "__main__":
    main()
