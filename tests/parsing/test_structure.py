"""Which questions, which answers, and what belongs to neither."""

from __future__ import annotations

from typing import Any

import pytest

from letters import json_of, parse_text, unaccounted
from vertaal.types import BlockKind, Source


def links(letter: dict[str, Any]) -> list[tuple[list[Any], str]]:
    return [(answer["for"], answer["text"]) for answer in letter["answers"]]


def numbers(letter: dict[str, Any]) -> list[Any]:
    return [question["number"] for question in letter["questions"]]


def test_a_bare_answer_takes_the_open_questions_above_it() -> None:
    letter = json_of("Vraag 1\nA?\nVraag 2\nB?\nAntwoord\nAlle twee.\nVraag 3\nC?\nAntwoord\nJa.")
    assert links(letter) == [([1, 2], "Alle twee."), ([3], "Ja.")]


def test_a_bare_answer_leaves_questions_that_another_answer_names() -> None:
    letter = json_of(
        "Vraag 1\nA?\nVraag 2\nB?\nAntwoord\nX.\nVraag 3\nC?\nAntwoord op vraag 3 en 1\nY."
    )
    assert links(letter) == [([2], "X."), ([3, 1], "Y.")]


def test_a_bare_answer_far_below_takes_the_question_still_open() -> None:
    letter = json_of(
        "Vraag 1\nA?\nVraag 2\nB?\nVraag 3\nC?\nAntwoord op vraag 1\nX.\n"
        "Antwoord op vraag 2\nY.\nAntwoord\nZ."
    )
    assert links(letter) == [([1], "X."), ([2], "Y."), ([3], "Z.")]


def test_numbers_of_a_label_may_fall_to_the_next_line() -> None:
    letter = json_of("Vraag 1\nA?\nVraag 2\nB?\nAntwoord op vragen\n1 en 2\nJa.")
    assert letter["answers"] == [
        {"for": [1, 2], "text": "Ja.", "label": "Antwoord op vragen 1 en 2"}
    ]


def test_all_but_the_first_word_of_a_label_may_fall_to_the_next_line() -> None:
    letter = json_of("Vraag 1\nA?\nVraag 2\nB?\nAntwoord\nvraag 1 en 2\nJa.")
    assert links(letter) == [([1, 2], "Ja.")]
    empty = json_of("Vraag 1\nA?\nAntwoord\nVraag 2\nB?\nAntwoord\nJa.")
    assert numbers(empty) == [1, 2]
    assert links(empty) == [([1], ""), ([2], "Ja.")]


def test_an_office_may_take_two_lines() -> None:
    letter = json_of(
        "Brief.\n\nde Minister van Zee\nen Koninkrijksrelaties,\n\n\nAnna Naam\n\nVraag 1\nA?"
    )
    assert letter["signature"] == [
        "de Minister van Zee",
        "en Koninkrijksrelaties,",
        "Anna Naam",
    ]


def test_questions_keep_the_order_of_the_source() -> None:
    letter = json_of("Vraag 1\nA?\nVraag 3\nC?\nAntwoord 1 en 3\nX.\nVraag 2\nB?\nAntwoord 2\nY.")
    assert numbers(letter) == [1, 3, 2]


def test_one_label_for_several_questions_gives_a_list() -> None:
    letter = json_of("Vraag 4, 5 en 7\nA? B? C?\nAntwoord 4, 5 en 7\nJa.\nVraag 6\nD?")
    assert numbers(letter) == [[4, 5, 7], 6]
    assert [block.id for block in parse_text("Vraag 2 en 3\nA?").blocks] == ["q2-3"]


def test_letters_of_questions_are_kept() -> None:
    letter = json_of("Vraag 1a\nA?\nVraag 1b\nB?\nAntwoord 1a en 1b\nJa.")
    assert numbers(letter) == ["1a", "1b"]
    assert links(letter) == [(["1a", "1b"], "Ja.")]


def test_letters_before_questions_are_kept() -> None:
    letter = json_of("Vraag A1\nA?\nVraag A2\nB?\nAntwoord\nX.\nVraag B1\nC?\nAntwoord B1\nY.")
    assert numbers(letter) == ["A1", "A2", "B1"]
    assert links(letter) == [(["A1", "A2"], "X."), (["B1"], "Y.")]


def test_a_joint_answer_whose_numbers_are_words_keeps_its_list() -> None:
    letter = json_of(
        "Vraag één\nA?\nVraag twee\nB?\nAntwoord één en twee\n1. Dit niet.\n2. Dat niet.\n"
    )
    assert numbers(letter) == [1, 2]
    assert links(letter) == [([1, 2], "1. Dit niet.\n\n2. Dat niet.")]


def test_numbering_may_restart() -> None:
    text = (
        "Antwoorden op vragen van het lid A (B) over x\n\nVraag 1\nA?\nAntwoord\nJa.\n\n"
        "Antwoorden op vragen van het lid C (D) over y\n\nVraag 1\nC?\nAntwoord\nNee.\n"
    )
    ids = [block.id for block in parse_text(text).blocks]
    assert ids == ["title", "q1", "a1", "title_2", "q1_2", "a1_2"]


def test_numbers_alone_label_questions_between_bare_answers() -> None:
    letter = json_of(
        "1. A?\nAntwoord:\nOm twee redenen:\n1. Een.\n2. Twee.\n2. B?\nAntwoord:\nJa.\n"
    )
    assert numbers(letter) == [1, 2]
    assert links(letter)[0] == ([1], "Om twee redenen:\n\n1. Een.\n\n2. Twee.")


