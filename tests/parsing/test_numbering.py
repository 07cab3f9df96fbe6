"""Questions and answers with no label but a number, and the numbered lists inside them."""

from __future__ import annotations

from typing import Any

import pytest

from letters import json_of, links, numbers


def asked(letter: dict[str, Any]) -> list[tuple[Any, str]]:
    return [(q["number"], q["text"].replace("\n\n", " ")) for q in letter["questions"]]


def answered(letter: dict[str, Any]) -> list[tuple[list[Any], str]]:
    return [(a["for"], a["text"].replace("\n\n", " ")) for a in letter["answers"]]


def test_answers_with_numbers_keep_their_lists() -> None:
    letter = json_of(
        "Antwoorden op vragen over de opvang.\n\n1. Hoeveel?\n2. Wat doet u?\n3. Klopt dat?\n"
        "4. Wanneer?\n\nAntwoorden\n\n1. Veel.\n\n2. Ik doe dit:\n1. Geld.\n2. Huizen.\n"
        "3. Overleg.\nDit begint nu.\n\n3. Nee, want:\n1. kosten;\n2. baten.\n\n4. Morgen.\n"
    )
    assert answered(letter) == [
        ([1], "Veel."),
        ([2], "Ik doe dit: 1. Geld. 2. Huizen. 3. Overleg. Dit begint nu."),
        ([3], "Nee, want: 1. kosten; 2. baten."),
        ([4], "Morgen."),
    ]


def test_a_list_may_end_right_before_the_number_that_would_go_on_with_it() -> None:
    letter = json_of(
        "Vraag 1\nA?\nVraag 2\nB?\nVraag 3\nC?\n\nAntwoorden\n\n1. Ja.\n2. Dat zijn:\n1. dit;\n"
        "2. dat.\n3. Drie stappen:\n1. een;\n2. twee;\n3. drie.\n"
    )
    assert answered(letter) == [
        ([1], "Ja."),
        ([2], "Dat zijn: 1. dit; 2. dat."),
        ([3], "Drie stappen: 1. een; 2. twee; 3. drie."),
    ]


def test_lists_in_answers_without_a_label_are_no_questions() -> None:
    letter = json_of(
        "Antwoorden van de minister van Zee op vragen over ziekenhuizen.\n\n"
        "1.\nKent u dit bericht?\n\nJa.\n\n2.\nWaarom sluit het?\n\nEr zijn drie redenen:\n"
        "1. personeel;\n2. geld;\n3. afstand.\n\n3.\nVindt u dat goed?\n\nNee.\n\n"
        "4.\nWat doet u?\n\nNiets.\n"
    )
    assert asked(letter) == [
        (1, "Kent u dit bericht?"),
        (2, "Waarom sluit het?"),
        (3, "Vindt u dat goed?"),
        (4, "Wat doet u?"),
    ]
    assert answered(letter) == [
        ([1], "Ja."),
        ([2], "Er zijn drie redenen: 1. personeel; 2. geld; 3. afstand."),
        ([3], "Nee."),
        ([4], "Niets."),
    ]


def test_lists_in_questions_stay_there() -> None:
    letter = json_of(
        "Antwoorden op vragen over mest.\n\n1. Wat kost:\n1. de afvoer;\n2. de bewerking;\n"
        "3. de export?\nAntwoord: Veel.\n\n2. Kunt u aangeven:\n1. hoeveel er stoppen?\n"
        "2. hoeveel er krimpen?\nAntwoord: Nee.\n\n3. Wanneer?\nAntwoord: In mei.\n"
    )
    assert asked(letter) == [
        (1, "Wat kost: 1. de afvoer; 2. de bewerking; 3. de export?"),
        (2, "Kunt u aangeven: 1. hoeveel er stoppen? 2. hoeveel er krimpen?"),
        (3, "Wanneer?"),
    ]
    assert answered(letter) == [([1], "Veel."), ([2], "Nee."), ([3], "In mei.")]


