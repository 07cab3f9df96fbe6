"""Labels of questions, answers and notices, told from prose that looks like them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from vertaal.numerals import DUTCH_ORDINALS
from vertaal.parsing.numbers import LABEL_NUMBERS, read_numbers
from vertaal.types import BlockKind, QuestionNumber


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the head of a line: its kind, its own text, its numbers, and where text begins.

    `numbers` is empty for a bare 'Antwoord' or 'Vraag'. `end` is the offset in the line at which
    the text after the label begins; whether the rest of the line `heads` that text.
    """

    kind: BlockKind
    text: str
    numbers: tuple[QuestionNumber, ...]
    end: int
    heads: bool = False


_OPENED = r"[\[*#_\s]*"
"""What may stand before the word: a bracket, the marks of a heading or of bold type."""
_STOP = r"(?P<stop>\s{0,3}[:.)\]/*_]+|(?:(?<=\s)|\s)[-–—](?=\s|$))?"
_ORDINAL = "|".join(DUTCH_ORDINALS)
_QUESTION = re.compile(
    rf"\s*(?P<label>{_OPENED}(?P<word>(?:(?:uw\s+)?(?:deel|kamer)?vra(?:ag|gen)|v\sr\sa\s(?:a\sg|g\se\sn))(?:\s?/\s?opmerking(?:en)?)?|vr(?:\.|(?=\s?\d)))(?:nummers?)?(?![^\W\d_])\s*(?:(?:nrs?|no)\b\.?|nummers?\b)?"
    rf"\s*(?:[(#]?(?P<list>{LABEL_NUMBERS}))?{_STOP})(?P<rest>.*)",
    re.I | re.S,
)
WHICH = (
    r"(?:gezamenlijk|gecombineerd|geco[oö]rdineerd|nader|aanvullend|herzien|gecorrigeerd"
    r"|gewijzigd)e?"
)
"""What may stand before 'antwoord', in a label and in the line that says when it came in."""
_ANSWER = re.compile(
    rf"\s*(?P<label>{_OPENED}(?P<word>(?:(?:{WHICH}|ons|mijn)\s+)?(?:(?:be)?antwoord(?:ing|en)?|a\sn\st\sw\so\so\sr\sd(?:\se\sn)?|antw\b\.?|reactie))(?:\(en\))?(?![^\W\d_])"
    r"(?P<on>\s*(?-i:op|OP|Op(?=\s+(?i:de\s+)?(?i:vra))|van|VAN|bij)\b)?"
    r"(?:\s*(?-i:de|DE|het|HET|uw|UW|alle|ALLE|bovenstaande)\b)?"
    rf"(?:\s+(?P<ordinal>{_ORDINAL})(?=\s+(?:deel)?vraag\b))?"
    rf"(?P<asked>\s*\(?(?:(?:kamer|deel)?vra(?:ag/vragen|ag|gen)|vr\b\.?)(?![^\W\d_]))?\s*(?:(?:nrs?|no)\b\.?|nummers?\b)?"
    rf"\s*(?:[(#]?(?P<list>{LABEL_NUMBERS}))?{_STOP})(?P<rest>.*)",
    re.I | re.S,
)
_GIVER = (
    r"(?:de\s+|het\s+|onze\s+)?(?:(?:vice-?\s?)?(?:eerste)?ministers?|staatssecretaris(?:sen)?"
    r"|kabinet|regering|bewinds(?:persoon|personen|lieden)|initiatiefnemers?|indieners?"
    r"|(?:bestuurs)?college|bc|db|(?:dagelijks\s+)?bestuur|(?:eiland)?gedeputeerden?|gezaghebber|burgemeester|wethouders?|gs|gedeputeerde\s+staten|b\s?(?:&|en)\s?w)"
)
_IN_NO_OFFICE = (
    "vraag|vragen|ontvangen|op|aan|in|over|is|zijn|was|waren|luidt|luidde|wordt|werd|heeft|had"
)
_SHORT = r"\b(?:drs|mr|dr|ir|ing|prof|mevr|mw|dhr|(?-i:[A-ZÀ-Þ][a-zà-ÿ]?))\."
"""Titles and initials of a name."""
_WHO = (
    rf"(?:(?:{_SHORT}\s?)+[^.?!:,]{{2,40}},\s+)?{_GIVER}\b"
    rf"(?:(?!\b(?:{_IN_NO_OFFICE})\b)(?:{_SHORT}|[^.?!:])){{0,120}}"
)
_GIVEN = re.compile(
    rf"\s*(?P<label>(?:{WHICH}\s+)?(?:be)?antwoord(?:en|ing)?\s+(?:(?:(?:van|door)\s+)?{_WHO}:"
    rf"|(?:van|door)\s+{_GIVER}(?=\s*$)))(?P<rest>.*)",
    re.I | re.S,
)
"""An answer announced by who gives it; a verb before the colon makes a sentence of it."""
_GIVEN_BELOW = re.compile(
    rf"\s*(?P<label>(?:(?:be)?antwoord(?:ing)?|reactie)\s+(?:(?:van|door)\s+)?{_WHO}(?<!,)|reactie)\s*",
    re.I,
)
"""The same without a colon, on a line of its own below a question."""
_REACTION = re.compile(rf"\s*(?P<label>reactie(?:\s+(?:van\s+)?{_WHO})?\s?:)\s*(?=\S)", re.I)
"""The same with a reaction behind the colon."""
_NOTICE = re.compile(
    r"\s*(?P<label>(?:nadere\s+)?(?:mededeling|toelichting|uitstelbericht|bijlage(?:n|\(n\))?(?:\s+\d{1,2})?)"
    r"\s*(?P<stop>:)?)(?P<rest>.*)",
    re.I | re.S,
)
_BEGINNINGS = (
    "vra",
    "v r a",
    "vr.",
    "vr ",
    "deelvra",
    "kamervra",
    "reactie",
    "antw",
    "a n t w",
    "beantw",
    "gezam",
    "geco",
    "nader",
    "aanvul",
    "herzien",
    "gewijz",
    "meded",
    "toel",
    "uits",
    "bijl",
    "ons ",
    "uw ",
    "mijn ",
)
_OPENS = re.compile(
    r"[\s(\[«‹“‘„\"'’*_-]*(?:(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)]\s+[«‹“‘„\"'’]?)?[^\W\d_]"
)
_APOSTROPHE = re.compile(r"[\s(«“„\"]*[’'‘`][stn][\s-](?-i:[A-ZÀ-Þ])")
"""How '’s Avonds' and '’t Kabinet' begin, with a small letter."""
_AMOUNT = re.compile(
    r"[\s(«‹“‘„\"'’]*(?P<sign>€\s?)?\d+(?:[.,/–-]\d+)*"
    r"(?:\s?[%‰]|(?:e|de|ste)?\s+(?!(?:en|tot|t/m)\b)[^\W\d_]{2}|(?(sign)))"
)
"""How a sentence begins with a number: '10 euro', '40%', '€ 3,5 miljoen', '1e helft'."""
_SENTENCE_END = re.compile(r"[.?!:;…»”’\"')\]\d]\s*$")
_ASKER = (
    r"(?:(?:van\s+)?(?:(?:het|de)\s+)?(?:lid|leden|heer|mevrouw|(?:raads|staten|kamer)(?:lid|leden)|fracties?)\s"
    rf"(?:(?!\b(?:over|aan)\b|\s\d)(?:{_SHORT}|[^.?!:])){{2,80}}?"
    r"|(?:van\s+)?(?:de\s+)?[\w-]+-?fractie"
    r"|(?-i:NAME(?:(?:\s|\s?[,/&]\s?|\sen\s)NAME){0,3}))"
)
"""Who asks: 'van de heer De Vries', 'fractie ABC', 'VVD en CDA'."""
_ADDITION = re.compile(
    r"\s*(?:\([^()]{1,60}\)|van\s+\d{1,3}|gezamenlijk|gecombineerd|(?:te)?samen|van\s+(?:het\s+lid|de\s+leden)\s(?:(?!over\b)[^.?!]){2,80}?)\s*:?\s*",
    re.I,
)
_ASKED_ABOVE = re.compile(
    r"\s*Vraag\s+van\s+(?:het\s+lid|de\s+leden|de\s+heer|mevrouw|de\s+fractie)\s(?:(?!\b(?:over|aan)\b|\s\d)[^?!:]){2,120}[^.?!:;,\s]\s*"
)
_NAMED = r"[A-ZÀ-Þ][\w’'-]*"
_PARTY = r"[A-ZÀ-Þ][a-zà-ÿ]*[A-ZÀ-Þ\d][\w’'-]*"
_ASKED_BY = re.compile(
    rf"\s*(?P<label>(?-i:V)raag\s+{_ASKER.replace('NAME', _NAMED)}\s?:)(?P<rest>.*)", re.I | re.S
)
_BY = re.compile(rf"\s*(?:[-–—,]\s*)?{_ASKER.replace('NAME', _PARTY)}\s?:", re.I)
"""The same behind the number of a question: 'Vraag 1 VVD: …'."""
_GLUED = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]")
"""Text that lost the space between it and its label."""
_LONGEST_GIVEN = 160
_TITLELIKE = re.compile(r"(?:kamer)?vragen\b|(?:de\s+)?(?:minister|staatssecretaris)\b", re.I)


