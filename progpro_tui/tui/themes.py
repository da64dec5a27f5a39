"""Colour roles. Two surfaces, two inks, one boundary, one accent, one second hue, three signals.

The contrast of every pair was computed after WCAG; nothing else has a colour.
"""

from __future__ import annotations

from textual.theme import Theme

from progpro_tui.core.text import N_


def _theme(
    name: str,
    *,
    dark: bool,
    background: str,
    surface: str,
    text: str,
    muted: str,
    line: str,
    accent: str,
    on_accent: str,
    second: str,
    signals: tuple[str, str, str],
) -> Theme:
    success, warning, error = signals
    return Theme(
        name,
        primary=accent,
        secondary=second,
        accent=accent,
        foreground=text,
        background=background,
        surface=surface,
        panel=surface,
        boost=surface,
        success=success,
        warning=warning,
        error=error,
        dark=dark,
        text_alpha=1.0,
        variables={
            "line": line,
            "muted": muted,
            "second": second,
            "on-accent": on_accent,
            # Else Textual derives tints of its own, outside the contrast table.
            "text-muted": muted,
            "foreground-muted": muted,
            "border": line,
            "border-blurred": line,
            "block-cursor-background": accent,
            "block-cursor-foreground": on_accent,
            "block-cursor-text-style": "bold",
            "input-cursor-background": text,
            "input-cursor-foreground": background,
            "input-selection-background": surface,
            "scrollbar": line,
            "scrollbar-hover": accent,
            "scrollbar-active": accent,
            "scrollbar-background": background,
            "scrollbar-background-hover": background,
            "scrollbar-background-active": background,
            "scrollbar-corner-color": background,
        },
    )


THEMES = (
    _theme(
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
        signals=("#1F6B3B", "#855400", "#A5281F"),
    ),
    _theme(
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
        signals=("#82C995", "#E5B94E", "#F4978E"),
    ),
    _theme(
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
        signals=("#7CFC9A", "#FFC266", "#FF9B94"),
    ),
)
DEFAULT = "nuit"
WORDS = {
    "papier": N_("Light colours"),
    "nuit": N_("Dark colours"),
    "contraste": N_("High contrast"),
}
VARIABLES = THEMES[1].variables
"""Values of our own variables before a theme is known: style sheets are read that early."""
