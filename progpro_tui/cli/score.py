"""``progpro score``: answer files in, scores out. All files are checked before the first line."""

from __future__ import annotations

from pathlib import Path

import click

from progpro_tui.cli.context import Context
from progpro_tui.core.clean import clean
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.json_line import json_line
from progpro_tui.core.profile import Profile
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator


def command(tr: Translator) -> click.Command:
    @click.command("score")
    @click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
    @click.option("--instrument", required=True, help=tr(N_("Id or path of the instrument.")))
    @click.option("--json", "as_json", is_flag=True, help=tr(N_("One JSON object a line.")))
    @click.pass_obj
    def score(context: Context, files: tuple[Path, ...], instrument: str, as_json: bool) -> None:
        from progpro_tui.workspace.answer_files import score_files
        from progpro_tui.workspace.profiles import profile_data

        workspace = context.workspace()
        found = workspace.shelf.find(instrument)
        for path, profile in score_files(workspace.host, found, files):
            if as_json:
                data = {"file": str(path), **profile_data(profile, found, tr)}
                click.echo(json_line(data))
            else:
                title = tr(N_("{label}: {words}"), label=str(path), words=_named(found, tr))
                click.echo(clean(score_table(title, profile, tr), lines=True))

    return score


def _named(instrument: Instrument, tr: Translator) -> str:
    return f"{tr(instrument.title)} {instrument.version}"


def score_table(title: str, profile: Profile, tr: Translator) -> str:
    """Scores and indices, a line each, below a title."""
    lines = [clean(title)]
    for score in profile.scores:
        value = "–" if score.value is None else tr.number(score.value, 2)
        words = tr(score.reason) if score.reason else tr(score.level.name) if score.level else ""
        tie = "=" if profile.ties.tied(score.scale) else " "
        scale, name = clean(score.scale), clean(tr(score.name))
        lines.append(f"  {tie} {scale:<3} {name:<18} {value:>6}  {clean(words)}")
    for index in profile.indices:
        spoken = index.reason or index.headline_words or index.sentence
        said = f"{index.headline} {tr(spoken) if spoken else ''}".strip()
        lines.append("  " + clean(tr(N_("{label}: {words}"), label=index.label, words=said)))
    return "\n".join(lines)
