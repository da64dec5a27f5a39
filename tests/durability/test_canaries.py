"""Words of a person stand in no file, file name, temporary file or log of a practice in use."""

from __future__ import annotations

import base64
import os
import re
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from progpro_tui.testing.practice import PASSPHRASE, new_practice, unlocked
from tests.durability.forms import Figures, needs
from tests.durability.writers import ROOT
from tests.terminal.terminal import Terminal

CANARIES = (
    *("Person d1", "Person d2", "first 3", "changed", "second 4", "after a pause", "last"),
    *("noted once", "noted anew", "noted besides"),
)
"""What a session types: names, answers in words of its own, notes."""
SECRETS = ("tambour orage", "grillon falaise", "24681357")

CREATED = re.compile(r'(?:openat|open|creat)\(.*?"(?P<path>[^"]+)".*O_CREAT.*, 0(?P<mode>\d+)\) = \d')
MADE = re.compile(r'mkdir(?:at)?\(.*?"(?P<path>[^"]+)", 0(?P<mode>\d+)\) = 0')
WRITTEN = re.compile(r'openat\(.*?"(?P<path>[^"]+)", O_(?:WRONLY|RDWR)[^)]*\) = \d')


def spellings(words: str) -> Iterator[bytes]:
    """Words as a file may hold them: in several codes, and in base 64 at any place."""
    for code in ("utf-8", "utf-16-le", "utf-32-le"):
        yield words.encode(code)
    yield words.encode().hex().encode()
    for shift in range(3):
        # The first and the last group depend on what stands around the words.
        middle = base64.b64encode(bytes(shift) + words.encode())[4:-4]
        if len(middle) > 3:
            yield middle


def traced(home: Path) -> str:
    """What a session asked of the system; it had everything of a user within ``home``."""
    log = home.parent / "calls"
    for name in ("home", "temporary"):
        (home / name).mkdir(parents=True)
    own = {
        "HOME": str(home / "home"),
        "TMPDIR": str(home / "temporary"),
        **{f"XDG_{each}_HOME": str(home / each) for each in ("DATA", "CONFIG", "CACHE", "STATE")},
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = ["strace", "-f", "-qq", "-o", str(log), "-e", "trace=open,openat,creat,mkdir,mkdirat"]
    done = subprocess.run(
        [*command, sys.executable, "-m", "tests.durability.session", str(home / "practice")],
        cwd=ROOT,
        env={**os.environ, **own},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return log.read_text()


@needs("strace", root=False)
def test_nothing_of_a_person_is_written_in_clear(memory: Path, figures: Figures) -> None:
    home = memory / "everything"
    calls = traced(home)
    written = {found["path"] for found in WRITTEN.finditer(calls)} - {"/dev/null", "/dev/tty"}
    assert written
    assert all(Path(path).is_relative_to(home / "practice") for path in written), written
    modes = [(found["path"], found["mode"]) for found in CREATED.finditer(calls)]
    assert modes
    assert {mode for _, mode in modes} == {"600"}, modes
    folders = [found["mode"] for found in MADE.finditer(calls)]
    assert folders
    assert set(folders) == {"700"}
    paths = list(home.rglob("*"))
    for path in paths:
        inside = path.is_relative_to(home / "practice")
        mode = stat.S_IMODE(path.stat().st_mode)
        assert not inside or mode == (0o700 if path.is_dir() else 0o600), path
        content = path.name.encode() + (path.read_bytes() if path.is_file() else b"")
        for words in (*CANARIES, *SECRETS):
            assert not any(each in content for each in spellings(words)), (path, words)
    figures(files=len(paths), created=len(modes), in_clear=0)


def test_a_word_in_clear_would_be_found() -> None:
    """A test of the test above."""
    for words in CANARIES:
        assert any(each in words.encode() for each in spellings(words))
    for around in ("", "x", "xy"):
        coded = base64.b64encode(f"{around}Person d1, or another".encode())
        assert any(each in coded for each in spellings("Person d1"))


NAME, ANSWER, DRAFT = "Xylophage, Zénobie", "Wombat quincaillier", "Ornithorynque en bref"
NOTE, BEGUN = "Quokka vigilant", "Narval pensif"
"""A name; an answer in one's own words and one that is begun and not finished; two such notes."""
NOTES = (*NOTE.split(), *BEGUN.split())


def typed(home: Path) -> None:
    """In the real app: a dossier, notes, answers, a lock in the middle of a sentence; it is left in the
    middle of a note, which makes a backup.
    """
    own = {f"XDG_{each}_HOME": str(home / each) for each in ("CACHE", "RUNTIME")}
    terminal = Terminal(home, environment={**own, "HOME": str(home), "TMPDIR": str(home / "tmp")})
    try:
        terminal.wait("Aucun dossier")
        terminal.press("ctrl+n")
        terminal.wait("Nouveau dossier")
        terminal.press(*NAME, "enter", "enter")
        terminal.wait("Nouveau questionnaire")
        terminal.press("m")
        terminal.wait("Enregistrer cette note")
        terminal.press(*NOTE, "ctrl+s")
        terminal.wait(rf"– {NOTE} +note")
        terminal.press("enter")
        terminal.wait("Commencer ensemble")
        terminal.press(*"premier entretien", "enter")
        terminal.wait(r"\[ Commencer \]")
        terminal.press("enter")
        terminal.wait("1 sur 19")
        terminal.press("1")
        terminal.wait("2 sur 19")
        terminal.press(*ANSWER)
        terminal.wait(ANSWER)
        terminal.press("ctrl+s")
        terminal.wait("3 sur 19")
        terminal.press(*DRAFT)
        terminal.wait(DRAFT)
        terminal.press("f9")
        terminal.wait(r"(?s)\A\s+Cabinet Horizon est verrouillé.*╚.*F4 Montrer")
        painted = time.monotonic() + 10
        while any(each in terminal.text for each in (NAME, ANSWER, DRAFT)):
            assert time.monotonic() < painted, terminal.text
            terminal.watch(0.2)
        terminal.press(*PASSPHRASE, "enter")
        terminal.wait(DRAFT)
        terminal.press("escape")
        terminal.wait("Reprendre")
        terminal.press("d")
        terminal.wait(rf"– {NOTE} +note")
        terminal.press("m")
        terminal.wait("Enregistrer cette note")
        terminal.press(*BEGUN)
        terminal.wait(BEGUN)
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
    finally:
        terminal.kill()


def test_nothing_that_is_typed_into_the_app_is_written_in_clear(tmp_path: Path) -> None:
    home = tmp_path / "home"
    for folder in (home, home / "tmp"):
        folder.mkdir(mode=0o700)
    new_practice(home / "data" / "progpro" / "practice").close()
    typed(home)
    workspace = unlocked(home / "data" / "progpro" / "practice")
    (dossier,) = workspace.dossiers.all()[0]
    answers = workspace.repository.answers(dossier.id, dossier.runs[0].id)
    assert dossier.person == NAME
    assert [note.words for note in workspace.repository.notes(dossier.id)] == [NOTE, BEGUN]
    assert [given.answer for given in answers if isinstance(given.answer, str)][-2:] == [ANSWER, DRAFT]
    workspace.close()
    paths = list(home.rglob("*"))
    assert [path for path in paths if path.name == "manifest"], "leaving made a backup"
    for path in paths:
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path
        content = os.fsencode(path.name) + (path.read_bytes() if path.is_file() else b"")
        for words in (*NAME.split(", "), *ANSWER.split(), *DRAFT.split()[:1], *NOTES, *SECRETS):
            assert not any(each in content for each in spellings(words)), (path, words)
