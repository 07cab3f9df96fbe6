"""Questions and answers under labels: which belong together, and what belongs to neither."""

from __future__ import annotations

import pytest

from letters import json_of, links, numbers, parse_text, unaccounted
from vertaal.types import Source


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


def test_a_list_in_a_joint_answer_is_no_answers() -> None:
    letter = json_of(
        "Vraag 1\nA?\n\nVraag 2\nB?\n\nVraag 3\nC?\n\nAntwoord\nWij nemen twee maatregelen:\n"
        "1. Meer agenten.\n2. Minder regels.\nDaarmee zijn alle vragen beantwoord.\n"
    )
    [(asked, text)] = links(letter)
    assert asked == [1, 2, 3]
    assert text.startswith("Wij nemen")
    assert text.endswith("beantwoord.")


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


@pytest.mark.parametrize(
    ("second", "goes_on"),
    [
        ("van het lid Jansen (VVD) over de zorg.", True),
        ("over de zorg.", True),
        ("Over de zorg stelt het lid Jansen een vraag.", False),
        ("vanuit de zorg komen signalen.", False),
    ],
)
def test_a_title_goes_on_in_a_paragraph_that_no_sentence_begins(second: str, goes_on: bool) -> None:
    title = "Antwoorden van de minister van Financiën op Kamervragen"
    letter = json_of(f"{title}\n\n{second}\n\nVraag 1\nA?\nAntwoord 1\nJa.")
    assert letter["title"] == (f"{title} {second}" if goes_on else title)
    assert goes_on or letter["preamble"] == second


@pytest.mark.parametrize(
    "title",
    [
        "Beantwoording raadsvragen over de sluiting van het zwembad",
        "Antwoorden schriftelijke statenvragen inzake de N34",
        "Beantwoording artikel 38-vragen van de fractie van de VVD",
        "Beantwoording Kamervragen over de wachttijden",
        "Beantwoording schriftelijke vragen van de leden A en B over bijen",
    ],
)
def test_councils_and_provinces_title_their_answers(title: str) -> None:
    letter = json_of(f"{title}\n\nGeachte raad,\n\nVraag 1\nA?\nAntwoord 1\nJa.")
    assert letter["title"] == title


def test_the_subject_of_a_letter_is_not_its_title() -> None:
    title = "Antwoorden van de minister van Zee op vragen van het lid A (B) over vis"
    letter = json_of(
        f"Geachte voorzitter,\n\nBeantwoording Kamervragen over vis\n\nHierbij de antwoorden.\n\n"
        f"{title}\n\nVraag 1\nA?\nAntwoord 1\nJa."
    )
    assert letter["title"] == title


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


def test_labels_of_the_long_form_stand_inside_a_line() -> None:
    letter = json_of(
        "Vraag 1 Kent u dit? Beantwoording vraag 1 Ja. Vraag 2 Wat nu? Beantwoording vraag 2 Niets."
    )
    assert links(letter) == [([1], "Ja."), ([2], "Niets.")]


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


@pytest.mark.parametrize("topics", [("– Geld", "– Tijd"), ("Fractie A", "Fractie B")])
def test_a_topic_behind_a_number_belongs_to_the_label(topics: tuple[str, str]) -> None:
    letter = json_of(
        f"Vraag 1 {topics[0]}\nHoeveel?\nAntwoord\nTien.\nVraag 2 {topics[1]}\nWie?\nAntwoord\nJan."
    )
    assert [question["text"] for question in letter["questions"]] == ["Hoeveel?", "Wie?"]
    assert letter["questions"][0]["label"] == f"Vraag 1 {topics[0]}"


def test_the_end_of_a_sentence_is_no_heading_above_the_questions() -> None:
    letter = json_of("Wij stellen u graag de volgende\nvragen:\n1. Wie?\n2. Wat?\n")
    assert letter["preamble"] == "Wij stellen u graag de volgende vragen:"


@pytest.mark.parametrize(
    "quoted",
    [
        "“Antwoord 3: Ja, dat is correct.”",
        "«Antwoord op vraag 4\nDat is zo. Zie ook\nAntwoord 5\nhieronder.»",
        '"Vraag 4: Hoeveel?\nAntwoord 4: Twaalf."',
    ],
)
def test_labels_in_a_quotation_are_text(quoted: str) -> None:
    letter = json_of(f"Vraag 1\nU schreef eerder:\n{quoted} Klopt dat?\nAntwoord 1\nJa.\n")
    assert numbers(letter) == [1]
    assert links(letter) == [([1], "Ja.")]


