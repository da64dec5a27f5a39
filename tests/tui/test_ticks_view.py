"""Several of several: ticks by key and mouse, limits in words, drafts."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from progpro_forms.questions import Question
from progpro_tui.core.answers import Missing
from progpro_tui.storage.fs import Fs
from progpro_tui.testing.practice import unlocked
from progpro_tui.tui.screens.done import DoneScreen
from progpro_tui.tui.screens.pause import PauseScreen
from progpro_tui.tui.steps.cells import Cells
from progpro_tui.workspace.runs import Sitting
from tests.tui.driver import Driver
from tests.tui.small_choices import LONG, both, cards, first_pile, form, options
from tests.tui.stage import begun, kept, on_stage


def several(folder: Path, count: int = 5, least: int = 0, most: int | None = None) -> Sitting:
    asked = both("Lesquelles ?", "Which ones?")
    question = Question("q", "several", asked, options=options(count), least=least, most=most)
    return begun(folder, form(question), "q")


def keeping(folder: Path, count: int = 12, most: int = 10, name: str = "Carte {n}") -> Sitting:
    """All cards on the first pile: more than may be kept."""
    return begun(folder, cards(count, most, name=name), "keep", first_pile)


def cells(driver: Driver) -> Cells:
    return driver.screen.query_one(Cells)


def answer(sitting: Sitting, step: str = "q") -> tuple[object, bool]:
    given = kept(sitting)[step]
    return given.answer, given.final


async def test_space_digits_and_the_mouse_tick_and_each_tick_is_kept(tmp_path: Path) -> None:
    sitting = several(tmp_path)
    async with on_stage(tmp_path, sitting, language="en") as driver:
        assert "▌   [ ] 1  choice 1" in driver.shown
        await driver.press("space")
        assert answer(sitting) == (("o1",), False)
        await driver.press("3", "'")
        assert answer(sitting) == (("o1", "o3", "o4"), False)
        assert "▌   [x] 4  choice 4" in driver.shown
        assert "3 chosen" in driver.shown
        row = next(y for y, words in enumerate(driver.rows) if "choice 1" in words)
        await driver.pilot.click(offset=(20, row))
        await driver.settle()
        assert answer(sitting) == (("o3", "o4"), False)
        await driver.press("6", "0")
        assert answer(sitting) == (("o3", "o4"), False)
        await driver.press("enter")
        assert isinstance(driver.screen, DoneScreen)
    assert answer(sitting) == (("o3", "o4"), True)


async def test_limits_are_said_and_hold_enter_back(tmp_path: Path) -> None:
    sitting = several(tmp_path, least=2, most=3)
    async with on_stage(tmp_path, sitting, language="en") as driver:
        assert "0 chosen, 3 at most" in driver.shown
        await driver.press("1", "enter")
        assert "! At least 2: 1 more to choose" in driver.shown
        await driver.press("2")
        assert "2 chosen, 3 at most" in driver.shown
        assert "!" not in driver.shown
        await driver.press("3", "4")
        assert "Keep 3: 1 more to drop" in driver.shown
        await driver.press("enter")
        assert "! Keep 3: 1 more to drop" in driver.shown
        assert sitting.step is not None
        await driver.press("1", "enter")
    assert answer(sitting) == (("o2", "o3", "o4"), True)


async def test_nothing_chosen_is_an_answer_where_it_may_be(tmp_path: Path) -> None:
    sitting = several(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("enter")
    assert answer(sitting) == ((), True)


async def test_keeping_ten_all_are_ticked_at_first_and_a_sentence_says_what_a_card_is(
    tmp_path: Path,
) -> None:
    sitting = keeping(tmp_path)
    async with on_stage(tmp_path, sitting, language="en") as driver:
        assert driver.shown.count("[x]") == 12
        assert cells(driver).plan.columns == 2
        assert "Keep 10: 2 more to drop" in driver.shown
        assert "Space Drop / keep" in driver.rows[-1]
        where = next(y for y, words in enumerate(driver.rows) if "line 1 " in words)
        await driver.press("down", "down", "right")
        assert cells(driver).cursor == 8
        assert driver.rows[where].strip() == "line 9"
        await driver.press("space", "left", "space", "enter")
        assert sitting.step is not None
        assert sitting.step.id == "top:1"
    kept_ids = tuple(f"i{n}" for n in (1, 2, 4, 5, 6, 7, 8, 10, 11, 12))
    assert answer(sitting, "keep") == (kept_ids, True)


async def test_a_digit_ticks_nothing_among_more_than_ten(tmp_path: Path) -> None:
    sitting = keeping(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("1", "2")
        assert driver.shown.count("[x]") == 12
    assert "keep" not in kept(sitting)


async def test_a_draft_is_there_again_after_a_pause_and_after_a_kill(tmp_path: Path) -> None:
    sitting = keeping(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("space", "down", "space", "escape")
        assert isinstance(driver.screen, PauseScreen)
        await driver.press("enter")
        assert driver.shown.count("[x]") == 10
        assert cells(driver).cursor == 1
    again = unlocked(tmp_path).runs.resume(sitting.dossier_id, sitting.record.id)
    assert again.step is not None
    assert again.step.id == "keep", "a draft does not go on"
    async with on_stage(tmp_path, again) as driver:
        assert driver.shown.count("[x]") == 10


async def test_back_and_forth_changes_nothing_by_itself(tmp_path: Path) -> None:
    sitting = keeping(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("space", "space", "down", "space", "down", "space", "enter", "backspace")
        assert driver.shown.count("[x]") == 10
        await driver.press("backspace", "right")
        assert answer(sitting, "keep")[1], "it was only looked at"


async def test_what_was_skipped_stays_skipped_when_passing_by(tmp_path: Path) -> None:
    sitting = keeping(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("p")
        assert answer(sitting, "keep") == (Missing.SKIPPED, True)
        await driver.press("backspace")
        assert "• p passer" in driver.shown
        await driver.press("backspace")
    assert answer(sitting, "keep") == (Missing.SKIPPED, True)


async def test_an_earlier_choice_is_amended_tick_by_tick(tmp_path: Path) -> None:
    """A draft to an earlier step makes the path anew; the ticks after it count too."""
    sitting = keeping(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("space", "down", "space", "enter", "1", "backspace", "backspace")
        assert sitting.step is not None
        assert sitting.step.id == "keep"
        await driver.press("home", "space", "down", "down", "space", "enter")
        assert sitting.step.id == "top:1"
    assert "i1" in kept(sitting)["keep"].answer  # type: ignore[operator]  # a tuple of ids
    assert "i3" not in kept(sitting)["keep"].answer  # type: ignore[operator]


async def test_language_changes_and_ticks_and_cursor_stay(tmp_path: Path) -> None:
    async with on_stage(tmp_path, keeping(tmp_path)) as driver:
        await driver.press("space", "down", "f3", "f2")
        assert "▌ [x] card 2 plain" in driver.shown
        assert "[ ] card 1 plain" in driver.shown
        assert "line 2 plain" in driver.shown


async def test_a_tick_that_cannot_be_saved_is_said_and_kept_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = several(tmp_path)
    async with on_stage(tmp_path, sitting, language="en") as driver:

        def full(self: Fs, descriptor: int, content: bytes) -> None:
            raise OSError(errno.ENOSPC, "no room")

        with monkeypatch.context() as disk:
            disk.setattr(Fs, "write", full)
            await driver.press("1")
        assert "× Not saved." in driver.shown
        assert "[x] 1" in driver.shown
        await driver.press("2")
        assert "×" not in driver.shown
    assert answer(sitting) == (("o1", "o2"), False)


IN_FULL = pytest.mark.long


@pytest.mark.parametrize(
    "size", [(80, 24), pytest.param((60, 20), marks=IN_FULL), pytest.param((140, 40), marks=IN_FULL)]
)
async def test_every_card_of_forty_five_is_reached(tmp_path: Path, size: tuple[int, int]) -> None:
    sitting = keeping(tmp_path, 45)
    async with on_stage(tmp_path, sitting, size=size) as driver:
        seen = set()
        for _ in range(45):
            seen |= {n for n in range(1, 46) if f"] Carte {n} " in f"{driver.shown} "}
            await driver.press("down")
        assert seen == set(range(1, 46))
        assert "p passer" in driver.shown
        assert "F1 Aide" in driver.rows[-1]


async def test_long_names_are_cut_and_read_whole_below(tmp_path: Path) -> None:
    async with on_stage(tmp_path, keeping(tmp_path, name=f"{LONG} {{n}}"), size=(60, 20)) as driver:
        assert "…" in driver.shown
        assert all(len(row) == 60 for row in driver.rows)
        assert "F1 Aide" in driver.rows[-1]
