"""Questions and answers that only a number announces: '3.', '3)' or '3' alone, also in mid-line."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from vertaal.parsing.front import last_title
from vertaal.parsing.headings import heading_start
from vertaal.parsing.labels import Label
from vertaal.parsing.lines import Line
from vertaal.parsing.numbers import NUMBERS, ROMAN, STOPPED_NUMBERS, base, read_numbers
from vertaal.parsing.outline import Item, Reached, read_outline
from vertaal.types import BlockKind, QuestionNumber

LONE = re.compile(rf"\s*(?P<list>{NUMBERS})\s*$", re.I)
_STOPPED = re.compile(rf"\s*(?P<list>{STOPPED_NUMBERS})\s?(?P<stop>[.)])(?=\s|$)\s*", re.I)
_STYLES = {
    "lone": LONE,
    ".": _STOPPED,
    "roman": re.compile(rf"\s*(?P<list>{ROMAN})(?:[.)]\s+(?=\S)|[.)]?\s*$)"),
    "(": re.compile(rf"\s*\((?P<list>{NUMBERS})\)\s+(?=\S)", re.I),
    "/": re.compile(rf"\s*(?P<list>{NUMBERS})\s?/\s+(?=\S)", re.I),
    "letter": re.compile(r"\s*(?P<list>[a-z])[.)]\s+(?=\S)"),
    "capital": re.compile(r"\s*(?P<list>[A-Z])[.)]\s+(?=\S)"),
    "spaced": re.compile(r"\s*(?P<list>\d{1,3}[a-z]?)\s+(?=[«‹“‘„\"'(*_]*[A-ZÀ-Þ])"),
}
_RARE = ("roman", "(", "/", "letter", "capital", "spaced")
"""Styles that are looked for where there is no other."""
_INLINE = re.compile(
    rf"(?<![^\W_])(?<!\d[.,])(?P<list>{STOPPED_NUMBERS})\s?[.)](?=\s+\S|[A-ZÀ-Þ«“\"])", re.I
)
_BEFORE = re.compile(r"(?:^|[.?!:;”»’\"')\]\d])\s*$")
_CAPITAL = re.compile(r"[\s«‹“‘„\"'’(]*(?:[A-ZÀ-Þ\d]|[a-z]\)|[a-h]\.\s)")
_ASKED = re.compile(rf"\bvra(?:ag|gen)\s+(?P<list>{NUMBERS})", re.I)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number that may be a label: where it stands and what it says."""

    index: int
    start: int
    end: int
    numbers: tuple[QuestionNumber, ...]
    text: str
    style: str


def number_lines(lines: list[Line], labels: dict[int, Label]) -> dict[int, Label]:
    """Question labels at the heads of lines, where bare answers stand between the questions."""
    best: list[_Number] = []
    given = {i: label for i, label in labels.items() if label.kind is BlockKind.ANSWER}
    answers, last = sorted(given), _last_answered(given.values())
    for style in ("lone", "."):
        heads = [x for x in _at_heads(lines, style) if base(x.numbers[-1]) <= last]
        paired = [] if answers else _paired(heads)
        for chain in (paired, _chain_between(lines, heads, answers), _chosen(heads, answers)):
            if len(chain) > len(best) and _begins(lines, chain, answers):
                best = chain
    for style in _RARE if len(answers) > 1 else ():
        chain = [] if best else _chain_between(lines, _at_heads(lines, style), answers)
        if len(chain) >= len(answers) and _begins(lines, chain, answers):
            best = chain
    if not best and not answers:
        chain = _chain_between(lines, _at_heads(lines, "spaced"), answers)
        if len(chain) > 1 and all(item.asks for item in _said(lines, chain, len(lines))):
            best = chain
    return {
        item.index: Label(BlockKind.QUESTION, item.text, item.numbers, item.end) for item in best
    }


def _begins(lines: list[Line], chain: list[_Number], answers: list[int]) -> bool:
    """Whether the first number stands above the first answer, which may be a heading, or asks; else
    the numbers are those of lists in answers.
    """
    if not chain or not answers or chain[0].index < answers[0]:
        return bool(chain)
    return _said(lines, chain, answers[-1])[0].asks


