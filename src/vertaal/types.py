"""The one vocabulary of the house: frozen values that every stage takes and gives.

Imports nothing but the standard library. Spans are half-open character offsets
(`start <= i < end`) into the text that the value names.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

Span = tuple[int, int]
"""Half-open character offsets: a stretch of a text."""


def overlap(one: Span, other: Span) -> bool:
    """Whether two stretches of one text have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


QuestionNumber = int | str
"""A question's number as labelled: 4, '4a' or 'A4' with its letter, '2.1' below another."""

QUESTION_NUMBER = r"(?<!\d)(?<!\d\.)(?:\b[a-z])?\d{1,3}(?:(?:\.\d{1,2})+|[a-z])?\b(?!\.\d)"
"""How running text writes it: a pattern, to be used with `re.IGNORECASE`."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that character recognition was not sure of. `confidence` is between 0 and 1."""

    page: int
    line: int
    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Scan:
    """What tells text read from pictures of pages from text as it was typed.

    `engine` names the program, its version and the language; `pages` were read with it, `unread`
    hold a picture that nothing could read. `confidence` is the mean over the words, 0 to 1.
    """

    engine: str
    pages: tuple[int, ...]
    confidence: float
    doubts: tuple[Doubt, ...] = ()
    unread: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A source line whose place on the page says what it is: furniture, by `reason`, or a line of
    footnote `note` (its first line begins with the mark, `mark` characters long).
    """

    line: int
    reason: str = ""
    note: int = 0
    mark: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """A source file as read: its text and what the format itself kept apart.

    `text` has `\n` line ends; a form feed stands where a page is known to end. `digest` is the
    SHA-256 of the file's bytes. `furniture` holds running headers and footers that the format
    stores outside the body, `footnotes` its (number, text) notes, whose marks stand in `text`
    as the bare number after the word, as a text export has them. `placed` names the lines of
    `text` that a reader who saw the page knows to be no running text; `scan` is there where text
    was read from pictures. `removed` is what the format keeps but shows to nobody; it stands on no
    line of `text` (line 0). `paragraphs` says that the format itself tells where one ends, so that
    every blank line does.
    """

    name: str
    text: str
    digest: str = ""
    furniture: tuple[str, ...] = ()
    footnotes: tuple[tuple[int, str], ...] = ()
    placed: tuple[Placed, ...] = ()
    scan: Scan | None = None
    removed: tuple[Removal, ...] = ()
    paragraphs: bool = False


class BlockKind(StrEnum):
    """What a block of a document is."""

    TITLE = "title"
    PREAMBLE = "preamble"
    QUESTION = "question"
    ANSWER = "answer"
    OTHER = "other"
    SIGNATURE = "signature"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Block:
    """A labelled stretch of a document: one question, one answer, the preamble, a footnote.

    `id` is unique in the document and readable: `title`, `preamble`, `q4`, `a2-3-6`, `fn1`.
    `numbers` are the question numbers that a question carries or an answer answers, or the
    number of a footnote; empty elsewhere. `text` excludes the label and has its paragraphs
    parted by a blank line. `line` is the 1-based source line on which the block begins.
    """

    id: str
    kind: BlockKind
    text: str
    label: str = ""
    numbers: tuple[QuestionNumber, ...] = ()
    line: int = 0

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(self.text.split("\n\n")) if self.text else ()


@dataclass(frozen=True, slots=True)
class Removal:
    """Source text that belongs to no block, and why it was set apart."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Repair:
    """A change made to the text as read (OCR accents, a misread footnote mark)."""

    line: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed document. `blocks` stand in the order of the source.

    Every non-blank character of the source is in a block's text, in a block's label, in
    `reference`, or in `removed` (up to the repairs in `repaired`).
    """

    blocks: tuple[Block, ...]
    reference: str | None = None
    removed: tuple[Removal, ...] = ()
    repaired: tuple[Repair, ...] = ()
    scan: Scan | None = None

    def of(self, kind: BlockKind) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.kind is kind)

    @property
    def questions(self) -> tuple[Block, ...]:
        return self.of(BlockKind.QUESTION)

    @property
    def answers(self) -> tuple[Block, ...]:
        return self.of(BlockKind.ANSWER)


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence of a block, the unit of translation and review.

    `start` and `end` are offsets into the block's text: `block.text[start:end] == source`.
    `paragraph` counts the block's paragraphs from 0. `id` is derived from the text and its
    place in the question or answer, never from a running number of the document.
    """

    id: str
    block: str
    paragraph: int
    start: int
    end: int
    source: str


