"""The main job in a real pty at 80×24, by keyboard alone; then the same with a kill in the middle."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pty needs a Unix system", allow_module_level=True)

from progpro_tui.testing.practice import PASSPHRASE, unlocked
from tests.terminal.terminal import Terminal

NBSP = "[ \u00a0]"
PERSON = "Delorme, Amina"


@pytest.fixture
def opened() -> Iterator[list[Terminal]]:
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.kill()


def start(opened: list[Terminal], home: Path) -> Terminal:
    terminal = Terminal(home)
    opened.append(terminal)
    return terminal


def fill(terminal: Terminal, *fields: str) -> None:
    """One field after the other: the focus needs a moment from each to the next."""
    for words in fields:
        terminal.press(*words, "enter")
        terminal.watch(1.0)


def set_up(terminal: Terminal) -> None:
    """From an empty machine to the first question of a first dossier."""
    terminal.wait("Bienvenue")
    terminal.press(*"Cabinet Horizon", "enter")
    terminal.wait("sept mots tirés au hasard")
    terminal.press(*["tab"] * 5, "enter")
    terminal.wait("Une phrase de passe de votre choix")
    fill(terminal, PASSPHRASE, PASSPHRASE)
    terminal.wait("Mise en place 3 sur 3")
    groups = re.search(r"(?:\b[0-9A-Z]{4}  ){6}([0-9A-Z]{4})\b", terminal.text)
    assert groups is not None
    fill(terminal, groups[1], "75310864", "75310864")
    terminal.wait("Aucun dossier", 60)  # the cost of the passphrase is measured on this machine
    terminal.press("ctrl+n")
    terminal.wait("Nouveau dossier")
    terminal.press(*PERSON, "enter", "enter")
    terminal.wait("Nouveau questionnaire")
    terminal.press("enter")
    terminal.wait("Commencer ensemble")
    terminal.press(*"mes interets", "enter")
    terminal.wait(r"\[ Commencer \]")
    terminal.press("enter")
    terminal.wait("1 sur 60")


def answer(terminal: Terminal, first: int, last: int) -> None:
    for number in range(first, last + 1):
        terminal.wait(rf"\b{number} sur 60")
        terminal.press("12345"[number % 5])


def check_answers(home: Path) -> None:
    """Every answer that was given is in the store, and none other."""
    workspace = unlocked(home / "data" / "progpro" / "practice")
    dossier = workspace.dossiers.all()[0][0]
    given = workspace.repository.answers(dossier.id, dossier.runs[0].id)
    values = [found.answer for found in given if not found.step.startswith("show:")]
    assert values == [1 + number % 5 for number in range(1, 61)]


def finish(terminal: Terminal) -> None:
    terminal.wait(f"Terminer{NBSP}\\?")
    terminal.press("enter")
    terminal.wait("C’est terminé")


def test_start_dossier_sixty_items_profile_export(tmp_path: Path, opened: list[Terminal]) -> None:
    terminal = start(opened, tmp_path)
    set_up(terminal)
    answer(terminal, 1, 60)
    finish(terminal)
    terminal.press("enter")
    terminal.wait("Répondu 60 sur 60")
    check_answers(tmp_path)
    terminal.press("e")
    terminal.wait("Exporter en PDF")
    terminal.press("ctrl+s")
    terminal.wait(f"Écrit{NBSP}:")
    assert [p.suffix for p in (tmp_path / "documents").iterdir()] == [".pdf"]
    terminal.press("escape")
    terminal.wait("Vue de la personne")
    terminal.press("ctrl+q")
    assert terminal.leave() == 0
    opened.clear()


@pytest.mark.long  # in short, tests/durability kills the app
@pytest.mark.parametrize("handed", [False, True])
def test_kill_nine_in_the_middle_loses_no_answer(
    tmp_path: Path, opened: list[Terminal], handed: bool
) -> None:
    """On restart every answer is there, and the run goes on where and as it was."""
    terminal = start(opened, tmp_path)
    set_up(terminal)
    answer(terminal, 1, 10)
    terminal.wait("11 sur 60")
    if handed:
        terminal.press("f5")
        terminal.wait("Garder le clavier")
        terminal.press("enter")
        terminal.wait("F2 Mots simples  Échap Pause")
        answer(terminal, 11, 20)
        terminal.wait("21 sur 60")
    terminal.kill()
    reached = 21 if handed else 11

    terminal = start(opened, tmp_path)
    if not handed:
        terminal.wait(PERSON)
        terminal.press("enter")
        terminal.wait(f"{reached - 1} sur 60")
        terminal.press("enter")
    terminal.wait(f"Vous en étiez à la question{NBSP}{reached}")
    assert (PERSON in terminal.text) is not handed
    assert f"{reached} sur 60" in terminal.text
    answer(terminal, reached, 60)
    finish(terminal)
    if handed:
        assert "Voir le profil" not in terminal.text
        terminal.press("f5")
        terminal.wait("Code de la personne")
        terminal.press(*"75310864", "enter")
        terminal.wait("Voir le profil")
    terminal.press("enter")
    terminal.wait("Répondu 60 sur 60")
    check_answers(tmp_path)
