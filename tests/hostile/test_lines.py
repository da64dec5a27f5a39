"""Hostile words line by line, and as the command line prints them."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pytest

from progpro_tui.core.document import Voice
from progpro_tui.i18n.translator import Translator
from progpro_tui.linear.page import Page
from progpro_tui.linear.pages import tell_profile
from progpro_tui.linear.parting import Parting
from progpro_tui.linear.session import Session
from progpro_tui.linear.speaker import Speaker
from progpro_tui.workspace.sittings import trial
from progpro_tui.workspace.workspace import Workspace
from tests.cli.runner import run
from tests.hostile.sent import foreign
from tests.hostile.walk import LONGEST_WORD, hostile_files, hostile_instrument
from tests.hostile.words import PARTS, hostile
from tests.kinds import NAMES, complete, host
from tests.linear.conversing import Typed
from tests.reports.findings_samples import MADE
from tests.tui.driver import practice

WORST = [part for parts in PARTS for part in parts]
KINDS = [NAMES[0], *(pytest.param(name, marks=pytest.mark.long) for name in NAMES[1:])]
BOTH: tuple[Voice, ...] = ("person", "counsellor")


def storable(word: str) -> str:
    return word.encode("utf-8", "replace").decode()[:LONGEST_WORD]


@pytest.mark.parametrize("name", KINDS)
def test_a_run_by_lines_says_nothing_foreign(name: str) -> None:
    words = cycle(WORST)
    instrument = hostile_instrument(lambda: storable(next(words)), name)
    workspace = Workspace(Path("nowhere"), host=host(), monotonic=lambda: 0.0)
    out = io.StringIO()
    speaker = Speaker(Page(out), Translator("fr"))
    answers = [f"{turn % 3 + 1}" if turn % 2 else word for turn, word in enumerate(WORST)]
    lines = Typed(["", *answers], out, True, EOFError)
    Session(trial(workspace, instrument, seed=1).sitting, speaker, lines, Parting("")).lead()
    profile = replace(complete(instrument, 1), provenance=MADE)
    for voice in BOTH:
        tell_profile(speaker.page, profile, instrument, "fr", voice)
    said = out.getvalue()
    assert "\N{WHITE SQUARE}" in said
    assert foreign(said) == set()
    assert "\r" not in said


def test_commands_print_nothing_foreign(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace = practice(tmp_path)
    hostile_files(tmp_path, WORST)
    for word in WORST:
        dossier = workspace.dossiers.create("x", "bilan")
        workspace.repository.keep_dossier(replace(dossier, person=storable(word)))
    at = ("--practice", tmp_path, "--lang", "en")
    for command in ("dossiers", "plugins", "instruments"):
        for more in ([], ["--json"]):
            printed = run(capsys, *at, command, *more)
            assert foreign(printed.out + printed.err) == set(), command
            assert "\r" not in printed.out + printed.err
    for word in hostile(10):
        named = word.replace("\0", "")[:1000]
        for arguments in (["check", named], ["export", named, "--pdf", named], [named]):
            printed = run(capsys, *at, *arguments)
            assert printed.code in (0, 1, 2), arguments
            assert foreign(printed.out + printed.err) == set(), arguments


def test_a_name_that_no_file_could_hold_loses_what_is_not_of_it(tmp_path: Path) -> None:
    workspace = practice(tmp_path)
    assert (
        workspace.dossiers.create("Delorme\udcff,\tA\0mi\u202ena\x1b", "bilan").person
        == "Delorme, Amina"
    )
