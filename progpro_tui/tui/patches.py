"""The one place that reaches into private parts of Textual and Rich. Each patch has its test.

Both break lines at ``\\s``, which in Python holds U+00A0 and U+202F: « prêt ici ? » would leave the
question mark alone on a line. And both send to the terminal whatever a widget draws, escape
sequences too: ``safe`` stands before our own widgets, and this net below those of plugins. Textual
takes an escape sequence within a paste for keys: a clipboard could give commands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import rich._wrap
import textual._wrap
from rich.console import Console
from rich.segment import Segment
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.message import Message
from textual.strip import Strip

SPACE = r"[^\S\u00A0\u202F]"
LETTER = r"[\S\u00A0\u202F]"

STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal obeys or turns the reading order by; Textual gives it no cell of its own."""

ESCAPE, PASTE_BEGINS, PASTE_ENDS = "\x1b", "\x1b[200~", "\x1b[201~"

_render = Strip.render
_feed = XTermParser.feed


def keep_words_together() -> None:
    """Count no-break spaces as letters where lines are broken."""
    rich._wrap.re_word = re.compile(rf"{SPACE}*{LETTER}+{SPACE}*")
    textual._wrap.re_chunk = re.compile(rf"{LETTER}+{SPACE}*|{SPACE}+")


def send_words_alone() -> None:
    """Leave out of every row what a terminal would obey, just before it is sent."""
    Strip.render = _sent  # type: ignore[method-assign]  # this is the patch


def paste_words_alone() -> None:
    """Leave out of a paste every escape that does not end it."""
    XTermParser.feed = _fed  # type: ignore[method-assign]  # this is the patch


def keep_within(app: App[Any], text: str) -> None:
    """Copy for the app itself, and not for the clipboard of the system."""
    app._clipboard = text


def _sent(self: Strip, console: Console) -> str:
    if self._render_cache is None and STEERING.search(self.text):
        segments = [Segment(STEERING.sub("", text), style) for text, style, _ in self]
        return _render(Strip(segments), console)
    return _render(self, console)


class Pastes:
    """Follows what a terminal sends, and takes the escapes out of its pastes."""

    def __init__(self) -> None:
        self._pasting = False
        self._begun = ""
        """What may become the sequence that is waited for; within a paste it is held back."""

    def words(self, sent: str) -> str:
        """What is handed on, now, of what was sent."""
        return "".join(map(self._next, sent))

    def _next(self, letter: str) -> str:
        awaited = PASTE_ENDS if self._pasting else PASTE_BEGINS
        held = self._begun if self._pasting else ""
        if not awaited.startswith(self._begun + letter):  # it was another sequence, or none
            self._begun = letter if letter == ESCAPE else ""
            return held.replace(ESCAPE, "") + ("" if self._pasting and self._begun else letter)
        self._begun += letter
        if self._begun != awaited:
            return "" if self._pasting else letter
        self._begun, self._pasting = "", not self._pasting
        return letter if self._pasting else awaited


def _fed(self: XTermParser, data: str) -> Iterable[Message]:
    pastes = self.__dict__.setdefault("pastes", Pastes())
    words = pastes.words(data)
    # Nothing at all would say that the terminal is gone; here more of it is on its way.
    return _feed(self, words) if words or not data else ()
