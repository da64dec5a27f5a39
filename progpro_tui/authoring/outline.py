"""Whether the exercise of a kind can ask what a file holds, each question by an id of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from progpro_tui.authoring.found import LONGEST_LIST, quoted
from progpro_tui.authoring.levels import check_bounds
from progpro_tui.authoring.tree import Path, Tree
from progpro_tui.core.errors import Mistake, Place, ProgproError
from progpro_tui.core.exercise import Exercise, Fault
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.run import Run
from progpro_tui.core.shown import shown
from progpro_tui.core.steps import SHOW, Step
from progpro_tui.core.text import N_, Message, message


def check_outline(
    tree: Tree,
    instrument: Instrument,
    exercise: Exercise[Any],
    settings: Any,
    wrong: Collection[Path] = (),
) -> Iterator[Mistake]:
    """What the exercise cannot ask, two questions with one id, or an exercise that fails here.

    ``wrong`` is where mistakes are known already: what follows from them is not told.
    """
    run = Run(instrument, settings, seed=0)
    try:
        faults = list(exercise.faults(run))
        # What is at fault cannot be asked: its outline would only say it again, without the place.
        outline = [] if faults else list(exercise.outline(run))
        bounds = [None if faults else exercise.bounds(run, scale) for scale in instrument.scales]
    except Exception as error:  # a plugin's code may fail in any way; that is a mistake to be named
        what = message(
            N_("The exercise “{kind}” cannot ask what this file holds: {error}"),
            kind=instrument.kind,
            error=reason_of(error),
        )
        if not wrong:
            yield Mistake(tree.place(("kind",)), what)
        return
    new = (fault for fault in faults if not any(_follows(fault, path) for path in wrong))
    yield from (Mistake(_place(tree, fault), _short(fault.message)) for fault in new)
    known = {tree.place(path) for path in wrong}
    found = [*check_bounds(tree, instrument, bounds), *_ids_that_meet(tree, instrument, outline)]
    yield from (mistake for mistake in found if mistake.place not in known)


def _follows(fault: Fault, wrong: Path) -> bool:
    """Whether a fault is in what is known to be wrong, or is one of what holds it.

    How many entries there are does not depend on what is in them.
    """
    inside = fault.path[: len(wrong)] == wrong
    around = wrong[: len(fault.path)] == fault.path and not fault.of_name
    return inside or around


def _ids_that_meet(tree: Tree, instrument: Instrument, outline: Iterable[Step]) -> Iterator[Mistake]:
    """Questions with one id, or with that of a page without a question: once a cause."""
    steps = list(outline)
    times = Counter(step.id for step in steps)
    meeting = {step.id for step in steps if step.asks and step.id.startswith(SHOW)}
    meeting |= {step for step, n in times.items() if n > 1}
    causes = _ids_of(tree) if meeting else {}
    told: set[Path] = set()
    for name in (step for step in times if step in meeting):
        path = _cause(name, causes)
        if path not in told:
            told.add(path)
            what = message(
                N_("The exercise “{kind}” uses the id “{id}” for another question: choose another."),
                kind=instrument.kind,
                id=shown(name),
            )
            yield Mistake(tree.place(path), what)


def _ids_of(tree: Tree) -> dict[str, Path]:
    """Where the file gives each id, the last time: the entry of an item or of a setting."""
    return {
        found: path
        for path in tree.places
        if path[-1:] == ("id",) and len(path) > 1 and isinstance(found := tree.at(path), str)
    }


def _cause(step: str, causes: Mapping[str, Path]) -> Path:
    """The entry that gives a step its id: the whole of it, else its longest part that is an id.

    What passes for a page without a question does so by its first part.
    """
    if step in causes:
        return causes[step]
    parts = re.split(r"[:.]", step)
    if not step.startswith(SHOW):
        parts.sort(key=len, reverse=True)
    return next((causes[part] for part in parts if part in causes), ("kind",))


def _place(tree: Tree, fault: Fault) -> Place:
    """Where a fault stands: at the value, or at the name of the entry where that alone is known."""
    at_value = fault.path in tree.places and not fault.of_name
    return tree.place(fault.path) if at_value else tree.key_place(fault.path)


def _short(what: Message) -> Message:
    """The sentence of a plugin, with no more of the file in it than one reads."""
    params = {
        name: quoted(value, LONGEST_LIST) if isinstance(value, str) else value
        for name, value in what.params.items()
    }
    return replace(what, params=params)


def reason_of(error: Exception) -> Message:
    """What an error of a plugin says."""
    if isinstance(error, ProgproError):
        return error.message
    return message(N_("{name}: {error}"), name=type(error).__name__, error=str(error))
