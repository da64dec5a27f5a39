"""The Q-sort in the app: cards lifted and put down by key and mouse, drafts, undo, finish."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from textual.strip import Strip

from progpro_tui.core.answers import Missing
from progpro_tui.storage.fs import Fs
from progpro_tui.testing.practice import unlocked
from progpro_tui.tui.screens.done import DoneScreen
from progpro_tui.tui.screens.pause import PauseScreen
from progpro_tui.tui.screens.run import RunScreen
from progpro_tui.tui.steps.arrange_view import ArrangeView
from progpro_tui.tui.steps.board import HEADS, Board
from progpro_tui.workspace.runs import Sitting
from tests.tui.driver import Driver
from tests.tui.small_boards import q_sort
from tests.tui.stage import begun, kept, on_stage

STEP = "arrange"
FIRST = ("c3", "c2", "c1", "c4")
"""How the four cards lie at first: the pile of the least, then the middle one, then the first."""


def small(folder: Path) -> Sitting:
    return begun(folder, q_sort(), STEP)


def cards(driver: Driver) -> tuple[str, ...]:
    view = driver.screen.query_one(ArrangeView)
    assert view._arrangement is not None
    return tuple(view._arrangement.cards)


def draft(sitting: Sitting) -> object:
    given = kept(sitting)[STEP]
    assert not given.final
    return given.answer


async def test_two_cards_change_places_and_the_draft_is_kept(tmp_path: Path) -> None:
    sitting = small(tmp_path)
    async with on_stage(tmp_path, sitting, language="en") as driver:
        assert cards(driver) == FIRST
        assert "▌Carte 3" in driver.shown
        await driver.press("enter", "end")
        assert "−1, in hand" in driver.shown
        assert "Put down in +1, it changes places with Carte 4." in driver.shown
        assert STEP not in kept(sitting)
        await driver.press("enter")
        assert "● Exchanged: Carte 3 (+1) and Carte 4 (−1)." in driver.shown
        assert cards(driver) == ("c4", "c2", "c1", "c3")
        assert draft(sitting) == ("c4", "c2", "c1", "c3")
        await driver.press("left")
        assert "Exchanged" not in driver.shown


async def test_the_card_under_the_cursor_is_read_whole(tmp_path: Path) -> None:
    async with on_stage(tmp_path, small(tmp_path)) as driver:
        assert "│ Carte 3, en entier " in driver.shown
        await driver.press("right", "down")
        assert "│ Carte 1, en entier " in driver.shown
        await driver.press("space", "left")
        assert "║ Carte 1, en entier " in driver.shown


async def test_backspace_undoes_then_goes_back(tmp_path: Path) -> None:
    sitting = small(tmp_path)
    async with on_stage(tmp_path, sitting, language="en") as driver:
        assert "Backspace Back" in driver.rows[-1]
        await driver.press("enter", "right", "enter", "enter", "end", "enter")
        assert "Backspace Undo" in driver.rows[-1]
        await driver.press("backspace")
        assert draft(sitting) == ("c2", "c3", "c1", "c4")
        await driver.press("backspace")
        assert cards(driver) == FIRST == draft(sitting)
        await driver.press("backspace")
        assert sitting.step is not None
        assert sitting.step.id == "pile:c4"


async def test_escape_puts_a_lifted_card_back_first_then_pauses(tmp_path: Path) -> None:
    sitting = small(tmp_path)
    async with on_stage(tmp_path, sitting, language="en") as driver:
        await driver.press("enter", "end")
        assert "Esc Put back" in driver.rows[-1]
        assert "Esc Pause" not in driver.rows[-1]
        await driver.press("escape")
        assert isinstance(driver.screen, RunScreen)
        assert cards(driver) == FIRST
        assert "in hand" not in driver.shown
        await driver.press("escape")
        assert isinstance(driver.screen, PauseScreen)
    assert STEP not in kept(sitting), "nobody moved a card"


async def test_ctrl_s_finishes(tmp_path: Path) -> None:
    sitting = small(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("enter", "end", "enter", "ctrl+s")
        assert isinstance(driver.screen, DoneScreen)
    assert kept(sitting)[STEP].final
    assert kept(sitting)[STEP].answer == ("c4", "c2", "c1", "c3")


async def test_the_mouse_lifts_and_puts(tmp_path: Path) -> None:
    sitting = small(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.pilot.click(Board, offset=(2, HEADS))
        await driver.settle()
        assert "‹" in driver.shown
        await driver.pilot.click(Board, offset=(30, HEADS))
        await driver.settle()
        assert draft(sitting) == ("c4", "c2", "c1", "c3")
        await driver.pilot.click(Board, offset=(30, HEADS + 3))
        await driver.settle()
        assert "‹" not in driver.shown, "there is no such place"
        await driver.pilot.click("#ways Way")
        await driver.settle()
    assert kept(sitting)[STEP].answer is Missing.SKIPPED


async def test_a_draft_comes_back_after_a_kill(tmp_path: Path) -> None:
    sitting = small(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("enter", "end", "enter")
    again = unlocked(tmp_path).runs.resume(sitting.dossier_id, sitting.record.id)
    async with on_stage(tmp_path, again) as driver:
        assert cards(driver) == ("c4", "c2", "c1", "c3")
        await driver.press("backspace")
        assert again.step is not None
        assert again.step.id == "pile:c4", "what was exchanged before the kill is not undone"


async def test_a_finished_arrangement_is_amended(tmp_path: Path) -> None:
    sitting = small(tmp_path)
    sitting.answer(FIRST, language="fr")
    sitting.administration.back()
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("backspace", "right")
        assert kept(sitting)[STEP].final, "looking changes nothing"
        await driver.press("enter", "end", "enter")
        assert draft(sitting) == ("c4", "c2", "c1", "c3")
        assert not sitting.administration.finished
        await driver.press("ctrl+s")
        assert sitting.administration.finished


async def test_wording_and_language_switch_with_a_card_in_hand(tmp_path: Path) -> None:
    sitting = small(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("enter", "right", "f2")
        assert "Carte 3, en entier simple" in driver.shown
        await driver.press("f3")
        assert "Carte 3, en entier plain" in driver.shown
        assert "−1, in hand" in driver.shown
        await driver.press("enter")
    assert draft(sitting) == ("c2", "c3", "c1", "c4")
    assert (kept(sitting)[STEP].language, kept(sitting)[STEP].plain) == ("en", True)


async def test_too_small_takes_nothing_and_comes_back(tmp_path: Path) -> None:
    sitting = small(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("enter", "right")
        await driver.pilot.resize_terminal(79, 24)
        await driver.settle()
        assert "Agrandissez la fenêtre" in driver.shown
        await driver.press("enter", "ctrl+s", "p", "escape")
        await driver.pilot.resize_terminal(80, 24)
        await driver.settle()
        assert cards(driver) == FIRST
        await driver.press("enter")
    assert draft(sitting) == ("c2", "c3", "c1", "c4")


async def test_what_could_not_be_saved_is_tried_again_at_the_pause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = small(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:

        def full(self: Fs, descriptor: int, content: bytes) -> None:
            raise OSError(errno.ENOSPC, "full")

        with monkeypatch.context() as disk:
            disk.setattr(Fs, "write", full)
            await driver.press("enter", "end", "enter")
        assert "×" in driver.shown
        assert STEP not in kept(sitting)
        assert cards(driver) == ("c4", "c2", "c1", "c3")
        await driver.press("escape")
    assert draft(sitting) == ("c4", "c2", "c1", "c3")


async def test_an_empty_place_is_shown_filled_and_wanted_before_the_end(tmp_path: Path) -> None:
    sitting = small(tmp_path)
    sitting.answer(("", "c2", "c1", "c4"), language="fr", final=False)
    async with on_stage(tmp_path, sitting, language="en") as driver:
        assert "▌□" in driver.shown
        assert "An empty place" in driver.shown
        await driver.press("enter", "ctrl+s")
        assert "Every place needs a card before you finish." in driver.shown
        await driver.press("right", "enter", "left")
        assert "it takes an empty place" in driver.shown
        await driver.press("enter")
        assert "● Moved: Carte 2 (−1)." in driver.shown
    assert draft(sitting) == ("c2", "", "c1", "c4")


@pytest.mark.parametrize("handed", [True, False])
@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_all_of_a_q_sort_of_thirty_six_is_seen(
    tmp_path: Path, size: tuple[int, int], handed: bool
) -> None:
    sitting = begun(tmp_path, "what-matters-at-work", STEP)
    async with on_stage(tmp_path, sitting, handed=handed, size=size) as driver:
        await driver.press("end", "enter", "home")
        board = driver.screen.query_one(Board)
        assert board.words is (size == (140, 40))
        assert board.size.height == HEADS + 6 * (3 if board.words else 1)
        heads = next(row for row in driver.rows if "−4" in row).split()
        assert heads == ["−4", "−3", "−2", "−1", "0", "+1", "+2", "+3", "+4"]
        for seen in ("← le moins important pour moi", "le plus important pour moi →", "p passer"):
            assert seen in driver.shown
        for seen in ("Entrée", "Ctrl S", "Échap", "F1 Aide"):
            assert seen in driver.rows[-1]
        assert "…" not in "".join(driver.rows[1:]), "no card is cut"
        assert board.words or "▌  1 " in driver.shown


@pytest.mark.parametrize(
    ("counts", "keys"),
    [
        ((30, 1), ("down",) * 29),
        ((1,) * 40, ("end",)),
        ((3, 0, 2), ("end", "down")),
        ((1,), ()),
    ],
)
async def test_shapes_of_any_kind_keep_the_cursor_in_sight(
    tmp_path: Path, counts: tuple[int, ...], keys: tuple[str, ...]
) -> None:
    sitting = begun(tmp_path, q_sort(counts, "Mot " * 30 + "{n}"), STEP)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press(*keys)
        cursor = 3 if driver.screen.query_one(Board).words else 1
        assert driver.shown.count("▌") == cursor
        assert "p passer" in driver.shown
        assert "F1 Aide" in driver.rows[-1]
        await driver.press("enter", "home", "up", "enter", "f3")
        assert driver.shown.count("▌") == cursor


async def test_a_move_paints_the_rows_that_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = begun(tmp_path, "what-matters-at-work", STEP)
    async with on_stage(tmp_path, sitting) as driver:
        drawn: list[int] = []
        render_line = Board.render_line

        def noted(self: Board, y: int) -> Strip:
            drawn.append(y)
            return render_line(self, y)

        monkeypatch.setattr(Board, "render_line", noted)
        await driver.press("right")
        assert set(drawn) == {HEADS}
        drawn.clear()
        await driver.press("down")
        assert set(drawn) == {HEADS, HEADS + 1}
