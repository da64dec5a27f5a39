"""``progpro dossiers``: who, which programme, which runs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from progpro_tui.cli.context import Context, has_terminal
from progpro_tui.cli.unlocking import unlock
from progpro_tui.core.clean import clean
from progpro_tui.core.dossier import Dossier
from progpro_tui.core.errors import InputError
from progpro_tui.core.json_line import json_line
from progpro_tui.core.text import N_, NN_
from progpro_tui.i18n.dates import day
from progpro_tui.i18n.translator import Translator

if TYPE_CHECKING:
    from progpro_tui.workspace.dossiers import UnclearDossier
    from progpro_tui.workspace.workspace import Workspace


def opened(context: Context) -> Workspace:
    """The practice, unlocked until the command ends. Raises :class:`InputError` where there is none,
    and :class:`StoreError` where it cannot be read."""
    workspace = unlocked(context)
    workspace.practice.load()
    return workspace


def unlocked(context: Context) -> Workspace:
    """The same, where a damaged practice is what one comes for."""
    workspace = existing(context)
    unlock(context, workspace)
    click.get_current_context().call_on_close(workspace.close)
    return workspace


def existing(context: Context) -> Workspace:
    """The practice as it stands, locked. Raises :class:`InputError` where there is none."""
    workspace = context.workspace()
    if not workspace.practice.exists:
        raise InputError(
            N_("There is no practice in “{folder}” yet. “progpro” alone sets one up."),
            folder=str(context.folder),
        )
    return workspace


def dossier_to_write(workspace: Workspace, named: str, tr: Translator) -> str:
    """The id of the dossier that a command writes to.

    Where the name is nobody's whole name, somebody at a terminal says which dossier is meant. Raises
    :class:`InputError` as :func:`dossier_in_hand` does.
    """
    from progpro_tui.workspace.dossiers import UnclearDossier
    from progpro_tui.workspace.sittings import dossier_in_hand

    try:
        return dossier_in_hand(workspace, named).id
    except UnclearDossier as unclear:
        if not unclear.proposed or not has_terminal():
            raise
        return _chosen(unclear, named, tr).id


def _chosen(unclear: UnclearDossier, named: str, tr: Translator) -> Dossier:
    """One of the dossiers proposed, by its number; no more than lines, which a screen reader says."""
    click.echo(clean(tr(N_("“{named}” is nobody’s whole name. Did you mean:"), named=named)))
    for number, dossier in enumerate(unclear.proposed, start=1):
        click.echo(clean(f"  {number}  {dossier.person}  ({dossier.id})"))
    click.echo(tr(N_("Its number, or Enter for none:")) + " ", nl=False)
    typed = sys.stdin.readline().strip()
    if typed not in {str(number + 1) for number in range(len(unclear.proposed))}:
        raise unclear
    return unclear.proposed[int(typed) - 1]


def command(tr: Translator) -> click.Command:
    @click.command("dossiers")
    @click.option("--json", "as_json", is_flag=True, help=tr(N_("One JSON object a line.")))
    @click.option("--archived", is_flag=True, help=tr(N_("Those that are archived.")))
    @click.pass_obj
    def dossiers(context: Context, as_json: bool, archived: bool) -> None:
        workspace = opened(context)
        kept, broken = workspace.dossiers.all()
        kept = workspace.dossiers.archived() if archived else kept
        for dossier in kept:
            click.echo(_json(dossier) if as_json else _row(dossier, tr))
        for error in broken:
            click.echo(f"! {clean(tr(error))}", err=True)

    return dossiers


def _row(dossier: Dossier, tr: Translator) -> str:
    finished = sum(bool(run.finished) for run in dossier.runs)
    words = tr(NN_("{n} profile", "{n} profiles"), n=finished)
    return clean(f"{dossier.id}  {day(dossier.seen)}  {words:<10}  {dossier.person}")


def _json(dossier: Dossier) -> str:
    data = {
        "id": dossier.id,
        "person": dossier.person,
        "programme": dossier.programme,
        "opened": dossier.opened,
        "seen": dossier.seen,
        "archived": dossier.archived or None,
        "runs": [
            {
                "id": run.id,
                "instrument": run.instrument,
                "version": run.version,
                "started": run.started,
                "finished": run.finished or None,
            }
            for run in dossier.runs
        ],
    }
    return json_line(data)
