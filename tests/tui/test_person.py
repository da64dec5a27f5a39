"""The beneficiary's mode: nothing of the counsellor's can appear there, whatever is pressed."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest

from progpro_tui.testing.practice import unlocked
from progpro_tui.tui.screens.answers import AnswersScreen
from progpro_tui.tui.screens.code import CodeScreen
from progpro_tui.tui.screens.done import DoneScreen
from progpro_tui.tui.screens.help import HelpScreen
from progpro_tui.tui.screens.home import HomeScreen
from progpro_tui.tui.screens.pause import PauseScreen
from progpro_tui.tui.screens.run import RunScreen
from progpro_tui.workspace.demo_people import PEOPLE
from tests.tui.driver import CODE, Driver, driving, practice
from tests.tui.test_journey import begin

ALLOWED = (RunScreen, PauseScreen, AnswersScreen, CodeScreen, DoneScreen, HelpScreen)
FORBIDDEN = (
    *(fictitious.person.split(",")[0] for fictitious in PEOPLE),
    "Horizon",
    "Réaliste",
    "Realistic",
    "Investigateur",
    "RIASEC",
    "Dossier",
    "dossier",
    "Profil",
    "profile",
    "Exporter",
    "Export",
    "extension",
    "plugin",
)
KEYS = (
    *"12345&é\"'(67890pnrsvedmqx/?=+",
    *("enter", "escape", "tab", "shift+tab", "space", "backspace", "delete", "home", "end"),
    *("up", "down", "left", "right", "pageup", "pagedown"),
    *(f"f{n}" for n in range(1, 13)),
    *(f"ctrl+{letter}" for letter in "abcdefgklnopqrstuvwxyz"),
    *("ctrl+backslash", "ctrl+right_square_bracket", "ctrl+left", "alt+enter", "shift+f5"),
)


async def hand_over(driver: Driver) -> None:
    await begin(driver)
    await driver.press("f5", "enter")
    assert driver.app.handed


def check(driver: Driver) -> None:
    assert driver.app.handed
    assert isinstance(driver.screen, ALLOWED), type(driver.screen)
    shown = driver.shown
    assert [words for words in FORBIDDEN if words in shown] == []


async def press_at_random(folder: Path, seed: int, count: int, size: tuple[int, int]) -> None:
    workspace = practice(folder)
    for fictitious in PEOPLE:
        workspace.dossiers.create(fictitious.person, fictitious.programme)
    chance = random.Random(seed)
    async with driving(folder) as driver:
        await hand_over(driver)
    async with driving(folder, size=size) as driver:
        for _ in range(count):
            await driver.press(chance.choice(KEYS))
            check(driver)


@pytest.mark.parametrize(("seed", "size"), [(1, (80, 24)), (2, (60, 20)), (3, (140, 40))])
async def test_a_hundred_random_keys_show_nothing_of_the_counsellors(
    tmp_path: Path, seed: int, size: tuple[int, int]
) -> None:
    await press_at_random(tmp_path, seed, 100, size)


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", range(10, 15))
async def test_a_thousand_random_keys_show_nothing_of_the_counsellors(
    tmp_path: Path, seed: int
) -> None:
    await press_at_random(tmp_path, seed, 1000, (80, 24))


@pytest.mark.parametrize("way", ["ctrl+q", "ctrl+p", "f4", "ctrl+s", "ctrl+c", "ctrl+z", "f9"])
async def test_the_counsellors_keys_do_nothing(tmp_path: Path, way: str) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await hand_over(driver)
        before = driver.shown
        await driver.press(way)
        check(driver)
        assert driver.shown == before


async def test_wrong_codes_wait_and_a_new_start_gives_no_new_tries(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await hand_over(driver)
        await driver.press("escape", "f5")
        for wrong in ("0000", "1111", "2222"):
            await driver.type(wrong)
            await driver.press("enter")
        assert "Attendez 1 minute" in driver.shown
    async with driving(tmp_path) as driver:
        check(driver)
        await driver.press("escape", "f5")
        await driver.type(CODE)
        await driver.press("enter")
        check(driver)
        assert "Attendez" in driver.shown
        await driver.press("escape", "enter", "4")
        assert "2 sur 60" in driver.shown or "1 sur 60" in driver.shown
    assert unlocked(tmp_path).practice.handed_over is not None


async def test_the_help_there_names_only_what_works_there(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await hand_over(driver)
        await driver.press("f1")
        assert isinstance(driver.screen, HelpScreen)
        check(driver)
        for hidden in ("Ctrl P", "Ctrl Q", "F4"):
            assert hidden not in driver.shown


async def test_a_damaged_run_leaves_the_code_as_the_way_back(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await hand_over(driver)
        await driver.press("4")
    dossier = unlocked(tmp_path).dossiers.all()[0][0]
    for path in (tmp_path / "dossiers" / dossier.id / dossier.runs[0].id).iterdir():
        path.write_bytes(b"gone" * 100)
    async with driving(tmp_path) as driver:
        assert driver.app.handed
        assert "Ce questionnaire ne peut pas continuer ici." in driver.shown
        assert "Delorme" not in driver.shown
        await driver.press("ctrl+q", "escape", "enter")
        await driver.type(CODE)
        await driver.press("enter")
        assert isinstance(driver.screen, HomeScreen)
        assert "Delorme" in driver.shown
        await driver.press("enter")
        assert "illisible" in driver.shown


async def test_language_and_wording_of_the_beneficiary_stay_theirs(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await hand_over(driver)
        await driver.press("f3", "f2", "4")
        assert "2 of 60" in driver.shown
        assert "Usual words" in driver.shown
    async with driving(tmp_path) as driver:
        assert "You were at question 2." in driver.shown.replace("\u00a0", " ")
        assert "Usual words" in driver.shown
        await driver.press("escape", "f5")
        await driver.type(CODE)
        await driver.press("enter")
        assert "2 sur 60" in driver.shown
        assert "Mots simples" in driver.shown


async def test_ctrl_c_says_nothing_in_english(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await hand_over(driver)
        await driver.press("ctrl+c")
        await driver.press("4")
        assert "quit" not in driver.shown
        assert not driver.app._notifications


async def test_without_a_key_for_long_the_run_pauses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("progpro_tui.tui.idle.SECONDS", 0.3)
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await begin(driver)
        await asyncio.sleep(0.5)
        assert isinstance(driver.screen, RunScreen), "the counsellor is there"
        await driver.press("f5", "enter")
        await asyncio.sleep(0.5)
        assert isinstance(driver.screen, PauseScreen)
