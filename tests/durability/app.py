"""The real app in a real terminal, on a practice with one run to be answered."""

from __future__ import annotations

from pathlib import Path

from progpro_tui.testing.practice import let_go, new_practice, unlocked
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


def resumed(home: Path, first: int) -> Terminal:
    """The app, at the question where the run goes on."""
    terminal = Terminal(home)
    terminal.wait("Canaritier")
    terminal.press("enter")
    terminal.wait(f"{first - 1} sur {ITEMS}")
    terminal.press("enter")
    terminal.wait("Vous en étiez")
    return terminal


def press(terminal: Terminal, number: int) -> None:
    """Answer the question of this number, when it stands on the screen."""
    terminal.wait(asked(number))
    terminal.press("12345"[number % 5])


def asked(number: int) -> str:
    """What the screen shows of a question."""
    return rf"\b{number} sur {ITEMS}"


def kept(folder: Path) -> list[object]:
    """The answers, in the order in which they were first given."""
    workspace = unlocked(folder)
    (dossier,) = workspace.dossiers.all()[0]
    given = workspace.repository.answers(dossier.id, dossier.runs[0].id)
    workspace.close()
    let_go()
    return [each.answer for each in given if not each.step.startswith("show:")]


def answered(count: int) -> list[object]:
    """What :func:`press` answers to the first questions."""
    return [1 + number % 5 for number in range(1, count + 1)]