def test_the_heading_of_an_annex_ends_an_answer() -> None:
    letter = json_of("Vraag 1\nA?\nAntwoord 1\nJa.\n\nBijlage 2 – Bedragen per jaar\n\nTien.\n")
    assert links(letter) == [([1], "Ja.")]
    assert letter["other"] == [{"label": "Bijlage 2 –", "text": "Bedragen per jaar\n\nTien."}]
    close = json_of("Vraag 1\nA?\nAntwoord 1\nJa.\n\nBijlage 2: Bedragen per jaar\nTien.\n")
    assert close["other"] == [{"label": "Bijlage 2:", "text": "Bedragen per jaar\n\nTien."}]
    inside = json_of("Vraag 1\nA?\nAntwoord 1\nDat staat in\nBijlage 2 – Bedragen per jaar\n")
    assert not inside["other"]


@pytest.mark.parametrize("stop", [".", " –", " -"])
def test_an_answer_may_stand_behind_a_stop_or_a_dash(stop: str) -> None:
    letter = json_of(
        f"Vraag 1. Wie?\nAntwoord{stop} Jan.\nVraag 2. Hoeveel?\nAntwoord{stop} 240 mensen.\n"
    )
    assert links(letter) == [([1], "Jan."), ([2], "240 mensen.")]


def test_who_asks_may_stand_above_each_question() -> None:
    letter = json_of(
        "Vraag van het lid A. de Boer (ABC)\nWie?\n\nAntwoord\nJan.\n\n"
        "Vraag van de leden Smit (DEF) en Bos (GHI)\nWat?\n\nAntwoord\nDit.\n"
    )
    assert [question["text"] for question in letter["questions"]] == ["Wie?", "Wat?"]
    assert links(letter) == [([1], "Jan."), ([2], "Dit.")]
    lists = json_of(
        "Vraag van de heer De Boer\n1. Wie?\nAntwoord: Jan.\n2. Wat?\nAntwoord: Dit.\n\n"
        "Vraag van mevrouw Bos\n1. Waar?\nAntwoord: Hier.\n"
    )
    assert numbers(lists) == [1, 2, 1]


def test_a_hyphen_may_part_the_words_that_announce_an_answer() -> None:
    letter = json_of(
        "Vragen van het lid A (B) aan de Minister van C over d (ingezon-\nden 3 mei 2023).\n\n"
        "Antwoord van Minister E (C) (ontvan-\ngen 4 mei 2023).\n\nVraag 1\nA?\nAntwoord 1\nJa.\n"
    )
    assert letter["preamble"] is None
    assert letter["other"][0]["text"] == "Antwoord van Minister E (C) (ontvangen 4 mei 2023)."


@pytest.mark.parametrize(
    "asked", ["Vraag 1\nWie?\n{}\nVraag 2\nWat?\n{}", "1\nWie?\n{}\n2\nWat?\n{}"]
)
def test_an_answer_behind_its_label_may_begin_with_an_article(asked: str) -> None:
    letter = json_of(asked.format("Antwoord Het kabinet.", "Antwoord Op zee niets."))
    assert links(letter) == [([1], "Het kabinet."), ([2], "Op zee niets.")]


def test_a_long_line_with_an_indent_is_no_heading() -> None:
    indent = " " * 24
    long = (
        f"{indent}Dat heeft ertoe geleid dat de gemeenten in het noorden nu meer doen aan dit werk."
    )
    text = "".join(
        f"Vraag {n}\nA?\n\nAntwoord {n}\nJa.\n\n{long} {'En meer ' * 9}dan\n\n" for n in (1, 2, 3)
    )
    assert not json_of(text)["other"]


def test_a_title_ends_with_its_sentence() -> None:
    letter = json_of(
        "Vragen van het lid A (B) aan de minister van C over zeeschepen.\n"
        "Hoeveel schepen zijn er?\nWie vaart ermee? 1)\nEn wanneer?\n"
    )
    assert letter["title"] == "Vragen van het lid A (B) aan de minister van C over zeeschepen."
    assert [question["text"] for question in letter["questions"]] == [
        "Hoeveel schepen zijn er?",
        "Wie vaart ermee? 1)",
        "En wanneer?",
    ]


def test_the_number_of_the_first_answer_may_stand_in_the_label_of_all() -> None:
    letter = json_of("1. Wie?\n2. Wat?\n3. Waar?\n\nANTWOORD 1. Jan. 2. Dit niet. 3. Hier.\n")
    assert links(letter) == [([1], "Jan."), ([2], "Dit niet."), ([3], "Hier.")]
    worded = json_of("Vraag 1\nWie?\nVraag 2\nWat?\nAntwoord 1. Twee mensen.\n3. Jan.\n")
    assert links(worded) == [([1], "Twee mensen.\n\n3. Jan.")]


