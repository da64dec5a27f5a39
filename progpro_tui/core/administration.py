"""One run of an instrument by one person: forward, back, amend, resume, by the one rule of replay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from progpro_tui.core.answers import Answer, Given, Missing
from progpro_tui.core.errors import AnswerRefused, ProgproError
from progpro_tui.core.exercise import Exercise, Steps
from progpro_tui.core.profile import Profile
from progpro_tui.core.run import Run
from progpro_tui.core.steps import Step
from progpro_tui.core.text import N_

MOST_STEPS = 10_000
"""No person answers more; an exercise that asks more goes round in a circle."""


class Administration:
    """The answers of one run, and the path that they open.

    The answers are kept by step id. One is *live* while the path reaches its step, it is final and
    the step still accepts it; otherwise it *sleeps*: kept, unscored, and back if the path comes
    back. ``path`` holds the steps reached so far, ``position`` the one that stands on the screen
    (``len(path)`` when nothing is left to ask).
    """

    def __init__(self, exercise: Exercise[Any], run: Run[Any], kept: Iterable[Given] = ()) -> None:
        self._exercise = exercise
        self._run = run
        self._kept: dict[str, Given] = {given.step: given for given in kept}
        self._path: list[Step] = []
        self._reached: set[str] = set()
        self._steps: Steps
        self._failure: Exception | None = None
        self.total = exercise.length(run)
        """How many questions the person is asked at most: the denominator of progress."""
        self._replay()
        self.position = self.frontier

    # -- where we are ---------------------------------------------------------------------------

    @property
    def path(self) -> tuple[Step, ...]:
        return tuple(self._path)

    @property
    def finished(self) -> bool:
        """Whether every step of the path has a live answer."""
        return self._ended

    @property
    def frontier(self) -> int:
        """The place of the first step without a final answer; ``len(path)`` when finished."""
        return len(self._path) if self._ended else len(self._path) - 1

    @property
    def step(self) -> Step | None:
        """The step that stands on the screen, or none when nothing is left to ask."""
        return self._path[self.position] if self.position < len(self._path) else None

    def given(self, step_id: str) -> Given | None:
        """What was answered to a step, live, draft or sleeping."""
        return self._kept.get(step_id)

    @property
    def live(self) -> dict[str, Given]:
        """The final answers along the path, in its order."""
        return {step.id: self._kept[step.id] for step in self._path[: self.frontier]}

    @property
    def sleeping(self) -> dict[str, Given]:
        """Answers kept but not on the path now, drafts included."""
        live = self.live
        return {step: given for step, given in self._kept.items() if step not in live}

    @property
    def answers(self) -> Mapping[str, Answer]:
        return {step: given.answer for step, given in self.live.items()}

    @property
    def passed(self) -> tuple[Step, ...]:
        """The steps of the path that were skipped; where that ended a list, nothing was left out."""
        return tuple(step for step in self._path[: self.frontier] if self._is_passed(step))

    def _is_passed(self, step: Step) -> bool:
        return step.skip_words is None and self._kept[step.id].answer is Missing.SKIPPED

    @property
    def closed(self) -> tuple[str, ...]:
        """The steps of the path at which a list was ended by skipping."""
        return tuple(
            step.id
            for step in self._path[: self.frontier]
            if step.skip_words is not None and self._kept[step.id].answer is Missing.SKIPPED
        )

    # -- moving ---------------------------------------------------------------------------------

    def check(self, given: Given) -> None:
        """Raise :class:`AnswerRefused` unless ``given`` answers the present step acceptably."""
        step = self.step
        if step is None or step.id != given.step:
            raise AnswerRefused(N_("This question is not the one on the screen."))
        step.check(given.answer, given.final)

    def answer(self, given: Given) -> None:
        """Take an answer to the present step; a final one goes on to the next.

        Raises :class:`AnswerRefused` and changes nothing where the step does not accept it.
        """
        self.check(given)
        before = self._kept.get(given.step)
        self._kept[given.step] = given
        if self.position == self.frontier:
            if given.final:
                self._advance(given.answer)
                self._follow()
        elif not given.final or before is None or before.answer != given.answer:
            self._replay()
        if given.final:
            self.position += 1

    def back(self) -> bool:
        """Go to the step before; false at the first one."""
        if self.position == 0:
            return False
        self.position -= 1
        return True

    def forward(self) -> bool:
        """Go to the step after, past an answer that stands; false where the next is wanted here."""
        if self.position >= self.frontier:
            return False
        self.position += 1
        return True

    def go_to(self, step_id: str) -> None:
        """Go to a step of the path. Raises ``KeyError`` where the path does not hold it."""
        for position, step in enumerate(self._path):
            if step.id == step_id:
                self.position = position
                return
        raise KeyError(step_id)

    def next_passed(self) -> None:
        """Go to the next skipped step from here on, or else to where the next answer is wanted."""
        for position in range(self.position, self.frontier):
            if self._is_passed(self._path[position]):
                self.position = position
                return
        self.resume()

    def resume(self) -> None:
        """Go where the next answer is wanted."""
        self.position = self.frontier

    # -- the result -----------------------------------------------------------------------------

    def profile(self) -> Profile:
        """The profile of the live answers."""
        return self._exercise.profile(replace(self._run, answers=self.answers))

    # -- replay ---------------------------------------------------------------------------------

    def _replay(self) -> None:
        """Start the exercise again and feed it every kept answer that is live."""
        self._path = []
        self._reached = set()
        self._ended = False
        self._failure = None
        self._steps = self._exercise.steps(self._run)
        self._reach(lambda: next(self._steps))
        self._follow()

    def _follow(self) -> None:
        """Feed the exercise the kept answers that are live from where it stands."""
        while not self._ended and (given := self._acceptable(self._path[-1])):
            self._advance(given.answer)

    def _acceptable(self, step: Step) -> Given | None:
        given = self._kept.get(step.id)
        if given is None or not given.final:
            return None
        try:
            step.check(given.answer)
        except AnswerRefused:
            return None
        return given

    def _advance(self, answer: Answer) -> None:
        if self._failure is not None:  # a generator that failed looks like one that has ended
            raise self._failure
        self._reach(lambda: self._steps.send(answer))

    def _reach(self, following: Any) -> None:
        try:
            step: Step = following()
        except StopIteration:
            self._ended = True
            return
        except Exception as error:
            self._failure = error
            raise
        if step.id in self._reached:
            raise ProgproError(
                N_("The exercise “{kind}” asks “{step}” twice. The answers saved are safe."),
                kind=self._exercise.kind,
                step=step.id,
            )
        if len(self._path) >= MOST_STEPS:
            raise ProgproError(
                N_("The exercise “{kind}” never ends. The answers saved are safe."),
                kind=self._exercise.kind,
            )
        self._path.append(step)
        self._reached.add(step.id)
