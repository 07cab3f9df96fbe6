"""Changes in place, and three-way merges."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from vertaal.errors import InputError
from vertaal.glossary import load
from vertaal.glossary.editing import apply, delete, insert
from vertaal.glossary.merging import merge
from vertaal.types import MatchMode, Term, TermStatus

HEADER = "source,target,status,match,domain,note\n"
FILE = (
    HEADER
    + "amendement,amendment,preferred,lemma,,\n"
    + 'kabinet,"government",preferred,lemma,,"quoted, oddly"\n'
    + "kabinet,cabinet,forbidden,lemma,,\n"
    + "zetel,seat,,,,\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "terms.csv"
    made.write_bytes(FILE.encode())
    return made


def changed(path: Path, before: str = FILE) -> list[str]:
    after = path.read_bytes().decode()
    lines = difflib.ndiff(before.splitlines(True), after.splitlines(True))
    return [line.rstrip("\r\n") for line in lines if line[0] in "+-"]


def test_a_new_row_stands_in_its_place_and_nothing_else_changes(path: Path) -> None:
    insert(path, [Term("motie", "motion", note='a "note", with commas')])
    assert changed(path) == ['+ motie,motion,preferred,lemma,,"a ""note"", with commas"']
    assert [term.source for term in load([path]).terms][-2:] == ["motie", "zetel"]


def test_rows_of_one_source_stand_in_order_of_status(path: Path) -> None:
    insert(path, [Term("kabinet", "administration", TermStatus.ADMITTED)])
    assert [term.target for term in load([path]).terms][1:4] == [
        "government",
        "administration",
        "cabinet",
    ]


def test_a_row_that_stands_there_is_not_added_again(path: Path) -> None:
    assert insert(path, [Term("zetel", "seat")]) == ()
    assert changed(path) == []


def test_removing_takes_out_the_row_alone(path: Path) -> None:
    gone = delete(path, lambda term: term.target == "cabinet")
    assert [term.status for term in gone] == [TermStatus.FORBIDDEN]
    assert changed(path) == ["- kabinet,cabinet,forbidden,lemma,,"]


@pytest.mark.parametrize("odd", ["\u2028", "\u0085", "\x0b", "\x1c"])
def test_a_line_separator_inside_a_cell_is_no_line(path: Path, odd: str) -> None:
    before = HEADER + f"aap,ape,,,,one{odd}two\nmies,Mies,,,,\nnoot,nut,,,,\n"
    path.write_bytes(before.encode())
    insert(path, [Term("nest", "nest")])
    delete(path, lambda term: term.source in ("mies", "nest"))
    assert path.read_bytes() == before.replace("mies,Mies,,,,\n", "").encode()


def test_adding_and_removing_gives_the_same_bytes(path: Path) -> None:
    insert(path, [Term("motie", "motion"), Term("aaa", "first"), Term("zzz", "last")])
    delete(path, lambda term: term.source in ("motie", "aaa", "zzz"))
    assert path.read_bytes() == FILE.encode()


def test_line_ends_and_bom_stay(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    before = ("\ufeff" + FILE.replace("\n", "\r\n")).encode()
    path.write_bytes(before)
    insert(path, [Term("motie", "motion")])
    after = path.read_bytes()
    assert after.startswith(b"\xef\xbb\xbfsource")
    assert after.replace(b"motie,motion,preferred,lemma,,\r\n", b"") == before


def test_a_file_without_end_of_line(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text("a,b\nz,y", encoding="utf-8")
    insert(path, [Term("zz", "x")])
    assert path.read_text(encoding="utf-8") == "a,b\nz,y\nzz,x\n"


def test_a_new_file_gets_a_header(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "terms.csv"
    insert(path, [Term("b", "2"), Term("a", "1")])
    assert path.read_text(encoding="utf-8") == (
        HEADER + "a,1,preferred,lemma,,\nb,2,preferred,lemma,,\n"
    )


def test_what_a_file_has_no_column_for_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("a,b\n", encoding="utf-8")
    with pytest.raises(InputError, match="no column 'status' for 'c'"):
        insert(path, [Term("c", "d", TermStatus.FORBIDDEN)])
    assert path.read_text(encoding="utf-8") == "a,b\n"


BASE = (Term("a", "1"), Term("b", "2"), Term("c", "3"))


def targets(terms: tuple[Term, ...]) -> list[str]:
    return [f"{term.source}={term.target}" for term in terms]


def test_changes_of_both_sides_come_together() -> None:
    merged = merge(BASE, (*BASE, Term("d", "4")), (BASE[0], BASE[2], Term("e", "5")))
    assert targets(merged.terms) == ["a=1", "c=3", "d=4", "e=5"]
    assert merged.conflicts == ()


def test_the_same_change_on_both_sides_is_one() -> None:
    both = (*BASE[:2], Term("c", "3", TermStatus.ADMITTED))
    merged = merge(BASE, both, both)
    assert merged.terms == both
    assert merged.conflicts == ()


def test_a_row_changed_in_two_ways_is_a_conflict() -> None:
    ours = (*BASE[:2], Term("c", "3", TermStatus.FORBIDDEN))
    theirs = (*BASE[:2], Term("c", "3", match=MatchMode.EXACT))
    merged = merge(BASE, ours, theirs)
    (conflict,) = merged.conflicts
    assert merged.terms == ours
    assert str(conflict).splitlines() == [
        "conflict over 'c':",
        "  base   3, preferred, lemma",
        "  ours   3, forbidden, lemma",
        "  theirs 3, preferred, exact",
    ]


def test_a_row_changed_here_and_removed_there_is_a_conflict() -> None:
    ours = (*BASE[:2], Term("c", "3", note="checked"))
    merged = merge(BASE, ours, BASE[:2])
    assert [conflict.source for conflict in merged.conflicts] == ["c"]
    assert merged.terms == ours


def test_another_target_on_each_side_is_a_conflict() -> None:
    merged = merge(BASE, (*BASE[:2], Term("c", "ours")), (*BASE[:2], Term("c", "theirs")))
    (conflict,) = merged.conflicts
    assert (conflict.base, conflict.ours, conflict.theirs) == (
        BASE[2],
        Term("c", "ours"),
        Term("c", "theirs"),
    )
    assert targets(merged.terms) == ["a=1", "b=2", "c=ours"]


def test_an_admitted_target_from_the_other_side_is_no_conflict() -> None:
    merged = merge(BASE, (*BASE, Term("d", "4")), (*BASE, Term("d", "iv", TermStatus.ADMITTED)))
    assert merged.conflicts == ()
    assert targets(merged.terms)[-2:] == ["d=4", "d=iv"]


def test_a_merge_changes_the_file_where_it_must(path: Path) -> None:
    before = load([path]).terms
    after = (*before[:2], *before[3:], Term("motie", "motion"))
    assert apply(path, before, after) == 2
    assert changed(path) == [
        "- kabinet,cabinet,forbidden,lemma,,",
        "+ motie,motion,preferred,lemma,,",
    ]
