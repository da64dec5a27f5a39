"""From the blocks of a document to slabs: which size, which width, what stays with what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from progpro_tui.core.document import (
    Block,
    Bullets,
    Callout,
    Choices,
    Facts,
    Heading,
    Headline,
    Paragraph,
    Part,
    Polygon,
    Table,
    WordBar,
    WordBars,
    Writing,
)
from progpro_tui.core.form_blocks import Asked, Labels
from progpro_tui.reports.pdf import sheet
from progpro_tui.reports.pdf.chart_slabs import Bar, Bars, CodeLine, PolygonFigure
from progpro_tui.reports.pdf.compose_figures import figure_slabs
from progpro_tui.reports.pdf.form_slabs import form_slab
from progpro_tui.reports.pdf.hand_slabs import Ruled, Ticks
from progpro_tui.reports.pdf.lines import width_of
from progpro_tui.reports.pdf.sheet import LEFT, RIGHT, TEXT_WIDTH, WIDTH, Style
from progpro_tui.reports.pdf.slab import Slab
from progpro_tui.reports.pdf.table_slab import table_slab
from progpro_tui.reports.pdf.text_slabs import Boxed, Fact, Item, ItemList, Words, setting
from progpro_tui.reports.typography import quoted

Styles = Mapping[str, Style]

INDENT, BETWEEN_ITEMS, BETWEEN_FACTS = 5.0, 1.0, 1.4
CODE_WORDS = 67.0
"""Where the words beside a code begin."""


def slabs(part: Part, language: str) -> list[Slab]:
    """The slabs of a part, in order."""
    styles = sheet.styles(part.voice)
    found: list[Slab] = []
    for place, block in enumerate(part.blocks):
        following = part.blocks[place + 1] if place + 1 < len(part.blocks) else None
        found += _slabs(block, styles, language, following)
    return found


def _slabs(block: Block, styles: Styles, language: str, following: Block | None) -> Sequence[Slab]:
    captioned = isinstance(following, Paragraph) and following.role == "caption"
    match block:
        case Heading():
            return [_heading(block)]
        case Paragraph():
            return [_paragraph(block, styles)]
        case Callout():
            return [_callout(block, styles)]
        case Bullets():
            return _bullets(block, styles, language)
        case Choices():
            return [
                Ticks(
                    options=block.options, style=styles["text"], after=styles["text"].after, keep=True
                )
            ]
        case Writing():
            return [Ruled(fewest=block.least, most=block.most, after=5, keep=following is not None)]
        case Facts():
            return _facts(block, styles)
        case WordBars():
            return [_bars(block, styles)] if block.rows else []
        case Headline():
            return [_headline(block, styles)]
        case Polygon():
            return [PolygonFigure(polygon=block, after=2.1, keep=captioned)]
        case Table():
            return [table_slab(block, styles["small" if block.small else "table"], captioned)]
        case Asked() | Labels():
            return [form_slab(block, styles)]
        case _:
            return figure_slabs(block, styles, language, captioned)


def _heading(block: Heading) -> Slab:
    style = sheet.HEADINGS[block.level]
    return Words(
        column=setting(block.words, style, width=WIDTH),
        kind=f"H{block.level}",
        outline=block.level - 1 if block.level < 3 else None,
        before=style.before,
        after=style.after,
        keep=True,
        opens=block.level == 1,
    )


def _paragraph(block: Paragraph, styles: Styles) -> Slab:
    style = styles[block.role]
    width = WIDTH if block.role == "caption" else TEXT_WIDTH
    keep = block.keep or block.words.endswith(":")
    return Words(column=setting(block.words, style, width=width), after=style.after, keep=keep)


def _callout(block: Callout, styles: Styles) -> Slab:
    style, x = styles["text"], LEFT + 5
    return Boxed(
        title=setting(block.title, style.but(bold=True), x, WIDTH - 10),
        words=setting(block.words, style, x, TEXT_WIDTH),
        before=3.2,
        after=4.2,
    )


def _bullets(block: Bullets, styles: Styles, language: str) -> list[Slab]:
    style, owner = styles["text"], ItemList()
    items: list[Slab] = []
    for place, words in enumerate(block.items):
        text = quoted(words, language) if block.quoted else words
        last = place == len(block.items) - 1
        column = setting(text, style, LEFT + INDENT, TEXT_WIDTH - INDENT)
        after = style.after if last else BETWEEN_ITEMS
        items.append(Item(column=column, owner=owner, after=after, keep=block.keep))
    return items


def _facts(block: Facts, styles: Styles) -> list[Slab]:
    style = styles["small" if block.small else "text"]
    width = min(TEXT_WIDTH, WIDTH - block.label_width)
    rows: list[Slab] = []
    for place, (label, value) in enumerate(block.rows):
        last = place == len(block.rows) - 1
        rows.append(
            Fact(
                label=setting(label, style.but(ink=sheet.MUTED), LEFT, block.label_width - 3.2),
                value=setting(value, style, LEFT + block.label_width, width),
                after=style.after if last else BETWEEN_FACTS,
            )
        )
    return rows


def _bars(block: WordBars, styles: Styles) -> Slab:
    bars = tuple(_bar(row, styles) for row in block.rows)
    return Bars(marks=block.marks, mark_style=styles["caption"], bars=bars, after=6)


def _bar(row: WordBar, styles: Styles) -> Bar:
    sentences = tuple(setting(sentence, styles["text"]) for sentence in row.sentences)
    return Bar(setting(row.name, styles["name"], width=WIDTH), row.share, sentences, row.alt)


def _headline(block: Headline, styles: Styles) -> Slab:
    x = max(CODE_WORDS, LEFT + width_of(block.code, sheet.CODE) + 6)
    if x > RIGHT - 70:
        x = LEFT
    words = setting(block.words, styles["text"], x, RIGHT - x)
    return CodeLine(code=setting(block.code, sheet.CODE, width=WIDTH), words=words, after=3.2)
