"""Dutch words whose reading the sentence decides: verbs that part, verb or noun, part of a name."""

from __future__ import annotations

import pytest

from vertaal.glossary import Glossary, Matcher
from vertaal.types import MatchMode, Term, TermMatch


def matches(row: str, text: str) -> list[TermMatch]:
    """What the row 'source=target' or 'source=target/exact-case' asks of `text`."""
    pair, _, mode = row.partition("/")
    source, _, target = pair.partition("=")
    term = Term(source, target, match=MatchMode(mode) if mode else MatchMode.LEMMA)
    return [match for match in Matcher(Glossary((term,))).match(text) if not match.soft]


PARTED = [
    ("in behandeling nemen=consider", "De Kamer neemt het voorstel in behandeling.", True),
    ("in behandeling nemen=consider", "Het verzoek wordt in behandeling genomen.", True),
    ("in behandeling nemen=consider", "Om het in behandeling te kunnen nemen.", True),
    ("in behandeling nemen=consider", "Dat u het verzoek in behandeling wilde nemen.", True),
    ("in behandeling nemen=consider", "Het in behandeling genomen verzoek.", True),
    (
        "in behandeling nemen=consider",
        "Wanneer neemt de IND de aanvraag van de heer X in behandeling?",
        True,
    ),
    ("in behandeling nemen=consider", "Dat de aanvraag in behandeling is genomen.", True),
    (
        "in behandeling nemen=consider",
        "Dat de aanvraag in behandeling had moeten worden genomen.",
        True,
    ),
    (
        "in behandeling nemen=consider",
        "Zij nemen een besluit. Het verzoek is in behandeling.",
        False,
    ),
    ("in behandeling nemen=consider", "Zij nemen aan dat het verzoek in behandeling is.", False),
    ("op de hoogte stellen=inform", "Heeft u de Kamer daarvan op de hoogte gesteld?", True),
    (
        "op de hoogte stellen=inform",
        "Het ministerie stelde de Kamer vorige week op de hoogte.",
        True,
    ),
    ("op de hoogte stellen=inform", "Wanneer wordt de Kamer op de hoogte gesteld?", True),
    ("op de hoogte stellen=inform", "Bent u op de hoogte van de vragen die zij stellen?", False),
    ("op de hoogte stellen=inform", "Ik ben op de hoogte van het bericht.", False),
    (
        "ter beschikking stellen=make available",
        "De middelen die ter beschikking zijn gesteld.",
        True,
    ),
    ("ter beschikking stellen=make available", "De middelen die ter beschikking staan.", False),
    ("zich zorgen maken=be concerned", "Maakt u zich zorgen over de situatie?", True),
    ("zich zorgen maken=be concerned", "Het kabinet maakt zich grote zorgen over Hongarije.", True),
    ("zich zorgen maken=be concerned", "Ik maak mij zorgen.", True),
    ("zich zorgen maken=be concerned", "Wij maken ons ernstig zorgen.", True),
    ("zich zorgen maken=be concerned", "Dat mensen zich zorgen maken.", True),
    ("zich zorgen maken=be concerned", "Zij hebben zich zorgen gemaakt.", True),
    ("zich zorgen maken=be concerned", "De zorgen maken indruk.", False),
    ("rekening houden met=take account of", "Het kabinet houdt rekening met de belangen.", True),
    (
        "rekening houden met=take account of",
        "Het kabinet houdt bij besluiten altijd rekening met de belangen.",
        True,
    ),
    ("rekening houden met=take account of", "Door rekening te houden met de belangen.", True),
    ("rekening houden met=take account of", "Is daarbij rekening gehouden met de belangen?", True),
    ("rekening houden met=take account of", "Zij houden de rekening in de gaten.", False),
    ("deelnemen aan=participate in", "Nederland neemt deel aan de missie.", True),
    ("deelnemen aan=participate in", "Om aan de missie deel te nemen.", False),
    ("aannemen=adopt", "Zij nemen maatregelen en dringen er bij de EU op aan.", False),
    ("aannemen=adopt", "Waar nemen zij deel aan?", False),
    ("aannemen=adopt", "Zij nemen maatregelen aan de grens.", False),
    ("aannemen=adopt", "Zij hebben maatregelen genomen, daar dringt de Kamer op aan.", False),
    (
        "aannemen=adopt",
        "Zij zullen het nemen zoals het zich aandient, daar komt het op aan.",
        False,
    ),
    ("aannemen=adopt", "Neemt de Kamer de wet volgende week aan?", True),
    ("opnemen=include", "Neemt u dit op in de wet?", True),
    ("opnemen=include", "Zij nemen het op zich.", False),
    ("uitzetten=deport", "De IND zet gezinnen uit.", True),
    ("uitzetten=deport", "Zij zetten zich in en gaan uit van het beste.", False),
]

