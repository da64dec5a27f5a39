"""A kind of questionnaire: each item on a dial, and the mean of each scale."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from progpro_template.step import Turn
from progpro_tui.api import (
    ANY_WAY,
    Exercise,
    Fault,
    Item,
    Profile,
    Run,
    Scale,
    Step,
    Steps,
    Text,
    line_of,
    opening,
    score_scale,
    tie_groups,
)

TOO_FEW = Text({"fr": "Écrivez un nombre de 1 à 9.", "en": "Write a number from 1 to 9."})


@dataclass(frozen=True)
class TemplateSettings:
    """What a file of this kind may say under ``settings:``; the words stand in the guide's tables."""

    question: Annotated[Text, "The question that is asked of each item."]
    top: Annotated[int, "The greatest number on the dial, 1 to 9."] = 6


class Template(Exercise[TemplateSettings]):
    """Each item on a dial."""

    kind = "template"
    Settings = TemplateSettings

    def steps(self, run: Run[TemplateSettings]) -> Steps:
        """The conversation: a step goes out, its answer comes in."""
        yield opening(run.instrument)
        for item in run.instrument.items:
            yield turn(item, run.settings)

    def outline(self, run: Run[TemplateSettings]) -> Sequence[Step]:
        """All that may be asked, in the order of the paper."""
        return [opening(run.instrument), *(turn(item, run.settings) for item in run.instrument.items)]

    def faults(self, run: Run[TemplateSettings]) -> Iterable[Fault]:
        """What a file may not say, though its form is right: ``progpro check`` names the place."""
        if not 1 <= run.settings.top <= 9:
            yield Fault(("settings", "top"), TOO_FEW)

    def bounds(self, run: Run[TemplateSettings], scale: Scale) -> tuple[Fraction, Fraction]:
        """The least and the most that a scale can score, which its levels must span."""
        return Fraction(0), Fraction(run.settings.top)

    def profile(self, run: Run[TemplateSettings]) -> Profile:
        """What the answers amount to."""
        top = run.settings.top
        scores = tuple(
            score_scale(scale, run.instrument, run.answers, 0, top) for scale in run.instrument.scales
        )
        return Profile(
            scores=scores,
            ties=tie_groups(scores),
            lines=tuple(
                line_of(turn(item, run.settings), run.answers, tuple(item.scales))
                for item in run.instrument.items
            ),
        )


def turn(item: Item, settings: TemplateSettings) -> Turn:
    """The step that asks one item. Its id says what is asked, never which number it has."""
    return Turn(item.id, item.text, settings.question, settings.top, takes=ANY_WAY)
