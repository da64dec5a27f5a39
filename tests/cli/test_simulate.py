"""``progpro simulate``: what it prints, and one sentence where it cannot."""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path
from typing import get_args

import pytest

from progpro_tui.cli import progress, simulate
from progpro_tui.workspace import simulations
from progpro_tui.workspace.simulations import Manner
from tests.authoring.small import SMALL, changed
from tests.cli.runner import Result, run
from tests.kinds import GOLDEN

RANKS = GOLDEN / "ranks.yaml"


@pytest.fixture(autouse=True)
def few_of_every_sort(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty of each sort look for what does nothing: a hundred take their time."""
    monkeypatch.setattr(simulations, "surveyed", partial(simulations.surveyed, each=20))


def refused(result: Result) -> str:
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("progpro: ")
    assert result.err.count("\n") == 1
    return result.err


def test_the_manners_are_those_that_there_are() -> None:
    assert get_args(Manner) == simulate.MANNERS


def test_a_table_of_scales_targets_and_steps(capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "--lang", "en", "simulate", RANKS, "-n", 40, "--target", "care=high").out
    assert out.startswith("Three lists of occupations 1.0.0: 40 respondents with a target\n")
    assert "  care  caring " in out
    assert "Target care high: in the first group " in out
    assert out.endswith("7 steps, each was reached\n9 items, each counts\n")


def test_the_scores_stand_in_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    """Straight-liners in the middle: every score is 3, and in its level."""
    rating = GOLDEN / "rating.yaml"
    for language, heads, figure in (
        ("en", "scored mean SD min 25 % median 75 % max", "3.00"),
        ("fr", "avec un score moyenne Écart type min. 25 % médiane 75 % max.", "3,00"),
    ):
        out = run(
            capsys, "--lang", language, "simulate", rating, "-n", 4, "--respondent", "straight"
        ).out
        lines = [" ".join(line.split()) for line in out.splitlines()]
        assert lines[1] == heads
        row = next(line for line in lines if line.startswith("M "))
        assert row.endswith(" ".join(["4", figure, figure.replace("3", "0"), *[figure] * 5]))
        assert len(max(out.splitlines(), key=len)) < 100


def test_what_does_nothing_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A level between two scores that are possible."""
    upper = SMALL[SMALL.index("      - from: 2.5\n") : SMALL.index("  - id: H\n")]
    between = upper.replace("to: 3\n", "to: 2.52\n").replace("from: 2.5\n", "from: 2.51\n")
    levels = between + upper.replace("from: 2.5\n", "from: 2.52\n")
    path = tmp_path / "own.yaml"
    path.write_text(changed("to: 2.5\n", "to: 2.51\n").replace(upper, levels), "utf-8")
    out = run(capsys, "--lang", "en", "simulate", path, "-n", 10).out
    assert (
        "100 more respondents (at random, high, low): nobody came to M “much” (2.51 to 2.52)\n" in out
    )
    assert out.endswith("3 items, each counts\n")
    out = run(capsys, "--lang", "fr", "simulate", path, "-n", 10).out
    assert "aucune n’atteint M «\u00a0beaucoup\u00a0» (de 2,51 à 2,52)\n" in out
    survey = data(capsys, path, "-n", 10)["survey"]
    assert survey == {
        "n": 100,
        "unreached_levels": [{"scale": "M", "from": 2.51, "to": 2.52}],
        "idle_items": [],
    }


def test_an_id_or_a_path_and_a_manner(capsys: pytest.CaptureFixture[str]) -> None:
    result = run(capsys, "--lang", "en", "simulate", "interests", "-n", 3, "--respondent", "straight")
    assert result.code == 0
    assert "Undifferentiated (all scales tied): 3 of 3\n" in result.out


def data(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, object]:
    found: dict[str, object] = json.loads(run(capsys, "simulate", *arguments, "--json").out)
    return found


def test_json_holds_all_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, RANKS, "-n", 30, "--respondent", "target", "--seed", 5)
    assert (found["respondent"], found["n"], found["seed"]) == ("target", 30, 5)
    targets = found["targets"]
    assert isinstance(targets, list)
    assert [target["target"] for target in targets] == [{n: "high"} for n in ("make", "care", "sell")]
    assert all(0 <= target["alone"] <= target["first"] <= 1 for target in targets)
    assert found["unreached"] == []
    assert found == data(capsys, RANKS, "-n", 30, "--respondent", "target", "--seed", 5)
    assert found != data(capsys, RANKS, "-n", 30, "--respondent", "target", "--seed", 6)


def test_what_is_not_defined_is_null(capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, GOLDEN / "wheel.yaml", "-n", 2)
    assert (found["scales"], found["undifferentiated"]) == ({}, None)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--target", "cares=high"], "has no scale “cares”. Did you mean “care”?"),
        (["--target", "x=high"], "has no scale “x”. Known: make, care, sell."),
        (["--target", "care"], "“care” is no target. Expected: a scale, = and high or low"),
        (["--target", "care=middle"], "“care=middle” is no target."),
        (["--target", "care=high", "--respondent", "fast"], "“--respondent target”, not with “fast”"),
        (["--target", "care=high", "--target", "care=low"], "both high and low on care"),
        (["-n", "0"], "-n"),
        (["-n", "many"], "-n"),
        (["--respondent", "lazy"], "--respondent"),
    ],
)
def test_a_wrong_word_is_told_in_one_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert said in refused(run(capsys, "--lang", "en", "simulate", RANKS, *arguments))


def test_files_that_cannot_be_simulated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cards, none = GOLDEN / "cards.yaml", tmp_path / "none.yaml"
    told = refused(run(capsys, "--lang", "en", "simulate", cards, "--respondent", "target"))
    assert "“what-counts” has no scales" in told
    assert "none.yaml" in refused(run(capsys, "--lang", "en", "simulate", none))
    assert "Did you mean “interests”?" in refused(run(capsys, "--lang", "en", "simulate", "interest"))


def test_progress_is_shown_on_a_terminal_once_it_takes_long(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(capsys, "--lang", "en", "simulate", RANKS, "-n", 20).err == ""
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(progress, "EVERY", 0.0)
    assert run(capsys, "--lang", "en", "simulate", RANKS, "-n", 20).err == ""
    from progpro_tui.i18n.translator import Translator

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with progress.Progress(Translator("en"), simulate.RESPONDENTS) as shown:
        shown(7, 20)
    told = capsys.readouterr().err
    assert told.startswith("\r7 of 20 respondents\r")
    assert told.endswith("\r")
