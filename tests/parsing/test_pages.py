"""What repeats on every page and belongs to no text, and what only looks like it."""

from __future__ import annotations

import pytest

from letters import json_of, links, parse_text, unaccounted
from vertaal.parsing.document import parse
from vertaal.types import Source


def letter_with_header(first: str, second: str, number: str) -> str:
    """A scanned letter of three pages whose header strays into the text."""
    filler = "\n".join(f"Regel {i} van het antwoord gaat over het beleid van de regering" for i in
                       ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht"))  # fmt: skip
    return f"""Antwoorden van de minister op vragen van het lid Jansen (ABC) over gras

{first}
{second}
{number}

Vraag 1
Kent u het gras?

Antwoord
{filler}
en daarom wordt het gras al jaren gemaaid door

{first}

{second}
{number}

vrijwilligers van de vereniging.

Vraag 2 {first[:-3]}x{first[-2:]}
Wordt het gras gemaaid in de zomer en is dat goed voor de werkgelegen- {second}
heid in het land? {number}

Antwoord
{filler}
en dat was het.
"""


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        ("Directie Sport en Spel", "Onze Referentie", "SPORT-2021-77"),
        ("Ministerie van Oceanen", "Ons kenmerk", "2022-0000123456"),
        ("Afdeling Groenbeheer", "Kenmerk van deze brief", "GR/2020/U-12"),
    ],
)
def test_a_running_header_is_cut_wherever_it_strays(first: str, second: str, number: str) -> None:
    letter = json_of(letter_with_header(first, second, number))
    assert letter["title"] == (
        "Antwoorden van de minister op vragen van het lid Jansen (ABC) over gras"
    )
    assert letter["questions"][1]["text"] == (
        "Wordt het gras gemaaid in de zomer en is dat goed voor de werkgelegenheid in het land?"
    )
    assert "gemaaid door vrijwilligers van de vereniging." in letter["answers"][0]["text"]
    assert len([r for r in letter["removed"] if r["reason"] == "running header"]) == 9


def test_words_of_a_header_stay_where_a_sentence_needs_them() -> None:
    text = letter_with_header("Ministerie van Oceanen", "Ons kenmerk", "2022-1").replace(
        "en dat was het.", "Dat heeft het Ministerie van Oceanen\nonderzocht."
    )
    assert "het Ministerie van Oceanen onderzocht." in json_of(text)["answers"][1]["text"]


def test_lines_beside_form_feeds_that_come_back_are_furniture() -> None:
    text = (
        "Vraag 1\nIs het\n\n1\n\fKop van de brief\nzo dat dit\n\n2\n\fKop van de brief\nwaar is?\n"
    )
    letter = json_of(text)
    assert letter["questions"][0]["text"] == "Is het zo dat dit waar is?"
    assert {r["reason"] for r in letter["removed"]} == {"page number", "running header"}


def test_headers_that_the_format_keeps_apart_are_furniture() -> None:
    document = parse(Source("a.docx", "Vraag 1\nIs het\nKop 7\nzo?\n", furniture=("Kop 7",)))
    assert document.questions[0].text == "Is het zo?"
    assert document.removed[0].text == "Kop 7"


def test_a_title_that_the_header_repeats_stays() -> None:
    title = "Beantwoording Kamervragen over de zorg"
    text = f"{title}\n\nVraag 1\n\nKunt u dat?\n\nAntwoord\n\nJa."
    document = parse(Source("a.docx", text, furniture=(title,)))
    assert document.blocks[0].text == title
    assert document.removed == ()


def test_repeated_sentences_are_no_furniture() -> None:
    answer = "\n\nAntwoord\n\nZie het antwoord op vraag 1\n\n"
    text = "".join(f"Vraag {n}\n\nWaarom is dat zo?{answer}" for n in range(1, 9))
    letter = json_of(text)
    assert letter["removed"] == []
    assert all(a["text"] == "Zie het antwoord op vraag 1" for a in letter["answers"])


def test_the_number_of_a_question_on_top_of_a_page_is_no_page_number() -> None:
    letter = json_of(
        "1\nKent u dit?\n\nAntwoord\nJa.\n\f2\nWat?\n\nAntwoord\nNiets.\n\n3\nHoe?\n\n"
        "Antwoord\nZo.\n"
    )
    assert [question["number"] for question in letter["questions"]] == [1, 2, 3]


def test_what_stands_once_between_two_headers_is_text() -> None:
    header = "Onze referentie\n2021-0000123\n"
    letter = json_of(
        f"Vraag 1\nA?\n\nAntwoord 1\nJa.\n\f{header}\nVraag 2\nWelke gemeenten?\n\nAntwoord 2\n"
        f"Het gaat om de gemeenten\nAmsterdam\nRotterdam\n\f{header}\nVraag 3\nC?\n\n"
        "Antwoord 3\nJa.\n"
    )
    assert letter["answers"][1]["text"] == "Het gaat om de gemeenten Amsterdam Rotterdam"


