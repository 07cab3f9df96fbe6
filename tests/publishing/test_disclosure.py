"""What the files themselves tell a machine of how they were made."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace

import pypdf
import pytest
from lxml import etree, html

from publishing.editions_by_hand import reviewed
from vertaal.publishing import documents
from vertaal.publishing.disclosure import SCHEMA, statements
from vertaal.publishing.layouts import LAYOUTS
from vertaal.types import Edition

IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/"


def of_html(content: bytes) -> Mapping[str, str]:
    metas = html.fromstring(content.decode()).iter("meta")
    return {
        str(m.get("name")).removeprefix("vertaal:"): str(m.get("content"))
        for m in metas
        if str(m.get("name")).startswith("vertaal:")
    }


def of_docx(content: bytes) -> Mapping[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        root = etree.fromstring(package.read("docProps/custom.xml"))
    return {
        str(p.get("name")).removeprefix("vertaal:"): "".join(map(str, p.itertext()))
        for p in root
        if str(p.get("name")).startswith("vertaal:")
    }


def of_pdf(content: bytes) -> Mapping[str, str]:
    [attached] = pypdf.PdfReader(io.BytesIO(content)).attachments["disclosure.json"]
    value: dict[str, str] = json.loads(attached)
    return value


def of_epub(content: bytes) -> Mapping[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        root = etree.fromstring(package.read("EPUB/content.opf"))
    own = {name: ours for ours, name in SCHEMA.items()}
    found = {
        str(m.get("property")): str(m.text) for m in root.iter("{http://www.idpf.org/2007/opf}meta")
    }
    return {
        own.get(name, name.removeprefix("vertaal:")): value
        for name, value in found.items()
        if name in own or name.startswith("vertaal:")
    }


READERS: dict[str, Callable[[bytes], Mapping[str, str]]] = {
    "html": of_html,
    "docx": of_docx,
    "pdf": of_pdf,
    "epub": of_epub,
}


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("layout", ["parallel", "dutch"])
def test_every_format_says_the_same(letter: Edition, form: str, layout: str) -> None:
    edition = reviewed(letter, len(letter.units), "A. de Vries", 'B. "Bo" & Zn.')
    [content] = documents(edition, [layout], [form]).values()
    assert READERS[form](content) == statements(edition, LAYOUTS[layout])


def test_machine_translation_is_named_until_a_person_answers_for_all_of_it(
    letter: Edition,
) -> None:
    layout, whole = LAYOUTS["english"], len(letter.units)

    def said(edition: Edition) -> tuple[str, str, str]:
        values = statements(edition, layout)
        kind = values["digital-source-type"].removeprefix(IPTC)
        return values["machine-translation"], kind, values.get("responsible", "")

    made, edited = "trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia"
    assert said(letter) == ("unreviewed", made, "")
    assert said(reviewed(letter, 3, "A. de Vries")) == ("partly-reviewed", made, "")
    assert said(reviewed(letter, whole)) == ("reviewed-unsigned", made, "")
    assert said(reviewed(letter, whole, "A. de Vries")) == ("reviewed", edited, "A. de Vries")


def test_the_dutch_alone_is_no_translation(letter: Edition) -> None:
    values = statements(letter, LAYOUTS["dutch"])
    assert set(values) == {"source", "source-file", "source-digest"}
    [content] = documents(letter, ["dutch"], ["pdf"]).values()
    information = pypdf.PdfReader(io.BytesIO(content)).metadata
    assert information is not None
    assert "machine" not in str(information.subject)


def test_what_is_unknown_is_left_out(letter: Edition) -> None:
    bare = replace(letter, provenance=replace(letter.provenance, model="", glossary_digest=""))
    assert not {"model", "glossary-digest"} & set(statements(bare, LAYOUTS["english"]))
