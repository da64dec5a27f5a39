"""What respondents of every sort show of an instrument: lost keys, empty levels, idle items."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest

from progpro_tui.authoring.simulate.effect import idle_items, items_of
from progpro_tui.authoring.simulate.survey import Survey, survey
from progpro_tui.authoring.simulate.tally import TargetTally
from progpro_tui.core.answers import Answer
from progpro_tui.core.exercise import Exercise
from progpro_tui.core.instrument import Instrument, Level
from progpro_tui.core.profile import Profile
from progpro_tui.core.run import Run
from progpro_tui.core.text import Text
from progpro_tui.workspace.simulations import surveyed
from tests.kinds import NAMES, exercise_of, golden, host, run_of
from tests.support import riasec

FEW = 12
"""Respondents of each sort: the tests ask for what does not depend on chance."""


def deaf(of: Instrument, *steps: str) -> Exercise[Any]:
    """An exercise that asks what it should, and scores as if these steps had been left out."""
    kind = type(exercise_of(of))

    class Deaf(kind):  # type: ignore[misc, valid-type]  # the class of any exercise
        def profile(self, run: Run[Any]) -> Profile:
            heard: Mapping[str, Answer] = {s: a for s, a in run.answers.items() if s not in steps}
            found: Profile = super().profile(replace(run, answers=heard))
            return found

    made: Exercise[Any] = Deaf()
    return made


def surveyed_few(of: Instrument, exercise: Exercise[Any] | None = None) -> Survey:
    return survey(exercise or exercise_of(of), run_of(of), each=FEW)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_in_a_worked_example_is_idle(name: str) -> None:
    assert idle_items(exercise_of(golden(name)), run_of(golden(name))) == ()


def test_an_item_that_is_asked_and_not_heard_is_idle() -> None:
    of = golden("rating")
    item = of.items[1].id
    assert idle_items(deaf(of, item), run_of(of)) == (item,)


def test_of_two_columns_that_decide_one_is_enough_to_count() -> None:
    of = golden("grid")
    row = of.items[0].id
    steps = [step.id for step in exercise_of(of).outline(run_of(of)) if row in items_of(step)]
    cells = [step for step in steps if not step.endswith(":words")]
    assert len(cells) > 1
    assert idle_items(deaf(of, *cells), run_of(of)) == (row,)
    assert idle_items(deaf(of, cells[-1]), run_of(of)) == ()


def test_a_card_that_is_sorted_and_not_heard_is_idle() -> None:
    of = golden("two-sorts")
    card = of.items[0].id
    steps = [step.id for step in exercise_of(of).outline(run_of(of)) if card in items_of(step)]
    assert idle_items(deaf(of, *steps), run_of(of)) == (card,)


def test_an_item_that_stands_in_no_pair_is_idle() -> None:
    of = golden("pairs")
    run, item = run_of(of), of.items[0].id
    pairs = tuple(pair for pair in run.settings.pairs if item not in pair)
    assert 0 < len(pairs) < len(run.settings.pairs)
    alone = replace(run, settings=replace(run.settings, pairs=pairs))
    found = idle_items(exercise_of(of), alone)
    assert item in found
    assert set(found) == {i.id for i in of.items} - {i for pair in pairs for i in pair}


def with_levels(of: Instrument, *cuts: str) -> Instrument:
    """The instrument, its first scale cut into levels there."""
    ends = [Fraction(cut) for cut in cuts]
    words = Text({"fr": "palier", "en": "level"})
    levels = tuple(Level(start, end, words, words, words) for start, end in pairwise(ends))
    first, *others = of.scales
    return replace(of, scales=(replace(first, levels=levels), *others))


def test_a_level_between_two_possible_scores_is_named() -> None:
    """Of three items no mean lies from 2.4 to 2.6, nor, of one or two answered, but 2.5."""
    of = golden("rating")
    scale = of.scales[0].id
    assert sum(scale in item.scales for item in of.items) == 3
    found = surveyed_few(with_levels(of, "1", "2.4", "2.45", "5"))
    assert [(name, level.start, level.end) for name, level in found.unreached_levels] == [
        (scale, Fraction("2.4"), Fraction("2.45"))
    ]
    assert surveyed_few(with_levels(of, "1", "3", "5")).unreached_levels == ()


def test_levels_that_only_the_high_and_the_low_come_to_are_reached() -> None:
    """Of many items, chance alone stays near the middle: that is no fault of a level."""
    of = with_levels(riasec(10), "1", "1.9", "4.1", "5")
    run = replace(run_of(golden("rating")), instrument=of)
    found = survey(exercise_of(of), run, each=20)
    assert found.unreached_levels == ()


def test_respondents_of_every_sort_are_asked() -> None:
    of = golden("rating")
    found = surveyed_few(of).outcome
    assert found.n == FEW * (1 + 2 * len(of.scales))
    assert [dict(target.targets) for target in found.targets] == [
        {scale.id: height} for scale in of.scales for height in ("high", "low")
    ]


def test_a_key_that_is_not_found_again_is_lost() -> None:
    of = golden("rating")
    scale = of.scales[0].id
    steps = [item.id for item in of.items if scale in item.scales]
    found = surveyed_few(of, deaf(of, *steps))
    assert [dict(target.targets) for target in found.lost] == [{scale: "high"}]
    assert surveyed_few(of).lost == ()


@pytest.mark.parametrize(("first", "lost"), [(90, 0), (89, 1)])
def test_ninety_of_a_hundred_are_enough(first: int, lost: int) -> None:
    found = surveyed_few(golden("rating"))
    outcome = replace(
        found.outcome,
        targets=(TargetTally({"M": "high"}, 100, first, 0), TargetTally({"M": "low"}, 100, 0, 0)),
    )
    assert len(replace(found, outcome=outcome).lost) == lost


def test_a_survey_is_the_same_again_and_tells_how_far_it_is() -> None:
    done: list[tuple[int, int]] = []
    of = golden("pairs")
    one, same = (surveyed(host(), of, 5, progress=lambda *n: done.append(n)) for _ in range(2))
    assert one == same
    total = 5 * (1 + 2 * len(of.scales))
    assert done == [(n, total) for n in range(1, total + 1)] * 2


def test_what_has_no_scales_is_answered_at_random() -> None:
    found = surveyed_few(golden("wheel"))
    assert (found.outcome.n, found.lost, found.unreached_levels) == (FEW, (), ())