def test_numbers_inside_running_text_label_questions_and_answers() -> None:
    letter = json_of(
        "Fietsen in de stad.\n\nVorig jaar zei u iets. 1. Wat zei u?2. Waarom? 3. Wanneer?\n\n"
        "ANTWOORD\n\n1 en 2. Niets, op 1.200 na.Echt. 3. Nooit.\n"
    )
    assert letter["title"] == "Fietsen in de stad."
    assert letter["preamble"] == "Vorig jaar zei u iets."
    assert [q["text"] for q in letter["questions"]] == ["Wat zei u?", "Waarom?", "Wanneer?"]
    assert links(letter) == [([1, 2], "Niets, op 1.200 na.Echt."), ([3], "Nooit.")]


def test_an_answer_without_numbers_answers_all_numbered_questions() -> None:
    letter = json_of("Titel.\n\nInleiding. 1. Wat?2. Hoe?\n\nANTWOORD\n\nDat weet ik niet.\n")
    assert links(letter) == [([1, 2], "Dat weet ik niet.")]


RECEIVED = "Antwoord van minister Brinkhorst (Economische Zaken) (ontvangen 5 november 2003)"


def test_who_answered_when_ends_the_questions_above_it() -> None:
    letter = json_of(
        f"Vraag 1\nA?\n\nVraag 2\nB?\n\n{RECEIVED}\n\nAntwoord 1\nJa.\n\nAntwoord 2\nNiets.\n"
    )
    assert [question["text"] for question in letter["questions"]] == ["A?", "B?"]
    assert links(letter) == [([1], "Ja."), ([2], "Niets.")]


def test_who_answered_when_parts_numbered_questions_from_their_answers() -> None:
    letter = json_of(
        f"Vragen van het lid X over olie (ingezonden 3 mei 2003)\n\n1\nA?\n\n2\nB?\n\n3\nC?\n\n"
        f"{RECEIVED}\n\n1\nJa.\n\n2 en 3\nNiets van dat alles.\n"
    )
    assert numbers(letter) == [1, 2, 3]
    assert links(letter) == [([1], "Ja."), ([2, 3], "Niets van dat alles.")]


def test_a_list_in_a_joint_answer_is_no_answers() -> None:
    letter = json_of(
        "Vraag 1\nA?\n\nVraag 2\nB?\n\nVraag 3\nC?\n\nAntwoord\nWij nemen twee maatregelen:\n"
        "1. Meer agenten.\n2. Minder regels.\nDaarmee zijn alle vragen beantwoord.\n"
    )
    [(asked, text)] = links(letter)
    assert asked == [1, 2, 3]
    assert text.startswith("Wij nemen")
    assert text.endswith("beantwoord.")


CONSULTED = (
    "Verslag van een schriftelijk overleg\n\nVragen van de leden van de ABC-fractie\n\n"
    "De leden van de ABC-fractie danken voor de stukken. Zij vragen wat dit kost.\n\n{}\n\n"
    "Het kost 12 miljoen.\n\nDaar blijft het bij.\n\nDeze leden vragen ook naar de duur.\n\n"
    "Kan de minister die noemen?\n\n{}\n\nDrie jaar.\n\nInbreng van de DEF-fractie\n\n"
    "Het lid Naam (DEF) vraagt waarom.\n\n{}\n\nDaarom."
)


@pytest.mark.parametrize(
    "labels",
    [
        ("Antwoord",) * 3,
        ("Antwoord van het kabinet",) * 3,
        tuple(f"{number}. Antwoord van het kabinet" for number in (1, 2, 3)),
    ],
)
def test_members_ask_in_a_written_consultation_without_numbers(labels: tuple[str, ...]) -> None:
    letter = json_of(CONSULTED.format(*labels))
    assert [question["text"] for question in letter["questions"]] == [
        "De leden van de ABC-fractie danken voor de stukken. Zij vragen wat dit kost.",
        "Deze leden vragen ook naar de duur.\n\nKan de minister die noemen?",
        "Het lid Naam (DEF) vraagt waarom.",
    ]
    assert links(letter) == [
        ([1], "Het kost 12 miljoen.\n\nDaar blijft het bij."),
        ([2], "Drie jaar."),
        ([3], "Daarom."),
    ]
    assert [answer["label"] for answer in letter["answers"]] == list(labels)
    assert [other["text"] for other in letter["other"]] == ["Inbreng van de DEF-fractie"]


CHAPTERS = (
    "Memorie van antwoord\n\n1{0} Inleiding\n\nDe regering dankt de leden.\n\n"
    "2{0} Doel van de wet\n\n"
    "De leden van de ABC-fractie vragen wat dit kost. Is dat veel?\n\n{1}Het kost 12 miljoen.\n\n"
    "3{0} Gevolgen\n\nHet lid Naam (DEF) vraagt waarom.\n\n{1}Daarom.\n"
)


@pytest.mark.parametrize("stop", [".", ""])
def test_the_chapters_of_a_memorandum_are_no_questions_and_no_notes(stop: str) -> None:
    letter = json_of(CHAPTERS.format(stop, ""))
    assert (letter["questions"], letter["answers"], letter["footnotes"]) == ([], [], [])
    assert [other["text"].split("\n\n")[0] for other in letter["other"]] == [
        f"1{stop} Inleiding",
        f"2{stop} Doel van de wet",
        f"3{stop} Gevolgen",
    ]


def test_members_ask_in_the_chapters_of_a_report_too() -> None:
    letter = json_of(CHAPTERS.format(".", "Antwoord\n\n"))
    assert [question["text"] for question in letter["questions"]] == [
        "De leden van de ABC-fractie vragen wat dit kost. Is dat veel?",
        "Het lid Naam (DEF) vraagt waarom.",
    ]
    assert links(letter) == [
        ([1], "Het kost 12 miljoen."),
        ([2], "Daarom."),
    ]


