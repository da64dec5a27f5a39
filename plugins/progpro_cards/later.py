"""What a paper form of a values deck leaves open: duels, and the questions on the cards on top."""

from __future__ import annotations

from collections.abc import Sequence

from progpro_cards.duels import DUEL
from progpro_cards.settings import CardSettings
from progpro_tui.api import N_, Later, Step, message


def later_steps(settings: CardSettings, outline: Sequence[Step]) -> tuple[Later, ...]:
    """Duels are asked by word of mouth; the questions have lines for as many cards as are ranked."""
    duels = tuple(step.id for step in outline if step.id.startswith(DUEL))
    last = {question.id for question in settings.questions}
    asked = tuple(step.id for step in outline if step.id.rpartition(":")[2] in last)
    equal = message(
        N_(
            "Where you wrote two cards as equal, the person who supports you will ask which of the "
            "two matters more."
        )
    )
    first = message(N_("For each of the cards that you put in order, the first one first:"))
    return (Later(duels, equal), Later(asked, first, settings.rank.most))
