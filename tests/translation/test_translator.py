"""The flow of the translator, over an engine whose hypotheses the test writes itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from threading import Event

import pytest

from vertaal.glossary import Glossary, Matcher
from vertaal.translation.alignment import spread
from vertaal.translation.cache import Cache
from vertaal.translation.engines import Attention, Hypothesis
from vertaal.translation.inline import Annotation
from vertaal.translation.models import Model
from vertaal.translation.requests import Request, constraints_of, parts_of, request
from vertaal.translation.translator import Decoding, Translator, proof
from vertaal.types import MatchMode, OccurrenceStatus, Span, Term, TermMatch, Translation


class Letters:
    """A vocabulary of words: an id is the word's place in a list that grows."""

    def __init__(self) -> None:
        self.words: list[str] = ["</s>"]
        self.annotated: list[list[Annotation]] = []

    def _id(self, word: str) -> int:
        if word not in self.words:
            self.words.append(word)
        return self.words.index(word)

    def encode_source(self, text: str, annotations: Sequence[Annotation] = ()) -> list[int]:
        self.annotated.append(list(annotations))
        return [*(self._id(word) for word in text.split()), 0]

    def source_places(self, text: str, annotations: Sequence[Annotation] = ()) -> list[Span]:
        return spread(text.split(), text)

    def english_ids(self, text: str) -> tuple[int, ...]:
        return tuple(self._id(word) for word in text.split())

    def decode(self, ids: Sequence[int]) -> str:
        return " ".join(self.words[i] for i in ids)

    def piece(self, token: int) -> str:
        return "▁" + self.words[token]


class Scripted:
    """An engine that answers each source text with the hypotheses written for it."""

    def __init__(self, words: Letters, script: dict[str, list[tuple[str, float]]]) -> None:
        self.words, self.script = words, script
        self.asked: list[str] = []

    def search(self, sources: Sequence[Sequence[int]], beam: int) -> Iterable[list[Hypothesis]]:
        found = []
        for source in sources:
            text = self.words.decode(source[:-1])
            self.asked.append(text)
            options = self.script.get(text, [(text.upper(), -0.1)])
            written = [(self.words.english_ids(t), s) for t, s in options[:beam]]
            found.append([Hypothesis(ids, s, _diagonal(source, ids)) for ids, s in written])
        return found

    def carry_on(
        self,
        sources: Sequence[Sequence[int]],
        starts: Sequence[Sequence[int]],
        never: Sequence[Sequence[int]],
        beam: int,
    ) -> list[list[Hypothesis]]:
        """The script's answer to the source and the start, in brackets."""
        found = []
        for source, start in zip(sources, starts, strict=True):
            key = f"{self.words.decode(source[:-1])} [{self.words.decode(start)}]"
            self.asked.append(key)
            written = [(self.words.english_ids(t), s) for t, s in self.script.get(key, [])]
            found.append([Hypothesis(ids, s, _diagonal(source, ids)) for ids, s in written])
        return found

    def score(
        self, sources: Sequence[Sequence[int]], targets: Sequence[Sequence[int]]
    ) -> list[list[float]]:
        """The script's answer to the source and the target, in braces: of each id, and the end."""
        found = []
        for source, target in zip(sources, targets, strict=True):
            key = f"{self.words.decode(source[:-1])} {{{self.words.decode(target)}}}"
            [(_, score)] = self.script.get(key, [("", -1.0)])
            found.append([score] * (len(target) + 1))
        return found

    def attend(
        self, sources: Sequence[Sequence[int]], targets: Sequence[Sequence[int]]
    ) -> list[Attention]:
        return [_diagonal(source, ids) for source, ids in zip(sources, targets, strict=True)]


def _diagonal(source: Sequence[int], target: Sequence[int]) -> Attention:
    """Word by word: each looks at its like in place, one step after it was written."""
    columns = range(1, len(source))
    return [[0.8 * (row == column) for column in columns] for row in range(len(target) + 1)]


def translator(
    script: dict[str, list[tuple[str, float]]],
    cache: Path | None = None,
    constrain: bool = False,
) -> tuple[Translator, Scripted, Letters]:
    words = Letters()
    engine = Scripted(words, script)
    made = Translator(
        Model("test", Path(), "digest", inline=True),
        lambda: engine,
        lambda: words,
        engine_name="scripted",
        decoding=Decoding(constrain=constrain),
        cache=Cache(cache),
    )
    return made, engine, words


def asks(source: str, word: str, *expected: str, **more: object) -> Request:
    start = source.index(word)
    term = Term(word, expected[0])
    match = TermMatch(start, start + len(word), word, term, expected, **more)  # type: ignore[arg-type]
    return Request(source, (match,))