def test_subjects_of_numbered_questions_are_no_chapters() -> None:
    letter = json_of(
        "1. Fietsen\nGraag uw reactie.\nAntwoord: Ja.\n"
        "2. Treinen\nGraag uw reactie.\nAntwoord: Nee.\n"
    )
    assert numbers(letter) == [1, 2]
    assert links(letter) == [([1], "Ja."), ([2], "Nee.")]


def test_a_report_may_have_all_its_answers_in_a_chapter() -> None:
    letter = json_of(
        "Verslag van een overleg\n\nI Vragen\nII Reactie van de minister\n\nI Vragen\n\n"
        "De leden van de ABC-fractie vragen naar de kosten. Kan de minister die noemen?\n\n"
        "Waarom duurt het zo lang?\n\nII Reactie van de minister\n\nHet kost 12 miljoen.\n\nDaarom."
    )
    assert [question["text"] for question in letter["questions"]] == [
        "De leden van de ABC-fractie vragen naar de kosten. Kan de minister die noemen?",
        "Waarom duurt het zo lang?",
    ]
    assert links(letter) == [([1, 2], "Het kost 12 miljoen.\n\nDaarom.")]
    assert letter["answers"][0]["label"] == "II Reactie van de minister"


def test_paragraphs_of_questions_without_labels_are_counted() -> None:
    letter = json_of(
        "Vragen van het lid A (B) aan de minister van C over d.\n\nWat?\n\nHoe? En dus?\n"
    )
    assert [(q["number"], q["text"]) for q in letter["questions"]] == [
        (1, "Wat?"),
        (2, "Hoe? En dus?"),
    ]
    assert letter["answers"] == []


def test_a_postponement_answers_nothing() -> None:
    letter = json_of("Vraag 1\nA?\nMededeling\nDe vragen kunnen nog niet worden beantwoord.\n")
    assert letter["answers"] == []
    assert letter["other"] == [
        {"label": "Mededeling", "text": "De vragen kunnen nog niet worden beantwoord."}
    ]
    assert letter["questions"][0]["text"] == "A?"


def test_an_explanation_belongs_to_no_answer() -> None:
    letter = json_of("Vraag 1\nA?\nAntwoord 1\nJa.\n\nToelichting:\nDeze vragen vullen aan.\n")
    assert links(letter) == [([1], "Ja.")]
    assert letter["other"][0]["label"] == "Toelichting:"


def test_the_line_on_the_answer_stays_out_of_the_title() -> None:
    letter = json_of(
        "Vragen van het lid A (B) aan de Minister van C over\nd (ingezonden 3 mei 2023).\n"
        "Antwoord van Minister E (C), mede namens de Minister van F\n(ontvangen 4 mei 2023). "
        "Zie ook Aanhangsel\nHandelingen, nr. 5.\nVraag 1\nA?\nAntwoord 1\nJa.\n"
    )
    assert letter["title"].endswith("over d (ingezonden 3 mei 2023).")
    assert letter["other"][0]["text"].endswith("Zie ook Aanhangsel Handelingen, nr. 5.")
    assert letter["preamble"] is None


def test_signatures_are_found_before_and_after_the_answers() -> None:
    before = json_of("Hierbij de antwoorden.\n\nDe Minister van A,\n\nB.C. de Naam\n\nVraag 1\nA?")
    after = json_of(
        "Vraag 1\nA?\n\nAntwoord\nJa.\n\nHoogachtend,\n\nDe staatssecretaris van A\n\nB. Naam"
    )
    assert before["signature"] == ["De Minister van A,", "B.C. de Naam"]
    assert after["signature"][-1] == "B. Naam"
    assert links(after) == [([1], "Ja.")]


def test_headings_over_all_questions_and_answers_are_set_apart() -> None:
    letter = json_of("Brief.\n\nVragen\n\nVraag 1\nA?\n\nAntwoorden\n\nAntwoord op vraag 1\nJa.\n")
    assert [r["text"] for r in letter["removed"]] == ["Vragen", "Antwoorden"]
    assert links(letter) == [([1], "Ja.")]


def test_a_document_of_one_line_is_cut_at_its_labels() -> None:
    filler = "Dit is een lange zin over het beleid van de regering. " * 12
    letter = json_of(
        "Vragen van het lid A (B) aan de Minister van C over d (ingezonden 3 mei 2023). "
        "Antwoord van Minister E (C) (ontvangen 4 mei 2023). "
        f"Vraag 1 Kent u dit? Antwoord 1 {filler}"
        f"Vraag 2 en 3 Wat? Hoe? Antwoord 2 en 3 Zie het antwoord op vraag 1. {filler}"
    )
    assert numbers(letter) == [1, [2, 3]]
    assert [answer["for"] for answer in letter["answers"]] == [[1], [2, 3]]
    assert letter["title"].endswith("(ingezonden 3 mei 2023).")


def test_text_without_questions_is_a_preamble() -> None:
    letter = json_of("Een brief.\n\nZonder vragen of antwoorden.\n")
    assert letter["preamble"] == "Een brief.\n\nZonder vragen of antwoorden."
    assert letter["questions"] == letter["answers"] == []


def test_an_empty_text_is_an_empty_document() -> None:
    assert parse_text("").blocks == ()
    assert parse_text(" \n\f\n").blocks == ()


def test_a_further_answer_is_an_answer_of_its_own() -> None:
    letter = json_of(
        "Vraag 1\nA?\nAntwoord 1\nX.\nNader antwoord 1\nY.\n"
        "Vraag 2\nB?\nAanvullend antwoord op vraag 2\nZ."
    )
    assert links(letter) == [([1], "X."), ([1], "Y."), ([2], "Z.")]


