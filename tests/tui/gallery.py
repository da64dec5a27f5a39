"""Pictures of every instrument, to be looked at: ``make gallery`` writes them to build/gallery.

Of each, in both languages and at both sizes: one screen for every sort of step that it asks, with the
person alone, and the profile as the counsellor and as the person sees it.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from progpro_tui.authoring.simulate.by_taste import Target
from progpro_tui.authoring.simulate.respondents import Who
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.steps import Step
from progpro_tui.testing.practice import new_practice
from progpro_tui.tui.screens.run import RunScreen
from progpro_tui.workspace.runs import Sitting
from progpro_tui.workspace.workspace import Workspace
from tests.tui.driver import CODE, Driver, driving

SIZES = {"80x24": (80, 24), "140x40": (140, 40)}
MIDDLE = 12
"""So many steps of a sort come before the one that is pictured: piles and last answers have grown."""


def main(to: Path, names: list[str], theme: str = "") -> None:
    to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        workspace = new_practice(Path(folder) / "practice", code=CODE)
        for name in names or [offer.id for offer in workspace.shelf.offers()]:
            for language in ("fr", "en"):
                for size, cells in SIZES.items():
                    asyncio.run(_pictures(workspace, name, language, (size, cells), theme, to))


async def _pictures(
    workspace: Workspace,
    name: str,
    language: str,
    size: tuple[str, tuple[int, int]],
    theme: str,
    to: Path,
) -> None:
    instrument = workspace.shelf.find(name)
    dossier = workspace.dossiers.create("Delorme, Amina", "bilan")
    sitting = workspace.runs.begin(dossier, instrument)
    async with driving(workspace.folder, language=language, size=size[1], theme=theme) as driver:

        def save(what: str) -> None:
            svg = driver.app.export_screenshot(title=name, simplify=True)
            svg = re.sub(r"@font-face\s*\{[^}]*\}", "", svg)
            (to / f"{name}-{language}-{size[0]}-{what}.svg").write_text(svg, "utf-8")

        for number, _ in enumerate(_to_be_seen(sitting, instrument, language)):
            driver.app.go_to()
            driver.app.show_run(sitting, handed=True)
            await _settled(driver)
            save(f"{number}-{type(sitting.step).__name__.lower()}")
        driver.app.handed = False
        sitting.finish()
        driver.app.go_to()
        driver.app.show_profile(dossier.id, sitting.record)
        await driver.settle()
        save("profile")
        await driver.press("v")
        save("their-view")


async def _settled(driver: Driver) -> None:
    await driver.settle()
    assert isinstance(driver.screen, RunScreen)


def _to_be_seen(sitting: Sitting, instrument: Instrument, language: str) -> Iterator[Step]:
    """Answer as someone would; stop where a step is to be seen: one in the middle of each sort."""
    respondent = Target(Who(instrument, language=language))
    met: dict[str, int] = {}
    while step := sitting.step:
        sort = re.sub(r"[0-9]+", "", step.id.rpartition(":")[0] or type(step).__name__)
        met[sort] = met.get(sort, 0) + 1
        if met[sort] == MIDDLE or (met[sort] == 1 and _alone(sitting, sort)):
            yield step
        sitting.answer(respondent.answer(step), language=language, by="person")


def _alone(sitting: Sitting, sort: str) -> bool:
    """Whether there will hardly be twelve steps of this sort."""
    return sitting.step is not None and type(sitting.step).__name__ not in {"Rate", "Sort", "Grid"}


if __name__ == "__main__":
    main(Path(sys.argv[1]), list(islice(sys.argv, 2, None)))
