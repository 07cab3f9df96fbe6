"""Fine-tune the extended start model on a packed stream; stop and resume at any moment.

    python training/train.py --start START_MODEL --pack STREAM.npz --work FOLDER --until 17:20
    python training/train.py … --minutes 60            # the same by duration; CUDA if there is one

The checkpoint ``FOLDER/last.pt`` (weights, running average, optimiser, random state, position in
the stream, clock) is replaced whole every few minutes and at the end, and on SIGTERM. Started
again, the script goes on from it. A *different* pack starts at its beginning with everything else
kept, so a stream can be packed anew in mid-run when more text has come in. Without a checkpoint it
begins with the start model, or with ``--weights`` of a model that was exported or averaged.

The learning rate warms up, then falls linearly with the *clock* to a twentieth at the planned end:
on shared cores the number of steps is not known beforehand, the time is.
"""

from __future__ import annotations

import argparse
import datetime
import os
import signal
import time
from pathlib import Path
from types import FrameType
from typing import Any

import torch
from average import weights
from nlmodel import PAD, deepened, fill, is_stored, load_start, save_atomically
from packed import Batch, Pack
from speed import CheapDropout, Threads
from torch import Tensor, nn
from torch.nn import functional
from transformers import MarianMTModel


def parse_until(text: str) -> float:
    """Seconds since the epoch of the next moment with this local time."""
    hour, minute = (int(part) for part in text.split(":"))
    now = datetime.datetime.now()
    moment = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    if moment <= now:
        moment += datetime.timedelta(days=1)
    return moment.timestamp()


def rate(step: int, warm_up: int, done: float) -> float:
    """Share of the peak learning rate; ``done`` is the share of the planned time."""
    return min(1.0, (step + 1) / warm_up) * max(0.05, 1.0 - 0.95 * done)


