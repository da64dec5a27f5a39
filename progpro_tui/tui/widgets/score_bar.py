"""A score as a row of cells."""

from __future__ import annotations

from progpro_tui.reports.charts import margin

SOLID, MARGIN, EMPTY = "■", "□", "·"


def score_bar(share: float, half_width: float, width: int) -> str:
    """A bar of ``width`` cells: solid up to the value, open where half the tie width fills a cell."""
    value = round(share * width)
    if half_width * width < 1:
        return SOLID * value + EMPTY * (width - value)
    solid_end, _, end = margin(share, half_width)
    solid, end_cell = round(solid_end * width), round(end * width)
    return SOLID * solid + MARGIN * (end_cell - solid) + EMPTY * (width - end_cell)
