"""Marian models under `transformers`: the reference engine, and search under constraints.

The only module that imports `torch` and `transformers`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vertaal.errors import InputError, MissingDependency
from vertaal.translation import alignment
from vertaal.translation.constraints import (
    Candidate,
    Constraints,
    ConstraintState,
    allocate,
    completes_forbidden,
)
from vertaal.translation.engines import PIECES, Attention, Hypothesis
from vertaal.translation.models import Model
from vertaal.translation.weights import sinusoids, tensors


class MarianEngine:
    """Beam search over a `MarianMTModel` in float32, with or without constraints.

    Without requirements the allocation over banks is ordinary beam search, so both searches are
    one loop and differ only in what they are asked.
    """

    def __init__(self, model: Model) -> None:
        try:
            import torch
            import transformers
        except ImportError as error:
            raise MissingDependency(
                f"torch or transformers is not available ({error}).",
                remedy="Install them with: pip install torch==2.13.0 transformers",
            ) from error
        transformers.logging.set_verbosity_error()
        transformers.logging.disable_progress_bar()
        self._torch = torch
        self._model = _load(model)
        config = self._model.config
        self._eos, self._pad = int(config.eos_token_id), int(config.pad_token_id)
        self._start = int(config.decoder_start_token_id)

    def search(self, sources: Sequence[Sequence[int]], beam: int) -> list[list[Hypothesis]]:
        """The `beam` best targets of each source (ids, end of sentence included)."""
        free = [Constraints()] * len(sources)
        found = self.constrained(sources, free, lambda _: True, beam)
        return [best[:beam] for best in found]

    def constrained(
        self,
        sources: Sequence[Sequence[int]],
        constraints: Sequence[Constraints],
        starts_word: Callable[[int], bool],
        beam: int,
    ) -> list[list[Hypothesis]]:
        """Targets that meet their constraints, best first; an empty list where none was found.

        `starts_word` tells of a target id whether it begins a new word (or ends one, as
        punctuation and the end of sentence do). Sources are sorted by length and batched.
        """
        found: list[list[Hypothesis]] = [[] for _ in sources]
        order = sorted(range(len(sources)), key=lambda i: len(sources[i]))
        for at in range(0, len(order), _BATCH):
            part = order[at : at + _BATCH]
            with self._torch.inference_mode():
                results = self._decode(
                    [sources[i] for i in part],
                    [constraints[i] for i in part],
                    starts_word,
                    beam,
                )
            for i, result in zip(part, results, strict=True):
                found[i] = result
        return found

    def carry_on(
        self,
        sources: Sequence[Sequence[int]],
        starts: Sequence[Sequence[int]],
        never: Sequence[Sequence[int]],
        beam: int,
    ) -> list[list[Hypothesis]]:
        torch = self._torch
        found: list[list[Hypothesis]] = []
        for source, start, barred in zip(sources, starts, never, strict=True):
            with torch.inference_mode():
                made = self._model.generate(
                    torch.tensor([list(source)]),
                    decoder_input_ids=torch.tensor([[self._start, *start]]),
                    num_beams=beam,
                    num_return_sequences=beam,
                    max_length=PIECES,
                    bad_words_ids=[list(barred)] if barred else None,
                )
            targets = [
                [i for i in row[1:] if i not in (self._eos, self._pad)] for row in made.tolist()
            ]
            attention = self.attend([source] * len(targets), targets)
            scores = self.score([source] * len(targets), targets)
            rows = zip(targets, scores, attention, strict=True)
            best = [Hypothesis(tuple(ids), sum(each) / len(each), seen) for ids, each, seen in rows]
            found.append(sorted(best, key=lambda each: -each.score))
        return found

    def attend(
        self, sources: Sequence[Sequence[int]], targets: Sequence[Sequence[int]]
    ) -> list[Attention]:
        torch = self._torch
        layer = alignment.layer(int(self._model.config.decoder_layers))
        found: list[Attention] = []
        # The faster kernels do not give their weights away.
        usual = self._model.config._attn_implementation
        self._model.set_attn_implementation("eager")
        try:
            for source, target in zip(sources, targets, strict=True):
                with torch.inference_mode():
                    state = self._model(
                        input_ids=torch.tensor([list(source)]),
                        decoder_input_ids=torch.tensor([[self._start, *target]]),
                        output_attentions=True,
                    )
                found.append(state.cross_attentions[layer][0].mean(0)[:, :-1].tolist())
        finally:
            self._model.set_attn_implementation(usual)
        return found

    def score(
        self, sources: Sequence[Sequence[int]], targets: Sequence[Sequence[int]]
    ) -> list[list[float]]:
        torch = self._torch
        found: list[list[float]] = []
        for source, target in zip(sources, targets, strict=True):
            with torch.inference_mode():
                logits = self._model(
                    input_ids=torch.tensor([list(source)]),
                    decoder_input_ids=torch.tensor([[self._start, *target]]),
                ).logits[0]
                logits[:, self._pad] = -torch.inf
                wanted = torch.tensor([*target, self._eos])
                found.append(logits.log_softmax(-1).gather(1, wanted[:, None])[:, 0].tolist())
        return found

    def _decode(
        self,
        sources: Sequence[Sequence[int]],
        constraints: Sequence[Constraints],
        starts_word: Callable[[int], bool],
        beam: int,
    ) -> list[list[Hypothesis]]:
        torch = self._torch
        from transformers import DynamicCache, EncoderDecoderCache

        encoded, mask = self._encoded(sources, beam)
        decoder, table = self._model.get_decoder(), self._model.lm_head.weight
        bias = self._model.final_logits_bias
        cache = EncoderDecoderCache(
            DynamicCache(config=self._model.config), DynamicCache(config=self._model.config)
        )
        beams = [
            _Beam.start(asked, min(PIECES, 10 + 3 * len(source) // 2))
            for asked, source in zip(constraints, sources, strict=True)
        ]
        active = list(beams)
        last = torch.full((len(beams) * beam, 1), self._start)
        while active:
            state = decoder(
                input_ids=last,
                encoder_hidden_states=encoded,
                encoder_attention_mask=mask,
                cache=cache,
                use_cache=True,
            )
            logits = state.last_hidden_state[:, -1] @ table.T + bias
            logits[:, self._pad] = -torch.inf
            logp = logits.log_softmax(-1).view(len(active), beam, -1)
            for place, current in enumerate(active):
                self._step(current, logp[place], starts_word, beam)
            # Sentences that are done leave the batch.
            going = [(place, each) for place, each in enumerate(active) if not each.done]
            active = [each for _, each in going]
            rows, tokens = _next(going, beam)
            index = torch.tensor(rows, dtype=torch.long)
            cache.reorder_cache(index)
            encoded, mask = encoded[index], mask[index]
            last = torch.tensor(tokens, dtype=torch.long)[:, None]
        return [sorted(current.finished, key=lambda h: -h.score) for current in beams]

    def _encoded(self, sources: Sequence[Sequence[int]], beam: int) -> tuple[Any, Any]:
        """The encoder's states and their mask, each source as often as its beam is wide."""
        torch = self._torch
        inputs = torch.full((len(sources), max(map(len, sources))), self._pad)
        for row, source in enumerate(sources):
            inputs[row, : len(source)] = torch.tensor(list(source))
        mask = (inputs != self._pad).long()
        states = self._model.get_encoder()(input_ids=inputs, attention_mask=mask).last_hidden_state
        return states.repeat_interleave(beam, 0), mask.repeat_interleave(beam, 0)

    def _step(
        self,
        current: _Beam,
        logp: Any,
        starts_word: Callable[[int], bool],
        size: int,
    ) -> None:
        """Carry one sentence's beam on by one id."""
        torch = self._torch
        asked = current.constraints
        alive = current.alive
        totals = torch.tensor([hypothesis.total for hypothesis in alive])
        scores = logp[: len(alive)] + totals[:, None]
        for slot, hypothesis in enumerate(alive):
            for token in completes_forbidden(asked, hypothesis.ids):
                scores[slot, token] = -torch.inf
            if not hypothesis.state.complete(asked):
                scores[slot, self._eos] = -torch.inf
        vocabulary = scores.shape[1]
        best, where = scores.flatten().topk(min(2 * size, scores.numel()))
        chosen: dict[tuple[int, int], float] = {}
        for total, index in zip(best.tolist(), where.tolist(), strict=True):
            chosen[index // vocabulary, index % vocabulary] = total
        if asked.required:
            each, token_of = scores.max(1)
            for slot, hypothesis in enumerate(alive):
                chosen[slot, int(token_of[slot])] = float(each[slot])
                for token in hypothesis.state.wanted(asked):
                    chosen[slot, token] = float(scores[slot, token])
        going: list[Candidate] = []
        for (slot, token), total in chosen.items():
            if total == float("-inf"):
                continue
            hypothesis = alive[slot]
            if token == self._eos:
                current.finish(hypothesis, total)
                continue
            state = hypothesis.state.advance(asked, token, starts_word)
            going.append(Candidate(slot, token, total, state, state.bank(asked)))
        current.carry(allocate(going, size), size)


_BATCH = 16
"""Sources that are searched for together."""
_PATIENCE = 6
"""Ids that a beam may run on past its best finished hypothesis."""


@dataclass(slots=True)
class _Alive:
    ids: tuple[int, ...]
    total: float
    state: ConstraintState
    parent: int = 0


@dataclass(slots=True)
class _Beam:
    """The hypotheses of one sentence."""

    constraints: Constraints
    alive: list[_Alive]
    longest: int
    finished: list[Hypothesis] = field(default_factory=list)
    done: bool = False

    @classmethod
    def start(cls, constraints: Constraints, longest: int) -> _Beam:
        return cls(constraints, [_Alive((), 0.0, constraints.start())], longest)

    def finish(self, hypothesis: _Alive, total: float) -> None:
        self.finished.append(Hypothesis(hypothesis.ids, total / (len(hypothesis.ids) + 1)))

    def carry(self, candidates: list[Candidate], size: int) -> None:
        """Put `candidates` in the place of the beam, and see whether the search is over."""
        self.alive = [
            _Alive((*self.alive[c.beam].ids, c.token), c.total, c.state, c.beam) for c in candidates
        ]
        self.finished.sort(key=lambda h: -h.score)
        del self.finished[size:]
        if not self.alive or len(self.alive[0].ids) >= self.longest:
            self.done = True
        elif self.finished:
            # The mean can still rise by ids that are all but certain, yet not for long: a beam
            # that has fallen behind its best end, and gone well past it, is given up.
            behind = max(a.total / (len(a.ids) + 1) for a in self.alive) < self.finished[0].score
            past = len(self.alive[0].ids) > len(self.finished[0].ids) + _PATIENCE
            self.done = behind and (past or len(self.finished) >= size)


def _next(going: Iterable[tuple[int, _Beam]], size: int) -> tuple[list[int], list[int]]:
    """The rows of the batch, of `size` for each of its places, that the next step goes on from, and
    the ids last written there. A beam that is not full is padded with copies of its first.
    """
    rows: list[int] = []
    tokens: list[int] = []
    for place, current in going:
        filled = [*current.alive, *[current.alive[0]] * (size - len(current.alive))]
        rows.extend(place * size + hypothesis.parent for hypothesis in filled)
        tokens.extend(hypothesis.ids[-1] for hypothesis in filled)
    return rows, tokens


def _load(model: Model) -> Any:
    """The `transformers` model of either format, in float32, ready to run."""
    import torch
    from transformers import MarianConfig, MarianMTModel

    if not model.inline:
        try:
            loaded = MarianMTModel.from_pretrained(
                model.directory, dtype=torch.float32, local_files_only=True, weights_only=True
            )
        except Exception as error:  # What is in the files may raise anything that a parser meets.
            said = str(error).partition("\n")[0] or type(error).__name__
            raise InputError(
                f"cannot be loaded ({said}).", path=model.directory, remedy="Copy it again."
            ) from error
        return loaded.eval()
    config = MarianConfig(**model.config)
    with torch.device("meta"):
        network = MarianMTModel(config)
    network = network.to_empty(device="cpu")
    state = {name: torch.from_numpy(value) for name, value in tensors(model).items()}
    missing, unexpected = network.load_state_dict(state, strict=False, assign=True)
    left = [n for n in missing if "embed_positions" not in n and n != "lm_head.weight"]
    if left or unexpected:
        raise InputError(
            f"lacks weights that its config asks for ({[*left, *unexpected][:3]}).",
            path=model.weights,
        )
    network.lm_head.weight = network.model.decoder.embed_tokens.weight
    table = torch.from_numpy(sinusoids(config.max_position_embeddings, config.d_model))
    for side in (network.model.encoder, network.model.decoder):
        side.embed_positions.weight = torch.nn.Parameter(table, requires_grad=False)
    return network.eval()


def load_pickle(path: Path) -> dict[str, Any]:
    """The tensors of a `pytorch_model.bin` as float32 arrays; nothing in it is executed."""
    import torch

    state = torch.load(path, map_location="cpu", weights_only=True)
    return {name: value.float().numpy() for name, value in state.items()}