def test_facts_counted_above_the_questions_are_no_questions() -> None:
    letter = json_of(
        "Schriftelijke vragen van de fractie\n\nFeiten:\n1. De huren stijgen.\n2. De lonen.\n\n"
        "Daarom vragen wij:\n\n1. Hoeveel?\n2. Waarom?\n3. Wat nu?\n"
    )
    assert asked(letter) == [(1, "Hoeveel?"), (2, "Waarom?"), (3, "Wat nu?")]


def test_numbers_with_letters_count_up_too() -> None:
    letter = json_of(
        "1a. Kent u de wet?\nAntwoord:\nJa.\n\n1b. Werkt zij?\nAntwoord:\nNee.\n\n"
        "2. Hoe lang nog?\nAntwoord:\nTot mei.\n\n2a. Waarom?\nAntwoord:\nDaarom.\n"
    )
    assert answered(letter) == [
        (["1a"], "Ja."),
        (["1b"], "Nee."),
        ([2], "Tot mei."),
        (["2a"], "Daarom."),
    ]


def test_an_answer_may_stand_right_below_its_question() -> None:
    letter = json_of(
        "Beantwoording raadsvragen\n\n1. Kent u het rapport?\nJa.\n2. Wat nu? Klopt\nhet wel?\n"
        "Zeker.\n3. Wat doet u?\nTwee dingen:\n1. praten;\n2. proeven.\n4. Wanneer?\nIn mei.\n"
    )
    assert asked(letter)[1] == (2, "Wat nu? Klopt het wel?")
    assert answered(letter) == [
        ([1], "Ja."),
        ([2], "Zeker."),
        ([3], "Twee dingen: 1. praten; 2. proeven."),
        ([4], "In mei."),
    ]


def test_numbers_begin_anew_below_a_further_title() -> None:
    letter = json_of(
        "Brief.\n\nVragen van het lid A over havens\n\n1. Kent u dit?\n\nAntwoord:\nJa.\n\n"
        "2. Wat doet u?\n\nAntwoord:\nDit:\n1. scans;\n2. toezicht;\n3. straf.\n\n"
        "Vragen van het lid B over schepen\n\n1. Hoeveel?\n\nAntwoord:\nTien.\n\n"
        "2. Is dat genoeg?\n\nAntwoord:\nNee.\n"
    )
    assert asked(letter) == [
        (1, "Kent u dit?"),
        (2, "Wat doet u?"),
        (1, "Hoeveel?"),
        (2, "Is dat genoeg?"),
    ]
    assert answered(letter) == [
        ([1], "Ja."),
        ([2], "Dit: 1. scans; 2. toezicht; 3. straf."),
        ([1], "Tien."),
        ([2], "Nee."),
    ]


def test_roman_numbers_count_up_too() -> None:
    letter = json_of("I\nHoeveel?\n\nII\nWaarom?\n\nAntwoord I\nTien.\n\nAntwoord II\nDaarom.\n")
    assert asked(letter) == [(1, "Hoeveel?"), (2, "Waarom?")]
    assert answered(letter) == [([1], "Tien."), ([2], "Daarom.")]


def test_roman_numbers_behind_a_letter_are_words() -> None:
    letter = json_of("V1: Wat is dat?\nA1: Dit:\nAI: machines.\nV2: Wat kost het?\nA2: Niets.\n")
    assert answered(letter) == [([1], "Dit: AI: machines."), ([2], "Niets.")]


def test_a_long_list_in_an_answer_counts_no_further_question() -> None:
    letter = json_of(
        "Vragen van het lid A over recht\n\n1. Hoeveel?\n2. Wat doet u?\n\nAntwoord op vraag 1:\n"
        "In:\n1. A;\n2. B;\n3. C;\n4. D.\n\nAntwoord op vraag 2:\nWerven.\n"
    )
    assert asked(letter) == [(1, "Hoeveel?"), (2, "Wat doet u?")]
    assert answered(letter) == [([1], "In: 1. A; 2. B; 3. C; 4. D."), ([2], "Werven.")]


