"""Who signs, when and where, and how they take leave."""

from __future__ import annotations

import pytest

from letters import json_of, links


@pytest.mark.parametrize(
    "office",
    [
        "de Minister van Zee\nen Koninkrijksrelaties,",
        "de staatssecretaris van Volksgezondheid,\nWelzijn en Sport,",
        "de minister van Landbouw,\nVisserij, Voedselzekerheid\nen Natuur,",
        "de minister voor Klimaat en\nGroene Groei,",
        "de minister van\nEconomische Zaken,",
    ],
)
def test_an_office_may_take_more_lines(office: str) -> None:
    letter = json_of(f"Brief.\n\n{office}\n\n\nAnna Naam\n\nVraag 1\nA?")
    assert letter["signature"] == [office.replace("\n", " "), "Anna Naam"]
    below = json_of(f"Vraag 1\nA?\n\nAntwoord\nJa.\n\nHoogachtend,\n\nA.B. Naam\n{office}")
    assert below["signature"] == ["Hoogachtend,", "A.B. Naam", office.replace("\n", " ")]


def test_signatures_are_found_before_and_after_the_answers() -> None:
    before = json_of("Hierbij de antwoorden.\n\nDe Minister van A,\n\nB.C. de Naam\n\nVraag 1\nA?")
    after = json_of(
        "Vraag 1\nA?\n\nAntwoord\nJa.\n\nHoogachtend,\n\nDe staatssecretaris van A\n\nB. Naam"
    )
    assert before["signature"] == ["De Minister van A,", "B.C. de Naam"]
    assert after["signature"][-1] == "B. Naam"
    assert links(after) == [([1], "Ja.")]


@pytest.mark.parametrize(
    "lines",
    [
        "Aan de Voorzitter van de Tweede\n\nKamer der Staten-Generaal",
        "Aan de Voorzitter van de Tweede Kamer\n\nder Staten-Generaal",
        "Aan de Voorzitter van de Tweede\n\nKamer\n\nder Staten-Generaal",
    ],
)
def test_the_lines_of_an_address_may_be_paragraphs(lines: str) -> None:
    letter = json_of(f"{lines}\n\nPostbus 1\n\nVraag 1\nA?\nAntwoord 1\nJa.")
    whole = "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"
    assert letter["preamble"] == f"{whole}\n\nPostbus 1"


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
        "de minister van Volksgezondheid, Welzijn en Sport,",
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


def test_the_heading_of_a_chapter_is_no_signature() -> None:
    assert json_of("Lijst\n\nI. Algemeen\n\nVraag 1\nA?\n\nAntwoord\nJa.")["signature"] == []
    letter = json_of(
        "Brief.\n\nA. Inleiding\n\nHierbij.\n\nB. Opbouw van de brief\n\nZo.\n\n"
        "A. Naam\nStaatssecretaris van Zee\n\nVraag 1\nA?\n\nAntwoord\nJa.\n\nC. Slot"
    )
    assert letter["signature"] == ["A. Naam", "Staatssecretaris van Zee"]


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
        (
            "Met vriendelijke groet,\n\nAnna de Boer\nwethouder sport en openbare ruimte",
            ["Anna de Boer", "wethouder sport en openbare ruimte"],
        ),
        (
            "Gedeputeerde Staten van Zeeland,\n\ndrs. A.B. Naam, voorzitter\n\n"
            "C.D. Boer-Smit, MBA MSc, secretaris",
            ["drs. A.B. Naam, voorzitter", "C.D. Boer-Smit, MBA MSc, secretaris"],
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
    "annex",
    ["Bijlage(n): 1", "Bijlagen: 2", "Bijlage(n):\n- een kaart", "Bijlage 1\n\nDe cijfers."],
)
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
    "signed",
    [
        "De Minister van Zee,\n\nAnna van het Hof",
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


def test_an_island_signs() -> None:
    signed = [
        "Het Bestuurscollege van het Openbaar Lichaam Saba,",
        "de Gezaghebber, J. Naam",
        "de Eilandsecretaris, N. Naam",
    ]
    letter = json_of("Vraag 1\nA?\n\nAntwoord BC:\nJa.\n\n" + "\n".join(signed))
    assert links(letter) == [([1], "Ja.")]
    assert letter["signature"] == signed


@pytest.mark.parametrize(
    "said",
    [
        "Ik vertrouw erop u hiermee voldoende te hebben geïnformeerd.",
        "Wij gaan ervan uit dat wij uw vragen\nhiermee naar tevredenheid hebben beantwoord.",
        "Hiermee hoop ik u van dienst te zijn geweest.",
        "Wij hopen u hiermee voldoende te hebben geïnformeerd en gaan graag in op nadere vragen.",
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


@pytest.mark.parametrize(
    "signed",
    [
        ["Hoogachtend,", "De staatssecretaris van Zee"],
        ["Hoogachtend,", "De Minister van Zee,", "De Staatssecretaris van Land,"],
        ["Met vriendelijke groet,", "De minister van Zee"],
        ["Met vriendelijke groet,", "de burgemeester van Breda,"],
        ["Met de meeste hoogachting, de minister van Zee,"],
        ["Hoogachtend,"],
        ["De minister van Zee,", "(w.g.)"],
        ["De minister van Zee,", "w.g.", "A.B. Naam"],
        ["Hoogachtend,", "De minister van Zee,", "[handtekening]", "A.B. Naam"],
    ],
)
def test_who_takes_leave_signs_without_a_name_too(signed: list[str]) -> None:
    closing = "\n\n".join(signed)
    letter = json_of(f"Vraag 1\nA?\n\nAntwoord 1\nJa.\n\n{closing}\n")
    assert links(letter) == [([1], "Ja.")]
    assert letter["signature"] == signed
    above = json_of(f"Geachte raad,\n\nHierbij.\n\n{closing}\n\nVraag 1\nA?\n\nAntwoord 1\nJa.")
    assert above["signature"] == signed
    assert links(above) == [([1], "Ja.")]


@pytest.mark.parametrize(
    "text", ["De minister van Zee\n\nDe minister van Land", "Ik dank u\n\nmet vriendelijke stem"]
)
def test_offices_that_an_answer_lists_sign_nothing(text: str) -> None:
    letter = json_of(f"Vraag 1\nWie?\n\nAntwoord 1\nDat zijn:\n\n{text}\n")
    assert letter["signature"] == []


def test_the_names_of_a_college_may_be_blacked_out() -> None:
    signed = ["burgemeester en wethouders van Breda,", ", burgemeester", ", secretaris"]
    letter = json_of("Vraag 1\nA?\nAntwoord 1\nJa.\n\n" + "\n".join(signed))
    assert letter["signature"] == signed


def test_capitals_behind_a_name_take_no_time() -> None:
    closing = f"Burgemeester en wethouders van Breda,\n\nA.B. Naam, {'A' * 140}1, secretaris"
    assert links(json_of(f"Vraag 1\nA?\nAntwoord 1\nJa.\n\n{closing}\n"))


def test_a_subject_below_an_office_is_no_name() -> None:
    letter = json_of(
        "aan A. PEETERS\nVLAAMS MINISTER VAN ZEE\n\nHavens - Stand van zaken\n\nDe haven.\n"
    )
    assert "Havens - Stand van zaken" not in letter["signature"]