def test_who_answers_may_stand_in_the_label() -> None:
    letter = json_of(
        "Antwoorden van het kabinet\nop vragen van de commissie\n\n"
        "1. Wat is de inzet?\n\nAntwoord van het kabinet:\n\nBehoud.\n\n"
        "2. Wat is de planning?\n\nAntwoord van de minister van Zee: Snel.\n\n"
        "3. Wat nog?\n\nAntwoord van de staatssecretaris\n\nNiets."
    )
    assert links(letter) == [([1], "Behoud."), ([2], "Snel."), ([3], "Niets.")]
    assert letter["title"] == "Antwoorden van het kabinet op vragen van de commissie"


def test_who_answers_may_stand_below_the_question_without_a_colon() -> None:
    letter = json_of(
        "Vragen van het lid A (B)\n\n1. Wat?\n\nAntwoord van de minister van Zee, Land en Lucht\n"
        "Dit.\n\n2. Waarom?\n\nReactie van het college\nDaarom.\n\n3. En nu?\n\n"
        "Antwoord van de minister van Zee\nop die vraag komt later.\n\nAntwoord:\nNiets."
    )
    assert links(letter) == [([1], "Dit."), ([2], "Daarom."), ([3], "Niets.")]


def test_an_answer_may_begin_as_the_second_line_of_a_title_does() -> None:
    letter = json_of(
        "Vraag 1\nHoeveel?\nAntwoord:\nvan de 12: 3.\nVraag 2\nWaar?\nAntwoord\nop zee."
    )
    assert links(letter) == [([1], "van de 12: 3."), ([2], "op zee.")]


def test_a_label_may_stand_before_an_item_in_running_text() -> None:
    filler = "Dit is een lange zin over het beleid van de regering. " * 12
    letter = json_of(
        f"Brief. Vraag 1 Wat? Antwoord 1 {filler}"
        "Vraag 2 a) Hoeveel? b) Waar? Antwoord 2 a) Drie. b) Hier. "
        "Vraag 3 Waarom? Antwoord op vraag 3 1. Het moet. 2. Het mag."
    )
    assert links(letter)[1:] == [([2], "a) Drie. b) Hier."), ([3], "1. Het moet. 2. Het mag.")]


def test_a_belgian_announcement_parts_questions_from_answers() -> None:
    chamber = json_of(
        "Vraag nr. 452 van mevrouw A. Naam van 02 juli 2021 (N.) aan de minister van Zee:\n"
        "Telewerk.\n1. Hoeveel werken er?\n2. a) Hoe lang?\nb) Waar?\n"
        "Antwoord van de minister van Zee van 09 augustus 2021, op de vraag nr. 452 van\n"
        "mevrouw A. Naam van 02 juli 2021 (N.):\n1. 45 mensen.\n2. a) Lang.\nb) Hier."
    )
    assert links(chamber) == [([1], "45 mensen."), ([2], "a) Lang.\n\nb) Hier.")]
    assert [other["text"][:26] for other in chamber["other"]] == ["Antwoord van de minister v"]
    assert chamber["title"].endswith("aan de minister van Zee:")
    senate = json_of(
        "Schriftelijke vraag nr. 7-12\n\nGraag een antwoord :\n\n1) Hoeveel?\n\n2) a. Hoe? b. Waar?"
        "\n\nAntwoord ontvangen op 14 juni 2021 :\n\n1) Veel (zie vraag 1).\n\n2) a. Zo. b. Hier."
    )
    assert links(senate) == [([1], "Veel (zie vraag 1)."), ([2], "a. Zo. b. Hier.")]
    assert senate["footnotes"] == []


def test_the_announcement_of_a_flemish_minister_parts_questions_from_answers() -> None:
    letter = json_of(
        "SCHRIFTELIJKE VRAAG\n\nnr. 345\nvan ANNA NAAM\ndatum: 12 januari 2024\n\n"
        "aan BEA ANDERS\nVLAAMS MINISTER VAN ZEE\n\nPanelen - Premies\n\nEr waren er 120.000.\n\n"
        "1. Hoeveel premies? Graag per provincie.\n\n2. Welke maatregelen?\n\n"
        "BEA ANDERS\nVLAAMS MINISTER VAN ZEE\n\nANTWOORD\nop vraag nr. 345 van 12 januari 2024\n"
        "van ANNA NAAM\n\n1. 45.000 premies.\n\n2. Geen."
    )
    assert [q["text"] for q in letter["questions"]] == [
        "Hoeveel premies? Graag per provincie.",
        "Welke maatregelen?",
    ]
    assert links(letter) == [([1], "45.000 premies."), ([2], "Geen.")]
    assert letter["signature"] == ["BEA ANDERS", "VLAAMS MINISTER VAN ZEE"]


def test_the_questions_of_a_bulletin_keep_their_answers() -> None:
    one = (
        "DO 202320240123{0}\nVraag nr. 23{0} van de heer A. Naam van 02 juli 2021 (N.) aan de"
        " minister van Zee:\nTelewerk.\n1. Hoeveel{0}?\n2. Hoe lang{0}?\n"
        "Antwoord van de minister van Zee van 09 augustus 2021, op de vraag"
        " nr. 23{0} van\nde heer A. Naam van 02 juli 2021 (N.):\n"
        "1. {0}5 mensen.\n2. Lang{0}.\n"
    )
    letter = json_of(one.format(4) + "\n" + one.format(5))
    assert [(q["number"], q["text"]) for q in letter["questions"]] == [
        (1, "Hoeveel4?"),
        (2, "Hoe lang4?"),
        (1, "Hoeveel5?"),
        (2, "Hoe lang5?"),
    ]
    assert links(letter) == [
        ([1], "45 mensen."),
        ([2], "Lang4."),
        ([1], "55 mensen."),
        ([2], "Lang5."),
    ]
    assert letter["preamble"].count("DO 202320240123") == 2


