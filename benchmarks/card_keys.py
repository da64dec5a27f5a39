"""A card sorted, and the cursor moved over a Q-sort: until what it brings is painted."""

from __future__ import annotations

import asyncio
import cProfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import made
from benchmarks.clock import median, p99
from benchmarks.key_to_paint import MEDIAN, WORST, ready
from benchmarks.paper import on_paper
from benchmarks.profiles import call_lines
from benchmarks.reference.rating_screen import RatingScreen
from benchmarks.rows import Group, Lines, Row
from progpro_tui.core.instrument import Instrument, Item
from progpro_tui.core.steps import SEEN
from progpro_tui.core.text import Text
from progpro_tui.testing.practice import unlocked
from progpro_tui.tui.app import ProgproApp
from progpro_tui.tui.steps.arrange_view import ArrangeView
from progpro_tui.workspace.runs import Sitting
from progpro_tui.workspace.workspace import Workspace

ROUNDS, WARM, KEYS = 5, 4, 28
SIZES = (36, 360)
"""Cards of a deck: what is asked of one shall not grow with the others."""

WAY = ("right", "right", "down", "right", "left", "left", "up", "left")
"""A way over the board that ends where it began, and never stays on a card."""

Await = Callable[[str], str]
"""What the screen says after a key and did not before."""


@dataclass
class Taken:
    """Seconds of every key."""

    painted: list[float] = field(default_factory=list)


def measure(folder: Path) -> Group:
    workspace = made.practice(folder / "cards")
    sort, move, bare = Taken(), Taken(), Taken()
    for _ in range(ROUNDS):
        asyncio.run(_sort(workspace.folder, sort, SIZES[0]))
        asyncio.run(_bare(bare))
        asyncio.run(_move(workspace.folder, move))
    rows: list[Row] = []
    acts = {"a card sorted": (sort, _sort_once), "a move in a Q-sort": (move, _move_once)}
    for name, (taken, act) in acts.items():
        explain = partial(_explain, partial(act, workspace.folder))
        both = median(taken.painted), median(bare.painted)
        rows += [
            Row(f"{name}: median", *both, MEDIAN, explain=explain),
            Row(f"{name}: p99", p99(taken.painted), p99(bare.painted), WORST, explain=explain),
        ]
    for size in SIZES:
        taken = Taken()
        asyncio.run(_sort(workspace.folder, taken, size))
        rows.append(Row(f"a card of {size}: median", median(taken.painted), median(bare.painted)))
    notes = [f"{len(sort.painted)} keys each, with the person alone; the reference saves nothing"]
    return Group("KEY TO PAINT, CARDS (headless, 80x24)", rows, notes)


async def _sort(
    folder: Path, taken: Taken, cards: int, profile: cProfile.Profile | None = None
) -> None:
    """Cards into piles: one key a card, each saved."""
    workspace = unlocked(folder)
    sitting = _begun(workspace, _deck(workspace, cards))
    names = iter(sitting.instrument.items)
    next(names)
    await _press(folder, sitting, taken, _digits(), lambda key: _mark(next(names)), profile)


async def _move(folder: Path, taken: Taken, profile: cProfile.Profile | None = None) -> None:
    """The cursor from card to card; the one under it is read whole."""
    workspace = unlocked(folder)
    sitting = _begun(workspace, _deck(workspace, 36))
    while sitting.step is not None and sitting.step.id != "arrange":
        sitting.answer("middle", language="fr", by="person")
    marks = {item.id: _mark(item) for item in sitting.instrument.items}
    await _press(folder, sitting, taken, _steps(), partial(_under, marks), profile)


def _mark(item: Item) -> str:
    """What a card says and no other: its first word, which no line break parts."""
    return item.text.resolve("fr").split()[0]


def _digits() -> Iterator[str]:
    place = 0
    while True:
        place += 1
        yield str(1 + place % 3)


def _steps() -> Iterator[str]:
    while True:
        yield from WAY


BOARDS: list[ArrangeView] = []


def _under(marks: dict[str, str], key: str) -> str:
    """What the card says that the cursor comes to."""
    board = BOARDS[-1]._arrangement
    assert board is not None
    before = board.cursor
    moves = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
    board.move(*moves[key])
    found = marks[board.cards[board.cursor]]
    board.go_to(before)
    return found


async def _press(
    folder: Path,
    sitting: Sitting,
    taken: Taken,
    keys: Iterator[str],
    awaited: Await,
    profile: cProfile.Profile | None,
) -> None:
    app = ProgproApp(unlocked(folder), "fr")
    async with on_paper(app) as hand:
        app.show_run(sitting, handed=True)
        await ready(app)
        BOARDS[:] = list(app.screen.query(ArrangeView))
        for place in range(WARM + KEYS):
            if profile and place == WARM:
                profile.enable()
            key = next(keys)
            spent = await hand.press(key, awaited(key))
            await ready(app)
            if place >= WARM:
                taken.painted.append(spent)
        if profile:
            profile.disable()


async def _bare(taken: Taken) -> None:
    app = RatingScreen([made.marker(place) for place in range(1, WARM + KEYS + 2)])
    async with on_paper(app) as hand:
        for place in range(1, WARM + KEYS + 1):
            spent = await hand.press(str(1 + place % 5), made.marker(place + 1))
            if place > WARM:
                taken.painted.append(spent)


def _begun(workspace: Workspace, of: Instrument) -> Sitting:
    dossier = workspace.dossiers.create(f"Amina Delorme {time.monotonic_ns()}", "bilan")
    sitting = workspace.runs.begin(dossier, of)
    sitting.answer(SEEN, language="fr", by="person")
    return sitting


def _deck(workspace: Workspace, cards: int) -> Instrument:
    """The bundled Q-sort with so many cards, each marked by its place; its shape grows with it."""
    bundled = workspace.shelf.find("what-matters-at-work")
    items = []
    for place in range(cards):
        item = bundled.items[place % len(bundled.items)]
        words = Text(
            {code: f"{made.marker(place + 1)} {said}" for code, said in item.text.standard.items()}
        )
        items.append(replace(item, id=f"w{place + 1:04}", text=words))
    settings: dict[str, Any] = {**bundled.settings, "order": "fixed"}
    times = cards // len(bundled.items)
    settings["columns"] = [
        {**column, "places": column["places"] * times} for column in settings["columns"]
    ]
    return replace(bundled, items=tuple(items), settings=settings, hash=f"{cards:064}")


def _sort_once(folder: Path, profile: cProfile.Profile) -> None:
    asyncio.run(_sort(folder, Taken(), SIZES[0], profile))


def _move_once(folder: Path, profile: cProfile.Profile) -> None:
    asyncio.run(_move(folder, Taken(), profile))


def _explain(act: Callable[[cProfile.Profile], None]) -> Lines:
    profile = cProfile.Profile()
    act(profile)
    return [
        f"{KEYS} keys on the screen's thread; what is saved is written on another",
        *call_lines(profile=profile, most=14, within="progpro_tui|textual/screen|_compositor"),
    ]
