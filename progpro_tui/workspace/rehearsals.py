"""Rehearsals: a run that an author leads through their own file, without answering where they like."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from progpro_tui.authoring.simulate.by_rule import Random, Straight
from progpro_tui.authoring.simulate.respondents import Respondent, Who
from progpro_tui.authoring.simulate.simulate import respond
from progpro_tui.core.administration import Administration
from progpro_tui.core.answers import Given
from progpro_tui.core.dossier import Dossier, RunRecord
from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.steps import Step
from progpro_tui.host.blame import blaming
from progpro_tui.workspace.profiles import make_profile, open_run
from progpro_tui.workspace.runs import Sitting
from progpro_tui.workspace.sittings import trial
from progpro_tui.workspace.workspace import Workspace

Answers: TypeAlias = Literal["own", "random", "most", "least"]
"""Whose answers a profile is made of: the author's, any at all, the most or the least everywhere."""

SEED = 0
"""The order in which things are asked stays, however often the file is read."""

TRIES = 20
"""So many ways of answering are tried to come to a question that not everyone is asked."""


@dataclass(frozen=True)
class Rehearsed:
    """A profile, and what a screen needs to show it."""

    dossier: Dossier
    record: RunRecord
    profile: Profile


class Rehearsal:
    """One reading of a file, asked as a person would be; nothing of it is kept.

    ``invented`` are the steps that the author went past: their answers were made up.
    """

    def __init__(
        self, workspace: Workspace, instrument: Instrument, before: Rehearsal | None = None
    ) -> None:
        self._workspace = workspace
        self.instrument = instrument
        self.invented: set[str] = set(before.invented) if before else set()
        self.sitting = self._sat(before.kept if before else ())
        if before is not None:
            self._stand_where(before)

    def _sat(self, kept: Iterable[Given]) -> Sitting:
        return trial(self._workspace, self.instrument, SEED, kept).sitting

    @property
    def kept(self) -> list[Given]:
        """Every answer, made up ones too."""
        administration = self.sitting.administration
        return [*administration.live.values(), *administration.sleeping.values()]

    @property
    def questions(self) -> Sequence[Step]:
        """Whatever may be asked, in printed order."""
        exercise = self._workspace.host.exercise(self.instrument.kind)
        run = open_run(self._workspace.host, self.instrument, SEED)
        return [step for step in exercise.outline(run) if step.asks]

    # -- moving -----------------------------------------------------------------------------------

    def next(self) -> bool:
        """Go to the next step, past one that has no answer too; false at the end."""
        administration = self.sitting.administration
        if administration.step is None:
            return False
        if not (administration.forward() or self._finish_draft()):
            self._invent(self.sitting, self._respondent(0))
        return self.sitting.step is not None

    def _finish_draft(self) -> bool:
        """What the author typed or chose and did not finish is an answer, where it can be one."""
        step = self.sitting.step
        draft = self.sitting.administration.given(step.id) if step is not None else None
        if draft is None or draft.step in self.invented:
            return False
        try:
            self.sitting.answer(draft.answer, language=draft.language, plain=draft.plain, by="person")
        except AnswerRefused:
            return False
        return True

    def go(self, step_id: str) -> bool:
        """Go to a step, making up whatever answers lead there; false where none was found."""
        own = [given for given in self.kept if given.step not in self.invented]
        if self._reach(self.sitting, step_id, 0):
            return True
        for number in range(1, TRIES + 1):
            # The author's own answers may be what keeps the question away.
            sitting = self._sat(own if number <= TRIES // 2 else ())
            if self._reach(sitting, step_id, number):
                self.sitting = sitting
                return True
        self.sitting.administration.resume()
        return False

    def _reach(self, sitting: Sitting, step_id: str, number: int) -> bool:
        administration, respondent = sitting.administration, self._respondent(number)
        administration.resume()
        while administration.step is not None and not _holds(administration, step_id):
            self._invent(sitting, respondent)
        if not _holds(administration, step_id):
            return False
        administration.go_to(step_id)
        return True

    def _invent(self, sitting: Sitting, respondent: Respondent) -> None:
        step = sitting.step
        assert step is not None
        sitting.answer(respondent.answer(step), language=self.instrument.languages[0], by="person")
        self.invented.add(step.id)

    def _stand_where(self, before: Rehearsal) -> None:
        """Where the reading before stood: the same step, else the nearest that there is."""
        step, place = before.sitting.step, before.sitting.administration.position
        asked = {found.id for found in self.questions}
        administration = self.sitting.administration
        known = step is not None and (step.id in asked or _holds(administration, step.id))
        if step is not None and known and self.go(step.id):
            return
        administration.resume()
        while administration.position < place and self.next():
            pass
        administration.position = min(place, len(administration.path) - 1)

    # -- profiles ---------------------------------------------------------------------------------

    def profile(self, answers: Answers, number: int = 0) -> Rehearsed:
        """What comes of the answers given so far, or of a simulated person's."""
        host, sitting = self._workspace.host, self.sitting
        administration = sitting.administration
        if answers != "own":
            run = open_run(host, self.instrument, SEED)
            with blaming(host.plugin_of(self.instrument.kind).name):
                exercise = host.exercise(self.instrument.kind)
                administration = respond(exercise, run, self._simulated(answers, number))
        profile = make_profile(host, self.instrument, administration)
        now = self._workspace.runs.now()
        nobody = Dossier(sitting.dossier_id, person="", programme="project", opened=now, seen=now)
        return Rehearsed(nobody, replace(sitting.record, finished=now), profile)

    def _simulated(self, answers: Answers, number: int) -> Respondent:
        if answers == "random":
            return self._respondent(number)
        straight = Straight(self._who(number), at=1.0 if answers == "most" else 0.0)
        straight.pace = Respondent.pace  # the question about haste is not what an author looks for
        return straight

    def _respondent(self, number: int) -> Respondent:
        return Random(self._who(number))

    def _who(self, number: int) -> Who:
        return Who(self.instrument, SEED, number, self.instrument.languages[0], gaps=0.0)


def _holds(administration: Administration, step_id: str) -> bool:
    return any(step.id == step_id for step in administration.path)
