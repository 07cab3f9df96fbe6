"""What we write as XLIFF is valid against the schemas of OASIS, and obeys what they cannot say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from letters import LETTERS, read
from review.desks import HOSTILE, LETTER, make
from vertaal.editions import load
from vertaal.editions.changes import Change, Ledger
from vertaal.exchange.xliff12_writing import as_xliff12
from vertaal.exchange.xliff_writing import CORE, as_xliff
from vertaal.parsing.document import parse
from vertaal.segmentation import segment
from vertaal.types import Edition, State, Unit

DATA = Path(__file__).parents[1] / "data" / "xliff"
WRITERS = {"2.1": as_xliff, "1.2": as_xliff12}


@pytest.fixture(scope="module")
def schema() -> Any:
    return etree.XMLSchema(etree.parse(str(DATA / "whole.xsd")))


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """Every state, comments, terms, control characters and mark-up in the text."""
    rows = (*LETTER, ("q3", HOSTILE[0][1], ""), ("a3", "Bel\x07 en \ufffe\x0b.", "Bell\x07."))
    folder = make(tmp_path_factory.mktemp("output") / "letter", (*rows, *HOSTILE[1:]))
    Ledger(folder).change(
        [
            Change("q1-0", 0, state=State.FINAL, note="Done & <b>dusted</b>\n\x07"),
            Change("q2-0", 0, state=State.REVIEWED, target="What does the kabinet do?"),
            Change("q3-0", 0, state=State.INITIAL),
        ]
    )
    return load(folder)


@pytest.mark.parametrize("version", WRITERS)
def test_it_is_valid(schema: Any, edition: Edition, version: str) -> None:
    root = etree.fromstring(WRITERS[version](edition).encode())
    assert root.get("version") == version
    schema.assertValid(root)


@pytest.mark.parametrize("path", sorted(LETTERS.glob("*.txt")), ids=lambda path: path.stem)
def test_real_letters_are_valid(schema: Any, path: Path) -> None:
    document = parse(read(path))
    segments = segment(document)
    units = tuple(Unit(s.id, s.block, s.source, s.source, State.TRANSLATED) for s in segments)
    made = Edition(path.stem, document, segments, units)
    for write in WRITERS.values():
        schema.assertValid(etree.fromstring(write(made).encode()))


@pytest.mark.parametrize(
    ("version", "spoil"),
    [
        ("2.1", lambda root: root.find(".//{*}segment").set("state", "approved")),
        ("2.1", lambda root: root.find(".//{*}unit").append(root.find(".//{*}notes"))),
        ("2.1", lambda root: root.find(".//{*}glossEntry").remove(root.find(".//{*}term"))),
        ("2.1", lambda root: root.find(".//{*}meta").attrib.pop("type")),
        ("1.2", lambda root: root.find(".//{*}target").set("state", "reviewed")),
        ("1.2", lambda root: root.findall(".//{*}trans-unit")[1].set("id", "q1-0")),
    ],
)
def test_the_schemas_would_notice(
    schema: Any, edition: Edition, version: str, spoil: Callable[[Any], object]
) -> None:
    root = etree.fromstring(WRITERS[version](edition).encode())
    spoil(root)
    assert not schema.validate(root)


def test_what_the_standard_asks_beyond_its_schema(edition: Edition) -> None:
    root = etree.fromstring(as_xliff(edition).encode())
    for unit in root.iter(f"{{{CORE}}}unit"):
        inside = [each.get("id") for each in unit.iter("{*}segment", "{*}mrk")]
        assert len(inside) == len(set(inside))
        marks = {f"#{each.get('id')}" for each in unit.iter("{*}mrk")}
        assert {each.get("ref") for each in unit.iter("{*}glossEntry")} == marks
        for entry in unit.iter("{*}glossEntry"):
            assert (
                entry.find("{*}translation") is not None or entry.find("{*}definition") is not None
            )
        for part in unit.iter("{*}segment"):
            assert part.find("{*}target") is not None or part.get("state") == "initial"
    assert root.get("trgLang") == "en"
