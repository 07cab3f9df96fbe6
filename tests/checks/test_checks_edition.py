from __future__ import annotations

from dataclasses import replace

import pytest

from vertaal.checks import check, look_first
from vertaal.segmentation import segment
from vertaal.types import (
    Block,
    BlockKind,
    Document,
    Doubt,
    Edition,
    Fidelity,
    Occurrence,
    OccurrenceStatus,
    Origin,
    Scan,
    Severity,
    State,
    Term,
    TermMatch,
    Unit,
)

TERM = Term("kabinet", "government")


def edition(*pairs: tuple[str, str], occurrences: tuple[Occurrence, ...] = ()) -> Edition:
    """A document with a question for each pair."""
    document = Document(
        tuple(
            Block(f"q{number}", BlockKind.QUESTION, source, f"Vraag {number}", (number,))
            for number, (source, _) in enumerate(pairs, 1)
        )
    )
    segments = segment(document)
    targets = [target for _, target in pairs]
    units = tuple(
        Unit(item.id, item.block, item.source, target)
        for item, target in zip(segments, targets, strict=True)
    )
    return Edition("brief", document, segments, units, occurrences)


def occurrence(
    status: OccurrenceStatus, found: str, expected: tuple[str, ...] = ("government",)
) -> Occurrence:
    match = TermMatch(4, 11, "kabinet", TERM, expected)
    return Occurrence("q-1", match, status, found, 4 if found else -1, 4 + len(found))


def test_a_sound_edition_has_no_findings() -> None:
    assert check(edition(("Klopt dat?", "Is that correct?"), ("Ja.", "Yes."))) == ()


def test_findings_come_in_the_order_of_the_document_and_name_their_segment() -> None:
    made = edition(("Ja.", ""), ("Er zijn 12 leden.", "There are 21 members."))
    findings = check(made)
    assert [(finding.check, finding.segment) for finding in findings] == [
        ("empty", made.units[0].id),
        ("numbers", made.units[1].id),
    ]
    assert {finding.severity for finding in findings} == {Severity.ERROR}


def test_a_violated_term_is_an_error_with_its_places() -> None:
    made = edition(("Het kabinet", "The cabinet"))
    wrong = Occurrence(
        made.units[0].id,
        TermMatch(4, 11, "kabinet", TERM, ("government",), ("cabinet",)),
        OccurrenceStatus.VIOLATED,
        "cabinet",
        4,
        11,
        "forbidden",
    )
    (finding,) = check(edition(("Het kabinet", "The cabinet"), occurrences=(wrong,)))
    assert (finding.check, finding.severity) == ("terms", Severity.ERROR)
    assert finding.message == "'kabinet' asks for 'government', not 'cabinet' (forbidden)"
    assert (finding.source_span, finding.target_span) == ((4, 11), (4, 11))


def test_soft_shadowed_and_satisfied_terms_are_left_alone() -> None:
    match = TermMatch(0, 3, "abc", TERM, ("x",))
    kept = (
        Occurrence("s", match, OccurrenceStatus.SATISFIED, "x", 0, 1),
        Occurrence("s", TermMatch(0, 3, "abc", TERM, ("x",), soft=True), OccurrenceStatus.VIOLATED),
        Occurrence("s", match, OccurrenceStatus.SHADOWED),
    )
    assert check(edition(("Ja.", "Yes."), occurrences=kept)) == ()


def test_one_sentence_two_translations() -> None:
    made = edition(
        ("Zo nee, waarom niet?", "If not, why not?"),
        ("Zo  nee, waarom niet?", "If not, why not?"),
        ("Zo nee, waarom niet?", "If not, then why not?"),
    )
    (finding,) = check(made)
    assert (finding.check, finding.severity) == ("consistency", Severity.INFO)
    assert finding.segment == made.units[2].id
    assert "If not, why not?" in finding.message


def instelling(*renderings: str) -> Edition:
    """A sentence about institutions for each rendering, no two alike, and some about others."""
    verbs = ("beslist", "weigert", "wacht", "vraagt", "betaalt", "zwijgt")
    english = ("decides", "refuses", "waits", "asks", "pays", "is silent")
    pairs = zip(verbs, english, renderings, strict=False)
    about = [(f"Elke instelling {nl}.", f"Every {word} {en}.") for nl, en, word in pairs]
    return edition(*about, ("Elke gemeente beslist.", "Every municipality decides."))


