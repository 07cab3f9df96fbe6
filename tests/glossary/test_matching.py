"""Dutch text in, terms out: inflection, case, compounds, separable verbs, shadows."""

from __future__ import annotations

import csv
import itertools
import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vertaal.glossary import Glossary, Matcher, load
from vertaal.translation.requests import request
from vertaal.types import MatchMode, Term, TermMatch, TermStatus


def matcher(*rows: str) -> Matcher:
    """Rows as 'source=target', 'source=target/exact', 'source/keep'."""
    terms = []
    for row in rows:
        pair, _, option = row.partition("/")
        source, _, target = pair.partition("=")
        keep = option == "keep"
        terms.append(
            Term(
                source,
                target or source,
                TermStatus.KEEP if keep else TermStatus.PREFERRED,
                MatchMode(option) if option and not keep else MatchMode.LEMMA,
            )
        )
    return Matcher(Glossary(tuple(terms)))


def surfaces(row: str, text: str) -> list[str]:
    return [match.surface for match in matcher(row).match(text) if not match.soft]


INFLECTED = [
    ("motie=motion", "De moties zijn aangenomen.", "moties"),
    ("gemeente=municipality", "Veel gemeenten en gemeentes.", "gemeenten"),
    ("collega=colleague", "Mijn collega's en ik.", "collega's"),
    ("collega=colleague", "Mijn collega’s en ik.", "collega’s"),
    ("huis=house", "Een klein huisje.", "huisje"),
    ("motie=motion", "Een motietje.", "motietje"),
    ("rechtbank=court", "De rechtbanken.", "rechtbanken"),
    ("raad=council", "De raden van toezicht.", "raden"),
    ("stad=city", "De grote steden.", "steden"),
    ("lid=member", "De leden Kuzu en Becker.", "leden"),
    ("mogelijkheid=possibility", "Alle mogelijkheden.", "mogelijkheden"),
    ("bilateraal=bilateral", "De bilaterale betrekkingen.", "bilaterale"),
    ("economische groei=economic growth", "Van economische groei.", "economische groei"),
    ("hoge raad=high council", "De hoge raden.", "hoge raden"),
    ("schriftelijke vraag=written question", "De schriftelijke vragen.", "schriftelijke vragen"),
    ("parlementair onderzoek=inquiry", "Het parlementaire onderzoek.", "parlementaire onderzoek"),
    ("onderzoeken=investigate", "Wie heeft dat onderzocht?", "onderzocht"),
    ("besluiten=decide", "Het kabinet besloot daartoe.", "besloot"),
    ("aannemen=adopt", "De motie is aangenomen.", "aangenomen"),
    ("aannemen=adopt", "Als de Kamer de motie aanneemt.", "aanneemt"),
    ("Rusland=Russia", "Ruslands inval.", "Ruslands"),
    ("Kamervragen=parliamentary questions", "Een Kamervraag.", "Kamervraag"),
    ("Oeigoeren=Uyghurs", "De Oeigoer vluchtte.", "Oeigoer"),
    ("kabinet=government", "Aldus het kabinet.", "kabinet"),
    ("stikstofruimte=nitrogen space", "Alle stikstofruimten.", "stikstofruimten"),
    ("werknemer=employee", "De werknemers.", "werknemers"),
    ("vreemdeling=foreign national", "Alle vreemdelingen.", "vreemdelingen"),
    ("Zwitsers=Swiss", "De Zwitserse regering.", "Zwitserse"),
    ("criterium=criterion", "De criteria.", "criteria"),
    ("duurzaam=sustainable", "Een duurzamere wijze.", "duurzamere"),
]


@pytest.mark.parametrize(("row", "text", "surface"), INFLECTED)
def test_inflected_forms_match(row: str, text: str, surface: str) -> None:
    assert surface in surfaces(row, text)