class Trainer:
    """The model with its running average and its optimiser, and how far they have come."""

    def __init__(self, args: argparse.Namespace) -> None:
        torch.manual_seed(1)
        self.args = args
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        on_cpu = self.device.type == "cpu"
        # Where a CPU has no instructions for it, bf16 costs twenty times what it saves.
        self.narrow = not on_cpu or torch.cpu._is_avx512_bf16_supported()
        # Torch's fused attention needs four times as long on a CPU as the plain formula, in bf16.
        self.model = load_start(args.start, "eager" if on_cpu else "sdpa")
        if args.weights:
            fill(self.model, weights(args.weights, raw=False))
        nn.Module.to(self.model, self.device)
        if on_cpu:
            functional.dropout = CheapDropout()
        self.model.train()
        self.teacher: MarianMTModel | None = None
        if args.teacher:
            # Both decoders read the same encoder, which stays as it is.
            self.teacher = deepened(self.model, weights(args.teacher, raw=False)).to(self.device)
            self.model.model.encoder.eval().requires_grad_(False)
        self.table = self.model.model.decoder.embed_tokens.weight
        if args.train_target:
            self.table.requires_grad_(True)
        sides = (
            (self.model.model.encoder, args.lr_encoder),
            (self.model.model.decoder, args.lr_decoder),
        )
        self.optimiser = torch.optim.AdamW(
            [
                {"params": [p for p in side.parameters() if p.requires_grad], "lr": 0.0, "peak": lr}
                for side, lr in sides
            ],
            betas=(0.9, 0.98),
            weight_decay=0.01,
            fused=True,
        )
        named = self.model.named_parameters()
        self.trained = {n: p for n, p in named if p.requires_grad and is_stored(n)}
        self.average = {name: p.detach().clone() for name, p in self.trained.items()}
        self.begun, self.step, self.seen = time.time(), 0, 0

    def restore(self, saved: dict[str, Any]) -> None:
        """Go on from what `snapshot` has saved."""
        self.model.load_state_dict(saved["model"], strict=False)
        self.optimiser.load_state_dict(saved["optimiser"])
        # The state brings its old peak rates along; those asked for now hold.
        peaks = (self.args.lr_encoder, self.args.lr_decoder)
        for group, peak in zip(self.optimiser.param_groups, peaks, strict=True):
            group["peak"] = peak
        for name, tensor in saved["average"].items():
            self.average[name].copy_(tensor)
        torch.set_rng_state(saved["random"].cpu())
        if not self.args.new_cycle:
            self.begun = saved["begun"]
        self.step, self.seen = saved["step"], saved["seen"]

    def stored(self) -> dict[str, Tensor]:
        return {n: t.cpu() for n, t in self.model.state_dict().items() if is_stored(n)}

    def snapshot(self) -> dict[str, object]:
        return {
            "model": self.stored(),
            "average": {name: tensor.cpu() for name, tensor in self.average.items()},
            "optimiser": self.optimiser.state_dict(),
            "random": torch.get_rng_state(),
            "begun": self.begun,
            "step": self.step,
            "seen": self.seen,
        }

    def learn(self, batch: Batch, end: float) -> tuple[Tensor, int]:
        """One step, at the rate that the clock has now; its loss, and of how many target tokens."""
        done = (time.time() - self.begun) / max(1.0, end - self.begun)
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * rate(self.step, self.args.warm_up, done)
        loss, count = self._loss(batch)
        self.optimiser.zero_grad(set_to_none=True)
        torch.autograd.backward(loss)
        learnt = [p for group in self.optimiser.param_groups for p in group["params"]]
        torch.nn.utils.clip_grad_norm_(learnt, 1.0)
        self.optimiser.step()
        self.step, self.seen = self.step + 1, self.seen + count
        if self.step % 5 == 0:
            decay = min(self.args.ema, (1 + self.step / 5) / (10 + self.step / 5))
            torch._foreach_lerp_(
                list(self.average.values()), [p.detach() for p in self.trained.values()], 1 - decay
            )
        return loss.detach(), count

    def _loss(self, batch: Batch) -> tuple[Tensor, int]:
        source, before, labels, gain = (each.to(self.device) for each in batch)
        seen = source != PAD
        real = labels != PAD
        each = len(labels) // len(source)
        with torch.autocast(self.device.type, dtype=torch.bfloat16, enabled=self.narrow):
            states = self.model.model.encoder(input_ids=source, attention_mask=seen.long())[0]
            read = (states.repeat_interleave(each, 0), seen.repeat_interleave(each, 0).long())
            logits = self._logits(self.model, before, *read, real)
            if self.teacher is not None:
                with torch.no_grad():
                    taught = self._logits(self.teacher, before, *read, real).float().softmax(1)
                return functional.cross_entropy(logits.float(), taught), int(real.sum())
        wanted = labels[real]
        own: slice | Tensor = slice(None)
        if each > 1:  # The first of several targets is the reference.
            rows = torch.arange(len(labels), device=self.device) % each == 0
            own = rows[:, None].expand_as(real)[real]
        loss = functional.cross_entropy(
            logits[own].float(), wanted[own], label_smoothing=self.args.smoothing
        )
        if gain.shape[1]:
            said = -functional.cross_entropy(logits.float(), wanted, reduction="none")
            scores = torch.zeros_like(labels, dtype=torch.float32).masked_scatter(real, said)
            mean = (scores.sum(1) / real.sum(1)).view(len(source), each)[:, 1:]
            loss = self.args.likely * loss + self.args.risk * risk(mean, gain, self.args.sharp)
        return loss, int(real.sum())

    def _logits(
        self, model: MarianMTModel, before: Tensor, states: Tensor, seen: Tensor, real: Tensor
    ) -> Tensor:
        """What a model's decoder gives each piece of the vocabulary at the real places."""
        hidden = model.model.decoder(
            input_ids=before,
            encoder_hidden_states=states,
            encoder_attention_mask=seen,
            use_cache=False,
        ).last_hidden_state
        bias: Tensor = model.final_logits_bias
        return functional.linear(hidden[real], self.table) + bias


def risk(scores: Tensor, gain: Tensor, sharp: float) -> Tensor:
    """What the best hypothesis has more than is to be expected, in the mean over the sources.

    ``scores`` (source, hypothesis) are log-probabilities a piece, as the search compares them: the
    expected risk of Shen et al. (2016, "Minimum risk training for neural machine translation"), by
    length as in Edunov et al. (2018, "Classical structured prediction losses").
    """
    chance = functional.softmax(sharp * scores, dim=1)
    return (gain.amax(1) - (chance * gain).sum(1)).mean()


