"""Four boxes in cells, two and two."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual.content import Content

from progpro_tui.core.clean import clean
from progpro_tui.core.figures import QuadrantBox, QuadrantBoxes
from progpro_tui.tui.blocks.rows import rows_of
from progpro_tui.tui.safe import clipped, padded, safe

GAP, INDENT = 2, "   "


def box_rows(
    block: QuadrantBoxes, width: int, most: int, others: Callable[[int], str]
) -> Iterator[Content]:
    """``most`` things a box; ``others`` says how many more there are."""
    half = (width - GAP) // 2
    for place, (one, other) in enumerate(block.rows):
        if place:
            yield Content("")
        yield safe(f"{_head(one, half)}{' ' * GAP}{_head(other, half)}", "bold")
        left, right = (_things(box, half, most, others) for box in (one, other))
        for row in range(max(len(left), len(right), 1)):
            words = [side[row] if row < len(side) else "" for side in (left, right)]
            yield safe(f"{padded(words[0], half)}{' ' * GAP}{words[1]}".rstrip(" "))


def _head(box: QuadrantBox, width: int) -> str:
    """« ── Title ───────── 12 »; a long title stands without the rule before it."""
    count, title = str(box.count), clean(box.title)
    before = "── " if len(title) + len(count) + 6 <= width else ""
    title = clipped(title, width - len(count) - 3)
    rule = "─" * (width - len(before) - Content(title).cell_length - len(count) - 2)
    return f"{before}{title} {rule} {count}"


def _things(box: QuadrantBox, width: int, most: int, others: Callable[[int], str]) -> list[str]:
    shown = box.items[:most]
    rows = [row for item in shown for row in rows_of(item, width, f"{INDENT}  ", INDENT)]
    left = box.count - len(shown)
    if left:
        rows.append(f"{INDENT}{others(left)}")
    return rows