def test_a_list_inside_an_answer_parts_no_answers_whose_numbers_stand_alone() -> None:
    letter = json_of(
        "Vragen\n\n1.\nA?\n\n2.\nB?\n\n3.\nC?\n\nAntwoorden\n\n1.\nJa.\n\n"
        "2.\nTwee punten:\n1. tijd;\n2. geld.\n\n3.\nNee."
    )
    assert links(letter) == [
        ([1], "Ja."),
        ([2], "Twee punten:\n\n1. tijd;\n\n2. geld."),
        ([3], "Nee."),
    ]


def test_who_is_addressed_signs_nothing() -> None:
    letter = json_of(
        "De Voorzitter van de Tweede Kamer\nder Staten-Generaal\nPostbus 1\n\nBrief.\n\n"
        "Hoogachtend,\n\nde minister van Volksgezondheid,\nWelzijn en Sport,\n\n\nAnna de Naam\n\n"
        "Vraag 1\nA?\n\nAntwoord 1\nJa.\n\nDe minister van Zee,\nA.B. Naam\n"
        "De staatssecretaris van Zee,\nC. Anders\n"
    )
    assert letter["preamble"].startswith("De Voorzitter van de Tweede Kamer der Staten-Generaal")
    assert letter["signature"] == [
        "Hoogachtend,",
        "de minister van Volksgezondheid,",
        "Welzijn en Sport,",
        "Anna de Naam",
        "De minister van Zee,",
        "A.B. Naam",
        "De staatssecretaris van Zee,",
        "C. Anders",
    ]
    assert links(letter) == [([1], "Ja.")]


def test_an_office_may_stand_below_the_name() -> None:
    letter = json_of("Vraag 1\nA?\n\nAntwoord\nJa.\n\nHoogachtend,\n\nA.B. Naam\nMinister van Zee")
    assert letter["signature"] == ["Hoogachtend,", "A.B. Naam", "Minister van Zee"]


@pytest.mark.parametrize(
    ("marks", "labels"),
    [
        (("i", "ii", "iii"), ["i", "ii", "iii"]),
        (("*", "**", "***"), ["*", "**", "***"]),
        ((" *)", " **)", " ***)"), ["*)", "**)", "***)"]),
    ],
)
def test_notes_may_have_other_marks_than_numbers(
    marks: tuple[str, str, str], labels: list[str]
) -> None:
    one, two, three = marks
    text = (
        f"Vraag 1\nKent u het bericht?{one}\n\nAntwoord 1\nJa.{two} Het is waar.{three}\n\n"
        f"{labels[0]} Krant, 3 mei.\n{labels[1]} https://www.zee.nl\n"
        f"{labels[2]} Rapport A,\nblz. 3.\n"
    )
    document = parse_text(text)
    notes = [(block.label, block.text) for block in document.of(BlockKind.FOOTNOTE)]
    texts = ["Krant, 3 mei.", "https://www.zee.nl", "Rapport A, blz. 3."]
    assert notes == list(zip(labels, texts, strict=True))
    assert links(json_of(text)) == [([1], f"Ja.{two} Het is waar.{three}")]
    assert unaccounted(Source("letter.txt", text), document) == {}


def test_a_list_at_the_end_is_no_notes() -> None:
    for items in ("* tijd;\n* geld.", "* tijd;\n\n* geld.", "i Een.\nii Twee.", "**Let op** dit."):
        letter = json_of(f"Vraag 1\nA?\n\nAntwoord 1\nTwee punten:\n\n{items}\n")
        assert letter["footnotes"] == []
    letter = json_of("Vraag 1\nA*?\n\nAntwoord 1\nPunten:\n\n* tijd;\n\n* geld.\n")
    assert letter["footnotes"] == []


def test_the_heading_of_a_chapter_is_no_signature() -> None:
    assert json_of("Lijst\n\nI. Algemeen\n\nVraag 1\nA?\n\nAntwoord\nJa.")["signature"] == []
    letter = json_of(
        "Brief.\n\nA. Inleiding\n\nHierbij.\n\nB. Opbouw van de brief\n\nZo.\n\n"
        "A. Naam\nStaatssecretaris van Zee\n\nVraag 1\nA?\n\nAntwoord\nJa.\n\nC. Slot"
    )
    assert letter["signature"] == ["A. Naam", "Staatssecretaris van Zee"]


def test_answers_without_a_label_are_parted_at_the_last_question_mark() -> None:
    text = (
        "Hierbij de {}.\n\n1\nHoeveel?\n\nWaarom zo laat?\n\nHet zijn er 12.\n\nToen al.\n\n"
        "2\nWaar?\n\nHier.\n\nHoogachtend,\n\nA.B. Naam"
    )
    answered = json_of(text.format("antwoorden"))
    assert links(answered) == [([1], "Het zijn er 12.\n\nToen al."), ([2], "Hier.")]
    assert [question["text"] for question in answered["questions"]] == [
        "Hoeveel?\n\nWaarom zo laat?",
        "Waar?",
    ]
    assert answered["signature"] == ["Hoogachtend,", "A.B. Naam"]
    assert json_of(text.format("vragen"))["answers"] == []
    for request in ("vragen. Graag uw antwoord", "vragen, die wij verzoeken te beantwoorden"):
        assert json_of(text.format(request))["answers"] == []