class Log:
    """Prints a line about every 25 steps."""

    def __init__(self, trainer: Trainer, threads: Threads, pools: int) -> None:
        self.trainer, self.threads, self.pools = trainer, threads, pools
        self._begin()

    def _begin(self) -> None:
        self.loss = torch.zeros((), device=self.trainer.device)
        self.tokens = self.steps = 0
        self.since = time.time()

    def note(self, loss: Tensor, count: int, pool: int) -> None:
        self.loss += loss
        self.tokens, self.steps = self.tokens + count, self.steps + 1
        if self.steps < 25:
            return
        costs = self.threads.cost.items()
        print(
            f"{datetime.datetime.now():%H:%M:%S} step {self.trainer.step} "
            f"seen {self.trainer.seen / 1e6:.3f}M loss {float(self.loss) / self.steps:.3f} "
            f"{self.tokens / (time.time() - self.since):.0f} tok/s "
            f"lr {self.trainer.optimiser.param_groups[0]['lr']:.1e} pool {pool}/{self.pools} "
            f"threads {[f'{n}: {1 / max(cost, 1e-9):.0f}' for n, cost in costs]}",
            flush=True,
        )
        self._begin()


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--start", type=Path, required=True, help="start model folder")
    parser.add_argument(
        "--weights", type=Path, help="exported model folder or average to go on from"
    )
    parser.add_argument(
        "--teacher",
        type=Path,
        help="weights of the model that --start and --weights were cut from (student.py): what it "
        "finds likely is learnt, not the targets alone; the encoder stays as it is",
    )
    parser.add_argument("--pack", type=Path, required=True, help="stream written by pack.py")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints")
    when = parser.add_mutually_exclusive_group(required=True)
    when.add_argument("--until", help="local time HH:MM at which to stop")
    when.add_argument("--minutes", type=float, help="minutes to train in this run")
    parser.add_argument("--tokens", type=int, default=2000, help="padded tokens a batch")
    parser.add_argument("--lr-encoder", type=float, default=2.5e-4)
    parser.add_argument("--lr-decoder", type=float, default=6e-5)
    parser.add_argument("--warm-up", type=int, default=60, help="steps")
    parser.add_argument(
        "--new-cycle", action="store_true", help="begin the learning rate's fall anew, now"
    )
    parser.add_argument(
        "--train-target", action="store_true", help="the target pieces too (of reverse.py's model)"
    )
    parser.add_argument("--smoothing", type=float, default=0.1)
    parser.add_argument("--risk", type=float, default=10.0, help="weight, where a stream has gains")
    parser.add_argument("--likely", type=float, default=0.3, help="weight of the reference then")
    parser.add_argument("--sharp", type=float, default=3.0, help="of the hypotheses' probabilities")
    parser.add_argument("--ema", type=float, default=0.97, help="decay of the average, per 5 steps")
    parser.add_argument("--save-every", type=float, default=5.0, help="minutes")
    parser.add_argument("--keep-every", type=float, default=0.0, help="minutes; 0 keeps no copies")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    return parser


def stop_asked() -> list[int]:
    """Gets the number of the signal when the run is asked to stop (SIGTERM)."""
    asked: list[int] = []

    def ask(number: int, frame: FrameType | None) -> None:
        asked.append(number)

    signal.signal(signal.SIGTERM, ask)
    return asked


def run(trainer: Trainer, pack: Pack) -> None:
    """Train on a stream to the planned end or until asked to stop, and leave the checkpoint."""
    args, threads = trainer.args, Threads(trainer.args.threads)
    args.work.mkdir(parents=True, exist_ok=True)
    last: Path = args.work / "last.pt"
    stamp = f"{args.pack.name}:{len(pack)}:{len(pack.source)}:{args.tokens}"
    position = (0, 0)
    if last.exists():
        saved = torch.load(last, map_location=trainer.device, weights_only=True)
        trainer.restore(saved)
        if saved["pack"] == stamp:
            position = saved["position"]
        print(
            f"resumed at step {trainer.step}, {trainer.seen} target tokens, "
            f"pool {position[0]} of {stamp}",
            flush=True,
        )
    end = parse_until(args.until) if args.until else time.time() + 60 * args.minutes

    def save() -> None:
        save_atomically(trainer.snapshot() | {"pack": stamp, "position": position}, last)

    asked = stop_asked()
    log = Log(trainer, threads, pack.pools())
    saved_at = kept_at = time.time()
    for pool, number, batch in pack.batches(*position):
        position = (pool, number)
        begun = time.time()
        if asked or begun >= end:
            break
        threads.choose(trainer.step)
        loss, count = trainer.learn(batch, end)
        position = (pool, number + 1)
        now = time.time()
        threads.note(now - begun, batch[0].numel() + batch[2].numel())
        log.note(loss, count, pool)
        if now - saved_at > 60 * args.save_every:
            save()
            saved_at = time.time()
        if args.keep_every and now - kept_at > 60 * args.keep_every:
            save_atomically({"model": trainer.stored()}, args.work / f"step{trainer.step}.pt")
            kept_at = time.time()
    save()
    print(f"stopped at step {trainer.step}, {trainer.seen} target tokens", flush=True)


def main() -> None:
    args = arguments().parse_args()
    run(Trainer(args), Pack(args.pack, args.tokens))


if __name__ == "__main__":
    main()
