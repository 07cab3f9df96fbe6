from __future__ import annotations

import pytest

from vertaal.translation.names import copies, is_person, names
from vertaal.types import Term, TermMatch


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De artikelen 15af en 15ai, op 20km, de 12de, de 23e, de 32ste.", ["15af", "15ai"]),
        ("Op 20km van hier.", []),
        ("Stef Blok", ["Stef Blok"]),
        ("Vragen van het lid Kuzu (DENK) over dit bericht.", ["Kuzu"]),
        ("De vraag van het lid Van der Plas was helder.", ["Van der Plas"]),
        ("Dat staat in het rapport over Xinjiang en Kerkdriel.", ["Xinjiang", "Kerkdriel"]),
        ("De situatie in Oosterwolde is bekend.", ["Oosterwolde"]),
        ("Deze IGJ-brief en de GHSV zijn bekend.", ["GHSV"]),
        ("De ambassade in Peking volgt Duitse en Tibetaanse kranten.", []),
        ("Het Hoofdlijnenakkoord en de Arbeidstijdenwet gelden.", []),
        ("Wolvega is een dorp.", []),
        ("Het gas in Schoonebeek en de gemeente Loppersum.", ["Schoonebeek", "Loppersum"]),
        ("Dit staat in Kamerstuk en bij Justitie.", []),
        (
            "vragen van de leden Mutluer, Boswijk (CDA) en Van der Plas (BBB) over Wolvega",
            ["Mutluer", "Boswijk", "Van der Plas", "BBB"],
        ),
        (
            "Vragen van de leden Inge van Dijk (CDA), Vijlbrief (D66), Ceder en Patijn (SP) over",
            ["Inge van Dijk", "Vijlbrief", "Ceder", "Patijn"],
        ),
        ("bijgestaan door mrs. Van Dijk en Bakker", ["Van Dijk", "Bakker"]),
        ("De heren De Jong en Bakker stemden in, de heren niet.", ["De Jong", "Bakker"]),
        ("De brief van Vijlbrief (D66) en de Vijlbrief (een bericht)", ["Vijlbrief"]),
        ("De NDC’s van landen en NDCs, zegt KPMG's top.", ["NDC’s", "NDCs"]),
        ("De heer P. ten Hove en S. in 't Velde", ["P", "ten Hove", "in 't Velde"]),
        ("Mevrouw te Brinke is ten minste lid", ["te Brinke"]),
        ("de motie-Jansen c.s. en de wet-Van Dijk", ["Jansen", "Van Dijk"]),
        ("de motie Van Dijk en Stoffer", ["Van Dijk", "Stoffer"]),
        ("het amendement Bakker/Koekkoek over werk", ["Bakker", "Koekkoek"]),
        ("de motie Kamerstuk 5 en de motie Mijnbouwwet", []),
        ("De leden Van 't Hof en Van het Hout stemden in.", ["Van 't Hof", "Van het Hout"]),
        ("Turfmarkt 147", ["Turfmarkt"]),
        ("Op de Arbeidsmarkt 2025 en de snelweg 4", ["2025"]),
        ("In 2025–2026worden er 30 gebouwd, in 2030s niet.", ["2025–2026"]),
        (
            "In Koog aan de Zaan, Egmond aan den Hoef en Wijk aan Zee",
            ["Koog aan de Zaan", "Egmond aan den Hoef", "Wijk aan Zee"],
        ),
        (
            "Volgens Graafschap College en het Hoge Berg Lyceum wil het Geacht College dit.",
            ["Graafschap College", "Hoge Berg Lyceum"],
        ),
        (
            "Ook Wandelend Nederland en Leergeld Nederland",
            ["Wandelend Nederland", "Leergeld Nederland"],
        ),
        ("Heel Nederland zag dat Duitsland Nederland versloeg, en Caribisch Nederland", []),
        (
            'De commissie "Dieselgate", het Russiagate-dossier en Ramsgate',
            ["Dieselgate", "Ramsgate"],
        ),
        ("Rijksadviseur Wouter Veldhuis in Nederland", ["Wouter Veldhuis"]),
        ("Volgens mw. De Vries en de Kwaliteitsagenda", ["De Vries"]),
        ("HOOFDSTUK ONDERHANDELINGSRESULTAAT", []),
        ("Antwoord van minister Hermans (Klimaat en Groene Groei)", ["Hermans"]),
        ("Aan de minister Van Weel en de staatssecretaris Sociale Zaken", ["Van Weel"]),
        ("Antwoord van Minister Veldkamp (ontvangen 4 mei)", ["Veldkamp"]),
        ("Antwoord van Minister Bruins Slot Volgens mij", ["Bruins Slot"]),
        ("mede namens Minister Faber-van de Klashorst (Asiel)", ["Faber-van de Klashorst"]),
        ("Dit kost +/- 35 miljoen euro.", ["+/-"]),
        ("Aan de minister Financiën", []),
        ("Aan de minister Wonen en de minister Werk en Inkomen", []),
        ("De leden Tweede Kamer zagen in 2018 Heerenveen.", ["2018", "Heerenveen"]),
        ("De leden van de Kamer en de ministers van Justitie spraken.", []),
        ("Producenten stappen af | Financieel | Telegraaf", ["|", "|"]),
        ("De VN in Geneve en New York, de EU en het VK.", []),
        ("Livingston blijft ongeslagen.", ["Livingston"]),
        ("Conform de wet is dit verboden.", []),
        ("De ploeg van Gerrard won, Gerrards team.", ["Gerrard"]),
        ("Trams van Infrabel rijden naar Lauwersoog.", ["Infrabel", "Lauwersoog"]),
        ("Op de Falklandeilanden en in het Russischtalige oosten.", []),
        (
            "Het wetsvoorstel (VBAR) en NIRAS, FANC en de WerkUrenBerekenaar.",
            ["VBAR", "NIRAS", "FANC", "WerkUrenBerekenaar"],
        ),
        ("Behandeld door: M. de Bakker en A.M. Visser", ["M. de Bakker", "Visser"]),
        (
            "Volgens dr. ir. H. van den Broek-Jansen en prof. Visser",
            ["van den Broek-Jansen", "Visser"],
        ),
        ("mede namens C.C.J. Veldkamp en D. Yeşilgöz-Zegerius", ["Veldkamp", "Yeşilgöz-Zegerius"]),
        ("De N.V. Veldkamp en de U.S. Navy", ["Navy"]),
        # A stray mark opens no quotation.
        ("De vragen gesteld door ‘ Kuzu over ‘Wijziging’ en « Nota ».", ["Kuzu"]),
        ("Dit raakt Nederlandbij en Collegevan.", []),
        ("De Kamer en de Minister spraken.", []),
        ("Op 16 mei 2024 kostte dit 1.234 euro, artikel 3, 2018–2019.", ["2024", "2018–2019"]),
        ("Op 14-02-2017 en 2-3-21, nr. 2017-2018-3.", []),
        (
            "In Huizen en de gemeente Duiven klagen inwoners van Houten.",
            ["Huizen", "Duiven", "Houten"],
        ),
        ("De motie-Van Dijk/Bakker is aangenomen.", ["Van Dijk", "Bakker"]),
        ("Huizen krijgt een zwembad.", ["Huizen"]),
        ("Het plan Beter Doen (BdV) of «DvK» en (Beter).", ["BdV", "DvK"]),
        ("Aan de heer T. Kleine Haar.", ["T", "Kleine Haar"]),
        ("Het schip HNLMS Dolfijn vaart.", ["HNLMS Dolfijn"]),
        ("Huizen worden duurder. Echt heeft dit geen zin.", []),
        ("De huizen in Wissenkerke en het dorp Vroomshoop.", ["Wissenkerke", "Vroomshoop"]),
        ("", []),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in names(text)] == expected