@pytest.mark.parametrize(
    "text",
    [
        "V1: Kent u het?\nA1: Ja.\n\nV2: En nu?\nA2: Niets.",
        "V 1. Kent u het?\nA 1. Ja.\n\nV 2. En nu?\nA 2. Niets.",
        "Q1\nKent u het?\n\nA1\nJa.\n\nQ2\nEn nu?\n\nA2\nNiets.",
        "V1 – Kent u het?\n\nV2 – En nu?\n\nA1 – Ja.\n\nA2 – Niets.",
        "V: Kent u het?\nA: Ja.\n\nV: En nu?\nA: Niets.",
        "V: Kent u het? A: Ja.\nV: En nu? A: Niets.",
        "V1: Kent u het? A1: Ja. V2: En nu? A2: Niets.",
        "Vraag 1: Kent u het?\nReactie DB: Ja.\n\nVraag 2: En nu?\nReactie DB: Niets.",
    ],
)
def test_a_letter_may_label_questions_and_answers(text: str) -> None:
    letter = json_of("Geachte leden,\n\nHierbij de antwoorden.\n\n" + text)
    assert [question["text"] for question in letter["questions"]] == ["Kent u het?", "En nu?"]
    assert links(letter) == [([1], "Ja."), ([2], "Niets.")]


def test_letters_may_label_several_questions_below_a_heading() -> None:
    letter = json_of(
        "Antwoorden\n\nV1: A?\nV2: B?\nA1 en 2: X.\nV3 en V4: C?\nA3 en A4: Y.\nV5a: D?\nA5a: Z.\n"
    )
    assert numbers(letter) == [1, 2, [3, 4], "5a"]
    assert links(letter) == [([1, 2], "X."), ([3, 4], "Y."), (["5a"], "Z.")]


def test_a_road_is_no_answer() -> None:
    letter = json_of("V1: Welke wegen?\n\nA1: Twee.\n\nA2 Utrecht en de A4.\n\nA1 Naarden.")
    assert links(letter) == [([1], "Twee.\n\nA2 Utrecht en de A4.\n\nA1 Naarden.")]
    assert not json_of("De A2:\n\nA2 Utrecht.\n\nA1: Naarden.")["answers"]


def test_numbers_below_numbers_are_numbers_of_their_own() -> None:
    letter = json_of(
        "Vraag 1\nA?\nAntwoord 1\nX.\nVraag 2.1\nB?\nAntwoord 2.1\nY.\n"
        "Vraag 2.2. C?\nAntwoord 2.2. Z.\nVraag 3\nD?\nAntwoord\nW."
    )
    assert numbers(letter) == [1, "2.1", "2.2", 3]
    assert links(letter) == [([1], "X."), (["2.1"], "Y."), (["2.2"], "Z."), ([3], "W.")]


@pytest.mark.parametrize(
    ("closing", "signed"),
    [
        (
            "Hoogachtend,\n\nburgemeester en wethouders van Breda,\n\nde secretaris,\t"
            "de burgemeester,\n\nG.G. Haan\tS.A.M. van Dijk",
            ["de secretaris,", "de burgemeester,", "G.G. Haan", "S.A.M. van Dijk"],
        ),
        (
            "Gedeputeerde Staten van Gelderland,\n\nJ. Mark          Anna van Dijk\n"
            "commissaris van de Koning          secretaris",
            ["J. Mark", "Anna van Dijk", "commissaris van de Koning", "secretaris"],
        ),
        (
            "Met vriendelijke groet,\nhet college van burgemeester en wethouders,\n"
            "de secretaris, de burgemeester,\n\nJ. Jansen, P. de Vries",
            ["de secretaris, de burgemeester,", "J. Jansen, P. de Vries"],
        ),
        (
            "namens het college van gedeputeerde staten,\n\nAnna Naam\nvoorzitter\n\nJan Boer\n"
            "provinciesecretaris",
            ["Anna Naam", "voorzitter", "Jan Boer", "provinciesecretaris"],
        ),
        (
            "Burgemeester en wethouders van Breda,\n\nde loco-secretaris,\n\nA. Jansen\n\n"
            "de burgemeester,\n\nC. de Groot",
            ["de loco-secretaris,", "A. Jansen", "de burgemeester,", "C. de Groot"],
        ),
        (
            "Hoogachtend,\n\nJan Boer\nwethouder Zorg en Welzijn",
            ["Jan Boer", "wethouder Zorg en Welzijn"],
        ),
    ],
)
def test_a_college_signs_below_the_last_answer(closing: str, signed: list[str]) -> None:
    letter = json_of(f"Vraag 1\nA?\nAntwoord 1\nJa.\n\n{closing}\n")
    assert links(letter) == [([1], "Ja.")]
    assert letter["signature"][-len(signed) :] == signed
    annex = "Vragen en antwoorden\n\nVraag 1\nA?\nAntwoord 1\nJa."
    above = json_of(f"Geachte raad,\n\nHierbij.\n\n{closing}\n\n{annex}")
    assert above["signature"] == letter["signature"]
    assert above["preamble"].endswith("Vragen en antwoorden")


@pytest.mark.parametrize(
    "text",
    [
        "Dit besluiten:\n\nde burgemeester\n\nde secretaris",
        "Burgemeester en wethouders van Breda\n\nDat was alles.",
        "Het woord is aan\nGedeputeerde Staten van Gelderland",
        "Burgemeester en wethouders van Breda\n\nA. Inleiding",
    ],
)
def test_a_college_that_is_spoken_of_signs_nothing(text: str) -> None:
    assert not json_of(f"Vraag 1\nA?\nAntwoord 1\nJa.\n\n{text}\n")["signature"]


