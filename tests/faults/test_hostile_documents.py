"""PDF and OpenDocument files made to hurt: bytes, objects, streams and parts that lie."""

from __future__ import annotations

import io
import random
import re
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading.test_reading_documents import pdf
from vertaal import pandoc_library
from vertaal.errors import InputError, VertaalError
from vertaal.parsing.document import parse
from vertaal.reading import read
from vertaal.reading.scans.tesseract import Tesseract

DATA = Path(__file__).parents[1] / "data" / "reading"
MANY = [30, pytest.param(500, marks=pytest.mark.slow)]
LETTER = (DATA / "letter.txt").read_text(encoding="utf-8")
LONGEST = 20
"""Seconds of processor time that no small file may take; they take a tenth of one."""


@pytest.fixture(autouse=True)
def blank_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages without text are drawn as ever, but Tesseract, which takes seconds, sees nothing."""
    page = '<html><div class="ocr_page" title="bbox 0 0 9 9"></div></html>'
    monkeypatch.setattr("vertaal.reading.pdf.find", lambda: Tesseract("tesseract", "0"))
    monkeypatch.setattr(Tesseract, "read", lambda *_: page)


def take(path: Path) -> None:
    """Read and parse the file, or refuse it as anything from outside is refused."""
    begun = time.process_time()
    refusal: VertaalError | None = None
    try:
        parse(read(path))
    except VertaalError as error:
        refusal = error
    assert refusal is None or (refusal.path == str(path) and refusal.remedy)
    assert time.process_time() - begun < LONGEST


def shuffled(data: bytes, seed: int) -> bytes:
    """Some bytes other, a stretch gone, twice or elsewhere, or the end cut off."""
    chance = random.Random(seed)
    made = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at, length = chance.randrange(len(made) or 1), chance.randint(1, 60)
        match chance.randrange(5):
            case 0:
                made[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del made[at : at + length]
            case 2:
                made[at:at] = made[at : at + length]
            case 3:
                to = chance.randrange(len(made) or 1)
                made[to:to] = made[at : at + length]
            case _:
                del made[max(at, len(made) * 3 // 4) :]
    return bytes(made)


@pytest.fixture(scope="module")
def letter_pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The letter, typeset on pages of 40 lines."""
    lines = [line.encode("cp1252", "replace").decode("cp1252") for line in LETTER.splitlines()]
    lines = [re.sub(r"[()\\]", "", line)[:100] for line in lines if line.strip()]
    pages = [
        [(800 - 18 * row, line) for row, line in enumerate(lines[start : start + 40])]
        for start in range(0, 80, 40)
    ]
    return pdf(tmp_path_factory.mktemp("pdf") / "letter.pdf", pages).read_bytes()


@pytest.fixture(scope="module")
def packed_pdf(letter_pdf: bytes) -> bytes:
    """The same with deflated streams, as programs write it."""
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=io.BytesIO(letter_pdf))
    for page in writer.pages:
        page.compress_content_streams()
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def letter_odt() -> bytes:
    pandoc = pandoc_library.load()
    tree = pandoc.read((DATA / "letter.docx").read_bytes(), format="docx")
    made: bytes = pandoc.write(tree, format="odt")
    return made


VALUES = (
    *(b"0", b"-1", b"99999999999", b"1.5", b"1e400", b"null", b"true", b"()", b"<>", b"[]"),
    *(b"<<>>", b"/X", b"1 0 R", b"2 0 R", b"4 0 R", b"5 0 R", b"99 0 R", b"[0 0 0 0]", b"[1 0 R]"),
    *(b"[0 0 1e9 1e-9]", b"[[[[[[", b"stream", b"endobj", b"/FlateDecode", b"/Page", b"/Pages"),
    *(b"/Form", b"/Filter/LZWDecode", b"/Filter[/RunLengthDecode/ASCII85Decode]", b"BI ID"),
    *(b"/Predictor 15/Columns 99999999", b"/Type0", b"/Identity-H", b"(\\777\\)", b"<<<<<<"),
)
_TOKEN = re.compile(rb"\d+ 0 R|/\w+|-?\d+(?:\.\d+)?|\[[^\[\]]{0,60}\]|\([^()]{0,40}\)")


def retold(data: bytes, changes: list[tuple[bool, int, bytes]]) -> bytes:
    """The PDF with some of its tokens replaced; those on a page are far more than those of
    objects, so the flag of a change says which of both it is to be."""
    for on_page, which, value in changes:
        tokens = [match.span() for match in _TOKEN.finditer(data)]
        tokens = [span for span in tokens if (data[span[0]] in b"-(0123456789") == on_page]
        start, end = tokens[which % len(tokens)]
        data = data[:start] + value + data[end:]
    return data