def test_ad_and_a_number_is_a_label_where_no_answer_has_another() -> None:
    letter = json_of(
        "De fractie vraagt:\n\n1. Hoeveel?\n2. Wie?\n3. Wat doet u?\n\nWij antwoorden:\n\n"
        "Ad 1 en 2.\nTien.\n\nAd 3. Dit:\n1. geld;\n2. tijd.\n"
    )
    assert [q["number"] for q in letter["questions"]] == [1, 2, 3]
    assert answered(letter) == [([1, 2], "Tien."), ([3], "Dit: 1. geld; 2. tijd.")]
    inside = json_of("Vraag 1\nWelke?\nAntwoord 1\nTwee:\nAd 1. Een verbod.\nAd 2. Een heffing.\n")
    assert answered(inside) == [([1], "Twee: Ad 1. Een verbod. Ad 2. Een heffing.")]


@pytest.mark.parametrize("marks", ["a. b. c.", "(1) (2) (3)", "1/ 2/ 3/", "a) b) c)", "A. B. C."])
def test_questions_may_be_counted_in_other_ways(marks: str) -> None:
    first, second, third = marks.split()
    letter = json_of(
        f"Vragen van de fractie A\n\n{first} Kent u dit?\nAntwoord: Ja.\n{second} Wat kost het?\n"
        f"Antwoord: Veel:\n{first} geld;\n{second} tijd.\n{third} Wanneer?\nAntwoord: In mei.\n"
    )
    assert asked(letter) == [(1, "Kent u dit?"), (2, "Wat kost het?"), (3, "Wanneer?")]
    assert [numbers for numbers, _ in answered(letter)] == [[1], [2], [3]]


def test_numbers_that_begin_below_the_first_answer_are_of_lists() -> None:
    letter = json_of(
        "Antwoorden op vragen van de fractie A\n\nKent u dit?\n\nAntwoord: Ja:\n1. een brug;\n"
        "2. een tunnel.\n\nWat kost het?\n\nAntwoord: Veel.\n"
    )
    assert asked(letter) == [(1, "Kent u dit?"), (2, "Wat kost het?")]
    assert answered(letter) == [([1], "Ja: 1. een brug; 2. een tunnel."), ([2], "Veel.")]


def test_a_heading_above_the_questions_is_no_first_answer() -> None:
    letter = json_of(
        "Antwoorden\n\n1. Kent u dit?\nAntwoord: Ja.\n2. Wat kost het?\nAntwoord: Veel.\n"
    )
    assert asked(letter) == [(1, "Kent u dit?"), (2, "Wat kost het?")]


def test_numbers_begin_anew_below_each_title_where_no_answer_has_a_label() -> None:
    letter = json_of(
        "Antwoorden op raadsvragen\n\nVragen van de fractie A\n\n1. Hoeveel bomen?\n\nTien.\n\n"
        "2. Waar?\n\nIn het park.\n\nVragen van de fractie B\n\n1. Hoeveel banken?\n\nVijf.\n\n"
        "2. Waarom?\n\nDaarom.\n"
    )
    assert [number for number, _ in asked(letter)] == [1, 2, 1, 2]
    assert answered(letter) == [
        ([1], "Tien."),
        ([2], "In het park."),
        ([1], "Vijf."),
        ([2], "Daarom."),
    ]
    assert "Vragen van de fractie B" in letter["title"]


def test_answers_counted_below_a_heading_that_says_who_gives_them() -> None:
    letter = json_of(
        "Vragen van de fractie A\n\n1. Hoeveel?\n2. Waar?\n\nBeantwoording door het college\n\n"
        "1. Tien.\n2. In:\n1. het park;\n2. het bos.\n"
    )
    assert answered(letter) == [([1], "Tien."), ([2], "In: 1. het park; 2. het bos.")]


