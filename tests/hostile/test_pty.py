"""Hostile words through the real program, in a real terminal: every byte that it is sent."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pty needs a Unix system", allow_module_level=True)

from progpro_forms.questions import Question
from progpro_tui.testing.practice import unlocked
from tests.hostile.sent import foreign
from tests.hostile.walk import LONGEST_WORD, hostile_files
from tests.hostile.words import MARKED, PARTS, SEQUENCES, hostile
from tests.terminal.terminal import Terminal
from tests.tui.small_choices import both, form
from tests.tui.stage import begun

PRACTICE = Path("data", "progpro", "practice")


@pytest.fixture
def opened() -> Iterator[list[Terminal]]:
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.kill()


def stored(words: list[str]) -> str:
    return " ".join(words).encode("utf-8", "replace").decode()[:LONGEST_WORD]


def through(home: Path, opened: list[Terminal], words: list[str]) -> str:
    """From the list of people into a run, its help and its pause; what the terminal was sent."""
    said = stored(words)
    asked = Question("story", "long", both(said, said), help=both(said, said))
    sitting = begun(home / PRACTICE, form(asked, asked), "story")
    workspace = unlocked(home / PRACTICE)
    dossier = workspace.dossiers.get(sitting.dossier_id)
    spoilt = dataclasses.replace(dossier, person=f"{MARKED} {said}")
    workspace.repository.keep_dossier(spoilt)
    hostile_files(home / PRACTICE, words[:20])
    terminal = Terminal(home)
    opened.append(terminal)
    terminal.wait(MARKED)
    terminal.press("enter")
    terminal.wait("Questionnaires")
    terminal.press("enter")
    terminal.wait("Ctrl S Continuer")
    # Textual takes what follows an escape in a paste for keys; terminals leave it out of pastes.
    terminal.press("\x1b[200~" + said.replace("\x1b", "") + "\x1b[201~", "f1")
    terminal.wait("Touches de cet écran")
    terminal.press("escape")
    terminal.wait("Ctrl S Continuer")
    terminal.press("ctrl+q")
    assert terminal.leave() == 0
    return terminal.raw.decode()


def test_the_terminal_gets_nothing_foreign(tmp_path: Path, opened: list[Terminal]) -> None:
    sent = through(tmp_path, opened, [*SEQUENCES, *(parts[0] for parts in PARTS)])
    assert "\N{WHITE SQUARE}" in sent
    assert foreign(sent) == set()


@pytest.mark.long
@pytest.mark.parametrize("part", range(50))
def test_a_thousand_words_in_a_terminal(tmp_path: Path, opened: list[Terminal], part: int) -> None:
    words = hostile(1000)[part * 20 : part * 20 + 20]
    assert foreign(through(tmp_path, opened, [word[:400] for word in words])) == set()