def test_order_and_count_are_kept_and_nothing_is_translated_twice() -> None:
    made, engine, _ = translator({})
    sources = ["langer dan de rest", "kort", "kort", "iets langer"]
    found = made.translate([Request(source) for source in sources])
    assert [t.target for t in found] == [source.upper() for source in sources]
    assert sorted(engine.asked) == sorted(set(sources))


def test_what_one_sentence_waits_for_keeps_no_core_from_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("vertaal.translation.translator._PART", 64)
    words, second = Letters(), Event()

    class Waiting(Scripted):
        def search(self, sources: Sequence[Sequence[int]], beam: int) -> Iterator[list[Hypothesis]]:
            if self.asked:
                second.set()
            found = super().search(sources, beam)

            def read() -> Iterator[list[Hypothesis]]:
                # Breaks unless the search of the next part begins while this one is waited for.
                assert second.wait(timeout=20)
                yield from found

            return read()

    made = Translator(
        Model("test", Path(), "digest", inline=True),
        lambda: Waiting(words, {}),
        lambda: words,
        engine_name="scripted",
        decoding=Decoding(constrain=False),
    )
    sources = [f"zin {'x' * i}" for i in range(1, 73)]
    seen: list[tuple[int, int]] = []
    found = made.translate([Request(s) for s in sources], lambda *done: seen.append(done))
    assert [t.target for t in found] == [source.upper() for source in sources]
    assert seen == [(0, 72), (64, 72), (72, 72)]


def test_what_was_translated_before_a_failure_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vertaal.translation.translator._PART", 64)
    cache = tmp_path / "cache.sqlite"
    sources = ["zin", *(f"zin {'x' * i}" for i in range(1, 72))]
    broken, engine, _ = translator({}, cache)
    search = engine.search

    def failing(sources: Sequence[Sequence[int]], beam: int) -> Iterable[list[Hypothesis]]:
        if any(len(each) == 2 for each in sources):  # The shortest source is in the last part.
            raise RuntimeError("out of memory")
        return search(sources, beam)

    engine.search = failing  # type: ignore[method-assign]
    with pytest.raises(RuntimeError, match="out of memory"):
        broken.translate([Request(source) for source in sources])
    again, engine, _ = translator({}, cache)
    assert len(again.translate([Request(source) for source in sources])) == 72
    assert len(engine.asked) == 8, "the 64 of the first part were in the cache"


def test_the_wanted_term_stands_in_the_source() -> None:
    script = {"het kabinet acht": [("the government considers", -0.3)]}
    made, _, words = translator(script)
    made.translate([asks("het kabinet acht", "kabinet", "government")])
    assert words.annotated == [[(4, 11, "government")]]


def test_a_sentence_that_inline_terms_derail_is_searched_without_them() -> None:
    made, _, words = translator({"het kabinet": [("the the the cabinet", -0.1)]})
    made.translate([asks("het kabinet", "kabinet", "government")])
    assert words.annotated == [[(4, 11, "government")], []]


def test_a_near_hypothesis_with_the_term_beats_the_best_without() -> None:
    script = {
        "het kabinet acht": [("the cabinet considers", -0.3), ("the government considers", -0.5)]
    }
    made, _, _ = translator(script)
    [best] = made.translate([asks("het kabinet acht", "kabinet", "government")])
    assert best.target == "the government considers"


def test_a_far_hypothesis_does_not() -> None:
    script = {
        "het kabinet acht": [("the cabinet considers", -0.3), ("government government", -4.0)]
    }
    made, _, _ = translator(script)
    request = asks("het kabinet acht", "kabinet", "government")
    [best] = made.translate([request])
    assert best.target == "the cabinet considers"
    [occurrence] = proof("s1", request, best)
    assert occurrence.status is OccurrenceStatus.VIOLATED
    assert occurrence.reason


def test_a_name_that_repair_does_not_bring_back_is_searched_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def constrained(
        self: Translator, requests: Sequence[Request], wanted: Sequence[Sequence[TermMatch]]
    ) -> list[list[Translation]]:
        return [[Translation(f"spoke {m.surface}", -0.6, forced=True) for m in w] for w in wanted]

    monkeypatch.setattr(Translator, "_constrained", constrained)
    made, _, _ = translator({"gisteren sprak Omtzigt": [("he spoke", -0.1)]}, constrain=True)
    [best] = made.translate([Request("gisteren sprak Omtzigt")])
    assert best.target == "spoke Omtzigt"


