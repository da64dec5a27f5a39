"""The outline: all that may be asked, nothing else, and every step of it is asked of somebody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fnmatch import fnmatchcase

from progpro_tui.authoring.simulate.by_rule import Random
from progpro_tui.authoring.simulate.latent import chance_of
from progpro_tui.authoring.simulate.respondents import Who
from progpro_tui.core.steps import Step
from progpro_tui.core.text import Text
from progpro_tui.testing.people import Seeker
from progpro_tui.testing.subject import Led, Subject

PATIENCE = 25
"""So many more at random, without one who comes to a new step, and chance is given up."""

MOST_AT_RANDOM = 300

SEEKERS = 4
"""So many then seek each step that is left."""

NAMED = 5


def check_outline(subject: Subject, led: list[Led], unreachable: Sequence[str]) -> None:
    """What is asked stands in the outline, as a step of the same sort; what stands there is asked.

    ``unreachable`` are patterns, such as ``duel:*``, of steps that need not be found.
    """
    with subject.trying("when it makes its outline"):
        outline = list(subject.exercise.outline(subject.run))
    for step, times in Counter(step.id for step in outline).items():
        if times > 1:
            subject.fail("it stands twice in the outline", step)
    for pattern in unreachable:
        if not any(fnmatchcase(step.id, pattern) for step in outline):
            subject.fail(f"“{pattern}” is exempted, and no step of the outline is called so")
    search = _Search(subject, {step.id: step for step in outline}, unreachable)
    for one in led:
        search.take_in(one)
    search.by_chance()
    search.by_name()
    if left := search.left:
        named = ", ".join(left[:NAMED])
        subject.fail(f"nobody came to {len(left)} of {len(outline)} steps: {named}", left[0])


def _another_thing(expected: Step, step: Step) -> bool:
    """Whether two steps of one id ask different things, as far as the author's own words tell."""
    topics = expected.topic, step.topic
    return all(isinstance(topic, Text) for topic in topics) and topics[0] != topics[1]


class _Search:
    """The steps of an outline that nobody came to yet."""

    def __init__(self, subject: Subject, outline: dict[str, Step], unreachable: Sequence[str]) -> None:
        self._subject = subject
        self._outline = outline
        exempt = {
            step for step in outline if any(fnmatchcase(step, pattern) for pattern in unreachable)
        }
        self._wanted = [step for step in outline if step not in exempt]
        self._reached: set[str] = set()

    @property
    def left(self) -> list[str]:
        return [step for step in self._wanted if step not in self._reached]

    def take_in(self, one: Led) -> None:
        """The steps of one administration: each must be one of the outline."""
        for step in one.administration.path:
            expected = self._outline.get(step.id)
            if expected is None:
                self._subject.fail("it is asked and does not stand in the outline", step)
            if type(expected) is not type(step):
                found, listed = type(step).__name__, type(expected).__name__
                self._subject.fail(f"it is asked as a {found} and listed as a {listed}", step)
            if _another_thing(expected, step):
                self._subject.fail("it asks another thing than the outline says: an id names one", step)
            self._reached.add(step.id)

    def by_chance(self) -> None:
        """More respondents at random, as long as they find anything."""
        patience = PATIENCE
        for number in range(MOST_AT_RANDOM):
            if not patience or not self.left:
                return
            known = len(self._reached)
            self.take_in(self._subject.led(Random(self._who("at random", number))))
            patience = PATIENCE if len(self._reached) > known else patience - 1

    def by_name(self) -> None:
        """For every step that is left, some who prefer whatever its id names."""
        for step in self.left:
            for number in range(SEEKERS):
                if step not in self._reached:
                    who = self._who(step, number)
                    self.take_in(self._subject.led(Seeker(who, step)))

    def _who(self, why: str, number: int) -> Who:
        subject = self._subject
        seed = chance_of(subject.seed, why).getrandbits(32)
        return Who(subject.instrument, seed, number, subject.instrument.languages[0])
