"""Changes in place, and three-way merges."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest

from vertaal.errors import InputError
from vertaal.glossary import load
from vertaal.glossary.csv_rows import read_csv
from vertaal.glossary.editing import apply, delete, insert
from vertaal.glossary.merging import Conflict, merge
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


def test_a_second_preferred_target_by_a_change_of_status_is_a_conflict() -> None:
    base = (Term("k", "a"), Term("k", "b", TermStatus.ADMITTED))
    ours = (Term("k", "b"), Term("k", "a", TermStatus.ADMITTED))
    theirs = (Term("k", "c"), Term("k", "a", TermStatus.ADMITTED), base[1])
    merged = merge(base, ours, theirs)
    assert merged.conflicts == (Conflict(base[0], ours[0], theirs[0]),)
    assert merged.terms == ours
    assert merged.changes == ()


def test_the_row_that_they_prefer_instead_stays_as_it_is_here() -> None:
    admitted = tuple(Term("k", target, TermStatus.ADMITTED) for target in "abc")
    preferred = tuple(Term("k", target) for target in "abc")
    merged = merge(
        (preferred[0], *admitted[1:]),
        (admitted[0], preferred[1], admitted[2]),
        (*admitted[:2], preferred[2]),
    )
    assert merged.conflicts == (Conflict(*preferred),)
    assert set(merged.terms) == {admitted[0], preferred[1], admitted[2]}


def test_two_preferred_targets_that_one_side_has_are_no_conflict() -> None:
    merged = merge(BASE, BASE, (*BASE, Term("c", "iii")))
    assert targets(merged.terms)[-2:] == ["c=3", "c=iii"]
    assert merged.conflicts == ()


def test_a_note_that_became_a_domain_is_a_change() -> None:
    (noted, named) = (Term("a", "1", note="law"), Term("a", "1", domain="law"))
    assert merge([noted], [noted], [named]).terms == (named,)


def merged_file(tmp_path: Path, base: str, ours: str, theirs: str) -> str:
    sides = []
    for name, text in (("base", base), ("ours", ours), ("theirs", theirs)):
        (tmp_path / name).write_bytes(text.encode())
        sides.append(read_csv(tmp_path / name).terms)
    apply(tmp_path / "ours", merge(*sides).changes, tmp_path / "out")
    assert (tmp_path / "ours").read_bytes() == ours.encode()
    return (tmp_path / "out").read_bytes().decode()


def test_a_merge_changes_the_file_where_it_must(tmp_path: Path) -> None:
    theirs = FILE.replace("kabinet,cabinet,forbidden,lemma,,\n", "") + "motie,motion,,,,\n"
    assert merged_file(tmp_path, FILE, FILE, theirs).splitlines() == [
        *FILE.splitlines()[:3],
        "motie,motion,preferred,lemma,,",
        "zetel,seat,,,,",
    ]


def test_one_pair_in_two_domains_is_two_rows(tmp_path: Path) -> None:
    both = HEADER + "bank,bank,,,finance,\nbank,bank,,,furniture,\n"
    added = both + "zetel,seat,preferred,lemma,,\n"
    assert merged_file(tmp_path, both, both, added) == added
    fewer = both.replace("bank,bank,,,finance,\n", "")
    assert merged_file(tmp_path, both, added, fewer) == added.replace("bank,bank,,,finance,\n", "")


def test_a_row_twice_stays_twice(tmp_path: Path) -> None:
    twice = HEADER + "bank,bank,,,,\nbank,bank,,,,\n"
    added = twice + "zetel,seat,preferred,lemma,,\n"
    assert merged_file(tmp_path, twice, twice, added) == added


OWNED = (
    "source,target,status,note,owner\r\n"
    'zetel,"seat",,,Jan\r\n'
    "kabinet,a,,,Piet\r\n"
    "kabinet,b,admitted,\r\n"
    "wet,act,,,"
)


def test_a_changed_row_keeps_the_cells_that_we_do_not_know(tmp_path: Path) -> None:
    theirs = OWNED.replace('seat",,', 'seat",,see').replace("act,,,", "act,,new,")
    assert merged_file(tmp_path, OWNED, OWNED, theirs) == (
        OWNED.replace('"seat",,', "seat,,see").replace("act,,,", "act,,new,") + "\r\n"
    )


def test_a_row_of_another_status_stays_where_it_stands(tmp_path: Path) -> None:
    theirs = OWNED.replace("kabinet,a,,", "kabinet,a,forbidden,")
    assert merged_file(tmp_path, OWNED, OWNED, theirs) == theirs + "\r\n"


OWNERLESS = "source,target,note\nkabinet,a,\nwet,act,\n"


def test_a_merge_takes_columns_that_only_theirs_has(tmp_path: Path) -> None:
    theirs = "source,target,owner,note\nkabinet,a,Piet,\nmotie,motion,Jan,\nwet,act,,\n"
    assert merged_file(tmp_path, OWNERLESS, OWNERLESS, theirs) == (
        "source,target,note,owner\nkabinet,a,,Piet\nmotie,motion,,Jan\nwet,act,\n"
    )


def test_a_merge_takes_their_cells_of_columns_that_are_not_used(tmp_path: Path) -> None:
    base = "source,target,owner,team\na,1,Jan,x\nb,2,Jan,\n"
    ours = base.replace("a,1,Jan,x", "a,1,Jan,y")
    theirs = base.replace("a,1,Jan", "a,1,Piet").replace("b,2,Jan", "b,2,") + "c,3,Kees,\n"
    assert merged_file(tmp_path, base, ours, theirs) == (
        "source,target,owner,team\na,1,Piet,y\nb,2,,\nc,3,Kees,\n"
    )


def test_a_cell_that_both_sides_changed_is_a_conflict(tmp_path: Path) -> None:
    base, ours, theirs = (
        [Term("a", "1", others=(("owner", name),))] for name in ("Jan", "Piet", "Kees")
    )
    (conflict,) = merge(base, ours, theirs).conflicts
    assert "theirs 1, preferred, lemma, owner: Kees" in str(conflict)
    (conflict,) = merge(base, [], theirs).conflicts
    assert conflict.ours is None


def test_a_list_of_pairs_takes_no_columns(tmp_path: Path) -> None:
    theirs = "source,target,owner\na,1,Jan\n"
    with pytest.raises(InputError, match="no column 'owner'"):
        merged_file(tmp_path, "a,1\n", "a,1\n", theirs)


def test_a_merge_that_fails_changes_nothing(tmp_path: Path) -> None:
    pairs = "source,target\nkabinet,cabinet\nmotie,motion\n"
    theirs = "source,target,status\nkabinet,cabinet,forbidden\nmotie,motion,preferred\n"
    (tmp_path / "out").write_text("old", encoding="utf-8")
    with pytest.raises(InputError, match="no column 'status'"):
        merged_file(tmp_path, pairs, pairs, theirs)
    assert (tmp_path / "ours").read_text(encoding="utf-8") == pairs
    assert (tmp_path / "out").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("text", ['source,target\naap,"monkey\n', 'a,b\n"\n', 'source,"target\n'])
def test_no_row_is_put_behind_a_quote_that_is_not_closed(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="not closed") as raised:
        insert(path, [Term("noot", "nut")])
    assert raised.value.line == (1 if text.startswith('source,"') else 2)
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", ["terms.xlsx", "terms.tbx", "terms.XML", "terms.docx", "terms"])
def test_only_csv_is_changed_in_place(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    for present in (False, True):
        with pytest.raises(InputError, match="no CSV"):
            insert(path, [Term("a", "b")])
        with pytest.raises(InputError, match="no CSV"):
            delete(path, lambda term: True)
        assert path.exists() is present
        path.write_text("a,b\n", encoding="utf-8")


def test_a_merge_writes_no_spreadsheet(path: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no CSV"):
        apply(path, [(None, Term("a", "b"))], tmp_path / "merged.xlsx")
    assert not (tmp_path / "merged.xlsx").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_linked_file_is_changed_where_it_lies(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to(path)
    insert(link, [Term("motie", "motion")])
    assert changed(path) == ["+ motie,motion,preferred,lemma,,"]
    delete(link, lambda term: term.source == "motie")
    assert changed(path) == []
    apply(link, [(None, Term("motie", "motion"))], link)
    assert changed(path) == ["+ motie,motion,preferred,lemma,,"]
    assert link.is_symlink()
