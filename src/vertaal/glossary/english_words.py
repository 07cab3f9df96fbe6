"""English words that no rule inflects: the tables behind `english`."""

from __future__ import annotations

# Singular → plurals in use, the commonest first.
PLURALS: dict[str, tuple[str, ...]] = {
    "addendum": ("addenda",), "alumnus": ("alumni",),
    "alias": ("aliases",), "analysis": ("analyses",),
    "annex": ("annexes",), "appendix": ("appendices", "appendixes"),
    "atlas": ("atlases",), "axis": ("axes",), "bacterium": ("bacteria",), "basis": ("bases",),
    "bias": ("biases",),
    "bureau": ("bureaus", "bureaux"), "bus": ("buses",), "calf": ("calves",),
    "canvas": ("canvases",), "chaos": ("chaos",),
    "cargo": ("cargoes", "cargos"), "child": ("children",), "chinese": ("chinese",),
    "consortium": ("consortia", "consortiums"), "crisis": ("crises",),
    "criterion": ("criteria",), "curriculum": ("curricula", "curriculums"),
    "diagnosis": ("diagnoses",), "dutch": ("dutch",), "echo": ("echoes",),
    "embargo": ("embargoes",), "emphasis": ("emphases",), "foot": ("feet",),
    "formula": ("formulas", "formulae"), "forum": ("forums", "fora"), "gas": ("gases",),
    "general": ("generals",), "goose": ("geese",), "half": ("halves",), "hero": ("heroes",),
    "hypothesis": ("hypotheses",), "index": ("indices", "indexes"), "knife": ("knives",),
    "lens": ("lenses",),
    "leaf": ("leaves",), "life": ("lives",), "loaf": ("loaves",), "man": ("men",),
    "matrix": ("matrices",), "memorandum": ("memoranda", "memorandums"),
    "moratorium": ("moratoria", "moratoriums"), "mouse": ("mice",),
    "oasis": ("oases",), "ox": ("oxen",), "person": ("people", "persons"),
    "phenomenon": ("phenomena",), "plateau": ("plateaus", "plateaux"),
    "potato": ("potatoes",), "quiz": ("quizzes",),
    "referendum": ("referendums", "referenda"), "scarf": ("scarves",), "self": ("selves",),
    "sheaf": ("sheaves",), "shelf": ("shelves",),
    "spokesperson": ("spokespersons", "spokespeople"), "stadium": ("stadiums", "stadia"),
    "stimulus": ("stimuli",), "stratum": ("strata",), "symposium": ("symposia", "symposiums"),
    "synthesis": ("syntheses",), "taxman": ("taxmen",), "thesis": ("theses",),
    "thief": ("thieves",), "tomato": ("tomatoes",), "tooth": ("teeth",),
    "torpedo": ("torpedoes",), "ultimatum": ("ultimatums", "ultimata"), "veto": ("vetoes",),
    "wife": ("wives",), "wolf": ("wolves",), "woman": ("women",),
}  # fmt: skip
SINGULARS = {plural: single for single, plurals in PLURALS.items() for plural in plurals}
HARD_CH = frozenset("epoch matriarch monarch oligarch patriarch stomach".split())
# They end in 'man' and take an s.
NO_MEN = frozenset("german human norman ottoman roman shaman talisman turkoman".split())

# One form for one and many, or a plural whose singular is another word ('goods', 'customs').
INVARIABLE = frozenset(
    "news politics economics ethics logistics statistics physics mathematics headquarters series "
    "species means proceedings sheep fish aircraft spacecraft police staff legislation information "
    "advice evidence research policy-making policymaking housing funding equipment software "
    "care hardware goods customs arms premises proceeds barracks corps data media affairs "
    "offspring personnel livestock cattle poultry homework luggage furniture machinery progress "
    "feedback brussels whereabouts outskirts surroundings thanks odds electronics genetics "
    "robotics analytics diabetes measles rabies asbestos knowledge traffic luck weather".split()
)
NOUNS_IN_IC = frozenset(
    "topic critic clinic mechanic republic fabric comic statistic epidemic pandemic academic "
    "relic tactic antibiotic alcoholic catholic cleric medic graphic music traffic".split()
)
# Adjectives behind their noun, which takes the plural: 'notaries public', 'courts martial'.
POSTPOSED = {
    "general": frozenset(
        "accountant advocate attorney auditor commissioner comptroller consul controller director "
        "governor inspector postmaster procurator prosecutor receiver registrar secretary "
        "solicitor surgeon".split()
    ),
    "elect": frozenset("president chancellor mayor governor minister secretary".split()),
    "designate": frozenset("president chancellor commissioner minister ambassador".split()),
    "martial": frozenset({"court"}),
    "public": frozenset({"notary"}),
    "plenipotentiary": frozenset({"minister", "ambassador", "envoy"}),
    "extraordinary": frozenset({"ambassador", "envoy", "professor"}),
    "apparent": frozenset({"heir"}),
    "royal": frozenset({"princess"}),
}
# Adjectives and participles after which a prepositional phrase follows: the head is before them.
BEHIND_THEIR_NOUN = frozenset(
    "responsible eligible liable subject due available entitled related relating pursuant "
    "contrary resident concerned involved".split()
)

