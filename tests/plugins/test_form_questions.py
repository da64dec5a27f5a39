"""Questions of a form: what each type needs, with every fault at its place, and « other »."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.core.answers import Answer
from progpro_tui.core.run import Run
from progpro_tui.core.steps import SEEN, Show, Step
from tests.kinds import exercise_of, golden, profile_of, run_of
from tests.plugins.small_form import faults_of


@pytest.mark.parametrize(
    ("question", "column", "said"),
    [
        ("{id: a, type: short, text: {fr: Q, en: Q}}", 12, "already has the id “a”"),
        ("{id: q, type: one, text: {fr: Q, en: Q}}", 7, "has one to 10 options"),
        ("{id: q, type: rating, text: {fr: Q, en: Q}}", 7, "at least two responses; this one has 0"),
        ("{id: q, type: short, text: {fr: Q, en: Q}, other: true}", 57, "Only a question of the type"),
        (
            "{id: q, type: number, text: {fr: Q, en: Q}, least: 5, most: 4}",
            58,
            "The least is above the most.",
        ),
        (
            "{id: q, type: number, text: {fr: Q, en: Q}, least: 2000000}",
            58,
            "Write the most too: without it, a number goes up to 1,000,000.",
        ),
        (
            "{id: q, type: number, text: {fr: Q, en: Q}, most: -5}",
            57,
            "Write the least too: without it, a number begins at 0.",
        ),
        ("{id: q, type: short, text: {fr: Q, en: Q}, most: 5}", 56, "Only a number, or a question"),
        ("{id: a:other, type: short, text: {fr: Q, en: Q}}", 12, "cannot be an id here"),
        ("{id: 'show:x', type: short, text: {fr: Q, en: Q}}", 12, "cannot be an id here"),
        ("{id: A B, type: short, text: {fr: Q, en: Q}}", 12, "cannot be an id here"),
        ("{id: any, type: short, text: {fr: Q, en: Q}}", 12, "“any” means something else here"),
        ("{id: q, type: nombre, text: {fr: Q, en: Q}}", 21, "nombre"),
    ],
)
def test_a_question_that_does_not_fit_its_type_has_its_place(
    tmp_path: Path, question: str, column: int, said: str
) -> None:
    found = faults_of(tmp_path, f"    - {question}\n")
    assert [what for line, at, what in found if (line, at) == (0, column) and said in what], found


def test_what_may_be_chosen_is_listed_once_and_fits_the_bounds(tmp_path: Path) -> None:
    def said(options: str, more: str = "") -> list[str]:
        head = f"    - id: q\n      type: several\n      text: {{fr: Q, en: Q}}\n{more}"
        labels = ", ".join(f"{{id: {name}, label: {{fr: X, en: X}}}}" for name in options.split())
        return [what for _, _, what in faults_of(tmp_path, f"{head}      options: [{labels}]\n")]

    assert said("x y", "      least: 1\n      most: 2\n") == []
    assert "already has the id “x”" in said("x x")[0]
    assert said("x other") == ["“other” means something else here: choose another id."]
    assert said("x other", "      other: true\n") == said("x other")
    assert said("x y", "      least: 5\n") == ["Write a number from 0 to 2."]
    assert said("x y", "      most: 0\n") == ["Write a number from 1 to 2."]
    assert said("x y", "      most: -1\n") == ["Write a number from 1 to 2."]
    assert said("x y", "      least: 2\n      most: 1\n") == ["The least is above the most."]


@pytest.mark.parametrize(("values", "number"), [((1, 1), 1), ((3, 2), 2)])
def test_responses_rise(tmp_path: Path, values: tuple[int, int], number: int) -> None:
    one, other = (f"        - {{value: {value}, label: {{fr: X, en: X}}}}\n" for value in values)
    head = "    - id: q\n      type: rating\n      text: {fr: Q, en: Q}\n      responses:\n"
    (fault,) = faults_of(tmp_path, head + one + other)
    assert fault[0] == 5
    assert fault[2].startswith(f"{values[1]} follows {values[0]}")


@pytest.mark.parametrize("typed", ["other", "something other"])
def test_the_word_other_in_a_text_asks_nothing_more(typed: str) -> None:
    instrument = golden("form")
    run = Run(instrument, run_of(instrument).settings, 1, {})
    steps = exercise_of(instrument).steps(run)
    chosen: dict[str, Answer] = {"situation": "other", "hopes": ("change",)}
    asked_for: list[str] = []
    step: Step | None = next(steps)
    while step is not None:
        asked_for.append(step.id)
        answer = SEEN if isinstance(step, Show) else chosen.get(step.id, typed)
        try:
            step = steps.send(answer)
        except StopIteration:
            step = None
    assert asked_for == ["show:instructions", "situation", "situation:other", "hopes", "idea", "apart"]


def test_a_private_answer_is_marked_and_the_other_thing_stands_beside_its_option() -> None:
    answers: dict[str, Answer] = {
        "situation": "other",
        "situation:other": "back from abroad",
        "hopes": ("grow", "breathe"),
        "apart": "a secret",
    }
    profile = profile_of(golden("form"), answers)
    assert [(line.step, line.private) for line in profile.lines] == [
        ("situation", False),
        ("hopes", False),
        ("apart", True),
    ]
    assert profile.facts == {"answered": 3, "asked": 3}
