"""Determinism: the same answers lead the same way, whatever else happened, in any process."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from itertools import islice, zip_longest

from progpro_tui.storage.records import to_data
from progpro_tui.testing.canonical import canonical, difference
from progpro_tui.testing.people import people
from progpro_tui.testing.subject import Led, Subject

FEW = 3
"""So many respondents are led twice at the same time, and in another process."""


def check_same(subject: Subject, led: list[Led]) -> None:
    """Everyone led once more, alone and beside others, comes to the same steps and profile."""
    first, again = (subject.exercise.outline(subject.run) for _ in range(2))
    if first != again:
        subject.fail("its outline differs from one call to the next")
    for one, who in zip(led, subject.people(), strict=True):
        other = subject.led(who)
        _compare(subject, one, other, "answered alike twice")
    for one, other in zip(led, _side_by_side(subject), strict=False):
        _compare(subject, one, other, "led beside another run")


def _side_by_side(subject: Subject) -> list[Led]:
    """A few respondents, answering in turn: an exercise keeps no state of its own."""
    whos = list(islice(subject.people(), FEW))
    runs = [(who, subject.begin(who.run_seed)) for who in whos]
    while waiting := [(who, run) for who, run in runs if run.step]:
        for who, run in waiting:
            assert run.step is not None
            with subject.trying("when another run goes on beside it", run.step.id):
                run.answer(who.given(run.step))
    return [subject.ended(who, run) for who, run in runs]


def _compare(subject: Subject, one: Led, other: Led, when: str) -> None:
    for here, there in zip_longest(one.administration.path, other.administration.path):
        if here is None or there is None:
            subject.fail(f"{when}, it is asked in one run and not in the other", here or there)
        if here.id != there.id:
            subject.fail(f"{when}, “{there.id}” is asked in its place", here)
        if here != there:
            subject.fail(f"{when}, it is not the same: {difference(here, there)}", here)
    if one.profile != other.profile:
        subject.fail(f"{when}, the profile is not the same: {difference(one.profile, other.profile)}")


def check_elsewhere(subject: Subject) -> None:
    """A process whose hashes are seeded otherwise comes to the same.

    It imports the exercise, so that one that is defined inside a function is passed over.
    """
    kind = type(subject.exercise)
    if "<locals>" in kind.__qualname__ or kind.__module__ == "__main__":
        return
    asked = {
        "module": kind.__module__,
        "file": getattr(sys.modules.get(kind.__module__), "__file__", None),
        "exercise": kind.__qualname__,
        "instrument": to_data(subject.instrument),
        "seed": subject.seed,
    }
    mine = os.environ.get("PYTHONHASHSEED", "random")
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "2" if mine == "1" else "1",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    done = subprocess.run(
        [sys.executable, "-m", "progpro_tui.testing.elsewhere"],
        input=json.dumps(asked),
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        subject.fail(f"it fails in a process of its own: {done.stderr.strip().splitlines()[-1:]}")
    here, there = traces(subject), json.loads(done.stdout)
    for mine_, other in zip(here, there, strict=True):
        for (step, trace), (step_, trace_) in zip_longest(mine_, other, fillvalue=("", "")):
            if (step, trace) != (step_, trace_):
                what = "in another process, with other hashes, something else comes of it"
                subject.fail(what, step or step_)


def traces(subject: Subject) -> list[list[list[str]]]:
    """What a few respondents come to: the id of every step and a hash of it, then of the profile."""
    found = []
    for who in islice(people(subject.instrument, FEW, subject.seed), FEW):
        one = subject.led(who)
        trace = [[step.id, _hash(step)] for step in one.administration.path]
        found.append([*trace, ["profile", _hash(one.profile)]])
    return found


def _hash(value: object) -> str:
    return hashlib.sha256(canonical(value).encode()).hexdigest()[:16]
