"""Amendments: any sequence of moves ends in the final live answers; branches sleep and come back."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from progpro_tui.authoring.simulate.latent import chance_of
from progpro_tui.authoring.simulate.respondents import Respondent
from progpro_tui.core.administration import Administration
from progpro_tui.core.answers import Given, Missing
from progpro_tui.core.steps import Step
from progpro_tui.testing.replay import check_ended, stored
from progpro_tui.testing.subject import Led, Subject, accepts

MOVES = ("answer",) * 6 + ("skip", "back", "back", "go to", "go to", "draft", "pause", "language")
"""What a person may do next: an answer is likelier than all else."""

TRIES = 12
"""Answers that are amended in each run, at most."""

LEFT_OUT = (Missing.SKIPPED, Missing.DECLINED, Missing.NOT_APPLICABLE)


@dataclass
class Walk:
    """A run that goes every way, and what was said in it last, step by step."""

    subject: Subject
    who: Respondent
    administration: Administration
    kept: dict[str, Given] = field(default_factory=dict)
    language: str = ""
    plain: bool = False
    moves: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, subject: Subject, who: Respondent) -> Walk:
        """A walk that has not begun."""
        return cls(subject, who, subject.begin(who.run_seed), language=who.who.language)

    def move(self, chance: random.Random) -> None:
        """Do one thing more, and look whether the run stands where it should."""
        act = chance.choice(MOVES)
        step = self.administration.step
        self.moves.append(f"{act} {step.id if step else 'end'}")
        if act in ("answer", "skip", "draft") and step is not None:
            self._say(step, act)
        elif act == "back":
            for _ in range(chance.randint(1, 4)):
                self.administration.back()
        elif act == "go to":
            self.administration.go_to(chance.choice(self.administration.path).id)
        elif act == "pause":
            kept = list(self.kept.values())
            chance.shuffle(kept)
            self.administration = self.subject.begin(self.who.run_seed, stored(kept))
        elif act == "language":
            self.language = chance.choice(self.subject.instrument.languages)
            self.plain = chance.random() < 0.5
        self._look()

    def finish(self) -> None:
        """Answer what is left, and look at the end."""
        self.administration.resume()
        while step := self.administration.step:
            self._say(step, "answer")
        self._look()
        check_ended(self.subject, self.administration, self.who.run_seed)

    def _say(self, step: Step, act: str) -> None:
        said = replace(self.who.given(step), language=self.language, plain=self.plain)
        if act == "skip":
            ways = [way for way in LEFT_OUT if way in step.takes]
            said = replace(said, answer=ways[0]) if ways else said
        if act == "draft" and step.asks and not isinstance(said.answer, Missing):
            said = replace(said, final=False)
        with self.subject.trying("when it is answered again", step.id):
            self.administration.answer(said)
        self.kept[step.id] = said

    def _look(self) -> None:
        path, live = self.subject.path(self.who.run_seed, self.kept)
        found = self.administration
        if [step.id for step in found.path] != [step.id for step in path]:
            step = next((s for s, t in zip(path, found.path, strict=False) if s.id != t.id), path[-1])
            self._fail("the path is not that of the answers kept", step)
        if sleeps := [step for step in live if step not in found.live]:
            self._fail("its answer sleeps and should be live", sleeps[0])
        if lives := [step for step in found.live if step not in live]:
            self._fail("its answer is live and should sleep", lives[0])
        if {**found.live, **found.sleeping} != self.kept:
            self._fail("an answer was lost", path[-1])

    def _fail(self, what: str, step: Step | str) -> None:
        self.subject.fail(f"{what}, after: {', '.join(self.moves[-12:])}", step)


def check_walks(subject: Subject, walks: int, moves: int) -> None:
    """Random walks of answers, amendments, drafts, pauses and every other move."""
    for number, who in zip(range(walks), subject.people(), strict=False):
        walk = Walk.of(subject, who)
        chance = chance_of(subject.seed, number, "walk")
        for _ in range(chance.randint(0, moves)):
            walk.move(chance)
        walk.finish()


def check_branches(subject: Subject, led: list[Led]) -> None:
    """An answer is amended: what its branch held sleeps, and is back when the answer is."""
    for number, one in enumerate(led):
        chance = chance_of(subject.seed, number, "branch")
        run, seed = one.administration, one.who.run_seed
        steps = [step for step in run.path if step.asks]
        for step in chance.sample(steps, min(TRIES, len(steps))):
            before = run.live
            for other in others(step, before[step.id], one.who):
                _amend(subject, run, step, other)
                if {**run.live, **run.sleeping} != {**before, **_more(run, before), step.id: other}:
                    subject.fail("once it is amended, another answer is lost", step)
            _amend(subject, run, step, before[step.id])
            if run.live != before:
                missing = next(iter(before.keys() ^ run.live.keys()), step.id)
                what = f"its answer does not come back when “{step.id}” is answered as before"
                subject.fail(what, missing)
        check_ended(subject, run, seed)


def _more(run: Administration, before: dict[str, Given]) -> dict[str, Given]:
    """What is kept besides."""
    kept = {**run.live, **run.sleeping}
    return {step: given for step, given in kept.items() if step not in before}


def _amend(subject: Subject, run: Administration, step: Step, given: Given) -> None:
    with subject.trying("when it is amended", step.id):
        run.go_to(step.id)
        run.answer(given)
        run.resume()


def others(step: Step, given: Given, who: Respondent) -> Iterator[Given]:
    """Other acceptable answers to a step: another value, and none at all."""
    for answer in (who.value(step), *(way for way in LEFT_OUT if way in step.takes)):
        if answer != given.answer and accepts(step, answer):
            yield replace(given, answer=answer)
