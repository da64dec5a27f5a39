"""How the program ends without being quit: signals, a closed window, a mistake of ours."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pty needs a Unix system", allow_module_level=True)

from progpro_tui.core.answers import Answer, Given
from progpro_tui.core.steps import SEEN, Show, Step
from progpro_tui.testing.practice import unlocked
from progpro_tui.workspace.runs import Sitting
from tests.terminal.terminal import Terminal
from tests.tui.small_choices import form
from tests.tui.stage import begun

PRACTICE = Path("data", "progpro", "practice")
PERSON, ANSWER, DRAFT = "Xylophage, Zénobie", "quartzifère", "Wombat brumeux"
"""Words that nothing else says."""
LEAVES = b"\x1b[?1049l"
"""Sent where the terminal shows again what it showed before."""


@pytest.fixture
def opened() -> Iterator[list[Terminal]]:
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.kill()


def writing(
    home: Path, opened: list[Terminal], program: tuple[str, ...] = ("-m", "progpro_tui")
) -> tuple[Terminal, Sitting]:
    """The person at a field, with words in it that are saved nowhere yet."""
    sitting = begun(home / PRACTICE, form(), "story")
    unlocked(home / PRACTICE).practice.hand_over(sitting.dossier_id, sitting.record.id)
    terminal = Terminal(home, program=program)
    opened.append(terminal)
    terminal.wait("Ctrl S Continuer")
    terminal.press(DRAFT)
    terminal.wait(DRAFT)
    return terminal, sitting


def draft(home: Path, sitting: Sitting) -> Given:
    """What another start of the program finds in the field."""
    repository = unlocked(home / PRACTICE).repository
    answers = repository.answers(sitting.dossier_id, sitting.record.id)
    return next(given for given in answers if given.step == "story")


@pytest.mark.parametrize(
    ("name", "code"),
    [("SIGTERM", 143), ("SIGHUP", 129), pytest.param("SIGINT", 130, marks=pytest.mark.long)],
)
def test_a_signal_ends_it_in_order(
    tmp_path: Path, opened: list[Terminal], name: str, code: int
) -> None:
    terminal, sitting = writing(tmp_path, opened)
    terminal.signal(name)
    assert terminal.leave() == code
    assert draft(tmp_path, sitting).answer == DRAFT
    for gives_back in (LEAVES, b"\x1b[?25h", b"\x1b[?1003l", b"\x1b[?2004l"):
        assert gives_back in terminal.raw
    last_words = terminal.raw.split(LEAVES)[-1]
    assert b"Traceback" not in last_words
    _says_nothing(last_words)


def test_a_closed_window_loses_nothing(tmp_path: Path, opened: list[Terminal]) -> None:
    terminal, sitting = writing(tmp_path, opened)
    assert terminal.hang_up() == 129
    assert draft(tmp_path, sitting).answer == DRAFT


BESIDE = """
import signal, subprocess, sys
signal.signal(signal.SIGHUP, lambda *_: None)
sys.exit(subprocess.call([sys.executable, "-m", "progpro_tui", *sys.argv[1:]]))
"""
"""As make and scripts begin the program: the end of the window is told to them alone."""


def test_a_closed_window_is_noticed_below_another_program(
    tmp_path: Path, opened: list[Terminal]
) -> None:
    program = tmp_path / "beside.py"
    program.write_text(BESIDE)
    terminal, sitting = writing(tmp_path, opened, (str(program),))
    assert terminal.hang_up() == 129
    assert draft(tmp_path, sitting).answer == DRAFT


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("way", ["SIGTERM", "SIGHUP", "window"])
def test_a_hundred_ends_lose_nothing(tmp_path: Path, opened: list[Terminal], way: str) -> None:
    for number in range(100):
        home = tmp_path / str(number)
        terminal, sitting = writing(home, opened)
        if way == "window":
            assert terminal.hang_up() == 129
        else:
            terminal.signal(way)
            assert terminal.leave() in (129, 143)
        assert draft(home, sitting).answer == DRAFT
        opened.clear()


FAILING = """
import sys
from progpro_tui.cli.main import guard_process, main
guard_process()  # as main does, before anything else
from progpro_tui.tui.screens.run import RunScreen

def fail(self):
    answers = [given.answer for given in self.sitting.administration.live.values()]
    name, typed = self.sitting.person, self.view.draft()
    try:
        raise KeyError(name)
    except KeyError as error:
        raise RuntimeError(f"{name} {typed} {answers}") from error

RunScreen.action_wording = fail
main(sys.argv[1:])
"""


def answering(step: Step) -> Answer:
    return SEEN if isinstance(step, Show) else ANSWER


def test_a_crash_says_a_code_and_nothing_of_anyone(tmp_path: Path, opened: list[Terminal]) -> None:
    program, temporary = tmp_path / "failing.py", tmp_path / "tmp"
    program.write_text(FAILING)
    temporary.mkdir(mode=0o700)
    sitting = begun(tmp_path / PRACTICE, form(), "job", answering, person=PERSON)
    asked = {
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "TMPDIR": str(temporary),
        "TEXTUAL_LOG": str(tmp_path / "textual.log"),
        "TEXTUAL_DEBUG": "1",
    }
    terminal = Terminal(tmp_path, program=(str(program),), folder=temporary, environment=asked)
    opened.append(terminal)
    terminal.wait("Xylophage")
    terminal.press("enter")
    terminal.wait("Questionnaires")
    terminal.press("enter")
    terminal.wait("Votre métier")
    terminal.press(DRAFT)
    terminal.wait(DRAFT)
    terminal.press("f2")
    assert terminal.leave() == 1
    last_words = terminal.raw.split(LEAVES)[-1].decode()
    assert "notée" in last_words
    assert "Traceback" not in last_words
    log = tmp_path / "state" / "progpro" / "mistakes.log"
    assert '"error": ["RuntimeError", "KeyError"]' in log.read_text()
    assert "failing.py:13" in log.read_text()
    practice = tmp_path / PRACTICE
    for path in _files(tmp_path):
        if practice in path.parents or path == program:
            continue  # what stands in the store is for the tests of the store
        _says_nothing(path.read_bytes() + os.fsencode(path.relative_to(tmp_path)))
    _says_nothing(last_words.encode())
    assert _open_to_others(tmp_path, program) == []
    assert draft(tmp_path, sitting).answer == ANSWER


def _says_nothing(content: bytes) -> None:
    for secret in (PERSON, "Xylophage", "Zénobie", ANSWER, DRAFT, "Wombat"):
        assert secret.encode() not in content


def _files(home: Path) -> list[Path]:
    return [path for path in home.rglob("*") if path.is_file()]


def _open_to_others(home: Path, *but: Path) -> list[str]:
    """What was made that others may read or enter."""
    made = [path for path in home.rglob("*") if path not in but and not path.is_symlink()]
    return [str(path) for path in made if stat.S_IMODE(path.stat().st_mode) & 0o077]
