"""Simulations: what an exercise makes of respondents whose manner of answering is known."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, cast

from progpro_tui.authoring.found import nearest, quoted
from progpro_tui.authoring.simulate.latent import SIGMAS, Height, Targets
from progpro_tui.authoring.simulate.simulate import MANNERS, Manner, Plan, simulate
from progpro_tui.authoring.simulate.survey import EACH, Survey, survey
from progpro_tui.authoring.simulate.tally import Outcome, ScaleTally, TargetTally
from progpro_tui.core.errors import InputError
from progpro_tui.core.instrument import Instrument, Level
from progpro_tui.core.progress import Progress
from progpro_tui.core.text import N_
from progpro_tui.host.blame import blaming
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.workspace.profiles import make_profile, open_run

__all__ = [
    "MANNERS",
    "Manner",
    "Outcome",
    "Plan",
    "ScaleTally",
    "Survey",
    "TargetTally",
    "outcome_data",
    "simulated",
    "surveyed",
    "targets_of",
]

QUARTILES = ("min", "q1", "median", "q3", "max")
"""What the scores of a scale are cut at, as JSON calls it."""


def simulated(
    host: PluginHost, instrument: Instrument, plan: Plan, progress: Progress | None = None
) -> Outcome:
    """Lead the respondents of a plan through an instrument; nothing of it is kept.

    Raises :class:`InputError` where the plan does not fit the instrument, :class:`PluginError` where
    the exercise fails.
    """
    if plan.manner == "target" and not instrument.scales:
        raise InputError(
            N_("“{id}” has no scales: a respondent can have no target in it."), id=instrument.id
        )
    exercise, run = host.exercise(instrument.kind), open_run(host, instrument, seed=0)
    with blaming(host.plugin_of(instrument.kind).name):
        return simulate(exercise, run, plan, partial(make_profile, host, instrument), progress)


def surveyed(
    host: PluginHost,
    instrument: Instrument,
    each: int = EACH,
    seed: int = 0,
    progress: Progress | None = None,
) -> Survey:
    """What respondents of every sort, ``each`` in number, show of an instrument: whether its key is
    found again, the levels and the steps that nobody comes to, the items that change nothing.

    Raises :class:`PluginError` where the exercise fails.
    """
    exercise, run = host.exercise(instrument.kind), open_run(host, instrument, seed=0)
    with blaming(host.plugin_of(instrument.kind).name):
        return survey(exercise, run, each, seed, progress)


def targets_of(instrument: Instrument, asked: Sequence[str]) -> Targets:
    """What targets such as ``S=high`` mean.

    Raises :class:`InputError` for what none is, and for a scale that is to be high and low at once.
    """
    targets: dict[str, Height] = {}
    for scale, height in (_target(instrument, words) for words in asked):
        if targets.setdefault(scale, height) != height:
            raise InputError(
                N_("A respondent cannot be both high and low on {scale}: keep one target."),
                scale=scale,
            )
    return targets


def _target(instrument: Instrument, words: str) -> tuple[str, Height]:
    scale, _, height = words.partition("=")
    if height not in SIGMAS:
        raise InputError(
            N_("“{found}” is no target. Expected: a scale, = and high or low, such as {example}."),
            found=quoted(words),
            example=f"{instrument.scales[0].id if instrument.scales else 'S'}=high",
        )
    known = [scale.id for scale in instrument.scales]
    if scale in known:
        return scale, cast(Height, height)
    meant = nearest(scale, known)
    if meant is None:
        raise InputError(
            N_("“{id}” has no scale “{found}”. Known: {known}."),
            id=instrument.id,
            found=quoted(scale),
            known=", ".join(known) or "–",
        )
    raise InputError(
        N_("“{id}” has no scale “{found}”. Did you mean “{meant}”?"),
        id=instrument.id,
        found=quoted(scale),
        meant=meant,
    )


def outcome_data(
    outcome: Outcome, plan: Plan, instrument: Instrument, survey: Survey
) -> dict[str, Any]:
    """An outcome and a survey as JSON has them; a share of nobody is null."""
    return {
        "instrument": {
            "id": instrument.id,
            "version": instrument.version,
            "hash": instrument.hash,
        },
        "respondent": plan.manner,
        "n": outcome.n,
        "seed": plan.seed,
        "scales": {scale.scale: _scale_data(scale, instrument) for scale in outcome.scales},
        "targets": [
            {
                "target": dict(target.targets),
                "n": target.n,
                "first": target.first / target.n,
                "alone": target.alone / target.n,
            }
            for target in outcome.targets
        ],
        "undifferentiated": outcome.undifferentiated / outcome.compared if outcome.compared else None,
        "steps": outcome.asked,
        "unreached": list(outcome.unreached),
        "survey": {
            "n": survey.outcome.n,
            "unreached_levels": [
                {"scale": scale} | _level_data(level) for scale, level in survey.unreached_levels
            ],
            "idle_items": list(survey.idle),
        },
    }


def _level_data(level: Level) -> dict[str, float]:
    return {"from": float(level.start), "to": float(level.end)}


def _scale_data(tally: ScaleTally, instrument: Instrument) -> dict[str, Any]:
    levels = instrument.scale(tally.scale).levels
    quartiles = tally.quartiles or (None,) * len(QUARTILES)
    return {
        "scored": tally.scored,
        "mean": tally.mean,
        "sd": tally.sd,
        **dict(zip(QUARTILES, quartiles, strict=True)),
        "levels": [
            _level_data(level) | {"n": n} for level, n in zip(levels, tally.levels, strict=True)
        ],
    }
