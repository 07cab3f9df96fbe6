"""Signatures: of a minister with the office above or below the name, or of a college that governs a
municipality, a province or a water board.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vertaal.dates import DUTCH_MONTH
from vertaal.parsing.lines import Line
from vertaal.parsing.marks import SENTENCE_END
from vertaal.words import SURNAME_PREFIX

_OFFICE = re.compile(
    r"\s*(?:(?:mede\s+)?namens\s+)?(?:de\s+|het\s+)?"
    r"(?:(?:vice-?\s?)?(?:minister|staatssecretaris)(?:-president)?\b.{0,160}"
    r"|voorzitter\b(?!\s+(?:van\s+de|der)(?:\s+(?:Tweede|Eerste)\s+Kamer|\s*$)).{0,120}"
    r"|griffier\b.{0,120}|hoogachtend)[,.]?\s*",
    re.I,
)
_OFFICE_GOES_ON = re.compile(
    r"\s*(?:(?:en|van|voor)\s+[A-ZÀ-Þ][^.?!:;]{2,100},?"
    r"|[A-ZÀ-Þ][^\W\d_]+(?:,\s[A-ZÀ-Þ][^\W\d_]+)?(?:\sen\s[A-ZÀ-Þ][^\W\d_]+,?|,)"
    r"|[A-ZÀ-Þ][^\W\d_]+,\s[A-ZÀ-Þ][^\W\d_]+)\s*"
)
_OPEN_OFFICE = re.compile(r".*\b(?:en|van|voor)\s*")
_REST_OF_OFFICE = re.compile(r"\s*[A-ZÀ-Þ][^.?!:;]{2,100}")
"""Below a line that ends in 'en': 'Groene Groei,'."""
_TAKES_LEAVE = re.compile(
    r"\s*(?:hoogachtend|(?:(?:met\s.{0,30}?|vriendelijke\s+|(?=g))groet(?:en)?|met\s.{0,30}?hoogachting))\b,?\s*",
    re.I,
)
_SIGNED_HERE = re.compile(
    r"\s*[(\[]?(?:w\.?\s?g\.?|(?:was\s+)?getekend|handtekening)[)\]]?[:,.]?\s*", re.I
)
"""What stands for a signature by hand: '(w.g.)', '[handtekening]'."""
_ON_BEHALF = re.compile(r"(?:.*,\s)?(?:namens|voor)\s+dezen?\s?[,:]?\s*", re.I)
_OFFICIAL = re.compile(
    r"\s*(?:de\s+|het\s+)?(?:[\w.-]+\s+)?[\w-]*"
    r"(?:directeur|secretaris|hoofd|manager|inspecteur|griffier|directie|adviseur)\b[^.?!:;]{0,120}",
    re.I,
)
"""Who signs on behalf of a minister."""
_TITLES = r"(?:(?:\(?w\.?\s?g\.?\)?|drs|mr|dr|ir|ing|prof|dhr|mw|mevr)[.\s]\s*)*"
_NAME = re.compile(
    rf"\s*(?!.*\s[a-zß-ÿ]+\s*$){_TITLES}"
    rf"(?:[A-ZÀ-Þ][\w’'.-]*\s+|(?:{SURNAME_PREFIX}|in)\s+)*"
    r"[A-ZÀ-Þ][^\W\d_]+(?:[\s-]+[A-ZÀ-Þ]?[^\W\d_]+){0,3}\s*"
)
_FULL_NAME = re.compile(
    r"(?!Minist|Direct|Gemeente|Provincie|Tweede|Eerste)[A-ZÀ-Þ][\w’'-]+"
    rf"(?:\s(?:{SURNAME_PREFIX}\s)*[A-ZÀ-Þ][\w’'-]+){{1,3}}"
)
_INITIALS = re.compile(
    rf"\s*{_TITLES}(?!Nr\.)"
    r"(?:[A-ZÀ-Þ][a-zà-ÿ]?\.\s?){1,5}(?:\([^)]*\)\s*)?[^\W\d_][^\d.,:;?!]{1,60}"
)
_CHAPTER = re.compile(r"[A-Z]\.\s?[A-ZÀ-Þ][^.,:;?!]+")
"""The heading of a chapter looks like a name with one initial."""
_PLACE = (
    r"\s+van\s+(?:(?:de|het)\s+)?(?:(?:gemeente|provincie|openbaar\s+lichaam)\s+)?"
    r"[A-ZÀ-Þ’'][^.?!:;,\t]{1,50}?"
)
_COLLEGE = re.compile(
    r"\s*(?:(?:mede\s+)?namens\s+)?(?:(?:het|de)\s+)?(?:(?:bestuurs)?college(?:\s+van)?|dagelijks\s+bestuur"
    r"|(?:(?:het\s+)?college\s+van\s+)?(?:burgemeester\s+(?:en|&)\s+wethouders|b\s?(?:&|en)\s?w"
    rf"|gedeputeerde\s+staten|dijkgraaf\s+en\s+(?:hoog)?heemraden))(?:{_PLACE})?(?:,?\s+(?:namens|voor)\s+dezen?)?,?\s*"
    r"|\s*(?:namens|voor)\s+dezen?,?\s*",
    re.I,
)
"""Those who sign together; how the place is written is not looked at."""
_POST = (
    r"(?:(?:de|het)\s+)?(?:(?:loco-?\s?|waarnemend\s+|wnd\.?\s+|plaatsvervangend\s+|plv\.?\s+)?"
    r"(?:gemeente|provincie|concern)?-?(?:secretaris(?:[-/ ](?:algemeen\s+)?directeur)?"
    r"|eilandsecretaris|burgemeester|gezaghebber|voorzitter|griffier|dijkgraaf|wethouder|gedeputeerde|(?:algemeen\s+)?directeur"
    r"|(?:afdelings|team|cluster|programma|sector|concern)-?(?:manager|hoofd|directeur|leider)"
    r"|hoofd(?:\s+(?:van\s+de\s+)?afdeling)?"
    r"|commissaris\s+van\s+(?:de|het)\s+Kon(?:ing(?:in)?|ings)))"
)
_POSTS = re.compile(
    rf"(?:{_POST}[\s,/]+)*{_POST}"
    r"(?:\s(?:van|voor)\s[^.?!:;,]{2,60}|\s(?-i:[A-ZÀ-Þ])[^.?!:;,]{2,60})?",
    re.I,
)
_WIDE_POST = re.compile(rf"\s*{_POST}\s[^.?!:;\d]{{2,80}}", re.I)
"""A post right below a name, and what it is about: 'wethouder sport en bewegen'."""
_DEGREES = re.compile(r"[A-Z][a-z]?[A-Z][A-Za-z]?(?:\s[A-Z][a-z]?[A-Z][A-Za-z]?)*")
"""Behind a name: 'MBA', 'MSc'."""
_EACH_POST = re.compile(rf"(?<![\w-]){_POST}", re.I)
_BETWEEN = re.compile(r"\t\s*|\s{3,}|\s*[,/]\s+")
_BESIDE = re.compile(rf"(?<=[a-zß-ÿ])\s+(?={_TITLES}[A-Z]\.)")
_INITIAL = re.compile(rf"{_TITLES}[A-ZÀ-Þ][a-z]?\.")
"""Where a name begins so, another may stand beside it: 'A. de Vries B. Jansen'."""
_WORD = r"(?:[’'‘`][st][\s-])?(?-i:[A-ZÀ-Þ])[\w’'.-]*"
_DATED = re.compile(
    rf"(?:datum\s*:\s*|(?:aldus|gedaan)\b[^.?!:;]{{0,120}}\s|(?:{_WORD}(?:\s(?:aan|den|de|op|bij|en|{_WORD}))"
    rf"{{0,3}},?\s+)?)(?:d\.?d\.?\s+)?"
    rf"(?:\d{{1,2}}\s+(?:{DUTCH_MONTH})\s+\d{{4}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}})[.,]?",
    re.I,
)
"""'Den Haag, 12 mei 2024', 'Aldus vastgesteld in de vergadering van 12 mei 2024.'"""
_LONGEST_DATED = 160
LONGEST_SIGNATURE = 24
"""Lines."""


def signature_start(lines: list[Line], index: int) -> int:
    """Where a signature at this line begins: at the place and date above it, if there are such and
    they are not what the text says, as in a list of dates.
    """
    content = [place for place in range(index) if not lines[place].blank][-2:]
    if len(content) < 2 or len(lines[content[1]].text) > _LONGEST_DATED:
        return index
    above, dated = (lines[place].text.strip() for place in content)
    return content[1] if SENTENCE_END.search(above) and _DATED.fullmatch(dated) else index


_HOPES = r"(?:hoop|hopen|vertrouw(?:en)?|ga(?:an)?|meen|menen|verwacht(?:en)?)"
_FAREWELL = re.compile(
    r"(?=.*\b(?:[Hh]ier(?:mee|bij)|daarmee|voldoende|met\s+(?:deze|dit))\b)(?=.*\buw?\b)"
    rf"(?:(?:Ik|Wij|We)\s+{_HOPES}|(?:Hiermee|Hierbij)\s+{_HOPES}\s+(?:ik|wij|we))\b[^.?!:]{{0,120}}"
    r"\b(?:ge[iï]nformeerd|beantwoord|ingelicht|(?:van\s+)?dienst)\b[^.?!:]{0,80}\."
)
"""'Ik vertrouw erop u hiermee voldoende te hebben geïnformeerd.'"""


def farewell_start(lines: list[Line], end: int) -> int:
    """Where the paragraph begins that takes leave above a signature, below other text; `end`
    where there is none.
    """
    while end and lines[end - 1].blank:
        end -= 1
    start = end
    while start and not lines[start - 1].blank:
        start -= 1
    said = " ".join(line.text.strip() for line in lines[start:end])
    return (
        start if any(x.text.strip() for x in lines[:start]) and _FAREWELL.fullmatch(said) else end
    )


def signature_end(lines: list[Line], index: int) -> int:
    """The line after a signature (office and name; or a name alone), 0 where none begins."""
    end = _college_end(lines, index)
    if end:
        return end
    end = _name_end(lines, index) or _officer_end(lines, index)
    if end and end < len(lines) and len(lines[end].text) < 200 and is_office(lines[end].text):
        if _name_end(lines, end):
            return end
        end += 1
        while end < len(lines) and _goes_on(lines[end - 1].text, lines[end].text):
            end += 1
    return end


def _officer_end(lines: list[Line], index: int) -> int:
    """The line after a name that its office stands below, 0 where none does."""
    bare = lines[index].text[:100].strip()
    named = _INITIALS.fullmatch(bare)
    below = lines[index + 1 : index + (3 if named else 2)]
    named = named or _FULL_NAME.fullmatch(bare)
    return index + 1 if named and any(is_office(line.text[:200]) for line in below) else 0


def _name_end(lines: list[Line], index: int) -> int:
    """The line after a name, with the offices above it; where no name is given, after the offices
    of those who take leave or signed by hand. 0 where nobody signs.
    """
    start = end = index
    offices = 0
    behalf = leave = False
    while index < len(lines) and index - start < LONGEST_SIGNATURE:
        text = lines[index].text
        if lines[index].blank:
            index += 1
            continue
        short = len(text) < 200
        count, leaves = _formulas_and_offices(text, leave) if short else (0, False)
        if count:
            offices += count
            leave = leave or leaves
            behalf = bool(_ON_BEHALF.fullmatch(text))
        elif offices and short and (behalf or _ON_BEHALF.fullmatch(text)):
            if not (_ON_BEHALF.fullmatch(text) or _OFFICIAL.fullmatch(text)):
                break
            behalf = True
        elif not (offices and not lines[index - 1].blank and _goes_on(lines[index - 1].text, text)):
            break
        index += 1
        end = index
    if index - start >= LONGEST_SIGNATURE:
        return 0
    if index < len(lines) and is_name(lines[index].text, offices > 0):
        return index + 1
    last = index == len(lines) and bool(_TAKES_LEAVE.fullmatch(lines[start].text[:200]))
    return end if leave and (offices > 1 or last) else 0


def _formulas_and_offices(text: str, leave: bool) -> tuple[int, bool]:
    """How many formulas and offices fill a line, below another that takes leave or not; and whether
    it is such a line itself.
    """
    if _TAKES_LEAVE.fullmatch(text) or _SIGNED_HERE.fullmatch(text):
        return 1, True
    formula = _TAKES_LEAVE.match(text)
    office = text[formula.end() :] if formula else text
    leave = leave or bool(formula)
    if is_office(office) or (leave and _POSTS.fullmatch(office.strip().rstrip(","))):
        return 2 if formula else 1, bool(formula)
    return 0, False


def is_office(text: str) -> bool:
    bare = text.strip()
    return bool(_OFFICE.fullmatch(bare)) and not bare.endswith((".", ")")) and "?" not in bare


def office_goes_on(office: str, below: str) -> bool:
    """Whether the line below an office is the rest of it: 'Welzijn en Sport,'."""
    return is_office(office) and not _TAKES_LEAVE.match(office) and _goes_on(office, below)


def _goes_on(above: str, text: str) -> bool:
    rest = _OPEN_OFFICE.fullmatch(above[-200:]) and _REST_OF_OFFICE.fullmatch(text[:200])
    return bool(rest or _OFFICE_GOES_ON.fullmatch(text[:200]))


def is_name(text: str, after_office: bool) -> bool:
    bare = text.strip()
    if len(bare) > 60 or not bare:
        return False
    if _INITIALS.fullmatch(bare):
        return after_office or not _CHAPTER.fullmatch(bare)
    return after_office and bool(_NAME.fullmatch(bare))


@dataclass(slots=True)
class _Signed:
    """What a line, or the lines so far, hold: posts, names, and of a line, names beyond doubt."""

    posts: int = 0
    names: int = 0
    sure: int = 0

    def add(self, other: _Signed) -> None:
        self.posts += other.posts
        self.names += other.names


def _college_end(lines: list[Line], index: int) -> int:
    """The line after the posts and names, also side by side, of those who sign for a college; a
    closing formula may stand in its place. 0 where none sign.
    """
    closed = college = False
    so_far = _Signed()
    end = 0
    for place in range(index, min(len(lines), index + LONGEST_SIGNATURE)):
        text = lines[place].text
        if lines[place].blank:
            continue
        signed = so_far.posts + so_far.names > 0
        if len(text) < 200 and not signed and _TAKES_LEAVE.fullmatch(text):
            closed = True
        elif len(text) < 200 and not signed and _COLLEGE.fullmatch(text):
            college = True
            end = place + 1 if closed else end
        elif closed or college:
            found = _signed_in(text)
            named = closed and so_far.names > so_far.posts and not lines[place - 1].blank
            if found is None and named:
                found = _wide_post(text)
            if found is None or not _fits(so_far, found, lines[place + 1 :], 2 * closed * college):
                break
            so_far.add(found)
            end = place + 1
        else:
            break
    enough = so_far.posts + so_far.names > 0 or closed
    return end if (enough if college else so_far.posts and so_far.posts + so_far.names > 1) else 0


def _fits(so_far: _Signed, found: _Signed, below: list[Line], free: int) -> bool:
    """Whether every name has a post, above, beside or right below it, or needs none."""
    posts, names = so_far.posts + found.posts, so_far.names + found.names
    if found.names == found.sure or names <= max(posts, free):
        return True
    following = next((line.text for line in below if not line.blank), "")
    beneath = _signed_in(following) or _wide_post(following)
    return beneath is not None and beneath.posts >= found.names


def _wide_post(text: str) -> _Signed | None:
    return _Signed(posts=1) if _WIDE_POST.fullmatch(text[:200]) else None


def _parts(text: str) -> list[str]:
    """Posts and names that stand side by side."""
    parts = []
    for part in _BETWEEN.split(text):
        beside = _BESIDE.split(part)
        parts += beside if _INITIAL.match(part) else [part]
    return parts


def _signed_in(text: str) -> _Signed | None:
    """The posts and names that fill a line, None where it holds anything else."""
    found = _Signed()
    bare = text.strip(" \t\xa0,")
    if not bare or len(bare) > 160:
        return None
    for part in [bare] if _POSTS.fullmatch(bare) else _parts(bare):
        if _POSTS.fullmatch(part):
            found.posts += len(_EACH_POST.findall(part))
        elif found.names and _DEGREES.fullmatch(part):
            continue
        elif is_name(part, after_office=True):
            found.names += 1
            found.sure += is_name(part, after_office=False)
        else:
            return None
    return found
