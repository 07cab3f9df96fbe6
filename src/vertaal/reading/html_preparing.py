"""HTML made ready for pandoc, which shows what a page hides and counts every list from its start.

What is hidden is cut out and handed back; an item with a number of its own (`<li value="7">`,
`<ol reversed>`) begins a list of its own; a reading above its signs comes behind them, in brackets.
All else stays as it was written.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from vertaal.reading.list_marks import UNMARKED
from vertaal.reading.list_styles import ListStyles
from vertaal.spacing import squeeze

_NEEDED = re.compile(
    r"<template|hidden|display\s{0,9}:\s{0,9}none|mso-hide|<li\s[^<>]{0,200}?value|\sreversed"
    r"|<input|<textarea|<select|list-style|<rt\b",
    re.I,
)
# No part can be matched in two ways, so that a page of unclosed tags takes no longer than another.
_TAG = re.compile(r"<!--|<(/?)([a-z][\w:-]*+)((?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+')*+)>", re.I)
_ATTRIBUTE = re.compile(
    r"([^\s\"'=/<>]++)\s*+(?:=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?+"
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_RAW = frozenset(("script", "style", "textarea", "title"))
_UNWRITTEN = frozenset(("hidden", "password", "file", "image", "color", "range"))
"""Fields of a form that show no text."""
_WHOLE_PAGE = frozenset(("html", "body"))
"""Hidden until a script shows them: without scripts there would be no page."""
_BLOCKS = frozenset(
    "address article aside blockquote div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header"
    " hr main nav ol p pre section table ul".split()
)
_OF_RUBY = frozenset(("rb", "rp", "rt", "rtc"))
_CLOSED_BY: dict[str, frozenset[str]] = {
    "p": _BLOCKS,
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "tr": frozenset(("tr", "tbody", "tfoot")),
    "td": frozenset(("td", "th", "tr", "tbody", "tfoot")),
    "th": frozenset(("td", "th", "tr", "tbody", "tfoot")),
    "option": frozenset(("option",)),
    "rt": _OF_RUBY,
    "rp": _OF_RUBY,
}
"""Elements whose end tag may be left out, and what begins behind them."""


@dataclass(slots=True)
class _Open:
    """An element that is open; of an `ol`, its items with the number that each asks for, of a
    `select`, its options and whether they are selected, of a `ruby`, whether it
    has brackets of its own, of an `rt`, whether it wants them."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    items: list[tuple[int, int | None]] = field(default_factory=list)
    start: int = 0
    choices: list[tuple[int, int, bool]] = field(default_factory=list)
    unmarked: bool = False
    bracketed: bool = False


def prepare(page: str) -> tuple[str, tuple[str, ...]]:
    """The page without what it hides, its lists with the numbers that it shows; and the text that
    was hidden."""
    if not _NEEDED.search(page):
        return page, ()
    walk = _Page(page)
    walk.go()
    return walk.rewritten()


