"""What trying the key of an instrument shows, as warnings at the places to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from progpro_tui.authoring.check import CheckReport, in_order
from progpro_tui.authoring.loader import Reading
from progpro_tui.authoring.remarks import Remark
from progpro_tui.authoring.tree import Path
from progpro_tui.core.card_steps import Arrange, Choose, Rank, Sort
from progpro_tui.core.errors import Mistake, PluginError
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.progress import Progress
from progpro_tui.core.text import N_, Message, message
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.workspace.key_trial import SHARE, USUAL, Crowd, Trial, tried
from progpro_tui.workspace.profiles import open_run

LOST = "target-lost"

REVERSE = N_(
    "Whoever always gives the same answer gets a profile ({high} before {low}) all the same: reverse "
    "the same share of the items in each scale."
)
NEVER_FIRST = N_(
    "Whoever always takes the same place gets a profile ({high} before {low}) all the same: let no "
    "scale stand first more often than another."
)


def with_key_tried(
    host: PluginHost, report: CheckReport, crowd: Crowd = USUAL, progress: Progress | None = None
) -> CheckReport:
    """The report with what simulated respondents show; as it is, where the file has mistakes."""
    reading = report.reading
    if reading is None or report.mistakes:
        return report
    try:
        trial = tried(host, reading.instrument, crowd, progress)
        remarks = (
            *report.remarks,
            *_remarks(host, reading, trial),
            *unseen_items(host, reading, trial),
        )
    except PluginError as error:
        place = reading.tree.place(("kind",))
        return replace(report, mistakes=(Mistake(place, error.message),))
    lost = any(remark.code == LOST for remark in remarks)
    key = report.key if report.key == "none" else "lost" if lost else "found"
    return replace(report, remarks=in_order(remarks), key=key)


def _remarks(host: PluginHost, reading: Reading, trial: Trial) -> Iterator[Remark]:
    yield from _lost_targets(reading, trial)
    yield from _unused_levels(reading, trial)
    yield from _straight_liners(host, reading, trial)


def _warning(reading: Reading, path: Path, code: str, what: Message) -> Remark:
    return Remark("warning", code, reading.tree.key_place(path), what)


def _lost_targets(reading: Reading, trial: Trial) -> Iterator[Remark]:
    if len(reading.instrument.scales) < 2:
        return  # a single scale always comes first
    for number, scale in enumerate(reading.instrument.scales):
        found, asked = trial.found[scale.id], trial.asked[scale.id]
        if found < SHARE * asked:
            what = message(
                N_(
                    "The scale {scale} is found again in only {found} of {asked} simulated respondents "
                    "who are high on it (90 of 100 expected): add items, or let fewer of them count "
                    "for other scales as well."
                ),
                scale=scale.id,
                found=found,
                asked=asked,
            )
            yield _warning(reading, ("scales", number, "id"), LOST, what)


def _unused_levels(reading: Reading, trial: Trial) -> Iterator[Remark]:
    for number, scale in enumerate(reading.instrument.scales):
        for place in range(len(scale.levels)):
            if not trial.levels[scale.id, place]:
                what = message(
                    N_(
                        "None of the simulated respondents comes out at this level, not even those who "
                        "give the lowest or the highest answers: move its bounds, or take it out."
                    )
                )
                path: Path = ("scales", number, "levels", place, "from")
                yield _warning(reading, path, "level-unused", what)


def _straight_liners(host: PluginHost, reading: Reading, trial: Trial) -> Iterator[Remark]:
    for profile in trial.straight.values():
        groups = profile.ties.groups
        if len(groups) > 1:
            words = NEVER_FIRST if _compares(host, reading.instrument) else REVERSE
            what = message(words, high=", ".join(groups[0]), low=", ".join(groups[-1]))
            yield _warning(reading, ("scales",), "straight-liner", what)
            return


def _compares(host: PluginHost, instrument: Instrument) -> bool:
    """Whether things are set against each other: there, nothing can be reversed."""
    run = open_run(host, instrument, seed=0)
    steps = host.exercise(instrument.kind).outline(run)
    return any(isinstance(step, Choose | Rank | Sort | Arrange) for step in steps)


def unseen_items(host: PluginHost, reading: Reading, trial: Trial) -> Iterator[Remark]:
    """Items to whose own questions nobody came; one that only stands among others has none."""
    instrument, unreached = reading.instrument, trial.unreached
    if not unreached:
        return
    exercise, run = host.exercise(instrument.kind), open_run(host, instrument, seed=0)
    steps = [step.id for step in exercise.outline(run)]
    reached = {part for step in steps if step not in unreached for part in _parts(step)}
    missed = {part for step in unreached for part in _parts(step)} - reached
    for number, item in enumerate(instrument.items):
        if item.id in missed:
            what = message(
                N_("None of the simulated respondents came to this item: look at what leads to it.")
            )
            yield _warning(reading, ("items", number, "id"), "item-unseen", what)


def _parts(step: str) -> list[str]:
    """What the id of a step names: ``pile:c07`` is about the item c07."""
    return step.split(":")
