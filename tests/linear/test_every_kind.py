"""Every kind of instrument by lines to its end: the profile is that of the same answers elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from progpro_tui.authoring.shelf import bundled_folder
from progpro_tui.authoring.simulate.by_taste import Target
from progpro_tui.authoring.simulate.respondents import Who
from progpro_tui.core.administration import Administration
from progpro_tui.core.answers import Answer, Given
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.steps import Show
from progpro_tui.linear.session import Ending
from progpro_tui.workspace.answer_files import score_files
from progpro_tui.workspace.profiles import make_profile, open_run
from tests.linear.conversing import GOLDEN, check_said, golden, host, shelf
from tests.linear.typed import Led, bare, led, typed

KINDS = sorted(path.stem for path in GOLDEN.glob("*.yaml"))
BUNDLED = sorted(path.stem for path in bundled_folder().glob("*.yaml"))


def somebody(instrument: Instrument, number: int, gaps: float) -> dict[str, Answer]:
    """The answers of a simulated respondent, by step."""
    run = open_run(host(), instrument, seed=number)
    administration = Administration(host().exercise(instrument.kind), run)
    respondent = Target(Who(instrument, seed=4, number=number, gaps=gaps))
    answers: dict[str, Answer] = {}
    while step := administration.step:
        answers[step.id] = respondent.answer(step)
        administration.answer(Given(step.id, answers[step.id]))
    return answers


def directly(instrument: Instrument, answers: Mapping[str, Answer], seed: int) -> Profile:
    """The profile of these answers, replayed by an administration."""
    kept = [Given(step, answer) for step, answer in answers.items()]
    run = open_run(host(), instrument, seed)
    administration = Administration(host().exercise(instrument.kind), run, kept)
    assert administration.finished
    return bare(make_profile(host(), instrument, administration))


def by_lines(instrument: Instrument, number: int, gaps: float = 0.0) -> Led:
    """One simulated person by lines, in a language and a wording that change with their number."""
    answers = somebody(instrument, number, gaps)
    lines = typed(host(), instrument, answers, seed=number)
    language, plain = ("fr", "en")[number % 2], number % 4 > 1
    done = led(host(), instrument, lines, seed=number, language=language, plain=plain)
    check_said([done.said])
    assert done.ended.how is Ending.FINISHED
    assert done.left == []
    assert done.profile == directly(instrument, answers, seed=number)
    return done


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("number", "gaps"), [(0, 0.0), (1, 0.15), (2, 0.5)])
def test_each_kind_comes_to_the_same_profile(kind: str, number: int, gaps: float) -> None:
    by_lines(golden(kind), number, gaps)


@pytest.mark.parametrize("instrument_id", BUNDLED)
def test_each_bundled_instrument_comes_to_the_same_profile(instrument_id: str) -> None:
    by_lines(shelf().find(instrument_id), BUNDLED.index(instrument_id))


@pytest.mark.long
@pytest.mark.parametrize("instrument_id", BUNDLED)
@pytest.mark.parametrize("number", range(4))
def test_each_bundled_instrument_in_both_languages_and_wordings(
    instrument_id: str, number: int
) -> None:
    by_lines(shelf().find(instrument_id), number, gaps=0.1)


def test_an_answers_file_comes_to_the_same_profile(tmp_path: Path) -> None:
    instrument = golden("rating")
    steps = host().exercise("rating").outline(open_run(host(), instrument, seed=0))
    answers = {s.id: 1 + n % 5 for n, s in enumerate(s for s in steps if not isinstance(s, Show))}
    file = tmp_path / "answers.json"
    file.write_text(str(answers).replace("'", '"'))
    [(_, scored)] = score_files(host(), instrument, [file])
    done = led(host(), instrument, typed(host(), instrument, answers))
    assert done.profile == bare(scored)
