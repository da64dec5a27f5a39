"""Answers: every step refuses what is none, and can be left without one."""

from __future__ import annotations

from progpro_tui.core.answers import Missing, Value
from progpro_tui.core.steps import Step
from progpro_tui.testing.subject import Led, Subject, accepts, has_fallback

WRONG: tuple[Value, ...] = (10**9, True, "", ("no such answer", "no such answer"))
"""Values that no step accepts: a number beyond all bounds, a truth, no words, a thing unknown twice."""


def check_answers(subject: Subject, led: list[Led]) -> None:
    """Every step reached: wrong values are refused, ways offered are taken, others are not."""
    seen: set[str] = set()
    for one in led:
        for step in one.administration.path:
            if step.id not in seen:
                seen.add(step.id)
                _check(subject, step)


def _check(subject: Subject, step: Step) -> None:
    for value in WRONG:
        with subject.trying(f"when the answer {value!r} should be refused", step.id):
            accepted = accepts(step, value)
        if accepted:
            subject.fail(f"it accepts {value!r}", step)
    for way in Missing:
        with subject.trying(f"when it is left: {way.value}", step.id):
            accepted = accepts(step, way)
        if accepted != (way in step.takes):
            found = "accepted and not offered" if accepted else "offered and not accepted"
            subject.fail(f"a way not to answer is {found}: {way.value}", step)
    if step.asks and Missing.SKIPPED not in step.takes:
        subject.fail("it cannot be skipped: whatever is asked may be left out", step)
    if has_fallback(step):
        _check_fallback(subject, step)


def _check_fallback(subject: Subject, step: Step) -> None:
    """What stands in for a step of a plugin's own: built in, of the same id, with the same answers."""
    with subject.trying("when it makes its fallback", step.id):
        other = step.fallback()
    if has_fallback(other):
        subject.fail(f"its fallback, a {type(other).__name__}, is no step that is built in", step)
    if other.id != step.id:
        subject.fail(f"its fallback has another id, “{other.id}”", step)
    if other.takes != step.takes:
        subject.fail("its fallback offers other ways not to answer", step)
    words = [option.id for option in getattr(other, "options", ())]
    for value in (*WRONG, *range(-3, 103), *words):
        if accepts(step, value) != accepts(other, value):
            own, stand_in = type(step).__name__, f"its fallback (a {type(other).__name__})"
            one, two = (own, stand_in) if accepts(step, value) else (stand_in, own)
            subject.fail(f"{one} takes {value!r}, and {two} does not", step)
