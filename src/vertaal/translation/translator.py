"""Segments and their terms in, targets and their proof out.

The first pass is the fast engine's beam; with the embedded model the wanted terms stand in the
source. What it leaves unmet is looked for among its other hypotheses, then repaired from where it
went wrong, then searched for again under hard constraints. A result that had to be forced is taken
only when the model likes it nearly as well as the free one: a term is never pasted into a finished
sentence.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import takewhile
from threading import RLock

from vertaal.glossary import confirm, verify
from vertaal.translation import alignment
from vertaal.translation import cache as caching
from vertaal.translation.alignment import Pieced
from vertaal.translation.capitals import capitalised, terms_capitalised
from vertaal.translation.choosing import (
    GRACE,
    best,
    choose,
    failing,
    faults,
    missed,
    prefer,
    stands,
)
from vertaal.translation.engines import PIECES, Engine, Hypothesis
from vertaal.translation.fixed import fixed
from vertaal.translation.inline import Annotation
from vertaal.translation.letters import restored
from vertaal.translation.lexicon import lexicon
from vertaal.translation.loops import repeats
from vertaal.translation.marian import MarianEngine
from vertaal.translation.models import Model
from vertaal.translation.plurals import in_better_number, in_plural, singled
from vertaal.translation.repair import Start, starts
from vertaal.translation.requests import LONGEST, Request, constraints_of, parts_of
from vertaal.translation.rows import in_cells, in_row
from vertaal.translation.separable import separable
from vertaal.translation.showing import shown, with_names
from vertaal.translation.standins import Eased, eased
from vertaal.translation.vocabulary import Vocabulary, starts_word
from vertaal.types import Link, Occurrence, OccurrenceStatus, TermMatch, Translation

VERSION = "39"
"""Raised whenever the same request may give another answer; part of every cache key."""

Progress = Callable[[int, int], None]
"""Called with (segments done, segments in all)."""


@dataclass(frozen=True, slots=True)
class Decoding:
    """Search settings. `margin` is how much mean log-probability per piece (nats) a constrained
    result may lose against the free one.
    """

    beam: int = 4
    constrained_beam: int = 8
    margin: float = 0.6
    inline: bool = True
    constrain: bool = True

    @property
    def signature(self) -> str:
        """All of it in one line, as sacreBLEU signs a score."""
        terms = "+".join(
            name for name, on in (("inline", self.inline), ("dba", self.constrain)) if on
        )
        return (
            f"beam:{self.beam}|cbeam:{self.constrained_beam}|margin:{self.margin}"
            f"|terms:{terms or 'off'}|v:{VERSION}"
        )


class Translator:
    """Translates requests with one model. Engines and vocabulary are loaded when first needed."""

    def __init__(
        self,
        model: Model,
        engine: Callable[[], Engine],
        vocabulary: Callable[[], Vocabulary],
        *,
        engine_name: str,
        decoding: Decoding | None = None,
        cache: caching.Cache | None = None,
    ) -> None:
        self.model = model
        self.engine_name = engine_name
        self.decoding = decoding or Decoding()
        self._make_engine, self._make_vocabulary = engine, vocabulary
        self._cache = cache or caching.Cache(None)
        self._engine: Engine | None = None
        self._words: Vocabulary | None = None
        self._marian: MarianEngine | None = None
        self._loading, self._constraining = RLock(), RLock()

    def translate(
        self, requests: Sequence[Request], progress: Progress | None = None
    ) -> list[Translation]:
        """One translation a request, in order. The same request is translated once."""
        keys = [self._key(request) for request in requests]
        known = self._cache.get(keys)
        todo = {
            key: request for key, request in zip(keys, requests, strict=True) if key not in known
        }
        repeated = len(requests) - len(todo) - len(known)
        if progress:
            progress(repeated + len(known), len(requests))
        # Length-sorted, so that a batch holds no padding; in parts, so that a kill loses little.
        order = sorted(todo, key=lambda key: -len(todo[key].source))
        running: deque[tuple[list[str], Future[list[Translation]]]] = deque()

        def keep() -> None:
            part, made = running.popleft()
            fresh = dict(zip(part, made.result(), strict=True))
            self._cache.put(fresh)
            known.update(fresh)
            if progress:
                progress(repeated + len(known), len(requests))

        # The searches of the next part are asked for while the last repairs of one leave cores
        # idle. The longest first: nothing comes beside the repairs of the last part, and those of
        # short ones are short.
        with ThreadPoolExecutor(_AT_ONCE, "translate") as pool:
            try:
                for at in range(0, len(order), _PART):
                    part = order[at : at + _PART]
                    finish = self._begun([todo[key] for key in part])
                    running.append((part, pool.submit(finish)))
                    while running and running[0][1].done():
                        keep()
            finally:
                while running:
                    keep()
        return [known[key] for key in keys]

    def alternatives(self, request: Request, count: int) -> list[Translation]:
        """The `count` best hypotheses of the free search, best first, none twice; what is fixed has
        one.
        """
        if not request.source.strip():
            return []
        if len(cells := in_cells(request)) > 1:
            return self._rows(request, cells, count)
        if (known := fixed(request)) is not None:
            return [Translation(known, 0.0)]
        asked = self._eased(request)
        [found] = self._search([asked.request], max(count, self.decoding.beam), every=True)
        made = (asked.restored(each) for each in reversed(found))
        made = (replace(each, target=_with_capitals(request, each.target)) for each in made)
        unique = {t.target: t for t in made}
        return sorted(unique.values(), key=lambda t: -t.score)[:count]

    def _rows(self, request: Request, cells: Sequence[Request], count: int) -> list[Translation]:
        """The alternatives of a row: the likeliest of each cell, then the next of those that have
        one.
        """
        options = [self.alternatives(cell, count) for cell in cells]
        rows = ([each[min(place, len(each) - 1)] for each in options] for place in range(count))
        return list({t.target: t for t in (in_row(request, row) for row in rows)}.values())

    def _key(self, request: Request) -> str:
        return caching.key(
            request.source,
            request.signature,
            self.model.digest,
            self.engine_name,
            self.decoding.signature,
        )

    def _begun(self, requests: Sequence[Request]) -> Callable[[], list[Translation]]:
        """Begins to translate requests that the cache does not know, each cell of a row by itself.
        What it returns waits for them, and finishes them.
        """
        parted = [in_cells(request) for request in requests]
        cells = list(dict.fromkeys(cell for row in parted for cell in row))
        known = [fixed(cell) for cell in cells]
        asked = [self._eased(c) for c, text in zip(cells, known, strict=True) if text is None]
        found = self._search([each.request for each in asked], self.decoding.beam)

        def finished() -> list[Translation]:
            made = self._translated([each.request for each in asked], found)
            restored = (each.restored(result) for each, result in zip(asked, made, strict=True))
            texts = [next(restored) if t is None else Translation(t, 0.0) for t in known]
            results = dict(zip(cells, self._aligned(cells, texts), strict=True))
            return [
                in_row(request, [results[cell] for cell in row])
                for request, row in zip(requests, parted, strict=True)
            ]

        return finished

    def _aligned(
        self, requests: Sequence[Request], made: Sequence[Translation]
    ) -> list[Translation]:
        """The translations with capitals as their sources have them, and all with their links."""
        results = [
            replace(result, target=_with_capitals(each, result.target))
            for each, result in zip(requests, made, strict=True)
        ]
        bare = [i for i, result in enumerate(results) if result.target and not result.links]
        aligned = self.align([requests[i] for i in bare], [results[i].target for i in bare])
        for i, links in zip(bare, aligned, strict=True):
            results[i] = replace(results[i], links=links)
        return results

    def _translated(
        self, requests: Sequence[Request], search: Iterable[list[Translation]]
    ) -> list[Translation]:
        """What the model makes of them: what the free search has found, repaired, searched under
        constraints.
        """
        margin = self.decoding.margin
        found = list(search)
        results = [choose(r, options, margin) for r, options in zip(requests, found, strict=True)]
        # Terms in the source can derail a sentence: what went wrong is searched without them too.
        if self.decoding.inline:
            derailed = [i for i in failing(requests, results) if requests[i].asking]
            bare = [replace(requests[i], matches=()) for i in derailed]
            plain = self._search(bare, self.decoding.beam)
            for i, options in zip(derailed, plain, strict=True):
                results[i] = choose(requests[i], [*found[i], *options], margin)
            one = [i for i, each in enumerate(requests) if singled(each, results[i])]
            shown = [in_plural(requests[i]) for i in one]
            many = self._search(shown, self.decoding.beam)
            for i, options in zip(one, many, strict=True):
                results[i] = in_better_number(requests[i], results[i], options, margin)
        if self.decoding.constrain:
            wrong = failing(requests, results)
            repaired = self._repaired([requests[i] for i in wrong], [results[i] for i in wrong])
            for i, options in zip(wrong, repaired, strict=True):
                results[i] = prefer(requests[i], results[i], options, margin, GRACE)
            wrong = failing(requests, results)
            if self.decoding.inline:
                # The more a beam is held to, the less it has to choose from, and what the source
                # shows will come again.
                wanted = {i: missed(requests[i], results[i]) for i in wrong}
                wrong = [i for i in wrong if wanted[i]]
            else:
                wrong = [
                    i
                    for i in wrong
                    if missed(requests[i], results[i]) or repeats(results[i].target)
                ]
                wanted = {i: (*requests[i].demands, *requests[i].held) for i in wrong}
            forced = self._constrained([requests[i] for i in wrong], [wanted[i] for i in wrong])
            for i, options in zip(wrong, forced, strict=True):
                results[i] = prefer(requests[i], results[i], options, margin)
        return results

    def align(self, requests: Sequence[Request], targets: Sequence[str]) -> list[tuple[Link, ...]]:
        """How the words of targets from elsewhere align with their sources; nothing for a source
        that is translated in parts.
        """
        found: list[tuple[Link, ...]] = [()] * len(requests)
        whole = [i for i, each in enumerate(requests) if len(self._parts(each)) == 1]
        if not whole:
            return found
        words = self._vocabulary()
        ids = [words.english_ids(targets[i]) for i in whole]
        attention = self._first().attend([self._encode(words, requests[i]) for i in whole], ids)
        for i, written, rows in zip(whole, ids, attention, strict=True):
            target = Pieced.spelt(targets[i], [words.piece(each) for each in written])
            found[i] = alignment.links(rows, self._placed(words, requests[i]), target)
        return found

    def _search(
        self, requests: Sequence[Request], beam: int, *, every: bool = False
    ) -> Iterator[list[Translation]]:
        """Free search, begun at once and waited for as it is read; a source too long for the model
        is translated in parts. Where the likeliest hypothesis stands it will be taken, and the
        others are not read, but for `every`.
        """
        words = self._vocabulary()
        parts = [self._parts(request) for request in requests]
        sources = [self._encode(words, part) for each in parts for part in each]
        found = iter(self._first().search(sources, beam) if sources else ())
        return (self._options(each, found, every=every) for each in parts)

    def _options(
        self, parts: Sequence[Request], found: Iterator[list[Hypothesis]], *, every: bool
    ) -> list[Translation]:
        """What the search has found for a request, of which these are the parts."""
        words = self._vocabulary()
        options = [self._texts(words, part, next(found)) for part in parts]
        if len(parts) != 1 or every:
            return _join(parts, [list(texts) for texts in options])
        likeliest = next(options[0])
        return [likeliest] if stands(parts[0], likeliest) else [likeliest, *options[0]]

    def _repaired(
        self, requests: Sequence[Request], results: Sequence[Translation]
    ) -> list[list[Translation]]:
        """What comes of carrying each translation on from its first fault, and from the next."""
        words = self._vocabulary()
        found: list[list[Translation]] = [[] for _ in requests]
        current = dict(enumerate(results))
        for _ in range(_ROUNDS):
            asked = [
                (i, start)
                for i, result in current.items()
                if len(self._parts(requests[i])) == 1
                for start in starts(requests[i], result)
            ]
            if not asked:
                break
            mended = self._mended(requests, current, asked)
            made = {i: [translation] for i, translation in mended.items()}
            asked = [(i, start) for i, start in asked if i not in made]
            sources = [self._encode(words, requests[i]) for i, _ in asked]
            carried = self._first().carry_on(
                sources,
                [words.english_ids(start.text) for _, start in asked],
                [words.english_ids(start.never) for _, start in asked],
                self.decoding.beam,
            )
            for (i, _), hypotheses in zip(asked, carried, strict=True):
                texts = self._texts(words, requests[i], hypotheses)
                made.setdefault(i, []).extend(replace(t, forced=True) for t in texts)
            current, before = {}, current
            for i, options in made.items():
                better = best(requests[i], options)
                if faults(requests[i], better) < faults(requests[i], before[i]):
                    current[i] = better
                    found[i].append(better)
        return found

    def _mended(
        self,
        requests: Sequence[Request],
        results: Mapping[int, Translation],
        asked: Sequence[tuple[int, Start]],
    ) -> dict[int, Translation]:
        """Results of which a name or a figure alone was set right: those whose rest the model finds
        as likely after it as it did before, so that a search would hardly find another.
        """
        tried = [(i, start.mended) for i, start in asked if start.mended]
        if not tried:
            return {}
        words = self._vocabulary()
        sources = [self._encode(words, requests[i]) for i, _ in tried]
        old = [words.english_ids(results[i].target) for i, _ in tried]
        new = [words.english_ids(mended.target) for _, mended in tried]
        scores = self._first().score([*sources, *sources], [*old, *new])
        found: dict[int, Translation] = {}
        rows = zip(tried, old, new, scores, scores[len(tried) :], strict=False)
        for (i, mended), was, now, before, after in rows:
            # The end of the sentence, and the ids in common before it.
            pairs = zip(reversed(was), reversed(now), strict=False)
            rest = 1 + sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
            if sum(after[-rest:]) >= sum(before[-rest:]) - _ALIKE:
                found[i] = replace(mended, score=sum(after) / len(after), forced=True)
        return found

    def _constrained(
        self, requests: Sequence[Request], wanted: Sequence[Sequence[TermMatch]]
    ) -> list[list[Translation]]:
        """Search under hard constraints for what is wanted of each request's terms."""
        if not requests:
            return []
        words = self._vocabulary()
        short = [i for i, request in enumerate(requests) if len(self._parts(request)) == 1]
        sources = [self._encode(words, requests[i]) for i in short]
        asked = [constraints_of(words, requests[i], wanted[i]) for i in short]
        found: list[list[Translation]] = [[] for _ in requests]
        with self._constraining:  # By itself it takes all cores.
            results = self._reference().constrained(
                sources,
                asked,
                lambda token: starts_word(words.piece(token)),
                self.decoding.constrained_beam,
            )
        for i, hypotheses in zip(short, results, strict=True):
            texts = self._texts(words, requests[i], hypotheses)
            found[i] = [replace(t, forced=True) for t in texts]
        return found

    def _texts(
        self, words: Vocabulary, request: Request, found: Sequence[Hypothesis]
    ) -> Iterator[Translation]:
        """The hypotheses as text, the likeliest first."""
        source = self._placed(words, request)
        for each in sorted(found, key=lambda hypothesis: -hypothesis.score):
            text = restored(request.source, words.decode(each.ids))
            target = Pieced.spelt(text, [words.piece(i) for i in each.ids])
            links = alignment.links(each.attention, source, target)
            yield Translation(text, each.score, links=links)

    def _parts(self, request: Request) -> list[Request]:
        """The request in parts that the model can read: figures and dots take a piece each, and
        what is shown to be copied comes twice.
        """
        words, longest = self._vocabulary(), LONGEST
        while True:
            parts = parts_of(request, longest)
            long = (part for part in parts if len(part.source) > _SHORTEST)
            if all(len(self._encode(words, part)) <= PIECES for part in long):
                return parts
            longest //= 2

    def _placed(self, words: Vocabulary, request: Request) -> Pieced:
        places = words.source_places(request.source, self._annotations(request))
        return Pieced(request.source, tuple(places))

    def _encode(self, words: Vocabulary, request: Request) -> list[int]:
        return words.encode_source(request.source, self._annotations(request))

    def _eased(self, request: Request) -> Eased:
        """The request as the model gets it."""
        if not self.decoding.inline:
            return eased(request)
        made = eased(request, separable(self.model.separable), lexicon(self.model.lexicon))
        return replace(made, request=with_names(made.request, self.model.lexicon))

    def _annotations(self, request: Request) -> tuple[Annotation, ...]:
        """What is shown to the model inside the source."""
        return shown(request, self.model.lexicon) if self.decoding.inline else ()

    def _vocabulary(self) -> Vocabulary:
        with self._loading:
            if self._words is None:
                self._words = self._make_vocabulary()
            return self._words

    def _first(self) -> Engine:
        with self._loading:
            if self._engine is None:
                self._engine = self._make_engine()
            return self._engine

    def _reference(self) -> MarianEngine:
        with self._loading:
            if self._marian is None:
                first = self._first()
                self._marian = (
                    first if isinstance(first, MarianEngine) else MarianEngine(self.model)
                )
            return self._marian