# Base → past, then past participles (and second pasts) in use.
VERBS: dict[str, tuple[str, ...]] = {
    "arise": ("arose", "arisen"), "awake": ("awoke", "awoken"), "be": ("was", "were", "been"),
    "bear": ("bore", "borne"), "beat": ("beat", "beaten"), "become": ("became", "become"),
    "begin": ("began", "begun"), "bend": ("bent",), "bet": ("bet",), "bid": ("bid",),
    "bind": ("bound",), "bite": ("bit", "bitten"), "bleed": ("bled",),
    "blow": ("blew", "blown"), "break": ("broke", "broken"), "breed": ("bred",),
    "bring": ("brought",), "broadcast": ("broadcast",), "build": ("built",),
    "burn": ("burned", "burnt"), "burst": ("burst",), "buy": ("bought",), "cast": ("cast",),
    "catch": ("caught",), "choose": ("chose", "chosen"), "cling": ("clung",),
    "come": ("came", "come"), "cost": ("cost",), "creep": ("crept",), "cut": ("cut",),
    "deal": ("dealt",), "dig": ("dug",), "do": ("did", "done"), "draw": ("drew", "drawn"),
    "dream": ("dreamed", "dreamt"), "drink": ("drank", "drunk"), "drive": ("drove", "driven"),
    "eat": ("ate", "eaten"), "fall": ("fell", "fallen"), "feed": ("fed",), "feel": ("felt",),
    "fight": ("fought",), "find": ("found",), "flee": ("fled",), "fly": ("flew", "flown"),
    "forbid": ("forbade", "forbidden"), "forecast": ("forecast", "forecasted"),
    "foresee": ("foresaw", "foreseen"), "foretell": ("foretold",),
    "forget": ("forgot", "forgotten"), "forgive": ("forgave", "forgiven"),
    "forgo": ("forwent", "forgone"), "freeze": ("froze", "frozen"), "get": ("got", "gotten"),
    "give": ("gave", "given"), "go": ("went", "gone"), "grind": ("ground",),
    "grow": ("grew", "grown"), "hang": ("hung", "hanged"), "have": ("had",), "hear": ("heard",),
    "hide": ("hid", "hidden"), "hit": ("hit",), "hold": ("held",), "hurt": ("hurt",),
    "keep": ("kept",), "kneel": ("knelt",), "know": ("knew", "known"), "lay": ("laid",),
    "lead": ("led",), "leap": ("leapt", "leaped"), "learn": ("learned", "learnt"),
    "leave": ("left",), "lend": ("lent",), "let": ("let",), "lie": ("lay", "lain", "lied"),
    "light": ("lit", "lighted"), "lose": ("lost",), "make": ("made",), "mean": ("meant",),
    "meet": ("met",), "mislead": ("misled",), "mistake": ("mistook", "mistaken"),
    "misunderstand": ("misunderstood",), "offset": ("offset",),
    "outdo": ("outdid", "outdone"), "overcome": ("overcame", "overcome"),
    "override": ("overrode", "overridden"), "oversee": ("oversaw", "overseen"),
    "overtake": ("overtook", "overtaken"), "overthrow": ("overthrew", "overthrown"),
    "partake": ("partook", "partaken"), "pay": ("paid",), "plead": ("pleaded", "pled"),
    "prove": ("proved", "proven"), "put": ("put",), "quit": ("quit",), "read": ("read",),
    "rebuild": ("rebuilt",), "redo": ("redid", "redone"), "repay": ("repaid",),
    "reset": ("reset",), "rethink": ("rethought",), "rewrite": ("rewrote", "rewritten"),
    "ride": ("rode", "ridden"), "ring": ("rang", "rung"), "rise": ("rose", "risen"),
    "run": ("ran", "run"), "say": ("said",), "see": ("saw", "seen"), "seek": ("sought",),
    "sell": ("sold",), "send": ("sent",), "set": ("set",), "sew": ("sewed", "sewn"),
    "shake": ("shook", "shaken"), "shed": ("shed",), "shine": ("shone",), "shoot": ("shot",),
    "show": ("showed", "shown"), "shrink": ("shrank", "shrunk"), "shut": ("shut",),
    "sing": ("sang", "sung"), "sink": ("sank", "sunk"), "sit": ("sat",), "sleep": ("slept",),
    "slide": ("slid",), "sow": ("sowed", "sown"), "speak": ("spoke", "spoken"),
    "spell": ("spelled", "spelt"), "spend": ("spent",), "split": ("split",),
    "spread": ("spread",), "spring": ("sprang", "sprung"), "stand": ("stood",),
    "steal": ("stole", "stolen"), "stick": ("stuck",), "sting": ("stung",),
    "strike": ("struck", "stricken"), "strive": ("strove", "striven", "strived"),
    "swear": ("swore", "sworn"), "sweep": ("swept",), "swell": ("swelled", "swollen"),
    "swim": ("swam", "swum"), "swing": ("swung",), "take": ("took", "taken"),
    "teach": ("taught",), "tear": ("tore", "torn"), "tell": ("told",), "think": ("thought",),
    "throw": ("threw", "thrown"), "tread": ("trod", "trodden"), "undercut": ("undercut",),
    "undergo": ("underwent", "undergone"), "underlie": ("underlay", "underlain"),
    "understand": ("understood",), "undertake": ("undertook", "undertaken"),
    "underwrite": ("underwrote", "underwritten"), "undo": ("undid", "undone"),
    "uphold": ("upheld",), "upset": ("upset",), "wake": ("woke", "woken"),
    "wear": ("wore", "worn"), "weave": ("wove", "woven"), "win": ("won",), "wind": ("wound",),
    "withdraw": ("withdrew", "withdrawn"), "withhold": ("withheld",),
    "withstand": ("withstood",), "write": ("wrote", "written"),
}  # fmt: skip
# Verbs of more syllables that double their last letter before an ending.
DOUBLING = frozenset(
    "abet abhor acquit admit allot annul begin commit compel concur confer control defer deter "
    "dispel enrol equip excel expel forbid forget format fulfil handicap impel incur infer instil "
    "intermit kidnap occur offset omit outfit overlap patrol permit prefer propel rebel rebut "
    "recur refer regret remit repel reset submit transfer transmit undercut unplug upset wiretap "
    "program".split()
)
# British English doubles these, American does not.
SECOND_L = frozenset(
    "cancel channel counsel dial equal fuel initial label level marshal model pedal quarrel "
    "rival signal spiral total travel tunnel".split()
)
ALSO_DOUBLED = frozenset({"benefit", "focus", "bias"})
IN_C = frozenset({"panic", "traffic", "mimic", "picnic"})
# Verbs that are nouns as well: before a word that is no determiner, particle or preposition
# ('cost estimate', 'request for assistance') they are taken for the noun.
NOUNS_TOO = frozenset(
    "access amount answer appeal application approach attack attempt bid broadcast call cast "
    "change claim concern contract control cost cut damage deal debate decrease delay demand draw "
    "drink drive duty fall feed fight fly forecast hit hold hurt increase influence interest lead "
    "let light limit look lie meet move need offer offset order plan plea put question read report "
    "request respect ride right ring rise risk run sale search set shed shoot show sink sit spell "
    "split spread spring stand steal stick sting strike support swing tear threat threaten "
    "transfer visit vote wind win work measure result study talk walk claim complaint "
    "charge balance ban tax trade aid view use".split()
)
SURELY_VERBS = frozenset(
    "accept achieve adopt amend apply appoint approve convene declare enforce ensure enter "
    "establish express fulfil fulfill impose implement improve maintain obtain prevent protect "
    "provide pursue raise ratify reach receive reduce reject submit".split()
)
# Nouns to which '-ly' makes an adjective, and other words that only look like adverbs.
NO_ADVERB = frozenset(
    "friend mother father brother sister week month year day night hour quarter state order cost "
    "time part name body world king prince man woman love life scholar neighbour neighbor home "
    "heaven comp rep app sup fami court hard late near short high low like live dead elder "
    "coward ghost beast master bubble double treble".split()
)
