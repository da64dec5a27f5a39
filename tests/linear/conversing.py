"""A conversation for tests: a sitting, the lines that are typed, and all that is said, watched."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from progpro_tui.authoring.shelf import Shelf
from progpro_tui.core.answers import Answer
from progpro_tui.core.instrument import Instrument
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.i18n.translator import Translator
from progpro_tui.linear.page import COLUMNS, Page
from progpro_tui.linear.parting import Parting
from progpro_tui.linear.session import Ended, Session
from progpro_tui.linear.speaker import Speaker
from progpro_tui.workspace.runs import Sitting
from progpro_tui.workspace.sittings import trial
from progpro_tui.workspace.workspace import Workspace

GOLDEN = Path(__file__).parents[1] / "golden"


class Typed:
    """Lines as a person or a script types them; what was said before each is kept.

    ``end`` is what comes after the last one: ``EOFError``, or ``KeyboardInterrupt`` for Ctrl C.
    """

    def __init__(
        self, lines: Iterable[str], out: io.StringIO, attended: bool, end: type[BaseException]
    ) -> None:
        self.attended = attended
        self.heard: list[str] = []
        self._left = list(lines)
        self._out = out
        self._end = end

    def read(self, prompt: str) -> str:
        self.heard.append(self._out.getvalue())
        if not self._left:
            raise self._end
        return self._left.pop(0)


@dataclass(frozen=True)
class Talk:
    """What a conversation came to."""

    sitting: Sitting
    ended: Ended
    said: str
    heard: Sequence[str]

    @property
    def answers(self) -> dict[str, Answer]:
        """The live answers of questions, by step."""
        live = self.sitting.administration.live
        return {step: given.answer for step, given in live.items() if not step.startswith("show:")}

    def after(self, place: int) -> str:
        """What was said after the line of this place, from 0, and before the next."""
        following = self.heard[place + 1] if place + 1 < len(self.heard) else self.said
        return following[len(self.heard[place]) :]


@cache
def host() -> PluginHost:
    """The plugins, loaded once for all these tests."""
    return PluginHost()


@cache
def shelf() -> Shelf:
    """The instruments, looked at once the tests have a cache of their own."""
    return Shelf(host())


def golden(kind: str) -> Instrument:
    """The example file of a kind."""
    return shelf().find(GOLDEN / f"{kind}.yaml")


def talk(
    kind: str,
    *lines: str,
    sitting: Sitting | None = None,
    resume: str = "",
    language: str = "en",
    plain: bool = False,
    attended: bool = False,
    end: type[BaseException] = EOFError,
) -> Talk:
    """Lead a run of a golden file by these lines, and check what holds of everything that is said."""
    workspace = Workspace(Path("nowhere"), host=host(), monotonic=lambda: 0.0)
    sitting = sitting or trial(workspace, golden(kind), seed=1).sitting
    out = io.StringIO()
    typed = Typed(lines, out, attended, end)
    speaker = Speaker(Page(out), Translator(language), plain)
    ended = Session(sitting, speaker, typed, Parting(resume)).lead()
    check_said([*typed.heard, out.getvalue()])
    return Talk(sitting, ended, out.getvalue(), typed.heard)


def check_said(heard: Sequence[str]) -> None:
    """Nothing but short lines, each only ever followed by others."""
    for before, after in pairwise(heard):
        assert after.startswith(before)
    said = heard[-1]
    assert all(letter == "\n" or letter.isprintable() or letter == "\u00a0" for letter in said)
    for line in said.split("\n"):
        assert len(line) <= COLUMNS or line.startswith("progpro "), line
        assert line == line.rstrip(" "), line
        assert not line.startswith(("?", "!", ":\u00a0", "»", ";")), line
    assert "\n\n\n" not in said
