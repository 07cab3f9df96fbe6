"""What a search must and must not write, and how far a hypothesis has come with it.

Pure bookkeeping over target ids for dynamic beam allocation (Post and Vilar 2018, "Fast lexically
constrained decoding with dynamic beam allocation"), with two extensions: a requirement is a *set*
of allowed forms (disjunctive, after Li et al. 2020), and it may be asked for n times. A form is met
only when the piece after it starts a new word, so that 'form' is never met by 'format'.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

Ids = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Requirement:
    """Any of `forms` (target ids), `count` times."""

    forms: tuple[Ids, ...]
    count: int = 1

    @property
    def length(self) -> int:
        return max(map(len, self.forms))


@dataclass(frozen=True, slots=True)
class Constraints:
    """All that is asked of one target: requirements to meet, id sequences never to write."""

    required: tuple[Requirement, ...] = ()
    forbidden: tuple[Ids, ...] = ()

    def start(self) -> ConstraintState:
        return ConstraintState((0,) * len(self.required), (), ())


@dataclass(frozen=True, slots=True)
class ConstraintState:
    """A hypothesis' state. `met` counts by requirement; `open` are forms begun, as (requirement,
    form, ids written); `whole` are requirements with a form written that no new word follows yet.
    """

    met: tuple[int, ...]
    open: tuple[tuple[int, int, int], ...]
    whole: tuple[int, ...]

    def advance(
        self, constraints: Constraints, token: int, starts_word: Callable[[int], bool]
    ) -> ConstraintState:
        """The state after `token`. End of sentence counts as a new word."""
        met = list(self.met)
        if self.whole and starts_word(token):
            for index in self.whole:
                met[index] += 1
        still: list[tuple[int, int, int]] = []
        whole: list[int] = []
        begun: Iterable[tuple[int, int, int]] = (
            (index, form, 0)
            for index, requirement in enumerate(constraints.required)
            if met[index] < requirement.count
            for form in range(len(requirement.forms))
        )
        for index, form, written in (*self.open, *begun):
            ids = constraints.required[index].forms[form]
            if ids[written] != token or met[index] >= constraints.required[index].count:
                continue
            if written + 1 < len(ids):
                still.append((index, form, written + 1))
            elif index not in whole:
                whole.append(index)
        return ConstraintState(tuple(met), tuple(still), tuple(whole))

    def complete(self, constraints: Constraints) -> bool:
        """Whether the sentence may end here."""
        return all(
            met + (index in self.whole) >= requirement.count
            for index, (met, requirement) in enumerate(
                zip(self.met, constraints.required, strict=True)
            )
        )

    def bank(self, constraints: Constraints) -> int:
        """Ids of constraints written so far: the bank of the beam that this state belongs to."""
        written = 0
        for index, requirement in enumerate(constraints.required):
            have = self.met[index] + (index in self.whole)
            written += min(have, requirement.count) * requirement.length
            if have < requirement.count:
                written += max((n for i, _, n in self.open if i == index), default=0)
        return written

    def wanted(self, constraints: Constraints) -> set[int]:
        """Ids that carry an unmet requirement on."""
        going = {index for index, _, _ in self.open}
        ids = {constraints.required[i].forms[form][n] for i, form, n in self.open}
        for index, requirement in enumerate(constraints.required):
            have = self.met[index] + (index in self.whole)
            if have < requirement.count and index not in going:
                ids.update(form[0] for form in requirement.forms)
        return ids


def completes_forbidden(constraints: Constraints, written: Ids) -> set[int]:
    """Ids that would complete a forbidden sequence after `written`."""
    return {
        ids[-1]
        for ids in constraints.forbidden
        if len(ids) == 1 or written[len(written) - len(ids) + 1 :] == ids[:-1]
    }


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to go on: hypothesis `beam` with `token`, its total log-probability and state."""

    beam: int
    token: int
    total: float
    state: ConstraintState
    bank: int


def allocate(candidates: list[Candidate], size: int) -> list[Candidate]:
    """At most `size` candidates, the beam shared out over the banks.

    Every bank gets an equal share, filled by score; shares that a bank cannot fill go to the banks
    that are further on.
    """
    banks: dict[int, list[Candidate]] = {}
    for candidate in sorted(candidates, key=lambda c: -c.total):
        banks.setdefault(candidate.bank, []).append(candidate)
    order = sorted(banks, reverse=True)
    share = dict.fromkeys(order, 0)
    left = size
    while left and any(share[bank] < len(banks[bank]) for bank in order):
        for bank in order:
            if left and share[bank] < len(banks[bank]):
                share[bank] += 1
                left -= 1
    return [candidate for bank in order for candidate in banks[bank][: share[bank]]]
