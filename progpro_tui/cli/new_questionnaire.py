"""``progpro new questionnaire``: asks its author, writes a first file, and says what to do next."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from progpro_tui.cli.context import Context, has_terminal
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator


def command(tr: Translator) -> click.Command:
    def new(context: Context, file: Path | None, spreadsheet: bool, yes: bool, **said: Any) -> int:
        if file is not None:
            _refuse_existing(file)
        if spreadsheet:
            return _empty_workbook(file, said, tr)
        from progpro_tui.authoring.new.make import made
        from progpro_tui.cli.asking import ByHand, ByOptions
        from progpro_tui.cli.interview import Given, Interview

        by_hand = has_terminal() and not yes
        wanted = Interview(Given(**said), ByHand(tr) if by_hand else ByOptions(yes), tr).wanted()
        path = file or Path(f"{wanted.id}.yaml")
        _write(path, made(wanted, tr.language))
        return _check(path, context)

    return click.Command("questionnaire", params=_params(tr), callback=click.pass_obj(new))


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
        click.Option(["--yes"], is_flag=True, help=tr(N_("Take what is proposed; ask nothing."))),
        click.Option(
            ["--spreadsheet"],
            is_flag=True,
            help=tr(N_("Write an empty workbook instead, to be filled and imported.")),
        ),
    ]


def _refuse_existing(path: Path) -> None:
    if path.exists() or path.is_symlink():
        raise InputError(N_("{file} exists already: nothing was written."), file=str(path))


def _write(path: Path, words: str) -> None:
    """A new file, never in the place of another. Raises :class:`InputError`."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(words)
    except FileExistsError:
        _refuse_existing(path)
    except FileNotFoundError:
        raise InputError(
            N_("{file}: there is no such folder: make it first."), file=str(path.parent)
        ) from None


def _check(path: Path, context: Context) -> int:
    """Say where it is, that it has no mistake, and what to do next."""
    from progpro_tui.authoring.check import check
    from progpro_tui.authoring.schema import FILE_NAME, schema_text

    tr, host = context.tr, context.workspace().host
    schema = path.parent / FILE_NAME
    if not schema.exists():  # named in the first line: by it an editor completes while one types
        schema.write_text(schema_text(host), "utf-8")
    report = check(path, host)
    click.echo(clean(tr(N_("Written: {file}"), file=str(path))))
    for mistake in report.mistakes:
        click.echo(clean(f"{mistake.place}: {tr(mistake.what)}"))
    if report.size is not None:
        click.echo(clean(tr(N_("{file}: no mistake, {size}"), file=str(path), size=report.size)))
    click.echo(tr(N_("Now write your own sentences in it, then:")))
    for name in ("check", "preview"):
        click.echo(clean(f"  progpro {name} {shlex.quote(str(path))}"))
    return 1 if report.mistakes else 0


def _empty_workbook(file: Path | None, said: dict[str, Any], tr: Translator) -> int:
    from progpro_tui.authoring.spreadsheet.workbook import write_workbook

    others: Sequence[str] = [f"--{name.replace('_', '-')}" for name, value in said.items() if value]
    if others:
        raise InputError(
            N_("An empty workbook is filled by hand: leave {option} out."), option=others[0]
        )
    path = _workbook_path(file or Path(tr(N_("questionnaire.xlsx"))))
    _refuse_existing(path)
    write_workbook(path, tr.language)
    click.echo(clean(tr(N_("Written: {file}"), file=str(path))))
    click.echo(tr(N_("Fill it, then make the questionnaire of it:")))
    click.echo(clean(f"  progpro import {shlex.quote(str(path))}"))
    return 0


def _workbook_path(path: Path) -> Path:
    """The name with its ending: by that a spreadsheet program, and the import, know what it is."""
    if not path.suffix:
        return path.with_name(f"{path.name}.xlsx")
    if path.suffix.lower() != ".xlsx":
        raise InputError(
            N_("{file}: an empty workbook ends in .xlsx: write {better}."),
            file=str(path),
            better=str(path.with_suffix(".xlsx")),
        )
    return path
