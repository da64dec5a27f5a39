"""A new passphrase on the command line: seven words drawn, or one's own, or a file that says it."""

from __future__ import annotations

from pathlib import Path

import click

from progpro_tui.cli.asking import Asking
from progpro_tui.cli.secret_files import secret_in
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InputError
from progpro_tui.core.passphrase import as_typed, judge
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.passphrases import Drawn, draw

NOTED, AGAIN, OWN = "noted", "again", "own"


def new_phrase(asking: Asking, tr: Translator, option: str, file: Path | None, practice: str) -> str:
    """A passphrase that passes: of ``file``, else asked by hand. ``option`` would have named the file.

    Raises :class:`InputError` where it is too easy to guess, or nobody is there to be asked.
    """
    if file is not None:
        phrase = secret_in(file)
        try:
            judge(phrase, practice)
        except InputError as error:
            raise InputError(
                N_("{option} “{file}”: {reason}"), option=option, file=str(file), reason=error.message
            ) from None
        return phrase
    if not asking.by_hand:
        return asking.secret(tr(N_("Passphrase")), option, str)
    return _by_hand(asking, tr, option, practice)


def _by_hand(asking: Asking, tr: Translator, option: str, practice: str) -> str:
    chosen, drawn = AGAIN, draw(tr.language)
    while chosen == AGAIN:
        drawn = draw(tr.language)
        click.echo(tr(N_("Your passphrase: seven words, drawn at random for you.")))
        click.echo(f"\n  {clean(drawn.phrase)}\n")
        click.echo(tr(N_("Write it on paper, now, and put it away from the office.")))
        choices = {
            NOTED: tr(N_("It is written down")),
            AGAIN: tr(N_("Draw seven others")),
            OWN: tr(N_("A phrase of my own")),
        }
        chosen = asking.one(tr(N_("This passphrase?")), option, choices, NOTED)
    return _own(asking, tr, option, practice) if chosen == OWN else _noted(asking, tr, option, drawn)


def _noted(asking: Asking, tr: Translator, option: str, drawn: Drawn) -> str:
    """The phrase, once three of its words were typed."""
    for place in drawn.asked:

        def check(typed: str, place: int = place) -> str:
            if not drawn.fits(place, typed):
                raise InputError(
                    N_("This is not word {n} of the phrase. Look at it again."), n=place + 1
                )
            return typed

        asking.words(tr(N_("To check, word {n}"), n=place + 1), option, check)
    return drawn.phrase


def _own(asking: Asking, tr: Translator, option: str, practice: str) -> str:
    def strong(typed: str) -> str:
        judge(typed, practice)
        return typed

    phrase = asking.secret(tr(N_("Passphrase")), option, strong)

    def same(typed: str) -> str:
        if as_typed(typed) != as_typed(phrase):
            raise InputError(N_("The two phrases are not the same. Type the second again."))
        return typed

    asking.secret(tr(N_("Once more")), option, same)
    return phrase
