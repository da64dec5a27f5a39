"""From the blocks that show findings to slabs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from progpro_tui.core.document import Block
from progpro_tui.core.figures import (
    Dumbbells,
    Exchange,
    LaidCards,
    QuadrantBoxes,
    RankedList,
    TimeLine,
    Web,
)
from progpro_tui.reports.pdf import sheet
from progpro_tui.reports.pdf.box_slab import box_slabs
from progpro_tui.reports.pdf.dumbbell_slab import dumbbell_slab
from progpro_tui.reports.pdf.laid_slab import laid_slab
from progpro_tui.reports.pdf.ranked_slabs import ranked_slabs
from progpro_tui.reports.pdf.sheet import WIDTH, Style
from progpro_tui.reports.pdf.slab import Slab
from progpro_tui.reports.pdf.text_slabs import Words, setting
from progpro_tui.reports.pdf.time_slab import TimeFigure
from progpro_tui.reports.pdf.web_slab import WebFigure


def figure_slabs(
    block: Block, styles: Mapping[str, Style], language: str, captioned: bool
) -> Sequence[Slab]:
    """The slabs of a block; ``captioned`` where a caption follows and stays with it."""
    caption = styles["caption"]
    match block:
        case RankedList():
            return ranked_slabs(block, styles, language)
        case QuadrantBoxes():
            return box_slabs(block, captioned)
        case Dumbbells():
            return [dumbbell_slab(block, caption, captioned)]
        case Web():
            return [WebFigure(web=block, names=caption, after=2.1, keep=captioned)]
        case TimeLine():
            return [_time_figure(block, caption, captioned)]
        case LaidCards():
            return [laid_slab(block, caption.but(ink=sheet.TEXT), captioned)]
        case Exchange():
            return _exchange(block, styles["text"])
        case _:
            raise TypeError(f"no slab is made of {type(block).__name__}")


def _time_figure(block: TimeLine, style: Style, captioned: bool) -> Slab:
    low, high = (setting(end, style, width=WIDTH).first(3) for end in block.ends)
    return TimeFigure(line=block, high=high, low=low, years=style, after=2.1, keep=captioned)


def _exchange(block: Exchange, style: Style) -> list[Slab]:
    """A question in bold, which holds its answer to itself."""
    asked = style.but(bold=True, after=0.6)
    given = style.but(ink=None if block.given else sheet.MUTED)
    slabs: list[Slab] = [
        Words(column=setting(block.question, asked), kind="H3", after=asked.after, keep=True)
    ]
    for place, words in enumerate(block.answer, 1):
        after = 4.2 if place == len(block.answer) else 1.6
        slabs.append(Words(column=setting(words, given), after=after))
    return slabs
