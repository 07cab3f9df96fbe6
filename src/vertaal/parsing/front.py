"""What stands before the first question: title, preamble, signature, the line on the answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vertaal.parsing.genre import WIDEST
from vertaal.parsing.labels import WHICH
from vertaal.parsing.lines import Line
from vertaal.parsing.signatures import is_name, is_office, signature_end
from vertaal.spacing import squeeze
from vertaal.types import BlockKind

_TITLE = re.compile(
    r"\s*(?:(?:mondelinge|schriftelijke|nadere|aanvullende|feitelijke)\s+)*"
    r"(?:(?:vragen|vraag)\s+(?:nr\.?\s*\d[\d-]*\s+)?(?:van|gesteld|aan)\b"
    r"|(?:be)?antwoord(?:en|ing)?\s+(?:van\s+.{3,200}?\s+)?(?:op|van|aan)\s+(?:de\s+)?(?:\w+\s+)?"
    r"(?:kamer|deel|raads|staten)?vra(?:gen|ag)\b"
    r"|(?:be)?antwoord(?:en|ing)?\s+(?:(?:schriftelijke|technische)\s+)?"
    r"(?:raads|staten|art(?:\.|ikel)\s*\d+[\s-]+)vragen\s+(?:van|over|inzake|betreffende|met\s+betrekking\s+tot)\b"
    r"|lijst\s+van\s+vragen\b|verslag\s+van\s+een\s+(?:nader\s+)?schriftelijk\s+overleg\b"
    r"|nota\s+naar\s+aanleiding\s+van\s+het\s+(?:nader\s+)?verslag\b"
    r"|(?:nadere\s+)?memorie\s+van\s+antwoord\b)",
    re.I | re.S,
)
_ON_TOP = re.compile(
    r"(?:be)?antwoord(?:en|ing)?\s+(?:(?:schriftelijke|technische)\s+)?(?:kamer)?vragen"
    r"\s+(?:van|over|inzake|betreffende)\b",
    re.I,
)
"""A title where nothing stands above it; further down it is the subject of a letter."""
_ADDRESSED = re.compile(r"\s*vraag\s+nr\b", re.I)
"""How the title of a Belgian question begins, which ends in a colon."""
_RECEIVED = re.compile(
    rf"\s*(?:{WHICH}\s+)?"
    r"(?:antwoord(?:en)?|mededeling|uitstelbericht)\s+van\s+.{3,400}?\(\s*ont-?\s*van-?\s*gen\b",
    re.I | re.S,
)
_BELGIAN = re.compile(
    rf"\s*(?:{WHICH}\s+)?antwoord\s+(?:ontvangen\s+op\s+\d[^.?!:]{{4,30}}:?"
    r"|van\s.{3,300}?\sop\s+de\s+(?:\w+\s+)?vraag\s+(?:nr\.?|nummer)\s*\d.{3,300}:"
    r"|op\s+(?:de\s+)?vraag\s+(?:nr\.?|nummer)\s*\d+\s+van\s+\d{1,2}\s+\w+\s+\d{4}"
    r"\s+van\s+(?:[^.?!:\d]|\b[A-Z]\.){3,80})\s*",
    re.I | re.S,
)
"""How the bulletins of Belgium announce an answer."""
_RECEIVED_END = re.compile(r"\(\s*ont-?\s*van-?\s*gen\b[^)]{0,300}+\)", re.I)
_TITLE_ENDED = re.compile(r"[^\W\d_]{4}[.?]\s*$")
_SEE_ALSO = re.compile(r"\s*\(?zie\s+ook\b", re.I)
_SENT_IN = re.compile(
    r"\(\s*(?:in-?\s*ge-?\s*zon-?\s*den|gesteld)\b[^)]{0,300}+\)\s*+(?:\.\s*+)?$", re.I
)
_LOOKAHEAD = 6
_LONGEST_PIECE = 100
"""Lines of a title, or of who answered when."""
_LONGEST_LOOK = 1_000
"""Characters, from the end, that are searched for how it ends."""
_UNFINISHED = re.compile(
    r"(?:\b(?:in|van|de|het|een|over|en|of|op|aan|bij|voor|met|door)|,)\s*$", re.I
)

_GOES_ON = re.compile(
    r"\s*(?:van\s+(?:het\s+lid|de\s+(?:leden|heer|fractie)|mevrouw)"
    r"|aan\s+de\s+(?:minister|staatssecretaris)|mede\s+namens|over|inzake|betreffende|naar\s+aanleiding\s+van|met\s+betrekking\s+tot)\b"
)
"""How a further paragraph of a title begins, in a small letter."""
_HALF = re.compile(r"\b[Vv]oorzitter\s+van\s+de\s+(?:Tweede|Eerste)(?:\s+Kamer)?\s*$")
_OTHER_HALF = re.compile(r"\s*(?:Kamer|der\s+Staten-?\s?Generaal)\b")
"""The lines of the address, which word processors may have made paragraphs."""


@dataclass(slots=True)
class Piece:
    """A stretch of the front (or of what follows the last answer)."""

    kind: BlockKind
    lines: list[Line] = field(default_factory=list)
    label: str = ""


def read_front(lines: list[Line], first_is_title: bool = False) -> list[Piece]:
    """The pieces of the front, in the order of the source.

    `first_is_title` lets a short first paragraph be the title where no line announces one.
    """
    pieces: list[Piece] = []
    titled = False
    index = 0
    while index < len(lines):
        if lines[index].blank:
            if pieces:
                pieces[-1].lines.append(lines[index])
            index += 1
            continue
        if end := received_end(lines, index):
            kind = BlockKind.OTHER
        elif not titled and (end := _title_end(lines, index, on_top=not pieces)):
            kind = BlockKind.TITLE
            titled = True
        elif end := signature_end(lines, index):
            kind = BlockKind.SIGNATURE
        if end:
            pieces.append(Piece(kind, lines[index:end]))
            index = end
            continue
        if not pieces or pieces[-1].kind is not BlockKind.PREAMBLE:
            pieces.append(Piece(BlockKind.PREAMBLE))
        before = next((line for line in reversed(pieces[-1].lines) if not line.blank), None)
        if before and _HALF.search(before.text) and _OTHER_HALF.match(lines[index].text):
            while pieces[-1].lines[-1].blank:
                pieces[-1].lines.pop()
        pieces[-1].lines.append(lines[index])
        index += 1
    if first_is_title and not titled:
        return _first_as_title(pieces)
    return pieces


def _ahead(lines: list[Line], index: int) -> str:
    return " ".join(line.text[:400] for line in lines[index : index + _LOOKAHEAD])


def received_end(lines: list[Line], index: int) -> int:
    """The line after 'Antwoord van minister … (ontvangen …)' and 'Zie ook …', 0 where none is."""
    if not _RECEIVED.match(_ahead(lines, index)):
        return bulletin_end(lines, index)
    text = ""
    stop = min(len(lines), index + _LONGEST_PIECE)
    while index < stop:
        text = (text + " " + lines[index].text)[-_LONGEST_LOOK:]
        index += 1
        if _RECEIVED_END.search(text):
            break
    while index < stop and not lines[index].blank:
        if not (_SEE_ALSO.search(text) or _SEE_ALSO.match(lines[index].text)):
            break
        if re.search(r"zie\s+ook\b.*\.\s*$", text, re.I):
            break
        text = (text + " " + lines[index].text)[-_LONGEST_LOOK:]
        index += 1
    return index


def bulletin_end(lines: list[Line], index: int) -> int:
    """The line after the announcement of an answer in a Belgian bulletin, 0 where none is."""
    text = ""
    for end in range(index, min(len(lines), index + _LOOKAHEAD)):
        text += " " + lines[end].text[:_LONGEST_LOOK]
        if lines[end].blank:
            break
        if _BELGIAN.fullmatch(text):
            return end + 1
    return 0


_FLEMISH = re.compile(r"^\s*vlaams\s", re.I)


def signed_above(lines: list[Line], index: int) -> int | None:
    """Where a name with the office below it begins, right above an announcement; None without."""
    end = index
    while end and lines[end - 1].blank:
        end -= 1
    start = end
    while start and not lines[start - 1].blank:
        start -= 1
    signed = end - start > 1 and is_name(lines[start].text, after_office=True)
    return start if signed and is_office(_FLEMISH.sub("", lines[start + 1].text[:200])) else None


_DOSSIER = re.compile(r"\s*[A-Z]{2}\s?\d{6,16}\s*")


def bulletin_starts(lines: list[Line]) -> list[int]:
    """Where the further questions of a Belgian bulletin begin, with the number of the dossier: each
    has its title and its announced answer."""
    starts: list[int] = []
    answered = False
    for index, line in enumerate(lines):
        if line.blank or line.text.lstrip()[:1] not in "ADGSV":
            continue
        if bulletin_end(lines, index):
            answered = True
        elif answered and _ADDRESSED.match(line.text) and _title_end(lines, index):
            above = next((i for i in range(index - 1, -1, -1) if not lines[i].blank), index)
            starts.append(above if _DOSSIER.fullmatch(lines[above].text[:40]) else index)
            answered = False
    return starts


def _title_end(lines: list[Line], index: int, *, on_top: bool = False) -> int:
    """The line after a title that begins here, 0 where none does."""
    ahead = _ahead(lines, index)
    told = _TITLE.match(ahead) or (on_top and _ON_TOP.match(ahead.lstrip()))
    if not told or not lines[index].text.lstrip()[0].isupper():
        return 0
    start = index
    index += 1
    while index < min(len(lines), start + _LONGEST_PIECE):
        text = lines[index - 1].text if not lines[index - 1].blank else ""
        if _SENT_IN.search(text) or (_ADDRESSED.match(lines[start].text) and text.endswith(":")):
            break
        if lines[index].blank:
            following = next((i for i in range(index, len(lines)) if not lines[i].blank), None)
            written = squeeze(" ".join(line.text for line in lines[start:index]))
            if following is None or following - index > 3:
                break
            if not (_UNFINISHED.search(written) or _GOES_ON.match(lines[following].text)):
                break
            index = following
        elif lines[index].text.lstrip()[:1].isupper() and (
            len(text) > WIDEST or _TITLE_ENDED.search(text)
        ):
            break
        if received_end(lines, index) or signature_end(lines, index):
            break
        index += 1
    return index


def last_title(lines: list[Line]) -> int | None:
    """Where a title begins that fills the lines to their end, None where none does."""
    for index in range(max(0, len(lines) - 20), len(lines)):
        if index and not lines[index].blank and lines[index - 1].blank:
            end = _title_end(lines, index)
            if end and all(line.blank for line in lines[end:]):
                return index
    return None


def _first_as_title(pieces: list[Piece]) -> list[Piece]:
    if not pieces or pieces[0].kind is not BlockKind.PREAMBLE:
        return pieces
    lines = pieces[0].lines
    end = next((i for i, line in enumerate(lines) if line.blank), len(lines))
    text = squeeze(" ".join(line.text for line in lines[:end]))
    if not text or len(text) > 250 or "?" in text or text.endswith(","):
        return pieces
    rest = Piece(BlockKind.PREAMBLE, lines[end:])
    title = Piece(BlockKind.TITLE, lines[:end])
    return [title, *([rest] if any(not x.blank for x in rest.lines) else []), *pieces[1:]]
