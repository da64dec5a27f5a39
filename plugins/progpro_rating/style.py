"""Answering style: openers for the conversation, never verdicts. For the counsellor only."""

from __future__ import annotations

from itertools import groupby
from statistics import median

from progpro_tui.api import N_, NN_, IndexResult, Instrument, Profile, message


def longest_string(values: list[int | None]) -> tuple[int, int | None]:
    """The longest run of identical answers in presentation order, and the answer it repeats.

    A missing answer breaks a run. As ``careless::longstring`` in R.
    """
    runs = [(len(list(run)), value) for value, run in groupby(values) if value is not None]
    return max(runs, key=lambda run: run[0], default=(0, None))


class LongString:
    """Many identical answers in a row."""

    id = "style.long_string"

    def compute(self, instrument: Instrument, profile: Profile) -> IndexResult:
        length, value = longest_string([line.value for line in profile.lines])
        words = next((line.answer for line in profile.lines if line.value == value), "")
        cut_off = instrument.settings.get("long_string", 8)
        question = message(
            N_("You answered “{answer}” {n} times in a row: tell me about that."),
            answer=words,
            n=length,
        )
        return IndexResult(
            self.id,
            message(N_("Identical answers in a row")),
            message(NN_("{n} at most", "{n} at most"), n=length),
            data={"long_string": {"value": length}},
            question=question if length >= cut_off else None,
        )


class Speed:
    """The median time that an item was given."""

    id = "style.speed"

    def compute(self, instrument: Instrument, profile: Profile) -> IndexResult:
        items = {line.step for line in profile.lines}
        seconds = [given.seconds for given in profile.given if given.step in items and given.seconds]
        label = message(N_("Time per question"))
        if not seconds:
            reason = message(N_("no times were kept"))
            return IndexResult(self.id, label, data={"speed": {"value": None}}, reason=reason)
        middle = median(seconds)
        question = message(N_("You went fast: how did you go about it?"))
        return IndexResult(
            self.id,
            label,
            message(N_("{seconds} seconds, half took longer"), seconds=middle),
            data={"speed": {"value": middle}},
            question=question if middle < instrument.settings.get("seconds", 1.5) else None,
        )
