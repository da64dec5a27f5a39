"""The linear mode in a real pty: a person types, and what was said is never drawn over."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pty needs a Unix system", allow_module_level=True)

import pexpect

from progpro_tui.testing.practice import let_go, new_practice, unlocked
from progpro_tui.workspace.workspace import Workspace
from tests.terminal.terminal import PASSPHRASE_FILE

FORM = Path(__file__).parents[1] / "golden" / "form.yaml"
DRAWS_OVER = re.compile(rb"\x1b\[[\d;]*[ABEFHfdLM]|\x1b\[[123]J|\x1b\[\?1049h|\x1b\[[34]\dm")
"""Sequences that take the cursor to another line, clear lines above, or colour."""


@pytest.fixture
def practice(tmp_path: Path) -> Workspace:
    workspace = new_practice(tmp_path / "practice", code="75310864")
    workspace.dossiers.create("Delorme, Amina", "bilan")
    return workspace


class Typist:
    """Somebody at a terminal who hears lines and types lines."""

    def __init__(self, folder: Path, *arguments: str, terminal: str = "xterm-256color") -> None:
        options = ["--practice", str(folder), "--lang", "en", "run", "--linear", *arguments]
        let_go()
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "progpro_tui", "--passphrase-file", str(PASSPHRASE_FILE), *options],
            env={**os.environ, "TERM": terminal, "LANG": "C.UTF-8"},
            dimensions=(24, 80),
            timeout=20,
        )
        self.heard = b""

    def hear(self, words: str) -> None:
        self.child.expect_exact(words.encode())
        self.heard += self.child.before + self.child.after

    def type(self, line: str, after: str = "Answer:") -> None:
        self.hear(after)
        self.child.send(f"{line}\r")

    def leave(self) -> int:
        self.child.expect(pexpect.EOF)
        self.heard += self.child.before
        self.child.close()
        return int(self.child.exitstatus or 0)


@pytest.fixture
def typists() -> Iterator[list[Typist]]:
    started: list[Typist] = []
    yield started
    for typist in started:
        typist.child.close(force=True)


@pytest.mark.parametrize("terminal", ["xterm-256color", "dumb"])
def test_a_short_form_from_the_first_question_to_its_profile(
    tmp_path: Path, practice: Workspace, typists: list[Typist], terminal: str
) -> None:
    typist = Typist(tmp_path / "practice", str(FORM), "--dossier", "amina delorme", terminal=terminal)
    typists.append(typist)
    typist.hear("Enter: Begin.")
    typist.type("")
    typist.hear("What is your situation today?")
    typist.type("looking for a job")
    typist.hear("Saved: looking for a job")
    typist.type("2019")
    typist.hear("What are you looking for here?")
    typist.type("1 3")
    for line in ("Gardening,", "or été.", "", ":p"):
        typist.type(line, after="Text:")
    typist.hear("1 question was passed: go back to it (y/n)?")
    typist.type("n")
    typist.hear("It is finished. Thank you.")
    assert typist.leave() == 0
    assert "or été." in typist.heard.decode()
    assert not DRAWS_OVER.search(typist.heard)
    assert terminal != "dumb" or b"\x1b" not in typist.heard
    found = unlocked(practice.folder)
    [run] = found.dossiers.find("amina").runs
    assert run.finished
    dossier = found.dossiers.find("amina")
    given = {g.step: g.answer for g in found.repository.answers(dossier.id, run.id)}
    assert given["idea"] == "Gardening,\nor été."
    assert given["hopes"] == ("change", "breathe")


def test_ctrl_c_keeps_the_answers_and_says_how_to_go_on(
    tmp_path: Path, practice: Workspace, typists: list[Typist]
) -> None:
    typist = Typist(tmp_path / "practice", str(FORM), "--dossier", "amina delorme")
    typists.append(typist)
    typist.type("")
    typist.type("3")
    typist.hear("Saved: in training")
    typist.hear("Answer:")
    typist.child.send("1\x03")
    typist.hear("Your answer is saved.")
    typist.hear("--dossier")
    assert typist.leave() == 130

    again = Typist(tmp_path / "practice", str(FORM), "--dossier", "amina")
    typists.append(again)
    again.hear("1  Delorme, Amina")  # a part of a name is only proposed
    again.type("1", after="Enter for none: ")
    again.hear("The answers go into the dossier of Delorme, Amina.")
    again.hear("You were at question 2.")
    again.hear("Answer:")
    again.child.send("\x04")
    again.hear("To go on, type:")
    assert again.leave() == 0