def _last_answered(answers: Collection[Label]) -> int:
    """The last question that an answer names; beyond all, where not every answer names some."""
    named = [base(number) for label in answers for number in label.numbers]
    return max(named, default=0) if answers and all(x.numbers for x in answers) else 1 << 60


def _at_heads(lines: list[Line], style: str) -> list[_Number]:
    pattern = _STYLES[style]
    counted = style not in _RARE
    found = []
    for index, line in enumerate(lines):
        if line.blank or (counted and not line.text.lstrip()[:1].isdigit()):
            continue
        match = pattern.match(line.text)
        if match is not None:
            letter = style in ("letter", "capital")
            numbers = (ord(match["list"].lower()) - 96,) if letter else read_numbers(match["list"])
            found.append(
                _Number(index, match.start(), match.end(), numbers, match.group().strip(), style)
            )
    return found


def _chain_between(lines: list[Line], items: list[_Number], answers: list[int]) -> list[_Number]:
    """The numbers that count up, each run as near as can be above the answer that follows it, or
    where more of them ask, those that leave only the numbers of lists. They begin anew below the
    title of further questions.
    """
    chain: list[_Number] = []
    reached = Reached()
    anew = _titled(lines, items, answers)
    edges = sorted({-1, *answers, *anew})
    ends = [*edges[1:], answers[-1] if answers else 1 << 60]
    for start, end in zip(edges, ends, strict=True):
        if end in anew and (answers or start not in anew):  # the end of an answer, or of the front
            continue
        reached = Reached() if start in anew else reached
        within = [item for item in items if start < item.index < end]
        run: list[_Number] = []
        for place in range(len(within) - 1, -1, -1):
            if reached.takes(within[place].numbers):
                run = _count_up(within[place:], reached)
                break
        said = _said(lines, within, end)
        against = sum(
            -1 if item in run else 1 for item, x in zip(within, said, strict=True) if x.asks
        )
        reading = read_outline(said, reached)
        if reading is not None and reading.against < against:
            run = [within[place] for place in reading.upper]
        chain.extend(run)
        for item in run:
            reached = reached.after(item.numbers)
    return chain


def _paired(items: list[_Number]) -> list[_Number]:
    """The first of each number, where each stands twice: above its question and above its answer,
    which may be to several ('3 en 4').
    """
    firsts: list[_Number] = []
    asked: list[QuestionNumber] = []
    again: list[QuestionNumber] = []
    for item in items:
        if set(item.numbers).isdisjoint(asked):
            firsts.append(item)
            asked += item.numbers
        else:
            again += item.numbers
    twice = sorted(map(str, asked)) == sorted(map(str, again))
    return firsts if twice and _count_up(firsts, Reached()) == firsts else []


def _chosen(items: list[_Number], answers: list[int]) -> list[_Number]:
    """All numbers, where they rise and each stands above an answer of its own: some questions out
    of a longer list ('37', '38', '41').
    """
    above = [item for item in items if answers and item.index < answers[-1]]
    rises = all(base(x.numbers[-1]) < base(y.numbers[0]) for x, y in pairwise(above))
    own = [sum(x.index < index for x in above) for index in answers]
    return above if rises and own == list(range(1, len(answers) + 1)) else []


def _titled(lines: list[Line], items: list[_Number], answers: list[int]) -> set[int]:
    """The lines above a first question that has a title above it, and above that answers; where no
    answer has a label, of all such questions if they are several. What asks right above an answer
    may have any heading above it: 'Fractie ABC'.
    """
    found = set()
    ends = sorted({*(item.index for item in items), *answers, len(lines)})
    for item in items:
        above = answers[place - 1] if (place := bisect_left(answers, item.index)) else 0
        if item.numbers[0] != 1 or not (above or not answers):
            continue
        below = ends[bisect_right(ends, item.index)]
        asks = below in answers and _said(lines, [item], below)[0].asks
        front = lines[above : item.index]
        if last_title(front) is not None or (asks and heading_start(front) is not None):
            found.add(item.index - 1)
    return found if answers or len(found) > 1 else set()


