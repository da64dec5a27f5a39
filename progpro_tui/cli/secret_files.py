"""Secrets for scripts: the first line of a file, or of the standard input; never an argument."""

from __future__ import annotations

import sys
from pathlib import Path

from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.storage.system_errors import reason

STANDARD_INPUT = Path("-")
LONGEST = 10_000
"""Bytes that are read of a file that should hold one line."""


def secret_in(file: Path) -> str:
    """The first line of a file, ``-`` for the standard input.

    Raises :class:`InputError` where it cannot be read, or holds no words.
    """
    try:
        if file == STANDARD_INPUT:
            said = sys.stdin.buffer.readline(LONGEST)
        else:
            with file.open("rb") as opened:
                said = opened.readline(LONGEST)
        line = said.decode("utf-8").strip("\r\n")
    except UnicodeDecodeError:
        raise InputError(N_("{file} is not a text in UTF-8."), file=str(file)) from None
    except OSError as error:
        raise InputError(
            N_("{file} cannot be read: {error}."), file=str(file), error=reason(error)
        ) from error
    if not line.strip():
        raise InputError(N_("The first line of {file} is empty."), file=str(file))
    return line
