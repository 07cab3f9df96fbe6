"""What a model turns round is seen in words that it reads as they are meant."""

from __future__ import annotations

import pytest

from vertaal.glossary import Glossary, Matcher
from vertaal.translation.requests import request
from vertaal.translation.rewording import meant
from vertaal.translation.standins import eased
from vertaal.types import Translation

_MATCHER = Matcher(Glossary(()))


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("Het waren tweehonderdeenendertig zaken.", "Het waren 231 zaken."),
        ("Vijfentwintigduizend of 20 schapen.", "25.000 of 20 schapen."),
        ("In negentienhonderdvijftien kwam de wet.", "In 1915 kwam de wet."),
        ("Honderd, tweeduizend en eenenveertig.", "Honderd, tweeduizend en eenenveertig."),
        ("Duizenden mensen, tienduizenden euro's.",) * 2,
        ("De veroordeling tot twee jaar cel.", "De veroordeling van twee jaar cel."),
        ("Hij kan tot twee jaar cel krijgen.",) * 2,
        (
            "De genoemde leden stelden u op 3 mei een vraag.",
            "De genoemde leden stelden aan u op 3 mei een vraag.",
        ),
        ("De vraag die de leden u stelden.",) * 2,
        ("Met terugwerkende kracht tot 3 mei.", "Met terugwerkende kracht vanaf 3 mei."),
        (
            "Met terugwerkende kracht tot en met de dag van de val.",
            "Met terugwerkende kracht vanaf de dag van de val.",
        ),
        ("Met terugwerkende kracht tot drie jaar.",) * 2,
        ("Ik keur goed, dat dit gebeurt.", "Ik keur goed dat dit gebeurt."),
        ("De rente was met 2,5% lager dan elders.", "De rente was, met 2,5%, lager dan elders."),
        ("De prijs was met 2,5% lager dan elders.",) * 2,
        ("De inzet van Zr.Ms. Rotterdam.", "De inzet van HNLMS Rotterdam."),
        ("Dit is door zijn of haar voogd gezegd.",) * 2,
        ("Er is krap 3 miljoen euro.", "Er is bijna 3 miljoen euro."),
        ("Een kleine twintig zaken.", "Bijna twintig zaken."),
        ("Zo zegt de heer prof. dr. ir. A. Smit.", "Zo zegt prof. A. Smit."),
        ("De heer dr. Smit en mevrouw mr. De Wit.", "Dr. Smit en mevrouw De Wit."),
        ("Zie drs. ing. P.J. Smit MBA.", "Zie P.J. Smit MBA."),
        ("De film Mr. Bean op het Mr. P.J. Smitplein.",) * 2,
        ("De heren Smit en De Wit.", "De heer Smit en de heer De Wit."),
        (
            "Aan de heren Smit (D66), Van der Wit en Bos.",
            "Aan de heer Smit (D66), de heer Van der Wit en de heer Bos.",
        ),
        ("De heren Smit, beiden wethouder.", "De heer Smit, beiden wethouder."),
        (
            "Ik pas de regels per 3 mei aan, en dat is goed.",
            "Ik wijzig de regels per 3 mei, en dat is goed.",
        ),
        ("Daarom pas ik de norm niet toe.", "Daarom gebruik ik de norm niet."),
        ("Pas ik de wet aan om die reden?", "Wijzig ik de wet om die reden?"),
        ("Ik pas mij aan.",) * 2,
        ("Ik pas dan met de hulp aan zet.",) * 2,
        ("Bij een boete vanaf € 1.500 geldt dit.", "Bij een boete van € 1.500 of meer geldt dit."),
        ("Een lening vanaf € 2 miljoen.", "Een lening van € 2 miljoen of meer."),
        ("De prijzen beginnen vanaf € 12.",) * 2,
        ("Een boete vanaf € 12 tot € 40.",) * 2,
        ("Kinderen vanaf 12 jaar, vanaf 3 mei.",) * 2,
        (
            "Op de brandtrap na is het hele huis af.",
            "Met uitzondering van de brandtrap is het hele huis af.",
        ),
        (
            "Alle huizen zijn op de oudste schuren na verkocht.",
            "Alle huizen zijn met uitzondering van de oudste schuren verkocht.",
        ),
        ("Op de dag na de brand was iedereen er.",) * 2,
        ("Op de dag na inwerkingtreding geldt alles, en op de eerste week na niets.",) * 2,
        ("Op de markt na aankomst alle appels.",) * 2,
        ("Zij leven op de markt alle regels op de prijzen na.",) * 2,
        ("Ik weet dit net zomin als hij.", "Ik weet dit evenmin als hij."),
        ("De zaak van 25/4, op 25/4 en 3/5.", "De zaak van 25/4, op 25 april en 3 mei."),
        ("Op 1/3 van de tijd, op 9/11, 24/7, per 1/2 uur.",) * 2,
        (
            "Zie artikel 1a Sr en artikel 2 Sv.",
            "Zie artikel 1a van het Wetboek van Strafrecht"
            " en artikel 2 van het Wetboek van Strafvordering.",
        ),
        ("Zie Rb. Utrecht 3 mei 2021.", "Zie rechtbank Utrecht 3 mei 2021."),
        ("De heren en dames.",) * 2,
        ("Van 1-7-2025 tot 01/08/2026.", "Van 1 juli 2025 tot 1 augustus 2026."),
        ("Nr. 12-13-2021 en 1-7-25.",) * 2,
        ("Op 30 okt. 2025 en 1 mrt 2026.", "Op 30 oktober 2025 en 1 maart 2026."),
        ("Om 20.30 u., of om 8:00u, op tv.", "Om 20.30 uur, of om 8:00 uur, op tv."),
        ("In 2025 (t/m mei).", "In 2025 (tot en met mei)."),
        ("Een bedrag ad € 5.", "Een bedrag van € 5."),
        ("Het KB van 3 mei.", "Het Koninklijk besluit van 3 mei."),
        ("Dat is € 25 bruto p.m. per jaar.", "Dat is € 25 bruto per maand per jaar."),
        ("Een post p.m. is dat.",) * 2,
        ("Het jaar 2021/'22.", "Het jaar 2021/22."),
        ("Het kost ƒ 4.710,- of fl. 12,50.", "Het kost 4.710 gulden of 12,50 gulden."),
        ("Een dikke vijfhonderd mensen.", "Ruim vijfhonderd mensen."),
        ("Het kost net geen € 40 per stuk.", "Het kost bijna € 40 per stuk."),
        ("Een slordige honderd zaken.", "Zo'n honderd zaken."),
        ("Amper 40 procent kwam.", "Nauwelijks 40 procent kwam."),
        ("Amper een kwart kwam.", "Slechts een kwart kwam."),
        ("Nauwelijks de helft kwam.", "Slechts de helft kwam."),
        ("De helft kwam nauwelijks.",) * 2,
        ("Zij kan besluiten geen geld te geven.", "Zij kan besluiten om geen geld te geven."),
        ("Zij mag afspreken dit niet te doen.", "Zij mag afspreken om dit niet te doen."),
        ("Zij kan niet besluiten dit te doen.",) * 2,
        ("Zij kan besluiten of dit niet te doen is.",) * 2,
        ("Zij verklaart ook nooit te zijn gehoord.", "Zij zegt ook nooit te zijn gehoord."),
        ("Zij stelt niet verplicht dit te melden.",) * 2,
        ("Dat is 3 procentpunt meer.", "Dat is 3 percentage points meer."),
        ("Of dat mag, is aan de rechter.", "Of dat mag, is een zaak voor de rechter."),
        ("Zij is aan de rechter verwant.",) * 2,
        ("Dat advies, dat gegeven is aan de raad.",) * 2,
        ("Ik kom hier in mei op terug.", "Ik kom hierop in mei terug."),
        ("Ik kom daar op terug.", "Ik kom hierop terug."),
        ("Ik kom hier in mei terug.",) * 2,
        ("Ten naaste bij 400 huizen.", "Ongeveer 400 huizen."),
        ("Een kleine gemeente, krap bemeten.", "Een kleine gemeente, krap bemeten."),
        ("Een dikke twee-onder-een-kap.", "Een dikke twee-onder-een-kap."),
        ("Honderdduizenden mensen kwamen.", "Honderden duizenden mensen kwamen."),
        ("Enkele honderdduizenden mensen.", "Enkele honderdduizenden mensen."),
        ("Het kost anderhalf miljoen euro.", "Het kost 1,5 miljoen euro."),
        ("Het kost tweeënhalf miljard.", "Het kost 2,5 miljard."),
        ("Het duurt anderhalf jaar.", "Het duurt anderhalf jaar."),
        ("Zij komen tweewekelijks bijeen.", "Zij komen elke twee weken bijeen."),
        ("Zij brengen vierjaarlijks verslag uit.", "Zij brengen elke vier jaar verslag uit."),
        ("Een tweejaarlijks verslag.", "Een tweejaarlijks verslag."),
        ("Op één na zijn alle klaar.", "Met uitzondering van één zijn alle klaar."),
        ("Allen op Hongarije na.", "Allen met uitzondering van Hongarije."),
        ("Op een paar uitzonderingen na is alles af.", "Met een paar uitzonderingen is alles af."),
        ("De op één na grootste stad.", "De op één na grootste stad."),
        ("Op 3 maart na het debat.", "Op 3 maart na het debat."),
        ("Het is 2,5 à 3 procent.", "Het is 2,5 tot 3 procent."),
        ("Zij werken tot 16 uur per week.", "Zij werken maximaal 16 uur per week."),
        ("Zij werken van 9 tot 16 uur per dag.", "Zij werken van 9 tot 16 uur per dag."),
        (
            "Thuis hoeft dit niet, in de auto wel.",
            "Thuis hoeft dit niet, maar in de auto is dat anders.",
        ),
        ("Dan kan zij niet anders dan gaan.", "Dan kan zij alleen gaan."),
        ("Dit is niet anders dan elders.", "Dit is niet anders dan elders."),
        ("Dat was alles behalve veilig.", "Dat was allesbehalve veilig."),
        ("Uitsluitend de raad mag dit.", "Alleen de raad mag dit."),
        ("Hoogstens één gemeente.", "Hooguit één gemeente."),
        ("Wij weten dit niet, zij wel.", "Wij weten dit niet, zij wel."),
        ("Dat mag onder geen beding.", "Dat mag in geen geval."),
        ("Ook al is dit duur, het helpt.", "Zelfs al is dit duur, het helpt."),
        ("Ook al in 2019 was dit duur.",) * 2,
        ("Daar komt nog bij dat het regent.", "Daarbij komt dat het regent."),
        ("Hoe later, des te duurder.", "Hoe later, hoe duurder."),
        ("Dit is des te erger.",) * 2,
        ("Hetgeen u vraagt is duur.", "Wat u vraagt is duur."),
        ("Opdat dit slaagt, helpt zij.", "Om ervoor te zorgen dat dit slaagt, helpt zij."),
        ("Zij laat het na om dit te melden.", "Zij laat na om dit te melden."),
        ("Zij liet het na de raad te bellen.", "Zij liet na om de raad te bellen."),
        ("Zij laat het na het debat weten.",) * 2,
        ("Dit dient ter dekking van kosten.", "Dit is bedoeld ter dekking van kosten."),
        ("Dit dient ter zitting te blijken.",) * 2,
        ("Geld dat moet dienen ter dekking van kosten.",) * 2,
        (
            "Tegen het advies van de arts in is zij gegaan.",
            "Tegen het advies van de arts is zij gegaan.",
        ),
        ("Tegen het advies in de brief is bezwaar gemaakt.",) * 2,
        ("Dan was de brand voorkomen.", "Dan was de brand vermeden."),
        ("De Kamer wordt hierover nog bericht.", "De Kamer wordt hierover nog geïnformeerd."),
        ("De Kamer wordt gewezen op het bericht.",) * 2,
        ("De norm ging van 4 naar 6 dagen.", "De norm veranderde van 4 naar 6 dagen."),
        ("De trein gaat van spoor 4 naar 6.",) * 2,
        (
            "Op een enkele uitzondering na zijn zij er.",
            "Met een enkele uitzondering zijn zij er.",
        ),
        ("De voogd wil zijn of haar stem uitbrengen.", "De voogd wil zijn/haar stem uitbrengen."),
        (
            "Wél is dit alléén vóór één café in Curaçao, privé, vóór of tegen; niét bij André.",
            "Wel is dit alleen vóór één café in Curaçao, privé, voor of tegen; niet bij André.",
        ),
        ("In 2001 -2002, 2003- 2004 en 2005 - 2006.", "In 2001-2002, 2003-2004 en 2005 - 2006."),
        ("Betreft Reactie op de motie", "Reactie op de motie;"),
        ("Betreft: uw brief", "uw brief"),
        ("Betreft Terschelling dit ook?", "Betreft Terschelling dit ook?"),
        ("Het betreft: een brug.", "Het betreft: een brug."),
        ("Na 30 tellen en binnen enkele tellen.", "Na 30 seconden en binnen enkele seconden."),
        ("Na het tellen, in deze tellen.", "Na het tellen, in deze tellen."),
        ("Een paar tellen mee.", "Een paar tellen mee."),
        ("Er is 24 uursbewaking, 24 uur lang.", "Er is 24-uursbewaking, 24 uur lang."),
        ("Het is een graad of 24.", "Het is ongeveer 24 graden."),
        ("Een man of 20 en een stuk of 15 brieven.", "Ongeveer 20 man en ongeveer 15 brieven."),
        ("Het duurt een dag of 2 dagen.", "Het duurt een dag of 2 dagen."),
        ("Bij 4 graden vorst, of 9.", "Bij 4 graden onder nul, of 9."),
        ("Het kan 4 graden vriezen.", "Het kan 4 graden onder nul worden."),
        ("Zie artikel 7:1 BW.", "Zie artikel 7:1 van het Burgerlijk Wetboek."),
        ("Boek 6 van het BW", "Boek 6 van het Burgerlijk Wetboek"),
        ("Zorg met verblijf (BW).", "Zorg met verblijf (BW)."),
        ("Zie artikel 3 Turks BW.", "Zie artikel 3 Turks BW."),
        ("Het duurt 2½ jaar.", "Het duurt 2,5 jaar."),
        (
            "In deze regels wordt verstaan onder vee: koeien.",
            "Voor de toepassing van deze regels betekent vee: koeien.",
        ),
        (
            "In dit besluit worden onder boten mede verstaan vlotten.",
            "Voor de toepassing van dit besluit betekenen boten mede vlotten.",
        ),
        (
            "Voor de toepassing van deze wet wordt verstaan onder:",
            "In deze wet zijn de volgende definities van toepassing:",
        ),
        (
            "In deze wet wordt verstaan onder: a. koe: rund; b. ooi: ram.",
            "In deze wet zijn de volgende definities van toepassing: a. koe: rund; b. ooi: ram.",
        ),
        ("In dit verband wordt onder vee verstaan: koe.",) * 2,
        ("Dat is 12 ¾ en ½ uur.", "Dat is 12,75 en 0,5 uur."),
        ("Na 2⅓ jaar ⅔ van hen.", "Na 2 1/3 jaar 2/3 van hen."),
        ("Met 0,3 ‰ en 3‰.", "Met 0,3 promille en 3 promille."),
        ("Open ma-vr 9.00-17.00 uur.", "Open maandag t/m vrijdag 9.00 tot 17.00 uur."),
        ("Op Wo. 12 maart en za en zo.", "Op woensdag 12 maart en zaterdag en zondag."),
        ("Dat is zo en zo vaak zo.", "Dat is zo en zo vaak zo."),
        ("Dat kost 2,5 ton per jaar.", "Dat kost 250.000 euro per jaar."),
        ("Ze gaven 3 ton euro uit.", "Ze gaven 300.000 euro uit."),
        ("Een subsidie van ruim een ton.", "Een subsidie van ruim 100.000 euro."),
        ("Een tekort tussen 2 en 3 ton.", "Een tekort tussen 200.000 euro en 300.000 euro."),
        ("De uitstoot is 5 ton, dat kost geld.", "De uitstoot is 5 ton, dat kost geld."),
        ("Dat kost 90 euro per 2 ton.", "Dat kost 90 euro per 2 ton."),
        ("Zij trekt 3 ton uit voor de brug.", "Zij trekt 300.000 euro uit voor de brug."),
        ("Dat bracht 3 ton in het laatje.", "Dat bracht 300.000 euro in het laatje."),
        ("Het is voor 3 ton verbouwd.", "Het is voor 300.000 euro verbouwd."),
        ("Een inzamelactie van 3 ton.", "Een inzamelactie van 300.000 euro."),
        ("De tractor trekt 3 ton uit de sloot.", "De tractor trekt 3 ton uit de sloot."),
        ("Er is 3 ton tarwe verbouwd.", "Er is 3 ton tarwe verbouwd."),
        ("Een ton met water kost 50 euro.", "Een ton met water kost 50 euro."),
        ("Bestelbussen tot 3,5 ton kosten meer.", "Bestelbussen tot 3,5 ton kosten meer."),
        ("Er lag 12 ton op de kade.", "Er lag 12 ton op de kade."),
        ("Af en toe komt dit af en toe voor.", "Nu en dan komt dit nu en dan voor."),
        ("De af- en toename, af en toe-", "De af- en toename, af en toe-"),
        ("Dat kostte enkele tonnen.", "Dat kostte enkele honderdduizenden euro's."),
        ("Een boete van een paar ton euro.", "Een boete van een paar honderdduizend euro."),
        ("Zij heeft drie ton verduisterd.", "Zij heeft 300.000 euro verduisterd."),
        ("Die zes ton had hij verduisterd.", "Die 600.000 euro had hij verduisterd."),
        ("De club zamelde 1,5 ton in voor Oxfam.", "De club zamelde 150.000 euro in voor Oxfam."),
        ("Enkele tonnen afval storten kost geld.", "Enkele tonnen afval storten kost geld."),
        ("Dit kost tientallen tonnen per jaar.", "Dit kost tientallen tonnen per jaar."),
    ],
)
def test_what_the_model_turns_round_is_seen_otherwise(source: str, seen: str) -> None:
    assert eased(request(source, _MATCHER)).request.source == seen