def _said(lines: list[Line], items: list[_Number], end: int) -> list[Item]:
    """The numbers with what the text behind each does, the last up to the line `end`."""
    said = []
    for item, below in zip(items, [*(x.index for x in items), end][1:], strict=True):
        texts = [
            lines[item.index].text[item.end :],
            *(x.text for x in lines[item.index + 1 : below]),
        ]
        text = "\n".join(text.strip() for text in texts).strip()
        announces = text.endswith(":") and "\n\n" not in text
        said.append(Item(item.numbers, announces or "?" in text, announces))
    return said


def _count_up(items: list[_Number], reached: Reached) -> list[_Number]:
    run: list[_Number] = []
    for item in items:
        if reached.takes(item.numbers):
            run.append(item)
            reached = reached.after(item.numbers)
    return run


_CARRIED = re.compile(r"(?<=[.?!:;”»’\"')\]])\s*(?=\d{1,3}\.(?:\s(?:en|tot|t/m))?\s*$)")
"""Before the number that a line ends in, with its text on the next."""


def _whole_numbers(lines: list[Line]) -> list[Line]:
    """The lines, with each number that ends one carried to the text that it stands before."""
    whole: list[Line] = []
    carried = ""
    for line, below in zip_longest(lines, lines[1:]):
        text = carried + line.text
        at = _CARRIED.search(text[-16:]) if below is not None and not below.blank else None
        end = len(text) - len(text[-16:]) + at.end() if at else len(text)
        carried = f"{text[end:].rstrip()} " if at else ""
        whole.append(line.with_text(text[:end]))
    return whole


def number_running_text(lines: list[Line]) -> tuple[list[Line], dict[int, Label]]:
    """Lines cut at question numbers that stand inside running text, and the labels so found."""
    lines = _whole_numbers(lines)
    chain = _count_up([item for item in _inside(lines) if _capital(lines, item)], Reached())
    if len(chain) < 2:
        chain = _count_up(_inside(lines), Reached())
    if not chain or (len(chain) < 2 and not _at_head(lines, chain[0])):
        return lines, {}
    return _begin_lines(lines, chain, BlockKind.QUESTION)


def number_answers(
    lines: list[Line], asked: tuple[QuestionNumber, ...]
) -> tuple[list[Line], dict[int, Label], tuple[QuestionNumber, ...]]:
    """An answer to several questions cut at the numbers it repeats.

    Gives the lines, the labels, and the questions that what stands before the first number
    answers (by its own words). No labels where the numbers do not follow the questions.
    """
    lines = _whole_numbers(lines)
    if heads := _answer_heads(lines, asked):
        return *_begin_lines(lines, heads, BlockKind.ANSWER), ()
    rising = _rising(lines, asked)
    before = _answered_ahead(lines, rising, asked) if rising else None
    if before is None:
        return lines, {}, ()
    return *_begin_lines(lines, rising, BlockKind.ANSWER), before


def number_further(
    lines: list[Line], open_: tuple[QuestionNumber, ...]
) -> tuple[list[Line], dict[int, Label]]:
    """An answer cut at the numbers of all questions that are still open: 'Antwoord 1. Ja. 2. …'."""
    rising = _rising(lines, open_) if open_ else []
    if [number for item in rising for number in item.numbers] != list(open_):
        return lines, {}
    return _begin_lines(lines, rising, BlockKind.ANSWER)


def _answer_heads(lines: list[Line], asked: tuple[QuestionNumber, ...]) -> list[_Number]:
    """The numbers at the heads of lines that are plainly those of the questions: each stands alone
    on its line; or they begin the answer, and are all, in an order that no list has or before a
    capital; or others, of lists, stand among them.
    """
    wanted = sorted(map(base, asked))
    for style in (".", "lone", "spaced"):
        heads = _at_heads(lines, style)
        alone = [x for x in heads if not lines[x.index].text[x.end :]]
        if _bases(alone) == wanted:
            return alone
        rises = all(base(x.numbers[0]) < base(y.numbers[0]) for x, y in pairwise(heads))
        if _bases(heads) == wanted and _begin(heads, lines) and (style == "spaced" or not rises):
            return heads
    heads = _at_heads(lines, ".")
    reading = read_outline(
        [Item(item.numbers) for item in heads], Reached(wanted[0] - 1), wanted[-1]
    )
    upper = [heads[place] for place in reading.upper] if reading else []
    return upper if upper and len(upper) < len(heads) and _begin(upper, lines) else []


