"""kill −9 of the real app in a real terminal, between a key and the next question, and after it."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import pytest

from progpro_tui.testing.practice import let_go, new_practice, unlocked
from tests.durability.forms import Figures, forms
from tests.terminal.terminal import Terminal

PERSON = "Canaritier, Ozalée"
ITEMS = 60


def begun(home: Path) -> Path:
    """A practice where the app looks for it, with a run whose instructions were read."""
    folder = home / "data" / "progpro" / "practice"
    workspace = new_practice(folder)
    dossier = workspace.dossiers.create(PERSON, "bilan")
    sitting = workspace.runs.begin(dossier, workspace.shelf.find("interests"), seed=6)
    sitting.answer("seen", language="fr")
    workspace.close()
    let_go()
    return folder


def kept(folder: Path) -> list[object]:
    """The answers, in the order in which they were first given."""
    workspace = unlocked(folder)
    (dossier,) = workspace.dossiers.all()[0]
    given = workspace.repository.answers(dossier.id, dossier.runs[0].id)
    workspace.close()
    let_go()
    return [each.answer for each in given if not each.step.startswith("show:")]


def answered(count: int) -> list[object]:
    return [1 + number % 5 for number in range(1, count + 1)]


def live(home: Path, first: int, chance: Random) -> int:
    """Start the app, answer some questions from this one on, and kill it; the last one acknowledged.

    An answer is acknowledged when the next question stands on the screen.
    """
    terminal = Terminal(home)
    terminal.wait("Canaritier")
    terminal.press("enter")
    terminal.wait(f"{first - 1} sur {ITEMS}")
    terminal.press("enter")
    terminal.wait("Vous en étiez")
    last = min(first + chance.randrange(1, 12), ITEMS)
    for number in range(first, last + 1):
        terminal.wait(rf"\b{number} sur {ITEMS}")
        terminal.press("12345"[number % 5])
    time.sleep(chance.random() * 0.05)
    terminal.kill()
    return last - 1


@pytest.mark.parametrize("kills", forms(3, 50))
def test_kill_nine_of_the_app(memory: Path, figures: Figures, kills: int) -> None:
    chance, acknowledged, reached = Random(6), 0, ITEMS
    for kill in range(kills):
        if reached > ITEMS - 12:
            home, reached = memory / str(kill), 0
            folder = begun(home)
        told = live(home, reached + 1, chance)
        found = kept(folder)
        assert told <= len(found) <= told + 1
        assert found == answered(len(found))
        acknowledged += told - reached
        reached = len(found)
        for path in home.rglob("*"):
            assert "anaritier" not in path.name
            assert not path.is_file() or b"anaritier" not in path.read_bytes(), path
    figures(kills=kills, acknowledged=acknowledged, lost=0)
