"""Respondents who do not read: any answer at all, or always the same one."""

from __future__ import annotations

from progpro_tui.authoring.simulate.respondents import OnPoints, Respondent, Who, as_they_lie
from progpro_tui.core.card_steps import EQUAL, Arrange, Choose, Rank, Sort


class Random(Respondent):
    """Any acceptable answer, and now and then none."""

    gaps = 0.1

    def point(self, step: OnPoints, points: int) -> int:
        return self.chance.randrange(points)

    def one(self, step: Choose) -> str:
        return self.chance.choice(step.options).id

    def several(self, step: Choose) -> tuple[str, ...]:
        count = self.chance.randint(step.least, min(step.most, len(step.options)))
        chosen = self.chance.sample(range(len(step.options)), count)
        return tuple(step.options[place].id for place in sorted(chosen))

    def pick(self, step: Rank) -> str:
        equal = EQUAL if step.may_equal and self.chance.random() < 0.5 else ""
        return equal + self.chance.choice(step.options).id

    def pile(self, step: Sort) -> int:
        return self.chance.randrange(len(step.piles))

    def arranged(self, step: Arrange) -> tuple[str, ...]:
        cards = list(as_they_lie(step))
        self.chance.shuffle(cards)
        return tuple(cards)


class Fast(Random):
    """As :class:`Random`, in less time than it takes to read."""

    gaps = 0.0
    pace = (0.2, 0.9)


class Straight(Respondent):
    """Always the same: one point, the first option, the first pile, the cards as they lie.

    ``at`` is where the point stands on the scale, from 0 (the least) to 1 (the most); the middle
    where nothing else is said.
    """

    pace = (1.0, 3.0)

    def __init__(self, who: Who, at: float = 0.5) -> None:
        super().__init__(who)
        self._at = at

    def point(self, step: OnPoints, points: int) -> int:
        return round(self._at * (points - 1))

    def one(self, step: Choose) -> str:
        return step.options[0].id

    def several(self, step: Choose) -> tuple[str, ...]:
        if step.at_first and step.least <= len(step.at_first) <= step.most:
            return step.at_first
        return tuple(option.id for option in step.options[: max(1, step.least)])

    def pick(self, step: Rank) -> str:
        return step.options[0].id

    def pile(self, step: Sort) -> int:
        return 0

    def arranged(self, step: Arrange) -> tuple[str, ...]:
        return as_they_lie(step)