@pytest.mark.parametrize(
    "answers",
    [
        "1. Kent u het bericht?\nJa.\n\n2. Wat vindt u daarvan?\nNiets.",
        "1\nKent u\nhet bericht?\n\nJa.\n\n2\nWat vindt u daarvan?\n\nNiets.",
        "1. Kent u het bericht? Ja.\n\n2. Wat vindt u daarvan? Niets.",
    ],
)
def test_a_question_that_its_answer_repeats_is_set_apart(answers: str) -> None:
    text = f"Vragen\n\n1. Kent u het bericht?\n2. Wat vindt u daarvan?\n\nAntwoorden\n\n{answers}\n"
    letter = json_of(text)
    assert links(letter) == [([1], "Ja."), ([2], "Niets.")]
    repeated = [x["text"] for x in letter["removed"] if x["reason"] == "repeated question"]
    assert " ".join(repeated) == "Kent u het bericht? Wat vindt u daarvan?"
    assert not unaccounted(Source("a.txt", text), parse_text(text))


@pytest.mark.parametrize(
    "again", ["Kent u het «bericht»?", "Kent u het «bericht»?2", "Kent u het «bericht»? [2]"]
)
@pytest.mark.parametrize("answer", ["\n\n1 op de 3.", " Ja."])
def test_the_mark_of_a_note_makes_no_other_question(again: str, answer: str) -> None:
    text = f"Vraag 1\nKent u het «bericht»? 1)\nVraag 2\nWat nu?\nAntwoord 1\n{again}{answer}\n"
    letter = json_of(text)
    assert [given["text"] for given in letter["answers"]] == [answer.strip()]
    assert not unaccounted(Source("a.txt", text), parse_text(text))


@pytest.mark.parametrize(
    "answer",
    ["Kent u het bericht?", "Kent u het bericht van gisteren? Ja.", "Kent u het? Ja, dat bericht."],
)
def test_an_answer_keeps_what_is_not_the_whole_question_and_more(answer: str) -> None:
    letter = json_of(f"Vraag 1\nKent u het bericht?\nAntwoord 1\n{answer}")
    assert links(letter) == [([1], answer)]


@pytest.mark.parametrize("annex", ["Bijlage(n): 1", "Bijlagen: 2", "Bijlage 1\n\nDe cijfers."])
def test_an_annex_may_stand_below_the_signature(annex: str) -> None:
    signed = "de Minister van Zee,\n\nA.B. Naam"
    letter = json_of(f"Vraag 1\nA?\nAntwoord 1\nJa.\n\n{signed}\n\n{annex}\n")
    assert links(letter) == [([1], "Ja.")]
    assert letter["signature"] == ["de Minister van Zee,", "A.B. Naam"]
    assert len(letter["other"]) == 1


@pytest.mark.parametrize("answer", ["Ja.", "Ja.1", "Ja. [3]", "Ja, «zo». 2)"])
@pytest.mark.parametrize(
    "dated",
    [
        "Den Haag, 12 mei 2024",
        "’s-Gravenhage, 3 juni 2011",
        "Alphen aan den Rijn, 12-05-2024",
        "Datum: 12 mei 2024",
        "12 mei 2024",
        "Aldus vastgesteld in de vergadering van 12 mei 2024.",
    ],
)
def test_place_and_date_above_a_signature_belong_to_it(dated: str, answer: str) -> None:
    signed = "Hoogachtend,\n\nde Minister van Zee,\n\nA.B. Naam"
    letter = json_of(f"Vraag 1\nA?\n\nAntwoord 1\n{answer}\n\n{dated}\n\n{signed}\n")
    assert links(letter) == [([1], answer)]
    assert letter["signature"] == [dated, *signed.split("\n\n")]


@pytest.mark.parametrize(
    "answer",
    [
        "12 mei 2024",
        "Op:\n\n10 mei 2024\n\n12 mei 2024",
        "De wet is van kracht.\n\nNieuw is de wet van 12 mei 2024",
    ],
)
def test_a_date_that_an_answer_gives_is_not_signed(answer: str) -> None:
    letter = json_of(
        f"Vraag 1\nWanneer?\n\nAntwoord 1\n{answer}\n\nde Minister van Zee,\n\nA.B. Naam\n"
    )
    assert links(letter) == [([1], answer)]
    assert letter["signature"] == ["de Minister van Zee,", "A.B. Naam"]


@pytest.mark.parametrize(
    "names", [("Juridisch kader", "De rol van gemeenten"), ("I. Wet", "II. Geld")]
)
def test_headings_between_questions_belong_to_no_answer(names: tuple[str, str]) -> None:
    text = (
        f"Inleiding.\n\n{names[0]}\n\nVraag 1\nA? [1]\n\nAntwoord 1\nJa.\n\n{names[1]}\n\n"
        "Vraag 2\nB?\n\nAntwoord 2\nNee.\n\nOverig\n\nVraag 3\nC?\n\nAntwoord 3\nJa."
    )
    letter = json_of(text)
    assert [answer["text"] for answer in letter["answers"]] == ["Ja.", "Nee.", "Ja."]
    assert [other["text"] for other in letter["other"]] == [names[1], "Overig"]
    assert not unaccounted(Source("a.txt", text), parse_text(text))


@pytest.mark.parametrize(
    "ends",
    [
        ("Bron: CBS", "Bron: RIVM"),
        ("- meer agenten", "- minder regels"),
        ("a. meer agenten", "b. minder regels"),
        ("Zie www.cbs.nl", "Zie www.rivm.nl"),
        ("Totaal   12", "Totaal   14"),
    ],
)
def test_short_paragraphs_that_end_answers_are_no_headings(ends: tuple[str, str]) -> None:
    letter = json_of(
        f"Vraag 1\nA?\n\nAntwoord 1\nJa.\n\n{ends[0]}\n\nVraag 2\nB?\n\nAntwoord 2\n"
        f"Nee.\n\n{ends[1]}\n\nVraag 3\nC?\n\nAntwoord 3\nJa."
    )
    assert not letter["other"]


