"""Long addresses and note marks, which the model does not see."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vertaal.glossary import Matcher
from vertaal.glossary.base import Glossary
from vertaal.translation.requests import Request, request
from vertaal.translation.splicing import spliced
from vertaal.translation.standins import eased
from vertaal.types import MatchMode, Term, TermMatch, Translation

LONG = "https://nos.nl/artikel/2541672-wachttijden-ggz-niet-goed-vastgelegd"
OTHER = "https://nos.nl/artikel/1-een-ander-bericht-van-de-omroep?id=3&b=%20"


def plain(source: str) -> Request:
    return request(source, Matcher(Glossary(())))


def test_the_model_sees_a_short_address() -> None:
    asked = eased(plain(f"NOS, 22 oktober 2024 ({LONG}), en {OTHER}"))
    assert asked.request.source == "NOS, 22 oktober 2024 (https://nos.nl/1), en https://nos.nl/2"
    assert [m.expected for m in asked.request.matches] == [
        ("https://nos.nl/1",),
        ("https://nos.nl/2",),
    ]
    for match in asked.request.matches:
        assert asked.request.source[match.start : match.end] == match.surface


def test_an_address_comes_back_where_the_model_wrote_a_capital() -> None:
    asked = eased(plain("(alliantie.nl/onderzoek-naar-mobiliteit-die-te-duur-is/)"))
    assert asked.request.source == "(alliantie.nl/1)"
    back = asked.restored(Translation("(Alliantie.nl/1)", -0.1))
    assert back.target == "(alliantie.nl/onderzoek-naar-mobiliteit-die-te-duur-is/)"


def test_the_model_sees_a_name_for_a_long_code() -> None:
    source = "Zie ECLI:NL:RVS:2024:3958 en 2019Z21918."
    asked = eased(plain(source))
    assert asked.request.source == "Zie Velbron en 2019Z21918."
    back = asked.restored(Translation("See Velbron and 2019Z21918.", -0.1))
    assert back.target == "See ECLI:NL:RVS:2024:3958 and 2019Z21918."


@pytest.mark.parametrize(
    "item", ["ii. ", "- ii) ", "*", "iii) ", "(iv) ", "xii. ", "1. ", "12) ", "c. "]
)
def test_the_model_does_not_see_the_mark_of_an_item(item: str) -> None:
    source = f"{item}de brief 2019Z21918;"
    asked = eased(plain(source))
    assert asked.request.source == "de brief 2019Z21918;"
    back = asked.restored(Translation("the letter 2019Z21918;", -0.1, links=((3, 8, 4, 10, 90),)))
    assert back.target == f"{item}the letter 2019Z21918;"
    [(a, b, c, d, _)] = back.links
    assert (source[a:b], back.target[c:d]) == ("brief", "letter")


@pytest.mark.parametrize(
    "source",
    ["I. de Vries sprak.", "i.e. de brief", "vic. is geen getal.", "5. 000 euro", "2.500 huizen"],
)
def test_what_is_no_mark_of_an_item_stays(source: str) -> None:
    assert eased(plain(source)).request.source == source


def test_the_model_sees_a_name_for_a_row_of_figures() -> None:
    asked = eased(plain("Ierland: 1.765 1.209 2.145 1.406 348 en 512 1.081."))
    assert asked.request.source == "Ierland: 1.765 Velbron en 512 1.081."
    assert [match.expected for match in asked.request.demands] == [("Velbron",)]
    back = asked.restored(Translation("Ireland: 1,765 Velbron and 512 1,081.", -0.1))
    assert back.target == "Ireland: 1,765 1,209 2,145 1,406 348 and 512 1,081."


def test_the_long_address_comes_back_whole_wherever_it_stands() -> None:
    source = f"Zie {LONG} en {OTHER}."
    asked = eased(plain(source))
    target = "See https://nos.nl/2 and https://nos.nl/1."
    short = asked.request.source
    links = ((0, 3, 0, 3, 90), (short.index("https"), short.index(" en "), 25, 41, 80))
    back = asked.restored(Translation(target, -0.1, links=links))
    assert back.target == f"See {OTHER} and {LONG}."
    assert [(source[a:b], back.target[c:d]) for a, b, c, d, _ in back.links] == [
        ("Zie", "See"),
        (LONG, LONG),
    ]


def test_capitals_throughout_stay_outside() -> None:
    asked = eased(plain("DE BRIEF 2019Z21918-AB VAN DE REGERING"))
    assert asked.request.source == "De brief 2019Z21918-AB van de regering"
    back = asked.restored(Translation("the letter 2019Z21918-AB from the government", -0.1))
    assert back.target == "THE LETTER 2019Z21918-AB FROM THE GOVERNMENT"


def test_the_tenth_address_is_not_taken_for_the_first() -> None:
    source = " ".join(LONG + letter for letter in "abcdefghijkl")
    asked = eased(plain(source))
    assert asked.restored(Translation(asked.request.source, 0.0)).target == source


@pytest.mark.parametrize(
    ("source", "left", "marks"),
    [
        ("Klopt dat bericht?3", "Klopt dat bericht?", "3"),
        ("Kent u de berichten «A» en «B»?1, 2 ", "Kent u de berichten «A» en «B»?", "1, 2"),
        ("Dat staat in de motie.12", "Dat staat in de motie.", "12"),
        ("Dat staat in de motie.²", "Dat staat in de motie.", "²"),
        ("Dat staat in artikel 2.12", "Dat staat in artikel 2.12", ""),
        ("Kamerstuk 25 242, nr.12", "Kamerstuk 25 242, nr.12", ""),
        ("Dat was in 2014", "Dat was in 2014", ""),
    ],
)
def test_note_marks_at_the_end_stay_outside(source: str, left: str, marks: str) -> None:
    asked = eased(plain(source))
    assert asked.request.source == left
    assert asked.restored(Translation("English.", 0.0)).target == f"English.{marks}"


@pytest.mark.parametrize(
    ("source", "left", "whole"),
    [
        ("Kent u het bericht “A”1)?", "Kent u het bericht “A”?", "English1)."),
        ("Dit is de Mobiele Eenheid (ME)1.", "Dit is de Mobiele Eenheid (ME).", "English1."),
        ("Was dat in de jaren ’70?", "Was dat in de jaren ’70?", "English."),
    ],
)
def test_note_marks_before_the_last_stop_stay_outside(source: str, left: str, whole: str) -> None:
    asked = eased(plain(source))
    assert asked.request.source == left
    assert asked.restored(Translation("English.", 0.0)).target == whole


def test_emphasis_comes_back_around_the_words_that_had_it() -> None:
    asked = eased(plain("Dat is *niet zo*, * zei hij."))
    assert asked.request.source == "Dat is niet zo, * zei hij."
    links = ((0, 3, 0, 4, 90), (7, 11, 8, 11, 90), (12, 14, 12, 14, 90))
    back = asked.restored(Translation("That is not so, * he said.", 0.0, links=links))
    assert back.target == "That is *not so*, * he said."
    assert [back.target[c:d] for *_, c, d, _ in back.links] == ["That", "*not so*", "*not so*"]
    apart = ((7, 11, 0, 4, 90), (0, 3, 8, 11, 90), (12, 14, 12, 14, 90))
    back = asked.restored(Translation("That is not so, * he said.", 0.0, links=apart))
    assert back.target == "That is not so, * he said."


def test_a_raised_note_number_that_begins_a_note_stays_outside() -> None:
    asked = eased(plain("¹² Zie de brief."))
    assert asked.request.source == "Zie de brief."
    assert asked.restored(Translation("See the letter.", 0.0)).target == "¹² See the letter."


@given(
    st.lists(
        st.sampled_from(
            ["Zie ", LONG, " ", OTHER, "de motie.", "3", "?", " (", ")", "”", "https://nos.nl/1"]
        )
    )
)
def test_the_source_given_back_is_the_source(parts: list[str]) -> None:
    source = "".join(parts)
    asked = eased(plain(source))
    assert asked.restored(Translation(asked.request.source, 0.0)).target.rstrip() == source.rstrip()
    for match in asked.request.matches:
        assert asked.request.source[match.start : match.end] == match.surface


@given(st.text(max_size=30), st.data())
def test_places_before_and_after_a_replacement_are_the_same_text(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    made = spliced(text, [(start, end, "new")] if start < end else [])
    for a, b in [(0, start), (end, len(text))]:
        if a < b:
            c, d = made.place(a, b)
            assert made.text[c:d] == text[a:b]
            assert made.place(c, d, back=True) == (a, b)


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("Geweigerd", "geweigerd;"),
        ("Totaal aantal aanvragen", "totaal aantal aanvragen;"),
        ("Stand van zaken", "stand van zaken;"),
        ("Eind 2025", "eind 2025"),
        ("Aantal aanvragen van de", "aantal aanvragen van de"),
        ("GEWEIGERD", "geweigerd;"),
        ("- Boetes", "boetes;"),
        ("• Totaal aantal boetes", "totaal aantal boetes;"),
        ("- totaal aantal boetes", "- totaal aantal boetes"),
        ("Aanvragen", "de aanvragen;"),
        ("- Ratten", "de ratten;"),
        ("Toegekende aanvragen", "toegekende aanvragen;"),
        ("Afgewezen", "afgewezen;"),
    ],
)
def test_the_model_sees_a_heading_or_a_cell_as_an_item_of_a_list(source: str, seen: str) -> None:
    assert eased(plain(source)).request.source == seen


def test_the_article_of_a_noun_alone_is_taken_out_again() -> None:
    row = eased(plain("- Ratten"))
    links = ((0, 2, 0, 3, 90), (3, 9, 4, 8, 90))
    made = row.restored(Translation("the rats;", -0.1, links=links))
    assert made.target == "- Rats"
    assert [made.target[c:d] for _, _, c, d, _ in made.links] == ["Rats"]
    assert row.restored(Translation("vermin;", -0.1)).target == "- Vermin"


@pytest.mark.parametrize(
    "source",
    [
        "Ja.",
        "Leiden",
        "Bergen op Zoom",
        "Bakker",
        "Syrië",
        "AIVD",
        "de brief",
        "Kent u dit bericht?",
        "Artikel 3.2",
    ],
)
def test_names_and_sentences_keep_their_capital(source: str) -> None:
    assert eased(plain(source)).request.source == source


def test_what_was_an_item_of_a_list_gets_its_capital_back() -> None:
    links = ((0, 9, 0, 7, 90),)
    back = eased(plain("Geweigerd")).restored(Translation("refused;", -0.1, links=links))
    assert back == Translation("Refused", -0.1, links=links)
    assert eased(plain("GEWEIGERD")).restored(Translation("refused", -0.1)).target == "REFUSED"
    assert eased(plain("- Boetes")).restored(Translation("fines;", -0.1)).target == "- Fines"
    assert eased(plain("- Boetes.")).restored(Translation("fines.", -0.1)).target == "- Fines."


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("Kent u 'Ouders klagen' en “Busje rijdt”?", "Kent u 'ouders klagen' en “busje rijdt”?"),
        (
            "Kent u 'Treinverkeer plat' en 'Veldkamp weg'?",
            "Kent u 'treinverkeer plat' en 'Veldkamp weg'?",
        ),
        ("Kent u de stichting 'Het Vergeten Kind'?", "Kent u de stichting 'Het Vergeten Kind'?"),
        ('de commissie "Dieselgate" en «Bouwstenen»', 'de commissie "Dieselgate" en «bouwstenen»'),
        (
            "Kent u 'Marokko weigert' en 'Bakker stopt'?",
            "Kent u 'Marokko weigert' en 'Bakker stopt'?",
        ),
        (
            "'Ouders klagen', zegt u, in 's-Gravenhage.",
            "'Ouders klagen', zegt u, in 's-Gravenhage.",
        ),
    ],
)
def test_the_model_sees_a_headline_as_the_rest_of_a_sentence(source: str, seen: str) -> None:
    assert eased(plain(source)).request.source == seen


def test_a_term_that_asks_for_its_capital_keeps_it_in_a_headline() -> None:
    source = "Kent u 'Rekenkamer klaagt'?"
    term = Term("Rekenkamer", "Court of Audit", match=MatchMode.EXACT_CASE)
    match = TermMatch(8, 18, "Rekenkamer", term, ("Court of Audit",))
    assert eased(Request(source, (match,))).request.source == source
    lemma = replace(match, term=replace(term, match=MatchMode.LEMMA))
    small = eased(Request(source, (lemma,))).request
    assert (small.source, small.matches[0].surface) == ("Kent u 'rekenkamer klaagt'?", "rekenkamer")


def test_a_note_mark_within_a_sentence_is_seen_in_brackets() -> None:
    source = "De brief van 6 juni jl.2 waarin de commissie12, na vraag3 en in de beantwoording⁴ is."
    asked = eased(plain(source))
    assert asked.request.source == (
        "De brief van 6 juni jl. [2] waarin de commissie [12], na vraag3 en in de beantwoording "
        "[4] is."
    )
    assert [m.surface for m in asked.request.matches] == ["[2]", "[12]", "[4]"]
    target = "The letter of 6 June [2] in which the committee [12], and [4] stands."
    back = asked.restored(Translation(target, -0.1))
    assert back.target == "The letter of 6 June2 in which the committee12, and⁴ stands."


def test_what_is_no_note_mark_within_a_sentence_is_seen_as_it_stands() -> None:
    source = "Zie nr.12 van, artikel4 lid, CO2 in, m² voor, totaal16 lesuren en Infrabel2 heeft."
    assert eased(plain(source)).request.source == source


@pytest.mark.parametrize(
    "source", ["Betreft: de zaak", "Betreft Kamervragen", "Onderwerp Kamervragen"]
)
def test_the_subject_of_a_letter_is_its_subject(source: str) -> None:
    asked = eased(Request(source))
    assert "betreft" not in asked.request.source.lower()
    assert "onderwerp" not in asked.request.source.lower()
    assert asked.restored(Translation("the case", 0.0)).target.startswith("Subject: ")


@pytest.mark.parametrize("source", ["Betreft het een zaak?", "Betreft dit u?"])
def test_a_question_has_no_subject_line(source: str) -> None:
    assert eased(Request(source)).request.source == source


def test_what_a_code_became_takes_the_place_of_its_standin() -> None:
    asked = eased(request("Zie COM(2013) 136 def.", Matcher(Glossary(()))))
    back = asked.restored(Translation(asked.request.source, 0.0))
    assert back.target == "Zie COM(2013) 136 final"
