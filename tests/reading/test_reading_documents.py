from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from reading.word_documents import docx, p
from vertaal.errors import InputError
from vertaal.parsing.document import parse
from vertaal.reading import read
from vertaal.reading.html_preparing import prepare
from vertaal.types import BlockKind

DATA = Path(__file__).parents[1] / "data" / "reading"


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_a_real_letter_has_the_text_that_its_text_export_has() -> None:
    source = read(DATA / "letter.docx")
    export = (DATA / "letter.txt").read_text(encoding="utf-8")
    questions = export[export.index("Antwoorden van") : export.index("1 Aanhangsel")]
    body = source.text[source.text.index("Antwoorden van") :]
    assert squeezed(body.replace("(ME)1.", "(ME).")) == squeezed(questions)
    assert source.footnotes == (
        (1, "Aanhangsel van de Handelingen, vergaderjaar 2023-2024, nr. 1121."),
    )
    assert "Directoraat-Generaal Politie en Veiligheidsregio’s" in source.furniture
    assert not any(line.isdigit() for line in source.furniture)
    assert len(source.digest) == 64


def test_line_breaks_lists_and_tables_keep_their_lines(tmp_path: Path) -> None:
    source = tmp_path / "brief.html"
    source.write_text(
        "<h1>Vragen</h1><p>Vraag 1<br>Kunt u\ndit <b>uit</b>leggen?</p>"
        "<ul><li>eerst</li><li>dan</li></ul><ol start='3' type='a'><li>ten derde</li></ol>"
        "<table><tr><td>2023</td><td>€ 3</td></tr><tr><td>2024</td><td>€ 4</td></tr>"
        "<tr><td>2025</td><td>–</td></tr></table>"
        "<script>kwaad()</script>",
        encoding="utf-8",
    )
    assert read(source).text.split("\n\n") == [
        "Vragen",
        "Vraag 1\nKunt u dit uitleggen?",
        "- eerst",
        "- dan",
        "c. ten derde",
        "2023\t€ 3",
        "2024\t€ 4",
        "2025\t–",
    ]


def test_markdown_with_footnotes_title_and_quotes_as_typed(tmp_path: Path) -> None:
    source = tmp_path / "brief.md"
    source.write_text(
        "---\ntitle: Antwoorden\n---\n\n**Vraag 1**\n"
        "Kent u 'dit' -- \"dat\"?[^1] Zie artikel 3.[^2]\n\n2) Kost het $3 of $4?\n\n"
        "[^1]: NRC, 3 mei.\n[^2]: Trouw.\n",
        encoding="utf-8",
    )
    read_back = read(source)
    assert read_back.text.split("\n\n") == [
        "Antwoorden",
        "Vraag 1\nKent u 'dit' -- \"dat\"?1 Zie artikel 3.2",
        "2) Kost het $3 of $4?",
    ]
    assert read_back.footnotes == ((1, "NRC, 3 mei."), (2, "Trouw."))


def test_a_mark_after_a_digit_does_not_change_the_number(tmp_path: Path) -> None:
    source = tmp_path / "brief.md"
    source.write_text("Zie artikel 3[^a] ervan[^b][^c].\n\n[^a]: Bron.\n[^b]: NRC.\n[^c]: AD.\n")
    assert read(source).text == "Zie artikel 3^1 ervan2 3."


def test_html_in_the_encoding_that_it_names(tmp_path: Path) -> None:
    source = tmp_path / "brief.html"
    page = '<meta charset="iso-8859-1"><p>Zoë’s vraag</p>'
    source.write_bytes(page.encode("cp1252"))
    assert read(source).text == "Zoë’s vraag"


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_metadata_of_markdown_that_no_text_has_are_removed(tmp_path: Path) -> None:
    head = "---\ntitle: Brief\nkenmerk: 2024Z1\nklaar: true\nbij:\n  wie: [A, B]\n---\n\nJa.\n"
    source = read(written(tmp_path / "brief.md", head))
    assert source.text == "Brief\n\nJa."
    removed = {each.text for each in source.removed}
    assert removed == {"kenmerk: 2024Z1", "klaar: True", "bij: wie: A wie: B"}


