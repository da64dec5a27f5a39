"""The blocks of findings in cells, row by row."""

from __future__ import annotations

import pytest
from textual.content import Content

from progpro_tui.core.document import Block, Column, Paragraph, Table
from progpro_tui.core.figures import (
    Dumbbell,
    Dumbbells,
    Exchange,
    LaidCards,
    LaidColumn,
    QuadrantBox,
    QuadrantBoxes,
    RankedList,
    RankedNote,
    RankedRow,
    Squares,
    TimeLine,
    TimePoint,
    Web,
)
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.blocks.time_line import time_places, time_row
from progpro_tui.tui.widgets.dumbbells import track
from progpro_tui.tui.widgets.pages import Room, shown

NBSP = "\N{NO-BREAK SPACE}"


def rows(
    *blocks: Block, width: int = 70, reach: int = 5, most: int = 12, lines: bool = True
) -> list[str]:
    """The rows of blocks, none wider than its room."""
    content = Content("\n").join(shown(blocks, Room(Translator("en"), width, reach, most, lines)))
    found = [line.rstrip(" ") for line in content.plain.split("\n")]
    assert all(Content(line).cell_length <= width for line in found)
    return found


def test_a_ranking_has_place_name_mark_and_words() -> None:
    notes = (RankedNote("full", "there", "At the club."), RankedNote("empty", "missing", "At work."))
    first = RankedRow("1", "Being useful", "Of some use.", notes)
    block = RankedList((first, RankedRow(f"2{NBSP}=", "Fairness")))
    assert rows(block) == [
        "1   Being useful  ● there    “At the club.”",
        "    Of some use.  ○ missing  “At work.”",
        "",
        f"2{NBSP}= Fairness                 –",
    ]
    assert rows(block, lines=False)[1] == "                  ○ missing  “At work.”"


def test_long_words_wrap_below_themselves() -> None:
    row = RankedRow("1", "word " * 12, "", (RankedNote("arrow", "next", "said " * 40),))
    found = rows(RankedList((row,)), width=60)
    assert found[0].startswith("1   word word word word")
    assert sum("said" in line for line in found) > 4


def test_four_boxes_stand_two_and_two() -> None:
    def box(title: str, count: int) -> QuadrantBox:
        return QuadrantBox(title, tuple(f"{title} {n}" for n in range(min(count, 12))), count, "solid")

    upper, lower = (box("Can", 14), box("Want", 1)), (box("Tired", 0), box("Aside", 2))
    assert rows(QuadrantBoxes((upper, lower), ("", "")), width=48, most=2) == [
        "── Can ───────────── 14  ── Want ───────────── 1",
        "   Can 0                    Want 0",
        "   Can 1",
        "   … 12 others",
        "",
        "── Tired ──────────── 0  ── Aside ──────────── 2",
        "                            Aside 0",
        "                            Aside 1",
    ]


def test_a_long_title_gives_up_its_rule_then_its_end() -> None:
    box = QuadrantBox("I can and I would rather do", (), 3, "none")
    head = rows(QuadrantBoxes(((box, box),), ("",)), width=64)[0]
    assert head.startswith("I can and I would rather do ─ 3")
    assert "…" in rows(QuadrantBoxes(((box, box),), ("",)), width=40)[0]


def test_dumbbells() -> None:
    block = Dumbbells(
        (
            Dumbbell("Content", 0.7, 0.9, ("7", "9")),
            Dumbbell("Atmosphere", 0.4, 0.4, ("4", "4"), "the same"),
            Dumbbell("Pay", 0.5, None, ("5", "–")),
            Dumbbell("Hours", 1.0, 0.0, ("10", "0")),
        ),
        ("0: nothing", "10: all"),
        "",
        ("today", "wished"),
    )
    # The track is 70 − 10 (names) − 9 (figures) − 4 (gaps) = 47 cells long: 0.7 is cell 32.
    assert rows(block) == [
        "Content     " + "·" * 32 + "●" + "─" * 8 + "○" + "·" * 5 + "   7 → 9",
        "Atmosphere  " + "·" * 18 + "●" + "·" * 28 + "   4 =",
        "Pay         " + "·" * 23 + "●" + "·" * 23 + "   5",
        "Hours       " + "○" + "─" * 45 + "●" + "  10 → 0",
        "",
        "● today   ○ wished     0: nothing   10: all",
    ]


@pytest.mark.parametrize(
    ("today", "wished", "drawn"),
    [
        (0.0, 1.0, "●─────────○"),
        (0.5, 0.6, "·····●○····"),
        (None, 0.3, "···○·······"),
        (None, None, "···········"),
    ],
)
def test_a_track(today: float | None, wished: float | None, drawn: str) -> None:
    assert track(today, wished, 11) == drawn


