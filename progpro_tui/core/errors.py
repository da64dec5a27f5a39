"""The one tree of errors. Each carries a message that i18n translates when it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from progpro_tui.core.text import N_, NN_, Message, Param, Words, as_message, message


class ProgproError(Exception):
    """Something that a person can be told: what happened, what is safe, what to do.

    A plugin without a catalogue gives its words in every language, as a :class:`Text` with slots.
    """

    def __init__(self, words: str | tuple[str, str] | Words, /, **params: Param) -> None:
        if isinstance(words, str | tuple):
            self.message = message(words, **params)
        else:
            self.message = as_message(words, **params)
        super().__init__(self.message.msgid)

    def __str__(self) -> str:
        """The sentence in English, for whoever reads a log."""
        return self.message.msgid.format(**{k: str(v) for k, v in self.message.params.items()})


class AnswerRefused(ProgproError):
    """A step does not take this answer."""


class InputError(ProgproError):
    """Something given from outside is missing or malformed; nothing was written."""


@dataclass(frozen=True)
class Place:
    """Where in a file: line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Mistake:
    """One mistake in an instrument file: where, what was found, what is expected."""

    place: Place
    what: Message


class InstrumentError(InputError):
    """An instrument file with all the mistakes found in one pass."""

    def __init__(self, file: str, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__(
            NN_("{file}: {n} mistake", "{file}: {n} mistakes"), file=file, n=len(self.mistakes)
        )


class PluginError(ProgproError):
    """A plugin failed; the message names it and its reason."""


class StoreError(ProgproError):
    """The practice's folder cannot be read or written."""


class StoreFull(StoreError):
    """No room left on the disk: what was acknowledged is safe, the last write is not."""


class StoreDamaged(StoreError):
    """A file of the practice is not what was written."""


class StoreTooNew(StoreError):
    """A file was written by a newer version of the program."""


class Locked(StoreError):
    """The practice has not been opened with its passphrase."""

    def __init__(self) -> None:
        super().__init__(N_("The practice is locked. Open it with its passphrase first."))


class PracticeInUse(StoreError):
    """Another instance holds the practice: it can be read and not written."""


class WrongPassphrase(InputError):
    """A passphrase or a recovery code that does not open the practice."""
