from __future__ import annotations

import calendar

import pytest

from vertaal.glossary import verify
from vertaal.translation.held import english_numbers, held, magnitudes
from vertaal.types import OccurrenceStatus, Term, TermMatch

_MONTHS = ["2020", "2021", "mei", "juni", "juli"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dat is 240 kilometer per uur (149 mijl per uur).", ["240", "149"]),
        ("Het kostte € 1.234,56 of 0,5% van 5.000.000 euro.", ["1.234,56", "0,5", "5.000.000"]),
        ("In de jaren 90 waren er 18-jarigen en 3 partijen.", []),
        ("Om 15.30 uur, om 09:45, nr. 2019/2020, A4, 20e.", ["15.30"]),
        ("-4,1% en –2,5 punten, maar 3-4,5 en 10–12,5.", ["4,1", "2,5"]),
        ("Om 9 uur en na 36 uur.", ["9", "36"]),
        ("Op 12-3-2021, in 1947–1948 en in 2017-2018.", ["12-3-2021", "1947–1948", "2017-2018"]),
        ("Een politiepost in Heerenveen, zei Kuzu in 2016.", ["2016", "Heerenveen", "Kuzu"]),
        ("Hij woont in Keulen.", []),
        ("Op 2 mei en in juni 2020, in maart jl. en in juli2021.", _MONTHS),
        ("Dat is € 2,4 mld., of 3 miljoen.", ["2,4 mld", "3 miljoen"]),
        ("Hetgaat om 464oproepen van21 huizen.", ["464", "21"]),
        ("Het antwoord op de vragen 2,3 en 4 en de artikelen 10,11 en 12.", ["12"]),
        (
            "Het is -€ 4 mln. – € 3 miljoen – of −€ 350.000.",
            ["-€ 4 mln", "−€ 350.000", "3 miljoen"],
        ),
        ("Artikel 221a, vierde lid, art. 7b en de 3e.", ["221a", "7b"]),
        ("Versie 3.11.7 en artikel 3.14.", []),
        ("Dat kost 2. 146.422,93 euro.", []),
        ("Hoge Raad, nr. 35 255, in 2010 255 keer", ["35 255", "2010", "255"]),
        ("2. 146.422,93 euro per jaar", ["146.422,93"]),
        ("", []),
    ],
)
def test_held(text: str, expected: list[str]) -> None:
    assert [match.surface for match in held(text)] == expected


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("149", ("149",)),
        ("2500", ("2500", "2,500")),
        ("1.234,56", ("1,234.56", "1234.56")),
        ("0,5", ("0.5",)),
        ("80", ("80", "eighty")),
        ("42", ("42", "forty-two")),
        ("5.000.000", ("5,000,000", "5000000", "5 million")),
    ],
)
def test_how_english_writes_them(dutch: str, english: tuple[str, ...]) -> None:
    assert english_numbers(dutch) == english


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("Op 12-3-2021.", "12 March 2021"),
        ("Op 12-3-2021.", "12-3-2021"),
        ("Nr. 35 255.", "no. 35 255"),
        ("De 35 255 inwoners.", "its 35,255 people"),
        ("In 2017-2018.", "2017–2018"),
        ("In 2017–2018.", "2017-18"),
    ],
)
def test_dates_and_years_may_be_written_in_the_english_way(dutch: str, english: str) -> None:
    [occurrence] = verify("", held(dutch), f"It was {english}.")
    assert occurrence.status is not OccurrenceStatus.VIOLATED


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("Om 22.00 uur naar bed.", "In bed by 22:00"),
        ("Om 22.00 uur naar bed.", "In bed at ten o'clock"),
        ("Om 22 uur naar bed.", "In bed by 10 p.m."),
        ("Vanaf 19.30 uur", "From 7.30 p.m."),
        ("Om 07.30 uur", "At half past seven"),
        ("Tot 0.00 uur", "Until midnight"),
    ],
)
def test_a_time_may_be_written_in_the_english_way(dutch: str, english: str) -> None:
    [occurrence] = verify("", held(dutch), f"{english}.")
    assert occurrence.status is not OccurrenceStatus.VIOLATED
    [lost] = verify("", held(dutch), "In bed for two hours at 23.00.")
    assert lost.status is OccurrenceStatus.VIOLATED


