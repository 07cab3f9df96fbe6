"""`vertaal translate`: as many lines out as in, with the cells that they hold."""

from __future__ import annotations

import pytest

from commands import vertaal
from echo import Echo
from vertaal.glossary import Glossary, Matcher
from vertaal.translation import catalogue
from vertaal.translation.lines import translate_lines
from vertaal.types import Term


def test_tabs_part_cells_and_stay() -> None:
    echo = Echo()
    matcher = Matcher(Glossary((Term("Kamer", "House"),)))
    (line,) = translate_lines(["\tJa. De Kamer\t\tAantal\t"], matcher, echo)
    assert echo.asked == ["Ja.", "De Kamer", "Aantal"]
    assert line.target == "\t[Ja.] [De House]\t\t[Aantal]\t"
    (found,) = line.occurrences
    assert line.source[found.match.start : found.match.end] == "Kamer"
    assert line.target[found.target_start : found.target_end] == "House"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ja.\tNee.\n\nJa.", "[Ja.]\t[Nee.]\n\n[Ja.]\n"),
        ("Ja.\r\nNee.\r\n", "[Ja.]\n[Nee.]\n"),
        ("\ufeffJa,\rzo.\n", "[Ja, zo.]\n"),
        ("Ja,\u2028zo\u0085en\fzo.\n", "[Ja, zo en zo.]\n"),
    ],
)
def test_each_line_becomes_one_line(text: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "translator", lambda *_, **__: Echo())
    assert vertaal("translate", "--no-glossary", stdin=text.encode()) == (0, said)
