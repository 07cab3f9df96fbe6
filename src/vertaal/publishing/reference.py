"""The reference document: Word's styles for an edition, built from pandoc's own default.

The look is that of a Dutch ministry's letter: Verdana, small and open, one quiet blue.
"""

from __future__ import annotations

import functools
from xml.etree import ElementTree as ET

from vertaal import pandoc_library
from vertaal.publishing import tree
from vertaal.publishing.packages import package, parts
from vertaal.publishing.passages import TAGS
from vertaal.publishing.wordxml import NAMESPACES, R, W, parse, serialize, tag

BLUE = "154273"
GREY = "5B6670"
RULE = "C9D3DC"
TINT = "EEF3F8"

A4 = (11906, 16838)
"""Width and height in twentieths of a point."""

_FOOTER = "word/footer1.xml"
_HEADER = "word/header1.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _paragraph(
    name: str,
    based: str = "Normal",
    *,
    size: float = 0,
    before: float = 0,
    after: float = 0,
    line: float = 0,
    color: str = "",
    bold: bool | None = None,
    italic: bool = False,
    keep: bool = False,
    level: int | None = None,
    language: str = "",
    extra: str = "",
    extra_after: str = "",
    following: str = "",
) -> str:
    """A paragraph style; sizes and distances in points, `line` as a multiple."""
    spacing = f'<w:spacing w:before="{before * 20:.0f}" w:after="{after * 20:.0f}"'
    spacing += f' w:line="{line * 240:.0f}" w:lineRule="auto"/>' if line else "/>"
    inside = ("<w:keepNext/><w:keepLines/>" if keep else "") + extra + spacing + extra_after
    if level is not None:
        inside += f'<w:outlineLvl w:val="{level}"/>'
    run = "" if bold is None else f'<w:b w:val="{int(bold)}"/>'
    run += "<w:i/>" if italic else ""
    run += f'<w:color w:val="{color}"/>' if color else ""
    run += f'<w:sz w:val="{size * 2:.0f}"/><w:szCs w:val="{size * 2:.0f}"/>' if size else ""
    run += f'<w:lang w:val="{language}"/>' if language else ""
    builtin = name.lower() if name.startswith("Heading") else name
    return (
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}">'
        f'<w:name w:val="{builtin}"/><w:basedOn w:val="{based}"/>'
        f'<w:next w:val="{following or name.replace(" ", "")}"/><w:qFormat/>'
        f"<w:pPr>{inside}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _character(name: str, run: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f"<w:rPr>{run}</w:rPr></w:style>"
    )


def _table(name: str, *, fill: str = "", inside: bool = False) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    between = f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>' if inside else ""
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        "<w:tblPr><w:tblBorders>"
        f'<w:top w:val="single" w:sz="6" w:space="0" w:color="{RULE}"/>{between}'
        "</w:tblBorders><w:tblCellMar>"
        '<w:top w:w="40" w:type="dxa"/><w:left w:w="113" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="170" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tcPr>{shade}</w:tcPr></w:style>"
    )


_LANGUAGES = tuple((language.upper(), tag) for language, tag in TAGS.items())
"""How the name of a style ends, and its language."""
_LEFT_BAR = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{BLUE}"/></w:pBdr>'