FOLDED = [
    ("Azië=Asia", "In Azié en Azie.", ["Azié", "Azie"]),
    ("reële kans=real chance", "Een reéle kans.", ["reéle kans"]),
    ("Oekraïne=Ukraine", "Steun aan Oekrai\u0308ne.", ["Oekrai\u0308ne"]),
    ("financiën=finances", "De ﬁnanciën.", ["ﬁnanciën"]),
    ("mensenrechten=human rights/exact", "De mensen\u00adrechten.", ["mensen\u00adrechten"]),
    ("mensenrechten=human rights/exact", "De mensen-rechten.", ["mensen-rechten"]),
    ("EU-verband=EU context", "In EU verband of EU-verband.", ["EU verband", "EU-verband"]),
    ("EU-verband=EU context", "In EUverband.", ["EUverband"]),
    ("Tweede Kamer=House", "De Tweede\nKamer.", ["Tweede\nKamer"]),
    ("Tweede Kamer=House", "De Tweede\u00a0Kamer.", ["Tweede\u00a0Kamer"]),
    ("mensenrechten=human rights", "De mensen-\nrechten.", ["mensen-\nrechten"]),
    ("motie=motion", "Deze motie2 en deze Motie12.", ["motie", "Motie"]),
    ("Nederland=the Netherlands", "Ook inNederland en vanuitNederland.", ["Nederland"] * 2),
    ("D66=D66", "Van D66 en deD66.", ["D66"]),
    ("ĳzer=iron", "Van ijzer.", ["ijzer"]),
]


@pytest.mark.parametrize(("row", "text", "found"), FOLDED)
def test_accents_hyphens_and_scanning_marks_do_not_matter(
    row: str, text: str, found: list[str]
) -> None:
    assert surfaces(row, text) == found


CASES = [
    ("Kamer=House", "De kamer is klein.", []),
    ("Kamer=House", "Kamer en kabinet.", ["Kamer"]),
    ("motie=motion", "Moties zijn middelen.", ["Moties"]),
    ("staatssecretaris=State Secretary", "De Staatssecretaris.", ["Staatssecretaris"]),
    ("VS=US", "De vs. en de VS.", ["VS"]),
    ("pas=pass", "Het PAS en de pas.", ["pas"]),
    ("Tweede Kamer=House", "TWEEDE KAMER", ["TWEEDE KAMER"]),
    ("Raad van State=Council of State", "RAAD VAN STATE", ["RAAD VAN STATE"]),
    ("Raad van State=Council of State/exact-case", "De RAAD VAN STATE.", ["RAAD VAN STATE"]),
    (
        "Infrastructuur en Milieu=I&M",
        "MINISTERIE INFRASTRUCTUUR EN MILIEU",
        ["INFRASTRUCTUUR EN MILIEU"],
    ),
    ("wet=act", "BEHANDELING VAN DE WET", ["WET"]),
    ("wet=act", "De WET en de CAO", []),
    ("wob=wob", "DE WOB EN DE BEHANDELING", []),
    ("Tweede Kamer=House", "De tweede kamer links.", []),
    ("Eerste Kamer=Senate", "Een Kamer die beslist.", []),
    ("Raad van State=Council of State", "De raad van state.", ["raad van state"]),
    ("Verdrag van de VN=UN Treaty", "Het verdrag van de vn.", []),
    ("verdrag=treaty", "Wat zich niet verdraagt of verdroeg met verdragen.", ["verdragen"]),
    ("besluit=decision/exact", "De besluiten en het Besluit.", ["Besluit"]),
    ("besluit=decision/exact-case", "Besluit en besluit.", ["besluit"]),
    ("D66/keep", "Van D66, D66’s en d66.", ["D66", "D66"]),
    ("Nederland=the Netherlands", "De wetten van NL.", []),
    ("VN=UN", "In V-N 2004 en de VN.", ["VN"]),
]


@pytest.mark.parametrize(("row", "text", "found"), CASES)
def test_case_rules(row: str, text: str, found: list[str]) -> None:
    assert surfaces(row, text) == found


NOT_FOUND = [
    ("form=form", "Een ander format."),
    ("form=form", "De formulieren en de vorm."),
    ("Nederland=the Netherlands", "Het Nederlands en het Nederlandse beleid."),
    ("gegevens=data", "Wij hebben gegeven en een gegeven paard."),
    ("Tweede Kamer=House", "Dat is nummer twee. Tweede, Kamer."),
    ("raad van toezicht=supervisory board", "De raad, van toezicht."),
    ("wet=act", "Ik weet het. Wat wil je?"),
    ("besluiten=decide", "Het besluit van de raad."),
    ("aannemen=adopt", "Zij nemen deel aan de vergadering."),
    ("aannemen=adopt", "Hij neemt dat. De motie ligt aan de basis."),
    ("uitvoeren=implement", "Hij voert overleg uit de losse pols."),
]


@pytest.mark.parametrize(("row", "text"), NOT_FOUND)
def test_other_words_do_not_match(row: str, text: str) -> None:
    assert matcher(row).match(text) == ()


