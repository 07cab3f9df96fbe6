from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vertaal.errors import InputError
from vertaal.glossary import Matcher
from vertaal.glossary.base import Glossary
from vertaal.translation.lexicon import Lexicon
from vertaal.translation.models import EMBEDDED, locate
from vertaal.translation.requests import Request, parts_of, request
from vertaal.translation.separable import Separable, separable
from vertaal.translation.standins import eased
from vertaal.types import Translation

FORM = re.compile("zegt|zegden|zegde|leidden|merkt|besteedt|tik|tikte|span|spande|bracht")
VERBS = Separable(
    (
        "op\tzeg|zegt|zeggen|zegde|zegden\tterminate|terminates|terminated",
        "uit\tbesteed|besteedt|besteden|besteedde|besteedden\toutsource|outsources|outsourced",
        "aan\tmerk|merkt|merken|merkte|merkten\tdesignate|designates|designated",
        "op de vingers\ttik|tikt|tikken|tikte|tikten\treprimand|reprimands|reprimanded",
        "op één lijn\tbreng|brengt|brengen|bracht|brachten\talign|aligns|aligned",
        "in\tspan|spant|spannen|spande|spanden\tstrive|strives|strove\tzich",
        "af\tleid||leiden|leidde|leidden\tinfer|infers|inferred",
        "toe\tzeg|zegt|zeggen|zegde|zegden\tpromise|promises|promised",
    )
)


@pytest.mark.parametrize(
    ("text", "seen", "english"),
    [
        (
            "De bank zegt de huur van het pand op.",
            "De bank zegt de huur van het pand.",
            "terminates",
        ),
        ("Het Rijk bracht de eisen op één lijn.", "Het Rijk bracht de eisen.", "aligned"),
        ("Zegden zij de huur op, en hoe?", "Zegden zij de huur, en hoe?", "terminate"),
        ("Wie zegde de huur op?", "Wie zegde de huur?", "terminated"),
        ("Waarom zegt u de huur op?", "Waarom zegt u de huur?", "terminate"),
        ("U zegt de huur op en vertrekt.", "U zegt de huur en vertrekt.", "terminate"),
        ("Zij leidden er een trend af.", "Zij leidden er een trend.", "inferred"),
        ("Zij leidden hieruit geen trend af.", "Zij leidden hieruit geen trend.", "infer"),
        ("Zij zegden niet langer huren op.", "Zij zegden niet langer huren.", "terminated"),
        (
            "Hij merkt een gebied, nu nog bos, aan als park.",
            "Hij merkt een gebied, nu nog bos, als park.",
            "designates",
        ),
        (
            "Het Rijk besteedt het vervoer uit aan een bedrijf.",
            "Het Rijk besteedt het vervoer aan een bedrijf.",
            "outsources",
        ),
        (
            "Hij tikte de raad op de vingers over geld.",
            "Hij tikte de raad over geld.",
            "reprimanded",
        ),
        ("De bond spande zich voor rust in.", "De bond spande voor rust.", "strove"),
        ("Ik span mij voor rust in.", "Ik span voor rust.", "strive"),
        ("Hij zegt de raad toe dit te doen.", "Hij zegt de raad dit te doen.", "promises"),
        (
            "Ik tik de bank waar dit is gebeurd op de vingers.",
            "Ik tik de bank waar dit is gebeurd.",
            "reprimand",
        ),
        (
            "‘Bank zegt huur winkel op’, klopt dat?",
            "‘Bank zegt huur winkel’, klopt dat?",
            "terminates",
        ),
    ],
)
def test_the_tail_is_hidden_and_the_verb_has_the_english_of_both(
    text: str, seen: str, english: str
) -> None:
    asked = eased(Request(text), VERBS)
    assert asked.request.source == seen
    [(start, end, shown)] = asked.request.shown
    assert shown == english
    assert FORM.fullmatch(seen[start:end].lower())


PHRASES = Lexicon(
    {
        "op één lijn gebracht": "aligned",
        "haar beslag krijgen": "be finalised",
        "de noodtoestand uitgeroepen": "declared an emergency",
        "uitstel gegeven": "given respite",
        "in de kou staan": "be left out in the cold",
        "in de kou laten staan": "abandon",
    }
)


@pytest.mark.parametrize(
    ("text", "seen", "english"),
    [
        ("De eis die op één lijn moet zijn gebracht.", "De eis die moet zijn gebracht.", "aligned"),
        ("Dat dit haar beslag kan krijgen.", "Dat dit kan krijgen.", "be finalised"),
        (
            "Wie de noodtoestand heeft uitgeroepen.",
            "Wie heeft uitgeroepen.",
            "declared an emergency",
        ),
    ],
)
def test_what_auxiliaries_part_from_a_verb_is_hidden(text: str, seen: str, english: str) -> None:
    asked = eased(Request(text), lexicon=PHRASES).request
    assert asked.source == seen
    [(start, end, shown)] = asked.shown
    assert seen[start:end] in ("gebracht", "krijgen", "uitgeroepen")
    assert shown == english


