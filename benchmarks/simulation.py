"""Simulated respondents led through the exercise itself, step by step."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from benchmarks import made
from benchmarks.clock import median, seconds
from benchmarks.profiles import call_lines
from benchmarks.rows import Group, Row, Target
from progpro_tui.workspace.simulations import Plan, simulated
from progpro_tui.workspace.workspace import Workspace

MANY, BATCH, BATCHES = 1000, 100, 7
SIZES = (6, 60, 600)


def measure(folder: Path) -> Group:
    workspace = Workspace(folder / "simulation")
    rows = []
    for items in SIZES:
        act = partial(_simulate, workspace, items, BATCH)
        act()
        spent = median([seconds(act) for _ in range(BATCHES)]) * MANY / BATCH
        target = Target(most=5.0) if items == 60 else None
        name = f"{MANY:,} respondents of {items} items, with a target"
        rows.append(Row(name, spent, target=target, explain=partial(call_lines, act)))
    notes = [f"median of {BATCHES} batches of {BATCH}, extrapolated; profiles and indices too"]
    return Group("SIMULATION", rows, notes)


def _simulate(workspace: Workspace, items: int, respondents: int) -> None:
    simulated(workspace.host, made.instrument(items), Plan(respondents, "target"))