def test_a_loop_is_passed_over() -> None:
    script = {"x": [("re re re re", -0.1), ("something", -0.4)]}
    made, _, _ = translator(script)
    assert made.translate([Request("x")])[0].target == "something"


def test_what_was_forced_is_called_forced() -> None:
    request = asks("het kabinet", "kabinet", "government")
    [occurrence] = proof("s1", request, Translation("the government", -0.5, forced=True))
    assert occurrence.status is OccurrenceStatus.FORCED
    assert (occurrence.target_start, occurrence.target_end) == (4, 14)


def test_the_cache_answers_for_the_same_and_for_nothing_else(tmp_path: Path) -> None:
    cache = tmp_path / "cache.sqlite"
    plain, with_term = Request("het kabinet"), asks("het kabinet", "kabinet", "government")
    script = {"het kabinet": [("the government", -0.1)]}
    first, _, _ = translator(script, cache)
    first.translate([plain])
    again, engine, _ = translator(script, cache)
    again.translate([plain])
    assert engine.asked == []
    again.translate([with_term])
    assert engine.asked == ["het kabinet"], "other terms make another translation"
    other = Translator(
        Model("other", Path(), "other digest", inline=True),
        lambda: engine,
        lambda: engine.words,
        engine_name="scripted",
        decoding=Decoding(constrain=False),
        cache=Cache(cache),
    )
    assert other.translate([Request("het kabinet")])
    assert len(engine.asked) == 2


def test_a_damaged_cache_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    made, _, _ = translator({}, path)
    assert made.translate([Request("kort")])[0].target == "KORT"
    again, engine, _ = translator({}, path)
    again.translate([Request("kort")])
    assert engine.asked == []
    assert path.with_suffix(".damaged").exists()


def test_a_source_longer_than_the_model_reads_is_translated_whole() -> None:
    source = ", ".join(f"woord{i} woord woord" for i in range(120))
    request = asks(source, "woord60", "word60")
    parts = parts_of(request)
    assert len(parts) > 1
    assert "".join(part.source for part in parts) == source
    assert [m.surface for part in parts for m in part.matches] == ["woord60"]
    assert all(p.source[m.start : m.end] == m.surface for p in parts for m in p.matches)
    made, _, _ = translator({})
    [whole] = made.translate([Request(source)])
    assert whole.target.split() == source.upper().split()


def test_each_cell_of_a_row_is_translated_by_itself() -> None:
    made, engine, _ = translator({"in mei": [("in May", -0.7)]})
    rows = ["soort zaak | in mei | 1.204 |", "| soort zaak | | nvt", "iets anders"]
    found = made.translate([Request(row) for row in rows])
    assert [each.target for each in found] == [
        "SOORT ZAAK | in May | 1,204 |",
        "| SOORT ZAAK | | not applicable",
        "IETS ANDERS",
    ]
    assert found[0].score == -0.7
    assert sorted(engine.asked) == ["iets anders", "in mei", "soort zaak"]
    links = [(rows[0][a:b], found[0].target[c:d]) for a, b, c, d, _ in found[0].links]
    words = [("soort", "SOORT"), ("zaak", "ZAAK"), ("in", "in"), ("mei", "May")]
    assert links == [*words, ("1.204", "1,204")]


def test_a_term_belongs_to_its_cell() -> None:
    made, engine, words = translator({})
    row = asks("de raad | het kabinet", "kabinet", "government")
    made.translate([row])
    assert [(4, 11, "government")] in words.annotated
    assert set(engine.asked) == {"de raad", "het kabinet"}


@pytest.mark.parametrize(
    "source", ["de kop ‘een plan | de krant’ van gisteren", "a|b of | c (d | e)"]
)
def test_a_bar_in_a_quotation_is_no_border(source: str) -> None:
    made, engine, _ = translator({})
    made.translate([Request(source)])
    assert all(source.count(mark) == 0 or mark in "".join(engine.asked) for mark in "‘’()")
    assert any(" | " in asked for asked in engine.asked)


def test_the_alternatives_of_a_row_are_those_of_its_cells() -> None:
    made, _, _ = translator({"a": [("one", -0.1), ("two", -0.2)], "b": [("three", -0.1)]})
    found = made.alternatives(Request("a | b | 1,5"), 3)
    assert [each.target for each in found] == ["one | three | 1.5", "two | three | 1.5"]


def test_what_is_fixed_has_no_alternatives() -> None:
    made, engine, _ = translator({})
    found = made.alternatives(Request("n.v.t."), 3)
    assert [each.target for each in found] == ["not applicable"]
    assert not engine.asked


