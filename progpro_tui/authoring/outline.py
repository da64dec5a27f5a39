"""Whether the exercise of a kind can ask what a file holds, each question by an id of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from progpro_tui.authoring.tree import Path, Tree
from progpro_tui.core.errors import Mistake, Place, ProgproError
from progpro_tui.core.exercise import Exercise, Fault
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.run import Run
from progpro_tui.core.text import N_, Message, message


def check_outline(
    tree: Tree, instrument: Instrument, exercise: Exercise[Any], settings: Any
) -> Iterator[Mistake]:
    """What the exercise cannot ask, two questions with one id, or an exercise that fails here."""
    run = Run(instrument, settings, seed=0)
    try:
        faults = list(exercise.faults(run))
        # What is at fault cannot be asked: its outline would only say it again, without the place.
        asked = [] if faults else [step.id for step in exercise.outline(run)]
    except Exception as error:  # a plugin's code may fail in any way; that is a mistake to be named
        what = message(
            N_("The exercise “{kind}” cannot ask what this file holds: {error}"),
            kind=instrument.kind,
            error=reason_of(error),
        )
        yield Mistake(tree.place(("kind",)), what)
        return
    yield from (Mistake(_place(tree, fault), fault.what) for fault in faults)
    items: dict[str, Path] = {
        item.id: ("items", number, "id") for number, item in enumerate(instrument.items)
    }
    for name in (step for step, times in Counter(asked).items() if times > 1):
        what = message(
            N_("The exercise “{kind}” uses the id “{id}” for another question: choose another."),
            kind=instrument.kind,
            id=name,
        )
        yield Mistake(tree.place(items.get(name, ("kind",))), what)


def _place(tree: Tree, fault: Fault) -> Place:
    """Where a fault stands: at the value, or at the name of the entry where that alone is known."""
    at_value = fault.path in tree.places and not fault.of_name
    return tree.place(fault.path) if at_value else tree.key_place(fault.path)


def reason_of(error: Exception) -> Message:
    """What an error of a plugin says."""
    if isinstance(error, ProgproError):
        return error.message
    return message(N_("{name}: {error}"), name=type(error).__name__, error=str(error))
