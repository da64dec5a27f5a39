"""What each finding says on the pages, in both voices, before anyone draws it."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest

from progpro_tui.core.document import Block, Bullets, Heading, Paragraph, Table, Voice
from progpro_tui.core.figures import (
    Dumbbells,
    LaidCards,
    QuadrantBoxes,
    RankedList,
    Squares,
    TimeLine,
    Web,
)
from progpro_tui.core.findings import Box, Entry, Finding, Gap, LifeLine, Ranking, Records, Shape
from progpro_tui.reports.findings.every import drawn, finding_blocks, in_full, opening
from progpro_tui.reports.typography import NBSP
from progpro_tui.reports.wording import Typesetter
from tests.reports import findings_samples as made
from tests.reports.samples import text

B = TypeVar("B")
VOICES: tuple[Voice, ...] = ("person", "counsellor")


def found(finding: Finding, voice: Voice = "counsellor", language: str = "en") -> tuple[Block, ...]:
    return finding_blocks(Typesetter(language), finding, voice, voice == "person")


def only(kind: type[B], blocks: tuple[Block, ...]) -> B:
    return next(block for block in blocks if isinstance(block, kind))


def said(blocks: tuple[Block, ...]) -> list[str]:
    return [block.words for block in blocks if isinstance(block, Paragraph)]


def test_a_ranking_has_places_lines_and_the_persons_words() -> None:
    blocks = found(made.RANKING)
    rows = only(RankedList, blocks).rows
    assert [row.place for row in rows] == ["1", f"2{NBSP}=", f"2{NBSP}="]
    assert rows[0].line == "To be of some use."
    assert [(note.sign, note.mark, note.said) for note in rows[0].notes] == [
        ("full", "there", "Quand je forme les nouveaux."),
        ("arrow", "next", "Demander un jour par semaine."),
    ]
    assert rows[2].notes == ()
    assert said(blocks) == [
        "= tied: marked as equal, and the duel was passed.",
        "Kept as well: Creating, Team.",
    ]


def test_the_person_reads_plain_words() -> None:
    assert only(RankedList, found(made.RANKING, "person")).rows[0].name == "Helping"
    assert only(RankedList, found(made.RANKING, "person", "fr")).rows[0].name == "Aider"


def test_four_boxes_show_the_first_and_count_all() -> None:
    blocks = found(made.quadrants())
    rows = only(QuadrantBoxes, blocks).rows
    assert [box.count for row in rows for box in row] == [14, 2, 1, 0]
    assert [box.filling for row in rows for box in row] == ["solid", "hatched", "lined", "none"]
    first = rows[0][0]
    assert len(first.items) == 12
    assert first.more == "… and 2 others, in the list below"
    assert rows[0][1].more == ""
    assert said(blocks) == ["3 lines without an answer are in no box.", "To learn: wish 0"]


def test_four_boxes_in_words() -> None:
    first, second = only(QuadrantBoxes, found(made.quadrants())).alts
    assert first == (
        "Four boxes. I can and want to: 14 skills, among them Keep a budget and skill 0. "
        "I want to: wish 0 and wish 1."
    )
    assert second == "I can: tired 0. Aside: none."


def test_long_names_leave_room_for_fewer() -> None:
    long = tuple(Entry(f"x{n}", text("m " * 50, "word " * 20)) for n in range(12))
    wide = made.quadrants()
    box = Box("both", wide.both.name, long)
    rows = only(QuadrantBoxes, found(replace(wide, both=box))).rows
    assert 1 <= len(rows[0][0].items) < 6
    assert rows[0][0].count == 12


@pytest.mark.parametrize("voice", VOICES)
def test_the_whole_list_holds_everything(voice: Voice) -> None:
    blocks = in_full(Typesetter("en"), made.profile(made.quadrants()), voice)
    tables = [block for block in blocks if isinstance(block, Table)]
    assert [len(table.rows) for table in tables][:3] == [14, 2, 1]
    assert tables[0].rows[0] == ("Keep a budget", "alone · “Au club.”")
    headings = [block.words for block in blocks if isinstance(block, Heading)]
    assert headings[:2] == ["The whole list, box by box", "I can and want to"]
    # What is to be learned stands here for the person, beside the boxes for the counsellor.
    assert ("To learn" in headings) == (voice == "person")


def test_without_levels_the_list_is_bare() -> None:
    bare = replace(made.quadrants(), both=Box("both", text("Je sais", "I can"), made.skills(3)))
    blocks = in_full(Typesetter("en"), made.profile(bare), "counsellor")
    assert only(Bullets, blocks).items == ("skill 0", "skill 1", "skill 2")


def test_a_wheel_has_two_points_a_row_and_two_lines() -> None:
    blocks = found(made.GAPS, "person", "fr")
    rows = only(Dumbbells, blocks).rows
    assert [(row.today, row.wished) for row in rows] == [
        (0.7, 0.9),
        (0.4, 0.4),
        (0.5, None),
        (0.8, 0.3),
    ]
    assert [row.figures for row in rows] == [("7", "9"), ("4", "4"), ("5", "–"), ("8", "3")]
    assert [bool(row.same) for row in rows] == [False, True, False, False]
    web = only(Web, blocks)
    assert web.today == (0.7, 0.4, 0.5, 0.8)
    assert web.wished == (0.9, 0.4, None, 0.3)


def test_a_wheel_in_words() -> None:
    blocks = found(made.GAPS)
    assert only(Dumbbells, blocks).ends == ("0: nothing is right", "10: all is well")
    assert only(Dumbbells, blocks).alt == (
        "4 areas, 0 to 10, today then wished. Content: 7, 9; Atmosphere: 4, 4; Pay: 5, –; Hours: 8, 3."
    )
    assert only(Web, blocks).alt == "The same areas as a web."


@pytest.mark.parametrize(("count", "webs"), [(2, 0), (3, 1), (12, 1), (13, 0)])
def test_a_web_has_three_to_twelve_axes(count: int, webs: int) -> None:
    rows = tuple(Gap(f"d{n}", text("d", "d"), 3, 4) for n in range(count))
    blocks = found(replace(made.GAPS, rows=rows))
    assert sum(isinstance(block, Web) for block in blocks) == webs


def test_a_life_line_draws_what_has_a_year_and_tells_the_rest() -> None:
    blocks = found(made.LINE, "person")
    line = only(TimeLine, blocks)
    assert [(point.number, point.year, point.height) for point in line.points] == [
        (1, 1998, 3), (2, 2011, -5), (3, 2012, None),
    ]  # fmt: skip
    assert line.ends == ("very hard", "very good")
    assert line.alt == (
        "Life line from 1998 to 2012, 3 moments. 1998, high: Premier emploi; 2011, low: Fermeture; "
        "2012, no height: Formation."
    )
    rows = only(Table, blocks).rows
    assert rows[0] == ("1", "1998", "Premier emploi", "Tenir un rythme.")
    assert rows[3] == ("4", "", "Un remplacement", "")
    assert "Empty ring" in said(blocks)[0]


def test_a_portfolio_is_one_table_with_level_squares() -> None:
    table = only(Table, found(made.RECORDS))
    assert [column.head for column in table.columns] == [
        "Skill", "Where, when, what", "What shows it", "Level",
    ]  # fmt: skip
    where = f"Aider un proche{NBSP}· Care{NBSP}· depuis 2020{NBSP}· Préparer les rendez-vous"
    assert table.rows[0] == ("Tenir un agenda", where, "Le cahier", Squares(3, 4, "on new ground"))
    assert table.rows[1] == ("Compter une caisse", "La buvette", "", "")


def test_a_q_sort_has_values_for_the_counsellor_alone() -> None:
    counsellor, person = (only(LaidCards, found(made.SHAPE, voice)) for voice in VOICES[::-1])
    assert [column.value for column in counsellor.columns] == ["−1", "0", "+1"]
    assert {column.value for column in person.columns} == {""}
    assert counsellor.alt.replace(NBSP, " ") == (
        "4 cards, from “most important” to “least important”. +1: card 0 of 1. "
        "0: card 0 of 0, card 1 of 0. −1: card 0 of −1."
    )
    assert "+1" not in person.alt


EMPTY: tuple[Finding, ...] = (
    Ranking(()),
    made.quadrants(1, 0, 0, 0),
    replace(made.GAPS, rows=tuple(replace(r, today=None, wished=None) for r in made.GAPS.rows)),
    LifeLine((), -5, 5, made.LINE.ends),
    LifeLine((made.LINE.moments[-1],), -5, 5, made.LINE.ends),
    Records((), 4),
    Shape((), made.SHAPE.ends),
)  # fmt: skip


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("finding", EMPTY, ids=lambda finding: type(finding).__name__)
def test_nobody_said_anything(finding: Finding, voice: Voice) -> None:
    for language in ("fr", "en"):
        assert found(finding, voice, language)
        assert opening(Typesetter(language), finding)


def test_a_profile_may_hold_several_findings() -> None:
    blocks = drawn(Typesetter("en"), made.profile(made.RANKING, made.GAPS), "counsellor")
    assert only(RankedList, blocks)
    assert only(Dumbbells, blocks)
