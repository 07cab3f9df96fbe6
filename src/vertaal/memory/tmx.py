"""TMX 1.4b, in and out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

from vertaal import __version__
from vertaal.errors import InputError
from vertaal.memory.matching import Pair
from vertaal.spacing import squeeze
from vertaal.types import APPROVED, Edition, State
from vertaal.xml_reading import children, descendants, language, local, parse, words
from vertaal.xml_writing import LANG, fit, serialised

# Inline elements of TMX whose text is a code of the format and no part of the sentence.
_CODES = ("bpt", "ept", "it", "ph", "ut")


@dataclass(frozen=True, slots=True)
class Contents:
    """What a TMX file holds for us. `unreviewed` counts the units that say they are a draft,
    `other` those without both a Dutch and an English text.
    """

    pairs: tuple[Pair, ...]
    unreviewed: int = 0
    other: int = 0


def read_tmx(path: Path) -> Contents:
    """The Dutch–English pairs of a TMX file. Raises `InputError`."""
    root = parse(path)
    if local(root) != "tmx":
        raise InputError(
            f"is no TMX: its root is '{local(root)}'.",
            path=path,
            remedy="A TMX file has the root 'tmx'.",
        )
    pairs: list[Pair] = []
    tied: list[Pair] = []
    unreviewed = other = 0
    for unit in descendants(root, "tu"):
        texts = {language(each): _text(each) for each in reversed(list(children(unit, "tuv")))}
        state = next(
            (p.text for p in children(unit, "prop") if p.get("type") == "x-state"), State.REVIEWED
        )
        if not (texts.get("nl") and texts.get("en")):
            other += 1
        elif state not in APPROVED:
            unreviewed += 1
        else:
            kept = tied if _tied(unit) else pairs
            kept.append(Pair(texts["nl"], texts["en"], path.name))
    # What is said at one place alone gives way to what is said everywhere else.
    usual = {pair.source for pair in pairs}
    pairs += (pair for pair in tied if pair.source not in usual)
    return Contents(tuple(pairs), unreviewed, other)


def as_tmx(edition: Edition) -> str:
    """The edition's translated units as TMX. Each says its state: what is not reviewed yet is
    exchanged, but no memory of ours takes it for approved.
    """
    root, body = new_tmx(
        {
            "creationtool": "vertaal",
            "creationtoolversion": __version__,
            "segtype": "sentence",
            "o-tmf": "vertaal",
            "creationdate": datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ"),
        }
    )
    for unit in edition.units:
        if unit.target.strip():
            properties = {
                "x-edition": edition.name,
                "x-block": unit.block,
                "x-state": unit.state,
                "x-origin": unit.origin,
            }
            add_unit(body, unit.source, unit.target, properties, note=unit.note, tuid=unit.id)
    return serialised(root)


def new_tmx(header: Mapping[str, str]) -> tuple[ElementTree.Element, ElementTree.Element]:
    """The root of a file without units, and the body that they go into."""
    root = ElementTree.Element("tmx", version="1.4")
    same = {"adminlang": "en", "srclang": "nl", "datatype": "plaintext"}
    ElementTree.SubElement(root, "header", {**header, **same})
    return root, ElementTree.SubElement(root, "body")


def add_unit(
    body: ElementTree.Element,
    source: str,
    target: str,
    properties: Mapping[str, str],
    *,
    note: str = "",
    **attributes: str,
) -> None:
    unit = ElementTree.SubElement(body, "tu", attributes)
    if note:
        ElementTree.SubElement(unit, "note").text = fit(note)
    for name, value in properties.items():
        ElementTree.SubElement(unit, "prop", type=name).text = fit(value)
    for code, text in (("nl", source), ("en", target)):
        variant = ElementTree.SubElement(unit, "tuv", {LANG: code})
        ElementTree.SubElement(variant, "seg").text = fit(text)


def _tied(unit: ElementTree.Element) -> bool:
    """Whether it is one of OmegaT's alternative translations, which hold at one place of a file."""
    kinds = {each.get("type") for each in children(unit, "prop")}
    return "file" in kinds and bool(kinds & {"prev", "next", "id"})


def _text(variant: ElementTree.Element) -> str:
    segment = next(children(variant, "seg"), None)
    return "" if segment is None else squeeze(words(segment, _without_codes))


def _without_codes(element: ElementTree.Element) -> str | None:
    name = local(element)
    return None if name and name not in _CODES else ""
