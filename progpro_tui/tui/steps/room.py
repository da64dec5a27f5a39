"""How much of the screen a step may take, so that what stands around it is seen too."""

from __future__ import annotations

from textual.geometry import Size

from progpro_tui.core.steps import Step
from progpro_tui.tui.steps.step_view import CALM, StepView

MARGINS = 6
"""Columns left free at both sides together."""

SHORT, TALL, SLIM, WIDE = 24, 32, 72, 120
"""The rows and columns at which the layout changes (``ProgproApp``'s breakpoints)."""

AROUND, AROUND_SHORT, AROUND_TALL = 7, 4, 9
"""Rows of head, progress, what was saved and the footer, with what lies between and a reserve."""


def space(view: StepView) -> Size:
    """Columns and rows for a step and all that belongs to it."""
    width, height = view.app.size
    columns = width - MARGINS
    if view.screen.has_class("-person"):
        columns = min(columns, view.WIDEST if view.BROAD else CALM)
    around = AROUND
    if height < SHORT:
        around = AROUND_SHORT
    elif is_roomy(view):
        around = AROUND_TALL
    return Size(max(1, columns), max(1, height - around))


def room(view: StepView, step: Step) -> Size:
    """Columns and rows for a step, the ways not to answer it taken off.

    They stand on one row below a free one; one below the other where the width is small.
    """
    columns, rows = space(view)
    ways = len(step.takes) if view.app.size.width < SLIM else 1
    return Size(columns, max(1, rows - ways - (not is_short(view))))


def is_short(view: StepView) -> bool:
    """Whether free rows are left out: large text has few."""
    return view.app.size.height < SHORT


def is_roomy(view: StepView) -> bool:
    """Whether answers may be boxes: large targets, where there is room."""
    width, height = view.app.size
    return height >= TALL and width >= WIDE
