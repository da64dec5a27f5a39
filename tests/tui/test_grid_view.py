"""The skills grid in the app: digits answer the row and go down, arrows, mouse, the family's table."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.steps import SEEN, Show, Step
from progpro_tui.testing.practice import unlocked
from progpro_tui.tui.screens.pause import PauseScreen
from progpro_tui.tui.steps.grid_rows import GridRows
from progpro_tui.workspace.runs import Sitting
from tests.support import text
from tests.tui.driver import Driver
from tests.tui.small_boards import column, grid
from tests.tui.stage import begun, kept, on_stage

FIRST_CELL = "com1:level"


def small(folder: Path) -> Sitting:
    return begun(folder, grid(), "s1:level")


def answers(sitting: Sitting) -> dict[str, object]:
    return {step: given.answer for step, given in kept(sitting).items() if ":" in step[1:3]}


def row_of(driver: Driver, words: str) -> str:
    return next(row for row in driver.rows if words in row)


async def test_digits_answer_the_row_and_go_down(tmp_path: Path) -> None:
    sitting = small(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        assert "Famille" in driver.shown
        assert "▌ Level" in driver.shown
        await driver.press("2")
        assert "▌ Taste" in driver.shown
        assert "Question taste" in driver.shown
        assert "(•) 2 Seul" in driver.shown
        assert "Savoir 1 en entier" in driver.shown
        await driver.press("1")
        assert "▌ Level" in driver.shown
        assert "Savoir 2 en entier" in driver.shown
        assert "2 sur 3" in driver.shown
        await driver.press("quotation_mark")
    assert answers(sitting) == {"s1:level": 2, "s1:taste": 1, "s2:level": 3}


@pytest.mark.parametrize("key", ["4", "0", "x", "enter", "space"])
async def test_a_key_that_means_nothing_answers_nothing(tmp_path: Path, key: str) -> None:
    """Enter too: no point is proposed before an arrow chose one."""
    sitting = small(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press(key)
    assert answers(sitting) == {}


async def test_arrows_choose_a_point_and_left_does_not_go_back(tmp_path: Path) -> None:
    sitting = small(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("right", "right", "left", "down")
        assert "▌( ) 2 Seul" in driver.shown
        await driver.press("enter", "end", "home", "enter", "up", "space")
    assert answers(sitting) == {"s1:level": 2, "s1:taste": 1, "s2:level": 3}


async def test_the_mouse_answers_the_asked_cell_only(tmp_path: Path) -> None:
    sitting = small(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        rows = driver.screen.query_one(GridRows)
        top = rows.region.y
        taste = next(y for y, row in enumerate(driver.rows) if "Taste" in row) - top
        await driver.pilot.click(GridRows, offset=(12, taste))
        await driver.settle()
        assert answers(sitting) == {}
        x = driver.rows[top].index("( ) 3") - rows.region.x
        await driver.pilot.click(GridRows, offset=(x + 2, 0))
        await driver.settle()
        await driver.pilot.click("#ways Way")
        await driver.settle()
    assert answers(sitting) == {"s1:level": 3, "s1:taste": Missing.SKIPPED}


async def test_back_shows_the_answer_and_amends_it(tmp_path: Path) -> None:
    sitting = small(tmp_path)
    async with on_stage(tmp_path, sitting, language="en") as driver:
        await driver.press("3", "2", "backspace", "backspace")
        assert "▌(•) 3 Expert" in driver.shown
        assert "Backspace Back" in driver.rows[-1]
        await driver.press("pagedown")
        assert "▌(•) 2 Beaucoup" in driver.shown
        await driver.press("backspace", "left", "enter")
        assert "(•) 2 Seul" in driver.shown
    assert answers(sitting) == {"s1:level": 2, "s1:taste": 2}


async def test_a_row_whose_first_cell_is_left_out_is_not_asked_further(tmp_path: Path) -> None:
    sitting = small(tmp_path)
    async with on_stage(tmp_path, sitting, size=(100, 24)) as driver:
        await driver.press("n")
        assert "▌ Savoir 2" in driver.shown
        assert " –" in row_of(driver, "  Savoir 1")
        await driver.press("r", "p")
    assert list(answers(sitting).values()) == [
        Missing.NOT_APPLICABLE,
        Missing.DECLINED,
        Missing.SKIPPED,
    ]


async def test_from_a_hundred_columns_the_family_stands_as_a_table(tmp_path: Path) -> None:
    sitting = small(tmp_path)
    async with on_stage(tmp_path, sitting, size=(100, 24)) as driver:
        await driver.press("2", "1", "3")
        assert row_of(driver, "Famille").split() == ["Famille", "Level", "Taste"]
        assert row_of(driver, "Savoir 1 ").split() == ["Savoir", "1", "(2)", "(1)"]
        assert row_of(driver, "▌ Savoir 2").split() == ["▌", "Savoir", "2", "(3)", "(?)"]
        assert row_of(driver, "Savoir 3 ").split() == ["Savoir", "3", "(", ")", "(", ")"]
        assert "Savoir 2 en entier" in driver.shown
        assert "▌ Taste" in driver.shown
        await driver.pilot.resize_terminal(80, 24)
        await driver.settle()
        assert "(•) 3 Expert" in driver.shown
        assert "(?)" not in driver.shown


async def test_the_cursor_stays_when_wording_language_and_size_change(tmp_path: Path) -> None:
    sitting = small(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("down", "f2")
        assert "▌( ) 1 Aidé simple" in driver.shown
        await driver.press("down", "f3")
        assert "▌( ) 2 Seul plain" in driver.shown
        await driver.pilot.resize_terminal(140, 40)
        await driver.settle()
        assert "▌( ) 2 Seul plain" in driver.shown
        await driver.pilot.resize_terminal(70, 24)
        await driver.settle()
        await driver.press("1", "enter", "p")
        assert answers(sitting) == {}
        await driver.pilot.resize_terminal(80, 24)
        await driver.settle()
        await driver.press("enter")
    assert answers(sitting) == {"s1:level": 2}
    assert kept(sitting)["s1:level"].plain


async def test_a_pause_and_a_kill_lose_nothing(tmp_path: Path) -> None:
    sitting = small(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("2", "escape")
        assert isinstance(driver.screen, PauseScreen)
    again = unlocked(tmp_path).runs.resume(sitting.dossier_id, sitting.record.id)
    async with on_stage(tmp_path, again) as driver:
        assert "▌ Taste" in driver.shown
        assert "(•) 2 Seul" in driver.shown


def second(step: Step) -> Answer:
    return SEEN if isinstance(step, Show) else 2


@pytest.mark.parametrize("handed", [True, False])
@pytest.mark.parametrize("size", [(80, 24), (100, 24), (140, 40)])
async def test_long_words_many_rows_many_columns_break_nothing(
    tmp_path: Path, size: tuple[int, int], handed: bool
) -> None:
    columns = [column(f"c{n}", ["mot " * 35 + "fin"] * 4) for n in range(8)]
    sitting = begun(tmp_path, grid(30, columns), "s20:c5", second)
    async with on_stage(tmp_path, sitting, handed=handed, size=size) as driver:
        assert "▌ C5" in driver.shown
        await driver.press("end")
        assert "▌( ) 4 mot" in driver.shown
        assert "p passer" in driver.shown
        assert "F1 Aide" in driver.rows[-1]
        await driver.press("4")
        assert "▌ C6" in driver.shown


async def test_levels_written_out_stand_one_a_line(tmp_path: Path) -> None:
    levels = [text(f"Une phrase entière qui dit le degré {n}") for n in (1, 2, 3)]
    sitting = begun(tmp_path, grid(levels=levels), "s1:level")
    async with on_stage(tmp_path, sitting) as driver:
        assert all(sum(f"degré {n}" in row for row in driver.rows) == 1 for n in (1, 2, 3))
        assert "1 Peu" in row_of(driver, "2 Beaucoup")


@pytest.mark.parametrize("handed", [True, False])
@pytest.mark.parametrize("language", ["fr", "en"])
async def test_the_whole_of_our_grid_is_seen_at_the_reference_size(
    tmp_path: Path, language: str, handed: bool
) -> None:
    sitting = begun(tmp_path, "skills-grid", FIRST_CELL, second)
    async with on_stage(tmp_path, sitting, language=language, handed=handed) as driver:
        skip = "p passer" if language == "fr" else "p skip"
        at = set()
        for _ in range(24):
            assert [row for row in driver.rows if row.startswith("   ▌")], "a cell is asked"
            points = [word for word in driver.shown.split() if word in {"1", "2", "3", "4"}]
            assert points[-14:] == [*"12341234123123"], "every point of the four cells is seen"
            at.add(driver.rows.index(row_of(driver, skip)))
            await driver.press("1")
        assert len(at) == 1, "the ways not to answer never jump"
