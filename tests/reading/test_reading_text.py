from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vertaal.errors import InputError
from vertaal.parsing.document import parse
from vertaal.reading import MAX_TEXT_CHARACTERS, read
from vertaal.reading.encoding import decode
from vertaal.types import BlockKind

LETTER = """Antwoord op vraag 1

Het kabinet heeft de coalitiepartners geïnformeerd over de café-eigenaren in België.
De commissie ‘Financiën’ vroeg naar het coördinerend ministerie – zie ook vraag 2.
"""


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"],
)
def test_every_encoding_of_an_office_gives_the_same_text(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "brief.txt"
    file.write_bytes(LETTER.encode(encoding))
    assert read(file).text == LETTER


@pytest.mark.parametrize("encoding", ["iso8859-1", "iso8859-15", "cp850", "cp437"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Is de minister bereid de ministeriële regeling te herzien?",
        "Hoeveel patiënten zijn er sinds één januari geholpen, en à welke kosten?",
        "Kent u het bericht «Oekraïense vluchtelingen»?",
    ],
)
def test_one_odd_letter_is_evidence_enough(encoding: str, sentence: str) -> None:
    assert decode(sentence.encode(encoding), Path("x.txt")) == sentence


def test_a_turkish_name_is_not_made_icelandic() -> None:
    sentence = "De minister, Yeşilgöz-Zegerius, heeft geantwoord."
    assert decode(sentence.encode("cp1254"), Path("x.txt")) == sentence


def test_windows_line_ends_soft_hyphens_and_hard_spaces(tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    file.write_bytes("Vraag\u00a01\r\nKunt u uit\u00adleggen\r\rwaarom?\u200b\f".encode())
    assert read(file).text == "Vraag 1\nKunt u uitleggen\n\nwaarom?\f"


def test_a_soft_hyphen_at_a_line_end_parts_a_word(tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    file.write_text("Wilt u dit beant\u00ad \nwoorden?\nUit\u00adleg\u00ad\n\n\u00ad\n2", "utf-8")
    source = read(file)
    assert source.text == "Wilt u dit beant- \nwoorden?\nUitleg\n\n\n2"
    assert "beantwoorden?" in parse(source).blocks[0].text


def test_what_is_ticked_is_written_so_that_a_model_keeps_it(tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    file.write_text("Vraag 1\nKunt u?\nAntwoord 1\n☒ Ja\n☐ Nee\n☑ Soms\n", encoding="utf-8")
    assert "[x] Ja\n[ ] Nee\n[x] Soms" in read(file).text


@pytest.mark.parametrize("hyphen", ["\u2010", "\u2011", "\u2012"])
def test_a_hyphen_of_another_kind_is_a_hyphen(tmp_path: Path, hyphen: str) -> None:
    file = tmp_path / "brief.txt"
    text = f"Vraag 1\nKunt u?\nVraag 2\nKent u EU{hyphen}lid?\nAntwoord op vragen 1{hyphen}2\nJa.\n"
    file.write_text(text, encoding="utf-8")
    assert [answer.numbers for answer in parse(read(file)).answers] == [(1, 2)]


def test_bullets_of_symbol_fonts_are_bullets(tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    file.write_text("\uf0b7 zorg;\n\uf0a7 rust;\n\uf0fc tijd.", encoding="utf-8")
    assert read(file).text == "• zorg;\n• rust;\n• tijd."


def test_letters_are_composed(tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    file.write_text("Belgie\u0308", encoding="utf-8")
    assert read(file).text == "België"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b" \r\n\t ", "is empty"),
        (b"\xef\xbb\xbf  ", "has no text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a picture, not text. Rename it to .png"),
        (b"PK\x03\x04" + bytes(50), "zip archive"),
        (b"%PDF-1.7 \xff\xfe", "a PDF"),
        (b"{\\rtf1 Vraag 1}", "rich text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), "old Word"),
        (bytes(range(256)) * 20, "not text"),
        (b"Vraag 1\x00\x00\x00 wat", "not text"),
        ("Vraag 1, geïnd én één".encode() + b" \x92s avonds", "UTF-8 text with 1 byte"),
        (b"\xff\xfeV\x00r\x00a", "breaks off"),
        (b"a \x9d b \x81 c \x8d d", "cannot be told"),
    ],
)
def test_what_is_no_text_is_refused_with_a_remedy(
    tmp_path: Path, content: bytes, says: str
) -> None:
    file = tmp_path / "brief.txt"
    file.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read(file)
    assert says in str(caught.value)
    assert str(file) in str(caught.value)
    assert caught.value.remedy
    assert caught.value.exit_code == 2


def test_the_line_of_a_broken_byte_is_named(tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    file.write_bytes("Eén\nTwee\nBelgië ".encode() + b"\x92")
    with pytest.raises(InputError) as caught:
        read(file)
    assert caught.value.line == 3


def test_a_text_far_longer_than_a_letter_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    with file.open("wb") as handle:
        handle.truncate(50_000_000)
    with pytest.raises(InputError, match="too large for a letter: 50,000,000 bytes"):
        read(file)
    file.write_text("a" * (MAX_TEXT_CHARACTERS + 1), encoding="utf-8")
    with pytest.raises(InputError, match="too large"):
        read(file)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("brief.doc", "save it as .docx"),
        ("brief", "no extension"),
        ("scan.webp", "Save the picture as .png"),
    ],
)
def test_unknown_formats_get_advice(tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / name).write_text("x", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read(tmp_path / name)
    assert says in str(caught.value)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        read(tmp_path / "brief.txt")
    with pytest.raises(InputError, match="is a folder"):
        read(tmp_path)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_one_clear_refusal(data: bytes) -> None:
    with contextlib.suppress(InputError):
        text = decode(data, Path("brief.txt"))
        assert "\0" not in text
        assert "\ufffd" not in text or b"\xef\xbf\xbd" in data


_OFFICE_LETTERS = "abcdefghij éëïöüçà‘’“”–€\n"


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.text(alphabet=_OFFICE_LETTERS, max_size=200))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    assert decode(text.encode("utf-8"), Path("brief.txt")) == text


@pytest.mark.parametrize("header", ["Nr.\tVraag\tAntwoord", "Vraag fractie X\tReactie college"])
def test_a_table_of_questions_and_answers_may_be_pasted_into_a_text(
    tmp_path: Path, header: str
) -> None:
    counted = header.startswith("Nr")
    first, second = ("1\t", "2\t") if counted else ("", "")
    file = tmp_path / "tabel.txt"
    file.write_text(
        f"Technische vragen\n\n{header}\n{first}Wat kost dit?\t€ 3,2 miljoen.\n"
        f"{second}Graag uitleg.\tDe prijzen\nstegen.\n\nJaar\tBedrag\n2024\t12\n",
        "utf-8",
    )
    document = parse(read(file))
    assert [(removal.line, removal.text) for removal in document.removed] == [(3, header)]
    assert [(block.numbers, block.text) for block in document.questions] == [
        ((1,), "Wat kost dit?"),
        ((2,), "Graag uitleg."),
    ]
    assert [(block.numbers, block.text) for block in document.answers] == [
        ((1,), "€ 3,2 miljoen."),
        ((2,), "De prijzen stegen.\n\nJaar | Bedrag\n\n2024 | 12"),
    ]


@pytest.mark.parametrize("edge", ["", "| "])
def test_bars_may_part_the_cells_of_such_a_table(tmp_path: Path, edge: str) -> None:
    rows = ("Nr | Vraag | Antwoord", "---|---|---", "1 | Kan dit? | Ja.", "2 | Nu? | Nee.")
    file = tmp_path / "tabel.txt"
    file.write_text("".join(f"{edge}{row}{edge[::-1]}\n" for row in rows), "utf-8")
    document = parse(read(file))
    assert [(x.numbers, x.text) for x in document.questions] == [((1,), "Kan dit?"), ((2,), "Nu?")]
    assert [(x.numbers, x.text) for x in document.answers] == [((1,), "Ja."), ((2,), "Nee.")]
    assert document.of(BlockKind.PREAMBLE) == ()


def test_another_table_stays_as_it_is(tmp_path: Path) -> None:
    text = "Vraag\tAantal\nA?\t1\n\nVraag\tAntwoord\n\nTekst.\n"
    file = tmp_path / "tabel.txt"
    file.write_text(text, "utf-8")
    assert read(file).text == text
