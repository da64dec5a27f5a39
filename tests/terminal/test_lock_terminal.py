"""Locked in a real terminal: another program takes this one's place, and leads back where one was."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pty needs a Unix system", allow_module_level=True)

from progpro_tui.testing.practice import PASSPHRASE, new_practice
from tests.terminal.terminal import Terminal

PERSON = "Delorme, Amina"
LOCKED = r"(?s)\A\s+Cabinet Horizon est verrouillé.*╚.*F4 Montrer"
"""The whole of the lock's screen: what stood there before is gone once its footer is drawn."""


@pytest.fixture
def opened() -> Iterator[list[Terminal]]:
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.kill()


def start(opened: list[Terminal], home: Path, *arguments: str) -> Terminal:
    terminal = Terminal(home, *arguments, passphrase=False)
    opened.append(terminal)
    return terminal


def test_f9_replaces_the_program_and_the_passphrase_leads_back(
    tmp_path: Path, opened: list[Terminal]
) -> None:
    practice = new_practice(tmp_path / "practice")
    practice.dossiers.create(PERSON, "bilan")
    practice.close()
    terminal = start(opened, tmp_path, "--practice", str(tmp_path / "practice"))
    terminal.wait(LOCKED)
    terminal.press(*PASSPHRASE, "enter")
    terminal.wait(PERSON)
    terminal.press("enter")
    terminal.wait("Nouveau questionnaire")
    assert (tmp_path / "practice" / "holder").exists()
    before = mapped(terminal.pid)
    terminal.press("f9")
    terminal.wait(LOCKED)
    assert PERSON not in terminal.text
    assert not (tmp_path / "practice" / "holder").exists()
    assert mapped(terminal.pid) != before, "the memory is another one, under the same number"
    terminal.press(*"soleil", "enter")
    terminal.wait("Cette phrase n’ouvre pas le cabinet")
    terminal.press(*["\x7f"] * 6, *PASSPHRASE, "enter")
    terminal.wait(f"Dossiers › {PERSON}")
    assert b"PROGPRO_LOCKED_AT" not in environment_of_children(terminal.pid)
    terminal.press("ctrl+q")
    assert terminal.leave() == 0
    opened.clear()


def mapped(pid: int) -> str:
    """Where the stack of a process is: drawn anew for every program."""
    maps = Path(f"/proc/{pid}/maps").read_text()
    return next(line.split()[0] for line in maps.splitlines() if line.endswith("[stack]"))


def environment_of_children(pid: int) -> bytes:
    found = b""
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        found += Path(f"/proc/{child}/environ").read_bytes()
    return found


@pytest.mark.long
def test_two_windows_the_second_reads_and_names_the_first(
    tmp_path: Path, opened: list[Terminal]
) -> None:
    practice = new_practice(tmp_path / "practice")
    practice.dossiers.create(PERSON, "bilan")
    practice.close()
    first, second = (start(opened, tmp_path, "--practice", str(tmp_path / "practice")) for _ in "12")
    for terminal in (first, second):
        terminal.wait(LOCKED)
        terminal.press(*PASSPHRASE, "enter")
        terminal.wait(PERSON)
    second.wait("Lecture seule")
    second.wait("ouvert dans une autre fenêtre")
    assert "Lecture seule" not in first.text
    first.kill()
    second.press("f9")
    second.wait(LOCKED)
    second.press(*PASSPHRASE, "enter")
    second.wait(PERSON)
    assert "Lecture seule" not in second.text