READ = [
    ("voorstellen=propose", "De voorstellen zijn besproken.", False),
    ("voorstellen=propose", "Wij stellen voor om dit te doen.", True),
    ("voorstellen=propose", "Dat zij dit voorstellen.", True),
    ("voorstel=proposal", "De voorstellen zijn besproken.", True),
    ("verslag=report", "De verslagen zijn openbaar.", True),
    ("verslag=report", "De rebellen werden verslagen door het leger.", False),
    ("verslag=report", "De rebellen zijn verslagen.", False),
    ("verslag=report", "In verslagen van de VN staat dat.", True),
    ("verslag=report", "Er zijn verslagen gemaakt.", True),
    ("verslaan=defeat", "De verslagen zijn openbaar.", False),
    ("verslaan=defeat", "In verslagen van de VN staat dat.", False),
    ("verslaan=defeat", "De rebellen zijn verslagen.", True),
    ("verslaan=defeat", "De rebellen werden door het leger verslagen.", True),
    ("besluiten=decide", "De besluiten van de raad.", False),
    ("besluiten=decide", "Het kabinet heeft besloten om dit te doen.", True),
    ("besluiten=decide", "Op een besloten vergadering.", False),
    ("besluiten=decide", "Zij besluiten dat niet te doen.", True),
    ("besluit=decision", "Zij besluiten dat niet te doen.", False),
    ("besluit=decision", "De besluiten van de raad.", True),
    ("besluit=decision", "Eerdere besluiten zijn herzien.", True),
    ("besluit=decision", "Om daartoe te besluiten.", False),
    ("onderzoek=inquiry", "Wij onderzoeken de zaak.", False),
    ("onderzoek=inquiry", "Diverse onderzoeken tonen dat aan.", True),
    ("onderzoek=inquiry", "De inspectie gaat dit onderzoeken.", False),
    ("onderzoeken=investigate", "Uit onderzoeken blijkt dat.", False),
    ("onderzoeken=investigate", "De inspectie gaat dit onderzoeken.", True),
    ("onderzoeken=investigate", "Bij het onderzoeken van de zaak.", True),
    ("onderzoeken=investigate", "De onderzochte gevallen.", True),
    ("onderzoeken=studies", "De onderzoeken zijn klaar.", True),
    ("middelen=resources", "De middelen zijn schaars.", True),
    ("middelen=funding", "De financiële middelen zijn op.", True),
    ("rechten=rights", "De rechten van de mens.", True),
    ("informeren=inform", "Uw Kamer wordt geïnformeerd.", True),
    ("toetsen=test", "Het plan wordt getoetst aan de wet.", True),
    ("melden=report", "De gemelde incidenten.", True),
    ("arresteren=arrest", "De gearresteerde man.", True),
    ("in werking treden=enter into force", "De wet is in werking getreden.", True),
    ("achten=consider", "Geachte voorzitter,", False),
    ("bieden=offer", "In dat gebied.", False),
    ("menen=think", "De gemeente is groot.", False),
    ("houden=hold", "De raad is gehouden het besluit uit te voeren.", False),
    ("betrekken=involve", "De betrokken ministeries.", False),
    ("betrekken=involve", "De Kamer is daarbij betrokken.", True),
    ("verzoek=request", "De leden verzoeken het kabinet.", False),
    ("verzoek=request", "Verzoeken om informatie.", True),
    ("antwoord=answer", "De antwoorden op de vragen.", True),
    ("antwoord=answer", "Kunt u deze vragen afzonderlijk beantwoorden?", False),
]

