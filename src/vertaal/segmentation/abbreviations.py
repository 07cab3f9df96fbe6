"""Abbreviations of Dutch officialese, by what may come after their full stop."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEVER_LAST = _words(
    """
    a.h.v aant afd alg bijv bv c.q ca cf d.d d.i d.m.v d.w.z dhr div dr drs ds evt excl fa fol gem
    gen gld hr hr.ms i.a i.c i.c.m i.g.v i.h.a i.h.b i.h.k.v i.i.g i.o.m i.o.v i.p.v i.r.t i.s.m
    i.t.t i.v.m i.z incl ing int ir jhr jkvr jo juncto kol lic lt ltd m.a.w m.b.t m.b.v m.i m.i.v
    m.m.v m.n m.u.v mevr mgr mij min mr mrs ms mw n.a.v nl o.a o.b.v o.g.v o.i o.l.v o.m o.v.v o.w
    plm plv pnt pres prof r.-k rb resp s.v.p sgt st subs t.a.p t.a.v t.b.v t.g.v t.h.t t.h.v t.m
    t.n.v t.o.v t.w t.z.t t.z.v tel v.a v.d v.h v.w.b vgl vlg vnl vr vz w.o wnd z.g z.i zg zgn zr
    zr.ms
    """
)
"""They ask for what follows: no sentence ends with one."""

MAY_END = _words(
    """
    a.g.v a.i a.s a.u.b a.w apr aug b.g.g b.v c.a c.s cie comm conf dec e.a e.d e.e.a e.v ed
    enz etc ev ex feb febr hss i.b.d i.o i.z.g j.l jan jg jl jr jul jun k.k m.m max mld mln mrd
    mrt n.chr n.n.b n.v.t nov o.d o.i.d okt p.j p.m p.p p.p.p pct q.q red sep sept sr t.i tab
    uitg ult v.c v.chr v.i v.o.f v.s v.v vs w.g w.v.t.t.k
    """
)
"""They stand in mid-sentence and at its end; its first word shows whether a sentence follows."""

ALMOST_ALWAYS_FINAL = _words("a.s a.u.b e.d enz etc ev e.v jl j.l n.v.t n.n.b o.d o.i.d")
"""Those of `MAY_END` after which a capital begins a sentence, whatever the word."""

COMPANY_FORMS = _words("b.v n.v v.o.f c.v v.s s.a e.u")

ALWAYS_BEFORE_NUMBER = _words(
    "afb ah art artt bijl blz fig hand hfst kamerst kst no nr nrs ondernr p pag par pb pp res stb "
    "stcrt trb"
)
"""A number belongs to them; before a word they can end a sentence after all."""

LABEL_WORDS = _words(
    "bijlage categorie groep klasse letter lid onder onderdeel optie plan punt route sub tabel type"
)
"""After these a single letter is a name, not an initial: 'zie onderdeel b. De …'."""

GRADES = _words("energielabel hepatitis label nutri-score score vitamine")
"""A letter after these is no initial, whatever follows: 'krijgt een Nutri-Score E. Koekjes …'."""

STARTERS = _words(
    """
    aan aangezien aanvullend afgezien al alle alleen allereerst als alsnog ambtenaren andere
    anderzijds beide ben bent bij blijft bovendien conform daar daarbij daardoor daarin daarmee
    daarnaast daarom daarop daartoe daarvan daarvoor dan dankzij dat de deels deelt derhalve
    desondanks destijds deze dit door doordat draagt drie duidelijk dus echter een eerder eerst
    eind elk elke en enerzijds er erkent evenals gaat geen gegeven gelet gelukkig gemeenten
    gezien graag had hebben hebt heeft helaas herinnert herkent het hetzelfde hier hierbij
    hierdoor hierin hiermee hierna hiernaast hierop hieruit hiervan hiervoor hij hoe hoelang
    hoeveel hoewel hun ieder iedere ik immers in indien ingevolge inmiddels is ja jaarlijks
    juist kan kent klopt komt kun kunnen kunt maar mede meent men met mijn mijns mocht moet
    momenteel na naar naast nadat nadien namens nee net niet niettemin nog nu of
    ofschoon om omdat ondanks onder ongeveer ons onze ook op over overeenkomstig overigens
    precies recent sinds slechts sommige soms staat steeds te tegelijk ten tenslotte terwijl
    tevens tijdens toen tot tussen twee u uit uiteindelijk uiteraard uw vaak van vanaf vandaar
    vanuit vanwege vanzelfsprekend veel verder vervolgens via vier vindt volgens voor
    voorafgaand voorts vorig vraag waar waarbij waardoor waarom waaruit waarvan waarvoor wanneer
    waren was wat we weet weke welk welke werd werden wie wij wil wilt worden wordt zal ze zeker
    zelfs zie zij zijn zo zoals zodat zodra zolang zonder zou zouden zover zowel zult één
    """
)
"""Words that begin a sentence and are not names."""
