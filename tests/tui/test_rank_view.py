"""The next best: picks by key and mouse, equal ones, the list that stops, back."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.core.answers import Missing
from progpro_tui.tui.steps.cells import Cells
from progpro_tui.tui.steps.rank_view import RankView
from progpro_tui.workspace.runs import Sitting
from tests.tui.driver import Driver
from tests.tui.small_choices import LONG, cards, first_pile, ranks
from tests.tui.stage import begun, kept, on_stage


def titles(folder: Path, size: int = 4, name: str = "métier {n}") -> Sitting:
    return begun(folder, ranks(size, name), "l:1")


def top(folder: Path) -> Sitting:
    """Five cards kept, to be ranked."""
    return begun(folder, cards(5, 5, 5), "top:1", first_pile)


def left(driver: Driver) -> Cells:
    return driver.screen.query_one("#answers", Cells)


def picks(sitting: Sitting) -> list[object]:
    return [g.answer for step, g in kept(sitting).items() if step.startswith(("l:", "top:"))]


def row_of(driver: Driver, words: str) -> str:
    return next(row for row in driver.rows if words in row)


async def test_enter_picks_the_one_under_the_cursor_and_it_moves_to_its_place(tmp_path: Path) -> None:
    sitting = titles(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        assert "▌   1  métier 1" in driver.shown
        assert " 1   ?" in driver.shown
        await driver.press("down", "down", "enter")
        assert " 1   métier 3" in driver.shown
        assert " 2   ?" in driver.shown
        assert "3  métier 4" in driver.shown
        await driver.press("enter", "space")
    assert picks(sitting) == ["i3", "i1", "i2"]


async def test_digits_and_clicks_pick_too(tmp_path: Path) -> None:
    sitting = titles(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("9", "é")
        assert " 1   métier 2" in driver.shown
        row = driver.rows.index(row_of(driver, "métier 4"))
        await driver.pilot.click(offset=(driver.rows[row].index("métier 4"), row))
        await driver.settle()
        assert " 2   métier 4" in driver.shown
        await driver.pilot.click("#picked")  # what is picked stays picked
        await driver.settle()
    assert picks(sitting) == ["i2", "i4"]


async def test_equal_ones_share_their_place(tmp_path: Path) -> None:
    sitting = top(tmp_path)
    async with on_stage(tmp_path, sitting, language="en") as driver:
        assert "= Equal" not in driver.rows[-1]
        await driver.press("equals_sign")
        assert picks(sitting) == [], "the first one equals nothing"
        await driver.press("1")
        assert "= Equal" in driver.rows[-1]
        await driver.press("equals_sign", "down", "enter")
        assert " 1 = card 1" in driver.shown
        assert " 1 = card 2" in driver.shown
        assert " 3   card 4" in driver.shown
        assert " 4   ?" in driver.shown
    assert picks(sitting) == ["i1", "=i2", "i4"]


async def test_lists_that_know_no_ties_offer_none(tmp_path: Path) -> None:
    sitting = titles(tmp_path)
    async with on_stage(tmp_path, sitting, language="en") as driver:
        await driver.press("1", "equals_sign")
        assert "Equal" not in driver.rows[-1]
    assert picks(sitting) == ["i1"]


@pytest.mark.parametrize("key", ["backspace", "left"])
async def test_back_puts_the_last_pick_back_and_another_may_be_picked(tmp_path: Path, key: str) -> None:
    sitting = top(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("1", "down", "equals_sign", key)
        assert "▌   2  • Carte 3" in driver.shown
        assert " 2   ?" in driver.shown
        await driver.press("1", key, key)
        assert "▌   1  • Carte 1" in driver.shown
        await driver.press("5")
        assert " 1   Carte 5" in driver.shown
    assert picks(sitting)[:2] == ["i5", "i2"]


async def test_the_list_may_stop_here(tmp_path: Path) -> None:
    sitting = titles(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        assert "p arrêter" in driver.shown
        await driver.press("2", "p")
    assert picks(sitting) == ["i2", Missing.SKIPPED]


async def test_one_sentence_on_the_card_stands_on_its_row(tmp_path: Path) -> None:
    async with on_stage(tmp_path, top(tmp_path)) as driver:
        where = driver.rows.index(row_of(driver, "Une phrase sur la carte 1."))
        await driver.press("end")
        assert driver.rows[where].strip() == "Une phrase sur la carte 5."
        await driver.press("1")
        assert driver.rows[where].strip() == "Une phrase sur la carte 2."


async def test_language_and_wording_change_and_the_cursor_stays(tmp_path: Path) -> None:
    async with on_stage(tmp_path, top(tmp_path)) as driver:
        await driver.press("1", "down", "down", "f3", "f2")
        assert "▌   3  card 4 plain" in driver.shown
        assert " 1   card 1 plain" in driver.shown
        assert "line 4 plain" in driver.shown


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
async def test_twenty_long_titles_are_all_reached(tmp_path: Path, size: tuple[int, int]) -> None:
    sitting = titles(tmp_path, 20, f"{LONG} {{n}}")
    async with on_stage(tmp_path, sitting, size=size) as driver:
        assert all(len(row) == size[0] for row in driver.rows)
        assert "F1 Aide" in driver.rows[-1]
        assert "r je préfère ne pas répondre" in driver.shown
        await driver.press("1")
        assert picks(sitting) == [], "no digits beside the names, none that pick"
        await driver.press("end")
        assert left(driver).cursor == 19
        assert driver.screen.query_one(RankView).query_one("#sentence").display
        await driver.press("enter")
    assert picks(sitting) == ["i20"]


async def test_a_narrow_footer_keeps_the_pause(tmp_path: Path) -> None:
    async with on_stage(tmp_path, top(tmp_path), size=(60, 20), language="en") as driver:
        await driver.press("1")
        for words in ("Enter Choose", "= Equal", "Esc Pause", "F1 Help"):
            assert words in driver.rows[-1], words