SEPARABLE = [
    ("aannemen=adopt", "De Kamer neemt de motie aan.", "neemt"),
    ("aannemen=adopt", "Gisteren nam de Kamer met ruime meerderheid de motie aan.", "nam"),
    ("aannemen=adopt", "De leden nemen die aan, maar niet vandaag.", "nemen"),
    ("aannemen=adopt", "Het verzoek om de motie aan te nemen.", "nemen"),
    ("aannemen=adopt", "Dat de Kamer de motie aan zal nemen.", "nemen"),
    ("uitvoeren=implement", "Het kabinet voert de motie uit.", "voert"),
    ("indienen=submit", "Zij diende een voorstel in op 3 mei.", "diende"),
    ("indienen=submit", "Zij dienden om 09.30 uur een motie in.", "dienden"),
    ("indienen=submit", "Zij dienden op 3 mei, om 9:15 uur, een motie in.", "dienden"),
    ("afschaffen=abolish", "Het kabinet schaft die regel af.", "schaft"),
    ("afschaffen=abolish", "Het plan om die regel af te schaffen.", "schaffen"),
    ("ter beschikking stellen=make available", "Hij stelt de stukken ter beschikking.", "stelt"),
    (
        "ter beschikking stellen=make available",
        "Om de stukken ter beschikking te stellen.",
        "stellen",
    ),
]


@pytest.mark.parametrize(("row", "text", "verb"), SEPARABLE)
def test_separable_verbs_in_both_word_orders(row: str, text: str, verb: str) -> None:
    assert [match.surface for match in matcher(row).match(text)] == [verb]


def test_the_longest_entry_stands_and_shadows_the_others() -> None:
    found = matcher("Kamer=House", "Tweede Kamer=House of Representatives").match(
        "De Tweede Kamer en de Kamer."
    )
    assert [(match.surface, match.shadowed_by) for match in found] == [
        ("Tweede Kamer", ""),
        ("Kamer", "Tweede Kamer"),
        ("Kamer", ""),
    ]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Zij maakte daartegen bezwaar.", ["bezwaar maken"]),
        ("Zij heeft bezwaar willen maken.", ["bezwaar maken"]),
        ("Het bezwaar sluit dat niet af.", ["bezwaar", "afsluiten"]),
        ("De grens sluit om middernacht.", ["sluiten"]),
    ],
)
def test_a_parted_expression_shadows_what_it_is_made_of(text: str, standing: list[str]) -> None:
    rows = ("bezwaar maken=object", "bezwaar=objection", "afsluiten=conclude", "sluiten=close")
    found = matcher(*rows).match(text)
    assert [match.term.source for match in found if not match.shadowed_by] == standing


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("sluiten=close", "Dit sluit goed aan bij het beleid."),
        ("stemmen=vote", "Zij stemmen met het voorstel in."),
        ("raden=guess", "De dienst raadt dit af."),
    ],
)
def test_a_verb_is_another_by_the_particle_of_its_clause(row: str, text: str) -> None:
    assert matcher(row).match(text) == ()
    assert matcher(row).match(text.replace(" in.", ".").replace(" af.", ".").replace(" aan ", " "))


def test_the_spelling_with_the_same_capital_wins() -> None:
    found = matcher("kamer=room", "Kamer=House").match("De Kamer en de kamer.")
    assert [match.expected for match in found if not match.shadowed_by] == [("House",), ("room",)]


def test_rows_of_one_source_are_one_entry() -> None:
    rows = (
        Term("kabinet", "administration", TermStatus.ADMITTED),
        Term("kabinet", "government"),
        Term("kabinet", "cabinet", TermStatus.FORBIDDEN),
    )
    (found,) = Matcher(Glossary(rows)).match("Het kabinet.")
    assert found.expected == ("government", "administration")
    assert found.forbidden == ("cabinet",)
    assert found.term.target == "government"


def test_a_keep_entry_expects_its_surface() -> None:
    (found,) = matcher("GroenLinks-PvdA/keep").match("De leden van GroenLinks-PvdA.")
    assert found.keep
    assert found.expected == ("GroenLinks-PvdA",)


COMPOUNDS = [
    ("mensenrechten=human rights", "De mensenrechtensituatie.", "mensenrechten"),
    ("mensenrechten=human rights", "Mensenrechten- en milieubeleid.", "Mensenrechten"),
    ("gemeente=municipality", "Het gemeentebeleid.", "gemeente"),
    ("kabinet=government", "De kabinetsbrief.", "kabinet"),
]