class TermStatus(StrEnum):
    """How a rendering stands to its source term (TBX: administrativeStatus)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"
    KEEP = "keep"


REQUIRED = (TermStatus.PREFERRED, TermStatus.KEEP)
"""Of the one rendering that a source term asks for."""


class MatchMode(StrEnum):
    """How a source term is looked for in the text."""

    LEMMA = "lemma"
    EXACT = "exact"
    EXACT_CASE = "exact-case"


@dataclass(frozen=True, slots=True)
class Term:
    """One row of a glossary: one source–target pair. `file` and `line` say where it stands.

    `others` are the cells of columns that are none of ours, by the column's name.
    """

    source: str
    target: str
    status: TermStatus = TermStatus.PREFERRED
    match: MatchMode = MatchMode.LEMMA
    domain: str = ""
    note: str = ""
    file: str = ""
    line: int = 0
    others: tuple[tuple[str, str], ...] = field(default=(), compare=False, repr=False)

    @property
    def pair(self) -> tuple[str, str]:
        return self.source, self.target


CODE = "reference"
"""The domain of reference codes and addresses, which are matched like terms to keep."""


@dataclass(frozen=True, slots=True)
class TermMatch:
    """An occurrence of a source term in a segment's source.

    `start`/`end` are offsets into the segment's source and `surface` the text there.
    `expected` holds the allowed renderings in base form, the preferred one first; for a `keep`
    entry the surface itself. `forbidden` are renderings that must not stand for it. A `soft`
    match (part of a compound) is a wish, not a requirement. `shadowed_by` names the source term
    of the longer entry that took this place; a shadowed match asks for nothing.
    """

    start: int
    end: int
    surface: str
    term: Term
    expected: tuple[str, ...]
    forbidden: tuple[str, ...] = ()
    keep: bool = False
    soft: bool = False
    shadowed_by: str = ""

    @property
    def span(self) -> Span:
        return self.start, self.end

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it shares a character with the stretch."""
        return overlap(self.span, (start, end))


class OccurrenceStatus(StrEnum):
    """What became of a term's occurrence in the target."""

    SATISFIED = "satisfied"
    FORCED = "forced"
    VARIANT = "variant"
    SHADOWED = "shadowed"
    VIOLATED = "violated"


RENDERED = (OccurrenceStatus.SATISFIED, OccurrenceStatus.FORCED, OccurrenceStatus.VARIANT)
"""Of those whose rendering stands in the target."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The proof for one occurrence of a term: what was asked, what stands in the target.

    `target_start`/`target_end` span `found` in the segment's target, -1 where nothing was found.
    `confirmed` says whether the alignment of the words bears the place out: False where it does not
    and the form is so common that it may stand for something else; None where no alignment is known
    or none was needed.
    """

    segment: str
    match: TermMatch
    status: OccurrenceStatus
    found: str = ""
    target_start: int = -1
    target_end: int = -1
    reason: str = ""
    confirmed: bool | None = None

    @property
    def target_span(self) -> Span | None:
        return (self.target_start, self.target_end) if self.target_start >= 0 else None


