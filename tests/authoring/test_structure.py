"""What a file lacks, though it can be scored: warnings at their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.authoring.check import check
from tests.authoring.small import ENGLISH, HOST, SMALL, changed


def remarks_of(path: Path, content: str) -> dict[str, tuple[int, int, str]]:
    """By code: line, column and severity."""
    path.write_text(content, "utf-8")
    report = check(path, HOST)
    assert report.mistakes == ()
    return {r.code: (r.place.line, r.place.column, r.severity) for r in report.remarks}


WHOLE = SMALL.replace(
    "instructions:\n",
    "for_whom: {fr: Tous., en: Anyone.}\nnot_for: {fr: Recruter., en: Recruiting.}\ninstructions:\n",
    1,
).replace("{fr: des capacités, en: abilities}", "{fr: rien d’étalonné, en: nothing with norms}")

MORE = "\n".join(
    f"""\
  - id: {scale.lower()}{n}
    scales: {{{scale}: 1}}
    text: {{fr: {verb} {n}, en: {verb} {n}}}
    plain: {{fr: {verb} {n}, en: {verb} {n}}}"""
    for scale, verbs in {"M": ("Clouer", "Visser"), "H": ("Aimer", "Soigner", "Nourrir")}.items()
    for n, verb in enumerate(verbs, start=7)
)
ENOUGH = (
    WHOLE.replace("\nscales:\n", f"\n{MORE}\nscales:\n", 1)
    .replace("score: sum", "score: mean")
    .replace("scores: {M: 2, H: 3}", "scores: {M: 2.5, H: 3}")
)


def test_a_whole_file_has_no_remark(tmp_path: Path) -> None:
    found = remarks_of(tmp_path / "a.yaml", ENOUGH.replace('"Aimeriez-vous cela ?"', "Cela vous va"))
    assert found == {}


@pytest.mark.parametrize(
    ("old", "code", "severity"),
    [
        ("minutes: 2\n", "no-minutes", "warning"),
        ("for_whom: {fr: Tous., en: Anyone.}\n", "no-for-whom", "warning"),
        ("not_for: {fr: Recruter., en: Recruiting.}\n", "no-not-for", "warning"),
        (ENOUGH[ENOUGH.index("examples:") :], "no-example", "warning"),
    ],
)
def test_what_is_missing_is_told(tmp_path: Path, old: str, code: str, severity: str) -> None:
    found = remarks_of(tmp_path / "a.yaml", ENOUGH.replace(old, ""))
    assert found.pop("no-break-space")[2] == "advice"
    assert found == {code: (1, 1, severity)}


def test_that_there_are_no_norms_is_to_be_said(tmp_path: Path) -> None:
    content = ENOUGH.replace("{fr: rien d’étalonné, en: nothing with norms}", "{fr: rien, en: none}")
    line = content.splitlines().index("does_not_measure: {fr: rien, en: none}") + 1
    found = remarks_of(tmp_path / "a.yaml", content)
    assert found["no-norms-unsaid"] == (line, 1, "advice")


def test_a_scale_has_three_items(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(WHOLE, "utf-8")
    found = [r for r in check(path, HOST).remarks if r.code == "few-items"]
    assert [ENGLISH(r.what).split(":")[0] for r in found] == [
        "2 items make the scale M",
        "1 item makes the scale H",
    ]
    lines = WHOLE.splitlines()
    assert [r.place.line for r in found] == [lines.index("  - id: M") + 1, lines.index("  - id: H") + 1]


def test_a_lone_reversed_item_is_asked_about_and_half_of_them_are_not(tmp_path: Path) -> None:
    verbs = ("Scier", "Limer", "Coudre", "Forger", "Percer")
    extra = "\n".join(
        f"  - id: n{n}\n    scales: {{M: 1}}\n    text: {{fr: {v}, en: {v}}}\n"
        f"    plain: {{fr: {v}, en: {v}}}"
        for n, v in enumerate(verbs)
    )
    content = ENOUGH.replace("\nscales:\n", f"\n{extra}\nscales:\n", 1)
    content = content[: content.index("examples:")]
    assert remarks_of(tmp_path / "a.yaml", content)["lone-reversed"][2] == "advice"
    half = content.replace("{M: 1}\n    text: {fr: Scier", "{M: -1}\n    text: {fr: Scier")
    assert "lone-reversed" not in remarks_of(tmp_path / "b.yaml", half)


def test_a_sum_beside_a_mean_is_told(tmp_path: Path) -> None:
    content = ENOUGH.replace("score: mean\n    minimum_share: 1", "score: sum\n    minimum_share: 1")
    content = content[: content.index("examples:")]
    line, column, severity = remarks_of(tmp_path / "a.yaml", content)["unlike-scores"]
    assert (content.splitlines()[line - 1], column, severity) == ("    score: sum", 5, "warning")
    even = content.replace("score: mean", "score: sum")
    levels = even[even.index("    levels:") : even.index("  - id: H\n")]
    assert "unlike-scores" not in remarks_of(tmp_path / "b.yaml", even.replace(levels, ""))


def test_a_file_with_mistakes_has_no_remarks(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(changed("minutes: 2", "minutes: soon"), "utf-8")
    report = check(path, HOST)
    assert (report.passed, report.remarks, report.grades) == (False, (), {})
