"""A Q-sort in hand, without a screen: whatever is done, every column keeps its count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progpro_tui.core.card_steps import EMPTY, Column
from progpro_tui.tui.steps.arrangement import Arrangement, Spot

COLUMNS = (Column(-1, 2), Column(0, 3), Column(1, 1))
CARDS = ("a", "b", "c", "d", "e", "f")


def board(cards: tuple[str, ...] = CARDS) -> Arrangement:
    return Arrangement(COLUMNS, cards)


def test_places_and_spots_are_each_others_inverse() -> None:
    of = board()
    spots = [of.spot(place) for place in range(6)]
    assert spots[2:5] == [Spot(1, 0), Spot(1, 1), Spot(1, 2)]
    assert [of.place(spot) for spot in spots] == list(range(6))
    for nowhere in (Spot(0, 2), Spot(2, 1), Spot(3, 0), Spot(-1, 0), Spot(0, -1)):
        assert of.place(nowhere) is None
    assert [of.value(place) for place in range(6)] == [-1, -1, 0, 0, 0, 1]
    assert of.tallest == 3


def test_the_cursor_keeps_to_its_row_where_a_column_is_tall_enough() -> None:
    of = board()
    of.go_to(4)
    assert of.move(1, 0)
    assert of.cursor == 5
    assert of.move(-1, 0)
    assert of.cursor == 4
    assert of.to_end(last=False)
    assert of.cursor == 1
    assert not of.to_end(last=False)
    assert not of.move(-1, 0)
    assert not of.move(0, 1)


def test_a_card_put_down_changes_places_and_is_undone() -> None:
    of = board()
    assert of.lift()
    assert not of.lift()
    of.to_end(last=True)
    assert of.shown == 0
    assert of.put()
    assert of.cards == ["f", "b", "c", "d", "e", "a"]
    assert (of.held, of.shown) == (None, 5)
    assert of.undo() == (0, 5)
    assert of.cards == list(CARDS)
    assert of.cursor == 0
    assert of.undo() is None


def test_put_down_where_it_lay_changes_nothing_and_is_not_undone() -> None:
    of = board()
    of.lift()
    assert not of.put()
    assert not of.put()
    assert not of.can_undo


def test_a_card_is_put_back_where_it_was() -> None:
    of = board()
    of.lift()
    of.to_end(last=True)
    of.put_back()
    assert (of.cursor, of.held, of.cards) == (0, None, list(CARDS))


def test_an_empty_place_takes_a_card_and_has_none_to_lift() -> None:
    of = board((EMPTY, "b", "c", "d", "e", "f"))
    assert not of.lift()
    of.go_to(5)
    of.lift()
    of.go_to(0)
    of.put()
    assert of.cards == ["f", "b", "c", "d", "e", EMPTY]


def test_columns_without_a_place_are_left_out_and_too_few_cards_are_refused() -> None:
    of = Arrangement((Column(0, 0), Column(1, 1)), ("a",))
    assert of.value(0) == 1
    with pytest.raises(ValueError, match="2 cards for 1"):
        Arrangement((Column(1, 1),), ("a", "b"))


@given(st.lists(st.sampled_from("hjklgwpbu0123")))
def test_no_card_is_ever_lost_and_all_undone_is_as_before(keys: str) -> None:
    of = board()
    moves = {"h": (-1, 0), "l": (1, 0), "j": (0, 1), "k": (0, -1)}
    for key in keys:
        if key in moves:
            of.move(*moves[key])
        elif key.isdigit():
            of.go_to(int(key))
        else:
            {"g": of.lift, "w": of.lift, "p": of.put, "b": of.put_back, "u": of.undo}[key]()
        assert sorted(of.cards) == list(CARDS)
        assert 0 <= of.cursor < 6
    while of.undo():
        pass
    assert of.cards == list(CARDS)
