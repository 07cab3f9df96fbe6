"""Other ways of translating the same segments with the same model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol

from benchmarks.speed.argos import Argos
from vertaal.cores import cores
from vertaal.translation.catalogue import translator
from vertaal.translation.ctranslate2_engine.batching import batch_size, batches
from vertaal.translation.ctranslate2_engine.conversion import converted
from vertaal.translation.marian import MarianEngine
from vertaal.translation.models import locate
from vertaal.translation.requests import Request, parts_of
from vertaal.translation.vocabulary import vocabulary

BEAM = 4
BATCH = 16


class Peer(Protocol):
    def translate(self, asked: Sequence[Request]) -> list[str]: ...


class Generate:
    """`MarianMTModel.generate`, float32, as its documentation shows it: the sentences as they come,
    or sorted by length.
    """

    def __init__(self, by_length: bool = False) -> None:
        model = locate()
        self._by_length = by_length
        self._words = vocabulary(model)
        self._network: Any = MarianEngine(model)._model
        self._pad = int(self._network.config.pad_token_id)

    def translate(self, asked: Sequence[Request]) -> list[str]:
        import torch

        sources = [self._words.encode_source(each.source) for each in asked]
        order = list(range(len(sources)))
        if self._by_length:
            order.sort(key=lambda i: len(sources[i]))
        targets = [""] * len(sources)
        for at in range(0, len(order), BATCH):
            part = order[at : at + BATCH]
            width = max(len(sources[i]) for i in part)
            ids = torch.tensor([sources[i] + [self._pad] * (width - len(sources[i])) for i in part])
            with torch.inference_mode():
                made = self._network.generate(
                    input_ids=ids,
                    attention_mask=(ids != self._pad).long(),
                    num_beams=BEAM,
                    max_length=2 * width + 20,
                    bad_words_ids=[[self._pad]],
                    forced_eos_token_id=None,
                )
            for i, row in zip(part, made.tolist(), strict=True):
                targets[i] = self._words.decode([t for t in row if t not in (0, self._pad)])
        return targets


class Bare:
    """CTranslate2 over the same token sequences: in the same batches, or in batches that it makes
    itself.
    """

    def __init__(self, own_batches: bool = False) -> None:
        import ctranslate2

        model = locate()
        self._own_batches = own_batches
        self._worker = translator(model)
        self._words = vocabulary(model)
        self._no_repeat = model.no_repeat
        self._end = str(model.config["eos_token_id"])
        self._network: Any = ctranslate2.Translator(
            str(converted(model)), compute_type="int8", inter_threads=cores(), intra_threads=1
        )

    def translate(self, asked: Sequence[Request]) -> list[str]:
        parts = [part for each in asked for part in parts_of(each)]
        encoded = [self._worker._encode(self._words, part) for part in parts]
        sources = [[str(i) for i in source[:-1]] for source in encoded]
        groups, size = batches([len(source) for source in sources], cores()), 0
        if self._own_batches:
            groups, size = [(list(range(len(sources))), 0)], batch_size(len(sources), cores())
        results: dict[int, Any] = {}
        for places, pad in groups:
            batch = [sources[i] for i in places] + ([[self._end] * pad] if pad else [])
            asked_for = self._network.translate_batch(
                batch,
                beam_size=BEAM,
                max_decoding_length=2 * max(map(len, batch)) + 20,
                max_batch_size=size,
                disable_unk=True,
                no_repeat_ngram_size=self._no_repeat,
                asynchronous=True,
            )
            results.update(zip(places, asked_for, strict=False))
        made = (results[place].result().hypotheses[0] for place in range(len(sources)))
        return [self._words.decode([int(token) for token in ids]) for ids in made]


PEERS: dict[str, Callable[[], Peer]] = {
    "transformers": Generate,
    "by length": partial(Generate, by_length=True),
    "bare": Bare,
    "own batches": partial(Bare, own_batches=True),
    "argos": Argos,
}
