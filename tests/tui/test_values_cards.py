"""Values cards done by hand: how many keys it takes, and that every one can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.core.card_steps import Choose, Rank, Sort
from progpro_tui.core.steps import Show, Step
from progpro_tui.core.write_step import Write
from progpro_tui.workspace.runs import Sitting
from tests.tui.driver import Driver, driving, practice

MOST_KEYS = 100
PASS = ("tab", "tab", "tab", "enter")
"""From a field to the third button: nothing to add."""


def started(folder: Path) -> Sitting:
    workspace = practice(folder)
    dossier = workspace.dossiers.create("Delorme, Amina", "bilan")
    return workspace.runs.begin(dossier, workspace.shelf.find("values-cards"))


def hand(first: int, step: Step, number: int) -> tuple[str, ...]:
    """The keys for a step of somebody who puts so many cards on the first pile.

    Of those kept they put aside the first ones, or, where none is kept yet, keep the first ones;
    they rank by digits.
    """
    match step:
        case Show():
            return ("enter",)
        case Sort():
            return ("1",) if number <= first else ("2",) if number <= first + 15 else ("3",)
        case Write():
            return PASS
        case Choose(several=True):
            turned = len(step.at_first) - step.most if step.at_first else step.most
            return (*("space", "down") * turned, "enter")
        case Rank():
            return (str(1 + number % 3),)
    raise AssertionError(f"{step.id} comes after the ranking")


async def ranked(driver: Driver, sitting: Sitting, first: int, undo: bool = False) -> int:
    """Do the cards by hand to a ranked top five; how many keys that took."""
    keys = 0
    while (step := sitting.step) is not None and len(top(sitting)) < 5:
        pressed = hand(first, step, sitting.number)
        await driver.press(*pressed)
        keys += len(pressed)
        if undo:
            await undone(driver, sitting, step)
            await driver.press(*(pressed if not isinstance(step, Choose) else ("enter",)))
    return keys


async def undone(driver: Driver, sitting: Sitting, step: Step) -> None:
    """Undo what was just done, by one key, or at a field by its button."""
    following = sitting.step
    await driver.press(*(("tab", "tab", "enter") if isinstance(following, Write) else ("backspace",)))
    assert sitting.step is not None
    assert sitting.step.id == step.id
    assert following is not None
    assert following.id not in sitting.administration.answers


def top(sitting: Sitting) -> list[object]:
    return [
        answer for step, answer in sitting.administration.answers.items() if step.startswith("top:")
    ]


@pytest.mark.parametrize("first", [8, 12, 20, 45], ids="{}-on-the-first-pile".format)
async def test_forty_five_cards_to_a_ranked_top_five_in_under_a_hundred_keys(
    tmp_path: Path, first: int
) -> None:
    """Also where nearly every card counts, and where all of them do."""
    sitting = started(tmp_path)
    async with driving(tmp_path) as driver:
        driver.app.show_run(sitting, handed=True)
        await driver.settle()
        keys = await ranked(driver, sitting, first)
        assert len(top(sitting)) == 5
        assert sum(step.startswith("pile:") for step in sitting.administration.answers) == 45
    assert keys < MOST_KEYS, f"{keys} keys"


@pytest.mark.long
async def test_everything_can_be_undone_at_any_point(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every step is undone and done again; what comes of it is what comes of doing it once."""
    monkeypatch.setattr("progpro_tui.workspace.runs.secrets.randbits", lambda bits: 7)
    once, twice = started(tmp_path / "once"), started(tmp_path / "twice")
    for folder, sitting in (("once", once), ("twice", twice)):
        async with driving(tmp_path / folder) as driver:
            driver.app.show_run(sitting, handed=True)
            await driver.settle()
            await ranked(driver, sitting, 12, undo=sitting is twice)
    assert len(top(twice)) == 5
    assert once.administration.answers == twice.administration.answers
