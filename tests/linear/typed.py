"""Turns answers into the lines that a person would type in the linear mode.

So one set of answers, from the id of a step to its answer, can be given to the app, to
``answer_files`` and to the linear mode, and the profiles compared::

    lines = typed(host, instrument, answers, seed=0)
    profile = led(host, instrument, lines, seed=0).profile

The order of the steps is the exercise's own: ``typed`` leads through an administration by the same
answers and types each as the linear mode asks for it. What it types is written here once more, and
not taken from the linear mode: a wrong number is to be found, not repeated.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from progpro_tui.core.administration import Administration
from progpro_tui.core.answers import Answer, Given, Missing
from progpro_tui.core.card_steps import Arrange, Choose, Rank, Sort
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.scale_steps import Grid, Place, Rate
from progpro_tui.core.steps import SEEN, Option, Show, Step
from progpro_tui.core.write_step import Write
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.i18n.translator import Translator
from progpro_tui.linear.lines import ScriptLines
from progpro_tui.linear.page import Page
from progpro_tui.linear.parting import Parting
from progpro_tui.linear.session import Ended, Session
from progpro_tui.linear.speaker import Speaker
from progpro_tui.workspace.profiles import open_run
from progpro_tui.workspace.sittings import trial
from progpro_tui.workspace.workspace import Workspace

LETTER = {Missing.SKIPPED: "p", Missing.NOT_APPLICABLE: "n", Missing.DECLINED: "r"}


def typed(
    host: PluginHost, instrument: Instrument, answers: Mapping[str, Answer], seed: int = 0
) -> list[str]:
    """The lines for a whole run, from the first empty one to the end.

    A step that ``answers`` does not name is skipped. Raises ``AssertionError`` where an answer cannot
    be typed in lines (a long text with an empty line in it).
    """
    run = open_run(host, instrument, seed)
    administration = Administration(host.exercise(instrument.kind), run)
    lines: list[str] = []
    while step := administration.step:
        answer: Answer = SEEN if isinstance(step, Show) else answers.get(step.id, Missing.SKIPPED)
        lines += lines_for(step, answer)
        administration.answer(Given(step.id, answer))
    return [*lines, "n" if administration.passed else ""]


def lines_for(step: Step, answer: Answer) -> list[str]:
    """What is typed to answer one step that nobody has answered before."""
    if isinstance(answer, Missing):
        return [(":" if isinstance(step, Write) and step.free else "") + LETTER[answer]]
    match step:
        case Show():
            return [""]
        case Rate() | Grid() | Place():
            return [str(answer)]
        case Choose(several=True):
            assert isinstance(answer, tuple)
            return [" ".join(str(_number(step.options, chosen)) for chosen in answer) or "0"]
        case Choose():
            return [str(_number(step.options, str(answer)))]
        case Rank():
            equal = "=" if str(answer).startswith("=") else ""
            return [f"{equal}{_number(step.options, str(answer).removeprefix('='))}"]
        case Sort():
            return [str(_number(step.piles, str(answer)))]
        case Arrange():
            assert isinstance(answer, tuple)
            return [*_swaps(step.at_first, answer), "ok"]
        case Write():
            return _written(step, str(answer))
    raise TypeError(type(step).__name__)


def _number(options: Iterable[Option], wanted: str) -> int:
    return [option.id for option in options].index(wanted) + 1


def _swaps(lying: tuple[str, ...], wanted: tuple[str, ...]) -> list[str]:
    """Swaps that lead from one arrangement to another; cards are numbered as they lie at first."""
    cards, swaps = list(lying), []
    for place, card in enumerate(wanted):
        if cards[place] != card:
            swaps.append(f"{lying.index(cards[place]) + 1} {lying.index(card) + 1}")
            other = cards.index(card)
            cards[place], cards[other] = cards[other], cards[place]
    return swaps


def _written(step: Write, answer: str) -> list[str]:
    if not step.free:
        return [answer]
    lines = [f":{line}" if line.startswith(":") else line for line in answer.split("\n")]
    assert all(lines), "an empty line ends a text"
    assert step.form == "long" or len(lines) == 1, "a short text is one line"
    return [*lines, ""] if step.form == "long" else lines


@dataclass(frozen=True)
class Led:
    """What a run by lines came to: its end, everything that was said, and the lines left over."""

    ended: Ended
    said: str
    left: list[str]

    @property
    def profile(self) -> Profile:
        """The profile, without what differs from run to run: times and provenance."""
        assert self.ended.profile is not None, self.said
        return bare(self.ended.profile)


def bare(profile: Profile) -> Profile:
    """A profile without when and how it was answered."""
    return replace(profile, given=(), provenance=None)


def led(
    host: PluginHost,
    instrument: Instrument,
    lines: Iterable[str],
    *,
    seed: int = 0,
    language: str = "fr",
    plain: bool = False,
) -> Led:
    """Lead a run that is kept nowhere by these lines, at no time at all for each."""
    workspace = Workspace(Path("nowhere"), host=host, monotonic=lambda: 0.0)
    sitting = trial(workspace, instrument, seed).sitting
    out, script = io.StringIO(), io.StringIO("".join(f"{line}\n" for line in lines))
    speaker = Speaker(Page(out), Translator(language), plain)
    ended = Session(sitting, speaker, ScriptLines(script), Parting("")).lead()
    return Led(ended, out.getvalue(), script.read().splitlines())
