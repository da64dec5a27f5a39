"""``progpro run --linear``: leads through an instrument by lines, and says its profile by lines."""

from __future__ import annotations

import io
import shlex
import sys
from pathlib import Path
from typing import TextIO

import click

from progpro_tui.authoring.shelf import SUFFIXES
from progpro_tui.cli.context import Context, has_terminal
from progpro_tui.cli.dossiers import dossier_to_write, opened
from progpro_tui.core.clean import clean
from progpro_tui.core.document import Voice
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.folders import practice_folder

VOICES: tuple[Voice, ...] = ("person", "counsellor")


def command(tr: Translator) -> click.Command:
    @click.command("run")
    @click.argument("instrument")
    @click.option("--linear", is_flag=True, help=tr(N_("By lines that are only ever appended.")))
    @click.option(
        "--dossier", help=tr(N_("Keep the run in this dossier: its id, or the person’s name."))
    )
    @click.option("--plain", is_flag=True, help=tr(N_("Begin in plain words.")))
    @click.option(
        "--for", "voice", type=click.Choice(VOICES), default="person", help=tr(N_("For whom."))
    )
    @click.option(
        "--seed", type=click.IntRange(min=0), help=tr(N_("Fixes the order, where no dossier keeps it."))
    )
    @click.pass_obj
    def run(
        context: Context,
        instrument: str,
        linear: bool,
        dossier: str | None,
        plain: bool,
        voice: Voice,
        seed: int | None,
    ) -> int:
        if not linear:
            raise _not_by_lines(context, instrument)
        if dossier is not None and seed is not None:
            raise InputError(N_("A run in a dossier draws its own order: leave --seed out."))
        return _run(context, instrument, dossier, plain, voice, seed)

    return run


def _not_by_lines(context: Context, named: str) -> InputError:
    """Where a run on the whole screen begins, and how a file of one's own comes there."""
    if Path(named).suffix not in SUFFIXES:
        return InputError(
            N_("On the whole screen a run begins in the app, “progpro”; by lines, add --linear.")
        )
    return InputError(
        N_(
            "On the whole screen a run begins in the app, “progpro”: to find this file there, copy it"
            " into the folder {folder}. To try it now: “progpro preview {file}”, or by lines"
            " “progpro run --linear {file}”."
        ),
        folder=str(context.workspace().own_questionnaires),
        file=shlex.quote(named),
    )


def _run(
    context: Context, named: str, dossier: str | None, plain: bool, voice: Voice, seed: int | None
) -> int:
    """Lead through a run by lines: 0 finished or paused, 1 a script that ended before, 130 Ctrl C."""
    from progpro_tui.linear.conversation import converse
    from progpro_tui.workspace.sittings import sit_down, trial

    out: TextIO | None = sys.stdout
    if out is None:  # closed by the shell, >&-
        raise InputError(N_("There is nowhere to write: the standard output is closed."))
    for stream in (sys.stdin, sys.stdout):
        # A letter that a console of another century lacks must not end a run.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    workspace = context.workspace() if dossier is None else opened(context)
    instrument = workspace.shelf.find(named)
    if dossier is None:
        seated, resume = trial(workspace, instrument, seed), ""
    else:
        seated = sit_down(workspace, dossier_to_write(workspace, dossier, context.tr), instrument)
        person = workspace.dossiers.get(seated.sitting.dossier_id).person
        kept = context.tr(N_("The answers go into the dossier of {person}."), person=person)
        click.echo(clean(kept), err=True)
        resume = _resume(context, named, seated.sitting.dossier_id)
    return converse(seated, instrument, resume, context.tr, plain, voice, has_terminal())


def _resume(context: Context, named: str, dossier_id: str) -> str:
    """The command that goes on with this run."""
    words = ["progpro"]
    if context.folder != practice_folder(None, context.settings.folder):
        words += ["--practice", str(context.folder)]
    return shlex.join([*words, "run", "--linear", named, "--dossier", dossier_id])
