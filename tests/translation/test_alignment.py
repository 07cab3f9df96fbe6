"""Links between words, from attention that the test writes itself."""

from __future__ import annotations

from vertaal.translation.alignment import Pieced, layer, links, spread


def test_pieces_find_their_places_and_white_space_belongs_to_none() -> None:
    text = "De  rechters oordelen."
    assert spread(["▁De", "▁recht", "ers", "▁", "▁oordelen", "."], text) == [
        (0, 2),
        (4, 9),
        (9, 12),
        (12, 12),
        (13, 21),
        (21, 22),
    ]


def test_a_normaliser_that_changes_a_character_does_not_shift_the_rest() -> None:
    text = "Dit … is goed"
    assert spread(["▁Dit", "▁...", "▁is", "▁goed"], text)[2:] == [(6, 8), (9, 13)]


def test_a_target_word_is_linked_to_what_was_looked_at_one_step_after_it() -> None:
    source = Pieced.spelt("het huis.", ["▁het", "▁huis", "."])
    target = Pieced.spelt("the houses.", ["▁the", "▁house", "s", "."])
    rows = [
        [0.1, 0.8, 0.1],  # before 'the'
        [0.9, 0.0, 0.0],
        [0.0, 0.6, 0.2],
        [0.1, 0.8, 0.0],
        [0.0, 0.0, 0.9],
    ]
    assert links(rows, source, target) == (
        (0, 3, 0, 3, 90),
        (0, 3, 4, 10, 5),
        (4, 8, 4, 10, 70),
    )


def test_without_attention_there_are_no_links() -> None:
    source, target = Pieced.spelt("ja", ["▁ja"]), Pieced.spelt("yes", ["▁yes"])
    assert links((), source, target) == ()
    assert links([[0.5]], source, target) == ()
    assert links([[0.5], [0.5]], Pieced("?", ((0, 1),)), target) == ()


def test_a_piece_over_several_words_is_shared_out() -> None:
    source = Pieced("Raad van State", ((0, 14),))
    target = Pieced("Council", ((0, 7),))
    assert links([[0.0], [0.9]], source, target) == (
        (0, 4, 0, 7, 30),
        (5, 8, 0, 7, 30),
        (9, 14, 0, 7, 30),
    )


def test_the_layer_is_in_the_lower_half() -> None:
    assert [layer(n) for n in (1, 2, 4, 6)] == [0, 0, 1, 2]
