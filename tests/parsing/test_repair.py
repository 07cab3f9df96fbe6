"""Characters that a scanner misread."""

from __future__ import annotations

import pytest

from letters import parse_text
from vertaal.parsing.repair import repair


@pytest.mark.parametrize(
    ("read", "repaired"),
    [
        ("Azié en Oceanié", "Azië en Oceanië"),
        ("geéxecuteerde gevangenen", "geëxecuteerde gevangenen"),
        ("niet te verifiéren", "niet te verifiëren"),
        ("de moskeeén", "de moskeeën"),
        ("©nze Referentie", "Onze Referentie"),
        ("‘uit lichaam gesneden’??", "‘uit lichaam gesneden’?"),
    ],
)
def test_misread_characters_are_repaired_and_logged(read: str, repaired: str) -> None:
    text, changes = repair(read)
    assert text == repaired
    assert changes


@pytest.mark.parametrize(
    "text",
    [
        "één café in Genève of Geneve",
        "© 2024 en ©NOS",
        "vragen van ‘ ‘ Kuzu",
        "José en André, cliënten uit Curaçao",
        "Wat??",
        "0,5 procent en 0900-nummers",
    ],
)
def test_good_words_are_left_alone(text: str) -> None:
    assert repair(text) == (text, [])


def test_repairs_name_their_line() -> None:
    document = parse_text("Vraag 1\nKent u\nAustralié?\n")
    assert [(r.line, r.before, r.after) for r in document.repaired] == [
        (3, "Australié", "Australië")
    ]
