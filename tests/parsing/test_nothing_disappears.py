"""Every character of a source is in a block, a label or the removal log."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters import LETTERS, read, unaccounted
from vertaal.parsing.document import parse
from vertaal.parsing.view import as_json
from vertaal.types import Source

FURTHER = os.environ.get("VERTAAL_LETTERS", "")
"""A folder of further .txt files to hold to the same property."""
FILES = sorted(LETTERS.glob("*.txt")) + (sorted(Path(FURTHER).glob("*.txt")) if FURTHER else [])

PIECES = (
    "Vraag 1\n", "Vraag 2 en 3\n", "Vraag: ", "Antwoord\n", "Antwoord op vraag 1, 2 en 3\n",
    "Antwoord 4: Ja.", "antwoord op vraag 5).", "ANTWOORD\n", "1. Kunt u dat?", "2) Nee. ", "3\n",
    "1RTV Noord, 3 mei 2023\n", "[1] NOS", "2 Kamerstuk 1\n", "bericht?1 Zo", "\f", "\n\n", "\n",
    "Onze Referentie\nBZ-1\n\n", "Directie Azié en Oceanié\n", "Tweede Kamer, vergaderjaar "
    "2023–2024, Aanhangsel 2\n", "De Minister van Zaken,\n\nA. Naam\n", "werkzaamhe-\nden ",
    "EU-\nverband ", "moskeeén ", "©nze ", "’?? ", "Mededeling\n", "Toelichting: ", ") ", "\u2028",
    "Vragen van het lid X (Y) aan de Minister (ingezonden 3 mei 2023).\n", "é", "- ", "\x00", " ",
    "Antwoord van Minister X (Y) (ontvangen 4 mei 2023).\n", "Zin die doorloopt ", "over. ",
)  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_character_of_a_letter_is_kept(path: Path) -> None:
    source = read(path)
    assert unaccounted(source, parse(source)) == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_block_ids_are_unique(path: Path) -> None:
    ids = [block.id for block in parse(read(path)).blocks]
    assert len(ids) == len(set(ids))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_every_character_of_a_patchwork_is_kept(text: str) -> None:
    source = Source("patchwork.txt", text)
    document = parse(source)
    assert unaccounted(source, document) == {}
    as_json(document)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.text(max_size=400))
def test_any_text_at_all_is_kept(text: str) -> None:
    source = Source("any.txt", text)
    assert unaccounted(source, parse(source)) == {}


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "piece",
    [
        "a",
        " ",
        "\n",
        "\f",
        "1\n2\n",
        "Vraag 1\n",
        "Vraag 1 A? ",
        "1, 2 en ",
        "(",
        "ab-\ncd ",
        "1Ab\n",
    ],
)
def test_a_long_dull_text_is_parsed(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    source = Source("dull.txt", text)
    assert unaccounted(source, parse(source)) == {}
