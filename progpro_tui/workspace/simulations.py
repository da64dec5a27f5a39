"""Simulations: what an exercise makes of respondents whose manner of answering is known."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, cast

from progpro_tui.authoring.found import nearest, quoted
from progpro_tui.authoring.simulate.latent import SIGMAS, Height, Targets
from progpro_tui.authoring.simulate.simulate import MANNERS, Manner, Plan, Progress, simulate
from progpro_tui.authoring.simulate.tally import Outcome, ScaleTally, TargetTally
from progpro_tui.core.errors import InputError
from progpro_tui.core.instrument import Instrument
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
    "TargetTally",
    "outcome_data",
    "simulated",
    "targets_of",
]


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


def outcome_data(outcome: Outcome, plan: Plan, instrument: Instrument) -> dict[str, Any]:
    """An outcome as JSON has it; a share of nobody is null."""
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
    }


def _scale_data(tally: ScaleTally, instrument: Instrument) -> dict[str, Any]:
    levels = instrument.scale(tally.scale).levels
    return {
        "scored": tally.scored,
        "mean": tally.mean,
        "sd": tally.sd,
        "levels": [
            {"from": float(level.start), "to": float(level.end), "n": n}
            for level, n in zip(levels, tally.levels, strict=True)
        ],
    }