STYLES: tuple[str, ...] = (
    _paragraph("Body Text", before=5, after=7, line=1.3),
    _paragraph("First Paragraph", "BodyText", before=5, after=7, line=1.3, following="BodyText"),
    _paragraph("Compact", "BodyText", after=1, line=1.2),
    _paragraph("Title", size=16, before=2, after=6, line=1.15, color=BLUE, bold=True, keep=True),
    _paragraph("Subtitle", size=10.5, after=10, line=1.25, color=GREY, language="nl-NL"),
    _paragraph("Kicker", size=8, after=2, color=GREY, keep=True),
    _paragraph("Notice", size=8.5, before=4, after=10, line=1.3, extra=_LEFT_BAR),
    _paragraph("Contents", size=8.5, after=12, line=1.4, extra_after="<w:contextualSpacing/>"),
    _paragraph("Explanation", size=8.5, after=5, line=1.25, color=GREY),
    _paragraph(
        "Heading 1",
        size=12,
        before=18,
        after=6,
        color=BLUE,
        bold=True,
        keep=True,
        level=0,
        following="BodyText",
    ),
    _paragraph(
        "Heading 2",
        size=9,
        before=2,
        after=2,
        color=BLUE,
        bold=True,
        keep=True,
        level=1,
        following="BodyText",
    ),
    _paragraph("Text", after=4, line=1.25),
    *(
        _paragraph(f"{name} {code}", "Text", after=4, line=1.25, language=language)
        for code, language in _LANGUAGES
        for name in ("Text", "Question", "Answer")
    ),
    *(
        _paragraph(f"Note {code}", "Text", size=8, after=2, line=1.2, language=language)
        for code, language in _LANGUAGES
    ),
    *(
        _paragraph(
            f"{name} {code}",
            "Text",
            after=after,
            line=1.25,
            color=color,
            keep=code == "NL",
            language=language,
            extra=shade,
        )
        for (code, language), after, color in zip(_LANGUAGES, (2, 9), (GREY, ""), strict=True)
        for name, shade in (
            ("Stacked", ""),
            ("Stacked Question", f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'),
        )
    ),
    _paragraph("Question", "BodyText", before=5, after=7, line=1.3, italic=True),
    _paragraph("Answer", "BodyText", before=5, after=7, line=1.3),
    _paragraph("Signature", "BodyText", after=2, line=1.3),
    _paragraph("Table Text", size=8.5, after=1, line=1.2),
    _paragraph("Footnote Text", size=8, after=2, line=1.2),
    _paragraph("Header", size=8, color=GREY),
    _paragraph("Footer", size=8, color=GREY),
    _character("Hyperlink", f'<w:color w:val="{BLUE}"/><w:u w:val="single"/>'),
    _character("Internal Link", f'<w:color w:val="{BLUE}"/>'),
    _character("Term", '<w:u w:val="dotted" w:color="8A98A5"/>'),
    _character("Term Missed", '<w:u w:val="wave" w:color="B26A00"/>'),
    _character("Note Number", '<w:vertAlign w:val="superscript"/>'),
    _character("Remark", f'<w:color w:val="{GREY}"/><w:sz w:val="15"/>'),
    _character("Jump", f'<w:b w:val="0"/><w:color w:val="{GREY}"/><w:sz w:val="15"/>'),
    _character("Missing", f'<w:i/><w:color w:val="{GREY}"/>'),
    _character("Unreviewed", f'<w:color w:val="{GREY}"/>'),
    _table("Parallel Text"),
    _table("Parallel Question", fill=TINT),
    _table("Parallel Answer"),
    _table("List Table", inside=True),
)


@functools.cache
def build(columns: tuple[str, str] | None = None) -> bytes:
    """The reference document; `columns` head the two halves of every page."""
    files = parts(pandoc_library.write(tree.document([], {}), "docx"))
    files["word/styles.xml"] = _styles(files["word/styles.xml"])
    margin = 1134 if columns else 1701
    files[_FOOTER] = _footer(A4[0] - 2 * margin)
    furniture = [("footer", _FOOTER)]
    if columns:
        files[_HEADER] = _header(columns, A4[0] - 2 * margin)
        furniture.append(("header", _HEADER))
    files["word/document.xml"] = _section(files["word/document.xml"], furniture, margin)
    files[_RELATIONS] = _relations(files[_RELATIONS], furniture)
    files["[Content_Types].xml"] = _content_types(files["[Content_Types].xml"], furniture)
    return package(files)


def _styles(content: bytes) -> bytes:
    root = parse(content)
    defaults = root.find(f"{tag('w:docDefaults')}/{tag('w:rPrDefault')}/{tag('w:rPr')}")
    assert defaults is not None
    defaults.clear()
    defaults.extend(
        _fragment(
            '<w:rFonts w:ascii="Verdana" w:hAnsi="Verdana" w:cs="Verdana" w:eastAsia="Verdana"/>'
            '<w:sz w:val="18"/><w:szCs w:val="18"/>'
            '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
        )
    )
    for style in _fragment("".join(STYLES)):
        name = style.get(tag("w:styleId"))
        for old in root.findall(tag("w:style")):
            if old.get(tag("w:styleId")) == name:
                root.remove(old)
        root.append(style)
    return serialize(root)


def _section(content: bytes, furniture: list[tuple[str, str]], margin: int) -> bytes:
    root = parse(content)
    body = root.find(tag("w:body"))
    assert body is not None
    for old in body.findall(tag("w:sectPr")):
        body.remove(old)
    references = "".join(
        f'<w:{kind}Reference w:type="default" r:id="rId{kind}"/>' for kind, _ in furniture
    )
    body.extend(
        _fragment(
            f"<w:sectPr>{references}"
            f'<w:pgSz w:w="{A4[0]}" w:h="{A4[1]}"/>'
            f'<w:pgMar w:top="1304" w:right="{margin}" w:bottom="1304" w:left="{margin}"'
            ' w:header="624" w:footer="624" w:gutter="0"/></w:sectPr>'
        )
    )
    return serialize(root)


def _footer(width: int) -> bytes:
    return _furniture(
        "ftr",
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" w:pos="{width}"/>'
        "</w:tabs></w:pPr><w:r><w:tab/></w:r>"
        f"{_text('Page ')}{_field('PAGE')}{_text(' of ')}{_field('NUMPAGES')}</w:p>",
    )


def _header(columns: tuple[str, str], width: int) -> bytes:
    # The second column begins half-way, its text after the cell's left margin.
    left, right = columns
    return _furniture(
        "hdr",
        '<w:p><w:pPr><w:pStyle w:val="Header"/><w:tabs>'
        f'<w:tab w:val="left" w:pos="{width // 2}"/></w:tabs></w:pPr>'
        f"{_text(left, 'nl-NL')}<w:r><w:tab/></w:r>{_text(right)}</w:p>",
    )


def _text(text: str, language: str = "en-GB") -> str:
    return (
        f'<w:r><w:rPr><w:lang w:val="{language}"/></w:rPr>'
        f'<w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def _field(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _furniture(element: str, content: str) -> bytes:
    return serialize(parse(f'<w:{element} xmlns:w="{W}">{content}</w:{element}>'.encode()))


def _relations(content: bytes, furniture: list[tuple[str, str]]) -> bytes:
    added = "".join(
        f'<Relationship Id="rId{kind}" Type="{R}/{kind}" Target="{name.split("/")[1]}"/>'
        for kind, name in furniture
    )
    return content.replace(b"</Relationships>", f"{added}</Relationships>".encode())


def _content_types(content: bytes, furniture: list[tuple[str, str]]) -> bytes:
    added = "".join(
        f'<Override PartName="/{name}" ContentType="{_OFFICE}.{kind}+xml"/>'
        for kind, name in furniture
    )
    return content.replace(b"</Types>", f"{added}</Types>".encode())


def _fragment(content: str) -> list[ET.Element]:
    declarations = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return list(parse(f"<fragment {declarations}>{content}</fragment>".encode()))