def test_a_name_inside_a_term_is_left_to_the_term() -> None:
    text = "Het rapport over Xinjiang is bekend."
    start = text.index("Xinjiang")
    match = TermMatch(start, start + 8, "Xinjiang", Term("Xinjiang", "Xinjiang"), ("Xinjiang",))
    assert names(text, [match]) == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Stef Blok", True),
        ("C.C.J. Veldkamp", True),
        ("J.H. ter Beek", True),
        ("U.S. Veldslag", False),
        ("D.M. van Weel", True),
        ("D. Yeşilgöz-Zegerius", True),
        ("Mona Keijzer", True),
        ("Mark Rutte", True),
        ("A. Inleiding", False),
        ("Gaswinning Groningen", False),
        ("Situatie Gaza", False),
        ("Motie Kuzu", False),
        ("Wet Dijkstra", False),
        ("Kabinet", False),
        ("De Minister", False),
        ("Tweede Kamer", False),
        ("Zie het antwoord", False),
        ("", False),
    ],
)
def test_a_person_s_name_alone(text: str, person: bool) -> None:
    assert is_person(text) is person


def test_an_abbreviation_in_the_plural_loses_its_apostrophe() -> None:
    assert copies("NDC’s")[0] == "NDCs"
    assert copies("Kuzu") == ("Kuzu",)


def test_the_party_behind_a_member_is_copied() -> None:
    text = "Vragen van het lid Bromet (GroenLinks-PvdA) en van Omtzigt (Nieuw Sociaal Contract)."
    found = [text[start:end] for start, end in names(text)]
    assert found == ["Bromet", "GroenLinks-PvdA", "Omtzigt", "Nieuw Sociaal Contract"]


def test_the_paragraph_of_an_article_is_no_member() -> None:
    for text in (
        "Zie artikel 3, eerste lid, van de Gemeentewet.",
        "Zie het 2e lid van het Burgerlijk Wetboek.",
        "Zie artikel 17 lid 2 van het Burgerlijk Wetboek.",
    ):
        assert names(text) == []
    text = "Het eerste kwam van het lid Van Gemeentewet."
    assert [text[start:end] for start, end in names(text)] == ["Van Gemeentewet"]
