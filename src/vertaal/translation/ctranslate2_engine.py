"""The fast engine: CTranslate2 in int8. The only module that imports `ctranslate2`."""

from __future__ import annotations

import math
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from vertaal.cores import share
from vertaal.errors import InputError, MissingDependency
from vertaal.translation import alignment
from vertaal.translation.engines import PIECES, Attention, Hypothesis
from vertaal.translation.inline import UNK
from vertaal.translation.models import Model, home, seal, verify
from vertaal.translation.positions import sinusoids
from vertaal.translation.weights import DECODER_EMBEDDING, ENCODER_EMBEDDING, tensors

FORMAT = "3"
"""Part of the cached conversion's name: raised whenever `convert` changes what it writes."""


class CTranslate2Engine:
    """Unconstrained beam search over a converted model; the conversion is made once and kept."""

    name = "ctranslate2"

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
                str(folder), compute_type="int8", inter_threads=self._threads, intra_threads=1
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

    def search(self, sources: Sequence[Sequence[int]], beam: int) -> list[list[Hypothesis]]:
        """The `beam` best targets of each source (ids, end of sentence included).

        What a source gets does not depend on those beside it: see `batches`.
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
    ) -> list[list[Hypothesis]]:
        """The best targets that begin with their start, scored whole, best first."""
        if not sources:
            return []
        begun = [[str(i) for i in start] for start in starts]
        # The search divides by the whole length, but counts only what comes after the start.
        lost = [sum(each[:-1]) for each in self.score(sources, starts)]
        barred = [[str(i) for i in each] for each in never]
        return self._found(sources, begun, lost, barred, beam)

    def score(
        self, sources: Sequence[Sequence[int]], targets: Sequence[Sequence[int]]
    ) -> list[list[float]]:
        """The log-probability of each id of the targets, and last of the end of sentence."""
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
    ) -> list[list[Hypothesis]]:
        """Targets that begin with their start, of which `before` is the log-probability, and in
        which the sequence of `never` does not stand.
        """
        tokens = _tokens(sources)
        # What one sentence may not write again, another may.
        alike: dict[tuple[str, ...], list[int]] = {}
        for place, barred in enumerate(never):
            alike.setdefault(tuple(barred), []).append(place)
        batched = [
            (barred, [own[i] for i in part], pad)
            for barred, own in alike.items()
            for part, pad in batches([len(tokens[i]) for i in own], self._threads)
        ]
        asked = [
            (places, self._asked(tokens, starts, barred, places, pad, beam))
            for barred, places, pad in batched
        ]
        found: list[list[Hypothesis]] = [[] for _ in sources]
        for places, results in asked:
            # What was added for its length alone comes last, and is left out.
            for place, result in zip(places, results, strict=False):
                found[place] = self._hypotheses(result.result(), before[place])
        return found

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
            max_decoding_length=min(PIECES, _room(len(tokens[places[0]]))),
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
        """The attention for targets (without end of sentence) that are given as a prefix."""
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


_STEPS = ((32, 8), (64, 16), (500, 32))
"""Lengths up to which sources are padded to a multiple of so many tokens. Long ones are few: finer
steps would leave each of them alone in its batch."""
_LONGEST = 511
"""Tokens that Marian has positions for, the end of the sentence left out."""
_MOST = 32
"""Sources of a batch."""


def batches(lengths: Sequence[int], threads: int) -> list[tuple[list[int], int]]:
    """Places of the sources that go together, the longest first so that threads end together; and
    the length of one more source that has to be added, or 0.

    Padding changes the last digits of a sum and so, in one sentence of twenty, a word. Sources that
    share a batch are therefore padded to a length that each has by itself; where none is as long as
    that, one is added that is: ends of sentences alone, whose translation ends at once.
    """
    by_length: dict[int, list[int]] = {}
    for place in sorted(range(len(lengths)), key=lambda place: -lengths[place]):
        by_length.setdefault(_padded(lengths[place]), []).append(place)
    found = []
    for padded, places in by_length.items():
        size = _MOST if len(by_length) >= threads else batch_size(len(places), threads)
        for at in range(0, len(places), size):
            part = places[at : at + size]
            found.append((part, padded if lengths[part[0]] < padded else 0))
    return found


def _padded(length: int) -> int:
    step = next((step for most, step in _STEPS if length <= most), _STEPS[-1][1])
    return max(length, min(-(-length // step) * step, _LONGEST))


def _room(length: int) -> int:
    """Target tokens for a source of that length: what it is padded to decides."""
    return 2 * _padded(length) + 20


def batch_size(sentences: int, threads: int) -> int:
    """How many sentences to a batch, so that every thread has work; CTranslate2 sorts by length."""
    return min(16, max(1, -(-sentences // threads)))


def _tokens(sources: Sequence[Sequence[int]]) -> list[list[str]]:
    """Ids as they stand in the converted vocabulary; the end is added by the model."""
    return [[str(i) for i in source[:-1]] for source in sources]


def converted(model: Model) -> Path:
    """The folder of the model's int8 conversion, made when it is not there yet."""
    folder = home() / "ctranslate2" / f"{model.digest[:24]}-{FORMAT}"
    if (folder / "model.bin").is_file():
        try:
            verify(folder)
            return folder
        except InputError:
            shutil.rmtree(folder, ignore_errors=True)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix=".part-", dir=folder.parent))
        try:
            convert(model, part / "model")
            seal(part / "model")
            try:
                os.replace(part / "model", folder)
            except OSError:
                # Another process was first; its conversion is the same.
                if not (folder / "model.bin").is_file():
                    raise
        finally:
            shutil.rmtree(part, ignore_errors=True)
    except (KeyError, TypeError, ValueError, RuntimeError) as error:
        raise InputError(
            f"cannot be converted for CTranslate2 ({type(error).__name__}: {error}).",
            path=model.directory,
            remedy="Try --engine transformers, or copy the model again.",
        ) from error
    except OSError as error:
        raise InputError(
            f"the converted model cannot be kept ({error.strerror or error}).",
            path=folder.parent,
            remedy="Free some disk space, or set VERTAAL_HOME to a folder that can be written.",
        ) from error
    return folder


