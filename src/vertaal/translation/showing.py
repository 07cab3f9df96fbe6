"""What stands inside a source for the model: the English of its terms, its names to be copied, the
sizes of its amounts, and what the lexicon has for its words.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from vertaal.translation.held import magnitudes
from vertaal.translation.inline import Annotation, after_abbreviation, joined
from vertaal.translation.lexicon import lexicon
from vertaal.translation.names import copies, names
from vertaal.translation.requests import Request
from vertaal.translation.rewording import meant
from vertaal.types import overlap


def with_names(request: Request, dictionary: Path) -> Request:
    """The request, with the English of the names that the lexicon has shown too."""
    named = lexicon(dictionary).names(request.source, request.taken)
    return replace(request, shown=(*request.shown, *named))


@lru_cache(maxsize=1024)
def shown(request: Request, dictionary: Path) -> tuple[Annotation, ...]:
    """Terms, names and words of the lexicon. Looked up once, though the source is encoded, placed
    for the alignment, and encoded again for every repair.
    """
    source = request.source
    wanted = [
        (m.start, m.end, m.expected[0])
        for m in request.asking
        if m.expected and (not m.soft or after_abbreviation(source, m.start))
    ]
    copied = [
        (start, end, copies(source[start:end])[0])
        for start, end in names(source, request.asking)
        if not any(overlap((start, end), each[:2]) for each in request.shown)
    ]
    found = [*wanted, *request.shown, *copied]
    taken = [*request.taken, *((start, end) for start, end, _ in copied)]
    sizes = [
        each
        for each in (*magnitudes(source), *meant(source))
        if not any(overlap(each[:2], span) for span in taken)
    ]
    taken += [size[:2] for size in sizes]
    return tuple(joined(source, [*found, *sizes, *lexicon(dictionary).shown(source, taken)]))