def test_html_in_markdown_is_read_as_html(tmp_path: Path) -> None:
    source = read(
        written(
            tmp_path / "brief.md",
            "Kunt u dat<br>bevestigen? Zie <naam>.[^1]\n\n<p>Ja, dat kan ik.</p>\n\n2) Twee\n\n"
            "<table><tr><td>Mali</td><td>12</td></tr></table>\n\n<!-- concept -->\n\n"
            "<div>\n\nIn *dat*\nvlak.\n\n</div>\n\n[^1]: NRC.\n",
        )
    )
    assert source.text.split("\n\n") == [
        "Kunt u dat\nbevestigen? Zie .1",
        "Ja, dat kan ik.",
        "2) Twee",
        "Mali\t12",
        "In dat\nvlak.",
    ]
    assert source.footnotes == ((1, "NRC."),)
    removed = parse(source).removed
    assert [each.text for each in removed] == ["<naam>", "<!-- concept -->"]


def test_html_that_would_swallow_markdown_is_set_apart(tmp_path: Path) -> None:
    source = read(written(tmp_path / "brief.md", "Zie <script> hier.\n\nJa, dat kan ik.\n"))
    assert source.text == "Zie hier.\n\nJa, dat kan ik."
    assert [each.text for each in source.removed] == ["<script>"]


def test_a_note_of_markdown_without_a_mark_is_kept(tmp_path: Path) -> None:
    source = written(tmp_path / "brief.md", "Ja.[^a]\n\n[^a]: NRC.\n[^2]: Trouw.\n[^a]: Parool.\n")
    assert read(source).text == "Ja.1\n\n[2] Trouw.\n\n[a] Parool."
    assert read(source).footnotes == ((1, "NRC."),)


def test_items_with_numbers_of_their_own(tmp_path: Path) -> None:
    page = (
        "<ol><li>Kunt u?</ol><p>Ja.</p><ol><li value='2'>Deelt u?<ul><li value=9>Zo</ul><li>En u?"
        "</ol><ol reversed type='a'><li>b<li>a</ol>"
        "<ol reversed start=7><li>x<li value=3>y<li>z</ol>"
    )
    assert read(written(tmp_path / "brief.html", page)).text.split("\n\n") == [
        "1. Kunt u?",
        "Ja.",
        "2. Deelt u?",
        "- Zo",
        "3. En u?",
        "b. b",
        "a. a",
        "7. x",
        "3. y",
        "2. z",
    ]


@pytest.mark.parametrize("main", ["main", "MAIN id='x'", 'div class="a" role="main"'])
def test_what_stands_around_the_main_part_of_a_page_is_removed(tmp_path: Path, main: str) -> None:
    page = (
        f"<nav><ul><li>Home</ul></nav><p>Ja.</p><{main}><p>Ja.</p><p>Nee.</p></{main.split()[0]}>"
        "<footer><p>Ja.</p><p>Gemeente&nbsp;Ede</p></footer>"
    )
    source = read(written(tmp_path / "brief.html", page))
    assert source.text == "Ja.\n\nNee."
    assert [each.text for each in source.removed] == ["- Home", "Ja.", "Ja.", "Gemeente Ede"]
    assert {each.reason for each in source.removed} == {"outside the main part of the page"}


def test_what_a_page_hides_is_removed(tmp_path: Path) -> None:
    page = (
        "<body hidden><p style='color:red; display : none'>Concept &amp; meer<p>Ja"
        "<span hidden>(<b>geheim</b>)</span>.<template><p>Sjabloon</p></template>"
        '<div style="DISPLAY:NONE">In <div>diep</div> vlak</div><!-- <p hidden> -->'
        "<script>'<p hidden>'</script><ul><li hidden>weg<li>Nee.</ul>"
    )
    source = read(written(tmp_path / "brief.html", page))
    assert source.text == "Ja.\n\n- Nee."
    hidden = ["Concept & meer", "( geheim )", "Sjabloon", "In diep vlak", "weg"]
    assert [each.text for each in source.removed] == hidden
    assert {each.reason for each in source.removed} == {"hidden text"}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", ["<p hidden", "<a ", "<!--", '<a b="', "<i>", "<ol><li value=3>"])
def test_a_page_of_endless_tags_is_prepared_in_time(piece: str) -> None:
    prepare("<template>" + piece * 100_000)


def test_raised_figures_do_not_change_a_number(tmp_path: Path) -> None:
    page = (
        "In artikel 3<sup>1</sup>, 2020<a href='#'><sup>2</sup></a>, 10<sup>6</sup> m<sup>2</sup>"
    )
    assert read(written(tmp_path / "brief.html", page)).text == "In artikel 3^1, 2020^2, 10^6 m2"
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>6</w:t></w:r>'
    body = p("Het is 10").replace("</w:p>", raised + "</w:p>")
    assert read(docx(tmp_path / "brief.docx", body)).text == "Het is 10^6"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("Het woord <ruby>漢<rt>kan</rt></ruby> is oud.", "Het woord 漢 (kan) is oud."),
        ("<ruby>漢<rb>字<rt>kan<rt>ji</ruby> is oud.", "漢字 (kan) (ji) is oud."),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> is oud.", "漢(kan) is oud."),
        ("<ruby>漢<rt></rt></ruby> is oud.", "漢 is oud."),
    ],
)
def test_a_reading_above_its_signs_stands_behind_them(page: str, text: str, tmp_path: Path) -> None:
    assert read(written(tmp_path / "brief.html", page)).text == text