def test_the_web_is_for_paper() -> None:
    assert rows(Web(("a",), (0.5,), (0.5,), "alt"), Paragraph("Full line", "caption")) == [""]
    drawn = TimeLine((TimePoint(1, 2011, 3),), 5, ("low", "high"), "")
    assert "Full line" not in rows(drawn, Paragraph("Full line", "caption"))


POINTS = (
    TimePoint(1, 2000, 5),
    TimePoint(2, 2010, -3),
    TimePoint(3, 2010, None),
    TimePoint(4, 2020, 1),
)


def test_a_life_line() -> None:
    assert rows(TimeLine(POINTS, 5, ("very hard", "very good"), ""), width=30, reach=2) == [
        "very good",
        "  ●",
        "  │                        ●",
        "──┴─────────┬────○─────────┴──",
        "            ●",
        "",
        "very hard",
        " 2000      2010           2020",
    ]


def test_moments_stand_apart_and_keep_their_side() -> None:
    # From cell 2 to 27; the two of 2010 part by two and a half on each side of 14.5.
    assert time_places(TimeLine(POINTS, 5, ("", ""), ""), 30) == [2, 12, 17, 27]
    assert [time_row(point, 5, 5) for point in POINTS] == [0, 8, 5, 4]
    # Never rounded to the line: what was a little low does not look even.
    assert time_row(TimePoint(1, 2000, -1), 5, 2) == 3
    assert time_row(TimePoint(1, 2000, 0), 5, 2) == 2


def test_years_that_crowd_take_another_row() -> None:
    crowded = tuple(TimePoint(n, 2000 + n, 1) for n in range(14))
    found = rows(TimeLine(crowded, 5, ("low", "high"), ""), width=40, reach=2)
    assert sum("20" in line for line in found) == 2
    assert all(str(2000 + n) in "\n".join(found) for n in range(14))


COLUMNS = tuple(
    LaidColumn(value, tuple(f"card {n}" for n in range(places)))
    for value, places in (("−1", 1), ("0", 3), ("+1", 1))
)


def test_a_q_sort_lies_on_its_side_where_it_is_narrow() -> None:
    block = LaidCards(COLUMNS, ("least", "most"), "")
    assert rows(block, width=38) == [
        "    most",
        "+1  card 0",
        f" 0  card 0{NBSP}· card 1{NBSP}· card 2",
        "−1  card 0",
        "    least",
    ]


def test_a_q_sort_stands_upright_where_it_is_wide() -> None:
    found = rows(LaidCards(COLUMNS, ("least", "most"), ""), width=41)
    assert found[0] == "← least                            most →"
    assert found[1] == "−1            0             +1"
    assert found[3] == "card 0        card 0        card 0"
    assert found[-1].strip() == "card 2"


def test_without_figures_a_q_sort_has_no_values() -> None:
    block = LaidCards(tuple(LaidColumn("", column.cards) for column in COLUMNS), ("least", "most"), "")
    assert not any(letter in "+−" for line in rows(block, width=38) for letter in line)


def test_a_table_wraps_and_shows_levels_as_squares() -> None:
    columns = (Column("Skill", 38, bold=True), Column("Where", 56), Column("Level", 33))
    long = "at the snack bar of the club, every second Sunday, since the year before last"
    table = Table(columns, (("Count a till", long, Squares(3, 4, "alone")), ("Plan", "", "")))
    found = rows(table, width=50)
    assert found[0].split() == ["Skill", "Where", "Level"]
    assert "■■■□" in found[1]
    assert "…" not in "".join(found)
    assert " ".join(" ".join(found).split()).count("before") == 1


def test_a_question_stands_above_its_answer() -> None:
    block = Exchange("What brings you?", ("“Changing trade.", "Staying here.”"))
    assert rows(block) == ["What brings you?", "  “Changing trade.", "  Staying here.”"]


@pytest.mark.parametrize("words", ["", "x" * 300, "\x1b[31m", "mot " * 90, "[/red]"])
def test_hostile_words_stay_in_their_room(words: str) -> None:
    note = RankedNote("full", words, words)
    box = QuadrantBox(words, (words, words), 9, "solid")
    table = Table((Column(words, 9), Column("b", 9)), ((words, Squares(1, 4, words)),))
    for block in (
        RankedList((RankedRow("1", words, words, (note,)),)),
        QuadrantBoxes(((box, box),), (words,)),
        Dumbbells((Dumbbell(words, 0.1, 0.2, ("1", "2")),), ("0", "10"), ""),
        TimeLine(POINTS, 5, ("low", "high"), words),
        LaidCards((LaidColumn("0", (words, words)),), ("low", "high"), words),
        Exchange(words, (words,)),
        table,
    ):
        assert not any("\x1b" in line for line in rows(block))
