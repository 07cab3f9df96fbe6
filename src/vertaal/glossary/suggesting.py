"""Proposals for the glossary: candidates that it lacks, with the renderings in reviewed text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from vertaal.glossary.base import Glossary
from vertaal.glossary.candidates import Candidate, candidates
from vertaal.glossary.matcher import Matcher
from vertaal.glossary.renderings import Rendering, Settled
from vertaal.types import Term, Unit


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate term with what reviewers wrote for it and where it stands."""

    source: str
    frequency: int
    score: float
    targets: tuple[Rendering, ...]
    documents: tuple[str, ...]

    def term(self, target: str, domain: str = "") -> Term:
        """The row that accepts `target` for this candidate."""
        where = ", ".join(self.documents[:3]) + (", …" if len(self.documents) > 3 else "")
        reviewed = any(rendering.target == target for rendering in self.targets)
        basis = "as reviewed in" if reviewed else "seen in"
        return Term(
            self.source,
            target,
            domain=domain,
            note=f"suggested: {self.frequency}×, {basis} {where}",
        )


def suggest(
    texts: Sequence[tuple[str, str]],
    units: Sequence[tuple[str, Unit]],
    glossary: Glossary,
    *,
    rejected: frozenset[str] = frozenset(),
    least: int = 2,
    most: int = 25,
) -> tuple[Proposal, ...]:
    """Proposals from `texts` (document, Dutch text) and `units` (document, segment), best first.

    What the glossary covers already and what stands in `rejected` is left out.
    """
    settled = [(document, unit) for document, unit in units if unit.reviewed]
    others = [(document, unit.source) for document, unit in units if not unit.reviewed]
    # The settled ones first: a text's number is then its target's number too.
    everything = [*((document, unit.source) for document, unit in settled), *others, *texts]
    words = [text for _, text in everything]
    known = Matcher(glossary)
    lacking = (
        candidate
        for candidate in candidates(words, least)
        if candidate.source not in rejected and not _is_covered(candidate, known)
    )
    chosen = tuple(islice(lacking, most))
    places = _places(chosen, words)
    targets = Settled([unit.target for _, unit in settled])
    return tuple(
        Proposal(
            candidate.source,
            candidate.frequency,
            candidate.score,
            targets.renderings(
                [at for at in places[candidate.source] if at < len(settled)],
                len(candidate.source.split()),
            ),
            tuple(dict.fromkeys(everything[at][0] for at in places[candidate.source])),
        )
        for candidate in chosen
    )


def _places(chosen: Sequence[Candidate], texts: Sequence[str]) -> dict[str, list[int]]:
    """The numbers of the texts in which each candidate stands."""
    places: dict[str, list[int]] = {candidate.source: [] for candidate in chosen}
    finder = Matcher(Glossary(tuple(Term(candidate.source, "-") for candidate in chosen)))
    for number, text in enumerate(texts):
        for source in {match.term.source for match in finder.match(text) if not match.soft}:
            places[source].append(number)
    return places


def _is_covered(candidate: Candidate, known: Matcher) -> bool:
    return any(
        match.start == 0 and match.end == len(candidate.source) and not match.soft
        for match in known.match(candidate.source)
    )
