"""``progpro export``: a profile as PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from progpro_tui.cli.context import Context, has_terminal, say_path
from progpro_tui.cli.dossiers import opened
from progpro_tui.core.clean import clean
from progpro_tui.core.document import Voice
from progpro_tui.core.dossier import Dossier, RunRecord
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator

if TYPE_CHECKING:
    from progpro_tui.workspace.exports import Exported
    from progpro_tui.workspace.workspace import Workspace

VOICES: dict[str, tuple[Voice, ...]] = {
    "person": ("person",),
    "counsellor": ("counsellor",),
    "both": ("person", "counsellor"),
}


def command(tr: Translator) -> click.Command:
    @click.command("export")
    @click.argument("dossier", required=False)
    @click.option("--run", "run_id", help=tr(N_("Which run; the latest finished one otherwise.")))
    @click.option(
        "--for", "voice", type=click.Choice(list(VOICES)), default="both", help=tr(N_("For whom."))
    )
    @click.option("--pdf", "out", type=click.Path(path_type=Path), help=tr(N_("The PDF to write.")))
    @click.option(
        "--as",
        "other",
        type=(str, click.Path(path_type=Path)),
        metavar=tr(N_("FORM FILE")),
        help=tr(N_("Write it in a form that a plugin brings, instead.")),
    )
    @click.pass_obj
    def export(
        context: Context,
        dossier: str | None,
        run_id: str | None,
        voice: str,
        out: Path | None,
        other: tuple[str, Path] | None,
    ) -> None:
        from progpro_tui.workspace.exports import Exported, export_as, export_profile

        if (out is None) is (other is None):
            raise InputError(N_("Say what to write: --pdf FILE, or --as FORM FILE."))
        workspace = opened(context)
        found = workspace.dossiers.find(dossier or _asked(workspace, tr))
        record = _run(found, run_id)
        if other is not None:
            _tell(Exported(export_as(workspace, found, record, *other, tr), ""), found, tr)
            return
        assert out is not None
        _tell(export_profile(workspace, found, record, VOICES[voice], out, tr), found, tr)

    return export


def _tell(written: Exported, found: Dossier, tr: Translator) -> None:
    """Whose profile it is, and where: the path alone on the standard output, for scripts."""
    click.echo(clean(tr(N_("The profile of {person}:"), person=found.person)), err=True)
    say_path(written.path)
    if written.unprintable:
        words = N_("! No font has these letters, they are printed as “?”: {letters}")
        click.echo(clean(tr(words, letters=written.unprintable)), err=True)


def _run(dossier: Dossier, run_id: str | None) -> RunRecord:
    from progpro_tui.workspace.exports import latest_finished

    if run_id is None:
        return latest_finished(dossier)
    try:
        return dossier.run(run_id)
    except KeyError:
        raise InputError(
            N_("This dossier has no run “{id}”. “progpro dossiers --json” lists them."), id=run_id
        ) from None


def _asked(workspace: Workspace, tr: Translator) -> str:
    """Ask which dossier, where a person is there to answer."""
    if not has_terminal():
        raise InputError(N_("Say which dossier: its id, or the person’s name."))
    import questionary

    dossiers, _ = workspace.dossiers.all()
    finished = [d for d in dossiers if any(run.finished for run in d.runs)]
    if not finished:
        raise InputError(N_("No dossier has a finished questionnaire yet."))
    choices = [questionary.Choice(clean(d.person), d.id) for d in finished]
    chosen = questionary.select(
        tr(N_("Whose profile?")), choices, instruction=tr(N_("(arrows, then Enter)"))
    ).ask()
    if chosen is None:
        raise click.Abort
    return str(chosen)
