"""Brings a run to the step that a test is about, without pressing the keys that lead there."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from progpro_tui.core.answers import Answer, Given, Missing
from progpro_tui.core.card_steps import Sort
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.steps import SEEN, Show, Step
from progpro_tui.testing.practice import unlocked
from progpro_tui.workspace.runs import Sitting
from tests.tui.driver import Driver, driving, practice

Respond = Callable[[Step], Answer]


def default(step: Step) -> Answer:
    """Instructions are read, cards go into the piles in turn, everything else is skipped."""
    if isinstance(step, Show):
        return SEEN
    if isinstance(step, Sort):
        count = sum(len(cards) for cards in step.placed.values())
        return step.piles[count % len(step.piles)].id
    return Missing.SKIPPED


def begun(
    folder: Path,
    of: str | Instrument,
    until: str,
    respond: Respond = default,
    person: str = "Delorme, Amina",
) -> Sitting:
    """A run that has come to the step of this id, in a practice made for it."""
    workspace = practice(folder) if not (folder / "dossiers").exists() else unlocked(folder)
    instrument = workspace.shelf.find(of) if isinstance(of, str) else of
    dossier = workspace.dossiers.create(person, "bilan")
    sitting = workspace.runs.begin(dossier, instrument)
    while sitting.step is not None and sitting.step.id != until:
        sitting.answer(respond(sitting.step), language="fr", by="person")
    assert sitting.step is not None, f"{until} is never asked"
    return sitting


@asynccontextmanager
async def on_stage(
    folder: Path, sitting: Sitting, *, handed: bool = True, **options: object
) -> AsyncIterator[Driver]:
    """The app with this run on the screen, the person's by default. Options as of ``driving``."""
    async with driving(folder, **options) as driver:  # type: ignore[arg-type]  # passed on as they are
        driver.app.show_run(sitting, handed=handed)
        await driver.settle()
        yield driver


def kept(sitting: Sitting) -> dict[str, Given]:
    """What the store has of this run, by step."""
    repository = sitting._runs.repository
    answers = repository.answers(sitting.dossier_id, sitting.record.id)
    return {given.step: given for given in answers}
