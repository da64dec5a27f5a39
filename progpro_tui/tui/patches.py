"""The one place that reaches into private parts of Textual and Rich. Each patch has its test.

Both break lines at ``\\s``, which in Python holds U+00A0 and U+202F: « prêt ici ? » would leave the
question mark alone on a line.
"""

from __future__ import annotations

import re

import rich._wrap
import textual._wrap

SPACE = r"[^\S\u00A0\u202F]"
LETTER = r"[\S\u00A0\u202F]"


def keep_words_together() -> None:
    """Count no-break spaces as letters where lines are broken."""
    rich._wrap.re_word = re.compile(rf"{SPACE}*{LETTER}+{SPACE}*")
    textual._wrap.re_chunk = re.compile(rf"{LETTER}+{SPACE}*|{SPACE}+")