@pytest.mark.parametrize(
    "text",
    [
        "1. Vraag: Is het 2 km? Antwoord: Ja. 2. Vraag: Waarom? Antwoord: Daarom.",
        "1. Vraag: Is het 2 km? Antwoord: Ja.\n2. Vraag: Waarom? Antwoord: Daarom.",
        "1. Vraag\nIs het 2 km?\n1. Antwoord\nJa.\n\n2. Vraag\nWaarom?\n2. Antwoord\nDaarom.",
        "1 Is het 2 km? Antwoord: Ja.\n2 Waarom? Antwoord: Daarom.",
    ],
)
def test_a_number_before_the_question_is_its_own(text: str) -> None:
    letter = json_of(f"Hierbij de antwoorden.\n\n{text}\n")
    assert letter["preamble"] == "Hierbij de antwoorden."
    assert asked(letter) == [(1, "Is het 2 km?"), (2, "Waarom?")]
    assert answered(letter) == [([1], "Ja."), ([2], "Daarom.")]


def test_a_list_without_stops_in_an_answer_counts_no_question() -> None:
    letter = json_of("1 A?\nAntwoord: Twee:\n1 Dit.\n2 Dat.\n2 B?\nAntwoord: Nee.\n")
    assert asked(letter) == [(1, "A?"), (2, "B?")]
    assert answered(letter)[1] == ([2], "Nee.")


def test_a_chapter_is_no_question() -> None:
    letter = json_of("1. Vraag\nHet lid Naam vroeg dit.\n\nVraag 1\nA?\nAntwoord 1\nJa.\n")
    assert asked(letter) == [(1, "A?")]


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


@pytest.mark.parametrize("stop", [".", ""])
def test_numbers_of_joint_answers_may_stand_in_any_order(stop: str) -> None:
    questions = "".join(f"{number}{stop}\n{letter}?\n\n" for number, letter in enumerate("ABCD", 1))
    letter = json_of(
        f"Vragen\n\n{questions}Antwoord\n\n1 en 3{stop}\nJa, zie ook 2.\n\n2 en 4{stop}\nNee.\n"
    )
    assert links(letter) == [([1, 3], "Ja, zie ook 2."), ([2, 4], "Nee.")]


def test_numbers_begin_anew_below_the_heading_of_who_asks() -> None:
    letter = json_of(
        "Vragen uit de commissie\n\nFractie A\n\n1. Hoeveel?\nAntwoord: Tien.\n2. Wanneer?\n"
        "Antwoord: Morgen.\n\nFractie B\n\n1. Wie?\nAntwoord: Twee:\n1. jan;\n2. piet.\n"
    )
    assert answered(letter) == [([1], "Tien."), ([2], "Morgen."), ([1], "Twee: 1. jan; 2. piet.")]
    assert [question["text"] for question in letter["questions"]] == [
        "Hoeveel?",
        "Wanneer?",
        "Wie?",
    ]


def test_a_roman_number_may_stand_before_its_question() -> None:
    letter = json_of("I. Wie?\nAntwoord\nJan.\n\nII. Wanneer?\nAntwoord\nMorgen.\n")
    assert [question["text"] for question in letter["questions"]] == ["Wie?", "Wanneer?"]


@pytest.mark.parametrize("stop", ["", "."])
def test_some_questions_out_of_a_list_keep_their_numbers(stop: str) -> None:
    letter = json_of(
        f"37{stop}\nHoeveel?\n\nAntwoord\nTien.\n\n38{stop}\nWie?\n\nAntwoord\nJan.\n\n"
        f"41{stop}\nWaar?\n\nAntwoord\nHier.\n"
    )
    assert answered(letter) == [([37], "Tien."), ([38], "Jan."), ([41], "Hier.")]


def test_ad_and_a_number_may_stand_below_the_heading_of_the_answers() -> None:
    letter = json_of("Vragen:\n1. Wie?\n2. Wat?\n\nAntwoorden:\nAd 1.\nJan.\nAd 2.\nDit.\n")
    assert answered(letter) == [([1], "Jan."), ([2], "Dit.")]


def test_a_heading_above_numbers_that_the_answer_repeats_is_no_question() -> None:
    letter = json_of(
        "Brief\n\nVraag\nGraag antwoord.\n1. Wie?\n2. Wat?\n\nAntwoord\n1. Jan.\n2. Dit.\n"
    )
    assert answered(letter) == [([1], "Jan."), ([2], "Dit.")]
    assert letter["preamble"] == "Graag antwoord."