def test_an_address_keeps_the_name_of_parliament() -> None:
    letter = json_of(
        "Aan de Voorzitter van de\nTweede Kamer der Staten-Generaal\n\nGeachte voorzitter,\n\n"
        "Vraag 1\nA?\nAntwoord 1\nJa."
    )
    assert letter["preamble"].startswith("Aan de Voorzitter van de Tweede Kamer der Staten-Gen")


def test_a_header_beside_the_number_of_the_page_is_furniture() -> None:
    letter = json_of(
        "Antwoorden over stikstof          Pagina 1 van 2\n\n"
        "Vraag 1\nA?\n\nAntwoord 1\nDe KDW is\n\n"
        "Antwoorden over stikstof          Pagina 2 van 2\n\neen grens.\n\n"
        "Zie Rapport A, blz. 4\nZie Rapport A, blz. 6\n"
    )
    assert letter["answers"][0]["text"].startswith("De KDW is een grens.\n\nZie Rapport A, blz. 4")
    assert len(letter["removed"]) == 2


def test_pages_of_a_report_below_each_other_are_text() -> None:
    letter = json_of(
        "Vraag 1\nWaar?\n\nAntwoord 1\nRapport A   blz. 14\nRapport A   blz. 20\nRapport B   blz. 3"
    )
    assert letter["removed"] == []


def test_answers_that_begin_alike_below_a_header_stay() -> None:
    given = "De Minister van Zee heeft zich ten doel gesteld het\naantal schepen te halveren."
    filler = "Dit is een zin die de bladzijde vult.\n" * 6
    letter = json_of(
        f"Ministerie van Land\n\nVraag 1\nA?\n\nAntwoord 1\n\n{given}\n\n{filler}\n"
        f"Vraag 2\nB?\n\nAntwoord 2\n\n\fMinisterie van Land\n\n{given}\n\n{filler}"
        f"\fMinisterie van Land\n\nVraag 3\nC?\n\nAntwoord 3\n\n{given}\n\n{filler}"
    )
    for answer in letter["answers"]:
        assert answer["text"].startswith(given.replace("\n", " "))
    assert {removed["text"] for removed in letter["removed"]} == {"Ministerie van Land"}


REPEATED = (
    "De voortgangsrapportage wordt uiterlijk op 1 september 2024 aan uw Kamer\n"
    "gezonden, zoals ik heb toegezegd. Dat geldt ook voor het rapport van de\n"
    "Inspectie, die daarvoor alle aanbieders van jeugdhulp in het noorden van\n"
    "Nederland heeft bezocht.\n"
)


@pytest.mark.parametrize("between", ["\n", "", "Vraag 2\nB?\nAntwoord 2\n", "\n\f\n"])
def test_a_paragraph_that_comes_back_is_no_header(between: str) -> None:
    filler = "Dit is een zin die de bladzijde vult, en die daarom ook wel wat langer is.\n" * 9
    letter = json_of(
        f"Vraag 1\nA?\nAntwoord 1\nHet volgende.\n{between}{REPEATED}\n{filler}Kortom:\n{between}"
        f"{REPEATED}\f{filler}"
    )
    assert not [x for x in letter["removed"] if x["text"] != "\f"]
    answered = " ".join(answer["text"] for answer in letter["answers"])
    assert answered.count(" ".join(REPEATED.split())) == 2


def test_questions_on_the_line_of_their_label_that_come_back_are_no_headers() -> None:
    asked = (
        "Deelt u de mening dat gemeenten op grond van de wet\nverplicht zijn om tijdig te helpen?",
        "Hoe beoordeelt u de uitspraak van 3 mei 2023\n(ECLI:NL:RVS:2023:1718) in dit verband?",
        "Kent u het bericht «Wachtlijsten lopen op»?1",
    )
    questions = "".join(f"Vraag {n}: {text}\n" for n, text in enumerate(asked, 1))
    answers = "".join(f"Antwoord {n}\n{text}\nNee.\n" for n, text in enumerate(asked, 1))
    letter = json_of(f"{questions}Antwoorden\n{answers}")
    assert [answer["text"] for answer in letter["answers"]] == ["Nee."] * 3
    assert {removed["reason"] for removed in letter["removed"][1:]} == {"repeated question"}


def test_who_writes_is_furniture_above_the_margin_of_a_second_page() -> None:
    letter = json_of(
        "Vraag 1\nA?\n\nAntwoord 1\nDe inspectie houdt\nPagina 1 van 2\n"
        "\fDirectoraat-Generaal Jeugd\nDirectie Wonen\nen Zorg\n\n"
        f"{' ' * 56}Ons kenmerk\n{' ' * 56}3789123-1065-J\n"
        "toezicht.\nPagina 2 van 2\n"
    )
    assert letter["answers"][0]["text"] == "De inspectie houdt toezicht."
    assert len(letter["removed"]) == 7


