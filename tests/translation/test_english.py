"""English in a Dutch text, which is told apart and left as it stands."""

from __future__ import annotations

import pytest

from vertaal.glossary import Matcher
from vertaal.glossary.base import Glossary
from vertaal.translation.english import english
from vertaal.translation.requests import request
from vertaal.translation.standins import eased
from vertaal.types import Term, Translation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "het advies «Legal consequences arising from the practices of Israel» van het Hof",
            ["Legal consequences arising from the practices of Israel"],
        ),
        (
            "Human Rights Watch, ‘China’s Algorithms of Repression’",
            ["China’s Algorithms of Repression"],
        ),
        ("het beginsel ‘no cure, no pay’ geldt", ["no cure, no pay"]),
        (
            "volgens het Task Force on Integrated Modelling of",
            ["Task Force on Integrated Modelling"],
        ),
        ("From the river to the sea. Zo klonk het.", ["From the river to the sea"]),
        ("Dat is de winner takes all van het internet.", []),
        ("Wat is de rol van online software in the cloud?", []),
        ("Was het in april of in mei, is in de Kamer de vraag.", []),
        ("De Europese Green Deal en de app van Big Tech", []),
        ("Joe Biden, Kamala Harris en Nancy Pelosi", []),
        ("", []),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in english(text)] == expected


def test_the_model_sees_a_name_for_it_and_no_term_inside_it_is_asked_for() -> None:
    source = "Dat is ‘The cost of the war in Ukraine’, zegt de war room."
    asked = request(source, Matcher(Glossary((Term("war", "muddle"),))))
    assert [m.surface for m in asked.asking] == ["The cost of the war in Ukraine", "war"]
    seen = eased(asked)
    assert seen.request.source == "Dat is ‘Velbron’, zegt de war room."
    assert [m.expected for m in seen.request.asking] == [("Velbron",), ("muddle",)]
    back = seen.restored(Translation("That is ‘Velbron’, says the muddle room.", -0.1))
    assert back.target == "That is ‘The cost of the war in Ukraine’, says the muddle room."
