"""What the checks must see and must leave alone, beyond the examples of their manual."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vertaal.checks import CHECKS, check_unit, passes

FINE = [
    ("numbers", "Het gaat om 10.000 huishoudens.", "It concerns 10,000 households."),
    ("numbers", "Het gaat om 35 000 bomen.", "It concerns 35,000 trees."),
    ("numbers", "Drieënhalf jaar en anderhalve maand", "Three and a half years and 1.5 months"),
    ("numbers", "De twee landen zijn het eens.", "Both countries agree."),
    ("numbers", "Het tweeminutendebat is morgen.", "The two-minute debate is tomorrow."),
    ("numbers", "Het kabinet acht dit zorgelijk.", "The government considers this worrying."),
    ("numbers", "Binnen acht weken en in een half jaar", "Within eight weeks and in six months"),
    ("numbers", "Driehonderdvijftigduizend mensen", "Three hundred and fifty thousand people"),
    ("numbers", "Om 14.00 uur begint het.", "It begins at 2 p.m."),
    ("numbers", "Tussen de 25 en 30 miljoen kilo", "Between 25 and 30 million kilos"),
    ("numbers", "Er zijn tienduizenden meldingen.", "There are tens of thousands of reports."),
    ("numbers", "Een derde van de scholen", "A third of the schools"),
    ("numbers", "Antwoord op de vragen 2,3 en 6", "Answer to questions 2, 3 and 6"),
    ("numbers", "Windows 2000 en F-16’s", "Windows 2000 and F-16s"),
    ("numbers", "De regels worden in acht genomen.", "The rules are observed."),
    ("numbers", "Waarbij de regels in acht worden genomen", "In compliance with the rules"),
    ("numbers", "De coronabonussen zijn uitbetaald.", "The COVID-19 bonuses have been paid out."),
    ("numbers", "Ruim anderhalf miljoen mensen", "More than one and a half million people"),
    ("numbers", "Langer dan een half jaar", "For more than six months"),
    ("numbers", "Zes maanden en zes dagen", "Six months and six days"),
    ("numbers", "500 kilowattuur en 3.000 kubieke meter", "500 kilowatt-hours and 3,000 m³"),
    ("numbers", "Om 7.30 uur 's avonds", "At 7.30 pm"),
    ("numbers", "De Eerste Kamer sprak in tweede termijn.", "The Senate in its second term."),
    ("numbers", "Dit is in hettweeminutendebat gezegd.", "It was said in the two-minute debate."),
    ("numbers", "Die van twaalf, vantwaalf gemeenten", "Those of 12, of 12 municipalities"),
    ("numbers", "Van de 15 leden zijn er 12 nieuw.", "12 of the 15 members are new."),
    ("numbers", "Er zijn 12 van de 15 leden nieuw.", "Of the 15 members, 12 are new."),
    ("numbers", "Van 3 naar 5 en later van 5 naar 3", "From 3 to 5 and later from 5 to 3"),
    ("dates", "In 2023 van 120 (in 2020) naar 150", "From 120 in 2020 it rose to 150 in 2023"),
    ("numbers", "Na anderhalf jaar en een half uur", "After eighteen months and 30 minutes"),
    ("numbers", "Na drie kwartier en een kwartier", "After 45 minutes and 15 minutes"),
    ("numbers", "Om half elf 's avonds", "At half past ten in the evening"),
    ("numbers", "Om half elf 's avonds", "At 10.30 p.m."),
    ("numbers", "Binnen veertien dagen", "Within two weeks"),
    ("numbers", "Een half miljoen mensen", "500,000 people"),
    ("numbers", "Om 14.30 uur begint het.", "It begins at half past two."),
    (
        "numbers",
        "Van 14.45 uur tot kwart over vier",
        "From a quarter to three to a quarter past four",
    ),
    ("numbers", "In het kwartaal tot 9.400 gestegen", "It rose in the first quarter to 9,400."),
    ("numbers", "Van een kwart tot drie kwart van hen", "From a quarter to three quarters of them"),
    ("numbers", "Om 00.30 uur 's nachts", "At half past twelve at night"),
    ("numbers", "Op vier na de grootste gemeente", "The fifth-largest municipality"),
    ("percentages", "Een kwart van de scholen", "25% of the schools"),
    ("percentages", "Bij 40 procent gaat het om de helft.", "Two fifths have 50 per cent."),
    (
        "money",
        "Een half miljoen, later € 500 miljoen",
        "Half a million, later half a billion euros",
    ),
    ("numbers", "Bij -5 graden en min 3 graden", "At five below zero and at minus 3 degrees"),
    ("numbers", "Een marge van +/-3 dagen", "A margin of about 3 days"),
    ("numbers", "- 3 leden, 4 -5 dagen, (-6)", "3 members, 4–5 days, (–6)"),
    ("percentages", "De groei was -3%.", "The economy shrank by 3%."),
    ("percentages", "Een daling van 3%", "A change of -3%"),
    ("money", "Het saldo is € -2 miljoen.", "The balance is −€2 million."),
    ("numbers", "Bea ten Tusscher was er.", "Bea ten Tusscher was there."),
    ("numbers", "De CO2-kosten", "The carbon costs"),
    ("references", "Bijlagen I en II, titel IV", "Annexes I and II, Title 4"),
    ("references", "Kamerstukken II 2019/20, 3", "Parliamentary Papers II 2019/20, 3"),
    ("references", "Zie Kamerstukken I/II, nr. 3", "See Parliamentary Papers I/II, no. 3"),
    ("references", "Handelingen II 2020", "Proceedings of the House of Representatives 2020"),
    (
        "references",
        "Kamerstukken II, 3; Handelingen I",
        "Parliamentary Documents II, 3; Senate Proceedings",
    ),
    ("references", "Kamerstuk 35 000 I, nr. 3", "Parliamentary Paper 35 000 I, no. 3"),
    ("numbers", "Fase II en fase I van het project", "Phase two and the first phase"),
    ("references", "Een deel U-pashouders, groep B", "Some U-pass holders, group B"),
    ("references", "Artikel 3a en 6, lid 1, onder b", "Articles 3a and 6(1)(b)"),
    ("references", "De vragen 2a en 2b, artikel 3", "Questions 2 (a) and 2B, Article 3"),
    ("references", "Artikel 2:142b, 30km, 5G", "Article 2:142b, 30km, 5G"),
    ("dates", "Op 1 mei en in maart", "On 1 May and in March"),
    ("dates", "Mag dat in mei 2020?", "May this be done in May 2020?"),
    ("dates", "Sinds 3-2-2021", "Since 3 February 2021"),
    (
        "dates",
        "Per 1 septemberjongstleden en sinds 1 januari2020",
        "As of 1 September; 1 January 2020",
    ),
    ("dates", "In de jaren ’80", "In the 1980s"),
    ("percentages", "Een daling van 0,4 %-punt", "A fall of 0.4 percentage points"),
    ("percentages", "Van 4 tot 6 procent", "From 4 to 6%"),
    ("money", "Een bedrag van 1.250,50 euro", "An amount of €1,250.50"),
    ("money", "Tussen de € 25 à € 30 miljoen", "Between €25 million and €30 million"),
    ("money", "Van € 1,9 naar € 3,7 miljard", "From €1.9 billion to €3.7 billion"),
    ("money", "In 2017 € 9 miljoen gekort", "€9 million was cut at six institutions in 2017"),
    ("money", "Ruim een ton belastingvrij", "More than 100,000 euros tax-free"),
    ("dates", "De Februaristaking van 1941", "The February Strike of 1941"),
    ("percentages", "Een stijging van 2 procentpunt", "A rise of 2 percentage points"),
    ("references", "Kamerstuk 36 095, nr. 5", "Parliamentary Paper 36 095, no. 5"),
    ("references", "Verordening (EU) nr. 2016/679", "Regulation (EU) no. 2016/679"),
    ("references", "Kamerstuk 35925-VI-56", "Parliamentary Paper 35925-VI-56"),
    ("references", "Artikel 7:610 BW", "Article 7:610 of the Civil Code"),
    ("names", "De Turkse en Oekraïense regering", "The Turkish and Ukrainian governments"),
    ("names", "De Nederlandse Zorgautoriteit (NZa)", "The Dutch Healthcare Authority (NZa)"),
    ("names", "Minister van Buitenlandse Zaken", "Minister of Foreign Affairs"),
    ("names", "Het kabinet en het Verenigd Koninkrijk", "The Dutch government and the UK"),
    ("names", "De ambassades in Kaboel en Beiroet", "The embassies in Kabul and Beirut"),
    ("names", "Te 's-Gravenhage, in Den Haag", "At The Hague, in The Hague"),
    ("names", "Het Burgerlijk Wetboek (BW)", "The Civil Code"),
    ("names", "Dat zijn Siberiës bossen.", "Those are Siberia's forests."),
    ("names", "Bruggen en wegen zijn nodig.", "Bridges and roads are needed."),
    ("names", "Indien nodig, antimoslimhaat", "If need be, anti-Muslim hatred"),
    ("negation", "Dat is niet mogelijk.", "That is impossible."),
    ("negation", "Zij kan niet komen.", "She is unable to come."),
    ("negation", "Niet alleen wij, maar ook zij", "Both we and they"),
    ("negation", "Al dan niet met steun", "Whether or not with support"),
    ("negation", "Uiterlijk op 3 mei", "No later than 3 May"),
    ("negation", "Zelfstandigen zonder personeel", "Self-employed persons"),
    ("negation", "Ten hoogste zes alcoholvrije dranken", "No more than six non-alcoholic drinks"),
    ("negation", "Eerst in 2026 gebeurt dat.", "That will not happen until 2026."),
    ("negation", "Dat gebeurt niet tot 2026.", "That will not happen until 2026."),
    ("negation", "Na nog geen zes weken", "After less than six weeks"),
    ("negation", "Dat kan niet zonder meer.", "That is not automatically possible."),
    ("negation", "De minister noch de Kamer", "Neither the minister nor the House"),
    ("negation", "De motie van wantrouwen", "The motion of no confidence"),
    ("negation", "Dat is onverwijld gemeld.", "That was reported without delay."),
    ("negation", "Kamerstuk 3, nr. 4", "Parliamentary Paper 3, no. 4"),
    ("opposites", "Het hof vond in hoger beroep een daling.", "On appeal the court saw a fall."),
    ("opposites", "Dat is nauwelijks mogelijk.", "That is almost impossible."),
    ("opposites", "De hulp is onvoldoende verbeterd.", "Care failed to improve sufficiently."),
    ("opposites", "Niet minder dan tien, ruim 12", "No more than ten, over 12"),
    ("opposites", "Het beroep is ongegrond verklaard.", "The appeal was dismissed."),
    ("opposites", "Afgelopen jaar, na het verbod", "In the past year, following the ban"),
    ("opposites", "Ruim onder de norm", "Well below the standard"),
    ("opposites", "De Amerikaanse minister Rubio", "US Secretary of State Rubio"),
    ("opposites", "De premier en de bewindspersoon", "The Prime Minister and the State Secretary"),
    ("opposites", "De minister en de staatssecretaris", "The Minister and the State Secretary"),
    ("opposites", "De Kamer en de bewindspersoon", "The House of Representatives and the Minister"),
    ("opposites", "De Eerste en de Tweede Kamer", "Both Houses, the Senate included"),
    ("opposites", "Een Tweede Kamerlid bij de Senaat", "An MP at the Senate"),
    ("opposites", "De Hoge Raad van Adel", "The High Council, not the Council of State"),
    ("opposites", "Dat mag nooit gebeuren.", "That must never happen."),
    ("opposites", "Kunt u aangeven wat hij moet doen?", "Can you say what he must do?"),
    ("opposites", "Meerderjarigen, buiten kantoortijd", "Adults, outside office hours"),
    ("opposites", "De schoolbesturen van dit jaar", "This year's school boards"),
    ("opposites", "Voor en na de zomer", "Before summer and in the autumn that follows"),
    ("opposites", "De rechtbank en het hof", "The district court and the court of appeal"),
    ("opposites", "Wat een aantal leden zegt, jaarlijks", "What members say each year"),
    ("opposites", "Tot 2 jaar en ten minste 1 jaar", "At least 1 year and up to 2 years"),
    ("question_mark", "Bent u bekend met «Wie betaalt?»?1", "Are you aware of ‘Who pays?’?1"),
    ("question_mark", "Kunt u dat toelichten.", "Can you explain that?"),
    ("brackets", "De wijziging(en) in 1) dit en 2) dat", "The change(s) in 1) this and 2) that"),
    ("quotes", "Foto’s van 's-Gravenhage", "Photos of The Hague"),
    ("quotes", "De «gelijke» behandeling", "The “equal” treatment"),
    ("repetition", "Zo ja, hoe? Zo nee, hoe dan?", "If so, how? If not, how then?"),
    ("length", "Ja.", "Yes, I am."),
    (
        "length",
        "De LVVN-begroting",
        "The budget of the Ministry of Agriculture, Fisheries, Food Security and Nature",
    ),
    (
        "length",
        "Het RIVM meldt dit.",
        "The National Institute for Public Health and the Environment reports this.",
    ),
    ("length", "Valt dit onder het PAS?", "Is this under the Integrated Approach to Nitrogen?"),
    (
        "length",
        "Het Rijksinstituut voor Volksgezondheid en Milieu meldt dit.",
        "The RIVM reports this.",
    ),
    ("length", "Het Openbaar Ministerie", "The OM"),
    ("untranslated", "De pilot met het dashboard", "The pilot with the dashboard"),
    (
        "untranslated",
        "De Partij voor de Dieren vraagt dit.",
        "The Partij voor de Dieren asks this.",
    ),
    ("empty", "…", ""),
    ("addresses", "Zie nos.nl.", "See nos.nl."),
    ("parties", "GroenLinks-PvdA en D66", "GroenLinks-PvdA and D66"),
    ("footnote_marks", "CO2 en COVID-19, zie artikel 3.", "CO2 and COVID-19, see Article 3."),
]

WRONG = [
    ("opposites", "Het bezwaar is gegrond.", "The objection is unfounded."),
    ("opposites", "Dat is in strijd met de wet.", "That is in accordance with the law."),
    ("opposites", "Dit is toegestaan.", "This is prohibited."),
    ("opposites", "Vorige week", "Next week"),
    ("opposites", "De kosten stijgen.", "Costs are falling."),
    ("opposites", "Dat is onmogelijk.", "That is possible."),
    ("opposites", "Dat is ongewenst.", "That is desirable."),
    ("opposites", "Op maandag 3 juni", "On Tuesday 3 June"),
    ("opposites", "€ 500 per maand", "€500 per year"),
    ("opposites", "Tientallen meldingen", "Hundreds of reports"),
    ("opposites", "Dit kost miljoenen.", "This costs billions."),
    ("opposites", "De Tweede Kamer vraagt dit.", "The Senate asks this."),
    ("opposites", "De minister zegt dit.", "The State Secretary says this."),
    ("opposites", "De Hoge Raad besliste.", "The Council of State decided."),
    ("opposites", "De Raad van State besliste.", "The Supreme Court decided."),
    ("opposites", "De gemeente kan dit doen.", "The municipality must do this."),
    ("opposites", "De gemeente moet dit doen.", "The municipality may do this."),
    ("opposites", "Alle kinderen krijgen hulp.", "Some children receive help."),
    ("opposites", "Een boete of een taakstraf", "A fine and community service"),
    ("opposites", "Nadat de wet is ingegaan", "Before the Act took effect"),
    ("opposites", "Uiterlijk op 1 juni", "On 1 June at the earliest"),
    ("opposites", "Een straf tot 2 jaar", "A sentence of at least 2 years"),
    ("opposites", "Met een maximumstraf", "With a minimum sentence"),
    ("opposites", "In de afgelopen maanden", "In recent years"),
    ("opposites", "Het gerechtshof besliste.", "The district court decided."),
    ("opposites", "De minister van Defensie", "The Minister of Finance"),
    ("opposites", "De verordening", "The directive"),
    ("opposites", "De schuldeiser betaalt.", "The debtor pays."),
    ("numbers", "De straf is 30 maanden.", "The sentence is 30 years."),
    ("numbers", "Er is 25 kilo gevonden.", "25 grams were found."),
    ("numbers", "Een gebied van 30 vierkante meter", "An area of 30 metres"),
    ("numbers", "Om 03.15 uur", "At 3.15 pm"),
    ("numbers", "Artikel 8, derde lid, van de wet", "Article 8, second paragraph, of the act"),
    ("numbers", "In de eerste helft van 2018", "In the second half of 2018"),
    ("numbers", "Twaalf van de 15 leden", "15 of the 12 members"),
    ("numbers", "Van de 15 leden zijn er 12 nieuw.", "Of the 12 members, 15 are new."),
    ("numbers", "Ongeveer 3 op de 10 gezinnen", "About 10 in 3 families"),
    ("numbers", "Een termijn van 3 tot 6 maanden", "A period of 6 to 3 months"),
    ("numbers", "Er kwamen er 12 in plaats van 15.", "There came 15 instead of 12."),
    ("numbers", "Het waren er respectievelijk 34 en 56.", "There were 56 and 34 respectively."),
    ("dates", "Tussen 2015 en 2020", "Between 2020 and 2015"),
    ("dates", "Van 1 mei 2020 tot 3 juni 2022", "From 3 June 2022 to 1 May 2020"),
    ("money", "Tussen € 5 en € 7 miljoen", "Between €7 million and €5 million"),
    ("percentages", "Van 8% in 2019 naar 6% in 2023", "From 6% in 2019 to 8% in 2023"),
    ("numbers", "Na anderhalf jaar", "After 1.5 months"),
    ("numbers", "Na anderhalf jaar", "After fifteen months"),
    ("numbers", "Binnen veertien dagen", "Within 14 weeks"),
    ("numbers", "Na drie kwartier", "After three hours"),
    ("numbers", "Om half elf", "At half past eleven"),
    ("numbers", "Het was min 3 graden.", "It was 3 degrees."),
    ("percentages", "De groei was -3% in 2020.", "Growth was 3% in 2020."),
    ("percentages", "De groei was 3% in 2020.", "Growth was −3% in 2020."),
    ("percentages", "–1,9% van het bbp", "1.9% of GDP"),
    ("money", "Het saldo is -€ 2 miljoen.", "The balance is €2 million."),
    ("numbers", "Om 14.30 uur", "At half past three"),
    ("numbers", "Op vier na de grootste gemeente", "The fourth-largest municipality"),
    ("percentages", "Een vijfde van de leden", "25% of the members"),
    ("percentages", "Het is 25%, per kwartaal.", "It is a share, quarterly."),
    ("money", "Dit kost € 500.000.", "This costs half a billion euros."),
    ("references", "Zie bijlage II.", "See Annex III."),
    ("references", "Kamerstukken II 2019/20, nr. 2", "Parliamentary Papers I 2019/20, no. 2"),
    ("references", "Handelingen I 2020, nr. 4", "Proceedings II 2020, no. 4"),
    ("references", "Handelingen I 2020", "Proceedings of the House of Representatives 2020"),
    ("references", "Zie bijlage C.", "See Annex B."),
    ("numbers", "Hoofdstuk IV", "Chapter VI"),
    ("numbers", "In fase II gebeurt dat.", "That happens in phase III."),
    ("references", "Artikel 6, lid 1, onder b", "Article 6(1)(c)"),
    ("references", "Zie artikel 3a van de wet.", "See Article 3b of the act."),
    ("references", "Zie artikel 3a van de wet.", "See Article 3 of the act."),
    ("percentages", "De inflatie was 3,9 procent.", "Inflation was 3.9 percentage points."),
    ("numbers", "Twaalf vragen", "Eleven questions"),
    ("numbers", "Twee derde van de leden", "Three quarters of the members"),
    ("numbers", "Dat is 12,5 graden.", "That is 12,5 degrees."),
    ("numbers", "Er zijn 1.264 gevallen.", "There are 1.264 cases."),
    ("numbers", "Er zijn gevallen.", "There are 17 cases."),
    ("dates", "Op 8 juli jl.", "On 8 June last"),
    ("dates", "In 2019 begon dit.", "This began in 2009."),
    ("dates", "Op 12-3-2021", "On 12 May 2021"),
    ("percentages", "Dat is 12%.", "That is 12 euros."),
    ("money", "Dit kost 2,5 mln. euro.", "This costs 25 million euros."),
    ("money", "Dit kost € 3 miljoen.", "This costs 3 million."),
    ("references", "Kamerstuk 35 000 V, nr. 3", "Parliamentary Paper 35 000 VI, no. 3"),
    ("references", "Kenmerk 2018715781", "Reference 2018715871"),
    ("references", "Zie Kamerstuk 28 828, nr. 66.", "See the Parliamentary Paper."),
    ("names", "De motie-Omtzigt", "The Omtzicht motion"),
    ("names", "Dit gebeurt in Wolvega.", "This happens in Heerenveen."),
    ("names", "De premier van Frankrijk", "The prime minister of Germany"),
    ("names", "Een aanslag in Kaboel", "An attack in Baghdad"),
    ("names", "Het RIVM en de NVWA", "The RIVM and the NWVA"),
    ("names", "Nederland steunt dit.", "Germany supports this."),
    ("names", "De rechtbank in Den Haag", "The court in Amsterdam"),
    ("names", "De landen steunen dit.", "The countries and Belgium support this."),
    ("quotes", "De «een» en de «ander»", "The ‘one’ and the other"),
    ("negation", "Dat is nooit gebeurd.", "That has happened."),
    ("negation", "Dat is gebeurd.", "That has never happened."),
    ("negation", "Er is nog geen besluit genomen.", "A decision has been taken."),
    ("negation", "Dat wordt niet gedaan tot 2026.", "That will be done until 2026."),
    ("negation", "Zzp: zonder personeel, niet mee.", "Without employees, they can take part."),
    ("negation", "Er is geen reden voor.", "There is reason for it."),
    ("question_mark", "Wat vindt u daarvan?", "What do you think of that!"),
    ("brackets", "Het kabinet (Rutte III)", "The Rutte III government"),
    ("quotes", "Het begrip “veilig land”", "The concept of safe country"),
    ("repetition", "Wij doen dit.", "We do this this."),
    ("repetition", "In Nederlandse steden", "In Dutch-speaking Dutch-speaking cities"),
    ("names", "‘ Kuzu vroeg hiernaar.", "‘ Kuss asked about this."),
    ("repetition", "De Kamer weet dat.", "The House knows that the House knows that."),
    ("length", "Het kabinet blijft de ontwikkelingen nauwlettend volgen.", "It follows."),
    ("length", "De VN volgen de ontwikkelingen in het land op de voet.", "The UN follows."),
    (
        "length",
        "De VS steunen dit.",
        "The US supports this, and it will take part in all of the talks on it next year.",
    ),
    ("length", "Het RIVM blijft de ontwikkelingen nauwlettend volgen.", "It follows."),
    ("untranslated", "De gemeente Utrecht besluit.", "The gemeente Utrecht decides."),
    ("untranslated", "Hoe is dat gegaan?", "Hoe is dat gegaan?"),
    ("empty", "Ja.", " "),
    ("addresses", "Zie www.nos.nl/a.", "See www.nos.nl/b."),
    ("parties", "Het lid Wilders (PVV)", "Member Wilders (VVD)"),
    ("footnote_marks", "Kent u dit bericht?1, 2", "Are you aware of this report?1"),
]


@pytest.mark.parametrize(("name", "source", "target"), FINE)
def test_left_alone(name: str, source: str, target: str) -> None:
    assert passes(name, source, target)


@pytest.mark.parametrize(("name", "source", "target"), WRONG)
def test_seen(name: str, source: str, target: str) -> None:
    assert not passes(name, source, target)


def test_one_wrong_figure_is_one_finding() -> None:
    findings = check_unit("Op 3 mei 2021 kostte het € 5.", "On 3 May 2021 it cost €6.")
    assert [finding.check for finding in findings] == ["money"]
    (finding,) = findings
    assert finding.source_span == (27, 28)
    assert "'5' became '6'" in finding.message


def test_spans_lie_in_their_texts() -> None:
    for name, source, target in WRONG:
        for finding in check_unit(source, target):
            for span, text in ((finding.source_span, source), (finding.target_span, target)):
                assert span is None or 0 <= span[0] < span[1] <= len(text), name


def test_nothing_else_is_said_of_an_empty_target() -> None:
    findings = check_unit("Op 3 mei vroeg het lid Kuzu (DENK) dit?", "")
    assert [finding.check for finding in findings] == ["empty"]


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_no_text_makes_a_check_stumble(source: str, target: str) -> None:
    for finding in check_unit(source, target):
        assert finding.check in CHECKS
        assert finding.message


@pytest.mark.parametrize("seed", ["de 1.234 ", "«a» (b) ", "J.P. de Vries, ", "niet 3-2-2021 "])
def test_a_very_long_sentence_is_checked_in_time(seed: str) -> None:
    long = seed * (3000 // len(seed))
    start = time.process_time()
    check_unit(long, long)
    assert time.process_time() - start < 5