NAMED = [
    ("Nederland=the Netherlands/exact-case", "Vluchtelingenwerk Nederland meldt dat.", False),
    ("Nederland=the Netherlands/exact-case", "Volgens Buurtzorg Nederland is dat zo.", False),
    ("Nederland=the Netherlands/exact-case", "Volgens Nederland is dat zo.", True),
    ("Nederland=the Netherlands/exact-case", "Deelt Nederland die mening?", True),
    ("Nederland=the Netherlands/exact-case", "Heeft Nederland Greenpeace gesteund?", True),
    ("Nederland=the Netherlands/exact-case", "Kan Nederland Boeing aanklagen?", True),
    ("Afghanistan=Afghanistan/exact-case", "De Taliban van Afghanistan zegt dat.", True),
    (
        "Nederland=the Netherlands/exact-case",
        "Heeft Nederland Oekraïense militairen getraind?",
        True,
    ),
    ("Nederland=the Netherlands/exact-case", "Het Koninkrijk Nederland.", True),
    ("Nederland=the Netherlands/exact-case", "NEDERLAND EN DE WERELD", True),
    ("Den Haag=The Hague/exact-case", "De Rechtbank Den Haag oordeelt.", False),
    ("Den Haag=The Hague/exact-case", "De rechtbank Den Haag oordeelt.", True),
    ("Den Haag=The Hague/exact-case", "Gemeente Den Haag oordeelt.", True),
    ("Den Haag=The Hague/exact-case", "Station Den Haag Centraal.", False),
    ("Amsterdam=Amsterdam/exact-case", "De Universiteit van Amsterdam.", False),
    ("Rijn=Rhine/exact-case", "Het ligt in Katwijk aan den Rijn.", False),
    ("Maas=Meuse/exact-case", "Bouwen aan de Maas is duur.", True),
    ("Amsterdam=Amsterdam/exact-case", "Het Amsterdam UMC.", False),
    ("Amsterdam=Amsterdam/exact-case", "De burgemeester van Amsterdam.", True),
    ("Rijn=Rhine/exact-case", "Staatssecretaris Van Rijn antwoordt.", False),
    ("Rijn=Rhine/exact-case", "De heer Martin van Rijn.", False),
    ("Rijn=Rhine/exact-case", "De stand van de Rijn.", True),
    ("Brussel=Brussels/exact-case", "Het Verdrag van Brussel.", True),
    ("Rusland=Russia/exact-case", "Ruslands inval.", True),
    ("Nederland=the Netherlands/exact-case", "In goed Nederlands.", False),
    ("mensenrechten=human rights", "De mensen-\nrechten.", True),
    ("Rutte=Rutte", "Rutte's beleid.", True),
    ("motie=motion", "MOTIES EN AMENDEMENTEN", True),
]

