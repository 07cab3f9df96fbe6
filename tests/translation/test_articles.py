from __future__ import annotations

import pytest

from vertaal.glossary import verify
from vertaal.translation.articles import articles
from vertaal.translation.held import held
from vertaal.translation.repair import starts
from vertaal.translation.requests import Request
from vertaal.types import OccurrenceStatus, Translation


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("in strijd met artikel 8 EVRM", ["Article 8"]),
        ("de artikelen 3 en 8 EVRM", ["Articles 3"]),
        ("artikel 3 en artikel 8 EVRM", ["Article 3"]),
        ("artikel 68 van de Grondwet en artikel 3 Gw", ["Article 68", "Article 3"]),
        ("artikel 5, eerste lid, van Verordening (EU) 2016/679", ["Article 5"]),
        ("artikel 6, eerste lid, aanhef en onder e, AVG", ["Article 6"]),
        ("artikel 6, eerste lid, tweede volzin, AVG", ["Article 6"]),
        ("artikel 14 van het Europees Verdrag voor de Rechten van de Mens", ["Article 14"]),
        ("artikel 1F van het Vluchtelingenverdrag", ["Article 1F"]),
        ("De AVG bepaalt in artikel 5, eerste lid, dat dit mag.", ["Article 5"]),
        ("Verordening (EU) 2016/679 bepaalt in artikel 5 dat dit mag.", ["Article 5"]),
        ("artikel 3 van de Wet open overheid en de AVG", ["section 3"]),
        ("artikel 13b Opiumwet en artikel 3:4 Awb", ["section 13b", "section 3:4"]),
        ("artikel 35 van de Uitvoeringswet AVG", ["section 35"]),
        (
            "artikel 35 van de Uitvoeringswet Algemene verordening gegevensbescherming",
            ["section 35"],
        ),
        ("De Uitvoeringswet AVG regelt dit in artikel 5.", []),
        ("Anders dan de AVG regelt de Awb dit in artikel 5.", []),
        ("artikel 6:162 BW, een artikel 12-procedure en een artikel over de AVG", []),
        ("artikel 2:1 van de Algemene plaatselijke verordening", []),
    ],
)
def test_what_an_article_is_called_depends_on_what_it_is_of(dutch: str, english: list[str]) -> None:
    assert [forms[0] for _, forms in sorted(articles(dutch))] == english


def test_it_is_called_so_together_with_its_number() -> None:
    asked = held("De artikelen 51 en 52 van de Wet open overheid en artikel 110 van de Grondwet.")
    found = verify("", asked, "Articles 51 and 52 of the Act and section 110 of the Constitution.")
    wrong = [each.match.surface for each in found if each.status is OccurrenceStatus.VIOLATED]
    assert wrong == ["artikelen 51", "artikel 110"]


def test_it_is_set_right_alone_and_stays_in_the_plural() -> None:
    request = Request("Volgens de artikelen 3 en 8 EVRM mag dat.")
    made = Translation("Under sections 3 and 8 ECHR, this is allowed.", 0.0)
    [start] = starts(request, made)
    assert start.text == "Under Articles 3"
    assert start.mended
    assert start.mended.target == "Under Articles 3 and 8 ECHR, this is allowed."
