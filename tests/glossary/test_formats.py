"""Glossaries of other tools in and out, and files that attack their reader."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from translate.storage.tbx import tbxfile

from vertaal.errors import InputError
from vertaal.glossary import Glossary, load
from vertaal.glossary.csv_rows import clean
from vertaal.glossary.editing import insert, sort_key, sorted_csv
from vertaal.glossary.exporting import export
from vertaal.glossary.linting import lint
from vertaal.types import MatchMode, Term, TermStatus

DATA = Path(__file__).parents[1] / "data" / "glossaries"
FOREIGN = DATA / "foreign"

TERMS = (
    Term("kabinet", "government", domain="state", note="as government.nl has it"),
    Term("kabinet", "cabinet", TermStatus.FORBIDDEN, domain="state"),
    Term("Kamer", "House"),
    Term("Kamer", "Parliament", TermStatus.ADMITTED),
    Term("D66", "D66", TermStatus.KEEP, MatchMode.EXACT_CASE, "parties"),
    Term("R&D <budget>", 'R&D "budget"', match=MatchMode.EXACT),
    Term("=som", "=1+1", note="+a, -b"),
)


def pairs(path: Path) -> list[tuple[str, str]]:
    return [(term.source, term.target) for term in load([path]).terms]


def content(terms: tuple[Term, ...]) -> set[tuple[str, ...]]:
    return {(t.source, t.target, t.status.value, t.match.value, t.domain, t.note) for t in terms}


READ = [
    ("deepl.csv", [("kabinet", "government"), ("Tweede Kamer", "House of Representatives")]),
    ("omegat.tsv", [("kabinet", "government"), ('"Kamer"', "House")]),
    ("codes.csv", [("kabinet", "government")]),
    ("semicolon.csv", [("kabinet", "government")]),
    ("babeldoc.csv", [("kabinet", "government"), ("motie", "motion")]),
    ("bom-crlf.csv", [("kabinet", "government"), ("Natuur, wetten", "Nature, acts")]),
]


@pytest.mark.parametrize(("name", "expected"), READ)
def test_tables_of_other_tools(name: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(FOREIGN / name) == expected


def rows(path: Path, text: str) -> list[tuple[str, str]]:
    path.write_text(text, encoding="utf-8")
    return pairs(path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "motie;motion, resolution\nkabinet;government\nwet;act\n",
            [("motie", "motion, resolution"), ("kabinet", "government"), ("wet", "act")],
        ),
        ("motie;motion, resolution\n", [("motie", "motion, resolution")]),
        ("motie,motion; resolution\n", [("motie", "motion; resolution")]),
        (
            "wet\tact, law\nzaak, ding\tcase, thing\n",
            [("wet", "act, law"), ("zaak, ding", "case, thing")],
        ),
        ('"wet; wetten",act\nzaak,case\n', [("wet; wetten", "act"), ("zaak", "case")]),
        ("wet,act;\nkabinet,government\nmotie\n", [("wet", "act;"), ("kabinet", "government")]),
    ],
)
def test_the_delimiter_is_the_one_that_parts_most_lines(
    text: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert rows(tmp_path / "terms.csv", text) == expected


@pytest.mark.parametrize(
    "header",
    [
        "Nederlands;Engels",
        "Nederlandse term;Engelse term;Toelichting",
        "Term NL;Term EN",
        "Term (nl);English translation",
        "bronterm;doelterm",
        "Source term;Target term;Remarks",
        "Dutch;English",
        "NL;EN",
        "Bron;Doel",
        "brontaal;doeltaal",
        "Term;Vertaling",
        "nl;en;source",
        "Nederlands;Engels;Bron",
        "source;target;term",
        "sep=;\nNederlands;Engels",
        "sep=;\nbron;doel;domain",
    ],
)
def test_the_header_may_be_dutch(header: str, tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    assert rows(path, f"{header}\nkabinet;government\n") == [("kabinet", "government")]
    assert load([path]).problems == ()
    insert(path, [Term("motie", "motion")])
    start = f"{header}\nkabinet;government\nmotie;motion"
    assert path.read_text(encoding="utf-8").startswith(start)


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    assert rows(tmp_path / "a.csv", "Engels,Nederlands\nact,wet\n") == [("wet", "act")]


def test_languages_of_one_side_are_no_header(tmp_path: Path) -> None:
    for pair in (("Nederlands", "Dutch"), ("Engelse vertaling", "English translation")):
        assert rows(tmp_path / "a.csv", ",".join(pair)) == [pair]


def test_a_third_column_without_a_name_is_told_how_to_get_one(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Woord;Translation;Bron\nmestoverschot;manure surplus;nota\n", encoding="utf-8")
    reasons = [problem.reason for problem in load([path]).problems]
    assert len(reasons) == 2
    assert "name the columns in a first line (source,target," in reasons[0]


def test_the_delimiter_that_excel_is_told_counts(tmp_path: Path) -> None:
    text = "sep=|\r\nwet, wetten|act; acts\r\n\r\n|act\r\n"
    assert rows(tmp_path / "a.csv", text) == [("wet, wetten", "act; acts")]
    (problem,) = load([tmp_path / "a.csv"]).problems
    assert problem.line == 4


def test_a_row_in_another_language_is_named_with_its_line() -> None:
    (problem,) = load([FOREIGN / "babeldoc.csv"]).problems
    assert problem.line == 3
    assert "'fr'" in problem.reason


def test_tbx_basic_v2() -> None:
    glossary = load([FOREIGN / "iate.tbx"])
    assert [(t.source, t.target, t.status.value, t.domain) for t in glossary.terms] == [
        ("Europees aanhoudingsbevel", "European arrest warrant", "preferred", "LAW"),
        ("Europees aanhoudingsbevel", "EAW", "admitted", "LAW"),
        ("Europees aanhoudingsbevel", "European warrant", "forbidden", "LAW"),
        ("witwassen", "money laundering", "preferred", ""),
    ]
    (problem,) = glossary.problems
    assert (problem.line, problem.reason) == (31, "concept 'IATE-2' has no English term.")


def test_tbx_v3_with_categories_as_tags() -> None:
    assert content(load([FOREIGN / "v3-dct.tbx"]).terms) == {
        ("begroting", "budget", "preferred", "lemma", "finance", ""),
        ("begroting", "estimates", "forbidden", "lemma", "finance", ""),
    }


@pytest.mark.parametrize("name", ["terms.csv", "terms.tbx", "terms.xlsx"])
def test_a_round_trip_loses_nothing(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    assert export(TERMS, path).losses == ()
    glossary = load([path])
    assert content(glossary.terms) == content(TERMS)
    assert glossary.problems == ()


@pytest.mark.parametrize("kind", ["deepl", "tsv", "babeldoc", "codes"])
def test_a_list_of_pairs_says_what_it_leaves_out(kind: str, tmp_path: Path) -> None:
    path = tmp_path / ("terms.tsv" if kind == "tsv" else "terms.csv")
    losses = export(TERMS, path, kind).losses
    assert pairs(path) == [
        ("D66", "D66"),
        ("kabinet", "government"),
        ("Kamer", "House"),
        ("R&D <budget>", 'R&D "budget"'),
    ]
    assert losses[0] == "1 row left out: a spreadsheet would see a formula"
    assert losses[1] == "2 rows left out: admitted, forbidden or second renderings"
    assert "the status keep of 1 row" in losses
    assert "the note of 1 row" in losses


def test_tbx_v3_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "terms.tbx"
    export(TERMS, path)
    schema = etree.RelaxNG(etree.parse(str(DATA / "tbx-subset.rng")))
    assert schema.validate(etree.parse(str(path))), schema.error_log


def test_tbx_v2_opens_in_translate_toolkit_with_all_entries(tmp_path: Path) -> None:
    path = tmp_path / "terms.tbx"
    assert export(TERMS, path, "tbx-v2").losses == ()
    with path.open("rb") as file:
        units = tbxfile(file, sourcelanguage="nl", targetlanguage="en").units
    found = {
        (source.text, target.text, target.administrative_status)
        for unit in units
        for source in unit.get_source_terms()
        for target in unit.get_target_terms()
    }
    names = {"preferred": "preferred", "keep": "preferred", "admitted": "admitted"}
    assert found == {
        (t.source, t.target, names.get(t.status.value, "deprecated") + "Term-admn-sts")
        for t in TERMS
    }
    assert content(load([path]).terms) == content(TERMS)


def sheet_of(book: Workbook) -> Worksheet:
    (sheet,) = book.worksheets
    return sheet


def test_a_spreadsheet_holds_no_formulas(tmp_path: Path) -> None:
    path = tmp_path / "terms.xlsx"
    export(TERMS, path)
    cells = [cell for row in sheet_of(load_workbook(path)).iter_rows() for cell in row]
    assert all(cell.data_type == "s" for cell in cells if cell.value is not None)
    dangerous = [cell for cell in cells if str(cell.value or "").startswith(("=", "+", "-"))]
    assert dangerous
    assert all(cell.quotePrefix for cell in dangerous)


def test_a_spreadsheet_without_header(tmp_path: Path) -> None:
    book = Workbook()
    sheet_of(book).append(["kabinet", "government"])
    sheet_of(book).append([None, None])
    sheet_of(book).append(["motie", None])
    path = tmp_path / "pairs.xlsx"
    book.save(path)
    glossary = load([path])
    assert [(term.source, term.target) for term in glossary.terms] == [("kabinet", "government")]
    assert [problem.line for problem in glossary.problems] == [3]


def saved(path: Path, *rows: list[object]) -> Glossary:
    book = Workbook()
    for row in rows:
        sheet_of(book).append(row)
    book.save(path)
    return load([path])


HEAD: list[object] = ["source", "target", "note", "owner"]


def test_an_error_of_a_spreadsheet_is_no_rendering(tmp_path: Path) -> None:
    path = tmp_path / "terms.xlsx"
    glossary = saved(path, HEAD, ["wet", "#N/A"], ["", "x"], ["motie", "motion", "", "#REF!"])
    assert [(term.source, term.line) for term in glossary.terms] == [("motie", 4)]
    assert [str(problem) for problem in glossary.problems] == [
        f"{path}:2: target holds the error '#N/A'; correct its formula, or type the text.",
        f"{path}:3: has no source (target 'x').",
    ]
    assert pairs(path) == [("motie", "motion")]
    assert [flaw.check for flaw in lint([path])] == ["row", "row"]


def test_an_error_in_a_sheet_without_header(tmp_path: Path) -> None:
    glossary = saved(tmp_path / "terms.xlsx", ["#DIV/0!", "act"], ["motie", "motion"])
    assert [problem.line for problem in glossary.problems] == [1]


def test_what_looks_like_an_error_and_is_text(tmp_path: Path) -> None:
    export((Term("n.v.t.", "#N/A"),), tmp_path / "terms.xlsx")
    assert pairs(tmp_path / "terms.xlsx") == [("n.v.t.", "#N/A")]


def test_truth_is_spelled_as_the_spreadsheet_shows_it(tmp_path: Path) -> None:
    glossary = saved(tmp_path / "terms.xlsx", ["waar", True], ["onwaar", False], ["nul", 0])
    assert [term.target for term in glossary.terms] == ["TRUE", "FALSE", "0"]


def test_a_line_break_in_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "terms.xlsx"
    glossary = saved(
        path, HEAD, ["wet", "act\nlaw"], ["motie", "motion\n", "see\nthere", "Jan\nPiet"]
    )
    assert [(term.target, term.note) for term in glossary.terms] == [("motion", "see there")]
    assert [str(problem) for problem in glossary.problems] == [
        f"{path}:2: target has a line break inside (Alt+Enter); give each rendering a row."
    ]


@pytest.mark.parametrize("name", ["terms.xlsx", "terms.tbx"])
def test_characters_that_xml_cannot_hold_are_left_out(name: str, tmp_path: Path) -> None:
    odd = "".join(map(chr, (0, 1, 0x1F, 0xFFFE, 0xFFFF)))
    export((Term("kabi" + odd + "net", "govern" + odd + "ment", note=odd),), tmp_path / name)
    (term,) = load([tmp_path / name]).terms
    assert (term.source, term.target, term.note) == ("kabinet", "government", "")


def test_the_lines_of_many_concepts_are_counted_once(tmp_path: Path) -> None:
    path = tmp_path / "many.tbx"
    concept = '<conceptEntry id="c">\n<langSec xml:lang="nl"/>\n\n</conceptEntry>\n' + "\n" * 500
    path.write_text(f"<tbx>\n{concept * 10_000}</tbx>\n", encoding="utf-8")
    start = time.process_time()
    problems = load([path]).problems
    assert time.process_time() - start < 5
    assert [problem.line for problem in problems] == list(range(2, 2 + 504 * 10_000, 504))


BOMB = """<?xml version="1.0"?>
<!DOCTYPE tbx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<tbx><text><body><conceptEntry id="c1"><note>&b;</note></conceptEntry></body></text></tbx>"""
EXTERNAL = """<?xml version="1.0"?>
<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/hostname">]>
<tbx><text><body><conceptEntry id="c1"><note>&a;</note></conceptEntry></body></text></tbx>"""
PARAMETER = """<?xml version="1.0"?>
<!DOCTYPE tbx [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd"> %a;]>
<tbx><text><body/></text></tbx>"""


@pytest.mark.parametrize("attack", [BOMB, EXTERNAL, PARAMETER])
def test_entities_are_refused(attack: str, tmp_path: Path) -> None:
    path = tmp_path / "attack.tbx"
    path.write_text(attack, encoding="utf-8")
    with pytest.raises(InputError, match="entities"):
        load([path])


def test_entities_in_a_spreadsheet_are_refused(tmp_path: Path) -> None:
    plain, attack = tmp_path / "plain.xlsx", tmp_path / "attack.xlsx"
    export(TERMS, plain)
    doctype = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(attack, "w") as target:
        for item in source.infolist():
            data = source.read(item)
            if item.filename.startswith("xl/worksheets/"):
                data = doctype + data.partition(b"?>")[2].replace(b"kabinet", b"&b;")
            target.writestr(item, data)
    with pytest.raises(InputError, match="no XLSX"):
        load([attack])


@settings(derandomize=True, max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                b"kabinet",
                b"government",
                b",",
                b";",
                b"\t",
                b'"',
                b"\n",
                b"\r\n",
                b"source",
                b"target",
                b"status",
                b"keep",
                b"\xff",
                b"\x00",
                "é".encode(),
                b" ",
                b"nl",
                b"en",
                b"<tbx>",
            ]
        ),
        max_size=30,
    ),
    st.sampled_from([".csv", ".tsv", ".txt", ".tbx", ".xlsx"]),
)
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[bytes], suffix: str
) -> None:
    path = tmp_path_factory.mktemp("any") / f"terms{suffix}"
    path.write_bytes(b"".join(pieces))
    refusal = str(path)
    glossary = Glossary()
    try:
        glossary = load([path])
    except InputError as error:
        refusal = str(error)
    assert refusal.startswith(str(path))
    assert all(term.source and term.target and term.line for term in glossary.terms)
    assert all(problem.line for problem in glossary.problems)
    lint([path])


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.tbx", b"<tbx><text>", "no well-formed XML"),
        ("a.tbx", b"<html><p>x</p></html>", "is no TBX"),
        ("a.xlsx", b"PK\x03\x04 nonsense", "is not a .xlsx document"),
        ("a.csv", "kabinet,regering\nko\xebn,x\n".encode("latin-1"), "a.csv:2: is not UTF-8"),
        ("a.csv", "source,target\n".encode("utf-16"), "UTF-16"),
        ("a.docx", b"x", "of no glossary format"),
    ],
)
def test_files_that_are_not_what_they_say(
    name: str, data: bytes, message: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError) as raised:
        load([path])
    assert message in str(raised.value)


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        load([tmp_path / "nowhere.csv"])


def test_the_digest_knows_what_terms_ask_for_only(tmp_path: Path) -> None:
    def digest(*rows: str) -> str:
        path = tmp_path / "terms.csv"
        path.write_text("source,target,status,note\n" + "\n".join(rows) + "\n", encoding="utf-8")
        return load([path]).digest

    first = digest("a,b,,", "c,d,,")
    assert first == digest("c,d,,", "a,b,,noted")
    assert first != digest("a,b,,", "c,d,admitted,")


_CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")),
    min_size=1,
    max_size=20,
).map(clean)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.lists(st.tuples(_CELL, _CELL, st.sampled_from(list(TermStatus))), max_size=5))
def test_any_cells_survive_our_own_csv(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, TermStatus]]
) -> None:
    terms = tuple(
        Term(source, target, status)
        for source, target, status in rows
        if target and any(char.isalnum() for char in source)
    )
    path = tmp_path_factory.mktemp("csv") / "terms.csv"
    path.write_text(sorted_csv(terms), encoding="utf-8")
    assert content(load([path]).terms) == content(terms)
    assert sorted(load([path]).terms, key=sort_key) == list(load([path]).terms)