@pytest.mark.parametrize("examples", MANY)
@pytest.mark.parametrize("kind", ["plain", "packed"])
def test_a_pdf_of_damaged_bytes_is_read_or_refused(
    tmp_path: Path, letter_pdf: bytes, packed_pdf: bytes, kind: str, examples: int
) -> None:
    path = tmp_path / "brief.pdf"

    @settings(max_examples=examples)
    @given(st.integers(0, 2**32))
    def check(seed: int) -> None:
        path.write_bytes(shuffled({"plain": letter_pdf, "packed": packed_pdf}[kind], seed))
        take(path)

    check()


@pytest.mark.parametrize("examples", MANY)
def test_a_pdf_of_other_values_is_read_or_refused(
    tmp_path: Path, letter_pdf: bytes, examples: int
) -> None:
    path = tmp_path / "brief.pdf"

    @settings(max_examples=examples)
    @given(
        st.lists(
            st.tuples(st.booleans(), st.integers(0, 2000), st.sampled_from(VALUES)),
            min_size=1,
            max_size=4,
        )
    )
    def check(changes: list[tuple[bool, int, bytes]]) -> None:
        path.write_bytes(retold(letter_pdf, changes))
        take(path)

    check()


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
SHOWN = b"BT /F1 10 Tf 1 0 0 1 72 700 Tm (Vraag 1 over de regels van dit land) Tj ET\n"


def made_of(
    kids: bytes,
    objects: list[bytes],
    box: bytes = b"[0 0 595 842]",
    more: bytes = b"",
) -> bytes:
    """A PDF of these kids: object 3 is a font, 5 the page of object 4 (with `more` entries), the
    others follow. `X` is object 6, as a form and as a pattern.
    """
    page = b"<</Type/Page/Parent 2 0 R/MediaBox%b/Contents 4 0 R%b" % (box, more)
    page += b"/Resources<</Font<</F1 3 0 R>>/XObject<</X 6 0 R>>/Pattern<</X 6 0 R>>>>>>"
    tree = b"<</Type/Pages/Count %d/Kids[%b]>>" % (kids.count(b"R"), kids)
    first = [b"<</Type/Catalog/Pages 2 0 R>>", tree, FONT, objects[0], page, *objects[1:]]
    out, offsets = b"%PDF-1.5\n", []
    for number, content in enumerate(first, 1):
        offsets.append(len(out))
        out += b"%d 0 obj %b endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = (len(first) + 1, table, len(first) + 1, len(out))
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % end
    )


def stream(content: bytes, entries: bytes = b"") -> bytes:
    packed = zlib.compress(content, 9)
    head = b"<</Length %d/Filter/FlateDecode%b>>" % (len(packed), entries)
    return head + b"stream\n" + packed + b"\nendstream"


def form(content: bytes, inner: int) -> bytes:
    resources = b"/Resources<</Font<</F1 3 0 R>>/XObject<</X %d 0 R>>>>" % inner
    return stream(content, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + resources)


def pattern(content: bytes, inner: int) -> bytes:
    entries = b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 1/YStep 1"
    return stream(content, entries + b"/Resources<</Pattern<</X %d 0 R>>>>" % inner)


PAINT = b"/Pattern cs /X scn 0 0 500 800 re f "
PATTERNS_IN_PATTERNS = [pattern(PAINT * 2, n) for n in range(7, 36)] + [pattern(b"0 0 9 9 re f", 6)]
STAMP = b"/Annots[<</Type/Annot/Subtype/Stamp/Rect[0 0 500 500]/F 4/AP<</N 6 0 R>>>>]"
FORMS_IN_FORMS = [form(b"/X Do " * 2, n) for n in range(7, 36)] + [form(b"0 0 9 9 re f", 6)]
CRAFTED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a page that is its own parent": (
        "cannot be read",
        lambda: made_of(b"5 0 R 2 0 R", [stream(SHOWN)]),
    ),
    "pages in pages in pages": (
        "cannot be read",
        lambda: made_of(
            b"6 0 R",
            [stream(SHOWN)]
            + [
                b"<</Type/Pages/Parent 2 0 R/Count 1/Kids[%d 0 R %d 0 R]>>" % (kid, kid)
                for kid in [*range(7, 30), 5]
            ],
        ),
    ),
    "forms in forms in forms": (  # A page without text: PDFium would draw it, without end.
        "draws far more than a letter",
        lambda: made_of(b"5 0 R", [stream(b"/X Do "), *FORMS_IN_FORMS]),
    ),
    "a page without extent": (
        "has no text",
        lambda: made_of(b"5 0 R", [stream(b"0 0 9 9 re f")], b"[0 0 0 0]"),
    ),
    "a page like a thread": (
        "has no text",
        lambda: made_of(b"5 0 R", [stream(b"0 0 9 9 re f")], b"[0 0 9e6 1e-3]"),
    ),
    "fewer pages counted than there are": (
        "cannot be drawn",
        lambda: made_of(b"5 0 R 5 0 R", [stream(b"0 0 9 9 re f")]).replace(b"Count 2", b"Count 1"),
    ),
}
ENDLESS: dict[str, Callable[[], bytes]] = {
    "patterns in patterns": lambda: made_of(b"5 0 R", [stream(PAINT), *PATTERNS_IN_PATTERNS]),
    "a stamp of forms in forms": lambda: made_of(
        b"5 0 R", [stream(b"0 0 1 1 re f"), *FORMS_IN_FORMS], more=STAMP
    ),
}
READ = {
    "a form in itself": [stream(SHOWN + b"/X Do "), form(b"/X Do", 6)],
    "numbers beyond all": [stream(SHOWN + b"BT 1e400 0 0 -1e400 1e400 1e400 Tm (Een) Tj ET")],
}


