"""The numbers that an ODT shows at its list items and headings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from vertaal.reading.list_marks import BULLET, COUNTS

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LEVELS = 10
_HIGHEST = 99_999


@dataclass(frozen=True, slots=True)
class _Level:
    """How a list style marks the items of one level; without `form` it shows no number."""

    form: str = ""
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1
    """How many levels the number shows: 2 gives '3.1'."""
    bullet: bool = False


_Style = dict[int, _Level]


@dataclass(slots=True)
class ListCount:
    """The last number of each level of a list, and of the lists that go on with it."""

    styles: dict[str, _Style]
    style: _Style
    last: dict[int, int] = field(default_factory=dict)

    def styled(self, name: str | None) -> ListCount:
        """The same count in another style."""
        return replace(self, style=self.styles.get(name, {})) if name else self

    def restart(self, level: int) -> None:
        """Begin the level and those in it anew."""
        for each in [each for each in self.last if each >= level]:
            del self.last[each]

    def label(self, level: int, start: str | None) -> str:
        """Count an item, and say what stands before it."""
        form = self.style.get(level)
        if form is None or form.bullet:
            return BULLET
        self.restart(level + 1)
        number = number_of(start, -1)
        if number < 0:
            number = self.last.get(level, form.start - 1) + 1
        self.last[level] = number
        if not form.form:
            return ""
        shown = [
            _written(self.last.get(each, at.start), at.form)
            for each in range(max(1, level - form.shown + 1), level + 1)
            if (at := self.style.get(each)) and at.form
        ]
        label = f"{form.before}{'.'.join(shown)}{form.after}".strip()
        # A number alone before a text is rather a part of it.
        return label + "." * (label.isalnum() and label == _written(number, form.form))


@dataclass(slots=True)
class Numbering:
    """The lists of a document so far."""

    styles: dict[str, _Style]
    outline: ListCount
    _by_id: dict[str, ListCount] = field(default_factory=dict)
    _by_style: dict[str, ListCount] = field(default_factory=dict)

    @staticmethod
    def of(roots: list[Element]) -> Numbering:
        styles: dict[str, _Style] = {}
        outline: _Style = {}
        for root in roots:
            for node in root.iter(TEXT + "list-style"):
                styles[node.get(STYLE + "name", "")] = _style(node)
            for node in root.iter(TEXT + "outline-style"):
                outline = _style(node)
        return Numbering(styles, ListCount(styles, outline))

    def counter(self, block: Element) -> ListCount:
        """The counter of a list that stands in no other: its own, or that of an earlier one."""
        style = block.get(TEXT + "style-name", "")
        earlier = block.get(TEXT + "continue-list") or block.get(TEXT + "list-id") or ""
        counter = self._by_id.get(earlier)
        if counter is None and block.get(TEXT + "continue-numbering") == "true":
            counter = self._by_style.get(style)
        counter = counter or ListCount(self.styles, self.styles.get(style, {}))
        self._by_style[style] = counter
        for name in (block.get(_ID), block.get(TEXT + "id"), block.get(TEXT + "list-id")):
            if name:
                self._by_id[name] = counter
        return counter

    def of_heading(self, heading: Element) -> str:
        """The number of a heading that stands in no list."""
        level = number_of(heading.get(TEXT + "outline-level"), 1)
        if not self.outline.style.get(level, _Level()).form:
            return ""
        if heading.get(TEXT + "is-list-header") == "true":
            return ""
        return self.outline.label(level, heading.get(TEXT + "start-value"))


def _style(node: Element) -> _Style:
    levels: _Style = {}
    for level in node:
        place = number_of(level.get(TEXT + "level"), 1)
        if place > _LEVELS:
            continue
        numbered = level.tag in (
            TEXT + "list-level-style-number",
            TEXT + "outline-level-style",
        )
        levels[place] = _Level(
            level.get(STYLE + "num-format", ""),
            level.get(STYLE + "num-prefix", ""),
            level.get(STYLE + "num-suffix", ""),
            number_of(level.get(TEXT + "start-value"), 1),
            number_of(level.get(TEXT + "display-levels"), 1),
            not numbered,
        )
    return levels


def number_of(text: str | None, otherwise: int) -> int:
    return min(int(text), _HIGHEST) if text and text.isascii() and text.isdigit() else otherwise


def _written(number: int, form: str) -> str:
    return COUNTS.get(form, str)(number) if 0 < number < 1_000 else str(number)