@pytest.mark.parametrize(
    ("english", "kept"),
    [
        ("First talks were held (November 2020).", True),
        ("First talks were held (Nov. 2020).", True),
        ("First talks were held (Parliamentary Paper 2020).", False),
        ("First talks were held (December 2020).", False),
    ],
)
def test_the_month_of_a_date_is_kept(english: str, kept: bool) -> None:
    found = verify("", held("Er waren (november 2020) eerste verkenningen."), english)
    assert all(each.status is not OccurrenceStatus.VIOLATED for each in found) is kept


def test_a_number_inside_a_term_is_left_to_the_term() -> None:
    text = "De Agenda 2030 telt 17 doelen."
    match = TermMatch(3, 14, "Agenda 2030", Term("Agenda 2030", "Agenda"), ("Agenda",))
    assert [found.surface for found in held(text, [match])] == ["17"]


def test_a_lost_digit_is_a_miss() -> None:
    asked = held("Dat is 149 mijl, ruim 80 procent van 2500.")
    right = verify("", asked, "That is 149 miles, over eighty per cent of 2,500.")
    assert all(o.status is not OccurrenceStatus.VIOLATED for o in right)
    wrong = verify("", asked, "That is 49 miles, over 80 per cent of 2,500.")
    assert [o.status for o in wrong].count(OccurrenceStatus.VIOLATED) == 1


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("Het zijn 20 landen.", "They are twenty-five countries."),
        ("Het zijn 19 gevallen.", "They are cases of COVID-19."),
        ("Het zijn 16 toestellen.", "They are F-16 aircraft."),
        ("Het zijn 12 mensen.", "They came at 12:30."),
        ("Het zijn 149 mensen.", "They are 1 149 people."),
        ("Het kost 2.000 euro.", "It costs 2.000 euros."),
    ],
)
def test_a_part_of_something_else_is_not_the_number(dutch: str, english: str) -> None:
    [occurrence] = verify("", held(dutch), english)
    assert occurrence.status is OccurrenceStatus.VIOLATED


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("Het zijn 20 landen.", "They are twenty-year-old countries."),
        ("In 2018 zijn 149 mensen geteld.", "In 2018 149 people were counted."),
        ("Zie artikel 2.000 daarvan.", "See Article 2.000 of it."),
    ],
)
def test_the_number_itself_is_found(dutch: str, english: str) -> None:
    statuses = {each.status for each in verify("", held(dutch), english)}
    assert OccurrenceStatus.VIOLATED not in statuses


@pytest.mark.parametrize(
    ("dutch", "english", "kept"),
    [
        ("Dat kost € 2,4 mld.", "That costs €2.4 billion.", True),
        ("Dat kost € 2,4 mld.", "That costs €2.4 million.", False),
        ("Dat kost 3 miljoen.", "That costs three million.", True),
        ("Dat kost € 16 à 19 miljard.", "That costs €16 to 19bn.", True),
        ("Dat kost 1.250 mln.", "That costs 1,250 billion.", False),
        ("Dat kost k€ 350.", "That costs €350.", False),
        ("Dat kost k€ 1.350.", "That costs €1,350,000.", True),
        ("Dat kost 350 k€.", "That costs €350k.", True),
        ("Dat kost M€ 3,5.", "That costs €3.5 million.", True),
        ("Dat kost M€ 3,5.", "That costs €3.5.", False),
        ("Dat kost € 3 ton.", "That costs €3 tonnes.", False),
        ("Dat kost € 3 ton.", "That costs €300,000.", True),
    ],
)
def test_a_thousand_times_as_much_is_a_miss(dutch: str, english: str, kept: bool) -> None:
    [*_, found] = verify("", held(dutch), english)
    assert (found.status is not OccurrenceStatus.VIOLATED) is kept


def test_the_model_is_shown_what_millions_are_shortened_to() -> None:
    text = "Van € 2 mld. naar 30 mln euro, of 4 mld."
    found = [(text[start:end], english) for start, end, english in magnitudes(text)]
    assert found == [("mld.", "billion"), ("mln", "million"), ("mld", "billion")]
    text = "Van k€ 2,5 naar M€ 20."
    found = [(text[start:end], english) for start, end, english in magnitudes(text)]
    assert found == [("k€ 2,5", "€2,500"), ("M€ 20", "€20 million")]


def test_english_months_are_english_whatever_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(calendar.month_name), "__getitem__", lambda names, at: "mars")
    assert "March" in [match.expected[0] for match in held("In maart 2020.")]
    assert "12 March 2021" in held("Op 12-3-2021.")[0].expected