@dataclass(frozen=True, slots=True)
class Context:
    """What stands above a line: the last line of text, and whether a blank line is between."""

    before: str = ""
    apart: bool = True

    @property
    def ended(self) -> bool:
        return self.apart or self.ended_above

    @property
    def ended_above(self) -> bool:
        return not self.before or bool(_SENTENCE_END.search(self.before[-12:]))


TOP = Context()


def find_label(text: str, context: Context = TOP) -> Label | None:
    """The label that a line begins with, or None.

    A label with text of its own behind it is believed only where what stands above has ended.
    """
    label = _as_printed(text, context)
    if label is None and len(text) <= _LONGEST_MISREAD and (misread := _MISREAD.match(text)):
        word = misread.lastgroup or ""
        label = _as_printed(f"{text[: misread.start(word)]}{word}{text[misread.end() :]}", context)
        if label is None or text[label.end :].strip() or not (label.numbers or word[0] == "A"):
            return None
        return replace(label, text=text[: label.end].strip())
    return label


_LONGEST_MISREAD = 40


def _nearly(word: str) -> str:
    """The pattern of the word with one letter misread."""
    return "|".join(rf"{word[:place]}\w{word[place + 1 :]}" for place in range(len(word)))


_MISREAD = re.compile(
    rf"\s*(?![a-zß-ÿ])(?:(?P<Vraag>{_nearly('Vraag')})|(?P<Vragen>{_nearly('Vragen')})"
    rf"|(?P<Antwoord>{_nearly('Antwoord')})|(?P<Antwoorden>{_nearly('Antwoorden')}))(?![^\W\d_])"
)
"""The words of a label as a scan may read them."""


