"""What a terminal is sent, and whether any of it is not the program's own."""

from __future__ import annotations

import re
import unicodedata

from textual.strip import Strip

from progpro_tui.core.clean import JOINERS, UNSAFE
from progpro_tui.tui import patches
from tests.hostile.words import MARKED
from tests.tui.driver import Driver

PARAMETER = r"(?:[34]8;2(?:;\d{1,3}){3}|[34]8;5;\d{1,3}|10[0-7]|\d{1,2})"
COLOUR = re.compile(rf"\x1b\[(?:{PARAMETER}(?:;{PARAMETER})*)?m")
"""How text is drawn: no hostile sequence has parameters as small."""
PLACED = re.compile(r"\x1b\[([1-9]\d{0,2});([1-9]\d{0,2})H")
MODES = re.compile(r"\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048)[hl]")
ASKED = re.compile(r"\x1b\[\?(?:2026|2048)\$p|\x1b\[>\d{1,2}u|\x1b\[<u|\x1b\](?:52;c;|22;default)\x07")
"""Which modes the terminal has, its keyboard, the shape of the mouse, and the clipboard emptied."""
OWN = (COLOUR, PLACED, MODES, ASKED)


def foreign(sent: str) -> set[str]:
    """What is left in what was sent that steers a terminal or the reading order."""
    for own in OWN:
        sent = own.sub("", sent)
    steering = {letter for letter in sent if unicodedata.category(letter) in UNSAFE}
    return steering - JOINERS - {"\r", "\n"}


def drawn(driver: Driver) -> str:
    """The screen as it would be sent, without the net that is below: what ``safe`` let through."""
    console = driver.app.console
    strips = driver.app.screen._compositor.render_strips()
    return "".join(patches._render(Strip(list(strip)), console) for strip in strips)


def check(driver: Driver, where: str) -> None:
    left = foreign(drawn(driver))
    assert not left, f"{where}: {left!r}"


def shows_hostile(driver: Driver) -> bool:
    """Whether hostile words stand on the screen at all, as marks and letters."""
    return MARKED in driver.shown or "□" in driver.shown
