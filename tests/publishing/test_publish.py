"""The documents of an edition: which are written, and that they hold all of it."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
from lxml import etree, html

from vertaal.publishing import documents
from vertaal.types import Edition


def test_writes_four_documents(letter: Edition) -> None:
    assert list(documents(letter)) == [
        "parallel.html",
        "parallel.docx",
        "english.html",
        "english.docx",
    ]


def test_same_edition_same_bytes(letter: Edition) -> None:
    assert documents(letter) == documents(letter)


def test_every_sentence_is_in_both_formats(letter: Edition) -> None:
    made = documents(letter, layouts=["parallel"])
    page = text_of(html.fromstring(made["parallel.html"].decode()))
    document = docx.Document(io.BytesIO(made["parallel.docx"]))
    text = " ".join(
        "".join(t.text or "" for t in p.iter(f"{{{NS}}}t"))
        for p in document.element.body.iter(f"{{{NS}}}p")
    )
    for unit in letter.units:
        for sentence in (unit.source, unit.target):
            assert sentence in page
            assert sentence in text


def text_of(tree: etree._Element) -> str:
    return " ".join("".join(map(str, tree.itertext())).split())


NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_text_is_escaped(edition_of: Callable[..., Edition]) -> None:
    hostile = '<script>alert("&amp;")</script> \x00\x0b</td>'
    edition = edition_of(
        {"kind": "title", "id": "title", "paragraphs": [[(hostile, hostile)]]},
        {"kind": "other", "id": "o1", "label": "<b>", "paragraphs": [[(hostile, hostile)]]},
        name=hostile,
    )
    for name, content in documents(edition).items():
        if name.endswith(".html"):
            tree = html.fromstring(content.decode())
            assert not tree.xpath("//script")
            assert 'alert("&amp;")' in text_of(tree)
        else:
            docx.Document(io.BytesIO(content))


def test_bare_editions(edition_of: Callable[..., Edition]) -> None:
    for edition in (
        edition_of(),
        edition_of({"kind": "other", "id": "o", "paragraphs": [[("Tekst.", "")]]}),
        edition_of(
            {"kind": "question", "id": "q1", "numbers": [1], "paragraphs": [[("A?", "B?")]]}
        ),
    ):
        for content in documents(edition).values():
            assert content
