"""A whole linear run: the first lines, the questions, the profile."""

from __future__ import annotations

import io
import sys

from progpro_tui.core.document import Voice
from progpro_tui.core.instrument import Instrument
from progpro_tui.i18n.translator import Translator
from progpro_tui.linear.lines import lines_of
from progpro_tui.linear.opening import say_opening
from progpro_tui.linear.page import Page
from progpro_tui.linear.pages import tell_profile
from progpro_tui.linear.parting import Parting
from progpro_tui.linear.session import Ending, Session
from progpro_tui.linear.speaker import Speaker
from progpro_tui.workspace.sittings import Seated

CODES = {Ending.FINISHED: 0, Ending.PAUSED: 0, Ending.CUT_SHORT: 1, Ending.INTERRUPTED: 130}
"""The exit code of each ending; 130 is what a shell expects after Ctrl C."""


def converse(
    seated: Seated,
    asked_for: Instrument,
    resume: str,
    tr: Translator,
    plain: bool,
    voice: Voice,
    terminal: bool,
) -> int:
    """Lead one run on the standard streams, and say its profile; the exit code.

    ``asked_for`` is the instrument as its file is now, ``resume`` the command that goes on another
    day (empty: nothing is kept), ``terminal`` whether a person is there. Raises
    :class:`ProgproError` where the store or a plugin fails: what was taken is safe.
    """
    speaker = Speaker(Page(sys.stdout), tr, plain)
    parting = Parting(resume)
    say_opening(speaker, seated, asked_for, parting.kept)
    lines = lines_of(sys.stdin or io.StringIO(), terminal)
    ended = Session(seated.sitting, speaker, lines, parting).lead()
    if ended.profile is not None:
        language = speaker.tr.language
        tell_profile(speaker.page, ended.profile, seated.sitting.instrument, language, voice)
    return CODES[ended.how]
