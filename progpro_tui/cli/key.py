"""``progpro key``: the answers of a paper form, keyed by hand or from a script."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from progpro_tui.cli.context import Context, has_terminal
from progpro_tui.cli.dossiers import dossier_to_write, opened
from progpro_tui.cli.wrapping import wrapped
from progpro_tui.core.answers import Answer
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InputError
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.keying import Keying
from progpro_tui.core.text import N_, NN_
from progpro_tui.i18n.translator import Translator

if TYPE_CHECKING:
    from progpro_tui.workspace.keying import DossierKeeper, FileKeeper, Keeper

MOST_CHARACTERS = 1_000_000


@dataclass(frozen=True)
class Asked:
    """What the command line asks for."""

    instrument: str
    out: Path | None
    dossier: str | None
    digits: str | None
    form: str | None
    plain: bool
    score: bool
    verify: bool
    force: bool


def command(tr: Translator) -> click.Command:
    @click.command("key")
    @click.argument("instrument")
    @click.option(
        "-o",
        "out",
        type=click.Path(path_type=Path),
        help=tr(N_("The answers file to write; ID-answers.json otherwise.")),
    )
    @click.option(
        "--dossier", help=tr(N_("Keep the run in this dossier: its id, or the person’s name."))
    )
    @click.option("--digits", help=tr(N_("All answers at once; words between quotation marks.")))
    @click.option("--form", help=tr(N_("The code at the foot of the form: its version is checked.")))
    @click.option("--plain", is_flag=True, help=tr(N_("The form was in plain words.")))
    @click.option("--score", is_flag=True, help=tr(N_("Say the scores at once.")))
    @click.option("--verify", is_flag=True, help=tr(N_("Key the form twice, and compare.")))
    @click.option("--force", is_flag=True, help=tr(N_("Replace a file that is there.")))
    @click.pass_obj
    def key(context: Context, /, **asked: Any) -> int:
        return _key(context, Asked(**asked))

    return key


def _key(context: Context, asked: Asked) -> int:
    """Key one form: 0 when it is saved, 130 when it was left before; what was keyed is kept."""
    from progpro_tui.workspace.keying import DossierKeeper, FileKeeper, check_form, keying_of
    from progpro_tui.workspace.paths import folder_there

    if asked.dossier is not None and asked.out is not None:
        raise InputError(N_("Answers go to a file or to a dossier: leave out -o or --dossier."))
    workspace = context.workspace() if asked.dossier is None else opened(context)
    found = workspace.shelf.find(asked.instrument)
    if asked.form is not None:
        check_form(found, asked.form)
    keeper: FileKeeper | DossierKeeper
    if asked.dossier is not None:
        named = dossier_to_write(workspace, asked.dossier, context.tr)
        keeper = DossierKeeper(workspace, found, named, context.tr.language, asked.plain)
    else:
        out = folder_there(asked.out or Path(f"{found.id}-answers.json"))
        keeper = FileKeeper(workspace, found, out, asked.force)
    by_hand = asked.digits is None and has_terminal()
    keying = keying_of(workspace.host, found, keeper.known() if by_hand else None)
    if by_hand:
        keying_again = keying_of(workspace.host, found) if asked.verify else None
        answers = _by_hand(context.tr, found, keying, keying_again, keeper, asked)
        if answers is None:
            return 130
    else:
        answers = _from_text(keying, asked)
    profile = keeper.finish(answers)
    click.echo(clean(_kept(keeper, context.tr)))
    if asked.score:
        from progpro_tui.cli.score import score_table

        title = f"{context.tr(found.title)} {found.version}"
        click.echo(clean(score_table(title, profile, context.tr), lines=True))
    return 0


def _kept(keeper: FileKeeper | DossierKeeper, tr: Translator) -> str:
    """Where the answers are now: whoever keys sees at once whose dossier it is."""
    from progpro_tui.workspace.keying import FileKeeper

    if isinstance(keeper, FileKeeper):
        return str(keeper.path)
    return tr(N_("Saved in the dossier of {person}."), person=keeper.dossier.person)


def _from_text(keying: Keying, asked: Asked) -> dict[str, Answer]:
    """The answers that stand on the command line, or on the standard input."""
    from progpro_tui.core.keyed_text import key_text

    if asked.verify:
        raise InputError(N_("Keying twice needs somebody at a terminal: leave --verify out."))
    text = asked.digits
    if text is None:
        text = sys.stdin.read(MOST_CHARACTERS) if sys.stdin is not None else ""
    key_text(keying, text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"))
    return keying.answers


def _by_hand(
    tr: Translator,
    instrument: Instrument,
    keying: Keying,
    again: Keying | None,
    keeper: Keeper,
    asked: Asked,
) -> dict[str, Answer] | None:
    """The answers as somebody keys them; none where they stopped before the end."""
    from progpro_tui.cli.key_desk import Desk
    from progpro_tui.cli.raw_keys import single_keys

    click.echo(wrapped(f"{tr(instrument.title)} {instrument.version}"))
    if keying.answers:
        words = NN_(
            "{n} answer was keyed before: it stands.", "{n} answers were keyed before: they stand."
        )
        click.echo(wrapped(tr(words, n=len(keying.answers))))
    click.echo(wrapped(tr(N_("Backspace goes back; Ctrl C stops, and keeps what was keyed."))))
    try:
        with single_keys() as keys:
            desk = Desk(keying, keys, tr, keeper.keep)
            desk.key()
            if again is None:
                return keying.answers
            click.echo(wrapped(tr(N_("Now once more, from the first line."))))
            Desk(again, keys, tr, lambda answers: None).key(desk.keyed)
            return again.answers
    except (EOFError, KeyboardInterrupt):
        click.echo()
        click.echo(wrapped(tr(N_("What was keyed is kept. The same command goes on from there."))))
        return None
