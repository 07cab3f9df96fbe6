"""What an ODT shows that pandoc does not read, and what it hides."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from vertaal.reading import read
from vertaal.types import Source

_NAMES = {"office": "office", "text": "text", "style": "style", "draw": "drawing", "table": "table"}
_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in _NAMES.items()
)
_STYLES = """<text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/>
<text:list-level-style-number text:level="2" style:num-suffix=")" style:num-format="a"/>
<text:list-level-style-number text:level="3" text:display-levels="3" style:num-format="1"/>
</text:list-style><text:list-style style:name="Q">
<text:list-level-style-number text:level="1" style:num-prefix="Vraag " style:num-format="1"
 text:start-value="3"/></text:list-style>
<text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/></text:list-style>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/>
</style:style><style:style style:name="H2" style:parent-style-name="H"/>
<style:style style:name="S" style:parent-style-name="H"><style:text-properties text:display="true"/>
</style:style>"""
_OUTLINE = """<text:outline-style><text:outline-level-style text:level="1" style:num-format="I"
 style:num-suffix="."/></text:outline-style>"""


Make = Callable[..., Source]


@pytest.fixture
def odt(tmp_path: Path) -> Make:
    def make(body: str, outline: str = "") -> Source:
        path = tmp_path / "brief.odt"
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            package.writestr("Pictures/1.png", "geen plaatje")
            package.writestr(
                "styles.xml",
                f"<office:document-styles {_SPACES}><office:styles>{outline}</office:styles>"
                "</office:document-styles>",
            )
            package.writestr(
                "content.xml",
                f"<office:document-content {_SPACES}><office:automatic-styles>{_STYLES}"
                f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
                "</office:body></office:document-content>",
            )
        return read(path)

    return make


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def items(*texts: str, style: str = "L", more: str = "") -> str:
    inside = "".join(f"<text:list-item>{text}</text:list-item>" for text in texts)
    return f'<text:list text:style-name="{style}" {more}>{inside}</text:list>'


def paragraphs(source: Source) -> list[str]:
    return source.text.split("\n\n")


def test_text_of_frames_and_shapes_stands_behind_their_paragraph(odt: Make) -> None:
    inside = p("Antwoord") + p("Ja, dat klopt.")
    box = f"<draw:frame><draw:text-box>{inside}</draw:text-box></draw:frame>"
    shapes = f"<draw:g><draw:custom-shape>{p('Vorm')}</draw:custom-shape></draw:g>"
    source = odt(
        p(f"Kunt <text:span>u {box}dat</text:span>?")
        + items(p("een" + shapes), p("twee"))
        + box
        + p("<draw:frame><draw:image/></draw:frame>Slot")
    )
    answer = ["Antwoord", "Ja, dat klopt."]
    assert paragraphs(source) == [
        "Kunt u dat?",
        *answer,
        "1. een",
        "Vorm",
        "2. twee",
        *answer,
        "Slot",
    ]


def test_fields_are_their_text(odt: Make) -> None:
    names = "date time title subject user-defined text-input variable-get variable-set chapter meta"
    names += " database-display drop-down placeholder page-number file-name conditional-text"
    fields = " ".join(f'<text:{name} text:name="x">{name}</text:{name}>' for name in names.split())
    assert odt(p(f"Van {fields} af")).text == f"Van {names} af"


def test_lists_go_on_where_the_document_says_so(odt: Make) -> None:
    first = items(p("Kunt u?"), more='xml:id="a"')
    other = items(p("drie"), p("vier"), style="Q")
    second = items(
        p("Deelt u?") + items(p("zo"), p("zus"), style=""), more='text:continue-list="a"'
    )
    third = items(p("Bent u?"), more='text:continue-numbering="true"')
    nested = items(items(p("dan"), style=""), more='text:continue-list="a"')
    source = odt(first + p("Ja.") + other + second + nested + third + items(p("Nieuw")))
    assert paragraphs(source) == [
        "1. Kunt u?",
        "Ja.",
        "Vraag 3\ndrie",
        "Vraag 4\nvier",
        "2. Deelt u?",
        "a) zo",
        "b) zus",
        "c) dan",
        "3. Bent u?",
        "1. Nieuw",
    ]


def test_items_with_numbers_of_their_own_and_headers(odt: Make) -> None:
    source = odt(
        f'<text:list text:style-name="L"><text:list-header>{p("Kop")}</text:list-header>'
        f'<text:list-item text:start-value="4">{p("vier")}{p("nog")}</text:list-item>'
        f"<text:list-item>{p('vijf')}{items(p('a') + items(p('diep'), style=''), style='')}"
        f"</text:list-item></text:list>"
        + items(p("punt"), p(""), style="B")
        + items(p("los"), style="onbekend")
    )
    assert paragraphs(source) == [
        "Kop",
        "4. vier",
        "nog",
        "5. vijf",
        "a) a",
        "5.a.1 diep",
        "- punt",
        "- los",
    ]


def test_headings_have_the_numbers_that_are_shown(odt: Make) -> None:
    heading = '<text:h text:outline-level="1">{}</text:h>'.format
    source = odt(heading("Inleiding") + p("Tekst.") + heading("Slot"), _OUTLINE)
    assert paragraphs(source) == ["I. Inleiding", "Tekst.", "II. Slot"]


def test_what_is_hidden_is_removed(odt: Make) -> None:
    source = odt(
        f'<text:section text:display="none">{p("Concept")}{items(p("stil"))}</text:section>'
        + f"<text:section>{p('Ja')}</text:section>"
        + p('Het <text:span text:style-name="H2">niet </text:span>is '
            '<text:span text:style-name="S">wel</text:span> zo'
            "<office:annotation><text:p>Check!</text:p></office:annotation>.")
        + p("Weg", "H")
        + p('<text:hidden-paragraph text:is-hidden="true"/>Ook weg')
        + p('<text:hidden-text text:is-hidden="true">x</text:hidden-text>Slot')
    )  # fmt: skip
    assert paragraphs(source) == ["Ja", "Het is wel zo.", "Slot"]
    hidden = "hidden text"
    assert [(each.text, each.reason) for each in source.removed] == [
        ("Concept stil", hidden),
        ("niet", hidden),
        ("Check!", "comment"),
        ("Weg", hidden),
        ("Ook weg", hidden),
        ("x", hidden),
    ]


def cells(*texts: str) -> str:
    inside = "".join(f"<table:table-cell>{text}</table:table-cell>" for text in texts)
    return f"<table:table-row>{inside}</table:table-row>"


def test_tables_in_tables_are_read(odt: Make) -> None:
    deep = f"<table:table>{cells(p('diep') + p('er'), p('in'))}</table:table>"
    inner = f"<table:table>{cells(p('Mali'), p('12'))}{cells(p(''), p('x') + deep)}</table:table>"
    source = odt(f"<table:table>{cells(p('Antwoord') + inner + p('Ja.'))}</table:table>{p('Slot')}")
    assert paragraphs(source) == ["Antwoord", "Mali 12", "x", "diep", "er", "in", "Ja.", "Slot"]


def test_a_page_number_in_a_frame_is_no_text(odt: Make) -> None:
    number = p("Pagina <text:page-number>2</text:page-number> van 7")
    source = odt(p(f"Ja.<draw:custom-shape>{number}</draw:custom-shape>"))
    assert source.text == "Ja."
    assert [(each.text, each.reason) for each in source.removed] == [
        ("Pagina 2 van 7", "page number")
    ]


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "body",
    [
        "<text:section>" * 190 + p("Ja.") + "</text:section>" * 190,
        f"<text:p>{'<text:span>' * 190}Ja.{'</text:span>' * 190}</text:p>",
        "<text:list><text:list-item>" * 95 + p("Ja.") + "</text:list-item></text:list>" * 95,
        f"<text:p>{'<office:annotation/>Ja.' * 100_000}</text:p>",
    ],
)
def test_a_deep_or_long_document_is_read(odt: Make, body: str) -> None:
    assert "Ja." in odt(body).text


def test_notes_keep_their_lists_and_marks(odt: Make) -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p('Zie:')}{items(p('NRC'), p('Trouw'))}</text:note-body></text:note>"
    )
    source = odt(items(p(f"Ja{note}.")))
    assert source.text == "1. Ja1."
    assert source.footnotes == ((1, "Zie:\n1. NRC\n2. Trouw"),)


def test_what_a_change_took_away_is_told(odt: Make) -> None:
    info = "<office:change-info><text:p>Jan</text:p></office:change-info>"
    deletion = f"<text:deletion>{info}{p('Geschrapt?')}{p('Ook.')}</text:deletion>"
    region = f'<text:changed-region text:id="c1">{deletion}</text:changed-region>'
    source = odt(
        f"<text:tracked-changes>{region}</text:tracked-changes>"
        + p('Kunt u <text:change text:change-id="c1"/>dit?')
    )
    assert source.text == "Kunt u dit?"
    assert [(each.text, each.reason) for each in source.removed] == [
        ("Geschrapt?", "tracked deletion"),
        ("Ook.", "tracked deletion"),
    ]