@pytest.mark.parametrize(
    "signed",
    [
        "Femke Marije Wiersma\nMinister van Landbouw, Visserij,\nVoedselzekerheid en Natuur",
        "(w.g.) drs. M.C.G. Keijzer\nStaatssecretaris van Economische Zaken en Klimaat",
        "De Minister van Justitie en Veiligheid,\nnamens deze,\n\n"
        "de Directeur-Generaal Politie,\n\nW. Naam",
        "Gedeputeerde Staten van Noord-Brabant,\nnamens deze,\n\n"
        "mr. J.A.M. Naam,\nafdelingsmanager",
        "Burgemeester en wethouders van Utrecht,\n\nDe secretaris,      De burgemeester,\n\n"
        "Gabrielle Naam      Anna A.M. de Naam",
    ],
)
def test_those_who_sign_with_full_name_or_on_behalf_of_another(signed: str) -> None:
    letter = json_of(f"Vraag 1\nA?\n\nAntwoord 1\nJa.\n\n{signed}\n")
    assert links(letter) == [([1], "Ja.")]
    assert "".join(letter["signature"]).replace(" ", "") == "".join(signed.split())


@pytest.mark.parametrize("stop", [".", ""])
def test_numbers_of_joint_answers_may_stand_in_any_order(stop: str) -> None:
    questions = "".join(f"{number}{stop}\n{letter}?\n\n" for number, letter in enumerate("ABCD", 1))
    letter = json_of(
        f"Vragen\n\n{questions}Antwoord\n\n1 en 3{stop}\nJa, zie ook 2.\n\n2 en 4{stop}\nNee.\n"
    )
    assert links(letter) == [([1, 3], "Ja, zie ook 2."), ([2, 4], "Nee.")]


def test_labels_of_the_long_form_stand_inside_a_line() -> None:
    letter = json_of(
        "Vraag 1 Kent u dit? Beantwoording vraag 1 Ja. Vraag 2 Wat nu? Beantwoording vraag 2 Niets."
    )
    assert links(letter) == [([1], "Ja."), ([2], "Niets.")]


@pytest.mark.parametrize(
    "said",
    [
        "Ik vertrouw erop u hiermee voldoende te hebben geïnformeerd.",
        "Wij gaan ervan uit dat wij uw vragen\nhiermee naar tevredenheid hebben beantwoord.",
        "Hiermee hoop ik u van dienst te zijn geweest.",
    ],
)
def test_what_takes_leave_above_a_signature_is_no_answer(said: str) -> None:
    signed = "Hoogachtend,\n\nde Minister van Zee,\n\nA.B. Naam\n"
    letter = json_of(f"Vraag 1\nA?\n\nAntwoord 1\nJa.\n\n{said}\n\n{signed}")
    assert links(letter) == [([1], "Ja.")]
    assert [other["text"] for other in letter["other"]] == [" ".join(said.split())]
    assert letter["signature"][-1] == "A.B. Naam"
    alone = json_of(f"Vraag 1\nA?\n\nAntwoord 1\n{said}\n\n{signed}")
    assert links(alone) == [([1], " ".join(said.split()))]


@pytest.mark.parametrize(
    "hoped",
    [
        "Ik hoop dat de gemeente dan is geïnformeerd over de gevolgen, die ik nog onderzoek.",
        "Ik verwacht dat de gemeente hierover voldoende is geïnformeerd.",
        "Ik ga ervan uit dat uw Kamer in mei is ingelicht.",
    ],
)
def test_hopes_in_an_answer_stay_there(hoped: str) -> None:
    letter = json_of(
        f"Vraag 1\nA?\n\nAntwoord 1\nJa.\n\n{hoped}\n\nde Minister van Zee,\n\nA.B. Naam\n"
    )
    assert links(letter) == [([1], f"Ja.\n\n{hoped}")]


def test_abbreviated_labels_leave_the_lists_of_an_answer_in_it() -> None:
    letter = json_of(
        "Antwoorden op vragen over treinen.\n\nVr. 1\nKent u dat?\n\nAntw. 1\nJa.\n\n"
        "Vr. 2\nWat doet u?\n\nAntw. 2\nIk doe dit:\n1. sporen;\n2. treinen.\n"
    )
    assert numbers(letter) == [1, 2]
    assert links(letter) == [([1], "Ja."), ([2], "Ik doe dit:\n\n1. sporen;\n\n2. treinen.")]


def test_a_reaction_below_a_question_is_its_answer() -> None:
    letter = json_of(
        "Vraag 1\nA?\n\nReactie\nJa.\n\nVraag 2: B?\nReactie college: Nee.\nReactie bewoners: zie "
        "bijlage.\n\nVraag 3: Hoe is de\nreactie: goed of niet?\nReactie: Goed.\n"
    )
    assert numbers(letter) == [1, 2, 3]
    assert links(letter) == [
        ([1], "Ja."),
        ([2], "Nee. Reactie bewoners: zie bijlage."),
        ([3], "Goed."),
    ]


def test_an_island_signs() -> None:
    signed = [
        "Het Bestuurscollege van het Openbaar Lichaam Saba,",
        "de Gezaghebber, J. Naam",
        "de Eilandsecretaris, N. Naam",
    ]
    letter = json_of("Vraag 1\nA?\n\nAntwoord BC:\nJa.\n\n" + "\n".join(signed))
    assert links(letter) == [([1], "Ja.")]
    assert letter["signature"] == signed
