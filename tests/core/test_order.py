"""The orders in which items may come: drawn from the seed, the same for ever."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progpro_tui.core.instrument import Item
from progpro_tui.core.run import Order, Run
from tests.support import items, riasec, text

OF = riasec(5)


def arranged(order: Order, seed: int, of: tuple[Item, ...] = OF.items) -> tuple[Item, ...]:
    return Run(OF, None, seed).arranged(order, "items", of)


def letters(found: tuple[Item, ...]) -> str:
    return "".join(next(iter(item.scales)) for item in found)


@given(st.sampled_from(["fixed", "shuffled", "blocks", "balanced"]), st.integers(0, 2**32))
def test_every_order_holds_every_item_once_and_is_drawn_from_the_seed(order: Order, seed: int) -> None:
    found = arranged(order, seed)
    assert Counter(item.id for item in found) == Counter(item.id for item in OF.items)
    assert found == arranged(order, seed)


def test_fixed_is_the_order_of_the_file_and_shuffled_another_for_each_seed() -> None:
    assert arranged("fixed", 7) == OF.items
    orders = {tuple(item.id for item in arranged("shuffled", seed)) for seed in range(10)}
    assert len(orders) == 10


def test_a_shuffle_is_the_same_on_every_machine_for_ever() -> None:
    # SHA-256 of seed, name and id, as written in core/run.py: it must never change.
    found = [item.id for item in arranged("shuffled", 1, items("R", 5))]
    assert found == ["r3", "r1", "r5", "r2", "r4"]


def test_blocks_stay_where_they_are_and_are_drawn_within() -> None:
    of = tuple(Item(f"{b}{n}", text("x"), tags={"block": b}) for b in "ab" for n in range(6))
    orders = {tuple(item.id for item in arranged("blocks", seed, of)) for seed in range(10)}
    assert len(orders) > 5
    assert all({name[0] for name in order[:6]} == {"a"} for order in orders)


@given(st.integers(0, 2**32))
def test_balanced_rounds_hold_each_scale_once_and_none_follows_itself(seed: int) -> None:
    found = letters(arranged("balanced", seed))
    rounds = [found[start : start + 6] for start in range(0, 30, 6)]
    assert all(sorted(each) == sorted("RIASEC") for each in rounds)
    assert all(one != other for one, other in pairwise(found))


@pytest.mark.parametrize("counts", [(4, 2, 1), (1,), (3, 3)])
def test_balanced_takes_scales_of_any_length(counts: tuple[int, ...]) -> None:
    of = tuple(item for letter, n in zip("RIA", counts, strict=False) for item in items(letter, n))
    found = letters(arranged("balanced", 3, of))
    assert Counter(found) == dict(zip("RIA", counts, strict=False))
    assert len(set(found[: len(counts)])) == len(counts)