def test_a_notice_may_stand_inside_a_long_line() -> None:
    filler = "Dit is een lange zin over het beleid van de regering. " * 12
    letter = json_of(
        f"Brief. Vraag 1 {filler}Is dat zo? Mededeling De vragen worden later beantwoord."
    )
    assert letter["other"] == [
        {"label": "Mededeling", "text": "De vragen worden later beantwoord."}
    ]


@pytest.mark.parametrize(
    "asked", ["1. Wie?\n2. Wat?\n3. Hoe?\n", "Vraag 1\nWie?\nVraag 2 en 3\nWat? Hoe?\n"]
)
def test_below_the_heading_of_answers_the_label_of_a_question_is_that_of_its_answer(
    asked: str,
) -> None:
    letter = json_of(f"Brief\n\n{asked}\nBeantwoording\n\nVraag 1\nJan.\nVraag 2 en 3\nDit, zo.\n")
    assert links(letter) == [([1], "Jan."), ([2, 3], "Dit, zo.")]
    assert letter["questions"][0]["text"] == "Wie?"


def test_all_answers_may_stand_in_a_chapter_of_a_letter() -> None:
    letter = json_of(
        "1. Vraagstelling\n\nDe fractie vraagt:\n\n1. Wie?\n2. Wat?\n\n2. Beantwoording\n\n"
        "1. Jan.\n2. Dit.\n"
    )
    assert [question["text"] for question in letter["questions"]] == ["Wie?", "Wat?"]
    assert links(letter) == [([1], "Jan."), ([2], "Dit.")]


def test_an_answer_in_a_long_line_may_begin_with_an_item_or_below_no_question_mark() -> None:
    filler = "Dit is een lange zin over het beleid van de regering. " * 10
    for asked, answer in (("1. Hoeveel? 2. Graag per jaar.", "Jan."), ("Wat?", "- Wat is dit?")):
        letter = json_of(f"De brug. {filler}{asked} ANTWOORD {answer} {filler}")
        assert letter["answers"][0]["text"].startswith(answer)


@pytest.mark.parametrize("title", ["Nota naar aanleiding van het verslag", "Memorie van antwoord"])
def test_one_numbered_heading_is_no_question(title: str) -> None:
    letter = json_of(f"{title}\n\n1. Inleiding\n\nDe regering dankt de leden.\n")
    assert (letter["title"], letter["questions"]) == (title, [])


def test_members_may_ask_without_a_question_mark() -> None:
    letter = json_of(
        "Verslag van een schriftelijk overleg\n\nDe leden van de ABC-fractie vragen wie er komt."
        "\n\nII Reactie van de Minister\n\nIedereen.\n"
    )
    assert letter["questions"][0]["text"] == "De leden van de ABC-fractie vragen wie er komt."
    assert links(letter) == [([1], "Iedereen.")]


def test_answers_to_questions_of_another_letter_may_be_counted() -> None:
    letter = json_of(
        "ANTWOORD\nop vraag nr. 12 van 3 oktober 2016\nvan A. PEETERS\n\n1-2. Tien.\n\n3. Nee.\n"
    )
    assert links(letter) == [([1, 2], "Tien."), ([3], "Nee.")]


def test_who_answered_when_may_stand_between_counted_questions_and_labelled_answers() -> None:
    letter = json_of(
        "Vragen van het lid A (B) over bos (ingezonden 3 mei 2019)\n1\nKent u dit?\n2\nWat nu?\n"
        "Antwoord van minister C (Zee) (ontvangen 4 mei 2019)\nAntwoord op vraag 1\nJa.\n"
        "Antwoord op vraag 2\nNiets.\n"
    )
    assert letter["questions"][1]["text"] == "Wat nu?"
    assert [other["text"][:22] for other in letter["other"]] == ["Antwoord van minister "]


def test_the_numbers_of_questions_may_fall_to_the_next_line() -> None:
    letter = json_of(
        "Vraag\n1\nWie?\nAntwoord\nJan.\nVraag\n2 en 3\nWat?\nAntwoord op\nvraag 2\nDit.\n"
    )
    assert [question["number"] for question in letter["questions"]] == [1, [2, 3]]
    assert links(letter) == [([1], "Jan."), ([2], "Dit.")]


def test_a_label_may_have_lost_the_space_behind_it() -> None:
    letter = json_of("Vraag 1Klopt dat?\nAntwoord 1Ja.\nVraag 2Wat nu?\nAntwoord 2Niets.\n")
    assert [question["text"] for question in letter["questions"]] == ["Klopt dat?", "Wat nu?"]
    assert links(letter) == [([1], "Ja."), ([2], "Niets.")]
    assert json_of("Zie\nVraag 5G is snel.\n")["questions"] == []
