"""A profile in lines: every block says in words what it draws on paper."""

from __future__ import annotations

import io
from typing import Any, get_args

import pytest

from progpro_tui.core.document import (
    Block,
    Bullets,
    Callout,
    Choices,
    Column,
    Cover,
    Facts,
    Heading,
    Headline,
    MarginBar,
    PageBreak,
    Paragraph,
    Polygon,
    PolygonAxis,
    Table,
    WordBar,
    WordBars,
    Writing,
)
from progpro_tui.core.figures import (
    Dumbbell,
    Dumbbells,
    Exchange,
    Figure,
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
from progpro_tui.core.form_blocks import Asked, Labels
from progpro_tui.linear.blocks import lines_of
from progpro_tui.linear.page import COLUMNS, Page
from progpro_tui.linear.pages import tell_profile
from progpro_tui.reports.wording import Typesetter
from tests.linear.conversing import check_said, golden, shelf
from tests.linear.test_every_kind import KINDS, by_lines

BOX = QuadrantBox("I can and want", ("Cook", "Drive"), 3, "solid", "… and 1 other")
EMPTY = QuadrantBox("Leave aside", (), 0, "none")

SAID: list[tuple[Block, list[str]]] = [
    (Cover("Practice", "Title", "Subtitle", (("For", "Amina"),), "Yours."), []),
    (PageBreak(), []),
    (Writing(), []),
    (Asked("1", "A question of a form?"), []),
    (Labels(("Date:",)), []),
    (Heading(2, "Reading"), ["Reading"]),
    (Paragraph("Words."), ["Words."]),
    (Callout("Not said", "Much."), ["Not said", "Much."]),
    (Bullets(("one", "two"), quoted=True), ["- “one”", "- “two”"]),
    (Choices(("Yes", "No")), ["- Yes", "- No"]),
    (Facts((("Version", "1.0.0"),)), ["Version: 1.0.0"]),
    (Headline("S(AE)", "Social first."), ["S(AE): Social first."]),
    (
        WordBars(
            ("Not at all", "In between", "Very much"),
            (
                WordBar("Helping", 0.9, ("You like it.",), "Helping: very much."),
                WordBar("Making", None, ("Not enough.",), "Making. Not enough."),
            ),
        ),
        ["Helping: very much.", "You like it.", "Making. Not enough."],
    ),
    (Polygon((PolygonAxis("R", "Realistic", 0.5),), 4, "A hexagon."), ["A hexagon."]),
    (
        Table(
            (Column("Scale", 10), Column("Mean", 10), Column("", 40), Column("Level", 10)),
            (("S Social", "4.6", MarginBar(0.9, 0.1), Squares(3, 4, "alone")), ("R", "–", "", "")),
        ),
        ["- Scale: S Social; Mean: 4.6; Level: alone", "- Scale: R; Mean: none"],
    ),
    (
        RankedList(
            (
                RankedRow("1", "Team", "Work with others", (RankedNote("full", "there", "Daily."),)),
                RankedRow("2\u00a0=", "Pay"),
            )
        ),
        ["1: Team", "Work with others", "- there: “Daily.”", "2, tied: Pay"],
    ),
    (
        QuadrantBoxes(((BOX, EMPTY),), ("alt",)),
        [
            "I can and want: 3",
            "- Cook",
            "- Drive",
            "… and 1 other",
            "Leave aside: 0",
        ],
    ),
    (
        Dumbbells((Dumbbell("Hours", 0.3, None, ("3", "–")),), ("0: bad", "10: good"), "alt"),
        ["0: bad", "10: good", "- Hours: today 3, wished no answer."],
    ),
    (Web(("Hours",), (0.3,), (0.7,), "alt"), []),
    (TimeLine((TimePoint(1, 1998, 2),), 5, ("low", "high"), "A life line."), ["A life line."]),
    (
        LaidCards((LaidColumn("−1", ("Pay",)), LaidColumn("+1", ())), ("least", "most"), "alt"),
        ["From “most” to “least”, one column after the other:", "- +1: none", "- −1: Pay"],
    ),
    (Exchange("Why?", ("“Because.”", "“Yes.”")), ["Why?", "“Because.”", "“Yes.”"]),
]


@pytest.mark.parametrize(("block", "said"), SAID, ids=[type(block).__name__ for block, _ in SAID])
def test_a_block_in_lines(block: Block, said: list[str]) -> None:
    lines = lines_of(block, Typesetter("en"))
    assert [f"{line.mark}{line.words}" for line in lines if line.words] == said


def test_no_block_is_forgotten() -> None:
    known = {type(block) for block, _ in SAID}
    assert {*get_args(Block), *get_args(Figure)} - known == set()


def test_a_block_of_a_kind_that_is_not_known_says_its_alternative_text() -> None:
    class Dial:
        alt = "A dial at three."

    dial: Any = Dial()
    assert [line.words for line in lines_of(dial, Typesetter("en"))] == ["A dial at three."]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("voice", ["person", "counsellor"])
def test_the_profile_of_each_kind_is_said_in_both_voices(kind: str, voice: Any) -> None:
    instrument = golden(kind)
    profile = by_lines(instrument, 1).ended.profile
    assert profile is not None
    for language in ("fr", "en"):
        out = io.StringIO()
        tell_profile(Page(out), profile, instrument, language, voice)
        check_said([out.getvalue()])
        assert len(out.getvalue().splitlines()) > 5


def test_the_persons_view_has_bars_in_words_and_nothing_for_paper() -> None:
    instrument = shelf().find("interests-short")
    profile = by_lines(instrument, 1).ended.profile
    assert profile is not None
    out = io.StringIO()
    tell_profile(Page(out), profile, instrument, "en", "person")
    said = out.getvalue()
    assert "\n\nDoes this sound like you?\n" in said
    assert "- Yes" not in said  # nobody reads an answer any more
    assert "\nYes, in part or no: say it to whom you like." in said
    assert "You may write nothing" not in said
    assert "What I would say otherwise" not in said  # there is nowhere to write
    assert not any(glyph in said for glyph in "■□●○▌│─()")


def test_lines_break_at_spaces_and_what_holds_together_stays_together() -> None:
    out = io.StringIO()
    Page(out).say("mot " * 19 + "prêt\u00a0ici\u00a0? Oui\u202f! " + "x" * 200 + "\x1b[2J\r", "- ")
    lines = out.getvalue().splitlines()
    assert all(len(line) <= COLUMNS for line in lines)
    assert lines[1].startswith("  prêt\u00a0ici\u00a0? Oui\u00a0!")
    assert "\x1b" not in out.getvalue()
    assert "\r" not in out.getvalue()