@pytest.mark.parametrize("source", ["Na 2⅓ jaar en nu.", "Op Wo. 3 mei en za.", "Het is ¾ en ½."])
def test_links_lead_back_past_what_is_seen_otherwise(source: str) -> None:
    asked = eased(request(source, _MATCHER))
    at = asked.request.source.index(" en ") + 1
    back = asked.restored(Translation("And so on.", 0.0, links=((at, at + 2, 0, 3, 90),)))
    assert [source[a:b] for a, b, *_ in back.links] == ["en"]


def test_his_or_her_comes_back_as_the_source_has_it() -> None:
    made = Translation("The guardian wants to cast his/her vote.", -0.1)
    back = eased(request("De voogd wil zijn of haar stem uitbrengen.", _MATCHER)).restored(made)
    assert back.target == "The guardian wants to cast his or her vote."
    both = eased(request("De voogd wil zijn/haar stem uitbrengen.", _MATCHER)).restored(made)
    assert both.target == made.target


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("De centrale zal in de jaren dertig draaien.", ["2030s"]),
        ("Dit wordt begin van de jaren ’30 verwacht.", ["2030s"]),
        ("In de jaren dertig was er crisis, zo zullen velen weten.", []),
        ("Bij (te) trage treinen of (te) lachen.", ["too"]),
        (
            "Artikel 2, eerste lid, derde volzin, of artikel 3, laatste zin.",
            ["third sentence", "last sentence"],
        ),
        ("De tweede zin van dit lied.", []),
        ("Alleen al de bouw kost geld.", ["alone"]),
        ("Alleen al om die reden, alleen al in 2023, alleen al het afgelopen jaar.", []),
        ("Huizen uit de jaren dertig zullen verdwijnen.", []),
        ("Aan wie gaf de raad het geld?", ["to whom"]),
        ("Met wie sprak de raad?", ["with whom"]),
        ("Aan wie geld gaf, werd niets gevraagd.", []),
    ],
)
def test_what_the_model_takes_for_something_else_is_shown_in_english(
    dutch: str, english: list[str]
) -> None:
    assert [word for _, _, word in meant(dutch)] == english
