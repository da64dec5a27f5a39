"""An answer key in a run: until the next item is painted, and the answer is on the disk."""

from __future__ import annotations

import asyncio
import cProfile
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import made
from benchmarks.clock import median, p99
from benchmarks.paper import Hand, on_paper
from benchmarks.profiles import call_lines, calls
from benchmarks.reference.rating_screen import RatingScreen
from benchmarks.rows import Group, Lines, Row, Target
from progpro_tui.testing.practice import unlocked
from progpro_tui.tui.app import ProgproApp
from progpro_tui.tui.screens.run import RunScreen
from progpro_tui.workspace.runs import Sitting

ROUNDS, WARM, KEYS, FEW = 5, 4, 60, 30
SIZES = (10, 100, 1000)
MEDIAN, WORST = Target(ratio=1.5), Target(ratio=2.0)


@dataclass
class Taken:
    """Seconds of every key of a kind of run, and of the saving within them."""

    painted: list[float] = field(default_factory=list)
    saved: list[float] = field(default_factory=list)


def measure(folder: Path) -> Group:
    workspace = made.practice(folder / "keys")
    person, counsellor, bare = Taken(), Taken(), Taken()
    for _ in range(ROUNDS):
        asyncio.run(_run(workspace.folder, person, handed=True))
        asyncio.run(_bare(bare))
        asyncio.run(_run(workspace.folder, counsellor, handed=False))
    rows: list[Row] = []
    for name, taken in (("beneficiary", person), ("counsellor", counsellor)):
        explain = partial(_explain, workspace.folder, name == "beneficiary")
        both = median(taken.painted), median(bare.painted)
        rows += [
            Row(f"key to paint, {name}: median", *both, MEDIAN, explain=explain),
            Row(f"{name}: p99", p99(taken.painted), p99(bare.painted), WORST, explain=explain),
            Row("  of which the answer on disk: median", median(taken.saved)),
        ]
    notes = [
        f"{len(person.painted)} keys each, in {ROUNDS} runs by turns; the reference saves nothing",
        "both paint at the screen's next tick, sixty a second",
    ]
    return Group("KEY TO PAINT (headless, 80x24)", [*rows, *_growth(folder, bare)], notes)


def _growth(folder: Path, bare: Taken) -> list[Row]:
    """The same keys behind more and more answers of the same run."""
    rows = []
    for count in SIZES:
        taken = Taken()
        asyncio.run(_run(folder / "keys", taken, handed=True, behind=count, keys=FEW))
        name = f"beneficiary, {count} answers behind: median"
        rows.append(Row(name, median(taken.painted), median(bare.painted)))
    return rows


async def _run(
    folder: Path,
    taken: Taken,
    *,
    handed: bool,
    behind: int = 0,
    keys: int = KEYS,
    profile: cProfile.Profile | None = None,
) -> None:
    """One run through the app as it is."""
    workspace = unlocked(folder)
    dossier = workspace.dossiers.create("Amina Delorme", "bilan")
    questions = made.instrument(behind + WARM + keys + 1)
    sitting = made.sitting(workspace, dossier, questions, behind)
    saved = _timed(sitting)
    app = ProgproApp(workspace, "fr")
    async with on_paper(app) as hand:
        app.show_run(sitting, handed=handed)
        await ready(app)
        await _answer(hand, app, behind, WARM, [])
        if profile:
            profile.enable()
        await _answer(hand, app, behind + WARM, keys, taken.painted)
        if profile:
            profile.disable()
    kept = workspace.repository.answers(dossier.id, sitting.record.id)
    assert len(kept) == 1 + behind + WARM + keys, "an answer was lost"
    taken.saved += saved[WARM:]


async def _answer(hand: Hand, app: ProgproApp, done: int, keys: int, taken: list[float]) -> None:
    for place in range(done + 1, done + keys + 1):
        taken.append(await hand.press(str(1 + place % 5), made.marker(place + 1)))
        await ready(app)


async def ready(app: ProgproApp) -> None:
    """Wait until the run takes keys again."""
    while not isinstance(app.screen, RunScreen) or app.screen.busy:  # noqa: ASYNC110 - the app tells nobody
        await asyncio.sleep(0.001)


def _timed(sitting: Sitting) -> list[float]:
    """Let a sitting note how long each answer takes to be durable."""
    taken: list[float] = []
    answer = sitting.answer

    def timed(*args: Any, **options: Any) -> None:
        start = time.perf_counter()
        answer(*args, **options)
        taken.append(time.perf_counter() - start)

    vars(sitting)["answer"] = timed
    return taken


async def _bare(taken: Taken) -> None:
    questions = made.instrument(WARM + KEYS + 1)
    app = RatingScreen([item.text.resolve("fr") for item in questions.items])
    async with on_paper(app) as hand:
        for place in range(1, WARM + KEYS + 1):
            spent = await hand.press(str(1 + place % 5), made.marker(place + 1))
            if place > WARM:
                taken.painted.append(spent)


def _explain(folder: Path, handed: bool) -> Lines:
    profile = cProfile.Profile()
    asyncio.run(_run(folder, Taken(), handed=handed, profile=profile))
    lines = call_lines(profile=profile, most=14, within="progpro_tui|textual/screen|_compositor")
    paintings = calls(profile, "_on_timer_update") / KEYS
    return [
        f"{KEYS} keys on the screen's thread; the answer is written on another",
        f"{paintings:.1f} paintings a key: any after the first waits for the screen's next tick, 17 ms",
        *lines,
    ]
