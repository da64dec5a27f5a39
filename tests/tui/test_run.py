"""Answering: every key, back, the three ways not to answer, wordings, languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.core.answers import Missing
from progpro_tui.core.errors import StoreFull
from progpro_tui.storage.fs import Fs
from progpro_tui.testing.practice import unlocked
from progpro_tui.tui.screens.run import RunScreen
from progpro_tui.tui.widgets.options import Option, Options
from tests.tui.driver import Driver, driving, practice
from tests.tui.test_journey import begin

FULL = (
    "The disk is full. What was saved before is safe, what you just did is not."
    " Make room, then try again."
)


def answers(folder: Path) -> dict[str, object]:
    """What the store has, by step."""
    workspace = unlocked(folder)
    dossier = workspace.dossiers.all()[0][0]
    given = workspace.repository.answers(dossier.id, dossier.runs[0].id)
    return {g.step: g.answer for g in given if not g.step.startswith("show:")}


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        *zip("12345", range(1, 6), strict=True),
        *zip("&é\"'(", range(1, 6), strict=True),
        ("p", Missing.SKIPPED),
        ("s", Missing.SKIPPED),
        ("n", Missing.NOT_APPLICABLE),
        ("r", Missing.DECLINED),
    ],
)
async def test_every_key_that_answers(tmp_path: Path, key: str, expected: object) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await begin(driver)
        await driver.press(key)
        assert "2 sur 60" in driver.shown
    assert list(answers(tmp_path).values()) == [expected]


@pytest.mark.parametrize("key", ["6", "0", "x", "è", "space", "enter"])
async def test_a_key_that_means_nothing_answers_nothing(tmp_path: Path, key: str) -> None:
    """Enter too: no answer is proposed before an arrow chose one."""
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await begin(driver)
        await driver.press(key)
        assert "1 sur 60" in driver.shown
    assert answers(tmp_path) == {}


async def test_arrows_then_enter(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await begin(driver)
        await driver.press("down", "down", "enter", "up", "enter")
        assert "3 sur 60" in driver.shown
    assert list(answers(tmp_path).values()) == [2, 5]


async def test_the_mouse_answers_and_skips(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await begin(driver)
        rows = list(driver.screen.query(Option))
        await driver.pilot.click(rows[3])
        await driver.settle()
        await driver.pilot.click("#ways Way")
        await driver.settle()
        assert "3 sur 60" in driver.shown
    assert list(answers(tmp_path).values()) == [4, Missing.SKIPPED]


async def test_back_shows_the_answer_and_amends_it(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await begin(driver)
        await driver.press("4", "2", "left")
        assert "2 sur 60" in driver.shown
        assert driver.screen.query_one(Options).chosen == 1
        await driver.press("backspace")
        assert driver.screen.query_one(Options).chosen == 3
        assert "(•)  4  Plutôt oui" in driver.shown
        await driver.press("5", "enter")
        assert "3 sur 60" in driver.shown
    assert list(answers(tmp_path).values()) == [5, 2]


async def test_plain_words_at_any_time_and_what_was_shown_is_kept(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await begin(driver)
        usual = driver.shown
        await driver.press("f2")
        assert "Mots habituels" in driver.shown
        assert driver.shown != usual
        await driver.press("3", "f2", "3")
    workspace = unlocked(tmp_path)
    dossier = workspace.dossiers.all()[0][0]
    given = workspace.repository.answers(dossier.id, dossier.runs[0].id)[1:]
    assert [g.plain for g in given] == [True, False]
    assert all(g.at and g.seconds >= 0 and g.language == "fr" for g in given)


async def test_the_language_switches_in_the_middle_and_answers_stay(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await begin(driver)
        await driver.press("4", "down", "f3")
        assert "2 of 60" in driver.shown
        assert "Quite a bit" in driver.shown
        assert "Plain words" in driver.shown
        assert driver.screen.query_one(Options).cursor == 0
        await driver.press("enter", "left", "left")
        assert "(•)  4  Quite a bit" in driver.shown
    assert list(answers(tmp_path).values()) == [4, 1]


async def test_a_full_disk_says_so_keeps_the_step_and_goes_on_when_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await begin(driver)
        await driver.press("4")

        def full(self: Fs, path: Path, content: bytes) -> None:
            raise StoreFull(FULL)

        with monkeypatch.context() as disk:
            disk.setattr(Fs, "write", full)
            await driver.press("5")
        assert "2 sur 60" in driver.shown
        assert "× Le disque est plein." in driver.shown
        assert len(answers(tmp_path)) == 1
        await driver.press("5")
        assert "3 sur 60" in driver.shown
    assert list(answers(tmp_path).values()) == [4, 5]


async def person_mode(driver: Driver) -> None:
    await begin(driver)
    await driver.press("f5", "enter")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (140, 40)])
async def test_the_whole_step_is_seen_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    practice(tmp_path)
    async with driving(tmp_path, size=(80, 24)) as driver:
        await person_mode(driver)
    async with driving(tmp_path, size=size) as driver:
        assert isinstance(driver.screen, RunScreen)
        for words in ("1 sur 60", "1  Pas du tout", "5  Beaucoup", "p passer", "je préfère"):
            assert words in driver.shown, words
        assert "F1 Aide" in driver.rows[-1]


async def test_a_terminal_too_small_says_so_takes_no_answer_and_comes_back(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await person_mode(driver)
        await driver.pilot.resize_terminal(50, 15)
        await driver.settle()
        assert "Agrandissez la fenêtre" in driver.shown
        assert "Pas du tout" not in driver.shown
        await driver.press("4", "p", "escape", "enter")
        await driver.pilot.resize_terminal(80, 24)
        await driver.settle()
        assert "1 sur 60" in driver.shown
    assert answers(tmp_path) == {}