@pytest.mark.parametrize(("row", "text", "part"), COMPOUNDS)
def test_a_part_of_a_compound_is_a_soft_match(row: str, text: str, part: str) -> None:
    (found,) = matcher(row).match(text)
    assert (found.surface, found.soft) == (part, True)


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("wet=act", "De grondwet."),
        ("raad=council", "De gemeenteraad."),
        ("recht=law", "De gerechtvaardigde vraag."),
        ("kant=side", "De fabrikantenlijst."),
        ("ster=star", "De ministerconferentie."),
    ],
)
def test_no_part_of_a_common_word_or_of_unknown_rest(row: str, text: str) -> None:
    assert matcher(row).match(text) == ()


def test_an_entry_for_the_whole_compound_comes_first() -> None:
    found = matcher("mensenrechten=rights", "mensenrechtensituatie=rights situation").match(
        "De mensenrechtensituatie."
    )
    assert [match.term.source for match in found if not match.soft] == ["mensenrechtensituatie"]


def test_an_abbreviation_in_a_hyphenated_word_is_required() -> None:
    (found,) = matcher("VN=UN/exact-case").match("De VN-gezant.")
    assert not found.soft


@pytest.mark.parametrize("text", ["‘De Kamer’ stemt", "'De Kamer' stemt", "De Kamer’", "Kamer's"])
def test_a_quotation_mark_is_no_part_of_the_word(text: str) -> None:
    (found,) = matcher("Kamer=House/exact").match(text)
    assert found.surface == "Kamer"


def test_spans_point_into_the_text() -> None:
    text = "‘De Oeigoeren’, aldus minister Blok (BZ), leven in Xinjiang."
    for match in matcher("Oeigoeren=Uyghurs", "minister=minister").match(text):
        assert text[match.start : match.end] == match.surface


def test_a_request_changes_with_the_terms_that_touch_its_sentence_only() -> None:
    text = "Het kabinet antwoordt."
    before = request(text, matcher("kabinet=government", "motie=motion")).signature
    assert "government" in before
    assert before == request(text, matcher("kabinet=government", "wet=act")).signature
    assert before != request(text, matcher("kabinet=cabinet", "motie=motion")).signature


_ALPHABET = "abeiknortvzKN -'’.,é\u00ad0"


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.text(alphabet=_ALPHABET, max_size=40))
def test_any_text_gives_well_formed_matches(text: str) -> None:
    found = matcher("kabinet=government", "Kever=Beetle", "een=one", "aan/keep").match(text)
    standing = [match for match in found if not match.shadowed_by]
    assert all(text[match.start : match.end] == match.surface for match in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(standing))


@settings(derandomize=True, max_examples=100, deadline=None)
@given(
    st.text(alphabet="abdegiklmnoprstuvz", min_size=2, max_size=14),
    st.sampled_from(list(MatchMode)),
)
def test_an_entry_matches_its_own_source(word: str, mode: MatchMode) -> None:
    one = Matcher(Glossary((Term(word, "x", match=mode),)))
    found: tuple[TermMatch, ...] = one.match(f"de {word}.")
    assert any(match.surface == word and not match.soft for match in found)


def test_text_without_words_takes_no_time() -> None:
    text = "gemeente" * 20_000 + " gemeente " + "-".join(["gemeente"] * 500)
    begin = time.process_time()
    found = matcher("gemeente=municipality", "aannemen=adopt").match(text)
    assert time.process_time() - begin < 5
    assert [match.soft for match in found].count(False) == 1


def test_ten_thousand_entries_over_a_thousand_segments(tmp_path: Path) -> None:
    chance = random.Random(7)
    syllables = ["ka", "mer", "stuk", "wet", "ge", "ving", "be", "leid", "on", "der", "zoek", "ta"]
    words = sorted({"".join(chance.choices(syllables, k=4)) for _ in range(14_000)})[:10_000]
    path = tmp_path / "big.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["source", "target"])
        rows.writerows([word, f"target {at}"] for at, word in enumerate(words))
    texts = [" ".join(chance.choices(words, k=20)) + "." for _ in range(1000)]
    begin = time.process_time()
    matching = Matcher(load([path]))
    ready = time.process_time()
    found = [matching.match(text) for text in texts]
    done = time.process_time()
    assert all(len(matches) >= 20 for matches in found)
    assert ready - begin < 10
    assert done - ready < 15


def test_an_abbreviation_owns_its_point() -> None:
    found = matcher("Stb.=Bulletin/exact-case").match("Zie Stb. 2021, (Stb. 3) en het Stb.")
    assert [match.surface for match in found] == ["Stb.", "Stb.", "Stb"]
