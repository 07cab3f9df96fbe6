"""The structure of the HTML documents."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable

import pytest
from lxml import etree, html

from publishing.editions_by_hand import reviewed
from vertaal.publishing import documents
from vertaal.types import Edition, OccurrenceStatus


@pytest.fixture(scope="module")
def page(published: dict[str, bytes]) -> etree._Element:
    return html.fromstring(published["parallel.html"].decode())


def attributes(tree: etree._Element, path: str) -> list[str]:
    found = tree.xpath(path)
    assert isinstance(found, list)
    return [str(value) for value in found]


def nodes(tree: etree._Element, path: str) -> list[etree._Element]:
    found = tree.xpath(path)
    assert isinstance(found, list)
    return [node for node in found if isinstance(node, etree._Element)]


def text(node: etree._Element) -> str:
    return " ".join("".join(map(str, node.itertext())).split())


@pytest.mark.parametrize("layout", ["parallel", "english", "stacked", "dutch"])
def test_ids_are_unique_and_every_link_arrives(published: dict[str, bytes], layout: str) -> None:
    tree = html.fromstring(published[f"{layout}.html"].decode())
    ids = Counter(attributes(tree, "//@id"))
    assert [name for name, count in ids.items() if count > 1] == []
    targets = [href for href in attributes(tree, "//a/@href") if href.startswith("#")]
    assert targets
    assert [href for href in targets if href[1:] not in ids] == []


@pytest.mark.parametrize("layout", ["parallel", "english", "stacked", "dutch"])
def test_one_file_that_fetches_nothing(published: dict[str, bytes], layout: str) -> None:
    content = published[f"{layout}.html"].decode()
    tree = html.fromstring(content)
    assert not tree.xpath("//script | //link | //img | //iframe")
    assert "url(http" not in content
    assert "@import" not in content


def test_rows_pair_the_paragraphs(page: etree._Element, letter: Edition) -> None:
    rows = nodes(page, "//section//tbody/tr")
    assert all(attributes(row, "td/@lang") == ["nl", "en"] for row in rows)
    paragraphs = [
        paragraph
        for block in letter.document.blocks
        if block.kind.value not in ("title", "footnote")
        for paragraph in block.paragraphs
    ]
    shown = [text(nodes(row, "td")[0]) for row in rows]
    assert shown[: len(paragraphs)] == paragraphs


def test_every_sentence_has_its_partner_and_state(page: etree._Element, letter: Edition) -> None:
    english = attributes(page, "//span[@data-state]/@data-segment")
    dutch = attributes(page, "//span[@data-segment and not(@data-state)]/@data-segment")
    assert sorted(english) == sorted(dutch) == sorted(unit.id for unit in letter.units)
    assert set(attributes(page, "//@data-state")) == {"translated"}


def test_answers_and_questions_lead_to_each_other(page: etree._Element) -> None:
    assert attributes(page, "//section[@id='a2-3-6']/h3/span[@lang='en']//a/@href") == [
        "#q2",
        "#q3",
        "#q6",
    ]
    assert attributes(page, "//section[@id='a2-3-6']/h3/span[@lang='nl']//a/@href") == [
        "#nl-q2",
        "#nl-q3",
        "#nl-q6",
    ]
    section = "//section[@id='q6']/div[@class='jumps']//a/@href"
    assert attributes(page, section) == ["#nl-a2-3-6", "#a2-3-6"]


@pytest.mark.parametrize("layout", ["parallel", "english", "stacked", "dutch"])
def test_an_answer_without_text_keeps_its_place(empty_answer: Edition, layout: str) -> None:
    made = documents(empty_answer, [layout], ["html"])
    tree = html.fromstring(made[f"{layout}.html"].decode())
    ids = attributes(tree, "//@id")
    assert {href[1:] for href in attributes(tree, "//a/@href")} <= set(ids)
    assert ("nl-a2" if layout == "dutch" else "a2") in ids
    shown = [text(node) for node in nodes(tree, "//span[@class='missing']")]
    words = {"dutch": ["[geen tekst]"], "english": ["[no text]"]}
    assert shown == words.get(layout, ["[geen tekst]", "[no text]"])


def test_the_title_of_a_page_has_no_mark_of_a_note(titled_note: Edition) -> None:
    tree = html.fromstring(documents(titled_note, ["english"], ["html"])["english.html"].decode())
    assert attributes(tree, "//title/text()") == [
        "Questions on the report “Yemen” – English edition"
    ]
    assert attributes(tree, "//h1//a/@href") == ["#fn1"]


def test_the_dutch_text_is_dutch_in_its_title_too(
    letter: Edition, edition_of: Callable[..., Edition]
) -> None:
    tree = html.fromstring(documents(letter, ["dutch"], ["html"])["dutch.html"].decode())
    [name] = attributes(tree, "//title/text()")
    assert name == f"{text(nodes(tree, '//h1')[0])} – Nederlandse tekst"
    [described] = attributes(tree, "//meta[@name='description']/@content")
    assert described == "Nederlandse tekst van BZDOC-693942081-24"
    assert text(nodes(tree, "//a[@class='skip']")[0]) == "Naar de tekst"
    bare = edition_of({"kind": "other", "id": "o", "paragraphs": [[("Tekst.", "")]]})
    tree = html.fromstring(documents(bare, ["dutch"], ["html"])["dutch.html"].decode())
    assert text(nodes(tree, "//h1")[0]) == "Parlementair document bz0_BZDOC-693942081-24.txt"


def test_a_question_with_two_answers_tells_them_apart(edition_of: Callable[..., Edition]) -> None:
    edition = edition_of(
        {"kind": "question", "id": "q1", "numbers": [1], "paragraphs": [[("A?", "A?")]]},
        {"kind": "question", "id": "q2", "numbers": [2], "paragraphs": [[("B?", "B?")]]},
        {"kind": "answer", "id": "a1-2", "numbers": [1, 2], "paragraphs": [[("a", "a")]]},
        {"kind": "answer", "id": "a2", "numbers": [2], "paragraphs": [[("b", "b")]]},
    )
    made = documents(edition, layouts=["parallel"], formats=["html"])
    tree = html.fromstring(made["parallel.html"].decode())
    ways = nodes(tree, "//section[@id='q2']//span[@lang='en']/a[@class='jump']")
    assert [text(way) for way in ways] == ["↓ answer 1 and 2", "↓ answer 2"]


def test_cross_references_in_the_text_are_links(page: etree._Element) -> None:
    for side, words, href in (
        ("nl", "antwoord op vraag 5", "#nl-a5"),
        ("en", "answer to question 5", "#a5"),
    ):
        assert attributes(page, f"//td[@lang='{side}']//a[text()='{words}']/@href") == [href]


def test_terms_are_marked_on_both_sides_with_their_entry(
    page: etree._Element, letter: Edition
) -> None:
    violated = [o for o in letter.occurrences if o.status is OccurrenceStatus.VIOLATED]
    assert len(violated) == 1
    assert len(attributes(page, "//td//a[contains(@class, 'violated')]/@title")) == 1
    # The title's terms are not marked: a heading is no place for them.
    outside = [o for o in letter.occurrences if not o.segment.startswith("title")]
    assert len(attributes(page, "//td[@lang='nl']//a[contains(@class, 'term')]/@title")) == len(
        outside
    )
    assert len(attributes(page, "//td[@lang='en']//a[contains(@class, 'term')]/@title")) == len(
        outside
    ) - len(violated)
    titles = attributes(page, "//a[contains(@class, 'term')]/@title")
    assert any(title.startswith("Glossary: kabinet → government") for title in titles)


def test_the_keyboard_stops_once_a_term_and_part(page: etree._Element) -> None:
    path = "//section[@id='a2-3-6']//td[@lang='en']//a[@class='term' and not(@tabindex)]/@href"
    stops = attributes(page, path)
    assert len(stops) == len(set(stops)) > 1


def test_footnotes_are_linked_from_their_marks(page: etree._Element) -> None:
    assert attributes(page, "//td[@lang='en']//sup/a/@href") == ["#fn1", "#fn2"]
    assert attributes(page, "//td[@lang='nl']//sup/a/@href") == ["#nl-fn1", "#nl-fn2"]


def test_landmarks_and_headings(page: etree._Element) -> None:
    assert attributes(page, "//a[@class='skip']/@href") == ["#main"]
    assert attributes(page, "//main/@id") == ["main"]
    assert attributes(page, "//nav/@aria-label") == ["Contents"]
    levels = [int(str(node.tag)[1]) for node in page.iter("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_only_a_mixed_edition_marks_what_is_unreviewed(letter: Edition) -> None:
    def unreviewed(edition: Edition) -> int:
        made = documents(edition, layouts=["english"], formats=["html"])
        tree = html.fromstring(made["english.html"].decode())
        return len(attributes(tree, "//span[contains(@class, 'unreviewed')]/@data-segment"))

    total = len(letter.units)
    assert unreviewed(letter) == 0
    assert unreviewed(reviewed(letter, 5, "A. de Vries")) == total - 5
    assert unreviewed(reviewed(letter, total, "A. de Vries")) == 0


def test_a_sentence_without_translation_says_so(edition_of: Callable[..., Edition]) -> None:
    edition = edition_of({"kind": "other", "id": "o", "paragraphs": [[("Tekst.", "")]]})
    made = documents(edition, layouts=["english"], formats=["html"])
    tree = html.fromstring(made["english.html"].decode())
    assert [text(node) for node in nodes(tree, "//span[contains(@class, 'missing')]")] == [
        "[not translated]"
    ]


def test_languages_of_the_pages(published: dict[str, bytes]) -> None:
    found = {
        layout: attributes(html.fromstring(published[f"{layout}.html"].decode()), "/html/@lang")
        for layout in ("parallel", "english", "dutch")
    }
    assert found == {"parallel": ["en"], "english": ["en"], "dutch": ["nl"]}


def test_rows_of_a_table_are_set_as_a_table(published: dict[str, bytes]) -> None:
    page = html.fromstring(published["english.html"].decode())
    rows = nodes(page, "//table[@class='figures']//tr")
    assert [[text(cell) for cell in nodes(row, "td | th")] for row in rows] == [
        ["Year", "Countries"],
        ["2018", "12"],
        ["2019", "23, the government among them"],
    ]
    assert len(nodes(page, "//table[@class='figures']//th")) == 2


def test_cells_stand_below_each_other_in_a_row_of_both_languages(page: etree._Element) -> None:
    for language, last in (
        ("nl", "2019 | 23, waaronder het kabinet"),
        ("en", "2019 | 23, the gov"),
    ):
        cells = f"//td[@lang='{language}'][.//span[@class='cell']]"
        found = nodes(page, cells)
        assert len(found) == 3
        assert text(found[-1]).startswith(last)
        widths = [attributes(cell, ".//span[@class='cell']/@style") for cell in found]
        assert widths[0] == widths[1] == widths[2]


def test_a_row_without_another_below_it_stays_a_paragraph(
    edition_of: Callable[..., Edition],
) -> None:
    title = ("Zie ‘Jemen | NRC’ of NRC | Jemen.", "See ‘Yemen | NRC’ or NRC | Yemen.")
    edition = edition_of({"kind": "other", "id": "o", "paragraphs": [[title]]})
    made = documents(edition, layouts=["english", "parallel"], formats=["html"])
    for content in made.values():
        tree = html.fromstring(content.decode())
        assert not nodes(tree, "//table[@class='figures'] | //span[@class='cell']")
