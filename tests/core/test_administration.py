"""Replay: back, amend, resume and language all end in the profile of the final live answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from progpro_tui.core.administration import Administration
from progpro_tui.core.answers import Answer, Given, Missing
from progpro_tui.core.errors import AnswerRefused, ProgproError
from progpro_tui.core.exercise import Exercise, Steps
from progpro_tui.core.profile import Profile
from progpro_tui.core.run import Run
from progpro_tui.core.scale_steps import Rate
from progpro_tui.core.steps import SEEN, SKIP_OR_DECLINE, Step
from progpro_tui.core.ties import tie_groups
from tests.support import SETTINGS, administration, answered, instrument, items, riasec, scale, text

SMALL = riasec(count=2)


@dataclass(frozen=True)
class NoSettings:
    pass


class Branching(Exercise[NoSettings]):
    """Asks ``more`` in between while ``first`` is answered 3 or above."""

    kind: ClassVar[str] = "branching"
    Settings: ClassVar[type] = NoSettings

    def steps(self, run: Run[NoSettings]) -> Steps:
        first = yield _rate("first")
        if isinstance(first, int) and first >= 3:
            yield _rate("more")
        yield _rate("last")

    def outline(self, run: Run[NoSettings]) -> Sequence[Step]:
        return [_rate("first"), _rate("more"), _rate("last")]

    def profile(self, run: Run[NoSettings]) -> Profile:
        return Profile(scores=(), ties=tie_groups([]), lines=())


def _rate(step: str) -> Rate:
    return Rate(step, text(step), text("?"), SETTINGS.responses)


def branching(kept: Sequence[Given] = ()) -> Administration:
    empty = instrument(items("S", 1), [scale("S")])
    return Administration(Branching(), Run(empty, NoSettings(), seed=1), kept)


def answer(run: Administration, value: Answer, final: bool = True) -> None:
    assert run.step is not None
    run.answer(Given(run.step.id, value, final=final))


def test_an_answer_goes_on_and_back_shows_it_again() -> None:
    run = administration(SMALL)
    answer(run, SEEN)
    answer(run, 4)
    assert run.step is not None
    assert run.step.id == "i1"
    assert run.back()
    assert run.step.id == "r1"
    kept = run.given("r1")
    assert kept is not None
    assert kept.answer == 4


def test_nothing_is_before_the_first_step() -> None:
    assert not administration(SMALL).back()


def test_a_branch_closes_its_answer_sleeps_and_comes_back() -> None:
    run = branching()
    for value in (4, 5, 2):
        answer(run, value)
    assert run.finished
    assert list(run.answers) == ["first", "more", "last"]
    run.go_to("first")
    answer(run, 1)
    assert list(run.answers) == ["first", "last"]
    assert list(run.sleeping) == ["more"]
    assert run.finished
    run.go_to("first")
    answer(run, 3)
    assert run.answers == {"first": 3, "more": 5, "last": 2}


def test_a_draft_is_kept_and_does_not_go_on() -> None:
    run = branching()
    answer(run, 4, final=False)
    assert run.step is not None
    assert run.step.id == "first"
    assert not run.answers
    again = branching([kept for kept in [run.given("first")] if kept])
    assert again.position == 0
    answer(again, 4)
    assert again.answers == {"first": 4}


def test_a_draft_on_an_earlier_step_holds_the_path_there() -> None:
    run = branching()
    for value in (1, 2):
        answer(run, value)
    run.go_to("first")
    answer(run, 5, final=False)
    assert not run.finished
    assert run.answers == {}
    assert "last" in run.sleeping


@pytest.mark.parametrize("refused", [0, 6, "four", True, SEEN])
def test_the_step_refuses_what_it_does_not_accept(refused: Any) -> None:
    run = branching()
    with pytest.raises(AnswerRefused):
        answer(run, refused)
    assert run.given("first") is None


def test_an_answer_to_another_step_is_refused() -> None:
    with pytest.raises(AnswerRefused):
        branching().answer(Given("last", 4))


def test_a_step_without_not_applicable_refuses_it() -> None:
    step = Rate("x", text("x"), text("?"), SETTINGS.responses, takes=SKIP_OR_DECLINE)
    with pytest.raises(AnswerRefused):
        step.check(Missing.NOT_APPLICABLE)
    step.check(Missing.DECLINED)


def test_a_kept_answer_that_the_step_no_longer_accepts_sleeps() -> None:
    run = branching([Given("first", 9), Given("last", 2)])
    assert run.answers == {}
    assert set(run.sleeping) == {"first", "last"}


class Circular(Branching):
    def steps(self, run: Run[NoSettings]) -> Steps:
        while True:
            yield _rate("again")


def test_an_exercise_that_asks_twice_is_named() -> None:
    empty = instrument(items("S", 1), [scale("S")])
    run = Administration(Circular(), Run(empty, NoSettings(), seed=1))
    with pytest.raises(ProgproError) as refused:
        answer(run, 3)
    assert refused.value.message.params == {"kind": "branching", "step": "again"}


MOVES = st.one_of(
    st.tuples(st.just("answer"), st.one_of(st.integers(1, 5), st.sampled_from(list(Missing)))),
    st.tuples(st.just("draft"), st.integers(1, 5)),
    st.tuples(st.just("back"), st.integers(1, 4)),
    st.tuples(st.just("go to"), st.integers(0, 12)),
    st.tuples(st.just("resume"), st.just(0)),
    st.tuples(st.just("language"), st.just(0)),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(MOVES, max_size=40))
def test_any_sequence_ends_in_the_profile_of_the_final_live_answers(
    moves: list[tuple[str, Any]],
) -> None:
    """Answer, amend, back, skip, pause, resume, switch language: only the last answers count."""
    run = administration(SMALL)
    answer(run, SEEN)
    final: dict[str, Answer] = {}
    kept: dict[str, Given] = {"show:instructions": Given("show:instructions", SEEN)}
    language = "fr"
    for move, value in moves:
        if move in {"answer", "draft"} and run.step is not None:
            step = run.step.id
            if step == "show:instructions":
                value = SEEN
            said = Given(step, value, final=move == "answer", language=language)
            run.answer(said)
            kept[step] = said
            final.pop(step, None)
            if said.final and step != "show:instructions":
                final[step] = value
        elif move == "back":
            for _ in range(value):
                run.back()
        elif move == "go to" and run.path:
            run.go_to(run.path[value % len(run.path)].id)
        elif move == "resume":
            run = administration(SMALL, list(kept.values()))
        elif move == "language":
            language = "en" if language == "fr" else "fr"
    # Leave no draft behind: a person answers what stands on the screen before they finish.
    run.resume()
    while run.step is not None:
        value = SEEN if run.step.id == "show:instructions" else 3
        if value == 3:
            final[run.step.id] = 3
        answer(run, value)
    assert run.profile().scores == answered(SMALL, final).profile().scores
    assert {s: a for s, a in run.answers.items() if a != SEEN} == final
