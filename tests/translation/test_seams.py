"""Where the model joined what it was shown to words of its own."""

from __future__ import annotations

import pytest

from vertaal.translation.models import locate
from vertaal.translation.seams import smooth
from vertaal.translation.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("without jeopardiseing road safety", "without jeopardising road safety"),
        ("advocateing a levy, toleratedeed", "advocating a levy, toleratedeed"),
        ("concreteised subtlely and simplely", "concretised subtly and simply"),
        ('If a "aircraft" flies', 'If an "aircraft" flies'),
        ("Mr. Jansen and Ms. De Vries", "Mr Jansen and Ms De Vries"),
        ("the State Secretarys and companys", "the State Secretaries and companies"),
        ("they advocateed it", "they advocated it"),
        ("This constitutes an a tort.", "This constitutes a tort."),
        ("it is a an offence", "it is an offence"),
        ("has a added value", "has an added value"),
        ("An decree", "A decree"),
        ("Written question's from the members", "Written questions from the members"),
        ("under sections 9a(2) and (3) of it", "under section 9a(2) and (3) of it"),
        ("23 645, nos. 811 and 29 984, no. 1207", "23 645, no. 811 and 29 984, no. 1207"),
        ("an local authority", "a local authority"),
    ],
)
def test_seams_are_smoothed(written: str, read: str) -> None:
    assert smooth(written) == read


@pytest.mark.parametrize(
    "text",
    [
        "Being and seeing, ageing, dyeing and agreeing, the speed indeed",
        "an a priori judgment",
        "that's of no use, Lloyd's of London and the minister's letter of May",
        "sections 9(2) and (3) and 10; Articles 1(2) and (3)(b) or 4; sections 3 and 4(1)",
        "an hour, an sms, an MP, an NGO, an x-ray, an honest man",
        "a one-off, a European, a unit, a once great man, a ewe",
        "section a an offence is, point a or b, what a is, annex a and b",
        "option a even so",
        "Annex A indicates, in Part A only, as defined in Article 2.a above",
        "Notes Nos. 6233 of 2 May and 7231, Headings nos. 26.01 to 3",
        "Aandacht besteed",
        'the danger of a "one size" plan',
        "the Kennedys, Marys and days, boys, surveys",
        "nos. 811 and 812; nos. 1, 2 and 30; Nos. 3–5 and nos. 7 to 9 or nos. 1207 and 1208.",
        "surely, merely, solely, wisely, closely; he promised, an exercise",
        "Boeing and Beijing",
    ],
)
def test_what_english_writes_so_stays(text: str) -> None:
    assert smooth(text) == text


def test_the_embedded_vocabulary_smooths_what_it_decodes() -> None:
    words = vocabulary(locate())
    assert words.decode(words.english_ids("It is jeopardiseing")) == "It is jeopardising"
