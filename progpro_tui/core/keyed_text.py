"""A whole form keyed as text: digits one after the other, words between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from progpro_tui.core.blanks import Blank
from progpro_tui.core.errors import AnswerRefused, InputError
from progpro_tui.core.keying import Keying
from progpro_tui.core.shown import shown
from progpro_tui.core.text import N_, NN_, Message, Words, message

TOKEN = re.compile(r'"((?:[^"]|"")*)"|([^\s"]+)|(")')
"""Between quotation marks (doubled, one of them is meant), or anything up to a space."""

MOST_GROUPS = 12
"""Of more groups, nobody wants to read how long each is."""


@dataclass(frozen=True)
class Token:
    """One piece of the text; ``quoted`` words are never taken apart.

    ``group`` counts the pieces, ``place`` the answers before within one that was run together.
    """

    words: str
    quoted: bool = False
    group: int = 1
    place: int = 1


def tokens(text: str) -> Iterator[Token]:
    """The pieces of a text. Raises :class:`InputError` where a quotation mark is never closed."""
    for group, found in enumerate(TOKEN.finditer(text), start=1):
        if found[3]:
            raise InputError(
                N_("A quotation mark is opened and not closed: {found}"),
                found=shown(text[found.start() :]),
            )
        if found[1] is not None:
            yield Token(found[1].replace('""', '"'), quoted=True, group=group)
        else:
            yield Token(found[2], group=group)


def key_text(keying: Keying, text: str) -> None:
    """Key a whole form.

    A piece answers a line. Where every answer of a line is one character, pieces may be run together.
    Raises :class:`InputError`, which names the line, what was found and what is expected.
    """
    pieces = list(tokens(text))
    left = iter(pieces)
    piece: Token | None = None
    sizes: dict[int, int] = {}
    while (blank := keying.blank) is not None:
        piece = piece or next(left, None)
        if piece is None:
            raise _missing(keying, blank, sizes)
        typed, rest = _parted(piece, blank)
        try:
            keying.take(keying.read(typed))
        except AnswerRefused as refused:
            where = piece if any(size > 1 for size in _lengths(pieces)) else None
            raise _refused(keying, blank, refused.message, sum(sizes.values()) + 1, where) from None
        sizes[piece.group] = piece.place
        piece = rest
    piece = piece or next(left, None)
    if piece is not None:
        raise InputError(
            N_("After the last line stands “{found}”: nothing more is asked."), found=shown(piece.words)
        )


def _lengths(pieces: list[Token]) -> list[int]:
    """How long the groups are, where there are several."""
    return [len(each.words) for each in pieces if not each.quoted] if len(pieces) > 1 else []


def _parted(piece: Token, blank: Blank) -> tuple[str, Token | None]:
    """What of a piece answers this line, and what is left of it."""
    if piece.quoted or not blank.one_key or len(piece.words) <= 1:
        return piece.words, None
    return piece.words[0], replace(piece, words=piece.words[1:], place=piece.place + 1)


def _missing(keying: Keying, blank: Blank, sizes: Mapping[int, int]) -> InputError:
    """Too few: the gap may be anywhere, and the sizes of the groups show where."""
    n = sum(sizes.values())
    found = message(NN_("{n} answer was found.", "{n} answers were found."), n=n)
    if 1 < len(sizes) <= MOST_GROUPS and max(sizes.values()) > 1:
        listed = " + ".join(map(str, sizes.values()))
        found = message(N_("{n} answers were found, in groups of {sizes}."), n=n, sizes=listed)
    return InputError(
        N_(
            "{found} The next one is missing: line {line}, “{question}”. {expected} If a line was left "
            "empty before, key p there (:p where one writes): spaces do not count."
        ),
        found=found,
        line=blank.number or "–",
        question=keying.words or blank.words,
        expected=blank.expected(),
    )


def _refused(keying: Keying, blank: Blank, reason: Message, n: int, piece: Token | None) -> InputError:
    """A wrong answer; ``piece`` says where it stands, where the answers stand in groups."""
    words: Words = keying.words or blank.words
    line = blank.number or "–"
    if piece is None:
        return InputError(
            N_("Line {line}, “{question}”, answer {n}: {reason}"),
            line=line,
            question=words,
            n=n,
            reason=reason,
        )
    return InputError(
        N_("Line {line}, “{question}”, answer {n} (group {group}, place {place}): {reason}"),
        line=line,
        question=words,
        n=n,
        group=piece.group,
        place=piece.place,
        reason=reason,
    )
