"""Looking at a file that somebody is writing: each change once, and no half of a saving."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.workspace.watching import Look, Watched
from tests.kinds import GOLDEN, host

GOOD = (GOLDEN / "rating.yaml").read_text("utf-8")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(GOOD, "utf-8")
    return path


def looked(watched: Watched) -> Look:
    look = watched.look()
    assert look is not None
    return look


def test_each_change_is_told_once_even_of_the_same_size(path: Path) -> None:
    watched = Watched(path, host())
    first = looked(watched)
    assert (first.instrument is not None, first.mistakes) == (True, ())
    assert watched.look() is None
    path.write_text(GOOD.replace("Bouger", "Danser"), "utf-8")
    again = looked(watched).instrument
    assert again is not None
    assert again.scale("M").name.standard["fr"] == "Danser"
    assert watched.look() is None


def test_a_mistake_stands_beside_its_line(path: Path) -> None:
    watched = Watched(path, host())
    watched.look()
    path.write_text(GOOD.replace("minutes: 3", "minuts: 3"), "utf-8")
    look = looked(watched)
    assert look.instrument is None
    assert [look.line(mistake) for mistake in look.mistakes] == ["minuts: 3"]


def test_examples_that_do_not_come_out_leave_an_instrument(path: Path) -> None:
    path.write_text(GOOD.replace("scores: {P: 3, W: 3", "scores: {P: 4, W: 3"), "utf-8")
    look = looked(Watched(path, host()))
    assert look.instrument is not None
    assert len(look.mistakes) == 1


def test_a_file_that_is_gone_or_empty_for_a_moment_is_no_mistake(path: Path) -> None:
    watched = Watched(path, host())
    watched.look()
    path.unlink()
    assert watched.look() is None
    path.write_text("", "utf-8")
    assert watched.look() is not None, "gone, then empty: believed at the second look"
    path.write_text(GOOD, "utf-8")
    assert looked(watched).mistakes == ()
    path.write_text("\n", "utf-8")
    assert watched.look() is None
    path.write_text(GOOD, "utf-8")
    assert watched.look() is None


def test_a_file_that_stays_away_is_told_once_and_welcomed_back(path: Path) -> None:
    watched = Watched(path, host())
    watched.look()
    path.unlink()
    assert watched.look() is None
    gone = looked(watched)
    assert gone.instrument is None
    assert len(gone.mistakes) == 1
    assert watched.look() is None
    path.write_text(GOOD, "utf-8")
    assert looked(watched).instrument is not None


def test_a_file_that_is_missing_empty_or_no_text_from_the_start_says_so(path: Path) -> None:
    for content in (b"", b"\xff\xfe\x00", b"{", b"- a"):
        path.write_bytes(content)
        look = looked(Watched(path, host()))
        assert look.instrument is None
        assert look.mistakes
    path.unlink()
    assert looked(Watched(path, host())).mistakes
