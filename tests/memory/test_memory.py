"""The translation memory: what it remembers, how it counts likeness, TMX in and out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.desks import HOSTILE, LETTER, make
from vertaal.editions import load
from vertaal.editions.changes import Change, Ledger
from vertaal.errors import InputError
from vertaal.memory import Gatherer, Memory, Pair, gather
from vertaal.memory.tmx import as_tmx, read_tmx
from vertaal.types import State

PAIRS = (
    Pair("Bent u bekend met het bericht?", "Are you aware of the report?", "one"),
    Pair("Bent u bekend met dit bericht?", "Are you aware of this report?", "one"),
    Pair("Ja.", "Yes.", "one"),
    Pair("Ja.", "Yes, indeed.", "two"),
    Pair("Ja.", "Yes.", "three"),
)


def test_the_same_sentence_gets_what_was_approved_most_often() -> None:
    found = Memory(PAIRS).exact(" Ja.\n")
    assert found is not None
    assert (found.target, found.where) == ("Yes.", "three")
    assert Memory(PAIRS).exact("Nee.") is None
    assert Memory().exact("Ja.") is None


def test_what_one_document_approved_four_times_outweighs_a_single_other() -> None:
    pairs = [Pair("Ja.", "Yes.", "letter")] * 4 + [Pair("Ja.", "Indeed.", "letter")]
    found = Memory(pairs).exact("Ja.")
    assert found is not None
    assert found.target == "Yes."


@pytest.mark.parametrize(
    ("source", "percent"),
    [
        # 7 tokens: five words and the mark; one of them differs.
        ("Bent u bekend met het bericht?", 100),
        ("Bent u bekend met een bericht?", 85),
        ("Bent u bekend met het nieuwe bericht?", 87),
        ("bent u bekend met het bericht?", 85),
        ("Bent u bekend met het bericht", 85),
    ],
)
def test_likeness_counts_words_and_marks(source: str, percent: int) -> None:
    [best, *_] = Memory(PAIRS[:1]).similar(source)
    assert best.percent == percent


def test_proposals_stand_best_first_and_each_english_once() -> None:
    found = Memory(PAIRS).similar("Bent u bekend met dat bericht?")
    assert [(each.pair.target, each.percent) for each in found] == [
        ("Are you aware of the report?", 85),
        ("Are you aware of this report?", 85),
    ]
    assert [each.pair.target for each in Memory(PAIRS).similar("Ja.")] == ["Yes.", "Yes, indeed."]
    assert Memory(PAIRS).similar("Iets heel anders dan dat.") == ()


SHORT = st.text(alphabet="aB .\n", min_size=1, max_size=5)
"""Few enough for the same sentence to come twice."""


@given(SHORT, st.lists(SHORT, max_size=5))
def test_only_the_same_sentence_is_a_hundred_per_cent(source: str, others: list[str]) -> None:
    memory = Memory(Pair(other, "x", "y") for other in others)
    same = memory.exact(source) is not None
    assert any(each.percent == 100 for each in memory.similar(source)) == same


def test_only_approved_units_are_remembered(tmp_path: Path) -> None:
    letter = make(tmp_path / "letter")
    nested = make(tmp_path / "folder" / "second", [("q1", "Goed?", "Good?")])
    assert gather(tmp_path).pairs == ()
    Ledger(letter).change([Change("a1-0", 0, state=State.REVIEWED), Change("q1-0", 0, note="?")])
    Ledger(nested).change([Change("q1-0", 0, state=State.FINAL)])
    assert gather(tmp_path).pairs == (
        Pair("Goed?", "Good?", "folder/second"),
        Pair("Ja.", "Yes.", "letter"),
    )


def test_a_broken_neighbour_is_passed_over(tmp_path: Path) -> None:
    letter = make(tmp_path / "letter")
    Ledger(letter).change([Change("a1-0", 0, state=State.REVIEWED)])
    for place in (tmp_path / "broken" / "edition.jsonl", tmp_path / ".memory" / "broken.tmx"):
        place.parent.mkdir()
        place.write_text("nonsense", encoding="utf-8")
    assert len(gather(tmp_path).pairs) == 1


def test_only_what_was_written_anew_is_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter, other = make(tmp_path / "letter"), make(tmp_path / "other")
    Ledger(other).change([Change("a1-0", 0, state=State.REVIEWED)])
    gatherer = Gatherer(tmp_path, without=letter)
    assert gatherer.memory().pairs == (Pair("Ja.", "Yes.", "other"),)
    Ledger(letter).change([Change("q1-0", 0, state=State.REVIEWED)])
    monkeypatch.setattr("vertaal.memory.gathering.load_units", None)
    assert gatherer.memory().pairs == (Pair("Ja.", "Yes.", "other"),)
    monkeypatch.undo()
    Ledger(other).change([Change("a1-0", 1, target="Indeed.", state=State.REVIEWED)])
    assert gatherer.memory().pairs == (Pair("Ja.", "Indeed.", "other"),)


def test_the_digest_follows_what_is_given_for_the_sentences_asked() -> None:
    sources = ("Ja.", "Nee.", "Bent u bekend met het bericht?")
    digest = Memory(PAIRS).digest_of(sources)
    others = (*PAIRS, Pair("Iets anders.", "Something else.", "four"), PAIRS[2])
    assert Memory(others).digest_of(sources) == digest
    for pair in (Pair("Nee.", "No.", "four"), Pair("Bent u bekend met het bericht?", "Well?", "z")):
        assert Memory((*PAIRS, pair)).digest_of(sources) != digest
    assert Memory(PAIRS).digest_of(sources[1:]) != digest


def test_tmx_goes_out_and_comes_in(tmp_path: Path) -> None:
    folder = make(tmp_path / "hostile", (*LETTER, ("q3", HOSTILE[0][1], HOSTILE[0][2])))
    Ledger(folder).change([Change("q3-0", 0, state=State.REVIEWED, note="a & b")])
    path = tmp_path / "out.tmx"
    path.write_text(as_tmx(load(folder)), encoding="utf-8")
    found = read_tmx(path)
    assert found.pairs == (Pair(HOSTILE[0][1], HOSTILE[0][2], "out.tmx"),)
    assert found.unreviewed == 6


def test_translate_toolkit_reads_our_tmx(tmp_path: Path) -> None:
    from translate.storage import tmx

    path = tmp_path / "out.tmx"
    path.write_text(as_tmx(load(make(tmp_path / "letter"))), encoding="utf-8")
    factory: Any = tmx.tmxfile
    store = factory.parsefile(str(path))
    assert [(unit.source, unit.target) for unit in store.units] == [row[1:] for row in LETTER]


def test_we_read_the_tmx_of_translate_toolkit(tmp_path: Path) -> None:
    from translate.storage import tmx

    store: Any = tmx.tmxfile()
    store.addtranslation("Ja.", "nl-NL", "Yes.", "en-GB")
    path = tmp_path / "theirs.tmx"
    path.write_bytes(bytes(store))
    assert read_tmx(path).pairs == (Pair("Ja.", "Yes.", "theirs.tmx"),)


def test_what_other_tools_write_is_read(tmp_path: Path) -> None:
    path = tmp_path / "theirs.tmx"
    path.write_text(
        """<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
        <tmx version="1.4"><header srclang="*all*"/><body>
        <tu><tuv xml:lang="EN-US">
        <seg>A <bpt i="1">&lt;b></bpt>bold<ept i="1">&lt;/b></ept> <hi>yes</hi>.</seg></tuv>
        <tuv xml:lang="nl_NL"><seg>Een vet
          ja.</seg></tuv></tu>
        <tu><tuv xml:lang="de"><seg>Ja.</seg></tuv><tuv xml:lang="en"><seg>Yes.</seg></tuv></tu>
        </body></tmx>""",
        encoding="utf-8",
    )
    found = read_tmx(path)
    assert found.pairs == (Pair("Een vet ja.", "A bold yes.", "theirs.tmx"),)
    assert found.other == 1


def test_highlights_may_nest_as_deep_as_they_like(tmp_path: Path) -> None:
    path = tmp_path / "deep.tmx"
    deep = "<hi>" * 5_000 + "Ja" + "</hi>" * 5_000 + "."
    path.write_text(
        '<tmx version="1.4"><header srclang="nl"/><body><tu><tuv xml:lang="nl">'
        f'<seg>{deep}</seg></tuv><tuv xml:lang="en"><seg>Yes.</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    assert read_tmx(path).pairs == (Pair("Ja.", "Yes.", "deep.tmx"),)


def test_what_omegat_says_at_one_place_alone_gives_way(tmp_path: Path) -> None:
    path = tmp_path / "project_save.tmx"
    unit = '<tu>{}<tuv xml:lang="nl"><seg>{}</seg></tuv><tuv xml:lang="en"><seg>{}</seg></tuv></tu>'
    place = '<prop type="file">a.xlf</prop><prop type="prev">Kent u A?</prop>'
    path.write_text(
        '<tmx version="1.4"><header srclang="nl"/><body>'
        + unit.format("", "Ja.", "Yes.")
        + 2 * unit.format(place, "Ja.", "I know A.")
        + unit.format(place, "Nee.", "No.")
        + "</body></tmx>",
        encoding="utf-8",
    )
    memory = Memory(read_tmx(path).pairs)
    found = [memory.exact(source) for source in ("Ja.", "Nee.")]
    assert [pair and pair.target for pair in found] == ["Yes.", "No."]


@pytest.mark.parametrize(
    "content",
    [
        '<!DOCTYPE tmx [<!ENTITY a "a">]><tmx>&a;</tmx>',
        '<!DOCTYPE tmx [<!ENTITY % a SYSTEM "http://127.0.0.1/"> %a;]><tmx/>',
        "<xliff/>",
        "",
    ],
)
def test_a_tmx_that_attacks_or_is_none_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "bad.tmx"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError):
        read_tmx(path)