class _Page:
    """One walk through the tags of a page."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._lists = ListStyles()
        self._stack: list[_Open] = []
        self._changes: list[tuple[int, int, str]] = []
        self._hidden_from: tuple[int, int] | None = None
        """Where the hidden part begins, and how many elements are open around it."""

    def go(self) -> None:
        place = 0
        while (tag := _TAG.search(self._page, place)) is not None:
            place = tag.end()
            name = (tag[2] or "").lower()
            if not name:
                place = self._behind("-->", place)
            elif tag[1]:
                self._end(name, tag)
            else:
                self._begin(name, tag)
                if name in _RAW:
                    place = self._behind(f"</{name}", place) - len(name) - 2
                if name == "style":
                    self._lists.add(self._page[tag.end() : place])
        self._close_to(0, len(self._page))

    def _behind(self, mark: str, place: int) -> int:
        found = re.compile(re.escape(mark), re.I).search(self._page, place)
        return found.end() if found else len(self._page) + len(mark)

    def _begin(self, name: str, tag: re.Match[str]) -> None:
        while self._stack and name in _CLOSED_BY.get(self._stack[-1].name, ()):
            self._close_to(len(self._stack) - 1, tag.start())
        attributes = _attributes(tag[3])
        if name == "input":
            self._changes.append((*tag.span(), html.escape(_written(attributes))))
        if name in _VOID or tag[3].endswith("/"):
            return
        parent = self._stack[-1] if self._stack else None
        if name == "li" and parent is not None and parent.name == "ol":
            parent.items.append((tag.start(), _number(attributes.get("value", ""))))
        self._stack.append(_Open(name, attributes, start=tag.start()))
        if name == "textarea":
            self._changes.append((*tag.span(), "<span>"))
        elif name in _OF_RUBY:
            self._ask_bracket(self._stack[-1])
        elif name in ("ol", "ul") and self._lists.unmarked(self._stack):
            self._stack[-1].unmarked = True
            self._changes.append((tag.start(), tag.start(), f'<div class="{UNMARKED}">'))
        if self._hidden_from is None and _is_hidden(name, attributes):
            self._hidden_from = (tag.start(), len(self._stack) - 1)

    def _ask_bracket(self, element: _Open) -> None:
        """A reading wants brackets, unless its page writes them for those who show no ruby."""
        ruby = next((each for each in self._stack[:-200:-1] if each.name == "ruby"), None)
        if ruby is not None and element.name == "rp":
            ruby.bracketed = True
        elif ruby is not None and element.name == "rt":
            element.bracketed = not ruby.bracketed

    def _end(self, name: str, tag: re.Match[str]) -> None:
        if name == "textarea":
            self._changes.append((*tag.span(), "</span>"))
        for index in range(len(self._stack) - 1, max(-1, len(self._stack) - 200), -1):
            if self._stack[index].name == name:
                # What is left open inside ends before this tag, what the tag closes behind it.
                self._close_to(index + 1, tag.start())
                self._close_to(index, tag.end())
                return

    def _close_to(self, depth: int, place: int) -> None:
        if self._hidden_from is not None and self._hidden_from[1] >= depth:
            self._changes.append((self._hidden_from[0], place, ""))
            self._hidden_from = None
        for element in self._stack[depth:]:
            if element.name == "ol":
                self._count(element)
            elif element.name == "select":
                self._choose(element)
            elif element.name == "option":
                choice = (element.start, place, "selected" in element.attributes)
                lists = [each for each in self._stack[-200:] if each.name == "select"]
                for each in lists[-1:]:
                    each.choices.append(choice)
            if element.name == "rt" and element.bracketed:
                self._bracket(element.start, place)
            if element.unmarked:
                self._changes.append((place, place, "</div>"))
        del self._stack[depth:]

    def _bracket(self, start: int, end: int) -> None:
        if _text_of(self._page[start:end]):
            self._changes += [(start, start, " ("), (end, end, ")")]

    def _choose(self, element: _Open) -> None:
        """Leave the option that a list shows; of one that shows all, part them."""
        choices = element.choices
        if "multiple" in element.attributes:
            self._changes += [(start, start, ", ") for start, _, _ in choices[1:]]
        elif choices:
            shown = next((start for start, _, chosen in choices if chosen), choices[0][0])
            self._changes += [(start, end, "") for start, end, _ in choices if start != shown]

    def _count(self, element: _Open) -> None:
        """Begin a new list where the next item does not have the next number."""
        down = "reversed" in element.attributes
        if not down and all(value is None for _, value in element.items):
            return
        kind = element.attributes.get("type", "")
        kind = f' type="{kind}"' if len(kind) == 1 and kind in "1aAiI" else ""
        start = _number(element.attributes.get("start", ""))
        number = start if start is not None else (len(element.items) if down else 1)
        counted = start if start is not None else 1
        for place, value in element.items:
            number = value if value is not None else number
            if number != counted:
                self._changes.append((place, place, f'</ol><ol start="{number}"{kind}>'))
            counted = number + 1
            number += -1 if down else 1

    def rewritten(self) -> tuple[str, tuple[str, ...]]:
        pieces: list[str] = []
        hidden: list[str] = []
        done = 0
        for start, end, new in sorted(self._changes, key=lambda change: change[:2]):
            if start < done:  # A list inside what is hidden.
                continue
            pieces += [self._page[done:start], new]
            text = _text_of(self._page[start:end])
            hidden += [text] if text else []
            done = end
        return "".join([*pieces, self._page[done:]]), tuple(hidden)


def _attributes(text: str) -> dict[str, str]:
    return {
        found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "")
        for found in _ATTRIBUTE.finditer(text)
    }


def _written(attributes: dict[str, str]) -> str:
    """What a field of a form shows. The model keeps '[x]', and makes others of a box's sign."""
    kind = attributes.get("type", "text").lower()
    if kind in ("checkbox", "radio"):
        return "[x] " if "checked" in attributes else "[ ] "
    return "" if kind in _UNWRITTEN else attributes.get("value", "")


def _number(text: str) -> int | None:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None


def _is_hidden(name: str, attributes: dict[str, str]) -> bool:
    if name in _WHOLE_PAGE:
        return False
    unseen = bool(_UNSEEN.search(attributes.get("style", "")))
    return name == "template" or "hidden" in attributes or unseen


def _text_of(fragment: str) -> str:
    return squeeze(html.unescape(_TAG.sub(" ", fragment)))
