"""One of several: pairs, duels, sets, options of a form."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_forms.questions import Question
from progpro_tui.core.answers import Missing
from progpro_tui.tui.steps.cells import Cells
from progpro_tui.tui.steps.ways import Way
from progpro_tui.workspace.runs import Sitting
from tests.tui.driver import Driver
from tests.tui.small_choices import LONG, best_worst, both, cards, first_pile, form, options, pairs
from tests.tui.stage import begun, kept, on_stage

FIRST = "pair:i1:i2"


def two(folder: Path) -> Sitting:
    return begun(folder, pairs(), FIRST)


def cursor(driver: Driver) -> int:
    return driver.screen.query_one(Cells).cursor


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ("1", "i1"),
        ("2", "i2"),
        ("&", "i1"),
        ("é", "i2"),
        ("p", Missing.SKIPPED),
        ("n", Missing.NOT_APPLICABLE),
        ("r", Missing.DECLINED),
    ],
)
async def test_one_key_answers(tmp_path: Path, keys: str, answer: object) -> None:
    sitting = two(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press(*keys)
        assert "chose 3" in driver.shown
    assert kept(sitting)[FIRST].answer == answer


@pytest.mark.parametrize("key", ["3", "0", "x", "enter", "space"])
async def test_what_is_no_option_answers_nothing(tmp_path: Path, key: str) -> None:
    """Enter too: nothing is proposed before an arrow chose one."""
    sitting = two(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        assert "▌" not in driver.shown
        await driver.press(key)
        assert "chose 1" in driver.shown
    assert FIRST not in kept(sitting)


@pytest.mark.parametrize("key", ["enter", "space"])
async def test_an_arrow_then_enter(tmp_path: Path, key: str) -> None:
    sitting = two(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("down", "down")
        assert "▌   ( )  2  chose 2" in driver.shown
        await driver.press(key, "up", key)
    assert [g.answer for g in kept(sitting).values()][1:] == ["i2", "i4"]


async def test_the_mouse_chooses_and_passes(tmp_path: Path) -> None:
    sitting = two(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        row = next(y for y, words in enumerate(driver.rows) if "2  chose 2" in words)
        await driver.pilot.click(offset=(30, row + 1))  # anywhere in its rows
        await driver.settle()
        assert "chose 3" in driver.shown
        await driver.pilot.click(Way)
        await driver.settle()
    assert [g.answer for g in kept(sitting).values()][1:] == ["i2", Missing.SKIPPED]


async def test_back_shows_the_choice_and_amends_it(tmp_path: Path) -> None:
    sitting = two(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("2", "left")
        assert "▌   (•)  2  chose 2" in driver.shown
        await driver.press("up", "enter", "backspace")
        assert "▌   (•)  1  chose 1" in driver.shown
        await driver.press("right", "p", "left")
        assert "• p passer" in driver.shown
    assert kept(sitting)[FIRST].answer == "i1"


async def test_language_and_wording_change_and_the_cursor_stays(tmp_path: Path) -> None:
    async with on_stage(tmp_path, two(tmp_path)) as driver:
        await driver.press("down", "down", "f3")
        assert "▌   ( )  2  thing 2" in driver.shown
        await driver.press("f2")
        assert "▌   ( )  2  thing 2 plain" in driver.shown
        assert "Which one? plain" in driver.shown


async def test_the_tenth_of_ten_options_is_chosen_by_0(tmp_path: Path) -> None:
    sitting = begun(
        tmp_path, form(Question("q", "one", both("Où ?", "Where?"), options=options(10))), "q"
    )
    async with on_stage(tmp_path, sitting) as driver:
        assert "( )  9  option 9" in driver.shown
        assert "( )  0  option 10" in driver.shown
        await driver.press("à")
    assert kept(sitting)["q"].answer == "o10"


async def test_other_is_an_option_and_then_asks_which(tmp_path: Path) -> None:
    question = Question("q", "one", both("Où ?", "Where?"), options=options(2), other=True)
    sitting = begun(tmp_path, form(question), "q")
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("3")
        assert sitting.step is not None
        assert sitting.step.id == "q:other"


async def test_a_duel_shows_each_card_with_its_line(tmp_path: Path) -> None:
    sitting = begun(tmp_path, cards(), "top:1", first_pile)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("1", "equals_sign")
        assert "Des deux ?" in driver.shown
        assert "( )  1  Carte 1" in driver.shown
        assert "Une phrase sur la carte 2." in driver.shown
        await driver.press("2")
    assert kept(sitting)["duel:i1:i2"].answer == "i2"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
async def test_twenty_options_are_all_reached(tmp_path: Path, size: tuple[int, int]) -> None:
    sitting = begun(tmp_path, best_worst(20), "s:best")
    async with on_stage(tmp_path, sitting, size=size) as driver:
        assert "p passer" in driver.shown
        assert "F1 Aide" in driver.rows[-1]
        await driver.press(*["down"] * 25)
        assert cursor(driver) == 19
        assert "chose 20" in driver.shown
        assert "↑" in driver.shown or size == (140, 40)
        await driver.press("home")
        assert "chose 1 " in driver.shown
        await driver.press("end", "enter")
    assert kept(sitting)["s:best"].answer == "i20"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
async def test_a_word_of_142_letters_moves_nothing_else(tmp_path: Path, size: tuple[int, int]) -> None:
    sitting = begun(tmp_path, best_worst(4, f"{LONG} {{n}}"), "s:best")
    async with on_stage(tmp_path, sitting, size=size) as driver:
        for words in ("1  anti", "4  anti", "p passer", "F1 Aide"):
            assert words in driver.shown, words
        assert all(len(row) == size[0] for row in driver.rows)


async def test_too_small_takes_no_answer(tmp_path: Path) -> None:
    sitting = two(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("down")
        await driver.pilot.resize_terminal(59, 19)
        await driver.settle()
        await driver.press("1", "enter", "p")
        assert "Agrandissez" in driver.shown
        await driver.pilot.resize_terminal(80, 24)
        await driver.settle()
        assert "▌   ( )  1  chose 1" in driver.shown
    assert FIRST not in kept(sitting)