def test_numbers_alone_may_stand_above_questions_and_again_above_answers() -> None:
    letter = json_of("Antwoorden op vragen over bos\n\n1\nWie?\n\n1\nJan.\n\n2\nWat?\n\n2\nDit.\n")
    assert answered(letter) == [([1], "Jan."), ([2], "Dit.")]


@pytest.mark.parametrize("stop", ["", "."])
@pytest.mark.parametrize("answer", ["Antwoord", "Antwoord:"])
def test_numbers_inside_a_long_line_stand_above_bare_answers(stop: str, answer: str) -> None:
    filler = "Dit is een lange zin over het beleid van de regering. " * 10
    letter = json_of(
        f"AH 5 Antwoord van minister A (B) (ontvangen 3 mei 2024) 1{stop} Wie? Nr. 7 Wat? {answer} "
        f"Jan. {filler}2{stop} Waar? {answer} Hier. {filler}3{stop} Hoe? {answer} Zo."
    )
    assert [question["text"] for question in letter["questions"]] == [
        "Wie? Nr. 7 Wat?",
        "Waar?",
        "Hoe?",
    ]
    assert answered(letter)[2] == ([3], "Zo.")
    assert [each["for"] for each in letter["answers"]] == [[1], [2], [3]]


def test_printed_lines_may_break_running_text_behind_a_number() -> None:
    letter = json_of(
        "De haven.\n\nDe haven groeit, zegt de pers. Zij wil meer.\n1. Hoeveel schepen zijn er?2. "
        "Wat\nwogen zij?3.\nWie laadt ze? Nr. 4\nis de kade.\n\nANTWOORD\n\n1. Tien, in alle "
        "havens samen. 2.\nen 3. Dat is niet\nbekend.\n"
    )
    assert [question["text"] for question in letter["questions"]] == [
        "Hoeveel schepen zijn er?",
        "Wat wogen zij?",
        "Wie laadt ze? Nr. 4 is de kade.",
    ]
    assert answered(letter) == [
        ([1], "Tien, in alle havens samen."),
        ([2, 3], "Dat is niet bekend."),
    ]


def test_the_mark_of_a_note_that_ends_a_line_is_no_number_of_a_question() -> None:
    filler = "Dit is een lange zin over het beleid van de regering. " * 10
    letter = json_of(f"Brief\n\n{filler}Kent u dit? 1)\nWat vindt u?\n\n1) Trouw, 3 mei.\n")
    assert [question["number"] for question in letter["questions"]] == [1, 2]
    assert "Kent u dit? 1)" in letter["questions"][0]["text"]


@pytest.mark.parametrize("stop", ["", "."])
def test_numbers_alone_may_head_one_question(stop: str) -> None:
    head = "Vragen van het lid A (B) over bos (ingezonden 3 mei 2021)\n\n"
    asked = f"1{stop}\nKent u dit?\n\n"
    for between, again in (
        ("Antwoord\n", ""),
        ("Antwoord op vraag 1\n", ""),
        ("Antwoord van minister C (Zee) (ontvangen 4 mei 2021)\n\n", f"1{stop}\n"),
        ("Antwoorden\n\n", f"1{stop}\n"),
    ):
        letter = json_of(f"{head}{asked}{between}{again}Ja.\n")
        assert [question["text"] for question in letter["questions"]] == ["Kent u dit?"]
        assert answered(letter) == [([1], "Ja.")]


def test_the_only_answer_keeps_its_list() -> None:
    letter = json_of("Brief\n\n1.\nWat?\n\nAntwoord\n1. Dit.\n2. Dat.\n")
    assert letter["answers"][0]["text"].startswith("1. Dit.")


def test_the_numbers_of_all_questions_may_head_one_answer_to_them() -> None:
    letter = json_of("Brief\n\n1. Wie?\n2. Wat?\n3. Hoe?\n\nANTWOORD\n\n1-3. Dat is niet bekend.\n")
    assert answered(letter) == [([1, 2, 3], "Dat is niet bekend.")]


