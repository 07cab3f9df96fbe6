from __future__ import annotations

import pytest

from vertaal.translation.letters import bare, restored


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("President Erdoğan sprak.", "President Erdogan spoke.", "President Erdoğan spoke."),
        ("Yeşilgöz-Zegerius", "Yesilgöz-Zegerius", "Yeşilgöz-Zegerius"),
        ("Łódź en Curaçao", "Lódz and Curacao", "Łódź and Curaçao"),
        ("Het dorp Țuțcani is klein.", "Tuțcani is small.", "Țuțcani is small."),
        ("België en één café", "Belgium and one cafe", "Belgium and one cafe"),
        ("de staat Israël", "the State of Israel", "the State of Israel"),
        ("het EU-Israëlverdrag, EU-Israël", "the EU-Israel treaty", "the EU-Israel treaty"),
        ("De Coördinator sprak.", "The Coordinator spoke.", "The Coordinator spoke."),
        ("Mevrouw Lévy sprak.", "Ms Levy spoke.", "Ms Lévy spoke."),
        ("Zoë Köhler sprak.", "Zoe Kohler spoke.", "Zoë Köhler spoke."),
        ("Erdogan sprak.", "Erdogan spoke.", "Erdogan spoke."),
        ("Kop | Krant", "Headline – Paper", "Headline | Paper"),
        ("Kop – nu | Krant", "Headline – now – Paper", "Headline – now – Paper"),
        ("Şen", "Senator Sen", "Senator Şen"),
    ],
)
def test_names_get_their_letters_back(source: str, target: str, expected: str) -> None:
    assert restored(source, target) == expected
    assert len(expected) == len(target)


def test_dashes_that_stand_for_one_bar_become_it() -> None:
    source, target = "Kop | Zaken | Krant", "Headline – – – Business – Paper"
    assert restored(source, target) == "Headline | Business | Paper"


def test_letters_are_read_as_their_like() -> None:
    assert "".join(map(bare, "ğışćőØłg")) == "gisćoOlg".replace("ć", "c")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Dé vraag is wat minister De Jonge doet.", "The question is what Minister De Jonge does."),
        ("Hét bericht staat in Het Parool.", "The report is in Het Parool."),
    ],
)
def test_a_name_spelt_without_a_mark_in_its_source_gets_none(source: str, target: str) -> None:
    assert restored(source, target) == target


def test_a_raised_figure_of_a_unit_comes_back() -> None:
    assert restored("Een tuin van 12 m² met CO₂.", "A garden of 12 m2 with CO2.") == (
        "A garden of 12 m² with CO₂."
    )
    assert restored("Een tuin van 12 m2 en 3 m².", "12 m2 and 3 m2.") == "12 m2 and 3 m2."
