"""The first lines: what this is, whether it is kept and where, and where one was."""

from __future__ import annotations

from progpro_tui.core.instrument import Instrument
from progpro_tui.core.steps import Show
from progpro_tui.core.text import N_, message
from progpro_tui.linear.speaker import Speaker
from progpro_tui.workspace.runs import PLUGIN_CHANGED
from progpro_tui.workspace.sittings import Seated


def say_opening(speaker: Speaker, seated: Seated, asked_for: Instrument, kept: bool) -> None:
    """Say them; ``asked_for`` is the instrument as its file is now."""
    sitting = seated.sitting
    if not isinstance(sitting.step, Show):  # it says its title itself
        speaker.say(sitting.record.title)
    if kept:
        words = N_("Dossier: {person}. Every answer is saved as it is given.")
        speaker.say(message(words, person=sitting.person))
    else:
        speaker.say(message(N_("Nothing is kept: this run is in no dossier.")))
    if seated.resumed and sitting.step is not None:
        speaker.say(message(N_("You were at question {n}."), n=sitting.number))
    if sitting.instrument.hash != asked_for.hash:
        words = N_("The file has changed since: this run goes on with its own copy, version {version}.")
        speaker.say(message(words, version=sitting.instrument.version))
    if seated.resumed and sitting.plugin_changed:
        speaker.say(message(PLUGIN_CHANGED))
    speaker.say(message(N_("Type ? for help.")))