def test_figures_stay_in_their_columns(tmp_path: Path) -> None:
    page = (
        "<table><tr><th></th><th></th><th>2022</th><th>2023</th></tr>"
        "<tr><td>Mali</td><td></td><td></td><td>12</td></tr>"
        "<tr><td rowspan=2>Niger</td><td></td><td>7</td><td></td></tr>"
        "<tr><td></td><td></td><td>8</td></tr><tr><td></td></tr></table>"
    )
    assert read(written(tmp_path / "brief.html", page)).text.split("\n\n") == [
        "– | 2022 | 2023",
        "Mali\t–\t12",
        "Niger\t7",
        "– | – | 8",
    ]


def test_merged_cells_move_no_figure(tmp_path: Path) -> None:
    page = (
        "<p>Vraag 1</p><p>Hoeveel?</p><p>Antwoord 1</p><table>"
        "<tr><td rowspan=2>Regio</td><td colspan=2>2024</td><td>2025</td></tr>"
        "<tr><td>man</td><td>vrouw</td><td>man</td></tr>"
        "<tr><td colspan=2>Noord</td><td>3</td><td>4</td></tr></table>"
        "<table><tr><td></td><td>Boten</td></tr><tr><td>Zuid</td><td>5</td></tr></table>"
    )
    [answer] = parse(read(written(tmp_path / "brief.html", page))).answers
    assert answer.text.split("\n\n") == [
        "Regio | 2024 | – | 2025",
        "– | man | vrouw | man",
        "Noord | – | 3 | 4",
        "– | Boten",
        "Zuid | 5",
    ]


def test_two_line_breaks_part_paragraphs(tmp_path: Path) -> None:
    source = written(tmp_path / "brief.html", "<p>Een.<br>Twee.<br> <br>Drie.<br></p>")
    assert read(source).text == "Een.\nTwee.\n\nDrie."


def test_headers_and_footers_of_a_docx_are_furniture(tmp_path: Path) -> None:
    source = docx(
        tmp_path / "brief.docx",
        p("Vraag 1") + p("Wat vindt u?"),
        header1=p("Onze Referentie") + p("2"),
        footer1=p("Pagina 2 van 4") + p("Pagina 2 van 4"),
    )
    read_back = read(source)
    assert read_back.text == "Vraag 1\n\nWat vindt u?"
    assert read_back.furniture == ("Pagina 2 van 4", "Onze Referentie")


def test_an_odt_that_pandoc_writes_is_read_back(tmp_path: Path) -> None:
    from vertaal import pandoc_library

    pandoc = pandoc_library.load()
    tree = pandoc.read("Vraag 1\n\nKlopt dit?^[Bron: NOS.]", format="markdown")
    (tmp_path / "brief.odt").write_bytes(pandoc.write(tree, format="odt"))
    source = read(tmp_path / "brief.odt")
    assert source.text == "Vraag 1\n\nKlopt dit?1"
    assert source.footnotes == ((1, "Bron: NOS."),)


def test_a_package_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    bomb = docx(tmp_path / "brief.docx", p("0" * 30_000_000))
    assert bomb.stat().st_size < 100_000
    with pytest.raises(InputError, match="unpacks to far more"):
        read(bomb)


@pytest.mark.parametrize("part", ["document", "header1"])
def test_entities_are_refused(tmp_path: Path, part: str) -> None:
    document = docx(tmp_path / "brief.docx", p("Vraag"))
    evil = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    packed = io.BytesIO()
    with zipfile.ZipFile(document) as old, zipfile.ZipFile(packed, "w") as new:
        for item in old.infolist():
            if item.filename != f"word/{part}.xml":
                new.writestr(item.filename, old.read(item))
        new.writestr(f"word/{part}.xml", evil)
    document.write_bytes(packed.getvalue())
    with pytest.raises(InputError, match="declares entities"):
        read(document)


