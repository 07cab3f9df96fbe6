"""What an edition says of its own making."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publishing.editions_by_hand import reviewed
from vertaal.publishing.notice import english_title, facts, notice, readable_date
from vertaal.types import Edition, Provenance, Scan


def test_machine_translation_is_named_with_all_that_made_it(letter: Edition) -> None:
    said = " ".join(notice(letter).sentences)
    for expected in (
        "This English text is a machine translation.",
        "BZDOC-693942081-24",
        "bz0_BZDOC-693942081-24.txt",
        "vertaal 0.1.0",
        "model nl-en (4f1c29aa)",
        "glossary 9d8e6b1c",
        "25 November 2026",
        "No person has reviewed it yet.",
        "The Dutch text is the authoritative one.",
    ):
        assert expected in said


def test_a_scan_is_named_as_the_source_of_the_dutch(letter: Edition) -> None:
    scan = Scan("Tesseract 5.3.0 (nld)", (1, 2), 0.947)
    scanned = replace(letter, document=replace(letter.document, scan=scan))
    assert (
        "The Dutch was read from a scan by Tesseract 5.3.0 (nld), with a mean confidence of 95%, "
        "and may hold misread letters and numbers." in notice(scanned).sentences
    )
    assert ("Read by", "Tesseract 5.3.0 (nld)") in facts(scanned)
    assert not any("scan" in sentence for sentence in notice(letter).sentences)


def test_partly_reviewed(letter: Edition) -> None:
    said = notice(reviewed(letter, 5, "A. de Vries"))
    assert said.mixed
    assert said.reviewed.startswith(f"{round(500 / len(letter.units))}% of the sentences")
    assert "A. de Vries" in said.reviewed


@pytest.mark.parametrize(
    ("share", "portion"), [(0.0004, "Less than 1%"), (0.999, "More than 99%"), (0.5, "50%")]
)
def test_a_portion_never_rounds_to_none_or_all(letter: Edition, share: float, portion: str) -> None:
    edition = replace(letter, provenance=replace(letter.provenance, reviewed_share=share))
    assert notice(edition).reviewed.startswith(f"{portion} of the sentences")


def test_fully_reviewed_names_who_takes_responsibility_and_when(letter: Edition) -> None:
    said = notice(reviewed(letter, len(letter.units), "A. de Vries", "B. Jansen"))
    assert "is a machine translation" not in " ".join(said.sentences)
    assert "A. de Vries and B. Jansen, who take responsibility for it" in said.status
    assert "25 November 2026" in said.status
    assert not said.mixed


def test_unknown_provenance_leaves_no_gaps(letter: Edition) -> None:
    bare = replace(letter, provenance=Provenance())
    said = " ".join(notice(bare).sentences)
    assert "  " not in said
    assert "()" not in said
    assert facts(bare)[0] == ("Document", "BZDOC-693942081-24")


def test_title_falls_back_on_the_reference(letter: Edition) -> None:
    bare = replace(letter, units=())
    assert english_title(bare) == "Parliamentary document BZDOC-693942081-24"


def test_dates() -> None:
    assert readable_date("2026-11-05") == "5 November 2026"
    assert readable_date("najaar 2026") == "najaar 2026"