def test_a_number_may_stand_below_a_joint_label_that_passes_it_over() -> None:
    letter = json_of(
        "Antwoorden op vragen over bos\n\n1, 2 en 4.\nWie?\n\nAntwoord\nJan.\n\n3.\nHoe?\n\n"
        "Antwoord\n1. Zo.\n2. En zo.\n\n5.\nWat?\n\nAntwoord\nDit.\n"
    )
    assert [question["number"] for question in letter["questions"]] == [[1, 2, 4], 3, 5]
    assert [answer["for"] for answer in letter["answers"]] == [[1, 2, 4], [3], [5]]


@pytest.mark.parametrize("sign", ["", "*", "_"])
def test_a_bare_number_may_stand_before_each_question_where_no_answer_has_a_label(
    sign: str,
) -> None:
    counted = [f"1 {sign}Kent u dit?{sign}", f"2 {sign}Wat vindt u ervan?{sign}"]
    letter = json_of(
        f"Antwoorden op vragen van het lid Vos\n\n{counted[0]}\n\nJa.\n\n{counted[1]}\n\nNiets.\n"
    )
    assert [q["label"] for q in letter["questions"]] == ["1", "2"]
    assert asked(letter) == [(1, counted[0][2:]), (2, counted[1][2:])]
    assert answered(letter) == [([1], "Ja."), ([2], "Niets.")]
    assert asked(json_of("\n\n".join(["Vragen van het lid Vos", *counted]))) == asked(letter)


def test_bare_numbers_of_what_does_not_ask_are_text() -> None:
    letter = json_of(
        "Vragen van het lid Vos\n\nKent u dit?\n\n1 Januari is nat.\n2 Mei ook.\n\nWaarom?"
    )
    assert asked(letter) == [(1, "Kent u dit? 1 Januari is nat. 2 Mei ook."), (2, "Waarom?")]


def test_bare_numbers_below_a_heading_are_those_of_answers_and_not_of_notes() -> None:
    letter = json_of(
        "Antwoorden op vragen van het lid Vos\n\n1 Kent u dit?\n\n2 Wat vindt u ervan?\n\n"
        "Antwoord\n\n1 Ja.\n\n2 Daar vind ik niets van.\n"
    )
    assert letter["footnotes"] == []
    assert answered(letter) == [([1], "Ja."), ([2], "Daar vind ik niets van.")]


@pytest.mark.parametrize(
    ("mark", "heading"),
    [("Vraag {}\n", "Antwoorden\n\n"), ("{}. ", "Antwoord\n\n"), ("{}. ", "")],
)
def test_answers_labelled_by_number_alone_may_stand_in_any_order(mark: str, heading: str) -> None:
    questions = (f"{mark.format(n)}{q}\n\n" for n, q in enumerate(("A?", "B?", "C?"), 1))
    letter = json_of(
        f"Antwoorden op vragen van het lid Vos\n\n{''.join(questions)}{heading}"
        "3. Nee.\n\n1. Ja.\n\n2. Dat weet ik niet.\n"
    )
    assert links(letter) == [([3], "Nee."), ([1], "Ja."), ([2], "Dat weet ik niet.")]


def test_joint_answers_labelled_by_number_alone_may_stand_in_any_order() -> None:
    letter = json_of(
        "Vraag 1\nA?\nVraag 2\nB?\nVraag 3\nC?\n\nAntwoord\n\n2. Ja.\n\n1 en 3. Nee.\n"
    )
    assert links(letter) == [([2], "Ja."), ([1, 3], "Nee.")]


def test_a_list_that_counts_down_inside_an_answer_is_no_answers() -> None:
    letter = json_of(
        "Vraag 1\nA?\nVraag 2\nB?\n\nAntwoord\n\nIk noem twee punten.\n\n2. Geld.\n\n1. Tijd.\n"
    )
    assert numbers(letter) == [1, 2]
    assert answered(letter) == [([1, 2], "Ik noem twee punten. 2. Geld. 1. Tijd.")]