@pytest.mark.parametrize("name", ["brief.docx", "brief.odt", "brief.pdf"])
@pytest.mark.parametrize("content", [b"Vraag 1", b"PK\x03\x04 kapot", b"\x00\x01" * 400])
def test_other_content_under_an_office_name_is_refused(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as caught:
        read(tmp_path / name)
    assert caught.value.remedy


def test_an_old_word_document_named_docx(tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(100))
    with pytest.raises(InputError, match=r"password or an old Word document"):
        read(tmp_path / "brief.docx")


def pdf(path: Path, pages: list[list[tuple[int, str]]]) -> Path:
    """A PDF whose pages hold lines of text at given heights in points."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    kids = []
    for lines in pages:
        drawn = b"".join(
            b"BT /F1 10 Tf 1 0 0 1 72 %d Tm (%s) Tj ET\n" % (height, text.encode("cp1252"))
            for height, text in lines
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    path.write_bytes(pdf_of(objects))
    return path


def pdf_of(objects: list[bytes]) -> bytes:
    """The file of these objects, the catalogue the first."""
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj %s endobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return out


def test_pdf_keeps_pages_and_the_room_between_paragraphs(tmp_path: Path) -> None:
    source = pdf(
        tmp_path / "brief.pdf",
        [
            [
                (700, "Vraag 1 over België"),
                (688, "Klopt het dat dit"),
                (676, "de regel is?"),
                (652, "Antwoord"),
            ],
            [(700, "Dit is niet meer de regel sinds 2021.")],
        ],
    )
    assert read(source).text == (
        "Vraag 1 over België\nKlopt het dat dit\nde regel is?\n\nAntwoord"
        "\fDit is niet meer de regel sinds 2021."
    )


def test_soft_hyphens_of_a_pdf_are_its_hyphens(tmp_path: Path) -> None:
    lines = [
        (700, "Vraag 1"),
        (688, "Is er co\u00ad"),
        (676, "ördinatie met Zuid\u00adAfrika nodig?"),
    ]
    question = parse(read(pdf(tmp_path / "brief.pdf", [lines]))).blocks[-1]
    assert question.text == "Is er coördinatie met Zuid-Afrika nodig?"


def test_a_pdf_without_a_mark_on_it_has_no_text(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no text in it"):
        read(pdf(tmp_path / "blank.pdf", [[], []]))


def test_blank_pages_between_typed_ones_need_no_recognition(tmp_path: Path) -> None:
    pages = [[(700, "Vraag 1 over de regels van België")], [], [(700, "3")]]
    assert read(pdf(tmp_path / "brief.pdf", pages)).text.split("\f")[1:] == ["", "3"]


def test_a_package_that_cannot_be_unpacked_is_named(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", "<w:document/>" * 50)
    data = bytearray(path.read_bytes())
    # The first byte after the local header: a block of a type that deflate does not have.
    data[30 + len("word/document.xml")] = 0x07
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"is damaged in word/document\.xml"):
        read(path)


def test_a_table_of_questions_and_answers_is_labelled(tmp_path: Path) -> None:
    table = (
        "<table><tr><th>Nr.</th><th>Fractie</th><th>Vraag</th><th>Antwoord</th></tr>"
        "<tr><td>1</td><td>ABC</td><td><p>Hoeveel?</p><p>Waar?</p></td><td>Drie.</td></tr>"
        '<tr><td colspan="4">Programma 2</td></tr>'
        "<tr><td>2</td><td></td><td>Wanneer?</td><td><p>Nu:</p><ul><li>a;</li></ul></td></tr>"
        "</table>"
    )
    page = tmp_path / "raad.html"
    page.write_text(f"<h1>Antwoorden op vragen van de raad</h1>{table}", encoding="utf-8")
    document = parse(read(page))
    assert [(block.label, block.text) for block in document.questions] == [
        ("Vraag 1", "Fractie: ABC\n\nHoeveel?\n\nWaar?"),
        ("Vraag 2", "Wanneer?"),
    ]
    assert [(block.numbers, block.text) for block in document.answers] == [
        ((1,), "Drie.\n\nProgramma 2"),
        ((2,), "Nu:\n\n- a;"),
    ]
    # In a letter with labels of its own, such a table is part of an answer.
    page.write_text(f"<p>Vraag 1</p><p>Wat?</p><p>Antwoord</p>{table}", encoding="utf-8")
    assert [block.numbers for block in parse(read(page)).answers] == [(1,)]


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("Vraag fractie", "Antwoord college"),
        ("Vragen van de raad", "Reactie van het college"),
        ("Vraag", "Beantwoording GS"),
    ],
)
def test_columns_may_say_whose_questions_and_answers_they_hold(
    tmp_path: Path, asked: str, answered: str
) -> None:
    page = tmp_path / "raad.html"
    page.write_text(
        f"<table><tr><th>Nr</th><th>{asked}</th><th>{answered}</th></tr>"
        "<tr><td>1</td><td>Hoeveel?</td><td>Drie.</td></tr>"
        "<tr><td>2</td><td>Waarom?</td><td><p>Om:</p><ol><li>a;</li><li>b.</li></ol></td></tr></table>",
        encoding="utf-8",
    )
    document = parse(read(page))
    assert document.of(BlockKind.PREAMBLE) == ()
    assert [removal.text for removal in document.removed] == [f"Nr {asked} {answered}"]
    assert [block.text for block in document.questions] == ["Hoeveel?", "Waarom?"]
    assert [(block.numbers, block.text) for block in document.answers] == [
        ((1,), "Drie."),
        ((2,), "Om:\n\n1. a;\n\n2. b."),
    ]


def test_the_head_of_a_table_is_no_text_where_its_rows_have_labels_of_their_own(
    tmp_path: Path,
) -> None:
    file = tmp_path / "raad.md"
    file.write_text(
        "Hierbij de antwoorden.\n\n| Vraag | Antwoord |\n|---|---|\n"
        "| Vraag 1: Hoeveel? | Antwoord: Drie. |\n| Vraag 2: Waarom? | Antwoord: Daarom. |\n",
        encoding="utf-8",
    )
    document = parse(read(file))
    assert [block.text for block in document.of(BlockKind.PREAMBLE)] == ["Hierbij de antwoorden."]
    assert [removal.text for removal in document.removed] == ["Vraag Antwoord"]
    assert [block.text for block in document.answers] == ["Drie.", "Daarom."]


def test_a_label_may_have_a_cell_of_its_own(tmp_path: Path) -> None:
    def table(*rows: tuple[str, str]) -> str:
        cells = (f"<tr><td>{label}</td><td>{text}</td></tr>" for label, text in rows)
        return f"<table>{''.join(cells)}</table>"

    page = tmp_path / "raad.html"
    rows = (("Vraag 1", "Hoeveel?"), ("Antwoord", "31.400."), ("Vraag 2", "A?"), ("Antwoord", "B."))
    page.write_text(table(*rows), encoding="utf-8")
    assert [(block.numbers, block.text) for block in parse(read(page)).answers] == [
        ((1,), "31.400."),
        ((2,), "B."),
    ]
    # The table of a survey is part of an answer.
    survey = table(("Vraag", "Aandeel"), ("Vraag 1", "12%"), ("Vraag 2", "14%"))
    page.write_text(
        f"<p>Vraag 1</p><p>Wat?</p><p>Antwoord</p><p>Dit.</p>{survey}", encoding="utf-8"
    )
    assert len(parse(read(page)).questions) == 1


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<style>ol.a, ul {list-style: none}</style><ol class='b a'><li>3. Drie</ol>", "3. Drie"),
        ("<style>.a > li {list-style-type:none}</style><ol class=a><li>3. Drie</ol>", "3. Drie"),
        ("<style>ol {list-style:none} .a ol {list-style: decimal}</style><ol><li>Een</ol>", "Een"),
        (
            "<style>.a ol {list-style:decimal} ol {list-style:none}</style>"
            "<div class=a><ol><li>Een</ol></div>",
            "1. Een",
        ),
        ("<style>@media print {ol {list-style:none}}</style><ol><li>Een</ol>", "1. Een"),
        ("<style>ol:hover {list-style:none}</style><ol><li>Een</ol>", "1. Een"),
    ],
)
def test_a_style_sheet_may_leave_a_list_without_marks(tmp_path: Path, page: str, text: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<body>{page}</body>", encoding="utf-8")
    assert read(path).text == text


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ('Er zijn er <input type="number" value="1204">.', "Er zijn er 1204."),
        ('<input type=hidden value="x"><input type="checkbox" checked>ja', "[x] ja"),
        ("Antwoord: <textarea>Dat kost 3 &lt; 4 miljoen.</textarea>", "Dat kost 3 < 4 miljoen."),
        ("<select><option>Breda<option selected>Delft<option>Zwolle</select>.", "Delft."),
        ("<select multiple><option>Breda</option><option>Delft</option></select>", "Breda, Delft"),
        ('<ol style="list-style: none"><li>3. Drie</li><li>4. Vier</ol>', "3. Drie\n\n4. Vier"),
        ("<ul style='list-style-type:none'><li>Drie<li>Vier</ul>Vijf", "Drie\n\nVier\n\nVijf"),
    ],
)
def test_fields_of_a_form_and_lists_without_marks_are_read_as_shown(
    tmp_path: Path, shown: str, text: str
) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<div>{shown}</div>", encoding="utf-8")
    assert read(page).text.endswith(text)
