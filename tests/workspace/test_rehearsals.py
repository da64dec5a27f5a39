"""Rehearsals: looked through without answering, and kept where the file has changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from progpro_tui.core.instrument import Instrument
from progpro_tui.workspace.rehearsals import Rehearsal
from progpro_tui.workspace.workspace import Workspace
from tests.kinds import NAMES, golden, host
from tests.support import instrument, items, scale


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "none", host=host())


def at(rehearsal: Rehearsal) -> str:
    assert rehearsal.sitting.step is not None
    return rehearsal.sitting.step.id


def made(*numbers: int) -> Instrument:
    """Five items of one scale, or only those of these numbers."""
    every = items("R", 5)
    return instrument([every[n - 1] for n in numbers] if numbers else every, [scale("R")])


def answer(rehearsal: Rehearsal, value: int) -> None:
    rehearsal.sitting.answer(value, language="fr", by="person")


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_looked_through_to_its_end_and_has_a_profile(
    workspace: Workspace, name: str
) -> None:
    rehearsal = Rehearsal(workspace, golden(name))
    met = [at(rehearsal)]
    while rehearsal.next():
        met.append(at(rehearsal))
    assert len(set(met)) == len(met) > 1
    assert rehearsal.invented == set(met)
    assert rehearsal.profile("own").profile.given
    for answers in ("random", "most", "least"):
        assert rehearsal.profile(answers).profile.given
    assert not (workspace.folder).exists()


@pytest.mark.parametrize("name", ["form", "rating", "truest", "q-sort", "grid", "pairs", "best-worst"])
def test_it_opens_at_any_question_of_the_file(workspace: Workspace, name: str) -> None:
    for step in Rehearsal(workspace, golden(name)).questions:
        rehearsal = Rehearsal(workspace, golden(name))
        assert rehearsal.go(step.id), step.id
        assert at(rehearsal) == step.id


def test_there_is_no_way_to_a_question_that_there_is_not(workspace: Workspace) -> None:
    assert not Rehearsal(workspace, made()).go("r9")


def test_the_same_question_and_the_answers_after_a_change(workspace: Workspace) -> None:
    rehearsal = Rehearsal(workspace, made(2, 3, 4))
    rehearsal.next()
    answer(rehearsal, 4)
    rehearsal.next()
    assert at(rehearsal) == "r4"
    assert rehearsal.invented == {"show:instructions", "r3"}
    again = Rehearsal(workspace, made(1, 2, 3, 4, 5), rehearsal)
    assert at(again) == "r4"
    kept = {given.step: given.answer for given in again.kept}
    assert kept["r2"] == 4
    assert again.invented == {"show:instructions", "r3", "r1"}


def test_the_nearest_question_where_it_is_gone(workspace: Workspace) -> None:
    rehearsal = Rehearsal(workspace, made())
    for _ in range(3):
        rehearsal.next()
    assert at(rehearsal) == "r3"
    assert at(Rehearsal(workspace, made(1, 2, 4, 5), rehearsal)) == "r4"
    assert at(Rehearsal(workspace, made(1), rehearsal)) == "r1"


def test_an_answer_that_is_not_accepted_any_more_is_asked_again(workspace: Workspace) -> None:
    rehearsal = Rehearsal(workspace, made())
    rehearsal.next()
    answer(rehearsal, 5)
    before = made()
    responses = before.settings["responses"][:3]
    shorter = replace(before, settings={**before.settings, "responses": responses})
    rehearsal.sitting.administration.back()
    again = Rehearsal(workspace, shorter, rehearsal)
    assert at(again) == "r1"
    assert "r1" not in again.sitting.administration.live
