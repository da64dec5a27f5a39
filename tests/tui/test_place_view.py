"""A wheel and a life line in the app: arrows, digits, mouse, nothing answered before it is placed."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.scale_steps import Place
from progpro_tui.core.steps import SEEN, Show, Step
from progpro_tui.core.write_step import Write
from progpro_tui.testing.practice import unlocked
from progpro_tui.tui.screens.pause import PauseScreen
from progpro_tui.tui.steps.life_view import LifeDrawing
from progpro_tui.tui.steps.place_view import PlaceView
from progpro_tui.tui.steps.wheel_view import WheelRows
from progpro_tui.workspace.runs import Sitting
from tests.tui.driver import Driver
from tests.tui.small_boards import life_line, wheel
from tests.tui.stage import begun, kept, on_stage


def three(step: Step) -> Answer:
    """Everything at three, every event in a year of its own."""
    if isinstance(step, Show):
        return SEEN
    if isinstance(step, Place):
        return 3
    if isinstance(step, Write) and step.form == "number":
        return 2000 + 4 * int(step.id.removeprefix("event:").partition(".")[0])
    return f"Titre {step.id}"


def value(driver: Driver) -> int | None:
    return driver.screen.query_one(PlaceView).value


def places(sitting: Sitting) -> dict[str, object]:
    return {step: g.answer for step, g in kept(sitting).items() if step[:5] in {"today", "wishe"}}


# -- the wheel ------------------------------------------------------------------------------------


async def test_arrows_bring_the_point_and_move_it(tmp_path: Path) -> None:
    sitting = begun(tmp_path, wheel(), "today:d1")
    async with on_stage(tmp_path, sitting, language="en") as driver:
        assert "▌ Domaine 1" in driver.shown
        assert "●" not in driver.rows[8]
        await driver.press("enter", "space")
        assert places(sitting) == {}, "nothing is proposed"
        await driver.press("right")
        assert value(driver) == 5
        assert "Enter keeps 5 and goes on." in driver.shown
        await driver.press("right", "right", "left", "enter")
        assert "▌ Domaine 2" in driver.shown
    assert places(sitting) == {"today:d1": 6}


async def test_digits_set_the_point_home_and_end_go_to_the_bounds(tmp_path: Path) -> None:
    sitting = begun(tmp_path, wheel(4), "today:d1")
    async with on_stage(tmp_path, sitting, language="en") as driver:
        assert "End 10" in driver.rows[-1]
        await driver.press("7", "à")
        assert value(driver) == 0
        await driver.press("enter", "end", "right", "enter", "home", "left", "enter", "8", "enter")
    assert places(sitting) == {"today:d1": 0, "today:d2": 10, "today:d3": 0, "today:d4": 8}


async def test_a_wheel_to_seven_takes_no_nine(tmp_path: Path) -> None:
    sitting = begun(tmp_path, wheel(top=7), "today:d1")
    async with on_stage(tmp_path, sitting, language="en") as driver:
        await driver.press("9")
        assert value(driver) is None
        assert "End To the top" in driver.rows[-1]
        await driver.press("end", "enter")
    assert places(sitting) == {"today:d1": 7}


async def test_a_wish_begins_where_it_is_today_once_it_was_moved(tmp_path: Path) -> None:
    sitting = begun(tmp_path, wheel(), "wished:d1", three)
    async with on_stage(tmp_path, sitting, language="en") as driver:
        assert " 3 → ?" in driver.shown
        assert "bring the point where it is today" in driver.shown
        await driver.press("enter")
        assert "wished:d1" not in kept(sitting)
        await driver.press("left")
        assert " 3 =" in driver.shown
        await driver.press("enter", "9")
        assert " 3 → 9" in driver.shown
        await driver.press("enter")
        assert "○" in next(row for row in driver.rows if "Domaine 2" in row)
    assert places(sitting)["wished:d1"] == 3
    assert places(sitting)["wished:d2"] == 9


async def test_a_click_on_the_track_sets_the_point(tmp_path: Path) -> None:
    sitting = begun(tmp_path, wheel(), "today:d2", three)
    async with on_stage(tmp_path, sitting) as driver:
        rows = driver.screen.query_one(WheelRows)
        top = rows.region.y
        at = next(y for y, row in enumerate(driver.rows) if "▌ Domaine 2" in row) - top
        of = rows._of
        for step in (0, 4, 10):
            x = 2 + of.start + round(step * (of.track - 1) / of.steps)
            await driver.pilot.click(WheelRows, offset=(x, at))
            await driver.settle()
            assert value(driver) == step
        await driver.pilot.click(WheelRows, offset=(5, at))
        await driver.pilot.click(WheelRows, offset=(40, at - 1))
        await driver.settle()
        assert value(driver) == 10, "beside the track, or on another row, nothing is placed"
        await driver.pilot.click("#ways Way")
        await driver.settle()
    assert places(sitting)["today:d2"] is Missing.SKIPPED


async def test_back_shows_the_point_and_amends_it(tmp_path: Path) -> None:
    sitting = begun(tmp_path, wheel(), "today:d1")
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("4", "enter", "backspace")
        assert value(driver) == 4
        await driver.press("left", "enter", "n", "r")
    assert places(sitting) == {
        "today:d1": 3,
        "today:d2": Missing.NOT_APPLICABLE,
        "today:d3": Missing.DECLINED,
    }


async def test_the_point_stays_when_wording_language_and_size_change(tmp_path: Path) -> None:
    sitting = begun(tmp_path, wheel(), "today:d1")
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("4", "f2")
        assert "▌ Domaine 1 simple" in driver.shown
        await driver.press("f3", "right")
        assert "▌ Domaine 1 plain" in driver.shown
        assert value(driver) == 5
        await driver.pilot.resize_terminal(79, 23)
        await driver.settle()
        await driver.press("8", "end", "enter", "p")
        await driver.pilot.resize_terminal(140, 40)
        await driver.settle()
        assert (value(driver), places(sitting)) == (5, {})
        await driver.press("escape")
        assert isinstance(driver.screen, PauseScreen)
    again = unlocked(tmp_path).runs.resume(sitting.dossier_id, sitting.record.id)
    async with on_stage(tmp_path, again) as driver:
        assert value(driver) is None, "a point that Enter did not keep is not an answer"


@pytest.mark.parametrize("handed", [True, False])
@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
@pytest.mark.parametrize("domains", [1, 8, 20, 40])
async def test_the_asked_row_is_in_sight_however_many_there_are(
    tmp_path: Path, domains: int, size: tuple[int, int], handed: bool
) -> None:
    sitting = begun(tmp_path, wheel(domains, name="Très long nom {n}, " * 9), "wished:d1", three)
    async with on_stage(tmp_path, sitting, handed=handed, size=size) as driver:
        for number in range(1, min(domains, 13)):
            assert f"▌ Très long nom {number}," in driver.shown
            assert "p passer" in driver.shown
            await driver.press("6", "enter")
        assert "F1 Aide" in driver.rows[-1]


# -- the life line --------------------------------------------------------------------------------


async def test_up_and_down_move_the_height(tmp_path: Path) -> None:
    sitting = begun(tmp_path, life_line(), "event:2.height", three)
    async with on_stage(tmp_path, sitting, language="en") as driver:
        assert "2008 · Titre event:2" in driver.shown
        assert "▌2008" in driver.shown
        assert driver.shown.count("○") == 1
        await driver.press("enter", "4", "space")
        assert value(driver) is None
        assert "event:2.height" not in kept(sitting)
        await driver.press("down", "down")
        assert "Enter keeps −2 and goes on." in driver.shown
        assert driver.shown.count("●") == 2
        await driver.press("home")
        assert value(driver) == -5
        await driver.press("end", "up")
        assert value(driver) == 5
        await driver.press("down", "enter")
    assert kept(sitting)["event:2.height"].answer == 4


async def test_a_click_sets_the_height(tmp_path: Path) -> None:
    sitting = begun(tmp_path, life_line(), "event:3.height", three)
    async with on_stage(tmp_path, sitting) as driver:
        for row, height in ((0, 5), (5, 0), (10, -5), (8, -3)):
            await driver.pilot.click(LifeDrawing, offset=(20, row))
            await driver.settle()
            assert value(driver) == height
        await driver.pilot.click(LifeDrawing, offset=(20, 11))
        await driver.settle()
        assert value(driver) == -3, "a year is no height"
        await driver.press("f3", "f2", "enter")
    assert kept(sitting)["event:3.height"].answer == -3


async def test_a_height_is_skipped_declined_and_amended(tmp_path: Path) -> None:
    sitting = begun(tmp_path, life_line(), "event:1.height", three)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("r")
    assert kept(sitting)["event:1.height"].answer is Missing.DECLINED
    sitting.administration.back()
    async with on_stage(tmp_path, sitting) as driver:
        assert value(driver) is None
        await driver.press("up", "enter")
    assert kept(sitting)["event:1.height"].answer == 1


@pytest.mark.parametrize("handed", [True, False])
@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_thirty_moments_with_and_without_years_break_nothing(
    tmp_path: Path, size: tuple[int, int], handed: bool
) -> None:
    def crowded(step: Step) -> Answer:
        number = int("0" + "".join(filter(str.isdigit, step.id)))
        if isinstance(step, Write) and step.form == "number":
            return Missing.SKIPPED if number % 4 == 0 else 2000 + number % 3
        if isinstance(step, Place):
            return number % 11 - 5
        return SEEN if isinstance(step, Show) else f"Moment {number} " + "mot " * 30

    sitting = begun(tmp_path, life_line(30), "event:28.height", crowded)
    async with on_stage(tmp_path, sitting, handed=handed, size=size) as driver:
        await driver.press("up")
        assert "▌–" in driver.shown, "the moment that is placed has no year"
        for seen in ("+5 : haut", "−5 : bas", "p passer"):
            assert seen in driver.shown.replace("\u00a0", " ")
        assert "F1 Aide" in driver.rows[-1]
