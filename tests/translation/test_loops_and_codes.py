from __future__ import annotations

import pytest

from vertaal.translation.codes import codes
from vertaal.translation.loops import repeats


@pytest.mark.parametrize(
    "text",
    [
        "the re-re-re-re-education of prisoners",
        "It is the the the government.",
        "I agree with the view that the view that it",
        "of members of the House of members of the House",
        "lalalalala",
        "a levy on the duty duty of petrol",
        "twice a week a week a week",
    ],
)
def test_loops_are_seen(text: str) -> None:
    assert repeats(text)


@pytest.mark.parametrize(
    "text",
    [
        "Yes, yes.",
        "This is is.",
        "one by one by one, day by day",
        "He said that that was very very good.",
        "A letter from J.J.J. Jansen",
        "It cost 100 000 000 000 euros.",
        "If so, why? If not, why not?",
        "the human rights of people and the human rights of animals",
        "",
    ],
)
def test_ordinary_repetition_is_none(text: str) -> None:
    assert not repeats(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(kenmerk 2018715781)", ["2018715781"]),
        (
            "Zie ah-ek-20112012-3 en ah-tk-2012–2013, nr. 4.",
            ["ah-ek-20112012-3", "ah-tk-2012–2013"],
        ),
        ("vragen 2019Z21918, BZDOC-693942081-24", ["2019Z21918", "BZDOC-693942081-24"]),
        ("zie www.rijksoverheid.nl/jenv.", ["www.rijksoverheid.nl/jenv"]),
        ("(zie https://x.nl/Mars_(god)).", ["https://x.nl/Mars_(god)"]),
        ("mail naar a.b@minbz.nl", ["a.b@minbz.nl"]),
        ("op 24 september 2018 om 10.30 uur", []),
        ("de VN-Mensenrechtenraad en EU-verband", []),
        ("de G20-top, de D66-fractie en een F16-toestel", []),
        ("het COVID-19-virus", ["COVID-19"]),
        ("NOS (nos.nl/artikel/25-nu); Telegraaf.nl", ["nos.nl/artikel/25-nu", "Telegraaf.nl"]),
        ("Kamerstukken II 2022/2023 36 229, nr. 29", ["36 229"]),
        ("ABRS 2 oktober 2024, ECLI:NL:RVS:2024:3958; R&D.", ["ECLI:NL:RVS:2024:3958", "R&D"]),
        ("Postbus 20018 2500 EH Den Haag in 2024 EU Commissie", ["20018", "2500 EH"]),
        ("Kamerstukken II 2021/22, 29 628, nr. 1099.", ["29 628"]),
        ("(mobiliteit.nl/te-duur/) en ad.nl.", ["mobiliteit.nl/te-duur/", "ad.nl"]),
        ("Kamerstuk 36 410 VIII, nr. 112", ["36 410 VIII"]),
        ("Kamerstukken II 35 000, nr. 3", ["35 000"]),
        ("er zijn 36 410 leden; o.a. dit", []),
        ("Postbus 20301 te Den Haag", ["20301"]),
        ("Ons kenmerk 2025-0000123456, 2023-2024", ["2025-0000123456"]),
        ("Zie nr.2016201714422-3-19-fr-nl-1.", ["2016201714422-3-19-fr-nl-1"]),
        ("Een 24-uurs-dienst voor 18-19-jarigen.", []),
        ("HR nr. 09/01777, tel. 070–3026904", ["09/01777", "070–3026904"]),
        ("mijn brief 2011-40998 van 2001-2002", ["2011-40998"]),
        ("paragraaf 4.42.2, 1.234.567 euro, 12.3 uur", ["4.42.2"]),
        ("1/12 deel op 1.1.2002, 3/2024 en 1/2/3", ["1/12", "1.1.2002"]),
        ("aan (i) of (ii), (iv) en (x), VN(i) en de (v)loot", ["(i)", "(ii)", "(iv)", "(x)"]),
        ("met kenmerk 90.476 DGMH en zonder kenmerk.", ["90.476"]),
        (
            "Ons kenmerk: VB 24-3, besluit 2025/00871 en 2024/0033",
            ["VB 24-3", "2025/00871", "2024/0033"],
        ),
        ("Seizoen 2023/2024 en Verordening 2024/1689", []),
        ("Bekend onder kenmerk OPS 1.030.", ["OPS 1.030"]),
        ("12.345 en 1.234.567,89 euro", []),
        ("50000 euro, 2027gaat, 100procent", ["50000"]),
        ("artikel 3, 1.234,56 euro en 12-3-2021", []),
        ("het leerlandschap voor hondengeleiders2.", []),
        ("een duurzaam verblijf5 van 2.067EER-studenten, memo017", ["memo017"]),
    ],
)
def test_codes(text: str, expected: list[str]) -> None:
    found = codes(text)
    assert [match.surface for match in found] == expected
    assert all(text[m.start : m.end] == m.surface and m.keep for m in found)


def test_a_number_without_its_point_may_be_written_as_english_writes_it() -> None:
    assert [match.expected for match in codes("50000 euro")] == [("50000", "50,000")]
    assert [match.expected for match in codes("nr. 2018715781")] == [("2018715781",)]


def test_european_acts_are_named_as_english_names_them() -> None:
    text = "Richtlijn 92/43/EEG, 2002/65/EG en 2013/36/EU; Verordening (EG) nr. 3 van 2009"
    expected = ["92/43/EEC", "2002/65/EC", "2013/36/EU", "EC"]
    assert [match.expected[0] for match in codes(text)] == expected
