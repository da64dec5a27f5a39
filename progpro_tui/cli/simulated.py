"""What came of a simulation, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from progpro_tui.core.instrument import Instrument
from progpro_tui.core.text import N_, NN_
from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.simulations import Outcome, Plan, TargetTally

WORDS = {
    "random": N_("answering at random"),
    "straight": N_("always giving the same answer"),
    "acquiescent": N_("agreeing with everything"),
    "extreme": N_("knowing only the two ends"),
    "fast": N_("answering faster than one can read"),
    "target": N_("with a target"),
}
HEIGHTS = {"high": N_("{scale} high"), "low": N_("{scale} low")}

FEW = 5
"""So many of the steps that nobody reached are named."""


def table(outcome: Outcome, plan: Plan, instrument: Instrument, tr: Translator) -> Iterator[str]:
    """Line by line: who answered, the scales, the targets, the steps that nobody reached."""
    respondents = NN_("{n} respondent {manner}", "{n} respondents {manner}")
    who = tr(respondents, n=outcome.n, manner=tr(WORDS[plan.manner]))
    title = f"{tr(instrument.title)} {instrument.version}"
    yield tr(N_("{label}: {words}"), label=title, words=who)
    if outcome.scales:
        yield from _scales(outcome, instrument, tr)
        yield tr(
            N_("Undifferentiated (all scales tied): {n} of {total}"),
            n=outcome.undifferentiated,
            total=outcome.compared,
        )
    for target in outcome.targets:
        yield _target(target, tr)
    yield _steps(outcome, tr)


def _scales(outcome: Outcome, instrument: Instrument, tr: Translator) -> Iterator[str]:
    heads = [tr(words) for words in (N_("scored"), N_("mean"), N_("SD"))]
    levels = tr(N_("in each level, least first"))
    width = max(len(tally.scale) for tally in outcome.scales)
    yield " " * (width + 26) + "".join(f"{head:>11}" for head in heads) + f"   {levels}"
    for tally in outcome.scales:
        name = tr(instrument.scale(tally.scale).name)
        figures = [tr.count(tally.scored), _figure(tally.mean, tr), _figure(tally.sd, tr)]
        levels = " · ".join(map(tr.count, tally.levels))
        line = f"  {tally.scale:<{width}}  {name:<22}" + "".join(f"{figure:>11}" for figure in figures)
        yield f"{line}   {levels}".rstrip()


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
    named = ", ".join(outcome.unreached[:FEW])
    if len(outcome.unreached) > FEW:
        named = tr(N_("{list}, …"), list=named)
    words = N_("Steps that nobody reached: {n} of {total} ({list})")
    return tr(words, n=len(outcome.unreached), total=outcome.asked, list=named)