OTHER = [
    ("Leiden=Leiden/exact-case", "Leiden deze maatregelen tot minder uitstoot?", False),
    ("Leiden=Leiden/exact-case", "De burgemeester van Leiden.", True),
    ("Polen=Poland/exact-case", "Polen heeft dat gevraagd.", True),
    ("Polen=Poland/exact-case", "Veel Polen werken hier.", False),
    ("Polen=Poland/exact-case", "In heel Polen en Zweden.", True),
    ("verdachte=suspect", "Er is een verdachte aangehouden.", True),
    ("verdachte=suspect", "De verdachten zijn gehoord.", True),
    ("verdachte=suspect", "De verdachte werd gehoord.", True),
    ("verdachte=suspect", "Een verdacht voertuig.", False),
    ("verdachte=suspect", "De verdachte transacties zijn gemeld.", False),
    ("omwonende=local resident", "Overleg met omwonenden.", True),
    ("gedetineerde=prisoner", "Wie gedetineerd is, mag dat niet.", False),
    ("gedetineerde=prisoner", "Alle gedetineerden hebben dat recht.", True),
    ("gedetineerde=prisoner", "Om een gedetineerde langdurig vast te houden.", True),
    ("gedetineerde=prisoner", "Om een gedetineerde vast te houden.", True),
    ("Buitenlandse Zaken=Foreign Affairs", "De FOD Buitenlandse Zaken meldt dat.", True),
    ("Israël=Israel/exact-case", "De levering van Israël F35-onderdelen.", True),
    ("Wageningen=Wageningen/exact-case", "De Wageningen University meldt dat.", False),
    ("vraag=question", "Kunt u vragen 3 en 4 beantwoorden?", True),
    ("vraag=question", "Wij vragen om aandacht.", False),
    ("Eurocommissaris=Commissioner/exact", "Eurocommissaris Hoekstra zei dat.", True),
    ("Landbouw=Agriculture/exact", "Minister Adema van Landbouw zei dat.", True),
    ("kabinet=government", "Het kabinet¹ heeft dit besloten.", True),
    ("D66=D66/exact-case", "D66² stemde tegen.", True),
    ("artikel 1=Article 1", "Zie artikel 1. Dat is zo.", True),
    ("artikel 1=Article 1", "Zie artikel 1.2 van de wet.", False),
    ("box 3=box 3", "In box 3/4 staat dat.", False),
    ("Europees=European", "De Europese Diergezondheidsverordening.", True),
]


@pytest.mark.parametrize(("row", "text", "asks"), [*PARTED, *READ, *NAMED, *OTHER])
def test_a_term_is_asked_for_where_it_is_meant(row: str, text: str, asks: bool) -> None:
    assert any(not match.shadowed_by for match in matches(row, text)) is asks


@pytest.mark.parametrize(
    ("place", "text", "name"),
    [
        (
            "Nederland=the Netherlands",
            "Volgens Buurtzorg Nederland klopt dat.",
            "Buurtzorg Nederland",
        ),
        ("Den Haag=The Hague", "Station Den Haag Centraal is dicht.", "Station Den Haag Centraal"),
        ("Amsterdam=Amsterdam", "De Universiteit van Amsterdam.", "Universiteit van Amsterdam"),
        ("Rijn=Rhine", "Minister Van Rijn antwoordt.", "Van Rijn"),
    ],
)
def test_the_name_that_holds_a_place_is_logged(place: str, text: str, name: str) -> None:
    (match,) = matches(f"{place}/exact-case", text)
    assert match.shadowed_by == name


def test_an_entry_for_the_whole_name_stands() -> None:
    terms = (
        Term("Den Haag", "The Hague", match=MatchMode.EXACT_CASE),
        Term("Rechtbank Den Haag", "The Hague District Court", match=MatchMode.EXACT_CASE),
    )
    found = Matcher(Glossary(terms)).match("De Rechtbank Den Haag oordeelt.")
    assert [match.expected[0] for match in found if not match.shadowed_by] == [
        "The Hague District Court"
    ]


def test_two_places_side_by_side_are_no_name() -> None:
    terms = (
        Term("Nederland", "the Netherlands", match=MatchMode.EXACT_CASE),
        Term("Rusland", "Russia", match=MatchMode.EXACT_CASE),
    )
    found = Matcher(Glossary(terms)).match("Heeft Nederland Rusland daarop aangesproken?")
    assert [match.shadowed_by for match in found] == ["", ""]
