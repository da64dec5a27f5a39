"""Examples are scored as a run is; what comes out otherwise is found at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.authoring.check import check
from tests.authoring.small import HOST, SMALL, changed, mistakes_of


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "scores: {M: 2, H: 3}",
            "scores: {M: 2.5, H: 3}",
            (68, 14, "Example “all liked”: the score of M is 2, but 2.5 is written here."),
        ),
        (
            "scores: {M: 2, H: 3}",
            "scores: {M: null, H: 3}",
            (68, 14, "Example “all liked”: the score of M is 2, but null is written here."),
        ),
        (
            "scores: {M: 3, H: null}",
            "scores: {M: 3, H: 1}",
            (71, 20, "Example “gaps”: the score of H is null, but 1 is written here."),
        ),
        (
            "scores: {M: 2, H: 3}",
            "scores: {M: 2, K: 3}",
            (68, 20, "Example “all liked”: No scale has the id “K”. Known: H, M."),
        ),
        (
            'answers: {"*": 3}',
            'answers: {"*": 3, "k*": 2}',
            (67, 23, "Example “all liked”: “k*” is the id of no question."),
        ),
        (
            'answers: {"*": 3}',
            'answers: {"*": 4}',
            (
                67,
                15,
                "Example “all liked”: 4 is not on the scale: a whole number from 1 to 3 is.",
            ),
        ),
        (
            "scores: {M: 2, H: 3}",
            "scores: {M: 2, H: 3}\n    code: null",
            (69, 5, "Example “all liked”: no index of this instrument gives a code."),
        ),
    ],
)
def test_a_mismatch_is_found_at_the_example(
    tmp_path: Path, old: str, new: str, expected: tuple[int, int, str]
) -> None:
    assert mistakes_of(tmp_path / "small.yaml", changed(old, new)) == [expected]


def test_the_most_specific_pattern_wins(tmp_path: Path) -> None:
    new = 'answers: {"*": 1, "m*": 3, m2: 2}\n    scores: {M: 2.5, H: 1}'
    assert (
        mistakes_of(tmp_path / "a.yaml", changed('answers: {"*": 3}\n    scores: {M: 2, H: 3}', new))
        == []
    )


def test_a_score_is_compared_to_the_decimals_written(tmp_path: Path) -> None:
    # Three points of weight 1 and 2: (3 + 2·(1 + 3 − 1))/3 = 3; with m2 at 2: (3 + 4)/3 = 2.333…
    heavier = SMALL.replace("scales: {M: -1}", "scales: {M: -2}").replace(
        "{M: 2, H: 3}", "{M: 1.7, H: 3}"
    )
    exact = heavier.replace(
        "m2: 1, h1: declined}\n    scores: {M: 3,", "m2: 2, h1: declined}\n    scores: {M: 2.33,"
    )
    assert mistakes_of(tmp_path / "a.yaml", exact) == []
    assert len(mistakes_of(tmp_path / "b.yaml", exact.replace("2.33", "2.34"))) == 1


def test_an_instrument_stands_beside_mistakes_of_its_examples(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(changed("scores: {M: 2, H: 3}", "scores: {M: 1, H: 3}"), "utf-8")
    report = check(path, HOST)
    assert report.instrument is not None
    assert not report.passed
