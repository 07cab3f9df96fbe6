"""What only Word writes: boxes, fields, numbering, tracked changes, hidden text."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from reading.word_documents import docx, p, relations, run
from vertaal.errors import InputError
from vertaal.parsing.document import parse
from vertaal.reading import read
from vertaal.types import BlockKind


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def item(number: int | str, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def level(place: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(name: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def num(name: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def numbering(*levels: str) -> str:
    return definition(0, *levels) + num(1, 0)


def paragraphs(tmp_path: Path, body: str, **parts: str) -> list[str]:
    return read(docx(tmp_path / "brief.docx", body, **parts)).text.split("\n\n")


def box(*texts: str) -> str:
    return f"<w:txbxContent>{''.join(map(p, texts))}</w:txbxContent>"


def shape(*texts: str) -> str:
    return f"<wps:wsp><wps:txbx>{box(*texts)}</wps:txbx></wps:wsp>"


def drawing(*shapes: str) -> str:
    return f"<w:drawing><a:graphic><wpg:wgp>{''.join(shapes)}</wpg:wgp></a:graphic></w:drawing>"


def vml(*texts: str) -> str:
    return f"<w:pict><v:shape><v:textbox>{box(*texts)}</v:textbox></v:shape></w:pict>"


def either(choice: str, fallback: str) -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


@pytest.mark.parametrize(
    ("anchored", "boxed"),
    [
        (
            either(drawing(shape("In kader.", "Twee.")), vml("In kader.", "Twee.")),
            ["In kader.", "Twee."],
        ),
        (either(drawing(shape("Een."), shape("Twee.")), ""), ["Een.", "Twee."]),
        (either("<w:drawing/>", vml("In kader.")), ["In kader."]),
        (vml("In kader."), ["In kader."]),
    ],
    ids=["box", "group", "fallback alone", "vml alone"],
)
def test_a_text_box_leaves_the_paragraph_that_it_hangs_on(
    tmp_path: Path, anchored: str, boxed: list[str]
) -> None:
    body = p(run("Kunt u ") + f"<w:r>{anchored}</w:r>" + run("dat bevestigen?")) + p("Antwoord")
    assert paragraphs(tmp_path, body) == ["Kunt u dat bevestigen?", *boxed, "Antwoord"]


def test_a_box_in_a_box_and_one_in_a_table(tmp_path: Path) -> None:
    inner = (
        f"<w:txbxContent>{p(run('Buiten.') + '<w:r>' + vml('Binnen.') + '</w:r>')}</w:txbxContent>"
    )
    outer = f"<w:r><w:pict><v:textbox>{inner}</v:textbox></w:pict></w:r>"
    cell = f"<w:tbl><w:tr><w:tc>{p(run('Cel.') + outer)}</w:tc></w:tr></w:tbl>"
    assert paragraphs(tmp_path, cell) == ["Cel.", "Buiten.", "Binnen."]


def test_of_versions_of_a_text_one_is_read(tmp_path: Path) -> None:
    body = p(run("Voor ") + either(run("keuze"), run("terugval")) + run(" na"))
    assert paragraphs(tmp_path, body) == ["Voor keuze na"]


def test_no_style_makes_a_paragraph_move_or_vanish(tmp_path: Path) -> None:
    names = ["Date", "Title", "Title", "Subtitle", "Author", "Abstract", "Title"]
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/></w:style>'
        for name in dict.fromkeys(names)
    )
    body = "".join(p(f"{place} {name}", style(name)) for place, name in enumerate(names))
    assert paragraphs(tmp_path, body + p("Einde."), styles=styles) == [
        *(f"{place} {name}" for place, name in enumerate(names)),
        "Einde.",
    ]


@pytest.mark.parametrize(
    "wrapper",
    ["fldSimple", "customXml", "dir", "bdo", "smartTag", "hyperlink", "ins", "moveTo"],
)
def test_what_is_wrapped_in_something_is_read(tmp_path: Path, wrapper: str) -> None:
    wrapped = f'<w:{wrapper} w:instr=" REF v3 ">{run("vraag 3")}</w:{wrapper}>'
    body = p(run("Zie ") + wrapped + run(".")) + f"<w:{wrapper}>{p('Blok.')}</w:{wrapper}>"
    assert paragraphs(tmp_path, body) == ["Zie vraag 3.", "Blok."]


def test_a_field_gives_its_result_once(tmp_path: Path) -> None:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def told(text: str) -> str:
        return f"<w:r><w:instrText>{text}</w:instrText></w:r>"

    inner = char("begin") + told(" DOCPROPERTY x ") + char("separate") + run("1") + char("end")
    begin = char("begin") + told(" IF ") + inner + told(' = 1 "ja" "nee"')
    body = p(run("A ") + begin + char("separate") + run("ja") + char("end") + run(" B"))
    assert paragraphs(tmp_path, body) == ["A ja B"]
    without_end = p(run("A ") + char("begin") + run("tekst")) + p("Slot.")
    assert paragraphs(tmp_path, without_end) == ["A tekst", "Slot."]


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ('<w:ddList><w:result w:val="1"/>{}</w:ddList>', "Nee"),
        ('<w:ddList><w:default w:val="1"/>{}</w:ddList>', "Nee"),
        ("<w:ddList>{}</w:ddList>", "Ja"),
        ('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "[x]"),
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "[ ]"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "[x]"),
    ],
)
@pytest.mark.parametrize("result", ["", '<w:fldChar w:fldCharType="separate"/><w:t>Ja</w:t>'])
def test_a_form_field_shows_its_choice(tmp_path: Path, kind: str, shown: str, result: str) -> None:
    entries = '<w:listEntry w:val="Ja"/><w:listEntry w:val="Nee"/>'
    begin = f"<w:ffData>{kind.format(entries)}</w:ffData>"
    field = f'<w:fldChar w:fldCharType="begin">{begin}</w:fldChar><w:instrText>FORM</w:instrText>'
    field += f'{result}<w:fldChar w:fldCharType="end"/>'
    usual = "".join(f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in ("begin", "end"))
    usual = usual.replace("</w:r><w:r>", '<w:fldChar w:fldCharType="separate"/><w:t>dit</w:t>')
    body = p(run("Zie ") + f"<w:r>{field}</w:r> " * 3 + run(" hier ") + usual * 3)
    assert paragraphs(tmp_path, body) == [f"Zie {shown * 3} hier ditditdit"]


def test_questions_and_answers_that_numbering_names(tmp_path: Path) -> None:
    lists = definition(0, level(0, "decimal", "Vraag %1")) + definition(
        1, level(0, "decimal", "Antwoord %1:")
    )
    heading = (
        '<w:style w:type="paragraph" w:styleId="Kop"><w:name w:val="heading 1"/>'
        f"<w:pPr>{item(1)}</w:pPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="KopB"><w:basedOn w:val="Kop"/></w:style>'
    )
    body = (
        (p("", item(1)) + p("Kunt u dat bevestigen?") + p("", item(2)) + p("Ja, dat kan ik."))
        + (p("Deelt u de mening dat dit niet kan?", style("KopB")) + p("Nee, dat niet.", item(2)))
        + (p("", style("Kop")) + p("Bent u bereid?") + p("", item(2)) + p("Ja."))
    )
    path = docx(
        tmp_path / "brief.docx",
        body,
        numbering=lists + num(1, 0) + num(2, 1),
        styles=heading,
    )
    document = parse(read(path))
    assert [(each.numbers, each.text) for each in document.questions] == [
        ((1,), "Kunt u dat bevestigen?"),
        ((2,), "Deelt u de mening dat dit niet kan?"),
        ((3,), "Bent u bereid?"),
    ]
    assert [(each.numbers, each.text) for each in document.answers] == [
        ((1,), "Ja, dat kan ik."),
        ((2,), "Nee, dat niet."),
        ((3,), "Ja."),
    ]


def labels(tmp_path: Path, places: list[tuple[int, int]], lists: str, styles: str = "") -> str:
    """The labels of paragraphs in these lists and levels."""
    body = "".join(p("x", item(name, place)) for name, place in places)
    found = paragraphs(tmp_path, body, numbering=lists, styles=styles)
    return " ".join(text.removesuffix("x").strip() or "–" for text in found)


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("decimal", "%1.", "1. 2."),
        ("decimal", "%1)", "1) 2)"),
        ("decimal", "(%1)", "(1) (2)"),
        ("decimal", "%1", "1. 2."),
        ("decimal", "Artikel %1", "Artikel 1 Artikel 2"),
        ("lowerLetter", "%1)", "a) b)"),
        ("upperLetter", "%1.", "A. B."),
        ("lowerRoman", "%1.", "i. ii."),
        ("upperRoman", "%1", "I. II."),
        ("ordinal", "%1", "1. 2."),
        ("none", "", "– –"),
        ("none", "Antwoord", "Antwoord Antwoord"),
        ("bullet", "•", "- -"),
        ("bullet", "o", "- -"),
        ("bullet", "\uf0b7", "- -"),
        ("bullet", "", "– –"),
    ],
)
def test_the_forms_of_numbers(tmp_path: Path, form: str, text: str, expected: str) -> None:
    assert labels(tmp_path, [(1, 0), (1, 0)], numbering(level(0, form, text))) == expected


def test_levels_count_within_those_above(tmp_path: Path) -> None:
    def lists(more: str = "") -> str:
        return numbering(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", more))

    places = [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)]
    assert labels(tmp_path, places, lists()) == "I. I.1 I.2 II. II.1"
    assert labels(tmp_path, places, lists('<w:lvlRestart w:val="0"/>')) == "I. I.1 I.2 II. II.3"
    assert labels(tmp_path, places, lists("<w:isLgl/>")) == "I. 1.1 1.2 II. 2.1"
    assert labels(tmp_path, [(1, 1), (1, 1), (1, 0)], lists()) == "I.1 I.2 II."


def test_lists_of_one_definition_count_on_unless_one_starts_anew(tmp_path: Path) -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = definition(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, again)
    places = [(1, 0), (1, 0), (2, 0), (3, 0), (3, 0), (1, 0), (3, 0), (0, 0)]
    assert labels(tmp_path, places, lists) == "1. 2. 3. 1. 2. 3. 4. –"


def test_a_list_that_a_style_defines(tmp_path: Path) -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Lijst"/></w:abstractNum>'
        + definition(1, '<w:styleLink w:val="Lijst"/>', level(0, "decimal", "%1."))
        + (num(1, 0) + num(2, 1))
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="Lijst">'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    assert labels(tmp_path, [(1, 0), (2, 0)], lists, styles) == "1. 2."
    circle = definition(0, '<w:numStyleLink w:val="Lijst"/>') + num(1, 0)
    assert labels(tmp_path, [(1, 0)], circle, styles) == "–"


def test_an_empty_item_has_its_number_but_no_bullet(tmp_path: Path) -> None:
    lists = definition(0, level(0, "decimal", "%1.")) + definition(1, level(0, "bullet", "•"))
    body = p(run(" "), item(1)) + p("Kunt u dat?", item(1)) + p("", item(2)) + p("aap", item(2))
    found = ["1.", "2. Kunt u dat?", "- aap"]
    assert paragraphs(tmp_path, body, numbering=lists + num(1, 0) + num(2, 1)) == found


def test_the_level_that_a_style_belongs_to(tmp_path: Path) -> None:
    lists = numbering(
        level(0, "decimal", "%1.", '<w:pStyle w:val="Kop1"/>'),
        level(1, "lowerLetter", "%2)", '<w:pStyle w:val="Kop2"/>'),
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for name in ("Kop1", "Kop2")
    )
    body = p("Een", style("Kop1")) + p("Twee", style("Kop2")) + p("Drie", style("Kop2"))
    assert paragraphs(tmp_path, body, numbering=lists, styles=styles) == [
        "1. Een",
        "a) Twee",
        "b) Drie",
    ]


def test_a_paragraph_that_a_change_took_away_is_not_counted(tmp_path: Path) -> None:
    gone = '<w:rPr><w:del w:id="9"/></w:rPr>'
    deleted = '<w:del w:id="2"><w:r><w:delText>Geschrapt?</w:delText></w:r></w:del>'
    body = p(deleted, item(1) + gone) + p("Bent u bekend?", item(1))
    body += p("Deelt u ", item(1) + gone) + p("dit?", item(1)) + p("Slot.", gone)
    lists = numbering(level(0, "decimal", "%1."))
    found = ["1. Bent u bekend?", "2. Deelt u dit?", "Slot."]
    assert paragraphs(tmp_path, body, numbering=lists) == found


def test_what_a_change_took_away_is_told(tmp_path: Path) -> None:
    def deleted(text: str, more: str = "") -> str:
        return f"<w:del><w:r><w:delText>{text}</w:delText>{more}</w:r></w:del>"

    mark = '<w:footnoteReference w:id="1"/>'
    body = p(run("Kunt u ") + deleted("nie", "<w:tab/>") + "<w:proofErr/>" + deleted("ets", mark))
    body += p(f"<w:ins>{deleted('Twee.')}{run('dit?')}</w:ins>") + p(deleted("Drie."))
    note = f'<w:footnote w:id="1">{p("Bron.")}</w:footnote>'
    source = read(docx(tmp_path / "brief.docx", body, footnotes=note))
    assert source.text == "Kunt u\n\ndit?"
    assert [(each.text, each.reason) for each in source.removed] == [
        ("nie ets (Bron.)", "tracked deletion"),
        ("Twee.", "tracked deletion"),
        ("Drie.", "tracked deletion"),
    ]


def test_a_row_that_a_change_took_away_is_told(tmp_path: Path) -> None:
    def row(*cells: str, more: str = "") -> str:
        inside = "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in cells)
        return f"<w:tr><w:trPr>{more}</w:trPr>{inside}</w:tr>"

    gone = row("2021", "13", more='<w:del w:id="1"/>')
    table = f"<w:tbl>{row('Jaar', 'Aantal')}{gone}{row('2022', '14')}</w:tbl>"
    source = read(docx(tmp_path / "brief.docx", table))
    assert source.text == "Jaar\tAantal\n\n2022\t14"
    assert [each.text for each in source.removed] == ["2021", "13"]


def test_a_reading_above_signs_stands_behind_them(tmp_path: Path) -> None:
    ruby = f"<w:ruby><w:rt>{run('kan')}</w:rt><w:rubyBase>{run('漢')}</w:rubyBase></w:ruby>"
    body = p(run("Het woord ") + f"<w:r>{ruby}</w:r>" + run(" is oud."))
    assert paragraphs(tmp_path, body) == ["Het woord 漢 (kan) is oud."]


def test_hidden_text_is_removed_and_told(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Weg"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Stil"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    body = (
        (p("Vraag 1") + p("Kunt u dat?") + p("Antwoord"))
        + p(run("Ja, ") + run("concept ", "<w:vanish/>") + run("dat kan.", '<w:vanish w:val="0"/>'))
        + p(run("Nog niet openbaar."), style("Weg"))
        + p(run("Zie boven.") + run("Nagaan!", '<w:rStyle w:val="Stil"/>'))
    )
    document = parse(read(docx(tmp_path / "brief.docx", body, styles=styles)))
    assert document.answers[0].paragraphs == ("Ja, dat kan.", "Zie boven.")
    assert [(each.text, each.reason) for each in document.removed] == [
        ("concept", "hidden text"),
        ("Nog niet openbaar.", "hidden text"),
        ("Nagaan!", "hidden text"),
    ]


def test_a_note_that_hangs_on_hidden_text_is_hidden(tmp_path: Path) -> None:
    note = f'<w:footnote w:id="1">{p("Intern stuk.")}</w:footnote>'
    note += f'<w:footnote w:id="2">{p("NRC, 3 mei.")}</w:footnote>'
    marks = [f'<w:footnoteReference w:id="{number}"/>' for number in (1, 2)]
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>Zie</w:t>{marks[0]}</w:r>"
    shown = f"<w:r><w:t>Ja</w:t>{marks[1]}<w:t>.</w:t></w:r>"
    source = read(docx(tmp_path / "brief.docx", p(hidden + shown), footnotes=note))
    assert source.text == "Ja1."
    assert source.footnotes == ((1, "NRC, 3 mei."),)
    assert [each.text for each in source.removed] == ["Zie (Intern stuk.)"]


def test_comments_are_removed_and_told(tmp_path: Path) -> None:
    mark = '<w:r><w:commentReference w:id="0"/></w:r>'
    comment = f'<w:comment w:id="0">{p("Klopt dit?")}{p("Ja.")}</w:comment>'
    source = read(docx(tmp_path / "brief.docx", p(run("Ja") + mark), comments=comment))
    assert source.text == "Ja"
    assert [(each.text, each.reason) for each in source.removed] == [("Klopt dit? Ja.", "comment")]


def test_a_file_that_is_inserted_as_it_is_is_told(tmp_path: Path) -> None:
    path = docx(tmp_path / "brief.docx", p("Voor.") + "<w:altChunk/>" + p("Na."))
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["word/_rels/document.xml.rels"] = relations(aFChunk="bijlage.htm").encode()
    with zipfile.ZipFile(path, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    source = read(path)
    assert source.text == "Voor.\n\nNa."
    assert [(each.text, each.reason) for each in source.removed] == [
        ("bijlage.htm", "inserted file")
    ]


def test_the_parts_of_a_document_may_have_other_names(tmp_path: Path) -> None:
    note = f'<w:footnote w:id="1">{p("Bron.")}</w:footnote>'
    body = p("<w:r><w:t>Kunt u dat?</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r>", item(1))
    path = docx(
        tmp_path / "brief.docx",
        body,
        ending="2",
        footnotes=note,
        numbering=numbering(level(0, "decimal", "%1.")),
    )
    source = read(path)
    assert source.text == "1. Kunt u dat?1"
    assert source.footnotes == ((1, "Bron."),)


def test_a_package_without_its_main_part_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("_rels/.rels", relations(officeDocument="../../word/document.bin"))
        package.writestr("word/document.bin", "<x/>")
    with pytest.raises(InputError, match=r"is not a \.docx document"):
        read(path)


@pytest.mark.parametrize("part", ["numbering", "endnotes"])
def test_entities_are_refused_in_every_part(tmp_path: Path, part: str) -> None:
    path = docx(tmp_path / "brief.docx", p("Vraag"), **{part: ""})
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts[f"word/{part}.xml"] = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    with zipfile.ZipFile(path, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    with pytest.raises(InputError, match="declares entities"):
        read(path)


def test_signs_that_are_no_text_in_the_file(tmp_path: Path) -> None:
    def sign(font: str, char: str) -> str:
        return f'<w:sym w:font="{font}" w:char="{char}"/>'

    signs = sign("Arial", "20AC") + sign("Symbol", "F0B3") + sign("Calibri", "F0B1")
    signs += sign("Wingdings", "F0A7") + sign("Arial", "D800") + sign("Arial", "x")
    body = p(f"<w:r><w:t>Een</w:t><w:cr/><w:t>Twee</w:t><w:ptab/><w:t>drie</w:t>{signs}</w:r>")
    assert paragraphs(tmp_path, body) == ["Een\nTwee drie€≥±▪"]


def test_every_cell_of_a_row_is_read(tmp_path: Path) -> None:
    cells = "".join(f"<w:tc><w:tcPr/>{p(text)}</w:tc>" for text in "abc")
    spanned = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("d")}</w:tc>'
    table = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
    table += f"<w:tr>{cells}</w:tr><w:tr>{spanned}<w:tc>{p('e')}</w:tc></w:tr></w:tbl>"
    assert paragraphs(tmp_path, table) == ["a\tb\tc", "d\t–\te"]


def test_the_strict_edition_of_the_standard(tmp_path: Path) -> None:
    path = docx(
        tmp_path / "brief.docx",
        p("Kunt u dat?", item(1)),
        numbering=numbering(level(0, "decimal", "%1.")),
    )
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    usual, strict = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    with zipfile.ZipFile(path, "w") as new:
        for name, content in parts.items():
            content = content.replace(
                usual + b"wordprocessingml/2006/main", strict + b"wordprocessingml/main"
            )
            content = content.replace(
                usual + b"officeDocument/2006/relationships",
                strict + b"officeDocument/relationships",
            )
            new.writestr(name, content)
    assert read(path).text == "1. Kunt u dat?"


@pytest.mark.parametrize("follows", ["1", "true"])
def test_a_note_with_a_mark_of_its_own_is_not_counted(tmp_path: Path, follows: str) -> None:
    def noted(name: int, text: str = "", own: str = "") -> str:
        return f'<w:r><w:footnoteReference w:id="{name}"{own}/>{text}</w:r>'

    own = f' w:customMarkFollows="{follows}"'
    body = p(run("Een") + noted(2, "<w:t>*</w:t>", own) + run(" en") + noted(3) + run(" twee"))
    body += p(run("Drie") + noted(4, own=' w:customMarkFollows="0"'))
    bodies = {2: "* Met ster.", 3: "Eerste.", 4: "Tweede."}
    notes = "".join(f'<w:footnote w:id="{n}">{p(text)}</w:footnote>' for n, text in bodies.items())
    source = read(docx(tmp_path / "brief.docx", body, footnotes=notes))
    assert source.text == "Een* en1 twee\n\nDrie2"
    assert source.footnotes == ((1, "Eerste."), (2, "Tweede."), (3, "* Met ster."))
    found = [(note.numbers, note.label, note.text) for note in parse(source).of(BlockKind.FOOTNOTE)]
    assert found == [((1,), "", "Eerste."), ((2,), "", "Tweede."), ((3,), "*", "Met ster.")]
