"""Term accuracy, counted by hand: nothing of the product's own verification is used.

The two would otherwise share their mistakes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from vertaal.glossary import english_forms
from vertaal.translation.requests import Request


@dataclass(frozen=True, slots=True)
class Count:
    """Occurrences asked for, found in an allowed form, found in the preferred one, and found
    beyond what was asked.
    """

    asked: int
    found: int
    preferred: int
    beyond: int

    @property
    def accuracy(self) -> float:
        return self.found / self.asked if self.asked else 1.0

    @property
    def exact(self) -> float:
        return self.preferred / self.asked if self.asked else 1.0

    @property
    def over(self) -> float:
        return self.beyond / self.asked if self.asked else 0.0


def count(requests: Sequence[Request], targets: Sequence[str]) -> Count:
    """The count over all segments; soft matches (parts of compounds) are left out."""
    asked = found = preferred = beyond = 0
    for request, target in zip(requests, targets, strict=True):
        wanted = Counter(m.expected for m in request.asking if m.expected and not m.soft)
        # Longest first, each stretch of the target used once.
        order = sorted(wanted, key=lambda expected: -max(map(len, expected)))
        rest = target
        for expected in order:
            hits, rest = _take(rest, _forms(expected))
            best, _ = _take(target, _forms(expected[:1]))
            asked += wanted[expected]
            found += min(hits, wanted[expected])
            preferred += min(best, hits, wanted[expected])
            beyond += max(0, hits - wanted[expected])
    return Count(asked, found, preferred, beyond)


def _forms(expected: Sequence[str]) -> list[str]:
    forms = {form for rendering in expected for form in english_forms(rendering)}
    return sorted(forms | set(expected), key=len, reverse=True)


def _take(text: str, forms: Sequence[str]) -> tuple[int, str]:
    """How often one of `forms` stands in `text` as whole words, and the text without them."""
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)", re.I)
    return len(pattern.findall(text)), pattern.sub("\x00", text)
