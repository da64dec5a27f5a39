"""Keying in a real pty: one key a line, back, a stop and a resumption, a second keying."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pty needs a Unix system", allow_module_level=True)

import pexpect

from progpro_tui.authoring.shelf import bundled_folder
from progpro_tui.core.answers import Missing
from progpro_tui.testing import instrument_from
from progpro_tui.testing.practice import let_go, new_practice, unlocked
from progpro_tui.workspace.keying import keying_of, profile_of_answers
from tests.kinds import host
from tests.paper.filled import answered, keyed
from tests.paper.test_every_form import timeless
from tests.terminal.terminal import PASSPHRASE_FILE

SHORT = "interests-short"


class Keyer:
    """Somebody at a terminal with a pile of forms."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        let_go()
        self.child = pexpect.spawn(
            sys.executable,
            [
                "-m",
                "progpro_tui",
                "--passphrase-file",
                str(PASSPHRASE_FILE),
                "--lang",
                "en",
                *arguments,
            ],
            env={**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"},
            dimensions=(40, 120),
            timeout=20,
            cwd=str(folder),
        )
        self.child.delaybeforesend = None

    def see(self, words: str) -> None:
        self.child.expect_exact(words.encode())

    def keys(self, keys: str) -> None:
        self.child.send(keys.encode())

    def leave(self) -> int:
        self.child.expect(pexpect.EOF)
        self.child.close()
        return int(self.child.exitstatus or 0)


@pytest.fixture
def keyers() -> Iterator[list[Keyer]]:
    started: list[Keyer] = []
    yield started
    for keyer in started:
        keyer.child.close(force=True)


def test_one_key_a_line_and_none_typed_ahead_is_lost(tmp_path: Path, keyers: list[Keyer]) -> None:
    keyer = Keyer(tmp_path, "key", SHORT, "-o", "a.json")
    keyers.append(keyer)
    keyer.see("1\N{NO-BREAK SPACE}Not at all; 2")
    keyer.see("    1  ")
    keyer.keys("4")
    keyer.see("    2  ")
    keyer.keys("7")
    keyer.see("“7” was found. Expected: 1–5")
    keyer.keys("2\x7f")  # a wrong key, taken back
    keyer.see("    2  ")
    keyer.see("[Enter: ")
    keyer.keys("1")
    keyer.see("    3  ")
    keyer.keys("\x1b[A" + "n")  # an arrow says nothing
    keyer.see("    4  ")
    keyer.keys("35" * 13 + "0")
    keyer.see("30 answers, 1 left empty.")
    keyer.keys("4\r")
    keyer.see("    4  ")
    keyer.keys("1")
    keyer.see("30 answers, 1 left empty.")
    keyer.keys("\r")
    assert keyer.leave() == 0
    data = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert list(data.values()) == [4, 1, "not_applicable", 1, 5, *[3, 5] * 12, None]


def test_what_was_keyed_before_ctrl_c_is_there_again(tmp_path: Path, keyers: list[Keyer]) -> None:
    first = Keyer(tmp_path, "key", SHORT, "-o", "a.json")
    keyers.append(first)
    first.see("    1  ")
    first.keys("543")
    first.see("    4  ")
    first.keys("\x03")
    first.see("The same command goes on from there.")
    assert first.leave() == 130
    assert not (tmp_path / "a.json").exists()
    again = Keyer(tmp_path, "key", SHORT, "-o", "a.json")
    keyers.append(again)
    again.see("3 answers were keyed before")
    again.see("    4  ")
    again.keys("2" * 27)
    again.see("30 answers, 0 left empty.")
    again.keys("\r")
    assert again.leave() == 0
    data = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert list(data.values()) == [5, 4, 3, *[2] * 27]
    assert [path.name for path in tmp_path.glob("a.json*")] == ["a.json"]


def test_a_second_keying_finds_what_differs(tmp_path: Path, keyers: list[Keyer]) -> None:
    keyer = Keyer(tmp_path, "key", SHORT, "-o", "a.json", "--verify")
    keyers.append(keyer)
    keyer.see("    1  ")
    keyer.keys("3" * 30)
    keyer.see("30 answers")
    keyer.keys("\r")
    keyer.see("Now once more")
    keyer.keys("3" * 9 + "4")
    keyer.see("The first time: ")
    keyer.keys("5")
    keyer.see("   11  ")
    keyer.keys("3" * 20)
    keyer.see("30 answers")
    keyer.keys("\r")
    assert keyer.leave() == 0
    data = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert list(data.values()) == [*[3] * 9, 5, *[3] * 20]


@pytest.mark.parametrize("name", ["values-cards", "first-interview"])
def test_a_whole_form_into_a_dossier_gives_the_profile_of_the_screen(
    tmp_path: Path, keyers: list[Keyer], name: str
) -> None:
    """Cards by their lines, duels on the spot, words, many of many: key by key, into a dossier."""
    practice = new_practice(tmp_path / "practice", code="75310864")
    dossier = practice.dossiers.create("Delorme, Amina", "bilan")
    instrument = instrument_from(bundled_folder() / f"{name}.yaml", host())
    given, _ = answered(host(), instrument, 2, gaps=0.1)
    # Enter ends a text here: what the person wrote on several lines is keyed as one.
    answers = {s: " ".join(a.split()) if isinstance(a, str) else a for s, a in given.items()}
    form = keying_of(host(), instrument)
    typed = keyed(form, answers)
    fill = keying_of(host(), instrument)
    keyer = Keyer(tmp_path, "--practice", str(practice.folder), "key", name, "--dossier", dossier.id)
    keyers.append(keyer)
    keyer.see("Backspace goes back")
    for words in typed:
        blank = fill.blank
        assert blank is not None
        whole = blank.is_whole(words)
        keyer.keys(words + ("" if whole else "\r"))
        fill.take(fill.read(words))
    keyer.see("Enter saves")
    keyer.keys("\r")
    keyer.see("Saved in the dossier of Delorme, Amina.")
    assert keyer.leave() == 0
    found = unlocked(practice.folder)
    [record] = found.dossiers.find(dossier.id).runs
    kept, _ = found.result(dossier.id, record)
    same = profile_of_answers(host(), instrument, answers, seed=record.seed)
    assert timeless(kept) == timeless(same)
    assert Missing.SKIPPED in answers.values()
