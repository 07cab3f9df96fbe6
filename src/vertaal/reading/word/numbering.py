"""The numbers and bullets that Word prints before paragraphs, worked out as Word does.

They stand in no text: a paragraph, or its style, names a list and a level of it, and the list
tells how that level counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from vertaal.reading.list_marks import BULLET, COUNTS
from vertaal.reading.word.names import below, number, of, switch, value, w
from vertaal.reading.word.styles import Styles

_LEVELS = range(9)
_LONGEST_TEXT = 200
_LONGEST_LINK = 10
_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMBER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed before a paragraph: '1.', 'a)', a bullet, or, with `words`, 'Vraag 1'."""

    text: str
    words: bool = False


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level counts. The use of a level above `restart`, from 0, starts it anew; `plain` is
    said of one whose numbers are all decimal; `style` has its paragraphs."""

    form: str
    text: str
    start: int
    restart: int
    plain: bool
    style: str


@dataclass(frozen=True, slots=True)
class _List:
    """A list as paragraphs name it. Lists of one definition share their counts; at its first
    paragraph of a level in `anew` this one starts that level again."""

    name: str
    definition: str
    levels: dict[int, _Level]
    anew: frozenset[int]


class Numbering:
    """The lists of a document, which are asked for labels in the order of its paragraphs."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        parts = [] if root is None else list(root)
        self._styles = styles
        self._definitions = {
            value(part, "abstractNumId"): part for part in parts if part.tag == w("abstractNum")
        }
        self._of_style = {of(part, "styleLink"): key for key, part in self._definitions.items()}
        self._nums = {value(part, "numId"): part for part in parts if part.tag == w("num")}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[tuple[str, int], int] = {}
        self._begun: set[tuple[str, int]] = set()

    def start_anew(self) -> None:
        self._counts.clear()
        self._begun.clear()

    def next_label(self, properties: Element | None, styles: list[Element]) -> Label | None:
        """What is printed before the next paragraph, which has these properties and styles."""
        name, place = self._place(properties, styles)
        found = self._list(name)
        if found is None or place not in found.levels:
            return None
        self._count(found, place)
        return self._label(found, place)

    def _place(self, properties: Element | None, styles: list[Element]) -> tuple[str, int]:
        """The name of a paragraph's list, empty where it has none, and its level."""
        direct = of(properties, "numPr/numId")
        level = of(properties, "numPr/ilvl")
        if direct:
            return direct, number(level)
        name = _first(styles, "pPr/numPr/numId")
        found = self._list(name)
        if found is None:
            return "", 0
        by_style = {each.style: place for place, each in found.levels.items() if each.style}
        for style in styles:
            if value(style, "styleId") in by_style:
                return name, by_style[value(style, "styleId")]
        return name, number(level or _first(styles, "pPr/numPr/ilvl"))

    def _list(self, name: str) -> _List | None:
        """The list of that name; '0' is Word's name for none."""
        if name not in self._lists:
            num = self._nums.get(name) if name != "0" else None
            self._lists[name] = None if num is None else self._read(name, num)
        return self._lists[name]

    def _read(self, name: str, num: Element) -> _List | None:
        key = self._definition_of(num)
        if key not in self._definitions:
            return None
        levels = dict(map(_level, self._definitions[key].findall(w("lvl"))))
        levels = {place: level for place, level in levels.items() if place in _LEVELS}
        anew: set[int] = set()
        for override in num.findall(w("lvlOverride")):
            place, start = number(value(override, "ilvl")), of(override, "startOverride")
            level = override.find(w("lvl"))
            if level is not None and place in _LEVELS:
                levels[place] = _level(level)[1]
            if start and place in levels:
                levels[place] = replace(levels[place], start=number(start, 1))
                anew.add(place)
        return _List(name, key, levels, frozenset(anew))

    def _definition_of(self, num: Element) -> str:
        """The name of the definition with the list's levels: it may refer to that of a style."""
        key = of(num, "abstractNumId")
        for _ in range(_LONGEST_LINK):
            link = of(self._definitions.get(key), "numStyleLink")
            if not link:
                break
            styled = self._nums.get(_first(list(self._styles.chain(link)), "pPr/numPr/numId"))
            key = self._of_style.get(link, of(styled, "abstractNumId"))
        return key

    def _count(self, found: _List, place: int) -> None:
        if place in found.anew and (found.name, place) not in self._begun:
            self._counts.pop((found.definition, place), None)
        self._begun.add((found.name, place))
        for other, level in found.levels.items():
            key = (found.definition, other)
            if other == place:
                self._counts[key] = self._counts.get(key, level.start - 1) + 1
            elif other < place:
                self._counts.setdefault(key, level.start)
            elif place < level.restart:
                self._counts.pop(key, None)

    def _label(self, found: _List, place: int) -> Label | None:
        level = found.levels[place]

        def counted(match: re.Match[str]) -> str:
            which = int(match[1]) - 1
            other = found.levels.get(which)
            if other is None or which > place:
                return ""
            form = "decimal" if level.plain else other.form
            return _FORMS.get(form, str)(self._counts[found.definition, which])

        text = _NUMBER.sub(counted, level.text).strip()
        if _WORD.search(level.text):
            return Label(text, words=True)
        if level.form == "bullet" and len(text) == 1:
            return Label(BULLET)  # An 'o' is a circle.
        if not any(character.isalnum() for character in text):
            return Label(BULLET) if text.strip(".,:;()[]") else None
        # A number with nothing around it would be read as one of the sentence.
        return Label(f"{text}." if text.isalnum() else text)


def _first(styles: list[Element], path: str) -> str:
    return next(filter(None, (of(style, path) for style in styles)), "")


def _level(node: Element) -> tuple[int, _Level]:
    place = number(value(node, "ilvl"))
    restart = of(node, "lvlRestart")
    return place, _Level(
        form=of(node, "numFmt"),
        text=of(node, "lvlText")[:_LONGEST_TEXT],
        start=number(of(node, "start"), 1),
        restart=number(restart, place) if restart else place,
        plain=switch(below(node, "isLgl")) or False,
        style=of(node, "pStyle"),
    )


_FORMS: dict[str, Callable[[int], str]] = {
    "none": lambda count: "",
    "bullet": lambda count: "",
    "lowerLetter": COUNTS["a"],
    "upperLetter": COUNTS["A"],
    "lowerRoman": COUNTS["i"],
    "upperRoman": COUNTS["I"],
}
"""How a level writes its numbers; others are written as decimals."""
