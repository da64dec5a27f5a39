"""Questions on the command line: a person answers them by hand, or a script by its options."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Protocol, TypeAlias

import click

from progpro_tui.authoring.found import quoted
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator

Check: TypeAlias = Callable[[str], str]
"""Makes of what was typed what is taken. Raises :class:`InputError`."""


@contextmanager
def blaming_option(option: str, said: str) -> Iterator[None]:
    """Where what an option said does not pass, name it: whoever wrote a script sees no question."""
    try:
        yield
    except InputError as error:
        raise InputError(
            N_("{option} “{found}”: {reason}"),
            option=option,
            found=quoted(said),
            reason=error.message,
        ) from None


class Asking(Protocol):
    """Whoever answers what no option has answered. ``option`` is the one that would have."""

    by_hand: bool

    def words(self, question: str, option: str, check: Check, proposal: str = "") -> str:
        """Words that pass the check; the proposal is taken by an Enter alone."""

    def secret(self, question: str, option: str, check: Check) -> str:
        """Words that pass the check, and that nobody sees while they are typed."""

    def one(self, question: str, option: str, choices: Mapping[str, str], proposal: str) -> str:
        """One of some choices: its key. The values are what a person reads."""


class ByHand:
    """A person at a terminal, asked one question after the other."""

    by_hand = True

    def __init__(self, tr: Translator) -> None:
        self._tr = tr

    def words(self, question: str, option: str, check: Check, proposal: str = "") -> str:
        import questionary

        asked = clean(self._tr(N_("{question}:"), question=question))
        return check(
            _asked(questionary.text(asked, default=proposal, validate=self._passing(check), qmark="?"))
        )

    def secret(self, question: str, option: str, check: Check) -> str:
        import questionary

        asked = clean(self._tr(N_("{question}:"), question=question))
        return check(_asked(questionary.password(asked, validate=self._passing(check), qmark="?")))

    def _passing(self, check: Check) -> Callable[[str], bool | str]:
        """What questionary asks of each answer: true, or why not."""

        def passes(typed: str) -> bool | str:
            try:
                check(typed)
            except InputError as error:
                return clean(self._tr(error))
            return True

        return passes

    def one(self, question: str, option: str, choices: Mapping[str, str], proposal: str) -> str:
        import questionary

        offered = [questionary.Choice(clean(words), value=key) for key, words in choices.items()]
        by_key = {choice.value: choice for choice in offered}
        # Where nothing is said, questionary says it in English.
        hint = self._tr(N_("(arrows, then Enter)"))
        return _asked(
            questionary.select(
                clean(question),
                offered,
                default=by_key[proposal],
                qmark="?",
                pointer="›",
                instruction=hint,
                use_jk_keys=False,
            )
        )


def _asked(question: Any) -> str:
    """The answer. Ctrl C and Ctrl D leave everything, and nothing was written."""
    try:
        # Without it, questionary says in English that it was cancelled, and goes on with nothing.
        answer: str = question.unsafe_ask()
    except EOFError:
        raise click.Abort from None
    return answer


class ByOptions:
    """A script: nobody is there to be asked. ``yes`` takes whatever is proposed."""

    by_hand = False

    def __init__(self, yes: bool) -> None:
        self._yes = yes

    def words(self, question: str, option: str, check: Check, proposal: str = "") -> str:
        if self._yes and proposal:
            return check(proposal)
        raise InputError(self._missing(proposal), option=option, question=question)

    def secret(self, question: str, option: str, check: Check) -> str:
        raise InputError(self._missing(""), option=option, question=question)

    def one(self, question: str, option: str, choices: Mapping[str, str], proposal: str) -> str:
        if self._yes:
            return proposal
        raise InputError(self._missing(proposal), option=option, question=question)

    def _missing(self, proposal: str) -> str:
        if proposal:
            return N_("Without a terminal, answer “{question}” by {option}, or say --yes.")
        return N_("Without a terminal, answer “{question}” by {option}.")