def test_a_word_without_an_entry_that_is_rendered_otherwise_once() -> None:
    made = instelling("institution", "institution", "institution", "setting")
    (finding,) = check(made)
    assert (finding.check, finding.segment) == ("consistency", made.units[3].id)
    assert finding.message == "'instelling' is 'institution' elsewhere"
    assert finding.source_span == (5, 15)


@pytest.mark.parametrize(
    "renderings",
    [
        ("institution", "institution", "setting"),  # too few to tell
        ("institution", "institution", "setting", "setting"),  # no usual one
        ("institution", "institution", "institution", "institutional body"),  # a derived form
        ("institution",) * 6,
    ],
)
def test_words_without_an_entry_that_may_well_be_so(renderings: tuple[str, ...]) -> None:
    assert check(instelling(*renderings)) == ()


def test_of_renderings_that_fit_as_well_the_same_is_named_in_every_run() -> None:
    fitting = "committee authority statutory treasury register premises councils hospital"
    made = instelling(*[fitting] * 3, "setting")
    (finding,) = [one for one in check(made) if one.check == "consistency"]
    assert finding.message == "'instelling' is 'statutory' elsewhere"


def test_the_translation_of_another_sentence() -> None:
    target = "The government will inform the House in the spring."
    made = edition(
        ("Het kabinet informeert de Kamer in het voorjaar.", target),
        ("Gemeenten houden zelf toezicht op de naleving ervan.", target),
        ("In het voorjaar informeert het kabinet de Kamer.", target),
    )
    assert [(one.check, one.segment) for one in check(made)] == [("duplicates", made.units[1].id)]


def test_one_term_two_renderings_but_inflection_is_no_other_rendering() -> None:
    allowed = ("decree", "order")
    same = [occurrence(OccurrenceStatus.SATISFIED, form, allowed) for form in ("decree", "decrees")]
    assert check(edition(("Ja.", "Yes."), occurrences=tuple(same))) == ()
    other = occurrence(OccurrenceStatus.VARIANT, "orders", allowed)
    (finding,) = check(edition(("Ja.", "Yes."), occurrences=(*same, other)))
    assert finding.message == "'kabinet' is 'decree' elsewhere"


def test_references_to_questions_that_do_not_exist() -> None:
    made = edition(
        ("Zie het antwoord op vraag 2 en 5.", "See the answer to questions 2 and 5."),
        ("Zie vraag 1.", "See question 1."),
        ("Zie vraag 121 (Schriftelijke vragen).", "See question 121 (written questions)."),
    )
    (finding,) = check(made)
    assert (finding.check, finding.severity) == ("cross_references", Severity.WARNING)
    assert finding.segment == made.units[0].id
    assert finding.source_span is not None
    start, end = finding.source_span
    assert made.units[0].source[start:end] == "5"


@pytest.mark.parametrize(("number", "other"), [("2.1", "2.3"), ("2.1.1", "2.1.3")])
def test_questions_may_be_numbered_with_a_point(number: str, other: str) -> None:
    made = edition(
        (
            f"Zie vraag {number} en {other}, en vraag 2.",
            f"See question {number} and {other}, and question 2.",
        )
    )
    blocks = [
        replace(block, numbers=(number,)) if block.kind is BlockKind.QUESTION else block
        for block in made.document.blocks
    ]
    made = replace(made, document=replace(made.document, blocks=tuple(blocks)))
    (finding,) = check(made)
    assert finding.message == f"there is no question {other} in this document"


def scanned(made: Edition, scan: Scan) -> Edition:
    blocks = tuple(
        replace(block, line=10 * place) for place, block in enumerate(made.document.blocks, 1)
    )
    return replace(made, document=replace(made.document, blocks=blocks, scan=scan))


