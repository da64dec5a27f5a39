"""What is checked: an exercise with an instrument, and the sentences in which it is found wanting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, NoReturn

from progpro_tui.authoring.simulate.respondents import Respondent
from progpro_tui.core.administration import MOST_STEPS, Administration
from progpro_tui.core.answers import Answer, Given
from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.exercise import Exercise
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.run import Run
from progpro_tui.core.steps import Step
from progpro_tui.testing.people import people


@dataclass(frozen=True)
class Led:
    """One respondent, the administration in which they have answered everything, and its profile."""

    who: Respondent
    administration: Administration
    profile: Profile


@dataclass(frozen=True)
class Subject:
    """An exercise, a run of an instrument of its kind, and how many respondents it is tried with."""

    exercise: Exercise[Any]
    run: Run[Any]
    respondents: int
    seed: int

    @property
    def instrument(self) -> Instrument:
        return self.run.instrument

    def fail(self, what: str, step: Step | str = "") -> NoReturn:
        """Raise ``AssertionError``: what is wrong, and at which step."""
        raise self._failure(what, step)

    def _failure(self, what: str, step: Step | str) -> AssertionError:
        name = step.id if isinstance(step, Step) else step
        where = f", step “{name}”" if name else ""
        return AssertionError(f"The exercise “{self.exercise.kind}”{where}: {what}")

    @contextmanager
    def trying(self, what: str, step: str = "") -> Iterator[None]:
        """Whatever the exercise raises meanwhile is a failure of its own."""
        try:
            yield
        except AssertionError:
            raise
        except Exception as error:
            raise self._failure(f"it fails {what}: {type(error).__name__}: {error}", step) from error

    def people(self) -> Iterator[Respondent]:
        """The respondents that the exercise is tried with."""
        return people(self.instrument, self.respondents, self.seed)

    def begin(self, seed: int, kept: Iterable[Given] = ()) -> Administration:
        """A run with this seed, and with what was answered in it before."""
        with self.trying("when a run begins or goes on"):
            return Administration(self.exercise, replace(self.run, seed=seed), kept)

    def led(self, who: Respondent) -> Led:
        """The administration of a respondent who answers whatever is asked."""
        administration = self.begin(who.run_seed)
        while step := administration.step:
            with self.trying("when it is answered", step.id):
                self._check_stand_in(step)
                given = who.given(step)
                self._check_taken(step, given)
                administration.answer(given)
        return self.ended(who, administration)

    def _check_stand_in(self, step: Step) -> None:
        """A step of a plugin's own has a step for its fallback: respondents answer that one."""
        if has_fallback(step) and not isinstance(other := step.fallback(), Step):
            name, found = type(step).__name__, type(other).__name__
            self.fail(f"“{name}.fallback” returns a {found}: return a step that is built in", step)

    def _check_taken(self, step: Step, given: Given) -> None:
        """What its fallback was answered is an answer to a step of a plugin's own."""
        if has_fallback(step) and not accepts(step, given.answer, given.final):
            name, other = type(step).__name__, type(step.fallback()).__name__
            what = f"{name} refuses the answer {given.answer!r}, which its “fallback”, a {other}, takes"
            self.fail(f"{what}: both take the same answers", step)

    def ended(self, who: Respondent, administration: Administration) -> Led:
        """What a respondent who has come to the end leaves."""
        with self.trying("when it makes the profile"):
            return Led(who, administration, administration.profile())

    def profile(self, seed: int, answers: Mapping[str, Answer]) -> Profile:
        """What the exercise makes of final answers."""
        with self.trying("when it makes the profile"):
            return self.exercise.profile(replace(self.run, seed=seed, answers=answers))

    def path(self, seed: int, kept: Mapping[str, Given]) -> tuple[list[Step], dict[str, Given]]:
        """The steps that the exercise asks by the kept answers, and the answers that are live.

        The rule of replay, written once more and apart from the administration: so that each checks
        the other.
        """
        path: list[Step] = []
        live: dict[str, Given] = {}
        with self.trying("when it is replayed"):
            steps = self.exercise.steps(replace(self.run, seed=seed))
            step = next(steps, None)
            while step is not None:
                if len(path) == MOST_STEPS:
                    self.fail("it never ends", step)
                path.append(step)
                given = kept.get(step.id)
                if given is None or not given.final or not accepts(step, given.answer):
                    break
                live[step.id] = given
                try:
                    step = steps.send(given.answer)
                except StopIteration:
                    break
        return path, live


def has_fallback(step: Step) -> bool:
    """Whether another step stands in for this one: it is a plugin's own."""
    return type(step).fallback is not Step.fallback


def accepts(step: Step, answer: Answer, final: bool = True) -> bool:
    """Whether a step accepts an answer, or a draft."""
    try:
        step.check(answer, final)
    except AnswerRefused:
        return False
    return True
