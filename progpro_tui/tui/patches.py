"""The one place that reaches into private parts of Textual and Rich. Each patch has its test.

Both break lines at ``\\s``, which in Python holds U+00A0 and U+202F: « prêt ici ? » would leave the
question mark alone on a line. And both send to the terminal whatever a widget draws, escape
sequences too: ``safe`` stands before our own widgets, and this net below those of plugins.
"""

from __future__ import annotations

import re
from typing import Any

import rich._wrap
import textual._wrap
from rich.console import Console
from rich.segment import Segment
from textual.app import App
from textual.strip import Strip

SPACE = r"[^\S\u00A0\u202F]"
LETTER = r"[\S\u00A0\u202F]"

STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal obeys or turns the reading order by; Textual gives it no cell of its own."""

_render = Strip.render


def keep_words_together() -> None:
    """Count no-break spaces as letters where lines are broken."""
    rich._wrap.re_word = re.compile(rf"{SPACE}*{LETTER}+{SPACE}*")
    textual._wrap.re_chunk = re.compile(rf"{LETTER}+{SPACE}*|{SPACE}+")


def send_words_alone() -> None:
    """Leave out of every row what a terminal would obey, just before it is sent."""
    Strip.render = _sent  # type: ignore[method-assign]  # this is the patch


def keep_within(app: App[Any], text: str) -> None:
    """Copy for the app itself, and not for the clipboard of the system."""
    app._clipboard = text


def _sent(self: Strip, console: Console) -> str:
    if self._render_cache is None and STEERING.search(self.text):
        segments = [Segment(STEERING.sub("", text), style) for text, style, _ in self]
        return _render(Strip(segments), console)
    return _render(self, console)
