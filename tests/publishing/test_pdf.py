"""The structure of the PDF documents: what a screen reader is told."""

from __future__ import annotations

import io
import itertools
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pypdf
import pytest

from vertaal.publishing import documents
from vertaal.types import Edition

LAYOUTS = ["parallel", "english", "stacked", "dutch"]
Reader = Any


@pytest.fixture(scope="module")
def read(letter: Edition) -> dict[str, Reader]:
    made = documents(letter, LAYOUTS, ["pdf"])
    return {n.removesuffix(".pdf"): pypdf.PdfReader(io.BytesIO(c)) for n, c in made.items()}


def text(reader: Reader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def elements(reader: Reader) -> list[tuple[str, str, Any]]:
    """Every structure element: its type, the language it is in, and itself."""

    def walk(node: Any, language: str) -> Iterator[tuple[str, str, Any]]:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                yield from walk(child, language)
        elif isinstance(node, dict):
            language = str(node.get("/Lang", language))
            if "/S" in node:
                yield str(node["/S"]), language, node
            yield from walk(node.get("/K"), language)

    root = reader.root_object
    return list(walk(root["/StructTreeRoot"], str(root["/Lang"])))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_it_is_tagged_and_says_so(read: dict[str, Reader], layout: str) -> None:
    root = read[layout].root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/Lang"] == ("nl-NL" if layout == "dutch" else "en-GB")
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()


def test_every_cell_is_in_its_own_language(read: dict[str, Reader]) -> None:
    cells = [(kind, language) for kind, language, _ in elements(read["parallel"])]
    found = Counter(cells)
    assert found["/TH", "nl-NL"] == found["/TH", "en-GB"] - 3  # the head of the glossary's table
    assert found["/H3", "nl-NL"] == found["/H3", "en-GB"] > 10
    # Row by row, the Dutch and then its English; the last table is the glossary's.
    pairs = [language for kind, language in cells if kind == "/TD"]
    rows = list(zip(pairs[::2], pairs[1::2], strict=False))
    assert rows[:20] == [("nl-NL", "en-GB")] * 20


def test_header_cells_say_what_they_head(read: dict[str, Reader]) -> None:
    heads = [node for kind, _, node in elements(read["parallel"]) if kind == "/TH"]
    assert heads
    assert all("/Column" in str(node["/A"]) for node in heads)


def test_headings_go_down_one_by_one(read: dict[str, Reader]) -> None:
    for reader in read.values():
        levels = [int(k[2]) for k, _, _ in elements(reader) if k in ("/H1", "/H2", "/H3")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_bookmarks_lead_to_every_part(read: dict[str, Reader]) -> None:
    def titles(outline: list[Any]) -> list[str]:
        return [
            title
            for item in outline
            for title in (titles(item) if isinstance(item, list) else [item.title])
        ]

    names = titles(read["parallel"].outline)
    assert "Answer to questions 2, 3 and 6" in names
    assert names[-2:] == ["Glossary terms", "About this edition"]
    assert not any(name.startswith(("Vraag", "Antwoord")) for name in names)


def test_footnotes_stand_on_their_page(read: dict[str, Reader]) -> None:
    assert [kind for kind, _, _ in elements(read["english"])].count("/Note") == 2


def test_all_of_the_text_is_there(read: dict[str, Reader], letter: Edition) -> None:
    def letters(string: str) -> str:
        """Without what a line's end may have changed."""
        return "".join(filter(str.isalnum, string))

    shown = letters(text(read["stacked"]))
    for unit in letter.units:
        assert letters(unit.target) in shown
    assert "This English text is a machine translation." in text(read["english"])


def test_same_edition_same_bytes(letter: Edition) -> None:
    assert documents(letter, ["english"], ["pdf"]) == documents(letter, ["english"], ["pdf"])


@pytest.mark.parametrize(
    "odd",
    [
        '#panic("x") $x$ @foo <label> `raw` *b* _e_ = h // c /* */ \\ [ ] #[',
        "\x00\x0b Łódź Ελληνικά",
        "no font has \U000f1234",
    ],
)
@pytest.mark.parametrize("layout", ["parallel", "stacked"])
def test_text_is_text(edition_of: Callable[..., Edition], odd: str, layout: str) -> None:
    edition = edition_of(
        {"kind": "title", "id": "title", "paragraphs": [[(odd, odd)]]},
        {"kind": "question", "id": "q1", "numbers": [1], "paragraphs": [[(odd, odd)]]},
        {"kind": "other", "id": "o1", "label": odd, "paragraphs": [[(odd, "")]]},
        name=odd,
    )
    [content] = documents(edition, [layout], ["pdf"]).values()
    reader: Reader = pypdf.PdfReader(io.BytesIO(content))
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert odd.split()[0].strip("\x00\x0b") in text(reader)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_full_stop_without_a_space_behind_what_is_marked(
    edition_of: Callable[..., Edition], layout: str
) -> None:
    """As sources that lost their line ends have it."""
    edition = edition_of(
        {
            "kind": "question",
            "id": "q1",
            "numbers": [1],
            "paragraphs": [[("Zie de wet.Als op vraag 2.Ook.", "See the act.If to question 2.")]],
        },
        {"kind": "question", "id": "q2", "numbers": [2], "paragraphs": [[("A?", "B?")]]},
        terms=[
            {"source": "wet", "target": "act", "surfaces": ["wet"], "renderings": ["act"]},
        ],
    )
    [content] = documents(edition, [layout], ["pdf"]).values()
    shown = "".join(text(pypdf.PdfReader(io.BytesIO(content))).split())
    assert ("wet.Als" if layout == "dutch" else "act.If") in shown


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_has_no_text_or_a_note_in_its_title_is_set(
    empty_answer: Edition, titled_note: Edition, layout: str
) -> None:
    [content] = documents(empty_answer, [layout], ["pdf"]).values()
    assert ("[geen tekst]" if layout == "dutch" else "[no text]") in text(
        pypdf.PdfReader(io.BytesIO(content))
    )
    [content] = documents(titled_note, [layout], ["pdf"]).values()
    reader: Reader = pypdf.PdfReader(io.BytesIO(content))
    assert ("1 NRC." if layout == "dutch" else "1 A daily.") in text(reader)
    assert reader.outline[0].title.endswith("”")


def test_a_long_paragraph_runs_over_the_page(edition_of: Callable[..., Edition]) -> None:
    long = [(f"Zin {n} is lang genoeg.", f"Sentence {n} is long enough.") for n in range(300)]
    edition = edition_of(
        {"kind": "question", "id": "q1", "numbers": [1], "paragraphs": [long, [("A?", "B?")]]}
    )
    [content] = documents(edition, ["stacked"], ["pdf"]).values()
    heights: list[float] = []

    def visit(words: str, matrix: Any, inner: Any, *_: object) -> None:
        if words.strip():
            heights.append(matrix[1] * inner[4] + matrix[3] * inner[5] + matrix[5])

    for page in pypdf.PdfReader(io.BytesIO(content)).pages:
        page.extract_text(visitor_text=visit)
    assert min(heights) > 0


def test_bare_editions(edition_of: Callable[..., Edition]) -> None:
    for edition in (
        edition_of(),
        edition_of({"kind": "other", "id": "o", "paragraphs": [[("Tekst.", "")]]}),
    ):
        for content in documents(edition, LAYOUTS, ["pdf"]).values():
            assert content.startswith(b"%PDF")