def _bases(items: list[_Number]) -> list[int]:
    """What the numbers are without their letters, from the least."""
    return sorted(base(number) for item in items for number in item.numbers)


def _begin(items: list[_Number], lines: list[Line]) -> bool:
    """Whether nothing stands above the first of the numbers."""
    return all(line.blank for line in lines[: items[0].index])


def _rising(lines: list[Line], asked: tuple[QuestionNumber, ...]) -> list[_Number]:
    """The numbers of questions, anywhere in the text, that rise; none where they begin anew."""
    wanted = set(map(base, asked))
    found = [item for item in _inside(lines) if _capital(lines, item)]
    rising: list[_Number] = []
    for item in found or _at_heads(lines, "lone"):
        if not all(base(number) in wanted for number in item.numbers):
            continue
        first = base(item.numbers[0])
        if not rising or first > base(rising[-1].numbers[0]):
            rising.append(item)
        elif first == 1:
            return []
    return rising


def _answered_ahead(
    lines: list[Line], rising: list[_Number], asked: tuple[QuestionNumber, ...]
) -> tuple[QuestionNumber, ...] | None:
    """The questions that what stands above the first number says it answers, if they are all that
    are left; None where the numbers are those of a list.
    """
    first = rising[0]
    covered = {base(number) for item in rising for number in item.numbers}
    left = {number for number in asked if base(number) not in covered}
    ahead = " ".join(line.text for line in lines[: first.index])
    ahead += lines[first.index].text[: first.start]
    named = [read_numbers(match["list"]) for match in _ASKED.finditer(ahead)]
    before = next((numbers for numbers in named if set(numbers) == left), ())
    if before:
        return before
    if ahead.strip() and base(first.numbers[0]) != 1:
        return None
    if len(rising) < 2 and not ahead.strip() and covered == set(map(base, asked)):
        listed = len(asked) == 1 and any(base(x.numbers[0]) == 2 for x in _inside(lines))
        return None if listed else ()
    if len(rising) < 2 or ahead.rstrip().endswith(":"):
        return None  # 'Wij nemen twee maatregelen:' and a list of these
    return ()


def _inside(lines: list[Line]) -> list[_Number]:
    found = []
    before = ""
    for index, line in enumerate(lines):
        if line.blank:
            continue
        for match in _INLINE.finditer(line.text):
            ahead = (before[-40:] + " " if match.start() < 40 else "") + line.text[
                max(0, match.start() - 40) : match.start()
            ]
            at_head = not line.text[: match.start()].strip() if match.start() < 40 else False
            if at_head or _BEFORE.search(ahead):
                numbers = read_numbers(match["list"])
                found.append(
                    _Number(index, match.start(), match.end(), numbers, match.group(), "inline")
                )
        before = line.text
    return found


def _capital(lines: list[Line], item: _Number) -> bool:
    return bool(_CAPITAL.match(lines[item.index].text[item.end : item.end + 20]))


def _at_head(lines: list[Line], item: _Number) -> bool:
    return not lines[item.index].text[: item.start].strip()


def _begin_lines(
    lines: list[Line], chain: list[_Number], kind: BlockKind
) -> tuple[list[Line], dict[int, Label]]:
    by_line: dict[int, list[_Number]] = {}
    for item in chain:
        by_line.setdefault(item.index, []).append(item)
    result: list[Line] = []
    labels: dict[int, Label] = {}
    for index, line in enumerate(lines):
        items = by_line.get(index)
        if items is None:
            result.append(line)
            continue
        ahead = line.text[: items[0].start]
        if ahead.strip():
            result.append(line.with_text(ahead))
        ends = [item.start for item in items[1:]] + [len(line.text)]
        for item, end in zip(items, ends, strict=True):
            labels[len(result)] = Label(kind, item.text, item.numbers, item.end - item.start)
            result.append(line.with_text(line.text[item.start : end]))
    return result, labels
