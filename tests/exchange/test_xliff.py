"""XLIFF 2.1 out and in: structure, round trips, conflicts, attacks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from review.desks import HOSTILE, LETTER, make, on_disk
from vertaal.editions import load, save
from vertaal.editions.changes import Change, Ledger
from vertaal.editions.units import load_units
from vertaal.errors import InputError
from vertaal.exchange.decisions import Merged
from vertaal.exchange.importing import take_in
from vertaal.exchange.xliff12_writing import STATES, as_xliff12
from vertaal.exchange.xliff_writing import as_xliff
from vertaal.types import Edition, Origin, State

NAMES = {
    "x": "urn:oasis:names:tc:xliff:document:2.0",
    "gls": "urn:oasis:names:tc:xliff:glossary:2.0",
}
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE xliff [<!ENTITY a "aaaa">]><xliff version="2.1">&a;</xliff>'
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    '<xliff version="2.1">&a;</xliff>'
)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    return make(tmp_path / "output" / "letter")


Write = Callable[[Edition], str]
BOTH = pytest.mark.parametrize("write", [as_xliff, as_xliff12])


def exported(folder: Path, write: Write = as_xliff) -> Path:
    path = folder.parent / "letter.xlf"
    path.write_text(write(load(folder)), encoding="utf-8")
    return path


def merged(folder: Path, path: Path) -> Merged:
    result = take_in(folder, path)
    assert isinstance(result, Merged)
    return result


def edited(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_units_stand_in_groups_with_states_notes_and_terms(letter: Path) -> None:
    Ledger(letter).change([Change("q2-0", 0, state=State.REVIEWED, note="Is it?")])
    root = ElementTree.fromstring(as_xliff(load(letter)))
    assert root.tag == f"{{{NAMES['x']}}}xliff"
    assert dict(root.attrib) == {"version": "2.1", "srcLang": "nl", "trgLang": "en"}
    groups = root.findall("x:file/x:group", NAMES)
    assert [group.get("name") for group in groups] == [
        "Vraag 1",
        "Antwoord op vraag 1",
        "Vraag 2",
        "Antwoord op vraag 2",
    ]
    unit = groups[2].find("x:unit", NAMES)
    assert unit is not None
    # The order that the schema asks: modules, notes, segments.
    assert [child.tag.rpartition("}")[2] for child in unit] == [
        "glossary",
        "metadata",
        "notes",
        "segment",
    ]
    segment = unit.find("x:segment", NAMES)
    assert segment is not None
    assert (segment.get("state"), segment.get("subState")) == ("reviewed", "vertaal:mt")
    mark = segment.find("x:source/x:mrk", NAMES)
    entry = unit.find("gls:glossary/gls:glossEntry", NAMES)
    assert mark is not None
    assert entry is not None
    assert (mark.text, mark.get("type"), f"#{mark.get('id')}") == (
        "kabinet",
        "term",
        entry.get("ref"),
    )
    assert entry.findtext("gls:translation", namespaces=NAMES) == "government"
    assert unit.findtext("x:notes/x:note", namespaces=NAMES) == "Is it?"


def test_ids_are_unique_where_the_standard_asks_it(letter: Path) -> None:
    root = ElementTree.fromstring(as_xliff(load(letter)))
    for name in ("unit", "group"):
        ids = [each.get("id") for each in root.iter(f"{{{NAMES['x']}}}{name}")]
        assert len(ids) == len(set(ids))
        assert all(each and not set(each) & set(" \t\n") for each in ids)


@BOTH
def test_going_out_and_coming_back_changes_nothing(letter: Path, write: Write) -> None:
    Ledger(letter).change([Change("q2-0", 0, target="What now?", state=State.REVIEWED, note="?")])
    Ledger(letter).change([Change("a1-0", 0, state=State.FINAL)])
    before = (letter / "edition.jsonl").read_bytes()
    result = merged(letter, exported(letter, write))
    assert (result.changed, result.same, result.conflicts, result.unfit) == (0, 6, (), ())
    assert (letter / "edition.jsonl").read_bytes() == before


@BOTH
def test_any_text_survives_the_way_out_and_back(tmp_path: Path, write: Write) -> None:
    rows = (*HOSTILE, ("q2", "Bel\x07 en \x0btab?", "Bell\x07 and \ufffe tab?"))
    folder = make(tmp_path / "hostile", rows)
    path = exported(folder, write)
    edition = load(folder)
    blank = tuple(replace(unit, target="", state=State.INITIAL) for unit in edition.units)
    save(replace(edition, units=blank), folder)
    assert merged(folder, path).changed == 3
    assert [unit.target for unit in load_units(folder)] == [target for _, _, target in rows]


def test_a_translators_work_comes_in(letter: Path) -> None:
    path = exported(letter)
    edited(path, "What does the cabinet do?", "What is the government doing?")
    text = path.read_text(encoding="utf-8")
    start = text.index('<segment id="s1" state="translated"', text.index('<unit id="a1-0">'))
    segment = text[start:].replace('state="translated"', 'state="final"', 1)
    note = '<notes><note id="n1">Sure?</note></notes>'
    path.write_text(text[:start] + note + segment, encoding="utf-8")
    assert merged(letter, path).changed == 2
    changed = on_disk(letter, "q2-0")
    assert (changed.target, changed.origin) == ("What is the government doing?", Origin.HUMAN)
    approved = on_disk(letter, "a1-0")
    assert (approved.state, approved.origin, approved.note) == (State.FINAL, Origin.MT, "Sure?")


@BOTH
@pytest.mark.parametrize("state", [State.TRANSLATED, State.REVIEWED])
def test_a_text_that_a_build_has_renewed_comes_back_only_approved(
    letter: Path, write: Write, state: State
) -> None:
    edition = load(letter)
    said = replace(edition, units=tuple(replace(u, state=state) for u in edition.units))
    path = exported(letter, lambda _: write(said))
    edited(path, "What does the cabinet do?", "What is the government doing?")
    save(replace(edition, units=tuple(replace(u, target="New.") for u in edition.units)), letter)
    merged(letter, path)
    assert on_disk(letter, "q2-0").target == "What is the government doing?"
    other = on_disk(letter, "a1-0")
    approved = state is State.REVIEWED
    assert (other.target, other.origin, other.reviewed) == (
        ("Yes.", Origin.HUMAN, True) if approved else ("New.", Origin.MT, False)
    )


@BOTH
@pytest.mark.parametrize(
    ("before", "after", "stands"),
    [
        (State.REVIEWED, State.REVIEWED, State.TRANSLATED),
        (State.FINAL, State.REVIEWED, State.TRANSLATED),
        (State.REVIEWED, State.FINAL, State.FINAL),
        (State.TRANSLATED, State.REVIEWED, State.REVIEWED),
    ],
)
def test_an_approval_that_went_out_is_none_of_another_text(
    letter: Path, write: Write, before: State, after: State, stands: State
) -> None:
    Ledger(letter).change([Change("q2-0", 0, state=before), Change("a1-0", 0, state=before)])
    path = exported(letter, write)
    was, now = (each.value if write is as_xliff else STATES[each] for each in (before, after))
    text = path.read_text(encoding="utf-8").replace(f' state="{was}"', f' state="{now}"')
    path.write_text(text.replace("What does the cabinet do?", "What now?"), encoding="utf-8")
    merged(letter, path)
    assert (on_disk(letter, "q2-0").target, on_disk(letter, "q2-0").state) == ("What now?", stands)
    assert on_disk(letter, "a1-0").state is after


@BOTH
def test_an_english_that_was_taken_out_is_told(letter: Path, write: Write) -> None:
    Ledger(letter).change([Change("q2-0", 0, state=State.REVIEWED)])
    path = exported(letter, write)
    edited(path, "What does the cabinet do?", "")
    assert [each.id for each in merged(letter, path).left] == ["q2-0"]
    assert on_disk(letter, "q2-0").target == "What does the cabinet do?"


@pytest.mark.parametrize("second", ["", '<mrk mtype="seg" mid="2"></mrk>'])
def test_a_sentence_of_xliff_1_2_translated_in_part_is_told_and_left(
    letter: Path, second: str
) -> None:
    path = exported(letter, as_xliff12)
    source = "Het kabinet trekt 57,60 euro uit.</source>"
    parts = (
        '<seg-source><mrk mtype="seg" mid="1">Het kabinet trekt</mrk> '
        '<mrk mtype="seg" mid="2">57,60 euro uit.</mrk></seg-source>'
    )
    edited(path, source, source + parts)
    first = '<mrk mtype="seg" mid="1">The government spends</mrk>'
    edited(path, "The government allocates 57.60 euro.", f"{first} {second}")
    assert [each.id for each in merged(letter, path).left] == ["a1-1"]
    assert on_disk(letter, "a1-1").target == "The government allocates 57.60 euro."
    if second:
        edited(path, second, second.replace("><", ">57.60 euro.<"))
        assert merged(letter, path).left == ()
        assert on_disk(letter, "a1-1").target == "The government spends 57.60 euro."


@BOTH
def test_a_newer_text_is_kept_and_the_conflict_told(letter: Path, write: Write) -> None:
    path = exported(letter, write)
    edited(path, "What does the cabinet do?", "From the file.")
    Ledger(letter).change([Change("q2-0", 0, target="From the page.")])
    [conflict] = merged(letter, path).conflicts
    assert conflict.change.target == "From the file."
    assert on_disk(letter, "q2-0").target == "From the page."


def test_without_a_revision_only_an_untouched_segment_is_changed(letter: Path) -> None:
    Ledger(letter).change([Change("a1-0", 0, target="Indeed.")])
    path = exported(letter)
    text = path.read_text(encoding="utf-8").replace('category="vertaal"', 'category="other"')
    text = text.replace("<target>Indeed.", "<target>No.").replace("What does the", "What did the")
    path.write_text(text, encoding="utf-8")
    result = merged(letter, path)
    assert [clash.change.id for clash in result.conflicts] == ["a1-0"]
    assert on_disk(letter, "a1-0").target == "Indeed."
    assert on_disk(letter, "q2-0").target == "What did the cabinet do?"


def test_a_sentence_that_has_gone_is_told_and_one_that_moved_is_found(letter: Path) -> None:
    path = exported(letter)
    edited(path, "What does the cabinet do?", "What now?")
    edited(path, "See the answer to question 1.", "See above.")
    rows = [("q3", *LETTER[4][1:]), ("a3", "Zie het antwoord op vraag 2.", "See 2.")]
    make(letter, rows)
    result = merged(letter, path)
    assert on_disk(letter, "q3-0").target == "What now?"
    assert {decision.id for decision in result.unfit} == {"q1-0", "q1-1", "a1-0", "a1-1", "a2-0"}


@BOTH
def test_a_file_of_another_letter_approves_nothing_by_its_sentences_alone(
    letter: Path, write: Write
) -> None:
    rows = [
        ("q7", "Kent u het rapport over stikstof?", "Do you know the report on nitrogen?"),
        ("a7", "Ja.", "Yes, I do."),
        ("q8", "Wat vindt de minister daarvan?", "What does the minister think of that?"),
        ("a8", "Zie het antwoord op vraag 1.", "See above."),
        ("a8", "De minister deelt dat niet.", "The minister does not share that."),
    ]
    other = make(letter.parent / "other", rows)
    approved = [Change(unit.id, 0, state=State.REVIEWED) for unit in load_units(other)]
    Ledger(other).change(approved)
    result = merged(letter, exported(other, write))
    assert (result.changed, len(result.unfit)) == (0, len(rows))
    assert not any(unit.reviewed for unit in load_units(letter))


def test_split_segments_and_inline_codes_are_put_together(letter: Path) -> None:
    path = letter.parent / "split.xlf"
    path.write_text(
        f"""<xliff xmlns="{NAMES["x"]}" version="2.0" srcLang="nl" trgLang="en"><file id="f">
        <unit id="a1-1"><segment id="s1" state="reviewed">
        <source>Het <pc id="1">kabinet</pc> trekt</source>
        <target>The <pc id="1">government</pc></target></segment>
        <ignorable><source> </source></ignorable>
        <segment id="s2" state="final"><source>57,60 euro<ph id="2"/> uit.</source>
        <target>spends 57.60 euro<ph id="2"/>.</target></segment></unit></file></xliff>""",
        encoding="utf-8",
    )
    assert merged(letter, path).changed == 1
    unit = on_disk(letter, "a1-1")
    assert unit.target == "The government spends 57.60 euro."
    assert unit.state is State.REVIEWED


@pytest.mark.parametrize("depth", [0, 5_000])
def test_characters_that_xml_cannot_hold_stand_at_any_depth(letter: Path, depth: int) -> None:
    path = letter.parent / "deep.xlf"
    english = '<pc id="1">' * depth + 'The <cp hex="0007"/>' + "</pc>" * depth + "government."
    path.write_text(
        f"""<xliff xmlns="{NAMES["x"]}" version="2.0" srcLang="nl" trgLang="en"><file id="f">
        <unit id="a1-1"><segment id="s1" state="reviewed">
        <source>Het kabinet trekt 57,60 euro uit.</source>
        <target>{english}</target></segment></unit></file></xliff>""",
        encoding="utf-8",
    )
    assert merged(letter, path).changed == 1
    assert on_disk(letter, "a1-1").target == "The \x07government."


def test_a_sentence_translated_in_part_is_told_and_left(letter: Path) -> None:
    path = letter.parent / "part.xlf"
    path.write_text(
        f"""<xliff xmlns="{NAMES["x"]}" version="2.0" srcLang="nl" trgLang="en"><file id="f">
        <unit id="a1-1"><segment id="s1" state="final"><source>Het kabinet trekt</source>
        <target>The government</target></segment><ignorable><source> </source></ignorable>
        <segment id="s2"><source>57,60 euro uit.</source></segment></unit></file></xliff>""",
        encoding="utf-8",
    )
    before = on_disk(letter, "a1-1")
    result = merged(letter, path)
    assert [each.id for each in result.left] == ["a1-1"]
    assert on_disk(letter, "a1-1") == before


def test_what_only_looks_like_a_number_is_passed_over(letter: Path) -> None:
    path = letter.parent / "raised.xlf"
    path.write_text(
        f"""<xliff xmlns="{NAMES["x"]}" version="2.0" srcLang="nl" trgLang="en"><file id="f">
        <unit id="a1-1"><segment id="s1"><source>Het kabinet trekt 57,60 euro uit.</source>
        <target order="²">The government spends 57.60 euros.</target></segment></unit>
        </file></xliff>""",
        encoding="utf-8",
    )
    assert merged(letter, path).changed == 1


def test_parts_in_another_order_are_put_together_in_that_order(letter: Path) -> None:
    path = letter.parent / "turned.xlf"
    path.write_text(
        f"""<xliff xmlns="{NAMES["x"]}" version="2.0" srcLang="nl" trgLang="en"><file id="f">
        <unit id="a1-1"><segment id="s1"><source>Het kabinet trekt</source>
        <target order="3">the government spends.</target></segment>
        <ignorable><source> </source></ignorable>
        <segment id="s2"><source>57,60 euro uit.</source>
        <target order="1">57.60 euro</target></segment></unit></file></xliff>""",
        encoding="utf-8",
    )
    assert merged(letter, path).changed == 1
    assert on_disk(letter, "a1-1").target == "57.60 euro the government spends."


def test_an_english_that_became_its_dutch_is_told(letter: Path) -> None:
    path = exported(letter, as_xliff12)
    text = path.read_text(encoding="utf-8")
    [target] = re.findall(r"<target[^>]*>What does the cabinet do\?</target>", text)
    copied = '<target state="needs-translation">Wat doet het kabinet?</target>'
    path.write_text(text.replace(target, copied), encoding="utf-8")
    assert [each.id for each in merged(letter, path).left] == ["q2-0"]
    assert on_disk(letter, "q2-0").target == "What does the cabinet do?"


@BOTH
def test_another_language_is_refused(letter: Path, write: Write) -> None:
    path = exported(letter, write)
    text = path.read_text(encoding="utf-8")
    name = "trgLang" if write is as_xliff else "target-language"
    assert f'{name}="en"' in text
    path.write_text(text.replace(f'{name}="en"', f'{name}="en_GB"'), encoding="utf-8")
    assert merged(letter, path).same == 6
    path.write_text(text.replace(f'{name}="en"', f'{name}="de-DE"'), encoding="utf-8")
    with pytest.raises(InputError, match="into 'de-DE'"):
        take_in(letter, path)


def test_an_english_that_was_its_dutch_before_is_no_loss(tmp_path: Path) -> None:
    folder = make(tmp_path / "names", [("a1", "Hugo de Jonge", "Hugo de Jonge")])
    path = exported(folder, lambda edition: as_xliff12(edition, blank=True))
    result = merged(folder, path)
    assert (result.same, result.left) == (1, ())


def test_what_other_tools_make_of_xliff_1_2_comes_in(letter: Path) -> None:
    path = letter.parent / "theirs.xliff"
    unit = '<trans-unit id="{}"{}><source>{}</source><target{}>{}</target>{}</trans-unit>'
    path.write_text(
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file><body>'
        + unit.format("q1-0", ' approved="yes"', LETTER[0][1], "", "Approved <g id='1'>so</g>.", "")
        + unit.format("q1-1", "", LETTER[1][1], ' state="needs-review-translation"', "To see.", "")
        + unit.format("a1-0", "", "Ja.", ' state="new"', "Ja.", "<note>Why?</note>")
        + unit.format("a1-1", "", LETTER[3][1], ' state="final"', "A<ph id='1'>code</ph>b.", "")
        + unit.format(
            "q2-0",
            "",
            "Wat <mrk mtype='term'>doet</mrk> het kabinet?",
            ' state="final"',
            "What now?",
            "<alt-trans><source>x</source><target>not this</target></alt-trans>"
            "<note from='vertaal glossary'>kabinet</note>",
        )
        + "</body></file></xliff>",
        encoding="utf-8",
    )
    assert merged(letter, path).changed == 5
    units = {unit.id: unit for unit in load_units(letter)}
    assert (units["q1-0"].target, units["q1-0"].state) == ("Approved so.", State.REVIEWED)
    assert (units["q1-1"].target, units["q1-1"].state) == ("To see.", State.TRANSLATED)
    assert (units["a1-0"].target, units["a1-0"].note) == ("Yes.", "Why?")
    assert (units["a1-1"].target, units["a1-1"].state) == ("Ab.", State.FINAL)
    assert (units["q2-0"].target, units["q2-0"].note) == ("What now?", "")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (ENTITIES, "entities"),
        (OUTSIDE, "entities"),
        ("<xliff version='1.0'/>", "1.0"),
        ("<xliff version='2.1'>", "well-formed"),
        ("<html/>", "html"),
        ("no xml", "well-formed"),
        ("", "well-formed"),
        ("{}", "decisions"),
        ('{"format": "vertaal-decisions", "decisions": [{"id": 1}]}', "decisions"),
        ('{"format": "vertaal-decisions", "decisions": 1}', "decisions"),
        ('{"format": "vertaal-decisions", "decisions": ["x"]}', "decisions"),
    ],
)
def test_what_is_no_good_is_refused_and_changes_nothing(
    letter: Path, content: str, said: str
) -> None:
    path = letter.parent / "bad.xlf"
    path.write_text(content, encoding="utf-8")
    before = (letter / "edition.jsonl").read_bytes()
    with pytest.raises(InputError, match=said):
        take_in(letter, path)
    assert (letter / "edition.jsonl").read_bytes() == before


@pytest.mark.parametrize(
    ("write", "module", "kind"),
    [(as_xliff, "xliff2", "Xliff2File"), (as_xliff12, "xliff", "xlifffile")],
)
def test_translate_toolkit_reads_and_writes_it(
    letter: Path, write: Write, module: str, kind: str
) -> None:
    path = exported(letter, write)
    factory: Any = getattr(import_module(f"translate.storage.{module}"), kind)
    store = factory.parsefile(str(path))
    units = [unit for unit in store.units if unit.source]
    assert [str(unit.source) for unit in units] == [source for _, source, _ in LETTER]
    assert [str(unit.target) for unit in units] == [target for _, _, target in LETTER]
    units[0].target = "By the toolkit."
    back = letter.parent / "back.xlf"
    back.write_bytes(bytes(store))
    result = merged(letter, back)
    assert (result.conflicts, result.unfit) == ((), ())
    assert on_disk(letter, "q1-0").target == "By the toolkit."
