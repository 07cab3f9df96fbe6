from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vertaal.segmentation import segment, split
from vertaal.segmentation.lengths import MAX_WORDS
from vertaal.types import Block, BlockKind, Document

_PIECES = st.sampled_from(
    [
        "Kunt u dit toelichten?",
        "jl.",
        "art. 3",
        "nr. 2",
        "J.P. de Vries",
        "‘Wie betaalt?’",
        "«",
        "»",
        '"',
        "'",
        "(",
        ")",
        "De",
        "kabinet",
        ".",
        "…",
        "?1, 2",
        "1)",
        "a.",
        "- punt",
        "12,5",
        ";",
        " ",
        "\n",
        "\n\n",
        " \n \t\n",
        "Ja.",
    ]
)
_TEXTS = st.one_of(
    st.lists(_PIECES, max_size=40).map("".join),
    st.lists(_PIECES, max_size=40).map(" ".join),
    st.text(max_size=120),
)


@settings(derandomize=True, max_examples=400, deadline=None)
@given(_TEXTS)
def test_every_character_is_in_one_sentence_in_order(text: str) -> None:
    spans = split(text)
    place = 0
    for start, end in spans:
        assert place <= start < end <= len(text)
        assert not text[place:start].strip()
        assert text[start:end] == text[start:end].strip()
        place = end
    assert not text[place:].strip()


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=20).map(" ".join))
def test_no_sentence_crosses_a_blank_line(text: str) -> None:
    for start, end in split(text):
        assert "\n\n" not in text[start:end]


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["woord", "zin,", "deel;", "en", "2)", "dat"]), max_size=400))
def test_long_sentences_are_parted_where_they_can_be(words: list[str]) -> None:
    text = " ".join(words)
    for start, end in split(text):
        part = text[start:end].split()
        pauses = [word for word in part[10:-10] if word[-1] in ",;"]
        assert len(part) <= MAX_WORDS or not pauses


def question(number: int, text: str) -> Block:
    return Block(f"q{number}", BlockKind.QUESTION, text, f"Vraag {number}", (number,))


def answer(text: str, *numbers: int) -> Block:
    name = "a" + "-".join(map(str, numbers))
    return Block(name, BlockKind.ANSWER, text, "Antwoord", numbers)


FIRST = question(1, "Kent u het bericht? Zo nee, waarom niet?")
SECOND = question(2, "Deelt u de mening? Zo nee, waarom niet?")
ANSWERS = (answer("Ja. Dat doe ik.\n\nJa.", 1), answer("Ja.", 2))


def ids(*blocks: Block) -> dict[tuple[str, str, int], str]:
    """Segment ids by block id, text and count, so that documents can be compared."""
    found: dict[tuple[str, str, int], str] = {}
    for item in segment(Document(blocks)):
        count = sum(key[:2] == (item.block, item.source) for key in found)
        found[item.block, item.source, count] = item.id
    return found


def test_a_document_is_segmented_with_its_places() -> None:
    segments = segment(Document((FIRST, *ANSWERS[:1])))
    assert [(item.block, item.paragraph, item.source) for item in segments] == [
        ("q1", 0, "Kent u het bericht?"),
        ("q1", 0, "Zo nee, waarom niet?"),
        ("a1", 0, "Ja."),
        ("a1", 0, "Dat doe ik."),
        ("a1", 1, "Ja."),
    ]
    assert [item.id[:2] for item in segments] == ["q-", "q-", "a-", "a-", "a-"]
    assert len({item.id for item in segments}) == 5


def test_a_question_put_in_elsewhere_renumbers_nothing() -> None:
    before = ids(FIRST, SECOND, *ANSWERS)
    new = question(1, "Is er een nieuwe vraag? Zo nee, waarom niet?")
    renumbered = (
        new,
        answer("Ja.", 1),
        Block("q2", BlockKind.QUESTION, FIRST.text, "", (2,)),
        Block("q3", BlockKind.QUESTION, SECOND.text, "", (3,)),
        Block("a2", BlockKind.ANSWER, ANSWERS[0].text, "", (2,)),
        Block("a3", BlockKind.ANSWER, ANSWERS[1].text, "", (3,)),
    )
    after = ids(*renumbered)
    assert set(before.values()) < set(after.values())
    assert len(after) == len(before) + 3


def test_only_a_changed_sentence_changes() -> None:
    before = ids(FIRST, SECOND, *ANSWERS)
    changed = answer("Ja. Dat doe ik niet.\n\nJa.", 1)
    after = ids(FIRST, SECOND, changed, ANSWERS[1])
    assert set(before) - set(after) == {("a1", "Dat doe ik.", 0)}
    assert all(after[key] == name for key, name in before.items() if key in after)


def test_a_wrapped_line_is_the_same_sentence() -> None:
    wrapped = question(1, "Kent u\nhet bericht? Zo nee,\nwaarom niet?")
    assert [item.id for item in segment(Document((wrapped,)))] == [
        item.id for item in segment(Document((FIRST,)))
    ]


def test_twice_the_same_question_is_still_told_apart() -> None:
    twin = Block("q2", BlockKind.QUESTION, FIRST.text, "", (2,))
    segments = segment(Document((FIRST, twin)))
    assert len({item.id for item in segments}) == len(segments) == 4


def test_where_numbering_restarts_an_answer_belongs_to_the_question_above() -> None:
    other = Block("q1-2", BlockKind.QUESTION, "Wat vindt u? Waarom?", "", (1,))
    late = Block("a1-2", BlockKind.ANSWER, "Ja.", "", (1,))
    alone = ids(other, late)
    together = ids(FIRST, answer("Ja.", 1), other, late)
    assert together["a1-2", "Ja.", 0] == alone["a1-2", "Ja.", 0]
    assert together["a1", "Ja.", 0] != alone["a1-2", "Ja.", 0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dat volgt uit artikel 2.12 Wabo en de toelichting.",
        "Zie paragraaf 4.2 Financiële gevolgen van het rapport.",
        "Het begon om 10.00 u. en duurde lang.",
        "De minister van VWS c.q. Defensie beslist.",
        "Ad 1. De minister deelt dit.",
        "Mail naar Halbe.Martens@minbzk.nl of bel ons.",
        "De brief van 31 maart ult. Nederland is ontvangen door pres. Biden.",
    ],
)
def test_a_sentence_that_is_one(sentence: str) -> None:
    assert split(sentence) == ((0, len(sentence)),)


def test_a_note_mark_behind_a_number_still_ends_a_sentence() -> None:
    text = "Dat staat in nr. 925.3 Het kabinet wil dat."
    assert [text[a:b] for a, b in split(text)] == ["Dat staat in nr. 925.3", "Het kabinet wil dat."]