def _as_printed(text: str, context: Context) -> Label | None:
    if not text.lstrip(" \t\xa0[*#_")[:8].lower().startswith(_BEGINNINGS):
        return None
    return (
        _question(text, context)
        or _answer(text, context)
        or _worded(BlockKind.QUESTION, _ASKED_BY, text)
        or _worded(BlockKind.ANSWER, _GIVEN, text)
        or _notice(text, context)
    )


_COUNT = re.compile(
    r"\s*(?:(?P<number>\d{1,3})[.)]?\s+(?=[BVA])"
    rf"|(?:(?P<nth>\d{{1,2}})(?:e|ste|de)|(?P<ordinal>(?i:{_ORDINAL})))\s+(?=(?i:vraag|antwoord)\b))"
)


def find_counted(text: str) -> Label | None:
    """'1. Vraag: …', '2e vraag: …' and 'Derde vraag', a label with its number before it."""
    count = _COUNT.match(text)
    if count is None:
        return None
    rest = text[count.end() :]
    label = find_label(rest if count["number"] else rest.capitalize())
    if label is None or label.kind is BlockKind.OTHER or label.numbers:
        return None
    printed = text[: count.end() + label.end].strip()
    number = int(count["number"] or count["nth"] or _count(count["ordinal"]))
    return Label(label.kind, printed, (number,), count.end() + label.end)


def _count(ordinal: str) -> int:
    return DUTCH_ORDINALS.index(ordinal.lower()) + 1


def find_bare_answer(text: str, context: Context) -> Label | None:
    """'Antwoord', 'Antwoord.' or 'Antwoord –' with the answer right behind it; a question must be
    open.
    """
    match = _ANSWER.match(text)
    if match is None or match["list"] or match["on"] or match["asked"]:
        return None
    if _REACTION.match(text):  # 'Reactie DB: Ja'
        return None
    rest = match["rest"].strip()
    if not (_opens(rest) or (match["stop"] and _AMOUNT.match(rest))) or _TITLELIKE.match(rest):
        return None
    if not (match["word"][0].isupper() and context.ended):
        return None
    return _label(BlockKind.ANSWER, match)


def find_given_below(text: str) -> Label | None:
    """'Antwoord van de minister van Zee' or 'Reactie' as a line of its own, 'Reactie college: Ja';
    a question must be open."""
    match = _GIVEN_BELOW.fullmatch(text.rstrip(" :")) if len(text) <= _LONGEST_GIVEN else None
    if match is not None and match["label"][0].isupper():
        return Label(BlockKind.ANSWER, text.strip(), (), len(text))
    match = _REACTION.match(text)
    if match is None or not match["label"][0].isupper():
        return None
    return Label(BlockKind.ANSWER, match["label"], (), match.end())


def find_asked_above(text: str) -> Label | None:
    """'Vraag van het lid De Vries (ABC)' on a line of its own; there must be several."""
    if len(text) > _LONGEST_GIVEN or not _ASKED_ABOVE.fullmatch(text):
        return None
    return Label(BlockKind.QUESTION, text.strip(), (), len(text))


