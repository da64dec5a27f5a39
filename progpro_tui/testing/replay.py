"""Replay: what was stored leads the same way again, and amendments end in the final answers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import zip_longest

from progpro_tui.core.administration import Administration
from progpro_tui.core.answers import Answer, Given
from progpro_tui.core.profile import Profile
from progpro_tui.storage.records import from_data, given_from, to_data
from progpro_tui.testing.canonical import difference
from progpro_tui.testing.subject import Led, Subject


def stored(given: Iterable[Given]) -> list[Given]:
    """Answers as they come back from the store: through plain data and JSON."""
    return [given_from(json.loads(json.dumps(to_data(each)))) for each in given]


def check_replay(subject: Subject, led: list[Led]) -> None:
    """Kept answers, in whatever order, lead to the same path and profile; both can be stored."""
    for one in led:
        administration, seed = one.administration, one.who.run_seed
        kept = stored(reversed(administration.live.values()))
        again = subject.begin(seed, kept)
        check_ended(subject, again, seed)
        _same_path(subject, administration, again)
        profile, replayed = one.profile, subject.ended(one.who, again).profile
        if profile != replayed:
            subject.fail(f"stored answers make another profile: {difference(profile, replayed)}")
        with subject.trying("when its profile is stored and read again"):
            back = from_data(json.loads(json.dumps(to_data(profile))), Profile)
        if back != profile:
            subject.fail(f"its profile changes when it is stored: {difference(profile, back)}")


def _same_path(subject: Subject, one: Administration, other: Administration) -> None:
    for here, there in zip_longest(one.path, other.path):
        if here is None or there is None:
            subject.fail("stored answers lead another way: it is asked or not", here or there)
        if here != there:
            what = f"from stored answers it is asked otherwise: {difference(here, there)}"
            subject.fail(what, here)


def check_ended(subject: Subject, administration: Administration, seed: int) -> None:
    """A finished run stands on its final live answers alone, and its profile on them."""
    if not administration.finished:
        subject.fail("stored answers do not reach its end", administration.path[-1])
    live = administration.live
    path, reached = subject.path(seed, live)
    if [step.id for step in path] != [step.id for step in administration.path]:
        subject.fail("its path depends on more than the live answers", path[-1])
    answers: dict[str, Answer] = {step: given.answer for step, given in reached.items()}
    with subject.trying("when it makes the profile"):
        profile = administration.profile()
    expected = subject.profile(seed, answers)
    if profile != expected:
        what = f"its profile is not that of the live answers: {difference(profile, expected)}"
        subject.fail(what)
