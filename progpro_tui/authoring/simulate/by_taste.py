"""Respondents whose answers come from what things are worth to them."""

from __future__ import annotations

from progpro_tui.authoring.simulate.latent import Tastes, point_of, share_of
from progpro_tui.authoring.simulate.respondents import OnPoints, Respondent, Who, as_they_lie
from progpro_tui.core.card_steps import EQUAL, Arrange, Choose, Rank, Sort
from progpro_tui.core.scale_steps import Grid, Place
from progpro_tui.core.steps import Option

ALIKE = 0.1
"""Two things whose utilities differ by less are called equal where that may be said."""

AGREES = 1.5
"""How much better than it is everything looks to someone who says yes, in standard deviations."""


class Target(Respondent):
    """Someone whose latent scales are known: their profile should say so."""

    leaning = 0.0
    """What is added to every utility before it is placed on a scale or in a pile."""

    def __init__(self, who: Who) -> None:
        super().__init__(who)
        self._tastes = Tastes(who.instrument, who.targets, who.seed, who.number)

    def point(self, step: OnPoints, points: int) -> int:
        return point_of(self._tastes.of(self._asked(step)) + self.leaning, points)

    def one(self, step: Choose) -> str:
        best = self._best_first(step)
        return (best[-1] if step.worst else best[0]).id

    def several(self, step: Choose) -> tuple[str, ...]:
        """The best of the items, as many as may be; of other answers, those that seem true."""
        best = self._best_first(step)
        count = len(best)
        if not self._are_items(step):
            count = sum(self._worth(step, option) + self.leaning > 0 for option in best)
        chosen = {option.id for option in best[: max(step.least, min(step.most, count))]}
        return tuple(option.id for option in step.options if option.id in chosen)

    def pick(self, step: Rank) -> str:
        best = max(step.options, key=lambda option: self._tastes.of(option.id))
        if step.may_equal:
            before = step.picked[-1][0].id
            if self._tastes.of(before) - self._tastes.of(best.id) < ALIKE:
                return EQUAL + best.id
        return best.id

    def pile(self, step: Sort) -> int:
        return share_of(self._tastes.of(step.card.id) + self.leaning, len(step.piles))

    def arranged(self, step: Arrange) -> tuple[str, ...]:
        return tuple(sorted(as_they_lie(step), key=self._tastes.of))

    def _asked(self, step: OnPoints) -> str:
        """What a point is given to: an item that is measured, or this one question."""
        thing = step.id
        if isinstance(step, Grid):
            thing = step.row.id
        elif isinstance(step, Place):
            thing = step.subject.id
        return thing if thing in self._tastes.measured else step.id

    def _are_items(self, step: Choose) -> bool:
        return any(option.id in self._tastes.items for option in step.options)

    def _worth(self, step: Choose, option: Option) -> float:
        """Items are the same things in every question; other answers belong to theirs."""
        thing = option.id if self._are_items(step) else f"{step.id} {option.id}"
        return self._tastes.of(thing)

    def _best_first(self, step: Choose) -> list[Option]:
        return sorted(step.options, key=lambda option: -self._worth(step, option))


class Acquiescent(Target):
    """Someone who says yes: everything looks better to them than it is."""

    leaning = AGREES


class Extreme(Target):
    """Someone who knows only the two ends of a scale, and the first and the last pile."""

    def point(self, step: OnPoints, points: int) -> int:
        return points - 1 if super().point(step, 2) else 0

    def pile(self, step: Sort) -> int:
        return 0 if super().pile(step) < len(step.piles) / 2 else len(step.piles) - 1
