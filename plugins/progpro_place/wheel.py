"""A wheel: every domain as it is today, then as one would wish it."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from progpro_tui.api import (
    ANY_WAY,
    N_,
    Answer,
    Count,
    Exercise,
    Fault,
    Gap,
    Gaps,
    Item,
    Option,
    Place,
    Profile,
    Run,
    Step,
    Steps,
    Text,
    faults_of_no_items,
    faults_of_unscored,
    line_of,
    message,
    opening,
)

TODAY, WISHED = "today", "wished"


@dataclass(frozen=True)
class WheelSettings:
    """The two questions, and the words of 0 and of ``top``."""

    today_question: Annotated[Text, N_("Asks how a domain is today.")]
    wished_question: Annotated[Text, N_("Asks how the person would wish it.")]
    least: Annotated[Text, N_("The words for 0.")]
    most: Annotated[Text, N_("The words for the highest value.")]
    top: Annotated[int, N_("The highest value.")] = 10


class Wheel(Exercise[WheelSettings]):
    """Today, wished, and wished − today for each domain; there is no total."""

    kind: ClassVar[str] = "wheel"
    Settings: ClassVar[type] = WheelSettings

    def steps(self, run: Run[WheelSettings]) -> Steps:
        return self._lead(run)

    def _lead(self, run: Run[WheelSettings]) -> Generator[Step, Answer, None]:
        yield opening(run.instrument)
        around = _gaps(run, {})
        for series in (TODAY, WISHED):
            for place, item in enumerate(run.instrument.items):
                answer = yield _place(run, item, series, around, place + 1)
                around = _with(around, place, series, answer)

    def outline(self, run: Run[WheelSettings]) -> Sequence[Step]:
        empty = _gaps(run, {})
        asked = [
            _place(run, item, series, empty, number)
            for series in (TODAY, WISHED)
            for number, item in enumerate(run.instrument.items, 1)
        ]
        return [opening(run.instrument), *asked]

    def faults(self, run: Run[WheelSettings]) -> Iterator[Fault]:
        yield from faults_of_unscored(run.instrument)
        yield from faults_of_no_items(run.instrument)
        if not 2 <= run.settings.top <= 10:
            what = message(N_("Write a number from 2 to 10: a digit answers it."))
            yield Fault(("settings", "top"), what)

    def profile(self, run: Run[WheelSettings]) -> Profile:
        gaps = _gaps(run, run.answers)
        return Profile(
            lines=tuple(line_of(step, run.answers) for step in self.outline(run) if step.asks),
            findings=(gaps,),
            facts={
                TODAY: {row.id: row.today for row in gaps.rows if row.today is not None},
                WISHED: {row.id: row.wished for row in gaps.rows if row.wished is not None},
                "difference": {r.id: r.difference for r in gaps.rows if r.difference is not None},
            },
        )


def _place(run: Run[WheelSettings], item: Item, series: str, around: Gaps, number: int) -> Place:
    settings = run.settings
    return Place(
        f"{series}:{item.id}",
        settings.today_question if series == TODAY else settings.wished_question,
        Option(item.id, item.short or item.text, line=item.text if item.short else None),
        0,
        settings.top,
        (settings.least, settings.most),
        around,
        "today" if series == TODAY else "wished",
        takes=ANY_WAY,
        count=Count(number, len(run.instrument.items)),
    )


def _with(gaps: Gaps, place: int, series: str, answer: Answer) -> Gaps:
    """The wheel once a domain has one more of its two points."""
    if not isinstance(answer, int):
        return gaps
    row = gaps.rows[place]
    row = replace(row, today=answer) if series == TODAY else replace(row, wished=answer)
    return replace(gaps, rows=(*gaps.rows[:place], row, *gaps.rows[place + 1 :]))


def _gaps(run: Run[WheelSettings], answers: Mapping[str, Answer]) -> Gaps:
    def point(series: str, item: Item) -> int | None:
        answer = answers.get(f"{series}:{item.id}")
        return answer if isinstance(answer, int) else None

    rows = (
        Gap(item.id, item.short or item.text, point(TODAY, item), point(WISHED, item))
        for item in run.instrument.items
    )
    settings = run.settings
    return Gaps(tuple(rows), 0, settings.top, (settings.least, settings.most))