@pytest.mark.parametrize(
    "text",
    [
        "De eis is op één lijn gebracht.",
        "Op één lijn is gebracht wat kon.",
        "Om dit op één lijn te brengen.",
        "Dat dit op één lijn, zo is gebracht.",
        "Waar de noodtoestand is uitgeroepen.",
        "Wie nog geen uitstel heeft gegeven.",
        "Dat wij hen in de kou laten staan.",
    ],
)
def test_a_phrase_stays_whole_and_an_object_keeps_its_words(text: str) -> None:
    assert eased(Request(text), lexicon=PHRASES).request.source == text


@pytest.mark.parametrize(
    "text",
    [
        "Hij zegt dat op 3 mei.",
        "Hij zegt iets op die dag.",
        "Zegt u dat het op is?",
        "De raad is bereid op te zeggen.",
        "Hij zegt dat op de vraag in te gaan.",
        "De raad zegt het geld op te nemen.",
        "De raad zegt dit op tijd en drong op spoed aan.",
        "Hij merkt dit, en de raad dringt aan.",
        "Hij merkt dit en dringt op spoed aan.",
        "Dat zegt hij af en toe. Staat u op?",
        "Om dat te zeggen stond hij op.",
        "Het merk trekt klanten aan.",
        "Hij leidt geen trend af.",
        "Zij zegden (wat had dat voor zin, en waar was het op) niets.",
        "De bank zegt drie jaar terug iets, en dat was op.",
        "Hij zegt op de boten voor- en nadelen.",
        "Hij besteedt het geld dat hij heeft en is niet uit.",
        "De bank zegt huren zonder op of om te zien.",
        "Hij zegt de huur OP.",
        "Dit besteden viel uit.",
        "Voor het besteden van geld schrijft de wet een plan uit.",
        "De bank spande het touw in.",
        "De bank zegt zich de huur op.",
        "Ik tik dat hij de bank op de vingers kijkt.",
        "Hij zegt tot nu toe de wet te volgen.",
        "De Zegt heft de huur op.",
        "BESTEEDT HET RIJK DIT UIT?",
        "Hij besteedt het geld in en uit.",
    ],
)
def test_what_is_no_verb_with_its_tail_stays(text: str) -> None:
    assert not list(VERBS.apart(text))


def test_what_the_glossary_asks_for_is_not_touched() -> None:
    text = "De bank zegt de huur van het pand op."
    assert not list(VERBS.apart(text, [(8, 20)]))
    assert not list(VERBS.apart(text, [(34, 36)]))


def test_links_lead_back_to_the_source() -> None:
    asked = eased(Request("De bank zegt de huur op in mei."), VERBS)
    made = asked.restored(
        Translation("The bank …", -0.1, links=((8, 12, 4, 8, 90), (21, 23, 0, 3, 90)))
    )
    assert [link[:2] for link in made.links] == [(8, 12), (24, 26)]


def test_a_part_of_a_long_request_keeps_what_is_shown_in_it() -> None:
    asked = eased(Request("Dit is waar. " * 6 + "De bank zegt de huur op."), VERBS).request
    parts = parts_of(asked, 60)
    shown = [part.source[a:b] for part in parts for a, b, _ in part.shown]
    assert len(parts) > 1
    assert shown == ["zegt"]


@given(st.lists(st.sampled_from("zegt de huur op , . ? zich spant in te en aan ' (".split())))
def test_nothing_but_the_tails_is_hidden(words: list[str]) -> None:
    text = " ".join(words)
    hidden = "".join(text[a:b] for verb in VERBS.apart(text) for a, b in verb.hidden)
    assert set(hidden.split()) <= {"op", "zich", "in"}


def test_a_model_without_the_file_hides_nothing(tmp_path: Path) -> None:
    verbs = separable(tmp_path / "separable.tsv")
    plain = request("De bank zegt de huur op.", Matcher(Glossary(())))
    assert eased(plain, verbs).request.source == plain.source


@pytest.mark.parametrize("damage", [b"op\tzegt\n", b"op\tzegt\tsays\n", b"\xff\n"])
def test_a_damaged_file_is_named(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "separable.tsv"
    path.write_bytes(damage)
    with pytest.raises(InputError, match="separable") as raised:
        separable(path)
    assert raised.value.path == str(path)


def test_the_embedded_model_s_list_is_whole() -> None:
    path = locate(EMBEDDED).separable
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    assert rows == sorted(rows)
    for companion, dutch, english, *mark in rows:
        assert mark in ([], ["zich"])
        assert len(dutch.split("|")) == 5
        assert [bool(form) for form in english.split("|")] == [True] * 3
        assert f"{companion}{dutch}".islower()
    keys = [
        (companion, *mark, form) for companion, dutch, _, *mark in rows for form in dutch.split("|")
    ]
    doubled = [key for key, count in Counter(keys).items() if key[-1] and count > 2]
    assert doubled == []
