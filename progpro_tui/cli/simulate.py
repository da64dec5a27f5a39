"""``progpro simulate``: respondents who are known, and what an instrument makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from progpro_tui.cli.context import Context
from progpro_tui.cli.progress import Progress
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InputError
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.json_line import json_line
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator

if TYPE_CHECKING:
    from progpro_tui.workspace.simulations import Manner

MANNERS: tuple[Manner, ...] = ("random", "straight", "acquiescent", "extreme", "fast", "target")
"""Told without importing what simulates; a test holds them to it."""

MOST = 1_000_000
RESPONDENTS = N_("{n} of {total} respondents")


def command(tr: Translator) -> click.Command:
    def simulate(
        context: Context,
        instrument: str,
        count: int,
        targets: tuple[str, ...],
        manner: Manner | None,
        seed: int,
        as_json: bool,
    ) -> None:
        from progpro_tui.cli.simulated import table
        from progpro_tui.workspace.simulations import (
            Plan,
            outcome_data,
            simulated,
            surveyed,
            targets_of,
        )

        if targets and manner not in (None, "target"):
            raise InputError(
                N_("A target goes with “--respondent target”, not with “{manner}”."), manner=manner
            )
        workspace = context.workspace()
        found = workspace.shelf.find(instrument)
        aims = targets_of(found, targets)
        manner = manner or ("target" if aims else "random")
        plan = Plan(count, manner, aims, seed, language=_language(found, tr))
        with Progress(tr, RESPONDENTS) as shown:
            outcome = simulated(workspace.host, found, plan, shown)
            survey = surveyed(workspace.host, found, seed=seed, progress=shown)
        if as_json:
            data = outcome_data(outcome, plan, found, survey)
            click.echo(json_line(data))
            return
        for line in table(outcome, plan, found, survey, tr):
            click.echo(clean(line))

    return click.Command("simulate", params=_params(tr), callback=click.pass_obj(simulate))


def _params(tr: Translator) -> list[click.Parameter]:
    return [
        click.Argument(["instrument"], metavar=tr(N_("ID_OR_PATH"))),
        click.Option(
            ["-n", "count"],
            type=click.IntRange(1, MOST),
            default=1000,
            metavar="N",
            help=tr(N_("How many respondents; 1,000 where nothing is said.")),
        ),
        click.Option(
            ["--target", "targets"],
            multiple=True,
            metavar="S=high",
            help=tr(N_("A scale that they are high (or low) on; may be given several times.")),
        ),
        click.Option(
            ["--respondent", "manner"],
            type=click.Choice(MANNERS),
            help=tr(N_("How they answer; at random, where no target is given.")),
        ),
        click.Option(
            ["--seed"],
            type=int,
            default=0,
            help=tr(N_("The same number gives the same respondents.")),
        ),
        click.Option(["--json", "as_json"], is_flag=True, help=tr(N_("One JSON object a line."))),
    ]


def _language(instrument: Instrument, tr: Translator) -> str:
    """The language that they answer in: that of the interface, where the instrument has it."""
    return tr.language if tr.language in instrument.languages else instrument.languages[0]