@pytest.mark.parametrize("name", CRAFTED)
def test_a_crafted_pdf_is_refused(tmp_path: Path, name: str) -> None:
    message, made = CRAFTED[name]
    path = tmp_path / "brief.pdf"
    path.write_bytes(made())
    with pytest.raises(InputError, match=message):
        read(path)


@pytest.mark.parametrize("name", ENDLESS)
def test_a_page_that_is_never_drawn_to_its_end_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("vertaal.reading.scans.rendering.SECONDS", 2)
    path = tmp_path / "brief.pdf"
    path.write_bytes(ENDLESS[name]())
    with pytest.raises(InputError, match="takes more than 2 seconds to draw"):
        read(path)


@pytest.mark.parametrize("name", READ)
def test_a_crafted_pdf_is_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(made_of(b"5 0 R", READ[name]))
    assert "Vraag 1" in read(path).text


def test_pages_that_share_one_endless_stream_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(made_of(b"5 0 R " * 50, [stream(b"q Q " * 1000 + SHOWN)]))
    assert read(path).text.count("Vraag 1") == 50
    monkeypatch.setattr("vertaal.reading.pdf.MAX_OPERATIONS", 40_000)
    with pytest.raises(InputError, match="draws far more than a letter"):
        read(path)


HOSTILE_VALUES = ("", "-1", "99999999999", "1e400", "../../etc/passwd", "file:///etc/passwd", "%")


def rebuilt(data: bytes, changes: list[tuple[int, int, int]]) -> bytes:
    """The ODT with elements of its text and styles gone, twice, elsewhere or with other values."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name in ("content.xml", "styles.xml"):
        root = ElementTree.fromstring(parts[name])
        for which, other, kind in changes:
            nodes = list(root.iter())
            parents = [node for node in nodes if len(node)]
            if not parents:
                break
            parent, node = parents[which % len(parents)], nodes[other % len(nodes)]
            child = parent[other % len(parent)]
            if kind == 0:
                parent.remove(child)
            elif kind == 1:
                parent.extend([child] * 20)
            elif kind == 2:
                child.tag = node.tag
            elif kind == 3 and node.attrib:
                key = sorted(node.attrib)[which % len(node.attrib)]
                node.set(key, HOSTILE_VALUES[other % len(HOSTILE_VALUES)])
            elif kind == 4 and parent not in node.iter():
                parent.append(node)
            else:
                node.text, node.tail = None, "1e400 \u202e Vraag 1"
        parts[name] = ElementTree.tostring(root)
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize("examples", [8])
def test_an_odt_of_other_structure_is_read_or_refused(
    tmp_path: Path, letter_odt: bytes, examples: int
) -> None:
    path = tmp_path / "brief.odt"
    number = st.integers(0, 5000)

    @settings(max_examples=examples)
    @given(st.lists(st.tuples(number, number, st.integers(0, 5)), min_size=1, max_size=4))
    def check(changes: list[tuple[int, int, int]]) -> None:
        path.write_bytes(rebuilt(letter_odt, changes))
        take(path)

    check()


@pytest.mark.parametrize("examples", [8, pytest.param(100, marks=pytest.mark.slow)])
@pytest.mark.parametrize("where", ["package", "content.xml", "styles.xml"])
def test_an_odt_of_damaged_bytes_is_read_or_refused(
    tmp_path: Path, letter_odt: bytes, where: str, examples: int
) -> None:
    path = tmp_path / "brief.odt"
    with zipfile.ZipFile(io.BytesIO(letter_odt)) as package:
        parts = {name: package.read(name) for name in package.namelist()}

    @settings(max_examples=examples)
    @given(st.integers(0, 2**32))
    def check(seed: int) -> None:
        if where == "package":
            path.write_bytes(shuffled(letter_odt, seed))
        else:
            path.write_bytes(zipped({**parts, where: shuffled(parts[where], seed)}))
        take(path)

    check()
