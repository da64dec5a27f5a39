"""The registry of actions: one entry feeds the key, the footer, the help and the commands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding

from progpro_tui.core.text import N_, Text

KEY_NAMES = {
    "enter": N_("Enter"),
    "escape": N_("Esc"),
    "space": N_("Space"),
    "backspace": N_("Backspace"),
    "tab": N_("Tab"),
    "delete": N_("Del"),
    "left": "←",
    "right": "→",
    "pageup": N_("Page up"),
    "pagedown": N_("Page down"),
    "home": N_("Home"),
    "end": N_("End"),
    "equals_sign": "=",
    "up": "↑",
    "down": "↓",
    "question_mark": "?",
    "slash": "/",
}


@dataclass(frozen=True)
class Act:
    """One thing that keys do on a screen.

    ``words`` stand in the footer where ``shown``, and always in the help and among the commands.
    ``first`` takes its keys before the widget that has the focus.
    """

    action: str
    keys: tuple[str, ...]
    words: str | Text
    shown: bool = True
    first: bool = False

    @property
    def name(self) -> str:
        """The action without its place and its parameters."""
        return self.action.removeprefix("app.").removeprefix("screen.").partition("(")[0]

    @property
    def parameters(self) -> tuple[str, ...]:
        """What stands in the brackets of the action, where it is one word."""
        inside = self.action.partition("(")[2].removesuffix(")")
        return (inside.strip("'"),) if inside else ()

    @property
    def key(self) -> str:
        """The name of the first key, as it is marked for translation."""
        key = self.keys[0]
        if key in KEY_NAMES:
            return KEY_NAMES[key]
        if key.startswith("ctrl+"):
            return f"Ctrl {key[5:].upper()}"
        return key.upper() if key.startswith("f") and key[1:].isdigit() else key


def bindings(acts: Iterable[Act]) -> list[Binding]:
    """The bindings of a screen; words are left to the registry."""
    return [
        Binding(key, act.action, show=False, priority=act.first) for act in acts for key in act.keys
    ]


def own_first(own: Iterable[Act], others: Iterable[Act]) -> tuple[Act, ...]:
    """The acts of a part of a screen, then those of the screen that the part has not taken over."""
    own = tuple(own)
    taken = {act.name for act in own}
    return (*own, *(act for act in others if act.name not in taken))


HELP = Act("app.help", ("f1", "question_mark"), N_("Help"))
LANGUAGE = Act("app.other_language", ("f3",), N_("Français"))
COMMANDS = Act("app.commands", ("ctrl+p",), N_("Commands"), shown=False)
QUIT = Act("app.quit", ("ctrl+q",), N_("Quit"), shown=False)
MASK = Act("app.mask", ("f4",), N_("Hide"), shown=False)
LOCK = Act("app.lock", ("f9",), N_("Lock"), shown=False)
NOTE = Act("note", ("m",), N_("Note"))
BUTTONS = Act("app.focus_next", ("tab",), N_("Buttons"))
PRESS = Act("press", ("enter",), N_("Press this button"))
SAVED = Act("app.saved", ("ctrl+s",), N_("Everything is saved already"), shown=False)

EVERYWHERE = (LANGUAGE, HELP, COMMANDS, QUIT, MASK, LOCK, SAVED)

DIGITS = (
    ("1", "ampersand"),
    ("2", "é"),
    ("3", "quotation_mark"),
    ("4", "apostrophe"),
    ("5", "left_parenthesis"),
    ("6", "minus"),
    ("7", "è"),
    ("8", "underscore"),
    ("9", "ç"),
    ("0", "à"),
)
"""The digit keys, and the same keys of a French keyboard without Shift."""
DIGIT_OF = {key: digit[0] for digit in DIGITS for key in digit}