def convert(model: Model, folder: Path) -> None:
    """Write `model` for CTranslate2. Tokens are the ids in decimal: both vocabularies keep theirs.

    CTranslate2's own converter takes one vocabulary and the tokens' texts; ours has two, of which
    the source's holds English pieces a second time.
    """
    import ctranslate2

    config, weights = model.config, tensors(model)
    layers = (int(config["encoder_layers"]), int(config["decoder_layers"]))
    activations = ctranslate2.specs.Activation
    spec = ctranslate2.specs.TransformerSpec.from_config(
        layers,
        int(config["encoder_attention_heads"]),
        pre_norm=bool(config.get("normalize_before", False)),
        alignment_layer=alignment.layer(layers[1]),
        alignment_heads=0,  # The mean over all.
        activation={
            "swish": activations.SWISH,
            "silu": activations.SWISH,
            "relu": activations.RELU,
            "gelu": activations.GELU,
        }[config["activation_function"]],
    )
    _Filler(config, weights).fill(spec)

    def vocabulary(embedding: str) -> list[str]:
        return [str(i) for i in range(len(weights[embedding]))]

    eos = str(config["eos_token_id"])
    spec.register_source_vocabulary(vocabulary(ENCODER_EMBEDDING))
    spec.register_target_vocabulary(vocabulary(DECODER_EMBEDDING))
    spec.config.add_source_eos = True
    spec.config.decoder_start_token = eos
    spec.config.eos_token = eos
    spec.config.bos_token = eos
    spec.config.unk_token = str(UNK)
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir(parents=True)
    spec.save(str(folder))


class _Filler:
    """Puts weights by the names of `transformers` into the places that CTranslate2 has for them."""

    def __init__(self, config: Mapping[str, Any], weights: Mapping[str, Any]) -> None:
        self._config, self._weights = config, weights

    def fill(self, spec: Any) -> None:
        self._side(spec.encoder, "encoder", spec.encoder.embeddings[0])
        self._side(spec.decoder, "decoder", spec.decoder.embeddings)
        spec.decoder.start_from_zero_embedding = True
        spec.decoder.projection.weight = self._weights[DECODER_EMBEDDING]
        bias = self._weights["final_logits_bias"].reshape(-1).copy()
        # transformers forbids the pad token as output; CTranslate2 knows no such list.
        bias[int(self._config["pad_token_id"])] = -1e4
        spec.decoder.projection.bias = bias

    def _side(self, part: Any, name: str, embedding: Any) -> None:
        width = int(self._config["d_model"])
        part.scale_embeddings = math.sqrt(width) if self._config["scale_embedding"] else 1.0
        part.position_encodings.encodings = sinusoids(
            int(self._config["max_position_embeddings"]), width
        )
        embedding.weight = self._weights[f"model.{name}.embed_tokens.weight"]
        for i, layer in enumerate(part.layer):
            prefix = f"model.{name}.layers.{i}"
            self._attention(layer.self_attention, f"{prefix}.self_attn", own=True)
            if name == "decoder":
                self._attention(layer.attention, f"{prefix}.encoder_attn", own=False)
            self._linear(layer.ffn.linear_0, f"{prefix}.fc1")
            self._linear(layer.ffn.linear_1, f"{prefix}.fc2")
            self._norm(layer.ffn.layer_norm, f"{prefix}.final_layer_norm")

    def _attention(self, part: Any, name: str, *, own: bool) -> None:
        """Self-attention (`own`) has queries, keys and values in one matrix, cross-attention has
        the queries apart.
        """
        q, k, v = (f"{name}.{kind}_proj" for kind in "qkv")
        if own:
            self._linear(part.linear[0], q, k, v)
        else:
            self._linear(part.linear[0], q)
            self._linear(part.linear[1], k, v)
        self._linear(part.linear[-1], f"{name}.out_proj")
        self._norm(part.layer_norm, f"{name}_layer_norm")

    def _linear(self, part: Any, *names: str) -> None:
        import numpy as np

        part.weight = np.concatenate([self._weights[f"{name}.weight"] for name in names])
        part.bias = np.concatenate([self._weights[f"{name}.bias"] for name in names])

    def _norm(self, part: Any, name: str) -> None:
        part.gamma = self._weights[f"{name}.weight"]
        part.beta = self._weights[f"{name}.bias"]
