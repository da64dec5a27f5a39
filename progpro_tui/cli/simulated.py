"""What came of a simulation, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from progpro_tui.core.instrument import Instrument, Level
from progpro_tui.core.text import N_, NN_
from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.simulations import Outcome, Plan, Survey, TargetTally

WORDS = {
    "random": N_("answering at random"),
    "straight": N_("always giving the same answer"),
    "acquiescent": N_("agreeing with everything"),
    "extreme": N_("knowing only the two ends"),
    "fast": N_("answering faster than one can read"),
    "target": N_("with a target"),
}
HEIGHTS = {"high": N_("{scale} high"), "low": N_("{scale} low")}

CUTS = (N_("min"), "25 %", N_("median"), "75 %", N_("max"))
"""What the scores of a scale are cut at."""

FEW = 5
"""So many of the steps that nobody reached, of levels and of items are named."""


def table(
    outcome: Outcome, plan: Plan, instrument: Instrument, survey: Survey, tr: Translator
) -> Iterator[str]:
    """Line by line: who answered, the scales, the targets, and what in the instrument does nothing."""
    respondents = NN_("{n} respondent {manner}", "{n} respondents {manner}")
    who = tr(respondents, n=outcome.n, manner=tr(WORDS[plan.manner]))
    title = f"{tr(instrument.title)} {instrument.version}"
    yield tr(N_("{label}: {words}"), label=title, words=who)
    if outcome.scales:
        yield from _scales(outcome, instrument, tr)
        yield from _levels(outcome, instrument, tr)
        yield tr(
            N_("Undifferentiated (all scales tied): {n} of {total}"),
            n=outcome.undifferentiated,
            total=outcome.compared,
        )
    for target in outcome.targets:
        yield _target(target, tr)
    yield _steps(outcome, tr)
    yield from _survey(survey, instrument, tr)


def _scales(outcome: Outcome, instrument: Instrument, tr: Translator) -> Iterator[str]:
    """One row a scale: how many have a score, its mean and spread, and what it is cut at."""
    heads = [tr(words) for words in (N_("scored"), N_("mean"), N_("SD"), *CUTS)]
    widths = [max(6, len(head)) for head in heads]
    names = [f"  {tally.scale}  {tr(instrument.scale(tally.scale).short)}" for tally in outcome.scales]
    width = max(map(len, names))
    yield _row("", width, heads, widths)
    for name, tally in zip(names, outcome.scales, strict=True):
        values = (tally.mean, tally.sd, *(tally.quartiles or [None] * len(CUTS)))
        figures = [tr.count(tally.scored), *(_figure(value, tr) for value in values)]
        yield _row(name, width, figures, widths)


def _row(name: str, width: int, cells: list[str], widths: list[int]) -> str:
    padded = (f"  {cell:>{room}}" for cell, room in zip(cells, widths, strict=True))
    return f"{name:<{width}}" + "".join(padded)


def _levels(outcome: Outcome, instrument: Instrument, tr: Translator) -> Iterator[str]:
    """One row a scale that has levels: how many came to each."""
    if any(tally.levels for tally in outcome.scales):
        yield tr(N_("In each level, least first:"))
    for tally in outcome.scales:
        levels = instrument.scale(tally.scale).levels
        named = (
            tr(N_("{words} {n}"), words=level.name, n=n)
            for level, n in zip(levels, tally.levels, strict=True)
        )
        if levels:
            yield f"  {tally.scale}  " + " · ".join(named)


def _survey(survey: Survey, instrument: Instrument, tr: Translator) -> Iterator[str]:
    """The levels that nobody comes to, and the items that change nothing."""
    asked = survey.outcome.n
    levels = [_level(scale, level, tr) for scale, level in survey.unreached_levels]
    if levels:
        words = N_("{n} more respondents (at random, high, low): nobody came to {list}")
        yield tr(words, n=asked, list=_few(levels, tr))
    elif any(scale.levels for scale in instrument.scales):
        yield tr(N_("{n} more respondents (at random, high, low): every level was reached"), n=asked)
    if survey.idle:
        words = N_("Items that do nothing, whatever is answered: {list}")
        yield tr(words, list=_few(list(survey.idle), tr))
    elif instrument.items:
        yield tr(NN_("{n} item, and it counts", "{n} items, each counts"), n=len(instrument.items))


def _level(scale: str, level: Level, tr: Translator) -> str:
    return tr(
        N_("{scale} “{level}” ({least} to {most})"),
        scale=scale,
        level=level.name,
        least=_figure(float(level.start), tr),
        most=_figure(float(level.end), tr),
    )


def _few(named: list[str], tr: Translator) -> str:
    """The first of them; a sign says that there are more."""
    words = ", ".join(named[:FEW])
    return tr(N_("{list}, …"), list=words) if len(named) > FEW else words


def _figure(value: float | None, tr: Translator) -> str:
    return "–" if value is None else tr.number(value, 2)


def _target(target: TargetTally, tr: Translator) -> str:
    named = [tr(HEIGHTS[height], scale=scale) for scale, height in target.targets.items()]
    words = N_("Target {target}: in the first group {first} of {total} times, alone there {alone}")
    if "low" in target.targets.values():
        words = N_("Target {target}: in its place {first} of {total} times, alone there {alone}")
    return tr(
        words,
        target=tr.joined(named),
        first=target.first,
        total=target.n,
        alone=target.alone,
    )


def _steps(outcome: Outcome, tr: Translator) -> str:
    if not outcome.unreached:
        return tr(NN_("{n} step, and it was reached", "{n} steps, each was reached"), n=outcome.asked)
    words = N_("Steps that nobody reached: {n} of {total} ({list})")
    named = _few(list(outcome.unreached), tr)
    return tr(words, n=len(outcome.unreached), total=outcome.asked, list=named)