@pytest.mark.parametrize("margin", ["Bijlage(n)\n1", "Bijlagen\n\ngeen", "Bijlage(n)"])
def test_the_number_of_enclosures_in_the_margin_takes_no_letter_with_it(margin: str) -> None:
    letter = json_of(
        f"Ministerie van Zee\n{margin}\nDatum 3 mei 2024\nBetreft Vragen over vis\n\n"
        "Geachte voorzitter,\n\nHierbij de antwoorden.\n\nDe Minister van Zee,\nA.B. Naam\n\n"
        "1.\nKent u vis?\nAntwoord:\nJa.\n2.\nEet u vis?\nAntwoord:\nNee.\n"
    )
    assert letter["other"] == []
    assert "Hierbij de antwoorden." in letter["preamble"]
    assert letter["signature"] == ["De Minister van Zee,", "A.B. Naam"]
    assert [x["text"] for x in letter["removed"]] == margin.split()


@pytest.mark.parametrize("said", ["Bijlage(n) 1", "Bijlagen: 2", "Bijlage: een nota"])
@pytest.mark.parametrize("asked", ["Vraag 1\n", "1. ", ""])
def test_what_the_head_says_of_enclosures_takes_no_letter_with_it(said: str, asked: str) -> None:
    letter = json_of(
        f"Ministerie van Zee\n\nDatum 3 mei 2024\n{said}\n\nGeachte voorzitter,\n\n"
        "Hierbij de antwoorden.\n\nDe Minister van Zee,\nA.B. Naam\n\n"
        f"{asked}Kent u vis?\n\nAntwoord\nJa.\n\nBijlage 1\n\nEen lijst van vissen.\n"
    )
    assert said in letter["preamble"].split("\n\n")
    assert "Hierbij de antwoorden." in letter["preamble"]
    assert letter["signature"] == ["De Minister van Zee,", "A.B. Naam"]
    assert letter["other"] == [{"label": "Bijlage 1", "text": "Een lijst van vissen."}]


def test_the_number_of_a_sheet_hides_no_signature() -> None:
    letter = json_of("Vraag 1\nA?\nAntwoord 1\nJa.\n\nDe Minister van Zee,\nA.B. Naam\n\nBlad 2\n")
    assert letter["signature"] == ["De Minister van Zee,", "A.B. Naam"]
    assert [x["text"] for x in letter["removed"]] == ["Blad 2"]


def test_a_minister_who_signs_is_no_misread_ministry() -> None:
    head = "Ministerie van Justitie en Veiligheid\n\nOns kenmerk\n6123456\n\n"
    letter = json_of(
        "Ministerie van Justitie en Veiligheid\n\nHierbij de antwoorden.\n\n"
        "De Minister van Justitie en Veiligheid,\n\nD. van Naam\nPagina 1 van 3\n\n"
        f"{head}Vraag 1\nWat gebeurt er in het zuiden van het land?\n\nAntwoord op vraag 1\n"
        "Er worden daar maatregelen genomen om de veiligheid van de\nPagina 2 van 3\n\n"
        f"{head}inwoners te waarborgen.\nPagina 3 van 3\n"
    )
    assert letter["signature"] == ["De Minister van Justitie en Veiligheid,", "D. van Naam"]
    assert len(letter["removed"]) == 10


def test_a_header_that_repeats_the_first_line_is_taken_from_later_pages() -> None:
    title = "Vragen over het bos\n\n"
    asked = "Vraag 1\nA?\nB?\nC?\nD?\nE?\nIs het\n"
    letter = json_of(f"{title}{asked}\f{title}waar?\n\nVraag 2\nWie?\n")
    assert letter["preamble"] == "Vragen over het bos"
    assert [question["text"] for question in letter["questions"]] == [
        "A? B? C? D? E? Is het waar?",
        "Wie?",
    ]


@pytest.mark.parametrize("rule", ["____________", "-----", "= = = = =", "* * * *"])
def test_a_rule_across_the_page_is_no_text(rule: str) -> None:
    letter = json_of(f"Vraag 1\nA?\n{rule}\nAntwoord 1\nJa.\n{rule}\nVraag 2\nB?\n")
    assert [question["text"] for question in letter["questions"]] == ["A?", "B?"]
    assert [removal["text"] for removal in letter["removed"]] == [rule, rule]