Link = tuple[int, int, int, int, int]
"""`(start, end, target start, target end, percent)`: a source word, a target word, and how much
of what the model looked at when it wrote the target word was the source word."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A target for one source. `score` is the model's mean log-probability per target piece
    (natural logarithm, end of sentence included); `forced` says that repair or constrained
    search made it.
    `links` align the words of both; empty where that is not known.
    """

    target: str
    score: float
    forced: bool = False
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Fidelity:
    """What the model itself gives away of how good a machine translation is.

    `uncovered` are stretches of the source that nothing in the target aligns with, `unfounded`
    stretches of the target that align with nothing of their own. `omitted` and `added` weigh them,
    `unsure` weighs the translation's `score`, all in multiples of what calls for a look: from 1 on
    it does.
    """

    segment: str
    score: float
    unsure: float = 0.0
    omitted: float = 0.0
    added: float = 0.0
    uncovered: tuple[Span, ...] = ()
    unfounded: tuple[Span, ...] = ()

    @property
    def risk(self) -> float:
        """By which segments are ordered for 'look here first'."""
        return max(self.unsure, self.omitted, self.added)


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has to say about a segment (`segment` empty: about the edition)."""

    check: str
    severity: Severity
    segment: str
    message: str
    source_span: Span | None = None
    target_span: Span | None = None


class State(StrEnum):
    """State of a segment's target, as XLIFF 2.1 names it."""

    INITIAL = "initial"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"


APPROVED = (State.REVIEWED, State.FINAL)
"""States that a person gives."""


class Origin(StrEnum):
    """Where a target came from."""

    MT = "mt"
    TM = "tm"
    HUMAN = "human"


ORPHANED = "removed"
"""The `block` of a unit whose source has gone from the document."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of `edition.jsonl`: a segment with its target and what people made of it.

    `rev` counts the changes to the target, state or note since the machine wrote it.
    """

    id: str
    block: str
    source: str
    target: str = ""
    state: State = State.INITIAL
    origin: Origin = Origin.MT
    rev: int = 0
    note: str = ""

    @property
    def touched(self) -> bool:
        """Whether a person has worked on it: such a unit is never overwritten."""
        approved = self.state in APPROVED
        return self.rev > 0 or approved or self.origin is Origin.HUMAN or bool(self.note)

    @property
    def reviewed(self) -> bool:
        """Whether a person approved the text; where there is none, there is nothing to approve."""
        return self.state in APPROVED and bool(self.target.strip())

    @property
    def orphaned(self) -> bool:
        return self.block == ORPHANED


@dataclass(frozen=True, slots=True)
class Provenance:
    """All that produced an edition, so that it can be produced again (sacreBLEU's signature).

    `date` is that of the translation, `review_date` the last day on which a person worked on it
    (both ISO 8601). `signers` are those of the `reviewers` who were named on publishing, whatever
    they approved, and `signed_text` is the SHA-256 of the text that they saw.
    """

    version: str = ""
    model: str = ""
    model_digest: str = ""
    engine: str = ""
    decoding: str = ""
    glossary_digest: str = ""
    date: str = ""
    source_name: str = ""
    source_digest: str = ""
    reviewed_share: float = 0.0
    reviewers: tuple[str, ...] = ()
    review_date: str = ""
    signers: tuple[str, ...] = ()
    signed_text: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """A document, its segments and their targets: what the writers publish.

    `units` parallels `segments` one for one. `occurrences` and `findings` are those of the
    units' present targets; `fidelity` tells of those that the machine wrote. `orphans` are units
    that a person worked on and whose source has gone from the document: kept, and offered as
    proposals, but not published.
    """

    name: str
    document: Document
    segments: tuple[Segment, ...]
    units: tuple[Unit, ...]
    occurrences: tuple[Occurrence, ...] = ()
    findings: tuple[Finding, ...] = ()
    orphans: tuple[Unit, ...] = ()
    provenance: Provenance = field(default_factory=Provenance)
    fidelity: tuple[Fidelity, ...] = ()
