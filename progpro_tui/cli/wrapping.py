"""Sentences on a terminal: broken between words, never inside one."""

from __future__ import annotations

import shutil
import textwrap

from progpro_tui.core.clean import clean


def wrapped(words: str, indent: int = 0, room: int = 1) -> str:
    """Words on as many lines as the terminal needs; ``room`` columns stay free at the end of each.

    The lines after the first stand ``indent`` columns to the right.
    """
    return textwrap.fill(
        clean(words),
        max(shutil.get_terminal_size().columns - room, indent + 20),
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
