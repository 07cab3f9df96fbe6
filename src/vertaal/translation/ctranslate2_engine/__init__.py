"""The fast engine: CTranslate2 in int8. Only this folder imports `ctranslate2`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from vertaal.cores import share
from vertaal.errors import InputError, MissingDependency
from vertaal.translation.ctranslate2_engine.batching import batch_size, batches, room
from vertaal.translation.ctranslate2_engine.conversion import converted
from vertaal.translation.engines import PIECES, Attention, Hypothesis
from vertaal.translation.models import Model


class CTranslate2Engine:
    """Unconstrained beam search over a converted model; the conversion is made once and kept."""

    def __init__(self, model: Model) -> None:
        try:
            import ctranslate2
        except ImportError as error:
            raise MissingDependency(
                f"ctranslate2 is not available ({error}).",
                remedy="Install it with: pip install ctranslate2, or use --engine transformers.",
            ) from error
        folder = converted(model)
        self._no_repeat = model.no_repeat
        self._end = str(model.config["eos_token_id"])
        # Batches side by side, one core each: cores that share a batch wait for each other at every
        # matrix product, which in a network this small costs more than it gives.
        self._threads = share()

        def loaded(folder: Path) -> Any:
            return ctranslate2.Translator(
                str(folder),
                compute_type="int8",
                inter_threads=self._threads,
                intra_threads=1,
                # Who asks for more waits, so that what is asked meanwhile for the repair of one
                # sentence does not stand behind the first search of a hundred others.
                max_queued_batches=self._threads,
            )

        try:
            self._translator = loaded(folder)
        except RuntimeError as error:
            # A conversion that was damaged on disk: made anew, once.
            shutil.rmtree(folder, ignore_errors=True)
            folder = converted(model)
            try:
                self._translator = loaded(folder)
            except RuntimeError:
                raise InputError(
                    f"cannot be loaded by CTranslate2 ({error}).", path=folder
                ) from error

    def search(self, sources: Sequence[Sequence[int]], beam: int) -> Iterator[list[Hypothesis]]:
        """The `beam` best targets of each source (ids, end of sentence included).

        What a source gets does not depend on those beside it: see `batches`. All of it is being
        searched when this returns, or is next.
        """
        nothing: list[list[str]] = [[] for _ in sources]
        before = [0.0] * len(sources)
        return self._found(sources, nothing, before, nothing, beam)

    def carry_on(
        self,
        sources: Sequence[Sequence[int]],
        starts: Sequence[Sequence[int]],
        never: Sequence[Sequence[int]],
        beam: int,
    ) -> Iterator[list[Hypothesis]]:
        begun = [[str(i) for i in start] for start in starts]
        # The search divides by the whole length, but counts only what comes after the start.
        lost = [sum(each[:-1]) for each in self.score(sources, starts)]
        barred = [[str(i) for i in each] for each in never]
        return self._found(sources, begun, lost, barred, beam)

    def score(
        self, sources: Sequence[Sequence[int]], targets: Sequence[Sequence[int]]
    ) -> list[list[float]]:
        # One by one, since here nothing pads them to a length of their own.
        written = [[str(i) for i in target] for target in targets]
        found = self._translator.score_batch(_tokens(sources), written, max_batch_size=1)
        return [list(each.log_probs) for each in found]

    def _found(
        self,
        sources: Sequence[Sequence[int]],
        starts: Sequence[list[str]],
        before: Sequence[float],
        never: Sequence[list[str]],
        beam: int,
    ) -> Iterator[list[Hypothesis]]:
        """Targets that begin with their start, of which `before` is the log-probability, and in
        which the sequence of `never` does not stand.
        """
        tokens = _tokens(sources)
        # What one sentence may not write again, another may.
        alike: dict[tuple[str, ...], list[int]] = {}
        for place, each in enumerate(never):
            alike.setdefault(tuple(each), []).append(place)
        asked: dict[int, Any] = {}
        for barred, own in alike.items():
            for part, pad in batches([len(tokens[i]) for i in own], self._threads):
                places = [own[i] for i in part]
                results = self._asked(tokens, starts, barred, places, pad, beam)
                # What was added for its length alone comes last, and is left out.
                asked.update(zip(places, results, strict=False))
        return (self._hypotheses(asked[place].result(), lost) for place, lost in enumerate(before))

    def _asked(
        self,
        tokens: Sequence[list[str]],
        starts: Sequence[list[str]],
        never: Sequence[str],
        places: Sequence[int],
        pad: int,
        beam: int,
    ) -> Any:
        """The results to come of a batch: the sources at `places`, and one of the length `pad`."""
        return self._translator.translate_batch(
            [tokens[i] for i in places] + ([[self._end] * pad] if pad else []),
            target_prefix=[starts[i] for i in places] + ([[]] if pad else []),
            beam_size=beam,
            num_hypotheses=beam,
            max_decoding_length=min(PIECES, room(len(tokens[places[0]]))),
            return_scores=True,
            return_attention=True,
            return_end_token=True,
            disable_unk=True,
            no_repeat_ngram_size=self._no_repeat,
            suppress_sequences=[list(never)] if never else None,
            asynchronous=True,
        )

    def _hypotheses(self, result: Any, before: float) -> list[Hypothesis]:
        """Best first; `before` is the log-probability of the start, which the search leaves out."""
        made = [
            Hypothesis(
                tuple(int(token) for token in target if token != self._end),
                float(score) + before / len(target),
                attention,
            )
            for target, score, attention in zip(
                result.hypotheses, result.scores, result.attention, strict=True
            )
        ]
        return sorted(made, key=lambda each: -each.score)

    def attend(
        self, sources: Sequence[Sequence[int]], targets: Sequence[Sequence[int]]
    ) -> list[Attention]:
        if not sources:
            return []
        results = self._translator.translate_batch(
            _tokens(sources),
            target_prefix=[[str(i) for i in target] for target in targets],
            beam_size=1,
            max_decoding_length=max(map(len, targets)) + 1,
            max_batch_size=batch_size(len(sources), self._threads),
            return_attention=True,
            return_end_token=True,
        )
        return [
            result.attention[0][: len(target) + 1]
            for result, target in zip(results, targets, strict=True)
        ]


def _tokens(sources: Sequence[Sequence[int]]) -> list[list[str]]:
    """Ids as they stand in the converted vocabulary; the end is added by the model."""
    return [[str(i) for i in source[:-1]] for source in sources]