_PART = 160
"""Segments whose translations are kept together: what a kill can cost. With fewer, batches of one
length are not full."""
_AT_ONCE = 2
"""Parts that are finished side by side."""
_SHORTEST = 150
"""Characters: letter by letter, and shown twice, they are fewer pieces than that."""
_ALIKE = 0.5
"""Nats that the rest of a sentence may lose by a word set right before it, and still stand."""
_ROUNDS = 4
"""Faults of one sentence that are set right, one after the other."""


def proof(segment: str, request: Request, translation: Translation) -> tuple[Occurrence, ...]:
    """What became of each term; `forced` where repair or constrained search was needed for it. Its
    place is that with which its source aligns, where that is known.
    """
    target, links = translation.target, translation.links
    found = confirm(verify(segment, request.matches, target, links), target, links)
    if not translation.forced:
        return found
    return tuple(
        replace(o, status=OccurrenceStatus.FORCED)
        if o.status is OccurrenceStatus.SATISFIED and not o.match.soft
        else o
        for o in found
    )


def _with_capitals(request: Request, target: str) -> str:
    """The target with the capitals that the source has, and those of its terms."""
    return capitalised(request.source, terms_capitalised(request.demands, target))


def _join(parts: Sequence[Request], found: Sequence[list[Translation]]) -> list[Translation]:
    """The hypotheses of a source from those of its parts: the first of each with the first."""
    if len(parts) == 1:
        return found[0]
    made: list[Translation] = []
    for row in zip(*found, strict=False):
        links: list[Link] = []
        source = target = 0
        for part, each in zip(parts, row, strict=True):
            links += alignment.shifted(each.links, source, target)
            source += len(part.source)
            target += len(each.target) + bool(each.target)
        score = sum(each.score for each in row) / len(row)
        text = " ".join(each.target for each in row if each.target)
        made.append(Translation(text, score, links=tuple(links)))
    return made
