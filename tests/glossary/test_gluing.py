"""Words that lost the space between them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vertaal.glossary import Matcher, load
from vertaal.glossary.dutch import tokenise
from vertaal.glossary.gluing import apart, cuts, opened, ran_together

GLOSSARY = Path(__file__).parents[2] / "glossary"


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("bentu bekend met watu vindt", "bent u bekend met wat u vindt"),
        ("opde dag inuw huis", "op de dag in uw huis"),
        ("een menu of ure uit Peru", "een menu of ure uit Peru"),
        ("hiervóór en hiermede, alsdan", "hiervóór en hiermede, alsdan"),
        ("hetkabinet", "het kabinet"),
        ("Hetkabinet", "Het kabinet"),
        ("debezette", "de bezette"),
        ("onderde", "onder de"),
        ("terespecteren", "te respecteren"),
        ("activiteitenvan", "activiteiten van"),
        ("zegtdat", "zegt dat"),
        ("opbasis", "op basis"),
        ("dezeorganisatie", "deze organisatie"),
        ("zijnveroordeeld", "zijn veroordeeld"),
        ("iscruciaal", "is cruciaal"),
        ("moetworden", "moet worden"),
        ("tijdensde", "tijdens de"),
        ("Nederlandsegedetineerden", "Nederlandse gedetineerden"),
        ("doodstrafbestaat", "doodstraf bestaat"),
        ("Zakenheeft", "Zaken heeft"),
        ("aanvraagprocedureheeft", "aanvraagprocedure heeft"),
        ("inNederland", "in Nederland"),
        ("toenmaligeMinister", "toenmalige Minister"),
        ("PalestijnseGebieden", "Palestijnse Gebieden"),
        ("2027gaat", "2027 gaat"),
        ("2026–2027gaat", "2026–2027 gaat"),
        ("2024-2025worden", "2024-2025 worden"),
        ("2024-2025is", "2024-2025 is"),
        ("2025en 2026", "2025 en 2026"),
        ("studiejaar2026", "studiejaar 2026"),
        ("november2024", "november 2024"),
        ("2.067EER-studenten", "2.067 EER-studenten"),
        ("1.200euro", "1.200 euro"),
        ("tot1,5 graden", "tot 1,5 graden"),
        ("(Kamerstuk33 529, nr. 5)", "(Kamerstuk 33 529, nr. 5)"),
        ("BioScience8 oktober", "BioScience 8 oktober"),
        ("Oekraïneis", "Oekraïne is"),
        ("IGHdoet", "IGH doet"),
        ("De Wvggniet, de Stemmenen de Strand", "De Wvgg niet, de Stemmen en de Strand"),
        ("VNheeft", "VN heeft"),
        ("nr.537", "nr. 537"),
        ("RijksadviseurWouter", "Rijksadviseur Wouter"),
        ("wetgevingsoverlegEmancipatie", "wetgevingsoverleg Emancipatie"),
        ("Nederlandin", "Nederland in"),
    ],
)
def test_two_words_are_told_apart(glued: str, apart: str) -> None:
    assert opened(f"Zo ook {glued}, zeker.").text == f"Zo ook {apart}, zeker."


def test_a_small_word_that_opens_a_sentence_is_parted_from_an_abbreviation() -> None:
    assert opened("OpEU-niveau doet DeEU dat.").text == "Op EU-niveau doet DeEU dat."


@pytest.mark.parametrize(
    "word",
    # Compounds, verbs and names that begin or end with a small word; brands; footnote marks; words
    # of an English quotation.
    "dekolonisatie deblokkeren depositiewaarde inreizen omprijzen opkoop voorrekening enveloppe "
    "overdeclaratie dierenwelzijn heteroseksueel edelsteen vandaag kwaliteitseisen Enver Donnavan "
    "GroenLinks WannaCry iPhone dsRNA motie2 verblijf5 21ste 100den 125ter covid19 memo017 "
    "motie1,2 motie1 Nederlanden Brusselaar Romein "
    "ZorgDomein WerkUrenBerekenaar HuisartsenPost "
    "VVDers CAOs PVVfractie "
    "1850ml 2024-0002027gaat 2030-01is "
    "moreover therein enforce enforcement decode denotes turnover allergens manuals".split(),
)
def test_one_word_stays_one(word: str) -> None:
    assert opened(f"Zo ook {word}, zeker.").text == f"Zo ook {word}, zeker."


def test_a_capital_is_cut_off_only_where_it_opens_a_sentence() -> None:
    assert opened("Mevrouw Demeester sprak.").text == "Mevrouw Demeester sprak."
    assert opened("Ja. Dekamer sprak. Bentu dat?").text == "Ja. De kamer sprak. Bent u dat?"
    assert opened("Intwee zaken sprak Inbeide.").text == "In twee zaken sprak Inbeide."
    assert opened("Zonee, waarom niet? Zoja, wat?").text == "Zo nee, waarom niet? Zo ja, wat?"


@given(st.text(alphabet="abdehintv DN2025.-é", max_size=60))
def test_only_spaces_are_put_in(text: str) -> None:
    assert opened(text).text.replace(" ", "") == text.replace(" ", "")
    assert all(0 < at < len(text) and not text[at - 1 : at + 1].isspace() for at in cuts(text))


GENRE = sorted((Path(__file__).parents[2] / "training" / "data").glob("genre-*.tsv"))
# These hold sentences as PDFs and databases give them, with words glued.
GLUED = {"genre-pdf", "genre-q", "genre-r", "genre-s", "genre-t"}
CLEAN = [
    line.split("\t")[0]
    for path in GENRE
    if path.stem not in GLUED
    for line in path.read_text("utf-8").splitlines()
]


def test_clean_text_is_left_as_it_is_but_for_one_word_in_ten_thousand() -> None:
    words = sum(len(text.split()) for text in CLEAN)
    assert words > 200_000
    assert sum(len(cuts(text)) for text in CLEAN) <= words / 10_000


def test_in_a_document_that_lost_spaces_one_clean_word_in_a_thousand_is_cut() -> None:
    some = CLEAN[::6]
    wrong = sum(len(cuts(text, run_together=True)) for text in some)
    assert wrong <= sum(len(text.split()) for text in some) / 1_000


@pytest.mark.parametrize(("run_together", "share"), [(False, 0.5), (True, 0.7)])
def test_most_spaces_lost_between_two_words_are_found(run_together: bool, share: float) -> None:
    found = []
    for text in CLEAN[::10]:
        places = [hit.start() for hit in re.finditer("(?<=[a-z]) (?=[a-z])", text)]
        for at in places[len(places) // 2 :][:1]:
            found.append(at in cuts(text[:at] + text[at + 1 :], run_together))
    assert len(found) > 1_000
    assert sum(found) >= share * len(found)


def test_a_term_is_found_in_a_glued_word() -> None:
    text = "Deelt hetkabinet die mening?"
    [match] = Matcher(load([GLOSSARY])).match(text)
    assert (text[match.start : match.end], match.expected[0]) == ("kabinet", "government")
    assert not match.soft


def test_beside_a_lost_space_less_evidence_is_asked_for() -> None:
    assert opened("Dit is debudgettaire ruimte.").text == "Dit is debudgettaire ruimte."
    assert opened("Ziet hetkabinet debudgettaire?").text == "Ziet het kabinet de budgettaire?"
    tokens = apart(tokenise("Ziet hetkabinet debudgettaire?"))
    assert [token.text for token in tokens] == ["Ziet", "het", "kabinet", "de", "budgettaire"]


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("steun vande raad", "steun van de raad"),
        ("recht opstudiefinanciering", "recht op studiefinanciering"),
        ("Decontroles lopen", "De controles lopen"),
        ("HetMinisterie van VanDijk", "Het Ministerie van Van Dijk"),
        ("het Collegevan procureurs", "het College van procureurs"),
        ("moet betergeholpen zijn", "moet beter geholpen zijn"),
        ("een vraaggestuurd stelsel", "een vraaggestuurd stelsel"),
        ("het opnamerapport", "het opnamerapport"),
        ("een langdurige inspanningsverplichting", "een langdurige inspanningsverplichting"),
        ("de aangetoonde schade", "de aangetoonde schade"),
        ("de wens uitte hij", "de wens uitte hij"),
        ("het tweeminutendebat", "het tweeminutendebat"),
    ],
)
def test_in_a_document_that_lost_spaces_throughout_still_less_will_do(
    glued: str, apart: str
) -> None:
    assert opened(glued).text == glued
    assert opened(glued, cuts(glued, run_together=True)).text == apart


def test_a_document_lost_spaces_throughout_if_some_of_its_words_are_two_for_certain() -> None:
    lost = ["Ditmoet hetkabinet weten.", "Hij zegtdat terstond."]
    assert ran_together(lost)
    assert not ran_together([*lost, "Dit is een zin van acht gewone woorden. " * 80])
    assert not ran_together(lost[:1])
    assert not ran_together([])
