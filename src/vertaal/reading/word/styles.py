"""What a paragraph or a run gets from its style, and from those that this one is based on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from vertaal.reading.word.names import below, of, switch, value, w

_LONGEST_CHAIN = 50
"""Of styles, each based on the next. Word allows eleven; a damaged file may hold a circle."""


class Styles:
    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else root.findall(w("style"))
        self._named = {value(style, "styleId"): style for style in styles}
        usual = (style for style in styles if value(style, "type") == "paragraph")
        self._usual = next(
            (value(style, "styleId") for style in usual if value(style, "default") in YES), ""
        )

    def chain(self, name: str) -> Iterator[Element]:
        """The style of that name, and those that it is based on, the nearest first."""
        for _ in range(_LONGEST_CHAIN):
            style = self._named.get(name)
            if style is None:
                return
            yield style
            name = of(style, "basedOn")

    def of_paragraph(self, properties: Element | None) -> list[Element]:
        return list(self.chain(of(properties, "pStyle") or self._usual))

    def hide(self, properties: Element | None, paragraph_styles: list[Element]) -> bool:
        """Whether text with these properties is hidden in a paragraph of these styles."""
        said = switch(below(properties, "vanish"))
        if said is not None:
            return said
        # What both styles hide is shown: such a switch in the one turns that of the other over.
        return _hidden(paragraph_styles) != _hidden(self.chain(of(properties, "rStyle")))

    def height(self, properties: Element | None) -> Element | None:
        """What tells that text with these properties is raised or lowered."""
        said = (below(style, "rPr/vertAlign") for style in self.chain(of(properties, "rStyle")))
        found = (each for each in (below(properties, "vertAlign"), *said) if each is not None)
        return next(found, None)


YES = ("1", "true", "on")


def _hidden(styles: Iterable[Element]) -> bool:
    said = (switch(below(style, "rPr/vanish")) for style in styles)
    return next((each for each in said if each is not None), False)
