"""A table of renderings: what counts as one of their forms, and what is another word."""

from __future__ import annotations

import pytest

from vertaal.glossary import english_forms

# rendering: forms that must count | forms that must not
TABLE = """
child: children, child's, children's | childs
woman: women, women's | womans
chairman: chairmen, chairmen's | chairmans
alderman: aldermen | aldermans
National Ombudsman: National Ombudsmen, National Ombudsman's | National Ombudsmans
German: Germans | Germen
human: humans | humen
person: people, persons, person's | peoples
spokesperson: spokespersons, spokespeople |
wolf: wolves | wolfs
life: lives | lifes
belief: beliefs | believes
chief: chiefs | chieves
roof: roofs | rooves
criterion: criteria | criterions
analysis: analyses | analyzes, analysises
diagnosis: diagnoses | diagnosises
memorandum: memoranda, memorandums, memorandum's |
policy memorandum: policy memoranda, policy memorandums |
referendum: referendums, referenda |
index: indices, indexes |
appendix: appendices, appendixes |
annex: annexes | annices
consortium: consortia, consortiums |
stadium: stadiums | stadiae
bureau: bureaus, bureaux |
veto: vetoes | vetos
photo: photos | photoes
quiz: quizzes | quizs
monarch: monarchs | monarches
branch: branches | branchs
church: churches |
tax: taxes, tax's |
survey: surveys | surveies
authority: authorities, authority's, authorities' | authoritys
virus: viruses, virus's |
viruses: virus | viruse
expenses: expense | expens
buses: bus | buse
companies: company | companie
movies: movie | movy
series: series' | sery, serieses
headquarters: headquarters' | headquarter
goods: goods' | good
customs: customs' | custom
arms: arms' | arm
premises: | premise
data: | datum, datas
media: | medium, medias
police: police's | polices
information: information's | informations
legislation: | legislations
public health: public health's | public healths
secondary education: | secondary educations
agriculture: | agricultures
domestic violence: | domestic violences
poverty: | poverties
plenary sitting: plenary sittings |
hearing: hearings |
Germany: Germany's | Germanies
Denmark: Denmark's | Denmarks
Iran: Iran's | Irans
Brussels: Brussels', Brussels's | Brussel, Brusselses
Congress: Congress's, Congress' |
Kurds: Kurd, Kurds' |
Ems: Ems' | Em
Wales: Wales', Wales's | Wale, Waleses
Athens: | Athen, Athenses
Paris: Paris', Paris's | Parises
Palestinian: Palestinians |
Dutch: | Dutches
Chinese: | Chineses
Swiss: | Swisses
State Secretary: State Secretaries, State Secretary's | States Secretary
Attorney General: Attorneys General, Attorney General's | Attorney Generals
attorney general: attorneys general | attorney generals
Director-General: Directors-General, Director-General's | Director-Generals
Secretary-General: Secretaries-General | Secretary-Generals
deputy secretary-general: deputy secretaries-general |
Procurator General: Procurators General | Procurator Generals
Inspector General: Inspectors General |
brigadier general: brigadier generals | brigadiers general
States General: States General's, States General | States Generals, State General
court martial: courts martial | court martials
notary public: notaries public | notary publics
president-elect: presidents-elect | president-elects
passer-by: passers-by | passer-bys
mother-in-law: mothers-in-law | mother-in-laws
commander-in-chief: commanders-in-chief |
check-in: check-ins | checks-in
Member State: Member States, Member States' | Members State
Member of Parliament: Members of Parliament, Member of Parliament's | Member of Parliaments
court of appeal: courts of appeal, court of appeal's, courts of appeal's | court of appeals
head of state: heads of state |
right of initiative: rights of initiative | right of initiatives
motion of no confidence: motions of no confidence | motion of no confidences
code of conduct: codes of conduct |
letter to Parliament: letters to Parliament | letter to Parliaments, lettered to Parliament
request for legal assistance: requests for legal assistance | requested for legal assistance
debate on the budget: debates on the budget | debated on the budget
report on progress: reports on progress | reported on progress
rule of law: rule of law's | ruling of law, ruled of law
House of Representatives: House of Representatives' | House of Representative
Minister of Finance: Ministers of Finance, Ministers of Finance's | Minister of Finances
Minister for the Environment: Ministers for the Environment |
minister responsible for housing: ministers responsible for housing | minister responsibles for housing
person entitled to asylum: persons entitled to asylum, people entitled to asylum |
costs per person: | costs per persons
order in council: orders in council | order in councils
self-employed person: self-employed people, self-employed persons |
United Nations: United Nations' | United Nation
Foreign Affairs: | Foreign Affair
World Health Organization: World Health Organisation, World Health Organization's |
the Netherlands: Netherlands, the Netherlands | Netherland
the Minister: Minister, Ministers, Minister's |
MP: MPs, MP's | Mps
NGO: NGOs |
1 May: | 1 Mays
adopt: adopts, adopted, adopting | adopt's, adoptes
submit: submitted, submitting | submited
refer: referred, referring | refered
offer: offered | offerred
cancel: cancelled, canceled, cancelling, canceling |
travel: travelled, traveled |
fuel: fuelled, fueled |
appeal: appealed | appealled
benefit: benefited, benefitted |
focus: focused, focussed |
target: targeted | targetted
enrol: enrolled, enroll, enrolling | enroled
fulfil: fulfilled, fulfill, fulfills | fulfiled
occur: occurred |
develop: developed | developped
visit: visited | visitted
strip: stripped |
stop: stopped, stopping | stoped
plan: planned, planning, plans |
quit: quitting | quiting
equip: equipped |
panic: panicked | paniced
die: died, dying | dieing
agree: agreed, agreeing | agreing
argue: argued, arguing | argueing
apply: applies, applied, applying | applyed
deploy: deployed, deploys | deployied
pay: paid, pays | payed
lead: led | leaded
mislead: misled | misleaded
retake: retook, retaken, retaking | retaked
overrun: overran, overrunning | overruned
relay: relayed | relaid
output: outputs, output's | outputting
learn: learned, learnt |
prove: proved, proven |
show: showed, shown |
lie: lay, lain, lying |
arise: arose, arisen | arised
rebuild: rebuilt | rebuilded
withstand: withstood | withstanded
strike: struck | striked
be: is, are, was, were, been, being |
have: has, had, having | haves
to submit: submit, submitted | submit's
to take into account: taken into account, took into account, takes into account |
take account of: took account of, taken account of, taking account of | takes accounts of
take note of: took note of, taking note of | take notes of
express one's concern: expressed their concern, expresses his concern, expressing its concern |
table a motion: tabled a motion, tabling a motion |
submit a bill: submitted a bill |
make available: made available, making available |
carry out: carried out, carrying out | carry outs
set up: set up, setting up | setted up
call for: called for, calls for |
account for: accounted for |
apply for asylum: applied for asylum, applying for asylum |
cost estimate: cost estimates | costing estimate, costed estimate
lead agency: lead agencies | led agency
way out: ways out | wayed out
organisation: organization, organizations, organisations | organisazion
organise: organize, organized, organised, organising | organisd
analyse: analyze, analyzed, analysed, analysing |
supervise: supervised | supervize, supervized
exercise: exercised | exercize
compromise: compromises | compromize
revise: revised | revize
privatisation: privatization |
programme: programs, program, programmes |
computer program: computer programs | computer programme
labour market: labor market, labour markets |
Labour Party: Labour Party's | Labor Party
neighbouring country: neighboring countries, neighbouring countries |
centre: center, centers, centres |
Ministry of Defence: Ministry of Defense |
driving licence: driving license, driving licences |
licence: license |
license: licensed | licence, licenced
judgment: judgement, judgements |
per cent: percent |
counselling: counseling |
cooperation: co-operation, cooperation's | cooperations
policymaking: policy-making |
policy-maker: policymaker, policymakers |
healthcare: health care | healthcares
non-governmental organisation: nongovernmental organizations, non-governmental organization |
pre-trial detention: pretrial detention |
re-sign: | resign
decision-making: | decisionmaking
large: larger, largest, largely |
strict: stricter, strictest, strictly |
big: bigger, biggest | biger
unanimous: unanimously | unanimouss
adequate: adequately | adequater
economic: economically | economics, economicly
legal: legally | legals
possible: possibly | possiblely
friend: friends | friendly
bill: bills | billed, billy, billest
month: months | monthly
state: states | stately, stater
municipal: | municipals
British: | Britishes
news: | new
form: forms | former, formest
municipality: municipalities, municipality's |
parliamentary questions: parliamentary question |
local and regional authority: local and regional authorities |
policy: policies |
pension fund: pension funds |
mayor: mayors, mayor's |
crisis: crises |
greenhouse gas: greenhouse gases | greenhouse ga
lens: lenses | len
bias: biases | bia
atlas: atlases | atla
Uyghurs: Uyghur, Uyghurs' |
UN: UN's |
withdraw: withdrew, withdrawn, withdrawing |
flee: fled, flees, fleeing |
roll over: rolls over, rolled over, rolling over |
blow up: blew up, blown up |
"""  # noqa: E501


def _cases() -> list[tuple[str, str, bool]]:
    cases: list[tuple[str, str, bool]] = []
    for line in filter(None, map(str.strip, TABLE.splitlines())):
        rendering, _, rest = line.partition(": ")
        if not rest:
            rendering, _, rest = line.partition(":")
        right, _, wrong = rest.partition("|")
        for forms, counts in ((right, True), (wrong, False)):
            cases.extend(
                (rendering, form.strip(), counts) for form in forms.split(",") if form.strip()
            )
    return cases


@pytest.mark.parametrize(("rendering", "form", "counts"), _cases())
def test_form(rendering: str, form: str, counts: bool) -> None:
    forms = english_forms(rendering)
    assert forms[0] == rendering
    assert (form in forms) is counts


def test_a_rendering_has_few_forms() -> None:
    renderings = {line.partition(":")[0] for line in TABLE.splitlines() if line.strip()}
    sizes = [len(english_forms(each)) for each in renderings]
    assert sum(sizes) / len(sizes) < 7
    assert max(sizes) <= 48
