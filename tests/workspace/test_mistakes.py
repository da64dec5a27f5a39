"""Notes of our own mistakes: the sort and the places, never a word of anyone."""

from __future__ import annotations

import json
import stat

from progpro_tui.workspace.mistakes import MOST_NOTES, code_of, note, notes_path


def raised(secret: str, error: type[Exception] = ValueError) -> Exception:
    try:
        try:
            raise KeyError(secret)
        except KeyError as cause:
            raise error(secret) from cause
    except error as found:
        return found


def test_a_note_holds_the_sort_and_the_places_alone() -> None:
    code = note(raised("Zénobie"))
    [line] = notes_path().read_text("utf-8").splitlines()
    noted = json.loads(line)
    assert set(noted) == {"code", "version", "error", "places"}
    assert noted["code"] == code
    assert noted["error"] == ["ValueError", "KeyError"]
    assert [place.rsplit(":", 1)[0] for place in noted["places"]] == ["workspace/test_mistakes.py"]
    assert "Zénobie" not in line
    assert stat.S_IMODE(notes_path().stat().st_mode) == 0o600


def test_the_same_mistake_has_the_same_code_whatever_was_at_hand() -> None:
    assert code_of(raised("one")) == code_of(raised("other"))
    assert code_of(raised("one")) != code_of(raised("one", RuntimeError))


def test_the_notes_do_not_grow_for_ever() -> None:
    notes_path().parent.mkdir(parents=True)
    notes_path().write_text("{}\n" * 500)
    note(raised("one"))
    assert len(notes_path().read_text("utf-8").splitlines()) == MOST_NOTES


def test_where_nothing_can_be_noted_there_is_still_a_code() -> None:
    notes_path().mkdir(parents=True)  # a folder in the place of the file
    assert note(raised("one")) == code_of(raised("one"))
