"""Words that a person will read, before anyone knows in which language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias


def N_(msgid: str) -> str:  # noqa: N802 - gettext's customary name, known to the extractor
    """Mark an English sentence for the catalogues; it is translated where it is shown."""
    return msgid


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - as above, for plurals
    """Mark a sentence that has a singular and a plural; the parameter ``n`` chooses."""
    return one, many


@dataclass(frozen=True)
class Text:
    """Words written by an author, in every language of the instrument.

    ``standard`` and ``plain`` map a language to its wording; ``plain`` may be empty where the
    standard wording is plain already.
    """

    standard: Mapping[str, str]
    plain: Mapping[str, str] = field(default_factory=dict)

    def resolve(self, language: str, plain: bool = False) -> str:
        """The wording asked for, or the nearest one there is: never nothing."""
        wordings = self.plain if plain and self.plain else self.standard
        if language in wordings:
            return wordings[language]
        return self.standard.get(language) or next(iter(wordings.values()), "")


@dataclass(frozen=True)
class Message:
    """A sentence of the program: a marked English ``msgid`` with named slots.

    Where ``plural`` is given, ``params["n"]`` chooses between the two.
    """

    msgid: str
    params: Mapping[str, Param] = field(default_factory=dict)
    plural: str | None = None


@dataclass(frozen=True)
class Filled:
    """An author's words with named slots such as ``{skill}``, filled when they are shown.

    A slot that has no parameter stays as it was written.
    """

    text: Text
    params: Mapping[str, Param] = field(default_factory=dict)


Words: TypeAlias = Text | Message | Filled
Param: TypeAlias = str | int | float | Fraction | Text | Message | Filled

NO_LANGUAGE = "und"
"""The language of words that a person typed, as BCP 47 names what is undetermined."""


def message(msgid: str | tuple[str, str], /, **params: Param) -> Message:
    """A :class:`Message` from what ``N_`` or ``NN_`` marked."""
    if isinstance(msgid, tuple):
        return Message(msgid[0], params, msgid[1])
    return Message(msgid, params)


def as_said(words: str) -> Text:
    """What a person typed, the same in every language."""
    return Text({NO_LANGUAGE: words})


def as_message(words: Words, /, **params: Param) -> Message:
    """Any words as a :class:`Message`; an author's own are filled with ``params``."""
    if isinstance(words, Message):
        return words
    return message(N_("{words}"), words=Filled(words, params) if isinstance(words, Text) else words)
