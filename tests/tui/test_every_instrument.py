"""Every instrument from its first screen to its profile: by keys in the app, and line by line."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from progpro_tui.authoring.shelf import bundled_folder
from progpro_tui.authoring.simulate.by_taste import Target
from progpro_tui.authoring.simulate.respondents import Who
from progpro_tui.core.answers import Answer
from progpro_tui.core.profile import Profile
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.tui.screens.done import DoneScreen
from progpro_tui.tui.screens.profile import ProfileScreen
from progpro_tui.workspace.runs import Sitting
from tests.linear.typed import led, typed
from tests.tui.driver import Driver, driving, practice
from tests.tui.keyed import press_answer

NAMES = sorted(path.stem for path in bundled_folder().glob("*.yaml"))
MANNERS = list(product(("fr", "en"), (False, True)))
"""Language, and whether in plain words."""

ONCE = [(name, *MANNERS[place % 4]) for place, name in enumerate(NAMES)]
OTHERS = [(n, *m) for place, n in enumerate(NAMES) for m in MANNERS if m != MANNERS[place % 4]]

GAPS = 0.08
"""Some questions are left out, in every way that they offer."""


async def by_keys(driver: Driver, sitting: Sitting, language: str, plain: bool) -> dict[str, Answer]:
    """Answer the whole run in the app, as one simulated person would; what was answered."""
    respondent = Target(Who(sitting.instrument, language=language, gaps=GAPS))
    driver.app.show_run(sitting, handed=True)
    await driver.settle()
    if plain:
        await driver.press("f2")
    answers: dict[str, Answer] = {}
    while step := sitting.step:
        answers[step.id] = respondent.answer(step)
        await press_answer(driver, step, answers[step.id])
        assert sitting.administration.answers.get(step.id) == answers[step.id], step.id
    assert isinstance(driver.screen, DoneScreen)
    await driver.press("enter")
    assert sitting.record.finished
    return answers


def alike(profile: Profile) -> Profile:
    """A profile without when, how and how fast it was answered."""
    timeless = tuple(index for index in profile.indices if index.id != "style.speed")
    return replace(profile, given=(), provenance=None, indices=timeless)


def by_lines(
    host: PluginHost, sitting: Sitting, answers: dict[str, Answer], language: str, plain: bool
) -> Profile:
    """The profile that the linear mode makes of the same answers."""
    instrument, seed = sitting.instrument, sitting.record.seed
    lines = typed(host, instrument, answers, seed=seed)
    return led(host, instrument, lines, seed=seed, language=language, plain=plain).profile


async def check(folder: Path, name: str, language: str, plain: bool) -> None:
    workspace = practice(folder)
    instrument = workspace.shelf.find(name)
    dossier = workspace.dossiers.create("Delorme, Amina", "bilan")
    sitting = workspace.runs.begin(dossier, instrument)
    async with driving(folder, language=language) as driver:
        answers = await by_keys(driver, sitting, language, plain)
        kept, _ = workspace.result(dossier.id, sitting.record)
        driver.app.handed = False
        driver.app.go_to()
        driver.app.show_profile(dossier.id, sitting.record)
        await driver.settle()
        assert isinstance(driver.screen, ProfileScreen)
    seen = by_lines(workspace.host, sitting, answers, language, plain)
    assert alike(seen) == alike(kept)
    given = {answer.step: answer for answer in kept.given}
    assert {answer.language for answer in given.values()} == {language}
    assert {answer.plain for step, answer in given.items()} == {plain}


@pytest.mark.parametrize(("name", "language", "plain"), ONCE[::6])
async def test_by_keys_and_by_lines(tmp_path: Path, name: str, language: str, plain: bool) -> None:
    await check(tmp_path, name, language, plain)


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "language", "plain"), [*(each for n, each in enumerate(ONCE) if n % 6), *OTHERS]
)
async def test_in_every_language_and_wording(
    tmp_path: Path, name: str, language: str, plain: bool
) -> None:
    await check(tmp_path, name, language, plain)
