"""The same answers given in the real app, by its keys, and keyed from its paper form: one profile."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.authoring.simulate.respondents import Who
from progpro_tui.core.keyed_text import key_text
from progpro_tui.tui.screens.done import DoneScreen
from progpro_tui.workspace.keying import keying_of, profile_of_answers
from tests.paper.filled import OnPaper, as_text, keyed
from tests.paper.test_every_form import timeless
from tests.tui.driver import driving, practice
from tests.tui.keyed import press_answer


@pytest.mark.parametrize("name", ["interests-short", "work-wheel"])
async def test_the_app_and_the_form_agree(tmp_path: Path, name: str) -> None:
    workspace = practice(tmp_path)
    instrument = workspace.shelf.find(name)
    dossier = workspace.dossiers.create("Delorme, Amina", "bilan")
    sitting = workspace.runs.begin(dossier, instrument)
    who = OnPaper(Who(instrument, seed=3, gaps=0.1))
    async with driving(tmp_path, language="fr") as driver:
        driver.app.show_run(sitting, handed=True)
        await driver.settle()
        while step := sitting.step:
            await press_answer(driver, step, who.answer(step))
        assert isinstance(driver.screen, DoneScreen)
        await driver.press("enter")
        seen, _ = workspace.result(dossier.id, sitting.record)
    answers = {step: given.answer for step, given in sitting.administration.live.items()}
    form = keying_of(workspace.host, instrument)
    key_text(form, as_text(keyed(keying_of(workspace.host, instrument), answers)))
    on_paper = profile_of_answers(workspace.host, instrument, form.answers, sitting.record.seed)
    alike = [timeless(p).scores for p in (seen, on_paper)]
    assert alike[0] == alike[1]
    assert (seen.lines, seen.ties, seen.findings) == (on_paper.lines, on_paper.ties, on_paper.findings)
    assert seen.facts == on_paper.facts
