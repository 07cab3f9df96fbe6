"""Glossaries as files of other tools, and what those files cannot hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from vertaal.counts import count
from vertaal.errors import InputError
from vertaal.files import write_whole
from vertaal.glossary.csv_rows import formula, masked
from vertaal.glossary.editing import joined, sort_key, sorted_csv
from vertaal.glossary.tbx_writing import V2, V3, Version, tbx
from vertaal.glossary.xlsx import workbook
from vertaal.types import REQUIRED, MatchMode, Term, TermStatus


@dataclass(frozen=True, slots=True)
class Export:
    """A glossary in a format: its bytes, its rows, and what of the terms is not in them."""

    content: bytes
    rows: int
    losses: tuple[str, ...] = ()


def _csv(terms: Sequence[Term]) -> Export:
    safe = [
        replace(
            term,
            source=masked(term.source),
            target=masked(term.target),
            domain=masked(term.domain),
            note=masked(term.note),
        )
        for term in terms
    ]
    return Export(sorted_csv(safe).encode("utf-8"), len(terms))


def _pairs(
    terms: Sequence[Term], delimiter: str = ",", header: str = "", tail: tuple[str, ...] = ()
) -> Export:
    """One preferred or kept rendering a source: all that two columns can say."""
    # Those who read these lists know no mask.
    safe = [term for term in terms if not formula(term.source) and not formula(term.target)]
    risky = len(terms) - len(safe)
    kept: dict[str, Term] = {}
    for term in sorted(safe, key=sort_key):
        if term.status in REQUIRED:
            kept.setdefault(term.source, term)
    rows = [joined((term.source, term.target, *tail), delimiter) for term in kept.values()]
    lines = ([header] if header else []) + rows
    content = "".join(line + "\n" for line in lines).encode("utf-8")
    losses = pair_losses(safe, tuple(kept.values()))
    if risky:
        losses = (f"{count(risky, 'row')} left out: a spreadsheet would see a formula", *losses)
    return Export(content, len(kept), losses)


def pair_losses(terms: Sequence[Term], kept: Sequence[Term]) -> tuple[str, ...]:
    """What a list of source–target pairs leaves out, in words."""
    losses = []
    left_out = len(terms) - len(kept)
    if left_out:
        losses.append(
            f"{count(left_out, 'row')} left out: admitted, forbidden or second renderings"
        )
    counts = {
        "the status keep": sum(term.status is TermStatus.KEEP for term in kept),
        "the match rule": sum(term.match is not MatchMode.LEMMA for term in kept),
        "the domain": sum(bool(term.domain) for term in kept),
        "the note": sum(bool(term.note) for term in kept),
    }
    losses.extend(f"{what} of {count(rows, 'row')}" for what, rows in counts.items() if rows)
    return tuple(losses)


def _xlsx(terms: Sequence[Term]) -> Export:
    return Export(workbook(sorted(terms, key=sort_key)), len(terms))


def _tbx(terms: Sequence[Term], version: Version = V3) -> Export:
    return Export(tbx(sorted(terms, key=sort_key), version), len(terms))


FORMATS: dict[str, Callable[[Sequence[Term]], Export]] = {
    "csv": _csv,
    "deepl": _pairs,
    "tsv": partial(_pairs, delimiter="\t"),
    "babeldoc": partial(_pairs, header="source,target,tgt_lng", tail=("en",)),
    "codes": partial(_pairs, header="nl,en"),
    "xlsx": _xlsx,
    "tbx": _tbx,
    "tbx-v2": partial(_tbx, version=V2),
}


def export(terms: Sequence[Term], path: Path, kind: str = "") -> Export:
    """Write `terms` to `path` in the format `kind`, or the one its extension names. Returns what
    was written. Raises `InputError` for an unknown format."""
    name = kind or path.suffix.casefold().lstrip(".")
    if name not in FORMATS:
        raise InputError(
            f"'{name or path.name}' is no format of ours.",
            path=path,
            remedy=f"Known are: {', '.join(FORMATS)}.",
        )
    made = FORMATS[name](terms)
    write_whole(path, made.content, follow=True)
    return replace(made, losses=(*made.losses, *_unknown_columns(terms)))


def _unknown_columns(terms: Sequence[Term]) -> Iterator[str]:
    """What no format of ours has: the columns that are none of ours."""
    for name, rows in Counter(name for term in terms for name, _ in term.others).items():
        yield f"the column '{name}' of {count(rows, 'row')}"
