"""Footnote marks in running text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vertaal.publishing.footnotes import NoteMark, marks, target_marks
from vertaal.publishing.marks import Mark, Marked, MarkKind, nest, web_addresses
from vertaal.types import Block, BlockKind, Segment


def notes(*numbers: str) -> list[Block]:
    return [Block(f"fn{n}", BlockKind.FOOTNOTE, "", n, (int(n),)) for n in numbers]


def spans(found: list[NoteMark]) -> list[tuple[int, int, str]]:
    return [(mark.start, mark.end, mark.number) for mark in found]


def segments(*texts: str) -> list[Segment]:
    return [Segment(f"s{i}", "q1", 0, 0, len(text), text) for i, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("text", "numbers", "expected"),
    [
        ("Kent u het bericht1 en dit?", ["1"], [(18, 19, "1")]),
        ("Kent u ‘Dit bericht’1?", ["1"], [(20, 21, "1")]),
        ("Dat is zo.2", ["2"], [(10, 11, "2")]),
        ("Een bericht¹² hier", ["12"], [(11, 13, "12")]),
        ("De uitstoot van CO2 daalt.", ["2"], []),
        ("In 2019 was het 3% en 2,5 meer.", ["1", "2", "3"], []),
        ("Op blz. 3 staat artikel 3.2", ["2", "3"], []),
        ("Het bericht3 hier", ["1", "2"], []),
        ("Het bericht5 hier", ["1", "2", "3", "4", "5"], []),
        ("Kent u https://www.nrc.nl/jemen1?", ["1"], [(31, 32, "1")]),
        ("Zie https://www.nrc.nl/jemen.1", ["1"], [(29, 30, "1")]),
        ("Zie https://www.nrc.nl/deel1/jemen.html", ["1"], []),
        ("Zie artikel 3^1 (uit 2020^2).", ["1", "2"], [(13, 15, "1"), (25, 27, "2")]),
        ("Dat was in 2019.1 Zie 12.2 en 2020;2", ["1", "2"], [(16, 17, "1"), (35, 36, "2")]),
        ("Dat is 10^1 of 110^1.", ["1"], [(18, 20, "1")]),
        ("Kent u dit bericht? [1]", ["1"], [(20, 23, "1")]),
        ("Wij [2] en [7] doen dit.", ["1"], []),
    ],
)
def test_marks(text: str, numbers: list[str], expected: list[tuple[int, int, str]]) -> None:
    assert spans(marks(segments(text), notes(*numbers)).get("s0", [])) == expected


def test_each_note_is_marked_once_and_in_order() -> None:
    found = marks(segments("het bericht1 en dit2", "nog een bericht1", "slot3"), notes(*"123"))
    assert {key: [mark.number for mark in found_marks] for key, found_marks in found.items()} == {
        "s0": ["1", "2"],
        "s2": ["3"],
    }


def test_marks_that_make_a_segment_of_their_own_are_marks() -> None:
    texts = ("Kent u dit bericht?", "1) 2)", "En dit?3", "4", "Dit kost meer.", "9")
    found = marks(segments(*texts), notes(*"1234"))
    assert {key: spans(each) for key, each in found.items()} == {
        "s1": [(0, 1, "1"), (3, 4, "2")],
        "s2": [(7, 8, "3")],
        "s3": [(0, 1, "4")],
    }
    assert spans(target_marks("1) 2)", found["s1"])) == [(0, 1, "1"), (3, 4, "2")]


def test_a_number_that_begins_a_paragraph_is_no_mark() -> None:
    [first] = segments("1")
    other = replace(first, id="s1", paragraph=1)
    assert not marks([first, other], notes("1"))


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("Do you know the report1?", [(22, 23, "1")]),
        ("Do you know the report?", [(23, 23, "1")]),
        ("Do you know the report? 1", [(24, 25, "1")]),
    ],
)
def test_a_mark_that_the_translation_lost_goes_to_the_end(
    target: str, expected: list[tuple[int, int, str]]
) -> None:
    assert spans(target_marks(target, [NoteMark(5, 6, "1", "fn1")])) == expected


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "(zie https://nl.wikipedia.org/wiki/Mars_(god)).",
            "https://nl.wikipedia.org/wiki/Mars_(god)",
        ),
        ("(https://www.nrc.nl/jemen), of", "https://www.nrc.nl/jemen"),
        ("https://www.nrc.nl/jemen[1]", "https://www.nrc.nl/jemen"),
    ],
)
def test_a_bracket_is_part_of_a_web_address_only_with_its_partner(text: str, address: str) -> None:
    assert [mark.href for mark in web_addresses(text)] == [address]


@pytest.mark.parametrize("after", ["1", ".1", "1?", "1.", "?1"])
def test_a_web_address_ends_before_the_mark_of_a_note(after: str) -> None:
    text = f"Zie https://www.nrc.nl/jemen{after}"
    place = text.index("1")
    note = Mark(place, place + 1, MarkKind.NOTE, "fn1", "1")
    addresses = web_addresses(text, [note])
    assert [mark.href for mark in addresses] == ["https://www.nrc.nl/jemen"]
    pieces = nest(text, [*addresses, note]).parts
    assert [p.mark.kind for p in pieces if isinstance(p, Marked) and p.mark] == ["url", "note"]


def test_numbering_that_restarts_leads_to_the_next_note_of_that_number() -> None:
    twice = [*notes("1"), Block("fn1_2", BlockKind.FOOTNOTE, "", "1", (1,))]
    found = marks(segments("een bericht1", "een brief1"), twice)
    assert [found[key][0].note for key in ("s0", "s1")] == ["fn1", "fn1_2"]


def test_a_bracket_goes_with_the_mark_where_the_note_has_one() -> None:
    note = Block("fn1", BlockKind.FOOTNOTE, "", "1)", (1,))
    found = marks(segments("(zie ‘nos.nl’1))?"), [note])["s0"]
    assert spans(found) == [(13, 15, "1")]
    assert spans(target_marks("(see ‘nos.nl’1))?", found)) == [(13, 15, "1")]


def test_a_mark_behind_a_figure_takes_no_bracket_along() -> None:
    found = marks(segments("(sinds 2019^1)?"), notes("1"))["s0"]
    assert spans(target_marks("(since 2019^1)?", found)) == [(11, 13, "1")]