def test_the_margin_beside_the_lines_of_a_page_is_no_text() -> None:
    gap = " " * 20
    text = (
        "Vraag 1                                           Directie Zee en\n"
        "Hoeveel schepen varen er onder de vlag van het    Land\n"
        "                                                  Datum\n"
        "Koninkrijk?                                       3 mei 2024\n"
        "                                                  Ons kenmerk\n"
        f"Antwoord 1                                        2024-123\n{gap}\nTien.\n"
    )
    letter = json_of(text)
    question = "Hoeveel schepen varen er onder de vlag van het Koninkrijk?"
    assert letter["questions"][0]["text"] == question
    assert links(letter) == [([1], "Tien.")]
    beside = [removal["text"] for removal in letter["removed"]]
    assert beside == ["Directie Zee en", "Land", "Datum", "3 mei 2024", "Ons kenmerk", "2024-123"]
    assert not unaccounted(Source("a.txt", text), parse_text(text))


def test_the_last_column_of_a_table_is_no_margin() -> None:
    gap = " " * 38
    table = f"Jaar{gap}Datum\n2023{gap}3 mei\n"
    letter = json_of(f"Vraag 1\nWanneer?\nAntwoord 1\nZie de tabel.\n\n{table}")
    assert letter["removed"] == []


@pytest.mark.parametrize(
    "printed",
    [
        "Tweede Kamer, vergaderjaar 2021–2022, 35 925 IX, nr. 10 2",
        "Eerste Kamer, vergaderjaar 2020–2021, 35 526, W 3",
        "QRVA 55 076\n25-01-2022",
        "KAMER 4e ZITTING VAN DE 55e ZITTINGSPERIODE\n2021 2022 CHAMBRE 4e SESSION DE LA 55e "
        "LÉGISLATURE",
    ],
)
def test_the_printing_of_parliaments_is_furniture(printed: str) -> None:
    letter = json_of(f"Vraag 1\nIs het\n{printed}\n\fwaar?\nAntwoord 1\nJa.\n")
    assert letter["questions"][0]["text"] == "Is het waar?"


def test_a_footer_below_the_line_of_a_label_with_text_is_furniture() -> None:
    foot = "Zaaknummer: 109"
    letter = json_of(
        f"Gemeente A\n{foot}\nGeachte raad,\nHierbij.\nVraag 1: W?\nAntwoord 1: Jan.\nB.\nC.\nD.\n"
        f"E.\nF.\nVraag 2: Wat?\nAntwoord 2: Alle mensen in het hele land zijn gevraagd voor de\n"
        f"Pagina 1 van 2\n{foot}\nbijeenkomst.\nVraag 3: Is er een plan voor het noorden?\n"
        f"Antwoord 3: Ja.\nE.\nF.\nG.\nH.\nI.\nPagina 2 van 2\n{foot}\n"
    )
    assert letter["answers"][1]["text"].endswith("gevraagd voor de bijeenkomst.")


def test_the_marks_of_a_quoted_message_are_no_text() -> None:
    letter = json_of("> Vraag 1\n> Hoeveel zijn\n> er > 65 jaar?\n>\n> Antwoord 1\n> Tien.\n")
    assert [question["text"] for question in letter["questions"]] == ["Hoeveel zijn er > 65 jaar?"]
    assert [answer["text"] for answer in letter["answers"]] == ["Tien."]


def test_the_last_page_number_may_end_the_document() -> None:
    letter = json_of("Vraag 1\nWie?\n\n1\n\fAntwoord 1\nJan.\n\n2\n")
    assert [answer["text"] for answer in letter["answers"]] == ["Jan."]


@pytest.mark.parametrize("unit", ["Directie Zee", "Directoraat-Generaal Zee\nMinisterie van Zee"])
def test_a_unit_of_a_ministry_above_its_reference_is_furniture(unit: str) -> None:
    letter = json_of(
        f"Vraag 1\nWie?\n\nAntwoord 1\nDe heer\n\n{unit}\n\nOnze Referentie\nBZ-12\n\nJansen.\n"
    )
    assert letter["answers"][0]["text"].split() == ["De", "heer", "Jansen."]


@pytest.mark.parametrize("number", ["", "1\n"])
def test_the_number_of_an_answer_on_top_of_a_page_is_no_page_number(number: str) -> None:
    letter = json_of(
        "Vragen van het lid A (B) over bos (ingezonden 3 mei)\n\n1\nWie?\n\n2\nWat?\n\n"
        f"Antwoord van minister C (Zee) (ontvangen 4 mei)\n\n{number}\f\n1\nJan.\n\n2\nDit.\n"
    )
    assert links(letter) == [([1], "Jan."), ([2], "Dit.")]
    assert [question["text"] for question in letter["questions"]] == ["Wie?", "Wat?"]
    later = json_of(
        f"Antwoorden op vragen over bos\n\n1\nWie?\n\nAntwoord\nJan.\n\n{number}\f\n2\nWat?\n\n"
        "Antwoord\nDit.\n\n3\nHoe?\n\nAntwoord\nZo.\n"
    )
    assert links(later)[1:] == [([2], "Dit."), ([3], "Zo.")]
