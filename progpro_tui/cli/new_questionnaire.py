"""``progpro new questionnaire``: asks its author, writes a first file, and says what to do next."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from progpro_tui.cli.context import Context, has_terminal
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_, NN_
from progpro_tui.i18n.translator import Translator

if TYPE_CHECKING:
    from progpro_tui.authoring.check import CheckReport


def command(tr: Translator) -> click.Command:
    def new(context: Context, file: Path | None, spreadsheet: bool, yes: bool, **said: Any) -> int:
        from progpro_tui.cli.asking import blaming_option
        from progpro_tui.cli.new_file import ENDINGS, WORKBOOK, free_file

        if file is not None:
            with blaming_option(tr(N_("FILE")), str(file)):
                file = free_file(str(file), WORKBOOK if spreadsheet else ENDINGS)
        if spreadsheet:
            return _empty_workbook(file, said, tr)
        try:
            path, words = _asked(file, yes, said, tr)
        except (KeyboardInterrupt, click.Abort):
            click.echo(tr(N_("Nothing was written.")))
            raise
        _write(path, words)
        return _check(path, context)

    return click.Command("questionnaire", params=_params(tr), callback=click.pass_obj(new))


def _asked(file: Path | None, yes: bool, said: dict[str, Any], tr: Translator) -> tuple[Path, str]:
    """Where to write, and what: asked by hand and confirmed, or as the options say."""
    from progpro_tui.authoring.new.make import made
    from progpro_tui.cli.asking import ByHand, ByOptions
    from progpro_tui.cli.interview import Given, Interview
    from progpro_tui.cli.summary import confirm

    by_hand = has_terminal() and not yes
    asking = ByHand(tr) if by_hand else ByOptions(yes)
    interview = Interview(Given(**said), asking, tr, file)
    interview.complete()
    if by_hand:
        confirm(interview, asking, tr)
    assert interview.answers.file is not None
    return interview.answers.file, made(interview.answers.wanted, tr.language)


def _params(tr: Translator) -> list[click.Parameter]:
    from progpro_tui.authoring.new.make import STARTS
    from progpro_tui.authoring.new.wanted import LICENCES
    from progpro_tui.cli.interview import SPOKEN

    def option(name: str, words: str, kind: Any = str, **more: Any) -> click.Option:
        return click.Option([name], type=kind, help=tr(words), **more)

    return [
        click.Argument(["file"], required=False, type=click.Path(path_type=Path)),
        option("--title", N_("Its title, in the first language."), metavar=tr(N_("WORDS"))),
        option("--title-en", N_("Its title in English, beside a French one."), metavar=tr(N_("WORDS"))),
        option("--id", N_("Its id; from the title where nothing is said."), metavar="ID"),
        option("--kind", N_("What kind it is."), click.Choice(tuple(STARTS))),
        option("--author", N_("Who writes it."), metavar=tr(N_("WORDS"))),
        option("--licence", N_("What others may do with it."), click.Choice(LICENCES)),
        option("--languages", N_("The languages of its texts."), click.Choice(tuple(SPOKEN))),
        click.Option(
            ["--scale", "scales"],
            multiple=True,
            metavar="M=Faire",
            help=tr(N_("A scale: id and name, in two languages M=Faire|Making; several times.")),
        ),
        option("--items", N_("How many items each scale has."), int, metavar="N"),
        option("--points", N_("How many answers a rating offers, 3 to 7."), int, metavar="N"),
        click.Option(
            ["--yes"],
            is_flag=True,
            help=tr(N_("Take what is proposed; title and author are still to be said.")),
        ),
        click.Option(
            ["--spreadsheet"],
            is_flag=True,
            help=tr(N_("Write an empty workbook instead, to be filled and imported.")),
        ),
    ]


def _write(path: Path, words: str) -> None:
    """A new file, never in the place of another. Raises :class:`InputError`."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(words)
    except FileExistsError:
        raise InputError(N_("{file} exists already: nothing was written."), file=str(path)) from None


def _check(path: Path, context: Context) -> int:
    """Say where it is, that it has no mistake, and what to do next."""
    from progpro_tui.authoring.check import check
    from progpro_tui.authoring.schema import FILE_NAME, schema_text

    tr, host = context.tr, context.workspace().host
    schema = path.parent / FILE_NAME
    click.echo(clean(tr(N_("Written: {file}"), file=str(path))))
    if not schema.exists():  # named in the first line of the file
        schema.write_text(schema_text(host), "utf-8")
        words = N_("Beside it: {file}, by which an editor completes and checks while you type")
        click.echo(clean(tr(words, file=FILE_NAME)))
    report = check(path, host)
    for mistake in report.mistakes:
        click.echo(clean(f"{mistake.place}: {tr(mistake.what)}"))
    if report.size is not None:
        click.echo(clean(tr(N_("{file}: no mistake, {size}"), file=str(path), size=report.size)))
    click.echo(clean(_next(report, tr)))
    for name in ("check", "preview"):
        click.echo(clean(f"  progpro {name} {shlex.quote(str(path))}"))
    return 1 if report.mistakes else 0


def _next(report: CheckReport, tr: Translator) -> str:
    """How many sentences are to be replaced, and by what to know them."""
    from progpro_tui.authoring.unwritten import PROPOSED, unwritten_paths

    if report.reading is None or report.instrument is None:
        return tr(N_("Mend it, then:"))
    words = NN_(
        "Now write your own: {n} sentence that begins with “{mark}” is to be replaced. Then:",
        "Now write your own: {n} sentences that begin with “{mark}” are to be replaced. Then:",
    )
    n = len(list(unwritten_paths(report.reading.tree)))
    mark = PROPOSED[report.instrument.languages[0]]
    return tr(words, n=n, mark=mark)


def _empty_workbook(file: Path | None, said: dict[str, Any], tr: Translator) -> int:
    from progpro_tui.authoring.spreadsheet.workbook import write_workbook
    from progpro_tui.cli.new_file import WORKBOOK, free_file

    others: Sequence[str] = [f"--{name.replace('_', '-')}" for name, value in said.items() if value]
    if others:
        raise InputError(
            N_("An empty workbook is filled by hand: leave {option} out."), option=others[0]
        )
    path = file or free_file(tr(N_("questionnaire.xlsx")), WORKBOOK)
    write_workbook(path, tr.language)
    click.echo(clean(tr(N_("Written: {file}"), file=str(path))))
    click.echo(tr(N_("Fill it, then make the questionnaire of it:")))
    click.echo(clean(f"  progpro import {shlex.quote(str(path))}"))
    return 0
