"""Colour roles. Two surfaces, two inks, one boundary, one accent, one second hue, three signals.

The contrast of every pair was computed after WCAG; nothing else has a colour.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.theme import Theme

from progpro_tui.core.text import N_


@dataclass(frozen=True)
class Roles:
    """The colours of one theme by what they are for."""

    name: str
    dark: bool
    background: str
    surface: str
    text: str
    muted: str
    line: str
    accent: str
    on_accent: str
    second: str
    success: str
    warning: str
    error: str

    def variables(self) -> dict[str, str]:
        """Our own variables, and those whose tints Textual would derive outside the contrast table."""
        return {
            "line": self.line,
            "muted": self.muted,
            "second": self.second,
            "on-accent": self.on_accent,
            "text-muted": self.muted,
            "foreground-muted": self.muted,
            "border": self.line,
            "border-blurred": self.line,
            "block-cursor-background": self.accent,
            "block-cursor-foreground": self.on_accent,
            "block-cursor-text-style": "bold",
            "input-cursor-background": self.text,
            "input-cursor-foreground": self.background,
            "input-selection-background": self.surface,
            "scrollbar": self.line,
            "scrollbar-hover": self.accent,
            "scrollbar-active": self.accent,
            "scrollbar-background": self.background,
            "scrollbar-background-hover": self.background,
            "scrollbar-background-active": self.background,
            "scrollbar-corner-color": self.background,
        }

    def theme(self) -> Theme:
        """The theme as Textual wants it."""
        return Theme(
            self.name,
            primary=self.accent,
            secondary=self.second,
            accent=self.accent,
            foreground=self.text,
            background=self.background,
            surface=self.surface,
            panel=self.surface,
            boost=self.surface,
            success=self.success,
            warning=self.warning,
            error=self.error,
            dark=self.dark,
            text_alpha=1.0,
            variables=self.variables(),
        )


ROLES = (
    Roles(
        "papier",
        dark=False,
        background="#FBFAF7",
        surface="#EEEDEA",
        text="#1F2328",
        muted="#565C64",
        line="#7A7F86",
        accent="#1B5A9E",
        on_accent="#FFFFFF",
        second="#6A2A8C",
        success="#1F6B3B",
        warning="#855400",
        error="#A5281F",
    ),
    Roles(
        "nuit",
        dark=True,
        background="#16191D",
        surface="#252A30",
        text="#E8E5DE",
        muted="#A9B0B9",
        line="#727C88",
        accent="#85B7F2",
        on_accent="#0E1318",
        second="#CDA4EA",
        success="#82C995",
        warning="#E5B94E",
        error="#F4978E",
    ),
    Roles(
        "contraste",
        dark=True,
        background="#000000",
        surface="#000000",
        text="#FFFFFF",
        muted="#FFFFFF",
        line="#FFFFFF",
        accent="#FFE14D",
        on_accent="#000000",
        second="#6FE3FF",
        success="#7CFC9A",
        warning="#FFC266",
        error="#FF9B94",
    ),
)
THEMES = tuple(roles.theme() for roles in ROLES)
DEFAULT = "nuit"
WORDS = {
    "papier": N_("Light colours"),
    "nuit": N_("Dark colours"),
    "contraste": N_("High contrast"),
}
VARIABLES = ROLES[1].variables()
"""Values of our own variables before a theme is known: style sheets are read that early."""
