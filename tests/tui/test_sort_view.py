"""Cards into piles: a digit each, the piles that grow, undo at any point."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from progpro_tui.core.answers import Missing
from progpro_tui.tui.steps.piles import Pile, Piles, bars
from progpro_tui.workspace.runs import Sitting
from tests.tui.driver import Driver
from tests.tui.small_choices import LONG, cards
from tests.tui.stage import begun, kept, on_stage


def deck(folder: Path, count: int = 12, piles: int = 3, **words: str) -> Sitting:
    return begun(folder, cards(count, piles=piles, **words), "pile:i1")  # type: ignore[arg-type]  # words alone


def sorted_to(sitting: Sitting) -> list[object]:
    return [given.answer for step, given in kept(sitting).items() if step.startswith("pile:")]


def row_of(driver: Driver, words: str) -> int:
    return next(y for y, row in enumerate(driver.rows) if words in row)


async def test_digits_sort_and_the_piles_grow_newest_first(tmp_path: Path) -> None:
    sitting = deck(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        assert "║   Carte 1 " in driver.shown
        assert "Une phrase sur la carte 1." in driver.shown
        await driver.press("1", "2", "&", "1", "1", "3")
        assert "■■■■ 4" in driver.shown
        assert "Carte 5 · Carte 4 · Carte 3 " in driver.shown
        assert "Carte 1" not in driver.shown, "three names a pile"
        assert "║   Carte 7 " in driver.shown
    assert sorted_to(sitting) == ["p1", "p2", "p1", "p1", "p1", "p3"]


@pytest.mark.parametrize("key", ["enter", "space", "4", "0"])
async def test_nothing_is_proposed_before_an_arrow(tmp_path: Path, key: str) -> None:
    sitting = deck(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press(key)
        assert "║   Carte 1 " in driver.shown
    assert sorted_to(sitting) == []


async def test_arrows_and_enter_sort_and_each_card_begins_without_a_cursor(tmp_path: Path) -> None:
    sitting = deck(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("down", "down")
        assert "▌ 2  pile 2" in driver.shown
        await driver.press("enter")
        assert "▌" not in driver.shown
        await driver.press("end", "up", "up", "up", "space", "home", "end", "enter")
    assert sorted_to(sitting) == ["p2", "p1", "p3"]


async def test_the_mouse_sorts_anywhere_on_a_pile(tmp_path: Path) -> None:
    sitting = deck(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        for below in (0, 1, 2):
            await driver.pilot.click(offset=(60, row_of(driver, "3  pile 3") + below))
            await driver.settle()
        assert "■■■ 3" in driver.shown
    assert sorted_to(sitting) == ["p3", "p3", "p3"]


@pytest.mark.parametrize("key", ["backspace", "left"])
async def test_back_undoes_card_after_card(tmp_path: Path, key: str) -> None:
    sitting = deck(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("1", "1", "2", key)
        assert "║   Carte 3 " in driver.shown
        assert "■■ 2" in driver.shown
        assert "▌ 2  • pile 2" in driver.shown, "where it lay, to be put elsewhere"
        await driver.press(key)
        assert "■ 1" in driver.shown
        await driver.press("3")
        assert "║   Carte 3 " in driver.shown
        assert "Carte 2" in driver.rows[row_of(driver, "3  pile 3") + 2]
    assert sorted_to(sitting) == ["p1", "p3", "p2"]


async def test_the_ways_not_to_sort(tmp_path: Path) -> None:
    sitting = deck(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("p", "n", "r")
        assert "■" not in driver.shown
    assert sorted_to(sitting) == [Missing.SKIPPED, Missing.NOT_APPLICABLE, Missing.DECLINED]


async def test_language_and_wording_change_on_the_card_and_in_the_piles(tmp_path: Path) -> None:
    async with on_stage(tmp_path, deck(tmp_path)) as driver:
        await driver.press("1", "2", "down", "f3", "f2")
        assert "║   card 3 plain " in driver.shown
        assert "▌ 1  heap 1 plain" in driver.shown
        assert "card 2 plain" in driver.rows[row_of(driver, "2  heap 2") + 2]


@pytest.mark.parametrize("size", [(60, 20), (80, 20), (80, 24), (140, 40)])
@pytest.mark.parametrize("handed", [True, False])
async def test_card_piles_and_ways_are_seen_at_every_size(
    tmp_path: Path, size: tuple[int, int], handed: bool
) -> None:
    sitting = deck(tmp_path, piles=5)
    async with on_stage(tmp_path, sitting, handed=handed, size=size) as driver:
        await driver.press(*"12345", "1")
        for words in ("Important ?", "Carte 7", "pile 5", "■■ 2", "r je préfère", "● Enregistré"):
            assert words in driver.shown, words
        assert "F1 Aide" in driver.rows[-1]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
async def test_long_words_stay_within_their_place(tmp_path: Path, size: tuple[int, int]) -> None:
    sitting = deck(tmp_path, name=f"{LONG} {{n}}", line=f"{LONG} {LONG} {{n}}")
    async with on_stage(tmp_path, sitting, size=size) as driver:
        before = driver.rows
        await driver.press("1", "2")
        assert all(len(row) == size[0] for row in driver.rows)
        for y, row in enumerate(before):
            assert ("║" in row) is ("║" in driver.rows[y]), "the card stays where it was"
        assert "r je préfère" in driver.shown


async def test_nothing_moves_between_two_cards(tmp_path: Path) -> None:
    async with on_stage(tmp_path, deck(tmp_path)) as driver:
        places = []
        for key in ("1", "2", "p", "3"):
            marks = ("Important ?", "╔", "╚", "1  pile", "2  pile", "3  pile", "p passer")
            places.append([row_of(driver, words) for words in marks])
            await driver.press(key)
        assert len({tuple(rows) for rows in places}) == 1


def test_bars_shrink_alike_where_the_largest_has_no_room() -> None:
    assert bars([3, 0, 1], 20) == ["■■■ 3", "0", "■ 1"]
    shrunk = bars([40, 20, 1], 14)
    assert shrunk == ["■■■■■■■■■■ 40", "■■■■■ 20", "■ 1"]
    assert bars([], 10) == []


def test_so_many_piles_that_each_has_one_row() -> None:
    piles = Piles(id="piles")
    shown = [Pile(f"pile {n}", n, ("a", "b")) for n in range(10)]
    piles.show(shown, -1, (34, 11), 1)
    assert piles.pitch == 1
    assert [words.split()[0] for _, words, _ in piles._rows] == list("1234567890")


@pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=lambda size: str(size[0]))
async def test_a_deck_half_way(
    tmp_path: Path, snapshot: SnapshotAssertion, size: tuple[int, int]
) -> None:
    async with on_stage(tmp_path, deck(tmp_path), size=size) as driver:
        await driver.press(*"1121311", "down")
        assert driver.shown == snapshot
