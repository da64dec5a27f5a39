"""Simulated respondents try a key: what is sound is found again, what is not is told at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.authoring.check import CheckReport, check
from progpro_tui.authoring.shelf import bundled_folder
from progpro_tui.workspace.checking import checked, files_of
from progpro_tui.workspace.key_remarks import unseen_items, with_key_tried
from progpro_tui.workspace.key_trial import Crowd, Trial, tried
from progpro_tui.workspace.workspace import Workspace
from tests.authoring.small import ENGLISH, HOST, SMALL

SOME = Crowd(high=50, low=10, others=10, unscaled=5)
INTERESTS = bundled_folder() / "interests-short.yaml"


def level(start: str, end: str) -> str:
    words = "".join(f"        {name}: {{fr: a, en: a}}\n" for name in ("name", "person", "counsellor"))
    return f"      - from: {start}\n        to: {end}\n{words}"


def trying(path: Path, content: str, crowd: Crowd = SOME) -> CheckReport:
    path.write_text(content, "utf-8")
    return with_key_tried(HOST, check(path, HOST), crowd)


def told(report: CheckReport) -> dict[str, tuple[int, str]]:
    return {r.code: (r.place.line, ENGLISH(r.what)) for r in report.warnings}


def test_a_sound_key_is_found_again() -> None:
    report = with_key_tried(HOST, check(INTERESTS, HOST), SOME)
    assert (report.key, report.warnings) == ("found", ())


def test_a_scale_that_cannot_come_first_is_lost(tmp_path: Path) -> None:
    """M is a mean, 3 at most; H the sum of its one item, weighed four times, and so 4 at least."""
    content = SMALL.replace("scales: {H: 1}", "scales: {H: 4}").replace("H: 3}", "H: 12}")
    report = trying(tmp_path / "a.yaml", content)
    line, words = told(report)["target-lost"]
    assert report.key == "lost"
    assert content.splitlines()[line - 1] == "  - id: M"
    assert words.startswith("The scale M is found again in only 0 of 50 simulated respondents")


def test_a_level_that_no_score_reaches_is_told(tmp_path: Path) -> None:
    """Two items of 1 to 3, weighing the same, give no mean strictly between 2.5 and 2.6 but 2.5."""
    content = SMALL.replace(
        "        to: 3\n",
        "        to: 2.6\n",
    ).replace(
        "  - id: H\n    name",
        f"{level('2.6', '2.8')}{level('2.8', '3')}  - id: H\n    name",
    )
    line, words = told(trying(tmp_path / "a.yaml", content))["level-unused"]
    assert content.splitlines()[line - 1] == "      - from: 2.6"
    assert words.startswith("None of the simulated respondents comes out at this level")


def test_a_straight_liner_with_a_profile_is_told(tmp_path: Path) -> None:
    """M has one item of each direction, H one of one: “yes” to all puts H first, at 3 against 2."""
    line, words = told(trying(tmp_path / "a.yaml", SMALL))["straight-liner"]
    assert SMALL.splitlines()[line - 1] == "scales:"
    assert "(M before H)" in words or "(H before M)" in words


def test_an_item_that_nobody_came_to_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(SMALL, "utf-8")
    reading = check(path, HOST).reading
    assert reading is not None
    trial = Trial(reading.instrument, unreached=frozenset({"m2"}))
    (found,) = unseen_items(HOST, reading, trial)
    line = SMALL.splitlines().index("  - id: m2") + 1
    assert (found.code, found.place.line) == ("item-unseen", line)
    trial.unreached = frozenset()
    assert list(unseen_items(HOST, reading, trial)) == []


def test_mistakes_come_first(tmp_path: Path) -> None:
    report = trying(tmp_path / "a.yaml", SMALL.replace("scores: {M: 2, H: 3}", "scores: {M: 1, H: 3}"))
    assert (len(report.mistakes), report.key) == (1, "untried")


def test_progress_counts_every_respondent_once() -> None:
    seen: list[tuple[int, int]] = []
    instrument = check(INTERESTS, HOST).instrument
    assert instrument is not None
    tried(HOST, instrument, Crowd(high=3, low=2, others=1), lambda *at: seen.append(at))
    assert seen == [(n, 32) for n in range(1, 33)]  # (3 + 2) · 6 + 2 · 1


def test_an_instrument_without_scales_is_led_to_its_end() -> None:
    report = with_key_tried(HOST, check(bundled_folder() / "work-wheel.yaml", HOST), SOME)
    assert (report.passed, report.key, report.warnings) == (True, "none", ())


@pytest.mark.long
@pytest.mark.timeout(300)
def test_the_key_of_every_bundled_instrument_is_found_again() -> None:
    for path in bundled_folder().glob("*.yaml"):
        assert with_key_tried(HOST, check(path, HOST)).warnings == (), path.name


# -- many files ------------------------------------------------------------------------------------


def test_many_files_are_checked_as_one_is(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(30):
        content = SMALL.replace("id: small", f"id: small-{n}")
        content = content.replace("minutes: 2", "minutes: soon") if n == 7 else content
        (folder / f"{n:02}.yaml").write_text(content, "utf-8")
    (folder / "notes.txt").write_text("not one of them")
    files = files_of([folder, folder / "03.yaml"])
    assert [path.name for path in files] == [f"{n:02}.yaml" for n in range(30)]
    found = list(checked(Workspace(tmp_path / "practice"), [*files, tmp_path / "none.yaml"]))
    assert found[-1].error is not None
    for path, one in zip(files, found[:-1], strict=True):
        alone = check(path, HOST)
        assert one.report is not None
        assert (one.path, one.report.mistakes) == (path, alone.mistakes)
        assert (one.report.remarks, one.report.grades) == (alone.remarks, alone.grades)
    assert [bool(one.report and one.report.mistakes) for one in found].count(True) == 1
