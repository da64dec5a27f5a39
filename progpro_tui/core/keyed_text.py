"""A whole form keyed as text: digits one after the other, words between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from progpro_tui.core.blanks import Blank
from progpro_tui.core.errors import AnswerRefused, InputError
from progpro_tui.core.keying import Keying
from progpro_tui.core.shown import shown
from progpro_tui.core.text import N_, Message, Words

TOKEN = re.compile(r'"((?:[^"]|"")*)"|([^\s"]+)|(")')
"""Between quotation marks (doubled, one of them is meant), or anything up to a space."""


@dataclass
class Token:
    """One piece of the text; ``quoted`` words are never taken apart."""

    words: str
    quoted: bool = False


def tokens(text: str) -> Iterator[Token]:
    """The pieces of a text. Raises :class:`InputError` where a quotation mark is never closed."""
    for found in TOKEN.finditer(text):
        if found[3]:
            raise InputError(
                N_("A quotation mark is opened and not closed: {found}"),
                found=shown(text[found.start() :]),
            )
        if found[1] is not None:
            yield Token(found[1].replace('""', '"'), quoted=True)
        else:
            yield Token(found[2])


def key_text(keying: Keying, text: str) -> None:
    """Key a whole form.

    A piece answers a line. Where every answer of a line is one character, pieces may be run together.
    Raises :class:`InputError`, which names the line, what was found and what is expected.
    """
    left = tokens(text)
    piece: Token | None = None
    n = 0
    while (blank := keying.blank) is not None:
        piece = piece or next(left, None)
        if piece is None:
            raise _error(keying, blank, None, n)
        typed, rest = _parted(piece, blank)
        try:
            keying.take(keying.read(typed))
        except AnswerRefused as refused:
            raise _error(keying, blank, refused.message, n) from None
        piece, n = rest, n + 1
    piece = piece or next(left, None)
    if piece is not None:
        raise InputError(
            N_("After the last line stands “{found}”: nothing more is asked."), found=shown(piece.words)
        )


def _parted(piece: Token, blank: Blank) -> tuple[str, Token | None]:
    """What of a piece answers this line, and what is left of it."""
    if piece.quoted or not blank.one_key or len(piece.words) <= 1:
        return piece.words, None
    return piece.words[0], Token(piece.words[1:])


def _error(keying: Keying, blank: Blank, reason: Message | None, n: int) -> InputError:
    words: Words = keying.words or blank.words
    if reason is None:
        return InputError(
            N_(
                "{n} answers were found. The next one is missing: line {line}, “{question}”. {expected}"
            ),
            n=n,
            line=blank.number or "–",
            question=words,
            expected=blank.expected(),
        )
    return InputError(
        N_("Line {line}, “{question}”, answer {n}: {reason}"),
        line=blank.number or "–",
        question=words,
        n=n + 1,
        reason=reason,
    )
