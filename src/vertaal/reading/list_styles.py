"""Which lists of a page its style sheets leave without marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

_PRINT = re.compile(r"@media\s+print[^{}]{0,99}+\{(?:[^{}]*+\{[^{}]*+\})*+[^{}]*+\}", re.I)
_DECLARED = re.compile(r"(?:^|[;\s])list-style(?:-type)?\s*:([^;]*)", re.I)
_NONE = re.compile(r"\bnone\b", re.I)
_SIMPLE = re.compile(r"([a-z][\w-]*|\*)?((?:[.#][\w-]+)*)", re.I)
_MOST_RULES = 200
_LONGEST_SHEET = 500_000


class Element(Protocol):
    """An open element of the page."""

    name: str
    attributes: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Simple:
    """'ol.plain': what a selector asks of one element."""

    name: str
    classes: frozenset[str]
    identifier: str

    def fits(self, element: Element) -> bool:
        return (
            self.name in ("", "*", element.name)
            and self.classes <= set(element.attributes.get("class", "").split())
            and self.identifier in ("", element.attributes.get("id", ""))
        )


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a selector says of lists; `items`: of those whose items it chooses ('ol.plain li')."""

    weight: tuple[int, int, int]
    path: tuple[_Simple, ...]
    items: bool
    unmarked: bool

    def fits(self, stack: Sequence[Element]) -> bool:
        path = list(self.path)
        if not self.items and not path.pop().fits(stack[-1]):
            return False
        around = list(stack if self.items else stack[:-1])
        for simple in reversed(path):
            while around and not simple.fits(around[-1]):
                around.pop()
            if not around:
                return False
            around.pop()
        return True


class ListStyles:
    """The rules of a page's style sheets about the marks of lists."""

    def __init__(self) -> None:
        self._rules: list[_Rule] = []

    def add(self, sheet: str) -> None:
        """Learn the rules of the next style sheet."""
        pieces = sheet[:_LONGEST_SHEET].replace("<!--", "").replace("-->", "").split("/*")
        text = pieces[0] + "".join(piece.partition("*/")[2] for piece in pieces[1:])
        for block in _PRINT.sub("", text).split("}"):
            before, _, body = block.rpartition("{")
            said = _declared(body)
            if said is not None and len(self._rules) < _MOST_RULES:
                selectors = before.rpartition("{")[2].rpartition(";")[2][-2000:]
                rules = (_rule(each, said) for each in selectors.split(","))
                self._rules += [rule for rule in rules if rule is not None]
        # Of rules of one weight the last counts: sorting keeps their order.
        self._rules.sort(key=lambda rule: rule.weight)

    def unmarked(self, stack: Sequence[Element]) -> bool:
        """Whether the innermost of the open elements, a list, shows no marks."""
        own = _declared(stack[-1].attributes.get("style", "")[:1000])
        if own is not None:
            return own
        near = stack[-50:]
        return next((rule.unmarked for rule in reversed(self._rules) if rule.fits(near)), False)


def _declared(style: str) -> bool | None:
    """Whether declarations take the marks away; None where they say nothing of these."""
    found = _DECLARED.findall(style)
    return bool(_NONE.search(found[-1])) if found else None


def _rule(selector: str, unmarked: bool) -> _Rule | None:
    path: list[_Simple] = []
    for part in selector.replace(">", " ").split():
        match = _SIMPLE.fullmatch(part)
        if match is None:
            return None
        named = re.findall(r"([.#])([\w-]+)", match[2])
        classes = frozenset(name for sign, name in named if sign == ".")
        identifier = next((name for sign, name in named if sign == "#"), "")
        path.append(_Simple((match[1] or "").lower(), classes, identifier))
    weight = (
        sum(bool(each.identifier) for each in path),
        sum(len(each.classes) for each in path),
        sum(each.name not in ("", "*") for each in path),
    )
    items = bool(path) and path[-1] == _Simple("li", frozenset(), "")
    return _Rule(weight, tuple(path[:-1] if items else path), items, unmarked) if path else None
