"""Which questions of a form nobody can be asked: found exactly, and within a bounded time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from random import Random
from time import perf_counter
from typing import Any

import pytest

from progpro_forms.conditions import conditions
from progpro_forms.form_faults import form_faults
from progpro_forms.questions import FormOption, Question, bounds_of
from progpro_forms.search import Search
from progpro_tui.api import Answer, Missing, Response
from tests.support import text

OPTIONS = tuple(FormOption(name, text(name)) for name in "xyz")
POINTS = tuple(Response(value, text(str(value))) for value in (1, 2, 3))
YES = {"answered": "true"}


def question(name: str, kind: Any = "short", show_if: Mapping[str, Any] | None = None) -> Question:
    options = OPTIONS if kind in ("one", "several") else ()
    responses = POINTS if kind == "rating" else ()
    return Question(name, kind, text("?"), options=options, responses=responses, show_if=show_if or {})


def impossible(*questions: Question) -> set[str]:
    read, faults = conditions(questions)
    assert not list(faults)
    return Search(questions, read).impossible()


NUMBER = question("n", "number")
SEVERAL = question("s", "several")


@pytest.mark.parametrize(
    ("before", "condition", "reachable"),
    [
        (replace(NUMBER, most=100_000), {"n": {"at_least": "5000", "at_most": "6000"}}, True),
        (NUMBER, {"n": {"at_least": "5000"}}, True),
        (NUMBER, {"n": {"at_least": "1000001"}}, False),
        (NUMBER, {"n": {"at_most": "-1"}}, False),
        (replace(NUMBER, least=-5), {"n": {"at_most": "-1"}}, True),
        (NUMBER, {"n": YES, "not": {"n": {"at_least": "1"}}}, True),
        (NUMBER, {"all": [{"n": {"at_least": "7"}}, {"not": {"n": {"at_least": "7"}}}]}, False),
        (replace(SEVERAL, most=2), {"all": [{"s": "y"}, {"s": "z"}]}, True),
        (replace(SEVERAL, most=1), {"all": [{"s": "y"}, {"s": "z"}]}, False),
        (SEVERAL, {"all": [{"s": "y"}, {"s": "z"}, {"not": {"s": "x"}}]}, True),
        (
            replace(SEVERAL, least=2),
            {"all": [{"s": "x"}, {"not": {"s": "y"}}, {"not": {"s": "z"}}]},
            False,
        ),
        (SEVERAL, {"s": YES, "not": {"s": ["x", "y", "z"]}}, True),
        (replace(SEVERAL, least=1), {"s": YES, "not": {"s": ["x", "y", "z"]}}, False),
    ],
)
def test_answers_are_sought_where_conditions_tell_them_apart(
    before: Question, condition: Mapping[str, Any], reachable: bool
) -> None:
    assert impossible(before, question("q", show_if=condition)) == (set() if reachable else {"q"})


def test_a_chain_of_many_questions_is_followed_to_its_end() -> None:
    chain = [question("q0")]
    chain += [question(f"q{n}", show_if={f"q{n - 1}": YES}) for n in range(1, 900)]
    assert impossible(*chain) == set()
    broken = [*chain[:5], replace(chain[5], show_if={"all": [{"q4": YES}, {"not": {"q4": YES}}]})]
    assert len(impossible(*broken, *chain[6:])) == 895


def any_of_three(rng: Random, names: list[str]) -> dict[str, Any]:
    chosen = ({name: rng.choice("xyz")} for name in rng.sample(names, 3))
    return {"any": [each if rng.random() < 0.5 else {"not": each} for each in chosen]}


@pytest.mark.parametrize(("before", "after", "clauses"), [(20, 40, 60), (30, 600, 8)])
def test_hard_conditions_take_a_bounded_time(before: int, after: int, clauses: int) -> None:
    rng = Random(3)
    questions = [question(f"b{n}", "several") for n in range(before)]
    names = [each.id for each in questions]
    for number in range(after):
        condition = {"all": [any_of_three(rng, names) for _ in range(clauses)]}
        questions.append(question(f"q{number}", show_if=condition))
    start = perf_counter()
    assert not list(form_faults(tuple(questions)))
    assert perf_counter() - start < 5  # a tenth of it on a machine that does nothing else


def a_test(rng: Random, asked: Question) -> dict[str, Any]:
    if asked.options and rng.random() < 0.8:
        return {asked.id: rng.sample("xyz", rng.randint(1, 2))}
    if asked.type in ("number", "rating") and rng.random() < 0.8:
        return {asked.id: {rng.choice(["at_least", "at_most"]): str(rng.randint(-2, 5))}}
    return {asked.id: {"answered": rng.choice(["true", "false"])}}


def a_condition(rng: Random, before: list[Question], depth: int = 0) -> dict[str, Any]:
    if depth > 2 or rng.random() < 0.3:
        return a_test(rng, rng.choice(before))
    if rng.random() < 0.2:
        return {"not": a_condition(rng, before, depth + 1)}
    parts = [a_condition(rng, before, depth + 1) for _ in range(rng.randint(1, 4))]
    return {rng.choice(["all", "all", "any"]): parts}


def a_form(rng: Random) -> list[Question]:
    asked: list[Question] = []
    for number in range(4):
        kind = rng.choice(["one", "several", "number", "rating", "short"])
        made = question(f"q{number}", kind, a_condition(rng, asked) if asked else None)
        if kind == "number":
            made = replace(made, least=-1, most=rng.randint(-1, 3))
        if kind == "several":
            made = replace(made, least=rng.randint(0, 2), most=rng.randint(2, 3))
        asked.append(made)
    return asked


def all_answers(asked: Question) -> Iterator[Answer]:
    """Every answer that the step of a question accepts."""
    yield Missing.SKIPPED
    least, most = bounds_of(asked)
    if asked.type == "one":
        yield from "xyz"
    elif asked.type == "several":
        yield from (chosen for n in range(least, most + 1) for chosen in combinations("xyz", n))
    elif asked.type in ("number", "rating"):
        yield from range(least, most + 1) if asked.type == "number" else (1, 2, 3)
    else:
        yield "words"


def test_it_finds_what_trying_everything_finds() -> None:
    found = 0
    for seed in range(150):
        form = a_form(Random(seed))
        read, _ = conditions(tuple(form))
        ways: list[dict[str, Answer]] = [{}]
        reached: set[str] = set()
        for each in form:
            asked = [read[each.id].holds(said) for said in ways]
            if any(asked):
                reached.add(each.id)
            ways = [
                {**said, each.id: answer} if is_asked else said
                for said, is_asked in zip(ways, asked, strict=True)
                for answer in (all_answers(each) if is_asked else [Missing.SKIPPED])
            ]
        nobody = {each.id for each in form} - reached
        found += len(nobody)
        assert impossible(*form) == nobody, [each.show_if for each in form]
    assert found > 20
