"""Where lines come from: a script's stream, questionary, a plain console."""

from __future__ import annotations

import builtins
import io
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import questionary
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from progpro_tui.linear.lines import LONGEST_LINE, ConsoleLines, PersonLines, ScriptLines, lines_of


def script(words: str) -> ScriptLines:
    return ScriptLines(io.StringIO(words, newline=""))


def test_a_script_is_read_line_by_line_whatever_ends_its_lines() -> None:
    lines = script("\ufeff4\r\n\nné à 5")
    assert [lines.read("?") for _ in range(3)] == ["4", "", "né à 5"]
    with pytest.raises(EOFError):
        lines.read("?")


def test_an_endless_line_is_cut_and_the_next_one_is_the_next() -> None:
    lines = script("x" * (3 * LONGEST_LINE + 7) + "\n4\n")
    assert len(lines.read("?")) == LONGEST_LINE
    assert lines.read("?") == "4"


@contextmanager
def keyboard() -> Iterator[PipeInput]:
    """A terminal without a screen, on which keys can be pressed."""
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        yield keys


def test_a_person_types_and_edits_a_line() -> None:
    with keyboard() as keys:
        lines = PersonLines()
        keys.send_text("5\x7f4\r")
        assert lines.read("Réponse :") == "4"
        keys.send_text("\r")
        assert lines.read("Réponse :") == ""


def test_what_is_pasted_is_several_lines() -> None:
    with keyboard() as keys:
        lines = PersonLines()
        keys.send_text("\x1b[200~one\ntwo\x1b[201~\r")
        assert [lines.read("Text:"), lines.read("Text:")] == ["one", "two"]


def test_ctrl_c_and_ctrl_d_are_told_apart() -> None:
    with keyboard() as keys:
        keys.send_text("4\x03")
        with pytest.raises(KeyboardInterrupt):
            PersonLines().read("?")
        keys.send_text("\x04")
        with pytest.raises(EOFError):
            PersonLines().read("?")


class NoConsoleScreenBufferError(Exception):
    """What prompt_toolkit raises on Windows in a window without a console."""


def test_without_a_console_to_draw_on_a_plain_line_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[str] = []

    def text(message: str, **_: object) -> None:
        tries.append(message)
        raise NoConsoleScreenBufferError

    monkeypatch.setattr(questionary, "text", text)
    monkeypatch.setattr(builtins, "input", lambda prompt: f"typed after {prompt}")
    lines = PersonLines()
    assert lines.read("Text:") == "typed after Text: "
    assert lines.read("Answer:") == "typed after Answer: "
    assert tries == ["Text:"]


def test_another_failure_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def text(message: str, **_: object) -> None:
        raise RuntimeError(message)

    monkeypatch.setattr(questionary, "text", text)
    with pytest.raises(RuntimeError):
        PersonLines().read("Text:")


def test_who_answers_decides_how_a_line_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setenv("TERM", "xterm")
    assert isinstance(lines_of(stream, terminal=False), ScriptLines)
    assert isinstance(lines_of(stream, terminal=True), PersonLines)
    monkeypatch.setenv("TERM", "dumb")
    assert isinstance(lines_of(stream, terminal=True), ConsoleLines)