def test_doubtful_words_of_a_scan_are_shown_where_they_stand() -> None:
    made = edition(("Klopt de brief 2024Z11859?", "Is letter 2024Z11859 right?"), ("Ja.", "Yes."))
    doubts = (
        Doubt(1, 11, "2024Z11859?", 0.61),
        Doubt(1, 14, "Klopt", 0.3),
        Doubt(1, 20, "1", 0.0),
        Doubt(1, 5, "furniture", 0.2),
    )
    found = check(scanned(made, Scan("Tesseract 5 (nld)", (1,), 0.95, doubts)))
    assert [(f.check, f.severity, f.segment, f.source_span) for f in found] == [
        ("recognition", Severity.WARNING, made.units[0].id, (15, 26)),
        ("recognition", Severity.WARNING, made.units[0].id, (0, 5)),
        ("recognition", Severity.WARNING, made.units[1].id, None),
    ]
    assert found[0].message == "page 1 of the scan: is it really '2024Z11859?'? (61% sure)"


def test_a_poor_scan_and_an_unread_page_are_findings_about_the_edition() -> None:
    made = edition(("Ja.", "Yes."))
    found = check(scanned(made, Scan("", (1,), 0.7, (), (2,))))
    assert [finding.segment for finding in found] == ["", ""]
    assert "page 2 is a picture that was not read" in found[0].message
    assert "poor (mean confidence 70%)" in found[1].message


def fidelity_of(made: Edition, *signals: tuple[float, float]) -> Edition:
    """The edition with (omitted, added) for each unit; the first three letters are concerned."""
    return replace(
        made,
        fidelity=tuple(
            Fidelity(
                unit.id,
                -0.3,
                0.5,
                omitted,
                added,
                ((0, 3),) if omitted else (),
                ((0, 4), (5, 7)) if added else (),
            )
            for unit, (omitted, added) in zip(made.units, signals, strict=True)
        ),
    )


def test_what_may_be_left_out_or_put_in_is_named_with_low_severity() -> None:
    pairs = (
        ("Nee, dat weet ik niet.", "No, that I do not know."),
        ("Het kan.", "That is so."),
        ("Ja.", "Yes."),
    )
    made = fidelity_of(edition(*pairs), (1.2, 0.0), (0.4, 3.0), (0.9, 0.9))
    left_out, put_in = check(made)
    assert (left_out.check, left_out.severity) == ("omissions", Severity.INFO)
    assert left_out.message == "nothing in the English stands for 'Nee'"
    assert left_out.source_span == (0, 3)
    assert (put_in.check, put_in.severity) == ("additions", Severity.INFO)
    assert put_in.message == "nothing in the Dutch asks for 'That', 'is'"
    assert put_in.target_span == (0, 4)
    assert [unit.source for unit in look_first(made)] == ["Het kan.", "Nee, dat weet ik niet."]


def test_a_translation_that_the_model_was_unsure_of_is_named() -> None:
    made = fidelity_of(edition(("Het kan.", "It can."), ("Ja.", "Yes.")), (0, 0), (0, 0))
    doubted = replace(made.fidelity[1], unsure=1.1)
    made = replace(made, fidelity=(made.fidelity[0], doubted))
    (finding,) = check(made)
    assert (finding.check, finding.severity) == ("unsure", Severity.INFO)
    assert finding.segment == made.units[1].id
    assert look_first(made) == (made.units[1],)


def test_of_a_persons_text_and_of_what_is_approved_nothing_is_said() -> None:
    made = fidelity_of(edition(("Het kan.", "It can."), ("Ja.", "Yes.")), (2, 0), (2, 0))
    human, approved = made.units
    units = (replace(human, origin=Origin.HUMAN), replace(approved, state=State.REVIEWED))
    assert check(replace(made, units=units)) == ()
    assert look_first(replace(made, units=units)) == ()


def test_a_place_that_the_alignment_denies_is_reported() -> None:
    match = TermMatch(4, 11, "kabinet", TERM, ("government",))
    made = edition(("Het kabinet", "The government"))
    denied = Occurrence(
        made.units[0].id, match, OccurrenceStatus.SATISFIED, "government", 4, 14, confirmed=False
    )
    (finding,) = check(replace(made, occurrences=(denied,)))
    assert (finding.check, finding.severity) == ("unconfirmed_terms", Severity.INFO)
    assert (finding.source_span, finding.target_span) == ((4, 11), (4, 14))
    assert check(replace(made, occurrences=(replace(denied, confirmed=True),))) == ()
