"""The one door through which words reach the screen."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from progpro_tui.core.clean import bounded, clean

LONGEST_LINE, LONGEST = 5_000, 50_000
"""Letters of what is one line, and of what has several: a screen holds a tenth of it."""
PER_CELL = 16
"""Letters looked at for each cell: some stand upon others, and take no cell."""


def safe(words: str, style: str = "", lines: bool = False) -> Content:
    """Words as ``Content``: cleaned, and never read as markup. What is endless is cut."""
    said = clean(bounded(words, LONGEST if lines else LONGEST_LINE), lines)
    return Content.styled(said, style) if style else Content(said)


def assembled(*parts: str | Content | tuple[str, str]) -> Content:
    """Pieces side by side: words, words with their style, or content; words are cleaned."""
    return Content("").join(
        part if isinstance(part, Content) else safe(*_styled(part), lines=True) for part in parts
    )


def _styled(part: str | tuple[str, str]) -> tuple[str, str]:
    return part if isinstance(part, tuple) else (part, "")


def show(widget: Static, content: Content) -> None:
    """Show content in a widget, where it is not there already.

    A widget of fixed size is painted anew without laying the whole screen out again: an answer key
    is to be felt at once.
    """
    before = widget.content
    if not (isinstance(before, Content) and before.is_same(content)):
        widget.update(content, layout=widget.styles.auto_dimensions)


def clipped(words: str, width: int) -> str:
    """Words within ``width`` cells, an ellipsis for what does not fit."""
    content = Content(clean(bounded(words, PER_CELL * (max(0, width) + 1))))
    if content.cell_length <= width:
        return content.plain
    return content.truncate(width, ellipsis=True).plain


def padded(words: str, width: int, right: bool = False) -> str:
    """Words in exactly ``width`` cells."""
    fitting = clipped(words, width)
    gap = " " * (width - Content(fitting).cell_length)
    return gap + fitting if right else fitting + gap


def signed(value: int) -> str:
    """A value on both sides of 0: a plus or a true minus before it, nothing before 0."""
    return f"{value:+}".replace("-", "\N{MINUS SIGN}") if value else "0"
