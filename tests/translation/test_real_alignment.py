"""The embedded model's alignment and signals, on sentences whose words can be told apart."""

from __future__ import annotations

import pytest

from vertaal.glossary import Glossary, Matcher
from vertaal.translation.catalogue import translator
from vertaal.translation.fidelity import fidelity
from vertaal.translation.models import locate
from vertaal.translation.requests import Request, request
from vertaal.translation.translator import Decoding, Translator, proof
from vertaal.types import Fidelity, Link, Term, Translation

pytestmark = pytest.mark.slow

MATCHER = Matcher(Glossary((Term("Nederlands", "Dutch"),)))


@pytest.fixture(scope="module")
def worker() -> Translator:
    return translator(locate(), decoding=Decoding(constrain=False))


def best(source: str, target: str, links: tuple[Link, ...]) -> dict[str, str]:
    """For each target word the source word that it leans on most."""
    return {target[c:d]: source[a:b] for a, b, c, d, _ in sorted(links, key=lambda link: link[4])}


@pytest.mark.parametrize("engine", ["ctranslate2", "transformers"])
def test_words_that_both_sides_have_align_with_each_other(engine: str) -> None:
    source = "In 2018 sprak Rutte in Brussel met 27 ministers over Xinjiang en de NAVO."
    target = "In 2018 Rutte spoke with 27 ministers in Brussels about Xinjiang and NATO."
    made = translator(locate(), engine, decoding=Decoding(constrain=False))
    [links] = made.align([Request(source)], [target])
    found = best(source, target, links)
    wanted = {"2018": "2018", "Rutte": "Rutte", "27": "27", "Brussels": "Brussel"}
    wanted |= {"ministers": "ministers", "Xinjiang": "Xinjiang", "NATO": "NAVO", "spoke": "sprak"}
    assert {word: found[word] for word in wanted} == wanted


def test_the_search_gives_what_forced_decoding_gives(worker: Translator) -> None:
    asked = [Request("Kunt u deze vragen voor het debat beantwoorden?"), Request("Ja.")]
    made = worker.translate(asked)
    forced = worker.align(asked, [each.target for each in made])
    for one, other in zip(made, forced, strict=True):
        ours = {link[:4]: link[4] for link in one.links}
        theirs = {link[:4]: link[4] for link in other}
        assert ours
        assert all(abs(ours.get(k, 0) - theirs.get(k, 0)) <= 8 for k in ours | theirs)


def test_each_term_takes_the_word_that_was_written_for_it(worker: Translator) -> None:
    source = "Hij spreekt geen Nederlands, zegt de Nederlandse ambassade."
    target = "The Dutch embassy says that he speaks no Dutch."
    asked = request(source, MATCHER)
    [links] = worker.align([asked], [target])
    found = proof("s", asked, Translation(target, 0.0, links=links))
    places = {each.match.surface: each.target_start for each in found}
    assert places == {"Nederlands": target.rindex("Dutch"), "Nederlandse": target.index("Dutch")}
    assert all(each.confirmed for each in found)


def signals(worker: Translator, source: str, target: str) -> Fidelity:
    [links] = worker.align([Request(source)], [target])
    return fidelity("s", source, Translation(target, 0.0, links=links))


def test_a_phrase_left_out_or_put_in_is_seen_and_named(worker: Translator) -> None:
    source = "De burgemeester heeft de vergunning ingetrokken wegens de overlast van omwonenden."
    whole = "The mayor withdrew the licence because of the nuisance to local residents."
    less = "The mayor withdrew the licence."
    more = "The mayor withdrew the licence at the request of the European Commission because of "
    more += "the nuisance to local residents."
    assert signals(worker, source, whole).risk < 1
    omitted = signals(worker, source, less)
    assert omitted.omitted >= 1
    assert "overlast" in " ".join(source[a:b] for a, b in omitted.uncovered)
    added = signals(worker, source, more)
    assert added.added >= 1
    assert "Commission" in " ".join(more[a:b] for a, b in added.unfounded)


@pytest.mark.parametrize("engine", ["ctranslate2", "transformers"])
def test_targets_are_scored_piece_by_piece_to_their_end(engine: str) -> None:
    made = translator(locate(), engine)
    words = made._vocabulary()
    source = words.encode_source("De kosten bedragen 350 euro.")
    right, wrong = (
        words.english_ids(f"The costs amount to {amount} euros.") for amount in (350, 480)
    )
    likely, unlikely = made._first().score([source, source], [right, wrong])
    assert (len(likely), len(unlikely)) == (len(right) + 1, len(wrong) + 1)
    assert max(likely) <= 0
    assert sum(likely) > sum(unlikely) + 2
    [found] = made._first().search([source], 4)
    [again] = made._first().score([source], [found[0].ids])
    assert sum(again) / len(again) == pytest.approx(found[0].score, abs=0.02), (
        "as the search has it"
    )