def test_constraints_hold_every_form_and_count_occurrences() -> None:
    words = Letters()
    source = "rechter en rechter"
    term = Term("rechter", "judge")
    matches = tuple(
        TermMatch(start, start + 7, "rechter", term, ("judge",), forbidden=("magistrate",))
        for start in (0, 11)
    )
    request = Request(source, matches)
    made = constraints_of(words, request, matches[:1])
    [required] = made.required
    forms = {words.decode(form) for form in required.forms}
    assert required.count == 2
    assert {"judge", "judges", "Judge", "Judges"} <= forms
    assert "magistrate" in {words.decode(ids) for ids in made.forbidden}
    free = constraints_of(words, request, ())
    assert (free.required, free.forbidden) == ((), made.forbidden)


def test_soft_and_shadowed_matches_ask_for_nothing() -> None:
    words = Letters()
    soft = asks("het kabinet", "kabinet", "government", soft=True)
    shadowed = asks("het kabinet", "kabinet", "government", shadowed_by="kabinet-Rutte")
    for asking in (soft, shadowed):
        assert constraints_of(words, asking, asking.matches).required == ()


def test_a_term_inside_a_code_gives_way_to_it() -> None:
    matcher = Matcher(Glossary((Term("rijksoverheid", "central government"),)))
    made = request("Zie www.rijksoverheid.nl/jenv van de rijksoverheid.", matcher)
    assert [(m.surface, bool(m.shadowed_by)) for m in made.matches] == [
        ("www.rijksoverheid.nl/jenv", False),
        ("rijksoverheid", True),
        ("rijksoverheid", False),
    ]


def test_a_code_inside_a_term_is_left_to_the_term() -> None:
    matcher = Matcher(Glossary((Term("besluit 2019Z21918", "the decision"),)))
    made = request("Het besluit 2019Z21918 staat.", matcher)
    assert [match.surface for match in made.matches] == ["besluit 2019Z21918"]


def test_words_are_linked_and_the_cache_keeps_the_links(tmp_path: Path) -> None:
    cache = tmp_path / "cache.sqlite"
    script = {"het kabinet": [("the government", -0.1)]}
    first, _, _ = translator(script, cache)
    [made] = first.translate([Request("het kabinet")])
    assert made.links == ((0, 3, 0, 3, 80), (4, 11, 4, 14, 80))
    second, engine, _ = translator({}, cache)
    assert second.translate([Request("het kabinet")]) == [made]
    assert engine.asked == []


def test_a_text_from_elsewhere_is_aligned_too() -> None:
    made, _, _ = translator({})
    [found] = made.align([Request("het kabinet")], ["the cabinet"])
    assert found == ((0, 3, 0, 3, 80), (4, 11, 4, 11, 80))


def test_links_of_a_source_in_parts_count_from_its_beginning() -> None:
    clause = "a" * 500 + ". "
    made, _, _ = translator({})
    [found] = made.translate([Request(clause + "b" * 600)])
    assert [link[:4] for link in found.links] == [(0, 500, 0, 500), (502, 1102, 502, 1102)]


def test_a_number_set_right_stands_where_the_rest_stays_as_likely() -> None:
    source = "van 120 naar 350 leden"
    script = {source: [("from 12 to 35 members", -0.1)]}
    made, engine, _ = translator(script, constrain=True)
    [found] = made.translate([Request(source)])
    assert (found.target, found.score, found.forced) == ("from 120 to 350 members", -1.0, True)
    assert [link[2:4] for link in found.links][-1] == (16, 23), "aligned anew"
    assert engine.asked == [source], "searched once"


def test_faults_are_repaired_one_after_the_other() -> None:
    source = "van 120 naar 350 leden"
    made, engine, _ = translator(
        {
            source: [("from 12 to 35 members", -0.1)],
            f"{source} {{from 120 to 35 members}}": [("", -1.5)],
            f"{source} {{from 120 to 350 members}}": [("", -3.0)],
            f"{source} [from 120]": [("from 120 to 35 members", -0.2)],
            f"{source} [from 120 to 350]": [("from 120 to 350 people", -0.3)],
        },
        constrain=True,
    )
    [found] = made.translate([Request(source)])
    assert found.target == "from 120 to 350 people"
    assert found.forced
    assert engine.asked[-1] == f"{source} [from 120 to 350]"


def test_an_entry_s_case_rule_is_part_of_what_is_asked() -> None:
    one, other = (
        Request(
            "de senaat",
            (TermMatch(3, 9, "senaat", Term("senaat", "senate", match=mode), ("senate",)),),
        )
        for mode in (MatchMode.EXACT, MatchMode.EXACT_CASE)
    )
    assert one.signature != other.signature
