"""The exercise: instructions, then every item in the order of the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from progpro_tui.api import (
    MISSING_WORDS,
    N_,
    Answer,
    Exercise,
    Instrument,
    Item,
    Line,
    Missing,
    Profile,
    Rate,
    Response,
    Run,
    Show,
    Step,
    Steps,
    Text,
    message,
    score_scales,
    tie_groups,
)


@dataclass(frozen=True)
class RatingSettings:
    """What a rating instrument says under ``settings:``.

    ``responses`` run from least to most. From ``long_string`` identical answers in a row on, or
    under a median of ``seconds`` per item, the counsellor is given a question to ask.
    """

    question: Text
    responses: tuple[Response, ...]
    not_applicable: bool = True
    long_string: int = 8
    seconds: float = 1.5


class Rating(Exercise[RatingSettings]):
    """Each item is rated on the same scale of labelled points."""

    kind: ClassVar[str] = "rating"
    Settings: ClassVar[type] = RatingSettings

    def steps(self, run: Run[RatingSettings]) -> Steps:
        yield _instructions(run.instrument)
        for item in run.instrument.items:
            yield _rate(item, run.settings)

    def outline(self, run: Run[RatingSettings]) -> Sequence[Step]:
        return [
            _instructions(run.instrument),
            *(_rate(item, run.settings) for item in run.instrument.items),
        ]

    def profile(self, run: Run[RatingSettings]) -> Profile:
        responses = run.settings.responses
        labels = {response.value: response.label for response in responses}
        scores = score_scales(run.instrument, run.answers, responses[0].value, responses[-1].value)
        return Profile(
            scores=scores,
            ties=tie_groups(scores),
            lines=tuple(
                _line(item, run.answers.get(item.id, Missing.SKIPPED), labels)
                for item in run.instrument.items
            ),
            marks=tuple(response.label for response in responses),
        )


def _instructions(instrument: Instrument) -> Show:
    # An item's id holds no colon, so that this one is free.
    return Show(
        "show:instructions",
        title=instrument.title,
        body=instrument.guidance.instructions,
        proceed=message(N_("Begin")),
    )


def _rate(item: Item, settings: RatingSettings) -> Rate:
    return Rate(item.id, item.text, settings.question, settings.responses, settings.not_applicable)


def _line(item: Item, answer: Answer, labels: Mapping[int, Text]) -> Line:
    scales = tuple(item.scales)
    if isinstance(answer, int):
        return Line(item.id, item.text, labels[answer], answer, scales)
    assert isinstance(answer, Missing)
    return Line(item.id, item.text, message(MISSING_WORDS[answer]), None, scales)
