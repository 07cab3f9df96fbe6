"""Letters whose questions, or answers, have no label of their own."""

from __future__ import annotations

import pytest

from letters import json_of, links, numbers

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


ASKED = "Geachte voorzitter,\n\n{} ik de vragen van het lid Jansen (ABC) over olie.\n\n"
BEHIND = (
    "1. Kent u het bericht ‘Wie betaalt dat?’ van 3 mei? Ja.\n\n"
    "2. Hoeveel wordt\nbetaald? Zo nee, waarom\nniet? Er wordt 12.000 euro\nbetaald. "
    "Dat is\nmeer.\n\n"
    "3. Wat is het aandeel? 40%.\n"
)


def test_an_answer_may_stand_behind_its_question() -> None:
    letter = json_of(ASKED.format("Hierbij beantwoord") + BEHIND)
    assert [question["text"] for question in letter["questions"]] == [
        "Kent u het bericht ‘Wie betaalt dat?’ van 3 mei?",
        "Hoeveel wordt betaald? Zo nee, waarom niet?",
        "Wat is het aandeel?",
    ]
    assert links(letter) == [
        ([1], "Ja."),
        ([2], "Er wordt 12.000 euro betaald. Dat is meer."),
        ([3], "40%."),
    ]


def test_what_stands_behind_a_question_in_a_letter_that_asks_is_no_answer() -> None:
    letter = json_of(ASKED.format("Graag een antwoord: hierbij stel") + BEHIND)
    assert len(letter["questions"]) == 3
    assert not letter["answers"]


@pytest.mark.parametrize("gap", ["\n", " "])
def test_an_answer_may_repeat_the_number_of_its_question(gap: str) -> None:
    text = "Hierbij de antwoorden op de vragen van het lid A. " * (1 if gap == "\n" else 12)
    text += gap.join(["", "1. Kent u dit? Wat vindt u?", "1. Ja. Niets.", "2. Hoe?", "2. Zo."])
    letter = json_of(text)
    assert [question["text"] for question in letter["questions"]] == [
        "Kent u dit? Wat vindt u?",
        "Hoe?",
    ]
    assert links(letter) == [([1], "Ja. Niets."), ([2], "Zo.")]


def test_an_answer_may_repeat_the_numbers_of_several_questions() -> None:
    letter = json_of(
        "Antwoorden op vragen over de brug.\n\n1\nKent u de brug?\n\n1\nIk ken haar.\n\n"
        "2\nIs zij oud?\n\n3\nWie beheert haar?\n\n2 en 3\nZij is van 1932.\n"
    )
    assert numbers(letter) == [1, 2, 3]
    assert links(letter) == [([1], "Ik ken haar."), ([2, 3], "Zij is van 1932.")]


def test_answers_without_a_heading_may_repeat_the_numbers_of_all_questions() -> None:
    letter = json_of(
        "Antwoorden op vragen over bos\n\n1. Wie?\n2. Wat?\n\n1. Jan.\n2. Dit:\n- a\n- b\n"
    )
    assert numbers(letter) == [1, 2]
    assert links(letter) == [([1], "Jan."), ([2], "Dit:\n\n- a\n\n- b")]


def test_numbers_in_a_letter_that_only_answers_are_those_of_answers() -> None:
    letter = json_of("Op uw vragen antwoord ik als volgt.\n\n1. en 2.\nDat is zo.\n\n3.\nNee.\n")
    assert not letter["questions"]
    assert links(letter) == [([1, 2], "Dat is zo."), ([3], "Nee.")]


def test_questions_that_are_asked_often_have_their_answers_below_them() -> None:
    letter = json_of(
        "Veelgestelde vragen over bos\n\nWie mag er in?\nIedereen.\n\nHoe laat?\nAltijd.\n"
    )
    assert links(letter) == [([1], "Iedereen."), ([2], "Altijd.")]


def test_members_ask_above_one_chapter_with_all_answers() -> None:
    letter = json_of(
        "Verslag\n\nDe leden van de ABC-fractie lazen de stukken. Wanneer komt de wet?\n\n"
        "Vragen en opmerkingen van de leden van de DEF-fractie\n\n"
        "De leden van de DEF-fractie vragen naar de risico’s.\n\n"
        "II Antwoord van de Minister\n\nIn mei. Er zijn er geen.\n"
    )
    assert [question["text"][:30] for question in letter["questions"]] == [
        "De leden van de ABC-fractie la",
        "De leden van de DEF-fractie vr",
    ]
    assert links(letter) == [([1, 2], "In mei. Er zijn er geen.")]


def test_the_only_question_of_running_text_may_begin_in_a_line_above_its_mark() -> None:
    letter = json_of(
        "De brug.\n\nDe brug is oud, en dat is\nbekend. Kunt u zeggen wanneer\nzij nieuw wordt, of "
        "niet? Graag\nper deel.\n\nANTWOORD\n\nIn mei.\n"
    )
    assert [question["text"] for question in letter["questions"]] == [
        "Kunt u zeggen wanneer zij nieuw wordt, of niet? Graag per deel."
    ]
    assert letter["preamble"] == "De brug is oud, en dat is bekend."


def test_a_title_that_is_a_paragraph_ends_with_its_line() -> None:
    title = (
        "Vragen van de leden A (B) en C (D) aan de minister van E over ‘" + "een lang bericht " * 6
    )
    letter = json_of(f"{title}’\nKent u dit bericht?\nWat vindt u ervan?\n")
    assert letter["title"] == title + "’"
    assert numbers(letter) == [1, 2]


def test_an_answer_without_a_label_may_be_to_questions_that_only_ask() -> None:
    letter = json_of(
        "Antwoorden op vragen over bos\n\n1. Wie? Zo nee, waarom niet?\n\n2. Wat?\n\nJan.\n\n"
        "3. Hoe?\n\nZo.\n"
    )
    assert letter["questions"][0]["text"] == "Wie? Zo nee, waarom niet?"
    assert links(letter) == [([1, 2], "Jan."), ([3], "Zo.")]


def test_a_question_without_a_label_may_run_over_the_end_of_a_page() -> None:
    letter = json_of(
        "Vragen van het lid A (B) over bos\n\nKent u het bos?\n\nWie beheert\n\n1\n\f\nhet bos?\n\n"
        "Wat kost dat?\n\n2\n\f"
    )
    assert [question["text"] for question in letter["questions"]] == [
        "Kent u het bos?",
        "Wie beheert het bos?",
        "Wat kost dat?",
    ]
