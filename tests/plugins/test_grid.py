"""A grid of skills: what makes a row strong and wanted, and whose words are asked."""

from __future__ import annotations

from collections.abc import Mapping

from progpro_grid.grid import SkillsGrid
from progpro_grid.settings import GridSettings
from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.findings import Quadrants
from progpro_tui.core.profile import Profile
from progpro_tui.core.run import Run
from tests.kinds import golden, profile_of, run_of

GRID = golden("grid")


def row(level: int, taste: Answer, wish: Answer, evidence: int = 1) -> dict[str, Answer]:
    return {"level": level, "taste": taste, "evidence": evidence, "wish": wish}


def answered(rows: Mapping[str, Mapping[str, Answer]]) -> Profile:
    cells = {f"{name}:{column}": a for name, cells in rows.items() for column, a in cells.items()}
    return profile_of(GRID, cells)


def test_the_cut_offs_of_the_file() -> None:
    """Strong from level 3, wanted from wish 2; a liking counts only where there is no wish."""
    facts = answered(
        {
            "s01": row(3, 1, 2),
            "s02": row(3, 4, 1),
            "s03": row(2, 1, 3),
            "s04": row(2, 4, 1),
            "s05": row(4, 3, Missing.SKIPPED),
            "s06": row(1, 2, Missing.DECLINED),
        }
    ).facts
    assert facts["both"] == ["s01", "s05"]
    assert facts["strong"] == ["s02"]
    assert facts["wanted"] == ["s03"]
    assert facts["neither"] == ["s04", "s06"]
    assert facts["left_out"] == 0


def test_a_part_missing_is_in_no_box_and_counted() -> None:
    half = row(3, Missing.SKIPPED, Missing.SKIPPED)
    facts = answered({"s01": half, "s02": {"level": Missing.SKIPPED}}).facts
    assert facts["left_out"] == 6
    assert not any(facts[box] for box in ("both", "strong", "wanted", "neither"))


def test_the_levels_written_out_stand_beside_the_skill() -> None:
    (found,) = answered({"s01": row(3, 1, 2), "s02": row(3, 1, 2)}).findings
    assert isinstance(found, Quadrants)
    first, second = found.both.entries
    assert first.note == GRID.item("s01").levels[2]
    assert second.note is not None
    assert second.note != first.note


def asked(answers: Mapping[str, Answer]) -> list[str]:
    """The ids of the steps that somebody who answers so is asked."""
    run: Run[GridSettings] = run_of(GRID)
    steps = SkillsGrid().steps(run)
    ids = []
    try:
        step = next(steps)
        while True:
            ids.append(step.id)
            step = steps.send(answers.get(step.id, 1))
    except StopIteration:
        return ids


def test_a_row_whose_first_cell_is_left_out_is_not_asked_further() -> None:
    ids = asked({"s02:level": Missing.NOT_APPLICABLE})
    assert "s02:taste" not in ids
    assert "s03:taste" in ids


def words_of(answers: Mapping[str, Answer]) -> list[str]:
    return [step.partition(":")[0] for step in asked(answers) if step.endswith(":words")]


def test_words_are_asked_of_strong_and_wanted_rows_with_evidence_two_at_most() -> None:
    """The highest level first, the families in turn."""
    wanted = {f"s0{n}:level": 3 for n in range(1, 6)} | {f"s0{n}:wish": 2 for n in range(1, 6)}
    evidence = {"s02:evidence": 2, "s03:evidence": 3, "s06:evidence": 3}
    assert words_of({**wanted, **evidence}) == ["s02", "s03"]  # s06 is not strong
    assert words_of({**wanted, **evidence, "s04:evidence": 2}) == ["s02", "s04"]
    assert words_of({**wanted, **evidence, "s04:evidence": 2, "s03:level": 4}) == ["s03", "s04"]
    assert words_of(wanted) == []