_CHAPTER = re.compile(
    rf"\s*(?:I{{2,3}}|[23B])[.)]?\s+(?:(?:antwoord(?:en)?|reactie)(?:\s*/\s*reactie)?\s+van\s+{_WHO}"
    r"|(?:be)?antwoord(?:en|ing))\s*",
    re.I,
)


def find_answer_chapter(text: str) -> Label | None:
    """'II Antwoord van de minister' or '2. Beantwoording', under which all answers stand."""
    if len(text) > _LONGEST_GIVEN or not _CHAPTER.fullmatch(text):
        return None
    return Label(BlockKind.ANSWER, text.strip(), (), len(text))


def _question(text: str, context: Context) -> Label | None:
    match = _QUESTION.match(text)
    if match is None:
        return None
    if match["list"] is None:
        stop = match["stop"] or ""
        one = match["word"].lower().replace(" ", "").endswith(("vraag", "vr.", "opmerking"))
        alone = one and (not match["rest"].strip() or _closes(stop))
        return _label(BlockKind.QUESTION, match) if alone and match["word"][0].isupper() else None
    return _label(BlockKind.QUESTION, match) if _believable(match, context) else None


def _answer(text: str, context: Context) -> Label | None:
    match = _ANSWER.match(text)
    if match is None:
        return None
    if match["list"] is not None:
        return _label(BlockKind.ANSWER, match) if _believable(match, context) else None
    if match["rest"].strip() and not _closes(match["stop"] or ""):
        return None
    if match["word"][0].lower() == "r":  # 'Reactie' alone may head anything.
        return None
    if match["word"][0].islower() or (match["on"] and not match["asked"]):
        return None
    return _label(BlockKind.ANSWER, match)


def _worded(kind: BlockKind, pattern: re.Pattern[str], text: str) -> Label | None:
    match = pattern.match(text)
    if match is None or not match["label"][0].isupper():
        return None
    return Label(kind, match["label"], (), match.start("rest"))


_ANNEX = re.compile(
    r"\s*(?P<label>Bijlage\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4})(?:\s?[.:])?(?:\s+[-–—])?)\s+"
    r"(?P<rest>[A-ZÀ-Þ][^.?!;]{2,100})"
)
"""The heading of an annex: 'Bijlage 2 – Bedragen per jaar'."""


def _notice(text: str, context: Context) -> Label | None:
    annex = _ANNEX.fullmatch(text[:150]) if context.apart and context.ended_above else None
    if annex:
        return Label(BlockKind.OTHER, annex["label"], (), annex.start("rest"), heads=True)
    match = _NOTICE.match(text)
    if match is None or not match["label"][0].isupper():
        return None
    if match["rest"].strip() and not match["stop"]:
        return None
    return _label(BlockKind.OTHER, match)


def _believable(match: re.Match[str], context: Context) -> bool:
    """Whether a numbered label is one, and not part of a sentence."""
    rest, stop = match["rest"].strip(), (match["stop"] or "").strip(" *_")
    if match["word"][0].islower():
        return not rest and stop in ("", ":") and context.apart and context.ended_above
    if not rest:
        return stop in ("", ":") or context.ended
    if _addition(match):
        return context.ended
    if ":" in stop:
        return True
    if not stop and match["rest"][:1].strip():  # '5de', '3.000', but 'Vraag 1Klopt dat?'
        return context.ended and bool(_GLUED.match(match["rest"]))
    if not stop and match["list"].isalpha() and match["list"][-1].islower():
        return False  # 'Vragen twee Kamerleden hierom?'
    return context.ended and (
        _opens(rest) or bool(_AMOUNT.match(rest) and (stop or "€" in rest[:9]))
    )


def _addition(match: re.Match[str]) -> re.Match[str] | None:
    """What belongs to the label behind its numbers: '(VVD)', 'gezamenlijk', who asks."""
    asks = match["word"][0] in "Vv"
    return _ADDITION.fullmatch(match["rest"]) or (_BY.match(match["rest"]) if asks else None)


def _closes(stop: str) -> bool:
    """Whether what ends a label lets no sentence run on from it: 'Antwoord:', '[Antwoord]'."""
    return ":" in stop or "]" in stop


def _opens(rest: str) -> bool:
    """Whether the text can be the beginning of a sentence that a word begins."""
    opens = _OPENS.match(rest)
    return (opens is not None and opens.group()[-1].isupper()) or bool(_APOSTROPHE.match(rest))


def _label(kind: BlockKind, match: re.Match[str]) -> Label:
    groups = match.groupdict()
    numbers = read_numbers(groups["list"]) if groups.get("list") else ()
    numbers = (_count(groups["ordinal"]),) if groups.get("ordinal") and not numbers else numbers
    label, end = match["label"], match.start("rest")
    addition = _addition(match) if numbers else None
    if addition is not None:
        label, end = label + addition.group(), end + addition.end()
    return Label(kind, label.strip(), numbers, end)
