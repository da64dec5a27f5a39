"""``progpro new plugin``: a small plugin that works, to be changed into one's own."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from progpro_tui.cli.context import Context, has_terminal
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator


def command(tr: Translator) -> click.Command:
    @click.command("plugin")
    @click.argument("folder", required=False, type=click.Path(path_type=Path))
    @click.option("--name", help=tr(N_("Its name, which is also that of its kind of questionnaire.")))
    @click.pass_obj
    def plugin(context: Context, folder: Path | None, name: str | None) -> None:
        from progpro_tui.authoring.new.plugin import plugin_files, plugin_name
        from progpro_tui.cli.asking import ByHand, ByOptions

        host = context.workspace().host

        def free(typed: str) -> str:
            found = plugin_name(typed)
            if found in host.kinds or any(found == plugin.name for plugin in host.plugins):
                raise InputError(N_("“{name}” is taken already: choose another."), name=found)
            return found

        asking = ByHand(tr) if has_terminal() else ByOptions(False)
        question = tr(N_("What is it called (small letters, such as dial)"))
        chosen = free(name) if name is not None else asking.words(question, "--name", free)
        place = folder or Path(f"progpro-{chosen}")
        if place.exists():
            raise InputError(N_("{folder} is there already: choose another folder."), folder=str(place))
        for inner, text in plugin_files(chosen):
            path = place / inner
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        _say_what_next(place, chosen, tr)

    return plugin


def _say_what_next(place: Path, name: str, tr: Translator) -> None:
    quoted, module = shlex.quote(str(place)), f"progpro_{name.replace('-', '_')}"
    click.echo(clean(tr(N_("Written: {file}"), file=str(place))))
    click.echo(clean(tr(N_("It works as it is. Install it, approve it, look at it:"))))
    example = shlex.quote(str(place / module / "example.yaml"))
    for line in (
        f"pip install -e {quoted}",
        f"progpro plugins approve {name}",
        f"progpro preview {example}",
        f"cd {quoted} && pytest",
    ):
        click.echo(clean(f"  {line}"))
    click.echo(clean(tr(N_("Then change it file by file: its README says which is for what."))))
