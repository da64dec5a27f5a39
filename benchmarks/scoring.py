"""From answers to a profile, and many kept runs scored again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks import made
from benchmarks.clock import RUNS, in_turn, median, seconds
from benchmarks.profiles import call_lines
from benchmarks.rows import Group, Row, Target
from progpro_tui.core.administration import Administration
from progpro_tui.core.instrument import Instrument
from progpro_tui.workspace.profiles import make_profile, open_run
from progpro_tui.workspace.workspace import Workspace

SIZES = (10, 100, 1000)
MANY, BATCHES, BATCH = 10_000, 10, 100
EACH = 20
"""Profiles a measurement: one alone is shorter than what disturbs it."""


def measure(folder: Path) -> Group:
    workspace = Workspace(folder / "scoring")
    rows = []
    for items in (60, *SIZES):
        of = made.instrument(items)
        host, given = workspace.host, made.answers(of, items)
        exercise, run = host.exercise(of.kind), open_run(host, of, seed=1)
        replayed = Administration(exercise, run, given)
        score = partial(make_profile, host, of, replayed)
        replay = partial(Administration, exercise, run, given)
        bare = partial(_means, of, {answer.step: answer.answer for answer in given})
        spent = [
            taken / EACH for taken in in_turn(*(partial(_often, act) for act in (score, replay, bare)))
        ]
        target = Target(most=0.001) if items == 60 else None
        explain = partial(call_lines, partial(_often, score))
        rows += [
            Row(
                f"one profile of {items} items, indices too",
                spent[0],
                spent[2],
                target,
                explain=explain,
            ),
            Row(f"  replay of {items} answers, apart", spent[1]),
        ]
    notes = [
        f"median of {RUNS} times {EACH}; the reference: the six means in floats, nothing else",
        f"stored runs: {BATCHES * BATCH} real ones, median of {BATCHES} batches, extrapolated",
    ]
    return Group("SCORING", [*rows, *_stored(folder)], notes)


def _often(act: Callable[[], object]) -> None:
    for _ in range(EACH):
        act()


def _means(of: Instrument, answers: dict[str, object]) -> dict[str, float]:
    means = {}
    for scale in of.scales:
        values = [v for item in of.items_of(scale.id) if isinstance(v := answers[item.id], int)]
        means[scale.id] = sum(values) / len(values) if values else 0.0
    return means


def _stored(folder: Path) -> list[Row]:
    """Runs of sixty items read from their files, replayed and scored."""
    workspace = made.practice(folder / "stored")
    dossier = workspace.dossiers.create("Amina Delorme", "bilan")
    of = made.instrument(60)
    full = made.fill(workspace, dossier, of, BATCHES * BATCH)
    ids = [record.id for record in full.runs]
    _score(workspace, of, full.id, ids[:BATCH])
    batches = [ids[start : start + BATCH] for start in range(0, len(ids), BATCH)]
    whole = [seconds(partial(_score, workspace, of, full.id, batch)) for batch in batches]
    read = [seconds(partial(_read, workspace, full.id, batch)) for batch in batches]
    explain = partial(call_lines, partial(_score, workspace, of, full.id, ids[:BATCH]))
    times = MANY / BATCH
    return [
        Row("10,000 stored runs again", median(whole) * times, target=Target(most=10), explain=explain),
        Row("  of which reading the answers", median(read) * times),
    ]


def _read(workspace: Workspace, dossier_id: str, run_ids: list[str]) -> None:
    for run_id in run_ids:
        workspace.repository.answers(dossier_id, run_id)


def _score(workspace: Workspace, of: Instrument, dossier_id: str, run_ids: list[str]) -> None:
    """Score one run after the other; nothing is held on to."""
    exercise, run = workspace.host.exercise(of.kind), open_run(workspace.host, of, seed=1)
    for run_id in run_ids:
        kept = workspace.repository.answers(dossier_id, run_id)
        make_profile(workspace.host, of, Administration(exercise, run, kept))
