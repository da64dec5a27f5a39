"""Wheels, life lines and the points of a grid as rows of text, without a screen."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from progpro_tui.core.findings import Gap, Gaps
from progpro_tui.core.text import as_said
from progpro_tui.tui.steps.grid_plan import CellShown, Line, plan
from progpro_tui.tui.widgets.dumbbells import (
    FIGURES,
    dumbbell,
    figures,
    head,
    layout,
    track,
)
from progpro_tui.tui.widgets.life_line import Mark, Scale, life_line, places

OF = Gaps((), 0, 10, (as_said("mal"), as_said("bien")))


@pytest.mark.parametrize(
    ("today", "wished", "drawn", "said"),
    [
        (7, 9, "·······●─○·", " 7 → 9"),
        (9, 2, "··○──────●·", " 9 → 2"),
        (5, 5, "·····●·····", " 5 ="),
        (10, None, "··········●", "10"),
        (None, 0, "○··········", " – → 0"),
        (None, None, "···········", ""),
        (0, 10, "●─────────○", " 0 → 10"),
    ],
)
def test_two_points_on_a_track(today: int | None, wished: int | None, drawn: str, said: str) -> None:
    row = dumbbell(Gap("d", as_said("x"), today, wished), OF, "x")
    assert track(row.today, row.wished, 11) == drawn
    assert figures(row) == said


def test_the_reference_size_gives_every_value_the_same_number_of_cells() -> None:
    of = layout(["x" * 24], 72, 10)
    assert (of.name, of.track) == (24, 31)
    assert [of.value_at(of.start + 3 * value) for value in range(11)] == list(range(11))
    assert of.value_at(of.start - 1) is None
    assert of.value_at(of.start + of.track) is None
    words = head(of, (0, 10))
    assert [words.index(value) - of.start for value in ("0", "5", "10")] == [0, 15, 30]


@settings(max_examples=30)
@given(
    st.lists(st.tuples(st.text(max_size=40), st.integers(0, 7), st.integers(0, 7)), max_size=20),
    st.integers(24, 140),
)
def test_no_wheel_breaks_its_width(rows: list[tuple[str, int, int]], width: int) -> None:
    wheel = Gaps((), 0, 7, OF.ends)
    drawn = [dumbbell(Gap("d", as_said(n), a, b), wheel, n) for n, a, b in rows]
    of = layout([row.name for row in drawn], width, 7)
    assert cell_len(head(of, (0, 7))) <= width
    for row in drawn:
        assert len(track(row.today, row.wished, of.track)) == of.track
        assert of.start + of.track + FIGURES <= max(width, of.start + 2 + FIGURES)
        assert len(figures(row)) <= FIGURES - 3


MARKS = [Mark(1998, 5), Mark(2004, 1), Mark(2011, -5), Mark(2019, 0), Mark(2021, None), Mark(None, 2)]


def test_a_life_line_stands_as_drawn() -> None:
    assert life_line(MARKS, Scale(-5, 5, 5), 60, 2) == [
        " +5    ●                                                    ",
        "       │                                                  ● ",
        "  0  ──┴────────────●───────────────┬─────────●─────○─────┴─",
        "                                    │                       ",
        " −5                                 ●                       ",
        "     1998         2004            ▌2011     2019  2021    – ",
    ]


def test_each_height_has_its_row_and_each_moment_its_column() -> None:
    lines = life_line(MARKS, Scale(-5, 5, 11), 60, 2)
    xs = places([mark.year for mark in MARKS], 60)
    assert [lines[row][x] for row, x in zip((0, 4, 10, 5, 5, 3), xs, strict=True)] == [*"●●●●○●"]
    assert [lines[5][x] for x in xs] == [*"┴┴┬●○┴"]
    assert lines[-1][xs[0] - 2 : xs[0] + 2] == "1998"
    assert "▌2011" in lines[-1]
    assert lines[-1].rstrip().endswith("–")
    assert [line[:4].strip() for line in lines[:-1]] == ["+5", *[""] * 4, "0", *[""] * 4, "−5"]


@pytest.mark.parametrize("rows", [3, 5, 11])
def test_a_row_that_is_clicked_is_the_height_that_is_drawn_there(rows: int) -> None:
    scale = Scale(-5, 5, rows)
    assert [scale.row(scale.height(row)) for row in range(rows)] == list(range(rows))


years = st.lists(st.one_of(st.none(), st.integers(1900, 2100)), min_size=1, max_size=30)


@given(years, st.integers(20, 140), st.integers(3, 11))
def test_no_life_line_breaks_its_width(years: list[int | None], width: int, rows: int) -> None:
    rising = sorted(years, key=lambda year: (year is None, year or 0))
    marks = [Mark(year, None if n % 5 == 4 else n % 11 - 5) for n, year in enumerate(rising)]
    lines = life_line(marks, Scale(-5, 5, rows), width, len(marks) // 2)
    assert len(lines) == rows + 1
    assert {len(line) for line in lines} == {width}
    assert lines[-1].count("▌") == 1
    xs = places(rising, width)
    assert xs == sorted(xs)


CELLS = [
    CellShown("Niveau", ("1 Avec de l’aide", "2 Sans aide"), chosen=1, passed=True),
    CellShown("Goût", ("1 Pas du tout", "2 Beaucoup"), asked=True),
    CellShown("Envie", ("1 Garder", "2 Développer")),
]


def said(lines: list[Line | None]) -> list[str]:
    return ["" if line is None else line.name for line in lines]


def test_empty_lines_go_first_then_the_points_of_what_is_not_asked() -> None:
    assert said(plan(CELLS, 60, 5)) == ["Niveau", "", "Goût", "", "Envie"]
    assert said(plan(CELLS, 60, 4)) == ["Niveau", "Goût", "Envie"]
    assert said(plan(CELLS, 42, 8)) == ["Niveau", "", "", "Goût", "", "", "Envie", ""]
    brief = plan(CELLS, 42, 5)
    assert [line.words for line in brief if line and not line.asked] == ["(•) 2 Sans aide", "○"]


def test_long_labels_stand_one_a_line_and_wrap_below_themselves() -> None:
    cell = CellShown("Niveau", ("1 " + "mot " * 12, "2 court"), asked=True)
    lines = plan([cell], 40, 12)
    assert [[(p.place, p.head) for p in line.points] for line in lines if line] == [
        [(0, True)],
        [(0, False)],
        [(1, True)],
    ]


@given(
    st.lists(
        st.lists(st.text("ab é", min_size=1, max_size=80), min_size=1, max_size=20),
        min_size=1,
        max_size=8,
    ),
    st.integers(30, 100),
    st.integers(1, 20),
    st.integers(0, 19),
)
def test_no_grid_breaks_its_room_and_the_cursor_is_in_sight(
    cells: list[list[str]], width: int, height: int, cursor: int
) -> None:
    asked = len(cells) // 2
    shown = [CellShown(f"c{n}", tuple(cell), asked=n == asked) for n, cell in enumerate(cells)]
    lines = plan(shown, width, height, cursor)
    assert len(lines) <= height
    points = [point for line in lines if line for point in line.points]
    assert all(point.x + point.width <= width for point in points)
    if cursor < len(cells[asked]):
        assert any(p.place == cursor for line in lines if line and line.asked for p in line.points)
