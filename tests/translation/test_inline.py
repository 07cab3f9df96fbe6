"""What is shown to the model inside the source."""

from __future__ import annotations

import pytest

from vertaal.translation.inline import InlineVocabulary, close_quotes, joined
from vertaal.translation.models import locate
from vertaal.translation.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("text", "shown", "expected"),
    [
        ("het PVV-Kamerlid", {"PVV": "PVV", "Kamerlid": "MP"}, {"PVV-Kamerlid": "PVV MP"}),
        ("de D66-fractie", {"fractie": "group"}, {"D66-fractie": "D66 group"}),
        ("PmG-gemeenten", {"gemeenten": "municipality"}, {"PmG-gemeenten": "PmG municipality"}),
        ("de JenV-raad", {"raad": "council"}, {"JenV-raad": "JenV council"}),
        ("Oud-leden", {"leden": "member"}, {"leden": "member"}),
        ("VN-raad", {"VN": "UN", "raad": "council"}, {"VN-raad": "UN council"}),
        ("motie-Kuzu", {"motie": "motion", "Kuzu": "Kuzu"}, {"motie": "motion", "Kuzu": "Kuzu"}),
        ("een PVV - lid", {"lid": "member"}, {"lid": "member"}),
    ],
)
def test_what_an_abbreviation_leads_is_written_as_one(
    text: str, shown: dict[str, str], expected: dict[str, str]
) -> None:
    found = joined(text, [(text.index(s), text.index(s) + len(s), e) for s, e in shown.items()])
    assert {text[start:end]: wanted for start, end, wanted in found} == expected


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("( 140 miles) and [ a] or (b )", "(140 miles) and [a] or (b)"),
        ("from 1947– 1948", "from 1947–1948"),
        ("( ) 1) and a)", "( ) 1) and a)"),
        ('that " it" is and "so " and "a"', 'that "it" is and "so" and "a"'),
        ("that ‘ it’ is", "that ‘it’ is"),
    ],
)
def test_no_space_stands_inside_a_bracket_or_a_range(written: str, read: str) -> None:
    words = vocabulary(locate())
    assert words.decode(words.english_ids(written)) == read


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("De (klassieke) talen.", "De ( klassieke) talen."),
        ("Dit [geldende] recht.", "Dit [ geldende] recht."),
        ("Het «draagvlak» ervoor.", "Het « draagvlak» ervoor."),
        ("Het „onbekende” ervan.", "Het “ onbekende” ervan."),
        ("Op 's-Hertogenbosch na.", "Op 's-Hertogenbosch na."),
        ("Hetkabinet (dat) zwijgt.", "Het kabinet ( dat) zwijgt."),
    ],
)
def test_a_word_behind_an_opening_mark_is_read_as_if_a_space_stood_there(
    text: str, alike: str
) -> None:
    words = InlineVocabulary(locate().directory)
    assert words.encode_source(text) == words.encode_source(alike)
    assert len(words.source_places(text)) == len(words.encode_source(text)) - 1


def test_a_bracket_inside_a_word_opens_none() -> None:
    words = InlineVocabulary(locate().directory)
    assert words.encode_source("kind(eren)") != words.encode_source("kind( eren)")


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("Winst die hier is gemaakt.", "winst die hier is gemaakt."),
        ("Rekent u dit mee?", "Rekent u dit mee?"),
        ("Behoort Leiden daartoe, dan niet.", "Behoort Leiden daartoe, dan niet."),
        ("Graag ook cijfers.", "Graag ook cijfers."),
        ("Bakker verkoopt brood.", "Bakker verkoopt brood."),
    ],
)
def test_a_first_word_that_its_capital_breaks_is_read_small(text: str, alike: str) -> None:
    words = InlineVocabulary(locate().directory)
    places = words.source_places(text)
    assert words.encode_source(text)[:-1] == words.dutch_ids(alike)
    assert len(places) == len(words.encode_source(text)) - 1


def test_a_first_word_with_its_english_is_read_small_too() -> None:
    words = InlineVocabulary(locate().directory)
    text, small = "Winst telt mee.", "winst telt mee."
    assert words.encode_source(text, [(0, 5, "profit")]) == words.encode_source(
        small, [(0, 5, "profit")]
    )
    assert words.encode_source(text, [(0, 5, "Winst")]) != words.encode_source(
        small, [(0, 5, "Winst")]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘concentration camps'?", "‘concentration camps’?"),
        ("the regime's ‘camps'", "the regime's ‘camps’"),
        ("the regime's response", "the regime's response"),
        ("‘already closed’ and 'straight'", "‘already closed’ and 'straight'"),
    ],
)
def test_quotes_are_closed_as_they_were_opened(text: str, expected: str) -> None:
    assert close_quotes(text) == expected
