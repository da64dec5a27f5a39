"""Hostile words through every screen: nothing crashes, and nothing that is sent steers a terminal."""

from __future__ import annotations

import inspect
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest

import progpro_tui.tui as package
from progpro_tui.tui import safe
from progpro_tui.tui.base import BaseDialog, BaseScreen
from progpro_tui.tui.screens.pages import PagesScreen
from tests.hostile.sent import foreign
from tests.hostile.walk import Walk, hostile_files, through_a_run, through_the_others
from tests.hostile.words import PARTS, hostile
from tests.kinds import NAMES
from tests.tui.driver import driving, practice

ROUND = 20
"""Words of one round: each of them comes to every screen."""
SHORT = ("form", "grid", "wheel")
"""A few kinds; the long form has them all."""

ELSEWHERE = {"PreviewRun", "PreviewProfile", "WaitingScreen", "ApproveDialog"} | {
    "CodesScreen", "DerivingScreen", "FolderDialog", "NewPhraseScreen", "NewRecoveryScreen",
    "CoveredScreen", "OwnPhraseScreen", "PhraseScreen", "RecoveryScreen", "SealCodeScreen",
    "SealScreen", "UnlockScreen",
}  # fmt: skip
"""They show what the screens do that they are made of, or nothing from outside."""
QUIET = {"PauseScreen", "DoneScreen", "CodeScreen", "StrandedScreen", "CommandsScreen"}
"""They quote nobody, or file names of which few are in sight."""


def every_screen() -> set[type[BaseScreen]]:
    found: set[type[BaseScreen]] = set()
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        for _, thing in inspect.getmembers(import_module(module.name), inspect.isclass):
            if issubclass(thing, BaseScreen) and thing.__module__ == module.name:
                found.add(thing)
    return found - {BaseScreen, BaseDialog, PagesScreen}


async def walked(folder: Path, words: list[str], kinds: tuple[str, ...], thorough: bool = True) -> Walk:
    practice(folder).close()
    hostile_files(folder, words)
    async with driving(folder) as driver:
        walk = Walk(driver, driver.app.workspace, words, thorough)
        for number, kind in enumerate(kinds):
            whole = thorough or not number
            await through_a_run(walk, kind, handed=number % 2 == 0, whole=whole)
        await through_the_others(walk)
    return walk


async def test_the_worst_words_through_every_screen(tmp_path: Path) -> None:
    worst = [part for parts in PARTS for part in parts[:2]]
    worst.append("\x1b[31337m" * 11_112)  # 100,000 letters
    walk = await walked(tmp_path, worst, SHORT, thorough=False)
    assert {screen.__name__ for screen in every_screen() - walk.seen} == ELSEWHERE
    assert {screen.__name__ for screen in walk.seen - walk.showing} == QUIET


async def test_words_that_nothing_cleans_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The walk can fail: the net below is not what it looks at."""
    monkeypatch.setattr(safe, "clean", lambda words, lines=False: words)
    with pytest.raises(AssertionError, match="RunScreen"):
        await walked(tmp_path, ["\x1b[31337m"], ("form",), thorough=False)


@pytest.mark.long
@pytest.mark.parametrize("part", range(50))
async def test_a_thousand_words_through_every_screen(tmp_path: Path, part: int) -> None:
    """Each round leads twenty words through every screen, and through the steps of two kinds."""
    kinds = tuple(NAMES[(2 * part + turn) % len(NAMES)] for turn in range(2))
    walk = await walked(tmp_path, hostile(1000)[part * ROUND :][:ROUND], kinds)
    assert {screen.__name__ for screen in every_screen() - walk.seen} == ELSEWHERE


@pytest.mark.parametrize(
    "sent",
    [
        "\x1b[31337m",
        "\x1b]0;title\x07",
        "\x1b]52;c;eHg=\x07",
        "\x9b2J",
        "\x1b[2J",
        "\u202e",
        "\0",
        "\x1bc",
    ],
)
def test_what_is_not_our_own_is_found(sent: str) -> None:
    """The check can fail."""
    assert foreign(f"\x1b[1;38;2;0;0;0mwords{sent}words\x1b[0m\x1b[3;4H")
    assert not foreign("\x1b[1;38;2;0;0;0mwords\x1b[0m\x1b[3;4H\x1b[?2026h")
