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

import torch
from average import weights
from nlmodel import PAD, fill, is_stored, load_start, save_atomically
from packed import Pack
from torch import Tensor, nn
from torch.nn import functional


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


class CheapDropout:
    """Dropout by slices of one ready-made mask: drawing bits is a twentieth of a CPU's step.

    The slice's place in the mask of eight million is drawn anew for each call.
    """

    def __init__(self, size: int = 1 << 23) -> None:
        self.size = size
        self.masks: dict[tuple[float, torch.dtype], Tensor] = {}

    def __call__(
        self, input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False
    ) -> Tensor:
        if not training or p == 0.0:
            return input
        key = (p, input.dtype)
        if key not in self.masks:
            self.masks[key] = (torch.rand(self.size) >= p).to(input.dtype) / (1.0 - p)
        count = input.numel()
        if count > self.size // 2:
            return input * ((torch.rand_like(input) >= p) / (1.0 - p))
        at = int(torch.randint(self.size - count, ()))
        return input * self.masks[key][at : at + count].view(input.shape)


class Threads:
    """Finds out again and again whether one thread or all of them are faster.

    Two threads that wait for each other at every operation are slower than one where other
    programs want the cores too. Every ``every``-th step tries the count that is not in use.
    """

    def __init__(self, most: int, every: int = 12) -> None:
        self.counts = sorted({1, most})
        self.every = every
        self.cost = dict.fromkeys(self.counts, 0.0)
        self.now = most

    def choose(self, step: int) -> None:
        best = min(self.counts, key=lambda n: self.cost[n])
        rest = [n for n in self.counts if n != best]
        self.now = rest[0] if rest and step % self.every == 0 else best
        torch.set_num_threads(self.now)

    def note(self, seconds: float, tokens: int) -> None:
        cost = seconds / max(1, tokens)
        old = self.cost[self.now]
        self.cost[self.now] = 0.5 * old + 0.5 * cost if old else cost


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--start", type=Path, required=True, help="start model folder")
    parser.add_argument(
        "--weights", type=Path, help="exported model folder or average to go on from"
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
    parser.add_argument("--ema", type=float, default=0.97, help="decay of the average, per 5 steps")
    parser.add_argument("--save-every", type=float, default=5.0, help="minutes")
    parser.add_argument("--keep-every", type=float, default=0.0, help="minutes; 0 keeps no copies")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    args = parser.parse_args()

    threads = Threads(args.threads)
    torch.manual_seed(1)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    # Where a CPU has no instructions for it, bf16 costs twenty times what it saves.
    narrow = device.type == "cuda" or torch.cpu._is_avx512_bf16_supported()
    # Torch's fused attention needs four times as long on a CPU as the plain formula, in bf16.
    model = load_start(args.start, "sdpa" if device.type == "cuda" else "eager")
    if args.weights:
        fill(model, weights(args.weights, raw=False))
    nn.Module.to(model, device)
    if device.type == "cpu":
        functional.dropout = CheapDropout()
    model.train()
    table = model.model.decoder.embed_tokens.weight
    if args.train_target:
        table.requires_grad_(True)
    encoder = [p for p in model.model.encoder.parameters() if p.requires_grad]
    decoder = [p for p in model.model.decoder.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(
        [
            {"params": encoder, "lr": 0.0, "peak": args.lr_encoder},
            {"params": decoder, "lr": 0.0, "peak": args.lr_decoder},
        ],
        betas=(0.9, 0.98),
        weight_decay=0.01,
        fused=True,
    )
    trained = {n: p for n, p in model.named_parameters() if p.requires_grad and is_stored(n)}
    average = {name: p.detach().clone() for name, p in trained.items()}

    args.work.mkdir(parents=True, exist_ok=True)
    last: Path = args.work / "last.pt"
    begun, step, seen, pool, skip = time.time(), 0, 0, 0, 0
    pack = Pack(args.pack, args.tokens)
    stamp = f"{args.pack.name}:{len(pack)}:{len(pack.source)}:{args.tokens}"
    if last.exists():
        saved = torch.load(last, map_location=device, weights_only=True)
        model.load_state_dict(saved["model"], strict=False)
        optimiser.load_state_dict(saved["optimiser"])
        # The state brings its old peak rates along; those asked for now hold.
        for group, peak in zip(
            optimiser.param_groups, (args.lr_encoder, args.lr_decoder), strict=True
        ):
            group["peak"] = peak
        for name, tensor in saved["average"].items():
            average[name].copy_(tensor)
        torch.set_rng_state(saved["random"].cpu())
        begun = begun if args.new_cycle else saved["begun"]
        step, seen = saved["step"], saved["seen"]
        if saved["pack"] == stamp:
            pool, skip = saved["position"]
        print(f"resumed at step {step}, {seen} target tokens, pool {pool} of {stamp}", flush=True)
    end = parse_until(args.until) if args.until else time.time() + 60 * args.minutes

    def snapshot() -> dict[str, object]:
        state = {n: t.cpu() for n, t in model.state_dict().items() if is_stored(n)}
        return {
            "model": state,
            "average": {name: tensor.cpu() for name, tensor in average.items()},
            "optimiser": optimiser.state_dict(),
            "random": torch.get_rng_state(),
            "position": (pool, skip),
            "pack": stamp,
            "begun": begun,
            "step": step,
            "seen": seen,
        }

    asked: list[int] = []

    def ask(number: int, frame: FrameType | None) -> None:
        asked.append(number)

    signal.signal(signal.SIGTERM, ask)
    bias: Tensor = model.final_logits_bias
    position = (pool, skip)
    saved_at = kept_at = reported_at = time.time()
    loss_sum = torch.zeros((), device=device)
    tokens_since = steps_since = 0
    for pool, number, (source, before, labels) in pack.batches(*position):
        if asked or time.time() >= end:
            skip = number
            break
        threads.choose(step)
        step_begun = time.time()
        done = (step_begun - begun) / max(1.0, end - begun)
        for group in optimiser.param_groups:
            group["lr"] = group["peak"] * rate(step, args.warm_up, done)
        source, before, labels = source.to(device), before.to(device), labels.to(device)
        with torch.autocast(device.type, dtype=torch.bfloat16, enabled=narrow):
            hidden = model.model(
                input_ids=source,
                attention_mask=(source != PAD).long(),
                decoder_input_ids=before,
                use_cache=False,
            ).last_hidden_state
            real = labels != PAD
            logits = functional.linear(hidden[real], table) + bias
        loss = functional.cross_entropy(
            logits.float(), labels[real], label_smoothing=args.smoothing
        )
        optimiser.zero_grad(set_to_none=True)
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(encoder + decoder, 1.0)
        optimiser.step()
        step, skip = step + 1, number + 1
        count = int(real.sum())
        seen, tokens_since, steps_since = seen + count, tokens_since + count, steps_since + 1
        loss_sum += loss.detach()
        if step % 5 == 0:
            decay = min(args.ema, (1 + step / 5) / (10 + step / 5))
            torch._foreach_lerp_(
                list(average.values()), [p.detach() for p in trained.values()], 1 - decay
            )
        now = time.time()
        threads.note(now - step_begun, source.numel() + labels.numel())
        if steps_since >= 25:
            print(
                f"{datetime.datetime.now():%H:%M:%S} step {step} seen {seen / 1e6:.3f}M "
                f"loss {float(loss_sum) / steps_since:.3f} "
                f"{tokens_since / (now - reported_at):.0f} tok/s "
                f"lr {optimiser.param_groups[0]['lr']:.1e} pool {pool}/{pack.pools()} "
                f"threads {[f'{n}: {1 / max(c, 1e-9):.0f}' for n, c in threads.cost.items()]}",
                flush=True,
            )
            loss_sum.zero_()
            tokens_since, steps_since, reported_at = 0, 0, now
        if now - saved_at > 60 * args.save_every:
            save_atomically(snapshot(), last)
            saved_at = time.time()
        if args.keep_every and now - kept_at > 60 * args.keep_every:
            kept = {"model": {n: t for n, t in model.state_dict().items() if is_stored(n)}}
            save_atomically(kept, args.work / f"step{step}.pt")
            kept_at = time.time()
    save_atomically(snapshot(), last)
    print(f"stopped at step {step}, {seen} target tokens", flush=True)


if __name__ == "__main__":
    main()
