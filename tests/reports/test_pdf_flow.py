"""Where pages end: what stays together, what comes again, what never leaves the sheet."""

from __future__ import annotations

import io
import re

import pytest
from pypdf import PdfReader

from progpro_tui.core.document import (
    Block,
    Bullets,
    Callout,
    Choices,
    Column,
    Document,
    Facts,
    Heading,
    MarginBar,
    PageBreak,
    Paragraph,
    Part,
    Polygon,
    PolygonAxis,
    Table,
    WordBar,
    WordBars,
    Writing,
)
from progpro_tui.reports.pdf import write_pdf

FILLING = range(18, 46, 3)
"""Lines before what is tried: at every height of a page, its end included."""


def pages(*blocks: Block, voice: str = "counsellor") -> list[list[str]]:
    """The lines of each page, running title and footer left out."""
    part = Part(voice, ("Essai", "hier"), blocks)  # type: ignore[arg-type]
    document = Document("Essai", "en", "Cabinet Horizon", "2026-11-23", (part,))
    found = []
    for page in PdfReader(io.BytesIO(write_pdf(document))).pages:
        first, *kept, last = [line.strip() for line in page.extract_text().splitlines()]
        assert first == "Essai hier"
        assert last.startswith("Cabinet Horizon")
        found.append(kept)
    return found


def lines(count: int) -> list[Block]:
    return [Paragraph(f"line {place}") for place in range(count)]


@pytest.mark.parametrize("count", FILLING)
def test_a_heading_stays_with_what_follows(count: int) -> None:
    long = "word " * 120
    for page in pages(*lines(count), Heading(2, "Heading"), Paragraph(long)):
        if "Heading" in page:
            assert len(page) - page.index("Heading") >= 3


@pytest.mark.parametrize("count", FILLING)
def test_a_line_that_announces_stays_with_what_it_announces(count: int) -> None:
    for page in pages(*lines(count), Paragraph("These are:"), Bullets(("one", "two"))):
        if "These are:" in page:
            assert page[page.index("These are:") + 1] == "one"


@pytest.mark.parametrize("count", FILLING)
def test_no_paragraph_leaves_a_line_alone(count: int) -> None:
    found = pages(*lines(count), Paragraph("word " * 70))
    parts = [sum("word" in line for line in page) for page in found]
    assert all(part != 1 for part in parts)


def test_a_table_says_its_head_again_and_keeps_its_last_rows_together() -> None:
    columns = (Column("Direction", 80), Column("Mean", 40, "right"))
    for count in (60, 61, 62, 63, 64):
        rows = tuple((f"row {place}", "3.2") for place in range(count))
        found = pages(Heading(1, "Table"), Table(columns, rows), Paragraph("Explained.", "caption"))
        assert len(found) >= 2
        for page in found:
            rows_here = [line for line in page if line.startswith("row ")]
            assert sum(line.startswith("Direction") for line in page) == 1
            assert len(rows_here) >= 2
        assert found[-1][-1] == "Explained."
        said = [line.split()[1] for page in found for line in page if line.startswith("row ")]
        assert said == [str(place) for place in range(count)]


def test_sixty_scales_with_bars() -> None:
    columns = (Column("Scale", 60), Column("", 40), Column("Level", 30))
    rows = tuple((f"Scale {n}", MarginBar(n / 60, 0.02), "high") for n in range(60))
    bars = tuple(WordBar(f"Name {n}", n / 60, ("A sentence.",), "alt") for n in range(60))
    found = pages(Table(columns, rows), WordBars(("least", "middle", "most"), bars), voice="person")
    said = " ".join(line for page in found for line in page)
    assert all(f"Scale {n}" in said and f"Name {n}" in said for n in range(60))
    assert sum(any(line.startswith("least") for line in page) for page in found) > 3


def test_a_cell_longer_than_a_page_goes_on() -> None:
    words = " ".join(f"w{n}" for n in range(3_000))
    found = pages(Table((Column("One", 60), Column("Two", 60)), ((words, "x"),)))
    said = re.findall(r"w\d+", " ".join(line for page in found for line in page))
    assert said == words.split()


def test_a_callout_and_a_value_longer_than_a_page_go_on() -> None:
    words = " ".join(f"w{n}" for n in range(2_500))
    for block in (Callout("Title", words), Facts((("Label", words),)), Bullets((words,))):
        found = pages(block)
        assert len(found) > 1
        assert re.findall(r"w\d+", " ".join(line for page in found for line in page)) == words.split()


def test_a_page_heading_opens_a_page_or_follows_an_overflow() -> None:
    short = pages(Heading(1, "First"), Paragraph("short"), Heading(1, "Second"), Paragraph("short"))
    assert [page[0] for page in short] == ["First", "Second"]
    over = pages(Heading(1, "First"), *lines(36), Heading(1, "Second"), Paragraph("short"))
    assert len(over) == 2
    assert over[1].index("Second") > 0


def test_breaks_and_hand_work() -> None:
    found = pages(
        Heading(1, "One"),
        Choices(("Yes", "No")),
        Paragraph("What I would say:"),
        Writing(5, 10),
        Paragraph("You may write nothing."),
        PageBreak(),
        Paragraph("Two"),
        voice="person",
    )
    assert [page[-1] for page in found] == ["You may write nothing.", "Two"]


@pytest.mark.parametrize("count", [3, 5, 6, 8])
def test_polygons_of_any_number_of_axes(count: int) -> None:
    axes = tuple(PolygonAxis(f"{n}", f"Axis {n}", n / count) for n in range(count))
    (page,) = pages(Polygon(axes, 4, "A polygon."))
    assert sum(line.startswith("Axis") for line in page) == count


def test_words_wider_than_their_column_break_where_they_may() -> None:
    from progpro_tui.reports.pdf.lines import set_lines
    from progpro_tui.reports.pdf.sheet import COUNSELLOR

    style = COUNSELLOR["text"]
    broken = set_lines("aaaa-bbbb-cccc-dddd/eeee" * 8, style, 40)
    assert all(line.width <= 40 for line in broken)
    assert all(line.text[-1] in "-/e" for line in broken)
    assert all(line.glued for line in broken[:-1])
    held = set_lines("a\u00a0b\u00a0" * 40, style, 40)
    assert all(line.width <= 41 and line.text.endswith("\u00a0") for line in held[:-1])


def test_a_short_word_does_not_end_a_paragraph_alone() -> None:
    from progpro_tui.reports.pdf.lines import set_lines
    from progpro_tui.reports.pdf.sheet import COUNSELLOR

    for count in range(10, 60):
        found = set_lines(" ".join(["mot"] * count), COUNSELLOR["text"], 60)
        assert len(found) == 1 or len(found[-1].text.split()) > 1


def test_a_name_is_set_in_one_face() -> None:
    from progpro_tui.reports.pdf.faces import ATKINSON, FIRA
    from progpro_tui.reports.pdf.lines import set_lines
    from progpro_tui.reports.pdf.sheet import COUNSELLOR

    (name,) = set_lines("Élodie Bernard-Nguyễn", COUNSELLOR["text"], 200)
    assert name.runs == ((FIRA, "Élodie Bernard-Nguyễn"),)
    text = (
        "ce matin nous avons vu entrer ici sans bruit la dame Élodie Nguyễn Petit avec son chien noir"
    )
    (line,) = set_lines(text, COUNSELLOR["text"], 900)
    before, after = text.split("Élodie Nguyễn Petit")
    assert line.runs == ((ATKINSON, before), (FIRA, "Élodie Nguyễn Petit "), (ATKINSON, after.strip()))
